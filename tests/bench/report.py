"""What a campaign found, as a table for people and as bench.json for tools."""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Sequence
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path
from statistics import median

from tests.bench import peer_hugo
from tests.bench.campaign import Samples
from tests.bench.ground import Ground
from tests.bench.mesures import Mesure

_OURS = ("mkdocs", "mkdocs-material", "pydantic", "PyYAML", "pagefind")
_MB = 1_000_000


def machine(ground: Ground, rounds: int) -> dict[str, object]:
    """The machine and the versions the figures hold for."""
    return {
        "processeur": _processor(),
        "cœurs": os.cpu_count(),
        "mémoire_go": round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9, 1),
        "système": platform.platform(),
        "python": platform.python_version(),
        "hugo": peer_hugo.version(),
        **{name: version(name) for name in _OURS},
        "charge_au_départ": round(os.getloadavg()[0], 2),
        "disques": {name: _filesystem(path) for name, path in ground.scratch.items()},
        "fiches": ground.large.total,
        "tours": rounds,
    }


def _processor() -> str:
    info = Path("/proc/cpuinfo")
    lines = info.read_text().splitlines() if info.exists() else []
    return next(
        (line.partition(": ")[2] for line in lines if line.startswith("model name")), platform.machine()
    )


def _filesystem(path: Path) -> str:
    """The kind of file system of a folder, as the system lists its mounts."""
    mounts = Path("/proc/mounts")
    if not mounts.exists():
        return "inconnu"
    listed = (line.split()[1:3] for line in mounts.read_text().splitlines())
    over = [(len(where), kind) for where, kind in listed if path.is_relative_to(where)]
    return max(over)[1]


def write_json(where: Path, described: dict[str, object], rows: Sequence[Mesure]) -> None:
    """`{"machine": …, "mesures": […]}`"""
    found = {"machine": described, "mesures": [asdict(row) for row in rows]}
    where.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def summary(rows: Sequence[Mesure]) -> str:
    """The figures to reach, one a line."""
    lines: list[tuple[str, ...]] = [("Mesure", "Valeur", "Min", "Max", "Cible", "Tenu")]
    kept = {True: "oui", False: "non", None: "—"}
    lines += [
        (r.mesure, *map(_number, (r.valeur, r.min, r.max)), f"≤ {_number(r.cible)}", kept[r.tenu])
        for r in rows
    ]
    return _table(lines)


def details(samples: Samples) -> str:
    """Everything that was measured, the median of the rounds, one a line."""
    lines: list[tuple[str, ...]] = [
        ("Mesuré", "Secondes", "Min", "Max", "Processeur", "Mémoire (Mo)", "Sortie (Mo)", "Fichiers")
    ]
    for name, found in samples.items():
        walls = [sample.wall for sample in found]
        cpu = median(sample.cpu for sample in found)
        cache_dir = median(sample.cache_dir or sample.resident for sample in found) / _MB
        size, files = median(sample.size for sample in found) / _MB, median(sample.files for sample in found)
        shown = (median(walls), min(walls), max(walls), cpu, cache_dir, size, files)
        lines.append((name, *(_number(value) if value else "" for value in shown)))
    return _table(lines)


def _table(lines: Sequence[tuple[str, ...]]) -> str:
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if rank == 0 else cell.rjust(width) for rank, (cell, width) in enumerate(pairs)
        )
        for pairs in (tuple(zip(line, widths, strict=True)) for line in lines)
    )


def _number(value: float | None) -> str:
    if value is None:
        return "—"
    return f"{value:.3g}".replace(".", ",") if abs(value) < 1000 else f"{value:.0f}"
