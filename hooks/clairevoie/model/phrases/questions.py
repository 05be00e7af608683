"""What is asked when a phrase has several meanings, or lacks its year: the answers are ready to copy."""

from __future__ import annotations

from collections.abc import Iterable

from clairevoie.model.phrases.errors import PhraseError
from clairevoie.model.phrases.readings import ReadDeadline

QUESTION = "DAT-05"


class MissingYearError(Exception):
    """The year is missing, and nothing gives it; `reponses` are the phrase with the years it may be in."""

    def __init__(self, reponses: tuple[str, ...]) -> None:
        super().__init__(reponses)
        self.reponses = reponses


class UnreadError(Exception):
    """The words make a sentence of the grammar, but say nothing that stands in the calendar."""


def ambiguous(brut: str, *meanings: str) -> PhraseError:
    """One phrase that may mean this or that."""
    return question(brut, f"peut vouloir dire {' ou '.join(meanings)}", meanings)


def question(brut: str, motif: str, reponses: Iterable[str]) -> PhraseError:
    """A question about a phrase, with its answers."""
    return PhraseError(QUESTION, brut=brut, motif=motif, reponses=choice(reponses))


def asked(reading: ReadDeadline) -> PhraseError:
    """The error that asks for what this reading leaves out (`reading.question` is its code)."""
    return question(reading.texte, "ne dit pas l'année", reading.reponses)


def choice(reponses: Iterable[str]) -> str:
    """« a », « b » ou « c »."""
    *others, last = (f"« {reponse} »" for reponse in reponses) if (reponses := tuple(reponses)) else ("",)
    return f"{', '.join(others)} ou {last}" if others else last
