"""The journal, ready to be shown: what one commit did to a record, element by element.

Goes in: the steps of `derive.changements`. Comes out: what the component `changements` draws.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from clairevoie.derive.journal.chapters import Etape
from clairevoie.derive.journal.comparison import Fait
from clairevoie.derive.journal.publishable import ElementParti, ValeurPublique
from clairevoie.model.actions import Action
from clairevoie.model.ancres import Element, element_text
from clairevoie.model.base import Forme
from clairevoie.model.describe import describe
from clairevoie.model.fiche import Fiche
from clairevoie.model.quand import moment
from clairevoie.model.responsables import Responsable
from clairevoie.model.sources import Note
from clairevoie.pages.site import Site
from clairevoie.wording.names import element_name
from clairevoie.wording.typography import headline, shortened

_LENGTH = 160
_GENRES = {"ajoutee": "Fiche ajoutée", "remise": "Fiche remise en ligne"}
# What happened to a fact that cannot be quoted.
_UN = {"ajout": "un ajout", "retrait": "un retrait", "changement": "un changement"}
_PORTEURS = describe(Action)["responsables"].titre
MOVED = "Nouvelle adresse : l'ancienne mène à celle-ci"


@dataclass(frozen=True, slots=True)
class LigneJournal:
    """One fact: the titles that lead to it, what was and what is, and what happened when that is not enough."""

    titre: str
    objet: tuple[ValeurPublique, ...]
    avant: tuple[ValeurPublique, ...]
    apres: tuple[ValeurPublique, ...]
    sorte: str


@dataclass(frozen=True, slots=True)
class LotJournal:
    """The facts of one element, or of the record itself when `nom` is empty.

    `porteurs` are those who carry the element today; `notes` the editorial notes that came with its facts.
    """

    adresse: str
    nom: str
    texte: str
    est_nouveau: bool
    lignes: tuple[LigneJournal, ...]
    porteurs: tuple[Responsable, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class Recit:
    """What one commit did to one record; `reste` counts the facts that are told on its page only."""

    adresse: str
    jour: str
    iso: str
    phrases: tuple[str, ...]
    lots: tuple[LotJournal, ...]
    reste: int = 0


@dataclass(frozen=True, slots=True)
class HistoireFiche:
    """What a record went through, the latest first; the day before which nothing is known; the versions skipped."""

    recits: tuple[Recit, ...]
    coupe: str | None
    illisibles: int


def story(site: Site, fiche: Fiche) -> HistoireFiche | None:
    """The story of a record; None when nothing happened to it but to be added."""
    found = site.histoires.get(fiche.adresse)
    if found is None or all(etape.genre == "ajoutee" for etape in found.etapes):
        return None
    coupe = moment(found.coupe.isoformat()) if found.coupe else None
    return HistoireFiche(tuple(step_story(site, etape) for etape in found.etapes), coupe, found.illisibles)


def step_story(site: Site, etape: Etape, most: int | None = None) -> Recit:
    """One step of a record; at most that many facts when a number is given."""
    fiche = site.jeu.fiche(etape.adresse)
    assert fiche is not None, "only published records have a story"
    faits = etape.faits if most is None or len(etape.faits) <= most else etape.faits[: most - 1]
    said = [_GENRES[etape.genre]] if etape.genre in _GENRES else []
    return Recit(
        etape.adresse,
        moment(etape.jour.isoformat()),
        etape.jour.isoformat(),
        tuple([*said, MOVED] if etape.deplacee else said),
        tuple(_lots(site, fiche, faits, etape.notes)),
        len(etape.faits) - len(faits),
    )


def _lots(site: Site, fiche: Fiche, faits: Sequence[Fait], notes: Sequence[Note]) -> Iterator[LotJournal]:
    """The facts by element: those of the record first, then in the order in which they come."""
    elements = site.elements(fiche)
    places = {(fait.ancre or ""): None for fait in sorted(faits, key=lambda fait: fait.ancre is not None)}
    heads = [_head(note) if _head(note) in elements else "" for note in notes]
    for ancre in dict.fromkeys([*places, *heads]):
        here = [fait for fait in faits if (fait.ancre or "") == ancre]
        said = tuple(note for note, head in zip(notes, heads, strict=True) if head == ancre)
        yield _lot(fiche, ancre, elements.get(ancre), here, said)


def _head(note: Note) -> str:
    return (note.champ or "").partition(".")[0]


def _lot(
    fiche: Fiche, ancre: str, element: Element | None, faits: list[Fait], notes: tuple[Note, ...]
) -> LotJournal:
    forme: Forme = element.forme if element else fiche
    is_new = any(not fait.titres and fait.ancre for fait in faits)
    only_carriers = all(fait.titres == (_PORTEURS,) for fait in faits)
    return LotJournal(
        adresse=f"{fiche.adresse}#{ancre}" if ancre else fiche.adresse,
        nom=headline(element_name(element)) if element else "",
        texte=shortened(element_text(forme), _LENGTH) if element and getattr(forme, "numero", None) else "",
        est_nouveau=is_new,
        lignes=tuple(_lines(faits)),
        porteurs=() if only_carriers else getattr(forme, "responsables", ()),
        notes=notes,
    )


def _lines(faits: list[Fait]) -> Iterator[LigneJournal]:
    gone: dict[str, int] = {}
    for fait in faits:
        if fait.titres:
            before, after = _short(fait.avant), _short(fait.apres)
            sorte = fait.sorte if before or after else _times(fait.sorte, fait.nombre)
            yield LigneJournal(", ".join(fait.titres), fait.objet, before, after, sorte)
        elif fait.ancre is None and isinstance(parti := fait.avant[0].valeur, ElementParti):
            name = headline(element_name(parti.element()))
            gone[name] = gone.get(name, 0) + fait.nombre
    for name, n in gone.items():
        yield LigneJournal(name, (), (), (), _times("retrait", n))


def _times(sorte: str, n: int) -> str:
    """« un retrait », « 3 retraits »."""
    return _UN[sorte] if n == 1 else f"{n} {sorte}s"


def _short(said: tuple[ValeurPublique, ...]) -> tuple[ValeurPublique, ...]:
    """Without the texts that are too long to be quoted beside others."""
    return tuple(dit for dit in said if dit.sorte != "texte" or len(str(dit.valeur)) <= _LENGTH)
