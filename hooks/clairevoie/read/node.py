"""A text's values as nodes that know their place.

In: what `compose` met. Out: nodes to walk by path, and plain values.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple, Protocol

from clairevoie.read.fault import Fault
from clairevoie.read.scalars import meaning


class Mark(Protocol):
    """A place as the parser gives it, lines and columns from 0."""

    line: int
    column: int


@dataclass(slots=True)
class Node:
    """A value and its place; `style` is its opening sign, empty without one.

    `content` is the text of a single value, a list of nodes, or the key and value nodes by key.
    """

    style: str
    content: str | list[Node] | dict[str, tuple[Node, Node]]
    start: Mark | None = None
    end: Mark | None = None

    @property
    def line(self) -> int:
        """Its first line, from 1."""
        return self.start.line + 1 if self.start else 1

    @property
    def column(self) -> int:
        """Its first column, from 1."""
        return self.start.column + 1 if self.start else 1

    @property
    def end_line(self) -> int:
        """The line where it ends, from 1; 0 when nothing ended it."""
        return self.end.line + 1 if self.end else 0

    @property
    def end_column(self) -> int:
        """The column after its last one, from 1; 0 when nothing ended it."""
        return self.end.column + 1 if self.end else 0

    def child(self, step: str | int) -> Node | None:
        """The value under that key or at that rank, or None."""
        if isinstance(self.content, dict):
            entry = self.content.get(str(step))
            return entry[1] if entry else None
        if isinstance(self.content, list) and isinstance(step, int) and 0 <= step < len(self.content):
            return self.content[step]
        return None

    def key(self, step: str | int) -> Node | None:
        """The key of that entry, or None."""
        entry = self.content.get(str(step)) if isinstance(self.content, dict) else None
        return entry[0] if entry else None

    def path_at(self, line: int, column: int) -> tuple[str | int, ...]:
        """The keys and ranks that lead from here to the last value begun at or before that place."""
        path: list[str | int] = []
        node: Node | None = self
        while node:
            begun = [(step, inner) for step, start, inner in node._steps() if start <= (line, column)]
            step, node = begun[-1] if begun else ("", None)
            path += [step] if node else []
        return tuple(path)

    def _steps(self) -> Iterator[tuple[str | int, tuple[int, int], Node]]:
        """Each key or rank, where its part begins, and its value; a block begins where its first key does."""
        if isinstance(self.content, dict):
            for name, (key, value) in self.content.items():
                start = (key.line, key.column)
                yield name, start if start > (self.line, self.column) else (value.line, value.column), value
        elif isinstance(self.content, list):
            for rank, child in enumerate(self.content):
                yield rank, (child.line, child.column), child


@dataclass
class Composition:
    """The nodes of a text's first document, and the faults met on the way."""

    lines: list[str]
    faults: list[Fault] = field(default_factory=list)
    documents: list[Node] = field(default_factory=list)

    @property
    def root(self) -> Node:
        """The node that holds the record; an empty one for a text without any value."""
        return self.documents[0] if self.documents else Node("", "")

    @cached_property
    def nodes(self) -> list[Held]:
        """Every node of the record, keys included, in the order of the text."""
        found: list[Held] = []
        _walk(Held(self.root, 0), found)
        return found


def value_of(node: Node) -> Any:
    """The plain value of a node: text, bool, int, Decimal, None, list or dict."""
    if isinstance(node.content, dict):
        return {key: value_of(value) for key, (_, value) in node.content.items()}
    if isinstance(node.content, list):
        return [value_of(child) for child in node.content]
    return node.content if node.style else meaning(node.content)


class Held(NamedTuple):
    """A node and what holds it: the column (from 1) of its key or dash; `in_flow`, inside brackets."""

    node: Node
    parent: int
    is_key: bool = False
    in_flow: bool = False


def _walk(held: Held, found: list[Held]) -> None:
    found.append(held)
    node, in_flow = held.node, bool(held.node.style)
    if isinstance(node.content, dict):
        for key, value in node.content.values():
            parent = held.parent if in_flow else key.column
            found.append(Held(key, parent, True, in_flow))
            _walk(Held(value, parent, False, in_flow), found)
    elif isinstance(node.content, list):
        parent = held.parent if in_flow else node.column
        for child in node.content:
            _walk(Held(child, parent, False, in_flow), found)
