"""What a whole phrase says of when something is due: a node of the grammar becomes one deadline or several."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from clairevoie.model.phrases.edtf import bounds
from clairevoie.model.phrases.lexicon import NOMS, month, season
from clairevoie.model.phrases.meanings_dates import precision, when
from clairevoie.model.phrases.meanings_durations import count, length, lengths
from clairevoie.model.phrases.meanings_frequencies import rhythm
from clairevoie.model.phrases.meanings_hours import hours
from clairevoie.model.phrases.meanings_points import bare_or_point, ordinal, two_years
from clairevoie.model.phrases.moments import Moment, Value
from clairevoie.model.phrases.points import Calendar, Point, in_order
from clairevoie.model.phrases.questions import QUESTION, MissingYearError, UnreadError, question
from clairevoie.model.phrases.readings import ReadDeadline
from clairevoie.model.phrases.saying import say
from clairevoie.model.phrases.settings import Contexte
from clairevoie.model.phrases.tokens import Words
from clairevoie.model.phrases.trees import PhraseNode

Deadlines = tuple[ReadDeadline, ...]
_WHEN = ("limite", "intervalle", "repere", "deux_hivers")
_SEASONS_IN_ORDER = (24, 21, 22, 23)
# « les samedis 5 et 12 juin », « 1er et 2e trimestres »: each is one.
_PLURAL = re.compile(r"\b(trimestre|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche)s\b", re.IGNORECASE)
# No plan lasts longer, in years, then in months: « années 20 » are others.
_MOST = (15, 60)
PLAN, DOCUMENT = "debut du plan", "date du document"


def deadlines(node: PhraseNode, phrase: Words, contexte: Contexte) -> Deadlines:
    """What `echeance` says of a phrase. Raises UnreadError, or the errors of dates, hours and frequencies."""
    said = node.nodes[0]
    calendar = Calendar(contexte, phrase.source)
    try:
        return _MEANINGS[said.rule](said, phrase, calendar)
    except MissingYearError as missing:
        before, after = phrase.source.split(phrase.texte, 1) if phrase.texte else ("", "")
        reponses = tuple(one[len(before) : len(one) - len(after)].strip() for one in missing.reponses)
        return (ReadDeadline(phrase.texte, "texte", question=QUESTION, reponses=reponses),)


def relative_years(node: PhraseNode) -> str:
    """« An 2 » is the second year: P1Y/P2Y."""
    said = node.get("an_relatif")
    if said is None:
        raise UnreadError
    rang = said.get("rang")
    numbers = [ordinal(rang)] if rang else [count(one) for one in said.all("nombre")]
    first, last = numbers[0], numbers[-1]
    if not 0 < first <= last <= _MOST[said.has("mois_relatif")] or numbers != sorted(numbers):
        raise UnreadError
    unit = "M" if said.has("mois_relatif") else "Y"
    return f"P{first - 1}{unit}/P{last}{unit}"


def _state(node: PhraseNode, phrase: Words, _calendar: Calendar) -> Deadlines:
    heure, heure_fin = hours(node)
    return (ReadDeadline(phrase.texte, node.nodes[0].rule, heure=heure, heure_fin=heure_fin),)


def _relative(node: PhraseNode, phrase: Words, _calendar: Calendar) -> Deadlines:
    if node.has("an_relatif"):
        part, years = precision(node), relative_years(node)
        return (ReadDeadline(phrase.texte, "relatif", precision=part, intervalle=years, depuis=PLAN),)
    dans = node.get("dans")
    delai = length(dans.only("longueur")) if dans else None
    heure, heure_fin = hours(node)
    return (
        ReadDeadline(phrase.texte, "relatif", heure=heure, heure_fin=heure_fin, delai=delai, depuis=DOCUMENT),
    )


def _conditional(node: PhraseNode, phrase: Words, _calendar: Calendar) -> Deadlines:
    quoi = node.only("quoi", "quoi_prochain", "quoi_acte", "delai")
    delai = None
    if quoi.rule == "delai":
        least, most = lengths(quoi.only("longueurs"))
        if quoi.has("avant_quoi"):
            least, most = f"-{most}", f"-{least}"
        delai = least if least == most else f"{least}/{most}"
        quoi = quoi.only("quoi")
    return (ReadDeadline(phrase.texte, "conditionnel", depend_de=quoi.texte, delai=delai),)


def _often(node: PhraseNode, phrase: Words, calendar: Calendar) -> Deadlines:
    read = rhythm(node, phrase.texte, calendar)
    return (ReadDeadline(read.texte, "frequence", frequence=read),)


def _one(node: PhraseNode, phrase: Words, calendar: Calendar) -> Deadlines:
    found = node.only(*_WHEN)
    said = when(found, calendar, timed=node.has("heures"))
    texte = _in_words(node, phrase.texte)
    return (_with_rest(_deadline(texte, said.value, said.precision, calendar), node),)


def _surrounded(node: PhraseNode, phrase: Words, calendar: Calendar) -> Deadlines:
    said = node.only("un", "plusieurs", "tranches")
    return _MEANINGS[said.rule](said, phrase, calendar)


def _moved(node: PhraseNode, phrase: Words, calendar: Calendar) -> Deadlines:
    """« reporté du 3 au 10 mai 2027 »: the new day is the one that counts."""
    said = when(node.only("nouveau").only("repere"), calendar)
    return (_with_rest(_deadline(phrase.texte, said.value, said.precision, calendar), node),)


def _several(node: PhraseNode, phrase: Words, calendar: Calendar) -> Deadlines:
    """« 22, 23 et 24 mars 2027 »: as many deadlines, each with the words that it leaves to the next."""
    if node.has("annees_dites"):
        return _same_month(node, phrase, calendar)
    elements = [
        child for child in node.nodes if child.rule in ("element", "rang_seul", "trimestre", "date_pleine")
    ]
    if 0 < sum(element.has("deux_annees") for element in elements) < len(elements):
        raise UnreadError  # « les hivers 2026-2027 et 2027-2028 »
    points = [bare_or_point(element, calendar.contexte) for element in elements]
    if elements[0].rule == "date_pleine" and any(one.year is None for one in points):
        raise UnreadError
    if points[-1].part is None and points[-1].day is not None:
        raise UnreadError
    whole = list(in_order(points))
    if whole[-1].year is None:
        year = calendar.year(whole[-1])
        calendar.deduced = True
        whole = [replace(one, year=year if one.year is None else one.year) for one in whole]
    _check_order(points, whole, calendar)
    read = [
        _deadline(_in_words(element, texte), calendar.value(full), precision(element), calendar)
        for element, texte, full in zip(elements, _own_words(elements, points), whole, strict=True)
    ]
    alternative = node.has("ou")
    return tuple(_with_rest(replace(one, alternative=alternative), node) for one in read)


def _same_month(node: PhraseNode, _phrase: Words, calendar: Calendar) -> Deadlines:
    """« juin 2027 et 2028 »: the same month of several years."""
    said = node.only("annees_dites")
    name = said.only("nom_mois", "SAISON")
    part = season(name.plain) if name.rule == "SAISON" else month(name.plain.rstrip(" ."))
    read = (
        _deadline(f"{name.texte} {year.texte}", Moment(_ends_in(year, part), part), None, calendar)
        for year in said.all("ANNEE", "deux_ans")
    )
    alternative = node.has("ou")
    return tuple(_with_rest(replace(one, alternative=alternative), node) for one in read)


def _ends_in(year: PhraseNode, part: int) -> int:
    """« 2027 » or, of a winter, « 2026-2027 »."""
    if year.rule == "ANNEE":
        return int(year.plain)
    first, last = two_years(year)
    if part != 24 or last != first + 1:
        raise UnreadError
    return last


def _check_order(points: list[Point], whole: list[Point], calendar: Calendar) -> None:
    """« 30 décembre et 3 janvier 2027 »: the year is not the same for both, or it is and they go backwards."""
    for said, full, after in zip(points, whole, whole[1:], strict=False):
        if said.year is not None or said.part is None or full.year is None or full.year != after.year:
            continue
        if calendar.value(full).bounds[0] > calendar.value(after).bounds[1]:
            start, end = said.cut
            before, rest = calendar.source[:start], calendar.source[end:]
            reponses = (f"{before} {year}{rest}" for year in (full.year - 1, full.year))
            raise question(calendar.source, f"ne dit pas l'année de « {said.brut} »", reponses)


def _own_words(elements: list[PhraseNode], points: list[Point]) -> list[str]:
    """The words of each element, with those that it leaves to the next: « 22 mars 2027 », « mai 2027 »."""
    texts: list[str] = []
    after, year = "", ""
    for element, point in zip(reversed(elements), reversed(points), strict=True):
        head = element.get("jour", "rang")
        bare = element.rule == "rang_seul" or element.has("jour_seul")
        missing = after if bare else "" if point.year else year
        texts.insert(0, f"{element.texte} {missing}".rstrip())
        year = f"{point.year}" if point.year else year
        if head and not bare:
            after = f"{element.words.typed(head.end, element.end)} {missing}".rstrip()
    return [_PLURAL.sub(r"\1", texte) for texte in texts]


def _stretches(node: PhraseNode, _phrase: Words, calendar: Calendar) -> Deadlines:
    """« du 3 au 5 mai et du 10 au 12 mai 2027 »: each has the year of the next, unless it says its own."""
    read: list[ReadDeadline] = []
    contexte = calendar.contexte
    for one in reversed(list(node.all("tranche"))):
        own = Calendar(contexte, calendar.source)
        said = when(one.only(*_WHEN), own)
        mine = replace(own, deduced=own.deduced and not read)
        read.insert(0, _with_rest(_deadline(one.texte, said.value, said.precision, mine), node))
        contexte = replace(contexte, annees=(said.value.bounds[0].year,), entre=None)
    _check_forward(read)
    alternative = node.has("ou")
    return tuple(replace(one, alternative=alternative) for one in read)


def _check_forward(read: list[ReadDeadline]) -> None:
    """« décembre à février et mars 2027 »: the year of the next is not that of all."""
    starts = [bounds(one.edtf)[0] for one in read if one.edtf]
    if starts != sorted(starts):
        raise UnreadError


def _seasons(node: PhraseNode, phrase: Words, calendar: Calendar) -> Deadlines:
    """« automne-hiver 2027 » ends in the winter of the year after."""
    said = node.only("an", "deux_ans")
    year = int(said.only("ANNEE").plain)
    read: list[ReadDeadline] = []
    before = -1
    for one in node.all("saison_seule"):
        part = season(one.plain)
        place = _SEASONS_IN_ORDER.index(part)
        rolled = place <= before
        year, before = year + rolled, place
        alone = said.rule == "an" and not rolled
        texte = f"{one.texte} {said.texte}" if alone else phrase.texte
        read.append(_with_rest(_deadline(texte, Moment(year, part), None, calendar), node))
    if said.rule == "deux_ans" and two_years(said)[1] != year:
        raise UnreadError
    alternative = node.has("ou")
    return tuple(replace(one, alternative=alternative) for one in read)


def _two(node: PhraseNode, _phrase: Words, calendar: Calendar) -> Deadlines:
    """« annoncée en mars 2021, reportée en octobre de cette même année »."""
    read: list[ReadDeadline] = []
    year: int | None = None
    for one in node.all("entoure"):
        found = one.only(*_WHEN)
        same = one.has("meme_annee") and year is not None
        known = replace(calendar.contexte, annees=(year,), entre=None) if same and year else calendar.contexte
        said = when(found, Calendar(known, calendar.source))
        year = said.value.bounds[0].year
        read.append(_deadline(one.texte, said.value, said.precision, calendar))
    return tuple(read)


_MEANINGS: dict[str, Callable[[PhraseNode, Words, Calendar], Deadlines]] = {
    "etat": _state,
    "relatif": _relative,
    "conditionnel": _conditional,
    "frequence": _often,
    "reporte": _moved,
    "un": _one,
    "un_entoure": _surrounded,
    "plusieurs": _several,
    "tranches": _stretches,
    "saisons": _seasons,
    "deux_entoures": _two,
}


def _deadline(texte: str, value: Value, part: str | None, calendar: Calendar) -> ReadDeadline:
    return ReadDeadline(
        texte,
        value.type,
        value.edtf,
        precision=part,
        approximatif=calendar.vague,
        annee_deduite=calendar.deduced,
    )


def _with_rest(read: ReadDeadline, node: PhraseNode) -> ReadDeadline:
    """With the hours and the condition that follow a date."""
    heure, heure_fin = hours(node)
    condition = node.get("condition")
    depend_de = condition.only("quoi").texte if condition else None
    return replace(read, heure=heure, heure_fin=heure_fin, depend_de=depend_de)


def _in_words(node: PhraseNode, texte: str) -> str:
    """The words as typed; a notation of machines (« 2027-03-01, 19 h ») becomes French words."""
    for notation in node.all("notation", "numerique"):
        if notation.nodes[0].rule == "ANNEE":
            year, part, day = (*(int(n.plain) for n in notation.nodes), None)[:3]
            if part in NOMS:  # « 2026-28 » is no month
                texte = texte.replace(notation.texte, say(Moment(year or 0, part, day)))
    return texte
