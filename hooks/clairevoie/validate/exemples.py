"""An example to copy for each field: what an editor could type after `champ:`."""

from __future__ import annotations

from collections.abc import Mapping

from clairevoie.model import COLLECTIONS
from clairevoie.model.base import Forme
from clairevoie.model.describe import Champ, describe, form_key, short_field

# By name of field, where the type alone would say too little.
_CHAMPS = {
    "adresse": '"https://www.exemple.quebec/page"',
    "ancienne_ancre": "action-1-2-1",
    "ancienne": "action-1-2-1",
    "anciennes_ancres": "{action-1-2-1: action-1-3}",
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
    "schema": "siret",
    "resolution": '"CC-2026-03-12"',
    "site_web": '"https://www.exemple.quebec"',
    "telephone": '"819-555-0100"',
    "terme": '"Participation citoyenne"',
    "texte": '"Ouvrir une cuisine collective"',
    "texte_alternatif": '"Des gens cuisinent ensemble dans une salle claire"',
    "titre": '"Rencontre de la table de quartier"',
    "total_declare": "111600",
}
# By form, for the phrase that it is: an example of a text would not be read as one.
_PHRASES = {
    "duree": _CHAMPS["duree"],
    "echeance": '"Automne 2009"',
    "frequence": _CHAMPS["frequence"],
}
# By form and field, for a field whose name means something else elsewhere.
_IN_FORMS = {("identifiant", "valeur"): '"73282932000074"'}
_SORTES: Mapping[str, str] = {
    "adresse": "plans/plan-2026#action-1-1-1",
    "ancre": "action-1-1-1",
    "booleen": "true",
    "date": '"2026-01-15"',
    "date_sure": '"2026-01-15"',
    "jour": '"2026-01-15"',
    "montant": "4",
    "nombre": "4",
}


def exemple(forme: type[Forme], nom: str) -> str:
    """What could be typed for this field of this form, ready to copy."""
    champ = describe(forme)[nom]
    if champ.valeurs:
        return champ.valeurs[0][0]
    if nom == short_field(forme) and form_key(forme) in _PHRASES:
        return _PHRASES[form_key(forme)]
    if (form_key(forme), nom) in _IN_FORMS:
        return _IN_FORMS[form_key(forme), nom]
    if nom in _CHAMPS:
        return _CHAMPS[nom]
    one = block(champ.forme) if champ.forme else _plain(champ)
    return f"[{one}]" if champ.plusieurs else one


def block(forme: type[Forme]) -> str:
    """A form between braces: its required fields, or its first when it requires none."""
    champs = list(describe(forme).values())
    required = [champ for champ in champs if champ.obligatoire] or champs[:1]
    return "{" + ", ".join(f"{champ.nom}: {exemple(forme, champ.nom)}" for champ in required) + "}"


def _plain(champ: Champ) -> str:
    """A value that is neither a form nor a choice: a reference, a flag, a number, a date, or words."""
    return COLLECTIONS[champ.vers].exemple if champ.vers else _SORTES.get(champ.sorte, '"une courte phrase"')
