"""The heaviest page of a site as it travels: `python -m tests.bench.weight DOSSIER` names the first ten.

Every page counts, those of lists first: what holds everything is what grows.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import brotli  # type: ignore[import-untyped]

# Below this many bytes as written, no page comes near the target once compressed.
_LIGHT = 60_000
# A page of several megabytes is too heavy whatever the effort, and takes minutes at the most.
_HUGE, _FAST, _BEST = 3_000_000, 5, 11


def heaviest_pages(site: Path, light: int = _LIGHT) -> list[tuple[int, str]]:
    """The pages that may be heavy, in brotli, the heaviest first: bytes and address."""
    return sorted(_weighed(site, light), key=lambda one: (-one[0], one[1]))


def _weighed(site: Path, light: int) -> Iterator[tuple[int, str]]:
    for path in site.rglob("*.html"):
        size = path.stat().st_size
        if size >= light:
            effort = _FAST if size > _HUGE else _BEST
            address = path.relative_to(site).as_posix().removesuffix("index.html")
            yield len(brotli.compress(path.read_bytes(), quality=effort)), address


if __name__ == "__main__":
    for bytes_sent, page in heaviest_pages(Path(sys.argv[1]))[:10]:
        sys.stdout.write(f"{bytes_sent / 1000:8.1f} ko  {page}\n")
