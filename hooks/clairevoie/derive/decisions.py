"""What was decided: the decisions that name a record or a part of it, and the meetings that took them.

Goes in: the mentions of a record (`liens.backlinks`). Comes out: its decisions, by the address that each names.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from clairevoie.derive.ordre import in_time
from clairevoie.derive.renvois import Mention
from clairevoie.model.decisions import Decision
from clairevoie.model.evenements import Evenement
from clairevoie.model.plans import Plan


@dataclass(frozen=True, slots=True)
class Prise:
    """A decision and the meeting that took it; `decision` is None where only the meeting is known."""

    evenement: Evenement
    decision: Decision | None
    adresse: str


def decisions_by_object(mentions: Iterable[Mention], adresse: str) -> Mapping[str, tuple[Prise, ...]]:
    """The decisions on the record at `adresse`, by what they name: the record itself, or `adresse#ancre`.

    Within each, they stand in the order of the meetings, then of the minutes.
    """
    found: dict[str, list[Prise]] = {}
    for prise in in_order(_decided(mentions)):
        for objet in dict.fromkeys(prise.decision.objets if prise.decision else ()):
            if objet.partition("#")[0] == adresse:
                found.setdefault(objet, []).append(prise)
    return {objet: tuple(prises) for objet, prises in found.items()}


def is_to_adopt(plan: Plan) -> bool:
    """Whether its record says that a plan is still to be adopted, whatever day it gives for that."""
    return plan.statut in ("projet", "a_adopter")


def is_adopted(plan: Plan) -> bool:
    """Whether its record says that a plan was adopted: by its state, else on a day, by a decision or a resolution."""
    told = plan.adoption is not None and bool(
        plan.adoption.date or plan.adoption.decision or plan.adoption.resolution
    )
    return plan.statut in ("adopte", "en_vigueur") or (told and not is_to_adopt(plan))


def in_order(prises: Iterable[Prise]) -> tuple[Prise, ...]:
    """Each decision once, in the order of the meetings."""
    known = {prise.adresse: prise for prise in prises}
    events = in_time(prise.evenement for prise in known.values())
    ranks = {event.id: rank for rank, event in enumerate(events)}
    return tuple(sorted(known.values(), key=lambda prise: ranks[prise.evenement.id]))


def _decided(mentions: Iterable[Mention]) -> Iterable[Prise]:
    for mention in mentions:
        if isinstance(mention.fiche, Evenement) and isinstance(mention.forme, Decision):
            yield Prise(mention.fiche, mention.forme, mention.adresse)
