"""Seats in words: how many of each kind, and from when to when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from clairevoie.model import quand
from clairevoie.model.gens import Membre, Tenue, appartenance

# What is counted, in this order: one in words, then one and several.
_COUNTED: dict[str, tuple[str, str, str]] = {
    "membre": ("un", "membre", "membres"),
    "sans_droit_de_vote": ("un", "siège sans droit de vote", "sièges sans droit de vote"),
    "observateur": ("un", "observateur", "observateurs"),
    "coordination": ("une", "coordination", "coordinations"),
    "employe": ("une", "personne employée", "personnes employées"),
    "soutien": ("un", "soutien", "soutiens"),
    "potentiel": ("un", "membre potentiel", "membres potentiels"),
    "pressenti": ("un", "membre pressenti", "membres pressentis"),
    "a_confirmer": ("un", "siège à confirmer", "sièges à confirmer"),
    "vacant": ("un", "siège vacant", "sièges vacants"),
    "implique_hors_comite": ("un", "impliqué hors du comité", "impliqués hors du comité"),
}


def counted(membres: Iterable[Membre]) -> str:
    """« 7 membres et une coordination », « 4 membres potentiels »."""
    numbers = Counter(map(_kind, membres))
    found = [key for key in _COUNTED if key in numbers]
    said = [_number(key, numbers[key], is_first=key == found[0]) for key in found]
    return " et ".join((", ".join(said[:-1]), said[-1])) if len(said) > 1 else "".join(said)


def quality(membre: Membre) -> str:
    """« membre », « membre pressenti »."""
    return _COUNTED[membre.qualite][1]


def period(membre: Membre, tenue: Tenue) -> str:
    """« depuis mars 2024 », « jusqu'au 30 juin 2025 », « de 2019 à 2022 »; empty when the source gives no date."""
    debut, fin = membre.debut, membre.fin
    if tenue == "ancien" and debut and debut.edtf and fin and fin.edtf and debut.edtf != fin.edtf:
        return quand.moment(f"{quand.opening(debut.edtf)}/{quand.closing(fin.edtf)}")
    started = debut and (quand.since(debut) if tenue == "actuel" else quand.starting(debut))
    ended = quand.until(fin) if fin else "jusqu'à une date inconnue" if tenue == "ancien" else ""
    return ", ".join(part for part in (started, ended) if part)


def _kind(membre: Membre) -> str:
    """What a seat is counted as: its quality, or its role when that makes no member of who holds it."""
    if membre.qualite != "membre":
        return membre.qualite
    return "membre" if appartenance(membre) == "membre" else membre.role


def _number(key: str, n: int, *, is_first: bool) -> str:
    """A figure; « un » or « une » for one seat named after others."""
    one, singular, plural = _COUNTED[key]
    if n > 1:
        return f"{n} {plural}"
    return f"1 {singular}" if is_first else f"{one} {singular}"
