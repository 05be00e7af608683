"""To whom a deadline applies, when its words name a comité: « Comité de coordination : 31 mars 2009 ».

Goes in: a dataset. Comes out: for a record and some words, the comité of its démarche that has exactly that name. Words
that name none, or that two comités share, link to nothing: nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from clairevoie.model import Jeu
from clairevoie.model.comites import Comite
from clairevoie.model.comptes import demarches_of
from clairevoie.model.fiche import Fiche
from clairevoie.model.folding import fold
from clairevoie.model.temps import Echeance


class Portees:
    """The comités by their names, within each démarche."""

    def __init__(self, jeu: Jeu) -> None:
        found: dict[tuple[str, str], set[str]] = {}
        for comite in jeu.comites.values():
            for name in _names(comite):
                for demarche in comite.demarches:
                    found.setdefault((demarche, name), set()).add(comite.id)
        self._known: Mapping[tuple[str, str], str] = {
            key: next(iter(ids)) for key, ids in found.items() if len(ids) == 1
        }

    def comite(self, fiche: Fiche, portee: str | None) -> str | None:
        """The id of the comité that these words of a record name."""
        if not portee or not self._known:
            return None
        name = fold(portee)
        own = (fiche.id,) if fiche.collection == "demarches" else demarches_of(fiche)
        named = {id for demarche in own if (id := self._known.get((demarche, name)))}
        return named.pop() if len(named) == 1 else None

    def comites(self, fiche: Fiche, echeance: Echeance) -> tuple[str, ...]:
        """The ids of the comités that a deadline names, each once."""
        named = (self.comite(fiche, lue.portee) for lue in echeance.lues if lue.portee)
        return tuple(dict.fromkeys(id for id in named if id))


def _names(comite: Comite) -> Iterator[str]:
    written = (comite.nom, comite.nom_court, comite.sigle, *comite.noms_alternatifs)
    return (fold(name) for name in written if name)
