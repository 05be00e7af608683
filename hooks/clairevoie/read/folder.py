"""The folder of the facts becomes a `Reading`: `data/<collection>/<id>.yml`, one record a file.

In: the folder, and the names of the collections that it may hold. Out: its records, sorted by path, and every problem.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any, Generic, NamedTuple, Protocol, TypeVar
from zlib import crc32

from clairevoie.cache.fingerprints import fingerprint
from clairevoie.cache.packing import pack, unpack
from clairevoie.cache.store import load_entry, load_entry_once, save_packed_entry
from clairevoie.parallel import share
from clairevoie.problems import Located, in_order
from clairevoie.read.files import FILES, files_fingerprint, list_files
from clairevoie.read.places import FolderEntry, misplaced, places
from clairevoie.read.quotas import RECORD, RECORDS, excess
from clairevoie.read.record import Reading, Record
from clairevoie.read.text import read_text

# Kept in parts, so that a file that changes has few others saved again with it.
_ENTRY = "fiches"
_PARTS = 64


class Examinable(Protocol):
    """What is made of a record, and what is wrong with it alone."""

    @property
    def problems(self) -> tuple[Located, ...]:
        """What is wrong with the record alone."""
        ...


T = TypeVar("T", bound=Examinable)
T_co = TypeVar("T_co", bound=Examinable, covariant=True)


class Examine(Protocol[T_co]):
    """Makes something of a record; its problems are given back when they are `known`, not looked for."""

    def __call__(self, record: Record, known: tuple[Located, ...] | None = None) -> T_co:
        """What is made of the record; nothing else is looked at."""
        ...


class _Met(NamedTuple, Generic[T]):
    """A place, and what became of the record that stood there, if any."""

    place: FolderEntry
    results: tuple[T, ...]
    problems: tuple[Located, ...]


class _Kept(NamedTuple):
    """The same as plain data: the values of the record and its problems, None where there was no record."""

    place: FolderEntry
    record: tuple[dict[str, Any], tuple[Located, ...]] | None
    problems: tuple[Located, ...]


class _KeptPart(NamedTuple):
    """The files of a part of the folder that stands `here`, by path."""

    here: str
    files: dict[str, _Kept]


_Part = Mapping[str, _Met[T]]


def examine_folder(
    data: Path, collections: Sequence[str], examine: Examine[T], cache_dir: Path | None = None
) -> Reading[T]:
    """What `examine` makes of every record, and every problem of form.

    With `cache_dir`, the folder of the cache, a file that did not change is not read again.
    """
    found = sorted(islice(places(data, collections), RECORDS.limit + 1), key=lambda place: place.path)
    if len(found) > RECORDS.limit:
        return Reading((), (excess(RECORDS, 0, 0).at(data.resolve().name, ""),), frozenset(), {})
    folder = _Folder(str(data.resolve()), collections, examine, cache_dir)
    parts = folder.parts(found)
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
    return fingerprint(repr((str(data.resolve()), found, files_fingerprint(data / FILES))).encode())


def holds_records(data: Path, collections: Sequence[str]) -> bool:
    """Whether there is one record at least in the folder."""
    return any(place.file for place in places(data, collections))


@dataclass(frozen=True, slots=True)
class _Folder(Generic[T]):
    """The folder that stands `here`, and how its records are examined."""

    here: str
    collections: Sequence[str]
    examine: Examine[T]
    cache_dir: Path | None

    def parts(self, found: Sequence[FolderEntry]) -> Sequence[_Part[T]]:
        """What became of all that was found, each part made again where anything changed in it."""
        wanted: list[list[FolderEntry]] = [[] for _ in range(_PARTS)]
        for place in found:
            wanted[_rank(place.path)].append(place)
        parts = [self._known(rank) for rank in range(_PARTS)]
        stale = [
            rank for rank in range(_PARTS) if wanted[rank] != [one.place for one in parts[rank].values()]
        ]
        size = sum(not _is_same(parts[rank].get(one.path), one) for rank in stale for one in wanted[rank])
        made = share(lambda rank: self._make(rank, wanted[rank]), stale, size)
        for rank, part in zip(stale, made, strict=True):
            files = unpack(part, _KeptPart).files if isinstance(part, bytes) else part
            parts[rank] = self._restored(files)
        return parts

    def _known(self, rank: int) -> _Part[T]:
        """What became of the files of a part, the last time, by path."""
        return load_entry_once(self.cache_dir, f"{_ENTRY}-{rank}", _KeptPart, self._of_here)

    def _of_here(self, kept: _KeptPart | None) -> _Part[T]:
        return self._restored(kept.files) if kept and kept.here == self.here else {}

    def _make(self, rank: int, wanted: Sequence[FolderEntry]) -> bytes | dict[str, _Kept]:
        """A part, packed as it is saved; or as it is, when some name in it is no text."""
        name = f"{_ENTRY}-{rank}"
        kept = load_entry(self.cache_dir, name, _KeptPart)
        known = kept.files if kept and kept.here == self.here else {}
        files = {
            place.path: known[place.path] if _is_same(known.get(place.path), place) else self._meet(place)
            for place in wanted
        }
        try:
            packed = pack(_KeptPart(self.here, files), _KeptPart)
        except UnicodeEncodeError:
            return files
        save_packed_entry(self.cache_dir, name, packed)
        return packed

    def _meet(self, place: FolderEntry) -> _Kept:
        record, problems = _read(place, self.collections)
        return _Kept(place, (dict(record.data), self.examine(record).problems) if record else None, problems)

    def _restored(self, files: Mapping[str, _Kept]) -> _Part[T]:
        return {path: _Met(one.place, tuple(self._results(one)), one.problems) for path, one in files.items()}

    def _results(self, kept: _Kept) -> Iterator[T]:
        if kept.record is not None:
            data, problems = kept.record
            record = Record.kept(*_names(kept.place), kept.place.path, data, partial(_again, kept.place))
            yield self.examine(record, problems)
            record.lighten()


def _is_same(one: _Met[T] | _Kept | None, place: FolderEntry) -> bool:
    """Whether this is what became of the file that stands there now."""
    return one is not None and one.place == place


def _rank(path: str) -> int:
    return crc32(path.encode(errors="surrogatepass")) % _PARTS  # a name may be no text


def _names(place: FolderEntry) -> tuple[str, str]:
    """The collection and the id of the record that stands there."""
    collection, name = place.parts
    return collection, name.removesuffix(".yml")


def _read(place: FolderEntry, collections: Sequence[str]) -> tuple[Record | None, tuple[Located, ...]]:
    if place.file is None:
        return None, (misplaced(place, collections),)
    collection, id = _names(place)
    if place.fingerprint is None:
        return None, (excess(RECORD, count=place.size).at(place.path, f"{collection}/{id}"),)
    try:
        data = Path(place.file).read_bytes()
    except OSError:
        return None, (misplaced(place, collections),)
    return read_text(data, collection, id, place.path, partial(_again, place))


def _again(place: FolderEntry) -> Record | None:
    return _read(place, ())[0]  # it was found in one of them
