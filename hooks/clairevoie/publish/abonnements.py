"""The files that people follow from elsewhere, written unless those in place may be reused."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from sys import intern

from clairevoie.cache.dependencies import Tracker
from clairevoie.cache.reuse import Reuse, Written, written
from clairevoie.parallel import share

# Files that are made together: their places, and how to make their texts.
Followed = tuple[tuple[str, ...], Callable[[], tuple[str, ...]]]


def write_followed(stage: Path, files: Iterable[Followed], reuse: Reuse, tracker: Tracker) -> None:
    """Write these files, or take those in place when nothing that they looked at has changed."""

    def work(one: Followed) -> dict[str, Written]:
        places, make = one
        texts, keys = tracker.of(make)
        names, found = tuple(map(intern, keys)), {}
        for place, text in zip(places, texts, strict=True):
            path = stage / place
            path.write_bytes(text.encode())
            found[place] = written(path, names)
        return found

    fresh = [one for one in files if not reuse.take_all(one[0], stage)]
    for folder in {(stage / place).parent for places, _ in fresh for place in places}:
        folder.mkdir(parents=True, exist_ok=True)
    for made in share(work, fresh):
        for place, file in made.items():
            reuse.add(place, file)
