"""What the pages of a record say to programs of what the record is (`exports/record_graph.py`)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from clairevoie.exports.jsonld import Node
from clairevoie.exports.record_graph import AroundRecord, record_graph
from clairevoie.model.plans import Plan
from clairevoie.model.projets import Projet
from clairevoie.pages.fiche.vue import Vue

# The things of each page of a record, by what follows its address.
Graphs = Mapping[str, Sequence[Node]]


def graphs(vue: Vue) -> Graphs:
    """What the pages of a record say of it."""
    site, fiche = vue.site, vue.fiche
    cut = site.parties(fiche)
    around = AroundRecord(
        anchor=vue.ancre,
        is_seated=lambda membre: site.tenue(membre) == "actuel",
        homes=cut.places if cut else {},
        decisions=_decisions(vue),
    )
    return record_graph(fiche, around)


def _decisions(vue: Vue) -> Mapping[str, Sequence[str]]:
    """The decisions that the page tells, of meetings that name the record or a part of it."""
    if not isinstance(vue.fiche, (Plan, Projet)):
        return {}
    found: dict[str, list[str]] = {}
    for objet, prises in vue.suites.par_objet.items():
        element = vue.site.element(vue.fiche, objet.partition("#")[2])
        now = f"{vue.adresse}#{element.ancre}" if element else objet
        found.setdefault(now, []).extend(prise.adresse for prise in prises)
    return found
