"""What happens or is due in time, as lines of a calendar: events in the words of their source, deadlines by record.

A line stands where its date puts it: in a month when the date falls within one, else beside the months of its year.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from typing import Any

from clairevoie.derive.jalons import Jalon, deadlines, may_be_due
from clairevoie.derive.ordre import alphabetical
from clairevoie.derive.rencontres import Fois
from clairevoie.model import holding
from clairevoie.model.actions import Action, SousAction
from clairevoie.model.ancres import element_text
from clairevoie.model.appels import Appel
from clairevoie.model.comites import Comite
from clairevoie.model.days import extent
from clairevoie.model.decisions import Decision
from clairevoie.model.describe import is_said
from clairevoie.model.evenements import Evenement
from clairevoie.model.fiche import Fiche
from clairevoie.model.phrases import ReadDeadline, bounds, say_date
from clairevoie.model.quand import day, moment
from clairevoie.pages.site import Site
from clairevoie.pages.temps.frise import LENGTH
from clairevoie.pages.temps.reperes import INCONNU, JOUR, MOMENTS, mark
from clairevoie.wording import lectures
from clairevoie.wording.instants import Instant, instants
from clairevoie.wording.names import element_number, public_name, short_name, title
from clairevoie.wording.rencontres import long_day, rule_words, schedule, time_of
from clairevoie.wording.typography import headline, shortened

# Of the actions due on one date in one record, how many are named; the others are on its page.
_NAMED = 5
_SHORT = 60
# Seasons then quarters, in the order of a year.
_PARTS_OF_A_YEAR = (24, 21, 22, 23, 33, 34, 35, 36)


@dataclass(frozen=True, slots=True)
class CaseDeMois:
    """A heading of the calendar: its year, its rank in it, its anchor, its words."""

    annee: int
    rang: int
    ancre: str
    titre: str


@dataclass(frozen=True, slots=True)
class Date:
    """One line: its place, its mark, when, where it leads if anywhere, what it is called, what is said beside;
    `actions` are what is due, by address and name, and `reste` how many more; `fin` is its last day, if it has one;
    `agenda` the file by which a person adds it to a calendar."""

    tri: tuple[int, int, str, str]
    case: CaseDeMois | None
    marque: str
    quand: tuple[Instant, ...]
    adresse: str | None
    titre: str
    precisions: tuple[str, ...]
    etat: str | None = None
    actions: tuple[tuple[str, str], ...] = ()
    reste: int = 0
    fin: date | None = None
    agenda: str | None = None


@dataclass(frozen=True, slots=True)
class Due:
    """One dated deadline of one action, and the comités that answer for it or that it names."""

    lue: ReadDeadline
    jalon: Jalon
    comites: tuple[str, ...]


def case(edtf: str) -> CaseDeMois:
    """Where a date stands: in its month if it falls within one, else in its season, its year, or across months.

    What has a limit stands where the limit does.
    """
    first, last = bounds(edtf)
    year = first.year
    if (first.year, first.month) == (last.year, last.month):
        ancre = f"{year}-{first.month:02}"
        return CaseDeMois(year, first.month, ancre, headline(say_date(ancre)))
    value = edtf.removeprefix("../").removesuffix("/..").removesuffix("~")
    if "/" in value:
        return CaseDeMois(year, 30, f"{year}-periodes", f"Sur plusieurs mois, à partir de {year}")
    if len(value) > len("2009"):
        rank = _PARTS_OF_A_YEAR.index(int(value[5:]))
        return CaseDeMois(int(value[:4]), 20 + rank, value, headline(moment(value)))
    return CaseDeMois(year, 29, f"{year}-annee", f"En {year}, sans plus de précision")


def event_lines(site: Site, evenement: Evenement, around: Iterable[str]) -> Iterator[Date]:
    """A line for each date of an event, one without date when it has none; `around` comes first beside its name."""
    lues = evenement.date.lues if evenement.date else ()
    dated: list[ReadDeadline | None] = [lue for lue in lues if lue.edtf]
    told = (*around, *for_whom(evenement, schedule(evenement)))
    state = site.state(evenement)
    for lue in dated or [None]:
        shown = (lue,) if lue else lues
        yield Date(
            tri=_place(lue, 0, evenement),
            case=case(lue.edtf) if lue and lue.edtf else None,
            marque=mark(shown[0]) if shown else INCONNU,
            quand=instants(shown),
            adresse=evenement.adresse,
            titre=shortened(title(evenement), LENGTH),
            precisions=told,
            etat=state if is_said(state) else None,
            fin=extent(lue.edtf)[1] if lue and lue.edtf else None,
        )


def computed_line(fois: Fois, around: Iterable[str]) -> Date:
    """The line of a time worked out from a rule, which says so."""
    assert fois.jour is not None
    edtf, fiche = fois.jour.isoformat(), fois.fiche
    told = for_whom(fiche, time_of(fois)) if isinstance(fiche, Evenement) else (time_of(fois),)
    precisions = (*around, *told, headline(rule_words(fois) or ""))
    return Date(
        tri=(fois.jour.toordinal(), 0, alphabetical(fiche.intitule), fiche.id),
        case=case(edtf),
        marque=JOUR,
        quand=(Instant(None, long_day(fois.jour), edtf, None),),
        adresse=fiche.adresse,
        titre=shortened(title(fiche), LENGTH),
        precisions=tuple(one for one in precisions if one),
        fin=fois.jour,
    )


def beside(site: Site, fiche: Evenement | Comite) -> Iterator[str]:
    """What it follows, for what has no date of its own; who meets; the démarche."""
    if isinstance(fiche, Evenement):
        leader = site.jeu.evenements.get(fiche.suit) if fiche.suit else None
        if fiche.date is None and leader is not None:
            yield f"après « {shortened(public_name(leader), LENGTH)} »"
        known = (site.jeu.comites.get(id) for id in fiche.reunis)
        yield from (public_name(comite) for comite in known if comite)
    yield from whose(site, fiche)


def for_whom(evenement: Evenement, hours: str | None) -> tuple[str, ...]:
    """At what hour, and whether everyone may come."""
    told = (hours, "ouvert à tous" if evenement.ouvert_au_public else None)
    return tuple(one for one in told if one)


def all_due(site: Site) -> list[Due]:
    """Every dated deadline of the plans and projects, in the order of the records."""
    names = holding(Action, Appel, Decision)
    return due_in(site, (fiche for name in names for fiche in site.jeu.collection(name).values()))


def due_in(site: Site, fiches: Iterable[Fiche]) -> list[Due]:
    """Every dated deadline of these records, in their order."""
    return [
        Due(lue, jalon, _comites(site, jalon, lue))
        for fiche in fiches
        if may_be_due(fiche)
        for jalon in deadlines(fiche, site.elements(fiche).values())
        for lue in jalon.lues
        if lue.edtf
    ]


def due_lines(due: Iterable[Due], around: Callable[[Fiche], tuple[str, ...]]) -> list[Date]:
    """These deadlines, one line for each date of each record, with what `around` says of the record."""
    groups = _grouped(due, lambda one: (one.jalon.fiche.adresse, *_when(one)))
    return [_due_line(found, around) for found in groups]


def whose(site: Site, fiche: Fiche) -> tuple[str, ...]:
    """The démarches of a record, by their short names."""
    return tuple(short_name(demarche) for demarche in site.demarches(fiche))


def _due_line(found: list[Due], around: Callable[[Fiche], tuple[str, ...]]) -> Date:
    fiche = found[0].jalon.fiche
    actions = {one.jalon.adresse: one for one in found}
    return replace(
        _dated(found[0].lue, fiche),
        adresse=fiche.adresse,
        titre=shortened(title(fiche), LENGTH),
        precisions=around(fiche),
        actions=tuple((adresse, _action(one)) for adresse, one in islice(actions.items(), _NAMED)),
        reste=max(len(actions) - _NAMED, 0),
    )


def _dated(lue: ReadDeadline, fiche: Fiche) -> Date:
    """A line that only says when, in plain words: those of each source are on the page of the record."""
    edtf = lue.edtf or ""
    words = replace(lue, texte=headline(day(lue)), portee=None, depend_de=None, annee_deduite=False)
    place = _place(lue, 1, fiche)
    return Date(place, case(edtf), mark(lue), instants((words,)), None, "", (), fin=bounds(edtf)[1])


def _when(due: Due) -> tuple[str | None, str | None, bool]:
    return due.lue.edtf, due.lue.precision, due.lue.approximatif


def _grouped(due: Iterable[Due], key: Callable[[Due], object]) -> Iterable[list[Due]]:
    groups: dict[object, list[Due]] = {}
    for one in due:
        groups.setdefault(key(one), []).append(one)
    return groups.values()


def _place(lue: ReadDeadline | None, rank: int, fiche: Fiche) -> tuple[int, int, str, str]:
    """Events before deadlines on one day; what has no date comes last."""
    first = bounds(lue.edtf)[0].toordinal() if lue and lue.edtf else 10**7
    return first, rank, alphabetical(fiche.intitule), fiche.id


def _action(due: Due) -> str:
    """« 1.2.1 Préparer le terrain… », or the words alone; then what it depends on."""
    forme: Any = due.jalon.element.forme if due.jalon.element else due.jalon.fiche
    told = ", ".join(lectures.beside(due.lue))
    moment = MOMENTS.get(due.jalon.genre)
    head = f"{moment} :" if moment else element_number(forme)
    said = (head, shortened(element_text(forme), _SHORT), told and f"({told})")
    return " ".join(part for part in said if part)


def _comites(site: Site, jalon: Jalon, lue: ReadDeadline) -> tuple[str, ...]:
    """The comités that answer for what is due, and the one that the words of the deadline name."""
    forme = jalon.element.forme if jalon.element else None
    found = (
        [one.comite for one in forme.responsables]
        if isinstance(forme, (Action, Decision, SousAction))
        else []
    )
    found.append(site.comite_of_words(jalon.fiche, lue.portee))
    return tuple(dict.fromkeys(id for id in found if id))
