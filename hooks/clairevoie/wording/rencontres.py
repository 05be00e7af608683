"""A meeting in words: its day, its hours, who was there, how a vote went, the rule a day was worked out from."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from clairevoie.derive.heures import hours
from clairevoie.derive.rencontres import Fois
from clairevoie.derive.rencontres_inscrites import RencontresInscrites
from clairevoie.model.decisions import Vote
from clairevoie.model.evenements import Evenement
from clairevoie.model.phrases import say_date
from clairevoie.model.phrases.lexicon import JOURS
from clairevoie.model.presences import Presences, Quorum
from clairevoie.model.quand import hour
from clairevoie.wording.plurals import several
from clairevoie.wording.typography import number


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


_RECORDED = "rencontre inscrite"
COMPUTED = "calculée, à confirmer"


def rule_words(fois: Fois) -> str | None:
    """« d'après la règle « premier mardi du mois »; calculée, à confirmer »; None for a recorded meeting."""
    return f"d'après la règle « {fois.frequence.texte} »; {COMPUTED}" if fois.frequence else None


def recorded_words(found: RencontresInscrites) -> str:
    """« en 2026 : 3 rencontres inscrites sur 4 à 6 prévues »; « 3 rencontres inscrites » where none is foreseen."""
    if not found.prevues:
        return several(found.nombre, _RECORDED)
    low, high = found.min, found.max
    most = high if high is not None else low or 0
    if low is None or high is None:
        said = f"{'au plus' if low is None else 'au moins'} {most}"
    elif low == high:
        said = f"{low}"
    else:
        said = f"{low} {'ou' if high == low + 1 else 'à'} {high}"
    told = f"en {found.annee} : {several(found.dans_l_annee, _RECORDED)} sur {said} prévue{'s' if most > 1 else ''}"
    return (
        told if found.nombre == found.dans_l_annee else f"{told}; {several(found.nombre, _RECORDED)} en tout"
    )


# What is counted of those who were expected, in the order in which it is said.
_COUNTS = (
    ("presents", "présente"),
    ("representes", "représentée"),
    ("excuses", "excusée"),
    ("absents", "absente"),
    ("invites", "invitée"),
)
_VOICES = (("pour", "pour"), ("contre", "contre"))


def attendance(presences: Presences) -> str:
    """« 12 personnes présentes, 2 représentées, 1 excusée »; empty when nobody counted."""
    counted = ", ".join(_counts(presences))
    if presences.en_ligne is None:
        return counted
    far = f"{number(presences.en_ligne)} en ligne"
    return f"{counted} ({far})" if counted else far


def quorum_words(quorum: Quorum) -> str:
    """« Quorum : 8 (« la moitié plus un »), atteint selon la source »."""
    said = number(quorum.nombre) if quorum.nombre is not None else ""
    if quorum.texte:
        said = f"{said} (« {quorum.texte} »)" if said else f"« {quorum.texte} »"
    if quorum.atteint is None:
        return f"Quorum : {said}"
    told = "atteint selon la source" if quorum.atteint else "pas atteint selon la source"
    return f"Quorum : {said}, {told}" if said else f"Quorum {told}"


def vote_words(vote: Vote) -> str:
    """« à l'unanimité », « 12 pour, 3 contre, 1 abstention »."""
    counted = ", ".join(_voices(vote))
    if not vote.unanimite:
        return counted or ("sans unanimité" if vote.unanimite is False else "")
    return f"à l'unanimité ({counted})" if counted else "à l'unanimité"


def people(nombre: Decimal) -> str:
    """« 1 personne », « 12 personnes »."""
    return f"{number(nombre)}\u00a0{_agreed('personne', nombre)}"


def _counts(presences: Presences) -> Iterator[str]:
    noun = True
    for champ, word in _COUNTS:
        nombre = getattr(presences, champ)
        if nombre is not None:
            many = number(nombre) if nombre else "aucune"
            yield f"{many} {_agreed('personne', nombre) + ' ' if noun else ''}{_agreed(word, nombre)}"
            noun = False


def _voices(vote: Vote) -> Iterator[str]:
    for champ, word in _VOICES:
        nombre = getattr(vote, champ)
        if nombre is not None:
            yield f"{number(nombre)} {word}"
    if vote.abstentions is not None:
        yield f"{number(vote.abstentions)} {_agreed('abstention', vote.abstentions)}"


def _agreed(noun: str, nombre: Decimal) -> str:
    """A noun in the number that French asks for: 0 and 1 are singular."""
    return f"{noun}s" if nombre >= 2 else noun


def _between(start: str | None, end: str | None) -> str | None:
    """« 19 h », « de 9 h à 11 h 30 »."""
    if start is None:
        return None
    return f"de {hour(start)} à {hour(end)}" if end else hour(start)
