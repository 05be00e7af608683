"""What may be said again of an old version, and what may not: the one place where that is decided.

A value that only the site's own words can express (a state, a date, an amount, a link to a published record) may
be told as it was. Words that a person typed may not, unless they are in the same place on the page of today:
what was taken off the site never comes back by its history. The names of persons are never told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Any

from clairevoie.markdown import read, words_of
from clairevoie.model import Jeu
from clairevoie.model.actions import Action
from clairevoie.model.ancres import ADDRESSABLE, Element, by_anchor, elements, list_of
from clairevoie.model.base import Forme
from clairevoie.model.describe import Champ, describe, is_said
from clairevoie.model.fiche import Fiche
from clairevoie.model.gens import Contact, Membre
from clairevoie.model.monnaies import USUELLE
from clairevoie.model.mots import cle_de_mot
from clairevoie.model.parcours import Chemin, formes
from clairevoie.model.phrases import ReadDeadline
from clairevoie.model.temps import Duree, Echeance, Frequence

PHRASES = (Duree, Echeance, Frequence)
# Fields that name or describe persons, whatever the form that holds them.
PERSONNES = frozenset({"auteurs", "credit", "personne_reconnaissable", "consentement", "base_publication"})
# Numbers that count no one.
_SOMMES = frozenset(
    {
        "accorde",
        "depense",
        "enveloppe",
        "montant",
        "montant_demande",
        "plafond",
        "plancher",
        "reste",
        "total_declare",
    }
)
_SANS_DATE = ("continu", "au_besoin", "a_determiner")
_KINDS = {kind.__name__: kind for kind in ADDRESSABLE}

# An element (None: the record itself) and the names of the fields that lead from it to a value.
Lieu = tuple[str | None, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class ElementParti:
    """An element that went away: the name of its kind of form, the field where it stood, its number at most.

    `genre` is that of an action.
    """

    forme: str
    champ: str
    numero: str | None = None
    genre: str | None = None

    @classmethod
    def of(cls, element: Element) -> ElementParti:
        """What may be said of an element; its number only when it is nothing but a number."""
        numero = getattr(element.forme, "numero", None) or ""
        parts = numero.split(".")
        is_number = all(part.isdecimal() and len(part) <= 3 for part in parts)
        genre = element.forme.genre if isinstance(element.forme, Action) else None
        forme = next(name for name, kind in _KINDS.items() if isinstance(element.forme, kind))
        return cls(forme, list_of(element.chemin), numero if is_number else None, genre)

    def element(self) -> Element:
        """An element of this kind, with nothing else to say of it."""
        said = {"numero": self.numero} | ({"genre": self.genre} if self.genre else {})
        return Element(None, (self.champ,), _KINDS[self.forme].model_construct(None, **said))


@dataclass(frozen=True, slots=True)
class ValeurPublique:
    """Something that may be said, by its kind.

    `adresse` (of a published record), `mot` (of a closed list), `jour` (a date), `moment` (EDTF), `montant` (amount
    and currency), `booleen`, `texte` (words of the page of today), `element` (its kind, and its number at most).
    """

    sorte: str
    valeur: bool | str | ReadDeadline | tuple[Decimal, str] | ElementParti


class Aujourdhui:
    """The page of a record today: its elements, its words by place, and the records that may be named."""

    def __init__(self, fiche: Fiche, jeu: Jeu, adresses: Mapping[str, str]) -> None:
        self.fiche = fiche
        self._jeu = jeu
        self._adresses = adresses

    @cached_property
    def elements(self) -> Mapping[str, Element]:
        """What has an anchor on the page."""
        return {e.ancre: e for e in elements(self.fiche) if e.ancre}

    @cached_property
    def _textes(self) -> Mapping[Lieu, frozenset[str]]:
        return _texts(self.fiche)

    def is_there(self, lieu: Lieu) -> bool:
        """Whether the page still says something in that field."""
        ancre, names = lieu
        element = self.elements.get(ancre) if ancre else None
        forme: Forme | None = element.forme if element else None if ancre else self.fiche
        return forme is not None and is_said(getattr(forme, names[0], None))

    def named(self, adresse: str) -> str | None:
        """The address today of a record that is published, None for any other."""
        path, diese, ancre = adresse.partition("#")
        found = self._jeu.fiche(path) or self._jeu.fiche(self._adresses.get(path, path))
        if found is None:
            return None
        element = by_anchor(elements(found)).get(ancre) if diese else None
        return f"{found.adresse}#{element.ancre}" if element else found.adresse

    def still_says(self, lieu: Lieu, texte: str) -> bool:
        """Whether these words are in that place today."""
        return same_words(texte) in self._textes.get(lieu, ())


def same_words(texte: str) -> str:
    """The text, however its lines were broken."""
    return " ".join(texte.split())


def _read(kind: Champ, texte: str) -> str:
    """The words of a text as its page shows them, on one line."""
    return words_of(read(texte)) if kind.sorte == "markdown" else same_words(texte)


def sayable(
    kind: Champ, lieu: Lieu, value: Any, today: Aujourdhui, devise: str = USUELLE
) -> Iterator[ValeurPublique]:
    """How a value may be told, whatever the version it comes from; nothing when it may not."""
    if isinstance(value, bool):
        yield ValeurPublique("booleen", value)
    elif isinstance(value, ReadDeadline):
        yield from (ValeurPublique("jour", value),) if value.edtf else ()
    elif isinstance(value, Decimal) and lieu[1][-1] in _SOMMES:
        yield ValeurPublique("montant", (value, devise))
    elif isinstance(value, Echeance):
        yield from _moments(value)
    elif isinstance(value, str) and kind.valeurs:
        yield ValeurPublique("mot", cle_de_mot(value, kind.nom))
    elif isinstance(value, str) and kind.marque and (kind.sorte != "ancre" or "/" in value):
        adresse = today.named(f"{kind.vers}/{value}" if kind.vers else value)
        yield from (ValeurPublique("adresse", adresse),) if adresse else ()


def words_of_today(
    kind: Champ, lieu: Lieu, value: Any, today: Aujourdhui, devise: str = USUELLE
) -> Iterator[ValeurPublique]:
    """The same, or else the words of the value when they are in that place on the page of today."""
    told = tuple(sayable(kind, lieu, value, today, devise))
    texte = value.texte if isinstance(value, PHRASES) else value
    if not told and isinstance(texte, str) and not (kind.valeurs or kind.marque):
        told = (ValeurPublique("texte", _read(kind, texte)),) if today.still_says(lieu, texte) else ()
    yield from told


def _moments(echeance: Echeance) -> Iterator[ValeurPublique]:
    """A deadline by its dates alone; nothing when its words say more than dates."""
    read = echeance.lues
    if all(lue.edtf or lue.type in _SANS_DATE for lue in read):
        for lue in read:
            yield ValeurPublique("moment", lue.edtf) if lue.edtf else ValeurPublique("mot", lue.type)


def _texts(fiche: Fiche) -> Mapping[Lieu, frozenset[str]]:
    """Every word of the page of a record, by place; what names persons is left out."""
    anchors = {e.chemin: e.ancre for e in elements(fiche) if e.ancre}
    found: dict[Lieu, set[str]] = {}
    for chemin, forme in formes(fiche):
        ancre, names = _place(chemin, anchors)
        for champ, texte in _typed(forme):
            lieu = (ancre, names) if isinstance(forme, PHRASES) else (ancre, (*names, champ))
            found.setdefault(lieu, set()).add(same_words(texte))
    return {lieu: frozenset(texts) for lieu, texts in found.items()}


def _place(chemin: Chemin, anchors: Mapping[Chemin, str]) -> Lieu:
    """The nearest element above a path, and the names of the fields from there."""
    length = next((n for n in range(len(chemin), 0, -1) if chemin[:n] in anchors), 0)
    names = tuple(part for part in chemin[length:] if isinstance(part, str))
    return anchors.get(chemin[:length]), names


def _typed(forme: Forme) -> Iterator[tuple[str, str]]:
    if isinstance(forme, (Contact, Membre)):
        return
    for champ, kind in describe(type(forme)).items():
        is_chosen = kind.valeurs or kind.vers
        value = getattr(forme, champ) if champ not in PERSONNES and not is_chosen else ()
        values: Iterable[object] = value if isinstance(value, tuple) else (value,)
        yield from ((champ, one) for one in values if isinstance(one, str))
