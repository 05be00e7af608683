"""What a record is, as things of a graph: its kind, what it holds, and the thread from a meeting to what changed.

Goes in: a record. Comes out: for each of its pages, what stands there whole. Only fields named here enter, of those
that may leave (`exports/plain.py`); each link is one that the record states, and none follows from where things stand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, partial

from clairevoie.derive.impacts import Sorte, kind_of_effect
from clairevoie.exports.graph_fields import (
    INFLUENCED,
    Holder,
    Walk,
    Writer,
    add,
    codes,
    decided,
    holds,
    money,
    named,
    refers,
    state_words,
    through,
    web,
    when,
    where,
    words,
)
from clairevoie.exports.jsonld import Node, reference
from clairevoie.exports.plain import public_fields
from clairevoie.exports.vocabulaire import own
from clairevoie.model.actions import Action, ChaineResultats, Objectif, ObjectifSpecifique, SousAction, Volet
from clairevoie.model.argent import Budget, Financement
from clairevoie.model.base import Forme
from clairevoie.model.comites import Comite
from clairevoie.model.decisions import Adoption, Decision
from clairevoie.model.demarches import Demarche
from clairevoie.model.describe import Champ
from clairevoie.model.documents import Document
from clairevoie.model.enjeux import Enjeu
from clairevoie.model.enonces import Enonce
from clairevoie.model.evenements import Evenement
from clairevoie.model.fiche import Fiche
from clairevoie.model.gens import Membre, appartenance
from clairevoie.model.organismes import Organisme
from clairevoie.model.plans import Plan
from clairevoie.model.projets import Projet
from clairevoie.model.sources import Source
from clairevoie.model.territoires import Territoire

_KINDS: Mapping[str, tuple[str, ...]] = {
    Demarche.collection: ("schema:Project",),
    Comite.collection: ("schema:Organization", "org:Organization"),
    Organisme.collection: ("schema:Organization", "org:Organization"),
    Projet.collection: ("schema:Project",),
    Plan.collection: ("schema:CreativeWork", "prov:Plan"),
    Evenement.collection: ("schema:Event", "prov:Activity"),
    Document.collection: ("schema:CreativeWork",),
    Territoire.collection: ("schema:Place",),
    Enjeu.collection: ("schema:DefinedTerm",),
}
_ANYTHING = ("schema:Thing",)
_NAME = "schema:name"


@dataclass(frozen=True, slots=True)
class AroundRecord:
    """What is known beside a record: the anchor of each form that has one, whether a seat is held today, the page where
    what is at an anchor stands whole, if not the first, and the decisions on each address of the record.
    """

    anchor: Callable[[Forme], str | None]
    is_seated: Callable[[Membre], bool]
    homes: Mapping[str, str] = field(default_factory=dict)
    decisions: Mapping[str, Iterable[str]] = field(default_factory=dict)


def record_graph(fiche: Fiche, around: AroundRecord) -> Mapping[str, list[Node]]:
    """The things of each page of the record, by what follows its address: `""` for the first."""
    walk = _Walk(fiche, around)
    kinds = _KINDS.get(fiche.collection, _ANYTHING)
    node: Node = {"@id": f"{fiche.adresse}/", "@type": list(kinds), _NAME: fiche.intitule}
    walk.pages[""] = {node["@id"]: node}
    walk.influence(node, fiche.adresse)
    walk.fill(Holder(node, ""), fiche)
    return {suite: list(nodes.values()) for suite, nodes in walk.pages.items()}


class _Walk:
    def __init__(self, fiche: Fiche, around: AroundRecord) -> None:
        self._fiche = fiche
        self._around = around
        self.pages: dict[str, dict[str, Node]] = {}

    def is_seated(self, membre: Membre) -> bool:
        return self._around.is_seated(membre)

    def address(self, typed: str) -> str:
        return typed if "/" in typed else f"{self._fiche.adresse}#{typed}"

    def fill(self, holder: Holder, forme: Forme) -> None:
        said = vars(forme)
        for champ, write in _writers(type(forme)):
            value = said[champ.nom]
            if value is not None and value != ():
                write(self, holder, forme, champ, value)

    def child(self, holder: Holder, term: str, forme: Forme, *types: str) -> Holder:
        node: Node = {"@type": types[0] if len(types) == 1 else list(types)}
        suite, ancre = holder.suite, self._around.anchor(forme)
        if ancre:
            node = {"@id": f"{self._fiche.adresse}/#{ancre}", **node}
            suite = self._around.homes.get(ancre, suite)
            self.influence(node, f"{self._fiche.adresse}#{ancre}")
        self._on_page(holder, suite).setdefault(term, []).append(node)
        found = Holder(node, suite)
        self.fill(found, forme)
        return found

    def influence(self, node: Node, adresse: str) -> None:
        for decision in self._around.decisions.get(adresse, ()):
            add(node, INFLUENCED, reference(decision))

    def _on_page(self, holder: Holder, suite: str) -> Node:
        """The holder, as it is named on the page of what it holds."""
        id = holder.node.get("@id")
        if suite == holder.suite or id is None:
            return holder.node
        return self.pages.setdefault(suite, {}).setdefault(id, {"@id": id})


def _members(walk: Walk, holder: Holder, _forme: Forme, _champ: Champ, value: Iterable[Membre]) -> None:
    """Whom the seats held today represent; a seat that the site deduced is no fact."""
    for seat in value:
        id = (
            f"organismes/{seat.organisme}"
            if seat.organisme
            else f"comites/{seat.comite}"
            if seat.comite
            else ""
        )
        if id and not seat.deduit and appartenance(seat) == "membre" and walk.is_seated(seat):
            add(holder.node, "org:hasMember", reference(id))


def _cancelled(_walk: Walk, holder: Holder, _forme: Forme, _champ: Champ, value: str) -> None:
    if value == "annulee":
        holder.node["schema:eventStatus"] = {"@id": "schema:EventCancelled"}


def _sources(_walk: Walk, holder: Holder, _forme: Forme, _champ: Champ, value: Iterable[Source]) -> None:
    for source in value:
        add(holder.node, "prov:hadPrimarySource", reference(f"documents/{source.document}"))


def _effects(
    place: Sorte, walk: Walk, holder: Holder, _forme: Forme, _champ: Champ, value: Iterable[Enonce]
) -> None:
    """What is hoped for and what was observed, never one as the other."""
    for one in value:
        is_observed = kind_of_effect(one, place) == "observe"
        term, kind = ("aChange", "ImpactObserve") if is_observed else ("veutChanger", "EffetSouhaite")
        walk.child(holder, own(term), one, own(kind))


def _parts(walk: Walk, holder: Holder, _forme: Forme, _champ: Champ, value: Iterable[SousAction]) -> None:
    """The parts of an action that somebody does, or that lead to something; the others are only words."""
    for one in value:
        if one.est_conduite or one.contribue_a:
            walk.child(holder, own("action"), one, "schema:Action")


_actions = holds(own("action"), "schema:Action")
_budgets = holds(own("argent"), own("Budget"))
# By kind of form, the fields that enter, in the order of the model. A kind has those of the kinds it is made from.
_TERMS: Mapping[type[Forme], Mapping[str, Writer]] = {
    Fiche: {"en_bref": words("schema:description"), "sigle": words("schema:alternateName")},
    Demarche: {
        "territoires": refers("schema:areaServed"),
        "impacts_observes": partial(_effects, "observe"),
        "chaine_resultats": through,
        "budgets": _budgets,
        "financements": money,
    },
    Comite: {
        "demarches": refers(own("demarche")),
        "parent": refers("org:subOrganizationOf"),
        "territoires": refers("schema:areaServed"),
        "membres": _members,
    },
    Organisme: {
        "parent": refers("org:subOrganizationOf"),
        "territoires": refers("schema:areaServed"),
        "site_web": web("schema:sameAs"),
    },
    Projet: {
        "demarche": refers(own("demarche")),
        "territoires": refers("schema:areaServed"),
        "responsables": named("prov:wasAssociatedWith"),
        "volets": through,
        "etapes": _actions,
        "budgets": _budgets,
        "financements": money,
        "impacts_observes": partial(_effects, "observe"),
        "suivi": decided,
    },
    Plan: {
        "demarche": refers(own("demarche")),
        "adoption": through,
        "remplace": refers("prov:wasRevisionOf"),
        "objectifs": through,
        "actions": _actions,
        "budgets": _budgets,
        "financements": money,
    },
    Adoption: {"decision": refers(INFLUENCED)},
    Evenement: {
        "demarche": refers(own("demarche")),
        "comite": refers("schema:organizer"),
        "comites": refers("schema:organizer"),
        "date": when,
        "serie": refers("schema:superEvent"),
        "lieu": where,
        "statut": _cancelled,
        "decisions": holds("prov:generated", "prov:Entity", own("Decision")),
    },
    Territoire: {"parent": refers("schema:containedInPlace")},
    Volet: {"objectifs": through},
    ChaineResultats: {"actions_envisagees": _actions, "effets": partial(_effects, "souhaite")},
    ObjectifSpecifique: {"actions": _actions},
    Objectif: {"objectifs": through, "objectifs_specifiques": through},
    Action: {
        "texte": words(_NAME),
        "sous_actions": _parts,
        "responsables": named("schema:agent"),
        "partenaires": named("schema:participant"),
        "resultat_attendu": words(own("resultatAttendu")),
        "budgets": _budgets,
        "financements": money,
        "projet": refers(own("realiseePar")),
        "statut": state_words,
        "suivi": decided,
    },
    Enonce: {
        "texte": words(_NAME),
        "contribue_a": refers(own("contribueA")),
        "selon": named("prov:wasAttributedTo"),
        "sources": _sources,
    },
    SousAction: {"responsables": named("schema:agent"), "statut": state_words, "suivi": decided},
    Decision: {
        "texte": words(_NAME),
        "resolution": codes("schema:identifier"),
        "objets": refers(INFLUENCED, backwards=True),
        "issue": words(own("issue")),
        "suivi": decided,
    },
    Budget: {"titre": words(_NAME), "financements": money},
    Financement: {
        "organisme": refers("schema:funder"),
        "libelle": words(_NAME),
        "statut": words(own("statut")),
        "decision": refers(INFLUENCED),
        "beneficiaire": refers(own("beneficiaire")),
    },
}


@cache
def _writers(kind: type[Forme]) -> tuple[tuple[Champ, Writer], ...]:
    """The fields of a kind of form that enter a graph, and how: never one that may not leave."""
    terms = {name: write for one in reversed(kind.__mro__) for name, write in _TERMS.get(one, {}).items()}
    may_leave = (champ for champ in public_fields(kind) if not champ.nominatif)
    return tuple((champ, terms[champ.nom]) for champ in may_leave if champ.nom in terms)
