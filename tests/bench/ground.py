"""The ground of a campaign: the facts at two sizes, the projects made of them, and where sites are written."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from tests.bench import ours, peer_hugo, peer_material
from tests.bench.generate import ON, generate
from tests.bench.measure import PROJECT, Failed
from tests.bench.world import PARTS

ORDINARY, MEMORY = "ordinaire", "mémoire"
_MEMORY_DISK = Path("/dev/shm")
_WORK = PROJECT / ".bench"
# Beyond, plain Material takes minutes.
MATERIAL_AT_MOST = 1000
_PER_RECORD = 200_000


@dataclass(frozen=True, slots=True)
class Site:
    """One dataset, as each of the three tools takes it; `material` is None where it is not measured."""

    total: int
    root: Path
    hugo: Path
    material: Path | None
    day: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ground:
    """The dataset to measure, a tenth of it when it can be made, and a scratch folder on each kind of disk."""

    large: Site
    small: Site | None
    scratch: dict[str, Path]

    @property
    def fast(self) -> Path:
        """Scratch on the disk that adds least noise."""
        return self.scratch.get(MEMORY, self.scratch[ORDINARY])


@contextmanager
def ground(total: int, data: Path | None) -> Iterator[Ground]:
    """Lay everything out, and take it away at the end. `data` replaces the made-up facts."""
    _room(total)
    shutil.rmtree(_WORK, ignore_errors=True)
    ordinary = _WORK / "sorties"
    ordinary.mkdir(parents=True)
    try:
        with tempfile.TemporaryDirectory(dir=_MEMORY_DISK if _MEMORY_DISK.is_dir() else _WORK) as fast:
            scratch = {ORDINARY: ordinary} | ({MEMORY: Path(fast)} if _MEMORY_DISK.is_dir() else {})
            yield _laid(total, data, scratch)
    finally:
        shutil.rmtree(_WORK, ignore_errors=True)


def _room(total: int) -> None:
    """Raises Failed when the disk of the project cannot hold the facts and the sites of so many records."""
    if shutil.disk_usage(PROJECT).free < total * _PER_RECORD:
        raise Failed(f"Il n'y a pas assez de place sur le disque pour {total} fiches.")


def _laid(total: int, data: Path | None, scratch: dict[str, Path]) -> Ground:
    if data is not None:
        return Ground(_site("grand", data, ()), None, scratch)
    large, small = _made("grand", total), _made("petit", total // 10)
    if small.total <= MATERIAL_AT_MOST:
        material = peer_material.make_site(_WORK / "petit" / "material", small.root / "data")
        small = replace(small, material=material)
    return Ground(large, small, scratch)


def _made(name: str, total: int) -> Site:
    return _site(name, generate(total, _WORK / name / "faits"), ("--date", ON.isoformat()))


def _site(name: str, data: Path, day: tuple[str, ...]) -> Site:
    """Each tool reads one and the same copy of the facts: the one in the project of Claire-voie."""
    root = ours.make_root(_WORK / name / "claire-voie", data)
    files = ((root / "data").glob(f"{part}/[!_]*.yml") for part in PARTS)
    total = sum(1 for found in files for _ in found)
    return Site(total, root, peer_hugo.make_site(_WORK / name / "hugo", root / "data"), None, day)
