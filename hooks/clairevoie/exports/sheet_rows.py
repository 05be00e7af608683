"""Lines of a sheet as the rows of its XML (ECMA-376), by way of a short text which waits until its columns are known.

In that text a line is a row, a cell is its column, its kind and its words: columns where no record says anything have
no place in a sheet, and which ones is known at the end.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from typing import NamedTuple

from clairevoie.exports.sheets import Cell, Line

# Between cells; a line break inside a cell. No cell holds these characters: they are told by their codes.
_CELL, _BREAK = "\x01", "\x02"
_TEXT, _SPACED, _NUMBER = "t", "s", "n"
# What a cell holds at most is 32 767 characters; a longer text would make the workbook unreadable.
LONGEST = 32_000
_MORE = "… (la suite est sur la page)"
# What XML cannot hold, and what looks like the code that stands for it in a workbook.
_CODE = re.compile("(_x[0-9a-fA-F]{4}_)")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]")
# The texts of which something is to be written otherwise.
_NOT_PLAIN = re.compile("[&<>\x00-\x08\x0a-\x1f\ufffe\uffff]|_x")
_LETTERS = 26
# The columns as text: no sheet has as many.
_RANKS = tuple(f"{rank:02x}" for rank in range(256))


class SheetRows(NamedTuple):
    """Lines of one sheet, as text; `columns` are those in which some line says something."""

    columns: list[int]
    text: str


def packed(lines: Iterable[tuple[str, Line]]) -> dict[str, SheetRows]:
    """Lines, each with the name of its table, as the rows of each sheet."""
    texts: dict[str, list[str]] = {}
    columns: dict[str, set[int]] = {}
    for table, line in lines:
        if table not in texts:
            texts[table], columns[table] = [], set()
        said = [rank for rank, cell in enumerate(line) if cell is not None]
        texts[table].append(_CELL.join([f"{_RANKS[rank]}{_packed(line[rank])}" for rank in said]))
        columns[table].update(said)
    return {
        table: SheetRows(sorted(columns[table]), "".join([f"{line}\n" for line in found]))
        for table, found in texts.items()
    }


def _packed(cell: Cell) -> str:
    """The kind and the words of a cell, ready for XML."""
    if not isinstance(cell, str):
        return f"{_NUMBER}{cell}"
    said = cell if len(cell) <= LONGEST else cell[:LONGEST] + _MORE
    kind = _TEXT if said.strip() == said else _SPACED
    return f"{kind}{_written(said)}" if _NOT_PLAIN.search(said) else f"{kind}{said}"


def _written(text: str) -> str:
    """A text as XML and spreadsheets take it, in one line."""
    coded = _CONTROL.sub(lambda found: f"_x{ord(found[0]):04X}_", _CODE.sub(r"_x005F\1", text))
    return escape(coded, quote=False).replace("\n", _BREAK)


def xml_rows(lines: Iterable[str], columns: Sequence[int], first: int, style: str) -> Iterator[str]:
    """The rows of these lines of text, numbered from `first`; `style` is the number of how cells look."""
    letters, opening = _letters(columns), _opening(style)
    for row, line in enumerate(lines, first):
        cells = [
            f'<c r="{letters[cell[:2]]}{row}{opening[cell[2]]}{cell[3:]}{_CLOSING[cell[2]]}'
            for cell in line.rstrip("\n").split(_CELL)
        ]
        yield f'<row r="{row}">{"".join(cells)}</row>'.replace(_BREAK, "\n")


def upright_rows(line: str, titles: Mapping[int, str], styles: tuple[str, str]) -> Iterator[str]:
    """The same of one line whose cells stand one under another, each after its title; `styles` are those of both."""
    heads, opening = _opening(styles[0]), _opening(styles[1])
    for row, cell in enumerate(line.rstrip("\n").split(_CELL), 1):
        head = f'<c r="A{row}{heads[_TEXT]}{_written(titles[int(cell[:2], 16)])}{_CLOSING[_TEXT]}'
        said = f'<c r="B{row}{opening[cell[2]]}{cell[3:]}{_CLOSING[cell[2]]}'
        yield f'<row r="{row}">{head}{said}</row>'.replace(_BREAK, "\n")


_CLOSING = {_TEXT: "</t></is></c>", _SPACED: "</t></is></c>", _NUMBER: "</v></c>"}


def _opening(style: str) -> Mapping[str, str]:
    """What stands between the place of a cell of each kind and its words."""
    inline = f'" s="{style}" t="inlineStr"><is>'
    return {
        _TEXT: f"{inline}<t>",
        _SPACED: f'{inline}<t xml:space="preserve">',
        _NUMBER: f'" s="{style}"><v>',
    }


def _letters(columns: Sequence[int]) -> Mapping[str, str]:
    """The letters of the column where each kept one stands."""
    return {_RANKS[column]: column_letters(place) for place, column in enumerate(columns)}


def column_letters(place: int) -> str:
    """The letters of a column, from 0: A to Z, then AA."""
    before, rest = divmod(place, _LETTERS)
    return (column_letters(before - 1) if before else "") + chr(ord("A") + rest)
