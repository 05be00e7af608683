"""What mkdocs.yml says under `extra`: plain values by name, each with its place.

Goes in: the bytes of the file. Comes out: the values as typed; nothing when they are not well formed, which is told
elsewhere.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from clairevoie.problems import Origin
from clairevoie.read.compose import compose
from clairevoie.read.node import Node
from clairevoie.read.refusal import Refused

NAME = "mkdocs.yml"


class Setting(NamedTuple):
    """A value as typed, and where; `value` is None when it is not one plain value."""

    value: str | None
    origin: Origin


def read_settings(data: bytes) -> Mapping[str, Setting]:
    """The settings that these bytes hold, by name."""
    try:
        extra = compose(data.decode()).root.child("extra")
    except (Refused, UnicodeDecodeError):
        return {}
    entries = extra.content if extra and isinstance(extra.content, dict) else {}
    return {key: _setting(value) for key, (_, value) in entries.items()}


def _setting(node: Node) -> Setting:
    return Setting(node.content if isinstance(node.content, str) else None, Origin(node.line, node.column))
