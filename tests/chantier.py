"""The example as a project of its own, its history included: `python -m tests.chantier FOLDER`.

The example has its facts, its pages and its settings; the look and the hooks are those of this repository.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tests.aides.sites import full_project

if __name__ == "__main__":
    full_project(Path(sys.argv[1]))
