"""Small records that stories about references add to the smallest dataset."""

from __future__ import annotations

from tests.aides.stories import DEPART

COMITE = "comites/table-de-quartier.yml"
ORGANISME = "organismes/maison-de-quartier.yml"
PLAN = "plans/plan-2026.yml"
PROJET = "projets/cuisine-collective.yml"
EVENEMENT = "evenements/rencontre.yml"

SOURCE = 'sources: [{document: rapport, repere: "Page 2"}]\n'
UN_PLAN = f"""\
nom: "Plan d'action 2026"
publication: publie
en_bref: "Ce que la table prévoit faire."
demarche: quartier
{SOURCE}objectifs:
  - numero: "1"
    texte: "Mieux manger."
    actions:
      - numero: "1.1"
        texte: "Ouvrir une cuisine collective."
      - numero: "1.2"
        texte: "Planter un verger."
"""
UN_PROJET = f"""\
nom: "Cuisine collective"
publication: publie
en_bref: "Des familles cuisinent ensemble."
demarche: quartier
{SOURCE}"""
UN_EVENEMENT = f"""\
titre: "Rencontre"
publication: publie
demarche: quartier
{SOURCE}"""
BASES = {**DEPART, PLAN: UN_PLAN, PROJET: UN_PROJET, EVENEMENT: UN_EVENEMENT}


def typed(name: str, added: str, *others: str) -> dict[str, str]:
    """The smallest dataset, with these lines added at the end of one of its files, and these other files."""
    return {**DEPART, **{other: BASES[other] for other in others}, name: BASES[name] + added}
