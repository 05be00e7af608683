"""A timeline ready to be drawn: groups of things that have, or should have, their place in time.

Each thing is said in the words of its source, with the mark of what the site reads in them; what is dated is drawn
on a scale of years that all the groups of a timeline share. What has no date is named all the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from clairevoie.derive.jalons import Jalon
from clairevoie.drawing.time_scale import Scale, ScaleMark
from clairevoie.model.describe import is_said
from clairevoie.model.evenements import Evenement
from clairevoie.model.phrases import bounds
from clairevoie.model.quand import is_unread, of
from clairevoie.pages.decoupage import LIMITE
from clairevoie.pages.temps.reperes import (
    INCONNU,
    MARQUES,
    mark,
    readings,
    reperes,
    scale,
    together,
)
from clairevoie.wording.instants import Instant, instants
from clairevoie.wording.names import element_name, title
from clairevoie.wording.typography import headline, number, shortened

# A title or a sentence longer than this is on its own page.
LENGTH = 160
# What a page shows before anything is asked for: so many lines in all (fewer than so many never fold), so many groups.
_LINES, _FEW, _GROUPS = 8, 3, 4
# In a fold, more lines than this stand by year; over more years than that, by ten years.
_ONE_LIST, _YEARS = 40, 20
# What has no year comes after all those that have one.
_LAST = 9999
# More things without a date than this are one fold away.
_NAMED = 12
_DATE, _NON_LUE = "date", "non_lue"
# What is said of a group by what its things have: one, several.
_COMPTES = {
    _DATE: ("avec une date", "avec une date"),
    "continu": ("en continu", "en continu"),
    "recurrent": ("qui revient sans date fixe", "qui reviennent sans date fixe"),
    "conditionnel": ("qui dépend d'autre chose", "qui dépendent d'autre chose"),
    _NON_LUE: ("dont le site ne lit pas la date", "dont le site ne lit pas la date"),
    INCONNU: ("sans date connue", "sans date connue"),
}


@dataclass(frozen=True, slots=True)
class Lot:
    """The jalons of one group before they are drawn.

    `cle` is its anchor; `noms` how its things are counted, one and several; `dire` the words beside a name; `etat` the
    state of an event; `suites` the events without date that follow each event, by id; `adresse` the record whose name
    is the title, if any; `replie`: its lines are one fold away; `liste`: where its things are, when no page can hold
    them.
    """

    cle: str
    titre: str
    noms: tuple[str, str]
    jalons: tuple[Jalon, ...]
    dire: Callable[[Jalon], str | None]
    etat: Callable[[Jalon], str | None] = lambda _: None
    suites: Mapping[str, tuple[Evenement, ...]] = field(default_factory=dict)
    adresse: str | None = None
    replie: bool = False
    liste: str | None = None


@dataclass(frozen=True, slots=True)
class LigneFrise:
    """One thing: where it leads, what it is called, its words; the marks beside its words; when.

    `avant` is when it was to be before each move, with the day of the follow-up that moved it (« du 2 juin 2010 »);
    `suites` what follows it without a date.
    """

    adresse: str
    titre: str
    texte: str | None
    marques: tuple[str, ...]
    quand: tuple[Instant, ...]
    avant: tuple[tuple[tuple[Instant, ...], str], ...]
    etat: str | None
    reperes: tuple[ScaleMark, ...]
    suites: tuple[LigneFrise, ...]
    annee: int | None


@dataclass(frozen=True, slots=True)
class GroupeFrise:
    """A group drawn: `phrase` counts its things, `etendue` says its first and last dates, `sans_date` gives the
    address and name of those for which nobody said when; `reperes` is the whole of a folded group on one drawing.

    When no page can hold all the things of a timeline, `comptes` gives how many there are by year, and `lignes`, told
    without marks, are those of the pages below the one of the record.
    """

    lot: Lot
    phrase: str
    etendue: str | None
    lignes: tuple[LigneFrise, ...]
    sans_date: tuple[tuple[str, str], ...]
    reperes: tuple[ScaleMark, ...]
    comptes: tuple[tuple[str, int], ...] = ()

    @property
    def tranches(self) -> tuple[tuple[str | None, tuple[LigneFrise, ...]], ...]:
        """Its lines by the year in which each starts, when they are many; together, without a title, otherwise."""
        if not self.lot.replie or len(self.lignes) <= _ONE_LIST:
            return ((None, self.lignes),) if self.lignes else ()
        by_ten = _by_ten(une.annee for une in self.lignes)
        ordered = sorted(self.lignes, key=lambda une: une.annee or _LAST)
        found = groupby(ordered, key=lambda une: _span(une.annee, by_ten))
        return tuple((titre, tuple(held)) for titre, held in found)

    @property
    def beaucoup_sans_date(self) -> bool:
        """Whether those without a date wait to be asked for."""
        return len(self.sans_date) > _NAMED

    @property
    def rangs(self) -> int:
        """How many lines the drawing takes."""
        return max((repere.line for repere in self.reperes), default=-1) + 1


@dataclass(frozen=True, slots=True)
class Frise:
    """A timeline: its scale, None when nothing is dated; its groups; the marks it uses, in the order of the legend."""

    echelle: Scale | None
    groupes: tuple[GroupeFrise, ...]
    marques: tuple[str, ...]

    @property
    def premiers(self) -> tuple[GroupeFrise, ...]:
        """The groups that are seen at once."""
        return self.groupes[:_GROUPS] if len(self.groupes) > _GROUPS + 1 else self.groupes

    @property
    def suite(self) -> tuple[GroupeFrise, ...]:
        """Those that wait to be asked for."""
        return self.groupes[len(self.premiers) :]


def draw(lots: Iterable[Lot], *, chacun: bool) -> Frise:
    """The timeline of these groups, less those that hold nothing; `chacun`: each thing has a drawing of its own."""
    kept = _folded([lot for lot in lots if lot.jalons])
    jalons = [jalon for lot in kept for jalon in lot.jalons]
    echelle = scale(jalons)
    long = len(jalons) + sum(len(after) for lot in kept for after in lot.suites.values()) > LIMITE
    followed = any(after for lot in kept for after in lot.suites.values())
    return Frise(
        echelle=echelle,
        groupes=tuple(
            _counted_group(lot, echelle, rank < _GROUPS, chacun) if long else _group(lot, echelle, chacun)
            for rank, lot in enumerate(kept)
        ),
        marques=_legend(jalons, followed, echelle),
    )


def _folded(lots: Sequence[Lot]) -> list[Lot]:
    """The groups, those that make the page too long folded."""
    seen = sum(len(lot.jalons) for lot in lots if not lot.replie)
    return [replace(lot, replie=True) if seen > _LINES and len(lot.jalons) > _FEW else lot for lot in lots]


def _counted_group(lot: Lot, echelle: Scale | None, drawn: bool, named: bool) -> GroupeFrise:
    """A group of a timeline too long for one page; past the first ones, in words only. `named`: it has other pages."""
    years = sorted(_year(jalon) or _LAST for jalon in lot.jalons)
    years += [_LAST for after in lot.suites.values() for _ in after]
    by_ten = _by_ten(years)
    spans = Counter(_span(year if year != _LAST else None, by_ten) for year in years)
    marks = (one for jalon in lot.jalons for one in reperes(echelle, jalon)) if echelle and drawn else ()
    return GroupeFrise(
        lot=replace(lot, replie=True),
        phrase=_counts(lot),
        etendue=_extent(lot.jalons),
        lignes=tuple(_line(jalon, lot) for jalon in lot.jalons) if named else (),
        sans_date=(),
        reperes=together(marks),
        comptes=tuple(spans.items()),
    )


def _year(jalon: Jalon) -> int | None:
    """The year in which it starts."""
    return min((day.year for lue in jalon.lues if lue.edtf for day in bounds(lue.edtf)), default=None)


def _by_ten(years: Iterable[int | None]) -> bool:
    """Whether so many years are told ten by ten."""
    known = {year for year in years if year and year != _LAST}
    return len(known) > _YEARS and len({year // 10 for year in known}) > 1


def _span(annee: int | None, by_ten: bool) -> str:
    if annee is None:
        return "Sans année"
    first = annee // 10 * 10
    return f"De {first} à {first + 9}" if by_ten else str(annee)


def _group(lot: Lot, echelle: Scale | None, chacun: bool) -> GroupeFrise:
    drawn = {id(jalon): reperes(echelle, jalon) for jalon in lot.jalons} if echelle else {}
    told = [jalon for jalon in lot.jalons if jalon.lues or lot.suites.get(jalon.fiche.id)]
    silent = [jalon for jalon in lot.jalons if not jalon.lues and not lot.suites.get(jalon.fiche.id)]
    return GroupeFrise(
        lot=lot,
        phrase=_counts(lot),
        etendue=_extent(lot.jalons),
        lignes=tuple(_line(jalon, lot, drawn.get(id(jalon), ()) if chacun else ()) for jalon in told),
        sans_date=tuple((jalon.adresse, _name(jalon)) for jalon in silent),
        reperes=together(one for found in drawn.values() for one in found) if lot.replie else (),
    )


def _line(jalon: Jalon, lot: Lot, drawn: tuple[ScaleMark, ...] = ()) -> LigneFrise:
    is_event = jalon.genre == "evenement"
    state = lot.etat(jalon)
    after = lot.suites.get(jalon.fiche.id, ()) if is_event else ()
    return LigneFrise(
        adresse=jalon.adresse,
        titre=_name(jalon),
        texte=lot.dire(jalon),
        marques=marks(jalon),
        quand=instants(jalon.lues),
        avant=tuple((instants(move.lues), of(move.le)) for move in jalon.avant),
        etat=state if is_said(state) else None,
        reperes=drawn,
        suites=tuple(_line(Jalon("evenement", one), lot) for one in after),
        annee=_year(jalon),
    )


def _name(jalon: Jalon) -> str:
    if jalon.element is None:
        return shortened(title(jalon.fiche), LENGTH)
    return headline(element_name(jalon.element))


def marks(jalon: Jalon) -> tuple[str, ...]:
    """The marks to show beside its words, each once."""
    found = [mark(lue) for lue in jalon.lues] or [INCONNU]
    return tuple(dict.fromkeys(found + ["conditionnel" for lue in jalon.lues if lue.depend_de]))


def _counts(lot: Lot) -> str:
    """« 26 actions : 20 avec une date, 6 en continu », « 3 actions sans date connue », « 3 actions » all dated."""
    kinds = [_kind(jalon) for jalon in lot.jalons]
    kinds += [INCONNU for after in lot.suites.values() for _ in after]
    said = f"{number(len(kinds))} {lot.noms[len(kinds) > 1]}"
    parts = [(kinds.count(kind), words) for kind, words in _COMPTES.items() if kind in kinds]
    if len(parts) > 1:
        return f"{said} : " + ", ".join(f"{number(count)} {words[count > 1]}" for count, words in parts)
    return said if _DATE in kinds else f"{said} {parts[0][1][len(kinds) > 1]}"


def _kind(jalon: Jalon) -> str:
    if any(lue.edtf for lue in jalon.lues):
        return _DATE
    if any(map(is_unread, jalon.lues)):
        return _NON_LUE
    return mark(jalon.lues[0]) if jalon.lues else INCONNU


def _extent(jalons: Iterable[Jalon]) -> str | None:
    """« De 2009 à 2011 », « En 2009 »."""
    years = [day.year for lue, _ in readings(jalons) if lue.edtf for day in bounds(lue.edtf)]
    if not years:
        return None
    first, last = min(years), max(years)
    return f"En {first}" if first == last else f"De {first} à {last}"


def _legend(jalons: Sequence[Jalon], followed: bool, echelle: Scale | None) -> tuple[str, ...]:
    """The marks that stand somewhere in the timeline, then those of what was replaced and of what is not drawn."""
    told = list(readings(jalons))
    found = {name for jalon in jalons for name in marks(jalon)} | {mark(lue) for lue, _ in told}
    found |= {INCONNU} if followed else set()
    order = [name for name in dict.fromkeys(MARQUES.values()) if name in found]
    order += ["remplacee"] if any(moved for _, moved in told) else []
    return tuple([*order, "dehors"] if echelle and echelle.has_outside else order)
