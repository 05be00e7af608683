"""A record whose actions are too many for one page: the parts of it that have a page of their own.

Goes in: the elements of a plan or of a project. Comes out: for each list of it that is cut, a tree of `Tranche`, and
where each anchor stands whole. A part is an objective of the first level; one that is still too long is cut by the
next level; actions of no finer objective are cut by their numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from clairevoie.model.actions import Action, ObjectifSpecifique, Volet
from clairevoie.model.ancres import Element, element_text
from clairevoie.model.base import Forme
from clairevoie.model.fiche import Fiche
from clairevoie.model.journal import state
from clairevoie.model.parcours import Chemin, formes
from clairevoie.model.plans import Plan
from clairevoie.model.projets import Projet
from clairevoie.pages.decoupage import Pas, Tranche, decouper
from clairevoie.wording.names import element_kind, element_number
from clairevoie.wording.typography import headline, number, shortened

# A page holds actions of so many forms in all, an action and each thing inside it (who does it, a deadline, a
# sub-action, an entry of its follow-up): in real texts, some 47 kB once compressed. A list of fewer than `PEU` is not
# worth another page.
FORMES, PEU = 1000, 40
# Past so many actions in the lines of one page, their anchors stand on the line of their objective.
LIGNES = 1000
_FIELDS = ("objectifs", "volets", "actions", "etapes")
_HOLDERS = (ObjectifSpecifique, Volet)
_LENGTH, _NUMBERS = 60, 100


class ActionClassee(NamedTuple):
    """What is filed: the objectives that lead to an action, from the widest, and the action; None for an objective
    that has nothing."""

    chaine: tuple[Element, ...]
    action: Element | None
    poids: int


class LigneDeRenvoi(NamedTuple):
    """One line for what stands whole elsewhere: an objective, or an action and its state.

    `ancres` lead to it, the first of them at the address `vers`.
    """

    ancres: tuple[str, ...]
    repere: str
    texte: str
    vers: str
    etat: str | None


@dataclass(frozen=True)
class Parties:
    """The lists of a record that are cut, by their field; `places` gives the page of an anchor that left its own."""

    coupees: Mapping[str, Tranche[ActionClassee]]
    _elements: Mapping[str, Element]

    @cached_property
    def places(self) -> Mapping[str, str]:
        """The page, from that of the record, where the element of an anchor stands whole."""
        homes = {
            element.chemin: f"{leaf.pas.adresse}/"
            for tranche in self.coupees.values()
            for leaf in (one for one in tranche.toutes if one is not tranche)
            for element in self._whole(leaf)
        }
        return {
            ancre: home
            for element in self._elements.values()
            if (home := _home(homes, element.chemin))
            for ancre in (element.ancre, *element.aliases)
            if ancre
        }

    def _whole(self, tranche: Tranche[ActionClassee]) -> Iterator[Element]:
        """What the page of a tranche shows whole; the objectives above it are on their own."""
        if tranche.pas.ancre:
            yield self._elements[tranche.pas.ancre]
        if tranche.dessous:
            return
        for rangee in tranche.entrees:
            if rangee.action:
                yield rangee.action
            if tranche.pas.ancre:
                yield from _below(rangee.chaine, tranche.pas.ancre)

    def objectif(self, tranche: Tranche[ActionClassee]) -> Forme | None:
        """The objective, or the part of a project, that a tranche is the page of; None for numbers of actions."""
        return self._elements[tranche.pas.ancre].forme if tranche.pas.ancre else None

    def is_volet(self, tranche: Tranche[ActionClassee]) -> bool:
        """Whether it is the page of a part of a project."""
        return isinstance(self.objectif(tranche), Volet)

    def mots(self, tranche: Tranche[ActionClassee]) -> str:
        """The words of the objective of a tranche; its name where there are none."""
        forme = self.objectif(tranche)
        return (forme and element_text(forme)) or tranche.pas.titre

    def titre(self, tranche: Tranche[ActionClassee]) -> str:
        """The name of a tranche, and the words of its objective."""
        forme, said = self.objectif(tranche), self.mots(tranche)
        is_numbered = forme is not None and element_number(forme) and said != tranche.pas.titre
        return f"{tranche.pas.titre} : {said}" if is_numbered else said

    def actions(self, tranche: Tranche[ActionClassee]) -> tuple[Action, ...]:
        """The actions of a tranche."""
        found = (rangee.action.forme for rangee in tranche.entrees if rangee.action)
        return tuple(forme for forme in found if isinstance(forme, Action))

    @property
    def nombre(self) -> int:
        """How many actions, and objectives without any, are on other pages."""
        return sum(tranche.nombre for tranche in self.coupees.values())

    def lignes(self, tranche: Tranche[ActionClassee], sur: int) -> tuple[LigneDeRenvoi, ...]:
        """Each objective below a tranche and each action of it, one line each, with all the anchors it had.

        Of `sur` actions that the lines of the page are for, when they are too many, only the anchors are kept.
        """
        lines: dict[str, LigneDeRenvoi] = {}
        short = sur > LIGNES
        last = ""
        for rangee in tranche.entrees:
            for element in (*_below(rangee.chaine, tranche.pas.ancre), rangee.action):
                if element is None or element.ancre is None:
                    continue
                if element is rangee.action and short and last:
                    lines[last] = lines[last]._replace(
                        ancres=(*lines[last].ancres, *self._anchors(element, inside=True))
                    )
                elif element.ancre not in lines:
                    lines[element.ancre] = self._line(element, element is rangee.action)
                    last = element.ancre
        return tuple(lines.values())

    def _line(self, element: Element, is_action: bool) -> LigneDeRenvoi:
        forme, ancre = element.forme, str(element.ancre)
        return LigneDeRenvoi(
            self._anchors(element, inside=is_action),
            element_number(forme),
            shortened(element_text(forme), _LENGTH) or headline(element_kind(element)),
            f"{self.places.get(ancre, '')}#{ancre}",
            state(forme) if isinstance(forme, Action) else None,
        )

    def _anchors(self, element: Element, *, inside: bool) -> tuple[str, ...]:
        """The anchors of an element and, for an action, those of what is in it."""
        own = [one for one in (element.ancre, *element.aliases) if one]
        return (*own, *(self._inner.get(element.chemin, ()) if inside else ()))

    @cached_property
    def _inner(self) -> Mapping[Chemin, list[str]]:
        found: dict[Chemin, list[str]] = {}
        actions = {e.chemin for e in self._elements.values() if isinstance(e.forme, Action)}
        for element in self._elements.values():
            above = next((path for path in _above(element.chemin) if path in actions), None)
            if above is not None:
                found.setdefault(above, []).extend(one for one in (element.ancre, *element.aliases) if one)
        return found


def parties(fiche: Fiche, elements: Mapping[str, Element]) -> Parties | None:
    """The parts of a record that have a page of their own; None for one that fits on its page."""
    if not isinstance(fiche, (Plan, Projet)):
        return None
    filed: dict[str, list[ActionClassee]] = {}
    for rangee in _filed(elements):
        field = (rangee.chaine or (rangee.action,))[0]
        assert field is not None
        filed.setdefault(str(field.chemin[0]), []).append(rangee)
    weights = {field: sum(one.poids for one in found) for field, found in filed.items()}
    if sum(weights.values()) <= FORMES:
        return None
    cut = {
        # A list that would fit on a page of its own is cut once, so that its addresses stay when it grows.
        field: decouper(
            found, _step, field, min(FORMES, weights[field] - 1), poids=lambda rangee: rangee.poids
        )
        for field, found in filed.items()
        if weights[field] > PEU
    }
    return Parties(cut, elements)


def _filed(elements: Mapping[str, Element]) -> Iterator[ActionClassee]:
    """The actions of the lists that may be cut, then the objectives that have none, in the order of the file."""
    holders: dict[Chemin, Element] = {}
    for element in elements.values():
        if element.chemin[0] in _FIELDS and isinstance(element.forme, _HOLDERS):
            holders[element.chemin] = element
    full: set[Chemin] = set()
    rows: list[tuple[Chemin, ActionClassee]] = []
    for element in elements.values():
        if element.chemin[0] not in _FIELDS or not isinstance(element.forme, Action):
            continue
        chain = tuple(holders[path] for path in reversed(_above(element.chemin)) if path in holders)
        full.update(holder.chemin for holder in chain)
        rows.append((element.chemin, ActionClassee(chain, element, _weight(element.forme))))
    for path, element in reversed(holders.items()):  # the deepest first: what leads to one is not empty
        if path not in full:
            chain = tuple(holders[one] for one in reversed(_above(path)) if one in holders)
            full.update(holder.chemin for holder in chain)
            rows.append((path, ActionClassee((*chain, element), None, 1)))
    ranks = {id(element): rank for rank, element in enumerate(elements.values())}
    rows.sort(key=lambda row: ranks[id(row[1].action or row[1].chaine[-1])])
    yield from (rangee for _, rangee in rows)


def _weight(action: Action) -> int:
    return len(formes(action))


def _step(rangee: ActionClassee, depth: int) -> Pas | None:
    """The objective of a depth; past the last one, the hundred of the number of the action."""
    if depth < len(rangee.chaine):
        element = rangee.chaine[depth]
        numero = element_number(element.forme)
        said = f"{headline(element_kind(element))} {numero}".strip()
        titre = said if numero else shortened(element_text(element.forme), _LENGTH)
        return Pas(f"{rangee.chaine[0].chemin[0]}/{element.ancre}", titre, str(element.ancre))
    if depth > len(rangee.chaine) or rangee.action is None:
        return None
    above = rangee.chaine[-1] if rangee.chaine else None
    base = f"{above.chemin[0]}/{above.ancre}--" if above else f"{rangee.action.chemin[0]}/"
    digits = re.findall(r"\d+", element_number(rangee.action.forme))
    if not digits:
        return Pas(f"{base}sans-numero", "Sans numéro")
    first = int(digits[-1]) // _NUMBERS * _NUMBERS
    return Pas(f"{base}{first}", f"Numéros {number(max(first, 1))} à {number(first + _NUMBERS - 1)}")


def _below(chaine: Sequence[Element], ancre: str) -> Sequence[Element]:
    """The objectives that stand below the one of this anchor; all of them for none."""
    ranks = [rank for rank, element in enumerate(chaine, 1) if element.ancre == ancre]
    return chaine[ranks[0] :] if ranks else chaine


def _above(chemin: Chemin) -> list[Chemin]:
    """The paths that lead to a path, the nearest first."""
    return [chemin[:size] for size in range(len(chemin) - 1, 0, -1)]


def _home(homes: Mapping[Chemin, str], chemin: Chemin) -> str | None:
    return next((homes[path] for path in (chemin, *_above(chemin)) if path in homes), None)
