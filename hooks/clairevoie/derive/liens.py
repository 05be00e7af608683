"""Backlinks: for every record, who cites it, in which field, and from which element."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from clairevoie.model import Jeu
from clairevoie.model.ancres import Element, elements
from clairevoie.model.base import Forme, Vers, VersAncre
from clairevoie.model.fiche import Fiche
from clairevoie.model.parcours import Chemin, Renvoi, renvois


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


class Liens(Mapping[str, tuple[Mention, ...]]):
    """Every mention of every record, by address `collection/id`, in the order of the dataset.

    Who cites whom is known at once; where, and from which element, only when somebody asks.
    """

    def __init__(self, jeu: Jeu) -> None:
        self._citing: dict[str, list[Fiche]] = {}
        self._found: dict[str, dict[str, list[Mention]]] = {}
        for fiche in jeu:
            for target in targets(fiche):
                self._citing.setdefault(target, []).append(fiche)

    def citing(self, adresse: str) -> Sequence[Fiche]:
        """The records that cite this one, each once."""
        return self._citing.get(adresse, ())

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
            for target, mention in _mentions(fiche):
                found.setdefault(target, []).append(mention)
        return found


def backlinks(jeu: Jeu) -> Liens:
    """Who cites each record of a dataset."""
    return Liens(jeu)


def targets(fiche: Fiche) -> tuple[str, ...]:
    """The addresses of the records that a record cites, each once, in the order of the record."""
    cited = dict.fromkeys(_target(renvoi) for renvoi in renvois(fiche))
    return tuple(target for target in cited if target not in (None, fiche.adresse))


def _mentions(fiche: Fiche) -> Iterator[tuple[str, Mention]]:
    places = {element.chemin: element for element in elements(fiche)}
    for renvoi in dict.fromkeys(renvois(fiche)):
        target = _target(renvoi)
        if target is not None:
            above = (places[place] for place in _upwards(renvoi.chemin) if place in places)
            yield (
                target,
                Mention(fiche, field(renvoi.chemin), next(above, None), _holder(fiche, renvoi.chemin)),
            )


def _target(renvoi: Renvoi) -> str | None:
    """The address of the record cited; None for an anchor of the same record."""
    if isinstance(renvoi.marque, Vers):
        return f"{renvoi.marque.collection}/{renvoi.valeur}"
    if isinstance(renvoi.marque, VersAncre) and "/" not in renvoi.valeur:
        return None
    return renvoi.valeur.partition("#")[0]


def _upwards(chemin: Chemin) -> Iterator[Chemin]:
    return (chemin[:length] for length in range(len(chemin) - 1, 0, -1))


def field(chemin: Chemin) -> str:
    """`("membres", 3, "organisme")` → `membres.organisme`; only the last two names count."""
    return ".".join([part for part in chemin if isinstance(part, str)][-2:])


def _holder(fiche: Fiche, chemin: Chemin) -> Forme:
    """The innermost form that holds the reference."""
    holder: Forme = fiche
    value: object = fiche
    for part in chemin:
        value = getattr(value, part) if isinstance(part, str) else value[part]  # type: ignore[index]
        if isinstance(value, Forme):
            holder = value
    return holder
