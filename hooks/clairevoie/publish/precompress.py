"""Each text of a site compressed beside it, once for all its readers, for servers that send what they find ready."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import brotli  # type: ignore[import-untyped]

from clairevoie.parallel import share
from clairevoie.publish.gzipped import gzipped

# What compresses well; pictures, fonts and the index of the search are compressed already.
_TEXTS = {
    ".html",
    ".css",
    ".js",
    ".json",
    ".jsonl",
    ".xml",
    ".svg",
    ".txt",
    ".yml",
    ".csv",
    ".ics",
    ".atom",
    ".md",
}
# Ten takes a third of the time of eleven, for a hundredth more; nine takes a twentieth of it, for a twentieth more,
# which is for large files, that are taken whole and seldom.
_BROTLI, _BROTLI_OF_LARGE = 10, 9
_LARGE = 300_000


def _brotli(content: bytes) -> bytes:
    quality = _BROTLI if len(content) < _LARGE else _BROTLI_OF_LARGE
    compressed: bytes = brotli.compress(content, mode=brotli.MODE_TEXT, quality=quality)
    return compressed


WAYS: dict[str, Callable[[bytes], bytes]] = {".br": _brotli, ".gz": gzipped}


def precompress(stage: Path) -> None:
    """Write `x.html.br` and `x.html.gz` beside each `x.html` and other text, where that makes it smaller."""
    share(_compress, sorted(path for path in stage.rglob("*") if path.suffix in _TEXTS and path.is_file()))


def _compress(path: Path) -> None:
    content = path.read_bytes()
    for suffix, way in WAYS.items():
        compressed = way(content)
        if len(compressed) < len(content):
            path.with_name(path.name + suffix).write_bytes(compressed)
