"""What a text in Markdown is made of: blocks, the pieces of their lines, and where its links were typed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Marked:
    """Words in emphasis (`em`, `strong`), or typed as code."""

    tag: Literal["em", "strong", "code"]
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Linked:
    """Words that lead somewhere; empty when the address stands for them."""

    target: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Break:
    """A line end that is shown."""


Piece = str | Marked | Linked | Break


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines of words."""

    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """A point of a list, with the number it was given, if any."""

    number: int | None
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Points:
    """A list; `closing` is what follows its numbers, « . » or « ) », empty for a list without numbers."""

    closing: str
    is_loose: bool
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """Blocks set apart by « > »."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class TextTable:
    """The cells of the head, then those of each line, as many in each as in the longest."""

    head: tuple[tuple[Piece, ...], ...]
    lines: tuple[tuple[tuple[Piece, ...], ...], ...]


Block = Paragraph | Points | Quote | TextTable


@dataclass(frozen=True, slots=True)
class TextLink:
    """An address typed in a text, and where it begins in it."""

    target: str
    place: int


Kind = Literal["titre", "image", "trait", "code", "lien", "crochets"]


@dataclass(frozen=True, slots=True)
class Strange:
    """What looks like Markdown, is not read, and is shown as typed: its kind, its words, where it begins."""

    kind: Kind
    typed: str
    place: int


@dataclass(frozen=True, slots=True)
class MarkdownText:
    """A text as it was read."""

    blocks: tuple[Block, ...]
    links: tuple[TextLink, ...]
    strange: tuple[Strange, ...]
