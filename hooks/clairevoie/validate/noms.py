"""How a message names what it speaks of: « le membre », « l'action 1.2.3 »."""

from __future__ import annotations

from clairevoie.model import COLLECTIONS
from clairevoie.model.actions import (
    Action,
    ChaineResultats,
    EnjeuCite,
    Objectif,
    ObjectifSpecifique,
    SousAction,
    Suivi,
    Volet,
)
from clairevoie.model.ancres import Element, list_of
from clairevoie.model.appels import Appel
from clairevoie.model.archives import Archives, Variante
from clairevoie.model.argent import Budget, Financement, Ligne
from clairevoie.model.base import Forme
from clairevoie.model.decisions import Adoption, Decision, Vote
from clairevoie.model.enonces import ENONCES, Enonce, Indicateur, ValeurDatee
from clairevoie.model.gens import (
    BasePublication,
    Contact,
    Membre,
    Participation,
    Relation,
    SiegesReserves,
)
from clairevoie.model.liens import Identifiant, Lien
from clairevoie.model.ordre_du_jour import PointOrdreDuJour
from clairevoie.model.petites_formes import CompteDeclare, Definition, Mesure, PublicCible, Question
from clairevoie.model.presences import Presence, Presences, Quorum
from clairevoie.model.projets import LienProjet
from clairevoie.model.responsables import Responsable
from clairevoie.model.sources import AncienNom, AncreDeplacee, ElementRetire, Image, Note, Retrait, Source
from clairevoie.model.temps import Duree, Echeance, Frequence

_FORMES: dict[type[Forme], str] = {
    **{collection.modele: collection.le for collection in COLLECTIONS.values()},
    Action: "l'action",
    Adoption: "l'adoption",
    AncienNom: "l'ancien nom",
    AncreDeplacee: "l'ancienne ancre",
    Archives: "le bloc archives",
    BasePublication: "la base de publication",
    Budget: "le budget",
    ChaineResultats: "la chaîne de résultats",
    CompteDeclare: "le nombre annoncé",
    Contact: "le contact",
    Decision: "la décision",
    Definition: "la définition",
    Duree: "la durée",
    Echeance: "l'échéance",
    EnjeuCite: "l'enjeu cité",
    ElementRetire: "l'élément retiré",
    Enonce: "l'énoncé",
    Financement: "le financement",
    Frequence: "la fréquence",
    Identifiant: "l'identifiant",
    Image: "l'image",
    Indicateur: "l'indicateur",
    Lien: "le lien",
    LienProjet: "le lien entre deux projets",
    Appel: "l'appel à projets",
    Ligne: "le poste",
    Membre: "le membre",
    Mesure: "la mesure",
    Note: "la note",
    Objectif: "l'objectif",
    ObjectifSpecifique: "l'objectif spécifique",
    Participation: "l'organisme cité",
    PointOrdreDuJour: "le point de l'ordre du jour",
    Presence: "la présence",
    Presences: "le bloc presences",
    PublicCible: "le public visé",
    Question: "la question",
    Quorum: "le quorum",
    Relation: "la relation",
    Responsable: "le responsable",
    SiegesReserves: "les sièges réservés",
    Retrait: "le retrait",
    Source: "la source",
    SousAction: "la sous-action",
    Suivi: "le suivi",
    ValeurDatee: "la valeur",
    Variante: "la variante",
    Volet: "le volet",
    Vote: "le vote",
}
_ACTIONS = {"activite": "l'activité", "etape": "l'étape"}


def form_name(forme: type[Forme]) -> str:
    """« le comité », « le membre »: a form with its article."""
    return _FORMES[forme]


def kind_name(element: Element) -> str:
    """« l'action », « l'étape », « l'effet »: an element with its article, without its number."""
    forme = element.forme
    if isinstance(forme, Action):
        return _ACTIONS.get(forme.genre, form_name(Action))
    if isinstance(forme, SousAction) and forme.est_conduite:
        return form_name(SousAction)
    if isinstance(forme, Enonce):
        return ENONCES[list_of(element.chemin)].le
    if isinstance(forme, Decision) and forme.resolution and not forme.numero:
        return "la résolution"
    return form_name(type(forme))


def element_name(element: Element) -> str:
    """« l'action 1.2.3 », « l'effet effet-m-1 »: by its number, else by its anchor."""
    said = vars(element.forme)
    mark = said.get("numero") or said.get("resolution") or element.ancre
    return f"{kind_name(element)} {mark}" if mark else kind_name(element)


def capitalised(name: str) -> str:
    """« L'action 1.2.3 »: the same, at the head of a sentence."""
    return name[:1].upper() + name[1:]
