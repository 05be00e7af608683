"""Budgets, their lines and their funders."""

from __future__ import annotations

from clairevoie.model.base import Adresse, Forme, Jour, Montant, Nombre, RefOrganisme, Texte, many, one
from clairevoie.model.liens import Identifiant
from clairevoie.model.listes import Devise, StatutFinancement, TypeBudget, TypeFinancement
from clairevoie.model.monnaies import USUELLE
from clairevoie.model.temps import Duree, Echeance


class Ligne(Forme):
    """One budget line."""

    libelle: Texte = one("Poste", "Nom du poste", obligatoire=True)
    montant: Montant | None = one("Montant", "Nombre, sans espace ni signe")


class Financement(Forme):
    """Money from one funder, in one status."""

    organisme: RefOrganisme | None = one("Bailleur", "Qui donne")
    libelle: Texte | None = one("Selon la source", "Mot à mot")
    programme: Texte | None = one("Programme", "Nom du programme ou du fonds, dans les mots de la source")
    montant: Montant | None = one("Montant", "Absent : « montant non précisé »")
    montant_demande: Montant | None = one("Demandé", "Ce qui a été demandé, si ce n'est pas ce qui est donné")
    devise: Devise | None = one("Monnaie", "Celle du budget, sinon le dollar canadien")
    plafond: Montant | None = one("Au plus", "Le plus que le bailleur peut donner")
    pourcentage: Nombre | None = one("Part payée", "En pour cent, le nombre seul : 80")
    pourcentage_de: Texte | None = one("Part de quoi", "« des coûts admissibles »")
    statut: StatutFinancement = one("État", "État, au choix dans la liste", "non_precise")
    type: TypeFinancement = one("Genre", "Genre, au choix dans la liste", "non_precise")
    periode: Echeance | None = one("Période", "Années ou saisons que cet argent couvre")
    date_octroi: Jour | None = one("Accordé le", "Date de la décision du bailleur")
    decision: Adresse | None = one("Décision", "evenements/<id>#decision-1")
    appel: Adresse | None = one("À la suite de", "Appel à projets : organismes/<id>#appel-2027")
    depense: Montant | None = one("Dépensé", "Ce qui a été dépensé de ce montant")
    conditions: Texte | None = one("Conditions", "Ce que le bailleur demande en retour, mot à mot")
    beneficiaire: RefOrganisme | None = one("Reçu par", "Organisme qui reçoit l'argent")
    rattache_a: Adresse | None = one("Déjà compté dans", "Inscription principale du même argent")
    identifiants: tuple[Identifiant, ...] = many("Numéros", "Numéro de dossier ou d'entente")
    note: Texte | None = one("Précision", "« en attente de réponses pour mai 2009 »")


def currency_of(financement: Financement, budget: Forme | None = None) -> str:
    """The currency of a funding: its own, else that of the budget that holds it, else the usual one."""
    return financement.devise or (budget.devise if isinstance(budget, Budget) else USUELLE)


class Budget(Forme):
    """Budget lines, the total that the source declares, and who pays."""

    id: Texte = one("Ancre", "Court, unique dans la fiche", obligatoire=True)
    titre: Texte | None = one("Titre", "Titre de la source")
    type: TypeBudget = one("Genre de budget", "Genre de budget, au choix dans la liste", "non_precise")
    devise: Devise = one("Monnaie", "Monnaie, au choix dans la liste", USUELLE)
    periode: Echeance | None = one("Période", "Années couvertes")
    duree: Duree | None = one("Durée", "« 24 mois »")
    lignes: tuple[Ligne, ...] = many("Postes", "Postes, dans l'ordre de la source")
    total_declare: Montant | None = one("Total déclaré", "Absent si la source n'en donne pas")
    financements: tuple[Financement, ...] = many("Qui paie", "Financements de ce budget")
