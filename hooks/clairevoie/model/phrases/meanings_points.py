"""What the moments of a phrase mean: nodes of the grammar become points, each in the words of its own rule."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from clairevoie.model.phrases.checked import ends, moment, span
from clairevoie.model.phrases.feasts import feast
from clairevoie.model.phrases.lexicon import JOURS, NOMS, month, number, rank, season
from clairevoie.model.phrases.moments import Moment, Span, Value, days_in, of_day
from clairevoie.model.phrases.points import EXEMPLES, Point
from clairevoie.model.phrases.questions import MissingYearError, UnreadError, ambiguous
from clairevoie.model.phrases.saying import say
from clairevoie.model.phrases.settings import Contexte
from clairevoie.model.phrases.trees import PhraseNode


def point(node: PhraseNode, contexte: Contexte) -> Point:
    """The point that a node names."""
    if node.rule in _SPECIAL:
        return _SPECIAL[node.rule](node, contexte)
    part, day = (*_PARTS[node.rule](node), None, None)[:2]
    return _dated(node, part, day)


def _dated(
    node: PhraseNode,
    part: int | None = None,
    day: int | None = None,
    make: Callable[[int], Value] | None = None,
) -> Point:
    """A point of these numbers, with the year of its node."""
    an, neighbour = node.get("an", "ANNEE"), node.get("an_voisin")
    weekday = node.get("JOUR", "JOUR_COURT")
    words = node.words.words
    before = neighbour.start if neighbour else node.end
    year = _year(an) if an else None
    first = next((n.start for n in node.nodes if n.rule in ("JOUR", "JOUR_COURT", "jour")), node.start)
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


def _year(an: PhraseNode) -> int:
    return int((an if an.rule == "ANNEE" else an.only("ANNEE")).plain)


def _date(node: PhraseNode) -> tuple[int, int]:
    return _month(node)[0], _day(node)


def _month(node: PhraseNode) -> tuple[int]:
    name = node.get("nom_mois")
    return (month(name.plain.rstrip(" .")) if name else 3,)  # « mar. 2027 »


def _day(node: PhraseNode) -> int:
    jour = node.get("jour")
    said = jour.get("N", "NOMBRE") if jour else None
    return number(said.plain) if said else 1


def _season(node: PhraseNode) -> tuple[int]:
    return (season(node.only("SAISON", "SAISON_DITE").plain),)


def _quarter(node: PhraseNode) -> tuple[int]:
    rang, number = node.get("rang"), node.get("N")
    which = ordinal(rang) if rang else int(number.plain) if number else 0
    which = 4 if which == -1 else which
    if not 1 <= which <= 4:
        raise UnreadError
    return (32 + which,)


def _nothing(_node: PhraseNode) -> tuple[()]:
    return ()


def _in_its_year(node: PhraseNode) -> tuple[int]:
    """The month, the season or the quarter of « 2027 (mars) »."""
    return _month(node) if node.has("nom_mois") else _season(node) if node.has("SAISON") else _quarter(node)


_PARTS: dict[str, Callable[[PhraseNode], tuple[int, ...]]] = {
    "date": _date,
    "mois": _month,
    "trimestre": _quarter,
    "annee": _nothing,
    "annee_muette": _nothing,
    "annee_devant": _in_its_year,
}


def weekday_of(node: PhraseNode) -> int:
    """« mardi » is 1, as in `date.weekday`."""
    return next(place for place, day in enumerate(JOURS) if day.startswith(node.plain[:3]))


def ordinal(rang: PhraseNode) -> int:
    """« deuxième », « 2e » are 2; « dernier » is -1."""
    number = rang.get("N")
    return int(number.plain) if number else rank(rang.plain)


def _season_point(node: PhraseNode, _contexte: Contexte) -> Point:
    years = node.get("deux_ans")
    (part,) = _season(node)
    if years is None:
        return _dated(node, part)
    first, last = two_years(years)
    if part != 24 or last != first + 1:
        raise UnreadError
    return Point(node.texte, last, part)


def _numeric(node: PhraseNode, _contexte: Contexte) -> Point:
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
    if len(possible) > 1:
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


def _notation(node: PhraseNode, _contexte: Contexte) -> Point:
    """« 2009-03 » is a month; « 2009-10 » may be a period, and « 2026-27 » is most likely one."""
    year, number = (int(n.plain) for n in node.nodes)
    period = f"{year}-{year - year % 100 + number}"
    fiscal = f"année financière {period}"
    known = 1 <= number <= 12 or 21 <= number <= 24
    if year % 100 + 1 == number > 12:
        raise ambiguous(node.texte, period, fiscal)
    if not known and year % 100 + 1 < number:  # « 2026-28 »
        made = Span(Moment(year), Moment(year - year % 100 + number))
        return Point(node.texte, year, make=lambda _year: made)
    if year % 100 < number:
        raise ambiguous(node.texte, f"{NOMS[number]} {year}", period)
    if not known:
        raise UnreadError
    return Point(node.texte, year, number)


def _month_in_digits(node: PhraseNode, _contexte: Contexte) -> Point:
    """« 03/2027 »."""
    number, year = (int(n.plain) for n in node.nodes)
    if not 1 <= number <= 12:
        raise UnreadError
    return Point(node.texte, year, number)


def _short_year(node: PhraseNode, _contexte: Contexte) -> Point:
    """« 16 mars 27 »: the century is asked, unless an apostrophe stands for it."""
    (part,), day, year = _month(node), _day(node), int(node.only("NN").plain)
    if node.has("siecle_tu"):
        return replace(_dated(node, part, day), year=_century(year))
    meanings = (moment(century + year, part, day, node.texte) for century in (2000, 1900))
    raise ambiguous(node.texte, *map(say, meanings))


def _short_month(node: PhraseNode, _contexte: Contexte) -> Point:
    """« mars '27 », « automne '27 »."""
    (part,) = _month(node) if node.has("nom_mois") else _season(node)
    return Point(node.texte, _century(int(node.only("NN").plain)), part)


def _numbered_week(node: PhraseNode, _contexte: Contexte) -> Point:
    """« semaine 12 de 2027 », as calendars number them."""

    def make(year: int) -> Value:
        try:
            monday = of_day(date.fromisocalendar(year, int(node.only("N").plain), 1))
        except ValueError:
            raise UnreadError from None
        return Span(monday, monday.moved(6))

    return _dated(node, make=make)


def _week(node: PhraseNode, contexte: Contexte) -> Point:
    inner = point(node.only("date"), contexte)
    length = 6 if node.rule == "semaine" else 1

    def make(year: int) -> Value:
        first = ends(inner.value(year))[0]
        return Span(first, first.moved(length))

    return replace(inner, make=make)


def _fiscal(node: PhraseNode, contexte: Contexte) -> Point:
    start = contexte.reglages.exercice
    return _two_year_point(node, "année financière", (start, (start - 2) % 12 + 1), contexte)


def _school(node: PhraseNode, contexte: Contexte) -> Point:
    return _two_year_point(node, "année scolaire", contexte.reglages.scolaire, contexte)


def _two_year_point(node: PhraseNode, name: str, months: tuple[int, int], contexte: Contexte) -> Point:
    """A year that is not the calendar's: from a month of the first to a month of the last."""
    years = node.get("deux_ans")
    if years is None:
        an = node.get("an")
        if an is None:
            raise _missing_years(node, name, contexte)
        year = _year(an)
        if months == (1, 12):
            return Point(node.texte, year)
        raise ambiguous(node.texte, f"{name} {year - 1}-{year}", f"{name} {year}-{year + 1}")
    first, last = two_years(years)
    made = span(Moment(first, months[0]), Moment(last, months[1]), node.texte)
    return Point(node.texte, first, make=lambda _year: made)


def _missing_years(node: PhraseNode, name: str, contexte: Contexte) -> MissingYearError:
    """« fin de l'année financière »: of which one?"""
    words, source = node.words.words, node.words.source
    before, after = source[: words[node.start].start], source[words[node.end - 1].end :]
    years = contexte.annees[:3] or EXEMPLES
    return MissingYearError(tuple(f"{before}{name} {year}-{year + 1}{after}" for year in years))


def two_years(node: PhraseNode) -> tuple[int, int]:
    """« 2026-2027 », « 2026-27 »."""
    first, last = (int(n.plain) for n in node.nodes)
    return first, last if last > 99 else first - first % 100 + last


def _back_to_school(node: PhraseNode, _contexte: Contexte) -> Point:
    if node.has("nom_mois"):
        return _dated(node, *_month(node))
    if node.has("SAISON"):
        return _dated(node, *_season(node))
    made = _dated(node, make=lambda year: Span(Moment(year, 8), Moment(year, 9)))
    return replace(made, vague=True)


def _holidays(node: PhraseNode, _contexte: Contexte) -> Point:
    made = _dated(node, make=lambda year: Span(Moment(year, 12), Moment(year + 1, 1)))
    return replace(made, vague=True)


def _fiscal_quarter(node: PhraseNode, contexte: Contexte) -> Point:
    """« premier trimestre de l'année financière 2026-2027 »."""
    which = ordinal(node.only("rang"))
    year = point(node.only("exercice"), contexte)
    start = ends(year.value(year.year or 0))[0].moved(3 * ((4 if which == -1 else which) - 1))
    if which not in (-1, 1, 2, 3, 4):
        raise UnreadError
    return Point(node.texte, start.year, make=lambda _year: Span(start, start.moved(2)))


def _nth_weekday(node: PhraseNode, _contexte: Contexte) -> Point:
    """« deuxième mardi de mai 2027 » is a day that the calendar tells."""
    which, weekday = ordinal(node.only("rang")), weekday_of(node.only("JOUR"))
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


def _half(node: PhraseNode, _contexte: Contexte) -> Point:
    rang, number = node.get("rang"), node.get("N")
    which = ordinal(rang) if rang else int(number.plain) if number else 0
    which = 2 if which == -1 else which
    if which not in (1, 2):
        raise UnreadError
    return _dated(node, make=lambda year: Span(Moment(year, which * 6 - 5), Moment(year, which * 6)))


def _quarter_of_two_years(node: PhraseNode, _contexte: Contexte) -> Point:
    """« T3 2026-2027 »: of the calendar's year, or of the fiscal year."""
    (part,), (first, last) = _quarter(node), two_years(node.only("deux_ans"))
    fiscal = f"{NOMS[part]} de l'année financière {first}-{last}"
    raise ambiguous(node.texte, fiscal, *(say(Moment(year, part)) for year in (first, last)))


def _school_break(node: PhraseNode, _contexte: Contexte) -> Point:
    """Each place has its own week, most in March."""
    return replace(_dated(node, 3), vague=True)


def _builders_holidays(node: PhraseNode, _contexte: Contexte) -> Point:
    made = _dated(node, make=lambda year: Span(Moment(year, 7), Moment(year, 8)))
    return replace(made, vague=True)


def _feast(node: PhraseNode, _contexte: Contexte) -> Point:
    day_of = feast(node)
    about = node.rule == "autour_fete"

    def make(year: int) -> Value:
        day = day_of(year).moved(-1 if node.has("veille") else 0)
        return replace(day, vers=about)

    return replace(_dated(node, make=make), weekday=None)


def _two_years(node: PhraseNode, _contexte: Contexte) -> Point:
    """« 2026-2027 » in a list of them."""
    first, last = two_years(node)
    made = span(Moment(first), Moment(last), node.texte)
    return Point(node.texte, first, make=lambda _year: made)


def _decade(node: PhraseNode, _contexte: Contexte) -> Point:
    """« années 1990 », « années 90 »; « années 20 » may be of two centuries."""
    short = node.get("NN")
    first = 1900 + int(short.plain) if short else int(node.only("DECENNIE").plain)
    if short and (first % 10 or first < 1940):
        raise UnreadError
    return Point(node.texte, first, make=lambda year: Span(Moment(year), Moment(year + 9)))


_SPECIAL: dict[str, Callable[[PhraseNode, Contexte], Point]] = {
    "saison": _season_point,
    "deux_hivers": _season_point,
    "numerique": _numeric,
    "notation": _notation,
    "mois_chiffre": _month_in_digits,
    "date_courte": _short_year,
    "mois_court": _short_month,
    "semaine": _week,
    "semaine_chiffre": _numbered_week,
    "fin_de_semaine": _week,
    "nieme_jour": _nth_weekday,
    "trimestre_exercice": _fiscal_quarter,
    "trimestre_deux_ans": _quarter_of_two_years,
    "exercice": _fiscal,
    "exercice_flou": _fiscal,
    "scolaire": _school,
    "scolaire_flou": _school,
    "rentree": _back_to_school,
    "fetes": _holidays,
    "fete": _feast,
    "autour_fete": _feast,
    "relache": _school_break,
    "construction": _builders_holidays,
    "semestre": _half,
    "decennie": _decade,
    "deux_annees": _two_years,
}
POINTS = frozenset(_PARTS) | frozenset(_SPECIAL)


def bare_or_point(node: PhraseNode, contexte: Contexte) -> Point:
    """A point, or a day or a rank alone, which the date that follows completes."""
    alone = node.rule in ("rang_seul", "borne_rang", *POINTS)
    found = node if alone else node.only("jour_seul", *POINTS)
    if found.rule == "jour_seul":
        weekday = node.get("JOUR", "JOUR_COURT")
        day = weekday_of(weekday) if weekday else None
        return Point(found.texte, None, None, _day(found), day)
    if found.rule in ("rang_seul", "borne_rang"):
        return Point(found.texte, None, *_quarter(found))
    return point(found, contexte)
