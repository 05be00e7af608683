"""Where facts come from, how old they are, and what reading a source has added."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from clairevoie.model import COLLECTIONS, quand
from clairevoie.model.actions import Action, ObjectifSpecifique
from clairevoie.model.evenements import Evenement
from clairevoie.model.fiche import Fiche
from clairevoie.model.parcours import Chemin
from clairevoie.model.participants import is_of_the_house
from clairevoie.model.phrases import bounds
from clairevoie.model.sources import Source
from clairevoie.problems import Niveau, Origin, Problem
from clairevoie.problems.catalogue import located, problem
from clairevoie.validate.coverage import noted
from clairevoie.validate.dossier import Dossier
from clairevoie.validate.rule import Scope, rule
from clairevoie.validate.rules.rencontres import is_only_announced

# How others cite a work whose title they do not give: « Nom, I. et Nom, I. (2017) ».
_CITATION = re.compile(r"[^():]+, \w\. ?\(\d{4}\)\.?")
_WORD = re.compile(r"[^\W\d]+")
_EMPTY_WORDS = frozenset({"et", "al", "dir", "sans", "titre", "s", "t", "d"})

# The field of the sources of a record, and of those of a statement.
_SOURCES = "sources"
_OLD_YEARS = 2
_DECLARED = "statut_information: declare_par_le_porteur"


@rule(Scope.RECORD)
def published_record_cites_a_source(dossier: Dossier) -> Iterator[Problem]:
    """What is published says where it comes from; who announces a meeting, or declares a day, is the source of it."""
    for fiche in dossier.publiees():
        announced = isinstance(fiche, Evenement) and is_only_announced(fiche)
        needed = COLLECTIONS[fiche.collection].sourcee and not fiche.sources and not announced
        if needed and not fiche.est_declaree:
            yield problem("SRC-01", fiche.adresse, **_what_is_missing(fiche))


def _what_is_missing(fiche: Fiche) -> dict[str, str]:
    """What to add, according to what a record says already of who declares it, and when."""
    if fiche.statut_information == "declare_par_le_porteur":
        return {"jour": "jour"}
    return {"plutot": _DECLARED if fiche.etat_au else f'{_DECLARED} et etat_au: "2026-11-21"'}


@rule(Scope.RECORDS)
def cited_document_says_when_it_was_read(dossier: Dossier) -> Iterator[Problem]:
    """A document that supports published facts says when someone read it, unless it is of the house."""
    citing: dict[str, list[Fiche]] = {}
    for fiche, chemin, source in dossier.formes(Source):
        if fiche.est_publiee and _SOURCES in chemin:
            citing.setdefault(source.document, []).append(fiche)
    for id in sorted(citing):
        document = dossier.jeu.documents.get(id)
        unread = document is not None and document.date_consultation is None
        if document and unread and not is_of_the_house(dossier.jeu, document, citing[id]):
            yield problem("SRC-02", document.adresse, id=id)


@rule(Scope.RECORD)
def shared_out_cell_is_told(dossier: Dossier) -> Iterator[Problem]:
    """Who does what, taken from a merged cell, is a reading; a note that says so makes it information."""
    sharing: list[tuple[Fiche, Chemin, ObjectifSpecifique | Action]] = [
        *dossier.formes(ObjectifSpecifique),
        *dossier.formes(Action),
    ]
    for fiche, chemin, forme in sharing:
        if forme.archives is None or forme.archives.cellule_brute is None or not _has_responsables(forme):
            continue
        told = noted(dossier, fiche, "interpretation", chemin)
        niveau = Niveau.INFORMATION if told else Niveau.AVERTISSEMENT
        place = (*chemin, "archives", "cellule_brute")
        ancre = next((one.ancre for one in dossier.elements(fiche) if one.chemin == chemin), None)
        yield problem("SRC-06", fiche.adresse, place, niveau, ancre=ancre or "")


def _has_responsables(forme: ObjectifSpecifique | Action) -> bool:
    """Whether an action, or one of the actions of an objective, says who does it."""
    if isinstance(forme, Action):
        return bool(forme.responsables)
    return any(action.responsables for action in forme.actions)


@rule(Scope.RECORDS)
def record_says_when_it_was_true(dossier: Dossier) -> Iterator[Problem]:
    """Readers know of what day a published record speaks, and that day is not too far."""
    limit = _years_before(dossier.on, _OLD_YEARS)
    for fiche in dossier.publiees():
        known = fiche.etat_au.edtf if fiche.etat_au else None
        if known is None or bounds(known)[1] < limit:
            if known:
                yield problem("SRC-09", fiche.adresse, ("etat_au",), quand=quand.as_of(known))
            else:
                # Nearly every record of an old source is told: the head of the file needs no second reading.
                file = dossier.records[fiche.adresse].path
                yield located("SRC-09", file, Origin(1, 1), fiche.adresse, quand="")


def _years_before(day: date, years: int) -> date:
    """The same day so many years before; February 29 becomes the 28th."""
    leap = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year - years, day=28 if leap else day.day)


@rule(Scope.RECORD)
def document_has_a_full_title(dossier: Dossier) -> Iterator[Problem]:
    """A document can be found again by its title, or says that its reference is incomplete."""
    for document in dossier.jeu.documents.values():
        if not document.reference_incomplete and not _is_title(document.titre, document.auteurs):
            yield problem("SRC-10", document.adresse, ("titre",), texte=document.titre)


def _is_title(titre: str, auteurs: Iterable[str]) -> bool:
    """Whether a title says more than who wrote, and when."""
    known = _EMPTY_WORDS.union(*(_words(auteur) for auteur in auteurs))
    return bool(_words(titre) - known) and not _CITATION.fullmatch(titre)


def _words(text: str) -> set[str]:
    return {word.lower() for word in _WORD.findall(text)}
