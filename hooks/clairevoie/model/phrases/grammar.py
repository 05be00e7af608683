"""The engine that applies `grammaire.txt` to the words of a phrase.

Goes in: the text of a grammar; then words. Comes out: the trees of the ways to read them all, the first preferred.
A rule is a list of choices, tried in order. Unlike a usual parser of this kind (PEG), a choice that leads
nowhere further on is given up for the next one: the order says what is preferred, never what is possible.
What a rule makes of a place is computed once, so a phrase costs little more than its length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from clairevoie.model.phrases.pieces import (
    Ends,
    Piece,
    WordsRead,
    absent,
    choice,
    optional,
    repeated,
    sequence,
    word,
    word_of_class,
)
from clairevoie.model.phrases.tokens import Words
from clairevoie.model.phrases.trees import PhraseNode

_PIECE = re.compile(
    r'(?P<mots>"[^"]*")|(?P<classe>[A-Z][A-Z_]*)|(?P<regle>[a-z_]+)|(?P<signe>[()/?*+!])|(?P<autre>\S)'
)
_RULE = re.compile(r"^(?P<nom>[a-z_]+) +=(?P<corps>.*(?:\n[ \t]+.*)*)", re.MULTILINE)


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

    def readings(self, rule: str, words: Words) -> Iterator[PhraseNode]:
        """The whole phrase as the choices of that rule read it, each in its turn."""
        reading = WordsRead(words, [one.kinds for one in words.words] + [frozenset()])
        whole, piece = len(words.words), self._rules[rule]
        for one in piece.choices or (piece,):
            nodes = one.match(reading, 0).get(whole)
            if nodes is not None:
                yield PhraseNode(rule, 0, whole, words, nodes)

    def apply(self, rule: str, reading: WordsRead, at: int) -> Ends:
        """The ways that a rule matches from a place; a rule whose name starts with `_` makes no node."""
        known = reading.known.get((rule, at))
        if known is None:
            known = self._rules[rule].match(reading, at)
            if not rule.startswith("_"):
                known = {
                    end: (PhraseNode(rule, at, end, reading.words, nodes),) for end, nodes in known.items()
                }
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

    def piece(self) -> Piece:
        """The whole body."""
        made = self._choice()
        if self._at < len(self._pieces):
            raise ValueError(f"grammar: unexpected {self._pieces[self._at][1]}")
        return made

    def _choice(self) -> Piece:
        choices = [self._sequence()]
        while self._next("/"):
            choices.append(self._sequence())
        return choice(choices) if len(choices) > 1 else choices[0]

    def _sequence(self) -> Piece:
        parts = []
        while self._at < len(self._pieces) and self._pieces[self._at][1] not in ("/", ")"):
            parts.append(self._item())
        return sequence(parts) if len(parts) != 1 else parts[0]

    def _item(self) -> Piece:
        if self._next("!"):
            return absent(self._item())
        kind, text = self._pieces[self._at]
        self._at += 1
        if text == "(":
            made = self._choice()
            if not self._next(")"):
                raise ValueError("grammar: a parenthesis is never closed")
        elif kind == "mots":
            made = sequence([word(one.plain) for one in Words.all(text[1:-1]).words])
        elif kind == "classe":
            made = word_of_class(text)
        elif kind == "regle":
            made = self._rule(text)
        else:
            raise ValueError(f"grammar: unexpected {text}")
        if self._next("?"):
            return optional(made)
        if self._next("*"):
            return repeated(made, once=False)
        return repeated(made, once=True) if self._next("+") else made

    def _rule(self, name: str) -> Piece:
        grammar = self._grammar
        if not grammar.knows(name):
            raise ValueError(f"grammar: no rule {name}")
        return Piece(partial(grammar.apply, name), partial(grammar.first, name))

    def _next(self, sign: str) -> bool:
        there = self._at < len(self._pieces) and self._pieces[self._at][1] == sign
        self._at += there
        return there
