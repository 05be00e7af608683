"""Readings written as a row of a table: the type, the value, the rest."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from clairevoie.model.phrases import (
    PhraseError,
    ReadDeadline,
    ReadDuration,
    ReadFrequency,
    read_deadlines,
    read_duration,
    read_frequency,
)

Row = tuple[str, str, str]
_FLAGS = ("approximatif", "alternative", "sauf_feries")
_DEADLINE = ("heure", "heure_fin", "precision", "depend_de", "delai", "intervalle", "depuis", "portee")
_FREQUENCY = ("jour", "heure", "heure_fin", "saison", "periode", "limite")


def rows(name: str) -> Iterator[tuple[str, Row]]:
    """The phrases of a table beside this file, each with the type, the value and the rest that it must say."""
    with Path(__file__).with_name(name).open(encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table, delimiter="\t"):
            yield row["phrase"], (row["type"], row["valeur"] or "", row["reste"] or "")


def told(phrase: str) -> Row:
    """What is read in a phrase: as a deadline, then as a frequency, then as a duration."""
    try:
        return _read(phrase)
    except PhraseError as refused:
        return "refus", "", refused.facts.get("reponses", refused.code)


def _read(phrase: str) -> Row:
    first, *others = read_deadlines(phrase)
    if others:
        values = " + ".join(f"{one.edtf}" for one in (first, *others))
        return "plusieurs", values, _rest(first, _DEADLINE)
    if first.question:
        return "question", "", " / ".join(first.reponses)
    if first.frequence:
        return _frequency(first.frequence)
    if first.type != "texte":
        return first.type, first.edtf or "", _rest(first, _DEADLINE)
    often, long = read_frequency(phrase), read_duration(phrase)
    if often.type != "texte":
        return _frequency(often)
    if long.type == "texte":
        return "texte", "", ""
    ends = f"{long.min or ''}/{long.max or ''}"
    value = long.iso or (long.periode or "" if ends == "/" else ends)
    return long.type, value, _rest(long, () if value == long.periode else ("periode",))


def _frequency(read: ReadFrequency) -> Row:
    counted = {"min": read.min, "max": read.max}
    often = ", ".join(f"{name}={'' if value is None else value}" for name, value in counted.items())
    par = read.par if read.pas == 1 else f"{read.pas} {read.par}"
    months = [
        f"{name}={' '.join(f'{n:02}' for n in getattr(read, name))}"
        for name in ("mois", "sauf")
        if getattr(read, name)
    ]
    return read.type, "", ", ".join(filter(None, (f"{often}, par={par}", *months, _rest(read, _FREQUENCY))))


def _rest(read: ReadDeadline | ReadFrequency | ReadDuration, names: tuple[str, ...]) -> str:
    said = [f"{name}={value}" for name in names if (value := getattr(read, name))]
    return ", ".join(said + [flag for flag in _FLAGS if getattr(read, flag, False)])
