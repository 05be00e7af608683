"""How two versions of the items of a list are matched, and what is told of an item: one table, by form."""

from __future__ import annotations

from dataclasses import dataclass

from clairevoie.model.actions import ChaineResultats, EnjeuCite, SousAction, Suivi
from clairevoie.model.archives import Archives
from clairevoie.model.argent import Financement, Ligne
from clairevoie.model.base import Forme
from clairevoie.model.decisions import Adoption
from clairevoie.model.enonces import Enonce, Indicateur, ValeurDatee
from clairevoie.model.gens import Contact, Membre, Participation, Relation
from clairevoie.model.petites_formes import CompteDeclare, Definition, Mesure, PublicCible, Question
from clairevoie.model.projets import LienProjet
from clairevoie.model.responsables import Responsable
from clairevoie.model.sources import AncienNom, Image, Source


@dataclass(frozen=True, slots=True)
class Cle:
    """The fields that make an item the same one, those that name it, those added when it is new.

    `suivis` are the fields compared between its versions, all when there are none; an item is `opaque` when it is only
    said to have changed.
    """

    memes: tuple[str, ...]
    nomme: tuple[str, ...] = ()
    precise: tuple[str, ...] = ()
    suivis: tuple[str, ...] = ()
    opaque: bool = False


_OPAQUE = Cle((), opaque=True)
_TABLE: dict[type[Forme], Cle] = {
    Adoption: Cle((), ("comite", "organisme"), ("date", "decision")),
    AncienNom: Cle(("nom",), ("nom",)),
    Archives: _OPAQUE,
    ChaineResultats: Cle(()),
    CompteDeclare: Cle(("objet", "territoire"), ("objet",)),
    Contact: _OPAQUE,
    Definition: Cle(("terme",), ("terme",)),
    EnjeuCite: Cle(("enjeu",), ("enjeu",)),
    Enonce: Cle(("texte",), ("texte",)),
    Financement: Cle(("organisme", "beneficiaire"), ("organisme",), ("montant", "statut")),
    Image: _OPAQUE,
    Indicateur: Cle(("libelle",), ("libelle",), ("cible",)),
    LienProjet: Cle(("genre", "projet"), ("projet",), ("genre",)),
    Ligne: Cle(("libelle",), ("libelle",), ("montant",)),
    # A seat is told by what it stands for; who holds it is nobody's business here.
    Membre: Cle(("organisme", "comite"), ("organisme", "comite"), (), ("role", "qualite")),
    Mesure: Cle(("libelle",), ("libelle",)),
    Participation: Cle(("organisme", "role"), ("organisme",), ("role",)),
    PublicCible: Cle(("numero",), ("libelle",)),
    Question: Cle(("question",), ("question",)),
    Relation: Cle(("type", "cibles"), ("type", "cibles")),
    Responsable: Cle(("comite", "organisme", "texte"), ("comite", "organisme")),
    SousAction: Cle(("texte",), ("texte",)),
    Source: Cle(("document",), ("document",), ("repere",)),
    Suivi: Cle(("date", "decision"), ("date",), ("statut", "nouvelle_echeance", "texte", "decision")),
    ValeurDatee: Cle(("date",), ("date",), ("valeur",)),
}


def cle(forme: type[Forme]) -> Cle:
    """How the items of that form are matched; those of a form that is not listed only change."""
    return _TABLE.get(forme, _OPAQUE)
