"""The calendars that people follow: of the site, of each démarche, comité and territory.

Goes in: a `Site`. Comes out: the text of each file. It holds what the page of the calendar shows that has a sure day:
the events, the rules by which people still meet, and the deadlines of one day, less what was over before last year.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from clairevoie.derive.rencontres import times
from clairevoie.exports.icalendar import CalendarEntry, CalendarName, calendar_text
from clairevoie.model import holding
from clairevoie.model.actions import Action
from clairevoie.model.appels import Appel
from clairevoie.model.comites import Comite
from clairevoie.model.comptes import demarches_of
from clairevoie.model.decisions import Decision
from clairevoie.model.demarches import Demarche
from clairevoie.model.evenements import Evenement
from clairevoie.model.fiche import Fiche
from clairevoie.model.phrases import ReadDeadline
from clairevoie.model.territoires import Territoire
from clairevoie.pages.abonner import AVEC_CALENDRIER, addresses_kept, calendar_place
from clairevoie.pages.fiche import territoire as lieu
from clairevoie.pages.partage import name_of_the_site
from clairevoie.pages.site import Site
from clairevoie.pages.temps.agenda import (
    dated_entries,
    host,
    last_change,
    named_apart,
    page_address,
    repeated_entry,
)
from clairevoie.pages.temps.calendrier import Due, due_in, due_lines
from clairevoie.pages.temps.prochaines import by_rule, meetings_of, recorded_with
from clairevoie.wording.names import short_name, title
from clairevoie.wording.typography import NBSP, headline

_LIMIT = "../"
_HOLDERS = tuple(holding(Action, Appel, Decision))


@dataclass(frozen=True, slots=True)
class _Contenu:
    """What a calendar is made of: events, comités that may meet by a rule, records of which something may be due, and
    which of what is due there."""

    evenements: Sequence[Evenement]
    comites: Sequence[Comite]
    fiches: Iterable[Fiche]
    garde: Callable[[Due], bool] = lambda _: True


def calendars(site: Site) -> Iterator[tuple[tuple[str, ...], Callable[[], tuple[str, ...]]]]:
    """The places of each calendar, and how to make its texts, the same at each.

    That of a withdrawn record is empty, and empties its copies.
    """
    if not site.reglages.adresse:
        return
    yield (calendar_place(),), lambda: (_of_site(site),)
    for fiche in (
        *(one for name in AVEC_CALENDRIER for one in site.jeu.collection(name).values()),
        *site.retirees,
    ):
        if fiche.collection in AVEC_CALENDRIER:
            places = tuple(map(calendar_place, addresses_kept(fiche, AVEC_CALENDRIER)))
            yield places, partial(_at_each, site, fiche, len(places))


def _at_each(site: Site, fiche: Fiche, times: int) -> tuple[str, ...]:
    """The same text at so many addresses: who followed a record before it moved still hears of it."""
    make = _of_withdrawn if fiche.publication == "retire" else _of_record
    return (make(site, fiche),) * times


def _of_site(site: Site) -> str:
    jeu = site.jeu
    every = _Contenu(
        tuple(jeu.evenements.values()),
        tuple(jeu.comites.values()),
        [fiche for name in _HOLDERS for fiche in jeu.collection(name).values()],
    )
    name = CalendarName(name_of_the_site(site.reglages), f"{site.reglages.adresse}calendrier/")
    return calendar_text(_entries(site, every), name)


def _of_withdrawn(site: Site, fiche: Fiche) -> str:
    return calendar_text((), CalendarName("Page retirée", f"{site.reglages.adresse}{fiche.adresse}/"))


def _of_record(site: Site, fiche: Fiche) -> str:
    site.tracker.seen.add(fiche.adresse)
    called = CalendarName(
        f"{title(fiche)} – {name_of_the_site(site.reglages)}", page_address(site, fiche.adresse)
    )
    return calendar_text(_entries(site, _CONTENUS[fiche.collection](site, fiche)), called)


def _of_demarche(site: Site, demarche: Demarche) -> _Contenu:
    own = [one for one in site.cited_by(demarche) if demarche.id in demarches_of(one)]
    comites: Any = [one for one in own if one.collection == "comites"]
    evenements: Any = [one for one in own if one.collection == "evenements"]
    return _Contenu(evenements, comites, (demarche, *own))


def _of_comite(site: Site, comite: Comite) -> _Contenu:
    """Its meetings, and what is due of which it takes care or that names it."""
    around = (fiche for one in site.demarches(comite) for fiche in (one, *site.cited_by(one)))
    fiches = {fiche.adresse: fiche for fiche in (*site.cited_by(comite), *around)}
    return _Contenu(
        meetings_of(site, comite), (comite,), fiches.values(), lambda one: comite.id in one.comites
    )


def _of_territoire(site: Site, territoire: Territoire) -> _Contenu:
    """What happens there and in the smaller places, and what is due in the plans of the démarches there."""
    ids = site.contenu[territoire.id]
    evenements, comites = lieu.meetings(site, ids)
    there = {one.adresse: one for name in _HOLDERS for one in lieu.records(site, ids, name)}
    for demarche in lieu.records(site, ids, "demarches"):
        there |= {plan.adresse: plan for plan in site.citing(demarche, "plans", "demarche")}
    there |= {one.adresse: one for one in evenements}
    return _Contenu(evenements, comites, there.values())


_CONTENUS: Mapping[str, Callable[[Site, Any], _Contenu]] = {
    "demarches": _of_demarche,
    "comites": _of_comite,
    "territoires": _of_territoire,
}


def _entries(site: Site, contenu: _Contenu) -> list[CalendarEntry]:
    """The entries of a calendar, in the order of time."""
    begins = date(site.annee - 1, 1, 1)
    found = [
        one
        for evenement in contenu.evenements
        if evenement.recurrence is None
        for one in named_apart(dated_entries(site, evenement))
    ]
    found += _repeated(site, contenu)
    found += _due(site, [one for one in due_in(site, contenu.fiches) if contenu.garde(one)])
    kept = (one for one in found if one.rule or one.last >= begins)
    return sorted(kept, key=lambda one: (one.first, one.uid))


def _repeated(site: Site, contenu: _Contenu) -> Iterator[CalendarEntry]:
    """The rules by which people still meet, from today on: what a rule gave and nobody recorded is not told as past."""
    for fiche in by_rule(contenu.evenements, contenu.comites):
        if any(times(fiche, recorded_with(site, fiche), site.on)):
            one = repeated_entry(site, fiche, site.on)
            yield from (one,) if one else ()


def _due(site: Site, due: Iterable[Due]) -> Iterator[CalendarEntry]:
    """What is due on a day or by that day, one entry for each record and each of its days."""
    groups: dict[tuple[str, str], list[Due]] = {}
    for one in due:
        if _is_a_day(one.lue):
            groups.setdefault((one.jalon.fiche.adresse, one.lue.edtf or ""), []).append(one)
    for (_, edtf), found in groups.items():
        yield _due_entry(site, found, edtf)


def _is_a_day(lue: ReadDeadline) -> bool:
    """Whether a deadline is one day, or a limit that is one; nothing vague, nor that depends on something else."""
    edtf = (lue.edtf or "").removeprefix(_LIMIT)
    sure = not (lue.approximatif or lue.alternative or lue.depend_de)
    return sure and len(edtf) == len("2027-03-31") and "/" not in edtf


def _due_entry(site: Site, found: Sequence[Due], edtf: str) -> CalendarEntry:
    fiche = found[0].jalon.fiche
    day = date.fromisoformat(edtf.removeprefix(_LIMIT))
    names = [name for line in due_lines(found, lambda _: ()) for _, name in line.actions]
    places = dict.fromkeys(one.jalon.adresse for one in found)
    more = len(places) - len(names)
    kind = "limite" if edtf.startswith(_LIMIT) else "echeance"
    return CalendarEntry(
        uid=f"{fiche.premiere_adresse}/{kind}-{day.isoformat()}@{host(site)}",
        stamp=last_change(site, fiche, day),
        first=day,
        last=day,
        summary=f"{_summary(found, names, len(places)).rstrip('.')} – {headline(short_name(fiche))}",
        url=page_address(site, next(iter(places)) if len(places) == 1 else fiche.adresse),
        description=(*names, f"et {more} {'autres' if more > 1 else 'autre'}" if more > 0 else ""),
    )


def _summary(found: Sequence[Due], names: Sequence[str], total: int) -> str:
    """« Échéance : 1.2.1 Préparer le terrain », « Date limite : Appel à projets », « 4 échéances »."""
    if total > 1:
        return f"{total}{NBSP}échéances"
    return names[0] if found[0].jalon.genre != "echeance" else f"Échéance{NBSP}: {names[0]}"
