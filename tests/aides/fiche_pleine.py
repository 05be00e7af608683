"""A record of any collection with every field of every form filled in, each text unlike the others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import count
from typing import Any

from clairevoie.model import COLLECTIONS, Jeu
from clairevoie.model.base import Forme
from clairevoie.model.describe import Champ, describe
from clairevoie.model.fiche import Fiche
from clairevoie.model.sources import AncreDeplacee
from clairevoie.model.temps import Duree, Echeance, Frequence

# Phrases that say when, for how long and how often; their machine values are read, not typed. Anchors are no texts.
_PHRASES: dict[type[Forme], dict[str, Any]] = {
    Echeance: {"texte": "Automne 2009", "portee": "Comité de travail"},
    Frequence: {"texte": "4 rencontres par année", "objet": "bilan"},
    Duree: {"texte": "24 mois"},
    AncreDeplacee: {"ancienne": "action-9", "nouvelle": "projets/un"},
}
# What must stay out for the rest to be seen: nesting, withdrawal, files of the machine.
_LEFT_OUT = {"id", "parent", "retrait", "rattache_a", "base_publication", "expire"}
_PLAIN = {
    "montant": 1200,
    "nombre": 7,
    "texte_ou_nombre": 7,
    "booleen": True,
    **dict.fromkeys(("date", "date_sure", "jour"), "12 mars 2020"),
}
# Choices that say nothing, or that are told by the place where they stand; or that another field would contradict.
_VAGUE = ("membre", "autre", "en_retard", "non_precise", "non_precisee", "retire", "CAD", "faible")


@cache
def full_dataset(texte: str = "Fait numéro", long: str = "") -> tuple[Jeu, Mapping[str, list[str]]]:
    """One record of each collection, all citing each other, and the texts typed in each, by address.

    `long` is what begins the fields in Markdown, when it is not what begins the others.
    """
    numbers = count(1)
    fiches: list[Fiche] = []
    typed: dict[str, list[str]] = {}
    for name, kind in COLLECTIONS.items():
        said: list[str] = []
        values = dict(_filled(kind.modele, numbers, (texte, long or texte), said))
        values |= {"publication": "publie", "id": "un"}
        fiches.append(kind.modele(**values))
        typed[f"{name}/un"] = said
    return Jeu.of(fiches), typed


def _filled(
    forme: type[Forme],
    numbers: Iterator[int],
    texts: tuple[str, str],
    said: list[str],
    above: tuple[type[Forme], ...] = (),
) -> Iterator[tuple[str, Any]]:
    """The fields of a form; what may hold its own kind holds it once."""
    inside = (*above, forme)
    for name, champ in describe(forme).items():
        endless = champ.forme is not None and inside.count(champ.forme) > 1
        if name not in _LEFT_OUT and name != "publication" and not endless:
            value = _value(champ, numbers, texts, said, inside)
            yield name, [value] if champ.plusieurs else value
    if "id" in describe(forme) and not issubclass(forme, Fiche):
        yield "id", f"element-{next(numbers)}"


def _value(
    champ: Champ,
    numbers: Iterator[int],
    texts: tuple[str, str],
    said: list[str],
    inside: tuple[type[Forme], ...],
) -> Any:
    if champ.forme is not None:
        return _PHRASES.get(champ.forme) or dict(_filled(champ.forme, numbers, texts, said, inside))
    if champ.valeurs:
        return [value for value, _ in champ.valeurs if value not in _VAGUE][-1]
    if champ.marque:
        return "un" if champ.vers else "projets/un"
    if champ.sorte in _PLAIN:
        return _PLAIN[champ.sorte]
    said.append(f"{texts[champ.sorte == 'markdown']} {next(numbers)}.")
    return said[-1]
