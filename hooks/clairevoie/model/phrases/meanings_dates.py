"""What the dates of a phrase mean: nodes of the grammar become moments and spans of the calendar."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from clairevoie.model.phrases.checked import bound, check_day, ends, moment, span
from clairevoie.model.phrases.errors import PhraseError
from clairevoie.model.phrases.grammar import Node
from clairevoie.model.phrases.lexicon import FETES, JOURS, NOMS, month, rank, season
from clairevoie.model.phrases.moments import Moment, Span, Value, days_in, of_day
from clairevoie.model.phrases.questions import MissingYearError, UnreadError, ambiguous, choice, question
from clairevoie.model.phrases.saying import say
from clairevoie.model.phrases.settings import Contexte

# The years of the examples that we give when nothing says which ones are possible.
_EXEMPLES = (2026, 2027)


@dataclass(frozen=True, slots=True)
class Point:
    """A moment as named by a phrase, which may lack its year, or its month and year.

    `make` makes its value in a year, when it is more than a day or a part of a year (« temps des fêtes »).
    `brut` are its words; `cut` is where its year stands, or would stand, in the source; `neighbour` tells that
    it is « prochain » or « dernier », so that no context can say its year.
    """

    brut: str
    year: int | None
    part: int | None = None
    day: int | None = None
    weekday: int | None = None
    cut: tuple[int, int] = (0, 0)
    neighbour: bool = False
    vague: bool = False
    make: Callable[[int], Value] | None = None

    def value(self, year: int) -> Value:
        """Its value in that year. Raises DAT-01."""
        return self.make(year) if self.make else moment(year, self.part, self.day, self.brut)


@dataclass(slots=True)
class Calendar:
    """Places points in the calendar; remembers whether a year came from the context, whether all is exact."""

    contexte: Contexte
    source: str
    deduced: bool = False
    vague: bool = False

    def value(self, point: Point) -> Value:
        """The value of a point. Raises MissingYearError, or DAT-05 when its weekday is not the right one."""
        self.vague = self.vague or point.vague
        if point.part is None and point.day is not None:
            raise UnreadError
        year = point.year
        if year is None:
            year = self.year(point)
            self.deduced = True
        value = point.value(year)
        if point.weekday is not None:
            _check_weekday(point, ends(value)[0])
        return value

    def year(self, point: Point) -> int:
        """The only year that the context leaves to the point."""
        if point.part and point.day is not None:
            check_day(None, point.part, point.day, point.brut)
        possible = [] if point.neighbour else [y for y in self.contexte.annees if self._may_be_in(point, y)]
        if len(possible) == 1:
            return possible[0]
        start, end = point.cut
        years = possible or self.contexte.annees or _EXEMPLES
        raise MissingYearError(
            tuple(f"{self.source[:start]} {year}{self.source[end:]}" for year in years[:3])
        )

    def _may_be_in(self, point: Point, year: int) -> bool:
        try:
            value = point.value(year)
        except ValueError:
            return False
        first, last = value.bounds
        if point.weekday is not None and first.weekday() != point.weekday:
            return False
        entre = self.contexte.entre
        return entre is None or (first <= entre[1] and entre[0] <= last)


def point(node: Node, contexte: Contexte) -> Point:
    """The point that a node names."""
    if node.rule in _SPECIAL:
        return _SPECIAL[node.rule](node, contexte)
    part, day = (*_PARTS[node.rule](node), None, None)[:2]
    return _dated(node, part, day)


def _dated(
    node: Node, part: int | None = None, day: int | None = None, make: Callable[[int], Value] | None = None
) -> Point:
    """A point of these numbers, with the year of its node."""
    an, neighbour = node.get("an", "ANNEE"), node.get("an_voisin")
    weekday = node.get("JOUR")
    words = node.words.words
    before = neighbour.start if neighbour else node.end
    year = int(an.words.words[an.end - 1].plain) if an else None
    first = next((n.start for n in node.nodes if n.rule in ("JOUR", "jour")), node.start)
    return Point(
        node.words.typed(first, node.end),
        year,
        part,
        day,
        weekday_of(weekday) if weekday else None,
        (words[before - 1].end, words[node.end - 1].end),
        neighbour is not None,
        make=make,
    )


def _date(node: Node) -> tuple[int, int]:
    return _month(node)[0], _day(node)


def _month(node: Node) -> tuple[int]:
    name = node.get("nom_mois")
    assert name is not None
    return (month(name.plain.rstrip(" .")),)


def _day(node: Node) -> int:
    jour = node.get("jour")
    number = jour.get("N") if jour else None
    return int(number.plain) if number else 1


def _season(node: Node) -> tuple[int]:
    name = node.get("SAISON")
    assert name is not None
    return (season(name.plain),)


def _quarter(node: Node) -> tuple[int]:
    rang, number = node.get("rang"), node.get("N")
    which = ordinal(rang) if rang else int(number.plain) if number else 0
    which = 4 if which == -1 else which
    if not 1 <= which <= 4:
        raise UnreadError
    return (32 + which,)


def _nothing(_node: Node) -> tuple[()]:
    return ()


def _day_with_a_name(node: Node) -> tuple[int, int]:
    name = node.get("FETE")
    if name:
        return FETES[name.plain]
    return (6, 24) if node.has("saint_jean") else (1, 1)


_PARTS: dict[str, Callable[[Node], tuple[int, ...]]] = {
    "date": _date,
    "mois": _month,
    "trimestre": _quarter,
    "annee": _nothing,
    "annee_muette": _nothing,
    "fete": _day_with_a_name,
}


def weekday_of(node: Node) -> int:
    """« mardi » is 1, as in `date.weekday`."""
    return JOURS.index(node.plain.removesuffix("s"))


def ordinal(rang: Node) -> int:
    """« deuxième », « 2e » are 2; « dernier » is -1."""
    number = rang.get("N")
    return int(number.plain) if number else rank(rang.plain)


def _season_point(node: Node, _contexte: Contexte) -> Point:
    years = node.get("deux_ans")
    (part,) = _season(node)
    if years is None:
        return _dated(node, part)
    first, last = two_years(years)
    if part != 24 or last != first + 1:
        raise UnreadError
    return Point(node.texte, last, part)


def _numeric(node: Node, _contexte: Contexte) -> Point:
    """« 13/10/2021 » has one meaning; « 03/04/2025 » and « 15 03 21 » have two."""
    numbers = [int(n.plain) for n in node.nodes]
    if node.nodes[0].rule == "ANNEE":
        year, part, day = numbers
        return Point(node.texte, year, part, day)
    first, second, year = numbers
    if node.nodes[2].rule == "ANNEE":
        orders = [(year, second, first), (year, first, second)]
    else:
        orders = [
            (_century(year), second, first),
            (_century(year), first, second),
            (_century(first), second, year),
        ]
    possible = list(dict.fromkeys(order for order in orders if _on_calendar(*order)))
    if not possible:
        return Point(node.texte, orders[0][0], orders[0][1], orders[0][2])
    if len(possible) > 1 or node.nodes[2].rule != "ANNEE":
        raise ambiguous(node.texte, *(say(Moment(*order)) for order in possible[:2]))
    return Point(node.texte, *possible[0])


def _century(year: int) -> int:
    return year + (2000 if year < 70 else 1900)


def _on_calendar(year: int, part: int, day: int) -> bool:
    try:
        moment(year, part, day, "")
    except ValueError:
        return False
    return True


def _notation(node: Node, _contexte: Contexte) -> Point:
    """« 2009-03 » is a month; « 2009-10 » may be a period, and « 2026-27 » is most likely one."""
    year, number = (int(n.plain) for n in node.nodes)
    period = f"{year}-{year - year % 100 + number}"
    fiscal = f"année financière {period}"
    known = 1 <= number <= 12 or 21 <= number <= 24
    name = f"{NOMS[number]} {year}" if known else fiscal
    if year % 100 + 1 == number > 12:
        raise ambiguous(node.texte, period, fiscal)
    if year % 100 < number:
        raise ambiguous(node.texte, name, period)
    if not known:
        raise UnreadError
    return Point(node.texte, year, number)


def _week(node: Node, contexte: Contexte) -> Point:
    inner = point(_only(node, "date"), contexte)
    length = 6 if node.rule == "semaine" else 1

    def make(year: int) -> Value:
        first = ends(inner.value(year))[0]
        return Span(first, first.moved(length))

    return replace(inner, make=make)


def _fiscal(node: Node, contexte: Contexte) -> Point:
    start = contexte.reglages.exercice
    return _two_year_point(node, "année financière", (start, (start - 2) % 12 + 1))


def _school(node: Node, contexte: Contexte) -> Point:
    return _two_year_point(node, "année scolaire", contexte.reglages.scolaire)


def _two_year_point(node: Node, name: str, months: tuple[int, int]) -> Point:
    """A year that is not the calendar's: from a month of the first to a month of the last."""
    years = node.get("deux_ans")
    if years is None:
        an = _only(node, "an")
        year = int(an.words.words[an.end - 1].plain)
        if months == (1, 12):
            return Point(node.texte, year)
        raise ambiguous(node.texte, f"{name} {year - 1}-{year}", f"{name} {year}-{year + 1}")
    first, last = two_years(years)
    made = span(Moment(first, months[0]), Moment(last, months[1]), node.texte)
    return Point(node.texte, first, make=lambda _year: made)


def two_years(node: Node) -> tuple[int, int]:
    """« 2026-2027 », « 2026-27 »."""
    first, last = (int(n.plain) for n in node.nodes)
    return first, last if last > 99 else first - first % 100 + last


def _back_to_school(node: Node, _contexte: Contexte) -> Point:
    if node.has("nom_mois"):
        return _dated(node, *_month(node))
    if node.has("SAISON"):
        return _dated(node, *_season(node))
    made = _dated(node, make=lambda year: Span(Moment(year, 8), Moment(year, 9)))
    return replace(made, vague=True)


def _holidays(node: Node, _contexte: Contexte) -> Point:
    made = _dated(node, make=lambda year: Span(Moment(year, 12), Moment(year + 1, 1)))
    return replace(made, vague=True)


def _fiscal_quarter(node: Node, contexte: Contexte) -> Point:
    """« premier trimestre de l'année financière 2026-2027 »."""
    which = ordinal(_only(node, "rang"))
    year = point(_only(node, "exercice"), contexte)
    start = ends(year.value(year.year or 0))[0].moved(3 * ((4 if which == -1 else which) - 1))
    if which not in (-1, 1, 2, 3, 4):
        raise UnreadError
    return Point(node.texte, start.year, make=lambda _year: Span(start, start.moved(2)))


def _nth_weekday(node: Node, _contexte: Contexte) -> Point:
    """« deuxième mardi de mai 2027 » is a day that the calendar tells."""
    which, weekday = ordinal(_only(node, "rang")), weekday_of(_only(node, "JOUR"))
    (part,) = _month(node)

    def make(year: int) -> Value:
        days = [
            day for day in range(1, days_in(year, part) + 1) if date(year, part, day).weekday() == weekday
        ]
        place = which if which < 0 else which - 1
        if place >= len(days):
            raise UnreadError
        return Moment(year, part, days[place])

    return replace(_dated(node, make=make), weekday=None)


def _half(node: Node, _contexte: Contexte) -> Point:
    rang, number = node.get("rang"), node.get("N")
    which = ordinal(rang) if rang else int(number.plain) if number else 0
    which = 2 if which == -1 else which
    if which not in (1, 2):
        raise UnreadError
    return _dated(node, make=lambda year: Span(Moment(year, which * 6 - 5), Moment(year, which * 6)))


def _decade(node: Node, _contexte: Contexte) -> Point:
    first = int(_only(node, "DECENNIE").plain)
    return Point(node.texte, first, make=lambda year: Span(Moment(year), Moment(year + 9)))


_SPECIAL: dict[str, Callable[[Node, Contexte], Point]] = {
    "saison": _season_point,
    "deux_hivers": _season_point,
    "numerique": _numeric,
    "notation": _notation,
    "semaine": _week,
    "fin_de_semaine": _week,
    "nieme_jour": _nth_weekday,
    "trimestre_exercice": _fiscal_quarter,
    "exercice": _fiscal,
    "exercice_flou": _fiscal,
    "scolaire": _school,
    "scolaire_flou": _school,
    "rentree": _back_to_school,
    "fetes": _holidays,
    "semestre": _half,
    "decennie": _decade,
}
POINTS = frozenset(_PARTS) | frozenset(_SPECIAL)


@dataclass(frozen=True, slots=True)
class Said:
    """A value, and the part of it that the phrase names: « fin juin »."""

    value: Value
    precision: str | None = None


def when(node: Node, calendar: Calendar) -> Said:
    """What a moment, a limit or an interval says. Raises DAT-01, DAT-03, DAT-05, DAT-06 or those of `questions`."""
    if node.rule == "limite":
        return _limit(node, calendar)
    if node.rule == "intervalle":
        return Said(_interval(node, calendar))
    if node.rule in POINTS:
        return Said(calendar.value(point(node, calendar.contexte)))
    return _landmark(node, calendar)


def precision(node: Node) -> str | None:
    """`debut`, `milieu` or `fin`, if the node says so."""
    partie = node.get("partie")
    return partie.nodes[0].rule if partie else None


def _landmark(node: Node, calendar: Calendar) -> Said:
    value = calendar.value(point(_only(node, *POINTS), calendar.contexte))
    if node.has("vers") or node.has("a_peu_pres"):
        if isinstance(value, Moment) and value.may_be_about:
            value = replace(value, vers=True)
        else:
            calendar.vague = True
    return Said(value, precision(node))


def _limit(node: Node, calendar: Calendar) -> Said:
    """« avant » goes up to the eve; « après » starts the day after; the others hold what they name."""
    landmark = _only(node, "repere")
    how = next(one.rule for one in node.nodes if one.rule != "repere")
    said = _landmark(landmark, calendar)
    first, last = (replace(end, vers=False) for end in ends(said.value))
    calendar.vague = calendar.vague or landmark.has("vers") or landmark.has("a_peu_pres")
    part = said.precision
    if how in ("jusque", "au_plus_tard", "avant"):
        if how == "avant" and part in (None, "debut"):
            return Said(Span(None, bound(first.moved(-1), 1)))
        return Said(Span(None, bound(last, 1)), None if part == "fin" else part)
    if how == "apres" and part in (None, "fin"):
        return Said(Span(bound(last.moved(1), 0), None))
    return Said(Span(bound(first, 0), None), None if part == "debut" else part)


def _interval(node: Node, calendar: Calendar) -> Span:
    ends_ = [child for child in node.nodes if child.rule.startswith("borne")]
    first, last = (bare_or_point(child, calendar.contexte) for child in ends_)
    if last.year is None and first.year is not None:
        last = _after(last, first)
    if last.year is None:
        last = replace(last, year=calendar.year(last))
        calendar.deduced = True
    start, end = calendar.value(completed(first, last)), calendar.value(last)
    calendar.vague = calendar.vague or _is_vague(*ends_)
    if first.year is None and first.part and start.bounds[0] > end.bounds[1]:
        raise _year_before(first, end)
    return span(ends(start)[0], ends(end)[1], brut=node.texte)


def _is_vague(first: Node, last: Node) -> bool:
    """« de la fin mars au début juin » leaves most of both months out."""
    return precision(first) in ("milieu", "fin") or precision(last) in ("debut", "milieu")


def _year_before(first: Point, end: Value) -> PhraseError:
    """« décembre à février 2010 » most likely starts the year before."""
    last = ends(end)[1]
    start, earlier = (ends(first.value(year))[0] for year in (last.year, last.year - 1))
    return PhraseError("DAT-03", debut=say(start), fin=say(last), reponses=choice([say(Span(earlier, last))]))


def _after(last: Point, first: Point) -> Point:
    """« du 30 décembre 2026 au 3 janvier »: the end is the first such moment after the beginning."""
    year = first.year or 0
    start = first.value(year).bounds[0]
    return replace(last, year=year if last.value(year).bounds[1] >= start else year + 1)


def bare_or_point(node: Node, contexte: Contexte) -> Point:
    """A point, or a day or a rank alone, which the date that follows completes."""
    alone = node.rule in ("rang_seul", "borne_rang", *POINTS)
    found = node if alone else _only(node, "jour_seul", *POINTS)
    if found.rule == "jour_seul":
        weekday = node.get("JOUR")
        day = weekday_of(weekday) if weekday else None
        return Point(found.texte, None, None, _day(found), day)
    if found.rule in ("rang_seul", "borne_rang"):
        return Point(found.texte, None, *_quarter(found))
    return point(found, contexte)


def completed(first: Point, last: Point) -> Point:
    """The first of two points, with the month and the year that it leaves to the last. Raises UnreadError."""
    if first.year is not None:
        return first
    if first.part is None and first.day is not None:
        if last.day is None:
            raise UnreadError
        return replace(first, part=last.part, year=last.year)
    if last.part is None and last.make is None:
        raise UnreadError
    return replace(first, year=last.year)


def _only(node: Node, *rules: str) -> Node:
    found = node.get(*rules)
    if found is None:
        raise UnreadError
    return found


def _check_weekday(point: Point, day: Moment) -> None:
    """« lundi 4 mai 2027 » is a Tuesday: the right weekday, or the nearest days that are that weekday."""
    place = day.bounds[0]
    if day.type != "date" or place.weekday() == point.weekday or point.weekday is None:
        return
    said = say(day)
    back = (place.weekday() - point.weekday) % 7
    days = [place.toordinal() - back, place.toordinal() - back + 7]
    near = [f"{JOURS[point.weekday]} {say(of_day(date.fromordinal(n)))}" for n in days]
    right = JOURS[place.weekday()]
    raise question(point.brut, f"se contredit : le {said} est un {right}", (f"{right} {said}", *near))


def in_order(points: list[Point]) -> Iterator[Point]:
    """Points in a row, each with what it leaves to the next."""
    whole = points[-1:]
    for one in reversed(points[:-1]):
        whole.insert(0, completed(one, whole[0]))
    yield from whole
