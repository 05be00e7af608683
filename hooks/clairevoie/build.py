"""The whole chain, in the order it runs: read this first.

examine_folder → validate → fill (`merge`: Site → pages, lists → print, index → check) → swap
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import NamedTuple

from clairevoie.cache.fingerprints import fingerprint, folder_fingerprint
from clairevoie.cache.store import load_entry, save_entry, sweep
from clairevoie.content import check_addresses, check_content, look
from clairevoie.endings import unstoppable
from clairevoie.incremental_journal import own_history
from clairevoie.merge import Loaded, fill
from clairevoie.model import COLLECTIONS
from clairevoie.pages.environment import compile_all
from clairevoie.pages.listes import LISTES
from clairevoie.problems import DataRefused, Located, in_order
from clairevoie.publish.dressing import Engine
from clairevoie.publish.precompress import precompress
from clairevoie.publish.staging import staging
from clairevoie.read import data_fingerprint, examine_folder
from clairevoie.read.files import check_files
from clairevoie.read.history import read_history
from clairevoie.read.places import SCHEMAS
from clairevoie.read.settings import read_settings
from clairevoie.validate import examine, validate
from clairevoie.validate.reglages import time_settings
from clairevoie.validate.schemas import check_schemas
from clairevoie.validate.written import check_written

_VERDICT, _SCHEMAS = "verdict", "schemas"


class _Kept(NamedTuple):
    """What was found of the files that had this fingerprint."""

    fingerprint: bytes
    problems: tuple[Located, ...]


def check(root: Path, data: Path, on: date, cache_dir: Path | None = None) -> tuple[Located, ...]:
    """Every problem of a data folder, of the written pages of `root` and of its settings; publishes nothing.

    `on` is the day that stands for today; `cache_dir` is the folder of the cache.
    """
    around = look(root, data).fingerprint, folder_fingerprint(data / SCHEMAS)
    current = fingerprint(repr((data_fingerprint(data, tuple(COLLECTIONS)), around, on)).encode())
    found = load_entry(cache_dir, _VERDICT, _Kept)
    if found is None or found.fingerprint != current:
        sweep(cache_dir)
        found = _Kept(current, _examine(root, data, on, cache_dir)[1])
        save_entry(cache_dir, _VERDICT, found, _Kept)
    return found.problems


def _examine(
    root: Path, data: Path, on: date, cache_dir: Path | None
) -> tuple[Loaded | None, tuple[Located, ...]]:
    looked = look(root, data)
    reading = examine_folder(data, tuple(COLLECTIONS), examine, cache_dir)
    reglages, ill_set = time_settings(read_settings(looked.settings))
    verdict = validate(reading, on, looked.addresses, reglages)
    paths = {one.adresse: one.record.path for one in reading.records}
    problems = in_order(
        (
            *ill_set,
            *verdict.problems,
            *check_content(looked, cache_dir),
            *check_files(data, cache_dir),
            *check_addresses(looked.files, paths.keys()),
            *check_written(looked.texts(), {one.adresse: one.fiche for one in reading.records}, LISTES),
            *_stale_schemas(data, cache_dir),
        )
    )
    if verdict.jeu is None or any(problem.is_error for problem in problems):
        return None, problems
    fingerprints = {
        adresse: _with_readings(reading.fingerprints[path], verdict.completed.get(adresse))
        for adresse, path in paths.items()
    }
    own = own_history(read_history(data), verdict.jeu, paths.keys())
    return Loaded(data, verdict.jeu, problems, paths, fingerprints, own, on), problems


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


def load(root: Path, data: Path, on: date, cache_dir: Path | None = None) -> Loaded:
    """The checked dataset of a folder; raises DataRefused with every problem found when one is an error."""
    loaded, problems = _examine(root, data, on, cache_dir)
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
) -> Loaded:
    """Publish `data` as it stands on a day, dressed by the pages and the theme of `root`, into `out`.

    `out` changes only when everything went well; what would be the same there is reused, as the cache knows.
    Without `index`, the search is the one of the site in place, until `merge.index_again`; `compressed` adds to
    each text the same compressed.
    Raises DataRefused, EngineFailed, NotOurs or BadAddress otherwise.
    """
    sweep(cache_dir)
    with staging(out) as stage:
        loaded = _load_and_dress(root, stage, data, on, cache_dir)
        reuse, entries = fill(stage, loaded, root, cache_dir, out, index)
        if compressed:
            precompress(stage)
    with unstoppable():
        entries.save()
        reuse.save(out)
    return loaded


def _load_and_dress(root: Path, stage: Path, data: Path, on: date, cache_dir: Path | None) -> Loaded:
    """The checked dataset, while the engine dresses the pages of `root` in `stage`.

    The engine follows links, obeys its settings and publishes what it reads: it is started only on what was checked.
    """
    if any(problem.is_error for problem in check_content(look(root, data), cache_dir)):
        return load(root, data, on, cache_dir)
    engine = Engine(root, stage, cache_dir)
    try:
        loaded = load(root, data, on, cache_dir)
        if engine.is_at_work:  # it is waited for, and every page is to be printed again
            compile_all(root / "overrides")
        engine.wait()
    except BaseException:
        engine.stop()
        raise
    return loaded
