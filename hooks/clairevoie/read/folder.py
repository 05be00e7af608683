"""The folder of the facts becomes a `Reading`: `data/<collection>/<id>.yml`, one record a file.

In: the folder, and the names of the collections that it may hold. Out: its records, sorted by path, and every problem.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar
from zlib import crc32

from clairevoie.cache.fingerprints import fingerprint
from clairevoie.cache.store import load_entry_once, pack, save_packed_entry, unpack
from clairevoie.parallel import share
from clairevoie.problems import Located, in_order
from clairevoie.read.files import FILES, list_files
from clairevoie.read.places import FolderEntry, misplaced, places
from clairevoie.read.record import Reading, Record
from clairevoie.read.text import read_text, too_large

T = TypeVar("T")
# Kept in parts, so that a file that changes has few others saved again with it.
_ENTRY = "fiches"
_PARTS = 64


class _Met(NamedTuple, Generic[T]):
    """A place, and what became of the record that stood there, if any."""

    place: FolderEntry
    results: tuple[T, ...]
    problems: tuple[Located, ...]


_Part = Mapping[str, _Met[T]]


def examine_folder(
    data: Path, collections: Sequence[str], examine: Callable[[Record], T], cache_dir: Path | None = None
) -> Reading[T]:
    """What `examine` makes of every record, in the process that read it, and every problem of form.

    It may look at nothing else than the record: `cache_dir` is the folder of the cache
    that the file is met, unchanged, at the same place.
    """
    here = str(data.resolve())
    found = sorted(places(data, collections), key=lambda place: place.path)
    parts: list[_Part[T]] = [_cached_part(cache_dir, here, rank) for rank in range(_PARTS)]
    _renew(parts, found, partial(_meet, examine, collections), partial(_packed_part, cache_dir, here))
    met = {place.path: parts[_rank(place.path)][place.path] for place in found}
    return Reading(
        tuple(one for each in met.values() for one in each.results),
        in_order(problem for each in met.values() for problem in each.problems),
        list_files(data / FILES),
        {path: each.place.fingerprint for path, each in met.items() if each.place.fingerprint},
    )


def data_fingerprint(data: Path, collections: Sequence[str]) -> bytes:
    """The fingerprint of everything that the folder holds: the same one when nothing in it has changed."""
    found = sorted((place.path, place.size, place.fingerprint) for place in places(data, collections))
    return fingerprint(repr((str(data.resolve()), found, sorted(list_files(data / FILES)))).encode())


def holds_records(data: Path, collections: Sequence[str]) -> bool:
    """Whether there is one record at least in the folder."""
    return any(place.file for place in places(data, collections))


def _cached_part(cache_dir: Path | None, here: str, rank: int) -> _Part[T]:
    """What became of the files of a part of this folder, the last time, by path."""
    there, part = load_entry_once(cache_dir, f"{_ENTRY}-{rank}") or ("", {})
    return part if there == here else {}


def _renew(
    parts: list[_Part[T]],
    found: Sequence[FolderEntry],
    meet: Callable[[FolderEntry], _Met[T]],
    save: Callable[[int, _Part[T]], bytes],
) -> None:
    """Make again the parts where something was added, changed or taken away; each travels as it is saved."""
    wanted: list[list[FolderEntry]] = [[] for _ in parts]
    for place in found:
        wanted[_rank(place.path)].append(place)

    def known(rank: int, place: FolderEntry) -> _Met[T] | None:
        one = parts[rank].get(place.path)
        return one if one and one.place == place else None

    def make(rank: int) -> bytes:
        return save(rank, {place.path: known(rank, place) or meet(place) for place in wanted[rank]})

    stale = [rank for rank, part in enumerate(parts) if wanted[rank] != [one.place for one in part.values()]]
    size = sum(known(rank, place) is None for rank in stale for place in wanted[rank])
    for rank, packed in zip(stale, share(make, stale, size), strict=True):
        parts[rank] = unpack(packed)[1]


def _packed_part(cache_dir: Path | None, here: str, rank: int, part: _Part[T]) -> bytes:
    packed = pack((here, part))
    save_packed_entry(cache_dir, f"{_ENTRY}-{rank}", packed)
    return packed


def _rank(path: str) -> int:
    return crc32(path.encode(errors="surrogatepass")) % _PARTS  # a name may be no text


def _meet(examine: Callable[[Record], T], collections: Sequence[str], place: FolderEntry) -> _Met[T]:
    record, problems = _read(place, collections)
    return _Met(place, (examine(record),) if record else (), problems)


def _read(place: FolderEntry, collections: Sequence[str]) -> tuple[Record | None, tuple[Located, ...]]:
    if place.file is None:
        return None, (misplaced(place, collections),)
    collection, name = place.parts
    id = name.removesuffix(".yml")
    if place.fingerprint is None:
        return None, (too_large(place.size).at(place.path, f"{collection}/{id}"),)
    try:
        data = Path(place.file).read_bytes()
    except OSError:
        return None, (misplaced(place, collections),)
    return read_text(data, collection, id, place.path, partial(_again, place))


def _again(place: FolderEntry) -> Record | None:
    return _read(place, ())[0]  # it was found in one of them
