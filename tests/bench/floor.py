"""The physical floor: the time to write the bytes of a site as that many files, and nothing else.

Run as a command: reads the folder given first into memory, writes it into the second, prints the seconds.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path


def write(source: Path, target: Path) -> float:
    """Seconds to write what `source` holds below `target`; reading it beforehand is not counted."""
    files = [
        (path.relative_to(source), path.read_bytes()) for path in sorted(source.rglob("*")) if path.is_file()
    ]
    before = time.perf_counter()
    made = set()
    for name, content in files:
        path = target / name
        if path.parent not in made:
            path.parent.mkdir(parents=True, exist_ok=True)
            made.add(path.parent)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL)
        os.write(handle, content)
        os.close(handle)
    return time.perf_counter() - before


if __name__ == "__main__":
    sys.stdout.write(f"{write(Path(sys.argv[1]), Path(sys.argv[2]))}\n")
