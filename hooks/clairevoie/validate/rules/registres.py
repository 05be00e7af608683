"""Numbers that registers give: each has the form of its register, and belongs to one thing."""

from __future__ import annotations

from collections.abc import Iterator

from clairevoie.model.fiche import Fiche
from clairevoie.model.identifiants import REGISTRES, bare, fault, register_name
from clairevoie.model.liens import Identifiant, identifiants_of
from clairevoie.model.organismes import Organisme
from clairevoie.model.parcours import Chemin
from clairevoie.problems import Problem
from clairevoie.problems.catalogue import problem
from clairevoie.problems.likeness import slip_of
from clairevoie.validate.dossier import Dossier
from clairevoie.validate.rule import Scope, rule
from clairevoie.validate.rules.identifiants import said_to_differ

# Their numbers say nothing of who has them: the same may come from two offices.
_LOCAL = frozenset({"numero_de_dossier"})


@rule(Scope.RECORD)
def number_has_the_form_of_its_register(dossier: Dossier) -> Iterator[Problem]:
    """A figure lost or swapped while copying makes the number that of somebody else, or of nobody."""
    for fiche, place, schema, valeur in _numbers(dossier):
        raison = fault(schema, valeur)
        if raison:
            registre = REGISTRES[schema]
            facts = {"valeur": valeur, "registre": registre.nom, "raison": raison}
            yield problem("ID-12", fiche.adresse, place, champ=place[-1], exemple=registre.exemple, **facts)


@rule(Scope.RECORD)
def register_is_not_nearly_a_known_one(dossier: Dossier) -> Iterator[Problem]:
    """Any register may be named, but the slip of a known one would leave its numbers unchecked."""
    for fiche, chemin, un in dossier.formes(Identifiant):
        proche = "" if un.schema in REGISTRES else slip_of(un.schema, REGISTRES)
        if proche:
            yield problem("ID-13", fiche.adresse, (*chemin, "schema"), schema=un.schema, proche=proche)


@rule(Scope.RECORD)
def organisme_has_one_neq(dossier: Dossier) -> Iterator[Problem]:
    """`neq` is the short way to type one of the numbers: both say the same."""
    for fiche in dossier.jeu.organismes.values():
        for rank, un in enumerate(fiche.identifiants):
            if fiche.neq and un.schema == "neq" and _key(un) != ("neq", bare(REGISTRES["neq"], fiche.neq)):
                place = ("identifiants", rank, "valeur")
                yield problem("ID-14", fiche.adresse, place, a=fiche.neq, b=un.valeur)


@rule(Scope.RECORD)
def number_is_typed_once(dossier: Dossier) -> Iterator[Problem]:
    """A number twice on one record is a line copied and not changed."""
    seen: set[tuple[str, Chemin, tuple[str, str]]] = set()
    for fiche, chemin, un in dossier.formes(Identifiant):
        key = (fiche.adresse, chemin[:-1], _key(un))
        if key in seen:
            facts = {"valeur": un.valeur, "registre": register_name(un.schema)}
            yield problem("ID-16", fiche.adresse, (*chemin, "valeur"), **facts)
        seen.add(key)


@rule(Scope.RECORDS)
def number_belongs_to_one_organisme(dossier: Dossier) -> Iterator[Problem]:
    """Two organismes of one number are the same one typed twice, or say that they are not."""
    seen: dict[tuple[str, str], Organisme] = {}
    for organisme in dossier.jeu.organismes.values():
        for key, un in {_key(un): un for un in identifiants_of(organisme)}.items():
            first = seen.setdefault(key, organisme)
            known = un.schema in REGISTRES and un.schema not in _LOCAL
            if known and first is not organisme and not said_to_differ(first, organisme):
                place = next(place for place, one in _typed(organisme) if _key(one) == key)
                registre = REGISTRES[un.schema].nom
                facts = {"a": first.intitule, "b": organisme.intitule, "registre": registre}
                yield problem(
                    "ID-15", organisme.adresse, place, valeur=un.valeur, autre=first.adresse, **facts
                )


def _numbers(dossier: Dossier) -> Iterator[tuple[Fiche, Chemin, str, str]]:
    """Every number typed, with its place and its register."""
    for fiche, chemin, un in dossier.formes(Identifiant):
        yield fiche, (*chemin, "valeur"), un.schema, un.valeur
    for organisme in dossier.jeu.organismes.values():
        if organisme.neq:
            yield organisme, ("neq",), "neq", organisme.neq


def _typed(organisme: Organisme) -> Iterator[tuple[Chemin, Identifiant]]:
    """The numbers of an organisme, each where it was typed."""
    if organisme.neq:
        yield ("neq",), Identifiant(schema="neq", valeur=organisme.neq)
    for rank, un in enumerate(organisme.identifiants):
        yield ("identifiants", rank, "valeur"), un


def _key(un: Identifiant) -> tuple[str, str]:
    registre = REGISTRES.get(un.schema)
    return un.schema, bare(registre, un.valeur) if registre else un.valeur
