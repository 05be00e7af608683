"""N made-up records become the YAML files that Claire-voie reads; the same N and seed give the same bytes.

By hand: `python -m tests.bench.generate 1000 dossier` writes `dossier/data`.
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from tests.bench.records import MAKERS
from tests.bench.world import World, shares
from tests.bench.yaml_text import to_yaml

SEED = 20270615
# The day that stands for today: some deadlines of the plans are past, others to come.
ON = date(2027, 6, 15)


def generate(total: int, folder: Path, seed: int = SEED) -> Path:
    """Write `total` records, 50 or more, below `folder/data`, and give that path."""
    world = World(seed, shares(total))
    data = folder / "data"
    for collection, make in MAKERS.items():
        home = data / collection
        home.mkdir(parents=True, exist_ok=True)
        for rank in range(world.counts[collection]):
            record = make(world, world.rng(collection, rank), rank)
            text = to_yaml(record, collection)
            (home / f"{world.id(collection, rank)}.yml").write_text(text, encoding="utf-8", newline="\n")
    return data


if __name__ == "__main__":
    sys.stdout.write(f"{generate(int(sys.argv[1]), Path(sys.argv[2]))}\n")
