"""The words along the lines of a drawing of comités: one comité to others, or groups of them to one another.

Goes in: links as the source gives them, and the groups drawn as one box. Comes out: the lines between boxes; where
only some of a group have a link, how many is written on it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from clairevoie.derive.gouvernance import Lien
from clairevoie.drawing.gathering import Groups
from clairevoie.drawing.lanes import Link
from clairevoie.pages.gouvernance.instances import verb
from clairevoie.wording.typography import number, shortened, spaced

# How much of a sentence fits in a drawing; the list beside it has the whole.
IN_DRAWING = 90
# The members of a group each have a sentence of their own, which only the list can tell.
_EACH_ITS_OWN = "autre lien, dans les mots de la source"


@dataclass(slots=True)
class _Bundle:
    """The links of one kind that leave a box: the comités they leave, those they reach, by box."""

    sources: set[str] = field(default_factory=set)
    reached: dict[str, set[str]] = field(default_factory=dict)


def in_drawing(lien: Lien) -> str:
    """The words along the line of one link."""
    said = verb(lien) or f"« {shortened(lien.texte or '', IN_DRAWING)} »"
    return spaced(said if lien.vers else f"{said} : aucun nommé")


def joined_groups(groups: Groups, liens: Sequence[Lien]) -> list[Link]:
    """The lines between these boxes, each named by its first comité; what stays within a group is not drawn."""
    sizes = {group[0]: len(group) for group in groups}
    head = {id: group[0] for group in groups for id in group}
    bundles: dict[tuple[str, str], _Bundle] = {}
    found: list[Link] = []
    for lien in liens:
        source = head[lien.de]
        targets = {head[id] for id in lien.vers}
        if sizes[source] == 1 and all(sizes[target] == 1 for target in targets):
            found.append(Link(source, in_drawing(lien), lien.vers))
        elif targets != {source}:
            bundle = bundles.setdefault((source, _said(lien, sizes[source])), _Bundle())
            bundle.sources.add(lien.de)
            for id in lien.vers:
                if head[id] != source:
                    bundle.reached.setdefault(head[id], set()).add(id)
    for (source, said), bundle in bundles.items():
        found += _lines(source, said, bundle, sizes)
    return found


def _said(lien: Lien, several: int) -> str:
    return in_drawing(lien) if several == 1 or verb(lien) else _EACH_ITS_OWN


def _lines(source: str, said: str, bundle: _Bundle, sizes: Mapping[str, int]) -> Iterator[Link]:
    """One line to all the boxes of which every comité is reached, one to each of the others."""
    size, saying = sizes[source], len(bundle.sources)
    words = said if size == 1 else f"chacun : {said}" if saying == size else f"{_of(saying, size)} : {said}"
    whole = tuple(key for key, ids in bundle.reached.items() if len(ids) == sizes[key])
    if whole or not bundle.reached:
        yield Link(source, spaced(words), whole)
    for key, ids in bundle.reached.items():
        if key not in whole:
            yield Link(source, spaced(f"{words} ({_of(len(ids), sizes[key])})"), (key,))


def _of(some: int, size: int) -> str:
    return f"{number(some)} sur {number(size)}"
