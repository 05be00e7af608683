"""Order: names as a French reader files them, events as they happened, comités from the widest to the narrowest."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from clairevoie.model.comites import Comite
from clairevoie.model.enonces import Enonce
from clairevoie.model.evenements import Evenement
from clairevoie.model.folding import capital_of, fold
from clairevoie.model.listes import TypeComite, values_of
from clairevoie.model.phrases import bounds

_UNKNOWN = (date.max, date.max)
_ARTICLES = re.compile(r"^(?:(?:le|la|les|l|un|une|des) )(?=\w)")
_TYPES = ("assemblee", *(value for value in values_of(TypeComite) if value != "assemblee"))


def alphabetical(nom: str) -> str:
    """The key under which a name is filed: an article at its head does not count."""
    folded = fold(nom)
    return _ARTICLES.sub("", folded) or folded


def initial(nom: str) -> str:
    """The letter under which a name is filed, after Z when it is of another script; « 0–9 » for a number."""
    letter = capital_of(alphabetical(nom)[:1])
    return letter if letter.isalpha() else "0–9"


def when(evenement: Evenement) -> tuple[date, date]:
    """Sort bounds of an event (the site's convention, never shown); an event without a date comes last."""
    values = [lue.edtf for lue in evenement.date.lues if lue.edtf] if evenement.date else []
    if not values:
        return _UNKNOWN
    return min(bounds(edtf)[0] for edtf in values), max(bounds(edtf)[1] for edtf in values)


def in_time(evenements: Iterable[Evenement]) -> tuple[Evenement, ...]:
    """Events in the order of time; what has no date comes right after the event it follows."""
    known = {e.id: e for e in evenements}

    def key(e: Evenement) -> tuple[tuple[date, date], str, int, str]:
        leader = known.get(e.suit) if e.date is None and e.suit else None
        return when(leader or e), (leader or e).id, 0 if leader is None else 1, e.id

    return tuple(sorted(known.values(), key=key))


def by_rank(comites: Iterable[Comite]) -> tuple[Comite, ...]:
    """Comités in the order of their kinds: an assembly, then those that orient, then those that work."""
    return tuple(sorted(comites, key=lambda c: (_TYPES.index(c.type), alphabetical(c.intitule), c.id)))


ZONES = ("eleve", "moyen", "faible")


def is_source_reversed(effets: Iterable[Enonce]) -> bool:
    """Whether the source goes from the farthest zone of control to the nearest, against the way of the chain."""
    zones = tuple(dict.fromkeys(effet.zone_controle for effet in effets if effet.zone_controle))
    return len(zones) > 1 and zones == tuple(zone for zone in reversed(ZONES) if zone in zones)
