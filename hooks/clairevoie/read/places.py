"""Everything that stands in the folder of the facts: what may be a record, and what would not be published.

In: the folder, and the names of the collections that it may hold. Out: its places, `data/<collection>/<id>.yml` or
not. Nothing is followed nor opened but plain files where a record may be.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from clairevoie.attached import KINDS, kind_of
from clairevoie.cache.fingerprints import fingerprint
from clairevoie.problems import Located, Origin
from clairevoie.problems.catalogue import located
from clairevoie.problems.likeness import plain, slip_of
from clairevoie.read.files import ATTACHED, FILES, exported_name, how_to_publish, is_fit
from clairevoie.read.ledger import FILE as LEDGER_FILE
from clairevoie.read.ledger import LEDGER
from clairevoie.read.quotas import RECORD

TEMPLATE = "_gabarit.yml"
SCHEMAS = "_schemas"
_SYSTEM_FILES = frozenset({"desktop.ini", "Thumbs.db", TEMPLATE})
_BESIDE_RECORDS = frozenset({SCHEMAS, FILES})
# The only thing that a folder beside the records may hold.
_LEDGER = (LEDGER, LEDGER_FILE)
# What macOS and some editors leave beside a file while it is open or copied.
_LEFTOVERS = ("._", ".#")
_HEAD = Origin(1, 1)
_REFUSED = {
    "lien": ("c'est un lien vers un autre fichier", "mettez à sa place le fichier lui-même"),
    "dossier": ("c'est un dossier, dont le nom finit comme celui d'une fiche", "retirez .yml de son nom"),
    "autre": ("ce n'est pas un fichier ordinaire", "mettez à sa place un fichier de texte"),
    "illisible": ("il ne peut pas être lu", "donnez à votre compte le droit de le lire"),
}


@dataclass(frozen=True, slots=True)
class FolderEntry:
    """One thing in the folder, at `parts` below it.

    `file` leads to what may be read as a record, None otherwise; `fingerprint` is that of its content, None when
    it is too large to be read; `kind` says why it cannot be a file of facts: a key of `_REFUSED`.
    """

    path: str
    parts: tuple[str, ...]
    file: str | None = None
    size: int = 0
    fingerprint: bytes | None = None
    kind: str = ""


def places(data: Path, collections: Sequence[str]) -> Iterator[FolderEntry]:
    """Every place of the folder, in no order; raises OSError for what may not be read."""
    root = data.resolve().name
    for entry, parts in _entries(data):
        path = "/".join((root, *parts))
        found = _file(entry, path, parts) if entry and _is_record(entry, parts, collections) else None
        yield found or FolderEntry(path, parts, kind=_kind(entry, parts, collections))


def _kind(entry: os.DirEntry[str] | None, parts: tuple[str, ...], collections: Sequence[str]) -> str:
    """Why something cannot be read, whatever its name; nothing when only its name or its place is wrong."""
    if entry is None:
        return "illisible"
    if entry.is_symlink():
        return "lien"
    if entry.is_dir(follow_symlinks=False):
        return "dossier"
    if not entry.is_file(follow_symlinks=False):
        return "autre"
    return "illisible" if _is_record(entry, parts, collections) else ""


def _file(entry: os.DirEntry[str], path: str, parts: tuple[str, ...]) -> FolderEntry | None:
    try:
        size = entry.stat(follow_symlinks=False).st_size
        found = fingerprint(Path(entry.path).read_bytes()) if size <= RECORD.limit else None
    except FileNotFoundError:  # it went away in the meantime
        return None
    return FolderEntry(path, parts, entry.path, size, found)


def _entries(folder: Path) -> Iterator[tuple[os.DirEntry[str] | None, tuple[str, ...]]]:
    """Every entry below the folder that is no folder, hidden ones apart, with the names that lead to it.

    A folder that cannot be listed comes with no entry.
    """
    waiting: list[tuple[str, tuple[str, ...]]] = [(str(folder), ())]
    while waiting:
        here, names = waiting.pop()
        listed = _listed(here)
        if listed is None:
            yield None, names
        for entry in listed or ():
            parts = (*names, entry.name)
            if _is_ignored(parts):
                continue
            if entry.is_dir(follow_symlinks=False) and not entry.name.endswith(".yml"):
                waiting.append((entry.path, parts))
            else:
                yield entry, parts


def _listed(folder: str) -> list[os.DirEntry[str]] | None:
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except FileNotFoundError:
        return None


def _is_ignored(parts: tuple[str, ...]) -> bool:
    """Templates, what stands beside the records, what an editor or a system leaves behind."""
    *folders, name = parts
    if name.startswith(".") and not name.startswith(_LEFTOVERS) and name.endswith((".yml", ".yaml")):
        return not folders  # among the records, it is one that was hidden by mistake
    is_beside = (not folders and name in _BESIDE_RECORDS) or tuple(parts) == _LEDGER
    return is_beside or name.startswith(".") or name.endswith("~") or name in _SYSTEM_FILES


def _is_record(entry: os.DirEntry[str], parts: tuple[str, ...], collections: Sequence[str]) -> bool:
    is_placed = len(parts) == 2 and parts[0] in collections and entry.name.endswith(".yml")
    is_shown = entry.name.isprintable() and not entry.name.startswith(".")
    return is_placed and is_shown and entry.is_file(follow_symlinks=False)


def misplaced(place: FolderEntry, collections: Sequence[str]) -> Located:
    """What is said of a file that is not where, or not what, a record must be."""
    path = _printable(place.path)
    raison, geste = _reason(place, collections)
    return located("YAML-20", path, _HEAD, chemin=path, raison=raison, geste=geste)


def _reason(place: FolderEntry, collections: Sequence[str]) -> tuple[str, str]:
    """Why a file is no record, and what to do about it."""
    root = place.path.partition("/")[0]
    *folders, name = place.parts or ("",)
    if place.kind in _REFUSED:
        return _REFUSED[place.kind]
    if kind_of(name) == "md":
        page = "si c'est une page du site, déplacez-le dans content/; sinon, retirez-le"
        return "ce n'est pas une fiche", page
    if kind_of(name) in ATTACHED:
        return (
            "ce n'est pas une fiche",
            f"si une fiche le montre, {_how_to_attach(name, root)}; sinon, retirez-le",
        )
    meant, id = _folder_meant(folders, collections), _id_from(name)
    if not meant:
        listed = ", ".join(collections)
        return (
            "une fiche se range dans le dossier de sa collection",
            f"déplacez-le dans un de ces dossiers de {root}/ : {listed}, sous le nom {id}.yml",
        )
    target = f"{root}/{meant}/{id}.yml"
    if folders != [meant]:
        return f"une fiche se range dans {root}/{meant}/, sans autre dossier", f"déplacez-le : {target}"
    return _bad_name(name), f"renommez-le {target}"


def _how_to_attach(name: str, root: str) -> str:
    if kind_of(name) not in KINDS:
        return f"{how_to_publish(name)}, dans {root}/{FILES}/"
    named = "" if is_fit(name) else f", sous le nom {exported_name(name)}"
    return f"déplacez-le dans {root}/{FILES}/{named}"


def _folder_meant(folders: Sequence[str], collections: Sequence[str]) -> str:
    """The collection that a folder is, or of which its name is a slip."""
    if not folders:
        return ""
    return folders[0] if folders[0] in collections else slip_of(folders[0], collections)


def _id_from(name: str) -> str:
    """The name that a record could have instead."""
    return re.sub(r"[^a-z0-9]+", "-", plain(name.strip(".").partition(".")[0])).strip("-") or "ma-fiche"


def _bad_name(name: str) -> str:
    if name.startswith("."):
        return "un nom qui commence par un point est caché"
    if not name.isprintable():
        return "son nom contient un caractère invisible"
    return "le nom d'une fiche finit par .yml, en minuscules"


def _printable(text: str) -> str:
    return "".join(char if char.isprintable() else "?" for char in text)
