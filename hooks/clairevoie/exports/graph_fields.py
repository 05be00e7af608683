"""How each kind of field enters a graph: a text, a reference, things held, money, a day.

A writer is given the walk, the holder that is being told of, the form, its field and the value typed there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any, NamedTuple, Protocol

from clairevoie.exports.jsonld import Node, code, day, reference
from clairevoie.exports.record_json import number
from clairevoie.exports.vocabulaire import own
from clairevoie.model.actions import Action, SousAction, Suivi
from clairevoie.model.argent import Budget, Financement, currency_of
from clairevoie.model.base import Forme
from clairevoie.model.describe import Champ, is_said
from clairevoie.model.gens import Membre
from clairevoie.model.journal import state
from clairevoie.model.mots import mot
from clairevoie.model.responsables import address_of
from clairevoie.model.temps import Echeance

# What a decision, or a thing that is not one, comes from.
INFLUENCED = "prov:wasInfluencedBy"
_GRANTS = ("subvention", "contribution", "don")
GRANTED = ("confirme", "recu")
# A season has the place of a month, and a number past 12.
_CALENDAR = re.compile(r"\d{4}(-(0\d|1[0-2])(-\d{2})?)?")


class Holder(NamedTuple):
    """A thing that is being told of, and the page of the record where it stands whole (`""`, `axe-1/`)."""

    node: Node
    suite: str


class Walk(Protocol):
    """What a writer asks of the walk through a record."""

    def child(self, holder: Holder, term: str, forme: Forme, *types: str) -> Holder:
        """Say that the holder has this thing, which is then told of in its turn."""

    def fill(self, holder: Holder, forme: Forme) -> None:
        """Say of the holder what a form says."""

    def address(self, typed: str) -> str:
        """`action-1`, an anchor of the record, as an address of the site; an address stays as it is."""

    def is_seated(self, membre: Membre) -> bool:
        """Whether a seat is held today."""


Writer = Callable[[Walk, Holder, Any, Champ, Any], None]


def add(node: Node, term: str, value: Any) -> None:
    """Say one more thing of a node, once."""
    said = node.setdefault(term, [])
    if value not in said:
        said.append(value)


def words(term: str) -> Writer:
    """A text as it was typed, or the words of a value of a closed list."""

    def write(_walk: Walk, holder: Holder, _forme: Forme, champ: Champ, value: Any) -> None:
        if is_said(value):
            holder.node[term] = mot(value, champ.nom) if champ.sorte == "choix" else value

    return write


def codes(term: str) -> Writer:
    """A number or another code, which is in no language."""

    def write(_walk: Walk, holder: Holder, _forme: Forme, _champ: Champ, value: Any) -> None:
        add(holder.node, term, code(value))

    return write


def web(term: str) -> Writer:
    """An address of the Web."""

    def write(_walk: Walk, holder: Holder, _forme: Forme, _champ: Champ, value: Any) -> None:
        holder.node[term] = {"@id": value}

    return write


def refers(term: str, *, backwards: bool = False) -> Writer:
    """What the field names; `backwards` where the term leads from it to the holder."""

    def write(walk: Walk, holder: Holder, _forme: Forme, champ: Champ, value: Any) -> None:
        node = holder.node.setdefault("@reverse", {}) if backwards else holder.node
        for one in value if champ.plusieurs else (value,):
            adresse = f"{champ.vers}/{one}" if champ.vers else walk.address(one)
            add(node, term, reference(adresse))

    return write


def holds(term: str, *types: str) -> Writer:
    """Things that the holder has."""

    def write(walk: Walk, holder: Holder, _forme: Forme, _champ: Champ, value: Iterable[Forme]) -> None:
        for one in value:
            walk.child(holder, term, one, *types)

    return write


def through(walk: Walk, holder: Holder, _forme: Forme, champ: Champ, value: Any) -> None:
    """Forms that are only a way to what they hold."""
    for one in value if champ.plusieurs else (value,):
        walk.fill(holder, one)


def named(term: str) -> Writer:
    """The comités and the organismes of forms that name one or the other; a role has no address."""

    def write(_walk: Walk, holder: Holder, _forme: Forme, champ: Champ, value: Any) -> None:
        for one in value if champ.plusieurs else (value,):
            if adresse := address_of(one):
                add(holder.node, term, reference(adresse))

    return write


def decided(_walk: Walk, holder: Holder, _forme: Forme, _champ: Champ, value: Iterable[Suivi]) -> None:
    """The decisions that the entries of a journal name."""
    for entry in value:
        if entry.decision:
            add(holder.node, INFLUENCED, reference(entry.decision))


def state_words(_walk: Walk, holder: Holder, forme: Action | SousAction, champ: Champ, _value: Any) -> None:
    """The state of an action, which its journal may have changed."""
    said = state(forme)
    if is_said(said):
        holder.node[own("statut")] = mot(said, champ.nom)


def when(_walk: Walk, holder: Holder, _forme: Forme, _champ: Champ, value: Echeance) -> None:
    """The first and the last day of an event whose date is one; a month or a year is one too."""
    if len(value.lues) != 1 or not value.lues[0].edtf:
        return
    first, slash, last = value.lues[0].edtf.partition("/")
    for term, edtf in (("schema:startDate", first), ("schema:endDate", last if slash else "")):
        if _CALENDAR.fullmatch(edtf):
            holder.node[term] = day(edtf)


def where(_walk: Walk, holder: Holder, _forme: Forme, _champ: Champ, value: str) -> None:
    """A place in the words of the source."""
    holder.node["schema:location"] = {"@type": "schema:Place", "schema:name": value}


def money(walk: Walk, holder: Holder, forme: Forme, _champ: Champ, value: Iterable[Financement]) -> None:
    """Fundings; one that is counted elsewhere is only named there. A grant is one that is given and granted."""
    for one in value:
        if one.rattache_a:
            add(holder.node, own("argent"), reference(walk.address(one.rattache_a)))
            continue
        is_grant = one.type in _GRANTS and one.statut in GRANTED
        funding = walk.child(
            holder, own("argent"), one, own("Financement"), *(["schema:MonetaryGrant"] if is_grant else [])
        )
        if is_grant and "@id" in holder.node:
            funding.node["schema:fundedItem"] = {"@id": holder.node["@id"]}
        if one.montant is not None:
            budget = forme if isinstance(forme, Budget) else None
            funding.node["schema:amount"] = _amount(one.montant, currency_of(one, budget))


def _amount(montant: Decimal, devise: str) -> Node:
    value = number(montant)
    return {
        "@type": "schema:MonetaryAmount",
        "schema:value": value if not isinstance(value, str) else code(value),
        "schema:currency": code(devise),
    }
