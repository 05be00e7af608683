"""Who hears the links of a page, one after the other, knows which leads where."""

from __future__ import annotations

import html
import re
from pathlib import Path
from posixpath import normpath

import pytest

from clairevoie.pages.homonymes import told_apart
from tests.aides.pages_vues import told

_LINK = re.compile(r"<svg\b.*?</svg>|<a\b([^>]*)>(.*?)</a>", re.DOTALL)
_LABEL = re.compile(r'\saria-label="([^"]*)"')
_HREF = re.compile(r'\shref="([^"]*)"')
_HEAD = "publication: publie\nsources: [{document: rapport}]\n"
_DATA = {
    "organismes/cre-est": 'nom: "Conférence de l\'Est"\ntype: autre\nsigle: "CDE"\n',
    "organismes/cre-ouest": 'nom: "Conférence de l\'Ouest"\ntype: autre\nsigle: "CDE"\n',
    "territoires/cap": 'nom: "Le Cap"\ntype: quartier\n',
    "organismes/cap": 'nom: "Le Cap"\ntype: municipalite\n',
}


def _links(page: str) -> list[tuple[str, str]]:
    """What each link is called, as screen readers say it, and where it leads."""
    found = []
    for attributes, inside in _LINK.findall(page):
        href = _HREF.search(attributes)
        if href:
            label = _LABEL.search(attributes)
            hidden = re.sub(r'<span aria-hidden="true">.*?</span>', "", inside)
            said = label[1] if label else re.sub(r"<[^>]*>", "", hidden)
            found.append((" ".join(html.unescape(said).split()).casefold(), html.unescape(href[1])))
    return found


def _page_of(href: str, folder: str) -> str:
    """The page that a link leads to, from the page of this folder; an anchor of that page is a place of its own."""
    if href.startswith(("#", "mailto:")) or "://" in href:
        return href
    return normpath(f"{folder}/{href.partition('#')[0]}")


def _ambiguous(page: str, folder: str) -> list[str]:
    leads: dict[str, set[str]] = {}
    for words, href in _links(page):
        leads.setdefault(words, set()).add(_page_of(href, folder))
    return [words for words, pages in leads.items() if len(pages) > 1]


def _said(tmp_path: Path, corps: str) -> list[str]:
    site = told(tmp_path, {f"{name}.yml": f"{_HEAD}{text}" for name, text in _DATA.items()})
    return [words for words, _ in _links(told_apart(site, corps, "../"))]


def test_two_links_of_the_same_words_also_say_what_they_lead_to(tmp_path: Path) -> None:
    corps = '<a href="../territoires/cap/">Le Cap</a> et <a href="../organismes/cap/">Le <b>Cap</b></a>'
    assert _said(tmp_path, corps) == ["le cap, quartier", "le cap, municipalité"]


def test_two_acronyms_of_the_same_kind_also_say_what_they_stand_for(tmp_path: Path) -> None:
    corps = '<a href="../organismes/cre-est/">CDE</a> <a href="../organismes/cre-ouest/#joindre">CDE</a>'
    assert _said(tmp_path, corps) == ["cde, conférence de l'est", "cde, conférence de l'ouest"]


@pytest.mark.parametrize(
    "corps",
    [
        '<a href="../territoires/cap/">Le Cap</a> <a href="../territoires/cap/#projets">Le Cap</a>',
        '<a href="../territoires/cap/">Le Cap</a> <svg><a href="../organismes/cap/">Le Cap</a></svg>',
        '<a href="../territoires/cap/">Le Cap</a> <a href="../organismes/cap/" aria-label="La Ville">Le Cap</a>',
    ],
)
def test_nothing_is_added_where_nothing_is_mistaken(tmp_path: Path, corps: str) -> None:
    site = told(tmp_path, {f"{name}.yml": f"{_HEAD}{text}" for name, text in _DATA.items()})
    assert told_apart(site, corps, "../") == corps


def test_no_page_has_two_links_of_the_same_words_that_lead_to_different_pages(built_site: Path) -> None:
    found = {}
    for path in sorted(built_site.rglob("*.html")):
        folder = path.parent.relative_to(built_site).as_posix()
        if ambiguous := _ambiguous(path.read_text(encoding="utf-8"), folder):
            found[folder] = ambiguous
    assert found == {}
