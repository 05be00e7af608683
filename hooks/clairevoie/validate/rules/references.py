"""References: what a record cites exists, is of the kind expected, and may be shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from clairevoie.model import COLLECTIONS, Jeu
from clairevoie.model.actions import Action
from clairevoie.model.ancres import slug_of_number
from clairevoie.model.base import Vers, VersAncre
from clairevoie.model.comptes import demarches_of
from clairevoie.model.fiche import Fiche
from clairevoie.model.parcours import Renvoi
from clairevoie.problems import Problem
from clairevoie.problems.catalogue import problem
from clairevoie.problems.likeness import Nearest, nearest_first, suggester
from clairevoie.validate.dossier import Dossier
from clairevoie.validate.noms import capitalised
from clairevoie.validate.rule import Scope, rule
from clairevoie.validate.typed import names

_MOST_LISTED = 6
_NOT_PUBLIC = ("brouillon", "retire")


@rule(Scope.RECORDS)
def reference_exists(dossier: Dossier) -> Iterator[Problem]:
    """A record that is cited exists, well or badly formed."""
    suggest = suggester()
    for fiche, renvoi, collection in _astray(dossier):
        if not any(renvoi.valeur in ids for ids in dossier.ids.values()):
            yield problem(
                "REF-01",
                fiche.adresse,
                renvoi.chemin,
                Le_type=capitalised(COLLECTIONS[collection].le),
                id=renvoi.valeur,
                collection=collection,
                proche=suggest(renvoi.valeur, _others(dossier, fiche, collection)),
            )


def _others(dossier: Dossier, fiche: Fiche, collection: str) -> frozenset[str]:
    """The ids that a record may have meant: all of the collection, but its own."""
    ids = dossier.ids[collection]
    return ids - {fiche.id} if collection == fiche.collection else ids


@rule(Scope.RECORDS)
def reference_is_of_the_kind_expected(dossier: Dossier) -> Iterator[Problem]:
    """A field that expects a comité does not cite a project."""
    for fiche, renvoi, collection in _astray(dossier):
        actual = next((name for name, ids in dossier.ids.items() if renvoi.valeur in ids), None)
        if actual:
            yield problem(
                "REF-02",
                fiche.adresse,
                renvoi.chemin,
                id=renvoi.valeur,
                un_type=COLLECTIONS[actual].un,
                champ=names(renvoi.chemin)[-1],
                le_type_attendu=COLLECTIONS[collection].le,
            )


@rule(Scope.RECORDS)
def published_record_cites_what_is_public(dossier: Dossier) -> Iterator[Problem]:
    """A page does not lead to a draft, nor to a record that was withdrawn."""
    hidden = {fiche.adresse: fiche.id for fiche in dossier.fiches if fiche.publication in _NOT_PUBLIC}
    for fiche, renvois in dossier.citations if hidden else ():
        for renvoi in renvois if fiche.est_publiee else ():
            id = hidden.get(target(renvoi).partition("#")[0])
            if id:
                yield problem("REF-05", fiche.adresse, renvoi.chemin, id=id)


@rule(Scope.RECORDS)
def record_belongs_to_a_demarche(dossier: Dossier) -> Iterator[Problem]:
    """A project, a plan, an event or a comité is found from a démarche."""
    for fiche in dossier.publiees():
        if COLLECTIONS[fiche.collection].dans_une_demarche and not demarches_of(fiche):
            suggestion = _first_cited_demarche(dossier, fiche) or COLLECTIONS["demarches"].exemple
            several = "demarches" in type(fiche).model_fields
            yield problem(
                "REF-07",
                fiche.adresse,
                Le_type=capitalised(COLLECTIONS[fiche.collection].le),
                suggestion=f"demarches: [{suggestion}]" if several else f"demarche: {suggestion}",
            )


@rule(Scope.RECORD)
def public_vise_is_defined(dossier: Dossier) -> Iterator[Problem]:
    """The number of an audience is one that the plan defines."""
    for fiche, chemin, action in dossier.formes(Action):
        known = [public.numero for public in vars(fiche).get("publics_cibles", ())]
        for rank, numero in enumerate(action.publics_cibles):
            if numero not in known:
                liste = ", ".join(known) or "les numéros à définir dans publics_cibles"
                yield problem(
                    "REF-15", fiche.adresse, (*chemin, "publics_cibles", rank), valeur=numero, liste=liste
                )


@rule(Scope.WHOLE)
def published_record_is_cited(dossier: Dossier) -> Iterator[Problem]:
    """What is shared between démarches is cited somewhere, or says itself which démarche it serves."""
    cited: set[str] = set()
    for fiche, renvois in dossier.citations:
        cited |= set(map(target, renvois)) - {fiche.adresse}
    for name in (name for name, collection in COLLECTIONS.items() if collection.partagee):
        for fiche in dossier.jeu.collection(name).values():
            # An archived record is allowed to stand alone: archiving it is one of the two remedies.
            if fiche.publication == "publie" and fiche.adresse not in cited and not demarches_of(fiche):
                yield problem("REF-06", fiche.adresse, id=fiche.id)


def _astray(dossier: Dossier) -> Iterator[tuple[Fiche, Renvoi, str]]:
    """Every id that is not in the collection it should lead to, with its record and that collection."""
    ids = dossier.ids
    for fiche, renvois in dossier.citations:
        for renvoi in renvois:
            marque = renvoi.marque
            if isinstance(marque, Vers) and renvoi.valeur not in ids[marque.collection]:
                yield fiche, renvoi, marque.collection


def _first_cited_demarche(dossier: Dossier, fiche: Fiche) -> str:
    """The first démarche that the record cites, directly or through a record that belongs to one."""
    for renvoi in dossier.renvois[fiche.adresse]:
        cited = dossier.jeu.fiche(target(renvoi))
        if cited and cited.collection == "demarches":
            return cited.id
        if cited and demarches_of(cited):
            return demarches_of(cited)[0]
    return ""


def target(renvoi: Renvoi) -> str:
    """The address `collection/id` that a reference cites; empty for an anchor of the same record."""
    if isinstance(renvoi.marque, Vers):
        return f"{renvoi.marque.collection}/{renvoi.valeur}"
    return "" if _is_local(renvoi) else renvoi.valeur.partition("#")[0]


@rule(Scope.RECORDS)
def address_leads_to_an_element(dossier: Dossier) -> Iterator[Problem]:
    """An anchor or an address leads to an element or a record that exists."""
    places, suggest = places_of(dossier), suggester()
    for fiche, renvois in dossier.citations:
        for renvoi in renvois:
            if isinstance(renvoi.marque, Vers):
                continue
            adresse, ancre = _split(fiche, renvoi)
            if not places.hold(adresse, ancre):
                proche = places.near(adresse, ancre, suggest)
                proche = proche.partition("#")[2] if _is_local(renvoi) else proche
                facts = {"valeur": renvoi.valeur, "proche": proche, "liste": places.listed(adresse, ancre)}
                yield problem("REF-19", fiche.adresse, renvoi.chemin, **facts)


def places_of(dossier: Dossier) -> Places:
    """Where the addresses of a dossier may lead."""
    known = frozenset((*dossier.records, *dossier.illisibles))
    return Places(dossier.jeu, known, cache(lambda adresse: _anchors(dossier, adresse)))


@dataclass(frozen=True, slots=True)
class Places:
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

    def listed(self, adresse: str, ancre: str) -> str:
        """The anchors of that record, the nearest to this one first; nothing when there is no such record."""
        return ", ".join(nearest_first(slug_of_number(ancre), sorted(self.anchors(adresse)))[:_MOST_LISTED])


def _anchors(dossier: Dossier, adresse: str) -> frozenset[str]:
    fiche = dossier.jeu.fiche(adresse)
    return frozenset(dossier.ancres(fiche)) if fiche else frozenset()


def _split(fiche: Fiche, renvoi: Renvoi) -> tuple[str, str]:
    """The record and the anchor that a reference speaks of."""
    adresse, _, ancre = renvoi.valeur.partition("#")
    return (fiche.adresse, renvoi.valeur) if _is_local(renvoi) else (adresse, ancre)


def _is_local(renvoi: Renvoi) -> bool:
    return isinstance(renvoi.marque, VersAncre) and "/" not in renvoi.valeur
