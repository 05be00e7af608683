"""What came of every plan, by démarche: what each page of a plan tells, in counts and words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from clairevoie.derive import suivi
from clairevoie.model.demarches import Demarche
from clairevoie.model.plans import Plan
from clairevoie.pages.classement import (
    LETTRES,
    SANS_DEMARCHE,
    Filed,
    are_many,
    by_demarches,
    their_anchors,
    under_demarche,
)
from clairevoie.pages.decoupage import Coupe, PartieCoupee, Pas, decouper, is_long, par_lettre
from clairevoie.pages.fiche.impacts import ImpactsAilleurs, hoped_at, observed_by
from clairevoie.pages.fiche.plan import BilanDePlan, bilan_of
from clairevoie.pages.site import Site
from clairevoie.pages.suites.avancement import told
from clairevoie.wording.names import public_name, short_name
from clairevoie.wording.plurals import several
from clairevoie.wording.typography import headline

_LISTE = "ce-qui-est-venu-des-plans"


@dataclass(frozen=True, slots=True)
class ChapitreDeBilans:
    """The plans of a démarche (`adresse` is None for none), what was observed in it, where its hopes are told."""

    titre: str
    ancre: str
    adresse: str | None
    bilans: tuple[BilanDePlan, ...]
    observes: tuple[ImpactsAilleurs, ...]
    souhaites: str | None

    @property
    def en_tete(self) -> tuple[str, str]:
        """Its anchor and its title."""
        return self.ancre, self.titre


def outcomes(site: Site) -> Mapping[str, object] | Coupe:
    """`comptes` for the whole site, then `chapitres`."""
    filed = by_demarches(site, "plans")
    if not is_long(len(filed)):
        return {**_chapters(site, filed), "comptes": _counts(site)}
    many = are_many(demarche for demarche, _ in filed)
    part = PartieCoupee(
        decouper(filed, partial(_step, many), _LISTE),
        lambda one: public_name(one[1]),
        ("plan", "plans"),
        partial(_chapters, site),
        _LISTE,
        ancres=lambda found: their_anchors(demarche for demarche, _ in found),
    )
    return Coupe((*_counts(site), LETTRES) if many else _counts(site), (part,))


def _step(many: bool, filed: Filed, depth: int) -> Pas | None:
    demarche, plan = filed
    found = under_demarche(_LISTE, demarche, many, depth)
    if isinstance(found, Pas):
        return found
    base, inner = found
    return par_lettre(base, public_name(plan), plan.id, inner)


def _chapters(site: Site, filed: Sequence[Filed]) -> dict[str, object]:
    """What the template sees of some plans: those of one démarche after another."""
    grouped = groupby(filed, key=lambda one: one[0])
    chapters = tuple(_chapter(site, demarche, [plan for _, plan in found]) for demarche, found in grouped)
    return {"comptes": (), "chapitres": chapters}


def _chapter(site: Site, demarche: Demarche | None, plans: Sequence[Plan]) -> ChapitreDeBilans:
    bilans = tuple(bilan_of(site, plan) for plan in plans)
    if demarche is None:
        return ChapitreDeBilans("Sans démarche", SANS_DEMARCHE, None, bilans, (), None)
    titre = headline(short_name(demarche))
    return ChapitreDeBilans(
        titre, demarche.id, demarche.adresse, bilans, observed_by((demarche,)), hoped_at(demarche)
    )


def _counts(site: Site) -> tuple[str, ...]:
    """« 7 plans. 61 actions : aucun suivi publié. », then what is recorded of the rest."""
    bilans = [bilan_of(site, plan) for plan in site.jeu.plans.values()]
    actions = [action for plan in site.jeu.plans.values() for action in suivi.actions(plan)]
    if not bilans:
        return ()
    return (f"{several(len(bilans), 'plan')}. {told(actions)}.", *_others(bilans))


def _others(bilans: Sequence[BilanDePlan]) -> Iterator[str]:
    decided = {adresse for one in bilans for adresse in one.decisions}
    counted = (
        (sum(one.nombre_deplacees for one in bilans), "échéance déplacée"),
        (len(decided), "décision inscrite"),
    )
    followed = sum(one.suivies for one in bilans)
    said = [f"suivi publié pour {several(followed, 'action')}"] if followed else []
    said += [several(n, word) for n, word in counted if n]
    if said:
        yield f"{headline(', '.join(said))}."
