"""What a rule may look at: the records understood so far, and where each value was typed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from clairevoie.model import COLLECTIONS, Jeu
from clairevoie.model.ancres import Element, by_anchor, elements
from clairevoie.model.base import Forme
from clairevoie.model.fiche import Fiche
from clairevoie.model.parcours import Chemin, Renvoi, formes
from clairevoie.problems import Origin
from clairevoie.read import Record
from clairevoie.validate.typed import Typed, walk

F = TypeVar("F", bound=Forme)

# A comment that could hold an address or a number: finding comments means going through the file again.
_TELLING_COMMENT = re.compile(r"#.*[@\d]")
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True)
class Dossier:
    """The dataset under examination.

    `jeu` holds the records whose form is right; `records` every record that could be read, by address
    `collection/id`, so that a reference to a badly formed record is not taken for a missing one;
    `illisibles` the addresses of the files that could not even be read. `on` is the day that stands
    for today. `fichiers` are the names of the files that records may show or offer, `pages` the addresses of the
    written pages, None when nobody said which they are.
    """

    jeu: Jeu
    records: Mapping[str, Record]
    on: date
    illisibles: frozenset[str] = frozenset()
    fichiers: frozenset[str] = frozenset()
    pages: frozenset[str] | None = None
    renvois: Mapping[str, tuple[Renvoi, ...]] = field(default_factory=dict, repr=False)
    _elements: dict[str, tuple[Element, ...]] = field(default_factory=dict, repr=False)
    _ancres: dict[str, dict[str, Element]] = field(default_factory=dict, repr=False)
    _formes: dict[type[Forme], list[tuple[Fiche, Chemin, Any]]] = field(default_factory=dict, repr=False)

    def line(self, fiche: Fiche, *chemin: str | int) -> int:
        """The line where this value was typed, for the words of a problem; its place is found later, at the edge."""
        return self.records[fiche.adresse].origin(*chemin).line

    def elements(self, fiche: Fiche) -> tuple[Element, ...]:
        """The addressable elements of a record, found once."""
        found = self._elements.get(fiche.adresse)
        if found is None:
            found = self._elements[fiche.adresse] = tuple(elements(fiche))
        return found

    def ancres(self, fiche: Fiche) -> dict[str, Element]:
        """The anchors of a record, those of other days included, the first element winning; found once."""
        found = self._ancres.get(fiche.adresse)
        if found is None:
            found = self._ancres[fiche.adresse] = by_anchor(self.elements(fiche))
        return found

    @cached_property
    def ids(self) -> Mapping[str, frozenset[str]]:
        """The ids of each collection, badly formed records and unreadable files included."""
        found: dict[str, set[str]] = {name: set() for name in COLLECTIONS}
        for adresse in (*self.records, *self.illisibles):
            collection, _, id = adresse.partition("/")
            found[collection].add(id)
        return {name: frozenset(ids) for name, ids in found.items()}

    @cached_property
    def fiches(self) -> tuple[Fiche, ...]:
        """The records whose form is right, in the order of the dataset."""
        return tuple(self.jeu)

    @cached_property
    def citations(self) -> tuple[tuple[Fiche, tuple[Renvoi, ...]], ...]:
        """The references that each of these records makes."""
        return tuple((fiche, self.renvois[fiche.adresse]) for fiche in self.fiches)

    def formes(self, kind: type[F]) -> Sequence[tuple[Fiche, Chemin, F]]:
        """Every form of this kind, with its record and its place; found once, among all forms if they are known."""
        found = self._formes.get(kind)
        if found is None:
            found = self._formes[kind] = [one for one in self._formes_near(kind) if isinstance(one[2], kind)]
        return found

    def _formes_near(self, kind: type[Forme]) -> Iterable[tuple[Fiche, Chemin, Forme]]:
        known = self._formes.get(Forme)
        if known is not None:
            return known
        return ((fiche, *found) for fiche in self.fiches for found in formes(fiche, kinds=(kind,)))

    @cached_property
    def textes(self) -> tuple[tuple[Record, Chemin, str], ...]:
        """Every text typed in every record that could be read, with its place: walked once for all rules."""
        return tuple(
            (record, place, value)
            for record in self.records.values()
            for place, value in walk(record.data)
            if isinstance(value, str)
        )

    @cached_property
    def commentaires(self) -> tuple[tuple[Record, Origin, str], ...]:
        """The comments of every record that could be read, with their place; those with `@` or a digit at least."""
        return tuple(
            (record, origin, words)
            for record in self.records.values()
            if _TELLING_COMMENT.search(record.text)
            for origin, words in record.comments()
        )

    @cached_property
    def chiffres(self) -> tuple[Typed, ...]:
        """The texts and the comments that hold digits: no number, date or address can be in another."""
        words: tuple[tuple[Record, Chemin | Origin, str], ...] = (*self.textes, *self.commentaires)
        counted = ((one, len(_DIGIT.findall(one[2]))) for one in words)
        return tuple(Typed(text, record, where, n) for (record, where, text), n in counted if n)

    def publiees(self) -> Iterator[Fiche]:
        """The records that go public."""
        return (fiche for fiche in self.fiches if fiche.est_publiee)
