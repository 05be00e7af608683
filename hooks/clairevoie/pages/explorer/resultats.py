"""The first results of the page « Explorer », printed in it: what stands there before anybody asks for anything.

`assets/js/explorer.js` writes the others, and must write the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from clairevoie.pages.explorer.facettes import FACETTES, NON_PRECISE
from clairevoie.pages.explorer.table import LigneExplorer, Table
from clairevoie.wording.typography import number

# As many as the script shows at once, and how many values of a facet a result names.
SLICE, _SHOWN = 30, 3
_RANKS = {facette.cle: rank for rank, facette in enumerate(FACETTES)}


@dataclass(frozen=True, slots=True)
class ResultatExplorer:
    """A result: its address, its name, what is said of it, and its states, each with its words."""

    adresse: str
    titre: str
    faits: tuple[str, ...]
    etats: tuple[tuple[str, str], ...]


def counted(table: Table) -> str:
    """« 146 résultats »."""
    n = len(table.lignes)
    return f"{number(n)} résultat{'s' if n > 1 else ''}" if n else "Aucun résultat"


def first_results(table: Table) -> tuple[ResultatExplorer, ...]:
    """The first of all."""
    return tuple(_result(table, line) for line in table.lignes[:SLICE])


def _result(table: Table, line: LigneExplorer) -> ResultatExplorer:
    kind = " ".join((*(words for _, words in _values(table, line, "genre")), line.numero)).strip()
    holder = table.porteurs[line.dans] if line.dans else ""
    demarche, place = (_some(_given(table, line, key)) for key in ("demarche", "territoire"))
    facts = dict.fromkeys(filter(None, (kind, holder, demarche, place, line.quand)))
    return ResultatExplorer(line.adresse, line.titre, tuple(facts), _given(table, line, "etat"))


def _values(table: Table, line: LigneExplorer, facet: str) -> tuple[tuple[str, str], ...]:
    """The values of a line in a facet, each with its words."""
    rank = _RANKS[facet]
    return tuple((key, table.valeurs[rank][key].libelle) for key in line.valeurs[rank])


def _given(table: Table, line: LigneExplorer, facet: str) -> tuple[tuple[str, str], ...]:
    """Those that somebody gave."""
    return tuple((key, words) for key, words in _values(table, line, facet) if key != NON_PRECISE)


def _some(given: Sequence[tuple[str, str]]) -> str:
    """The words of the first values, and how many others there are."""
    left, words = len(given) - _SHOWN, [words for _, words in given]
    return f"{', '.join(words[:_SHOWN])} et {left} autres" if left > 1 else ", ".join(words)
