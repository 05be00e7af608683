"""A place where people decide or work."""

from __future__ import annotations

from typing import ClassVar

from clairevoie.model.actions import EnjeuCite
from clairevoie.model.base import (
    Booleen,
    Jour,
    Nombre,
    Phrases,
    RefComite,
    RefDemarche,
    RefTerritoire,
    Texte,
    TexteLong,
    TexteMarkdown,
    many,
    one,
)
from clairevoie.model.enonces import Enonce
from clairevoie.model.fiche import Fiche
from clairevoie.model.gens import Contact, Membre, Participation, Relation, SiegesReserves
from clairevoie.model.liens import Lien
from clairevoie.model.listes import StatutComite, TypeComite
from clairevoie.model.petites_formes import Definition
from clairevoie.model.temps import Duree, Frequence


class Comite(Fiche):
    """A place where people decide or work."""

    collection: ClassVar[str] = "comites"

    nom: Texte = one(
        "Nom",
        "Libellé de la source",
        obligatoire=True,
    )
    demarches: tuple[RefDemarche, ...] = many("Démarche", "Une ou plusieurs démarches servies")
    type: TypeComite = one("Genre de comité", "Genre de comité, au choix dans la liste", "non_precise")
    type_texte: Texte | None = one(
        "Genre, selon la source",
        "Quand aucun genre ne convient, ou que le mot de la source diffère",
    )
    statut: StatutComite = one("État", "État, au choix dans la liste", "non_precise")
    parent: RefComite | None = one("Relève de", "Sans boucle")
    relations: tuple[Relation, ...] = many("Travaille avec", "Liens avec d'autres comités")
    organismes: tuple[Participation, ...] = many("Qui fait quoi", "Organismes responsables ou en soutien")
    territoires: tuple[RefTerritoire, ...] = many("Où", "Territoires couverts")
    enjeux: tuple[EnjeuCite, ...] = many("Enjeux et priorités", "Enjeux traités")
    membres: tuple[Membre, ...] = many("Membres", "Un siège par entrée")
    sieges: Nombre | None = one("Nombre de sièges", "Nombre que donne la source, sièges vacants compris")
    sieges_reserves: Phrases[SiegesReserves] = many(
        "Sièges réservés", "Pour qui des sièges sont gardés, et combien"
    )
    duree_mandat: Duree | None = one("Durée d'un mandat", "« deux ans »; combien de temps on garde un siège")
    composition: Texte | None = one("Composition", "Quand la source décrit sans nommer")
    categories_membres: tuple[Texte, ...] = many("Catégories de membres", "« municipalités », « MRC »…")
    mode_designation: Texte | None = one("Comment on y entre", "« membres élus par l’assemblée »")
    frequence: Phrases[Frequence] = many("Fréquence des rencontres", "Phrase, ou liste de phrases")
    ouvert_au_public: Booleen | None = one("Rencontres ouvertes au public", "Tout le monde peut venir")
    mission: TexteLong | None = one("Mission", "Mot à mot")
    mandats: tuple[Enonce, ...] = many("Mandats", "Ce dont le comité est chargé")
    objectifs: tuple[Enonce, ...] = many("Objectifs", "Reliés au besoin à un mandat")
    moyens: tuple[Enonce, ...] = many("Moyens", "Moyens prévus")
    taches: tuple[Enonce, ...] = many("Ce qu'il fait", "Rôle décrit par la source")
    productions: tuple[Enonce, ...] = many("Ce qui est produit", "Politiques, outils…")
    definitions: tuple[Definition, ...] = many("Définitions", "Termes définis par la source")
    contexte: TexteMarkdown | None = one("Mise en contexte", "Résumé dans nos mots")
    collectif: Booleen = one("Fiche groupée", "« groupes de travail » non énumérés", False)
    debut: Jour | None = one("Début", "« septembre 2008 »")
    fin: Jour | None = one("Fin", "Fin des travaux")
    liens: tuple[Lien, ...] = many("Liens", "Site du comité, liste de ses membres, enregistrements…")
    contacts: tuple[Contact, ...] = many("Pour nous joindre", "Coordonnées d'une fonction")
