"""What git tells of the data: the days each file appeared and changed, and the versions it went through.

In: the data folder. Out: a `History`, read in one pass over the commits of the present branch; a merge counts
for one change, on the day it landed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from clairevoie.read.git import git, has_git

_LOG = ("log", "--first-parent", "-m", "--raw", "--no-abbrev", "--no-renames", "--no-color", "--relative")
_FORMAT = "--format=%x00%cs %H %P"
_FILE_MODES = ("100644", "100755")


@dataclass(frozen=True, slots=True)
class Revision:
    """A file from one commit on: the day, the rank of the commit (0 is the oldest) and the id of its content.

    `blob` is None where the file is gone; `cut` says that the file was there before what the clone knows.
    """

    day: date
    rank: int
    blob: str | None
    cut: bool = False


@dataclass(frozen=True, slots=True)
class History:
    """Days and revisions by path (`plans/x.yml`, from the data folder); all empty where git tells nothing.

    `revisions` go from the oldest to the latest. In a shallow clone, `cut` is the first day known: the files
    that were already there have neither a day in `added` nor an older revision. `head` is the id of the last
    commit that changed anything: it stands for all the rest. `is_partial` says that some contents were not
    fetched, `is_refused` that there is a repository of which git tells nothing, and `is_unasked` that there is one
    but no git.
    """

    last: date | None = None
    added: Mapping[str, date] = field(default_factory=dict)
    changed: Mapping[str, date] = field(default_factory=dict)
    revisions: Mapping[str, tuple[Revision, ...]] = field(default_factory=dict)
    cut: date | None = None
    head: str = ""
    is_partial: bool = False
    is_refused: bool = False
    is_unasked: bool = False


def read_history(data: Path) -> History:
    """The history of a data folder; an empty one outside a repository or without git."""
    told = git(data, *_LOG, _FORMAT, "--", ".").decode(errors="replace")
    commits = [commit for commit in reversed(told.split("\0")) if commit]
    if not commits:
        is_held = _is_held(data)
        return History(
            is_refused=is_held and has_git() and not git(data, "rev-parse", "--git-dir"),
            is_partial=_lacks_contents(data),
            is_unasked=is_held and not has_git(),
        )
    is_cut = _has_no_parent(commits[0]) and git(data, "rev-parse", "--is-shallow-repository") == b"true\n"
    revisions: dict[str, list[Revision]] = {}
    for rank, commit in enumerate(commits):
        for path, revision in _revisions(rank, commit, is_cut and rank == 0):
            revisions.setdefault(path, []).append(revision)
    found = _history(revisions, _day(commits[0]) if is_cut else None, commits[-1].split()[1])
    return replace(found, is_partial=_lacks_contents(data))


def _history(revisions: Mapping[str, list[Revision]], cut: date | None, head: str) -> History:
    changed = {path: found[-1].day for path, found in revisions.items()}
    return History(
        last=max(changed.values(), default=None),
        added={path: found[0].day for path, found in revisions.items() if not found[0].cut},
        changed=changed,
        revisions={path: tuple(found) for path, found in revisions.items()},
        cut=cut,
        head=head,
    )


def _is_held(data: Path) -> bool:
    """Whether a repository holds the folder; git may not speak of one that is somebody else's, or broken."""
    here = data.resolve()
    return any((folder / ".git").exists() for folder in (here, *here.parents))


def _lacks_contents(data: Path) -> bool:
    """Whether the clone was made without some contents of the folder; those that it needs are not fetched here."""
    if not git(data, "config", "--get-regexp", r"^remote\..*\.promisor$"):
        return False
    listed = git(data, "rev-list", "--objects", "--missing=print", "HEAD", "--", ".")
    return not listed or b"\n?" in listed


def _day(commit: str) -> date:
    return date.fromisoformat(commit[:10])


def _has_no_parent(commit: str) -> bool:
    return len(commit.partition("\n")[0].split()) == 2


def _revisions(rank: int, commit: str, cut: bool) -> Iterator[tuple[str, Revision]]:
    """What one commit did: lines `:mode mode blob blob status⇥path` under the day, the id and the parents."""
    day = _day(commit)
    for line in commit.splitlines():
        facts, tab, path = line.partition("\t")
        if facts.startswith(":") and tab:
            _, mode, _, blob, _ = facts.split(" ")
            yield path, Revision(day, rank, blob if mode in _FILE_MODES else None, cut)
