"""A text becomes blocks: paragraphs, lists, quotes and tables, each line remembering where it was typed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from clairevoie.markdown.inline import Inline
from clairevoie.markdown.nodes import (
    Block,
    Break,
    Item,
    Kind,
    MarkdownText,
    Paragraph,
    Piece,
    Points,
    Quote,
    Strange,
    TextLink,
    TextTable,
)

_INDENT = re.compile(r"[ \t]*")
# « + 5 % » and « 01. » are no points of a list: the sign and the zero would be lost.
_POINT = re.compile(r"([ \t]*)(?:[-*]|\+(?= +[^\s\d])|(0|[1-9]\d{0,8})([.)]))(?:[ \t]+(?=\S))")
# « > 65 ans » is a comparison.
_QUOTE = re.compile(r" {0,3}>(?! ?\d) ?")
_DELIMITERS = re.compile(r"[ \t]*\|?(?:[ \t]*:?-+:?[ \t]*\|)*[ \t]*:?-+:?[ \t]*\|?[ \t]*")
_TITLE = re.compile(r" {0,3}#{1,6}[ \t]+\S")
_RULE = re.compile(r" {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|={3,}[ \t]*)")
_FENCE = re.compile(r" {0,3}(```|~~~)")
# Lists and quotes inside one another, past which nobody follows.
_DEEPEST = 8


class BlockLine(NamedTuple):
    """A line, or what is left of it, and where that begins in the text."""

    text: str
    place: int

    def cut(self, start: int) -> BlockLine:
        """What follows its first signs."""
        return BlockLine(self.text[start:], self.place + start)

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing to see in it."""
        return not self.text.strip()


@lru_cache(maxsize=256)
def read(text: str) -> MarkdownText:
    """A text as typed, whose lines end with LF."""
    reader = _Reader()
    blocks = tuple(reader.blocks(list(_lines(text)), 0))
    return MarkdownText(blocks, tuple(reader.links), tuple(reader.strange))


def _lines(text: str) -> Iterator[BlockLine]:
    place = 0
    for line in text.split("\n"):
        yield BlockLine(line, place)
        place += len(line) + 1


@dataclass
class _Reader:
    links: list[TextLink] = field(default_factory=list)
    strange: list[Strange] = field(default_factory=list)

    def blocks(self, lines: Sequence[BlockLine], depth: int) -> Iterator[Block]:
        """The blocks of these lines, which stand so deep in lists and quotes."""
        at = 0
        while at < len(lines):
            line = lines[at]
            point = _point_of(line) if depth < _DEEPEST else None
            if line.is_blank:
                at += 1
            elif _RULE.fullmatch(line.text) or _TITLE.match(line.text):
                self._odd("titre" if _TITLE.match(line.text) else "trait", line)
                yield self._paragraph([line])
                at += 1
            elif _FENCE.match(line.text):
                block, at = self._fence(lines, at)
                yield block
            elif point and _starts_list(lines, at):
                block, at = self._points(lines, at, depth)
                yield block
            elif depth < _DEEPEST and _QUOTE.match(line.text):
                quoted = _while(lines, at, lambda one: _QUOTE.match(one.text) is not None)
                inner = [one.cut(len(_QUOTE.match(one.text)[0])) for one in quoted]  # type: ignore[index]
                yield Quote(tuple(self.blocks(inner, depth + 1)))
                at += len(quoted)
            elif _starts_table(lines, at):
                rows = _while(lines, at + 2, lambda one: "|" in one.text)
                yield self._table(line, rows)
                at += 2 + len(rows)
            else:
                end = _end_of_paragraph(lines, at)
                yield self._paragraph(lines[at:end])
                at = end

    def _paragraph(self, lines: Sequence[BlockLine]) -> Paragraph:
        return Paragraph(self._pieces([line.cut(len(_INDENT.match(line.text)[0])) for line in lines]))  # type: ignore[index]

    def _pieces(self, lines: Sequence[BlockLine]) -> tuple[Piece, ...]:
        """The pieces of some lines, and where their links stand in the whole text."""
        text = "\n".join(line.text for line in lines).rstrip()
        inline = Inline(text)
        pieces = inline.pieces()
        if inline.links or inline.strange:
            places = [line.place + n for line in lines for n in range(len(line.text) + 1)]
            self.links += [TextLink(link.target, places[link.place]) for link in inline.links]
            self.strange += [Strange(one.kind, one.typed, places[one.place]) for one in inline.strange]
        return pieces

    def _odd(self, kind: Kind, line: BlockLine) -> None:
        indent = len(line.text) - len(line.text.lstrip())
        self.strange.append(Strange(kind, line.text.strip(), line.place + indent))

    def _fence(self, lines: Sequence[BlockLine], at: int) -> tuple[Block, int]:
        """Lines between two fences, shown as typed, the fences too."""
        fence = _FENCE.match(lines[at].text)[1]  # type: ignore[index]
        inside = _while(lines, at + 1, lambda one: not one.text.lstrip().startswith(fence))
        end = min(at + len(inside) + 2, len(lines))
        self._odd("code", lines[at])
        pieces: list[Piece] = []
        for line in lines[at:end]:
            pieces += [Break(), line.text] if pieces else [line.text]
        return Paragraph(tuple(pieces)), end

    def _points(self, lines: Sequence[BlockLine], at: int, depth: int) -> tuple[Block, int]:
        """The list that begins there, and where it ends."""
        first = _point_of(lines[at])
        assert first is not None
        items: list[Item] = []
        is_loose = False
        while at < len(lines):
            point = _point_of(lines[at])
            if point is None or point.closing != first.closing or point.indent > first.indent + 1:
                break
            end = _end_of_point(lines, at, point)
            inner = [
                lines[at].cut(point.width),
                *(_unindented(one, point.width) for one in lines[at + 1 : end]),
            ]
            while inner[-1].is_blank:
                inner.pop()
            items.append(Item(point.number, tuple(self.blocks(inner, depth + 1))))
            following = next((n for n in range(end, len(lines)) if not lines[n].is_blank), len(lines))
            more = _point_of(lines[following]) if following < len(lines) else None
            parted = following > end or any(one.is_blank for one in inner)
            is_loose |= parted and (more is not None or any(one.is_blank for one in inner))
            at = following if more is not None else end
        return Points(first.closing, is_loose, tuple(items)), at

    def _table(self, head: BlockLine, rows: Sequence[BlockLine]) -> TextTable:
        cells = [_cells(line) for line in (head, *rows)]
        width = max(map(len, cells))
        read = [tuple(self._pieces([cell]) for cell in line) + ((),) * (width - len(line)) for line in cells]
        return TextTable(read[0], tuple(read[1:]))


class _Point(NamedTuple):
    indent: int
    width: int
    number: int | None
    closing: str


def _point_of(line: BlockLine) -> _Point | None:
    found = _POINT.match(line.text)
    if found is None or _RULE.fullmatch(line.text):
        return None
    number = int(found[2]) if found[2] else None
    return _Point(len(found[1]), len(found[0]), number, found[3] or "")


def _starts_list(lines: Sequence[BlockLine], at: int) -> bool:
    """Whether a list begins there: « 1986. Année de fondation » alone is a sentence, « 3. », « 4. » are points."""
    point = _point_of(lines[at])
    if point is None:
        return False
    if point.number in (None, 1):
        return True
    end = _end_of_point(lines, at, point)
    following = next((line for line in lines[end:] if not line.is_blank), None)
    after = _point_of(following) if following else None
    return after is not None and after.closing == point.closing and after.indent <= point.indent + 1


def _end_of_point(lines: Sequence[BlockLine], at: int, point: _Point) -> int:
    """Where the point that begins there ends: at a line that is neither inside it nor the rest of its sentence."""
    end = at + 1
    after_blank = False
    while end < len(lines):
        line = lines[end]
        indent = len(_INDENT.match(line.text)[0])  # type: ignore[index]
        if line.is_blank:
            after_blank = True
        elif indent >= min(point.width, point.indent + 2):
            after_blank = False
        elif after_blank or _begins_a_block(lines, end):
            break
        end += 1
    while lines[end - 1].is_blank:
        end -= 1
    return end


def _unindented(line: BlockLine, width: int) -> BlockLine:
    return line.cut(min(width, len(_INDENT.match(line.text)[0])))  # type: ignore[index]


def _begins_a_block(lines: Sequence[BlockLine], at: int) -> bool:
    """Whether a line ends the paragraph before it."""
    line = lines[at]
    point = _point_of(line)
    if point is not None and (point.number is None or point.number == 1 or _point_of(lines[at - 1])):
        return True
    patterns = (_QUOTE, _TITLE, _FENCE)
    return _RULE.fullmatch(line.text) is not None or any(one.match(line.text) for one in patterns)


def _end_of_paragraph(lines: Sequence[BlockLine], at: int) -> int:
    end = at + 1
    while end < len(lines) and not lines[end].is_blank:
        if _begins_a_block(lines, end) or _starts_table(lines, end):
            break
        end += 1
    return end


def _starts_table(lines: Sequence[BlockLine], at: int) -> bool:
    """Whether a head and its delimiters, as many of one as of the other, stand there."""
    if at + 1 >= len(lines) or "|" not in lines[at].text or not _DELIMITERS.fullmatch(lines[at + 1].text):
        return False
    return len(_cells(lines[at])) == len(_cells(lines[at + 1]))


def _cells(line: BlockLine) -> list[BlockLine]:
    """The cells of a line, without the bars around it nor the spaces around each."""
    text = line.text.strip()
    start = len(line.text) - len(line.text.lstrip())
    cells: list[BlockLine] = []
    place = 1 if text.startswith("|") else 0
    for bar in (*re.finditer(r"(?<!\\)\|", text), None):
        if bar is not None and bar.start() < place:
            continue
        end = bar.start() if bar else len(text)
        if bar is not None or text[place:end].strip():
            cell = text[place:end]
            inside = len(cell) - len(cell.lstrip())
            cells.append(BlockLine(cell.strip(), line.place + start + place + inside))
        place = end + 1
    return cells


def _while(lines: Sequence[BlockLine], at: int, holds: object) -> list[BlockLine]:
    found = []
    for line in lines[at:]:
        if not holds(line):  # type: ignore[operator]
            break
        found.append(line)
    return found
