"""A meeting, survey, milestone or yearly review."""

from __future__ import annotations

from typing import ClassVar

from clairevoie.model.base import (
    AdresseWeb,
    Booleen,
    Jour,
    Lieu,
    Nombre,
    RefComite,
    RefDemarche,
    RefDocument,
    RefEvenement,
    RefTerritoire,
    Texte,
    TexteMarkdown,
    many,
    one,
)
from clairevoie.model.decisions import Decision
from clairevoie.model.enonces import Enonce
from clairevoie.model.fiche import Fiche
from clairevoie.model.liens import Lien
from clairevoie.model.listes import StatutEvenement, TypeEvenement
from clairevoie.model.ordre_du_jour import PointOrdreDuJour
from clairevoie.model.petites_formes import Mesure
from clairevoie.model.phrases import ReadFrequency
from clairevoie.model.presences import Presences
from clairevoie.model.temps import Duree, Echeance


class Evenement(Fiche):
    """A meeting, survey, milestone or yearly review."""

    collection: ClassVar[str] = "evenements"

    titre: Texte = one("Titre", "Libellé de la source (tient lieu de nom)", obligatoire=True)
    demarche: RefDemarche | None = one("Démarche", "Démarche de l'événement")
    type: TypeEvenement = one("Genre", "Genre, au choix dans la liste", "rencontre")
    comite: RefComite | None = one("Comité", "Qui se réunit ou invite")
    comites: tuple[RefComite, ...] = many("Comités", "Quand plusieurs se réunissent ou invitent")
    date: Echeance | None = one("Quand", "« 23 FÉV. 2021 », « chaque premier mardi du mois, 19 h »")
    heure: Texte | None = one("Heure", "« 13 h 30 » ou 13:30")
    duree: Duree | None = one("Durée", "« 2 heures », « 90 minutes »")
    debut: Jour | None = one("Début", "La première fois, pour une rencontre qui revient")
    fin: Jour | None = one("Fin", "La dernière fois possible, pour une rencontre qui revient")
    serie: RefEvenement | None = one("Une fois de", "La rencontre qui revient, dont celle-ci est une fois")
    lieu: Lieu | None = one("Lieu", "Adresse publique ou lien de visioconférence")
    lien: AdresseWeb | None = one("En ligne", "Lien pour participer à distance")
    liens: tuple[Lien, ...] = many("Liens", "Enregistrement, procès-verbal, visioconférence, carte du lieu…")
    territoires: tuple[RefTerritoire, ...] = many("Où", "Territoires concernés")
    ouvert_au_public: Booleen | None = one("Ouvert au public", "Tout le monde peut venir")
    accommodements: Texte | None = one("Accommodements", "Rampe, garde d'enfants, interprète…")
    statut: StatutEvenement = one("État", "État, au choix dans la liste", "non_precise")
    numero: Texte | None = one("Numéro", "« 1 » pour le sondage 1, entre guillemets")
    nombre: Nombre | None = one("Nombre", "Événements groupés (« trois activités »)")
    suit: RefEvenement | None = one("Suit", "Rattachement à une étape")
    description: TexteMarkdown | None = one("Description", "Sous-titre ou résumé")
    mesures: tuple[Mesure, ...] = many("En chiffres", "« 60 personnes en tout »")
    ordre_du_jour: tuple[PointOrdreDuJour, ...] = many(
        "Ordre du jour", "Ses points, dans l'ordre de la source"
    )
    presences: Presences | None = one("Présences", "Combien, et qui, par organisme, comité ou fonction")
    documents: tuple[RefDocument, ...] = many("Documents", "Comptes rendus, présentations")
    decisions: tuple[Decision, ...] = many("Décisions", "Ce qui a été décidé")
    cibles_prioritaires: tuple[Enonce, ...] = many("Cibles pour l'année", "type: bilan seulement")
    soutiens_convenus: tuple[Enonce, ...] = many("Soutiens convenus", "type: bilan seulement")

    @property
    def reunis(self) -> tuple[str, ...]:
        """The comités that meet or invite, whichever of the two fields names them."""
        return tuple(dict.fromkeys((*filter(None, (self.comite,)), *self.comites)))

    @property
    def recurrence(self) -> ReadFrequency | None:
        """How often it comes back, when its date is no date: « chaque premier mardi du mois, 19 h »."""
        lues = self.date.lues if self.date else ()
        return next((lue.frequence for lue in lues if lue.frequence), None)
