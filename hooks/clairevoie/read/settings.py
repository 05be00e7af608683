"""What mkdocs.yml says under `extra`: plain values by name, each with its place.

Goes in: the folder of the project. Comes out: the values as typed; nothing when there is no such file, or when it
is not well formed, which the engine tells better.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import yaml

from clairevoie.problems import Origin

NAME = "mkdocs.yml"


class Setting(NamedTuple):
    """A value as typed, and where; `value` is None when it is not one plain value."""

    value: str | None
    origin: Origin


def read_settings(root: Path) -> Mapping[str, Setting]:
    """The settings of a project, by name."""
    try:
        document = yaml.compose((root / NAME).read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    except (OSError, ValueError, yaml.YAMLError):
        return {}
    return {key: _setting(node) for key, node in _entries(_entries(document).get("extra")).items()}


def _entries(node: yaml.Node | None) -> Mapping[str, yaml.Node]:
    pairs = node.value if isinstance(node, yaml.MappingNode) else ()
    return {str(key.value): value for key, value in pairs}


def _setting(node: yaml.Node) -> Setting:
    origin = Origin(node.start_mark.line + 1, node.start_mark.column + 1)
    return Setting(node.value if isinstance(node, yaml.ScalarNode) else None, origin)
