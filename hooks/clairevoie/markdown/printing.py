"""A text that was read, as HTML or as words alone. Everything typed is escaped: nothing in it can run."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from markupsafe import Markup, escape

from clairevoie.markdown.nodes import (
    Block,
    Break,
    Linked,
    MarkdownText,
    Marked,
    Paragraph,
    Piece,
    Points,
    Quote,
    TextTable,
)

# Where an address of the same site stands, from the page.
Href = Callable[[str], str]

_ELSEWHERE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
_CELL = 'class="tableau__cellule"'
_FOLLOWED = ("https://", "mailto:")


def leads_elsewhere(target: str) -> bool:
    """Whether an address is not one of the same site."""
    return _ELSEWHERE.match(target) is not None


def is_followed(target: str) -> bool:
    """Whether an address is that of a link; any other is shown beside its words, so that nothing is lost."""
    return target.lower().startswith(_FOLLOWED) or not leads_elsewhere(target)


def html_of(text: MarkdownText, href: Href) -> Markup:
    """The text as HTML."""
    return Markup("".join(_Html(href).blocks(text.blocks)))


def words_of(text: MarkdownText) -> str:
    """The text on one line, without the marks that were read; the numbers of its lists are words."""
    return " ".join(paragraphs_of(text))


def paragraphs_of(text: MarkdownText) -> tuple[str, ...]:
    """The words of each paragraph, of each point of a list, of each cell of a table: each on one line."""
    return tuple(" ".join(words.split()) for words in _words_of_blocks(text.blocks) if words.strip())


class _Html:
    def __init__(self, href: Href) -> None:
        self._href = href

    def blocks(self, blocks: Iterable[Block]) -> Iterator[str]:
        for block in blocks:
            if isinstance(block, Paragraph):
                yield f"<p>{self._pieces(block.pieces)}</p>\n"
            elif isinstance(block, Quote):
                yield f"<blockquote>\n{''.join(self.blocks(block.blocks))}</blockquote>\n"
            elif isinstance(block, TextTable):
                yield self._table(block)
            else:
                yield self._points(block)

    def _points(self, points: Points) -> str:
        items, expected = [], points.items[0].number or 0
        for item in points.items:
            number = item.number if item.number is not None else expected
            value = "" if number == expected else f' value="{number}"'
            items.append(f"<li{value}>{self._item(item.blocks, points.is_loose)}</li>\n")
            expected = number + 1 if points.closing else expected
        if not points.closing:
            return f"<ul>\n{''.join(items)}</ul>\n"
        start = "" if points.items[0].number == 1 else f' start="{points.items[0].number}"'
        kind = ' class="texte__liste-fermee"' if points.closing == ")" else ""
        return f"<ol{kind}{start}>\n{''.join(items)}</ol>\n"

    def _item(self, blocks: Sequence[Block], is_loose: bool) -> str:
        if is_loose or not blocks or not isinstance(blocks[0], Paragraph):
            return f"\n{''.join(self.blocks(blocks))}" if blocks else ""
        first, *others = blocks
        assert isinstance(first, Paragraph)
        rest = f"\n{''.join(self.blocks(others))}" if others else ""
        return self._pieces(first.pieces) + rest

    def _table(self, table: TextTable) -> str:
        label = escape(", ".join(filter(None, map(_words, table.head))))
        heads = map(self._pieces, table.head)
        head = "".join(
            f'<th {_CELL} scope="col">{cell}</th>' if cell else f"<td {_CELL}></td>" for cell in heads
        )
        lines = "".join(f"<tr>{''.join(map(self._cell, line))}</tr>\n" for line in table.lines)
        return (
            f'<div class="tableau" role="group" aria-label="Tableau : {label}" tabindex="0">\n'
            f'<table class="tableau__table">\n<caption class="tableau__legende invisible">{label}</caption>\n'
            f"<thead>\n<tr>{head}</tr>\n</thead>\n"
            f"<tbody>\n{lines}</tbody>\n</table>\n</div>\n"
        )

    def _cell(self, cell: tuple[Piece, ...]) -> str:
        return f"<td {_CELL}>{self._pieces(cell)}</td>"

    def _pieces(self, pieces: Iterable[Piece]) -> str:
        return "".join(map(self._piece, pieces))

    def _piece(self, piece: Piece) -> str:
        if isinstance(piece, str):
            return escape(piece)
        if isinstance(piece, Break):
            return "<br>\n"
        if isinstance(piece, Marked):
            return f"<{piece.tag}>{self._pieces(piece.pieces)}</{piece.tag}>"
        words = self._pieces(piece.pieces) or escape(piece.target)
        if not is_followed(piece.target):
            return words + escape(_beside(piece))
        if leads_elsewhere(piece.target):
            return f'<a href="{escape(piece.target)}" rel="noopener noreferrer">{words}</a>'
        return f'<a href="{escape(self._href(piece.target))}">{words}</a>'


def _beside(link: Linked) -> str:
    """The address that words do not lead to, shown after them."""
    return f" ({link.target})" if link.pieces else ""


def _words_of_blocks(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield _words(block.pieces)
        elif isinstance(block, Quote):
            yield from _words_of_blocks(block.blocks)
        elif isinstance(block, TextTable):
            yield from (_words(cell) for line in (block.head, *block.lines) for cell in line)
        else:
            for item in block.items:
                number = f"{item.number}{block.closing} " if block.closing else ""
                first, *others = *_words_of_blocks(item.blocks), ""
                yield number + first
                yield from others


def _words(pieces: Iterable[Piece]) -> str:
    return "".join(map(_words_of_piece, pieces))


def _words_of_piece(piece: Piece) -> str:
    if isinstance(piece, str):
        return piece
    if isinstance(piece, Break):
        return " "
    if isinstance(piece, Marked):
        return _words(piece.pieces)
    words = _words(piece.pieces) or piece.target
    return words if is_followed(piece.target) else words + _beside(piece)
