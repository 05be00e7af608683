"""The documentation of every field of every collection and form, read from the model itself: never stale."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from clairevoie.model import COLLECTIONS
from clairevoie.model.base import Forme
from clairevoie.model.describe import Champ, describe, form_key, forms_inside, short_field
from clairevoie.model.fiche import Fiche

# What to type, in the words of the editor; forms and references are told by what they lead to.
_TYPES: Mapping[str, str] = {
    "adresse": "adresse (collection/id, avec ou sans #ancre)",
    "ancre": "ancre de la fiche, ou adresse",
    "choix": "choix",
    "texte_long": "texte long, montré tel quel",
    "markdown": "texte long, en Markdown",
    "booleen": "oui ou non (true, false)",
    "date": "date, dans une phrase",
    "date_sure": "date certaine (jour, mois ou année)",
    "jour": "date, au jour près",
    "montant": "montant",
    "nombre": "nombre",
    "texte_ou_nombre": "texte ou nombre",
}


@dataclass(frozen=True, slots=True)
class ChampDuGuide:
    """One field, the words for its type, and the anchor of the form it holds, if any."""

    champ: Champ
    type: str
    forme: str | None


@dataclass(frozen=True, slots=True)
class PartieDuGuide:
    """The fields of a collection or of a form; `court` is the field that a bare sentence fills."""

    titre: str
    ancre: str
    court: str | None
    lignes: tuple[ChampDuGuide, ...]


def fields(_: object) -> dict[str, object]:
    """What every record has, then the fields of each collection, then those of each form."""
    common = PartieDuGuide("Toutes les fiches", "champs-communs", None, _lines(Fiche))
    collections = [
        PartieDuGuide(kind.libelle, f"champs-{name}", None, _lines(kind.modele, describe(Fiche)))
        for name, kind in COLLECTIONS.items()
    ]
    forms = [
        PartieDuGuide(form_key(forme), _anchor(forme), short_field(forme), _lines(forme))
        for forme in _forms()
    ]
    return {"collections": [common, *collections], "formes": forms}


def _lines(forme: type[Forme], known: Mapping[str, Champ] | None = None) -> tuple[ChampDuGuide, ...]:
    """The fields that an editor may type in a form, less those that are known."""
    champs = (champ for champ in describe(forme).values() if champ.saisi and champ.nom not in (known or ()))
    return tuple(
        ChampDuGuide(champ, _type(champ), _anchor(champ.forme) if champ.forme else None) for champ in champs
    )


def _type(champ: Champ) -> str:
    if champ.forme is not None:
        return form_key(champ.forme)
    return f"id d'une fiche de {champ.vers}/" if champ.vers else _TYPES.get(champ.sorte, "texte")


def _anchor(forme: type[Forme]) -> str:
    return f"forme-{form_key(forme)}"


def _forms() -> list[type[Forme]]:
    """Every form that a collection uses, however deep, in the order of their names."""
    models = {kind.modele for kind in COLLECTIONS.values()}
    found = {forme for modele in models for forme in forms_inside(modele)}
    return sorted(found - models, key=lambda forme: forme.__name__)
