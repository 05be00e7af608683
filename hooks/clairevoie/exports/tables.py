"""The tables that hold a dataset, worked out from the model: one for each collection, one for each form held in lists.

A form that stands alone in a field gives its columns to the row that holds it (`adoption.date`). Around them stand
four more tables: every record, every row of the forms, and what is held in lists without being a form, be it a
reference or a value. Whoever adds a field or a form to the model adds it here too, without knowing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from clairevoie.exports.plain import public_fields
from clairevoie.exports.table_names import TableName, name_of
from clairevoie.model import COLLECTIONS
from clairevoie.model.ancres import ADDRESSABLE
from clairevoie.model.base import Forme
from clairevoie.model.describe import Champ, forms_inside
from clairevoie.model.fiche import Fiche
from clairevoie.model.temps import Duree, Echeance

Type = Literal["string", "number", "boolean", "integer"]
# The tables that are of no form, and the key by which other tables lead to them.
FICHES, ELEMENTS, RENVOIS, VALEURS = "fiches", "elements", "renvois", "valeurs"
# What ends the name of a column that is worked out from the one of that name: the EDTF value of its words, the record
# that its address is of.
LU, FICHE = "_lu", "_fiche"
_DATES = frozenset({"date", "date_sure", "jour"})
_NUMBERS = frozenset({"montant", "nombre"})


@dataclass(frozen=True, slots=True)
class ColonneDeTable:
    """A column; `vers` is the table and the column that its values lead to, `valeurs` those of a closed list."""

    nom: str
    titre: str
    description: str
    type: Type = "string"
    vers: tuple[str, str] | None = None
    valeurs: tuple[tuple[str, str], ...] = ()
    obligatoire: bool = False


@dataclass(frozen=True, slots=True)
class TableDuPaquet:
    """A table: the file of its name, what its rows are, its columns, and the column that tells its rows apart."""

    nom: str
    titre: str
    description: str
    cle: str
    colonnes: tuple[ColonneDeTable, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """What is made of one field of a form: cells of the row that holds it, or rows of another table.

    `kind` is `value`, `date`, `adresse`, `form` (a form that stands alone), `rows` (forms in a list), `renvois` or
    `valeurs` (plain values in a list). `nothing` are the cells of a field that says nothing, as most do.
    """

    champ: Champ
    kind: Literal["value", "date", "adresse", "form", "rows", "renvois", "valeurs"]
    nothing: tuple[None, ...]


@cache
def steps(forme: type[Forme]) -> tuple[Step, ...]:
    """What is made of each field of a form, in the order of the model; names of persons are left out."""
    return tuple(_step(champ) for champ in public_fields(forme) if not champ.nominatif)


def _step(champ: Champ) -> Step:
    kind = _kind(champ)
    width = {"value": 1, "date": 2, "adresse": 2}.get(kind, 0)
    if kind == "form":
        assert champ.forme
        width = cells_of(champ.forme)
    return Step(champ, kind, (None,) * width)


def _kind(champ: Champ) -> Literal["value", "date", "adresse", "form", "rows", "renvois", "valeurs"]:
    if champ.forme:
        return "rows" if champ.plusieurs else "form"
    if champ.plusieurs:
        return "renvois" if champ.sorte in ("renvoi", "adresse") else "valeurs"
    return "date" if champ.sorte in _DATES else "adresse" if champ.sorte == "adresse" else "value"


def is_read(forme: type[Forme]) -> bool:
    """Whether the words of a form have a meaning for machines, told in a column of its own."""
    return issubclass(forme, (Echeance, Duree))


def is_addressable(forme: type[Forme]) -> bool:
    """Whether the forms of that kind may have an anchor on the page."""
    return issubclass(forme, ADDRESSABLE)


def cells_of(forme: type[Forme]) -> int:
    """How many cells a form fills."""
    return sum(1 for _ in _columns(forme))


@cache
def listed_forms() -> tuple[type[Forme], ...]:
    """The forms that have a table: those that some list holds, by the name of their table."""
    models = [kind.modele for kind in COLLECTIONS.values()]
    everywhere = {forme for model in models for forme in forms_inside(model)}
    listed = {
        step.champ.forme
        for forme in everywhere
        for step in steps(forme)
        if step.kind == "rows" and step.champ.forme
    }
    return tuple(sorted(listed, key=lambda forme: name_of(forme).nom))


@cache
def tables() -> Mapping[str, TableDuPaquet]:
    """Every table, by its name: those of the collections first."""
    found = (
        _fiches(),
        *(_of_collection(kind.modele) for kind in COLLECTIONS.values()),
        *(_of_form(forme) for forme in listed_forms()),
        *_around(),
    )
    return {table.nom: table for table in found}


_LICENCE = ColonneDeTable(
    "licence_des_donnees",
    "Licence des données",
    "La licence de ce fichier, par son code SPDX",
    obligatoire=True,
)
_ADRESSE = "L'adresse de la fiche sur le site, sans barres autour"


def _fiches() -> TableDuPaquet:
    colonnes = (
        ColonneDeTable("adresse", "Adresse", _ADRESSE, obligatoire=True),
        ColonneDeTable("collection", "Collection", "Le genre de fiche", obligatoire=True),
        ColonneDeTable("id", "Identifiant", "Unique dans sa collection", obligatoire=True),
        ColonneDeTable("intitule", "Nom ou titre", "Tel que la fiche le dit"),
        ColonneDeTable("page", "Page", "L'adresse complète de la page", obligatoire=True),
    )
    return _table(TableName(FICHES, "Toutes les fiches", "une fiche"), "adresse", colonnes)


def _of_collection(forme: type[Fiche]) -> TableDuPaquet:
    kind = COLLECTIONS[forme.collection]
    colonnes = (
        ColonneDeTable("adresse", "Adresse", _ADRESSE, vers=(FICHES, "adresse"), obligatoire=True),
        ColonneDeTable("id", "Identifiant", "Unique dans la collection", obligatoire=True),
        *_columns(forme),
    )
    return _table(TableName(kind.nom, kind.libelle, kind.un), "id", colonnes)


def _of_form(forme: type[Forme]) -> TableDuPaquet:
    key = ColonneDeTable("cle", "Clé", "Unique dans tout le paquet", vers=(ELEMENTS, "cle"), obligatoire=True)
    anchor = ColonneDeTable("ancre", "Ancre", "Sa place dans la page, après le signe #; vide : aucune")
    colonnes = (key, *_PLACE, *((anchor,) if is_addressable(forme) else ()), *_columns(forme))
    return _table(name_of(forme), "cle", colonnes)


_PLACE = (
    ColonneDeTable("fiche", "Fiche", _ADRESSE, vers=(FICHES, "adresse"), obligatoire=True),
    ColonneDeTable(
        "dans", "Dans", "La clé de ce qui le contient; vide : la fiche elle-même", vers=(ELEMENTS, "cle")
    ),
    ColonneDeTable("dans_champ", "Champ", "Le champ où il se trouve", obligatoire=True),
    ColonneDeTable("rang", "Rang", "Sa place dans ce champ, à partir de 1", "integer", obligatoire=True),
)


def _around() -> Iterator[TableDuPaquet]:
    """What is of no form: every row of the forms; references in lists; other values in lists."""
    key = ColonneDeTable("cle", "Clé", "Unique dans tout le paquet", obligatoire=True)
    table = ColonneDeTable("table", "Table", "La table où se trouve sa ligne", obligatoire=True)
    yield _table(
        TableName(ELEMENTS, "Tout ce que contiennent les fiches", "une ligne d'une autre table"),
        "cle",
        (key, table, *_PLACE),
    )
    leads = (
        ColonneDeTable(
            "vers",
            "Vers",
            "L'adresse de la fiche à laquelle il mène",
            vers=(FICHES, "adresse"),
            obligatoire=True,
        ),
        ColonneDeTable("ancre", "Ancre", "Sa place dans la page, après le signe #; vide : la fiche entière"),
    )
    yield _table(
        TableName(RENVOIS, "Renvois", "une fiche nommée dans une liste"), "cle", (key, *_PLACE, *leads)
    )
    value = ColonneDeTable("valeur", "Valeur", "Le texte, tel qu'écrit", obligatoire=True)
    yield _table(TableName(VALEURS, "Listes de mots", "un texte d'une liste"), "cle", (key, *_PLACE, value))


def _table(name: TableName, key: str, colonnes: tuple[ColonneDeTable, ...]) -> TableDuPaquet:
    return TableDuPaquet(
        name.nom,
        name.titre,
        f"Une ligne : {name.ligne}.".replace(" :", "\u00a0:"),
        key,
        (*colonnes, _LICENCE),
    )


def _columns(forme: type[Forme], before: str = "") -> Iterator[ColonneDeTable]:
    """The columns of a form, those of the forms that stand alone in it included."""
    for step in steps(forme):
        champ, nom = step.champ, f"{before}{step.champ.nom}"
        if step.kind == "form":
            assert champ.forme
            yield from (
                ColonneDeTable(
                    c.nom,
                    f"{champ.titre}, {c.titre[0].lower()}{c.titre[1:]}",
                    c.description,
                    c.type,
                    c.vers,
                    c.valeurs,
                )
                for c in _columns(champ.forme, f"{nom}.")
            )
        elif step.kind in ("value", "date", "adresse"):
            yield _column(champ, nom, obligatoire=champ.obligatoire)
            if step.kind == "date":
                yield _read(nom, champ.titre)
            elif step.kind == "adresse":
                leads = (FICHES, "adresse")
                yield ColonneDeTable(
                    f"{nom}{FICHE}", f"{champ.titre} (fiche)", "La fiche de cette adresse", vers=leads
                )
    if is_read(forme):
        yield _read(f"{before}texte", "Valeur lue")


def _read(nom: str, titre: str) -> ColonneDeTable:
    return ColonneDeTable(
        f"{nom}{LU}", f"{titre} (lu)", "Ce que le site comprend de ces mots (EDTF ou ISO 8601); vide : rien"
    )


def _column(champ: Champ, nom: str, obligatoire: bool) -> ColonneDeTable:
    kind: Type = "number" if champ.sorte in _NUMBERS else "boolean" if champ.sorte == "booleen" else "string"
    leads = (champ.vers, "id") if champ.vers else None
    return ColonneDeTable(nom, champ.titre, champ.description, kind, leads, champ.valeurs, obligatoire)
