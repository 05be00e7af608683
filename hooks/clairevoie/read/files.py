"""The files that records show or offer: pictures and documents put in `data/_fichiers/`.

In: that folder. Out: the names of its files, relative to it, and what is wrong with each. Links are neither followed
nor listed.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from clairevoie.attached import KINDS, LARGEST, Unfit, clean, kind_of
from clairevoie.cache.fingerprints import fingerprint
from clairevoie.cache.store import load_entry, save_entry
from clairevoie.causes import unless_gone
from clairevoie.problems import Located
from clairevoie.problems.catalogue import located
from clairevoie.problems.likeness import plain

FILES = "_fichiers"
_SLUG = "[a-z0-9]+(?:-[a-z0-9]+)*"
# No svg: opened on its own, it may run scripts under the address of the site.
_NAME = re.compile(rf"(?:{_SLUG}/)*{_SLUG}\.(?:{'|'.join(KINDS)})")
_WRITTEN = frozenset(
    {"doc", "docx", "odt", "rtf", "pages", "ppt", "pptx", "odp", "xls", "xlsx", "ods", "numbers"}
)
_DRAWN = frozenset({"gif", "bmp", "tif", "tiff", "heic", "heif", "avif"})
# What is put beside records by mistake, and that nobody would read as facts.
ATTACHED = frozenset({*KINDS, *_WRITTEN, *_DRAWN, "svg"})
_ENTRY = "fichiers"


class _Read(NamedTuple):
    """What is wrong with the file that had this fingerprint: what it is, and the mend; two empty texts if nothing."""

    fingerprint: bytes
    quoi: str
    remede: str


class _Kept(NamedTuple):
    """What was found in each file, by its name."""

    files: dict[str, _Read]


def list_files(folder: Path) -> frozenset[str]:
    """`affiche.pdf`, `images/cuisine.jpg`; nothing when there is no such folder, or when it is a link."""
    if folder.is_symlink():
        return frozenset()
    return frozenset(
        path.relative_to(folder).as_posix()
        for here, _, names in os.walk(folder, onerror=unless_gone)
        for path in (Path(here, name) for name in names)
        if path.is_file() and not path.is_symlink()
    )


def files_fingerprint(folder: Path) -> bytes:
    """The fingerprint of the files and of what they hold."""
    return fingerprint(
        repr([(name, _fingerprint(folder / name)) for name in sorted(list_files(folder))]).encode()
    )


def check_files(data: Path, cache_dir: Path | None = None) -> tuple[Located, ...]:
    """What keeps the files of a data folder from being published, each told at its own place."""
    folder, place = data / FILES, f"{data.resolve().name}/{FILES}"
    names = sorted(name for name in list_files(folder) if not _is_left_behind(name))
    kept = load_entry(cache_dir, _ENTRY, _Kept)
    known = kept.files if kept else {}
    found = {name: _read(folder / name, name, known.get(name)) for name in names if is_fit(name)}
    if found != known:
        save_entry(cache_dir, _ENTRY, _Kept(found), _Kept)
    return tuple(_told(place, names, found))


def _told(place: str, names: list[str], found: dict[str, _Read]) -> Iterator[Located]:
    for name in names:
        if not is_fit(name):
            constat, geste = unfit_name(name), how_to_publish(name)
            yield located("FIC-03", _shown(f"{place}/{name}"), constat=constat, geste=geste)
        elif found[name].quoi:
            one = found[name]
            yield located("FIC-04", f"{place}/{name}", quoi=one.quoi, remede=one.remede)


def _read(path: Path, name: str, known: _Read | None) -> _Read:
    mark = _fingerprint(path)
    if known and known.fingerprint == mark:
        return known
    try:
        if path.stat().st_size > LARGEST:
            raise Unfit("fait plus de 10 Mo", "réduisez-le avant de le déposer")
        clean(name, path.read_bytes())
    except Unfit as unfit:
        return _Read(mark, unfit.quoi, unfit.remede)
    return _Read(mark, "", "")


def _fingerprint(path: Path) -> bytes:
    """That of what the file holds; of its size alone when it is too large to be published."""
    size = path.stat().st_size
    return fingerprint(path.read_bytes() if size <= LARGEST else str(size).encode())


def is_fit(name: str) -> bool:
    """Whether a file of that name may be at an address of the site."""
    return _NAME.fullmatch(name) is not None


def unfit_name(name: str) -> str:
    """Why a file of that name may not."""
    if kind_of(name) not in KINDS:
        return f"un fichier de ce genre n'est pas publié (seulement {', '.join(KINDS)})"
    return "son nom ne convient pas à une adresse du site"


def how_to_publish(name: str) -> str:
    """What to do with a file of that name, and the name to give it, ready to be copied."""
    kind, target = kind_of(name), exported_name(name)
    if kind in KINDS:
        return f"renommez-le {target}"
    if kind in _WRITTEN:
        return f"exportez-le en PDF (Fichier, Exporter ou Enregistrer sous, PDF), sous le nom {target}"
    if kind in _DRAWN:
        return f"exportez l'image en JPEG, sous le nom {target}"
    return "enregistrez-le en .pdf, .png ou .jpg"


def exported_name(name: str) -> str:
    """`proces-verbal.pdf` for « Procès-verbal.docx », its folder kept; nothing when nobody knows what it is."""
    folder, _, file = name.rpartition("/")
    kind = kind_of(name)
    kind = kind if kind in KINDS else "pdf" if kind in _WRITTEN else "jpg" if kind in _DRAWN else ""
    stem = f"{_slug(file.rpartition('.')[0]) or 'fichier'}.{kind}"
    return "/".join(filter(None, [*map(_slug, folder.split("/")), stem])) if kind else ""


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", plain(text)).strip("-")


def _is_left_behind(name: str) -> bool:
    """What a system leaves in a folder is nobody's."""
    last = name.rpartition("/")[2]
    return last.startswith(".") or last.endswith("~") or last in ("Thumbs.db", "desktop.ini")


def _shown(text: str) -> str:
    return "".join(char if char.isprintable() else "?" for char in text)
