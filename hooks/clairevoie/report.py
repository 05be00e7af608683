"""Problems as text for people, as JSON for tools, as annotations for GitHub; failures as text.

All of it may be printed as it is: nothing that was typed can give an order to a terminal, nor to the log of a forge.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from traceback import format_exception

from clairevoie.causes import cause
from clairevoie.desk import Desk
from clairevoie.parallel import WorkerFailed
from clairevoie.problems import DataRefused, Located, Niveau
from clairevoie.problems.inert import inert
from clairevoie.publish.blanks import BlankBroken
from clairevoie.publish.dressing import BadAddress, EngineFailed
from clairevoie.publish.search.indexing import SearchFailed
from clairevoie.publish.staging import NotOurs

_GITHUB = {Niveau.ERREUR: "error", Niveau.AVERTISSEMENT: "warning", Niveau.INFORMATION: "notice"}
# What may stop a build, and how it is said; `{}` is what the failure carries.
_FAILED: dict[type[Exception], str] = {
    EngineFailed: "L'habillage des pages a échoué. Voici ce qu'en dit MkDocs :\n{}",
    WorkerFailed: "L'impression des pages s'est arrêtée. Voici ce qu'en dit le programme :\n{}",
    SearchFailed: "L'index de la recherche n'a pas pu être fait. Voici ce qu'en dit Pagefind :\n{}",
    BlankBroken: "Le thème a perdu le repère {} : vérifiez overrides/base.html.",
    NotOurs: "Le dossier {} contient des fichiers que Claire-voie n'a pas produits.\n"
    "Pour corriger : choisissez un autre dossier avec --sortie, ou videz celui-ci.",
}
_OURS = "C'est une erreur du programme, pas de vos fiches. Signalez-la avec les lignes qui suivent :"
_KEYS = {"\\": "%5C", "%": "%25", "\n": "%0A", ":": "%3A", ",": "%2C"}


def texte(problems: Sequence[Located]) -> str:
    """A few lines a problem, then how many there are; what is only information is counted, not listed."""
    listed = [str(problem) for problem in problems if problem.niveau is not Niveau.INFORMATION]
    return inert("\n".join([*listed, summary(problems)]))


def summary(problems: Sequence[Located]) -> str:
    """« 2 erreurs, 1 avertissement. »"""
    counts = [(sum(p.niveau is niveau for p in problems), niveau.value.lower()) for niveau in Niveau]
    said = [f"{count} {word}{'s' if count > 1 else ''}" for count, word in counts if count]
    return f"{', '.join(said)}." if said else "Aucun problème."


def warnings(problems: Sequence[Located]) -> list[str]:
    """What a site is published in spite of, a few lines each."""
    return [inert(str(problem)) for problem in problems if problem.is_warning]


def describe_failure(failure: Exception, desk: Desk) -> str:
    """What stopped a build, whole; a failure that nobody foresaw is ours, and says so."""
    if isinstance(failure, DataRefused):
        return texte(desk.set_out(failure.problems))
    return inert(_cause(failure))


def _cause(failure: Exception) -> str:
    if isinstance(failure, OSError):
        what = f"{failure.filename} ({cause(failure)})" if failure.filename else cause(failure)
        return f"Lecture ou écriture impossible : {what}."
    if isinstance(failure, MemoryError):
        return "Il n'y a pas assez de mémoire sur cet ordinateur."
    if isinstance(failure, BadAddress):
        return str(failure)
    if type(failure) in _FAILED:
        return _FAILED[type(failure)].format(failure)
    return f"{_OURS}\n{''.join(format_exception(failure)).strip()}"


def as_json(problems: Sequence[Located]) -> str:
    """A list of objects, one a problem."""
    told = json.dumps(
        [
            {
                "fichier": p.file,
                "ligne": p.origin.line,
                "colonne": p.origin.column,
                "code": p.code,
                "niveau": p.niveau.value,
                "probleme": p.fault,
                "pour_corriger": p.remedy,
            }
            for p in problems
        ],
        ensure_ascii=False,
        indent=1,
    )
    return inert(told)


def github(problems: Sequence[Located]) -> str:
    """One workflow command a problem, which GitHub shows on the line at fault."""
    lines = []
    for p in problems:
        if p.niveau is Niveau.INFORMATION:
            continue
        place = f"file={_escaped(p.file)},line={p.origin.line or 1},col={p.origin.column or 1}"
        message = inert(f"{p.fault} Pour corriger : {p.remedy}").replace("%", "%25").replace("\n", "%0A")
        lines.append(f"::{_GITHUB[p.niveau]} {place},title={p.code}::{message}")
    return "\n".join([*lines, summary(problems)])


def _escaped(value: str) -> str:
    return "".join(_KEYS.get(character, character) for character in inert(value))


FORMATS: dict[str, Callable[[Sequence[Located]], str]] = {"texte": texte, "json": as_json, "github": github}
