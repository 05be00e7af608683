"""The files that people follow from elsewhere, written unless those in place may be reused."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from sys import intern

from clairevoie.cache.dependencies import Tracker
from clairevoie.cache.reuse import Reuse, Written, written
from clairevoie.parallel import share

# A file to write: its place, and how to make its text.
Followed = tuple[str, Callable[[], str]]


def write_followed(stage: Path, files: Iterable[Followed], reuse: Reuse, tracker: Tracker) -> None:
    """Write each file, or take the one in place when nothing that it looked at has changed."""

    def work(one: Followed) -> Written:
        text, keys = tracker.of(one[1])
        path = stage / one[0]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
        return written(path, map(intern, keys))

    fresh = [one for one in files if not reuse.take(one[0], stage)]
    for (name, _), file in zip(fresh, share(work, fresh), strict=True):
        reuse.add(name, file)
