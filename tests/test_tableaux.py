"""Every table of the site is named, its headers say what they head, and the keyboard can scroll it."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

from markdown import markdown

_HEADS = {"col", "row", "colgroup", "rowgroup"}
_VOID = {"meta", "link", "img", "br", "hr", "input", "wbr", "source", "col"}


class _Tables(HTMLParser):
    """The faults of the tables of one page, and how many tables it has."""

    def __init__(self) -> None:
        super().__init__()
        self.faults: list[str] = []
        self.tables = 0
        self._open: list[tuple[str, dict[str, str | None]]] = []
        self._captioned = self._reading = False
        self._caption = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "table":
            self.tables += 1
            self._captioned, self._caption = False, ""
            self._scroller()
        elif tag == "caption":
            self._captioned = self._reading = True
        elif tag == "th" and given.get("scope") not in _HEADS:
            self.faults.append("un en-tête ne dit pas de quoi")
        if tag not in _VOID:
            self._open.append((tag, given))

    def handle_endtag(self, tag: str) -> None:
        if tag == "caption":
            self._reading = False
        elif tag == "table" and not (self._captioned and self._caption.strip()):
            self.faults.append("pas de légende")
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if self._reading:
            self._caption += data

    def _scroller(self) -> None:
        """What holds the table: a region with a name that takes the focus."""
        _, given = self._open[-1]
        if (given.get("role"), given.get("tabindex")) != ("group", "0") or not given.get("aria-label"):
            self.faults.append(f"dans {given} : le clavier ne l'atteint pas, ou elle n'a pas de nom")


def _examined(html: str) -> _Tables:
    tables = _Tables()
    tables.feed(html)
    return tables


def test_every_table_has_a_caption_scoped_headers_and_a_named_scroller(
    built_site: Path, small_site: Path
) -> None:
    pages = {
        path: path.read_text(encoding="utf-8")
        for site in (built_site, small_site)
        for path in site.rglob("*.html")
    }
    seen = {path: _examined(html) for path, html in pages.items()}
    assert {str(path): tables.faults for path, tables in seen.items() if tables.faults} == {}
    assert sum(tables.tables for tables in seen.values()) == sum(
        len(re.findall(r"<table\b", html)) for html in pages.values()
    )
    assert sum(tables.tables for tables in seen.values()) > 10


def test_a_table_typed_in_a_written_page_is_named_by_the_heading_above_it(built_site: Path) -> None:
    html = (built_site / "a-propos/index.html").read_text(encoding="utf-8")
    heading, table = html.partition('<div aria-label="')[0], html.partition('<div aria-label="')[2]
    title = table.partition('"')[0]
    assert title
    assert f">{title}</h2>" in heading
    assert re.search(r'<th class="tableau__cellule" scope="row">Une mise à jour</th>', table)


def test_the_faults_are_seen() -> None:
    faults = _examined("<div><table><tr><th>Poste</th><td>1</td></tr></table></div>").faults
    assert len(faults) == 3


def test_the_side_of_a_typed_column_is_a_class_and_no_style() -> None:
    typed = "## Sommes\n\n| Poste | Note | Somme |\n|:--|:-:|--:|\n| Salaires | a | 3 |\n"
    html = markdown(typed, extensions=["tables", "clairevoie.pages.written_tables"])
    assert "style=" not in html
    assert '<th class="tableau__cellule" scope="row">Salaires</th>' in html
    assert '<td class="tableau__cellule tableau__cellule--centre" data-titre="Note">a</td>' in html
    assert '<td class="tableau__cellule tableau__cellule--fin" data-titre="Somme">3</td>' in html


def test_the_corner_of_a_typed_table_heads_nothing() -> None:
    typed = "## Vitesse\n\n| | Avant | Après |\n|---|--:|--:|\n| Lire | 3 | 2 |\n"
    html = markdown(typed, extensions=["tables", "clairevoie.pages.written_tables"])
    assert "<th></th>" not in html
    assert re.search(r'<tr>\s*<td class="tableau__cellule"></td>', html)
    assert '<th class="tableau__cellule tableau__cellule--fin" scope="col">Avant</th>' in html
