"""A person finds what is near: from the region down to the quarter and back, each thing in its place."""

from __future__ import annotations

import re
from pathlib import Path

from clairevoie.pages import lists
from tests.aides.pages_vues import links, printed, told, words
from tests.aides.sites import GABARITS, full_pages

LIEUX = {
    "territoires/region.yml": 'nom: "Région des Pins"\npublication: publie\ntype: region_administrative\n',
    "territoires/la-ville.yml": 'nom: "La Ville"\npublication: publie\ntype: ville\nparent: region\n',
    "territoires/erables.yml": 'nom: "Les Érables"\npublication: publie\ntype: quartier\nparent: la-ville\n',
    "territoires/pins.yml": 'nom: "Les Pins"\npublication: publie\ntype: quartier\nparent: la-ville\n',
}


def _project(name: str, places: str, document: str = "rapport") -> dict[str, str]:
    text = f"""\
nom: "{name}"
publication: publie
en_bref: "Un projet."
demarche: quartier
territoires: [{places}]
sources: [{{document: {document}, repere: "Page 1"}}]
"""
    return {f"projets/{name.lower().replace(' ', '-')}.yml": text}


BULLETIN = 'titre: "Bulletin du quartier"\npublication: publie\ndate_consultation: "2026-01-10"\n'
FILES = {
    **LIEUX,
    "documents/bulletin.yml": BULLETIN,
    **_project("Jardin", "la-ville"),
    **_project("Four banal", "erables", "bulletin"),
    **_project("Ruelle", "erables, pins"),
}


def _section(corps: str, anchor: str) -> str:
    """The words of a section of a page."""
    found = re.search(rf'<section aria-labelledby="{anchor}">.*?</section>', corps, re.DOTALL)
    assert found, anchor
    return words(found[0])


def test_what_is_in_a_smaller_place_is_told_apart_and_named(tmp_path: Path) -> None:
    page = printed(tmp_path, FILES)["territoires/la-ville"].corps
    own, _, smaller = _section(page, "projets").partition("Dans les territoires plus petits")
    assert "Jardin" in own
    assert "Four banal" not in own
    assert "Four banal – Les Érables" in smaller
    assert "Ruelle – Les Érables, Les Pins" in smaller
    assert smaller.count("Ruelle") == 1


def test_a_place_without_smaller_ones_does_not_speak_of_them(tmp_path: Path) -> None:
    page = printed(tmp_path, FILES)["territoires/erables"].corps
    assert "plus petits" not in words(page)
    assert 'id="plus-pres"' not in page


def test_documents_are_those_that_what_happens_there_rests_on(tmp_path: Path) -> None:
    pages = printed(tmp_path, FILES)
    own, _, smaller = _section(pages["territoires/la-ville"].corps, "documents").partition(
        "Dans les territoires plus petits"
    )
    assert "Rapport du quartier" in own
    assert "Bulletin du quartier – Les Érables" in smaller
    assert "Rapport du quartier" not in smaller
    assert "Bulletin" not in _section(pages["territoires/pins"].corps, "documents")


def test_the_breadcrumb_goes_up_through_every_larger_place(tmp_path: Path) -> None:
    page = printed(tmp_path, FILES)["territoires/erables"].corps
    trail = page.partition("</nav>")[0]
    assert words(trail) == "Accueil Territoires Région des Pins La Ville Les Érables"
    assert links(trail) == ["../../", "../", "../../territoires/region/", "../../territoires/la-ville/"]


def test_a_place_leads_down_to_its_quarters_and_up_to_its_region_with_what_is_there(tmp_path: Path) -> None:
    page = printed(tmp_path, FILES)["territoires/la-ville"].corps
    assert _section(page, "plus-pres") == (
        "Plus près de chez vous Les Érables Quartier – 2 projets Les Pins Quartier – 1 projet"
    )
    assert "Région des Pins" in _section(page, "plus-grand")


def test_what_is_counted_beside_a_larger_place_is_only_what_concerns_it_whole(tmp_path: Path) -> None:
    page = printed(tmp_path, {**FILES, **_project("Navette", "region")})["territoires/la-ville"].corps
    assert "Région des Pins Région administrative – 1 projet" in _section(page, "plus-grand")


def test_the_index_counts_each_thing_once_where_it_is_and_above(tmp_path: Path) -> None:
    seen = words(lists(told(tmp_path, FILES), GABARITS)["territoires"])
    assert "La Ville Ville – 1 démarche, 3 projets" in seen
    assert "Région des Pins Région administrative – 1 démarche, 3 projets" in seen


def test_the_index_jumps_to_each_region(tmp_path: Path) -> None:
    other = {"territoires/cotes.yml": 'nom: "Les Côtes"\npublication: publie\ntype: region_administrative\n'}
    html = lists(told(tmp_path, {**FILES, **other}), GABARITS)["territoires"]
    jumps = [link for link in links(html) if link.startswith("#")]
    assert {"#lieu-region", "#lieu-cotes"} <= set(jumps)
    assert [link for link in jumps if f'id="{link[1:]}"' not in html] == []


def test_a_name_of_300_letters_is_printed_whole(tmp_path: Path) -> None:
    name = "Quartier " * 33
    files = {
        **LIEUX,
        "territoires/long.yml": f'nom: "{name.strip()}"\npublication: publie\nparent: la-ville\n',
    }
    assert name.strip() in words(printed(tmp_path, files)["territoires/long"].corps)


def test_only_a_place_where_something_goes_on_offers_its_edition() -> None:
    offered = {id for id, page in full_pages().items() if "edition/" in links(page.corps)}
    assert "territoires/vieux-phare" in offered
    assert "territoires/mrc-des-anses" in offered
    assert not offered & {"territoires/secteur-de-la-greve", "territoires/fiche-retiree-territoires"}
