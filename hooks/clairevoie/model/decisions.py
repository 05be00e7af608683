"""What is decided, and by whom a plan is adopted."""

from __future__ import annotations

from clairevoie.model.actions import Suivi
from clairevoie.model.base import (
    Adresse,
    Booleen,
    Forme,
    Jour,
    Montant,
    Nombre,
    RefComite,
    RefOrganisme,
    Texte,
    many,
    one,
)
from clairevoie.model.listes import Devise, IssueDecision
from clairevoie.model.monnaies import USUELLE
from clairevoie.model.responsables import Responsable
from clairevoie.model.temps import Echeance


class Vote(Forme):
    """How a decision was voted, as its minutes count it."""

    unanimite: Booleen | None = one("À l'unanimité", "« true » quand la source le dit")
    pour: Nombre | None = one("Pour", "Nombre de voix")
    contre: Nombre | None = one("Contre", "Nombre de voix")
    abstentions: Nombre | None = one("Abstentions", "Nombre d'abstentions")


class Decision(Forme):
    """Something decided at a meeting."""

    numero: Texte | None = one("Numéro", "Entre guillemets")
    id: Texte | None = one("Ancre", "Court, si non numérotée")
    resolution: Texte | None = one("Résolution", "Numéro entre guillemets : « CC-2026-03-12 »")
    texte: Texte = one("Décision", "Mot à mot du compte rendu", obligatoire=True)
    objets: tuple[Adresse, ...] = many(
        "Concerne", "Action, projet, budget, plan, comité, document, décision d'une autre rencontre"
    )
    issue: IssueDecision = one("Issue", "Issue, au choix dans la liste", "non_precise")
    vote: Vote | None = one("Vote", "Voix comptées, ou unanimité; jamais qui a voté quoi")
    montant: Montant | None = one("Montant", "Ce que la décision engage; le site ne l'additionne à rien")
    devise: Devise = one("Monnaie", "Monnaie, au choix dans la liste", USUELLE)
    responsables: tuple[Responsable, ...] = many("Qui s'en occupe", "Comité, organisme ou rôle")
    echeance: Echeance | None = one("Échéance", "« avant le 30 juin 2026 »")
    suivi: tuple[Suivi, ...] = many("Suites", "Journal des suites")


class Adoption(Forme):
    """By whom and when a plan was adopted."""

    comite: RefComite | None = one("Par", "Comité qui adopte")
    organisme: RefOrganisme | None = one("Par l'organisme", "Conseil municipal, conseil d'administration…")
    date: Jour | None = one("Date", "Absente si le plan n'est pas adopté")
    resolution: Texte | None = one("Résolution", "Numéro entre guillemets : « 2026-03-112 »")
    texte: Texte | None = one("Selon la source", "« À être adopté par le comité de coordination »")
    decision: Adresse | None = one("Décision", "evenements/<id>#decision-1")
