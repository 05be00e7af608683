"""A record becomes the text of its YAML file, laid out as an editor would type it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

_PLAIN = re.compile(r"(?!(?:true|false|null|yes|no|on|off|y|n)$)[a-z][a-z0-9_-]*")
_WIDTH = 120


def to_yaml(record: Mapping[str, Any], collection: str) -> str:
    """The whole file: the line that tells editors which schema applies, then one field after another."""
    lines = [f"# yaml-language-server: $schema=../_schemas/{collection}.schema.json", *_mapping(record, "")]
    return "\n".join(lines) + "\n"


def _mapping(mapping: Mapping[str, Any], indent: str) -> Iterator[str]:
    for key, value in mapping.items():
        if isinstance(value, str) and "\n" in value:
            yield f"{indent}{key}: |"
            yield from (f"{indent}  {line}" if line else "" for line in value.rstrip("\n").split("\n"))
        elif isinstance(value, dict | list) and len(_flow(value)) + len(indent) + len(key) > _WIDTH:
            yield f"{indent}{key}:"
            yield from (
                _mapping(value, f"{indent}  ") if isinstance(value, dict) else _list(value, f"{indent}  ")
            )
        else:
            yield f"{indent}{key}: {_flow(value)}"


def _list(values: list[Any], indent: str) -> Iterator[str]:
    for value in values:
        if isinstance(value, dict) and len(_flow(value)) + len(indent) > _WIDTH:
            first, *others = _mapping(value, f"{indent}  ")
            yield f"{indent}- {first.lstrip()}"
            yield from others
        else:
            yield f"{indent}- {_flow(value)}"


def _flow(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    if isinstance(value, str):
        return value if _PLAIN.fullmatch(value) else json.dumps(value, ensure_ascii=False)
    return json.dumps(value)
