"""A text's values as nodes that know their place.

In: what `compose` met. Out: nodes to walk by path, and plain values.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NamedTuple

from clairevoie.read.fault import Fault
from clairevoie.read.scalars import meaning


@dataclass(slots=True)
class Node:
    """A value and its place, lines and columns from 1; `style` is its opening sign, empty without one.

    `content` is the text of a single value, a list of nodes, or the key and value nodes by key.
    """

    line: int
    column: int
    style: str
    content: str | list[Node] | dict[str, tuple[Node, Node]]
    end_line: int = 0
    end_column: int = 0

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


@dataclass(slots=True)
class Composition:
    """The nodes of a text's first document, and the faults met on the way."""

    lines: list[str]
    faults: list[Fault] = field(default_factory=list)
    documents: list[Node] = field(default_factory=list)

    @property
    def root(self) -> Node:
        """The node that holds the record; an empty one for a text without any value."""
        return self.documents[0] if self.documents else Node(1, 1, "", "")


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


def walk(root: Node) -> list[Held]:
    """Every node of a tree, keys included, in the order of the text."""
    found: list[Held] = []
    _walk(Held(root, 0), found)
    return found


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
