"""Seats: each stands for something, is typed once, and bears no name that is not one."""

from __future__ import annotations

from collections.abc import Iterator

from clairevoie.model.folding import slug
from clairevoie.model.gens import Membre
from clairevoie.problems import Problem
from clairevoie.problems.catalogue import problem
from clairevoie.validate.dossier import Dossier
from clairevoie.validate.rule import Scope, rule

# What people type for want of a name, folded.
_NOBODY = {
    *("a-confirmer", "a-determiner", "a-venir", "a-combler", "n-a", "non-determine", "non-precise"),
    *("vacant", "vacante", "poste-vacant", "siege-vacant", "inconnu", "inconnue", "aucun"),
}


@rule(Scope.RECORD)
def member_stands_for_something(dossier: Dossier) -> Iterator[Problem]:
    """A seat belongs to an organisme, a comité, a territory or a function."""
    for fiche, chemin, membre in dossier.formes(Membre):
        if not (membre.organisme or membre.comite or membre.territoire or membre.fonction):
            yield problem("REF-09", fiche.adresse, chemin)


@rule(Scope.RECORDS)
def seat_is_typed_once(dossier: Dossier) -> Iterator[Problem]:
    """The same seat, for the same person or for nobody named, appears once among the members."""
    seen = set()
    for fiche, chemin, membre in dossier.formes(Membre):
        attached = (membre.organisme, membre.comite, membre.territoire, membre.fonction)
        detail = (membre.role, membre.affiliation, membre.debut, membre.fin, membre.nom)
        seat = (fiche.adresse, attached, detail)
        if any(attached) and seat in seen:
            yield problem("REF-10", fiche.adresse, chemin, membre=seat_name(dossier, membre))
        seen.add(seat)


@rule(Scope.RECORD)
def name_of_a_member_is_a_name(dossier: Dossier) -> Iterator[Problem]:
    """A seat without a person says so in its field `qualite`, not in place of the name."""
    for fiche, chemin, membre in dossier.formes(Membre):
        if membre.nom and slug(membre.nom) in _NOBODY:
            yield problem("REF-11", fiche.adresse, (*chemin, "nom"), valeur=membre.nom)


def seat_name(dossier: Dossier, membre: Membre) -> str:
    """The organisme, comité, territory or function of a seat; the id when the record is not there."""
    jeu = dossier.jeu
    stands_for = (
        (jeu.organismes, membre.organisme),
        (jeu.comites, membre.comite),
        (jeu.territoires, membre.territoire),
    )
    for collection, id in stands_for:
        if id:
            return collection[id].intitule if id in collection else id
    return membre.fonction or ""
