"""How things are called: records by their public name, their elements by their kind and number."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from clairevoie.derive.ordre import alphabetical
from clairevoie.model import COLLECTIONS
from clairevoie.model.actions import Action, ObjectifSpecifique, SousAction, Volet
from clairevoie.model.ancres import Element, element_text, list_of
from clairevoie.model.appels import Appel
from clairevoie.model.argent import Budget
from clairevoie.model.base import Forme
from clairevoie.model.decisions import Decision
from clairevoie.model.enonces import ENONCES, Enonce
from clairevoie.model.fiche import Fiche
from clairevoie.model.mots import mot
from clairevoie.model.ordre_du_jour import PointOrdreDuJour
from clairevoie.wording.typography import headline, shortened, uncapitalised

# The word for a form.
_FORMES: dict[type[Forme], str] = {
    Volet: "volet",
    Decision: "décision",
    Budget: "budget",
    Appel: "appel à projets",
    PointOrdreDuJour: "point",
}
_VAGUE = ("autre", "non_precise")
# An anchor made of a kind and a number, and the kinds that an anchor writes without their accents.
_NUMBERED = re.compile(r"([a-z]+(?:-[a-z]{2,})*)-(\d[0-9a-z-]*)")
_KINDS = {
    "activite": "activité",
    "decision": "décision",
    "etape": "étape",
    "os": "objectif",
    "resolution": "résolution",
}


def public_name(fiche: Fiche) -> str:
    """The name that people read: with its number, for the first of several surveys."""
    numero = vars(fiche).get("numero")
    return f"{fiche.intitule} {numero}" if numero else fiche.intitule


def short_name(fiche: Fiche) -> str:
    """The name for menus and tables."""
    return fiche.nom_court or public_name(fiche)


def title(fiche: Fiche) -> str:
    """The public name at the head of a page or of a line."""
    return headline(public_name(fiche))


def kind_of(fiche: Fiche) -> str:
    """« Comité de coordination », « Plan d’action », « Organisme »: what a record is, as precisely as it says."""
    return headline(common_noun(fiche))


def common_noun(fiche: Fiche) -> str:
    """The same inside a sentence: « comité de coordination »."""
    collection = COLLECTIONS[fiche.collection]
    value = getattr(fiche, collection.genre) if collection.genre else None
    return mot(value) if value and value not in _VAGUE else collection.singulier


def element_kind(element: Element) -> str:
    """« action », « étape », « objectif », « effet »…"""
    forme = element.forme
    if isinstance(forme, Action):
        return mot(forme.genre)
    if isinstance(forme, SousAction) and forme.est_conduite:
        return "sous-action"
    if isinstance(forme, ObjectifSpecifique):
        return uncapitalised(element.niveau) if element.niveau else "objectif"
    if isinstance(forme, Decision):
        return _decision_kind(forme)
    return ENONCES[list_of(element.chemin)].nom if isinstance(forme, Enonce) else _FORMES[type(forme)]


def element_name(element: Element, length: int = 60) -> str:
    """« action 1.2.1 »; without a number, the first words: « étape « Embauche d'un agent… » »."""
    numero, texte = element_number(element.forme), element_text(element.forme)
    if numero or not texte:
        return f"{element_kind(element)} {numero}".strip()
    return f"{element_kind(element)} « {shortened(texte, length)} »"


def decision_name(decision: Decision) -> str:
    """« Décision 3 », « Résolution CC-2026-03-12 », « Décision »."""
    return headline(f"{_decision_kind(decision)} {element_number(decision)}".strip())


def _decision_kind(decision: Decision) -> str:
    """Minutes that number nothing but their resolutions call them so."""
    return "résolution" if decision.resolution and not decision.numero else _FORMES[Decision]


def element_number(forme: Forme) -> str:
    """The number by which people name an element: its own, else that of the resolution; empty when it has none."""
    said = vars(forme)
    return said.get("numero") or said.get("resolution") or ""


def called(forme: Forme, length: int = 50) -> str:
    """« 1.2.1 »; « 1, « Trouver une salle » », since each objective may have its 1; or its first words alone."""
    numero, texte = element_number(forme), element_text(forme)
    words = f"« {shortened(texte, length)} »"
    return ", ".join(filter(None, (numero, "" if "." in numero or not texte else words)))


def anchor_words(ancre: str) -> str:
    """« Action 1.2.1 » for `action-1-2-1`, when nothing but its anchor is known of an element."""
    known = _NUMBERED.fullmatch(ancre)
    if not known:
        return f"#{ancre}"
    kind = _KINDS.get(known[1], known[1].replace("-", " "))
    return headline(f"{kind} {known[2].replace('-', '.')}")


def sorted_by_name(fiches: Iterable[Any]) -> list[Any]:
    """Records in the order of their public names."""
    return sorted(fiches, key=lambda fiche: (alphabetical(public_name(fiche)), fiche.id))
