"""A meeting in words: its day, its hours, and the rule from which a day was worked out."""

from __future__ import annotations

from datetime import date

from clairevoie.derive.heures import hours
from clairevoie.derive.rencontres import Fois
from clairevoie.model.evenements import Evenement
from clairevoie.model.phrases import say_date
from clairevoie.model.phrases.lexicon import JOURS
from clairevoie.model.quand import hour


def long_day(jour: date) -> str:
    """« mardi 5 janvier 2027 »."""
    return f"{JOURS[jour.weekday()]} {say_date(jour.isoformat())}"


def schedule(evenement: Evenement) -> str | None:
    """« 19 h (2 heures, jusqu'à 21 h) »; None when the record adds no hour and no length to its date."""
    found = hours(evenement)
    last = None if found.calculee else found.fin
    start = evenement.heure or (_between(found.debut, last) if evenement.recurrence else None)
    if evenement.duree is None:
        return start
    end = f", jusqu'à {hour(found.fin)}" if found.fin and found.calculee else ""
    return f"{start} ({evenement.duree.texte}{end})" if start else f"durée : {evenement.duree.texte}{end}"


def time_of(fois: Fois) -> str | None:
    """The hours of one time, recorded or worked out."""
    if isinstance(fois.fiche, Evenement):
        return schedule(fois.fiche)
    lue = fois.frequence
    return _between(lue.heure, lue.heure_fin) if lue else None


COMPUTED = "calculée, à confirmer"


def rule_words(fois: Fois) -> str | None:
    """« d'après la règle « premier mardi du mois »; calculée, à confirmer »; None for a recorded meeting."""
    return f"d'après la règle « {fois.frequence.texte} »; {COMPUTED}" if fois.frequence else None


def _between(start: str | None, end: str | None) -> str | None:
    """« 19 h », « de 9 h à 11 h 30 »."""
    if start is None:
        return None
    return f"de {hour(start)} à {hour(end)}" if end else hour(start)
