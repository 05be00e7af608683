"""Identifiers and addresses: what a file, a record or an element may be called."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import TypeVar

from clairevoie.model.ancres import Element, must_have_anchor
from clairevoie.model.base import Forme
from clairevoie.model.fiche import Fiche
from clairevoie.model.folding import fold, slug
from clairevoie.model.parcours import Chemin
from clairevoie.problems import Origin, Problem
from clairevoie.problems.catalogue import located, problem
from clairevoie.validate.dossier import Dossier, Rule
from clairevoie.validate.noms import capitalised, kind_name

T = TypeVar("T")

_NOT_SLUG = re.compile(r"[^a-z0-9-]|--|^-|-$")
_LONGEST = 80
_NUMBERED = re.compile(r"(.+)-(?:[2-9]|[1-9]\d)")
# What tells apart two records of the same name: two surveys, two meetings, two issues of a bulletin.
_MARKS = ("numero", "date", "date_document")


def id_is_a_slug(dossier: Dossier) -> Iterator[Problem]:
    """The name of a file is an address: plain letters, digits and hyphens."""
    for record in dossier.records.values():
        if wrong_sign(record.id):
            yield located("ID-02", record.path, Origin(), record.adresse, **_how_to_spell(record.id))


def local_id_is_a_slug(dossier: Dossier) -> Iterator[Problem]:
    """So is the id typed on an element of a record."""
    for fiche, chemin, typed in local_ids(dossier):
        if wrong_sign(typed):
            yield problem("ID-02", fiche.adresse, chemin, **_how_to_spell(typed))


def id_is_more_than_a_number_away(dossier: Dossier) -> Iterator[Problem]:
    """`cre-2` beside `cre` says nothing of what the second is."""
    for record in dossier.records.values():
        match = _NUMBERED.fullmatch(record.id)
        if match and match.group(1) in dossier.ids[record.collection]:
            yield located("ID-03", record.path, Origin(), record.adresse, id=record.id, a=match.group(1))


def ids_differ_by_more_than_case(dossier: Dossier) -> Iterator[Problem]:
    """Two files whose names differ by a capital or an accent would fight for one address."""
    records = dossier.records.values()
    for first, second in _alike(records, lambda record: (record.collection, fold(record.id))):
        yield located("ID-04", second.path, Origin(), second.adresse, a=first.id, b=second.id)


def anchors_are_unique(dossier: Dossier) -> Iterator[Problem]:
    """An anchor leads to one element of its record."""
    for fiche in dossier.fiches:
        anchored = [element for element in dossier.elements(fiche) if element.ancre]
        for first, second in _alike(anchored, lambda element: element.ancre):
            here, there = map(_anchor_place, (second, first))
            l1, l2 = dossier.line(fiche, *there), dossier.line(fiche, *here)
            yield problem("ID-05", fiche.adresse, here, id=second.ancre, l1=l1, l2=l2)


def names_are_not_nearly_the_same(dossier: Dossier) -> Iterator[Problem]:
    """Two records of a collection whose names look alike are one thing, or say that they are two."""
    for first, second in _alike(dossier.fiches, _name_key, _said_to_differ):
        same = first.intitule == second.intitule
        a, b = (fiche.id if same else fiche.intitule for fiche in (first, second))
        champ = "titre" if hasattr(second, "titre") else "nom"
        yield problem("ID-08", second.adresse, (champ,), a=a, b=b)


def published_element_has_an_anchor(dossier: Dossier) -> Iterator[Problem]:
    """People must be able to link to an objective, an action, a decision or an effect."""
    for fiche in dossier.publiees():
        for element in dossier.elements(fiche):
            if element.ancre is None and (must_have_anchor(element.forme) or "effets" in element.chemin):
                said = capitalised(kind_name(element))
                yield problem("ID-10", fiche.adresse, element.chemin, element=said)


def local_ids(dossier: Dossier) -> Iterator[tuple[Fiche, Chemin, str]]:
    """The ids typed on the elements of records, with the place of each."""
    for fiche, chemin, forme in dossier.formes(Forme):
        typed = vars(forme).get("id") if chemin else None
        if typed:
            yield fiche, (*chemin, "id"), typed


def wrong_sign(id: str) -> str:
    """The first sign that no address may hold, or nothing."""
    wrong = _NOT_SLUG.search(id)
    return wrong.group() if wrong else f"plus de {_LONGEST} caractères" if len(id) > _LONGEST else ""


def _how_to_spell(id: str) -> dict[str, str]:
    """What is said of a name that is no slug: the sign at fault, and a slug like it."""
    return {"id": id, "car": wrong_sign(id), "suggestion": slug(id)[:_LONGEST].strip("-")}


def _alike(
    things: Iterable[T], key: Callable[[T], Hashable], apart: Callable[[T, T], bool] | None = None
) -> Iterator[tuple[T, T]]:
    """Each thing that has the key of an earlier one, after that one; `apart` excuses a pair."""
    seen: dict[Hashable, list[T]] = {}
    for thing in things:
        earlier = seen.setdefault(key(thing), [])
        if earlier:
            first = next((other for other in earlier if not (apart and apart(other, thing))), None)
            if first is not None:
                yield first, thing
        earlier.append(thing)


def _anchor_place(element: Element) -> Chemin:
    typed = "id" if getattr(element.forme, "id", None) else "numero"
    return (*element.chemin, typed)


def _name_key(fiche: Fiche) -> Hashable:
    return (fiche.collection, fold(fiche.intitule), *map(vars(fiche).get, _MARKS))


def _said_to_differ(first: Fiche, second: Fiche) -> bool:
    """Whether either record already speaks of the other."""

    def cites(fiche: Fiche, other: Fiche) -> bool:
        return other.adresse in (*fiche.a_ne_pas_confondre_avec, *fiche.peut_etre_identique_a)

    return cites(first, second) or cites(second, first)


RULES: tuple[Rule, ...] = (
    id_is_a_slug,
    local_id_is_a_slug,
    id_is_more_than_a_number_away,
    ids_differ_by_more_than_case,
    anchors_are_unique,
    names_are_not_nearly_the_same,
    published_element_has_an_anchor,
)
