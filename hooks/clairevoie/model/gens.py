"""Who sits, who takes part, who answers the telephone."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from clairevoie.model.base import (
    Booleen,
    DateSure,
    Forme,
    FormeCourte,
    Interne,
    Jour,
    JourExact,
    Nombre,
    Nominatif,
    RefComite,
    RefOrganisme,
    RefTerritoire,
    Texte,
    many,
    one,
)
from clairevoie.model.days import first_day, last_day
from clairevoie.model.enonces import Enonce
from clairevoie.model.listes import QualiteMembre, RoleMembre, RoleParticipation, TypeBase, TypeRelation

# Whether a seat is held on a day, was, or will be.
Tenue = Literal["actuel", "ancien", "a_venir"]
# What a seat makes of who holds it: one of the members, somebody who takes part without being one, somebody who may
# become one, somebody involved outside of the comité; or nobody.
Appartenance = Literal["membre", "a_part", "possible", "hors_comite", "vacant"]

# Who attends a comité, or works for it, without being one of those it counts as its members.
_ROLES_A_PART = frozenset(
    {"suppleance", "sans_droit_de_vote", "observateur", "coordination", "employe", "soutien"}
)
_APPARTENANCES: dict[str, Appartenance] = {
    "potentiel": "possible",
    "pressenti": "possible",
    "a_confirmer": "possible",
    "vacant": "vacant",
    "implique_hors_comite": "hors_comite",
}


class BasePublication(Forme):
    """Why a name may be published (Loi 25)."""

    type: TypeBase = one("Base", "Base, au choix dans la liste", obligatoire=True)
    date: DateSure | None = one("Date", "Date du consentement")
    expire: DateSure | None = one("Valable jusqu'à", "Fin du consentement")


class Membre(Forme):
    """One seat, held for an organisme, a comité, a territory or a function."""

    organisme: RefOrganisme | None = one("Organisme", "Qui le siège représente")
    comite: RefComite | None = one("Comité", "Idem, quand c'est un comité")
    territoire: RefTerritoire | None = one("Territoire", "Idem, quand la source ne donne qu'un territoire")
    fonction: Texte | None = one("Fonction", "« coordonnatrice », « citoyen », « citoyenne »")
    role: RoleMembre = one("Rôle", "Rôle, au choix dans la liste", "membre")
    qualite: QualiteMembre = one("Qualité", "Qualité, au choix dans la liste", "membre")
    nom: Annotated[Texte | None, Nominatif()] = one(
        "Nom", "Seulement s'il peut être publié; sinon on ne le saisit pas"
    )
    base_publication: Annotated[BasePublication | None, Interne()] = one(
        "Pourquoi ce nom est publié", "Base de publication"
    )
    debut: Jour | None = one("Depuis", "Début du siège; plus tard qu'aujourd'hui : un siège à venir")
    fin: Jour | None = one(
        "Jusqu'à", "Dernier jour du siège; passé : un ancien membre, dont le nom n'est plus affiché"
    )
    ancien: Booleen = one(
        "Ancien siège", "« true » quand le siège a pris fin et que la date n'est pas connue", False
    )
    deduit: Booleen = one(
        "Siège déduit",
        "« true » quand le site déduit ce siège que la source ne donne pas; une note dit comment",
        False,
    )
    affiliation: Texte | None = one("Selon la source", "Affiliation telle qu'écrite, quand elle diffère")


def tenue(membre: Membre, on: date) -> Tenue:
    """Whether a seat is held on that day: from its first day to its last, whatever is not said of them.

    An end that is not read is past: a name is shown only while one is sure that it may be.
    """
    if membre.ancien or (membre.fin is not None and last_day(membre.fin) < on):
        return "ancien"
    if membre.debut is not None and first_day(membre.debut) > on:
        return "a_venir"
    return "actuel"


def appartenance(membre: Membre) -> Appartenance:
    """What a seat makes of who holds it; it takes `tenue` to know whether this is true today."""
    if membre.qualite in _APPARTENANCES:
        return _APPARTENANCES[membre.qualite]
    return "a_part" if membre.role in _ROLES_A_PART else "membre"


class SiegesReserves(FormeCourte):
    """Seats that a comité keeps for some people or organismes, whoever holds them."""

    champ_court = "pour"

    pour: Texte = one(
        "Pour qui", "« citoyennes et citoyens du quartier »; jamais une personne", obligatoire=True
    )
    nombre: Nombre | None = one("Combien", "Nombre de sièges réservés")


def has_lapsed(membre: Membre, on: date) -> bool:
    """Whether the last day on which a name may be shown is past, whatever the reason to show it was."""
    expire = membre.base_publication.expire if membre.base_publication else None
    return expire is not None and last_day(expire) < on


def may_be_named(membre: Membre, on: date) -> bool:
    """Whether a name may be shown on that day: that of a person who holds the seat then, for a reason that stands."""
    return tenue(membre, on) == "actuel" and not has_lapsed(membre, on)


class Contact(Forme):
    """How to reach a function in an organisme, never a person."""

    fonction: Texte = one("Fonction", "« coordonnatrice »", obligatoire=True)
    organisme: RefOrganisme | None = one("Organisme", "Inutile sur la fiche de l'organisme lui-même")
    telephone: Texte | None = one("Téléphone", "« 819-555-0100 »")
    poste: Texte | None = one("Poste", 'Entre guillemets : "7405"')
    courriel: Texte | None = one("Courriel", "Adresse de l'organisme")
    adresse: Texte | None = one("Adresse", "Où aller, en personne; jamais chez quelqu'un")
    heures: Texte | None = one("Heures", "« du lundi au jeudi, 9 h à 16 h », mot à mot")
    verifie_le: JourExact | None = one(
        "Vérifié le",
        "Absent : « Coordonnées telles que publiées; nous ne les avons pas vérifiées »",
    )


class Relation(Forme):
    """A link from one comité to others."""

    type: TypeRelation = one("Lien", "Lien, au choix dans la liste", obligatoire=True)
    cibles: tuple[RefComite, ...] = many(
        "Avec",
        "Une cible ou plusieurs; aucune si la source ne nomme pas de comité",
    )
    texte: Texte | None = one("Selon la source", "Mot à mot")


class Participation(Forme):
    """What one organisme does in a démarche or a comité."""

    organisme: RefOrganisme = one("Organisme", "Qui", obligatoire=True)
    role: RoleParticipation = one("Rôle", "Rôle, au choix dans la liste", "non_precise")
    texte: Texte | None = one("Selon la source", "Mot à mot")
    taches: tuple[Enonce, ...] = many("Ce qu'il fait", "Ses tâches, comme dans la source")
