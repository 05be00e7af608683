"""How far the actions of a record are, in words and numbers that people stated; never a share of anything."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from clairevoie.derive.suivi import actions, by_state, grouped, is_followed, last_told, parts
from clairevoie.model.actions import Action, SousAction
from clairevoie.model.fiche import Fiche
from clairevoie.model.mots import mot
from clairevoie.model.phrases import ReadDeadline
from clairevoie.pages.site import Site
from clairevoie.wording.plurals import several
from clairevoie.wording.typography import number, shortened

# One action, several actions, in each state.
_STATES = {
    "propose": ("proposée", "proposées"),
    "a_discuter": ("à discuter", "à discuter"),
    "prevu": ("prévue", "prévues"),
    "en_cours": ("en cours", "en cours"),
    "partiellement_realise": ("partiellement réalisée", "partiellement réalisées"),
    "realise": ("réalisée", "réalisées"),
    "reporte": ("reportée", "reportées"),
    "en_pause": ("en pause", "en pause"),
    "bloque": ("bloquée", "bloquées"),
    "abandonne": ("abandonnée", "abandonnées"),
    "non_retenu": ("non retenue", "non retenues"),
    "continu": ("en continu", "en continu"),
    "en_retard": ("en retard, selon la source", "en retard, selon la source"),
}
_UNKNOWN = "non_precise"
_LENGTH = 40


@dataclass(frozen=True, slots=True)
class Etat:
    """How many actions are in a state, and which: anchors and words. Those of unknown state are not listed."""

    valeur: str
    nombre: int
    actions: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Avancement:
    """`phrase` says the numbers in words, `parties` those of the parts of actions, which are no actions; `nouvelle` is
    the day of the latest follow-up, None without any."""

    phrase: str
    parties: str
    nouvelle: ReadDeadline | None
    etats: tuple[Etat, ...]


def progress(site: Site, fiche: Fiche) -> Avancement | None:
    """The progress of the actions of a record; None when nothing is known of any, which a banner says."""
    all_actions, all_parts = actions(fiche), parts(fiche)
    if not (is_followed(all_actions) or is_followed(all_parts)):
        return None
    followed: list[Action | SousAction] = [*all_actions, *all_parts]
    groups = grouped(all_actions)
    names = _names(site, fiche)
    return Avancement(
        phrase=_sentence(_noun(all_actions), by_state(all_actions)),
        parties=_parts(all_parts),
        nouvelle=last_told(entry for one in followed for entry in one.suivi),
        etats=tuple(_state(value, found, names) for value, found in groups.items()),
    )


def told(found: Sequence[Action]) -> str:
    """« 12 actions : 3 réalisées; 9 dont l'état n'est pas publié », « 40 actions : aucun suivi publié »."""
    noun = _noun(found)
    if not is_followed(found):
        return f"{several(len(found), noun)} : aucun suivi publié" if found else "Aucune action inscrite"
    return _sentence(noun, by_state(found))


def _parts(found: tuple[SousAction, ...]) -> str:
    """« 3 sous-actions, comptées à part : 1 réalisée, 2 prévues »; nothing when nobody says how far any of them is."""
    if not is_followed(found):
        return ""
    noun = "sous-action, comptée à part" if len(found) == 1 else "sous-actions, comptées à part"
    return _told(
        f"{number(len(found))} {noun}", {value: len(those) for value, those in grouped(found).items()}
    )


def _sentence(noun: str, counts: Mapping[str, int]) -> str:
    """« 12 actions : 3 réalisées, 1 reportée; 8 dont l'état n'est pas publié »."""
    total = sum(counts.values())
    return _told(f"{number(total)} {noun}{'s' if total > 1 else ''}", counts)


def _told(head: str, counts: Mapping[str, int]) -> str:
    """« 12 actions : 3 réalisées, 1 reportée »."""
    unknown = counts.get(_UNKNOWN, 0)
    known = ", ".join(
        f"{number(n)} {_STATES[value][n > 1]}" for value, n in counts.items() if value != _UNKNOWN
    )
    said = [known, f"{number(unknown)} dont l'état n'est pas publié" if unknown else ""]
    return f"{head} : {'; '.join(part for part in said if part)}"


def _noun(found: Sequence[Action]) -> str:
    """« étape » when all of them are, else « action »."""
    kinds = {action.genre for action in found}
    return mot(kinds.pop()) if kinds in ({"etape"}, {"activite"}) else "action"


def _state(value: str, found: tuple[Action, ...], names: Mapping[int, tuple[str, str]]) -> Etat:
    told = found if value != _UNKNOWN else ()
    return Etat(value, len(found), tuple(names[id(action)] for action in told if id(action) in names))


def _names(site: Site, fiche: Fiche) -> Mapping[int, tuple[str, str]]:
    """The anchor and the short name of each action."""
    found = ((ancre, element.forme) for ancre, element in site.elements(fiche).items())
    return {id(forme): (ancre, _name(forme)) for ancre, forme in found if isinstance(forme, Action)}


def _name(action: Action) -> str:
    """Its number, when it is unique in the record; else its first words."""
    if action.numero and action.genre not in ("activite", "etape"):
        return action.numero
    return shortened(action.texte, _LENGTH) if action.texte else f"{mot(action.genre)} {action.numero or ''}"
