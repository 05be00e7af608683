"""What is known of the quality of the data: announced numbers, editorial notes, what the checker says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from clairevoie.derive.ordre import alphabetical
from clairevoie.model.fiche import Fiche
from clairevoie.pages.fiche.vue import Vue
from clairevoie.pages.site import Site
from clairevoie.problems import Niveau

# What notes of each nature say, for several.
_NATURES = {
    "ecart": "Écarts dans les sources",
    "lacune": "Ce que les sources ne disent pas",
    "interpretation": "Lectures du site",
    "transformation": "Changements faits par le site",
    "mise_a_jour": "Mises à jour",
}


@dataclass(frozen=True, slots=True)
class Constats:
    """The sentences said of one record."""

    adresse: str
    phrases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChapitreQualite:
    """Sentences of one kind, by record; `compte` is how many there are."""

    titre: str
    ancre: str
    compte: int
    constats: tuple[Constats, ...]


def quality(site: Site) -> dict[str, object]:
    """The chapters of the page on the quality of the data, those that have something to say."""
    chapters = (
        _chapter(site, "Nombres annoncés par les sources", "nombres-annonces", _counts(site)),
        *(
            _chapter(site, titre, f"notes-{nature}", _notes(site, nature))
            for nature, titre in _NATURES.items()
        ),
        _chapter(site, "À vérifier", "a-verifier", _problems(site, Niveau.AVERTISSEMENT)),
        _chapter(site, "Informations", "informations", _problems(site, Niveau.INFORMATION)),
    )
    return {"chapitres": [chapter for chapter in chapters if chapter.compte]}


def _chapter(site: Site, titre: str, ancre: str, said: Iterable[tuple[Fiche, str]]) -> ChapitreQualite:
    by_record: dict[str, list[str]] = {}
    for fiche, phrase in said:
        by_record.setdefault(fiche.adresse, []).append(phrase)
    found = [Constats(adresse, tuple(dict.fromkeys(phrases))) for adresse, phrases in by_record.items()]
    found.sort(key=lambda one: (alphabetical(site.plain_name(one.adresse)), one.adresse))
    return ChapitreQualite(titre, ancre, sum(len(one.phrases) for one in found), tuple(found))


def _counts(site: Site) -> Iterator[tuple[Fiche, str]]:
    for demarche in site.jeu.demarches.values():
        for objet, lieu, phrase in Vue(demarche, site).comptes(demarche.comptes_declares):
            where = f" ({site.plain_name(lieu)})" if lieu else ""
            yield demarche, f"{objet}{where} : {phrase}"


def _notes(site: Site, nature: str) -> Iterator[tuple[Fiche, str]]:
    return ((fiche, note.texte) for fiche in site.jeu for note in fiche.notes if note.nature == nature)


def _problems(site: Site, niveau: Niveau) -> Iterator[tuple[Fiche, str]]:
    """What the checker says of published records."""
    for problem in site.problemes:
        fiche = site.jeu.fiche(problem.record)
        if fiche is not None and problem.niveau is niveau:
            yield fiche, problem.fault
