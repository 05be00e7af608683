"""The graphs of a built site, rebuilt from its HTML alone by tools of others."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from extruct.jsonld import JsonLdExtractor
from rdflib import Graph

from tests.conftest import BASE

PREFIXES = f"""
PREFIX schema: <https://schema.org/>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX org: <http://www.w3.org/ns/org#>
PREFIX cv: <{BASE}donnees/#>
"""


@cache
def documents(site: Path) -> dict[str, list[Any]]:
    """What extruct finds in each page, by its place; a page that says nothing has an empty list."""
    extract = JsonLdExtractor().extract
    return {
        path.relative_to(site).as_posix(): extract(path.read_text(encoding="utf-8"))
        for path in sorted(site.rglob("*.html"))
    }


@cache
def graph(site: Path) -> Graph:
    """All of it as one graph."""
    found = Graph()
    for said in documents(site).values():
        for one in said:
            found.parse(data=json.dumps(one), format="json-ld")
    return found


def ask(site: Path, query: str) -> Iterator[tuple[str | None, ...]]:
    """The answers to a query of SPARQL; an address of the site is told from its root."""
    for row in graph(site).query(PREFIXES + query):
        assert isinstance(row, tuple)
        yield tuple(None if one is None else str(one).removeprefix(BASE) for one in row)
