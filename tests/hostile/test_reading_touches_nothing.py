"""Reading what a stranger proposes opens no connection, starts no process, and reads nothing outside the project."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from tests.aides.sites import SMALL, project_of
from tests.hostile.trial import cases

# A second reading, once the program has read its own files, is watched from inside the interpreter.
_WATCHED = """
import json, os, sys
from datetime import date
from pathlib import Path
from clairevoie.build import check

root = Path(sys.argv[1])
told = check(root, root / "data", date(2026, 11, 21))
met = []
def watch(event, given):
    if event == "open" and isinstance(given[0], (str, bytes)):
        met.append([event, os.path.realpath(os.fsdecode(given[0]))])
    elif event.startswith(("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.fork")):
        met.append([event, repr(given)])
sys.addaudithook(watch)
again = check(root, root / "data", date(2026, 11, 21))
print(json.dumps([met, [one.code for one in told], [one.code for one in again]]))
"""


def test_a_hostile_project_is_read_from_its_own_files_alone(tmp_path: Path) -> None:
    project = project_of(tmp_path / "projet", SMALL)
    (tmp_path / "secret.md").write_text("# Secret\n", encoding="utf-8")
    for family in ("markup_and_scripts", "paths_and_links", "markdown_and_front_matter"):
        for name, case in cases(f"{family}/pages.toml").items():
            (project / "content" / f"{name}.md").write_text(case["text"], encoding="utf-8", newline="")
    (project / "content" / "lien.md").symlink_to(tmp_path / "secret.md")
    (project / "content" / "dossier").symlink_to("/etc")
    (project / "data" / "projets" / "lien.yml").symlink_to(tmp_path / "secret.md")
    settings = project / "mkdocs.yml"
    settings.write_text(f"INHERIT: ../secret.md\n{settings.read_text(encoding='utf-8')}", encoding="utf-8")
    command = [sys.executable, "-c", _WATCHED, str(project)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True, cwd=Path.cwd())
    met, told, again = json.loads(done.stdout)
    assert again == told
    assert {"PAG-02", "PAG-15", "CFG-02", "YAML-20"} <= set(told)
    inside = [path for event, path in met if event == "open" and path.startswith(f"{project.resolve()}/")]
    assert len(inside) > 100
    assert [(event, path) for event, path in met if path not in inside] == []
