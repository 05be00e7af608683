"""Seats in time: who is a member today, who was, who will be, and what every page says of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest

from clairevoie.exports.plain import published
from clairevoie.exports.yaml_text import text_of
from clairevoie.model.comites import Comite
from clairevoie.model.gens import Membre, tenue
from clairevoie.model.phrases import ReadDeadline
from clairevoie.pages import lists, pages
from clairevoie.wording.sieges import counted, period
from tests.aides.pages_vues import printed, told, words
from tests.aides.sites import GABARITS
from tests.aides.stories import DEPART

COMITE = "comites/table-de-quartier"
ON = date(2026, 1, 15)


def _files(*seats: str, facts: str = "") -> dict[str, str]:
    """The smallest site, with these seats in its comité."""
    typed = "".join(f"  - {{{seat}}}\n" for seat in seats)
    return {f"{COMITE}.yml": f"{DEPART[f'{COMITE}.yml']}{facts}membres:\n{typed}"}


def _groups(corps: str) -> list[tuple[str, list[str]]]:
    """The titles of the groups of seats on a page, and what is read of each seat."""
    part = corps.partition('<h2 id="membres">')[2].partition("</section>")[0]
    groups = part.split('<p class="membres__titre">')[1:]
    return [
        (words(group.partition("</p>")[0]), [words(seat) for seat in re.findall(r"<li.*?</li>", group, re.S)])
        for group in groups
    ]


SEATS = (
    "organisme: maison-de-quartier, role: presidence, debut: 3 mars 2024",
    "organisme: maison-de-quartier, fonction: animatrice, role: coordination",
    'fonction: citoyenne, debut: "mars 2024", fin: "30 juin 2026"',
    'fonction: citoyenne, fin: "14 janvier 2026"',
    'fonction: citoyenne, debut: "2019", fin: "2022"',
    "fonction: citoyen, ancien: true",
    "fonction: citoyen, role: employe, ancien: true",
    'territoire: la-ville, debut: "1er mars 2026"',
    "fonction: étudiante, qualite: vacant",
    "qualite: vacant",
)


def test_seats_of_other_days_are_shown_apart_and_what_is_counted_is_what_is_shown(tmp_path: Path) -> None:
    assert _groups(printed(tmp_path, _files(*SEATS))[COMITE].corps) == [
        (
            "2 membres et une coordination",
            [
                "Maison de quartier présidence depuis le 3 mars 2024",
                "Citoyenne depuis mars 2024, jusqu'au 30 juin 2026",
                "Maison de quartier animatrice coordination",
            ],
        ),
        ("2 sièges vacants", ["Étudiante Siège vacant", "Sans titulaire Siège vacant"]),
        ("À venir: 1 membre", ["La Ville Siège du territoire à partir du 1er mars 2026"]),
        (
            "Anciens membres: 3",
            [
                "Citoyenne jusqu'au 14 janvier 2026",
                "Citoyenne de 2019 à 2022",
                "Citoyen jusqu'à une date inconnue",
            ],
        ),
        (
            "Autres sièges d'avant: 1 personne employée",
            ["Citoyen personne employée jusqu'à une date inconnue"],
        ),
    ]


def test_a_seat_leaves_the_members_after_its_last_day_and_joins_them_on_its_first(tmp_path: Path) -> None:
    files = _files('fonction: citoyenne, fin: "30 juin 2026"', 'fonction: citoyen, debut: "1er juillet 2026"')
    titles = {
        day: [titre for titre, _ in _groups(printed(tmp_path / f"{day}", files, day)[COMITE].corps)]
        for day in (date(2026, 6, 30), date(2026, 7, 1))
    }
    assert titles == {
        date(2026, 6, 30): ["1 membre", "À venir: 1 membre"],
        date(2026, 7, 1): ["1 membre", "Anciens membres: 1"],
    }


def test_only_a_comité_with_dated_seats_is_printed_again_each_day(tmp_path: Path) -> None:
    for seat, asks in (("fonction: citoyenne", False), ('fonction: citoyenne, fin: "2030"', True)):
        site = told(tmp_path / f"{asks}", _files(seat))
        site.tracker.seen.clear()
        for membre in site.jeu.comites["table-de-quartier"].membres:
            site.tenue(membre)
        assert ("on" in site.tracker.seen) is asks


def test_six_citizens_are_six(tmp_path: Path) -> None:
    seats = [f'fonction: citoyenne, debut: "{year}"' for year in range(2019, 2025)]
    pages = printed(tmp_path, _files(*seats))
    assert _groups(pages[COMITE].corps) == [
        ("6 membres", [f"Citoyenne depuis {year}" for year in range(2019, 2025)])
    ]
    table = words(
        pages["demarches/quartier"].corps.partition('id="qui-siege-ou"')[2].partition("</section>")[0]
    )
    assert "Citoyenne 6 membres" in table
    assert "Une fonction n’est pas une personne: chaque siège compte à part." in table


def test_the_table_of_seats_has_only_those_of_today_and_marks_those_the_site_inferred(tmp_path: Path) -> None:
    note = 'notes: [{nature: interpretation, champ: membres, texte: "La source dit la Maison sans plus."}]\n'
    files = _files(*SEATS, 'comite: table-de-quartier, deduit: true, fin: "mai 2027"', facts=note)
    pages = printed(tmp_path, files)
    table = pages["demarches/quartier"].corps.partition('id="qui-siege-ou"')[2].partition("</section>")[0]
    rows = [words(row) for row in re.findall(r"<tr>(.*?)</tr>", table, re.S)][1:]
    assert rows == [
        "Maison de quartier présidence, coordination (animatrice)",
        "Table de quartier membre jusqu'en mai 2027, déduit par le site",
        "Citoyenne membre jusqu'au 30 juin 2026",
        "Étudiante siège vacant",
        "Sans titulaire siège vacant",
    ]
    legend = (
        "«Déduit par le site»: la source ne donne pas ce siège tel quel; une note sur la page du comité dit"
    )
    assert legend in words(table)
    assert "Table de quartier jusqu'en mai 2027 déduit par le site" in words(pages[COMITE].corps)


def test_a_comite_whose_seats_are_all_of_other_days_says_that_nobody_knows_who_sits(tmp_path: Path) -> None:
    site = told(tmp_path, _files("fonction: citoyenne, ancien: true"))
    seen = words(printed(tmp_path, _files("fonction: citoyenne, ancien: true"))["demarches/quartier"].corps)
    assert "Qui siège à ce comité n’est pas écrit sur ce site: Table de quartier" in seen
    assert "Qui siège à un comité" in words(lists(site, GABARITS)["lacunes"])


@pytest.mark.parametrize(
    ("seat", "heading", "precision"),
    [
        ("role: presidence", "Siège à", "présidence"),
        ("role: coordination", "Prend part à", "coordination"),
        ("role: observateur", "Prend part à", "observateur"),
        ("qualite: implique_hors_comite", "Impliqué hors du comité", ""),
        ("qualite: pressenti", "Pourrait siéger à", "pressenti"),
        ("qualite: a_confirmer", "Pourrait siéger à", "à confirmer"),
        ("qualite: vacant", "A un siège vacant à", ""),
        ('fin: "30 juin 2025"', "A siégé à", "jusqu'au 30 juin 2025"),
        ("ancien: true", "A siégé à", "jusqu'à une date inconnue"),
        ("role: employe, ancien: true", "A pris part à", "personne employée, jusqu'à une date inconnue"),
        ('debut: "septembre 2026"', "Siégera à", "à partir de septembre 2026"),
        ('role: coordination, debut: "avril 2026"', "Prendra part à", "coordination, à partir d'avril 2026"),
        ("deduit: true", "Siège à", "déduit par le site"),
    ],
)
def test_the_page_of_an_organisme_says_what_its_seat_is(
    tmp_path: Path, seat: str, heading: str, precision: str
) -> None:
    corps = printed(tmp_path, _files(f"organisme: maison-de-quartier, {seat}"))[
        "organismes/maison-de-quartier"
    ].corps
    told_there = words(corps.partition('id="ailleurs"')[2].partition('id="sources"')[0])
    said = f" – {precision}" if precision else ""
    assert f"{heading} Table de quartier{said}" in told_there
    others = {
        "Siège à",
        "A siégé à",
        "Siégera à",
        "Prend part à",
        "Pourrait siéger à",
        "Impliqué hors du comité",
    } - {heading}
    assert not [one for one in others if f"{one} Table" in told_there]


def test_the_search_says_that_a_seat_is_of_other_days(tmp_path: Path) -> None:
    entree = printed(tmp_path, _files(*SEATS[3:4], *SEATS[7:8]))[COMITE].entrees[0].texte
    assert "Ancien siège : citoyenne" in entree
    assert "Siège à venir : La Ville" in entree


def test_who_coordinated_is_not_called_for_what_goes_on(tmp_path: Path) -> None:
    called = {
        "organismes/maison-de-quartier.yml": DEPART["organismes/maison-de-quartier.yml"]
        + 'contacts: [{fonction: "accueil", telephone: "819-555-0100"}]\n'
    }
    for seat, answers in (("ancien: false", True), ("ancien: true", False), ('debut: "2030"', False)):
        files = {**_files(f"organisme: maison-de-quartier, role: coordination, {seat}"), **called}
        seen = words(printed(tmp_path / seat[:6] / f"{answers}", files)[COMITE].corps)
        assert ("819-555-0100" in seen) is answers, seat


def test_seats_are_numbered_kept_for_some_and_held_for_a_time(tmp_path: Path) -> None:
    facts = 'sieges: 12\nduree_mandat: "2 ans"\nsieges_reserves: [{nombre: 2, pour: citoyens}, "un jeune"]\n'
    seen = words(printed(tmp_path, _files("fonction: citoyenne", facts=facts))[COMITE].corps)
    assert "Nombre de sièges 12 Sièges réservés 2: citoyens un jeune Durée d'un mandat 2 ans" in seen


def test_a_territory_sits_only_where_its_person_does(tmp_path: Path) -> None:
    pages = printed(
        tmp_path, _files("territoire: la-ville", "territoire: la-ville, qualite: implique_hors_comite")
    )
    assert [seats for _, seats in _groups(pages[COMITE].corps)] == [
        ["La Ville Siège du territoire"],
        ["La Ville Personne liée à ce territoire Impliqué hors du comité"],
    ]
    assert "La Ville (territoire) membre, impliqué hors du comité" in words(pages["demarches/quartier"].corps)


def test_the_comites_of_a_demarche_are_not_all_said_to_decide(tmp_path: Path) -> None:
    corps = printed(tmp_path, {})["demarches/quartier"].corps
    assert '<h2 id="qui-decide">Comités et tables</h2>' in corps
    assert "Qui décide" not in words(corps)


def test_who_works_in_an_organisme_is_not_counted_as_its_member(tmp_path: Path) -> None:
    typed = "membres: [{fonction: directrice}, {fonction: agente, ancien: true}]\n"
    files = {"organismes/maison-de-quartier.yml": DEPART["organismes/maison-de-quartier.yml"] + typed}
    seen = words(printed(tmp_path, files)["organismes/maison-de-quartier"].corps)
    assert "Personnes en fonction Directrice Auparavant Agente jusqu'à une date inconnue" in seen
    assert "membre" not in seen.partition("Personnes en fonction")[2].partition("Ailleurs")[0]


def _seats(**several: int) -> Iterable[Membre]:
    for word, n in several.items():
        champ = "qualite" if word in ("potentiel", "vacant") else "role"
        yield from (Membre(fonction="citoyenne", **{champ: word}) for _ in range(n))


@pytest.mark.parametrize(
    ("seats", "said"),
    [
        ({"membre": 1}, "1 membre"),
        ({"membre": 5, "presidence": 1, "tresorerie": 1, "coordination": 1}, "7 membres et une coordination"),
        ({"copresidence": 2, "vice_presidence": 1, "secretariat": 1}, "4 membres"),
        (
            {"membre": 2, "coordination": 2, "observateur": 1, "sans_droit_de_vote": 1},
            "2 membres, un siège sans droit de vote, un observateur et 2 coordinations",
        ),
        ({"employe": 1}, "1 personne employée"),
        ({"vacant": 2}, "2 sièges vacants"),
    ],
)
def test_staff_and_those_without_a_vote_are_not_counted_as_members(seats: dict[str, int], said: str) -> None:
    assert counted(_seats(**seats)) == said


@pytest.mark.parametrize(
    ("debut", "fin", "when", "said"),
    [
        (None, "2025", "actuel", "jusqu'en 2025"),
        ("avril 2024", None, "actuel", "depuis avril 2024"),
        ("1er avril 2024", None, "a_venir", "à partir du 1er avril 2024"),
        ("avril 2024", None, "a_venir", "à partir d'avril 2024"),
        ("3 mai 2020", "30 juin 2025", "ancien", "du 3 mai 2020 au 30 juin 2025"),
        ("mars 2020", None, "ancien", "à partir de mars 2020, jusqu'à une date inconnue"),
        ("2020", "2020", "ancien", "à partir de 2020, jusqu'en 2020"),
    ],
)
def test_the_dates_of_a_seat_are_said_in_french(
    debut: str | None, fin: str | None, when: str, said: str
) -> None:
    assert period(Membre(fonction="citoyenne", debut=debut, fin=fin), when) == said  # type: ignore[arg-type]


def test_a_date_that_says_from_or_until_is_not_said_twice() -> None:
    """« depuis mars 2024 » and « jusqu'au 30 juin 2025 » are read as intervals with one end open."""
    debut, fin = (ReadDeadline("", "intervalle", edtf) for edtf in ("2024-03/..", "../2025-06-30"))
    seat = Membre(fonction="citoyenne").model_copy(update={"debut": debut, "fin": fin})
    assert period(seat, "actuel") == "depuis mars 2024, jusqu'au 30 juin 2025"
    assert period(seat, "a_venir") == "à partir de mars 2024, jusqu'au 30 juin 2025"
    assert period(seat, "ancien") == "de mars 2024 au 30 juin 2025"


@pytest.mark.parametrize(
    ("champ", "edtf", "said"),
    [
        ("fin", "2025-21", "jusqu'au printemps 2025"),
        ("fin", "2025-23", "jusqu'à l'automne 2025"),
        ("debut", "2025-22", "depuis l'été 2025"),
        ("debut", "2025-21", "depuis le printemps 2025"),
    ],
)
def test_a_season_takes_its_article(champ: str, edtf: str, said: str) -> None:
    seat = Membre(fonction="citoyenne").model_copy(update={champ: ReadDeadline(edtf, "saison", edtf)})
    assert period(seat, "actuel") == said


def test_the_name_of_who_left_is_on_no_page_no_list_no_file_and_in_no_entry(tmp_path: Path) -> None:
    named = "nom: {}, base_publication: {{type: {}}}"
    consent = "consentement, date: 2025-01-01, expire: 2030-01-01"
    seats = (
        'organisme: maison-de-quartier, fin: "30 juin 2025", ' + named.format("Feue Ancienne", "fonction"),
        "fonction: citoyenne, ancien: true, " + named.format("Feue Autrefois", consent),
        'organisme: maison-de-quartier, debut: "2030", ' + named.format("Feue Bientot", "elu"),
        "fonction: citoyen, "
        + named.format("Feue Echue", "consentement, date: 2023-01-01, expire: 2025-01-01"),
        "organisme: maison-de-quartier, " + named.format("Camille Exemple", "fonction"),
    )
    site = told(tmp_path, _files(*seats))
    everything = [*lists(site, GABARITS).values()]
    for page in pages(site, GABARITS):
        everything += [page.corps, page.titre, page.description, repr(page.entrees)]
    everything += [text_of(published(fiche)) for fiche in site.jeu]
    assert sum("Camille Exemple" in text for text in everything) > 1
    assert not [text for text in everything if "Feue" in text or "feue" in text]


@pytest.mark.parametrize("fin", ["2025-06-30", "30 juin 2025", "jusqu'au 30 juin 2025"])
def test_a_seat_that_says_until_when_ends_the_day_after(tmp_path: Path, fin: str) -> None:
    read = Comite(id="c", nom="C", publication="publie", membres=[{"fonction": "citoyenne", "fin": fin}])
    (seat,) = read.membres
    assert [tenue(seat, date(2025, 6, day)) for day in (29, 30)] == ["actuel", "actuel"]
    assert tenue(seat, date(2025, 7, 1)) == "ancien"
    seen = _groups(printed(tmp_path, _files(f'fonction: citoyenne, fin: "{fin}"'))[COMITE].corps)
    assert seen == [("Anciens membres: 1", ["Citoyenne jusqu'au 30 juin 2025"])]
