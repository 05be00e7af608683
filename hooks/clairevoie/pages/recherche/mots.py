"""The words of a record or of one of its elements, for the search: what is read on its page, without tags or menus.

Contacts that nobody verified are left out, and so is what only the checker reads.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cache

from pydantic import BaseModel

from clairevoie.model.base import Forme
from clairevoie.model.describe import Champ, describe, is_said
from clairevoie.model.gens import BasePublication, Contact, Membre
from clairevoie.model.mots import mot
from clairevoie.model.phrases import ReadDeadline
from clairevoie.model.quand import day
from clairevoie.pages.site import Site
from clairevoie.wording.typography import number, read_words

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
    | {"edtf", "anciennes_adresses", "anciennes_ancres", "realise_activites", "retrait", "images", "fichier"}
)
# What is said before a seat that nobody holds today.
_SEATS = {"ancien": "Ancien siège :", "a_venir": "Siège à venir :"}
# What ends a piece well enough.
_ENDS = (".", "!", "?", "…", ";", ":", ",")


class Mots:
    """The words of the forms of one record, each form read once."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._read: dict[int, list[str]] = {}

    def of(self, forme: Forme) -> list[str]:
        """Everything that a form says, in the order of the model."""
        known = self._read.get(id(forme))
        if known is None:
            known = self._read[id(forme)] = [
                piece for value in _values(forme) for piece in self._pieces(*value)
            ]
        return known

    def field(self, forme: Forme, nom: str) -> str:
        """What one field of a form says, on one line."""
        kind, value = describe(type(forme))[nom], getattr(forme, nom)
        if isinstance(value, bool):
            return "oui" if value else "non"
        values = value if isinstance(value, tuple) else (value,)
        said = (" ".join(self._pieces(kind, one)) for one in values)
        return ", ".join(" ".join(words.split()) for words in said if words)

    def _pieces(self, kind: Champ, value: object) -> list[str]:
        if isinstance(value, Membre) and self._site.tenue(value) != "actuel":
            return [_SEATS[self._site.tenue(value)], *self.of(value)]
        if isinstance(value, Forme):
            return self.of(value)
        return [_said(self._site, kind, value)] if is_said(value) and not isinstance(value, bool) else []


def one_after_another(pieces: Iterable[str]) -> str:
    """The pieces that say something, each once, kept apart by « · » where one does not end with a mark."""
    said = dict.fromkeys(piece.strip() for piece in pieces if piece.strip())
    return " ".join(piece if piece.endswith(_ENDS) else f"{piece} ·" for piece in said).removesuffix(" ·")


def _values(forme: Forme) -> Iterator[tuple[Champ, object]]:
    """What stands in the fields that people read, one by one."""
    if isinstance(forme, BasePublication) or (isinstance(forme, Contact) and forme.verifie_le is None):
        return
    for champ, kind in _read(type(forme)):
        value = getattr(forme, champ)
        if kind.valeurs and value == kind.defaut:
            continue  # nobody typed it: « certaine » is on a page because the model says so
        if isinstance(value, tuple):
            yield from ((kind, one) for one in value)
        elif value is not None:
            yield kind, value


def _said(site: Site, kind: Champ, value: object) -> str:
    if isinstance(value, ReadDeadline):
        return day(value)
    if isinstance(value, Decimal):
        return number(value)
    text = str(value)
    if kind.vers or (kind.marque and "/" in text):
        return site.plain_name(f"{kind.vers}/{text}" if kind.vers else text)
    if kind.sorte == "ancre":
        return ""
    if kind.valeurs:
        return mot(text, kind.nom)
    return read_words(kind, text)


@cache
def _read(forme: type[BaseModel]) -> tuple[tuple[str, Champ], ...]:
    """The fields of a form that people read."""
    return tuple((name, champ) for name, champ in describe(forme).items() if name not in _UNREAD)
