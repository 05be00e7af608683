"""Meetings on a given day: to come, past or held; the next times of one that comes back.

Goes in: events, comités, and the day that stands for today. Comes out: what may be said of them. A date alone never
says that people met, and a day worked out from a rule is never told as a recorded one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice

from clairevoie.derive.fraicheur import may_have_changed
from clairevoie.derive.ordre import alphabetical
from clairevoie.derive.recurrence import Recurrence, occurrences, period, rule_of
from clairevoie.model.comites import Comite
from clairevoie.model.evenements import Evenement
from clairevoie.model.folding import fold
from clairevoie.model.listes import EtatEvenement
from clairevoie.model.phrases import ReadFrequency
from clairevoie.model.rencontres import RASSEMBLEMENTS, limits, moment, spans

# How many times of what comes back are worked out.
_TIMES = 3
_OVER = frozenset({"passee", "tenue", "terminee", "annulee"})


@dataclass(frozen=True, slots=True)
class Fois:
    """One time that people meet: recorded in an event, or worked out (`jour`) from the rule of an event or comité."""

    fiche: Evenement | Comite
    jour: date | None = None
    frequence: ReadFrequency | None = None

    @property
    def debut(self) -> date:
        """Its first day, or its limit when it has no other; the last day of the calendar when nobody gave any."""
        if self.jour or isinstance(self.fiche, Comite):
            return self.jour or date.max
        known = spans(self.fiche)
        return min((first if first > date.min else last for first, last in known), default=date.max)

    @property
    def reunis(self) -> tuple[str, ...]:
        """The ids of the comités that meet."""
        return _hosts(self.fiche)


def state_on(evenement: Evenement, on: date, *, has_minutes: bool) -> EtatEvenement:
    """What an event is on that day: held when its state, a decision, minutes or who was there say so.

    Its date alone never does.
    """
    now = moment(evenement, on)
    if evenement.statut == "annulee" or now == "a_venir":
        return now if now and evenement.statut != "annulee" else "annulee"
    gathers = evenement.type in RASSEMBLEMENTS
    is_told = evenement.recurrence is None and (evenement.decisions or evenement.presences or has_minutes)
    if evenement.statut == "terminee" or is_told:
        return "tenue" if gathers else "terminee"
    if now == "passee":
        return "passee" if gathers else "non_precise"
    return evenement.statut


def is_undated(evenement: Evenement, state: str | None) -> bool:
    """Whether a gathering may be to come, on a day that nobody gave or that nothing reads."""
    if evenement.publication == "archive" or evenement.type not in RASSEMBLEMENTS or state in _OVER:
        return False
    return not spans(evenement) and not (evenement.recurrence and _rule(evenement))


def is_to_come(evenement: Evenement, on: date, state: str | None) -> bool:
    """Whether a recorded event has a day that is not over, or is said to be to come."""
    if state in _OVER or evenement.publication == "archive" or evenement.recurrence is not None:
        return False
    known = spans(evenement)
    return max(last for _, last in known) >= on if known else state == "a_venir"


def times(fiche: Evenement | Comite, recorded: Iterable[Evenement], on: date) -> Iterator[Fois]:
    """The next three times of what comes back, less those whose place a recorded event takes."""
    told = _rule(fiche)
    if told is None or _is_over(fiche, on):
        return
    frequence, regle = told
    opening, closing = limits(fiche, frequence)
    known = tuple(recorded)
    for day in islice(occurrences(regle, on, debut=opening, fin=closing), _TIMES):
        if not any(_takes_the_place(one, fiche, regle, day) for one in known):
            yield Fois(fiche, day, frequence)


def replaced(fiche: Evenement | Comite, recorded: Iterable[Evenement]) -> Iterator[date]:
    """The days of what comes back on which a recorded event takes its place."""
    told = _rule(fiche)
    if told is None:
        return
    frequence, regle = told
    opening, closing = limits(fiche, frequence)
    for one in recorded:
        for start, _ in spans(one):
            is_one_of = isinstance(fiche, Evenement) and one.serie == fiche.id
            first, last = period(regle, start) if is_one_of else (start, start)
            for day in occurrences(regle, first, debut=opening, fin=min(last, closing or last)):
                if _takes_the_place(one, fiche, regle, day):
                    yield day


def in_order(fois: Iterable[Fois]) -> tuple[Fois, ...]:
    """The nearest first; what nobody dated comes last."""
    return tuple(sorted(fois, key=lambda one: (one.debut, alphabetical(one.fiche.intitule), one.fiche.id)))


def meets_by_rule(comite: Comite) -> ReadFrequency | None:
    """How often a comité meets, when its frequency says on what day."""
    meetings = (one.lue for one in comite.frequence if fold(one.objet or "rencontres") == "rencontres")
    return next((lue for lue in meetings if rule_of(lue)), None)


def _rule(fiche: Evenement | Comite) -> tuple[ReadFrequency, Recurrence] | None:
    lue = fiche.recurrence if isinstance(fiche, Evenement) else meets_by_rule(fiche)
    regle = rule_of(lue) if lue else None
    return (lue, regle) if lue and regle else None


def _is_over(fiche: Evenement | Comite, on: date) -> bool:
    """Whether nobody may count on it any more; the frequency that a comité had years ago is no announcement."""
    if fiche.publication == "archive" or fiche.statut in ("annulee", "terminee", "dissous", "en_veille"):
        return True
    return isinstance(fiche, Comite) and fiche.etat_au is not None and may_have_changed(fiche, on)


def _takes_the_place(evenement: Evenement, fiche: Evenement | Comite, regle: Recurrence, day: date) -> bool:
    """Whether a recorded event is that time of the rule.

    It is the same day with the same people; or, when the event says that it is a time of it, the same week, month
    or quarter.
    """
    if evenement.recurrence is not None:
        return False
    known = spans(evenement)
    if isinstance(fiche, Evenement) and evenement.serie == fiche.id:
        first, last = period(regle, day)
        return any(start <= last and end >= first for start, end in known)
    return (day, day) in known and not set(evenement.reunis).isdisjoint(_hosts(fiche))


def _hosts(fiche: Evenement | Comite) -> tuple[str, ...]:
    return fiche.reunis if isinstance(fiche, Evenement) else (fiche.id,)
