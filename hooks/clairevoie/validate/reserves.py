"""Ids that would fight with the site for an address, with a page for an anchor, or with Windows for a file."""

from __future__ import annotations

from collections.abc import Iterator

from clairevoie.problems import Origin, Problem
from clairevoie.problems.catalogue import located, problem
from clairevoie.validate.dossier import Dossier, Rule
from clairevoie.validate.identifiants import local_ids

_PORTS = frozenset(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10))
# Windows keeps these names for its devices: a folder that holds such a file cannot be copied there.
_DEVICES = frozenset({"con", "prn", "aux", "nul"}) | _PORTS
_SITE = frozenset({"index", "recherche", "_gabarit"})

# The anchors that pages carry whatever their record says; each field shown as a section has its own too.
SKELETON = frozenset(
    """
    contenu formes journal sigles joindre-participer notes-d-edition autres-renseignements ailleurs origine documents
    recherche recherche-accueil recherche-demarche recherche-enjeu recherche-territoire recherche-type
    qui-decide qui-siege-ou relations qui-a-decide ou-en-est-on echeance-deplacee suites cycle-annuel
    ce-qui-est-prevu ce-qui-se-passe quand argent-des-projets silences plus-grand plus-pres
    impacts-observes impacts-en-liste chaine-en-liste en-listes explorer-texte par-comite sans-date
    marque-jour marque-mois marque-saison marque-annee marque-intervalle marque-continu marque-recurrent
    marque-conditionnel marque-inconnu marque-remplacee marque-dehors
    temps-jour temps-mois temps-saison temps-croix temps-avant temps-apres temps-annees
    """.split()  # noqa: SIM905
)


def id_is_not_reserved(dossier: Dossier) -> Iterator[Problem]:
    """Some addresses belong to the site, some names of files to a system."""
    for record in dossier.records.values():
        if record.id in _SITE or record.id in _DEVICES:
            yield located("ID-09", record.path, Origin(), record.adresse, id=record.id)


def local_id_is_not_reserved(dossier: Dossier) -> Iterator[Problem]:
    """A link to an element must not stop at a heading of the page, or at its search box."""
    for fiche, chemin, typed in local_ids(dossier):
        sections = {champ.replace("_", "-") for champ in type(fiche).model_fields}
        if typed in SKELETON or typed in sections:
            yield problem("ID-09", fiche.adresse, chemin, id=typed)


RULES: tuple[Rule, ...] = (id_is_not_reserved, local_id_is_not_reserved)
