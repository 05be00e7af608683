"""Tables typed in the written pages, made like those of the records: a caption, scoped headers, a scroller.

A Markdown extension, named in mkdocs.yml, which prints words in French too (`written_words`). The caption is the
heading under which the table stands, which sighted people have just read: it is there for those who jump from table
to table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from clairevoie.pages.written_words import ORDER, WrittenWords
from markdown import Markdown

_HEADINGS = frozenset({"h1", "h2", "h3", "h4"})
# Where a column is put: `:---:` and `---:`; `:---` is where every one stands.
_SIDE = re.compile(r"text-align: (center|right)")
_CLASSES = {"center": " tableau__cellule--centre", "right": " tableau__cellule--fin"}
# After the words of headings are made (20) and numbered (5).
_LAST = 0


class _Tables(Treeprocessor):
    def run(self, root: Element) -> None:
        """Complete every table of the page, where it stands."""
        for place, table, title in list(_tables(root)):
            root[place] = _region(table, title)


class TypedTables(Extension):
    """What mkdocs.yml names."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name that Markdown calls
        """Print the words in French, then dress the tables after everything else."""
        md.treeprocessors.register(WrittenWords(md), "mots_ecrits", ORDER)
        md.treeprocessors.register(_Tables(md), "tableaux_ecrits", _LAST)


def makeExtension() -> TypedTables:  # noqa: N802 - the name that Markdown calls
    """The extension, made by Markdown."""
    return TypedTables()


def _tables(root: Element) -> Iterator[tuple[int, Element, str]]:
    """The place of each table among the blocks of the page, the table, and the last heading before it."""
    title = ""
    for place, block in enumerate(root):
        if block.tag in _HEADINGS:
            title = "".join(block.itertext())
        elif block.tag == "table":
            yield place, block, title


def _region(table: Element, title: str) -> Element:
    """The table, named, in a holder that the keyboard reaches and scrolls."""
    table.set("class", "tableau__table")
    caption = Element("caption", {"class": "tableau__legende invisible"})
    caption.text = title
    table.insert(0, caption)
    titles = ["".join(cell.itertext()) for cell in table.iter("th")]
    for cell, said in zip(list(table.iter("th")), titles, strict=True):
        _head(cell, said)
    for row in table.findall("tbody/tr"):
        _row(row, titles)
    kind = "tableau tableau--empile" if len(titles) > 2 else "tableau"
    holder = Element("div", {"class": kind, "role": "group", "aria-label": title, "tabindex": "0"})
    holder.append(table)
    holder.tail = table.tail
    return holder


def _head(cell: Element, said: str) -> None:
    """The corner of a table where nothing is typed names no column."""
    _dress(cell)
    if said.strip():
        cell.set("scope", "col")
    else:
        cell.tag = "td"


def _row(row: Element, titles: list[str]) -> None:
    """The first cell names the row; the others say their column where rows are stacked."""
    for cell, title in zip(row, titles, strict=True):
        _dress(cell)
        if cell is row[0]:
            cell.tag = "th"
            cell.set("scope", "row")
        else:
            cell.set("data-titre", title)


def _dress(cell: Element) -> None:
    """Give a cell the class of its column: our policy of security lets no style stand in a page."""
    found = _SIDE.search(cell.attrib.pop("style", ""))
    cell.set("class", f"tableau__cellule{_CLASSES[found[1]] if found else ''}")
