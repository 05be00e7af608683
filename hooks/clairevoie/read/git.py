"""Asking git, and being content with no answer: without git, or outside a repository, it tells nothing."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path

# A partial clone would go and fetch what it lacks: building uses no network.
_OFFLINE = {"GIT_NO_LAZY_FETCH": "1", "GIT_ALLOW_PROTOCOL": "none"}
# Paths are printed as they are, nothing of what a person set for their own screen, and no program is started to watch
# the files.
_PLAIN = ("-c", "core.quotePath=false", "-c", "log.showSignature=false", "-c", "core.fsmonitor=false")
# Ids and paths, whole, whatever the settings of a person say.
_RAW = ("--raw", "-z", "--no-abbrev", "--no-ext-diff", "--no-textconv")


def git(folder: Path, *command: str, given: bytes = b"") -> bytes:
    """What a git command prints in a folder, given these bytes to read; nothing when git cannot be run."""
    try:
        done = subprocess.run(
            ["git", *_PLAIN, *command],
            cwd=folder,
            env={**os.environ, **_OFFLINE},
            input=given,
            capture_output=True,
            check=False,
        )
    except OSError:
        return b""
    return done.stdout if done.returncode == 0 or given else b""


def has_git() -> bool:
    """Whether git is there to be asked."""
    return shutil.which("git") is not None


def changed_since(folder: Path, commit: str, inside: str) -> Mapping[str, str]:
    """The files below `inside` that are no longer as a commit has them: the id of their content then, by path.

    `git diff`, and not `diff-index`: a file written again with the same bytes did not change.
    """
    told = git(folder, "diff", *_RAW, "--no-renames", "--relative", commit, "--", inside)
    parts = told.decode(errors="replace").split("\0")
    then = {path: facts.split(" ")[2] for facts, path in zip(parts[::2], parts[1::2], strict=False)}
    return {path: blob for path, blob in then.items() if blob.strip("0")}


def read_blobs(folder: Path, ids: Iterable[str]) -> Mapping[str, bytes]:
    """The contents that git keeps under these ids, read at one go; those it has not got are left out."""
    wanted = "".join(f"{id}\n" for id in dict.fromkeys(ids)).encode()
    told = git(folder, "cat-file", "--batch", "--buffer", given=wanted) if wanted else b""
    found: dict[str, bytes] = {}
    place = 0
    while (end := told.find(b"\n", place)) >= 0:
        head, place = told[place:end].decode(errors="replace"), end + 1
        if not head.endswith((" missing", " ambiguous")):
            id, kind, size = head.split(" ")
            if kind == "blob":
                found[id] = told[place : place + int(size)]
            place += int(size) + 1
    return found
