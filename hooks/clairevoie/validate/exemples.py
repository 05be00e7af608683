"""An example to copy for each field: what an editor could type after `champ:`."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from pydantic.fields import FieldInfo

from clairevoie.model.base import Forme, Vers, VersAdresse, VersAncre
from clairevoie.model.phrases import ReadDate
from clairevoie.validate.champs import closed_list, inner_form, parts

# By name of field, where the type alone would say too little.
_CHAMPS = {
    "adresse_web": '"https://www.exemple.quebec/rapport"',
    "champ": "action-1-2-1",
    "code_geographique": '"36033"',
    "courriel": '"info@exemple.quebec"',
    "couvre": "[REF-13]",
    "depend_de": '"le calendrier des rencontres"',
    "duree": '"24 mois"',
    "echeances": '["Automne 2009"]',
    "edtf": '"2009-23"',
    "en_bref": '"Un comité de quartier décide des projets de l\'année"',
    "extrait": '"une courte citation"',
    "facile_a_lire": '"Des voisins cuisinent ensemble. Tout le monde peut venir."',
    "fichier": '"images/cuisine-collective.jpg"',
    "fonction": '"coordonnatrice"',
    "frequence": '"4 rencontres par année"',
    "heure": '"13 h 30"',
    "id": "budget-2026",
    "iso": '"P24M"',
    "libelle": '"Frais de bureau"',
    "montant": "80000",
    "motif": '"Fiche publiée par erreur"',
    "neq": '"1140000000"',
    "nom": '"Table de quartier"',
    "nouvelle_echeance": '"Hiver 2027"',
    "numero": '"1"',
    "numero_liste": '"1.1"',
    "objet": "projets",
    "periode": '"2009-2010"',
    "poste": '"7405"',
    "question": '"Qui décide?"',
    "repere": '"Page 4"',
    "reponse": '"Le comité décide"',
    "site_web": '"https://www.exemple.quebec"',
    "telephone": '"819-555-0100"',
    "terme": '"Participation citoyenne"',
    "texte": '"Ouvrir une cuisine collective"',
    "texte_alternatif": '"Des gens cuisinent ensemble dans une salle claire"',
    "titre": '"Rencontre de la table de quartier"',
    "total_declare": "111600",
}
_COLLECTIONS = {
    "comites": "table-de-quartier",
    "demarches": "quartier-en-commun",
    "documents": "compte-rendu-2026-01-15",
    "enjeux": "securite-alimentaire",
    "evenements": "rencontre-2026-01-15",
    "organismes": "maison-de-quartier",
    "plans": "plan-2026",
    "projets": "cuisine-collective",
    "territoires": "shawinigan",
}
_RENVOIS = {VersAdresse: "plans/plan-2026#action-1-1-1", VersAncre: "action-1-1-1"}
_TYPES: dict[Any, str] = {bool: "true", Decimal: "4", ReadDate: '"2026-01-15"'}


def exemple(forme: type[Forme], champ: str) -> str:
    """What could be typed for this field of this form, ready to copy."""
    listed = closed_list(forme, champ)
    if listed:
        return listed[0]
    if champ in _CHAMPS:
        return _CHAMPS[champ]
    field = forme.model_fields[champ]
    inner = inner_form(forme, champ)
    one = block(inner) if inner else _plain(field)
    return f"[{one}]" if field.get_default() == () else one


def block(forme: type[Forme]) -> str:
    """A form between braces: its required fields, or its first when it requires none."""
    fields = forme.model_fields
    required = [name for name, field in fields.items() if field.is_required()] or list(fields)[:1]
    return "{" + ", ".join(f"{name}: {exemple(forme, name)}" for name in required) + "}"


def _plain(field: FieldInfo) -> str:
    """A value that is neither a form nor a choice: a reference, a flag, a number, a date, or words."""
    for part in parts(field):
        if isinstance(part, Vers):
            return _COLLECTIONS[part.collection]
        if isinstance(part, (VersAdresse, VersAncre)):
            return _RENVOIS[type(part)]
        if part in _TYPES:
            return _TYPES[part]
    return '"une courte phrase"'
