"""The words of a record or of one of its elements, for the search: what is read on its page, without tags or menus.

Contacts that nobody verified are left out, and so is what only the checker reads.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cache

from pydantic import BaseModel

from clairevoie.model.base import Forme
from clairevoie.model.gens import BasePublication, Contact
from clairevoie.model.mots import mot
from clairevoie.model.phrases import ReadDate
from clairevoie.pages.introspection import Genre, genre, is_said
from clairevoie.pages.site import Site
from clairevoie.pages.typographie import day, number, plain

_UNREAD = frozenset(
    {
        "id",
        "publication",
        "repere",
        "champ",
        "couvre",
        "nature",
        "parent",
        "mandat",
        "contribue_a",
        "archives",
        "iso",
    }
    | {"edtf", "anciennes_adresses", "realise_activites", "retrait", "images", "fichier"}
)
# What ends a piece well enough.
_ENDS = (".", "!", "?", "…", ";", ":", ",")


def words(site: Site, forme: Forme) -> str:
    """Everything that a form says, in the order of the model, each sentence once."""
    return one_after_another(_words(site, forme))


def one_after_another(pieces: Iterable[str]) -> str:
    """The pieces that say something, each once, kept apart by « · » where one does not end with a mark."""
    said = dict.fromkeys(piece.strip() for piece in pieces if piece.strip())
    return " ".join(piece if piece.endswith(_ENDS) else f"{piece} ·" for piece in said).removesuffix(" ·")


def _words(site: Site, forme: Forme) -> Iterator[str]:
    if isinstance(forme, BasePublication) or (isinstance(forme, Contact) and forme.verifie_le is None):
        return
    for champ, kind in _read(type(forme)):
        value = getattr(forme, champ)
        if value is None or value == ():
            continue
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, Forme):
                yield from _words(site, one)
            elif is_said(one) and not isinstance(one, bool):
                yield _said(site, kind, one)


def _said(site: Site, kind: Genre, value: object) -> str:
    if isinstance(value, ReadDate):
        return day(value)
    if isinstance(value, Decimal):
        return number(value)
    text = str(value)
    if kind.vers or (kind.adresse and "/" in text) or (kind.ancre and "/" in text):
        return str(site.name(f"{kind.vers}/{text}" if kind.vers else text).unescape())
    if kind.ancre:
        return ""
    return mot(text) if kind.ferme else plain(text)


@cache
def _read(forme: type[BaseModel]) -> tuple[tuple[str, Genre], ...]:
    """The fields of a form that people read."""
    return tuple((name, genre(forme, name)) for name in forme.model_fields if name not in _UNREAD)
