"""Backlinks: for every record, who cites it, in which field, and from which element."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from sys import intern
from typing import NamedTuple

from clairevoie.derive.portees import Portees
from clairevoie.model import Jeu
from clairevoie.model.ancres import Element, elements
from clairevoie.model.base import Forme, Vers, VersAncre
from clairevoie.model.fiche import Fiche
from clairevoie.model.parcours import Chemin, Renvoi, formes, held_renvois
from clairevoie.model.temps import Echeance


@dataclass(frozen=True, slots=True, eq=False)
class Mention:
    """One citation of a record.

    `fiche` cites; `champ` is the field and the one that holds it (`membres.organisme`, or `territoires` on
    the record itself); `element` the addressable part of the record it stands in, None outside of any;
    `forme` what holds the citation (the seat, the funding…).
    """

    fiche: Fiche
    champ: str
    element: Element | None
    forme: Forme

    @property
    def adresse(self) -> str:
        """Where the citation is: `collection/id`, with the anchor of the element when it has one."""
        ancre = self.element.ancre if self.element else None
        return f"{self.fiche.adresse}#{ancre}" if ancre else self.fiche.adresse


class _Cited(NamedTuple):
    """What a record cites: its address, the path to the citation, and the innermost form that holds it."""

    target: str
    chemin: Chemin
    forme: Forme


class Renvois(Mapping[str, tuple[Mention, ...]]):
    """Every mention of every record, by address `collection/id`, in the order of the dataset.

    Who cites whom is known at once; where, and from which element, only when somebody asks. A deadline cites the comité
    that its words name.
    """

    def __init__(self, jeu: Jeu) -> None:
        self.portees = Portees(jeu)
        self._citing: dict[str, list[Fiche]] = {}
        self._cited: dict[str, list[_Cited]] = {}
        self._found: dict[str, dict[str, list[Mention]]] = {}
        for fiche in jeu:
            self._cited[fiche.adresse] = [*_cited(fiche), *_named(fiche, self.portees)]
            for target in self.targets(fiche.adresse):
                self._citing.setdefault(target, []).append(fiche)

    def citing(self, adresse: str) -> Sequence[Fiche]:
        """The records that cite this one, each once."""
        return self._citing.get(adresse, ())

    def fields(self, adresse: str) -> Iterator[tuple[Fiche, str]]:
        """The records that cite this one, each with the field of each citation: faster than the mentions."""
        for fiche in self.citing(adresse):
            for one in self._cited[fiche.adresse]:
                if one.target == adresse:
                    yield fiche, field(one.chemin)

    def targets(self, adresse: str) -> tuple[str, ...]:
        """The addresses of the records that this one cites, each once, in the order of the record."""
        cited = dict.fromkeys(one.target for one in self._cited[adresse])
        return tuple(target for target in cited if target != adresse)

    def __getitem__(self, adresse: str) -> tuple[Mention, ...]:
        return tuple(one for fiche in self._citing[adresse] for one in self._of(fiche)[adresse])

    def __iter__(self) -> Iterator[str]:
        return iter(self._citing)

    def __len__(self) -> int:
        return len(self._citing)

    def _of(self, fiche: Fiche) -> Mapping[str, list[Mention]]:
        """The mentions that a record makes, by the address of what it cites."""
        found = self._found.get(fiche.adresse)
        if found is None:
            found = self._found[fiche.adresse] = {}
            for mention, target in _mentions(fiche, self._cited[fiche.adresse]):
                found.setdefault(target, []).append(mention)
        return found


def backlinks(jeu: Jeu) -> Renvois:
    """Who cites each record of a dataset."""
    return Renvois(jeu)


def _cited(fiche: Fiche) -> Iterator[_Cited]:
    for renvoi, forme in held_renvois(fiche):
        target = _target(renvoi)
        if target is not None:
            yield _Cited(target, renvoi.chemin, forme)


def _named(fiche: Fiche, portees: Portees) -> Iterator[_Cited]:
    """The comités that the deadlines of a record name by their words."""
    for chemin, forme in formes(fiche, kinds=(Echeance,)):
        if isinstance(forme, Echeance):
            for id in portees.comites(fiche, forme):
                yield _Cited(intern(f"comites/{id}"), (*chemin, "portee"), forme)


def _mentions(fiche: Fiche, cited: Sequence[_Cited]) -> Iterator[tuple[Mention, str]]:
    """The mentions that a record makes, each with the address of what it cites."""
    # A reference that stands right in the record is in no element of it.
    is_inside = any(one.forme is not fiche for one in cited)
    places = {element.chemin: element for element in elements(fiche)} if is_inside else {}
    for target, chemin, forme in cited:
        above = (places[place] for place in _upwards(chemin) if place in places)
        yield Mention(fiche, field(chemin), next(above, None), forme), target


def _target(renvoi: Renvoi) -> str | None:
    """The address of the record cited; None for an anchor of the same record."""
    if isinstance(renvoi.marque, Vers):
        return intern(f"{renvoi.marque.collection}/{renvoi.valeur}")
    if isinstance(renvoi.marque, VersAncre) and "/" not in renvoi.valeur:
        return None
    return renvoi.valeur.partition("#")[0]


def _upwards(chemin: Chemin) -> Iterator[Chemin]:
    return (chemin[:length] for length in range(len(chemin) - 1, 0, -1))


def field(chemin: Chemin) -> str:
    """`("membres", 3, "organisme")` → `membres.organisme`; only the last two names count."""
    return ".".join([part for part in chemin if isinstance(part, str)][-2:])
