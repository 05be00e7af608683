"""What came of a plan, in counts and in the words of its sources: no share, no lateness, no judgement of the site."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from clairevoie.derive import suivi
from clairevoie.model.actions import Action, SousAction
from clairevoie.model.journal import in_force
from clairevoie.model.plans import Plan
from clairevoie.model.temps import Echeance
from clairevoie.pages.fiche.impacts import ImpactsAilleurs, hoped_at, observed_by
from clairevoie.pages.site import Site
from clairevoie.pages.suites.avancement import told
from clairevoie.pages.suites.suites import Suites
from clairevoie.wording.names import element_name
from clairevoie.wording.plurals import announced, several
from clairevoie.wording.typography import headline, number

# How many moved deadlines the page of a plan tells together; each action tells its own.
_SHOWN = 40


@dataclass(frozen=True, slots=True)
class EcheanceDeplacee:
    """What has a deadline that a follow-up moved: its address and name, the deadlines there first, the one in force."""

    adresse: str
    nom: str
    avant: tuple[Echeance, ...]
    maintenant: Echeance


@dataclass(frozen=True, slots=True)
class BilanDePlan:
    """What came of a plan.

    `phrases` tell its actions by state, and how many have any follow-up: `suivies`; `deplacees` are the first of
    `nombre_deplacees` moved deadlines; `decisions` the addresses of what was decided of it; what was observed stands
    by the projects that carry out its actions, then for the whole démarche, which hopes for the effects told at
    `souhaites`.
    """

    adresse: str
    phrases: tuple[str, ...]
    suivies: int
    deplacees: tuple[EcheanceDeplacee, ...]
    nombre_deplacees: int
    decisions: tuple[str, ...]
    projets: tuple[ImpactsAilleurs, ...]
    demarches: tuple[ImpactsAilleurs, ...]
    souhaites: tuple[str, ...]

    @property
    def comptes(self) -> tuple[tuple[str, str], ...]:
        """What is counted of the rest: the address of what tells it, and words."""
        counted = (
            ("ce-qui-en-est-venu", self.nombre_deplacees, "échéance déplacée"),
            ("qui-a-decide", len(self.decisions), "décision inscrite"),
        )
        return tuple((f"{self.adresse}#{ancre}", several(n, word)) for ancre, n, word in counted if n)


def bilan_of(site: Site, plan: Plan) -> BilanDePlan:
    """What came of a plan."""
    actions = suivi.actions(plan)
    followed = len(suivi.followed(actions))
    moved = suivi.moved(plan)
    demarches = site.demarches(plan)
    ids = dict.fromkeys(action.projet for action in actions if action.projet in site.jeu.projets)
    return BilanDePlan(
        plan.adresse,
        tuple(_phrases(plan, actions, followed)),
        followed,
        _moved(site, plan, moved[:_SHOWN]),
        len(moved),
        tuple(prise.adresse for prise, _ in Suites(site, plan).decisions),
        observed_by(site.jeu.projets[id] for id in ids if id),
        observed_by(demarches),
        tuple(where for one in demarches if (where := hoped_at(one))),
    )


def _phrases(plan: Plan, actions: tuple[Action, ...], followed: int) -> Iterator[str]:
    yield told(actions)
    if plan.actions_annoncees is not None:
        yield headline(announced(plan.actions_annoncees, len(actions)))
    if followed:
        yield f"Suivi publié : {number(followed)} sur {number(len(actions))}"


def _moved(site: Site, plan: Plan, moved: tuple[Action | SousAction, ...]) -> tuple[EcheanceDeplacee, ...]:
    found = {id(element.forme): element for element in site.elements(plan).values()}
    return tuple(
        EcheanceDeplacee(
            f"{plan.adresse}#{element.ancre}",
            headline(element_name(element)),
            one.echeances,
            in_force(one).echeances[0],
        )
        for one in moved
        if (element := found.get(id(one)))
    )
