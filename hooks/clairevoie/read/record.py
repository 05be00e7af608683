"""A record as it was typed: plain values, and the place of each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Generic, TypeVar

from clairevoie.problems import Located, Origin, Problem
from clairevoie.read.comments import comments
from clairevoie.read.compose import compose
from clairevoie.read.inside import place_inside
from clairevoie.read.node import Node

T = TypeVar("T")


@dataclass(frozen=True)
class Record:
    """One file of `data/`: the record `id` of a `collection`.

    `path` is relative to the parent of the data folder (`data/plans/x.yml`). `data` holds plain values:
    text, bool, int, Decimal, None, list, dict. `text` is the file in LF and NFC; the places are found in
    it only when someone asks, since most records are right. A record that knows how to be read `again` is
    cached without its text, and left without its values once they are understood.
    """

    collection: str
    id: str
    path: str
    data: Mapping[str, Any] = field(hash=False, repr=False)
    text: str = field(repr=False)
    again: Callable[[], Record | None] | None = field(default=None, compare=False, repr=False)

    @property
    def adresse(self) -> str:
        """`collection/id`, whether or not the record is well formed."""
        return f"{self.collection}/{self.id}"

    def locate(self, problem: Problem) -> Located:
        """A problem of this record, with the line and the column of what is at fault."""
        if isinstance(problem, Located):
            return problem
        find = self.key_origin if problem.of_key else self.origin
        return problem.at(self.path, find(*problem.path))

    def origin(self, *chemin: str | int) -> Origin:
        """Where the value at that path was typed; its nearest existing ancestor when it is absent."""
        node = self._root
        for step in chemin:
            child = node.child(step)
            if child is None:
                break
            node = child
        return Origin(node.line, node.column)

    def origin_inside(self, chemin: tuple[str | int, ...], offset: int) -> Origin:
        """Where one letter of the text at that path was typed."""
        node = self._find(chemin)
        return Origin(*place_inside(node, self.text.split("\n"), offset)) if node else self.origin(*chemin)

    def key_origin(self, *chemin: str | int) -> Origin:
        """Where the key of that entry was typed; the place of its value when it has no key."""
        parent = self._find(chemin[:-1])
        key = parent.key(chemin[-1]) if parent and chemin else None
        return Origin(key.line, key.column) if key else self.origin(*chemin)

    def raw(self, *chemin: str | int) -> str:
        """The text as typed, quotes apart (`1.10` stays `1.10`); empty when it is no single value."""
        node = self._find(chemin)
        return node.content if node and isinstance(node.content, str) else ""

    def comments(self) -> Iterator[tuple[Origin, str]]:
        """Every comment of the file: where its `#` stands, and its words."""
        return ((Origin(line, column), words) for line, column, words in comments(self.text))

    def _find(self, chemin: tuple[str | int, ...]) -> Node | None:
        node: Node | None = self._root
        for step in chemin:
            node = node.child(step) if node else None
        return node

    @classmethod
    def kept(
        cls, collection: str, id: str, path: str, data: Mapping[str, Any], again: Callable[[], Record | None]
    ) -> Record:
        """A record whose values are known, and whose file is read `again` only if its text is asked for."""
        record = cls.__new__(cls)
        record.__dict__.update(collection=collection, id=id, path=path, data=data, again=again)
        return record

    def lighten(self) -> None:
        """Leave the values behind: the file is read again if they are asked for, which is rare."""
        if self.again:
            self.__dict__.pop("data", None)

    @cached_property
    def _root(self) -> Node:
        return compose(self.text).root

    def __getattr__(self, name: str) -> Any:
        """What was left behind: the file is read again, and is empty if it went away in the meantime."""
        if name not in ("data", "text"):
            raise AttributeError(name)
        found = self.again() if self.again else None
        self.__dict__.update(data=found.data if found else {}, text=found.text if found else "")
        return self.__dict__[name]


@dataclass(frozen=True, slots=True)
class Reading(Generic[T]):
    """What a data folder holds: what became of every record that could be read, sorted by path, and every
    problem of form.

    `fichiers` are the names of the files of `_fichiers/` that records may show or offer; `fingerprints` gives by
    path the fingerprint of what each file holds.
    """

    records: tuple[T, ...]
    problems: tuple[Located, ...]
    fichiers: frozenset[str] = frozenset()
    fingerprints: Mapping[str, bytes] = field(default_factory=dict, compare=False, repr=False)
