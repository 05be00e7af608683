"""Days on a scale of years: where each mark starts and ends, and on which line of the drawing it stands.

Places are hundredths of the width of the drawing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from math import ceil

# More years than this on the screen of a phone, and nothing can be told apart.
_YEARS = 30
# Marks that may overlap take one line more each time, up to this many.
_LINES = 6
# With more marks than this, those that a phone could not tell apart are one: they stand on a grid of hundredths.
_DENSE = 200
# How many years one label serves, by the number of years drawn.
_STEPS = ((8, 1), (16, 2), (_YEARS, 5))
# After this, a label has no room left on a phone.
_LAST_LABEL = 88


@dataclass(frozen=True, slots=True)
class ScaleMark:
    """One mark, from `start` to `end`, on which `line`.

    `before` and `after`: it goes on before or after what is drawn; `replaced`: another stands in its place;
    `conditional`: it depends on something; `readable`: the width under which it is drawn as its shape only.
    """

    kind: str
    start: float
    end: float
    before: bool = False
    after: bool = False
    replaced: bool = False
    conditional: bool = False
    readable: float = 0
    line: int = 0

    @property
    def width(self) -> float:
        """Its width."""
        return round(self.end - self.start, 2)

    @property
    def is_narrow(self) -> bool:
        """Whether, drawn to scale, it could not be told from the others on a phone."""
        return self.width < self.readable

    @property
    def middle(self) -> float:
        """Where its middle is."""
        return round((self.start + self.end) / 2, 2)


@dataclass(frozen=True, slots=True)
class Scale:
    """The years drawn, both included; `has_outside` says whether a year to draw is out of them."""

    first: int
    last: int
    has_outside: bool = False

    @property
    def years(self) -> int:
        """How many years are drawn."""
        return self.last - self.first + 1

    @property
    def labels(self) -> list[tuple[int, float]]:
        """The years that bear a label, and where each begins."""
        step = next(step for most, step in _STEPS if self.years <= most)
        years = [year for year in range(self.first, self.last + 1) if step == 1 or year % step == 0]
        places = [(year, round((year - self.first) * 100 / self.years, 2)) for year in years]
        return [(year, place) for year, place in places if place <= _LAST_LABEL]

    def place(self, day: date) -> float:
        """Where a day begins; below 0 or above 100 when it is not drawn."""
        start, end = date(day.year, 1, 1), date(day.year + 1, 1, 1)
        gone = (day - start).days / (end - start).days
        return (day.year - self.first + gone) * 100 / self.years

    def mark(
        self,
        kind: str,
        days: tuple[date, date],
        readable: float = 0,
        *,
        replaced: bool = False,
        conditional: bool = False,
    ) -> ScaleMark:
        """The mark of what goes from the first to the last of these days, both included."""
        start, end = self.place(days[0]), self.place(days[1] + timedelta(days=1))
        return ScaleMark(
            kind, _within(start), _within(end), start < 0, end > 100, replaced, conditional, readable
        )


def fit(years: Iterable[int]) -> Scale | None:
    """The scale that holds as many of these years as possible, each as often as it comes; None when there is none."""
    counts = Counter(years)
    if not counts:
        return None
    start = max(sorted(counts), key=lambda first: (_held(counts, first), -first))
    drawn = [year for year in counts if start <= year < start + _YEARS]
    return Scale(min(drawn), max(drawn), has_outside=len(drawn) < len(counts))


def stack(marks: Iterable[ScaleMark], kinds: Sequence[str]) -> Iterator[ScaleMark]:
    """These marks on as many lines as it takes to tell them apart, in the order of `kinds`.

    Those of the first kind share a line where they do not overlap; each other kind has a line of its own. However many
    there are, what is drawn stays small.
    """
    first = kinds[0]
    apart = dict.fromkeys(marks)
    dense = len(apart) > _DENSE
    drawn = dict.fromkeys(_on_grid(mark, mark.kind == first) for mark in apart) if dense else apart
    ordered = sorted(drawn, key=lambda one: (kinds.index(one.kind), one.start, -one.end))
    lines = _lines([mark for mark in ordered if mark.kind == first])
    spans = [
        replace(mark, line=rank)
        for rank, line in enumerate(lines)
        for mark in (_joined(line) if dense else line)
    ]
    yield from sorted(spans, key=lambda one: (one.start, -one.end))
    others = [kind for kind in kinds[1:] if any(mark.kind == kind for mark in ordered)]
    for mark in (mark for mark in ordered if mark.kind != first):
        yield replace(mark, line=len(lines) + others.index(mark.kind))


def _lines(marks: Iterable[ScaleMark]) -> list[list[ScaleMark]]:
    """Marks in order of time, each on the first line where it overlaps nothing; the last line takes the others."""
    lines: list[list[ScaleMark]] = []
    ends: list[float] = []
    for mark in marks:
        free = next((n for n, end in enumerate(ends) if end <= mark.start), min(len(ends), _LINES - 1))
        if free == len(lines):
            lines.append([])
            ends.append(0)
        lines[free].append(mark)
        ends[free] = max(mark.end, ends[free])
    return lines


def _on_grid(mark: ScaleMark, spans: bool) -> ScaleMark:
    """The mark on the grid: from one line of it to another for what spans time, else as wide as it was."""
    if spans:
        start = min(float(int(mark.start)), 99)
        return replace(mark, start=start, end=min(100, max(start + 1, float(ceil(mark.end)))))
    start = float(round(mark.start))
    return replace(mark, start=start, end=_within(start + mark.width))


def _joined(line: Iterable[ScaleMark]) -> Iterator[ScaleMark]:
    """The marks of one line, those that overlap as one; alike in all but their ends."""
    found: list[ScaleMark] = []
    for mark in line:
        last = found[-1] if found else None
        if last and mark.start < last.end and replace(mark, start=last.start, end=last.end) == last:
            found[-1] = replace(last, end=max(last.end, mark.end))
        else:
            found.append(mark)
    yield from found


def _within(place: float) -> float:
    return round(min(max(place, 0), 100), 2)


def _held(counts: Counter[int], first: int) -> int:
    return sum(count for year, count in counts.items() if first <= year < first + _YEARS)
