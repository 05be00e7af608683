"""Addresses typed in a record: `plans/un-plan#action-1-2-1`, or a bare anchor of the same record."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from clairevoie.model import Jeu
from clairevoie.model.ancres import slug_of_number
from clairevoie.model.base import Vers, VersAncre
from clairevoie.model.fiche import Fiche
from clairevoie.model.parcours import Renvoi
from clairevoie.problems import Problem
from clairevoie.problems.catalogue import problem
from clairevoie.validate.dossier import Dossier, Rule
from clairevoie.validate.proches import Nearest, suggester


def target(renvoi: Renvoi) -> str:
    """The address `collection/id` that a reference cites; empty for an anchor of the same record."""
    if isinstance(renvoi.marque, Vers):
        return f"{renvoi.marque.collection}/{renvoi.valeur}"
    return "" if _is_local(renvoi) else renvoi.valeur.partition("#")[0]


def address_leads_to_an_element(dossier: Dossier) -> Iterator[Problem]:
    """An anchor or an address leads to an element or a record that exists."""
    known = frozenset((*dossier.records, *dossier.illisibles))
    places = _Places(dossier.jeu, known, cache(lambda adresse: _anchors(dossier, adresse)))
    suggest = suggester()
    for fiche, renvois in dossier.citations:
        for renvoi in renvois:
            if isinstance(renvoi.marque, Vers):
                continue
            adresse, ancre = _split(fiche, renvoi)
            if not places.hold(adresse, ancre):
                proche = places.near(adresse, ancre, suggest)
                proche = proche.partition("#")[2] if _is_local(renvoi) else proche
                yield problem("REF-19", fiche.adresse, renvoi.chemin, valeur=renvoi.valeur, proche=proche)


@dataclass(frozen=True, slots=True)
class _Places:
    """Where an address may lead: the records of `known`, and their `anchors`, found once for each."""

    jeu: Jeu
    known: frozenset[str]
    anchors: Callable[[str], frozenset[str]]

    def hold(self, adresse: str, ancre: str) -> bool:
        """Whether the place exists; nobody knows the anchors of a record whose form is wrong."""
        if self.jeu.fiche(adresse) is None:
            return adresse in self.known
        return not ancre or ancre in self.anchors(adresse)

    def near(self, adresse: str, ancre: str, suggest: Nearest) -> str:
        """The existing place that looks most like this one, or nothing."""
        if self.jeu.fiche(adresse) is not None:
            near = suggest(slug_of_number(ancre), self.anchors(adresse))
            return near and f"{adresse}#{near}"
        near = suggest(adresse, self.known)
        return f"{near}#{ancre}" if ancre in self.anchors(near) else near


def _anchors(dossier: Dossier, adresse: str) -> frozenset[str]:
    fiche = dossier.jeu.fiche(adresse)
    return frozenset(dossier.ancres(fiche)) if fiche else frozenset()


def _split(fiche: Fiche, renvoi: Renvoi) -> tuple[str, str]:
    """The record and the anchor that a reference speaks of."""
    adresse, _, ancre = renvoi.valeur.partition("#")
    return (fiche.adresse, renvoi.valeur) if _is_local(renvoi) else (adresse, ancre)


def _is_local(renvoi: Renvoi) -> bool:
    return isinstance(renvoi.marque, VersAncre) and "/" not in renvoi.valeur


RULES: tuple[Rule, ...] = (address_leads_to_an_element,)
