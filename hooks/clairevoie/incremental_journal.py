"""What became of the facts since they are on the site: worked out from git, address by address, then cached.

Goes in: checked facts and the history of their folder. Comes out: a `Journal`. A folder that took the place of
another community's begins its own history that day.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from clairevoie.cache.fingerprints import fingerprint
from clairevoie.cache.store import load_entry, save_entry
from clairevoie.derive.journal.chapters import Chapitre, Journal, chapter, journal, moved
from clairevoie.model import COLLECTIONS, Jeu
from clairevoie.read.history import History, Revision
from clairevoie.validate.versions import versions

_ENTRY = "journal"
# A folder that keeps fewer than one in so many of its records is no longer the same one.
_SHARE = 10
_RECORD = re.compile(r"[^_./][^/]*\.yml")


class _Known(NamedTuple):
    """A chapter, and the fingerprint of what it comes from."""

    key: bytes
    chapter: Chapitre


class _Kept(NamedTuple):
    """The chapters by address, and the fingerprint of what they may name."""

    nameable: bytes
    chapters: dict[str, _Known]


def journal_of(
    data: Path, jeu: Jeu, history: History, fingerprints: Mapping[str, bytes], cache_dir: Path | None = None
) -> Journal:
    """The journal of the records of `jeu` that are published.

    `fingerprints` gives that of each file by the address of its record. A chapter that the cache has is not worked
    out again while its files and their revisions are the same, and so are the records that may be named.
    """
    public = jeu.publie()
    adresses = moved(public)
    families = _families(history, adresses)
    nameable = fingerprint(
        repr((sorted(fiche.adresse for fiche in public), sorted(adresses.items()))).encode()
    )
    keys = {adresse: _key(family, history, fingerprints) for adresse, family in families.items()}
    cached = _cached(cache_dir, nameable)
    known = {
        adresse: cached[adresse].chapter
        for adresse, key in keys.items()
        if adresse in cached and cached[adresse].key == key
    }
    stale = {adresse for adresse, told in known.items() if any(one not in known for one in told.cites())}
    fresh = [adresse for adresse in families if adresse not in known or adresse in stale]
    read = versions(data, history, jeu, dict.fromkeys(one for adresse in fresh for one in families[adresse]))
    chapters = known | {adresse: chapter(adresse, public, read, adresses) for adresse in fresh}
    if fresh or len(chapters) != len(cached):
        kept = {adresse: _Known(keys[adresse], told) for adresse, told in chapters.items()}
        save_entry(cache_dir, _ENTRY, _Kept(nameable, kept), _Kept)
    return journal(public, chapters, history.last is not None, history.cut)


def own_history(history: History, jeu: Jeu, paths: Collection[str]) -> History:
    """The history since the folder last took the place of another one, whose records all but left at once.

    `paths` are the addresses of the records in the folder now, drafts included. Records that left and came back,
    or that were renamed, never left.
    """
    now = {*paths, *moved(jeu)}
    there: set[str] = set()
    begins = 0
    for rank, changes in sorted(_by_rank(history).items()):
        left = {adresse for adresse, revision in changes.items() if revision.blob is None}
        if _is_another(there, there - left | there & now):
            begins = rank
        there = there - left | changes.keys() - left
    if _is_another(there, there & now):
        return History()
    return _since(history, begins) if begins else history


def _is_another(before: Collection[str], cached: Collection[str]) -> bool:
    return len(cached) * _SHARE < len(before)


def _by_rank(history: History) -> Mapping[int, Mapping[str, Revision]]:
    """What each commit did to records, by address."""
    found: dict[int, dict[str, Revision]] = defaultdict(dict)
    for adresse in _addresses(history):
        for revision in history.revisions[f"{adresse}.yml"]:
            found[revision.rank][adresse] = revision
    return found


def _since(history: History, begins: int) -> History:
    """The history from the commit of rank `begins` on: what was there then came that day."""
    day = next(one.day for revisions in history.revisions.values() for one in revisions if one.rank == begins)
    revisions: dict[str, tuple[Revision, ...]] = {}
    for path, every in history.revisions.items():
        later = tuple(one for one in every if one.rank >= begins)
        before = [one for one in every if one.rank < begins and one.blob]
        if before and not (later and later[0].rank == begins):
            later = (replace(before[-1], day=day, rank=begins, cut=False), *later)
        if any(one.blob for one in later):
            revisions[path] = later
    return replace(
        history,
        added={path: found[0].day for path, found in revisions.items()},
        changed={path: found[-1].day for path, found in revisions.items()},
        revisions=revisions,
        cut=None,
    )


def _cached(cache_dir: Path | None, nameable: bytes) -> Mapping[str, _Known]:
    cached = load_entry(cache_dir, _ENTRY, _Kept)
    return cached.chapters if cached is not None and cached.nameable == nameable else {}


def _families(history: History, adresses: Mapping[str, str]) -> Mapping[str, tuple[str, ...]]:
    """Every address that history knows, with all those that its record has had."""
    held: dict[str, list[str]] = defaultdict(list)
    for old, now in adresses.items():
        held[now].append(old)
    return {
        adresse: (now := adresses.get(adresse, adresse), *held.get(now, ()), adresse)
        for adresse in _addresses(history)
    }


def _addresses(history: History) -> Iterator[str]:
    """`plans/x.yml` → `plans/x`; what is no record is left out."""
    for path in history.revisions:
        collection, _, name = path.partition("/")
        if collection in COLLECTIONS and _RECORD.fullmatch(name):
            yield path.removesuffix(".yml")


def _key(family: tuple[str, ...], history: History, fingerprints: Mapping[str, bytes]) -> bytes:
    """The fingerprint of everything that a chapter comes from, other records apart."""
    return fingerprint(
        repr([(history.revisions.get(f"{one}.yml"), fingerprints.get(one)) for one in family]).encode()
    )
