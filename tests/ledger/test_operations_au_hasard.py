"""Whatever is renamed, moved, retitled, renumbered or taken away, each published address is blocked, redirected or
marked: none is lost in silence, none leads to another thing.

The truth is kept apart from the words: each thing has a number of its own that no file holds.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import pytest

from clairevoie.build import check
from clairevoie.ledger import Situation, new_lines
from clairevoie.model.ancres import element_text, moved_anchors
from clairevoie.model.fiche import Fiche
from clairevoie.read.ledger import Ledger, read_ledger, write_ledger
from tests.aides.registre import situation
from tests.aides.stories import DEPART, ON, write

_NUMBERS = count(1)
_SYLLABLES = (
    "ba",
    "do",
    "fi",
    "gu",
    "la",
    "me",
    "no",
    "pri",
    "ro",
    "su",
    "ta",
    "ve",
    "chan",
    "dre",
    "mou",
    "loi",
)


@dataclass
class Thing:
    """An action or a comité: what it is, whatever it is called, and what it is called now."""

    chance: random.Random
    uid: int = field(default_factory=lambda: next(_NUMBERS))
    words: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.words = self.words or [_word(self.chance) for _ in range(5)]

    @property
    def text(self) -> str:
        return " ".join(self.words)


def _word(chance: random.Random) -> str:
    return "".join(chance.choice(_SYLLABLES) for _ in range(4))


@dataclass
class Action:
    """An action of a plan: its number, and the id that keeps its anchor."""

    thing: Thing
    numero: str
    id: str = ""

    @property
    def anchor(self) -> str:
        return self.id or f"action-{self.numero.replace('.', '-')}"


@dataclass
class Record:
    """A plan or a comité, with what it says of other days."""

    collection: str
    id: str
    thing: Thing
    actions: list[Action] = field(default_factory=list)
    old: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    moved: dict[str, str] = field(default_factory=dict)
    gone: list[str] = field(default_factory=list)
    publication: str = "publie"

    @property
    def address(self) -> str:
        return f"{self.collection}/{self.id}"

    def typed(self) -> str:
        lines = [
            f'nom: "{self.thing.text}"',
            f"publication: {self.publication}",
            'en_bref: "Un essai."',
            'sources: [{document: rapport, repere: "Page 1"}]',
            "demarches: [quartier]" if self.collection == "comites" else "demarche: quartier",
        ]
        if self.publication == "retire":
            lines.append('retrait: {date: "2026-01-10", motif: "Essai"}')
        if self.old:
            lines.append(f"anciennes_adresses: [{', '.join(self.old)}]")
        if self.names:
            lines.append("anciens_noms:")
            lines += [f'  - {{nom: "{name}"}}' for name in self.names]
        if self.moved:
            lines.append("anciennes_ancres:")
            lines += [f"  {old}: {new}" for old, new in self.moved.items()]
        if self.gone:
            lines.append("elements_retires:")
            lines += [
                f'  - {{ancienne_ancre: {one}, date: "2026-01-10", motif: "Essai"}}' for one in self.gone
            ]
        if self.actions:
            lines.append("actions:")
        for action in self.actions:
            head = f'  - {{numero: "{action.numero}", ' + (f"id: {action.id}, " if action.id else "")
            lines.append(
                f'{head}texte: "{action.thing.text}", responsables: [{{organisme: maison-de-quartier}}]}}'
            )
        return "\n".join(lines) + "\n"


def _world(chance: random.Random) -> list[Record]:
    plans = [Record("plans", f"plan-{_word(chance)}", Thing(chance)) for _ in range(3)]
    for plan in plans:
        plan.actions = [Action(Thing(chance), f"1.{rank}") for rank in range(1, 5)]
    return [*plans, *(Record("comites", f"comite-{_word(chance)}", Thing(chance)) for _ in range(3))]


# What is done, honestly or not: with what must be said of it, or without a word.
def _rename(records: list[Record], chance: random.Random, honest: bool) -> None:
    record = chance.choice(records)
    before, taken = record.address, [one.id for one in records if one is not record]
    record.id = (
        chance.choice([*taken[:1], f"{record.collection[:-1]}-{_word(chance)}"])
        if not honest
        else _word(chance)
    )
    if honest:
        record.old.append(before)


def _retitle(records: list[Record], chance: random.Random, honest: bool) -> None:
    record = chance.choice(records)
    if honest and chance.random() < 0.5:
        record.thing.words[chance.randrange(5)] = _word(chance)
        return
    if honest:
        record.names.append(record.thing.text)
    record.thing.words = [_word(chance) for _ in range(5)]


def _trade(records: list[Record], chance: random.Random, honest: bool) -> None:
    """Two records of a collection change files; honestly, they do not."""
    one, other = chance.sample([record for record in records if record.collection == "plans"], 2)
    if not honest:
        one.id, other.id = other.id, one.id


def _renumber(records: list[Record], chance: random.Random, honest: bool) -> None:
    plan = _plan(records, chance)
    action = chance.choice(plan.actions)
    before = action.anchor
    action.numero = f"{chance.randint(2, 9)}.{chance.randint(1, 99)}"
    if honest and action.anchor != before:
        if chance.random() < 0.5:
            action.id = before
        else:
            plan.moved[before] = action.anchor


def _swap(records: list[Record], chance: random.Random, honest: bool) -> None:
    plan = _plan(records, chance)
    one, other = chance.sample(plan.actions, 2)
    anchors = one.anchor, other.anchor
    one.numero, other.numero = other.numero, one.numero
    if honest:
        one.id, other.id = anchors


def _shift(records: list[Record], chance: random.Random, honest: bool) -> None:
    """An action comes first, and every number goes up by one."""
    plan = _plan(records, chance)
    anchors = [action.anchor for action in plan.actions]
    numbers = [action.numero for action in plan.actions]
    plan.actions.insert(0, Action(Thing(chance), numbers[0], "" if not honest else f"action-{_word(chance)}"))
    for action, anchor, numero in zip(plan.actions[1:], anchors, [*numbers[1:], "1.99"], strict=True):
        action.numero = numero
        if honest:
            action.id = anchor


def _reword(records: list[Record], chance: random.Random, honest: bool) -> None:
    action = chance.choice(_plan(records, chance).actions)
    if honest:
        action.thing.words[chance.randrange(5)] = _word(chance)
    else:
        action.thing = Thing(chance)


def _drop(records: list[Record], chance: random.Random, honest: bool) -> None:
    plan = _plan(records, chance)
    action = plan.actions.pop(chance.randrange(len(plan.actions)))
    if honest:
        plan.gone += [action.anchor]
        plan.gone += [old for old, new in plan.moved.items() if new == action.anchor]
        plan.moved = {old: new for old, new in plan.moved.items() if new != action.anchor}


def _carry(records: list[Record], chance: random.Random, honest: bool) -> None:
    """An action goes to another plan."""
    plan = _plan(records, chance)
    other = chance.choice([one for one in records if one.collection == "plans" and one is not plan])
    action = plan.actions.pop(chance.randrange(len(plan.actions)))
    before = action.anchor
    action.numero, action.id = f"{chance.randint(10, 99)}.{chance.randint(1, 999)}", ""
    other.actions.append(action)
    if honest:
        plan.moved = {
            old: f"{other.address}#{action.anchor}" if new == before else new
            for old, new in plan.moved.items()
        }
        plan.moved[before] = f"{other.address}#{action.anchor}"


def _withdraw(records: list[Record], chance: random.Random, honest: bool) -> None:
    record = chance.choice(records)
    if honest:
        record.publication = "retire"
    elif chance.random() < 0.5:
        record.publication = "brouillon"
    else:
        records.remove(record)


def _add(records: list[Record], chance: random.Random, honest: bool) -> None:
    plan = Record("plans", f"plan-{_word(chance)}", Thing(chance))
    plan.actions = [Action(Thing(chance), f"1.{rank}") for rank in range(1, 5)]
    records.append(plan)
    if not honest:  # at the address of something else
        plan.id = chance.choice([one.id for one in records if one.collection == "plans"])


def _plan(records: list[Record], chance: random.Random) -> Record:
    return chance.choice([one for one in records if one.collection == "plans" and len(one.actions) > 1])


_Operation = Callable[[list[Record], random.Random, bool], None]
OPERATIONS: tuple[_Operation, ...] = (
    *(_rename, _retitle, _trade, _renumber, _swap, _shift, _reword, _drop, _carry, _withdraw, _add),
)


class _Walk:
    """A folder of facts on which operations are done, and what was published so far: the thing at each address."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.folder, self.chance = folder, random.Random(seed)
        self.data = write(folder, DEPART)
        self.records = _world(self.chance)
        self.published: dict[str, int] = {}
        self.blocked = self.accepted = 0
        self._publish()

    def step(self) -> None:
        """One operation; when it is refused, everything is as before."""
        before = deepcopy(self.records)
        for record in before:  # the same chance for all
            record.thing.chance = self.chance
        operation = self.chance.choice(OPERATIONS)
        try:
            operation(self.records, self.chance, self.chance.random() < 0.5)
        except (IndexError, ValueError):  # nothing left to do it to
            self.records = before
            return
        self._type()
        if any(one.is_error for one in check(self.folder, self.data, ON)):
            self.blocked += 1
            self.records = before
            self._type()
            return
        self.accepted += 1
        self._look(operation.__name__)
        self._publish()

    def _type(self) -> None:
        for folder in ("plans", "comites"):
            for path in (self.data / folder).glob("*.yml"):
                path.unlink()
        write(self.folder, {**DEPART, **{f"{one.address}.yml": one.typed() for one in self.records}})

    def _publish(self) -> None:
        self._type()
        ledger = read_ledger(self.data) or Ledger("", ())
        here = situation(self.data)
        write_ledger(self.data, (*(line.text for line in ledger.lines), *new_lines(here, ledger)))
        for record in self.records:
            if record.publication == "publie":
                self.published[record.address] = record.thing.uid
                for action in record.actions:
                    self.published[f"{record.address}#{action.anchor}"] = action.thing.uid

    def _look(self, done: str) -> None:
        """Every address that was ever published leads to its thing, or says that it is gone."""
        here = situation(self.data)
        uids = {one.thing.text: one.thing.uid for one in self.records}
        uids |= {a.thing.text: a.thing.uid for one in self.records for a in one.actions}
        for address, uid in self.published.items():
            found = _found(here, address)
            assert found is not None, f"{done} : {address} est perdue"
            assert found == "" or uids[found] == uid, f"{done} : {address} mène à autre chose"


def _found(here: Situation, address: str, depth: int = 0) -> str | None:
    """The words of what an address leads to; empty where the page says that it is gone, None where nothing does."""
    path, _, anchor = address.partition("#")
    fiche = here.record(path)
    if fiche is None or fiche.publication == "brouillon":
        return None
    if fiche.publication == "retire":
        return ""
    return _element(here, fiche, anchor, depth) if anchor else fiche.intitule


def _element(here: Situation, fiche: Fiche, anchor: str, depth: int) -> str | None:
    element = here.elements(fiche).get(anchor)
    if element is not None:
        return element_text(element.forme)
    if anchor in {one.ancienne_ancre for one in fiche.elements_retires}:
        return ""
    elsewhere = moved_anchors(fiche).get(anchor)
    return _found(here, elsewhere, depth + 1) if elsewhere and "/" in elsewhere and depth < 2 else None


def _walk(folder: Path, seed: int, steps: int) -> _Walk:
    walk = _Walk(folder, seed)
    for _ in range(steps):
        walk.step()
    return walk


def test_whatever_is_done_no_address_is_lost_nor_given_again(tmp_path: Path) -> None:
    walk = _walk(tmp_path, 1, 60)
    assert walk.blocked > 10
    assert walk.accepted > 10


@pytest.mark.endurance
@pytest.mark.parametrize("seed", range(2, 12))
def test_whatever_is_done_for_long_no_address_is_lost_nor_given_again(tmp_path: Path, seed: int) -> None:
    walk = _walk(tmp_path, seed, 100)
    print(f"{walk.blocked} bloquées, {walk.accepted} acceptées, {len(walk.published)} adresses")  # noqa: T201
    assert walk.blocked > 10
    assert walk.accepted > 10
