"""What a grammar recognised in a phrase: a tree of rules over its words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from clairevoie.model.phrases.tokens import Words


@dataclass(frozen=True, slots=True)
class PhraseNode:
    """What a rule recognised: the words from `start` to `end`, and the nodes of the rules within."""

    rule: str
    start: int
    end: int
    words: Words
    nodes: tuple[PhraseNode, ...] = ()

    def get(self, *rules: str) -> PhraseNode | None:
        """The first node within, at any depth, of one of these rules."""
        return next(self.all(*rules), None)

    def only(self, *rules: str) -> PhraseNode:
        """The same, which the grammar puts there."""
        found = self.get(*rules)
        if found is None:
            raise LookupError(f"{self.rule}: {rules}")
        return found

    def all(self, *rules: str) -> Iterator[PhraseNode]:
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
