"""Seats: each stands for something, is typed once, agrees with its dates, and bears no name that is not one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from clairevoie.model.comites import Comite
from clairevoie.model.folding import slug
from clairevoie.model.gens import Membre, SiegesReserves, appartenance, tenue
from clairevoie.model.phrases import bounds, say_date
from clairevoie.problems import Problem
from clairevoie.problems.catalogue import problem
from clairevoie.validate.dossier import Dossier
from clairevoie.validate.rule import Scope, rule

# What people type for want of a name, folded: nobody holds the seat, or nobody knows who does.
_VACANT = {"a-combler", "vacant", "vacante", "poste-vacant", "siege-vacant"}
_UNKNOWN = {
    *("a-confirmer", "a-determiner", "a-venir", "n-a", "non-determine", "non-precise"),
    *("inconnu", "inconnue", "aucun"),
}
# What else than the number of seats may be wrong, by field.
_TOO_MANY = {
    "membres": "dites quels sièges ont pris fin : fin, ou ancien: true",
    "sieges_reserves": "les nombres de sieges_reserves",
}


@rule(Scope.RECORD)
def member_stands_for_something(dossier: Dossier) -> Iterator[Problem]:
    """A seat belongs to an organisme, a comité, a territory or a function, unless nobody holds it."""
    for fiche, chemin, membre in dossier.formes(Membre):
        if membre.qualite != "vacant" and not any(_stands_for(membre)):
            yield problem("REF-09", fiche.adresse, chemin)


@rule(Scope.RECORDS)
def seat_is_typed_once(dossier: Dossier) -> Iterator[Problem]:
    """The same seat appears once among the members.

    Two people of the same function, whom nobody names, are two people; so are two vacant seats.
    """
    seen = set()
    for fiche, chemin, membre in dossier.formes(Membre):
        detail = (membre.role, membre.affiliation, membre.debut, membre.fin, membre.ancien, membre.nom)
        seat = (fiche.adresse, _stands_for(membre), detail)
        is_one = membre.qualite != "vacant" and any(_stands_for(membre))
        if is_one and (membre.nom or not membre.fonction) and seat in seen:
            yield problem("REF-10", fiche.adresse, chemin, membre=seat_name(dossier, membre))
        seen.add(seat)


@rule(Scope.RECORD)
def name_of_a_member_is_a_name(dossier: Dossier) -> Iterator[Problem]:
    """A seat without a person says so in its field `qualite`, not in place of the name."""
    for fiche, chemin, membre in dossier.formes(Membre):
        written = slug(membre.nom) if membre.nom else ""
        if written in _VACANT | _UNKNOWN:
            qualite = "vacant" if written in _VACANT else "a_confirmer"
            yield problem("REF-11", fiche.adresse, (*chemin, "nom"), valeur=membre.nom, qualite=qualite)


@rule(Scope.RECORDS)
def former_seat_has_ended(dossier: Dossier) -> Iterator[Problem]:
    """A seat said to be a former one neither lasts nor is still to come."""
    for fiche, chemin, membre in dossier.formes(Membre):
        champ = _contradiction(membre, dossier.on) if membre.ancien else None
        if champ:
            jour = getattr(membre, champ)
            dates = f"{'finit' if champ == 'fin' else 'commence'} après aujourd'hui ({say_date(jour.edtf)})"
            facts = {"membre": seat_name(dossier, membre), "dates": f"il {dates}", "champ": champ}
            yield problem("MEM-01", fiche.adresse, (*chemin, champ), **facts)


@rule(Scope.RECORD)
def vacant_seat_has_no_name(dossier: Dossier) -> Iterator[Problem]:
    """Nobody holds a vacant seat."""
    for fiche, chemin, membre in dossier.formes(Membre):
        if membre.qualite == "vacant" and membre.nom:
            yield problem("MEM-02", fiche.adresse, (*chemin, "nom"))


@rule(Scope.RECORDS)
def comite_has_no_more_seats_than_it_says(dossier: Dossier) -> Iterator[Problem]:
    """The seats typed, and those kept for some people, are within the number that the source gives."""
    for comite in dossier.jeu.comites.values():
        if comite.sieges is None or comite.sieges < 1:
            continue
        today = [membre for membre in comite.membres if tenue(membre, dossier.on) == "actuel"]
        typed = sum(appartenance(membre) in ("membre", "vacant") for membre in today)
        reserved = sum((one.nombre or Decimal(0) for one in comite.sieges_reserves), Decimal(0))
        if typed > comite.sieges:
            yield _too_many(comite, "membres", f"{typed} y sont saisis, sièges vacants compris")
        if reserved > comite.sieges:
            yield _too_many(comite, "sieges_reserves", f"{reserved} y sont réservés")


@rule(Scope.RECORDS)
def inferred_seat_says_how(dossier: Dossier) -> Iterator[Problem]:
    """Where the site infers a seat, a note says from what."""
    for fiche, chemin, membre in dossier.formes(Membre):
        notes = (note for note in fiche.notes if note.nature == "interpretation")
        if membre.deduit and not any((note.champ or "").partition(".")[0] == "membres" for note in notes):
            yield problem("MEM-04", fiche.adresse, (*chemin, "deduit"), membre=seat_name(dossier, membre))


@rule(Scope.RECORD)
def number_of_seats_is_whole(dossier: Dossier) -> Iterator[Problem]:
    """Seats are counted one by one."""
    for kind, champ in ((Comite, "sieges"), (SiegesReserves, "nombre")):
        for fiche, chemin, forme in dossier.formes(kind):
            n = getattr(forme, champ)
            if n is not None and (n < 1 or n != n.to_integral_value()):
                yield problem("MEM-05", fiche.adresse, (*chemin, champ), valeur=f"{n:f}")


def _stands_for(membre: Membre) -> tuple[str | None, ...]:
    return (membre.organisme, membre.comite, membre.territoire, membre.fonction)


def _contradiction(membre: Membre, on: date) -> str | None:
    """The date that a former seat cannot have."""
    if membre.fin is not None and bounds(membre.fin.edtf)[1] >= on:
        return "fin"
    return "debut" if membre.debut is not None and bounds(membre.debut.edtf)[0] > on else None


def _too_many(comite: Comite, champ: str, compte: str) -> Problem:
    sieges = f"{comite.sieges} siège{'s' if comite.sieges and comite.sieges > 1 else ''}"
    facts = {"sieges": sieges, "compte": compte, "autrement": _TOO_MANY[champ]}
    return problem("MEM-03", comite.adresse, (champ,), **facts)


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
    return membre.fonction or "siège vacant"
