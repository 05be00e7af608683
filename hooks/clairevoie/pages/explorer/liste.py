"""The page « Explorer »: the facets of its filters, its first results, and the same things as lists without scripts.

A list of names that would be too long becomes a list of the pages that hold them, each with how many it holds:
the weight of the page stays that of its headings, whatever the size of the dataset.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from clairevoie.derive.ordre import initial
from clairevoie.pages.classement import SANS_DEMARCHE
from clairevoie.pages.explorer.facettes import FACETTES, NON_PRECISE, TYPES, Facette
from clairevoie.pages.explorer.resultats import counted, first_results
from clairevoie.pages.explorer.table import LigneExplorer, Table, ValeurDeFacette, table
from clairevoie.pages.site import Site
from clairevoie.wording.typography import NBSP, number

_TYPE, _DEMARCHE = (
    next(n for n, facette in enumerate(FACETTES) if facette.cle == key) for key in ("type", "demarche")
)
# The longest list under one heading.
_LONGEST = 40


@dataclass(frozen=True, slots=True)
class Choix:
    """A value of a facet in the filters: its key, its words, how many lines have it."""

    cle: str
    libelle: str
    nombre: int


@dataclass(frozen=True, slots=True)
class Filtre:
    """A facet in the filters; `choix` are the boxes to tick, none when it is a list to choose from."""

    cle: str
    titre: str
    choix: tuple[Choix, ...]


@dataclass(frozen=True, slots=True)
class RenvoiExplorer:
    """A link: to a thing, told by the name of the record that holds it, or to a page, by how many it holds."""

    adresse: str
    texte: str
    precision: str


@dataclass(frozen=True, slots=True)
class GroupeExplorer:
    """A value of a facet: the page of its own, if any; how many things have it; where they are, by type.

    `dessous` are the values that it contains.
    """

    libelle: str
    adresse: str | None
    compte: str
    listes: tuple[tuple[str, tuple[RenvoiExplorer, ...]], ...]
    dessous: tuple[GroupeExplorer, ...]


def explorer(site: Site) -> dict[str, object]:
    """The filters, the first results, then the groups of each facet under its title."""
    whole = site.once(table)
    return {
        "compte": counted(whole),
        "resultats": first_results(whole),
        "filtres": [_filter(site, rank) for rank in range(len(FACETTES))],
        "chapitres": [
            (facette.liste, f"par-{facette.cle}", _groups(site, rank))
            for rank, facette in enumerate(FACETTES)
        ],
    }


def _filter(site: Site, rank: int) -> Filtre:
    facette, held = (
        FACETTES[rank],
        Counter(key for line in site.once(table).lignes for key in line.valeurs[rank]),
    )
    values = site.once(table).valeurs[rank].values() if facette.cases else ()
    return Filtre(facette.cle, facette.titre, tuple(Choix(v.cle, v.libelle, held[v.cle]) for v in values))


def _groups(site: Site, rank: int) -> tuple[GroupeExplorer, ...]:
    """The values of a facet, each under the one that contains it."""
    held, below = _held(site.once(table), rank), defaultdict(list)
    for value in site.once(table).valeurs[rank].values():
        below[value.dessus].append(value)

    def groups(above: str | None) -> tuple[GroupeExplorer, ...]:
        return tuple(group(value) for value in below[above])

    def group(value: ValeurDeFacette) -> GroupeExplorer:
        lines, adresse = _by_type(held[value.cle]), _page(FACETTES[rank], value)
        lists = () if adresse else tuple(_lists(site.once(table), lines))
        return GroupeExplorer(value.libelle, adresse, _counted(lines), lists, groups(value.cle))

    return groups(None)


def _held(table: Table, rank: int) -> Mapping[str, list[LigneExplorer]]:
    """The lines of each value of a facet, those of the values that it contains included."""
    above = {key: value.dessus for key, value in table.valeurs[rank].items()}
    held: dict[str, list[LigneExplorer]] = {key: [] for key in above}
    for line in table.lignes:
        keys: dict[str, None] = {}
        for key in line.valeurs[rank]:
            step: str | None = key
            while step is not None and step not in keys:
                keys[step] = None
                step = above[step]
        for key in keys:
            held[key].append(line)
    return held


def _page(facette: Facette, value: ValeurDeFacette) -> str | None:
    """The address of the record that a value is, which lists by itself what belongs to it."""
    if facette.collection is None or value.cle == NON_PRECISE:
        return None
    return f"{facette.collection}/{value.cle}"


def _by_type(lines: Iterable[LigneExplorer]) -> Mapping[str, list[LigneExplorer]]:
    found: dict[str, list[LigneExplorer]] = {type: [] for type in TYPES}
    for line in lines:
        found[line.valeurs[_TYPE][0]].append(line)
    return {type: held for type, held in found.items() if held}


def _counted(lines: Mapping[str, Sequence[LigneExplorer]]) -> str:
    """« 12 projets, 1 comité »."""
    counts = ((len(held), TYPES[type][0]) for type, held in lines.items())
    return ", ".join(f"{number(n)}{NBSP}{word}{'s' if n > 1 else ''}" for n, word in counts)


def _lists(
    table: Table, lines: Mapping[str, Sequence[LigneExplorer]]
) -> Iterator[tuple[str, tuple[RenvoiExplorer, ...]]]:
    """The things of each type by their names; when they are too many, the pages that hold them."""
    for type, held in lines.items():
        if len(held) <= _LONGEST:
            links = tuple(
                RenvoiExplorer(one.adresse, one.titre, table.porteurs.get(one.dans, "")) for one in held
            )
        else:
            links = _holders(table, type, held)
        yield TYPES[type][1], links


def _holders(table: Table, type: str, lines: Sequence[LigneExplorer]) -> tuple[RenvoiExplorer, ...]:
    """The pages that hold these lines: the nearest that are not too many."""
    counts: Counter[tuple[str, str]] = Counter()
    for step in _PAS[type]:
        counts = Counter(step(table, type, line) for line in lines)
        if len(counts) <= _LONGEST:
            break
    return tuple(RenvoiExplorer(adresse, texte, number(n)) for (adresse, texte), n in counts.items())


def _demarche(table: Table, line: LigneExplorer) -> tuple[str, str]:
    """The first démarche of a line: its id, its words."""
    key = line.valeurs[_DEMARCHE][0]
    return key, table.valeurs[_DEMARCHE][key].libelle


def _plan(table: Table, _: str, line: LigneExplorer) -> tuple[str, str]:
    return line.dans, table.porteurs[line.dans]


def _hub(table: Table, _: str, line: LigneExplorer) -> tuple[str, str]:
    id, words = _demarche(table, line)
    return (f"plans#{SANS_DEMARCHE}" if id == NON_PRECISE else f"demarches/{id}"), words


def _section(table: Table, type: str, line: LigneExplorer) -> tuple[str, str]:
    """The heading of a démarche in the list of a collection."""
    id, words = _demarche(table, line)
    return f"{type}#{SANS_DEMARCHE if id == NON_PRECISE else id}", words


def _letter(_: Table, type: str, line: LigneExplorer) -> tuple[str, str]:
    """The heading of a letter in the list of a collection."""
    letter = initial(line.titre)
    return f"{type}#lettre-{letter.lower()}", letter


def _whole(_: Table, type: str, __: LigneExplorer) -> tuple[str, str]:
    """The list of a collection; the actions are in the plans."""
    return ("plans", "Plans") if type == "actions" else (type, TYPES[type][1])


# Where the things of each type are to be found, from the nearest page to the widest.
_PAS: Mapping[str, tuple[Callable[[Table, str, LigneExplorer], tuple[str, str]], ...]] = {
    "projets": (_section, _whole),
    "comites": (_section, _whole),
    "organismes": (_letter, _whole),
    "actions": (_plan, _hub, _whole),
}
