"""What would be published, seen from its addresses: where each leads, and what it stands for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from clairevoie.derive.standing import UNKNOWN, files_of, marks_of
from clairevoie.model import COLLECTIONS, Jeu
from clairevoie.model.ancres import Element, by_anchor, elements
from clairevoie.model.fiche import Fiche
from clairevoie.read.ledger import Ledger

FILES = "fichiers/"


def is_record(path: str) -> bool:
    """Whether an address is that of a record, `comites/une-table`, be there one or not."""
    collection, _, id = path.partition("/")
    return collection in COLLECTIONS and bool(id) and "/" not in id


def _marks(fiches: list[Fiche]) -> Mapping[str, Mapping[str, str]]:
    return {fiche.adresse: marks_of(fiche) for fiche in fiches}


@dataclass(frozen=True)
class Situation:
    """The dataset, drafts included; the addresses of the written pages, and those of other days that lead to them.

    `all_marks` gives the addresses of each of some records and their marks, by the address of the record.
    """

    jeu: Jeu
    pages: frozenset[str] = frozenset()
    moved_pages: Mapping[str, str] = field(default_factory=dict)
    all_marks: Callable[[list[Fiche]], Mapping[str, Mapping[str, str]]] = _marks

    @cached_property
    def marks(self) -> Mapping[str, Mapping[str, str]]:
        """The addresses of each record that has a page, and their marks, by the address of the record."""
        return self.all_marks([fiche for fiche in self.jeu if has_page(fiche)])

    @cached_property
    def moves(self) -> Mapping[str, str]:
        """Where each address of other days leads: the address of a record, or of a written page."""
        records = {old: one.adresse for one in self.jeu if has_page(one) for old in one.anciennes_adresses}
        return {**self.moved_pages, **records}

    @cached_property
    def files(self) -> Mapping[str, tuple[str, ...]]:
        """The records that show each published file, by its address."""
        found: dict[str, list[str]] = {}
        for fiche in self.jeu:
            for name in files_of(fiche) if fiche.est_publiee else ():
                found.setdefault(f"{FILES}{name}", []).append(fiche.adresse)
        return {address: tuple(records) for address, records in found.items()}

    def record(self, path: str) -> Fiche | None:
        """The record that stands at an address, or to which it leads."""
        return self.jeu.fiche(path) if is_record(path) and self.jeu.fiche(path) else self._moved(path)

    def _moved(self, path: str) -> Fiche | None:
        now = self.moves.get(path, "")
        return self.jeu.fiche(now) if is_record(now) else None

    def page_of(self, path: str) -> str | None:
        """Where an address leads now: itself, a record or a written page; None when it leads nowhere."""
        if path in self.pages:
            return path
        fiche = self.record(path)
        return fiche.adresse if fiche and has_page(fiche) else self.moves.get(path)

    def elements(self, fiche: Fiche) -> Mapping[str, Element]:
        """The elements of a record by the anchors that lead to them, those of other days included; found once."""
        found = self._elements.get(fiche.adresse)
        if found is None:
            found = self._elements[fiche.adresse] = by_anchor(elements(fiche))
        return found

    @cached_property
    def _elements(self) -> dict[str, Mapping[str, Element]]:
        return {}


def has_page(fiche: Fiche) -> bool:
    """Whether a record has a page, be it to say that it was withdrawn."""
    return fiche.est_publiee or fiche.publication == "retire"


def paths_of(fiche: Fiche) -> tuple[str, ...]:
    """The addresses that a record has, and had."""
    return (fiche.adresse, *fiche.anciennes_adresses)


def known_marks(ledger: Ledger, fiche: Fiche, anchor: str = "") -> frozenset[str]:
    """The marks under which the ledger knows a record, or its element of that anchor, whatever its address was."""
    suffix = f"#{anchor}" if anchor else ""
    found = {
        line.mark
        for path in paths_of(fiche)
        for line in ledger.by_address.get(f"{path}{suffix}", ())
        if line.mark
    }
    return frozenset(found - {UNKNOWN}) or frozenset(found)
