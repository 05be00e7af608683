"""One record as one line of JSON: the same shape whatever was typed, and what its dates mean beside their words.

A list is always a list, a form always an object, and only a field that says nothing is left out. Beside the words of a
date, `…_lu` is its EDTF value; `lu` says the same of a deadline (a list, for a phrase may name several dates) and of a
duration (ISO 8601). `ancre` is that of an element which has an address on its page.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from clairevoie.exports.plain import public_fields, says_nothing
from clairevoie.exports.provenance import LICENCE, Provenance
from clairevoie.model.ancres import elements
from clairevoie.model.base import Forme
from clairevoie.model.fiche import Fiche
from clairevoie.model.phrases import ReadDeadline
from clairevoie.model.temps import Duree, Echeance

# The anchors of a record, by the identity of the form that has each.
_Ancres = Mapping[int, str]
# What is worked out and not typed: no field of the model has these names.
LU, ANCRE = "lu", "ancre"


def record_line(fiche: Fiche, provenance: Provenance) -> str:
    """The line of a record, which is its whole file too."""
    anchors = {id(element.forme): element.ancre for element in elements(fiche) if element.ancre}
    said = {
        "adresse": fiche.adresse,
        "page": f"{provenance.adresse}{fiche.adresse}/",
        "licence": LICENCE.adresse,
        "fiche": _facts(fiche, anchors),
    }
    return json.dumps(said, ensure_ascii=False, separators=(",", ":")) + "\n"


def _facts(forme: Forme, anchors: _Ancres) -> dict[str, Any]:
    said: dict[str, Any] = {}
    if ancre := anchors.get(id(forme)):
        said[ANCRE] = ancre
    for champ in public_fields(type(forme)):
        value = getattr(forme, champ.nom)
        if says_nothing(value) or champ.nominatif:
            continue
        said[champ.nom] = _value(value, anchors)
        if isinstance(value, ReadDeadline) and value.edtf:
            said[f"{champ.nom}_{LU}"] = value.edtf
    if read := readings(forme):
        said[LU] = read
    return said


def readings(forme: Forme) -> str | list[str]:
    """What a phrase means: the EDTF values of a deadline, the ISO 8601 value of a duration; nothing for others."""
    if isinstance(forme, Echeance):
        return [lue.edtf for lue in forme.lues if lue.edtf]
    return (forme.lue.iso or "") if isinstance(forme, Duree) else ""


def _value(value: Any, anchors: _Ancres) -> Any:
    if isinstance(value, Forme):
        return _facts(value, anchors)
    if isinstance(value, tuple):
        return [_value(one, anchors) for one in value]
    if isinstance(value, Decimal):
        return number(value)
    return value.texte if isinstance(value, ReadDeadline) else value


def number(value: Decimal) -> int | float | str:
    """A number of JSON; one that has more digits than most programs hold stays text, with all of them."""
    plain = int(value) if value == value.to_integral_value() else float(value)
    return plain if abs(value) < 2**53 and Decimal(str(plain)) == value else f"{value:f}"
