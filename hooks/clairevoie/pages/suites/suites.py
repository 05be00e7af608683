"""The thread of a record: back to the decisions and the meetings that took them, forward to what came of it.

Only what is recorded is told: where nothing is, the templates say that the decision is not documented.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from clairevoie.derive.decisions import Prise, decisions_by_object, in_order, is_adopted, is_to_adopt
from clairevoie.derive.renvois import Mention
from clairevoie.derive.suivi import last_told
from clairevoie.model.actions import Action, SousAction
from clairevoie.model.decisions import Adoption, Decision
from clairevoie.model.describe import describe
from clairevoie.model.evenements import Evenement
from clairevoie.model.fiche import Fiche
from clairevoie.model.journal import Suivie, in_force, state
from clairevoie.model.mots import mot
from clairevoie.model.plans import Plan
from clairevoie.model.projets import Projet
from clairevoie.model.quand import day
from clairevoie.model.temps import Echeance
from clairevoie.pages.site import Site
from clairevoie.pages.suites.avancement import Avancement, progress

# A decision, and the addresses of what it names when that is not the record itself.
Decidee = tuple[Prise, tuple[str, ...]]
# The sections of a record that tell what came of it.
_SUITES = ("suivi", "productions", "impacts_observes")


class Suites:
    """What a template asks of the thread of one record."""

    def __init__(self, site: Site, fiche: Fiche) -> None:
        self._site = site
        self._fiche = fiche

    @cached_property
    def par_objet(self) -> Mapping[str, tuple[Prise, ...]]:
        """The decisions of meetings, by the address that they name: the record, or a part of it."""
        return decisions_by_object(self._site.mentions(self._fiche), self._fiche.adresse)

    @cached_property
    def parties(self) -> frozenset[str]:
        """The anchors of the parts of the record that decisions name."""
        return frozenset(objet.partition("#")[2] for objet in self.par_objet)

    def sur(self, ancre: str) -> tuple[Prise, ...]:
        """The decisions that name one part of the record, by its anchor."""
        return self.par_objet.get(f"{self._fiche.adresse}#{ancre}", ())

    @cached_property
    def decisions(self) -> tuple[Decidee, ...]:
        """Every decision on the record or on a part of it; for a project, also on the actions it carries out."""
        named: dict[str, list[str]] = {}
        known: dict[str, Prise] = {}
        for prise, objet in self._decided():
            known[prise.adresse] = prise
            objets = named.setdefault(prise.adresse, [])
            if objet not in (self._fiche.adresse, *objets):
                objets.append(objet)
        return tuple((prise, tuple(named[prise.adresse])) for prise in in_order(known.values()))

    @property
    def adoption(self) -> Adoption | None:
        """What the source of a plan says of its adoption, where no meeting of this site is known to have decided it."""
        told = self._fiche.adoption if isinstance(self._fiche, Plan) and not self.decisions else None
        said = told and (told.date or told.texte or told.comite or told.organisme or told.resolution)
        return told if said else None

    @property
    def est_a_adopter(self) -> bool:
        """Whether the record of a plan says that it is still to be adopted."""
        return isinstance(self._fiche, Plan) and is_to_adopt(self._fiche)

    @cached_property
    def avancement(self) -> Avancement | None:
        """How far the actions of the record are, None when nothing is known of any."""
        return progress(self._site, self._fiche)

    @property
    def depart(self) -> str:
        """The word for a deadline before it moved: a plan nobody adopted has no adopted deadline."""
        is_adopted_plan = isinstance(self._fiche, Plan) and is_adopted(self._fiche)
        return "Adopté" if is_adopted_plan else "Prévu au départ"

    def maintenant(self, suivie: Suivie) -> Echeance | None:
        """The deadline that a follow-up gave, None if none moved it."""
        now = in_force(suivie)
        return now.echeances[0] if now.entree else None

    def etat(self, adresse: str) -> str | None:
        """The state of what is at an address, None for what has none."""
        fiche = self._site.jeu.fiche(adresse)
        if fiche is None:
            return None
        ancre = adresse.partition("#")[2]
        if not ancre:
            return self._site.state(fiche)
        element = self._site.element(fiche, ancre)
        return state(element.forme) if element and isinstance(element.forme, (Action, SousAction)) else None

    def liste(self, adresse: str | None = None) -> tuple[tuple[str, str], ...]:
        """What came of this record, or of another: addresses, and the words that tell it.

        Of this one, also what the journals of the actions that it carries out tell.
        """
        fiche = self._site.jeu.fiche(adresse) if adresse else self._fiche
        told = [(f"{adresse or ''}#{ancre}", said) for ancre, said in _told(fiche)] if fiche else []
        return (*told, *(() if adresse else self._carried()))

    def _decided(self) -> Iterator[tuple[Prise, str]]:
        """Every decision with one thing that it names."""
        adopted = self._adoption()
        if adopted is not None:
            yield adopted, self._fiche.adresse
        for objet, prises in self.par_objet.items():
            for prise in prises:
                yield prise, objet
        if isinstance(self._fiche, Projet):
            yield from self._upstream()

    def _carried(self) -> Iterator[tuple[str, str]]:
        """« Plan 2026, action 1.1.1 : reporté, 12 mars 2026 »."""
        for mention in self._upstream_actions():
            action = mention.forme
            last = last_told(action.suivi) if isinstance(action, Action) else None
            if isinstance(action, Action) and last:
                name = self._site.plain_name(mention.adresse)
                yield mention.adresse, f"{name} : {mot(state(action))}, {day(last)}"

    def _upstream_actions(self) -> tuple[Mention, ...]:
        """Where an action says that this project carries it out."""
        return tuple(m for m in self._site.mentions(self._fiche) if m.champ.endswith(".projet"))

    def _upstream(self) -> Iterator[tuple[Prise, str]]:
        """The decisions on the actions that say that this project carries them out."""
        actions = self._upstream_actions()
        holders = {mention.fiche.adresse: mention.fiche for mention in actions}
        found = {
            adresse: decisions_by_object(self._site.mentions(fiche), adresse)
            for adresse, fiche in holders.items()
        }
        for mention in actions:
            for prise in found.get(mention.fiche.adresse, {}).get(mention.adresse, ()):
                yield prise, mention.adresse

    def _adoption(self) -> Prise | None:
        """The decision by which a plan was adopted, or at least its meeting."""
        adoption = self._fiche.adoption if isinstance(self._fiche, Plan) else None
        return decision_at(self._site, adoption.decision) if adoption else None


def decision_at(site: Site, adresse: str | None) -> Prise | None:
    """The decision at an address, or at least its meeting; None for what is no meeting."""
    event = site.jeu.fiche(adresse) if adresse else None
    if not adresse or not isinstance(event, Evenement):
        return None
    element = site.element(event, adresse.partition("#")[2])
    decision = element.forme if element and isinstance(element.forme, Decision) else None
    return Prise(event, decision, adresse)


def _told(fiche: Fiche) -> Iterator[tuple[str, str]]:
    """« Suivi : dernière nouvelle le 12 mars 2026 », « Ce qui est produit : 3 »."""
    for champ in _SUITES:
        entries = getattr(fiche, champ, ())
        if entries:
            last = last_told(entries) if champ == "suivi" else None
            said = f"dernière nouvelle, {day(last)}" if last else str(len(entries))
            yield champ.replace("_", "-"), f"{describe(type(fiche))[champ].titre} : {said}"
