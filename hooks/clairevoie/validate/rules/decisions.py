"""Decisions: a vote agrees with its issue and with who was there; a resolution is somebody's."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from clairevoie.model.ancres import slug_of_number
from clairevoie.model.days import extent
from clairevoie.model.decisions import Decision, Vote
from clairevoie.model.evenements import Evenement
from clairevoie.model.parcours import Chemin
from clairevoie.model.presences import assembled
from clairevoie.model.rencontres import spans
from clairevoie.problems import Problem
from clairevoie.problems.catalogue import problem
from clairevoie.validate.dossier import Dossier
from clairevoie.validate.rule import Scope, rule


@rule(Scope.RECORD)
def vote_counts_no_more_voices_than_people(dossier: Dossier) -> Iterator[Problem]:
    """Those who vote are there, or represented."""
    for evenement, chemin, decision in _decided(dossier):
        there = assembled(evenement.presences) if evenement.presences else None
        voices = _voices(decision.vote) if decision.vote else Decimal(0)
        if there is not None and voices > there:
            facts = {"n": f"{voices.normalize():f}", "m": f"{there.normalize():f}"}
            yield problem("REN-06", evenement.adresse, (*chemin, "vote"), **facts)


@rule(Scope.RECORD)
def unanimous_vote_has_nobody_against(dossier: Dossier) -> Iterator[Problem]:
    """« À l'unanimité » and a voice against do not go together."""
    for evenement, chemin, decision in _decided(dossier):
        vote = decision.vote
        if vote and vote.unanimite and vote.contre:
            facts = {"n": f"{vote.contre.normalize():f}"}
            yield problem("REN-07", evenement.adresse, (*chemin, "vote", "unanimite"), **facts)


@rule(Scope.RECORD)
def adopted_decision_has_voices_for_it(dossier: Dossier) -> Iterator[Problem]:
    """What is said to be adopted has somebody for it, and no more against."""
    for evenement, chemin, decision in _decided(dossier):
        vote = decision.vote
        if decision.issue != "adoptee" or vote is None or vote.pour is None:
            continue
        against = vote.contre or Decimal(0)
        if not vote.pour or against > vote.pour:
            facts = {"pour": f"{vote.pour.normalize():f}", "contre": f"{against.normalize():f}"}
            yield problem("REN-08", evenement.adresse, (*chemin, "issue"), **facts)


@rule(Scope.RECORD)
def currency_of_a_decision_is_that_of_an_amount(dossier: Dossier) -> Iterator[Problem]:
    """A currency is typed with the amount that it is of."""
    for evenement, chemin, decision in _decided(dossier):
        if decision.montant is None and "devise" in decision.model_fields_set:
            yield problem("REN-09", evenement.adresse, (*chemin, "devise"), devise=decision.devise)


@rule(Scope.RECORD)
def resolution_is_that_of_somebody(dossier: Dossier) -> Iterator[Problem]:
    """A numbered resolution is one of the comité that took it."""
    for evenement, chemin, decision in _decided(dossier):
        if decision.resolution and not evenement.reunis:
            facts = {"numero": decision.resolution}
            yield problem("REN-10", evenement.adresse, (*chemin, "resolution"), **facts)


@rule(Scope.RECORDS)
def resolution_has_a_number_of_its_own(dossier: Dossier) -> Iterator[Problem]:
    """A comité gives a number to one resolution."""
    seen: dict[tuple[tuple[str, ...], str], tuple[Evenement, Chemin]] = {}
    for evenement, chemin, decision in _decided(dossier):
        if not decision.resolution:
            continue
        key = (evenement.reunis, slug_of_number(decision.resolution))
        first, place = seen.setdefault(key, (evenement, chemin))
        if (first.adresse, place) != (evenement.adresse, chemin):
            facts = {"numero": decision.resolution, "autre": f"{first.collection}/{first.id}.yml"}
            yield problem("REN-14", evenement.adresse, (*chemin, "resolution"), **facts)


@rule(Scope.RECORD)
def decision_is_due_after_it_is_taken(dossier: Dossier) -> Iterator[Problem]:
    """What is decided is to be done once it is decided."""
    for evenement, chemin, decision in _decided(dossier):
        read = [extent(lue.edtf) for lue in decision.echeance.lues if lue.edtf] if decision.echeance else []
        taken = spans(evenement)
        if read and taken and max(last for _, last in read) < min(first for first, _ in taken):
            facts = {"texte": decision.echeance.texte if decision.echeance else ""}
            yield problem("REN-13", evenement.adresse, (*chemin, "echeance"), **facts)


def _decided(dossier: Dossier) -> Iterator[tuple[Evenement, Chemin, Decision]]:
    for evenement in dossier.jeu.evenements.values():
        for rank, decision in enumerate(evenement.decisions):
            yield evenement, ("decisions", rank), decision


def _voices(vote: Vote) -> Decimal:
    return sum((one for one in (vote.pour, vote.contre, vote.abstentions) if one), Decimal(0))
