"""What is decided, and by whom a plan is adopted."""

from __future__ import annotations

from clairevoie.model.actions import Suivi
from clairevoie.model.base import Adresse, Forme, Jour, RefComite, Texte, many, one
from clairevoie.model.listes import IssueDecision


class Decision(Forme):
    """Something decided at a meeting."""

    numero: Texte | None = one("Numéro", "Entre guillemets")
    id: Texte | None = one("Ancre", "Court, si non numérotée")
    texte: Texte = one("Décision", "Mot à mot du compte rendu", obligatoire=True)
    objets: tuple[Adresse, ...] = many("Concerne", "Action, projet, budget, plan, comité")
    issue: IssueDecision = one("Issue", "Issue, au choix dans la liste", "non_precise")
    suivi: tuple[Suivi, ...] = many("Suites", "Journal des suites")


class Adoption(Forme):
    """By whom and when a plan was adopted."""

    comite: RefComite | None = one("Par", "Comité qui adopte")
    date: Jour | None = one("Date", "Absente si le plan n'est pas adopté")
    texte: Texte | None = one("Selon la source", "« À être adopté par le comité de coordination »")
    decision: Adresse | None = one("Décision", "evenements/<id>#decision-1")
