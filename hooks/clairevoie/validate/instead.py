"""What could be typed instead of a value that has the wrong shape, and what fields may stand beside it.

In: a field of a form, and what was typed there. Out: YAML to copy, the one that keeps most of what was typed first.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal
from typing import Any

from clairevoie.model.base import Forme
from clairevoie.model.describe import Champ, describe, fields_holding, short_field
from clairevoie.model.gens import Contact, Membre
from clairevoie.model.liens import Identifiant
from clairevoie.problems.likeness import nearest_first, slip_of
from clairevoie.read.fault import between_quotes
from clairevoie.read.scalars import meaning
from clairevoie.validate.champs import field_names
from clairevoie.validate.exemples import block, exemple

_PLAIN = re.compile(r"[a-z][a-z0-9_-]*(?:/[a-z0-9_-]+)?(?:#[a-z0-9_-]+)?")
# What is typed alone in their place may be someone's name or telephone: no message repeats it.
_OF_SOMEONE = (Membre, Contact)
# Of two fields that take words, the one that people type alone.
_HOLDERS: dict[type[Forme], str] = {Identifiant: "valeur"}
# Said before what holds a value that nobody typed: copied as it is, it would be published as true.
_FOR_INSTANCE = "par exemple "
_FLAGS = ("true", "false")
_WORDY = ("texte", "texte_long", "markdown", "lieu")
# How many fields are named; the guide has them all.
_MOST = 12
_GUIDE = "tous sont dans le guide, à la page « Les champs, un par un »"
_EXPECTED = {
    "texte": "un texte simple",
    "texte_long": "un texte simple",
    "markdown": "un texte simple",
    "web": "une adresse Web",
    "lieu": "un texte simple",
    "fichier": "un nom de fichier",
    "booleen": "true ou false",
    "date": "une date",
    "date_sure": "une date certaine",
    "jour": "un jour",
    "montant": "un montant",
    "nombre": "un nombre",
    "texte_ou_nombre": "un texte ou un nombre",
    "renvoi": "un seul identifiant",
    "adresse": "une seule adresse",
    "ancre": "une seule ancre",
    "choix": "une seule valeur",
    "forme": "un bloc de champs",
}


def scalar(value: Any) -> str:
    """A plain value as it can be typed: quotes only where they are needed; a number stays one."""
    if isinstance(value, (int, Decimal)) and not isinstance(value, bool):
        return str(value)
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return text if _PLAIN.fullmatch(text) and meaning(text) == text else f'"{between_quotes(text)}"'


def expected(forme: type[Forme], nom: str) -> str:
    """« un seul identifiant »: what a field takes."""
    champ = describe(forme)[nom]
    if champ.forme and short_field(champ.forme):
        return "une phrase ou un bloc de champs"
    return _EXPECTED[champ.sorte]


def received(value: Any) -> str:
    """« une liste »: what was typed instead."""
    if isinstance(value, bool):
        return "true ou false"
    if isinstance(value, (int, Decimal)):
        return "un nombre"
    if isinstance(value, list):
        return "une liste"
    return "un bloc de champs" if isinstance(value, dict) else "un texte"


def values_instead(forme: type[Forme], nom: str, value: Any, brut: str, *, in_list: bool) -> list[str]:
    """What to type instead of a value of the wrong shape, ready to copy; `in_list` when it is one of several."""
    champ = describe(forme)[nom]
    key = "" if in_list else f"{nom}: "
    found = [_after(typed, key) for typed in _kept(champ, value, brut)]
    if isinstance(value, list) and not in_list:
        found = [*_in_the_plural(forme, nom, value), *found]
    example = block(champ.forme) if champ.forme else exemple(forme, nom).strip("[]" if in_list else "")
    return found or [f"{_FOR_INSTANCE}{key}{example}"]


def _kept(champ: Champ, value: Any, brut: str) -> Iterator[str]:
    """The shapes of that field that keep what was typed."""
    words = _words(value)
    if champ.forme and not short_field(champ.forme):
        yield from (_holding(champ.forme, one) for one in ([value] if isinstance(value, str) else words)[:1])
    elif champ.sorte == "booleen":
        said = {str(word).lower() for word in words} & set(_FLAGS)
        yield from said if len(said) == 1 else _FLAGS
    elif champ.sorte not in (*_WORDY, "forme"):
        yield from map(scalar, _fitting(champ, words))
    elif isinstance(value, (list, dict)):
        words = _fields_as_words(value) or words
        yield from [f'"{between_quotes("; ".join(map(str, words)))}"'] if words else ()
    else:
        yield f'"{between_quotes(brut)}"'


def _after(typed: str, key: str, closing: str = "") -> str:
    """A value with its key, `key: value`; « par exemple » stays in front."""
    said = _FOR_INSTANCE if typed.startswith(_FOR_INSTANCE) else ""
    return f"{said}{key}{typed.removeprefix(_FOR_INSTANCE)}{closing}"


def _fitting(champ: Champ, words: Sequence[Any]) -> Sequence[Any]:
    """The words that such a field takes, or those of its values of which they are a slip."""
    if champ.sorte in ("montant", "nombre"):
        return [one for one in words if isinstance(one, (int, Decimal)) and not isinstance(one, bool)]
    values = [value for value, _ in champ.valeurs]
    return [slip_of(str(word), values) or word for word in words]


def _words(value: Any) -> Sequence[Any]:
    """The words of a list, of braces that hold nothing but words, `{CDC}`, or of a block of one field."""
    if isinstance(value, dict):
        inside = list(value.values())
        if all(inner is None for inner in inside):
            return list(value)
        return inside if len(inside) == 1 and _are_plain(inside) else []
    return value if isinstance(value, list) and _are_plain(value) else []


def _fields_as_words(value: Any) -> Sequence[str]:
    """A sentence that colons made a block: `{Lieu: la salle}`."""
    is_block = isinstance(value, dict) and _are_plain(list(value.values()))
    return [f"{key}: {inner}" for key, inner in value.items()] if is_block else []


def _are_plain(values: Sequence[Any]) -> bool:
    return not any(isinstance(inner, (list, dict, type(None))) for inner in values)


def _holding(forme: type[Forme], words: Any) -> str:
    """A form between braces, in which the first field that takes words holds these; the others are for instance."""
    champs = describe(forme)
    is_id = bool(_PLAIN.fullmatch(str(words)))
    takers = (*_WORDY, "fichier", *(("renvoi",) if is_id else ()))
    required = [champ.nom for champ in champs.values() if champ.obligatoire]
    holder = _HOLDERS.get(forme) or next((nom for nom in required if champs[nom].sorte in takers), "")
    holder = holder or ("texte" if "texte" in champs else "")
    if not holder and is_id:
        holder = next((champ.nom for champ in champs.values() if champ.sorte == "renvoi"), "")
    if not holder or forme in _OF_SOMEONE:
        return f"{_FOR_INSTANCE}{block(forme)}"
    fields = dict.fromkeys((*required, holder))
    typed = (f"{nom}: {scalar(words) if nom == holder else exemple(forme, nom)}" for nom in fields)
    return f"{_FOR_INSTANCE if len(fields) > 1 else ''}{{{', '.join(typed)}}}"


def list_instead(forme: type[Forme], nom: str, value: Any, brut: str) -> list[str]:
    """What to type where a list was due, ready to copy."""
    champ = describe(forme)[nom]
    is_told = champ.forme not in _OF_SOMEONE and isinstance(value, dict) and value
    if champ.forme and is_told and _are_plain(list(value.values())):
        found = ["{" + ", ".join(f"{key}: {scalar(inner)}" for key, inner in value.items()) + "}"]
    elif champ.forme and not short_field(champ.forme) and isinstance(value, str):
        found = [_holding(champ.forme, value)]
    elif isinstance(value, (str, int, Decimal)) and not (champ.forme and not short_field(champ.forme)):
        # Sentences hold commas: those of a list of forms are apart when each has its line.
        whole = str(value).splitlines() if champ.forme else brut.split(",")
        parts = [part.strip() for part in whole if part.strip()]
        split = ", ".join(map(scalar, parts)) if len(parts) > 1 else ""
        found = [one for one in (split, scalar(brut)) if one][: 1 if champ.vers else 2]
    else:
        found = [_FOR_INSTANCE + exemple(forme, nom).removeprefix("[").removesuffix("]")]
    return [_after(one, f"{nom}: [", "]") for one in found]


def _in_the_plural(forme: type[Forme], nom: str, value: list[Any]) -> Iterator[str]:
    """`comites: [a, b]` for `comite`, when there is such a field beside it."""
    beside = describe(forme).get(f"{nom}s")
    if beside and beside.plusieurs and _words(value):
        yield f"{beside.nom}: [{', '.join(map(scalar, value))}]"


def fields_instead(forme: type[Forme], typed: str) -> str:
    """The fields that may stand where an unknown one was typed, the nearest first."""
    fields = nearest_first(typed, field_names(forme))
    return ", ".join(fields) if len(fields) <= _MOST else f"{', '.join(fields[:_MOST])}… ({_GUIDE})"


def _nearest_holders(forme: type[Forme], typed: str) -> Sequence[str]:
    """The fields whose forms have a field of that name; those that only hold it deeper, when no other does."""
    inside = fields_holding(forme, typed)
    kinds = ((nom, describe(forme)[nom].forme) for nom in inside)
    return [nom for nom, kind in kinds if kind and typed in describe(kind)] or inside


def fields_that_hold(forme: type[Forme], root: type[Forme], typed: str, there: Collection[str]) -> str:
    """Where a field that is known elsewhere belongs: in a field of this form, or on the record itself.

    `there` are the fields that the record has already.
    """
    inside = _nearest_holders(forme, typed)
    if inside and len(inside) <= 2:
        return " ou ".join(f"« {nom} »" for nom in inside)
    missing = set(field_names(root)) - set(there)
    return "la fiche elle-même, sans retrait" if forme is not root and typed in missing else ""
