"""Time drawn to scale: where each reading stands on an axis of years, and by which mark.

Goes in: readings of the words of the source. Comes out: reperes in hundredths of the width, which the component
`frise` draws. What has no date is on no axis: its mark stands beside its words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from clairevoie.derive.jalons import DUREE, Jalon, days
from clairevoie.model.phrases import ReadDeadline

# The mark of each type of reading, in the order of the legend.
MARQUES = {
    "date": "jour",
    "mois": "mois",
    "saison": "saison",
    "annee": "annee",
    "intervalle": "intervalle",
    "continu": "continu",
    "frequence": "recurrent",
    "au_besoin": "recurrent",
    "conditionnel": "conditionnel",
    DUREE: "inconnu",
    "a_determiner": "inconnu",
    "texte": "inconnu",
}
INCONNU = "inconnu"
# More years than this on the screen of a phone, and nothing can be told apart.
_YEARS = 30
# Under this width, in hundredths, a mark is drawn as its shape and no more to scale; a day always is.
_NARROW = {"jour": 100, "mois": 1.25, "saison": 4}
# Readings of one kind share a line of the drawing; intervals that overlap take others, up to this many.
_ORDER = ("intervalle", "annee", "saison", "mois", "jour")
_INTERVALS = 6
# How many years one label serves, by the number of years drawn.
_STEPS = ((8, 1), (16, 2), (_YEARS, 5))
# After this, in hundredths of the width, a label has no room left on a phone.
_LAST_LABEL = 88


@dataclass(frozen=True, slots=True)
class Repere:
    """One mark: from where to where in hundredths of the width, on which line.

    `avant` and `apres`: it goes on before or after what is drawn; `remplacee`: a follow-up put another in its
    place; `conditionnelle`: it depends on something.
    """

    marque: str
    debut: float
    fin: float
    avant: bool = False
    apres: bool = False
    remplacee: bool = False
    conditionnelle: bool = False
    ligne: int = 0

    @property
    def largeur(self) -> float:
        """Its width, in hundredths of that of the drawing."""
        return round(self.fin - self.debut, 2)

    @property
    def etroite(self) -> bool:
        """Whether, drawn to scale, it could not be told from the others on a phone."""
        return self.largeur < _NARROW.get(self.marque, 0)

    @property
    def milieu(self) -> float:
        """Where its middle is."""
        return round((self.debut + self.fin) / 2, 2)


@dataclass(frozen=True, slots=True)
class Echelle:
    """The years drawn, both included; `dehors` says whether something dated is out of them."""

    debut: int
    fin: int
    dehors: bool = False

    @property
    def annees(self) -> int:
        """How many years are drawn."""
        return self.fin - self.debut + 1

    @property
    def etiquettes(self) -> list[tuple[int, float]]:
        """The years that bear a label, and where each begins."""
        step = next(step for most, step in _STEPS if self.annees <= most)
        years = [year for year in range(self.debut, self.fin + 1) if step == 1 or year % step == 0]
        places = [(year, round((year - self.debut) * 100 / self.annees, 2)) for year in years]
        return [(year, place) for year, place in places if place <= _LAST_LABEL]

    def place(self, day: date) -> float:
        """Where a day begins, in hundredths of the width; below 0 or above 100 when it is not drawn."""
        start, end = date(day.year, 1, 1), date(day.year + 1, 1, 1)
        gone = (day - start).days / (end - start).days
        return (day.year - self.debut + gone) * 100 / self.annees

    def repere(self, lue: ReadDeadline, remplacee: bool = False) -> Repere:
        """The mark of a dated reading."""
        first, last = days(lue.edtf or "")
        start, end = self.place(first), self.place(last + timedelta(days=1))
        return Repere(
            marque=MARQUES[lue.type],
            debut=_within(start),
            fin=_within(end),
            avant=start < 0,
            apres=end > 100,
            remplacee=remplacee,
            conditionnelle=lue.depend_de is not None,
        )


def mark(lue: ReadDeadline) -> str:
    """The name of the mark of a reading."""
    return MARQUES.get(lue.type, INCONNU)


def scale(jalons: Iterable[Jalon]) -> Echelle | None:
    """The years to draw so that as many readings as possible are in them, None when nothing is dated."""
    spans = [tuple(day.year for day in days(lue.edtf)) for lue, _ in readings(jalons) if lue.edtf]
    if not spans:
        return None
    years = Counter(year for pair in spans for year in pair)
    start = max(sorted(years), key=lambda first: (_held(years, first), -first))
    drawn = [year for year in years if start <= year < start + _YEARS]
    return Echelle(min(drawn), max(drawn), dehors=len(drawn) < len(years))


def reperes(echelle: Echelle, jalon: Jalon) -> tuple[Repere, ...]:
    """The marks of everything dated in a jalon, each once, on one line."""
    return tuple(dict.fromkeys(echelle.repere(lue, moved) for lue, moved in readings((jalon,)) if lue.edtf))


def together(found: Iterable[Repere]) -> tuple[Repere, ...]:
    """These marks, each once, on as many lines as it takes to tell them apart."""
    ordered = sorted(dict.fromkeys(found), key=lambda one: (_ORDER.index(one.marque), one.debut, -one.fin))
    return tuple(_on_lines(ordered))


def readings(jalons: Iterable[Jalon]) -> Iterator[tuple[ReadDeadline, bool]]:
    """Every reading of these jalons, and whether a follow-up replaced it."""
    for jalon in jalons:
        yield from ((lue, False) for lue in jalon.lues)
        yield from ((lue, True) for move in jalon.avant for lue in move.lues)


def _within(place: float) -> float:
    return round(min(max(place, 0), 100), 2)


def _held(years: Counter[int], first: int) -> int:
    return sum(count for year, count in years.items() if first <= year < first + _YEARS)


def _on_lines(reperes: list[Repere]) -> Iterator[Repere]:
    """Intervals on the first line where they overlap none, then a line for each other kind."""
    ends: list[float] = []
    for one in (repere for repere in reperes if repere.marque == "intervalle"):
        free = next((n for n, end in enumerate(ends) if end <= one.debut), min(len(ends), _INTERVALS - 1))
        ends[free : free + 1] = [max(one.fin, *ends[free : free + 1], 0)]
        yield replace(one, ligne=free)
    kinds = [kind for kind in _ORDER[1:] if any(repere.marque == kind for repere in reperes)]
    for one in (repere for repere in reperes if repere.marque != "intervalle"):
        yield replace(one, ligne=len(ends) + kinds.index(one.marque))
