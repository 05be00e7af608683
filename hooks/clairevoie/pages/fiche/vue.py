"""One record being printed: its anchors, its notes, and what of it has been shown so far.

Rendering goes from top to bottom, so what no template placed is known at the end: nothing is lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any

from clairevoie.derive import suivi
from clairevoie.derive.impacts import bands
from clairevoie.model.actions import Action, ObjectifSpecifique, SousAction
from clairevoie.model.ancres import moved_anchors
from clairevoie.model.base import Forme
from clairevoie.model.comptes import actions_inside
from clairevoie.model.demarches import Demarche
from clairevoie.model.describe import fields_holding
from clairevoie.model.enonces import Enonce
from clairevoie.model.fiche import Fiche
from clairevoie.model.folding import fold
from clairevoie.model.gens import Membre
from clairevoie.model.journal import last_told_state, state
from clairevoie.model.ordre_du_jour import PointOrdreDuJour
from clairevoie.model.organismes import Organisme
from clairevoie.model.petites_formes import CompteDeclare
from clairevoie.model.plans import Plan
from clairevoie.model.quand import as_of
from clairevoie.model.responsables import address_of
from clairevoie.model.sources import Note
from clairevoie.pages.decoupage import Tranche
from clairevoie.pages.effets import chaine
from clairevoie.pages.fiche import series
from clairevoie.pages.fiche.notes import NoteSituee, situated
from clairevoie.pages.fiche.series import GroupeDeSerie, Morceau, Serie
from clairevoie.pages.gouvernance import membres as membres_dits
from clairevoie.pages.gouvernance.membres import GroupeDeSieges
from clairevoie.pages.parties import ActionClassee, Parties
from clairevoie.pages.renvois.rubriques import Rubrique, rubriques
from clairevoie.pages.renvois.titres import FINANCE, MOYEU, RECOIT
from clairevoie.pages.site import Site
from clairevoie.pages.suites.suites import Suites
from clairevoie.pages.tables.argent import Sens, TableArgent, lines_of, table_argent
from clairevoie.pages.tables.csv_text import csv_text
from clairevoie.wording.names import element_name, kind_of
from clairevoie.wording.plurals import announced
from clairevoie.wording.typography import headline

# What an envisaged action says where the chain of results is drawn.
_PLAIN_ACTION = frozenset({"id", "genre", "texte", "sous_actions", "archives"})

# How many lines the contents of a page may have before its lower levels are left out.
_CONTENTS = 60

# Shown by the layout itself, or only meant for the checker.
_LAYOUT = frozenset({"id", "nom", "titre", "en_bref", "etat_au", "publication", "notes", "retrait"})


def _bare(texte: str) -> list[str]:
    """The words of a list of names, without what joins or separates them."""
    return [word for word in re.findall(r"[\w'’-]+", fold(texte)) if word != "et"]


class Vue:
    """What a template knows of the record it prints."""

    def __init__(self, fiche: Fiche, site: Site) -> None:
        self.fiche = fiche
        self.site = site
        self.adresse = fiche.adresse
        self._contents: list[tuple[int, str, str | None, str]] = []
        self._shown: set[str] = set(_LAYOUT)
        self._placed: set[int] = set()
        self._told: set[str] = {MOYEU.cle}
        self._weight = 0
        self.morceaux: list[Morceau] = []
        self.fichiers: dict[str, str] = {}
        self.manques: list[tuple[str, str | None]] = []

    @property
    def genre(self) -> str:
        """The word for the kind of the record."""
        return kind_of(self.fiche)

    def ancre(self, forme: Forme) -> str | None:
        """The anchor of an element of this record, None when it has no address."""
        return self._ancres.get(id(forme))

    def ancres(self, forme: Forme) -> tuple[str, ...]:
        """All the anchors that lead to an element of this record: its own, then those of other days."""
        ancre = self.ancre(forme)
        return (ancre, *self.site.elements(self.fiche)[ancre].aliases) if ancre else ()

    def adresse_de(self, typed: str) -> str:
        """`action-1`, an anchor of this record, as an address of the site; an address stays as it is."""
        return typed if "/" in typed else f"{self.fiche.adresse}#{typed}"

    @property
    def ancres_ailleurs(self) -> list[tuple[str, str]]:
        """The anchors of other days whose thing is on the page of another record, each with its address."""
        return [(old, now) for old, now in moved_anchors(self.fiche).items() if "/" in now]

    def conduite(self, forme: Enonce) -> bool:
        """Whether a sentence is a part of an action that says more than words: who does it, when, in which zone…"""
        return isinstance(forme, SousAction) and bool(forme.est_conduite or forme.zone_controle)

    def etat(self, action: Action | SousAction) -> str:
        """The state of an action, or of a part of it, now."""
        return state(action)

    def etat_dit(self, action: Action | SousAction) -> str:
        """What is said in place of the word of that state: who finds an action late, and when; else nothing."""
        entry = last_told_state(action.suivi)
        if entry is None or entry.statut != "en_retard":
            return ""
        said = f"documents/{entry.source.document}" if entry.source else entry.decision
        return f"en retard, selon « {self.site.plain_name(said)} », {as_of(entry.date)}" if said else ""

    def ressources(self, action: Action | SousAction) -> str | None:
        """What it takes, in the words of the source; nothing where these only name again who takes care of it."""
        named = (one.texte or self.site.plain_name(address_of(one) or "") for one in action.responsables)
        said = action.ressources
        return None if said and _bare(said) == _bare(" ".join(named)) else said

    @cached_property
    def actions(self) -> tuple[Action, ...]:
        """Every action of the record, however deep."""
        return suivi.actions(self.fiche)

    @cached_property
    def avec_suivi(self) -> bool:
        """Whether anything is known of what came of the actions, or of their parts."""
        return suivi.is_followed(self.actions) or suivi.is_followed(suivi.parts(self.fiche))

    @cached_property
    def sans_suivi(self) -> bool:
        """Whether it is a plan or a project of whose actions nothing is known; one that has a journal is followed."""
        told = self.avec_suivi or bool(getattr(self.fiche, "suivi", None))
        return self.fiche.collection in ("plans", "projets") and bool(self.actions) and not told

    @cached_property
    def suites(self) -> Suites:
        """The thread of the record, from the decisions to what came of them."""
        return Suites(self.site, self.fiche)

    @cached_property
    def publics(self) -> Mapping[str, str]:
        """The target audiences of the plan, by number."""
        return {public.numero: public.libelle for public in getattr(self.fiche, "publics_cibles", ())}

    def sieges(self, membres: Sequence[Membre]) -> list[GroupeDeSieges]:
        """Seats in groups, each under its number."""
        groups = membres_dits.of_organisme if isinstance(self.fiche, Organisme) else membres_dits.of_comite
        return list(groups(self.site, membres))

    def comptes(self, comptes: Iterable[CompteDeclare]) -> list[tuple[str, str | None, str]]:
        """What the source announces beside what the site has: « Projets », an address, « la source en annonce 4… »."""
        return [self._compte(compte) for compte in comptes]

    def par_mandat(self, enonces: Iterable[Enonce]) -> list[tuple[tuple[str, str] | None, list[Enonce]]]:
        """Sentences under the mandate they belong to: its address and words, None for those of no mandate."""
        groups: dict[str | None, list[Enonce]] = {}
        for enonce in enonces:
            groups.setdefault(enonce.mandat, []).append(enonce)
        return [(self.renvoi(mandat) if mandat else None, found) for mandat, found in groups.items()]

    def detaillees(self, actions: Iterable[Action]) -> list[Action]:
        """The envisaged actions that say more than their words and their points."""
        return [action for action in actions if action.model_fields_set - _PLAIN_ACTION]

    def points_sur(self, ancre: str) -> tuple[PointOrdreDuJour, ...]:
        """The points of the agenda that lead to a decision, by its anchor."""
        points = getattr(self.fiche, "ordre_du_jour", ())
        own = {ancre, f"{self.adresse}#{ancre}"}
        return tuple(point for point in points if not own.isdisjoint(point.decision))

    @cached_property
    def ordre_du_jour_prevu(self) -> bool:
        """Whether nothing says that the meeting took place: its agenda is what people meant to speak of."""
        return self.site.state(self.fiche) in ("a_venir", "passee", "annulee")

    def annoncees(self, forme: Plan | ObjectifSpecifique) -> str:
        """How many actions the source announces in a plan or in an objective, beside how many are there."""
        assert forme.actions_annoncees is not None
        return announced(forme.actions_annoncees, actions_inside(forme))

    def niveau(self, objectif: ObjectifSpecifique) -> str | None:
        """The word of the source for the level of an objective, None where the record gives none."""
        element = self.site.elements(self.fiche).get(self.ancre(objectif) or "")
        return element.niveau if element else None

    def renvoi(self, adresse: str) -> tuple[str, str]:
        """What an anchor of this record, or an address, leads to: address and words."""
        if "/" in adresse:
            return adresse, self.site.plain_name(adresse)
        element = self.site.element(self.fiche, adresse)
        return f"#{adresse}", element_name(element) if element else adresse

    @cached_property
    def etages(self) -> tuple[chaine.Etage, ...]:
        """Actions envisaged, effects by zone of control, impacts observed: each band under its heading."""
        return chaine.floors(bands(self.fiche), entiers=isinstance(self.fiche, Demarche))

    @cached_property
    def carte(self) -> chaine.CarteDesEffets | None:
        """The map of these bands."""
        return chaine.chart(self.etages, self.renvoi)

    def rubrique(self, cle: str) -> tuple[Rubrique, ...]:
        """The citations of this record of one kind, which are now shown."""
        self._told.add(cle)
        return tuple(rubrique for rubrique in self._rubriques if rubrique.cle == cle)

    def rubriques_restantes(self) -> tuple[Rubrique, ...]:
        """The citations that no template placed."""
        return tuple(rubrique for rubrique in self._rubriques if rubrique.cle not in self._told)

    def serie(
        self, cle: str, titre: str, entrees: Sequence[Any], entiere: bool = False, d_abord: int | None = None
    ) -> Serie:
        """A list of this page, in the form that its length asks for beside the lists above it."""
        une = series.serie(self.site, cle, titre, entrees, self._weight, entiere=entiere, d_abord=d_abord)
        self._weight += series.weight_of(self.site, une)
        return une

    def morceau(self, une: Serie, groupe: GroupeDeSerie, corps: str) -> str:
        """Where the page of a part of a list is, which now has a page of its own."""
        self.morceaux.append(Morceau(groupe.suite, une.titre, groupe.titre, corps))
        return groupe.suite

    @property
    def parties(self) -> Parties | None:
        """The parts of the record that have a page of their own."""
        return self.site.parties(self.fiche)

    def coupee(self, *champs: str) -> Tranche[ActionClassee] | None:
        """How the first of these fields that is cut is cut, None when none is."""
        cut = self.parties.coupees if self.parties else {}
        return next((cut[champ] for champ in champs if champ in cut), None)

    def partie(self, tranche: Tranche[ActionClassee], dans: Tranche[ActionClassee], corps: str) -> str:
        """Where the page of a part of the record is, which now has what it shows; `dans` is the wider part."""
        assert self.parties
        suite, forme = f"{tranche.pas.adresse}/", self.parties.objectif(tranche)
        whole = () if tranche.dessous else getattr(forme, "dessous", getattr(forme, "objectifs", ()))
        listed = tuple((f"#{self.ancre(un)}", un.numero, un.texte) for un in whole)
        wider = ((f"{dans.pas.adresse}/", dans.pas.titre),) if dans.pas.titre else ()
        self.morceaux.append(Morceau(suite, "", tranche.pas.titre, corps, True, wider, listed))
        return suite

    def argent(self, sens: Sens) -> TableArgent | None:
        """The money that the record gives, receives or tells of, as a table and a file; None for a few sentences."""
        found = table_argent(self.site, self.fiche, sens)
        if found:
            self.rubrique({"donne": FINANCE.cle, "recu": RECOIT.cle}.get(sens, ""))
            self.fichiers[found.fichier] = csv_text(lines_of(self.site, found))
        return found

    def manquer(self, quoi: str, ancre: str | None = None) -> None:
        """Keep for the one sentence on them what nobody says; `ancre` is that of the section that is not printed."""
        self.manques.append((quoi, ancre))

    def notes(self, place: str | None) -> tuple[NoteSituee, ...]:
        """The notes on a field or an anchor, none for None; whoever asks for them shows them."""
        found = self._notes.get(place, ()) if place else ()
        self._placed.update(id(note) for note in found)
        return self._situated(found)

    def notes_restantes(self) -> tuple[NoteSituee, ...]:
        """The notes on the whole record, and those that no place showed."""
        return self._situated(note for note in self.fiche.notes if id(note) not in self._placed)

    def _situated(self, notes: Iterable[Note]) -> tuple[NoteSituee, ...]:
        return tuple(situated(self.site, self.fiche, note) for note in notes)

    def prendre(self, champ: str) -> object:
        """The value of a field, which is now shown; None when nobody typed it, whatever its default."""
        self._shown.add(champ)
        if champ not in self.fiche.model_fields_set:
            return None
        return getattr(self.fiche, champ)

    @cached_property
    def est_passee(self) -> bool:
        """Whether the end of the record is known and past: what it says at the present tense is past."""
        return self.site.is_past(self.fiche)

    def champs_restants(self) -> tuple[str, ...]:
        """The fields typed in the record that no template showed."""
        left = self.fiche.model_fields_set - self._shown
        return tuple(name for name in type(self.fiche).model_fields if name in left) if left else ()

    def annoncer(self, ancre: str, titre: str, repere: str | None = None, niveau: int = 1) -> None:
        """Add a line to the contents of the page; `repere` is the number of an objective or of a part, `niveau` its
        level."""
        self._contents.append((niveau, f"#{ancre}", repere, titre))

    @property
    def sommaire(self) -> list[tuple[str, str | None, str]]:
        """The contents so far, of a page long enough to need them: one with numbered parts.

        The levels that would make it longer than the eye can follow are left to the page.
        """
        if not any(repere for _, _, repere, _ in self._contents):
            return []
        levels = sorted({niveau for niveau, *_ in self._contents})
        fits = [one for one in levels if sum(niveau <= one for niveau, *_ in self._contents) <= _CONTENTS]
        deepest = max(fits, default=1)
        return [(href, repere, titre) for niveau, href, repere, titre in self._contents if niveau <= deepest]

    def _compte(self, compte: CompteDeclare) -> tuple[str, str | None, str]:
        assert isinstance(self.fiche, Demarche)
        trouve = self.site.compter(self.fiche, compte)
        lieu = f"territoires/{compte.territoire}" if compte.territoire else None
        return (headline(compte.objet.replace("_", " ")), lieu, announced(compte.valeur, trouve))

    @cached_property
    def _rubriques(self) -> tuple[Rubrique, ...]:
        return rubriques(self.site, self.fiche)

    @cached_property
    def _ancres(self) -> Mapping[int, str]:
        return {id(e.forme): ancre for ancre, e in self.site.elements(self.fiche).items()}

    @cached_property
    def _notes(self) -> Mapping[str | None, list[Note]]:
        found: dict[str | None, list[Note]] = {}
        for note in self.fiche.notes:
            found.setdefault(self._place(note), []).append(note)
        return found

    def _place(self, note: Note) -> str | None:
        """Where a note stands: at an element, else at a field, else at the field whose forms have that field."""
        head = (note.champ or "").partition(".")[0]
        element = self.site.element(self.fiche, head)
        if element or head in type(self.fiche).model_fields:
            return element.ancre if element else head
        holders = fields_holding(type(self.fiche), head)
        return next((name for name in holders if getattr(self.fiche, name)), None)
