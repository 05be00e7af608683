"""The editions of a plan, one after the other, and what became of each objective and action from one to the next.

Goes in: two plans of which one takes the place of the other. Comes out: what was kept, reworded, moved in time, what is
there no more, what was added. Nothing is guessed: two elements are the same when the new one says that it takes up the
old (`reprend`), or when both have the same text, alone of their kind.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from clairevoie.derive.official import official_elements, official_words, words
from clairevoie.model.actions import Action, ObjectifSpecifique
from clairevoie.model.ancres import Element, by_anchor
from clairevoie.model.plans import Plan

# What tells that two elements are the same: the record, or their text.
Appui = Literal["reprend", "meme_texte"]
# A number may change, and a deadline is told apart.
_APART = ("numero", "echeances")
# What tells one edition from another.
_OWN = ("nom", "periode")


@dataclass(frozen=True, slots=True)
class Paire:
    """An element of the new edition and those of the old one that it takes up.

    `champs` are the fields whose words are others, `est_deplacee` whether its deadline is; neither is looked for where
    several became one.
    """

    apres: Element
    avant: tuple[Element, ...]
    appui: Appui
    champs: tuple[str, ...]
    est_deplacee: bool

    @property
    def est_reunie(self) -> bool:
        """Whether several elements became this one."""
        return len(self.avant) > 1

    @property
    def est_reformulee(self) -> bool:
        """Whether it is said otherwise."""
        return self.est_reunie or bool(self.champs)


@dataclass(frozen=True)
class ComparaisonEditions:
    """Two editions: `plan` are the fields of the plan itself whose words are others.

    An element that is both reworded and moved in time is in both lists.
    """

    avant: Plan
    apres: Plan
    plan: tuple[str, ...]
    paires: tuple[Paire, ...]
    partis: tuple[Element, ...]
    ajoutes: tuple[Element, ...]

    @cached_property
    def conservees(self) -> tuple[Paire, ...]:
        """Those that say the same, for the same time."""
        return tuple(one for one in self.paires if not one.est_reformulee and not one.est_deplacee)

    @cached_property
    def reformulees(self) -> tuple[Paire, ...]:
        """Those that are said otherwise."""
        return tuple(one for one in self.paires if one.est_reformulee)

    @cached_property
    def deplacees(self) -> tuple[Paire, ...]:
        """Those whose deadline is another one."""
        return tuple(one for one in self.paires if one.est_deplacee)


def compare_editions(avant: Plan, apres: Plan) -> ComparaisonEditions:
    """What became of each objective and action of an edition in the one that takes its place."""
    old, new = official_elements(avant), official_elements(apres)
    declared = _declared(avant, old, new)
    taken = {id(one) for found in declared.values() for one in found}
    left = [one for one in old if id(one) not in taken]
    alike = _alike(left, [one for one in new if id(one) not in declared])
    paires = []
    for element in new:
        if id(element) in declared:
            paires.append(_pair(element, declared[id(element)], "reprend"))
        elif id(element) in alike:
            paires.append(_pair(element, (alike[id(element)],), "meme_texte"))
    known = {id(one.apres) for one in paires}
    gone = taken | {id(one) for one in alike.values()}
    before, after = official_words(avant), official_words(apres)
    return ComparaisonEditions(
        avant,
        apres,
        tuple(champ for champ, said in before.items() if champ not in _OWN and said != after[champ]),
        tuple(paires),
        tuple(one for one in old if id(one) not in gone),
        tuple(one for one in new if id(one) not in known),
    )


def editions(
    plan: Plan, before: Callable[[Plan], Iterable[Plan]], after: Callable[[Plan], Plan | None]
) -> Sequence[Plan]:
    """All the editions of a plan, the oldest first; itself alone where it has no other.

    `before` gives the editions that one takes the place of, `after` the one that takes its own place.
    """
    found: dict[str, Plan] = {}

    def gather(one: Plan) -> None:
        waiting = [one]
        line: dict[str, Plan] = {}
        while waiting:
            here = waiting.pop()
            if here.id not in found and here.id not in line:
                line[here.id] = here
                waiting.extend(before(here))
        found.update(reversed(line.items()))

    here: Plan | None = plan
    while here is not None and here.id not in found:
        gather(here)
        here = after(here)
    return tuple(found.values())


def _declared(
    avant: Plan, old: Sequence[Element], new: Sequence[Element]
) -> Mapping[int, tuple[Element, ...]]:
    """What each new element says that it takes up of the old edition."""
    known = by_anchor(old)
    paths = {avant.adresse, *avant.anciennes_adresses}
    found = {}
    for element in new:
        links = (link.partition("#") for link in _form(element).reprend)
        taken = {ancre: known[ancre] for path, _, ancre in links if path in paths and ancre in known}
        if taken:
            found[id(element)] = tuple({id(one): one for one in taken.values()}.values())
    return found


def _alike(old: Sequence[Element], new: Sequence[Element]) -> Mapping[int, Element]:
    """The old element of the same text, for each new one; of several that say the same, the one of the same anchor."""
    before, after = _by_text(old), _by_text(new)
    found: dict[int, Element] = {}
    for text, elements in after.items():
        others = before.get(text, [])
        if len(elements) == len(others) == 1:
            found[id(elements[0])] = others[0]
            continue
        anchored = {one.ancre: one for one in others if one.ancre}
        found |= {id(one): anchored[one.ancre] for one in elements if one.ancre in anchored}
    return found


def _by_text(elements: Sequence[Element]) -> Mapping[Hashable, list[Element]]:
    found: dict[Hashable, list[Element]] = defaultdict(list)
    for element in elements:
        forme = _form(element)
        if text := words(forme.texte).rstrip(" .").casefold():
            found[isinstance(forme, Action), text].append(element)
    return found


def _pair(element: Element, taken: tuple[Element, ...], appui: Appui) -> Paire:
    if len(taken) > 1:
        return Paire(element, taken, appui, (), est_deplacee=False)
    before, after = _form(taken[0]), _form(element)
    old, new = official_words(before), official_words(after)
    champs = tuple(
        champ
        for champ in dict.fromkeys((*new, *old))
        if champ not in _APART and _bare(old.get(champ, "")) != _bare(new.get(champ, ""))
    )
    return Paire(element, taken, appui, champs, est_deplacee=_when(before) != _when(after))


def _bare(said: str) -> str:
    return said.rstrip(" .").casefold()


def _when(forme: Action | ObjectifSpecifique) -> Sequence[Hashable]:
    """The deadlines of an action as they are read; the words of those that are not."""
    return [*_readings(forme)] if isinstance(forme, Action) else []


def _readings(action: Action) -> Iterator[Hashable]:
    for echeance in action.echeances:
        for lue in echeance.lues:
            said = lue.edtf or (lue.type if lue.type == "continu" else _bare(words(lue.texte)))
            yield (
                said,
                lue.precision,
                lue.heure,
                words(lue.portee).casefold(),
                words(lue.depend_de).casefold(),
            )


def _form(element: Element) -> Action | ObjectifSpecifique:
    assert isinstance(element.forme, Action | ObjectifSpecifique)
    return element.forme
