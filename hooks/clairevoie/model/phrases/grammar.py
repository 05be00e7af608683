"""The engine that applies `grammaire.txt` to the words of a phrase.

Goes in: the text of a grammar; then words. Comes out: the tree of the first way to read them all, or None.
A rule is a list of choices, tried in order. Unlike a usual parser of this kind (PEG), a choice that leads
nowhere further on is given up for the next one: the order says what is preferred, never what is possible.
What a rule makes of a place is computed once, so a phrase costs little more than its length.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial

from clairevoie.model.phrases.tokens import Words

_PIECE = re.compile(
    r'(?P<mots>"[^"]*")|(?P<classe>[A-Z][A-Z_]*)|(?P<regle>[a-z_]+)|(?P<signe>[()/?*+!])|(?P<autre>\S)'
)
_RULE = re.compile(r"^(?P<nom>[a-z_]+) +=(?P<corps>.*(?:\n[ \t]+.*)*)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Node:
    """What a rule recognised: the words from `start` to `end`, and the nodes of the rules within."""

    rule: str
    start: int
    end: int
    words: Words
    nodes: tuple[Node, ...] = ()

    def get(self, *rules: str) -> Node | None:
        """The first node within, at any depth, of one of these rules."""
        return next(self.all(*rules), None)

    def all(self, *rules: str) -> Iterator[Node]:
        """The nodes within of these rules, in order; what is inside one of them is its own."""
        for node in self.nodes:
            if node.rule in rules:
                yield node
            else:
                yield from node.all(*rules)

    def has(self, rule: str) -> bool:
        """Whether a node of that rule is within."""
        return self.get(rule) is not None

    @property
    def texte(self) -> str:
        """The words as typed."""
        return self.words.typed(self.start, self.end)

    @property
    def plain(self) -> str:
        """The words folded, one space between them."""
        return self.words.cut(self.start, self.end).plain


Nodes = tuple[Node, ...]
# Where a piece of grammar may end, the preferred way first, and the nodes that it made.
Ends = dict[int, Nodes]
# Among the kinds of words that a piece may start with: it may also match no word at all.
NOTHING = ""


@dataclass(slots=True)
class _Reading:
    """The phrase being read, and what is already known of it."""

    words: Words
    kinds: list[frozenset[str]]
    known: dict[tuple[str, int], Ends] = field(default_factory=dict)


_Match = Callable[[_Reading, int], Ends]


@dataclass(frozen=True, slots=True)
class _Piece:
    """A piece of grammar: the ways it matches from a place, and the kinds of words it may start with."""

    match: _Match
    first: Callable[[], frozenset[str]]
    choices: tuple[_Piece, ...] = ()


class Grammar:
    """A grammar ready to read; the text it comes from is its specification."""

    def __init__(self, text: str) -> None:
        bare = re.sub(r"#.*", "", text)
        self._bodies = {found["nom"]: found["corps"] for found in _RULE.finditer(bare)}
        self._first: dict[str, frozenset[str]] = {}
        self._rules = {name: _Compiler(self, body).piece() for name, body in self._bodies.items()}

    def knows(self, rule: str) -> bool:
        """Whether there is such a rule."""
        return rule in self._bodies

    def readings(self, rule: str, words: Words) -> Iterator[Node]:
        """The whole phrase as the choices of that rule read it, each in its turn."""
        reading = _Reading(words, [word.kinds for word in words.words] + [frozenset()])
        whole, piece = len(words.words), self._rules[rule]
        for choice in piece.choices or (piece,):
            nodes = choice.match(reading, 0).get(whole)
            if nodes is not None:
                yield Node(rule, 0, whole, words, nodes)

    def apply(self, rule: str, reading: _Reading, at: int) -> Ends:
        """The ways that a rule matches from a place; a rule whose name starts with `_` makes no node."""
        known = reading.known.get((rule, at))
        if known is None:
            known = self._rules[rule].match(reading, at)
            if not rule.startswith("_"):
                known = {end: (Node(rule, at, end, reading.words, nodes),) for end, nodes in known.items()}
            reading.known[rule, at] = known
        return known

    def first(self, rule: str) -> frozenset[str]:
        """The kinds of words that a rule may start with."""
        if rule not in self._first:
            self._first[rule] = self._rules[rule].first()
        return self._first[rule]


class _Compiler:
    """Makes the pieces of one rule's body."""

    def __init__(self, grammar: Grammar, body: str) -> None:
        self._grammar = grammar
        self._pieces = [(found.lastgroup or "", found[0]) for found in _PIECE.finditer(body)]
        self._at = 0

    def piece(self) -> _Piece:
        """The whole body."""
        made = self._choice()
        if self._at < len(self._pieces):
            raise ValueError(f"grammar: unexpected {self._pieces[self._at][1]}")
        return made

    def _choice(self) -> _Piece:
        choices = [self._sequence()]
        while self._next("/"):
            choices.append(self._sequence())
        return _choice(choices) if len(choices) > 1 else choices[0]

    def _sequence(self) -> _Piece:
        parts = []
        while self._at < len(self._pieces) and self._pieces[self._at][1] not in ("/", ")"):
            parts.append(self._item())
        return _sequence(parts) if len(parts) != 1 else parts[0]

    def _item(self) -> _Piece:
        if self._next("!"):
            return _absent(self._item())
        kind, text = self._pieces[self._at]
        self._at += 1
        if text == "(":
            made = self._choice()
            if not self._next(")"):
                raise ValueError("grammar: a parenthesis is never closed")
        elif kind == "mots":
            made = _sequence([_word(word.plain) for word in Words.all(text[1:-1]).words])
        elif kind == "classe":
            made = _class(text)
        elif kind == "regle":
            made = self._rule(text)
        else:
            raise ValueError(f"grammar: unexpected {text}")
        if self._next("?"):
            return _optional(made)
        if self._next("*"):
            return _repeated(made, once=False)
        return _repeated(made, once=True) if self._next("+") else made

    def _rule(self, name: str) -> _Piece:
        grammar = self._grammar
        if not grammar.knows(name):
            raise ValueError(f"grammar: no rule {name}")
        return _Piece(partial(grammar.apply, name), partial(grammar.first, name))

    def _next(self, sign: str) -> bool:
        there = self._at < len(self._pieces) and self._pieces[self._at][1] == sign
        self._at += there
        return there


def _word(plain: str) -> _Piece:
    def match(reading: _Reading, at: int) -> Ends:
        return {at + 1: ()} if plain in reading.kinds[at] else {}

    return _Piece(match, lambda: frozenset({plain}))


def _class(name: str) -> _Piece:
    def match(reading: _Reading, at: int) -> Ends:
        return {at + 1: (Node(name, at, at + 1, reading.words),)} if name in reading.kinds[at] else {}

    return _Piece(match, lambda: frozenset({name}))


def _sequence(parts: list[_Piece]) -> _Piece:
    def match(reading: _Reading, at: int) -> Ends:
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

    return _Piece(match, first)


def _choice(choices: list[_Piece]) -> _Piece:
    able: dict[
        frozenset[str], tuple[_Match, ...]
    ] = {}  # the choices that may start with a word, by its kinds

    def match(reading: _Reading, at: int) -> Ends:
        kinds = reading.kinds[at]
        matches = able.get(kinds)
        if matches is None:
            starting = (choice for choice in choices if not choice.first().isdisjoint(kinds | {NOTHING}))
            matches = able[kinds] = tuple(choice.match for choice in starting)
        ways: Ends = {}
        for one in matches:
            for end, nodes in one(reading, at).items():
                ways.setdefault(end, nodes)
        return ways

    return _Piece(match, lambda: frozenset().union(*(choice.first() for choice in choices)), tuple(choices))


def _optional(piece: _Piece) -> _Piece:
    def match(reading: _Reading, at: int) -> Ends:
        return {**piece.match(reading, at), at: ()}

    return _Piece(match, lambda: piece.first() | {NOTHING})


def _repeated(piece: _Piece, *, once: bool) -> _Piece:
    """The fewest times first: words around a date leave it all its own words."""

    def match(reading: _Reading, at: int) -> Ends:
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

    return _Piece(match, piece.first if once else lambda: piece.first() | {NOTHING})


def _absent(piece: _Piece) -> _Piece:
    def match(reading: _Reading, at: int) -> Ends:
        return {} if piece.match(reading, at) else {at: ()}

    return _Piece(match, lambda: frozenset({NOTHING}))
