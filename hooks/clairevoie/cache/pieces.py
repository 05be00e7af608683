"""What a list is joined from: one piece of HTML for each record, kept from one build to the next.

A piece is kept with the keys that it looked at (`cache/dependencies.py`), and the fingerprint of what stood there: it
serves again when that is still the same, whatever was built in between.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from clairevoie.cache.dependencies import Tracker
from clairevoie.cache.fingerprints import fingerprint
from clairevoie.cache.store import load_entry, save_entry

_ENTRY = "morceaux-"


class _Piece(NamedTuple):
    """One piece, the keys it was made from, and the fingerprint of what stood under them."""

    keys: tuple[str, ...]
    fingerprint: bytes
    made: str | bytes


class _Kept(NamedTuple):
    """The pieces of one list, by name, when what decides of every page had this fingerprint."""

    base: bytes
    pieces: dict[str, _Piece]


class Pieces:
    """The pieces of the list at hand, each made at most once."""

    def __init__(
        self,
        tracker: Tracker,
        cache_dir: Path | None = None,
        base: bytes = b"",
        fingerprint_of: Callable[[str], bytes] | None = None,
    ) -> None:
        """Without a folder nor `fingerprint_of`, nothing is kept; `base` is what decides of every page."""
        self._tracker, self._cache_dir, self._base = tracker, cache_dir, base
        self._fingerprint_of = fingerprint_of
        self._fingerprints: dict[str, bytes] = {}
        self._known: dict[str, _Piece] = {}
        self._used: dict[str, _Piece] = {}

    def open(self, liste: str) -> None:
        """Take the pieces that the last build kept of a list."""
        found = load_entry(self._cache_dir, f"{_ENTRY}{liste}", _Kept) if self._fingerprint_of else None
        self._known = found.pieces if found and found.base == self._base else {}
        self._used = {}

    def close(self, liste: str) -> None:
        """Keep those that the list has now, where one of them is new or has gone."""
        same = self._used.keys() == self._known.keys() and all(
            piece is self._known[name] for name, piece in self._used.items()
        )
        if self._fingerprint_of and not same:
            save_entry(self._cache_dir, f"{_ENTRY}{liste}", _Kept(self._base, self._used), _Kept)
        self._known, self._used = {}, {}

    def of(self, name: str, make: Callable[[], str]) -> str:
        """The piece of that name, made when it is not known, or when something it looked at changed."""
        piece = self._used.get(name) or self._same(name)
        if piece is None:
            made, keys = self._tracker.inside(make)
            self.add(name, keys, str(made))
            return str(made)
        self._tracker.seen.update(piece.keys)
        self._used[name] = piece
        return str(piece.made)

    def kept(self, name: str) -> bytes | None:
        """What was added under that name, when all that it was made from is still the same."""
        piece = self._same(name)
        if piece is None or not isinstance(piece.made, bytes):
            return None
        self._used[name] = piece
        return piece.made

    def add(self, name: str, keys: Iterable[str], made: str | bytes) -> None:
        """Keep what was just made from these keys."""
        named = tuple(sorted(keys))
        self._used[name] = _Piece(named, self._of_all(named), made)

    def _same(self, name: str) -> _Piece | None:
        piece = self._known.get(name)
        return piece if piece and piece.fingerprint == self._of_all(piece.keys) else None

    def _of_all(self, keys: Iterable[str]) -> bytes:
        if self._fingerprint_of is None:
            return b""
        for key in keys:
            if key not in self._fingerprints:
                self._fingerprints[key] = self._fingerprint_of(key)
        return fingerprint(b"".join(self._fingerprints[key] for key in keys))
