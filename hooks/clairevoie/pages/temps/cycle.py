"""The yearly cycles of all the démarches, on one page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from clairevoie.derive.cycle import Cycle, cycle
from clairevoie.model.comites import Comite
from clairevoie.model.evenements import Evenement
from clairevoie.pages.classement import LETTRES, are_many, their_anchors, under_demarche
from clairevoie.pages.decoupage import Coupe, PartieCoupee, Pas, decouper, is_long
from clairevoie.pages.site import Site
from clairevoie.wording.names import public_name, sorted_by_name
from clairevoie.wording.typography import NBSP, number


def years(site: Site) -> Mapping[str, object] | Coupe:
    """`cycles` of the démarches that have one, by name; `publies` tells whether any review is published."""
    found = []
    for demarche in sorted_by_name(site.jeu.demarches.values()):
        comites = cast(tuple[Comite, ...], site.citing(demarche, "comites", "demarches"))
        evenements = cast(tuple[Evenement, ...], site.citing(demarche, "evenements", "demarche"))
        one = cycle(demarche, comites, evenements)
        if one is not None:
            found.append(one)
    published = any(one.bilans for one in found)
    if not is_long(sum(map(_weight, found))):
        return {"cycles": found, "publies": published}
    many = are_many(one.demarche for one in found)

    def step(one: Cycle, depth: int) -> Pas | None:
        place = under_demarche("cycle-annuel", one.demarche, many, depth)
        return place if isinstance(place, Pas) else None

    part = PartieCoupee(
        decouper(found, step, "cycle-annuel", poids=_weight),
        lambda one: public_name(one.demarche),
        ("démarche", "démarches"),
        lambda some: {"cycles": some, "publies": True},
        "cycle-annuel",
        ancres=lambda some: their_anchors(one.demarche for one in some),
    )
    told = [f"{number(len(found))}{NBSP}démarches ont un cycle annuel."]
    told += [] if published else ["Aucune n'a de bilan annuel publié sur ce site."]
    return Coupe((*told, LETTRES) if many else tuple(told), (part,))


def _weight(one: Cycle) -> int:
    """About how many lines a cycle takes."""
    mandates = sum(len(comite.mandats) for comite, _ in one.comites)
    said = sum(len(b.cibles_prioritaires) + len(b.soutiens_convenus) + len(b.decisions) for b in one.bilans)
    return 1 + mandates + said
