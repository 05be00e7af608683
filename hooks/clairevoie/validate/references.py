"""References: what a record cites exists, is of the kind expected, and may be shown. Problems come out."""

from __future__ import annotations

from collections.abc import Iterator

from clairevoie.model import COLLECTIONS
from clairevoie.model.actions import Action
from clairevoie.model.base import Vers
from clairevoie.model.comptes import demarches_of
from clairevoie.model.fiche import Fiche
from clairevoie.model.parcours import Renvoi
from clairevoie.problems import Problem
from clairevoie.problems.catalogue import problem
from clairevoie.validate import adresses
from clairevoie.validate.dossier import Dossier, Rule
from clairevoie.validate.lieux import names
from clairevoie.validate.noms import capitalised
from clairevoie.validate.proches import suggester

_NOT_PUBLIC = ("brouillon", "retire")


def reference_exists(dossier: Dossier) -> Iterator[Problem]:
    """A record that is cited exists, well or badly formed."""
    suggest = suggester()
    for fiche, renvoi, collection in _astray(dossier):
        if not any(renvoi.valeur in ids for ids in dossier.ids.values()):
            yield problem(
                "REF-01",
                fiche.adresse,
                renvoi.chemin,
                Le_type=capitalised(COLLECTIONS[collection].le),
                id=renvoi.valeur,
                collection=collection,
                proche=suggest(renvoi.valeur, dossier.ids[collection]),
            )


def reference_is_of_the_kind_expected(dossier: Dossier) -> Iterator[Problem]:
    """A field that expects a comité does not cite a project."""
    for fiche, renvoi, collection in _astray(dossier):
        actual = next((name for name, ids in dossier.ids.items() if renvoi.valeur in ids), None)
        if actual:
            yield problem(
                "REF-02",
                fiche.adresse,
                renvoi.chemin,
                id=renvoi.valeur,
                un_type=COLLECTIONS[actual].un,
                champ=names(renvoi.chemin)[-1],
                le_type_attendu=COLLECTIONS[collection].le,
            )


def published_record_cites_what_is_public(dossier: Dossier) -> Iterator[Problem]:
    """A page does not lead to a draft, nor to a record that was withdrawn."""
    hidden = {fiche.adresse: fiche.id for fiche in dossier.fiches if fiche.publication in _NOT_PUBLIC}
    for fiche, renvois in dossier.citations if hidden else ():
        for renvoi in renvois if fiche.est_publiee else ():
            id = hidden.get(adresses.target(renvoi).partition("#")[0])
            if id:
                yield problem("REF-05", fiche.adresse, renvoi.chemin, id=id)


def record_belongs_to_a_demarche(dossier: Dossier) -> Iterator[Problem]:
    """A project, a plan, an event or a comité is found from a démarche."""
    for fiche in dossier.publiees():
        if COLLECTIONS[fiche.collection].dans_une_demarche and not demarches_of(fiche):
            yield problem(
                "REF-07",
                fiche.adresse,
                Le_type=capitalised(COLLECTIONS[fiche.collection].le),
                suggestion=_first_cited_demarche(dossier, fiche),
            )


def public_vise_is_defined(dossier: Dossier) -> Iterator[Problem]:
    """The number of an audience is one that the plan defines."""
    for fiche, chemin, action in dossier.formes(Action):
        known = [public.numero for public in vars(fiche).get("publics_cibles", ())]
        for rank, numero in enumerate(action.publics_cibles):
            if numero not in known:
                liste = ", ".join(known) or "les numéros à définir dans publics_cibles"
                yield problem(
                    "REF-15", fiche.adresse, (*chemin, "publics_cibles", rank), valeur=numero, liste=liste
                )


def published_record_is_cited(dossier: Dossier) -> Iterator[Problem]:
    """What is shared between démarches is cited somewhere, or says itself which démarche it serves."""
    cited: set[str] = set()
    for fiche, renvois in dossier.citations:
        cited |= set(map(adresses.target, renvois)) - {fiche.adresse}
    for name in (name for name, collection in COLLECTIONS.items() if collection.partagee):
        for fiche in dossier.jeu.collection(name).values():
            # An archived record is allowed to stand alone: archiving it is one of the two remedies.
            if fiche.publication == "publie" and fiche.adresse not in cited and not demarches_of(fiche):
                yield problem("REF-06", fiche.adresse, id=fiche.id)


def _astray(dossier: Dossier) -> Iterator[tuple[Fiche, Renvoi, str]]:
    """Every id that is not in the collection it should lead to, with its record and that collection."""
    ids = dossier.ids
    for fiche, renvois in dossier.citations:
        for renvoi in renvois:
            marque = renvoi.marque
            if isinstance(marque, Vers) and renvoi.valeur not in ids[marque.collection]:
                yield fiche, renvoi, marque.collection


def _first_cited_demarche(dossier: Dossier, fiche: Fiche) -> str:
    """The first démarche that the record cites, directly or through a record that belongs to one."""
    for renvoi in dossier.renvois[fiche.adresse]:
        cited = dossier.jeu.fiche(adresses.target(renvoi))
        if cited and cited.collection == "demarches":
            return cited.id
        if cited and demarches_of(cited):
            return demarches_of(cited)[0]
    return ""


RULES: tuple[Rule, ...] = (
    reference_exists,
    reference_is_of_the_kind_expected,
    published_record_cites_what_is_public,
    record_belongs_to_a_demarche,
    public_vise_is_defined,
    *adresses.RULES,
)
RULES_WHOLE: tuple[Rule, ...] = (published_record_is_cited,)
