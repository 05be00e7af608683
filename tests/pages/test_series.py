"""What a record lists has a form for 5, 50, 500 and 5 000: whole, folded, then in pages whose addresses stay."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import brotli
import pytest

from clairevoie.pages import Page
from clairevoie.pages.cartes import Carte
from clairevoie.pages.fiche.relinking import deeper
from clairevoie.pages.fiche.series import PAGES, GroupeDeSerie, Serie, serie
from clairevoie.wording.money import Argent
from tests.aides.pages_vues import anchors, links, printed, words
from tests.aides.sites import full_site

_MOTS = ("accueil", "bottin", "chantier", "dépanneur", "école", "forêt", "garderie", "île", "jardin", "local")


def _cards(count: int) -> list[Carte]:
    names = (f"{_MOTS[n % 10]} {_MOTS[n // 10 % 10]} {n:04}" for n in range(count))
    return [Carte(f"projets/p-{n:04}", nom, None, (), None, None) for n, nom in enumerate(names)]


def _leaves(une: Serie) -> list[GroupeDeSerie]:
    return [leaf for groupe in une.groupes for leaf in (groupe.dessous or (groupe,))]


@pytest.mark.parametrize(
    ("count", "forme"), [(5, "liste"), (40, "liste"), (50, "plis"), (400, "plis"), (500, "pages")]
)
def test_the_form_follows_the_length(count: int, forme: str) -> None:
    assert serie(full_site(), "projets", "Projets", _cards(count)).forme == forme


@pytest.mark.parametrize(("count", "shown"), [(3, 3), (5, 5), (6, 3), (40, 3)])
def test_of_a_list_the_first_entries_are_read_and_the_others_wait_when_they_are_several(
    count: int, shown: int
) -> None:
    cards = _cards(count)
    une = serie(full_site(), "projets", "Projets", cards, d_abord=3)
    assert (*une.premieres, *une.suite) == tuple(cards)
    assert len(une.premieres) == shown
    assert serie(full_site(), "projets", "Projets", cards).premieres == tuple(cards)


@pytest.mark.parametrize("count", [50, 500, 5000])
def test_every_entry_is_in_one_group_and_no_group_is_too_long(count: int) -> None:
    cards = _cards(count)
    une = serie(full_site(), "projets", "Projets", cards)
    held = [carte for leaf in _leaves(une) for carte in leaf.entrees]
    assert sorted(carte.adresse for carte in held) == [carte.adresse for carte in cards]
    assert max(leaf.nombre for leaf in _leaves(une)) <= PAGES


def test_a_page_keeps_its_address_when_other_entries_come() -> None:
    before = {groupe.suite for groupe in serie(full_site(), "projets", "Projets", _cards(900)).groupes}
    after = {groupe.suite for groupe in serie(full_site(), "projets", "Projets", _cards(5000)).groupes}
    assert before <= after
    assert "projets/a/" in before


def test_names_that_are_all_the_same_are_told_apart_by_their_ids() -> None:
    cards = [Carte(f"projets/p-{n:04}", "Jardin", None, (), None, None) for n in range(1200)]
    une = serie(full_site(), "projets", "Projets", cards)
    assert max(leaf.nombre for leaf in _leaves(une)) <= PAGES
    assert len({leaf.suite for leaf in _leaves(une)}) == len(_leaves(une))


def test_a_list_that_would_fit_on_one_page_is_cut_once() -> None:
    une = serie(full_site(), "projets", "Projets", _cards(300), already=PAGES)
    assert {groupe.suite for groupe in une.groupes} == {f"projets/{letter}/" for letter in "abcdefgijl"}
    assert not any(groupe.dessous for groupe in une.groupes)


def test_the_address_of_a_page_is_plain_whatever_tells_its_entries_apart() -> None:
    sums = [Argent(f"projets/cuisine-collective#budget-{n:04}", (), ()) for n in range(2 * PAGES)]
    une = serie(full_site(), "argent", "L'argent", sums)
    assert all(re.fullmatch(r"argent/[a-z0-9-]+/", leaf.suite) for leaf in _leaves(une))
    assert sum(leaf.nombre for leaf in _leaves(une)) == len(sums)


def test_the_lists_of_a_page_share_what_it_may_hold() -> None:
    assert serie(full_site(), "projets", "Projets", _cards(300), already=0).forme == "plis"
    assert serie(full_site(), "projets", "Projets", _cards(300), already=300).forme == "pages"
    assert serie(full_site(), "projets", "Projets", _cards(30), already=5000).forme == "liste"


def test_what_is_printed_two_folders_below_leads_to_the_same_places() -> None:
    above = '<a href="../../projets/un/#etape-1" title="href=&quot;x&quot;">a</a> <a href="#ici">b</a>'
    assert deeper(above) == (
        '<a href="../../../../projets/un/#etape-1" title="href=&quot;x&quot;">a</a> <a href="../../#ici">b</a>'
    )
    for elsewhere in ("https://exemple.org/a", "mailto:a@exemple.org", "tel:+15145551234"):
        assert deeper(f'<a href="{elsewhere}">') == f'<a href="{elsewhere}">'


_PROJET = """\
nom: "{nom}"
publication: publie
en_bref: "Un projet du quartier."
demarche: quartier
enjeux: [{{enjeu: entraide, libelle: "entraide"}}]
sources: [{{document: rapport, repere: "Page 1"}}]
"""


def _projects(count: int) -> dict[str, str]:
    return {
        f"projets/{one.adresse.rpartition('/')[2]}.yml": _PROJET.format(nom=one.titre)
        for one in _cards(count)
    }


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Page]:
    return printed(tmp_path_factory.mktemp("beaucoup"), _projects(700))


def _all(page: Page) -> list[Page]:
    return [page, *page.dessous]


@pytest.mark.parametrize("adresse", ["demarches/quartier", "enjeux/entraide", "documents/rapport"])
def test_everything_that_is_cut_is_reached_from_the_page_of_the_record(
    many: Mapping[str, Page], adresse: str
) -> None:
    page = many[adresse]
    suites = {part.suite for part in page.dessous}
    led = {link for link in links(page.corps) if link in suites}
    second = {link.removeprefix("../../") for part in page.dessous for link in links(part.corps)} & suites
    assert led | second == suites
    shown = {link.rpartition("projets/")[2] for part in page.dessous for link in links(part.corps)}
    assert {f"p-{n:04}/" for n in range(700)} <= shown


def test_no_part_says_more_than_a_page_may_hold(many: Mapping[str, Page]) -> None:
    for adresse in ("demarches/quartier", "enjeux/entraide", "documents/rapport"):
        for page in _all(many[adresse]):
            assert len(brotli.compress(page.corps.encode())) < 50_000, page.url


def test_a_part_says_what_it_is_part_of_and_leads_back(many: Mapping[str, Page]) -> None:
    part = next(one for one in many["demarches/quartier"].dessous if one.suite == "projets/a/")
    assert "Projets: A" in words(part.corps)
    assert part.titre.startswith("Projets : A, ")
    assert "../../../../demarches/quartier/" in links(part.corps)
    assert part.entrees == ()


def test_the_parts_of_a_long_list_are_counted_where_it_was(many: Mapping[str, Page]) -> None:
    seen = words(many["demarches/quartier"].corps)
    assert re.search(r"Projets A 70 B 70 C 70", seen)
    assert "accueil accueil 0000" not in seen
    assert "ce-qui-se-passe" in anchors(many["demarches/quartier"].corps)


def test_fifty_entries_are_folded_under_their_letters(tmp_path: Path) -> None:
    page = printed(tmp_path, _projects(50))["demarches/quartier"]
    assert page.dessous == ()
    assert "A à B 10 Accueil accueil 0000" in words(page.corps)
    assert page.corps.count('<details class="plis__pli">') > 3
