"""The official words of a plan: what those who adopted it adopted, less what came of it since.

Goes in: a plan, or one of its elements. Comes out: plain words by field. States, follow-ups, amounts, links and the
words of the site are left out: they go on living.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from clairevoie.derive.decisions import is_adopted
from clairevoie.model.actions import Action, ObjectifSpecifique, SousAction
from clairevoie.model.ancres import Element, elements
from clairevoie.model.base import Forme
from clairevoie.model.enonces import Enonce, Indicateur
from clairevoie.model.petites_formes import PublicCible
from clairevoie.model.plans import Plan
from clairevoie.model.temps import Echeance, Frequence

# The fields that say when.
WHEN = ("echeances", "frequence")
_OF_PLANS = ("nom", "periode", "mission", "finalites", "principes", "publics_cibles")
_OF_OBJECTIVES = ("numero", "texte", "description", "indicateurs")
_OF_ACTIONS = (
    "numero",
    "texte",
    "priorite",
    "sous_actions",
    "ressources",
    *WHEN,
    "resultat_attendu",
    "indicateurs",
)
# An edition that was in force once is as official as one that is.
_PAST = ("termine", "remplace")


def is_frozen(plan: Plan) -> bool:
    """Whether a plan keeps the words it has: it was adopted, or it belongs to the past."""
    return plan.est_publiee and (is_adopted(plan) or plan.statut in _PAST or plan.publication == "archive")


def official_elements(plan: Plan) -> Sequence[Element]:
    """The objectives and the actions of a plan, in the order of the file."""
    return [one for one in elements(plan) if isinstance(one.forme, Action | ObjectifSpecifique)]


def official_words(forme: Plan | ObjectifSpecifique | Action) -> Mapping[str, str]:
    """The official words of a plan, of an objective or of an action by field, on one line; empty where it has none."""
    fields = (
        _OF_PLANS if isinstance(forme, Plan) else _OF_ACTIONS if isinstance(forme, Action) else _OF_OBJECTIVES
    )
    return {champ: words(getattr(forme, champ)) for champ in fields}


def words(value: Any) -> str:
    """What a value says, on one line, whatever its spaces and apostrophes; several things are told apart by « ; »."""
    if isinstance(value, tuple):
        return "; ".join(map(words, value))
    for kind, said in _SAID.items():
        if isinstance(value, kind):
            return said(value)
    return "" if value is None else " ".join(str(value).replace("’", "'").split())


def _part(part: Enonce) -> str:
    when = f" ({words(part.echeances)})" if isinstance(part, SousAction) and part.echeances else ""
    return f"{part.numero or ''} {words(part.texte)}{when}".strip()


def _target(indicateur: Indicateur) -> str:
    said = words(indicateur.libelle)
    return said if indicateur.cible is None else f"{said} : {words(indicateur.cible)}"


_SAID: Mapping[type[Forme], Callable[[Any], str]] = {
    Echeance: lambda echeance: words(echeance.texte),
    Frequence: lambda frequence: words(frequence.texte),
    Enonce: _part,
    Indicateur: _target,
    PublicCible: lambda public: f"{public.numero} {words(public.libelle)}",
}
