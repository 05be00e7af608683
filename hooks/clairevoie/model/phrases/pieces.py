"""The pieces that grammars are made of: a word, a sequence, a choice…

Each knows the ways it matches from a place, and the kinds of words it may start with.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from clairevoie.model.phrases.tokens import Words
from clairevoie.model.phrases.trees import PhraseNode

Nodes = tuple[PhraseNode, ...]
# Where a piece of grammar may end, the preferred way first, and the nodes that it made.
Ends = dict[int, Nodes]
# Among the kinds of words that a piece may start with: it may also match no word at all.
NOTHING = ""


@dataclass(slots=True)
class WordsRead:
    """The phrase being read, and what is already known of it."""

    words: Words
    kinds: list[frozenset[str]]
    known: dict[tuple[str, int], Ends] = field(default_factory=dict)


Match = Callable[[WordsRead, int], Ends]


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of grammar: the ways it matches from a place, and the kinds of words it may start with."""

    match: Match
    first: Callable[[], frozenset[str]]
    choices: tuple[Piece, ...] = ()


def word(plain: str) -> Piece:
    """One word, as it is written folded."""

    def match(reading: WordsRead, at: int) -> Ends:
        return {at + 1: ()} if plain in reading.kinds[at] else {}

    return Piece(match, lambda: frozenset({plain}))


def word_of_class(name: str) -> Piece:
    """One word of a class, which makes a node of its own."""

    def match(reading: WordsRead, at: int) -> Ends:
        return {at + 1: (PhraseNode(name, at, at + 1, reading.words),)} if name in reading.kinds[at] else {}

    return Piece(match, lambda: frozenset({name}))


def sequence(parts: list[Piece]) -> Piece:
    """Each piece after the one before."""

    def match(reading: WordsRead, at: int) -> Ends:
        ways: Ends = {at: ()}
        for part in parts:
            further: Ends = {}
            for place, nodes in ways.items():
                for end, more in part.match(reading, place).items():
                    further.setdefault(end, nodes + more)
            if not further:
                return further
            ways = further
        return ways

    def first() -> frozenset[str]:
        kinds = frozenset({NOTHING})
        for part in parts:
            kinds = kinds - {NOTHING} | part.first()
            if NOTHING not in kinds:
                break
        return kinds

    return Piece(match, first)


def choice(choices: list[Piece]) -> Piece:
    """Any of the pieces, the first preferred."""
    # The choices that may start with a word, by its kinds.
    able: dict[frozenset[str], tuple[Match, ...]] = {}

    def match(reading: WordsRead, at: int) -> Ends:
        kinds = reading.kinds[at]
        matches = able.get(kinds)
        if matches is None:
            starting = (one for one in choices if not one.first().isdisjoint(kinds | {NOTHING}))
            matches = able[kinds] = tuple(one.match for one in starting)
        ways: Ends = {}
        for one in matches:
            for end, nodes in one(reading, at).items():
                ways.setdefault(end, nodes)
        return ways

    return Piece(match, lambda: frozenset().union(*(one.first() for one in choices)), tuple(choices))


def optional(piece: Piece) -> Piece:
    """The piece, or nothing."""

    def match(reading: WordsRead, at: int) -> Ends:
        return {**piece.match(reading, at), at: ()}

    return Piece(match, lambda: piece.first() | {NOTHING})


def repeated(piece: Piece, *, once: bool) -> Piece:
    """The fewest times first: words around a date leave it all its own words."""

    def match(reading: WordsRead, at: int) -> Ends:
        ways: Ends = {at: ()}
        fresh = [at]
        while fresh:
            place = fresh.pop(0)
            for end, nodes in piece.match(reading, place).items():
                if end not in ways:
                    ways[end] = ways[place] + nodes
                    fresh.append(end)
        if once:
            ways.pop(at)
        return ways

    return Piece(match, piece.first if once else lambda: piece.first() | {NOTHING})


def absent(piece: Piece) -> Piece:
    """Nothing, if the piece is not there."""

    def match(reading: WordsRead, at: int) -> Ends:
        return {} if piece.match(reading, at) else {at: ()}

    return Piece(match, lambda: frozenset({NOTHING}))
