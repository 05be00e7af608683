"""A quarter where everything is as much and as long as it may be, to see what fits on paper."""

from __future__ import annotations

from collections.abc import Mapping

NAME = "Regroupement ÉLARGI des voisines et des voisins du bord de l'eau et des collines, "
LONG = f'nom: "{(NAME * 4)[:300]}"\npublication: publie\n'
SENTENCE = (
    "Des gens de tous les âges se rencontrent dans une salle claire pour décider ensemble de ce qui se fera "
)
SAID = f'en_bref: "{(SENTENCE * 2)[:235].strip()}."\n'
WHERE = "territoires: [quartier]\n"
SOURCES = 'sources: [{document: rapport, repere: "Page 1"}]\n'
FUNCTION = "Coordonnatrice de la mobilisation citoyenne " * 3
CONTACT = f"""\
contacts:
  - fonction: "{FUNCTION.strip()}"
    telephone: "418-555-0100"
    poste: "12345"
    courriel: "{"a" * 50}@exemple.test"
    verifie_le: "2026-01-05"
"""
MEETING = f"""\
heure: "19 h"
lieu: "{NAME * 3}"
ouvert_au_public: true
accommodements: "Rampe, garde d'enfants, interprète, transport, repas"
"""


def full_quarter() -> Mapping[str, str]:
    """The files of sixty projects, forty comités with their telephones, and twelve meetings in May 2026."""
    files = {
        "territoires/quartier.yml": f"{LONG}type: quartier\n",
        "demarches/quartier.yml": f"{LONG}{SAID}{WHERE}organismes: [{{organisme: org}}]\n{SOURCES}",
        "organismes/org.yml": LONG + SOURCES,
        "documents/rapport.yml": 'titre: "Rapport"\npublication: publie\ndate_consultation: "2026-01-10"\n',
    }
    project = f"{LONG}{SAID}demarche: quartier\n{WHERE}statut: en_cours\n{SOURCES}"
    often = 'frequence: "Entre 4 à 6 rencontres par année"\n'
    comite = f"{LONG}{SAID}demarches: [quartier]\n{WHERE}{often}{CONTACT}{SOURCES}"
    meeting = f"{LONG.replace('nom:', 'titre:')}demarche: quartier\n{MEETING}{WHERE}{SOURCES}"
    files |= {f"projets/projet-{rank}.yml": project for rank in range(60)}
    files |= {f"comites/comite-{rank}.yml": comite for rank in range(40)}
    files |= {f"evenements/rencontre-{day}.yml": f'{meeting}date: "{day} mai 2026"\n' for day in range(2, 14)}
    return files
