"""What a citation adds to the name of the record that cites: a role, a state, an amount, on one line.

One table, by field as `Mention.champ` names it; a field that is not there adds nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from clairevoie.derive.renvois import Mention
from clairevoie.model.argent import currency_of
from clairevoie.model.describe import is_said
from clairevoie.model.journal import state
from clairevoie.model.mots import mot
from clairevoie.model.quand import day
from clairevoie.pages.site import Site
from clairevoie.wording.money import state_of
from clairevoie.wording.rencontres import people
from clairevoie.wording.sieges import period
from clairevoie.wording.typography import money

Say = Callable[[Site, Mention, Any], Iterable[str]]


def precisions_of(site: Site, mention: Mention) -> Iterable[str]:
    """The words that the form which cites adds."""
    say = _TABLE.get(mention.champ)
    return say(site, mention, mention.forme) if say else ()


# What the heading says already of a seat.
_SAID_ABOVE = ("membre", "vacant", "implique_hors_comite")


def _seat(site: Site, _: Mention, seat: Any) -> Iterator[str]:
    yield from (mot(value) for value in (seat.role, seat.qualite) if value not in _SAID_ABOVE)
    yield period(seat, site.tenue(seat))
    yield "déduit par le site" if seat.deduit else ""


def _role(_: Site, __: Mention, part: Any) -> Iterator[str]:
    return (mot(value) for value in (part.role,) if is_said(value))


def _text(champ: str) -> Say:
    return lambda _, __, form: (getattr(form, champ) or "",)


def _given(site: Site, mention: Mention, one: Any) -> Iterator[str]:
    """What a funder gives: the amount, its state, and for whom."""
    yield from _funding(mention, one)
    if one.beneficiaire:
        yield f"pour {_named(site, one.beneficiaire)}"


def _received(site: Site, mention: Mention, one: Any) -> Iterator[str]:
    """What a beneficiary receives: the amount, its state, and from whom."""
    yield from _funding(mention, one)
    if one.organisme or one.libelle:
        yield f"bailleur : {_named(site, one.organisme) if one.organisme else one.libelle}"


def _funding(mention: Mention, one: Any) -> Iterator[str]:
    holder = mention.element.forme if mention.element else None
    yield money(one.montant, currency_of(one, holder)) if one.montant is not None else "montant non précisé"
    if is_said(one.statut) or one.montant is not None:
        yield state_of(one)
    yield one.programme or ""
    yield one.periode.dite if one.periode else ""


def _named(site: Site, organisme: str) -> str:
    return site.plain_name(f"organismes/{organisme}")


def _entry(_: Site, __: Mention, entry: Any) -> Iterator[str]:
    """What a follow-up says: the state that it gives, and when."""
    yield mot(entry.statut) if entry.statut else ""
    yield day(entry.date)


def _carried(_: Site, __: Mention, action: Any) -> Iterator[str]:
    return (mot(value) for value in (state(action),) if is_said(value))


def _presence(_: Site, __: Mention, one: Any) -> Iterator[str]:
    """Whether they were there, and how many."""
    yield mot(one.etat)
    if one.nombre is not None:
        yield people(one.nombre)


_TABLE: Mapping[str, Say] = {
    "membres.organisme": _seat,
    "membres.comite": _seat,
    "membres.territoire": _seat,
    "organismes.organisme": _role,
    "financements.organisme": _given,
    "financements.beneficiaire": _received,
    "financements.appel": _received,
    "financements.decision": _received,
    "relations.cibles": lambda _, __, relation: (mot(relation.type),),
    "enjeux.enjeu": _text("libelle"),
    "responsables.comite": _text("texte"),
    "responsables.organisme": _text("texte"),
    "partenaires.comite": _text("texte"),
    "partenaires.organisme": _text("texte"),
    "echeances.portee": _text("texte"),
    "liste.comite": _presence,
    "liste.organisme": _presence,
    "selon.comite": _text("texte"),
    "selon.organisme": _text("texte"),
    "contacts.organisme": _text("fonction"),
    "adoption.comite": _text("texte"),
    "adoption.organisme": _text("texte"),
    "suivi.decision": _entry,
    "actions.projet": _carried,
}
