"""What the dates of a phrase mean: a moment, a limit or an interval becomes a value of the calendar."""

from __future__ import annotations

from dataclasses import dataclass, replace

from clairevoie.model.phrases.checked import bound, ends, span
from clairevoie.model.phrases.errors import PhraseError
from clairevoie.model.phrases.meanings_points import POINTS, bare_or_point, point
from clairevoie.model.phrases.moments import Moment, Span, Value
from clairevoie.model.phrases.points import Calendar, Point, completed
from clairevoie.model.phrases.questions import choice
from clairevoie.model.phrases.saying import say
from clairevoie.model.phrases.trees import PhraseNode


@dataclass(frozen=True, slots=True)
class Said:
    """A value, and the part of it that the phrase names: « fin juin »."""

    value: Value
    precision: str | None = None


def when(node: PhraseNode, calendar: Calendar, *, timed: bool = False) -> Said:
    """What a moment, a limit or an interval says. Raises DAT-01, DAT-03, DAT-05, DAT-06 or those of `questions`."""
    if node.rule == "limite":
        return _limit(node, calendar, timed=timed)
    if node.rule == "intervalle":
        return Said(_interval(node, calendar))
    if node.rule in POINTS:
        return Said(calendar.value(point(node, calendar.contexte)))
    return _landmark(node, calendar)


def precision(node: PhraseNode) -> str | None:
    """`debut`, `milieu` or `fin`, if the node says so."""
    partie = node.get("partie")
    return partie.nodes[0].rule if partie else None


def _landmark(node: PhraseNode, calendar: Calendar) -> Said:
    value = calendar.value(point(node.only(*POINTS), calendar.contexte))
    if node.has("vers") or node.has("a_peu_pres"):
        if isinstance(value, Moment) and value.may_be_about:
            value = replace(value, vers=True)
        else:
            calendar.vague = True
    return Said(value, precision(node))


def _limit(node: PhraseNode, calendar: Calendar, *, timed: bool) -> Said:
    """« avant » goes up to the eve, unless an hour is said; « après » starts the day after; the others hold what
    they name."""
    landmark = node.only("repere")
    how = next(one.rule for one in node.nodes if one.rule not in ("repere", "heures"))
    said = _landmark(landmark, calendar)
    first, last = (replace(end, vers=False) for end in ends(said.value))
    calendar.vague = calendar.vague or landmark.has("vers") or landmark.has("a_peu_pres")
    part = said.precision
    if how in ("jusque", "au_plus_tard", "avant"):
        if how == "avant" and part in (None, "debut") and not timed:
            return Said(Span(None, bound(first.moved(-1), 1)))
        return Said(Span(None, bound(last, 1)), None if part == "fin" else part)
    if how == "apres" and part in (None, "fin") and not timed:
        return Said(Span(bound(last.moved(1), 0), None))
    return Said(Span(bound(first, 0), None), None if part == "debut" else part)


def _interval(node: PhraseNode, calendar: Calendar) -> Span:
    ends_ = [child for child in node.nodes if child.rule.startswith("borne")]
    first, last = (bare_or_point(child, calendar.contexte) for child in ends_)
    if last.year is None and first.year is not None:
        last = _after(last, first)
    if last.year is None:
        last = replace(last, year=calendar.year(last))
        calendar.deduced = True
    start, end = calendar.value(completed(first, last)), calendar.value(last)
    calendar.vague = calendar.vague or _is_vague(*ends_)
    if first.year is None and (first.part or first.make) and start.bounds[0] > end.bounds[1]:
        raise _year_before(first, end)
    return span(ends(start)[0], ends(end)[1], brut=node.texte)


def _is_vague(first: PhraseNode, last: PhraseNode) -> bool:
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
