"""The folder of the facts becomes a `Reading`: `data/<collection>/<id>.yml`, one record a file.

In: the folder. Out: its records, sorted by path, and all the problems.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar
from zlib import crc32

from clairevoie.memory import digest, keep, recall
from clairevoie.problems import Problem
from clairevoie.read.files import FILES, list_files
from clairevoie.read.places import Place, misplaced, places
from clairevoie.read.record import Reading, Record
from clairevoie.read.text import read_text, too_large
from clairevoie.sharing import share

T = TypeVar("T")
# Kept in parts, so that a file that changes has few others kept again with it.
_MEMORY = "fiches"
_PARTS = 64


def read_folder(data: Path) -> Reading[Record]:
    """Every record of the folder and every problem of form, over all the files."""
    return examine_folder(data, _same)


def examine_folder(data: Path, examine: Callable[[Record], T], memory: Path | None = None) -> Reading[T]:
    """The same, with what `examine` makes of each record, in the process that read it.

    It may look at nothing else than the record: `memory`, a folder, keeps what it made for the next time
    that the file is met, unchanged, at the same place.
    """
    here = str(data.resolve())
    known: dict[str, _Met[T]] = _recalled(memory, here)
    found = sorted(places(data), key=lambda place: place.path)
    fresh = [place for place in found if place.path not in known or known[place.path].place != place]
    made = dict(zip((place.path for place in fresh), share(partial(_meet, examine), fresh), strict=True))
    met = {place.path: made.get(place.path) or known[place.path] for place in found}
    _keep(memory, here, known, met)
    return Reading(
        tuple(one for each in met.values() for one in each.results),
        tuple(sorted(problem for each in met.values() for problem in each.problems)),
        list_files(data / FILES),
        {path: each.place.seal for path, each in met.items() if each.place.seal},
    )


def seal_of(data: Path) -> bytes:
    """The seal of everything that the folder holds: the same one when nothing in it has changed."""
    found = sorted((place.path, place.size, place.seal) for place in places(data))
    return digest(repr((str(data.resolve()), found, sorted(list_files(data / FILES)))).encode())


class _Met(NamedTuple, Generic[T]):
    """A place, and what became of the record that stood there, if any."""

    place: Place
    results: tuple[T, ...]
    problems: tuple[Problem, ...]


def _recalled(memory: Path | None, here: str) -> dict[str, _Met[T]]:
    """What became of each file of this folder, the last time, by path."""
    found = (recall(memory, f"{_MEMORY}-{rank}") for rank in range(_PARTS))
    return {path: one for there, part in filter(None, found) if there == here for path, one in part.items()}


def _keep(memory: Path | None, here: str, known: Mapping[str, _Met[T]], met: Mapping[str, _Met[T]]) -> None:
    """Keep the parts where something was added, changed or taken away."""
    if memory is None:
        return
    changed = {path for path, one in met.items() if known.get(path) is not one} | (known.keys() - met.keys())
    parts: dict[int, dict[str, _Met[T]]] = {_rank(path): {} for path in changed}
    for path, one in met.items():
        if (part := parts.get(_rank(path))) is not None:
            part[path] = one
    share(lambda rank: keep(memory, f"{_MEMORY}-{rank}", (here, parts[rank])), list(parts), len(changed))


def _rank(path: str) -> int:
    return crc32(path.encode()) % _PARTS


def _meet(examine: Callable[[Record], T], place: Place) -> _Met[T]:
    record, problems = _read(place)
    return _Met(place, (examine(record),) if record else (), problems)


def _read(place: Place) -> tuple[Record | None, tuple[Problem, ...]]:
    if place.file is None:
        return None, (misplaced(place),)
    if place.seal is None:
        return None, (too_large(place.size).at(place.path),)
    try:
        data = Path(place.file).read_bytes()
    except OSError:
        return None, (misplaced(place),)
    collection, name = place.parts
    again = partial(_again, place)
    return read_text(data, collection, name.removesuffix(".yml"), place.path, again)


def _again(place: Place) -> Record | None:
    return _read(place)[0]


def _same(record: Record) -> Record:
    return record
