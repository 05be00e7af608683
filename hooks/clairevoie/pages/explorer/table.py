"""Everything that can be filtered: projects, comités, organismes and actions, each a line of one table.

Goes in: a `Site`. Comes out: a `Table`: its lines in the order in which they are shown, and for each facet the
values that some line has, with the words for them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from clairevoie.derive.ordre import alphabetical
from clairevoie.model import COLLECTIONS, holding
from clairevoie.model.actions import Action
from clairevoie.model.comites import Comite
from clairevoie.model.describe import describe
from clairevoie.model.fiche import Fiche
from clairevoie.model.journal import in_force
from clairevoie.model.projets import Projet
from clairevoie.model.quand import day
from clairevoie.pages.explorer.facettes import FACETTES, NON_PRECISE, TYPES, Facette, Sujet, demarches
from clairevoie.pages.recherche.mots import Mots
from clairevoie.pages.site import Site
from clairevoie.wording.names import element_kind, public_name, short_name, title
from clairevoie.wording.typography import headline, spaced


@dataclass(frozen=True, slots=True)
class LigneExplorer:
    """One thing: its address, its name, the words of the source that say when.

    An action has a `numero` (`""` when it was typed without) and the address of the record it stands in, `dans`;
    `valeurs` are those of each facet, in the order of `FACETTES`, none where the facet does not apply; `cellules` what
    a record, not an action, says in each of the columns of its table.
    """

    adresse: str
    titre: str
    quand: str
    valeurs: tuple[tuple[str, ...], ...]
    numero: str = ""
    dans: str = ""
    cellules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ValeurDeFacette:
    """A value of a facet: its key, its words, and the key of the value that contains it, if any."""

    cle: str
    libelle: str
    dessus: str | None


@dataclass(frozen=True, slots=True)
class Table:
    """The lines, and the values of each facet by their keys: those that contain others stand before them.

    `porteurs` gives the short name of each record that holds actions, by its address; `colonnes` are the titles of
    the fields that the model puts in the file to be downloaded.
    """

    lignes: tuple[LigneExplorer, ...]
    valeurs: tuple[Mapping[str, ValeurDeFacette], ...]
    porteurs: Mapping[str, str]
    colonnes: tuple[str, ...] = ()


def table(site: Site) -> Table:
    """The table of a site: records by name, then actions by the name of the record that holds them."""
    columns = _columns()
    lines = tuple(_line(site, sujet, columns.values()) for sujet in _subjects(site))
    values = (_values(site, facette, lines, rank) for rank, facette in enumerate(FACETTES))
    holders = dict.fromkeys(line.dans for line in lines if line.dans)
    by_key = tuple({value.cle: value for value in found} for found in values)
    return Table(lines, by_key, {adresse: _short(site, adresse) for adresse in holders}, tuple(columns))


def _columns() -> Mapping[str, Mapping[str, str]]:
    """The fields that have a column, by its title, then by collection."""
    found: dict[str, dict[str, str]] = {}
    for collection in _filed_collections():
        for champ in describe(COLLECTIONS[collection].modele).values():
            if champ.colonne:
                found.setdefault(champ.titre, {})[collection] = champ.nom
    return found


def _filed_collections() -> Iterator[str]:
    return (type for type in TYPES if type in COLLECTIONS)


def _short(site: Site, adresse: str) -> str:
    fiche = site.jeu.fiche(adresse)
    return spaced(headline(short_name(fiche))) if fiche else adresse


def _subjects(site: Site) -> Iterator[Sujet]:
    for collection in _filed_collections():
        for fiche in _by_name(site.jeu.collection(collection).values()):
            yield Sujet(collection, fiche, None, demarches(site, fiche))
    for fiche in _by_name(f for name in holding(Action) for f in site.jeu.collection(name).values()):
        shared = demarches(site, fiche)
        for element in site.elements(fiche).values():
            if isinstance(element.forme, Action):
                yield Sujet("actions", fiche, element, shared)


def _by_name(fiches: Iterable[Fiche]) -> list[Fiche]:
    return sorted(fiches, key=lambda fiche: (alphabetical(public_name(fiche)), fiche.adresse))


def _line(site: Site, sujet: Sujet, columns: Iterable[Mapping[str, str]]) -> LigneExplorer:
    cells = tuple(_cell(site, sujet, fields) for fields in columns)
    values = tuple(_filed(facette.de(site, sujet)) for facette in FACETTES)
    fiche, action = sujet.fiche, sujet.action
    if sujet.element is None or action is None:
        return LigneExplorer(
            fiche.adresse, spaced(_name(fiche)), spaced(_when(fiche)), values, cellules=cells
        )
    return LigneExplorer(
        adresse=site.place(f"{fiche.adresse}#{sujet.element.ancre}"),
        titre=spaced(
            action.texte or f"{headline(element_kind(sujet.element))} {action.numero or ''}".strip()
        ),
        quand=spaced(", ".join(echeance.dite for echeance in in_force(action).echeances)),
        valeurs=values,
        numero=action.numero or "",
        dans=fiche.adresse,
        cellules=cells,
    )


def _cell(site: Site, sujet: Sujet, fields: Mapping[str, str]) -> str:
    """What a record says in the field of a column, `fields` by collection, when it was typed."""
    champ = fields.get(sujet.type)
    return (
        spaced(Mots(site).field(sujet.fiche, champ))
        if champ in sujet.fiche.model_fields_set and champ
        else ""
    )


def _filed(values: tuple[str, ...] | None) -> tuple[str, ...]:
    """Where a facet applies, what nobody said is a value too."""
    return () if values is None else values or (NON_PRECISE,)


def _name(fiche: Fiche) -> str:
    """« Conférence régionale des élus (CRÉ) »."""
    name, sigle = title(fiche), fiche.sigle
    return f"{name} ({sigle})" if sigle and sigle not in name else name


def _when(fiche: Fiche) -> str:
    if isinstance(fiche, Projet) and fiche.periode:
        return fiche.periode.dite
    if isinstance(fiche, Comite):
        ends = (("début", fiche.debut), ("fin", fiche.fin))
        return ", ".join(f"{word} : {day(known)}" for word, known in ends if known)
    return ""


def _values(
    site: Site, facette: Facette, lines: Iterable[LigneExplorer], rank: int
) -> Iterator[ValeurDeFacette]:
    """The values of a facet that lines have and those that contain them, in order; « non précisé » comes last."""
    used = dict.fromkeys(key for line in lines for key in line.valeurs[rank])
    paths = {
        key: path for one in used if one != NON_PRECISE for key, path in _above(site, facette.dessus, one)
    }
    order = {key: tuple(facette.rang(site, step) for step in path) for key, path in paths.items()}
    for key in sorted(paths, key=lambda key: (order[key], key)):
        yield ValeurDeFacette(
            key, spaced(facette.dit(site, key)), paths[key][-2] if len(paths[key]) > 1 else None
        )
    if NON_PRECISE in used:
        yield ValeurDeFacette(NON_PRECISE, facette.inconnu, None)


def _above(
    site: Site, dessus: Callable[[Site, str], str | None], key: str
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """A value and those that contain it, each with its path from the widest."""
    chain = [key]
    while (higher := dessus(site, chain[0])) and higher not in chain:
        chain.insert(0, higher)
    for length in range(1, len(chain) + 1):
        yield chain[length - 1], tuple(chain[:length])
