"""What builds and publishes the site is named to the byte, may do the least it can, and says whom to write to."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml

from tests.aides.sites import ROOT

WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))


def test_what_makes_the_package_is_in_the_lock_with_its_fingerprint_and_is_taken_from_there() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    locked = {
        one["name"]: one for one in tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))["package"]
    }
    required = {re.split(r"[^\w-]", one)[0].replace("_", "-") for one in project["build-system"]["requires"]}
    assert required == {"uv-build"}
    for name in required:
        files = [locked[name]["sdist"], *locked[name]["wheels"]]
        assert all(re.fullmatch(r"sha256:[0-9a-f]{64}", file["hash"]) for file in files)
    # Installed before the package, which is then made with it and with nothing that is not locked.
    assert project["tool"]["uv"]["no-build-isolation-package"] == [project["project"]["name"]]
    assert project["dependency-groups"]["fabrique"] == project["build-system"]["requires"]
    assert "fabrique" in project["tool"]["uv"]["default-groups"]


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_runs_only_named_versions_and_begins_with_the_least_rights(workflow: Path) -> None:
    said = yaml.safe_load(workflow.read_text(encoding="utf-8"))
    assert said["permissions"] == {"contents": "read"}
    steps = [step for job in said["jobs"].values() for step in job["steps"]]
    used = [step["uses"] for step in steps if "uses" in step]
    assert used
    assert [name for name in used if not re.fullmatch(r"[\w/-]+@[0-9a-f]{40}", name)] == []
    taken = [step for step in steps if step.get("uses", "").startswith("actions/checkout@")]
    assert [step["with"]["persist-credentials"] for step in taken] == [False] * len(taken)
    assert [step["run"] for step in steps if "${{" in step.get("run", "")] == []


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_names_only_files_that_are_there(workflow: Path) -> None:
    named = re.findall(r"(?<![\w./])(?:\.ci|tests|outils)/[\w.]+", workflow.read_text(encoding="utf-8"))
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_zizmor_finds_nothing_to_say_of_the_workflows() -> None:
    zizmor = Path(sys.executable).with_name("zizmor")
    said = subprocess.run(
        [str(zizmor), "--offline", "--quiet", "--persona=auditor", "--no-progress", str(ROOT / ".github")],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert said.returncode == 0, said.stdout + said.stderr


def test_both_forges_find_who_reads_a_proposal_again() -> None:
    lines = (ROOT / "CODEOWNERS").read_text(encoding="utf-8").splitlines()
    rules = [line.split() for line in lines if line and not line.startswith("#")]
    assert rules[0][0] == "*"
    assert all(owner.startswith("@") for _, *owners in rules for owner in owners)
    # A second file, which one of the forges would read first.
    assert [name for name in (".github", "docs", ".gitlab") if (ROOT / name / "CODEOWNERS").exists()] == []


def test_the_robot_that_updates_looks_at_all_that_is_pinned() -> None:
    said = json.loads((ROOT / "renovate.json").read_text(encoding="utf-8"))
    assert said["enabledManagers"] == ["pep621", "github-actions", "gitlabci"]
    assert said["lockFileMaintenance"]["enabled"] is True


def test_the_way_to_report_a_fault_is_the_one_of_the_site() -> None:
    said = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
    address = re.search(r"mailto:([\w.-]+@[\w.-]+)", said)
    assert address is not None
    assert address[0] in (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    for link in re.findall(r"\]\((?!mailto:|https:)([^)#]+)", said):
        assert (ROOT / link).exists(), link
