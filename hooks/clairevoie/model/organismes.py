"""A legal person, network, programme or fund, shared between démarches."""

from __future__ import annotations

from typing import ClassVar

from clairevoie.model.appels import Appel
from clairevoie.model.base import (
    AdresseWeb,
    Booleen,
    Jour,
    RefOrganisme,
    RefTerritoire,
    Texte,
    TexteMarkdown,
    many,
    one,
)
from clairevoie.model.fiche import Fiche
from clairevoie.model.gens import Contact, Membre
from clairevoie.model.liens import Identifiant, Lien
from clairevoie.model.listes import Identification, TypeOrganisme
from clairevoie.model.petites_formes import Mesure


class Organisme(Fiche):
    """A legal person, network, programme or fund, shared between démarches."""

    collection: ClassVar[str] = "organismes"

    nom: Texte = one(
        "Nom",
        "Libellé de la source",
        obligatoire=True,
    )
    type: TypeOrganisme = one(
        "Genre d'organisme",
        "Genre d'organisme, au choix dans la liste",
        "non_precise",
    )
    territoires: tuple[RefTerritoire, ...] = many("Où", "Territoires desservis")
    parent: RefOrganisme | None = one("Relève de", "Sans boucle")
    identification: Identification = one(
        "Identification",
        "Identification, au choix dans la liste",
        "certaine",
    )
    neq: Texte | None = one("NEQ", "Numéro d'entreprise du Québec, 10 chiffres entre guillemets")
    identifiants: tuple[Identifiant, ...] = many(
        "Identifiants", "Numéros donnés par des registres; jamais devinés"
    )
    actif_jusqu_a: Jour | None = one("A existé jusqu'à", "Fin de l'organisme sous ce nom")
    remplace_par: tuple[RefOrganisme, ...] = many("Remplacé par", "Successeurs")
    site_web: AdresseWeb | None = one("Site Web", "Adresse https")
    liens: tuple[Lien, ...] = many("Liens", "Autres adresses utiles, chacune avec ce qu'on y trouve")
    slogan: Texte | None = one("Slogan", "Tel qu'écrit par la source")
    generique: Booleen = one("Désignation générale", "« réseau public de santé »", False)
    description: TexteMarkdown | None = one("Description", "Résumé dans nos mots")
    mesures: tuple[Mesure, ...] = many("En chiffres", "« 87 membres »")
    membres: tuple[Membre, ...] = many(
        "Personnes en fonction", "Personnes qui y exercent une fonction publiée"
    )
    appels: tuple[Appel, ...] = many(
        "Appels à projets", "Qui peut demander de l'argent, combien, jusqu'à quand"
    )
    contacts: tuple[Contact, ...] = many("Pour nous joindre", "Coordonnées d'une fonction")
