"""The words along the lines of a drawing of comités: one comité to others, or groups of them to one another.

Goes in: links as the source gives them, and the groups drawn as one box. Comes out: the lines between boxes; where
only some of a group have a link, how many is written on it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from clairevoie.derive.gouvernance import LienDeComites
from clairevoie.drawing.gathering import Groups
from clairevoie.drawing.lanes import Link
from clairevoie.pages.gouvernance.instances import verb
from clairevoie.wording.typography import number, shortened, spaced

# How much of a sentence fits in a drawing; the list beside it has the whole.
IN_DRAWING = 90
# The members of a group each have a sentence of their own, which only the list can tell.
_EACH_ITS_OWN = "autre lien, dans les mots de la source"


# What is reached from a box by links of one kind: for each other box, which comités say so, and which they name.
_Reached = dict[str, tuple[set[str], set[str]]]


def in_drawing(lien: LienDeComites) -> str:
    """The words along the line of one link."""
    said = verb(lien) or f"« {shortened(lien.texte or '', IN_DRAWING)} »"
    return spaced(said if lien.vers else f"{said} : aucun nommé")


def joined_groups(groups: Groups, liens: Sequence[LienDeComites]) -> list[Link]:
    """The lines between these boxes, each named by its first comité; what stays within a group is not drawn."""
    sizes = {group[0]: len(group) for group in groups}
    head = {id: group[0] for group in groups for id in group}
    bundles: dict[tuple[str, str], _Reached] = {}
    silent: dict[tuple[str, str], set[str]] = {}
    found: list[Link] = []
    for lien in liens:
        source = head[lien.de]
        if sizes[source] == 1 and all(sizes[head[id]] == 1 for id in lien.vers):
            found.append(Link(source, in_drawing(lien), lien.vers))
            continue
        key = source, _said(lien, sizes[source])
        if not lien.vers:
            silent.setdefault(key, set()).add(lien.de)
        for id in lien.vers:
            if head[id] != source:
                saying, named = bundles.setdefault(key, {}).setdefault(head[id], (set(), set()))
                saying.add(lien.de)
                named.add(id)
    for (source, said), reached in bundles.items():
        found += _lines(source, said, reached, sizes)
    found += [Link(source, _by(said, len(ids), sizes[source]), ()) for (source, said), ids in silent.items()]
    return found


def _said(lien: LienDeComites, several: int) -> str:
    return in_drawing(lien) if several == 1 or verb(lien) else _EACH_ITS_OWN


def _lines(source: str, said: str, reached: _Reached, sizes: Mapping[str, int]) -> Iterator[Link]:
    """One line for all the boxes of which the same number says the same; how many are meant, where not all are."""
    together: dict[str, list[str]] = {}
    for key, (saying, named) in reached.items():
        whole = len(named) == sizes[key]
        words = _by(said if whole else f"{said} ({_of(len(named), sizes[key])})", len(saying), sizes[source])
        together.setdefault(words, []).append(key)
    for words, keys in together.items():
        yield Link(source, words, tuple(keys))


def _by(said: str, saying: int, size: int) -> str:
    """« relève de » for one comité, « chacun : relève de », « 12 sur 38 : relève de »."""
    if size == 1:
        return spaced(said)
    return spaced(f"chacun : {said}" if saying == size else f"{_of(saying, size)} : {said}")


def _of(some: int, size: int) -> str:
    return f"{number(some)} sur {number(size)}"
