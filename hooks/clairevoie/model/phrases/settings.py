"""What stands around a phrase and helps to read it: the years it may be in, the habits of the community."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class ReglagesDuTemps:
    """Habits of the community: first month of the fiscal year; first and last month of the school year."""

    exercice: int = 4
    scolaire: tuple[int, int] = (8, 6)


@dataclass(frozen=True, slots=True)
class Contexte:
    """What a day or a month without its year may be completed with.

    `annees` are the only years that it may be in; `entre`, when known, are the first and last days that it
    may be between (a plan from April 2026 to March 2027 leaves one year only to « 15 juin »).
    """

    annees: tuple[int, ...] = ()
    reglages: ReglagesDuTemps = ReglagesDuTemps()
    entre: tuple[date, date] | None = None


SANS_CONTEXTE = Contexte()
