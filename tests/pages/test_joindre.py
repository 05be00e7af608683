"""On a project and on a comité, a person reads whom to call, and when and where to come."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from tests.aides.pages_vues import links, printed, words
from tests.aides.sites import full_pages, full_site
from tests.aides.stories import DEPART

SOURCES = 'sources: [{document: rapport, repere: "Page 1"}]\n'
INCONNU = "Non précisé:"
RENCONTRE = "quand est la prochaine rencontre"
AUCUNE = "Aucune rencontre à venir n’est inscrite sur ce site pour "


def _projet(facts: str = "") -> str:
    return f'nom: "Jardin"\npublication: publie\nen_bref: "Un jardin."\ndemarche: quartier\n{facts}{SOURCES}'


def _maison(facts: str = "") -> str:
    return f'nom: "Maison de quartier"\npublication: publie\n{facts}{SOURCES}'


def _rencontre(facts: str = "") -> str:
    return f'titre: "Assemblée"\npublication: publie\ndemarche: quartier\ncomite: table-de-quartier\n{facts}{SOURCES}'


def _bloc(corps: str) -> str:
    return corps.partition('<h2 id="joindre-participer">')[2].partition("</section>")[0]


def _unknown(corps: str) -> str:
    """What the page says that nobody says."""
    return words(corps.partition('<h2 id="ce-qu-on-ne-sait-pas">')[2].partition("</section>")[0])


def _said(folder: Path, files: dict[str, str], adresse: str) -> str:
    return _bloc(printed(folder, files)[adresse].corps)


PROPRE = 'contacts: [{fonction: "agente", telephone: "(819) 555-0100", poste: "12", courriel: "jardin@exemple.test"}]\n'
MAISON = 'contacts: [{fonction: "accueil", telephone: "1-800-555-0199", verifie_le: "2026-01-10"}]\n'
CHARGE = "responsables: [{organisme: maison-de-quartier}]\n"


def test_a_number_is_dialled_by_a_touch_whatever_the_way_it_was_typed(tmp_path: Path) -> None:
    files = {
        "projets/jardin.yml": _projet(PROPRE + CHARGE),
        "organismes/maison-de-quartier.yml": _maison(MAISON),
    }
    bloc = _said(tmp_path, files, "projets/jardin")
    assert {"tel:+18195550100", "mailto:jardin@exemple.test"} <= set(links(bloc))
    assert "Agente (819) 555-0100, poste 12" in words(bloc)
    assert "Accueil" not in words(bloc), "les coordonnées de la fiche suffisent"


def test_the_number_of_who_answers_for_it_is_given_as_such(tmp_path: Path) -> None:
    files = {"projets/jardin.yml": _projet(CHARGE), "organismes/maison-de-quartier.yml": _maison(MAISON)}
    bloc = _said(tmp_path, files, "projets/jardin")
    assert (
        "Pour ce projet, les documents consultés ne disent pas qui appeler. "
        "Voici comment joindre Maison de quartier, qui s'en occupe."
    ) in words(bloc)
    assert {"tel:+18005550199", "../../organismes/maison-de-quartier/"} <= set(links(bloc))
    assert "Vérifié le 10 janvier 2026" in words(bloc)


def test_nobody_is_sent_to_an_organisme_that_is_gone(tmp_path: Path) -> None:
    gone = _maison(MAISON + 'actif_jusqu_a: "2015"\n')
    files = {"projets/jardin.yml": _projet(CHARGE), "organismes/maison-de-quartier.yml": gone}
    corps = printed(tmp_path, files)["projets/jardin"].corps
    assert "tel:" not in corps
    assert "Les documents consultés ne disent pas qui appeler, " in _unknown(corps)
    assert any(
        href.startswith("mailto:signaler@exemple.test?subject=Ce%20que%20je%20sais") for href in links(corps)
    )


def test_without_a_number_the_web_site_is_given_when_it_is_one(tmp_path: Path) -> None:
    files = {
        "projets/jardin.yml": _projet(CHARGE),
        "organismes/maison-de-quartier.yml": _maison("site_web: https://maison.exemple.test\n"),
    }
    assert "https://maison.exemple.test" in links(_said(tmp_path, files, "projets/jardin"))


PLEINE = """\
date: "3 mars 2026"
heure: "19 h"
lieu: "Salle du quartier, 12, rue des Saules"
ouvert_au_public: true
accommodements: "Rampe d'accès; garde d'enfants sur demande"
statut: a_venir
"""


def test_the_next_meeting_says_when_where_and_who_may_come(tmp_path: Path) -> None:
    files = {
        "evenements/passee.yml": _rencontre('date: "3 décembre 2025"\n').replace("Assemblée", "Passée"),
        "evenements/mars.yml": _rencontre(PLEINE),
        "evenements/mai.yml": _rencontre('date: "5 mai 2026"\n').replace("Assemblée", "Bilan"),
    }
    seen = words(_said(tmp_path, files, "comites/table-de-quartier"))
    assert (
        "Assemblée 3 mars 2026, 19 h Où: Salle du quartier, 12, rue des Saules Tout le monde peut venir. "
        "Pour vous aider à venir: Rampe d'accès; garde d'enfants sur demande Ensuite: Bilan, 5 mai 2026"
    ) in seen
    assert INCONNU not in seen
    assert "Passée" not in seen
    assert AUCUNE not in seen


def test_what_is_not_known_of_a_meeting_is_said_once(tmp_path: Path) -> None:
    files = {"evenements/mars.yml": _rencontre('date: "3 mars 2026"\nouvert_au_public: false\n')}
    seen = words(_said(tmp_path, files, "comites/table-de-quartier"))
    assert "Non précisé: l'heure, le lieu, l'accès au lieu et la garde d'enfants." in seen
    assert seen.count(INCONNU) == 1
    assert "Cette rencontre n'est pas ouverte au public." in seen


def test_a_cancelled_meeting_is_said_to_be_so_until_its_day(tmp_path: Path) -> None:
    files = {"evenements/mars.yml": _rencontre('date: "3 mars 2026"\nstatut: annulee\n')}
    before = words(_said(tmp_path, files, "comites/table-de-quartier"))
    after = printed(tmp_path, files, date(2026, 3, 4))["comites/table-de-quartier"].corps
    assert f"{AUCUNE}ce comité. Annulée: Assemblée, 3 mars 2026" in before
    assert "Annulée" not in words(_bloc(after))


def test_a_project_tells_the_meeting_of_the_comite_that_answers_for_it(tmp_path: Path) -> None:
    files = {
        "projets/jardin.yml": _projet("responsables: [{comite: table-de-quartier}]\n"),
        "evenements/mars.yml": _rencontre(
            PLEINE.replace("Salle du quartier, 12, rue des Saules", "https://visio.exemple.test/1")
        ),
    }
    bloc = _said(tmp_path, files, "projets/jardin")
    assert "Assemblée, avec Table de quartier" in words(bloc)
    assert "https://visio.exemple.test/1" in links(bloc)


FAIT = 'suivi: [{date: "2025-10-10", statut: realise, texte: "Le jardin est fait."}]\n'


def test_what_is_over_does_not_announce_that_nothing_is_announced(tmp_path: Path) -> None:
    corps = printed(tmp_path, {"projets/jardin.yml": _projet("statut: realise\n" + FAIT)})[
        "projets/jardin"
    ].corps
    assert "qui appeler" in _unknown(corps)
    assert "rencontre" not in _unknown(corps) + _bloc(corps)


@pytest.mark.parametrize(
    ("adresse", "facts"),
    [
        ("projets/jardin", "statut: abandonne\n"),
        ("comites/table-de-quartier", 'statut: dissous\nfin: "2024"\n'),
    ],
)
def test_what_was_given_up_or_dissolved_announces_nothing_either(
    tmp_path: Path, adresse: str, facts: str
) -> None:
    base = _projet("") if adresse.startswith("projets") else DEPART["comites/table-de-quartier.yml"]
    corps = printed(tmp_path, {f"{adresse}.yml": base + facts})[adresse].corps
    assert "qui appeler" in _unknown(corps)
    assert "rencontre" not in _unknown(corps) + _bloc(corps)


def test_the_next_meeting_is_told_with_three_others_at_most(tmp_path: Path) -> None:
    files = {
        f"evenements/e{n}.yml": _rencontre(f'date: "{n} mars 2026"\n').replace("Assemblée", f"Assemblée {n}")
        for n in range(1, 7)
    }
    seen = words(_said(tmp_path, files, "comites/table-de-quartier"))
    assert [n for n in range(1, 7) if f"Assemblée {n}" in seen] == [1, 2, 3, 4]


def test_a_site_is_given_only_when_nobody_can_be_called(tmp_path: Path) -> None:
    web = 'site_web: "https://maison.exemple.test"\n'
    for name, facts, given in (("a", web, True), ("b", web + MAISON, False)):
        files = {"projets/jardin.yml": _projet(CHARGE), "organismes/maison-de-quartier.yml": _maison(facts)}
        led = links(_said(tmp_path / name, files, "projets/jardin"))
        assert ("https://maison.exemple.test" in led) is given


@pytest.mark.parametrize(
    ("role", "answers"),
    [
        ("coordination", True),
        ("promoteur", True),
        ("initiateur", True),
        ("mandataire", True),
        ("bailleur", False),
    ],
)
def test_an_organisme_answers_for_a_comite_by_what_it_does_there(
    tmp_path: Path, role: str, answers: bool
) -> None:
    comite = DEPART["comites/table-de-quartier.yml"]
    files = {
        "comites/table-de-quartier.yml": f"{comite}organismes: [{{organisme: maison-de-quartier, role: {role}}}]\n",
        "organismes/maison-de-quartier.yml": _maison(MAISON),
    }
    bloc = _said(tmp_path, files, "comites/table-de-quartier")
    assert ("tel:+18005550199" in links(bloc)) is answers


def test_every_project_and_every_comite_says_whom_to_call_or_that_nobody_says_it() -> None:
    fiches = [*full_site().jeu.projets.values(), *full_site().jeu.comites.values()]
    found = {fiche.adresse: full_pages()[fiche.adresse].corps for fiche in fiches}
    assert len(found) > 14
    answered = re.compile(r"tel:\+1\d{10}\"|ne disent pas qui appeler")
    said = {adresse: _bloc(corps) + _unknown(corps) for adresse, corps in found.items()}
    assert [adresse for adresse, bloc in said.items() if not answered.search(bloc)] == []
    assert {corps.count('class="geste partager"') for corps in found.values()} == {1}
    assert {corps.count('id="joindre-participer"') for corps in found.values()} == {1}


def test_a_project_that_its_journal_says_is_over_has_nothing_left_to_take_part_in(tmp_path: Path) -> None:
    over = printed(tmp_path / "fini", {"projets/jardin.yml": _projet("statut: en_cours\n" + FAIT)})
    going = FAIT.replace("realise", "en_cours")
    open_again = _projet(f"suivi:\n  - {FAIT[8:-2]}\n  - {going[8:-2].replace('2025-10', '2025-11')}\n")
    there = printed(tmp_path / "repris", {"projets/jardin.yml": open_again})
    assert RENCONTRE not in _unknown(over["projets/jardin"].corps)
    assert RENCONTRE in _unknown(there["projets/jardin"].corps)


def test_the_staff_of_an_organisme_can_be_called_from_its_own_page(tmp_path: Path) -> None:
    number = 'fonction: "agente", organisme: maison-de-quartier, telephone: "819-555-0100", poste: "12"'
    given = f"contacts: [{{{number}}}]\n"
    files = {
        "demarches/quartier.yml": DEPART["demarches/quartier.yml"] + given,
        "comites/table-de-quartier.yml": DEPART["comites/table-de-quartier.yml"] + given,
    }
    alone = printed(tmp_path / "seul", files)["organismes/maison-de-quartier"].corps
    assert words(alone.partition('id="joindre-pour"')[2].partition("</section>")[0]).startswith(
        ">Pour nous joindre Agente 819-555-0100, poste 12 "
        "Coordonnées telles que publiées; nous ne les avons pas vérifiées "
        "Pour: "
    )
    led = links(alone.partition('id="joindre-pour"')[2].partition("</section>")[0])
    assert led == ["tel:+18195550100", "../../demarches/quartier/", "../../comites/table-de-quartier/"]
    assert "À joindre pour" not in words(alone)
    own = (
        DEPART["organismes/maison-de-quartier.yml"]
        + 'contacts: [{fonction: "accueil", courriel: a@b.quebec}]\n'
    )
    both = printed(tmp_path / "deux", {**files, "organismes/maison-de-quartier.yml": own})
    assert "À joindre aussi Agente" in words(both["organismes/maison-de-quartier"].corps)
