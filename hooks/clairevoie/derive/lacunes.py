"""What is not written down yet: what a record does not say and somebody may know.

Nothing here says that a thing was not done: a silence is a question, counted beside what could have been said.
Records that are archived are no longer kept, so nobody is asked about them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from clairevoie.derive.fraicheur import may_have_changed
from clairevoie.derive.sieges import held
from clairevoie.derive.suivi import is_followed
from clairevoie.model import COLLECTIONS
from clairevoie.model.actions import Action
from clairevoie.model.ancres import elements
from clairevoie.model.argent import Budget
from clairevoie.model.comites import Comite
from clairevoie.model.fiche import Fiche
from clairevoie.model.gens import tenue
from clairevoie.model.journal import in_force
from clairevoie.model.plans import Plan
from clairevoie.model.projets import Projet

# An activity is carried and dated by the steps of its project; an envisaged action is neither.
_GENRES = frozenset({"action", "action_communication", "etape"})


@dataclass(frozen=True, slots=True)
class Lacune:
    """What is asked of a record, by its kind: `qui`, `quand`, `suite`, `total`, `composition`, `date`, `revoir`.

    Of `sur` elements that could answer, `nombre` do not; `ancres` are the addresses of those that have one. A
    question about the record itself counts for one.
    """

    sorte: str
    nombre: int
    sur: int
    ancres: tuple[str, ...] = ()


def questions(fiche: Fiche, on: date) -> Iterator[Lacune]:
    """What may be asked of a published record, answered or not, in the order of the table."""
    if fiche.publication == "archive":
        return
    asked = _Sujet(fiche, _actions(fiche), on)
    for sorte, find in _SORTES.items():
        found = tuple(find(asked))
        silent = [ancre for ancre, says in found if not says]
        if found:
            yield Lacune(sorte, len(silent), len(found), tuple(ancre for ancre in silent if ancre))


@dataclass(frozen=True, slots=True)
class _Sujet:
    """A record, its actions with their anchors, and the day that stands for today."""

    fiche: Fiche
    actions: tuple[tuple[str | None, Action], ...]
    on: date


# What could answer a question: where it stands, and whether it does.
Answers = Iterator[tuple[str | None, bool]]


def _actions(fiche: Fiche) -> tuple[tuple[str | None, Action], ...]:
    if not isinstance(fiche, (Plan, Projet)):
        return ()
    found = ((e.ancre, e.forme) for e in elements(fiche) if isinstance(e.forme, Action))
    return tuple((ancre, action) for ancre, action in found if action.genre in _GENRES)


# An action of a project is carried, and its follow-up told, with the whole project when the project says so.
def _who(asked: _Sujet) -> Answers:
    carried = bool(vars(asked.fiche).get("responsables"))
    return ((ancre, carried or bool(a.responsables or a.ressources)) for ancre, a in asked.actions)


def _when(asked: _Sujet) -> Answers:
    return ((ancre, bool(in_force(a).echeances or a.frequence)) for ancre, a in asked.actions)


def _then(asked: _Sujet) -> Answers:
    told = bool(vars(asked.fiche).get("suivi"))
    return ((ancre, told or is_followed((a,))) for ancre, a in asked.actions)


def _total(asked: _Sujet) -> Answers:
    budgets: tuple[Budget, ...] = vars(asked.fiche).get("budgets", ())
    return ((budget.id, budget.total_declare is not None) for budget in budgets)


def _seats(asked: _Sujet) -> Answers:
    """A grouped record stands for comités that nobody counted: no one can say who sits there."""
    comite = asked.fiche
    if isinstance(comite, Comite) and not comite.collectif:
        seated = held(comite.membres, lambda membre: tenue(membre, asked.on))
        yield None, bool(seated or comite.composition or comite.categories_membres)


def _dated(asked: _Sujet) -> Answers:
    if COLLECTIONS[asked.fiche.collection].vivante:
        yield None, asked.fiche.etat_au is not None


def _reviewed(asked: _Sujet) -> Answers:
    if COLLECTIONS[asked.fiche.collection].vivante and asked.fiche.etat_au is not None:
        yield None, not may_have_changed(asked.fiche, asked.on)


_SORTES: dict[str, Callable[[_Sujet], Answers]] = {
    "qui": _who,
    "quand": _when,
    "suite": _then,
    "total": _total,
    "composition": _seats,
    "date": _dated,
    "revoir": _reviewed,
}
