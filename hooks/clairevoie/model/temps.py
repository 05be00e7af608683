"""Deadlines, frequencies and durations: one French phrase typed, its machine value read from it."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cached_property
from typing import Any, Self

from pydantic import model_validator

from clairevoie.model.base import FormeCourte, Nombre, Texte, as_typed, one, phrase_refused, refuse
from clairevoie.model.listes import Unite
from clairevoie.model.phrases import (
    Contexte,
    PhraseError,
    ReadDeadline,
    ReadDuration,
    ReadFrequency,
    read_deadlines,
    read_duration,
    read_frequency,
    say_date,
)
from clairevoie.model.quand import day, is_unread

# The notation of machines, typed alone or among words.
_ISO_DAY = re.compile(r"(?<![\d/-])(\d{4})-(\d{1,2})-(\d{1,2})(?![\d/-])")
_MACHINE = re.compile(r"\d{4}-\d{1,2}(?:-\d{1,2})?(?:\s*/\s*\d{4}-\d{1,2}(?:-\d{1,2})?)?")


def _padded(year: str, month: str, day: str) -> str:
    return f"{year}-{int(month):02}-{int(day):02}"


class _Phrase(FormeCourte):
    """A phrase; a bare year, which YAML reads as a number, is one too."""

    texte: Texte = one("Phrase", "La phrase, comme dans la source", obligatoire=True)

    @model_validator(mode="before")
    @classmethod
    def _year(cls, data: Any) -> Any:
        is_number = isinstance(data, int) and not isinstance(data, bool)
        return {"texte": str(data)} if is_number else data


class Echeance(_Phrase):
    """A deadline: one phrase, which may name several dates."""

    edtf: Texte | None = one("Valeur machine", "Remplace la lecture de la phrase")
    portee: Texte | None = one("Portée", "À qui elle s'applique")
    depend_de: Texte | None = one("Dépend de", "De quoi elle dépend")

    @cached_property
    def lues(self) -> tuple[ReadDeadline, ...]:
        """The deadlines read, in the order of the phrase; what was typed beside it wins."""
        return read_deadlines(self.texte, edtf=self.edtf, portee=self.portee, depend_de=self.depend_de)

    @property
    def dite(self) -> str:
        """The phrase as people read it: as typed, unless it was typed in the notation of machines."""
        if _MACHINE.fullmatch(self.texte.strip()):
            return " et ".join(day(lue) for lue in self.lues)
        years = sorted({lue.edtf[:4] for lue in self.lues if lue.annee_deduite and lue.edtf})
        typed = _ISO_DAY.sub(lambda found: say_date(_padded(*found.groups())), self.texte)
        return f"{typed} ({', '.join(years)})" if years else typed

    @property
    def non_lue(self) -> bool:
        """Whether the phrase may say when, without the site knowing."""
        return any(map(is_unread, self.lues))

    @model_validator(mode="after")
    def _readable(self) -> Self:
        try:
            _ = self.lues
        except PhraseError as error:
            raise phrase_refused(error) from error
        return self


def under(echeance: Echeance, contexte: Contexte, origine: str) -> Echeance:
    """The same deadline, read with what stands around it; itself when that changes nothing. Raises PhraseError.

    `origine` is where the years of the context come from: a reading whose year does is told so in `depuis`.
    """
    said = {"edtf": echeance.edtf, "portee": echeance.portee, "depend_de": echeance.depend_de}
    lues = _placed(read_deadlines(echeance.texte, **said, contexte=contexte), origine)
    if lues == echeance.lues:
        return echeance
    completed = echeance.model_copy()
    vars(completed)["lues"] = lues  # where `cached_property` finds what is read already
    return completed


def date_under(jour: ReadDeadline, contexte: Contexte, origine: str) -> ReadDeadline:
    """The same of the one date of a field."""
    read, *others = _placed(read_deadlines(jour.texte, contexte=contexte), origine)
    read = as_typed(read, jour.texte)
    return jour if others or read == jour else read


def _placed(lues: tuple[ReadDeadline, ...], origine: str) -> tuple[ReadDeadline, ...]:
    return tuple(replace(lue, depuis=origine) if lue.annee_deduite else lue for lue in lues)


class Frequence(_Phrase):
    """How often something comes back."""

    objet: Texte | None = one("Objet", "Ce qui revient (« bilan »); défaut : rencontres")
    min: Nombre | None = one("Au moins", "Remplace la lecture de la phrase")
    max: Nombre | None = one("Au plus", "Remplace la lecture de la phrase")
    par: Unite | None = one("Par", "Unité de temps")

    @cached_property
    def lue(self) -> ReadFrequency:
        """What the phrase says, or what was typed in its place."""
        low, high = (None if n is None else int(n) for n in (self.min, self.max))
        return read_frequency(self.texte, min=low, max=high, par=self.par)

    @model_validator(mode="after")
    def _possible(self) -> Self:
        try:
            _ = self.lue
        except PhraseError as error:
            raise phrase_refused(error) from error
        return self


class Duree(_Phrase):
    """How long something lasts, without saying when it starts."""

    iso: Texte | None = one("Durée ISO 8601", "Remplace la lecture de la phrase")

    @cached_property
    def lue(self) -> ReadDuration:
        """What the phrase says, or what was typed in its place."""
        return read_duration(self.texte, iso=self.iso)

    @model_validator(mode="after")
    def _readable(self) -> Self:
        try:
            _ = self.lue
        except PhraseError as error:
            raise refuse("DAT-02", brut=self.iso or self.texte) from error
        return self
