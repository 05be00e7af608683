"""A first look at a project: what its folders hold and what its settings ask for, before anything obeys them.

In: the root of a project, and its facts. Out: the written pages, and what is wrong around them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from clairevoie.cache.fingerprints import fingerprint
from clairevoie.content.folder import FOLDER, address, is_page, odd_entries, read_folder, shown_path
from clairevoie.content.front_matter import old_addresses, split
from clairevoie.content.pages import check_pages
from clairevoie.content.settings import FILE, check_settings
from clairevoie.content.text import read_text
from clairevoie.problems import Located, in_order
from clairevoie.problems.catalogue import located
from clairevoie.read.files import FILES
from clairevoie.read.ledger import LEDGER
from clairevoie.read.places import SCHEMAS

# The look of the pages is published as it is.
_LOOK = "overrides"
_HOME = "index.md"


@dataclass(frozen=True)
class Looked:
    """The files that may be published, by their path in the folder, the settings, and the problems met."""

    files: Mapping[str, bytes]
    settings: bytes
    problems: tuple[Located, ...]

    def texts(self) -> Mapping[str, str]:
        """The text of each page, by its path in the folder."""
        return {path: read_text(data)[0] for path, data in self.files.items() if is_page(path)}

    @property
    def addresses(self) -> frozenset[str]:
        """The addresses of the pages, without slashes around them; the home page is empty."""
        return frozenset(address(path) for path in self.files if is_page(path))

    def old_addresses(self) -> Mapping[str, str]:
        """The addresses of other days that lead to a page, each with the address of the page."""
        return {old: address(path) for path, old in self._old_addresses()}

    def _old_addresses(self) -> Iterator[tuple[str, str]]:
        for path, text in self.texts().items():
            if "anciennes_adresses" in text:
                yield from ((path, old) for old in old_addresses(split(text)[0]))

    def taken_addresses(self, records: Mapping[str, str]) -> Iterator[Located]:
        """The addresses of other days that a page may not have; `records` names those of records, old ones too."""
        first: dict[str, str] = {}
        for path, old in self._old_addresses():
            other = records.get(old) or (f"la page {old}" if old in self.addresses else first.get(old))
            first.setdefault(old, f"la page {address(path)}")
            if other:
                yield located("PAG-32", shown_path(FOLDER, path), chemin=old, autre=other)

    @cached_property
    def fingerprint(self) -> bytes:
        """The fingerprint of all that was seen."""
        files = sorted((path, fingerprint(data)) for path, data in self.files.items())
        return fingerprint(repr((files, self.settings, self.problems)).encode())


def check_content(looked: Looked, cache_dir: Path | None = None) -> tuple[Located, ...]:
    """Everything that is wrong beside the facts: what was seen at the first look, and what the pages say."""
    return (*looked.problems, *check_pages(looked.files, cache_dir))


def look(root: Path, data: Path) -> Looked:
    """What `root` holds beside its facts, and what is neither file nor folder where pages or facts should be.

    A root that has no settings is a folder of facts alone.
    """
    content = read_folder(root / FOLDER)
    problems = [*content.problems, *_odd(root, data)]
    path, settings = root / FILE, b""
    if path.is_file() and not path.is_symlink():
        settings = path.read_bytes()
        pages = frozenset(filter(is_page, content.paths))
        problems += [fault.at(FILE, "") for fault in check_settings(settings, pages)]
        if _HOME not in content.paths:
            problems.append(located("PAG-29", f"{FOLDER}/{_HOME}"))
    return Looked(content.files, settings, in_order(problems))


def _odd(root: Path, data: Path) -> Iterator[Located]:
    """The links and the special files elsewhere than among the pages and the records, looked at one by one."""
    yield from odd_entries(root / FILE, FILE)
    yield from odd_entries(root / _LOOK, _LOOK)
    for name in (FILES, SCHEMAS, LEDGER):
        yield from odd_entries(data / name, f"{data.name}/{name}")
    if data.is_symlink() and data.parent == root:
        yield from odd_entries(data, data.name)
