"""What stands in the folder of the written pages, and what has no place there.

In: a folder. Out: its files, by the address at which they would be published, and the problems of the others.
Links are not followed, and nothing is opened but plain files that may be published.
"""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from stat import S_ISDIR, S_ISLNK, S_ISREG

from clairevoie.attached import AGAIN, KINDS, Unfit, clean, kind_of
from clairevoie.model import COLLECTIONS
from clairevoie.problems import Located
from clairevoie.problems.catalogue import located
from clairevoie.read.fault import Fault
from clairevoie.read.files import ATTACHED, how_to_publish
from clairevoie.read.quotas import FILE, FILES, FOLDERS, PAGE, Quota, over

FOLDER = "content"
_SLUG = "[a-z0-9]+(?:-[a-z0-9]+)*"
# No svg, html nor script: opened on their own, they would run under the address of the site. No file for the host
# either (`_headers`, `CNAME`): it obeys those of whoever publishes.
_PAGE = re.compile(rf"(?:{_SLUG}/)*{_SLUG}\.md")
_SHOWN = re.compile(rf"(?:{_SLUG}/)*{_SLUG}\.({'|'.join(KINDS)})")
# Where the Web has agreed that programs ask who answers for a site: plain words, read by nobody's browser.
WELL_KNOWN = ".well-known/"
_WELL_KNOWN = re.compile(rf"\.well-known/(?:{_SLUG}/)*{_SLUG}(?:\.txt|\.json)?")
# The program publishes its own files there.
_RESERVED = frozenset(
    {
        "assets",
        "calendriers",
        "donnees",
        "fichiers",
        "flux",
        "partage",
        "recherche",
        *(kind.lettre for kind in COLLECTIONS.values() if kind.lettre),
    }
)
# Except the page that offers them.
_OFFERS = "donnees/index.md"
_SYSTEM_FILES = frozenset({"desktop.ini", "Thumbs.db"})


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing below a folder: its path there, and what the system says it is."""

    path: str
    file: str
    mode: int
    size: int = 0


@dataclass(frozen=True, slots=True)
class Folder:
    """The files that may be published, by their path in the folder; the paths of all; the problems of the folder."""

    files: Mapping[str, bytes]
    paths: frozenset[str]
    problems: tuple[Located, ...]


def is_publishable(path: str) -> bool:
    """Whether a file with that name, from the folder, may be on the site."""
    known = _PAGE.fullmatch(path) or _SHOWN.fullmatch(path) or _WELL_KNOWN.fullmatch(path)
    return known is not None and (path == _OFFERS or path.partition("/")[0] not in _RESERVED)


def is_shown(path: str) -> bool:
    """Whether it is a picture or a document, of which only what shows is published."""
    return _SHOWN.fullmatch(path) is not None


def is_page(path: str) -> bool:
    """Whether it is a page to be dressed."""
    return path.endswith(".md")


def read_folder(folder: Path) -> Folder:
    """What the folder holds; one that is not there holds nothing."""
    files, problems = {}, []
    entries = sorted(walk(folder), key=lambda entry: entry.path)
    for entry in entries:
        told = list(_examine(entry, folder.name))
        problems += told
        if not told:
            files[entry.path] = Path(entry.file).read_bytes()
    for path, data in files.items():
        problems += [fault.at(shown_path(folder.name, path), "") for fault in _content_faults(path, data)]
    problems += _twice(entries, folder.name)
    problems += [fault.at(folder.name, "") for fault in over(FILES, len(entries), 0, 0)]
    return Folder(files, frozenset(entry.path for entry in entries), tuple(problems))


def odd_entries(folder: Path, name: str) -> Iterator[Located]:
    """The links and the special files of a folder so named, itself included."""
    for entry in walk(folder):
        yield from _oddity(entry, name)


def walk(folder: Path) -> Iterator[Entry]:
    """Everything below a folder that is no folder, and the folder itself when it is something else.

    What an editor or a system leaves behind is nobody's. Raises OSError when a folder may not be read.
    """
    mode = _mode(str(folder))
    if mode is not None and not S_ISDIR(mode):
        yield Entry("", str(folder), mode)
        return
    waiting = [(str(folder), "")] if mode is not None else []
    while waiting:
        here, above = waiting.pop()
        with os.scandir(here) as listed:
            found = list(listed)
        for one in found:
            path = above + one.name
            stat = one.stat(follow_symlinks=False)
            if S_ISDIR(stat.st_mode):
                waiting.append((one.path, f"{path}/"))
            elif not _is_left_behind(path, stat.st_mode):
                yield Entry(path, one.path, stat.st_mode, stat.st_size)


def _mode(path: str) -> int | None:
    try:
        return os.lstat(path).st_mode
    except OSError:
        return None


def _is_left_behind(path: str, mode: int) -> bool:
    name = path.rpartition("/")[2]
    is_hidden = (path.startswith(".") and not path.startswith(WELL_KNOWN)) or name.startswith(".")
    # Some editors mark the file that they have open by a link that leads nowhere.
    is_plain = S_ISREG(mode) or name.startswith(".#")
    return is_plain and (is_hidden or name.endswith("~") or name in _SYSTEM_FILES)


def _examine(entry: Entry, folder: str) -> Iterator[Located]:
    """Why a file may not be published, if anything."""
    odd = list(_oddity(entry, folder))
    yield from odd
    if odd:
        return
    place = shown_path(folder, entry.path)
    if not is_publishable(entry.path):
        yield located(
            "PAG-01", place, chemin=place, proche=_near(folder, entry.path), export=_export(entry.path)
        )
        return
    limit: Quota = PAGE if is_page(entry.path) or entry.path.startswith(WELL_KNOWN) else FILE
    faults = [*over(limit, entry.size), *over(FOLDERS, entry.path.count("/"))]
    yield from (Fault(one.code, 0, 0, one.facts).at(place, "") for one in faults)


def _oddity(entry: Entry, folder: str) -> Iterator[Located]:
    place = shown_path(folder, entry.path)
    if S_ISLNK(entry.mode):
        yield located("PAG-02", place, quoi="est un lien vers un autre fichier")
    elif not S_ISREG(entry.mode):
        yield located("PAG-02", place, quoi="n'est ni un fichier ni un dossier ordinaire")


def _content_faults(path: str, data: bytes) -> Iterator[Fault]:
    """What is wrong with the bytes of a file that is no page."""
    if is_page(path):
        return
    if path.startswith(WELL_KNOWN):
        if not data:
            yield Fault("PAG-03", 0, 0, {"quoi": "est vide", "remede": AGAIN})
        return
    try:
        clean(path, data)
    except Unfit as unfit:
        yield Fault("PAG-03", 0, 0, {"quoi": unfit.quoi, "remede": unfit.remede})


def _twice(entries: list[Entry], folder: str) -> Iterator[Located]:
    """The pages that would be published at the address of another one."""
    first: dict[str, str] = {}
    for entry in entries:
        if entry.path.lower().endswith(".md"):
            place = shown_path(folder, entry.path)
            other = first.setdefault(address(entry.path), place)
            if other != place:
                yield located("PAG-05", place, autre=other)


def check_addresses(files: Collection[str], records: Collection[str]) -> Iterator[Located]:
    """The pages that would be published at the address of a record, or below; `records` are these addresses."""
    for path in filter(is_page, files):
        record = "/".join(address(path).split("/")[:2])
        if record in records:
            yield located("PAG-05", shown_path(FOLDER, path), autre=f"la fiche {record}")


def address(path: str) -> str:
    """`projets/index.md` → `projets`; two names that a system or a reader could take for one give one address."""
    bare = unicodedata.normalize("NFC", path).casefold().removesuffix(".md")
    parts = bare.split("/")
    return "/".join(parts[:-1] if parts[-1] in ("index", "readme") else parts)


def shown_path(folder: str, path: str) -> str:
    """`content/a-propos/index.md`, without what a terminal would obey."""
    whole = f"{folder}/{path}" if path else folder
    return "".join(char if char.isprintable() else "?" for char in whole)


def _export(path: str) -> str:
    """What to make of a document or a picture of another kind."""
    kind = kind_of(path)
    return how_to_publish(path) if kind in ATTACHED and kind not in KINDS else ""


def _near(folder: str, path: str) -> str:
    """The name that a page or a picture could have instead."""
    stem, dot, kind = path.rpartition(".")
    plain = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode().lower()
    parts = [re.sub(r"[^a-z0-9]+", "-", part).strip("-") for part in plain.split("/")]
    if parts[-1] == "readme":
        parts[-1] = "index"
    near = f"{'/'.join(filter(None, parts))}{dot}{kind.lower()}"
    return f"{folder}/{near}" if near != path and is_publishable(near) else ""
