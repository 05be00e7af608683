"""Each remedy is tried: what the message proposes is typed, the problem is gone, and no other error comes instead.

Every rule of the catalogue is here, or says why it is not.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

from clairevoie.problems import Located, Niveau
from clairevoie.problems.catalogue import catalogue
from clairevoie.read.normalise import normalise
from tests.aides.fiches import BASES, COMITE, EVENEMENT, ORGANISME, PLAN, PROJET
from tests.aides.stories import verdict

DEMARCHE = "demarches/quartier.yml"
DOCUMENT = "documents/rapport.yml"
TERRITOIRE = "territoires/la-ville.yml"
FICHE = "nom: Rive\npublication: publie\n"
ACTION = '      - {{numero: "{}", texte: Lire.{}}}\n'


class Remede(NamedTuple):
    """A file before and after its message was read, and what the message must say for it to be typed so."""

    code: str
    name: str
    before: str
    after: str
    says: str


def Essai(code: str, name: str, added: str, typed: str, instead: str, says: str | None = None) -> Remede:  # noqa: N802
    """Lines added to a file; then `instead` where they held `typed`, as the message says."""
    base = BASES.get(name, "")
    return Remede(
        code, name, base + added, base + added.replace(typed, instead), instead if says is None else says
    )


def Manque(code: str, name: str, lost: str, instead: str, says: str) -> Remede:  # noqa: N802
    """A line lost from a file; then the one that the message says, in its place."""
    assert lost in BASES[name]
    return Remede(code, name, BASES[name].replace(lost, ""), BASES[name].replace(lost, instead), says)


def _covered(code: str, name: str, added: str, nature: str = "ecart") -> Remede:
    """The remedy is a note that covers the warning."""
    note = f'{{nature: {nature}, couvre: [{code}], texte: "…"}}'
    return Essai(code, name, added, added, f"{added}notes: [{note}]\n", note)


_MEMBRES = "membres:\n  - {{fonction: citoyenne{}}}\n"
_BUDGET = (
    "budgets:\n  - id: budget\n    lignes: [{{libelle: Aliments, montant: 10}}{}]\n    total_declare: {}\n"
)

_AUTRE = (
    'nom: Autre\npublication: publie\nen_bref: Une autre.\nsources: [{document: rapport, repere: "Page 1"}]\n'
)
_SANS_SOURCE = BASES[COMITE].replace('sources: [{document: rapport, repere: "Page 1"}]\n', "")
_DECLARE = _SANS_SOURCE + "statut_information: declare_par_le_porteur\n"
_DEUX = "membres:\n  - {fonction: relance, debut: 2020}\n  - {fonction: relance, debut: 2020}\n"
_MEMES = "membres:\n  - {territoire: la-ville, debut: 2020}\n  - {territoire: la-ville, debut: 2020}\n"
_NOMMEE = ", nom: Personne Fictive, base_publication: {type: fonction}"
_DON = "financements: [{organisme: maison-de-quartier, montant: 500}]\n"
_UN_APPEL = "appels: [{{id: appel, titre: Appel, {}}}]\n"
_EFFETS = (
    "chaine_resultats:\n  effets:\n    - {id: effet-e, zone_controle: eleve, texte: A}\n"
    "    - {id: effet-m, zone_controle: moyen, parent: effet-e, texte: B}\n"
)
_NUMERO = 'identifiants: [{{schema: {}, valeur: "{}"}}]\n'
_Q176 = _NUMERO.format("wikidata", "Q176")
_RIVE_EST = BASES[ORGANISME].replace("Maison de quartier", "Rive de l'Est") + _Q176
_PAS_RIVE = "a_ne_pas_confondre_avec: [organismes/rive]\n"
_TOTAL = "budgets: [{id: budget, total_declare: 20}]\n"

RIVE_CITEE = 'nom: "« Rive »"\npublication: publie\n'
UN_COMITE = "comite: table-de-quartier\n"
SANS_DEBUT = "date: toutes les deux semaines, le mardi\n"

_LISTE = "liste: [{organisme: maison-de-quartier, nombre: 8}]"
_DEUX_FOIS = 'decisions: [{resolution: A-1, texte: A}, {numero: "2", resolution: A-1, texte: B}]\n'
_TROP_TOT = "heure: 19 h\nordre_du_jour: [{texte: A, heure: 18 h}]\n"
_DECIDE = 'decisions: [{numero: "1", texte: Ouvrir., issue: adoptee}]\n'
_VOTE = _DECIDE.replace("adoptee", "adoptee, vote: {pour: 9, contre: 2}")

ESSAIS = [
    Essai("YAML-01", COMITE, "\tstatut: actif\n", "\t", "", "remplacez la tabulation"),
    Essai("YAML-02", COMITE, "mission: Volet 1 : agir\n", "Volet 1 : agir", '"Volet 1 : agir"'),
    Essai(
        "YAML-03", COMITE, "statut: actif\nstatut: actif\n", "statut: actif\nstatut", "statut", "gardez-en un"
    ),
    Essai(
        "YAML-04", COMITE, "statut: actif\n  mission: Agir\n", "  mission", "mission", "alignez « mission »"
    ),
    Essai("YAML-05", COMITE, 'mission: "Agir\n', "Agir\n", 'Agir"\n', 'ajoutez " à la fin'),
    Essai("YAML-05", COMITE, "mission: 'Agir\n", "Agir\n", "Agir'\n", "ajoutez ' à la fin"),
    Essai("YAML-06", COMITE, "mission: 'l'énergie'\n", "mission: 'l'énergie'", 'mission: "l\'énergie"'),
    Essai("YAML-07", COMITE, "mission: @tous\n", "@tous", '"@tous"'),
    Essai("YAML-08", COMITE, "mots_cles: [a, b\n", "b\n", "b]\n", "ajoutez « ] »"),
    Essai("YAML-08", COMITE, "frequence: {texte: Au besoin\n", "besoin\n", "besoin}\n", "ajoutez « } »"),
    Essai("YAML-08", COMITE, "frequence: {texte: Au besoin]\n", "]", "}", "mettez « } » à la place de « ] »"),
    Essai("YAML-09", COMITE, "mission = Agir\n", "mission = Agir", "mission: Agir"),
    Essai("TYP-11", COMITE, "mission: {Agir, décider}\n", "{Agir, décider}", '"Agir; décider"'),
    Essai("TYP-11", COMITE, "mission:\n  Agir: vite\n", "\n  Agir: vite", ' "Agir: vite"'),
    Essai("YAML-09", COMITE, "statut:actif\n", "statut:actif", "statut: actif"),
    Essai("YAML-09", COMITE, "mots_cles:\n  -jardin\n", "-jardin", "- jardin"),
    Essai(
        "YAML-09", COMITE, "mots_cles\n  - jardin\n", "mots_cles\n", "mots_cles:\n", "écrivez « mots_cles: »"
    ),
    Essai("YAML-10", COMITE, "mission: Plan #2\n", "Plan #2", '"Plan #2"', "entourez le texte de guillemets"),
    Essai("YAML-11", COMITE, 'mission: "80 \\$"\n', "\\$", "$", "retirez la barre oblique"),
    Essai("YAML-11", COMITE, 'mission: "C:\\bureau"\n', "\\b", "\\\\b"),
    Essai(
        "YAML-12",
        COMITE,
        "<<<<<<< a\nstatut: actif\n=======\nstatut: dissous\n>>>>>>> b\n",
        "<<<<<<< a\nstatut: actif\n=======\nstatut: dissous\n>>>>>>> b\n",
        "statut: actif\n",
        "choisissez une des deux",
    ),
    Essai("YAML-15", COMITE, "---\nnom: B\n", "---\nnom: B\n", "", "une fiche par fichier"),
    Essai(
        "YAML-16",
        COMITE,
        "mission: !important agir\n",
        "!important agir",
        '"!important agir"',
        "entre guillemets",
    ),
    Essai("YAML-17", COMITE, "\u00a0statut: actif\n", "\u00a0", "", "effacez l'espace"),
    Essai("YAML-19", COMITE, f"mission: {'9' * 500}\n", "9" * 500, '"9"', "vérifiez le collage"),
    Essai("PAG-07", COMITE, "mission: l\ue000aide\n", "l\ue000aide", "l'aide", "retapez-le"),
    Essai(
        "PAG-08", COMITE, "mission: o\u0336\u0321\u0353n\n", "o\u0336\u0321\u0353", "o", "retapez la lettre"
    ),
    Essai("PAG-09", COMITE, "mission: l'\u0430ide\n", "\u0430", "a", "retapez le mot au clavier"),
    Essai("PAG-22", ORGANISME, "site_web: https://a@b.org\n", "a@b.org", "b.org", "retapez-la au clavier"),
    Essai(
        "YAML-21",
        COMITE,
        "mandats: [{texte: Lire, écrire}]\n",
        "texte: Lire, écrire",
        'texte: "Lire, écrire"',
    ),
    Essai("TYP-01", COMITE, "collectif: oui\n", "oui", "true"),
    Essai("TYP-05", ORGANISME, "neq: 1140000000\n", "neq: 1140000000", 'neq: "1140000000"'),
    Essai(
        "TYP-06",
        PLAN,
        "publics_cibles: [{numero: 1, libelle: Tous}]\n",
        "numero: 1,",
        'numero: "1",',
        'numero: "1"',
    ),
    Essai("TYP-08", PLAN, 'financements: [{montant: "80 000 $"}]\n', 'montant: "80 000 $"', "montant: 80000"),
    Essai("TYP-08", PLAN, "financements: [{montant: 35000,50}]\n", "montant: 35000,50", "montant: 35000.50"),
    Essai("TYP-08", PLAN, 'financements: [{montant: "35k"}]\n', 'montant: "35k"', "montant: 35000"),
    Essai("TYP-08", PLAN, "financements: [{montant: beaucoup}]\n", "montant: beaucoup", "montant: 80000"),
    Essai("TYP-09", PLAN, "financements: [{montant: -5}]\n", "-5", "5", "un nombre positif"),
    Essai("TYP-10", COMITE, "territoires: la-ville\n", "territoires: la-ville", "territoires: [la-ville]"),
    Essai("TYP-10", COMITE, "mandats: Agir\n", "mandats: Agir", 'mandats: ["Agir"]'),
    Essai(
        "TYP-10",
        COMITE,
        "membres: la-ville\n",
        "membres: la-ville",
        "membres: [{organisme: maison-de-quartier}]",
        "[{",
    ),
    Essai(
        "TYP-11", COMITE, "mission: [Lire, Écrire]\n", "mission: [Lire, Écrire]", 'mission: "Lire; Écrire"'
    ),
    Essai("TYP-11", COMITE, "statut: [actif]\n", "statut: [actif]", "statut: actif"),
    Essai("TYP-11", COMITE, "collectif: [oui]\n", "collectif: [oui]", "collectif: true"),
    Essai("TYP-11", COMITE, "statut: [actiff]\n", "statut: [actiff]", "statut: actif"),
    Essai("TYP-11", COMITE, "sieges: [douze]\n", "sieges: [douze]", "sieges: 4", "par exemple sieges: 4"),
    Essai("TYP-11", COMITE, "nom_court: 2026\n", "nom_court: 2026", 'nom_court: "2026"'),
    Essai("TYP-11", COMITE, "sigle: {CDC}\n", "sigle: {CDC}", 'sigle: "CDC"'),
    Essai("TYP-11", COMITE, "mandats: [[Agir]]\n", "[[Agir]]", '["Agir"]', '"Agir"'),
    Essai("TYP-12", COMITE, "statut: actiff\n", "actiff", "actif"),
    Essai("TYP-12", DOCUMENT, "genre: PV\n", "PV", "proces_verbal", "vouliez-vous dire « proces_verbal »"),
    Essai("TYP-12", ORGANISME, "type: coop\n", "coop", "cooperative", "vouliez-vous dire « cooperative »"),
    Essai("TYP-12", ORGANISME, "type: club\n", "club", "obnl", "choisissez parmi"),
    Essai("TYP-13", COMITE, "misson: Agir\n", "misson", "mission"),
    Essai(
        "TYP-13",
        ORGANISME,
        'telephone: "819-555-0100"\n',
        'telephone: "819-555-0100"',
        'contacts: [{fonction: accueil, telephone: "819-555-0100"}]',
        "mettez-le dans « contacts »",
    ),
    Essai(
        "TYP-13",
        COMITE,
        "frequence: {texte: Au besoin, mission: Agir}\n",
        ", mission: Agir}",
        "}\nmission: Agir",
        "mettez-le dans la fiche elle-même, sans retrait",
    ),
    Essai("TYP-14", COMITE, "relations: [{texte: élit}]\n", "{texte", "{type: elit, texte", "type: elit"),
    Essai("TYP-15", COMITE, 'mission: " "\n', 'mission: " "\n', "", "retirez le champ"),
    Essai(
        "TYP-16",
        PLAN,
        '      - {numero: "1.3"}\n',
        '{numero: "1.3"}\n',
        '{numero: "1.3"}\nnotes: [{champ: action-1-3, nature: lacune, texte: "…"}]\n',
        '{champ: action-1-3, nature: lacune, texte: "…"}',
    ),
    Essai("TYP-17", COMITE, "mission: Des <b>gens</b>\n", "<b>gens</b>", "gens", "retirez-le"),
    Essai("TYP-18", COMITE, f"mission: {'mot ' * 2000}\n", "mot " * 2000, "mot", "vérifiez"),
    Essai("TYP-20", EVENEMENT, 'nombre: "4"\n', 'nombre: "4"', "nombre: 4"),
    Essai("TYP-20", EVENEMENT, "nombre: trois\n", "nombre: trois", "nombre: 4"),
    Essai("ID-01", COMITE, "id: la-table\n", "id: la-table\n", "", "supprimez la ligne « id: la-table »"),
    Essai("ID-02", COMITE, "mandats: [{id: Le Bilan, texte: A}]\n", "Le Bilan", "le-bilan"),
    Essai(
        "ID-05",
        PLAN,
        ACTION.format("1.2", ""),
        'numero: "1.2", texte: Lire',
        "id: lire, texte: Lire",
        "donnez un id",
    ),
    Essai("ID-09", COMITE, "mandats: [{id: sources, texte: A}]\n", "id: sources", "id: mandat-sources"),
    Essai(
        "ID-10",
        PLAN,
        "actions: [{texte: Lire un livre}]\n",
        "{texte",
        "{id: action-lire-livre, texte",
        "id: action-lire-livre",
    ),
    Essai(
        "ID-11",
        COMITE,
        "anciennes_adresses: [table]\n",
        "[table]",
        "[comites/ancienne-table]",
        "comites/ancienne-table",
    ),
    Essai(
        "ID-07",
        COMITE,
        "anciennes_adresses: [enjeux/entraide]\n",
        "anciennes_adresses: [enjeux/entraide]\n",
        "",
        "retirez-la",
    ),
    Essai(
        "ID-20",
        PLAN,
        "anciennes_ancres: [{ancienne: lire, nouvelle: action-1-1}]\n",
        "[{ancienne: lire, nouvelle: action-1-1}]",
        "{lire: action-1-1}",
        "anciennes_ancres: {lire: action-1-1}",
    ),
    Essai(
        "ID-20",
        PLAN,
        "anciennes_ancres: {action-1-1: action-1-1}\n",
        "anciennes_ancres: {action-1-1: action-1-1}\n",
        "",
        "retirez-la d'ici",
    ),
    Essai("REF-01", COMITE, "territoires: [la-vile]\n", "la-vile", "la-ville"),
    Essai(
        "REF-02",
        COMITE,
        "territoires: [entraide]\n",
        "territoires: [entraide]",
        "enjeux: [entraide]",
        "dans le bon champ",
    ),
    Essai(
        "REF-03",
        COMITE,
        "parent: table-de-quartier\n",
        "parent: table-de-quartier\n",
        "",
        "retirez un des liens",
    ),
    Essai(
        "REF-09",
        COMITE,
        "membres: [{qualite: membre}]\n",
        "{qualite",
        "{organisme: maison-de-quartier, qualite",
        "organisme",
    ),
    Essai(
        "REF-11",
        COMITE,
        _MEMBRES.format(", nom: Vacant"),
        ", nom: Vacant",
        ", qualite: vacant",
        "qualite: vacant",
    ),
    Essai(
        "REF-11",
        COMITE,
        _MEMBRES.format(", nom: N/A"),
        ", nom: N/A",
        ", qualite: a_confirmer",
        "qualite: a_confirmer",
    ),
    Essai(
        "MEM-01",
        COMITE,
        _MEMBRES.format(", fin: 2030, ancien: true"),
        ", ancien: true",
        "",
        "retirez ancien: true",
    ),
    Essai("MEM-01", COMITE, _MEMBRES.format(", debut: 2030, ancien: true"), "2030", "2020", "corrigez debut"),
    Essai(
        "MEM-02",
        COMITE,
        _MEMBRES.format(f", qualite: vacant{_NOMMEE}"),
        _NOMMEE,
        "",
        "retirez nom et base_publication",
    ),
    Essai(
        "MEM-02",
        COMITE,
        _MEMBRES.format(f", organisme: maison-de-quartier, qualite: vacant{_NOMMEE}"),
        ", qualite: vacant",
        "",
        "retirez qualite: vacant",
    ),
    Essai("MEM-03", COMITE, "sieges: 1\n" + _DEUX, "sieges: 1", "sieges: 2", "corrigez sieges"),
    Essai(
        "MEM-03",
        COMITE,
        "sieges: 1\n" + _DEUX,
        "relance, debut: 2020}\n  -",
        "relance, ancien: true}\n  -",
        "ancien: true",
    ),
    Essai(
        "MEM-03",
        COMITE,
        "sieges: 1\nsieges_reserves: [{nombre: 2, pour: des jeunes}]\n",
        "nombre: 2",
        "nombre: 1",
        "les nombres de sieges_reserves",
    ),
    Essai("MEM-04", COMITE, _MEMBRES.format(", deduit: true"), ", deduit: true", "", "retirez deduit: true"),
    Essai(
        "MEM-04",
        COMITE,
        _MEMBRES.format(", deduit: true"),
        "membres:",
        'notes: [{nature: interpretation, champ: membres, texte: "…"}]\nmembres:',
        '{nature: interpretation, champ: membres, texte: "…"}',
    ),
    Essai("MEM-05", COMITE, "sieges: 2.5\n", "2.5", "12"),
    Essai(
        "PRV-12",
        COMITE,
        _MEMBRES.format(f", organisme: maison-de-quartier, ancien: true{_NOMMEE}"),
        _NOMMEE,
        "",
        "effacez nom et base_publication",
    ),
    Essai(
        "REF-15",
        PLAN,
        ACTION.format("1.3", ", publics_cibles: ['1']"),
        ", publics_cibles: ['1']",
        "",
        "à définir",
    ),
    Essai("REF-17", COMITE, "mandats: [Agir, Agir]\n", "[Agir, Agir]", "[Agir]", "gardez-en un"),
    Essai("REF-19", PLAN, ACTION.format("1.3", ", voir_aussi: [action-1-9]"), "action-1-9", "action-1-1"),
    Essai("REF-14", PLAN, ACTION.format("1.4", ""), 'numero: "1.4"', 'numero: "1.3"'),
    Essai("REF-14", PLAN, ACTION.format("2.4", ""), 'numero: "2.4"', 'numero: "1.3"'),
    _covered("REF-14", PLAN, ACTION.format("1.4", "")),
    Essai(
        "REF-30",
        PLAN,
        "    objectifs: [{id: b, texte: B, objectifs: [{id: c, texte: C, objectifs: [{id: d, texte: D, objectifs: ["
        "{id: e, texte: E, actions: [{id: f, texte: F}]}]}]}]}]\n",
        "objectifs: [{id: e, texte: E, actions: [{id: f, texte: F}]}]",
        "actions: [{id: e, texte: E, sous_actions: [F]}]",
        "écrivez ce qui est plus fin dans actions, puis dans sous_actions",
    ),
    Essai(
        "REF-30",
        PLAN,
        "niveaux: [Axe, Constat, Objectif, Cible, Action]\n",
        ", Constat, Objectif, Cible, Action]",
        "]",
        "gardez quatre niveaux",
    ),
    Essai(
        "REF-31",
        PLAN,
        "niveaux: [Axe, Constat]\n",
        "[Axe, Constat]",
        "[Axe]",
        "un mot de la source par niveau",
    ),
    _covered("REF-31", PLAN, "niveaux: [Axe, Constat]\n"),
    _covered("REF-32", PLAN, "actions_annoncees: 44\n"),
    Essai(
        "REF-32",
        PLAN,
        "actions_annoncees: 3\n",
        "actions_annoncees",
        ACTION.format("1.3", "") + "actions_annoncees",
        "ajoutez les actions manquantes",
    ),
    Essai(
        "REF-33",
        PLAN,
        'adoption: {resolution: "2026-112"}\n',
        'resolution: "2026-112"',
        'resolution: "2026-112", comite: table-de-quartier',
        "comite: id-du-comite",
    ),
    Essai(
        "DAT-34",
        PROJET,
        "statut: en_retard\n",
        "statut: en_retard",
        'suivi: [{date: "2026-01-15", statut: en_retard, source: {document: rapport}}]',
        'suivi: [{date: "2026-01-15", statut: en_retard, source: {document: id-du-document}}]',
    ),
    Essai(
        "DAT-35",
        PROJET,
        'suivi: [{date: "2026-01-15", statut: en_retard}]\n',
        "en_retard}",
        "en_retard, source: {document: rapport}}",
        "ajoutez source: {document: id-du-document}",
    ),
    _covered(
        "DAT-36",
        PROJET,
        'periode: "2026"\netapes: [{id: e, genre: etape, texte: A, echeances: "Mai 2027"}]\n',
    ),
    _covered(
        "DAT-38",
        PLAN,
        '        echeances: "Mai 2026"\n        sous_actions: [{id: s, texte: A, echeances: "Mai 2027"}]\n',
    ),
    _covered("REF-13", PLAN, '    objectifs_specifiques: [{numero: "1.1.1", texte: Lire}]\n', "lacune"),
    _covered(
        "REF-16",
        PLAN,
        '    objectifs_specifiques:\n      - {numero: "1.9", texte: L, archives: {numero_liste: "1.8"}}\n',
    ),
    _covered("REF-18", DEMARCHE, "comptes_declares: [{objet: projets, valeur: 4}]\n"),
    _covered("SOM-03", PROJET, "budgets: [{id: budget, lignes: [{libelle: A, montant: 1}]}]\n", "lacune"),
    _covered("SOM-05", PROJET, _BUDGET.format("", 10) + "    financements: [{montant: 20, statut: recu}]\n"),
    _covered("DAT-08", PLAN, '        echeances: "Mai 2019"\nperiode: "2026"\n'),
    _covered(
        "DAT-13",
        PROJET,
        'duree: "24 mois"\netapes: [{id: etape-a, genre: etape, texte: A, echeances: ["Mai 2019"]}]\n',
    ),
    Essai(
        "SOM-01",
        PROJET,
        _BUDGET.format("", 20),
        "    total_declare: 20\n",
        '    total_declare: 20\nnotes: [{champ: total_declare, nature: ecart, texte: "…"}]\n',
        '{champ: total_declare, nature: ecart, texte: "…"}',
    ),
    Essai(
        "REF-40",
        PROJET,
        "liens_projets: [{genre: suite_de, projet: cuisine-collective}]\n",
        "{genre: suite_de, projet: cuisine-collective}",
        "",
        "retirez un des liens",
    ),
    Essai(
        "REF-41",
        PROJET,
        "liens_projets: [{genre: voir_aussi, projet: autre}, {genre: voir_aussi, projet: autre}]\n",
        ", {genre: voir_aussi, projet: autre}",
        "",
        "gardez-en un",
    ),
    Essai(
        "APP-01",
        ORGANISME,
        _UN_APPEL.format("ouverture: 1er mai 2027, cloture: 31 mars 2027"),
        "31 mars 2027",
        "31 mai 2027",
        "vérifiez ces deux dates",
    ),
    _covered("APP-02", ORGANISME, _UN_APPEL.format("plafond: 9, enveloppe: 5")),
    _covered("APP-03", ORGANISME, _UN_APPEL.format("accorde: 2, reste: 2, enveloppe: 5")),
    _covered("APP-04", ORGANISME, _UN_APPEL.format("demandes_recues: 2, demandes_retenues: 3")),
    Essai(
        "APP-05",
        PROJET,
        "financements: [{montant: 5, appel: organismes/maison-de-quartier}]\n",
        ", appel: organismes/maison-de-quartier",
        "",
        "retirez appel",
    ),
    _covered(
        "APP-06",
        PROJET,
        "financements: [{montant: 5, devise: EUR, appel: organismes/maison-de-quartier#appel}]\n",
    ),
    _covered("SOM-09", PROJET, "budgets: [{id: b, financements: [{montant: 20, devise: EUR}]}]\n"),
    Essai(
        "SOM-09",
        PROJET,
        "budgets: [{id: b, financements: [{montant: 20, devise: EUR}]}]\n",
        ", devise: EUR",
        "",
        "retirez devise",
    ),
    Essai(
        "SOM-10",
        PROJET,
        'financements: [{libelle: "un don de 5 000 €", montant: 5000}]\n',
        "montant: 5000",
        "montant: 5000, devise: EUR",
        "ajoutez devise: EUR",
    ),
    _covered("SOM-11", PROJET, "financements: [{montant: 20, depense: 30}]\n"),
    _covered("SOM-12", PROJET, "financements: [{montant: 20, plafond: 10}]\n"),
    Essai("SOM-13", PROJET, "financements: [{pourcentage: 8000}]\n", "8000", "80", "80 pour"),
    Essai(
        "SOM-08",
        PROJET,
        _BUDGET.format(", {libelle: Aliments, montant: 10}", 20),
        "Aliments, montant: 10}]",
        "Autres, montant: 10}]",
        "précisez l'un",
    ),
    Essai("DAT-01", COMITE, 'debut: "30 février 2009"\n', "30 février 2009", "28 février 2009", ""),
    Essai("DAT-02", PLAN, "periode: {texte: Au besoin, edtf: 2009-13}\n", "2009-13", "2009-03-31", ""),
    Essai("DAT-31", COMITE, "debut: 3 mai 2027 et 4 juin 2027\n", "3 mai 2027 et 4 juin 2027", "3 mai 2027"),
    Essai(
        "DAT-32",
        ORGANISME,
        "contacts: [{fonction: accueil, verifie_le: mars 2026}]\n",
        "mars 2026",
        "12 mars 2026",
    ),
    Essai(
        "DAT-33",
        COMITE,
        "membres:\n  - {fonction: citoyenne, nom: Personne Fictive, "
        "base_publication: {type: consentement, date: automne 2026, expire: 2028}}\n",
        "automne 2026",
        "12 mars 2026",
    ),
    Essai(
        "DAT-03",
        COMITE,
        'debut: "2020"\nfin: "2010"\n',
        'debut: "2020"\nfin: "2010"',
        'debut: "2010"\nfin: "2020"',
        "inversez",
    ),
    Essai(
        "DAT-14",
        PROJET,
        "statut: realise\n",
        "statut: realise\n",
        'statut: realise\nsuivi: [{date: "2026-01-15", statut: realise, texte: "Ce qui a été fait."}]\n',
        'suivi: [{date: "2026-01-15", statut: realise, texte: "Ce qui a été fait."}]',
    ),
    Essai(
        "DAT-14",
        COMITE,
        "statut: dissous\n",
        "statut: dissous\n",
        'statut: dissous\nfin: "juin 2025"\n',
        'fin: "juin 2025"',
    ),
    Essai("DAT-16", PROJET, 'statut: prevu\nperiode: "2019"\n', "statut: prevu", "statut: non_precise"),
    Essai(
        "DAT-17",
        COMITE,
        'statut: dissous\nfin: "mars 2024"\n' + _MEMBRES.format(""),
        "citoyenne",
        'citoyenne, fin: "mars 2024"',
        'fin: "mars 2024"',
    ),
    Essai(
        "DAT-20",
        PROJET,
        'statut: prevu\nsuivi: [{date: "2025-01-15", statut: realise, texte: F}]\n',
        "statut: prevu\n",
        "",
        "supprimez statut",
    ),
    Essai("DAT-05", PLAN, "periode: 2009-10\n", "2009-10", "octobre 2009", "octobre 2009"),
    Essai("DAT-06", PROJET, "periode: Été à automne 2010\n", "Été à automne 2010", "été 2010", "été 2010"),
    Essai(
        "DAT-07",
        PLAN,
        "periode: {texte: Mai 2010, edtf: 2012-05}\n",
        ", edtf: 2012-05",
        "",
        "retirez la valeur",
    ),
    Essai(
        "DAT-10",
        COMITE,
        "frequence: {texte: Au besoin, min: 5, max: 3, par: mois}\n",
        "{texte: Au besoin, min: 5, max: 3, par: mois}",
        "4 à 6 rencontres par année",
        "rencontres par année",
    ),
    Essai("DAT-15", EVENEMENT, "date: 12 mars 2027\nstatut: terminee\n", "2027", "2025", "la date"),
    Essai("DAT-19", PROJET, "periode: un de ces jours\n", "un de ces jours", "Automne 2009", ""),
    _covered(
        "DAT-11",
        PLAN,
        'periode: "2026"\nactions:\n  - {numero: "9", texte: A, echeances: [Mai 2026, Juin 2026], '
        "frequence: 4 rencontres par année}\n",
    ),
    _covered(
        "DAT-12",
        PLAN,
        "actions:\n  - {numero: '9', texte: A, frequence: {texte: 4 fois par année, objet: bilan}}\n"
        "  - {numero: '10', texte: B, frequence: {texte: 2 fois par année, objet: bilan}}\n",
    ),
    Essai(
        "REF-22",
        PLAN,
        "remplace: ancien\nactions: [{numero: '9', texte: A, reprend: [plans/plan-2026#action-1-1]}]\n",
        "plans/plan-2026#action-1-1",
        "plans/ancien#action-1-1",
        "l'adresse d'une action ou d'un objectif de plans/ancien",
    ),
    Essai("SRC-05", COMITE, "notes: [{champ: mision, nature: lacune, texte: A}]\n", "mision", "mission"),
    Essai(
        "SRC-06",
        PLAN,
        ACTION.format(
            "1.3", ", responsables: [{organisme: maison-de-quartier}], archives: {cellule_brute: M}"
        ),
        "cellule_brute: M}}\n",
        'cellule_brute: M}}\nnotes: [{champ: action-1-3, nature: interpretation, texte: "…"}]\n',
        '{champ: action-1-3, nature: interpretation, texte: "…"}',
    ),
    Essai(
        "SRC-10",
        "documents/autre.yml",
        'titre: "Roy, J. (2017)"\npublication: publie\ndemarches: [quartier]\n',
        "publie\n",
        "publie\nreference_incomplete: true\n",
        "reference_incomplete: true",
    ),
    Essai("PRV-01", COMITE, _MEMBRES.format(", nom: Prénom Nom"), ", nom: Prénom Nom", "", "effacez nom"),
    Essai(
        "PRV-02",
        COMITE,
        _MEMBRES.format(", nom: Prénom Nom, base_publication: {type: fonction}"),
        "citoyenne",
        "citoyenne, organisme: maison-de-quartier",
        "organisme: ",
    ),
    Essai(
        "PRV-02",
        COMITE,
        _MEMBRES.format(", nom: Prénom Nom, base_publication: {type: consentement}"),
        "consentement",
        'consentement, date: "2026-01-15", expire: "2028-01-15"',
        'expire: "2028-01-15"',
    ),
    Essai(
        "PRV-03",
        COMITE,
        "mission: voisine@gmail.com\n",
        "voisine@gmail.com",
        "info@exemple.quebec",
        "l'adresse de l'organisme",
    ),
    Essai(
        "PRV-04",
        ORGANISME,
        "description: Appelez au 819 555-0147.\n",
        "description: Appelez au 819 555-0147.",
        'contacts: [{fonction: accueil, telephone: "819 555-0147"}]',
        "dans contacts",
    ),
    Essai("PRV-05", COMITE, "mission: Née le 3 mars 1980.\n", "Née le 3 mars 1980.", "Agir.", "retirez-le"),
    Essai(
        "PRV-08",
        COMITE,
        _MEMBRES.format(
            ', nom: Prénom Nom, base_publication: {type: consentement, date: "2020", expire: "2021"}'
        ),
        ', nom: Prénom Nom, base_publication: {type: consentement, date: "2020", expire: "2021"}',
        "",
        "effacez nom et base_publication",
    ),
    Essai(
        "PRV-11",
        EVENEMENT,
        "mesures: [{libelle: familles, valeur: 3}]\n",
        "mesures: [{libelle: familles, valeur: 3}]\n",
        "",
        "retirez la mesure",
    ),
    Essai("ID-12", ORGANISME, 'neq: "114000000"\n', 'neq: "114000000"', 'neq: "1140000000"'),
    Essai(
        "ID-12",
        ORGANISME,
        _NUMERO.format("siret", "73282932000075"),
        'valeur: "73282932000075"',
        'valeur: "73282932000074"',
    ),
    _covered("ID-12", PROJET, _NUMERO.format("siret", "73282932000075")),
    Essai("ID-13", ORGANISME, _NUMERO.format("SIRET", "73282932000074"), "SIRET", "siret"),
    _covered("ID-13", PROJET, _NUMERO.format("sirett", "7"), "interpretation"),
    Essai(
        "ID-14",
        ORGANISME,
        'neq: "1140000000"\n' + _NUMERO.format("neq", "1140000001"),
        'neq: "1140000000"\n',
        "",
        "gardez celui",
    ),
    Essai("ID-15", "organismes/rive-est.yml", _RIVE_EST, _RIVE_EST, _RIVE_EST + _PAS_RIVE, _PAS_RIVE.strip()),
    Essai("SIT-05", PROJET, 'liens: ["http://maison.org"]\n', "http://maison.org", "https://maison.org"),
    Essai(
        "SIT-05",
        PROJET,
        'liens: [{adresse: "mailto:a@maison.org"}]\n',
        "mailto:a@maison.org",
        "https://www.exemple.quebec",
        "écrivez l'adresse d'une page, par exemple https://www.exemple.quebec;",
    ),
    Essai(
        "ID-16",
        PROJET,
        'identifiants: [{schema: permis, valeur: "7"}, {schema: permis, valeur: "7"}]\n',
        ', {schema: permis, valeur: "7"}',
        "",
        "gardez-le une seule fois",
    ),
    Essai(
        "SIT-12",
        ORGANISME,
        'site_web: "https://maison.org"\nliens: ["https://maison.org/"]\n',
        'liens: ["https://maison.org/"]\n',
        "",
        "gardez-la une seule fois, dans site_web.",
    ),
    Essai(
        "SIT-12",
        PROJET,
        'liens: ["https://maison.org", "https://maison.org"]\n',
        ', "https://maison.org"',
        "",
        "gardez-la une seule fois.",
    ),
    Essai("SIT-05", ORGANISME, 'site_web: "http://maison.org"\n', "http://maison.org", "https://maison.org"),
    Essai("FIC-01", DOCUMENT, "fichier: Affiche.PDF\n", "fichier: Affiche.PDF", "fichier: affiche.pdf"),
    Essai(
        "FIC-05",
        PROJET,
        "images: [{fichier: cuisine.jpg, texte_alternatif: Une salle}]\n",
        "Une salle",
        "Une salle, personne_reconnaissable: false",
        "personne_reconnaissable: false",
    ),
    Essai(
        "FIC-05",
        PROJET,
        "images: [{fichier: cuisine.png, texte_alternatif: Des gens, personne_reconnaissable: true}]\n",
        "true}",
        'true, consentement: "Oui écrit, janvier 2026"}',
        'consentement: "Oui écrit, janvier 2026"',
    ),
    Essai(
        "ID-08",
        "territoires/rive-est.yml",
        FICHE,
        FICHE,
        FICHE + "a_ne_pas_confondre_avec: [territoires/rive]\n",
        "a_ne_pas_confondre_avec: [territoires/rive]",
    ),
    Essai("REF-04", PLAN, "", "", "", "remplace_par: suivant")._replace(
        after=BASES[PLAN] + "remplace_par: suivant\n"
    ),
    Remede(
        "REF-05",
        COMITE,
        BASES[COMITE].replace("publie", "brouillon"),
        BASES[COMITE],
        "publiez « table-de-quartier »",
    ),
    Essai("REF-06", "territoires/rive.yml", FICHE, "publie\n", "archive\n", "publication: archive"),
    Essai(
        "REF-08",
        "demarches/autre.yml",
        _AUTRE,
        _AUTRE,
        _AUTRE + "organismes: [{organisme: maison-de-quartier, role: promoteur}]\n",
        "organismes: [{organisme: ",
    ),
    Essai(
        "REF-10",
        COMITE,
        _MEMES,
        "2020}\n  - {territoire: la-ville",
        "2020}\n  - {fonction: accueil, territoire: la-ville",
        "fonction",
    ),
    Essai("SOM-06", PROJET, _DON, "500", "500, rattache_a: demarches/quartier", "ajoutez rattache_a"),
    Essai(
        "REF-12",
        DEMARCHE,
        _EFFETS,
        "parent: effet-e, texte: B",
        "contribue_a: [effet-e], texte: B",
        "utilisez contribue_a",
    ),
    Remede(
        "SOM-07",
        PROJET,
        BASES[PROJET].replace(', repere: "Page 2"', "") + _TOTAL,
        BASES[PROJET] + _TOTAL,
        "ajoutez un repere à la source",
    ),
    Remede(
        "TYP-19",
        COMITE,
        BASES[COMITE].replace("qui décide.", "qui décide. Elle agit."),
        BASES[COMITE],
        "une seule phrase",
    ),
    Essai("TYP-21", DEMARCHE, "description: |\n  # Bilan\n  Agir.\n", "# Bilan", "**Bilan**", ""),
    Essai("TYP-22", COMITE, 'nom_court: "**Table**"\n', "**Table**", "Table", "retirez ces signes"),
    Essai("TYP-23", "territoires/rive.yml", RIVE_CITEE, '"« Rive »"', '"Rive"', 'écrivez "Rive"'),
    Essai("TYP-24", COMITE, 'mission: "dÃ¨s lundi"\n', "dÃ¨s lundi", "dès lundi", "écrivez « dès"),
    Essai(
        "REF-20",
        EVENEMENT,
        f"{UN_COMITE}comites: [table-de-quartier]\n",
        UN_COMITE,
        "",
        "comites: [table-de-quartier]",
    ),
    Essai("REF-21", EVENEMENT, "date: 12 mars 2027\nserie: autre\n", "serie: autre\n", "", "effacez serie"),
    Essai(
        "REN-01",
        EVENEMENT,
        "heure: 19 h\nordre_du_jour: [{texte: A, heure: 18 h}]\n",
        "18 h}",
        "20 h}",
        "corrigez l'heure",
    ),
    _covered("REN-01", EVENEMENT, "heure: 19 h\nordre_du_jour: [{texte: A, heure: 18 h}]\n"),
    Essai(
        "REN-02",
        EVENEMENT,
        'ordre_du_jour: [{numero: "1", texte: A}, {numero: "3", texte: B}]\n',
        '"3"',
        '"2"',
        "corrigez numero",
    ),
    _covered("REN-02", EVENEMENT, 'ordre_du_jour: [{numero: "1", texte: A}, {numero: "3", texte: B}]\n'),
    Essai(
        "REN-03",
        EVENEMENT,
        f"presences: {{presents: 5, {_LISTE}}}\n",
        "presents: 5",
        "presents: 8",
        "presents",
    ),
    _covered("REN-03", EVENEMENT, f"presences: {{presents: 5, {_LISTE}}}\n"),
    Essai(
        "REN-04",
        EVENEMENT,
        f"presences: {{quorum: false}}\n{_DECIDE}",
        "quorum: false",
        "quorum: true",
        "quorum",
    ),
    _covered("REN-04", EVENEMENT, f"presences: {{quorum: false}}\n{_DECIDE}"),
    Essai("REN-05", EVENEMENT, "date: 2030\npresences: {presents: 8}\n", "2030", "2025", "corrigez date"),
    Essai(
        "REN-06",
        EVENEMENT,
        f"presences: {{presents: 8}}\n{_VOTE}",
        "presents: 8",
        "presents: 12",
        "corrigez le vote, ou presences",
    ),
    _covered("REN-06", EVENEMENT, f"presences: {{presents: 8}}\n{_VOTE}"),
    Essai(
        "REN-07",
        EVENEMENT,
        _VOTE.replace("pour", "unanimite: true, pour"),
        "unanimite: true, ",
        "",
        "unanimite",
    ),
    _covered("REN-07", EVENEMENT, _VOTE.replace("pour", "unanimite: true, pour")),
    Essai("REN-08", EVENEMENT, _VOTE.replace("pour: 9", "pour: 0"), "adoptee", "rejetee", "corrigez issue"),
    _covered("REN-08", EVENEMENT, _VOTE.replace("pour: 9", "pour: 0")),
    Essai(
        "REN-09",
        EVENEMENT,
        _DECIDE.replace("issue", "devise: EUR, issue"),
        "devise",
        "montant: 4500, devise",
        "montant: 4500",
    ),
    Essai(
        "REN-09",
        EVENEMENT,
        _DECIDE.replace("issue", "devise: EUR, issue"),
        "devise: EUR, ",
        "",
        "effacez devise",
    ),
    Essai(
        "REN-10",
        EVENEMENT,
        _DECIDE.replace("issue", 'resolution: "A-1", issue'),
        "decisions",
        "comite: table-de-quartier\ndecisions",
        "ajoutez comite",
    ),
    _covered("REN-10", EVENEMENT, _DECIDE.replace("issue", 'resolution: "A-1", issue'), "interpretation"),
    Essai(
        "REN-14",
        EVENEMENT,
        f"{UN_COMITE}{_DEUX_FOIS}",
        '"2", resolution: A-1',
        '"2", resolution: A-2',
        "corrigez",
    ),
    _covered("REN-14", EVENEMENT, f"{UN_COMITE}{_DEUX_FOIS}"),
    Essai("REN-11", EVENEMENT, "presences: {presents: 8.5}\n", "presents: 8.5", "presents: 12"),
    Essai(
        "REN-12",
        EVENEMENT,
        "presences: {liste: [{nombre: 8}]}\n",
        "{nombre",
        "{fonction: relance, nombre",
        "fonction",
    ),
    Essai("REN-12", EVENEMENT, "presences: {}\n", "presences: {}\n", "", "effacez ce bloc"),
    Essai(
        "REN-13",
        EVENEMENT,
        f"date: 12 mars 2025\n{_DECIDE.replace('issue', 'echeance: janvier 2025, issue')}",
        "janvier 2025",
        "mai 2025",
        "corrigez echeance",
    ),
    _covered(
        "REN-13",
        EVENEMENT,
        f"date: 12 mars 2025\n{_DECIDE.replace('issue', 'echeance: janvier 2025, issue')}",
    ),
    Essai(
        "PRV-13",
        EVENEMENT,
        "presences: {liste: [{fonction: citoyenne, nombre: 2}]}\n",
        "fonction: citoyenne, nombre: 2",
        'fonction: "citoyennes et citoyens"',
    ),
    Essai(
        "PRV-13", EVENEMENT, "presences: {presents: 3, quorum: 2}\n", "presents: 3, ", "", "retirez presents"
    ),
    Essai("DAT-21", EVENEMENT, 'heure: "25 h 99"\n', "25 h 99", "19 h 30"),
    Essai(
        "DAT-22",
        EVENEMENT,
        SANS_DEBUT,
        "mardi\n",
        'mardi\ndebut: "6 janvier 2027"\n',
        'debut: "6 janvier 2027"',
    ),
    Essai(
        "DAT-23",
        EVENEMENT,
        "date: 12 mars 2027\ndebut: 2 mars 2027\n",
        "debut: 2 mars 2027\n",
        "",
        "effacez debut",
    ),
    Essai(
        "DAT-24",
        EVENEMENT,
        "date: 12 mars 2025\nstatut: a_venir\n",
        "a_venir",
        "terminee",
        "statut: terminee",
    ),
    Essai(
        "DAT-25",
        EVENEMENT,
        'date: "12 mars 2027, 19 h"\nheure: "18 h"\n',
        'heure: "18 h"\n',
        "",
        "à un seul endroit",
    ),
    Essai(
        "SIT-09",
        DEMARCHE,
        'description: "Voir [[enjeux/entraide]]."\n',
        "[[enjeux/entraide]]",
        "[Entraide](enjeux/entraide)",
        "](enjeux/entraide)",
    ),
    Manque(
        "TYP-14",
        COMITE,
        'nom: "Table de quartier"\n',
        'nom: "Table de quartier"\n',
        'nom: "Table de quartier"',
    ),
    Manque("REF-07", PROJET, "demarche: quartier\n", "demarche: quartier\n", "ajoutez demarche: quartier"),
    Manque("REF-07", COMITE, "demarches: [quartier]\n", "demarches: [quartier]\n", "ajoutez demarches: ["),
    Manque(
        "SRC-01",
        COMITE,
        'sources: [{document: rapport, repere: "Page 1"}]\n',
        'sources: [{document: rapport, repere: "Page 4"}]\n',
        'repere: "Page 4"}]',
    ),
    Manque(
        "SRC-01",
        COMITE,
        'sources: [{document: rapport, repere: "Page 1"}]\n',
        'statut_information: declare_par_le_porteur\netat_au: "2026-11-21"\n',
        'ajoutez plutôt statut_information: declare_par_le_porteur et etat_au: "2026-11-21"',
    ),
    Remede(
        "SRC-01",
        COMITE,
        _DECLARE,
        _DECLARE + 'etat_au: "2026-11-21"\n',
        'ajoutez etat_au: "2026-11-21"',
    ),
    Remede(
        "SRC-01",
        COMITE,
        _SANS_SOURCE + 'etat_au: "2026-01-10"\n',
        _DECLARE + 'etat_au: "2026-01-10"\n',
        "statut_information: declare_par_le_porteur",
    ),
    Manque(
        "SRC-02",
        DOCUMENT,
        'date_consultation: "2026-01-10"\n',
        'date_consultation: "2026-11-21"\n',
        'date_consultation: "2026-11-21"',
    ),
]

# Beside the file that is told: another record of that name, a file to show.
_BESIDE: dict[str, dict[str, str]] = {
    "ID-08": {"territoires/rive.yml": FICHE},
    "ID-15": {"organismes/rive.yml": BASES[ORGANISME].replace("Maison de quartier", "Rive") + _Q176},
    "REF-22": {"plans/ancien.yml": BASES[PLAN].replace("2026", "2025") + "remplace_par: plan-2026\n"},
    "REF-04": {"plans/suivant.yml": BASES[PLAN].replace("2026", "2027") + "remplace: plan-2026\n"},
    "APP-06": {ORGANISME: BASES[ORGANISME] + _UN_APPEL.format("plafond: 9")},
    "REF-41": {"projets/autre.yml": BASES[PROJET].replace("Cuisine", "Autre")},
    "REF-21": {"evenements/autre.yml": BASES[EVENEMENT].replace("Rencontre", "Autre")},
    "REF-05": {EVENEMENT: BASES[EVENEMENT] + "comite: table-de-quartier\n"},
    "SOM-06": {DEMARCHE: BASES[DEMARCHE] + _DON},
    "FIC-01": {"_fichiers/affiche.pdf": "x"},
    "FIC-05": {"_fichiers/cuisine.jpg": "x", "_fichiers/cuisine.png": "x"},
}


def _told(folder: Path, files: Mapping[str, str | bytes]) -> Sequence[Located]:
    return verdict(folder, files).problems


@pytest.mark.parametrize("remede", ESSAIS, ids=lambda remede: f"{remede.code} {remede.name}")
def test_what_the_message_proposes_makes_the_problem_go(tmp_path: Path, remede: Remede) -> None:
    files = {**BASES, **_BESIDE.get(remede.code, {})}
    before = _told(tmp_path / "avant", {**files, remede.name: remede.before})
    told = [one for one in before if one.code == remede.code]
    assert told, [str(one) for one in before]
    assert any(remede.says in one.remedy for one in told), [one.remedy for one in told]
    after = _told(tmp_path / "apres", {**files, remede.name: remede.after})
    left = [str(one) for one in after if one.code == remede.code and one.niveau is not Niveau.INFORMATION]
    assert left == []
    known = {(one.file, one.code) for one in before}
    assert [str(one) for one in after if one.is_error and (one.file, one.code) not in known] == []


# The rules whose remedy is tried elsewhere, or cannot be typed.
AILLEURS = {
    "YAML-13": "test_a_file_saved_in_another_encoding_is_read_once_saved_in_utf_8",
    "YAML-14": "tests/validate/test_gabarits.py : le gabarit est rempli",
    "YAML-18": "test_what_is_normalised_is_no_longer_odd",
    "YAML-20": "test_a_file_moved_where_the_message_says_is_read",
    "ID-03": "le fichier est renommé, à un nom que personne ne devine",
    "ID-04": "un des deux fichiers est renommé, à un nom que personne ne devine",
    "ID-06": "tests/ledger/test_comparison.py : le registre est à côté des fiches",
    "ID-17": "tests/ledger/test_comparison.py : le registre est à côté des fiches",
    "ID-18": "tests/ledger/test_comparison.py : le registre est à côté des fiches",
    "ID-19": "tests/ledger/test_ledger.py : « clairevoie verifier --normaliser » remet les lignes en ordre",
    "DAT-37": "tests/validate/test_contradictions.py : deux fiches se contredisent",
    "FIC-02": "tests/test_documentation.py : « clairevoie schema » les réécrit",
    "FIC-03": "tests/read/test_files.py : le fichier est renommé comme il est dit",
    "FIC-04": "tests/read/test_files.py : le fichier est fait de nouveau, ailleurs",
    "SRC-07": "tests/test_adopted_plans.py : le plan est comparé à ce qui est publié",
    "SRC-09": "une information : la fiche est relue par quelqu'un",
    "LIS-01": "une information : la phrase est récrite par quelqu'un",
    "LIS-02": "une information : le texte est récrit par quelqu'un",
    "SIT-01": "une erreur du site",
    "SIT-02": "une page produite",
    "SIT-03": "une page écrite à la main",
    "SIT-06": "une erreur du site",
    "SIT-08": "tests/validate/test_markdown.py : les pages du site sont à côté des fiches",
    "SIT-10": "une page écrite à la main",
    "SIT-07": "une page écrite à la main",
    "SIT-11": "un réglage du site : tests/validate/test_reglages.py",
}


# Written pages and settings have their own sentences, in tests/content.
_WRITTEN = ("PAG-", "CFG-")


def test_every_rule_has_its_remedy_tried_or_says_why_not() -> None:
    tried = {remede.code for remede in ESSAIS}
    of_records = [code for code in catalogue() if not code.startswith(_WRITTEN)]
    assert [code for code in of_records if code not in tried and code not in AILLEURS] == []
    assert sorted(tried & set(AILLEURS)) == []
    assert sorted(set(AILLEURS) - set(catalogue())) == []


@pytest.mark.parametrize(
    "name",
    [
        "Projet/velo.yml",
        "projets/2026/velo.yml",
        "projets/Vélo.yaml",
        "projets/.velo.yml",
        "projets/velo.yml.txt",
    ],
)
def test_a_file_moved_where_the_message_says_is_read(tmp_path: Path, name: str) -> None:
    before = _told(tmp_path / "avant", {**BASES, name: BASES[PROJET].replace("Cuisine", "Vélo")})
    (told,) = [one for one in before if one.code == "YAML-20"]
    where = told.remedy.removesuffix(".").split(" ")[-1].removeprefix("data/")
    assert where == "projets/velo.yml"
    after = _told(tmp_path / "apres", {**BASES, where: BASES[PROJET].replace("Cuisine", "Vélo")})
    assert [str(one) for one in after if one.is_error] == []


@pytest.mark.parametrize(
    "typed", ["mission: a\x00b\n", "mission: e\u0301te\u0301\n", "mission: a\u202eb\n", "mission: a\r\n"]
)
def test_what_is_normalised_is_no_longer_odd(tmp_path: Path, typed: str) -> None:
    data = (BASES[COMITE] + typed).encode()
    before = _told(tmp_path / "avant", {**BASES, COMITE: data})
    assert [one.remedy for one in before if one.code == "YAML-18"] == [
        "lancez « clairevoie verifier --normaliser », qui réécrit le fichier sans cela."
    ]
    assert [
        one for one in _told(tmp_path / "apres", {**BASES, COMITE: normalise(data)}) if one.code == "YAML-18"
    ] == []


def test_a_file_saved_in_another_encoding_is_read_once_saved_in_utf_8(tmp_path: Path) -> None:
    text = BASES[COMITE] + "mission: Été\n"
    assert "YAML-13" in {
        one.code for one in _told(tmp_path / "avant", {**BASES, COMITE: text.encode("cp1252")})
    }
    assert "YAML-13" not in {one.code for one in _told(tmp_path / "apres", {**BASES, COMITE: text})}
