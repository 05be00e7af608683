"""Problems as they are shown: the gravest first, under the path that was given, with the line that was typed.

In: the problems of a project and of a data folder, whose files are named from the parent of that folder. Out: the
same, under a path that can be opened from where the command was typed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from pathlib import Path
from stat import S_ISREG

from clairevoie.excerpt import excerpt
from clairevoie.model import COLLECTIONS
from clairevoie.problems import Located, Niveau, Origin, gravest_first
from clairevoie.read.files import FILES
from clairevoie.read.ledger import LEDGER
from clairevoie.read.places import SCHEMAS
from clairevoie.read.quotas import RECORD
from clairevoie.read.text import as_text

_FOLDERS = "|".join((*COLLECTIONS, FILES, SCHEMAS, LEDGER))
_HEAD = Origin(1, 1)
_NAME = re.compile(r"\bnom\b")


@dataclass(frozen=True)
class Desk:
    """Where problems are told: the project, and the folder of its facts as it was given."""

    root: Path
    data: Path

    def set_out(self, problems: Iterable[Located]) -> list[Located]:
        """The problems as they are shown."""
        told = list(problems)
        secret = {(one.file, one.origin.line) for one in told if one.code.startswith("PRV")}
        text = cache(_text)  # for this time only: the files change while one writes
        return gravest_first(
            self._shown(one, "" if (one.file, one.origin.line) in secret else self._typed(one, text))
            for one in told
        )

    def told_of(
        self, problems: Iterable[Located], alone: Path | None
    ) -> tuple[Sequence[Located], Sequence[Located]]:
        """The problems of one file, all of them without one; and what is grave elsewhere."""
        if alone is None:
            return tuple(problems), ()
        told: dict[bool, list[Located]] = {True: [], False: []}
        for one in problems:
            told[self.path_of(one.file).resolve() == alone.resolve()].append(one)
        return told[True], [one for one in told[False] if one.is_error or one.is_warning]

    def path_of(self, file: str) -> Path:
        """Where the file of a problem stands."""
        return (self._facts.parent if self._is_fact(file) else self.root) / file

    def name_of(self, file: str) -> str:
        """The file of a problem, from the project when it is in it, else as its folder was given."""
        return f"{self._prefix}{file.removeprefix(self._own)}" if self._is_fact(file) else file

    def _shown(self, one: Located, typed: str) -> Located:
        if not typed and self._own == self._prefix == "data/":
            return one
        file = self.name_of(one.file)
        fault, remedy = (
            self._among_facts.sub(lambda _: self._prefix, words.replace(f"« {one.file} »", f"« {file} »"))
            for words in (one.fault, one.remedy)
        )
        return replace(one, file=file, fault=fault, remedy=remedy, typed=typed)

    def _typed(self, one: Located, text: Callable[[Path], str]) -> str:
        """The line at fault, unless no line says more than another, or it may bear someone's name."""
        if one.niveau is Niveau.INFORMATION:
            return ""  # counted, not listed
        whole_file = not one.path and one.origin <= _HEAD and not one.code.startswith("YAML")
        shown = (
            "" if whole_file else excerpt(text(self.path_of(one.file)), one.origin.line, one.origin.column)
        )
        is_seat = "membres" in one.path or "base_publication" in shown
        return "" if is_seat and _NAME.search(shown) else shown

    def _is_fact(self, file: str) -> bool:
        return file.startswith(self._own)

    @cached_property
    def _among_facts(self) -> re.Pattern[str]:
        """How sentences name a place among the facts: as if they stood in data/, or by the folder that holds them."""
        return re.compile(rf"(?<![\w/.-])(?:data|{re.escape(self._facts.name)})/(?=(?:{_FOLDERS})/)")

    @cached_property
    def _facts(self) -> Path:
        return self.data.resolve()

    @cached_property
    def _own(self) -> str:
        """How the files of the facts are named before they are shown."""
        return f"{self._facts.name}/"

    @cached_property
    def _prefix(self) -> str:
        """The same, as people can open them."""
        project = self.root.resolve()
        inside = self._facts.is_relative_to(project)
        return f"{(self._facts.relative_to(project) if inside else self.data).as_posix()}/".removeprefix("./")


def _text(path: Path) -> str:
    """The text of a file, as its lines and columns are counted; nothing when it cannot be read.

    A link would show the words of another file, and a pipe would never end.
    """
    try:
        stat = path.lstat()
        data = path.read_bytes() if S_ISREG(stat.st_mode) and stat.st_size <= RECORD.limit else b""
    except OSError:
        return ""
    return as_text(data)
