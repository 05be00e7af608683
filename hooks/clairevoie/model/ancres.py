"""Local addresses: which elements of a record have an anchor, and what it is (`action-1-2-1`)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from clairevoie.model.actions import Action, Objectif, ObjectifSpecifique, Volet
from clairevoie.model.argent import Budget
from clairevoie.model.base import Forme
from clairevoie.model.decisions import Decision
from clairevoie.model.enonces import Enonce
from clairevoie.model.fiche import Fiche
from clairevoie.model.parcours import Chemin, formes

# A sentence takes its prefix from the list it stands in.
_ENONCES = {
    "constats": "constat",
    "effets": "effet",
    "fiertes": "fierte",
    "finalites": "finalite",
    "impacts_observes": "impact",
    "mandats": "mandat",
    "moyens": "moyen",
    "objectifs": "objectif",
    "principes": "principe",
    "productions": "production",
    "questions_ouvertes": "question",
    "recommandations": "recommandation",
    "sous_actions": "precision",
    "taches": "tache",
}
_ACTIONS = {"etape": "etape"}
_OTHERS: dict[type[Forme], str] = {Volet: "volet", Decision: "decision", Budget: "budget"}
_ADDRESSABLE: tuple[type[Forme], ...] = (Action, ObjectifSpecifique, Enonce, *_OTHERS)


@dataclass(frozen=True, slots=True)
class Element:
    """One addressable element; `ancre` is None when neither `numero` nor `id` was typed."""

    ancre: str | None
    chemin: Chemin
    forme: Forme


@lru_cache(maxsize=4096)
def slug_of_number(numero: str) -> str:
    """`1.2.1` → `1-2-1`; `1 a)` → `1-a`."""
    return re.sub(r"[^a-z0-9]+", "-", numero.lower()).strip("-")


def _prefix(forme: Forme, chemin: Chemin) -> str | None:
    """The word before the number, or None for what has no address."""
    if isinstance(forme, Action):
        return _ACTIONS.get(forme.genre, "action")
    if isinstance(forme, (ObjectifSpecifique, Enonce)):
        field = next((part for part in reversed(chemin) if isinstance(part, str)), "")
        if isinstance(forme, Enonce):
            return _ENONCES.get(field, "enonce")
        return "os" if field == "objectifs_specifiques" else "objectif"
    return next((word for kind, word in _OTHERS.items() if isinstance(forme, kind)), None)


def elements(fiche: Fiche) -> Iterator[Element]:
    """The addressable elements of a record, in the order of the file.

    An activity is numbered inside its objective, so it carries the objective's anchor before its own.
    """
    parents: dict[Chemin, str] = {}
    for chemin, forme in formes(fiche, kinds=_ADDRESSABLE):
        prefix = _prefix(forme, chemin)
        if prefix is None:
            continue
        ancre = _anchor(forme, prefix, parents.get(chemin[:-2]))
        if isinstance(forme, ObjectifSpecifique) and ancre:
            parents[chemin] = ancre
        yield Element(ancre, chemin, forme)


def _anchor(forme: Forme, prefix: str, objective: str | None) -> str | None:
    """The id typed, else the anchor that the number gives."""
    said = vars(forme)  # a form without the field would look for it far away
    if typed := said.get("id"):
        return str(typed)
    numero = said.get("numero")
    if not numero:
        return None
    slug = slug_of_number(numero)
    if isinstance(forme, Action) and forme.genre == "activite" and objective:
        return f"{objective}-activite-{slug}"
    return f"{prefix}-{slug}"


def must_have_anchor(forme: Forme) -> bool:
    """Whether people must be able to link to this element (a bare sentence need not have an address)."""
    return isinstance(forme, (Action, Objectif, ObjectifSpecifique, Decision))
