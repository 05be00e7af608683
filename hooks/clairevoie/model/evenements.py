"""A meeting, survey, milestone or yearly review."""

from __future__ import annotations

from typing import ClassVar

from clairevoie.model.base import (
    Booleen,
    Lieu,
    Nombre,
    RefComite,
    RefDemarche,
    RefDocument,
    RefEvenement,
    RefTerritoire,
    Texte,
    TexteLong,
    many,
    one,
)
from clairevoie.model.decisions import Decision
from clairevoie.model.enonces import Enonce
from clairevoie.model.fiche import Fiche
from clairevoie.model.listes import StatutEvenement, TypeEvenement
from clairevoie.model.petites_formes import Mesure
from clairevoie.model.temps import Echeance


class Evenement(Fiche):
    """A meeting, survey, milestone or yearly review."""

    collection: ClassVar[str] = "evenements"

    titre: Texte = one("Titre", "Libellé de la source (tient lieu de nom)", obligatoire=True)
    demarche: RefDemarche | None = one("Démarche", "Démarche de l'événement")
    type: TypeEvenement = one("Genre", "Genre, au choix dans la liste", "rencontre")
    comite: RefComite | None = one("Comité", "Qui se réunit ou invite")
    date: Echeance | None = one("Quand", "« 23 FÉV. 2021 », « Entre mars et septembre 2013 »")
    heure: Texte | None = one("Heure", "« 13 h 30 » ou 13:30")
    lieu: Lieu | None = one("Lieu", "Adresse publique ou lien de visioconférence")
    territoires: tuple[RefTerritoire, ...] = many("Où", "Territoires concernés")
    ouvert_au_public: Booleen | None = one("Ouvert au public", "Tout le monde peut venir")
    accommodements: Texte | None = one("Accommodements", "Rampe, garde d'enfants, interprète…")
    statut: StatutEvenement = one("État", "État, au choix dans la liste", "non_precise")
    numero: Texte | None = one("Numéro", "« 1 » pour le sondage 1, entre guillemets")
    nombre: Nombre | None = one("Nombre", "Événements groupés (« trois activités »)")
    suit: RefEvenement | None = one("Suit", "Rattachement à une étape")
    description: TexteLong | None = one("Description", "Sous-titre ou résumé")
    mesures: tuple[Mesure, ...] = many("En chiffres", "« 60 personnes en tout »")
    documents: tuple[RefDocument, ...] = many("Documents", "Comptes rendus, présentations")
    decisions: tuple[Decision, ...] = many("Décisions", "Ce qui a été décidé")
    cibles_prioritaires: tuple[Enonce, ...] = many("Cibles pour l'année", "type: bilan seulement")
    soutiens_convenus: tuple[Enonce, ...] = many("Soutiens convenus", "type: bilan seulement")
