"""How often: as many dates as the frequency says, and one frequency for one thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import timedelta

from clairevoie.model.actions import Action
from clairevoie.model.fiche import Fiche
from clairevoie.model.folding import fold
from clairevoie.model.parcours import Chemin
from clairevoie.model.phrases import ReadFrequency, bounds
from clairevoie.model.temps import Echeance, Frequence
from clairevoie.problems import Problem
from clairevoie.problems.catalogue import problem
from clairevoie.validate.dossier import Dossier
from clairevoie.validate.rule import Scope, rule

# What comes back when a frequency does not say.
_DEFAULT = "rencontres"

# Deadlines that name one meeting each; an interval or « En continu » may stand for several.
_POINTS = frozenset({"date", "mois", "saison"})

Place = tuple[Fiche, Chemin, Frequence]


@rule(Scope.RECORD)
def dates_of_a_year_match_frequency(dossier: Dossier) -> Iterator[Problem]:
    """An action planned for one year has as many dates as it has meetings in a year."""
    for fiche, chemin, action in dossier.formes(Action):
        dates = _dates_within_a_year(action)
        if not dates or not _lasts_one_year(getattr(fiche, "periode", None)):
            continue
        for rank, frequence in enumerate(action.frequence):
            low, high = frequence.lue.min, frequence.lue.max
            if frequence.objet or frequence.lue.par != "annee" or low is None or high is None:
                continue
            if not low <= dates <= high:
                place = (*chemin, "frequence", rank)
                said = {"prevues": _planned(low, high), "inscrites": _written(dates)}
                yield problem("DAT-11", fiche.adresse, place, **said)


def _planned(low: int, high: int) -> str:
    """« 1 rencontre », « 4 à 6 rencontres »."""
    often = f"{low}" if low == high else f"{low} à {high}"
    return f"{often} rencontre{'s' if high > 1 else ''}"


def _written(dates: int) -> str:
    """« 1 date est inscrite », « 3 dates sont inscrites »."""
    return f"{dates} dates sont inscrites" if dates > 1 else "1 date est inscrite"


def _dates_within_a_year(action: Action) -> int:
    """How many dates, when all the deadlines are dates of the same twelve months; else 0."""
    lues = [lue for echeance in action.echeances for lue in echeance.lues if lue.type != "frequence"]
    days = [bounds(lue.edtf)[0] for lue in lues if lue.edtf and lue.type in _POINTS]
    if not days or len(days) < len(lues) or max(days) - min(days) > timedelta(days=366):
        return 0
    return len(days)


def _lasts_one_year(periode: Echeance | None) -> bool:
    """« 2026 », or « 2009-2010 » as people write a year that starts in the fall."""
    values = [lue.edtf for lue in periode.lues if lue.edtf] if periode else []
    return bool(values) and all(last.year - first.year <= 1 for first, last in map(bounds, values))


@rule(Scope.RECORDS)
def one_thing_has_one_frequency(dossier: Dossier) -> Iterator[Problem]:
    """Inside a démarche, the same thing comes back as often wherever it is written; told at each place."""
    places: dict[tuple[object, ...], list[Place]] = defaultdict(list)
    for fiche, chemin, frequence in dossier.formes(Frequence):
        if frequence.lue.min is not None:
            for scope in _scopes(fiche, chemin, frequence):
                places[scope].append((fiche, chemin, frequence))
    for same in places.values():
        yield from _differing(same)


def _scopes(fiche: Fiche, chemin: Chemin, frequence: Frequence) -> Iterator[tuple[object, ...]]:
    """Where another frequency speaks of the same thing.

    Meetings that are not named are those of their own committee or action: they compare within their list.
    """
    objet = fold(frequence.objet or _DEFAULT)
    if objet == _DEFAULT:
        yield fiche.adresse, chemin[:-1], objet
        return
    demarche = getattr(fiche, "demarche", None)
    for id in (demarche,) if demarche else getattr(fiche, "demarches", ()) or (fiche.adresse,):
        yield id, objet


def _differing(same: list[Place]) -> Iterator[Problem]:
    """One problem at each place whose frequency is not that of another place."""
    for fiche, chemin, frequence in same:
        other = next((f for _, _, f in same if _often(f.lue) != _often(frequence.lue)), None)
        if other:
            objet = frequence.objet or _DEFAULT
            yield problem("DAT-12", fiche.adresse, chemin, objet=objet, a=frequence.texte, b=other.texte)


def _often(read: ReadFrequency) -> tuple[int | None, int | None, str | None]:
    return read.min, read.max, read.par
