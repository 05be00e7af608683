"""The scores that Lighthouse gives some pages of a site on a phone.

`python -m tests.phare site` installs Lighthouse beside the project and prints, for each page, the median of its rounds.
It is given the Chromium of the browser tests, and a server of this machine that compresses as hosts do.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from statistics import median

from tests import navigateur, paquets_npm
from tests.aides.hotes import lacking
from tests.bench.wire import served

_PACKAGE, _VERSION = "lighthouse", "12.8.2"
_HOME = paquets_npm.home("phare")
_COMMAND = _HOME / "node_modules" / _PACKAGE / "cli" / "index.js"
_ROUNDS = 3
_KINDS = {
    "performance": "vitesse",
    "accessibility": "accessibilité",
    "best-practices": "bonnes pratiques",
    "seo": "référencement",
}
# A page of each of these collections, the first by its address, and these pages.
_COLLECTIONS = ("demarches", "plans")
_PAGES = ("", "explorer/")


def missing() -> str:
    """Why no score can be given here; nothing when one can."""
    if lack := lacking("node"):
        return lack
    if not _COMMAND.exists():
        return "Lighthouse n'est pas installé (make phare)"
    return "" if navigateur.find() else "il manque un Chromium"


def install() -> None:
    """Put Lighthouse beside the project; no script of its packages is run."""
    if _COMMAND.exists():
        return
    paquets_npm.install("phare", f"{_PACKAGE}@{_VERSION}")


def pages(site: Path) -> list[str]:
    """The addresses of the pages that are looked at."""
    firsts = (sorted((site / name).glob("*/index.html"))[:1] for name in _COLLECTIONS)
    records = (f"{one.parent.relative_to(site).as_posix()}/" for found in firsts for one in found)
    return [page for page in (*_PAGES, *records) if (site / page / "index.html").is_file()]


def scores(url: str) -> dict[str, int]:
    """What it gives a page, from 0 to 100, for each kind of quality."""
    told = subprocess.run(
        [
            *("node", str(_COMMAND), url, "--quiet", "--output=json"),
            f"--only-categories={','.join(_KINDS)}",
            f"--chrome-flags=--headless {' '.join(navigateur.OPTIONS)}",
        ],
        env={**os.environ, "CHROME_PATH": navigateur.find() or ""},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    found = json.loads(told.stdout)["categories"]
    return {name: round(100 * found[name]["score"]) for name in _KINDS}


def main(site: Path) -> int:
    """Print the scores of a site; 1 when they cannot be given, or when one is not 100."""
    if not lacking("npm"):
        install()
    if why := missing():
        sys.stderr.write(f"Pas de note : {why}.\n")
        return 1
    whole = True
    with served(site) as address:
        for page in pages(site):
            rounds = [scores(f"{address}/{page}") for _ in range(_ROUNDS)]
            found = {words: median(one[name] for one in rounds) for name, words in _KINDS.items()}
            whole = whole and set(found.values()) == {100}
            sys.stdout.write(f"/{page} : {', '.join(f'{words} {score}' for words, score in found.items())}\n")
    return 0 if whole else 1


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]).resolve()))
