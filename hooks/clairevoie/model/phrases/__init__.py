"""Reading French phrases that say when, how often and how long.

Goes in: a phrase as typed (« Janvier à mars 2009 », « 4 à 6 rencontres par année »). Comes out: frozen
readings that keep the words and add their machine value, or a `PhraseError`. A phrase nobody
recognises is no error: it comes back with the type `texte`. What is recognised is written in `grammaire.txt`.
"""

from clairevoie.model.phrases.advice import Genre, near
from clairevoie.model.phrases.edtf import ReadValue, bounds, read_deadline_value, say_date
from clairevoie.model.phrases.errors import PhraseError
from clairevoie.model.phrases.questions import asked
from clairevoie.model.phrases.readers import (
    check_frequency,
    read_deadlines,
    read_duration,
    read_frequency,
)
from clairevoie.model.phrases.readings import ReadDeadline, ReadDuration, ReadFrequency
from clairevoie.model.phrases.settings import Contexte, ReglagesDuTemps

__all__ = [
    "Contexte",
    "Genre",
    "PhraseError",
    "ReadDeadline",
    "ReadDuration",
    "ReadFrequency",
    "ReadValue",
    "ReglagesDuTemps",
    "asked",
    "bounds",
    "check_frequency",
    "near",
    "read_deadline_value",
    "read_deadlines",
    "read_duration",
    "read_frequency",
    "say_date",
]
