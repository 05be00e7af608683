"""Faults of form: the code, the file, the lines added to it, the place among them, and what is said."""

from __future__ import annotations

from tests.aides.stories import DEPART

COMITE = "comites/table-de-quartier.yml"
DEMARCHE = "demarches/quartier.yml"
ORGANISME = "organismes/maison-de-quartier.yml"
PLAN = "plans/plan-2026.yml"
EVENEMENT = "evenements/rencontre.yml"

_PLAN = """\
nom: "Plan d'action 2026"
publication: publie
en_bref: "Ce que la table prévoit faire."
demarche: quartier
sources: [{document: rapport, repere: "Page 2"}]
"""
_EVENEMENT = """\
titre: "Rencontre"
publication: publie
demarche: quartier
sources: [{document: rapport}]
"""
_BASES = {**DEPART, PLAN: _PLAN, EVENEMENT: _EVENEMENT}


def typed(name: str, added: str) -> dict[str, str]:
    """The smallest dataset, with these lines added at the end of one of its files."""
    return {**DEPART, name: _BASES[name] + added}


def line_of(name: str, rank: int = 1) -> int:
    """The line of the first (second…) line added."""
    return _BASES[name].count("\n") + rank


STORIES = [
    ("TYP-01", DEMARCHE, "budgets: []\nchaine_resultats: {schema_disponible: non}", (2, 39),
     "« non » n'est ni vrai ni faux pour « schema_disponible ».", "écrivez true ou false."),
    ("TYP-01", COMITE, "collectif: 1", (1, 12),
     "« 1 » n'est ni vrai ni faux pour « collectif ».", "écrivez true ou false."),
    ("TYP-05", ORGANISME, "contacts:\n  - fonction: coordonnatrice\n    poste: 0777", (3, 12),
     "Le numéro 0777 est lu comme le nombre 777.", 'mettez-le entre guillemets : poste: "0777".'),
    ("TYP-06", PLAN, 'objectifs:\n  - numero: 1.10\n    texte: "Concerter"', (2, 13),
     "Le numéro 1.10 est lu comme le nombre 1.1.", 'mettez-le entre guillemets : numero: "1.10".'),
    ("TYP-06", PLAN, 'actions:\n  - numero: "1"\n    texte: "Informer"\n    publics_cibles: [2]', (4, 22),
     "Le numéro 2 est lu comme le nombre 2.", 'mettez-le entre guillemets : publics_cibles: "2".'),
    ("TYP-08", PLAN, 'budgets:\n  - id: budget\n    total_declare: "80 000 $"', (3, 20),
     "Le montant « 80 000 $ » n'est pas un nombre.",
     "écrivez total_declare: 80000 (sans espace ni signe; point pour les cents)."),
    ("TYP-08", PLAN, 'financements: [{montant: "1 234,50 $"}]', (1, 26),
     "Le montant « 1 234,50 $ » n'est pas un nombre.",
     "écrivez montant: 1234.50 (sans espace ni signe; point pour les cents)."),
    ("TYP-08", PLAN, "financements: [{montant: entre 5 et 6}]", (1, 26),
     "Le montant « entre 5 et 6 » n'est pas un nombre.",
     "écrivez un nombre, par exemple montant: 80000 (sans espace ni signe; point pour les cents)."),
    ("TYP-08", PLAN, "financements: [{montant: 35000,50, statut: recu}]", (1, 26),
     "Le montant « 35000,50 » n'est pas un nombre.",
     "écrivez montant: 35000.50 (sans espace ni signe; point pour les cents)."),
    ("TYP-08", PLAN, "financements: [{montant: 1,035,000.50}]", (1, 26),
     "Le montant « 1,035,000.50 » n'est pas un nombre.",
     "écrivez montant: 1035000.50 (sans espace ni signe; point pour les cents)."),
    ("TYP-08", PLAN, 'financements: [{montant: "35 k$"}]', (1, 26),
     "Le montant « 35 k$ » n'est pas un nombre.",
     "écrivez montant: 35000 (sans espace ni signe; point pour les cents)."),
    ("YAML-21", COMITE, "mandats: [{texte: Informer, écouter, décider}]", (1, 19),
     "Entre accolades, la virgule coupe « Informer, écouter, décider » en deux champs.",
     'entourez le texte de guillemets : texte: "Informer, écouter, décider".'),
    ("TYP-09", PLAN, "financements: [{montant: -5}]", (1, 26),
     "Le montant « -5 » est impossible.", "écrivez un nombre positif d'au plus 2 décimales."),
    ("TYP-09", PLAN, "financements: [{montant: 1e3}]", (1, 26),
     "Le montant « 1e3 » est impossible.", "écrivez un nombre positif d'au plus 2 décimales."),
    ("TYP-09", PLAN, "financements: [{montant: 10.125}]", (1, 26),
     "Le montant « 10.125 » est impossible.", "écrivez un nombre positif d'au plus 2 décimales."),
    ("TYP-10", COMITE, "territoires: la-ville", (1, 14),
     "« territoires » doit être une liste.",
     "écrivez territoires: [la-ville], ou chaque valeur sur sa ligne, précédée de « - »."),
    ("TYP-10", COMITE, "mandats: Faire le bilan", (1, 10),
     "« mandats » doit être une liste.",
     'écrivez mandats: ["Faire le bilan"], ou chaque valeur sur sa ligne, précédée de « - ».'),
    ("TYP-11", COMITE, "composition:\n  - Des gens", (2, 3),
     "« composition » attend un texte simple, et non une liste.", 'écrivez composition: "Des gens".'),
    ("TYP-11", COMITE, "statut: [actif]", (1, 9),
     "« statut » attend une seule valeur, et non une liste.", "écrivez statut: actif."),
    ("TYP-11", EVENEMENT, "comite: [table, conseil]", (1, 9),
     "« comite » attend un seul identifiant, et non une liste.",
     "écrivez comites: [table, conseil] ou comite: table ou comite: conseil."),
    ("TYP-11", PLAN, "adoption: [conseil]", (1, 11),
     "« adoption » attend un bloc de champs, et non une liste.", "écrivez adoption: {texte: conseil}."),
    ("TYP-11", COMITE, "sigle: {CDC}", (1, 8),
     "« sigle » attend un texte simple, et non un bloc de champs.", 'écrivez sigle: "CDC".'),
    ("TYP-11", COMITE, "sigle: true", (1, 8),
     "« sigle » attend un texte simple, et non true ou false.", 'écrivez sigle: "true".'),
    ("TYP-11", COMITE, "nom_court: 2026", (1, 12),
     "« nom_court » attend un texte simple, et non un nombre.", 'écrivez nom_court: "2026".'),
    ("TYP-11", COMITE, "mandats:\n  - [Faire le bilan]", (2, 5),
     "« mandats » attend une phrase ou un bloc de champs, et non une liste.", 'écrivez "Faire le bilan".'),
    ("TYP-11", PLAN, "financements: [{montant: [5]}]", (1, 26),
     "« montant » attend un montant, et non une liste.", "écrivez montant: 5."),
    ("TYP-12", COMITE, "statut: actiff", (1, 9), "« actiff » n'est pas permis pour « statut ».",
     "vouliez-vous dire « actif »? Sinon, "
     "choisissez parmi envisage, actif, en_veille, dissous, non_precise."),
    ("TYP-12", COMITE, "statut: inactif", (1, 9), "« inactif » n'est pas permis pour « statut ».",
     "choisissez parmi envisage, actif, en_veille, dissous, non_precise."),
    ("TYP-12", ORGANISME, "type: club", (1, 7), "« club » n'est pas permis pour « type ».",
     "choisissez parmi organisme_public, municipalite, obnl, association, cooperative, "
     "entreprise, syndicat, ecole, reseau, fondation, ministere, programme_ou_fonds, "
     "institution_financiere, table, autre, non_precise."),
    ("TYP-12", COMITE, "statut: |\n  actif\n  ou non", (1, 9), "« actif ou non » n'est pas permis pour « statut ».",
     "choisissez parmi envisage, actif, en_veille, dissous, non_precise."),
    ("TYP-12", COMITE, "statut: 3", (1, 9), "« 3 » n'est pas permis pour « statut ».",
     "choisissez parmi envisage, actif, en_veille, dissous, non_precise."),
    ("TYP-12", COMITE, "frequence: {texte: Au besoin, par: annees}", (1, 36),
     "« annees » n'est pas permis pour « par ».",
     "vouliez-vous dire « annee »? Sinon, choisissez parmi jour, semaine, mois, trimestre, annee."),
    ("TYP-13", COMITE, "misson: Décider", (1, 1), "Le champ « misson » n'existe pas pour le comité.",
     "vouliez-vous dire « mission »? Sinon, écrivez un des champs permis ici : mission, …"),
    ("TYP-13", COMITE, 'telephone: "819-555-0100"', (1, 1),
     "Le champ « telephone » n'existe pas pour le comité.",
     "mettez-le dans « contacts ». Sinon, écrivez un des champs permis ici : …"),
    ("TYP-13", COMITE, "frequence: {texte: Au besoin, mission: Décider}", (1, 31),
     "Le champ « mission » n'existe pas pour la fréquence.",
     "mettez-le dans la fiche elle-même, sans retrait. "
     "Sinon, écrivez un des champs permis ici : min, max, objet, texte, par."),
    ("TYP-13", COMITE, "xyz: Décider", (1, 1),
     "Le champ « xyz » n'existe pas pour le comité.",
     "écrivez un des champs permis ici : …"),
    ("TYP-13", COMITE, "membres:\n  - organisme: maison-de-quartier\n    fonctions: présidente", (3, 5),
     "Le champ « fonctions » n'existe pas pour le membre.",
     "vouliez-vous dire « fonction »? Sinon, écrivez un des champs permis ici : fonction, …"),
    ("TYP-13", COMITE, "frequence: {texte: Au besoin, objets: bilan}", (1, 31),
     "Le champ « objets » n'existe pas pour la fréquence.",
     "vouliez-vous dire « objet »? Sinon, écrivez un des champs permis ici : objet, texte, min, max, par."),
    ("TYP-14", PLAN, 'objectifs:\n  - numero: "1"', (2, 5),
     "Il manque le champ obligatoire « texte ».", 'ajoutez par exemple texte: "Ouvrir une cuisine collective".'),
    ("TYP-14", COMITE, "relations:\n  - texte: élit", (2, 5),
     "Il manque le champ obligatoire « type ».", "ajoutez par exemple type: elit."),
    ("TYP-11", COMITE, "images: [photo.jpg]", (1, 10),
     "« images » attend un bloc de champs, et non un texte.",
     'écrivez par exemple {fichier: "photo.jpg", '
     'texte_alternatif: "Des gens cuisinent ensemble dans une salle claire"}.'),
    ("TYP-11", COMITE, "membres: [tremblay]", (1, 11),
     "« membres » attend un bloc de champs, et non un texte.", "écrivez par exemple {organisme: maison-de-quartier}."),
    ("TYP-10", COMITE, "images: photo.jpg", (1, 9), "« images » doit être une liste.",
     'écrivez par exemple images: [{fichier: "photo.jpg", texte_alternatif: "Des gens cuisinent ensemble '
     'dans une salle claire"}], '
     "ou chaque valeur sur sa ligne, précédée de « - »."),
    ("TYP-11", COMITE, "collectif: [oui]", (1, 12),
     "« collectif » attend true ou false, et non une liste.", "écrivez collectif: true ou collectif: false."),
    ("TYP-11", COMITE, "collectif: [true]", (1, 12),
     "« collectif » attend true ou false, et non une liste.", "écrivez collectif: true."),
    ("TYP-11", COMITE, "statut: [actiff]", (1, 9), "« statut » attend une seule valeur, et non une liste.",
     "écrivez statut: actif."),
    ("TYP-11", COMITE, "sieges: [douze]", (1, 9),
     "« sieges » attend un nombre, et non une liste.", "écrivez par exemple sieges: 4."),
    ("TYP-14", COMITE, "frequence: {objet: bilan}", (1, 12),
     "Il manque le champ obligatoire « texte ».", 'ajoutez par exemple texte: "4 rencontres par année".'),
    ("TYP-14", PLAN, "periode: {edtf: 2026}", (1, 10),
     "Il manque le champ obligatoire « texte ».", 'ajoutez par exemple texte: "Automne 2009".'),
    ("TYP-14", COMITE, "duree_mandat: {iso: P2Y}", (1, 15),
     "Il manque le champ obligatoire « texte ».", 'ajoutez par exemple texte: "24 mois".'),
    ("TYP-10", COMITE, "mandats: {numero: '1', texte: Agir}", (1, 10), "« mandats » doit être une liste.",
     'écrivez mandats: [{numero: "1", texte: "Agir"}], ou chaque valeur sur sa ligne, précédée de « - ».'),
    ("TYP-10", COMITE, "mots_cles: jardin, entraide", (1, 12), "« mots_cles » doit être une liste.",
     'écrivez mots_cles: [jardin, entraide] ou mots_cles: ["jardin, entraide"], '
     "ou chaque valeur sur sa ligne, précédée de « - »."),
    ("TYP-15", COMITE, 'mission: "  "', (1, 10),
     "« mission » est vide.", "donnez le texte, ou retirez le champ."),
    ("TYP-15", COMITE, "mission:", None,
     "« mission » est vide.", "donnez le texte, ou retirez le champ."),
    ("TYP-15", COMITE, "mission: null", (1, 10),
     "« mission » est vide.", "donnez le texte, ou retirez le champ."),
    ("TYP-15", COMITE, 'mandats: ["", "Faire le bilan"]', (1, 11),
     "« mandats » est vide.", "donnez le texte, ou retirez le champ."),
    ("TYP-15", COMITE, "membres: null", (1, 10),
     "« membres » est vide.", "donnez le texte, ou retirez le champ."),
    ("TYP-20", EVENEMENT, "nombre: trois", (1, 9),
     "« trois » n'est pas un nombre pour « nombre ».",
     "écrivez un nombre en chiffres, par exemple nombre: 4, sans guillemets."),
    ("TYP-20", COMITE, 'frequence: {texte: Au besoin, min: "4"}', (1, 36),
     "« 4 » n'est pas un nombre pour « min ».", "écrivez min: 4, sans guillemets."),
    ("ID-01", COMITE, "id: la-table", (1, 1),
     "L'identifiant est le nom du fichier; il ne se répète pas dans la fiche.",
     "supprimez la ligne « id: la-table »."),
    ("DAT-01", COMITE, 'debut: "30 février 2009"', (1, 8),
     "« 30 février 2009 » n'existe pas au calendrier : février 2009 a 28 jours.",
     "écrivez « 28 février 2009 » ou « 1er mars 2009 »; vérifiez la date dans la source."),
    ("DAT-31", COMITE, 'debut: "3 mai 2027 et 4 juin 2027"', (1, 8),
     "« 3 mai 2027 et 4 juin 2027 » dit plusieurs dates; ce champ n'en prend qu'une.",
     "gardez la première, « 3 mai 2027 », ou écrivez une période, comme « du 3 au 4 juin 2027 »."),
    ("DAT-32", ORGANISME, 'contacts: [{fonction: "accueil", verifie_le: "mars 2026"}]', (1, 46),
     "« mars 2026 » ne dit pas de quel jour il s'agit; ce champ demande le jour.",
     "écrivez-le au complet, comme « 12 mars 2026 » ou 2026-03-12."),
    ("DAT-33", COMITE,
     'membres: [{fonction: citoyenne, nom: "Personne Fictive", '
     'base_publication: {type: consentement, date: "automne 2026"}}]', (1, 103),
     "« automne 2026 » n'est pas une date certaine; ce champ en demande une.",
     "écrivez un jour, un mois ou une année, comme « 12 mars 2026 », « mars 2026 » ou « 2026 »."),
    ("DAT-02", COMITE, "debut: 2009.5", (1, 8),
     "« 2009.5 » n'est pas une date reconnue.",
     "écrivez « 31 mars 2009 », « mars 2009 », « 2009 » ou 2009-03-31."),
    ("DAT-01", PLAN, 'actions:\n  - numero: "1"\n    texte: Agir\n    echeances: "30 février 2009"', (4, 16),
     "« 30 février 2009 » n'existe pas au calendrier : février 2009 a 28 jours.",
     "écrivez « 28 février 2009 » ou « 1er mars 2009 »; vérifiez la date dans la source."),
    ("DAT-02", PLAN, "periode: {texte: Au besoin, edtf: 2009-13}", (1, 35),
     "« 2009-13 » n'est pas une date reconnue.",
     "écrivez « 31 mars 2009 », « mars 2009 », « 2009 » ou 2009-03-31."),
    ("DAT-10", COMITE, "frequence: [Au besoin, {texte: Au besoin, min: 5, max: 3, par: mois}]", (1, 24),
     "Fréquence impossible : de 5 à 3 par mois.", "écrivez une phrase comme « 4 à 6 rencontres par année »."),
    ("DAT-05", PLAN, "periode: 2009-10", (1, 10),
     "« 2009-10 » peut vouloir dire octobre 2009 ou 2009-2010.",
     "écrivez « octobre 2009 » ou « 2009-2010 »."),
    ("DAT-05", COMITE, "debut: 03/04/2025", (1, 8),
     "« 03/04/2025 » peut vouloir dire 3 avril 2025 ou 4 mars 2025.",
     "écrivez « 3 avril 2025 » ou « 4 mars 2025 »."),
    ("DAT-05", COMITE, "debut: lundi 4 mai 2027", (1, 8),
     "« lundi 4 mai 2027 » se contredit : le 4 mai 2027 est un mardi.",
     "écrivez « mardi 4 mai 2027 », « lundi 3 mai 2027 » ou « lundi 10 mai 2027 »."),
    ("DAT-05", COMITE, "debut: 15 juin", (1, 8),
     "« 15 juin » ne dit pas l'année.", "écrivez « 15 juin 2026 » ou « 15 juin 2027 »."),
    ("DAT-21", EVENEMENT, "date: 3 mai 2027 à 25 h 99", (1, 7),
     "« 25 h 99 » n'est pas une heure.",
     "écrivez une heure de « 0 h » à « 23 h 59 », comme « 19 h » ou « 19 h 30 »."),
]  # fmt: skip
