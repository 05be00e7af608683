"""What a proposal changes for the public, told in French and in Markdown for whoever accepts it.

In: a project, and the revision from which the proposal departs. Out: pages added, changed, moved and withdrawn; new
addresses of elements; outside domains. Neither a value nor a title is told: no name of anybody can be in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory

from clairevoie.content.folder import FOLDER, address, is_page
from clairevoie.derive.standing import files_of, marks_of
from clairevoie.ledger import Redirection, Situation, redirections
from clairevoie.model import COLLECTIONS, Jeu
from clairevoie.model.describe import describe
from clairevoie.model.fiche import Fiche
from clairevoie.read import examine_folder
from clairevoie.read.git import git, read_blobs
from clairevoie.validate import examine
from clairevoie.validate.rules.identifiants import wrong_sign

_DOMAIN = re.compile(r"https?://([a-z0-9-]+(?:\.[a-z0-9-]+)+)", re.IGNORECASE)
_REVISION = re.compile(r"\w[\w./~^-]*")
# How many lines of one kind are listed.
_MOST = 50


class UnknownRevision(Exception):  # noqa: N818 - it says what the revision is
    """Git knows no such revision here."""


@dataclass(frozen=True)
class _Version:
    """A project as it is, or as it was: its records, the text of its written pages and of its facts."""

    fiches: Mapping[str, Fiche]
    pages: Mapping[str, str]
    facts: Sequence[str]

    @cached_property
    def public(self) -> Mapping[str, Fiche]:
        return {adresse: fiche for adresse, fiche in self.fiches.items() if fiche.est_publiee}

    @cached_property
    def anchors(self) -> frozenset[str]:
        return frozenset(one for fiche in self.public.values() for one in marks_of(fiche) if "#" in one)

    @cached_property
    def files(self) -> frozenset[str]:
        return frozenset(f"fichiers/{name}" for fiche in self.public.values() for name in files_of(fiche))

    @cached_property
    def domains(self) -> frozenset[str]:
        texts = (*self.facts, *self.pages.values())
        return frozenset(found.lower() for text in texts for found in _DOMAIN.findall(text))

    @cached_property
    def moved(self) -> Mapping[str, Redirection]:
        situation = Situation(Jeu.of(self.fiches.values()))
        return {one.ancienne: one for one in redirections(situation, None)}


def compared(root: Path, data: Path, base: str, cache_dir: Path | None = None) -> str:
    """What changes from a revision to the files as they are; raises UnknownRevision.

    With `cache_dir`, the folder of the cache, the files as they are were perhaps read already.
    """
    if not _REVISION.fullmatch(base) or not git(
        data, "rev-parse", "--verify", "--quiet", f"{base}^{{commit}}"
    ):
        raise UnknownRevision(base)
    fork = git(data, "merge-base", "HEAD", base).decode().strip() or base
    with TemporaryDirectory() as folder:
        before = Path(folder)
        _take(data, fork, before / "data")
        _take(root / FOLDER, fork, before / FOLDER)
        return "\n".join(_told(_version(before, before / "data"), _version(root, data, cache_dir))) + "\n"


def _take(folder: Path, revision: str, target: Path) -> None:
    """Write what a folder held at a revision; nothing when it was not there."""
    if not folder.is_dir():
        return
    listed = git(folder, "ls-tree", "-r", "-z", revision, "./").decode(errors="replace")
    named = [line.split("\t", 1) for line in listed.split("\0") if "\t" in line]
    blobs = {path: facts.split(" ")[2] for facts, path in named if facts.startswith("100")}
    contents = read_blobs(folder, blobs.values())
    for path, blob in blobs.items():
        if path.endswith((".yml", ".md")) and ".." not in path.split("/") and blob in contents:
            (target / path).parent.mkdir(parents=True, exist_ok=True)
            (target / path).write_bytes(contents[blob])


def _version(root: Path, data: Path, cache_dir: Path | None = None) -> _Version:
    data.mkdir(exist_ok=True)
    reading = examine_folder(data, tuple(COLLECTIONS), examine, cache_dir)
    records = [one for one in reading.records if one.fiche is not None and not wrong_sign(one.record.id)]
    content = root / FOLDER
    pages = {
        path.relative_to(content).as_posix(): path.read_text(encoding="utf-8", errors="replace")
        for path in (content.rglob("*.md") if content.is_dir() else ())
        if path.is_file() and not path.is_symlink()
    }
    return _Version(
        {one.adresse: one.fiche for one in records if one.fiche},
        {path: text for path, text in pages.items() if is_page(path)},
        # The file itself: to ask a record that was kept for its text is to read it all again.
        [
            (data / f"{one.adresse}.yml").read_text(encoding="utf-8", errors="replace")
            for one in records
            if one.fiche and one.fiche.est_publiee
        ],
    )


def _told(then: _Version, now: _Version) -> Iterator[str]:
    parts = [(title, lines) for title, lines in _parts(then, now) if lines]
    yield "## Ce qui change pour le public"
    if not parts:
        yield "\nRien : ni page, ni adresse, ni lien vers l'extérieur.".replace(" :", "\u00a0:")
    for title, lines in parts:
        yield f"\n### {title} ({len(lines)})\n"
        yield from (f"- {line}" for line in lines[:_MOST])
        if len(lines) > _MOST:
            yield f"- … et {len(lines) - _MOST} autres"


def _parts(then: _Version, now: _Version) -> Iterator[tuple[str, list[str]]]:
    moved = {old: one for old, one in now.moved.items() if old in then.public and old not in now.public}
    came = {one.vers for one in moved.values()}
    pages = {address(path): path for path in now.pages}
    before = {address(path): path for path in then.pages}
    yield (
        "Pages ajoutées",
        [
            *(_page(one, now) for one in sorted(now.public.keys() - then.public.keys() - came)),
            *(f"Page écrite `/{one}/`" for one in sorted(pages.keys() - before.keys())),
        ],
    )
    yield (
        "Pages changées",
        [
            *(_changed(one, then, now) for one in sorted(now.public) if _differs(one, then, now)),
            *(
                f"Page écrite `/{one}/`"
                for one in sorted(pages.keys() & before.keys())
                if now.pages[pages[one]] != then.pages[before[one]]
            ),
        ],
    )
    gone = sorted(then.public.keys() - now.public.keys() - moved.keys())
    yield "Pages retirées", [_gone(one, then, now) for one in gone]
    yield "Pages disparues", [f"Page écrite `/{one}/`" for one in sorted(before.keys() - pages.keys())]
    yield (
        "Adresses qui mènent ailleurs",
        [f"`/{old}/` → `/{one.vers}/`" for old, one in sorted(moved.items())],
    )
    yield "Ancres nouvelles", _anchors(now.anchors - then.anchors, came)
    lost = {one for one in then.anchors - now.anchors if one.partition("#")[0] in now.public}
    yield "Ancres qui ne sont plus sur leur élément", _anchors(lost, ())
    yield "Fichiers offerts de plus", [f"`/{one}`" for one in sorted(now.files - then.files)]
    yield "Fichiers qui ne sont plus offerts", [f"`/{one}`" for one in sorted(then.files - now.files)]
    yield "Domaines extérieurs nouveaux", [f"`{one}`" for one in sorted(now.domains - then.domains)]
    yield "Domaines extérieurs qui n'y sont plus", [f"`{one}`" for one in sorted(then.domains - now.domains)]


def _anchors(found: Iterable[str], apart: Iterable[str]) -> list[str]:
    known = set(apart)
    return [f"`/{one.replace('#', '/#')}`" for one in sorted(found) if one.partition("#")[0] not in known]


def _page(adresse: str, version: _Version) -> str:
    kind = COLLECTIONS[version.fiches[adresse].collection].singulier
    return f"{kind[:1].upper()}{kind[1:]} `/{adresse}/`"


def _differs(adresse: str, then: _Version, now: _Version) -> bool:
    return adresse in then.public and then.public[adresse] != now.public[adresse]


def _changed(adresse: str, then: _Version, now: _Version) -> str:
    """A page that changed, and the titles of the fields that did; none of what they say."""
    old, new = then.public[adresse], now.public[adresse]
    fields = describe(type(new)).values()
    titles = [champ.titre for champ in fields if getattr(old, champ.nom) != getattr(new, champ.nom)]
    return f"{_page(adresse, now)}\u00a0: {', '.join(titles)}"


def _gone(adresse: str, then: _Version, now: _Version) -> str:
    fiche = now.fiches.get(adresse)
    how = (
        "retirée"
        if fiche and fiche.publication == "retire"
        else "redevient un brouillon"
        if fiche
        else "supprimée"
    )
    return f"{_page(adresse, then)}, {how}"
