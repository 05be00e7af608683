"""What must be typed according to the state of a record, which its form alone cannot say."""

from __future__ import annotations

from collections.abc import Iterator

from clairevoie.model.actions import Action
from clairevoie.model.fiche import Fiche
from clairevoie.problems import Problem
from clairevoie.problems.catalogue import problem
from clairevoie.validate.dossier import Dossier
from clairevoie.validate.exemples import exemple
from clairevoie.validate.noms import element_name
from clairevoie.validate.rule import Scope, rule


@rule(Scope.RECORD)
def withdrawn_record_says_why(dossier: Dossier) -> Iterator[Problem]:
    """The page of a withdrawn record shows when it left, and why."""
    for fiche in dossier.fiches:
        if fiche.publication == "retire" and fiche.retrait is None:
            yield _missing(fiche, "retrait")


@rule(Scope.RECORD)
def published_effect_has_a_zone(dossier: Dossier) -> Iterator[Problem]:
    """An effect stands in a zone of control."""
    for fiche in dossier.jeu.demarches.values():
        chaine = fiche.chaine_resultats if fiche.est_publiee else None
        for rank, effet in enumerate(chaine.effets if chaine else ()):
            if effet.zone_controle is None:
                place = ("chaine_resultats", "effets", rank)
                yield problem(
                    "TYP-14",
                    fiche.adresse,
                    place,
                    champ="zone_controle",
                    exemple=exemple(type(effet), "zone_controle"),
                )


@rule(Scope.RECORD)
def published_action_has_words(dossier: Dossier) -> Iterator[Problem]:
    """An action says what is to be done, unless a note says that the source is silent."""
    for fiche in dossier.publiees():
        silent = {note.champ for note in fiche.notes if note.nature == "lacune"}
        for element in dossier.elements(fiche):
            if not isinstance(element.forme, Action) or element.forme.texte:
                continue
            if silent.isdisjoint({element.ancre, f"{element.ancre}.texte"} - {None}):
                facts = {"element": element_name(element), "ancre": element.ancre or ""}
                yield problem("TYP-16", fiche.adresse, element.chemin, **facts)


def _missing(fiche: Fiche, champ: str) -> Problem:
    return problem("TYP-14", fiche.adresse, champ=champ, exemple=exemple(type(fiche), champ))
