"""The calendar and the timeline of a site that has many dates, cut into pages: by year, month and day, by démarche.

Goes in: what the whole page would show. Comes out: a `Coupe`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from itertools import groupby

from clairevoie.derive.jalons import Jalon
from clairevoie.model.demarches import Demarche
from clairevoie.model.folding import slug
from clairevoie.model.phrases import bounds
from clairevoie.pages.classement import LETTRES, are_many, part_by_name, under_demarche
from clairevoie.pages.decoupage import NOMS, Coupe, PartieCoupee, Pas, decouper, par_lettre
from clairevoie.pages.temps.calendrier import CaseDeMois, Date
from clairevoie.pages.temps.frise import Lot, draw
from clairevoie.pages.temps.reperes import JOUR
from clairevoie.wording.names import title
from clairevoie.wording.plurals import several
from clairevoie.wording.rencontres import long_day
from clairevoie.wording.typography import NBSP, number

_DATES = ("date", "dates")
_LAST_MONTH = 12


@dataclass(frozen=True, slots=True)
class Agenda:
    """The dates of one comité, and how often it meets."""

    adresse: str
    nom: str
    demarches: tuple[str, ...]
    rythmes: tuple[str, ...]
    dates: tuple[Date, ...]


# The events of no known day, under what is known of it: an anchor, a title, a sentence, the lines in order.
SansJour = tuple[str, str, str, tuple[Date, ...]]


def cut_calendar(
    dated: Sequence[Date],
    agendas: Sequence[Agenda],
    without: Sequence[SansJour],
    nearest: Mapping[str, object],
) -> Coupe:
    """The next meetings (`nearest`); the dates by year, month and day; then by comité; then what has no known day."""
    ordered = sorted((line for line in dated if line.case), key=_filed)
    years = PartieCoupee(
        decouper(ordered, _step_of_date, "calendrier", fois=NOMS),
        lambda line: line.titre,
        _DATES,
        lambda some: {"cases": tuple(_cases(some)), "marques": _marks(some)},
        "dates",
        titre="Par année",
        ancre="par-annee",
    )
    parts = [years] if ordered else []
    found = [_by_comite(agendas)] if agendas else []
    told = f"{number(len(ordered))}{NBSP}dates, {number(len(agendas))}{NBSP}comités."
    return Coupe((told,), (*parts, *found, *map(_without_day, without)), "rencontres-a-venir", nearest)


def _filed(line: Date) -> tuple[int, int, tuple[int, int, str, str]]:
    assert line.case is not None
    return line.case.annee, line.case.rang, line.tri


def _step_of_date(line: Date, depth: int) -> Pas | None:
    """The year, then the heading of the calendar in it, then the day, then the name."""
    case = line.case
    assert case is not None
    if depth == 0:
        return Pas(f"calendrier/{case.annee}", str(case.annee), str(case.annee))
    place = f"calendrier/{case.ancre}"
    if depth == 1:
        return Pas(place, case.titre, case.ancre)
    if case.rang > _LAST_MONTH:
        return par_lettre(place, line.titre, _id(line), depth - 2)
    is_day = line.marque == JOUR
    day = date.fromordinal(line.tri[0])
    base = f"calendrier/{day.isoformat()}" if is_day else f"{place}/sans-jour"
    if depth == 2:
        return Pas(base, long_day(day) if is_day else "Sans jour précis")
    return par_lettre(base, line.titre, _id(line), depth - 3)


def _id(line: Date) -> str:
    """What tells a line from those of the same name."""
    return slug(f"{line.adresse or ''} {line.tri[0]} {line.tri[1]} {line.tri[3]}")


def _cases(lines: Sequence[Date]) -> Iterator[tuple[CaseDeMois, tuple[Date, ...]]]:
    placed = [(line.case, line) for line in lines if line.case]
    for case, found in groupby(placed, key=lambda pair: pair[0]):
        yield case, tuple(line for _, line in found)


def _marks(lines: Sequence[Date]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(line.marque for line in lines))


def _by_comite(agendas: Sequence[Agenda]) -> PartieCoupee[Agenda]:
    base = "calendrier/comites"

    def step(one: Agenda, depth: int) -> Pas | None:
        return par_lettre(base, one.nom, one.adresse.partition("/")[2], depth)

    tranche = decouper(agendas, step, base, fois=NOMS, poids=lambda one: 1 + len(one.dates))
    return PartieCoupee(
        replace(tranche, pas=Pas(base, "Par comité")),
        lambda one: one.nom,
        ("comité", "comités"),
        lambda some: {"comites": some},
        "agendas",
        "Par comité",
        "par-comite",
    )


def _without_day(found: SansJour) -> PartieCoupee[Date]:
    kind, titre, phrase, lines = found
    base = f"calendrier/{kind}"
    tranche = decouper(
        sorted(lines, key=lambda line: line.tri[2:]),
        lambda line, depth: par_lettre(base, line.titre, _id(line), depth),
        base,
        fois=NOMS,
    )
    return PartieCoupee(
        replace(tranche, pas=Pas(base, titre)),
        lambda line: line.titre,
        _DATES,
        lambda some: {"phrase": phrase, "dates": some},
        "sans-jour",
        titre,
        kind,
    )


# A thing of a timeline, in the group of its démarche.
Situe = tuple[Demarche | None, Lot, Jalon]


def cut_timeline(lots: Sequence[tuple[Demarche | None, Lot]]) -> Coupe:
    """The periods and the meetings by démarche, then by year."""
    placed = [(demarche, lot, jalon) for demarche, lot in lots for jalon in lot.jalons]
    silent = [demarche for demarche, lot in lots if demarche and not lot.jalons]
    many = are_many(demarche for demarche, _, _ in placed)
    part = PartieCoupee(
        decouper(placed, partial(_step_of_jalon, many), "frise"),
        lambda one: title(one[2].fiche),
        ("repère", "repères"),
        _drawn,
        "frise",
        ancres=lambda found: tuple(dict.fromkeys(lot.cle for _, lot, _ in found)),
    )
    telling = sum(demarche is not None and bool(lot.jalons) for demarche, lot in lots)
    told = f"{several(len(placed), 'repère')}, {several(telling, 'démarche')}."
    titre = "Rien n’est encore inscrit dans le temps"
    rest = (part_by_name("frise/sans-rien", silent, titre, "sans-rien"),) if silent else ()
    return Coupe((told, LETTRES) if many else (told,), (part, *rest))


def _step_of_jalon(many: bool, one: Situe, depth: int) -> Pas | None:
    demarche, lot, jalon = one
    found = under_demarche("frise", demarche, many, depth)
    if isinstance(found, Pas):
        return found if many and demarche and depth == 0 else found._replace(ancre=lot.cle)
    base, inner = found
    dated = [lue.edtf for lue in jalon.lues if lue.edtf]
    year = str(bounds(dated[0])[0].year) if dated else "sans-date"
    if inner == 0:
        return Pas(f"{base}/{year}", year if dated else "Sans date")
    fiche = jalon.fiche
    return par_lettre(f"{base}/{year}", title(fiche), slug(f"{fiche.adresse} {jalon.genre}"), inner - 1)


def _drawn(some: Sequence[Situe]) -> Mapping[str, object]:
    """What the template sees of some of the things: those of one démarche stand open."""
    held: dict[str, tuple[Lot, list[Jalon]]] = {}
    for _, lot, jalon in some:
        held.setdefault(lot.cle, (lot, []))[1].append(jalon)
    alone = len(held) == 1
    lots = [replace(lot, jalons=tuple(found), replie=not alone) for lot, found in held.values()]
    return {"frise": draw(lots, chacun=alone), "sans_rien": ()}
