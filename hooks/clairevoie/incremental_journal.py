"""What became of the facts since they are on the site: worked out from git, address by address, then remembered.

Goes in: checked facts and the history of their folder. Comes out: a `Journal`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from clairevoie.cache.fingerprints import fingerprint
from clairevoie.cache.store import load_entry, save_entry
from clairevoie.derive.journal.chapters import Chapitre, Journal, chapter, journal, moved
from clairevoie.model import COLLECTIONS, Jeu
from clairevoie.read.history import History
from clairevoie.validate.versions import versions

_MEMORY = "journal"
_RECORD = re.compile(r"[^_./][^/]*\.yml")


def journal_of(
    data: Path, jeu: Jeu, history: History, seals: Mapping[str, bytes], memory: Path | None = None
) -> Journal:
    """The journal of the records of `jeu` that are published.

    `seals` gives the seal of each file by the address of its record. A chapter that `memory` has is not worked
    out again while its files and their revisions are the same, and so are the records that may be named.
    """
    public = jeu.publie()
    adresses = moved(public)
    families = _families(history, adresses)
    nameable = fingerprint(
        repr((sorted(fiche.adresse for fiche in public), sorted(adresses.items()))).encode()
    )
    keys = {adresse: _key(family, history, seals) for adresse, family in families.items()}
    kept: dict[str, tuple[bytes, Chapitre]] = _recalled(memory, nameable)
    known = {
        adresse: kept[adresse][1] for adresse, key in keys.items() if kept.get(adresse, (b"",))[0] == key
    }
    stale = {adresse for adresse, told in known.items() if any(one not in known for one in told.cites())}
    fresh = [adresse for adresse in families if adresse not in known or adresse in stale]
    read = versions(data, history, jeu, dict.fromkeys(one for adresse in fresh for one in families[adresse]))
    chapters = known | {adresse: chapter(adresse, public, read, adresses) for adresse in fresh}
    if fresh or len(chapters) != len(kept):
        save_entry(memory, _MEMORY, (nameable, {one: (keys[one], told) for one, told in chapters.items()}))
    return journal(public, chapters, history.last is not None, history.cut)


def _recalled(memory: Path | None, nameable: bytes) -> dict[str, tuple[bytes, Chapitre]]:
    kept = load_entry(memory, _MEMORY)
    return kept[1] if kept is not None and kept[0] == nameable else {}


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


def _key(family: tuple[str, ...], history: History, seals: Mapping[str, bytes]) -> bytes:
    """The seal of everything that a chapter comes from, other records apart."""
    return fingerprint(
        repr([(history.revisions.get(f"{one}.yml"), seals.get(one)) for one in family]).encode()
    )
