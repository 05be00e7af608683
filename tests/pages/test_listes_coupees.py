"""A list that is too long is cut into pages: everything is three links away at most, and keeps its address."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from clairevoie.derive.journal.chapters import Etape, Journal
from clairevoie.model import COLLECTIONS
from clairevoie.pages import Site, classement, decoupage, list_pages, lists
from clairevoie.pages.listes import LISTES
from tests.aides.pages_vues import anchors, links, told, words
from tests.aides.sites import AUJOURD_HUI, GABARITS, REGLAGES, full_site
from tests.aides.stories import sentences

# The lists that stand on one page whatever happens: they hold but a few things, or lead elsewhere when they are long.
NEVER = {
    "accueil-bandeau",
    "accueil-portes",
    "accueil-rencontres",
    "accueil-chiffres",
    "accueil-territoires",
    "accueil-demarches",
    "donnees",
    "accueil-nouveautes",
    "appels",
    "appels-voisine",
    "champs",
    "explorer",
}
# The journal needs a history, which this site has not.
CUT = sorted(name for name, liste in LISTES.items() if liste.adresse and name != "journal")
SOURCES = "sources: [{document: rapport}]\n"


@pytest.fixture(autouse=True)
def _few(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page is full with one card."""
    monkeypatch.setattr(decoupage, "LIMITE", 1)


def _site(tmp_path: Path, many: int) -> Site:
    said = f'publication: publie\nen_bref: "Un jardin."\ndemarche: quartier\n{SOURCES}'
    return told(tmp_path, {f"projets/jardin-{n}.yml": f'nom: "Jardin {n}"\n{said}' for n in range(many)})


def _whole(site: Site) -> Mapping[str, str]:
    """The body of every page of the lists of a site, and of the lists themselves, by address."""
    found = {
        LISTES[name].adresse: html for name, html in lists(site, GABARITS).items() if LISTES[name].adresse
    }
    return found | {adresse: corps for adresse, (_, _, corps) in list_pages(site, GABARITS).items()}


@cache
def _cut_site() -> Mapping[str, str]:
    return _whole(full_site())


def _led(adresse: str, corps: str) -> Iterator[str]:
    """The addresses that a page leads to, from the root of the site."""
    for link in links(corps):
        path = link.partition("#")[0]
        if path and ":" not in path:
            yield posixpath.normpath(posixpath.join(adresse, path))


def _reached(start: str, pages: Mapping[str, str], steps: int) -> set[str]:
    """What is reached from a page in so many links, breadcrumbs and pages beside left out."""
    found, front = set[str](), {start}
    for _ in range(steps):
        front = {to for one in front if one in pages for to in _led(one, _inside(pages[one]))} - found
        found |= front
    return found


def _inside(corps: str) -> str:
    return corps.partition("</h1>")[2].partition('<nav class="portes__autour"')[0] or corps


def test_every_record_is_within_three_links_of_the_page_of_its_list() -> None:
    pages = _cut_site()
    for name in COLLECTIONS:
        wanted = {fiche.adresse for fiche in full_site().jeu.collection(name).values()}
        assert wanted <= _reached(name, pages, 3), name


@pytest.mark.parametrize("name", CUT)
def test_a_cut_list_leads_in_three_links_to_all_that_it_led_to(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    adresse = LISTES[name].adresse
    assert adresse, "une liste qui peut être coupée dit son adresse"
    reached = _reached(adresse, _cut_site(), 3)
    assert any(one.startswith(f"{adresse}/") for one in _cut_site()), "elle n'est pas coupée"
    monkeypatch.setattr(decoupage, "LIMITE", 1000)
    assert set(_led(adresse, lists(full_site(), GABARITS)[name])) <= reached


@pytest.mark.parametrize("name", CUT)
def test_the_anchors_of_a_list_are_still_there_when_it_is_cut(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    cut = set(anchors(_cut_site()[LISTES[name].adresse]))
    monkeypatch.setattr(decoupage, "LIMITE", 1000)
    titles = {one for one in anchors(lists(full_site(), GABARITS)[name]) if _is_of_a_group(name, one)}
    assert titles <= cut


def _is_of_a_group(name: str, anchor: str) -> bool:
    """Whether an anchor leads to a group of the list, not to one thing in it."""
    fine = {"calendrier": lambda: (anchor[:4].isdigit() and len(anchor) > 4) or anchor.startswith("de-")}
    return not (name in fine and fine[name]()) and not anchor.startswith(
        ("jour-", "suites-", "marque-", "temps-")
    )


def test_each_page_says_where_it_stands_and_how_many_it_holds() -> None:
    found = list_pages(full_site(), GABARITS)
    assert found
    for adresse, (titre, description, corps) in found.items():
        assert titre
        assert description.startswith(titre), adresse
        assert words(corps).startswith("Accueil"), adresse
        assert corps.count("<h1") == 1
        assert "\x01" not in corps


def test_addresses_stay_when_a_record_is_added(tmp_path: Path) -> None:
    before = list_pages(_site(tmp_path / "a", 9), GABARITS)
    after = list_pages(_site(tmp_path / "b", 12), GABARITS)
    assert set(before) < set(after)


def test_no_page_of_a_list_may_be_taken_for_one_of_a_record(tmp_path: Path) -> None:
    heads = {
        one.split("/")[1] for one in list_pages(full_site(), GABARITS) if one.split("/")[0] in COLLECTIONS
    }
    assert heads
    for id in heads:
        (told_of,) = sentences(tmp_path / id, {f"enjeux/{id}.yml": "nom: Autre\n"}, "ID-09")
        assert f"« {id} » est réservé au site" in told_of


def test_the_counts_come_first(tmp_path: Path) -> None:
    seen = words(lists(_site(tmp_path, 9), GABARITS)["projets"])
    assert seen.startswith("9 projets, 1 démarche. Quartier en commun 9")
    pages = list_pages(_site(tmp_path, 9), GABARITS)
    assert words(pages["projets/demarche/quartier"][2]).startswith(
        "Accueil Projets Quartier en commun Projets: Quartier en commun 9 projets Jardin 0 1"
    )


def test_a_long_journal_is_cut_by_month_then_by_day() -> None:
    changed = [
        Etape(fiche.adresse, day, rank, "changee")
        for rank, fiche in enumerate(full_site().jeu.projets.values())
        for day in (date(2026, 3, 2), date(2026, 4, 5))
    ]
    told_site = Site.of(full_site().jeu, REGLAGES, AUJOURD_HUI, journal=Journal(tuple(changed), connu=True))
    found = list_pages(told_site, GABARITS)
    days = {adresse for adresse in found if adresse.startswith("journal/2026-04-05/")}
    assert {"journal/2026-03", "journal/2026-04"} <= set(found)
    assert days
    held = {link for adresse in days for link in _led(adresse, found[adresse][2])}
    assert set(full_site().jeu.collection("projets")) <= {one.rpartition("/")[2] for one in held}


def test_every_list_may_be_cut_but_those_that_lead_elsewhere() -> None:
    assert {name for name, liste in LISTES.items() if not liste.adresse} == NEVER


def test_a_home_page_of_many_places_folds_the_smaller_ones_under_the_widest(tmp_path: Path) -> None:
    quarter = 'nom: "Quartier {n}"\npublication: publie\nparent: la-ville\n'
    places = {f"territoires/quartier-{n}.yml": quarter.format(n=n) for n in range(50)}
    text = (
        'nom: "Jardin {n}"\npublication: publie\nen_bref: "Un jardin."\n'
        "demarche: quartier\nterritoires: [quartier-{n}]\n"
    )
    files = {f"projets/jardin-{n}.yml": f"{text.format(n=n)}{SOURCES}" for n in range(50)}
    html = lists(told(tmp_path, {**places, **files}), GABARITS)["accueil-territoires"]
    assert words(html).startswith("Près de chez vous La Ville 50 lieux plus petits, dans La Ville Quartier 0")
    assert html.count("<details") == 1


def test_with_many_demarches_each_keeps_its_anchor_and_its_heading(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(classement, "_MANY", 1)
    monkeypatch.setattr(decoupage, "LIMITE", 5)
    demarche = 'publication: publie\nen_bref: "On s\'y met."\nterritoires: [la-ville]\n' + SOURCES
    project = 'publication: publie\nen_bref: "Un jardin."\n' + SOURCES
    files = {f"demarches/parc-{n}.yml": f'nom: "Parc {n}"\n{demarche}' for n in range(4)}
    files |= {
        f"projets/jardin-{n}.yml": f'nom: "Jardin {n}"\ndemarche: parc-{n % 4}\n{project}' for n in range(8)
    }
    files |= {"projets/banc.yml": f'nom: "Banc"\ndemarche: quartier\n{project}'}
    site = told(tmp_path, files)
    html, pages = lists(site, GABARITS)["projets"], list_pages(site, GABARITS)
    assert {"parc-0", "parc-1", "parc-2", "parc-3", "quartier"} <= set(anchors(html))
    assert links(html) == ["../projets/demarches/p/", "../projets/demarches/q/"]
    assert {f"projets/demarche/parc-{n}" for n in range(4)} <= set(pages)
    assert "projets/demarche/quartier" not in pages, "tout tient sur la page de la lettre"


@pytest.mark.parametrize("name", CUT)
def test_with_many_demarches_every_list_keeps_the_anchor_of_each(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(classement, "_MANY", 1)
    cut = set(anchors(lists(full_site(), GABARITS)[name]))
    monkeypatch.setattr(decoupage, "LIMITE", 1000)
    whole = set(anchors(lists(full_site(), GABARITS)[name]))
    ids = full_site().jeu.demarches
    assert {one for one in whole if one.removeprefix("questions-") in ids} <= cut


def test_the_money_of_the_actions_of_a_plan_is_filed_by_action_in_few_links(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(decoupage, "LIMITE", 20)
    actions = "".join(
        f'  - {{numero: "{n}", texte: "Semer {n}.", budgets: [{{id: budget-{n}, total_declare: 100}}]}}\n'
        for n in range(1, 61)
    )
    paged = 'sources: [{document: rapport, repere: "Page 1"}]\n'
    plan = f'nom: "Plan du quartier"\npublication: publie\ndemarche: quartier\ngenre: plan_d_action\n{paged}'
    made = list_pages(told(tmp_path, {"plans/plan.yml": f"{plan}actions:\n{actions}"}), GABARITS)
    pages = {adresse: page for adresse, page in made.items() if adresse.startswith("argent/")}
    leaves = [corps for _, _, corps in pages.values() if "<table" in corps]
    assert len(pages) < 15, sorted(pages)
    assert max(corps.count("<tr>") for corps in leaves) <= 21
    titles = [titre for titre, _, _ in pages.values()]
    assert len(set(titles)) == len(titles)
