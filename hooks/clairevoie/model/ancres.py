"""Local addresses: which elements of a record have an anchor, and what it is (`action-1-2-1`)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from clairevoie.model.actions import Action, Objectif, ObjectifSpecifique, SousAction, Volet
from clairevoie.model.appels import Appel
from clairevoie.model.argent import Budget
from clairevoie.model.base import Forme
from clairevoie.model.decisions import Decision
from clairevoie.model.enonces import ENONCES, Enonce
from clairevoie.model.fiche import Fiche
from clairevoie.model.folding import slug
from clairevoie.model.ordre_du_jour import PointOrdreDuJour
from clairevoie.model.parcours import Chemin, formes

_ACTIONS = {"etape": "etape"}
_OTHERS: dict[type[Forme], str] = {
    Volet: "volet",
    Decision: "decision",
    Budget: "budget",
    Appel: "appel",
    PointOrdreDuJour: "point",
}
# The fields in which objectives stand one inside another.
_NIVEAUX = ("objectifs", "objectifs_specifiques")
# The kinds of form that may have an address of their own.
ADDRESSABLE: tuple[type[Forme], ...] = (Action, ObjectifSpecifique, Enonce, *_OTHERS)


@dataclass(frozen=True, slots=True)
class Element:
    """One addressable element; `ancre` is None when neither `numero` nor `id` was typed.

    `aliases` are the anchors that it had on other days, where they still lead to it alone; `niveau` the word of the
    source for the level of an objective, where the record gives it.
    """

    ancre: str | None
    chemin: Chemin
    forme: Forme
    aliases: tuple[str, ...] = ()
    niveau: str | None = None


@lru_cache(maxsize=4096)
def slug_of_number(numero: str) -> str:
    """`1.2.1` → `1-2-1`; `1 a)` → `1-a`."""
    return re.sub(r"[^a-z0-9]+", "-", numero.lower()).strip("-")


def _prefix(forme: Forme, chemin: Chemin) -> str | None:
    """The word before the number, or None for what has no address."""
    if isinstance(forme, Action):
        return _ACTIONS.get(forme.genre, "action")
    if isinstance(forme, Enonce):
        return ENONCES[list_of(chemin)].prefixe
    if isinstance(forme, ObjectifSpecifique):
        return _objective(chemin)
    return next((word for kind, word in _OTHERS.items() if isinstance(forme, kind)), None)


def _objective(chemin: Chemin) -> str:
    """The word before the number of an objective, where the record gives no word to its level."""
    return "os" if list_of(chemin) == "objectifs_specifiques" else "objectif"


# How many levels of objectives a page has headings for.
MOST_LEVELS = 4


def level_of(chemin: Chemin) -> int:
    """On which level an objective stands, from 1; 0 for what is in no objective."""
    return sum(part in _NIVEAUX for part in chemin)


def list_of(chemin: Chemin) -> str:
    """The field in which an element stands."""
    return next(part for part in reversed(chemin) if isinstance(part, str))


def elements(fiche: Fiche) -> Sequence[Element]:
    """The addressable elements of a record, in the order of the file; each anchor of other days has one place."""
    found = list(_elements(fiche))
    numbered = [(rank, old) for rank, element in enumerate(found) if (old := _old_anchor(element))]
    if not numbered and not fiche.anciennes_ancres:
        return found
    ranks = {element.ancre: rank for rank, element in reversed(list(enumerate(found)))}
    moved = [(ranks[now], old) for old, now in moved_anchors(fiche).items() if now in ranks]
    taken = set(ranks)
    for rank, old in (*moved, *numbered):
        if old not in taken:
            taken.add(old)
            found[rank] = replace(found[rank], aliases=(*found[rank].aliases, old))
    return found


def moved_anchors(fiche: Fiche) -> Mapping[str, str]:
    """Where each anchor of other days leads now: an anchor of the record, or an address elsewhere.

    An anchor that moved several times leads to the last place at once; one that comes back to itself leads nowhere.
    """
    steps = {moved.ancienne: moved.nouvelle for moved in fiche.anciennes_ancres}
    found = {}
    for old in steps:
        met, now = {old}, own_anchor(fiche, steps[old])
        while now in steps and now not in met:
            met.add(now)
            now = own_anchor(fiche, steps[now])
        if now not in met:
            found[old] = now
    return found


def own_anchor(fiche: Fiche, typed: str) -> str:
    """`plans/un-plan#action-1`, typed in that plan, is `action-1`; what leads elsewhere stays as it is."""
    path, diese, ancre = typed.partition("#")
    return ancre if diese and path in ("", fiche.adresse) else typed


def by_anchor(found: Sequence[Element]) -> dict[str, Element]:
    """Elements by the anchors that lead to them, those of other days included; the first of two alike wins."""
    aliases = {alias: element for element in found for alias in element.aliases}
    return aliases | {element.ancre: element for element in reversed(found) if element.ancre}


def element_text(forme: Forme) -> str:
    """The words of an element: its text, or its title."""
    if isinstance(forme, Appel):
        return forme.titre
    said = vars(forme)
    return said.get("texte") or said.get("titre") or ""


def _old_anchor(element: Element) -> str | None:
    """The anchor that the number of an element gave on other days, when it gave another one."""
    forme = element.forme
    if not isinstance(forme, (Enonce, ObjectifSpecifique)) or forme.id or not forme.numero:
        return None
    if isinstance(forme, Enonce):
        name = ENONCES[list_of(element.chemin)]
        avant = name.prefixe if isinstance(forme, SousAction) else name.avant
    else:
        avant = _objective(element.chemin) if element.niveau else None
    ancre = f"{avant}-{slug_of_number(forme.numero)}" if avant else None
    return ancre if ancre != element.ancre else None


def _elements(fiche: Fiche) -> Iterator[Element]:
    """The same, without the anchors of other days.

    An activity is numbered inside its objective, so it carries the objective's anchor before its own; a part of an
    action carries the number of the action.
    """
    parents: dict[Chemin, str] = {}
    niveaux: tuple[str, ...] = vars(fiche).get("niveaux", ())
    for chemin, forme in formes(fiche, kinds=ADDRESSABLE):
        prefix = _prefix(forme, chemin)
        if prefix is None:
            continue
        niveau = _level_word(niveaux, chemin) if isinstance(forme, ObjectifSpecifique) else None
        ancre = _anchor(forme, (slug(niveau) if niveau else "") or prefix, parents.get(chemin[:-2]))
        if isinstance(forme, ObjectifSpecifique) and ancre:
            parents[chemin] = ancre
        elif isinstance(forme, Action) and ancre:
            parents[chemin] = slug_of_number(forme.numero or "") or ancre
        yield Element(ancre, chemin, forme, niveau=niveau)


def _level_word(niveaux: Sequence[str], chemin: Chemin) -> str | None:
    """The word of the source for the level of an objective, if the record gives one."""
    rank = level_of(chemin) - 1
    return niveaux[rank] if rank < len(niveaux) else None


def _anchor(forme: Forme, prefix: str, within: str | None) -> str | None:
    """The id typed, else the anchor that the number gives: of a decision, its own or that of its resolution.

    `within` is what the anchor says of the objective or of the action that holds the element.
    """
    said = vars(forme)  # a form without the field would look for it far away
    if typed := said.get("id"):
        return str(typed)
    numero = said.get("numero")
    if not numero:
        resolution = said.get("resolution")
        return f"resolution-{slug_of_number(resolution)}" if resolution else None
    slug = slug_of_number(numero)
    if isinstance(forme, Action) and forme.genre == "activite" and within:
        return f"{within}-activite-{slug}"
    if isinstance(forme, SousAction) and within and not f"{slug}-".startswith(f"{within}-"):
        return f"{prefix}-{within}-{slug}"
    return f"{prefix}-{slug}"


def must_have_anchor(forme: Forme) -> bool:
    """Whether people must be able to link to this element (a bare sentence need not have an address)."""
    if isinstance(forme, SousAction):
        return forme.est_conduite
    return isinstance(forme, (Action, Objectif, ObjectifSpecifique, Decision))
