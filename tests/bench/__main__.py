"""`make bench`: N and RUNS in the environment set the size and the number of rounds."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.bench import report
from tests.bench.campaign import campaign
from tests.bench.ground import Ground, ground
from tests.bench.measure import PROJECT, Failed, Sample
from tests.bench.mesures import mesures


def _asked(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m tests.bench", description="Mesure Claire-voie, Hugo et Material côte à côte."
    )
    parser.add_argument(
        "--n", type=int, default=int(os.environ.get("N", 10_000)), help="nombre de fiches (ou N=)"
    )
    parser.add_argument(
        "--runs", type=int, default=int(os.environ.get("RUNS", 5)), help="nombre de tours (ou RUNS=)"
    )
    parser.add_argument("--data", type=Path, help="mesurer ces fiches plutôt que des fiches inventées")
    parser.add_argument("--json", type=Path, default=PROJECT / "bench.json", help="où écrire les mesures")
    return parser.parse_args(arguments)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a campaign, say what it found; 1 when a measured command fails."""
    asked = _asked(arguments)
    try:
        with ground(asked.n, asked.data.resolve() if asked.data else None) as where:
            return _measure(where, asked.runs, asked.json)
    except Failed as failure:
        _say(f"La mesure n'a pas pu se faire.\n{failure}")
        return 1


def _measure(where: Ground, rounds: int, json: Path) -> int:
    """The campaign and its report; what was measured before a failure is reported all the same."""
    described, failed = report.machine(where, rounds), False
    samples: dict[str, list[Sample]] = {}
    try:
        for name, sample in campaign(where, rounds, _say):
            samples.setdefault(name, []).append(sample)
    except Failed as failure:
        failed = True
        _say(f"La mesure n'a pas pu se faire jusqu'au bout.\n{failure}")
    rows = mesures(where, samples)
    report.write_json(json, described, rows)
    sys.stdout.write(f"\n{report.details(samples)}\n\n{report.summary(rows)}\n")
    return int(failed)


def _say(text: str) -> None:
    sys.stderr.write(f"{text}\n")


if __name__ == "__main__":
    sys.exit(main())
