"""Adoptions of plans: who decided."""

from __future__ import annotations

from collections.abc import Iterator

from clairevoie.problems import Problem
from clairevoie.problems.catalogue import problem
from clairevoie.validate.dossier import Dossier
from clairevoie.validate.rule import Scope, rule


@rule(Scope.RECORD)
def resolution_is_of_someone(dossier: Dossier) -> Iterator[Problem]:
    """The number of a resolution means nothing without the body whose resolution it is."""
    for plan in dossier.jeu.plans.values():
        told = plan.adoption
        if told and told.resolution and not (told.comite or told.organisme or told.decision):
            yield problem("REF-33", plan.adresse, ("adoption", "resolution"), numero=told.resolution)
