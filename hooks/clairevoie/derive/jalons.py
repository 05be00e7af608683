"""What stands somewhere in time, or should: meetings, periods, adoptions, deadlines and what moved them.

Goes in: records. Comes out: jalons that keep the words of the source; one that nobody dated stays undated, and
nothing is ever said to be late.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from clairevoie.derive.ordre import in_time
from clairevoie.model import journal
from clairevoie.model.actions import Action, SousAction
from clairevoie.model.ancres import Element
from clairevoie.model.appels import Appel
from clairevoie.model.decisions import Decision
from clairevoie.model.demarches import Demarche
from clairevoie.model.evenements import Evenement
from clairevoie.model.fiche import Fiche
from clairevoie.model.phrases import ReadDeadline, bounds
from clairevoie.model.plans import Plan
from clairevoie.model.projets import Projet
from clairevoie.model.temps import Echeance

Lues = tuple[ReadDeadline, ...]
# The type of a reading that is a length of time without a beginning, beside those of `ReadDeadline`.
DUREE = "duree"
# The fields under which something may be due.
_DUE = ("objectifs", "actions", "volets", "etapes", "decisions", "chaine_resultats", "appels")
# Actions of which the source need not say when.
_WITHOUT_DEADLINE = ("action_envisagee", "activite")


@dataclass(frozen=True, slots=True)
class Deplacement:
    """What a deadline was, and the day of the follow-up that replaced it."""

    lues: Lues
    le: ReadDeadline


@dataclass(frozen=True, slots=True)
class Jalon:
    """Something that has its place in time.

    `lues` is when, as the source says it or as the last follow-up that moved it does, empty when nobody said;
    `avant` is what it was before each move, first to last; `element` is what is due, None for the record itself.
    `genre` is `evenement`, `periode`, `adoption`, `echeance`, or for a call `ouverture` or `cloture`.
    """

    genre: str
    fiche: Fiche
    lues: Lues = ()
    avant: tuple[Deplacement, ...] = ()
    element: Element | None = None

    @property
    def adresse(self) -> str:
        """`collection/id`, with the anchor of what is due."""
        ancre = self.element.ancre if self.element else None
        return f"{self.fiche.adresse}#{ancre}" if ancre else self.fiche.adresse


def due(
    forme: Action | Decision | Demarche | Plan | Projet | SousAction,
) -> tuple[Lues, tuple[Deplacement, ...]]:
    """The deadline in force, and those that follow-ups replaced, first to last."""
    delais = journal.deadlines(forme)
    before = (
        Deplacement(_read(old.echeances), new.entree.date) for old, new in pairwise(delais) if new.entree
    )
    return _read(delais[-1].echeances), tuple(move for move in before if move.lues)


def period(fiche: Demarche | Plan | Projet) -> Jalon:
    """When a démarche, a plan or a project takes place; failing that, how long it is to last."""
    now, before = due(fiche)
    duree = getattr(fiche, "duree", None)
    if not now and duree:
        now = (ReadDeadline(duree.texte, DUREE),)
    return Jalon("periode", fiche, now, before)


def adoption(plan: Plan) -> Jalon | None:
    """When a plan was adopted, or what its source says of it; None when it says nothing."""
    told = plan.adoption
    if told is None or not (told.date or told.texte):
        return None
    if told.date is None:
        return Jalon("adoption", plan, (ReadDeadline(told.texte or "", "sans_date"),))
    return Jalon("adoption", plan, (told.date,))


def may_be_due(fiche: Fiche) -> bool:
    """Whether a record holds anything that could be due, without looking into it."""
    said = vars(fiche)
    return any(map(said.get, _DUE))


def deadlines(fiche: Fiche, elements: Iterable[Element]) -> Iterator[Jalon]:
    """What is due among the elements of a record: its actions and steps, the parts of actions and the decisions that
    say when, the calls when they open and close."""
    for element in elements:
        forme = element.forme
        if isinstance(forme, Appel):
            for genre, echeance in (("ouverture", forme.ouverture), ("cloture", forme.cloture)):
                if echeance is not None:
                    yield Jalon(genre, fiche, echeance.lues, (), element)
        if isinstance(forme, (Action, Decision, SousAction)):
            now, before = due(forme)
            expected = isinstance(forme, Action) and forme.genre not in _WITHOUT_DEADLINE
            if now or expected:
                yield Jalon("echeance", fiche, now, before, element)


def meetings(evenements: Iterable[Evenement]) -> tuple[tuple[Evenement, tuple[Evenement, ...]], ...]:
    """Events in the order of time, each with those that have no date of their own and follow it."""
    ordered = in_time(evenements)
    known = {evenement.id: evenement for evenement in ordered}
    heads: dict[str, list[Evenement]] = {}
    for evenement in ordered:
        leader = _leader(evenement, known)
        heads.setdefault(leader.id, [])
        if leader is not evenement:
            heads[leader.id].append(evenement)
    return tuple((known[id], tuple(heads[id])) for id in known if id in heads)


def in_order(jalons: Iterable[Jalon]) -> tuple[Jalon, ...]:
    """In the order of time, what lasts longest first; then what has no date, in the order given."""
    return tuple(sorted(jalons, key=_place))


def _place(jalon: Jalon) -> tuple[bool, int, int]:
    dated = [bounds(lue.edtf) for lue in jalon.lues if lue.edtf]
    if not dated:
        return True, 0, 0
    return False, min(first for first, _ in dated).toordinal(), -max(last for _, last in dated).toordinal()


def _read(echeances: Iterable[Echeance]) -> Lues:
    return tuple(lue for echeance in echeances for lue in echeance.lues)


def _leader(evenement: Evenement, known: dict[str, Evenement]) -> Evenement:
    """The event after which this one stands; itself when it is dated, follows none of those known, or turns round."""
    leader, seen = evenement, {evenement.id}
    while leader.date is None and leader.suit in known:
        if leader.suit in seen:
            return evenement
        leader = known[leader.suit]
        seen.add(leader.id)
    return leader
