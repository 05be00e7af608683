"""Messages that once sent people the wrong way: what they typed, and the sentences that come back now."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.aides.stories import verdict

_SOURCE = 'sources: [{document: compte-rendu, repere: "Point 1"}]\n'
FILES = {
    "comites/frequences.yml": f"""\
nom: "Comité des fréquences"
publication: publie
en_bref: "Le comité se réunit souvent."
demarches: [quartier]
membres: [{{fonction: "présidente", role: presidence, nom: "Prénom Nom", base_publication: {{type: fonction}}}}]
{_SOURCE}""",
    "comites/table.yml": f"""\
nom: "Table de quartier"
publication: publie
en_bref: "La table qui décide des projets."
demarches: [quartier]
{_SOURCE}""",
    "demarches/quartier.yml": f"""\
nom: "Quartier en commun"
publication: publie
en_bref: "Les gens du quartier décident ensemble."
territoires: [ville]
organismes: [{{organisme: maison, role: promoteur}}]
{_SOURCE}""",
    "documents/compte-rendu.yml": """\
titre: "Compte rendu du 2 mars 2026"
publication: publie
demarches: [quartier]
date_consultation: "2026-03-20"
""",
    "enjeux/recherche.yml": 'nom: "Recherche"\npublication: publie\n',
    "evenements/conjointe.yml": f"""\
titre: "Rencontre conjointe"
publication: publie
demarche: quartier
comite: [table, frequences]
date: "22 mars 2027"
{_SOURCE}""",
    "organismes/maison.yml": f'nom: "Maison de quartier"\npublication: publie\nterritoires: [ville]\n{_SOURCE}',
    "plans/plan.yml": f"""\
nom: "Plan 2026"
publication: publie
en_bref: "Ce que la table prévoit. Et ce qu’elle fait."
demarche: quartier
objectifs:
  - numero: "1"
    texte: "Verdir."
    actions:
      - {{numero: "1.1", texte: "Planter."}}
      - {{numero: "1.3", texte: "Arroser."}}
{_SOURCE}""",
    "projets/fini.yml": f"""\
nom: "Ruelle verte"
publication: publie
en_bref: "Une ruelle à verdir."
demarche: quartier
statut: realise
periode: "2024"
{_SOURCE}""",
    "projets/gabarit-a.yml": f"""\
nom: "Modèle de projet"
publication: publie
en_bref: "Un premier projet."
demarche: quartier
{_SOURCE}""",
    "projets/gabarit-b.yml": f"""\
nom: "Modèle de projet"
publication: publie
en_bref: "Un second projet."
demarche: quartier
{_SOURCE}""",
    "territoires/ville.yml": 'nom: "Ville-Exemple"\npublication: publie\ntype: ville\n',
}
TOLD = [
    "ERREUR data/comites/frequences.yml:5:91 [PRV-02]\n"
    "  La base choisie ne suffit pas pour publier ce nom : rien ne dit où s'exerce cette "
    "fonction (base « fonction »).\n"
    "  Pour corriger : ajoutez au siège organisme: id-de-l-organisme ou comite: id-du-comite, ou effacez nom.",
    "ERREUR data/enjeux/recherche.yml:1:1 [ID-09]\n"
    "  « recherche » est réservé au site.\n"
    "  Pour corriger : renommez le fichier, par exemple data/enjeux/enjeu-recherche.yml.",
    "ERREUR data/plans/plan.yml:3:10 [TYP-19]\n"
    "  « en_bref » a 2 phrases, dont la première est « Ce que la table prévoit. ».\n"
    "  Pour corriger : gardez une seule phrase d'au plus 40 mots.",
    "AVERTISSEMENT data/plans/plan.yml:10:18 [REF-14]\n"
    "  Il n'y a pas d'action 1.2 avant l'action 1.3.\n"
    '  Pour corriger : écrivez numero: "1.2", ou ajoutez l\'action 1.2; si la source est ainsi, '
    'ajoutez une note {nature: ecart, couvre: [REF-14], texte: "…"}.',
    "ERREUR data/projets/fini.yml:5:9 [DAT-14]\n"
    "  L'état « realise » doit s'appuyer sur une entrée de suivi, ou sur la date de la fiche (etat_au).\n"
    "  Pour corriger : ajoutez, à la date du fait, par exemple "
    'suivi: [{date: "2026-01-15", statut: realise, texte: "Ce qui a été fait."}].',
    "AVERTISSEMENT data/projets/gabarit-b.yml:1:6 [ID-08]\n"
    "  « Modèle de projet » est le nom de deux fiches : gabarit-a et gabarit-b.\n"
    "  Pour corriger : si ce sont deux choses, ajoutez a_ne_pas_confondre_avec: [projets/gabarit-a]; "
    "si c'est la même, gardez une seule fiche (l'autre nom va dans noms_alternatifs).",
]


@pytest.mark.parametrize("sentence", TOLD, ids=[one.split("[")[1][:6] for one in TOLD])
def test_the_message_says_what_is_there_and_what_to_type(tmp_path: Path, sentence: str) -> None:
    told = [str(one) for one in verdict(tmp_path, FILES, date(2026, 12, 20)).problems]
    assert sentence in told


def test_a_list_where_one_value_was_due_gives_the_values_to_copy(tmp_path: Path) -> None:
    (told,) = [one for one in verdict(tmp_path, FILES).problems if one.code == "TYP-11"]
    assert told.fault == "« comite » attend un seul identifiant, et non une liste."
    assert "comite: table" in told.remedy
