"""Old addresses, which lead to the record that has moved: each must be one, and lead to one record only."""

from __future__ import annotations

from collections.abc import Iterator

from clairevoie.model import COLLECTIONS
from clairevoie.model.fiche import Fiche
from clairevoie.model.parcours import Chemin
from clairevoie.problems import Problem
from clairevoie.problems.catalogue import problem
from clairevoie.validate.dossier import Dossier, Rule
from clairevoie.validate.identifiants import wrong_sign


def old_address_is_that_of_a_record(dossier: Dossier) -> Iterator[Problem]:
    """What is typed has the form `collection/id`: a page is written there."""
    for fiche, adresse, place in _old_addresses(dossier):
        collection, _, id = adresse.partition("/")
        if collection not in COLLECTIONS or not id or wrong_sign(id):
            yield problem("ID-11", fiche.adresse, place, valeur=adresse)


def old_address_leads_to_one_record(dossier: Dossier) -> Iterator[Problem]:
    """An address that others may have kept is never given to something else."""
    claimed: dict[str, Fiche] = {}
    for fiche, adresse, place in _old_addresses(dossier):
        first = claimed.setdefault(adresse, fiche)
        if adresse in dossier.records or adresse in dossier.illisibles:
            yield problem("ID-07", fiche.adresse, place, chemin=adresse, autre=_name(dossier, adresse))
        elif first is not fiche:
            yield problem("ID-07", fiche.adresse, place, chemin=adresse, autre=first.intitule)


def _old_addresses(dossier: Dossier) -> Iterator[tuple[Fiche, str, Chemin]]:
    for fiche in dossier.fiches:
        for rank, adresse in enumerate(fiche.anciennes_adresses):
            yield fiche, adresse, ("anciennes_adresses", rank)


def _name(dossier: Dossier, adresse: str) -> str:
    """The name of the record at that address; its id when its form is wrong."""
    fiche = dossier.jeu.fiche(adresse)
    return fiche.intitule if fiche else adresse.partition("/")[2]


RULES: tuple[Rule, ...] = (old_address_is_that_of_a_record, old_address_leads_to_one_record)
