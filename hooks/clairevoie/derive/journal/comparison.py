"""Two versions of a record, compared by meaning: which facts came, went or changed, each in its place.

Elements are matched by their anchors, items of a list by what makes them the same; the order of a list, the way a
phrase was typed and comments say nothing. What may be quoted is decided by `dicible`, for the page of today.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Literal

from clairevoie.derive.journal.keys import cle
from clairevoie.derive.journal.matching import different, paired
from clairevoie.derive.journal.publishable import (
    PHRASES,
    Aujourdhui,
    ElementParti,
    Lieu,
    ValeurPublique,
    sayable,
    words_of_today,
)
from clairevoie.model.ancres import Element, elements
from clairevoie.model.base import Forme
from clairevoie.model.describe import Champ, describe, is_said
from clairevoie.model.fiche import Fiche
from clairevoie.model.monnaies import USUELLE

Sorte = Literal["ajout", "retrait", "changement"]
Dits = tuple[ValeurPublique, ...]
Say = Callable[[Champ, Lieu, Any, Aujourdhui, str], Iterator[ValeurPublique]]
# Told otherwise (the address, the notes), or no fact of the page.
_TUS = frozenset(
    {"id", "numero", "notes", "anciennes_adresses", "anciennes_ancres", "base_publication", "retrait"}
)


@dataclass(frozen=True, slots=True)
class Fait:
    """One fact that came, went or changed: at an element (`ancre`, None for the record), in a field.

    `titres` are the French titles that lead to the field, empty when the element itself came or went; `objet` names
    the item of a list; `avant` and `apres` are what may be said, empty when nothing may; `nombre` counts alike facts.
    """

    ancre: str | None
    titres: tuple[str, ...]
    sorte: Sorte
    avant: Dits = ()
    apres: Dits = ()
    objet: Dits = ()
    nombre: int = 1


@dataclass(frozen=True, slots=True)
class _Ici:
    """Where a comparison has come: the page of today, the place, the titles on the way, the item, the currency."""

    today: Aujourdhui
    anchored: frozenset[int]
    lieu: Lieu
    titres: tuple[str, ...] = ()
    objet: Dits = ()
    devise: str = USUELLE
    devise_avant: str = USUELLE

    def before(self) -> _Ici:
        """The same place as the first version has it: its amounts were in the currency of that day."""
        return replace(self, devise=self.devise_avant)

    def inside(self, champ: str, kind: Champ) -> _Ici:
        ancre, names = self.lieu
        return replace(self, lieu=(ancre, (*names, champ)), titres=(*self.titres, kind.titre))

    def loose(self, value: Any) -> list[Forme]:
        """The forms of a field that no anchor marks."""
        return [one for one in _each(value) if id(one) not in self.anchored]

    def say(self, kind: Champ, values: Iterable[Any], how: Say) -> list[Dits]:
        """What may be said of each value of this place."""
        return [tuple(how(kind, self.lieu, one, self.today, self.devise)) for one in values]

    def name(self, item: Forme, fields: tuple[str, ...], how: Say) -> Dits:
        """What may be said of these fields of an item of the list that stands here."""
        said: list[Dits] = []
        here = replace(self, devise=_currency(item, self.devise))
        for champ in fields:
            kind = describe(type(item))[champ]
            said += here.inside(champ, kind).say(kind, _each(getattr(item, champ)), how)
        return tuple(dit for dits in said for dit in dits)

    def fact(self, sorte: Sorte, avant: Dits = (), apres: Dits = ()) -> Fait:
        """A fact of this place, without its words when the page no longer shows the field."""
        if not self.today.is_there(self.lieu):
            return Fait(self.lieu[0], self.titres, sorte)
        return Fait(self.lieu[0], self.titres, sorte, avant, apres, self.objet)


def compare(avant: Fiche, apres: Fiche, today: Aujourdhui) -> tuple[Fait, ...]:
    """What changed between two versions of a record, in what its page still shows; its notes apart."""
    is_deep = any(getattr(avant, champ) != getattr(apres, champ) for champ in _with_forms(type(apres)))
    before, after = (_by_anchor(fiche) if is_deep else {} for fiche in (avant, apres))
    anchored = frozenset(id(e.forme) for found in (before, after) for e in found.values())
    here = _Ici(today, anchored, (None, ()))
    facts = list(_forms(avant, apres, here))
    for ancre, element in after.items():
        old = before.get(ancre)
        if ancre in today.elements and old is not None and type(old.forme) is type(element.forme):
            facts += _forms(old.forme, element.forme, replace(here, lieu=(ancre, ())))
    come = (Fait(ancre, (), "ajout") for ancre in _outermost(after, before) if ancre in today.elements)
    gone = (ValeurPublique("element", ElementParti.of(before[ancre])) for ancre in _outermost(before, after))
    return _counted((*facts, *come, *(Fait(None, (), "retrait", (dit,)) for dit in gone)))


@cache
def _with_forms(modele: type[Fiche]) -> tuple[str, ...]:
    """The fields in which an element may stand."""
    return tuple(champ.nom for champ in describe(modele).values() if _holds_forms(champ))


def _holds_forms(kind: Champ) -> bool:
    return kind.forme is not None and not issubclass(kind.forme, PHRASES)


def _by_anchor(fiche: Fiche) -> Mapping[str, Element]:
    return {element.ancre: element for element in elements(fiche) if element.ancre}


def _outermost(here: Mapping[str, Element], there: Mapping[str, Element]) -> Iterator[str]:
    """The anchors that are only here, less those that stand inside another of them."""
    alone = {element.chemin for ancre, element in here.items() if ancre not in there}
    for ancre, element in here.items():
        above = (element.chemin[:length] for length in range(1, len(element.chemin)))
        if element.chemin in alone and not any(chemin in alone for chemin in above):
            yield ancre


def _forms(avant: Forme, apres: Forme, here: _Ici, only: tuple[str, ...] = ()) -> Iterator[Fait]:
    """The facts of two versions of one form, field by field."""
    here = replace(
        here,
        devise=_currency(apres, here.devise),
        devise_avant=_currency(avant, here.devise_avant),
    )
    for champ in only or describe(type(apres)):
        old, new = getattr(avant, champ), getattr(apres, champ)
        if champ in _TUS or old == new:
            continue
        kind = describe(type(apres))[champ]
        tell = _items if _holds_forms(kind) else _value
        yield from tell(old, new, kind, here.inside(champ, kind))


def _value(old: Any, new: Any, kind: Champ, here: _Ici) -> Iterator[Fait]:
    """A plain value, or one or several phrases, told as a whole; several plain values, one by one."""
    gone, come = different(_each(old), _each(new))
    if isinstance(new, tuple) and kind.forme is None:
        yield from _listed(here.before().say(kind, gone, sayable), here.say(kind, come, words_of_today), here)
    elif gone or come:
        before = _flat(here.before().say(kind, _each(old), sayable))
        after = _flat(here.say(kind, _each(new), words_of_today))
        sorte: Sorte = "retrait" if not _each(new) else "changement" if _each(old) else "ajout"
        if not before or before != after:
            yield here.fact(sorte, before, after)


def _items(old: Any, new: Any, kind: Champ, here: _Ici) -> Iterator[Fait]:
    """The forms of a field that have no place of their own: the same ones are compared, the others told."""
    assert kind.forme is not None
    rule = cle(kind.forme)
    gone, come = different(here.loose(old), here.loose(new))
    if rule.opaque:
        if gone or come:
            yield here.fact("changement" if gone and come else "ajout" if come else "retrait")
        return
    pairs = paired(gone, come, rule.memes)
    for one, other in pairs:
        if one is not None and other is not None:
            named = here.name(other, rule.nomme, words_of_today)
            yield from _forms(one, other, replace(here, objet=named), rule.suivis)
    yield from _listed(
        [
            here.before().name(one, rule.nomme, sayable)
            for one, other in pairs
            if one is not None and other is None
        ],
        [
            here.name(other, (*rule.nomme, *rule.precise), words_of_today)
            for one, other in pairs
            if other is not None and one is None
        ],
        here,
    )


def _listed(gone: Sequence[Dits], come: Sequence[Dits], here: _Ici) -> Iterator[Fait]:
    """What went from a list, of which only links are told, and what came into it; one for one, it is a change."""
    left = [tuple(dit for dit in dits if dit.sorte == "adresse") for dits in gone]
    if len(left) == len(come) == 1 and left[0] and come[0]:
        yield here.fact("changement", left[0], come[0])
        return
    yield from (here.fact("retrait", dits) for dits in left)
    yield from (here.fact("ajout", (), dits) for dits in come)


def _currency(forme: Forme, above: str) -> str:
    """The currency of the amounts of a form: its own, else that of what holds it."""
    return getattr(forme, "devise", None) or above


def _each(value: Any) -> tuple[Any, ...]:
    """The values of a field that are said."""
    values = value if isinstance(value, tuple) else (value,)
    return tuple(one for one in values if is_said(one))


def _flat(said: Iterable[Dits]) -> Dits:
    """All that is said, or nothing when one of the values may not be."""
    told = tuple(said)
    return tuple(dit for dits in told for dit in dits) if all(told) else ()


def _counted(facts: Iterable[Fait]) -> tuple[Fait, ...]:
    """The same facts, those that say the same thing told once with their number."""
    return tuple(replace(fact, nombre=n) for fact, n in Counter(facts).items())
