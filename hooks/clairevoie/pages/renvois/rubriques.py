"""Who cites a record, ready to be shown: under plain headings, one line for each record that cites."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from clairevoie.derive.ordre import alphabetical, in_time
from clairevoie.derive.renvois import Mention
from clairevoie.model import COLLECTIONS
from clairevoie.model.ancres import element_text
from clairevoie.model.evenements import Evenement
from clairevoie.model.fiche import Fiche
from clairevoie.pages.renvois.precisions import precisions_of
from clairevoie.pages.renvois.titres import CITE, heading, rank, words
from clairevoie.pages.site import Site
from clairevoie.wording.names import element_kind, short_name, title
from clairevoie.wording.typography import shortened

_LENGTH = 160


@dataclass(frozen=True, slots=True)
class Citation:
    """One element that cites: its address, its number, its words, and what is said of the link."""

    adresse: str
    repere: str | None
    texte: str
    precision: str


@dataclass(frozen=True, slots=True)
class LotDeCitations:
    """One record that cites, with the elements of it that do."""

    fiche: Fiche
    nom: str
    precision: str
    lignes: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Rubrique:
    """Citations of one kind, under one heading."""

    cle: str
    titre: str
    lots: tuple[LotDeCitations, ...]


def rubriques(site: Site, fiche: Fiche) -> tuple[Rubrique, ...]:
    """Everything that cites a record; for a territory, also what cites the territories it contains."""
    found: dict[tuple[str, str], list[tuple[Mention, str]]] = {}
    mentions = tuple(_mentions(site, fiche))
    several = len({d.id for mention, _ in mentions for d in site.demarches(mention.fiche)}) > 1
    for mention, inside in mentions:
        titre = heading(fiche.collection, mention, site.tenue)
        key = (titre.cle, words(titre, mention.fiche.collection))
        found.setdefault(key, []).append((mention, inside))
    _forget_repeated(found)
    ordered = sorted(found.items(), key=lambda item: (*rank(*item[0]), _rank(item[1][0][0])))
    return tuple(Rubrique(cle, titre, _lots(site, given, several)) for (cle, titre), given in ordered)


def _forget_repeated(found: dict[tuple[str, str], list[tuple[Mention, str]]]) -> None:
    """Drop from the vaguest heading what a plainer one says already."""
    plainer = {
        mention.adresse for (cle, _), given in found.items() if cle != CITE.cle for mention, _ in given
    }
    for key in [key for key in found if key[0] == CITE.cle]:
        found[key] = [(mention, inside) for mention, inside in found[key] if mention.adresse not in plainer]
        if not found[key]:
            del found[key]


def _mentions(site: Site, fiche: Fiche) -> Iterator[tuple[Mention, str]]:
    """The mentions of a record, each with the name of the smaller territory it speaks of, if any."""
    own = {*fiche.peut_etre_identique_a, *fiche.a_ne_pas_confondre_avec}
    for mention in site.mentions(fiche):
        said_here = mention.champ.endswith(("identique_a", "confondre_avec")) and mention.fiche.adresse in own
        if not said_here:
            yield mention, ""
    inside = site.contenu[fiche.id][1:] if fiche.collection == "territoires" else ()
    for territoire in (site.jeu.territoires[id] for id in inside):
        for mention in site.mentions(territoire):
            if mention.fiche.collection != "territoires":
                yield mention, short_name(territoire)


def _rank(mention: Mention) -> int:
    return COLLECTIONS[mention.fiche.collection].rang


def _lots(site: Site, given: Iterable[tuple[Mention, str]], several: bool) -> tuple[LotDeCitations, ...]:
    by_record: dict[str, list[tuple[Mention, str]]] = {}
    for mention, inside in given:
        by_record.setdefault(mention.fiche.adresse, []).append((mention, inside))
    lots = [_lot(site, found, several) for found in by_record.values()]
    events = in_time(lot.fiche for lot in lots if isinstance(lot.fiche, Evenement))
    times = {event.adresse: rank for rank, event in enumerate(events)}
    return tuple(
        sorted(lots, key=lambda lot: (times.get(lot.fiche.adresse, 0), alphabetical(lot.nom), lot.fiche.id))
    )


def _lot(site: Site, found: list[tuple[Mention, str]], several: bool) -> LotDeCitations:
    """One record; its démarche is named when the citations come from several."""
    fiche = found[0][0].fiche
    own = [_precision(site, mention, inside) for mention, inside in found if mention.element is None]
    lines: dict[str, list[tuple[Mention, str]]] = {}
    for mention, inside in found:
        if mention.element is not None:
            lines.setdefault(mention.adresse, []).append((mention, inside))
    said = [*own, _whose(site, fiche)] if several else own
    return LotDeCitations(
        fiche, title(fiche), _joined(said), tuple(_ligne(site, given) for given in lines.values())
    )


def _whose(site: Site, fiche: Fiche) -> str:
    """The démarche of a record whose name does not say it: « Comité de suivi », « SONDAGE 1 »."""
    if not COLLECTIONS[fiche.collection].nom_partage:
        return ""
    return ", ".join(short_name(demarche) for demarche in site.demarches(fiche))


def _ligne(site: Site, given: list[tuple[Mention, str]]) -> Citation:
    mention = given[0][0]
    element = mention.element
    assert element is not None
    texte = shortened(element_text(element.forme), _LENGTH) or element_kind(element)
    said = _joined(_precision(site, mention, inside) for mention, inside in given)
    return Citation(mention.adresse, getattr(element.forme, "numero", None), texte, said)


def _precision(site: Site, mention: Mention, inside: str) -> str:
    """What the citation adds: a role, a state, an amount, the place."""
    return _joined([*precisions_of(site, mention), inside])


def _joined(parts: Iterable[str]) -> str:
    return ", ".join(part for part in dict.fromkeys(parts) if part)
