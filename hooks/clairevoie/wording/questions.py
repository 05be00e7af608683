"""What is asked of a record, in words: « Qui s'occupe de 4 de ses 28 actions? »"""

from __future__ import annotations

from collections.abc import Callable

from clairevoie.derive.lacunes import Lacune
from clairevoie.model.fiche import Fiche
from clairevoie.model.quand import day
from clairevoie.wording.typography import number


def words(fiche: Fiche, question: Lacune) -> str:
    """The question, as one sentence."""
    return _WORDS[question.sorte](fiche, question)


def _steps(fiche: Fiche, question: Lacune) -> tuple[str, bool]:
    one, several = ("étape", "étapes") if fiche.collection == "projets" else ("action", "actions")
    return _among(question, one, several, "une")


def _among(question: Lacune, one: str, several: str, un: str) -> tuple[str, bool]:
    """« ses 28 actions », « 4 de ses 28 actions », « une de ses 28 actions »; and whether that is one thing."""
    if question.sur == 1:
        return f"son {one}", True
    whole = f"ses {number(question.sur)} {several}"
    if question.nombre == question.sur:
        return whole, False
    return (
        (f"{un} de {whole}", True)
        if question.nombre == 1
        else (f"{number(question.nombre)} de {whole}", False)
    )


def _of(whole: str) -> str:
    return f"d'{whole}" if whole.startswith("un") else f"de {whole}"


def _who(fiche: Fiche, question: Lacune) -> str:
    return f"Qui s'occupe {_of(_steps(fiche, question)[0])}?"


def _when(fiche: Fiche, question: Lacune) -> str:
    whole, is_one = _steps(fiche, question)
    return f"Quand se {'fait' if is_one else 'font'} {whole}?"


def _then(fiche: Fiche, question: Lacune) -> str:
    whole, is_one = _steps(fiche, question)
    return f"{'Qu’est devenue' if is_one else 'Que sont devenues'} {whole}?"


def _total(_: Fiche, question: Lacune) -> str:
    return f"Quel est le total {_of(_among(question, 'budget', 'budgets', 'un')[0])}?"


def _review(fiche: Fiche, _: Lacune) -> str:
    when = f" (ce qu'elle dit est daté : {day(fiche.etat_au)})" if fiche.etat_au else ""
    return f"Ce que dit cette fiche est-il encore vrai{when}?"


_WORDS: dict[str, Callable[[Fiche, Lacune], str]] = {
    "qui": _who,
    "quand": _when,
    "suite": _then,
    "total": _total,
    "composition": lambda *_: "Qui en fait partie?",
    "date": lambda *_: "De quand date ce que dit cette fiche?",
    "revoir": _review,
}
