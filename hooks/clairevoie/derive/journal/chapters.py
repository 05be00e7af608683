"""The journal of the facts: what each commit did to the records that are published today, and to no other.

The story of a record begins on the day it was published for the last time: what it was as a draft, or before it
was withdrawn, is not told. Records that left the site are only counted, by collection.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from typing import Literal

from clairevoie.derive.journal.comparison import Fait, compare
from clairevoie.derive.journal.lineage import is_public, line, since_published
from clairevoie.derive.journal.publishable import Aujourdhui, same_words
from clairevoie.model import Jeu
from clairevoie.model.fiche import Fiche
from clairevoie.model.sources import Note
from clairevoie.model.versions import Version


@dataclass(frozen=True, slots=True)
class Etape:
    """What one commit did to one record, by its address of today.

    `genre` is `ajoutee` (first published), `remise` (published again) or `changee`; `deplacee` says that its address
    changed; `notes` are the editorial notes that came then and still stand.
    """

    adresse: str
    jour: date
    rang: int
    genre: Literal["ajoutee", "remise", "changee"]
    faits: tuple[Fait, ...] = ()
    notes: tuple[Note, ...] = ()
    deplacee: bool = False


@dataclass(frozen=True, slots=True)
class Depart:
    """A record that left the site: the day, and its collection only."""

    jour: date
    collection: str


@dataclass(frozen=True, slots=True)
class Histoire:
    """The steps of one record, the latest first; how many of its versions could not be read; where it is cut."""

    etapes: tuple[Etape, ...]
    illisibles: int = 0
    coupe: date | None = None


@dataclass(frozen=True, slots=True)
class Journal:
    """Everything that may be told of the site, the latest first, and of each record by its address.

    `connu` is false where no history was found; `coupe` is the first day known of a history that is not whole;
    `illisibles` counts the versions skipped.
    """

    etapes: tuple[Etape, ...] = ()
    departs: tuple[Depart, ...] = ()
    par_fiche: Mapping[str, Histoire] = field(default_factory=dict)
    connu: bool = False
    coupe: date | None = None
    illisibles: int = 0


@dataclass(frozen=True, slots=True)
class Chapitre:
    """What became of one address: its story when a record is published there, and the times one left it."""

    histoire: Histoire | None = None
    departs: tuple[Depart, ...] = ()

    def cites(self) -> Iterator[str]:
        """The addresses of the other records whose elements are named in the story."""
        for fait in (
            fait for etape in (self.histoire.etapes if self.histoire else ()) for fait in etape.faits
        ):
            for dit in (*fait.objet, *fait.avant, *fait.apres):
                if dit.sorte == "adresse" and isinstance(dit.valeur, str) and "#" in dit.valeur:
                    yield dit.valeur.partition("#")[0]


def moved(jeu: Jeu) -> Mapping[str, str]:
    """The address today of each published record that had another one, by that other one."""
    return {old: fiche.adresse for fiche in jeu for old in fiche.anciennes_adresses}


def chapter(
    adresse: str, jeu: Jeu, versions: Mapping[str, Sequence[Version]], adresses: Mapping[str, str]
) -> Chapitre:
    """The chapter of one address; `versions` has those of all the addresses of its record, `adresses` is `moved`."""
    here = jeu.fiche(adresse)
    now = here or jeu.fiche(adresses.get(adresse, adresse))
    chain, before = line(now, versions) if now else ((), ())
    departs = tuple(_departures(adresse, versions.get(adresse, ()), adresse in before))
    return Chapitre(_story(here, chain, jeu, adresses) if here else None, departs)


def journal(jeu: Jeu, chapitres: Mapping[str, Chapitre], connu: bool, coupe: date | None) -> Journal:
    """The journal made of the chapters of every address."""
    found = ((fiche.adresse, chapitres.get(fiche.adresse, Chapitre()).histoire) for fiche in jeu)
    told = {adresse: story for adresse, story in found if story is not None and story.etapes}
    departs = sorted(
        (depart for chapitre in chapitres.values() for depart in chapitre.departs),
        key=lambda one: (one.jour, one.collection),
        reverse=True,
    )
    etapes = (etape for story in told.values() for etape in story.etapes)
    return Journal(
        tuple(sorted(etapes, key=lambda one: (one.jour, one.rang), reverse=True)),
        tuple(departs),
        told,
        connu,
        coupe,
        sum(story.illisibles for story in told.values()),
    )


def _story(fiche: Fiche, chain: Sequence[Version], jeu: Jeu, adresses: Mapping[str, str]) -> Histoire:
    return Histoire(
        tuple(_told(fiche, chain, jeu, adresses))[::-1],
        sum(version.etat == "illisible" for version in chain),
        chain[0].jour if chain and chain[0].coupe else None,
    )


def _told(fiche: Fiche, chain: Sequence[Version], jeu: Jeu, adresses: Mapping[str, str]) -> Iterator[Etape]:
    """The steps of one record, the oldest first."""
    published = since_published(chain)
    if not published:
        return
    first = published[0]
    if not first.coupe:
        was = any(is_public(version) for version in chain if version.rang < first.rang)
        yield Etape(fiche.adresse, first.jour, first.rang, "remise" if was else "ajoutee")
    today = Aujourdhui(fiche, jeu, adresses) if len(published) > 1 else None
    for before, after in pairwise(published):
        if today is not None and before.fiche is not None and after.fiche is not None:
            yield from _changed(before.fiche, after, after.fiche, today)


def _changed(old: Fiche, after: Version, new: Fiche, today: Aujourdhui) -> Iterator[Etape]:
    deplacee = old.adresse != new.adresse
    faits = compare(old, new, today)
    notes = tuple(_come(old.notes, new.notes, today.fiche.notes))
    if faits or notes or deplacee:
        yield Etape(today.fiche.adresse, after.jour, after.rang, "changee", faits, notes, deplacee)


def _come(old: Iterable[Note], new: Iterable[Note], today: Iterable[Note]) -> Iterator[Note]:
    """The notes that came and are still there."""
    before, still = ({_said(note) for note in notes} for notes in (old, today))
    return (note for note in new if _said(note) in still - before)


def _said(note: Note) -> tuple[str | None, str, str]:
    return note.champ, note.nature, same_words(note.texte)


def _departures(adresse: str, versions: Sequence[Version], is_moved: bool) -> Iterator[Depart]:
    """Each time a published record ceased to be; not when it went to another address."""
    read = [version for version in versions if version.etat != "illisible"]
    for before, after in pairwise(read):
        if is_public(before) and not is_public(after) and not (is_moved and after.etat == "absente"):
            yield Depart(after.jour, adresse.partition("/")[0])
