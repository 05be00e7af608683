"""The organismes that take part in a démarche, as its data tell it: its own list, and its comités."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from clairevoie.model.comptes import demarches_of
from clairevoie.model.documents import Document
from clairevoie.model.fiche import Fiche
from clairevoie.model.jeu import Jeu


def participants(jeu: Jeu, demarches: Iterable[str]) -> frozenset[str]:
    """The ids of the organismes that take part in one of these démarches."""
    return frozenset(id for demarche in demarches for id in _of(jeu, demarche))


def is_of_the_house(jeu: Jeu, document: Document, citing: Iterable[Fiche]) -> bool:
    """Whether a document is joined to the site, or made by those who take part in the démarches it speaks of.

    `citing` are the records that rest on it: their démarches are its own when it names none.
    """
    if document.fichier:
        return True
    spoken_of = (jeu.comites[id] for id in document.comites if id in jeu.comites)
    own = (*document.demarches, *(id for comite in spoken_of for id in comite.demarches))
    named = own or tuple(id for fiche in citing for id in (*demarches_of(fiche), *_itself(fiche)))
    return bool(document.organismes) and participants(jeu, named).issuperset(document.organismes)


def _itself(fiche: Fiche) -> tuple[str, ...]:
    return (fiche.id,) if fiche.collection == "demarches" else ()


def _of(jeu: Jeu, id: str) -> Iterator[str]:
    demarche = jeu.demarches.get(id)
    yield from (one.organisme for one in (demarche.organismes if demarche else ()))
    for comite in jeu.comites.values():
        if id in comite.demarches:
            yield from (one.organisme for one in comite.organismes)
            yield from (one.organisme for one in comite.membres if one.organisme)
