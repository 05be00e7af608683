"""What each public address of the dataset stands for, so that it is never given to something else.

Goes in: records. Comes out: their addresses, `plans/un-plan` and `plans/un-plan#action-1-2`, each with the mark of its
words. A mark tells whether two texts say nearly the same; nobody can read the words back in it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from zlib import crc32

from clairevoie.model.ancres import element_text, elements
from clairevoie.model.documents import Document
from clairevoie.model.fiche import Fiche

# The mark of what has no words: it may be anything.
UNKNOWN = "-"
# From how alike two marks are those of one thing, reworded; and of one that need not be noted again.
SAME, CLOSE = 0.34, 0.75
# How many words a mark keeps a trace of, each in two signs: of twelve bits, thousands of words leave the same trace.
_MOST = 8
_SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_."
_WORD = re.compile(r"\w+")
_SMALL_WORDS = frozenset(
    """
    a à au aux avec ce ces d dans de des du en et l la le les leur leurs ou par pour qu que qui sa se ses son sur un une
    """.split()  # noqa: SIM905
)


def mark(texte: str) -> str:
    """The mark of a text: `kZ3f…`, the traces of a few of its words, always the same ones."""
    words = set(_WORD.findall(texte.casefold()))
    traces = sorted({crc32(word.encode()) for word in words - _SMALL_WORDS or words})[:_MOST]
    return "".join(_SIGNS[trace >> 6 & 63] + _SIGNS[trace & 63] for trace in traces) or UNKNOWN


def likeness(one: str, other: str) -> float:
    """How alike two marks are, from 0 to 1."""
    if one == other or UNKNOWN in (one, other):
        return 1.0
    mine, theirs = _traces(one), _traces(other)
    return len(mine & theirs) / len(mine | theirs)


@lru_cache(maxsize=4096)
def _traces(found: str) -> frozenset[str]:
    return frozenset(found[rank : rank + 2] for rank in range(0, len(found), 2))


def marks_of(fiche: Fiche) -> Mapping[str, str]:
    """The addresses of a record and of its elements, each with its mark; a withdrawn one keeps its own alone."""
    found = {fiche.adresse: mark(fiche.intitule)}
    for element in elements(fiche) if fiche.est_publiee else ():
        if element.ancre:
            found.setdefault(f"{fiche.adresse}#{element.ancre}", mark(element_text(element.forme)))
    return found


def marks_of_names(fiche: Fiche) -> tuple[str, ...]:
    """The marks of all the names that a record has, or had."""
    others = (fiche.nom_court, *fiche.noms_alternatifs, *(old.nom for old in fiche.anciens_noms))
    return tuple(mark(name) for name in (fiche.intitule, *others) if name)


def files_of(fiche: Fiche) -> tuple[str, ...]:
    """The files that a record offers and shows, by their path in `data/_fichiers/`, each once."""
    offered = (fiche.fichier,) if isinstance(fiche, Document) and fiche.fichier else ()
    return tuple(dict.fromkeys((*offered, *(image.fichier for image in fiche.images))))
