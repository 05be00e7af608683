"""The whole chain, in the order it runs: read this first.

examine_folder → validate → fill (`merge`: Site → pages, lists → print, index → check) → swap
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from functools import partial
from pathlib import Path
from typing import NamedTuple

from clairevoie.adopted_plans import check_adopted
from clairevoie.cache.fingerprints import fingerprint, folder_fingerprint
from clairevoie.cache.store import load_entry, save_entry, sweep
from clairevoie.content import Looked, check_addresses, check_content, look
from clairevoie.endings import unstoppable
from clairevoie.incremental_journal import own_history
from clairevoie.ledger import (
    Registering,
    Situation,
    all_marks,
    check_ledger,
    new_lines,
    redirections,
    settled,
)
from clairevoie.merge import Loaded, fill
from clairevoie.model import COLLECTIONS, Jeu
from clairevoie.pages.environment import compile_all
from clairevoie.pages.listes import LISTES
from clairevoie.problems import DataRefused, Located, in_order
from clairevoie.publish.addresses import list_addresses
from clairevoie.publish.dressing import Engine
from clairevoie.publish.precompress import precompress
from clairevoie.publish.staging import staging
from clairevoie.read import Reading, data_fingerprint, examine_folder
from clairevoie.read.files import check_files
from clairevoie.read.history import read_history
from clairevoie.read.ledger import LEDGER, Ledger, last_published, ledger_of, read_ledger, write_ledger
from clairevoie.read.places import SCHEMAS
from clairevoie.read.settings import read_settings
from clairevoie.validate import Examined, examine, validate
from clairevoie.validate.reglages import time_settings
from clairevoie.validate.schemas import check_schemas
from clairevoie.validate.written import check_written

_VERDICT, _SCHEMAS = "verdict", "schemas"


class _Kept(NamedTuple):
    """What was found of the files that had this fingerprint."""

    fingerprint: bytes
    problems: tuple[Located, ...]


def check(
    root: Path, data: Path, on: date, cache_dir: Path | None = None, base: str = ""
) -> tuple[Located, ...]:
    """Every problem of a data folder, of the written pages of `root` and of its settings; publishes nothing.

    `on` is the day that stands for today; `cache_dir` is the folder of the cache; `base` the revision from which
    what is checked departs, if it is known.
    """
    published = last_published(data, base)
    ledger = folder_fingerprint(data / LEDGER), published
    around = look(root, data).fingerprint, folder_fingerprint(data / SCHEMAS), ledger
    current = fingerprint(repr((data_fingerprint(data, tuple(COLLECTIONS)), around, on)).encode())
    found = load_entry(cache_dir, _VERDICT, _Kept)
    if found is None or found.fingerprint != current:
        sweep(cache_dir)
        found = _Kept(current, _examine(root, data, on, cache_dir, published)[1])
        save_entry(cache_dir, _VERDICT, found, _Kept)
    return found.problems


def _examine(
    root: Path,
    data: Path,
    on: date,
    cache_dir: Path | None,
    published: str,
    registering: Registering = "check",
) -> tuple[Loaded | None, tuple[Located, ...]]:
    """What the folder holds, and its problems; `published` is the commit whose ledger was last published."""
    looked = look(root, data)
    reading = examine_folder(data, tuple(COLLECTIONS), examine, cache_dir)
    reglages, ill_set = time_settings(read_settings(looked.settings))
    verdict = validate(reading, on, looked.addresses, reglages)
    paths = {one.adresse: one.record.path for one in reading.records}
    standing = _standing(looked, reading, cache_dir)
    ledger = read_ledger(data)
    problems = in_order(
        (
            *ill_set,
            *verdict.problems,
            *check_content(looked, cache_dir),
            *check_files(data, cache_dir),
            *check_addresses(looked.files, paths.keys()),
            *looked.taken_addresses({adresse: f"la fiche {adresse}" for adresse in paths}),
            *(
                _lost_addresses(data, standing, ledger, reading, on, published, registering)
                if standing
                else ()
            ),
            *check_adopted(
                data,
                published,
                (one.fiche for one in reading.records if one.fiche),
                {one.adresse: one.record for one in reading.records},
            ),
            *check_written(looked.texts(), {one.adresse: one.fiche for one in reading.records}, LISTES),
            *_stale_schemas(data, cache_dir),
        )
    )
    if verdict.jeu is None or standing is None or any(problem.is_error for problem in problems):
        return None, problems
    fingerprints = {
        adresse: _with_readings(reading.fingerprints[path], verdict.completed.get(adresse))
        for adresse, path in paths.items()
    }
    own = own_history(read_history(data), verdict.jeu, paths.keys())
    return Loaded(data, verdict.jeu, problems, paths, fingerprints, own, on, standing, ledger), problems


def _standing(looked: Looked, reading: Reading[Examined], cache_dir: Path | None) -> Situation | None:
    """What the addresses would stand for; None when a record could not be read: it would be taken for one gone."""
    fiches = [one.fiche for one in reading.records if one.fiche is not None]
    if len(fiches) < len(reading.records) or any(one.is_error for one in reading.problems):
        return None
    fingerprints = {one.adresse: reading.fingerprints[one.record.path] for one in reading.records}
    marks = partial(all_marks, fingerprints=fingerprints, cache_dir=cache_dir)
    return Situation(Jeu.of(fiches), looked.addresses, looked.old_addresses(), marks)


def _lost_addresses(
    data: Path,
    standing: Situation,
    ledger: Ledger | None,
    reading: Reading[Examined],
    on: date,
    published: str,
    registering: Registering,
) -> tuple[Located, ...]:
    """What the ledger of addresses says of what would be published."""
    records = {one.adresse: one.record for one in reading.records}
    before = ledger_of(data, published)
    return tuple(check_ledger(standing, ledger, records, on, before, registering))


def _with_readings(file: bytes, completed: object) -> bytes:
    """The fingerprint of a record: that of its file, and of what its phrases took from elsewhere."""
    return fingerprint(file + repr(completed).encode()) if completed else file


def _stale_schemas(data: Path, cache_dir: Path | None) -> tuple[Located, ...]:
    """The problems of the schemas: writing them all again to compare takes longer than checking a few records."""
    current = fingerprint(repr((data.resolve().name, folder_fingerprint(data / SCHEMAS))).encode())
    found = load_entry(cache_dir, _SCHEMAS, _Kept)
    if found is None or found.fingerprint != current:
        found = _Kept(current, tuple(check_schemas(data)))
        save_entry(cache_dir, _SCHEMAS, found, _Kept)
    return found.problems


def load(
    root: Path,
    data: Path,
    on: date,
    cache_dir: Path | None = None,
    base: str = "",
    registering: Registering = "check",
) -> Loaded:
    """The checked dataset of a folder; raises DataRefused with every problem found when one is an error."""
    loaded, problems = _examine(root, data, on, cache_dir, last_published(data, base), registering)
    if loaded is None:
        raise DataRefused(problems)
    return loaded


def build(
    root: Path,
    data: Path,
    out: Path,
    on: date,
    cache_dir: Path | None = None,
    index: bool = True,
    compressed: bool = False,
    base: str = "",
    registering: Registering = "check",
) -> Loaded:
    """Publish `data` as it stands on a day, dressed by the pages and the theme of `root`, into `out`.

    `out` changes only when everything went well; what would be the same there is reused, as the cache knows.
    Without `index`, the search is the one of the site in place, until `merge.index_again`; `compressed` adds to
    each text the same compressed. The ledger of addresses may be about to be written, or be part of what is published
    (`registering`, `ledger/comparison.py`); `base` is the revision from which what is published departs.
    Raises DataRefused, EngineFailed, NotOurs or BadAddress otherwise.
    """
    sweep(cache_dir)
    with staging(out) as stage:
        loaded = _load_and_dress(root, stage, data, on, cache_dir, base, registering)
        reuse, entries = fill(stage, loaded, root, cache_dir, out, index)
        if compressed:
            precompress(stage)
    with unstoppable():
        entries.save()
        reuse.save(out)
    return loaded


def register(loaded: Loaded, out: Path) -> int:
    """Write in the ledger the addresses of the site at `out` that it lacks; gives how many lines it gained.

    Lines that nothing stands for, and that were never published, leave.
    """
    ledger = loaded.ledger or Ledger("", ())
    standing = loaded.situation
    known = settled(standing, ledger, ledger_of(loaded.data, last_published(loaded.data)))
    moved = [one.ancienne for one in redirections(standing, ledger)]
    lists = list_addresses(out, (*standing.pages, *moved), standing.marks)
    added = new_lines(standing, known, [one for one in lists if not _is_below(one, moved)])
    write_ledger(loaded.data, (*(line.text for line in known.lines), *added))
    return len(added)


def note_new_lines(root: Path, data: Path, ledger: Ledger) -> None:
    """Add to the ledger the lines that the facts ask for, as after a record was renamed; pages are not looked at."""
    looked = look(root, data)
    standing = _standing(looked, examine_folder(data, tuple(COLLECTIONS), examine), None)
    if standing is not None:
        added = new_lines(standing, ledger)
        write_ledger(data, (*(line.text for line in ledger.lines), *added))


def _is_below(address: str, folders: Collection[str]) -> bool:
    """Whether a page stands below an address that moved: it leads where the page below the new one is."""
    parts = address.split("/")
    return any("/".join(parts[:depth]) in folders for depth in range(1, len(parts) + 1))


def _load_and_dress(
    root: Path,
    stage: Path,
    data: Path,
    on: date,
    cache_dir: Path | None,
    base: str,
    registering: Registering,
) -> Loaded:
    """The checked dataset, while the engine dresses the pages of `root` in `stage`.

    The engine follows links, obeys its settings and publishes what it reads: it is started only on what was checked.
    """
    if any(problem.is_error for problem in check_content(look(root, data), cache_dir)):
        return load(root, data, on, cache_dir, base, registering)
    engine = Engine(root, stage, cache_dir)
    try:
        loaded = load(root, data, on, cache_dir, base, registering)
        if engine.is_at_work:  # it is waited for, and every page is to be printed again
            compile_all(root / "overrides")
        engine.wait()
    except BaseException:
        engine.stop()
        raise
    return loaded
