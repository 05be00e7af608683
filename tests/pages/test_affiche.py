"""The wall is told the truth and no more than it has room for; what is left is counted."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
import zxingcpp

from clairevoie.drawing.qr_code import qr_code
from clairevoie.pages import Page
from clairevoie.pages.affiche.affiche import sheets
from clairevoie.pages.affiche.annonces import Annonce
from clairevoie.pages.affiche.feuilles import Matiere, lay
from tests.aides.pages_vues import links, told, words
from tests.aides.sites import GABARITS, full_site
from tests.aides.stories import DEPART

# Pixels on the side of a module.
_SCALE = 6
VILLE = {"territoires/la-ville.yml": 'nom: "La Ville"\npublication: publie\ntype: ville\n'}
MEETING = """\
titre: "Assemblée de printemps"
publication: publie
demarche: quartier
comite: table-de-quartier
territoires: [la-ville]
date: "12 mai 2026"
heure: "19 h"
lieu: "Salle communautaire"
ouvert_au_public: true
accommodements: "Garde d'enfants sur place"
sources: [{document: rapport, repere: "Page 1"}]
"""


def _projects(count: int, statut: str = "en_cours") -> dict[str, str]:
    return {
        f"projets/projet-{rank:02}.yml": f"""\
nom: "Projet numéro {rank}"
publication: publie
en_bref: "Des gens font quelque chose ensemble."
demarche: quartier
territoires: [la-ville]
statut: {statut}
sources: [{{document: rapport, repere: "Page 1"}}]
"""
        for rank in range(1, count + 1)
    }


def _calling(contact: str) -> dict[str, str]:
    organisme = DEPART["organismes/maison-de-quartier.yml"]
    return {
        "organismes/maison-de-quartier.yml": f"{organisme}territoires: [la-ville]\ncontacts: [{contact}]\n"
    }


def _editions(folder: Path, files: Mapping[str, str]) -> dict[str, Page]:
    made = (make() for _, make in sheets(told(folder, {**VILLE, **files}), GABARITS))
    return {page.slug: page for page in made}


def _edition(folder: Path, files: Mapping[str, str]) -> Page:
    return _editions(folder, files)["la-ville"]


def _sheets(page: Page) -> int:
    return len(re.findall(r'class="edition__feuille[" ]', page.corps))


def _look(page: Page) -> str:
    looks = set(re.findall(r'class="edition__feuille(?: edition__feuille--(\w+))?"', page.corps))
    assert len(looks) == 1
    return looks.pop()


def test_of_sixty_projects_some_are_told_and_the_others_counted(tmp_path: Path) -> None:
    page = _edition(tmp_path, _projects(60))
    seen = words(page.corps)
    shown = len(set(re.findall(r"Projet numéro \d+", seen)))
    assert 8 <= shown < 14
    assert f"Sur le site: {60 - shown} autres projets." in seen


def test_when_all_fits_it_is_on_one_sheet_and_nothing_is_said_to_be_left(tmp_path: Path) -> None:
    page = _edition(tmp_path, _projects(1))
    assert _sheets(page) == 1
    assert "Sur le site" not in words(page.corps)


def test_the_letters_are_larger_when_there_is_little_to_tell_and_smaller_before_a_second_sheet(
    tmp_path: Path,
) -> None:
    pages = [_edition(tmp_path / str(count), _projects(count)) for count in (4, 5, 6, 7)]
    assert [_sheets(page) for page in pages] == [1, 1, 1, 2]
    assert [_look(page) for page in pages] == ["grande", "", "serree", ""]


def test_on_two_sheets_none_is_less_than_a_third_full() -> None:
    def told(titre: str, count: int) -> Matiere:
        return Matiere(
            titre, tuple(Annonce("projets", f"projets/{n}", "Nom", "Texte", "") for n in range(count))
        )

    for projects in range(1, 40):
        for comites in range(1, 20):
            laid = lay([told("Projets", projects), told("Comités", comites)], [], (456.0, 514.0))
            least = min(height / room for height, room in zip(laid.hauteurs(), (456.0, 514.0), strict=False))
            assert len(laid.feuilles) == 1 or least >= 1 / 3, (projects, comites)


def test_what_starts_on_one_sheet_ends_on_the_other_when_all_is_told_so(tmp_path: Path) -> None:
    seen = words(_edition(tmp_path, _projects(9)).corps)
    assert "Démarches et projets (suite)" in seen
    assert "Sur le site" not in seen


def test_there_are_never_more_than_two_sheets() -> None:
    made = {slug: _sheets(make()) for slug, make in sheets(full_site(), GABARITS)}
    assert len(made) > 5
    assert set(made.values()) <= {1, 2}


def test_projects_under_way_are_told_before_those_that_are_planned(tmp_path: Path) -> None:
    last = {
        "projets/zone-verte.yml": _projects(1)["projets/projet-01.yml"].replace(
            "Projet numéro 1", "Zone verte"
        )
    }
    seen = words(_edition(tmp_path, {**_projects(20, "prevu"), **last}).corps)
    assert seen.index("Zone verte") < seen.index("Projet numéro 1")


def test_a_place_where_nothing_goes_on_has_no_edition(tmp_path: Path) -> None:
    alone = {"territoires/ailleurs.yml": 'nom: "Ailleurs"\npublication: publie\n'}
    assert set(_editions(tmp_path, alone)) == {"la-ville"}


def test_an_archived_place_or_project_is_not_put_on_a_wall(tmp_path: Path) -> None:
    archived = {name: text.replace("publie\n", "archive\n", 1) for name, text in _projects(1).items()}
    assert "Projet numéro" not in words(_edition(tmp_path, archived).corps)
    old = {"territoires/la-ville.yml": 'nom: "La Ville"\npublication: archive\n'}
    assert _editions(tmp_path / "place", old) == {}


def test_the_next_meeting_says_when_where_and_who_may_come(tmp_path: Path) -> None:
    page = _edition(tmp_path, {"evenements/assemblee.yml": MEETING})
    seen = words(page.corps)
    assert "12 mai 2026, 19 h, Salle communautaire" in seen
    assert "Ouvert à tout le monde · Garde d'enfants sur place" in seen
    assert "exemple.test/e/assemblee/" in seen


def test_a_past_meeting_is_not_announced(tmp_path: Path) -> None:
    past = MEETING.replace("12 mai 2026", "12 mai 2025")
    seen = words(_edition(tmp_path, {"evenements/assemblee.yml": past}).corps)
    assert "Assemblée de printemps" not in seen
    assert "Prochaines rencontres" not in seen
    assert "Le site n'annonce aucune rencontre à venir et ne donne aucun numéro à appeler." in seen


def test_what_is_missing_is_said_once_and_no_heading_stands_alone(tmp_path: Path) -> None:
    page = _edition(tmp_path, _projects(20))
    assert _sheets(page) == 2
    assert words(page.corps).count("Le site n'annonce aucune rencontre") == 1
    assert "Qui appeler" not in words(page.corps)
    calling = _edition(tmp_path / "numero", _calling('{fonction: "accueil", telephone: "418-555-0100"}'))
    assert "Le site n'annonce aucune rencontre à venir." in words(calling.corps)


def test_the_comites_of_a_region_are_not_on_the_wall_of_its_towns(tmp_path: Path) -> None:
    region = {
        "territoires/la-region.yml": 'nom: "La Région"\npublication: publie\n',
        "territoires/la-ville.yml": f"{VILLE['territoires/la-ville.yml']}parent: la-region\n",
    }

    def where(*places: str) -> dict[str, str]:
        comite = DEPART["comites/table-de-quartier.yml"]
        return {**region, "comites/table-de-quartier.yml": f"{comite}territoires: [{', '.join(places)}]\n"}

    regional = _editions(tmp_path, where("la-region"))
    assert "Table de quartier" in words(regional["la-region"].corps)
    assert "Table de quartier" not in words(regional["la-ville"].corps)
    both = _editions(tmp_path / "les-deux", where("la-region", "la-ville"))
    assert "Table de quartier" in words(both["la-ville"].corps)


def test_each_thing_says_its_day_or_the_document_that_tells_it(tmp_path: Path) -> None:
    one = _projects(1)["projets/projet-01.yml"]
    dated = {"documents/rapport.yml": DEPART["documents/rapport.yml"] + 'date_document: "Mars 2025"\n'}
    assert "selon «Rapport du quartier», sans date" in words(_edition(tmp_path, _projects(1)).corps)
    seen = words(_edition(tmp_path / "date", {**_projects(1), **dated}).corps)
    assert "En cours · selon «Rapport du quartier», mars 2025" in seen
    known = {"projets/projet-01.yml": f'{one}etat_au: "12 janvier 2026"\n'}
    assert "mars 2025: Des gens font quelque chose ensemble." in seen
    assert "En cours · situation au 12 janvier 2026" in words(_edition(tmp_path / "etat", known).corps)


def test_the_rhythm_of_an_old_comite_is_told_without_a_verb(tmp_path: Path) -> None:
    comite = DEPART["comites/table-de-quartier.yml"] + (
        'territoires: [la-ville]\nfrequence: "Entre 4 à 6 rencontres par année"\n'
    )
    seen = words(_edition(tmp_path, {"comites/table-de-quartier.yml": comite}).corps)
    assert "De 4 à 6 rencontres par année · selon «Rapport du quartier», sans date" in seen
    for lie in ("se réunit", "Ce qui se fait"):
        assert lie not in seen


def test_a_verified_number_can_be_called_by_the_function_that_answers(tmp_path: Path) -> None:
    contact = '{fonction: "accueil", telephone: "418-555-0100", poste: "12", verifie_le: "2026-01-05"}'
    seen = words(_edition(tmp_path, _calling(contact)).corps)
    assert "Accueil, Maison de quartier 418-555-0100, poste 12" in seen
    assert "Vérifié le 5 janvier 2026" in seen


def test_a_number_of_the_place_alone_comes_before_one_of_several_places(tmp_path: Path) -> None:
    calls = 'contacts: [{{fonction: "{}", telephone: "418-555-{}", verifie_le: "2026-01-05"}}]\n'
    project = _projects(1)["projets/projet-01.yml"].replace("[la-ville]", "[la-ville, rive]")
    assert "[la-ville, rive]" in project
    comite = DEPART["comites/table-de-quartier.yml"] + "territoires: [la-ville]\n"
    files = {
        "territoires/rive.yml": "nom: Rive\npublication: publie\n",
        "projets/projet-01.yml": project + calls.format("parcelles", "0141"),
        "comites/table-de-quartier.yml": comite + calls.format("réception", "0100"),
    }
    seen = words(_edition(tmp_path, files).corps)
    assert seen.index("418-555-0100") < seen.index("418-555-0141")


def test_a_number_that_nobody_verified_is_printed_with_these_words_after_the_others(tmp_path: Path) -> None:
    contacts = (
        '{fonction: "accueil", telephone: "418-555-0100"}, '
        '{fonction: "garde", telephone: "418-555-0199", verifie_le: "2026-01-05"}'
    )
    seen = words(_edition(tmp_path, _calling(contacts)).corps)
    assert (
        "Accueil, Maison de quartier 418-555-0100 Non vérifié, selon «Rapport du quartier», sans date" in seen
    )
    assert seen.index("418-555-0199") < seen.index("418-555-0100")


def test_a_function_that_has_neither_number_nor_courriel_is_not_one_to_call(tmp_path: Path) -> None:
    contact = '{fonction: "accueil", heures: "du lundi au jeudi"}'
    assert "Qui appeler" not in words(_edition(tmp_path, _calling(contact)).corps)


def test_no_person_is_named_on_a_wall(tmp_path: Path) -> None:
    comite = DEPART["comites/table-de-quartier.yml"] + (
        "territoires: [la-ville]\n"
        'membres: [{organisme: maison-de-quartier, nom: "Prénom Fictif", base_publication: {type: fonction}}]\n'
    )
    page = _edition(tmp_path, {"comites/table-de-quartier.yml": comite})
    assert "Table de quartier" in page.corps
    assert "Fictif" not in page.corps


def test_the_short_address_stands_in_letters_beside_its_code(tmp_path: Path) -> None:
    page = _edition(tmp_path, _projects(1))
    assert "exemple.test/t/la-ville/" in words(page.corps)
    assert "../../../t/la-ville/" in links(page.corps)
    assert qr_code("https://exemple.test/t/la-ville/").path in page.corps


@pytest.mark.parametrize(
    "address",
    [
        "https://exemple.test/t/st-marc-christ-roi/",
        "https://exemple.test/claire-voie/e/une-rencontre-au-nom-vraiment-tres-long-du-12-mars-2026/",
    ],
)
def test_what_is_drawn_reads_as_the_address(address: str) -> None:
    drawn = qr_code(address)
    bars = re.findall(r"M(\d+) (\d+)h(\d+)v1h-\d+z", drawn.path)
    assert "".join(f"M{x} {y}h{width}v1h-{width}z" for x, y, width in bars) == drawn.path
    rows = [bytearray(b"\xff" * drawn.side * _SCALE) for _ in range(drawn.side)]
    for x, y, width in (map(int, bar) for bar in bars):
        rows[y][x * _SCALE : (x + width) * _SCALE] = bytes(width * _SCALE)
    pixels = b"".join(bytes(row) * _SCALE for row in rows)
    side = drawn.side * _SCALE
    assert [code.text for code in zxingcpp.read_barcodes(memoryview(pixels).cast("B", (side, side)))] == [
        address
    ]


def test_an_edition_is_found_by_no_search_and_stands_below_its_place(tmp_path: Path) -> None:
    page = _edition(tmp_path, _projects(1))
    assert page.entrees == ()
    assert page.url == "territoires/la-ville/edition/"


def test_old_or_undated_facts_say_that_they_may_have_changed(tmp_path: Path) -> None:
    seen = words(_edition(tmp_path, _projects(1)).corps)
    assert "Ceux qui sont anciens ou sans date ont pu changer" in seen
