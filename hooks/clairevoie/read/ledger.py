"""The ledger of addresses: `data/_registre/adresses.txt`, one line an address, and what it stood for the first time.

In: the data folder. Out: its lines, in any order, and what is wrong with each; what git says it was when published.
A line is `address sense`. The sense is the mark of a record or of an element (`~kZ3f…`, `derive/standing.py`), `page`
(somebody wrote it), `liste` (the program did), or the record that first showed a file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from clairevoie.read.git import git

LEDGER = "_registre"
FILE = "adresses.txt"
PAGE, LIST = "page", "liste"
HEAD = """\
# Registre des adresses publiées. Le programme y ajoute une ligne par adresse; n'en retirez aucune.
# Le guide d'édition dit à quoi il sert : content/contribuer/index.md.
"""
_SLUG = "[a-z0-9]+(?:-+[a-z0-9]+)*"
_ADDRESS = rf"\.?{_SLUG}(?:[./]{_SLUG})*(?:#{_SLUG})?"
_LINE = re.compile(rf"(?P<adresse>{_ADDRESS}) (?P<sens>~[A-Za-z0-9_.-]+|{PAGE}|{LIST}|{_SLUG}/{_SLUG})")
_CONFLICT = re.compile(r"<{7}|={7}$|>{7}|\|{7}")
_LONGEST = 60
# A name of git, which is none of its options.
_REVISION = re.compile(r"[\w][\w./-]*")


class LedgerLine(NamedTuple):
    """One address, what it stood for, and the rank of its line, from 1."""

    adresse: str
    sens: str
    rank: int

    @property
    def text(self) -> str:
        """The line as it is written."""
        return f"{self.adresse} {self.sens}"

    @property
    def mark(self) -> str | None:
        """The mark of the record or of the element; None for what has none."""
        return self.sens[1:] if self.sens.startswith("~") else None


class Wrong(NamedTuple):
    """A line that cannot be read: its rank, what is wrong with it, and the mend."""

    rank: int
    constat: str
    geste: str


@dataclass(frozen=True)
class Ledger:
    """The lines of a ledger in the order of the file; `untidy` is the rank of the first that is out of order, or 0."""

    path: str
    lines: tuple[LedgerLine, ...]
    wrong: tuple[Wrong, ...] = ()
    untidy: int = 0

    @cached_property
    def by_address(self) -> dict[str, list[LedgerLine]]:
        """The lines of each address."""
        found: dict[str, list[LedgerLine]] = {}
        for line in self.lines:
            found.setdefault(line.adresse, []).append(line)
        return found


def ledger_path(data: Path) -> Path:
    """Where the ledger of a data folder stands."""
    return data / LEDGER / FILE


def read_ledger(data: Path) -> Ledger | None:
    """The ledger of a data folder; None where none was begun. Links are not followed."""
    path = ledger_path(data)
    if path.is_symlink() or path.parent.is_symlink() or not path.is_file():
        return None
    return parse(path.read_bytes(), f"{data.resolve().name}/{LEDGER}/{FILE}")


def parse(content: bytes, path: str = "") -> Ledger:
    """The ledger that these bytes hold."""
    text = content.decode("utf-8-sig", errors="replace")
    lines: list[LedgerLine] = []
    wrong: list[Wrong] = []
    untidy = 1 if "\r" in text else 0
    seen = ""
    for rank, typed in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), 1):
        if not typed or typed.startswith("# "):
            continue
        found = _LINE.fullmatch(typed.strip())
        if found is None:
            wrong.append(Wrong(rank, *_why(typed.strip())))
            continue
        line = LedgerLine(found["adresse"], found["sens"], rank)
        lines.append(line)
        if line.text <= seen and not untidy:
            untidy = rank
        seen = line.text
    return Ledger(path, tuple(lines), tuple(wrong), untidy)


def _why(typed: str) -> tuple[str, str]:
    if _CONFLICT.match(typed):
        geste = "gardez les lignes des deux versions, et supprimez les lignes <<<<<<<, ======= et >>>>>>>"
        return "Le registre contient une marque de conflit de fusion", geste
    shown = "".join(sign if sign.isprintable() else "?" for sign in typed[:_LONGEST])
    return f"« {shown} » n'est pas une ligne du registre", "retirez cette ligne"


def written(lines: Iterable[str]) -> str:
    """A ledger as it is written: sorted, each line once."""
    return HEAD + "".join(f"{line}\n" for line in sorted(set(lines)))


def write_ledger(data: Path, lines: Iterable[str]) -> None:
    """Write the ledger of a data folder, all at once; one that would be the same is left alone."""
    path, text = ledger_path(data), written(lines)
    if path.is_file() and path.read_bytes() == text.encode():
        return
    path.parent.mkdir(exist_ok=True)
    temporary = path.with_name(f".{FILE}")
    temporary.write_text(text, encoding="utf-8", newline="\n")
    temporary.replace(path)


def last_published(data: Path, base: str = "") -> str:
    """The commit whose ledger was last published, as far as git tells; nothing where it tells nothing.

    It is the one where this branch left `base`, else the main branch of where it comes from, else the last one.
    """
    starts = (_fork(data, base), _fork(data, "refs/remotes/origin/HEAD"), _commit(data, "HEAD"))
    return next(filter(None, starts), "")


def ledger_of(data: Path, commit: str) -> Ledger | None:
    """The ledger of a data folder at a commit; None without one, no line where it was not begun."""
    return parse(git(data, "show", f"{commit}:./{LEDGER}/{FILE}")) if commit else None


def _fork(data: Path, base: str) -> str:
    """The last commit that the present branch and another one share; nothing when there is no such branch."""
    is_named = _REVISION.fullmatch(base) is not None
    return git(data, "merge-base", "HEAD", base).decode().strip() if is_named else ""


def _commit(data: Path, name: str) -> str:
    return git(data, "rev-parse", "--verify", "--quiet", name).decode().strip()


def removed(ledger: Ledger | None, before: Ledger | None) -> Sequence[LedgerLine]:
    """The lines that were published and that are not there any more."""
    if before is None:
        return ()
    there = {line.text for line in ledger.lines} if ledger else set()
    return [line for line in before.lines if line.text not in there]
