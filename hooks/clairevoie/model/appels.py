"""Calls for projects: who may ask for money, how much, until when, and what was given."""

from __future__ import annotations

from clairevoie.model.base import (
    Forme,
    Montant,
    Nombre,
    RefComite,
    RefDocument,
    RefOrganisme,
    Texte,
    TexteLong,
    many,
    one,
)
from clairevoie.model.gens import Contact
from clairevoie.model.liens import Identifiant, Lien
from clairevoie.model.listes import Devise
from clairevoie.model.monnaies import USUELLE
from clairevoie.model.temps import Echeance


class Appel(Forme):
    """A call for projects."""

    id: Texte = one("Ancre", "Court, unique dans la fiche", obligatoire=True)
    titre: Texte = one("Titre", "Titre de la source", obligatoire=True)
    texte: TexteLong | None = one("En quelques mots", "Ce que l'appel cherche, mot à mot")
    bailleurs: tuple[RefOrganisme, ...] = many("Qui paie", "Si ce n'est pas l'organisme de la fiche")
    programme: Texte | None = one("Programme", "Nom du programme ou du fonds, dans les mots de la source")
    admissibles: tuple[Texte, ...] = many("Qui peut demander", "Mot à mot")
    depenses_admissibles: tuple[Texte, ...] = many("Ce qui peut être payé", "Mot à mot")
    enveloppe: Montant | None = one("Enveloppe", "Tout ce que l'appel peut donner")
    plancher: Montant | None = one("Au moins", "Le moins que peut recevoir un projet")
    plafond: Montant | None = one("Au plus", "Le plus que peut recevoir un projet")
    pourcentage: Nombre | None = one("Part payée", "En pour cent, le nombre seul : 75")
    pourcentage_de: Texte | None = one("Part de quoi", "« des coûts admissibles »")
    devise: Devise = one("Monnaie", "Monnaie, au choix dans la liste", USUELLE)
    ouverture: Echeance | None = one("Ouverture", "Quand on peut commencer à demander")
    cloture: Echeance | None = one("Date limite", "« 31 mars 2027, 16 h »")
    annonce: Echeance | None = one("Réponses", "Quand les réponses sont données")
    periode: Echeance | None = one("Réalisation", "Quand se font les projets choisis")
    conditions: Texte | None = one("Conditions", "Ce qui est demandé en retour, mot à mot")
    criteres: tuple[Texte, ...] = many("Comment on choisit", "Critères, mot à mot")
    comite: RefComite | None = one("Qui choisit", "Comité qui analyse les demandes")
    demandes_recues: Nombre | None = one("Demandes reçues", "Nombre, selon la source")
    demandes_retenues: Nombre | None = one("Demandes retenues", "Nombre, selon la source")
    accorde: Montant | None = one("Accordé", "Total accordé, selon la source")
    reste: Montant | None = one("Reste", "Ce qui reste de l'enveloppe, selon la source")
    identifiants: tuple[Identifiant, ...] = many("Numéros", "Numéro de l'appel")
    liens: tuple[Lien, ...] = many("Liens", "Page de l'appel, formulaire")
    documents: tuple[RefDocument, ...] = many("Documents", "Guide, grille, formulaire à remplir")
    contacts: tuple[Contact, ...] = many("Pour poser une question", "Coordonnées d'une fonction")
