"""Links to other sites and numbers of registers, on the pages that people read."""

from __future__ import annotations

from pathlib import Path

from tests.aides.fiches import EVENEMENT, ORGANISME, PROJET, typed
from tests.aides.pages_vues import links, plain, printed, words

_LIENS = """\
liens:
  - {adresse: "https://video.exemple.quebec/1", genre: enregistrement}
  - {adresse: "https://www.exemple.quebec/pv", genre: proces_verbal, libelle: "le procès-verbal"}
  - {adresse: "https://visio.exemple.quebec/1", genre: visioconference}
  - "https://www.exemple.quebec/autre"
"""


def _page(folder: Path, name: str, added: str) -> tuple[str, list[str]]:
    corps = printed(folder, typed(name, added))[name.removesuffix(".yml")].corps
    return words(corps), links(corps)


def test_a_meeting_shows_each_link_where_it_is_looked_for(tmp_path: Path) -> None:
    said, led = _page(tmp_path, EVENEMENT, f'lieu: "Salle A"\ndocuments: [rapport]\n{_LIENS}')
    wanted = [
        "Lieu Salle A",
        "Visioconférence visio.exemple.quebec",
        "Documents Rapport du quartier",
        "Procès-verbal Le procès-verbal",
        "Enregistrement video.exemple.quebec",
        "Liens exemple.quebec",
    ]
    places = [said.find(plain(one)) for one in wanted]
    assert -1 not in places
    assert places == sorted(places)
    assert [one for one in led if one.startswith("https://v")] == [
        "https://visio.exemple.quebec/1",
        "https://video.exemple.quebec/1",
    ]


def test_an_address_that_nobody_should_follow_is_shown_and_not_linked(tmp_path: Path) -> None:
    said, led = _page(tmp_path, PROJET, 'liens: [{adresse: "javascript:alert(1)", libelle: "Voir"}]\n')
    assert plain("Voir : javascript:alert(1)") in said
    assert not [one for one in led if one.startswith("javascript")]


def test_a_neq_and_the_other_numbers_have_a_line_each(tmp_path: Path) -> None:
    said, led = _page(
        tmp_path,
        ORGANISME,
        'neq: "1140000000"\nidentifiants: [{schema: neq, valeur: "1140000000"}, {schema: wikidata, valeur: "Q176"}, '
        '{schema: wikidata, valeur: "176"}, {schema: numero_de_dossier, valeur: "A-7"}]\n',
    )
    assert said.count("1140000000") == 1 + said.count("neq")
    assert "NEQ 1140000000 Wikidata Q176 176 Numéro de dossier A-7" in said
    assert [one for one in led if "wikidata" in one] == ["https://www.wikidata.org/wiki/Q176"]


def test_a_person_who_wants_to_come_finds_the_link_of_the_next_meeting(tmp_path: Path) -> None:
    meeting = f'date: "20 janvier 2026, 19 h"\ncomite: table-de-quartier\n{_LIENS}'
    corps = printed(tmp_path, typed(EVENEMENT, meeting))["comites/table-de-quartier"].corps
    assert plain("En ligne : Visioconférence (visio.exemple.quebec)") in words(corps)
    assert "https://visio.exemple.quebec/1" in links(corps)
    assert "https://video.exemple.quebec/1" not in links(corps)


def test_a_contact_says_where_to_go_and_when(tmp_path: Path) -> None:
    contact = (
        'contacts: [{fonction: accueil, adresse: "1, rue de l\'Exemple", heures: "lundi, 9 h à midi"}]\n'
    )
    said, _ = _page(tmp_path, ORGANISME, contact)
    assert (
        plain(
            "Accueil 1, rue de l'Exemple lundi, 9 h à midi "
            "Coordonnées telles que publiées; nous ne les avons pas vérifiées"
        )
        in said
    )
