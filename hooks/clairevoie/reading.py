"""What the site understands of one phrase, in French sentences and as objects for tools.

Goes in: a phrase. Comes out: its readings as a deadline, else as a frequency, else as a duration; a `PhraseError` for
one that is impossible or that leaves a question, `Unread` for one that says nothing the site knows.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from clairevoie.model.phrases import (
    Contexte,
    PhraseError,
    ReadDeadline,
    ReadDuration,
    ReadFrequency,
    asked,
    read_deadlines,
    read_duration,
    read_frequency,
)
from clairevoie.problems.catalogue import problem
from clairevoie.validate.proches import near_phrases
from clairevoie.wording import lectures
from clairevoie.wording.frequencies import often
from clairevoie.wording.typography import headline, spaced

ReadPhrase = ReadDeadline | ReadFrequency | ReadDuration

# What each type of reading is called, before its words.
_KINDS = {
    "date": "Une date",
    "mois": "Un mois",
    "saison": "Une saison",
    "trimestre": "Un trimestre",
    "annee": "Une année",
    "intervalle": "Une période",
    "frequence": "Une fréquence",
    "duree": "Une durée",
    "periode": "Une période",
}


class Unread(Exception):  # noqa: N818 - it says what became of the phrase
    """The site understands nothing in the phrase."""


def read_phrase(phrase: str, contexte: Contexte) -> tuple[ReadPhrase, ...]:
    """The readings of a phrase, in its order. Raises PhraseError or Unread."""
    if not phrase.strip():
        raise Unread(phrase)
    lues = read_deadlines(phrase, contexte=contexte)
    question = next((lue for lue in lues if lue.question), None)
    if question:
        raise asked(question)
    if all(lue.type != "texte" for lue in lues):
        return tuple(lue.frequence or lue for lue in lues)
    others: tuple[ReadPhrase, ...] = (
        read_frequency(phrase, contexte=contexte),
        read_duration(phrase, contexte=contexte),
    )
    for other in others:
        if other.type != "texte":
            return (other,)
    raise Unread(phrase)


def advice(phrase: str, failure: PhraseError | Unread) -> str:
    """Why a phrase is not read, and what to write instead."""
    if isinstance(failure, PhraseError):
        told = problem(failure.code, "", **failure.facts)
        return f"{told.fault}\nPour corriger : {told.remedy}"
    if not phrase.strip():
        return (
            'La phrase est vide.\nPour corriger : écrivez-la entre guillemets : clairevoie lire "mars 2027".'
        )
    a, b = near_phrases(phrase, "echeance")
    often, _ = near_phrases(phrase, "frequence")
    return (
        f"« {phrase} » n'est lu ni comme une date, ni comme une fréquence, ni comme une durée.\n"
        f"Pour corriger : écrivez par exemple « {a} », « {b} » ou « {often} »."
    )


def in_french(lues: Iterable[ReadPhrase]) -> str:
    """« Une date : le 22 mars 2027, à 19 h. », one line a reading."""
    return "\n".join(spaced(f"{_sentence(lue)}.") for lue in lues)


def as_json(lues: Iterable[ReadPhrase]) -> str:
    """A list of objects, one a reading; what is not said is not there."""
    return json.dumps([_described(lue) for lue in lues], ensure_ascii=False, indent=1)


def _sentence(lue: ReadPhrase) -> str:
    kind = _KINDS.get(lue.type, "")
    if isinstance(lue, ReadDeadline):
        said = lectures.sentence(lue)
    elif isinstance(lue, ReadDuration):
        said = lectures.how_long(lue)
    else:
        said = often(lue) if lue.type == "frequence" else lue.texte
    whole = f"{kind} : {said}" if kind else headline(said)
    portee = getattr(lue, "portee", None)
    return f"{whole} ({portee})" if portee else whole


def _described(lue: ReadPhrase) -> Mapping[str, Any]:
    describe = _DESCRIBED[type(lue)]
    return {key: value for key, value in describe(lue).items() if value not in (None, False, "", (), [])}


def _deadline(lue: ReadDeadline) -> Mapping[str, Any]:
    return {
        "texte": lue.texte,
        "type": lue.type,
        "valeur": lue.edtf,
        "heure": lue.heure,
        "heure_fin": lue.heure_fin,
        "precision": lue.precision,
        # « vers » is said by the value itself.
        "approximatif": lue.approximatif and not (lue.edtf or "").endswith("~"),
        "alternative": lue.alternative,
        "depend_de": lue.depend_de,
        "delai": lue.delai,
        "intervalle": lue.intervalle,
        "depuis": lue.depuis,
        "portee": lue.portee,
    }


def _frequency(lue: ReadFrequency) -> Mapping[str, Any]:
    return {
        "texte": lue.texte,
        "type": lue.type,
        "min": lue.min,
        "max": lue.max,
        "par": _unit(lue),
        "jour": lue.jour,
        "mois": _months(lue.mois),
        "saison": lue.saison,
        "periode": lue.periode,
        "heure": lue.heure,
        "heure_fin": lue.heure_fin,
        "approximatif": lue.approximatif,
        "limite": lue.limite,
        "sauf": _months(lue.sauf),
        "sauf_feries": lue.sauf_feries,
        "portee": lue.portee,
    }


def _duration(lue: ReadDuration) -> Mapping[str, Any]:
    return {
        "texte": lue.texte,
        "type": lue.type,
        "valeur": lue.iso,
        "min": lue.min,
        "max": lue.max,
        "periode": lue.periode,
        "approximatif": lue.approximatif,
        "alternative": lue.alternative,
    }


_DESCRIBED: Mapping[type, Any] = {
    ReadDeadline: _deadline,
    ReadFrequency: _frequency,
    ReadDuration: _duration,
}
_PLURAL = {
    "jour": "jours",
    "semaine": "semaines",
    "mois": "mois",
    "trimestre": "trimestres",
    "annee": "annees",
}


def _unit(lue: ReadFrequency) -> str | None:
    """`mois`, `6 semaines`: the words of the closed list, as tools read them."""
    return lue.par if lue.par is None or lue.pas == 1 else f"{lue.pas} {_PLURAL[lue.par]}"


def _months(mois: Sequence[int]) -> str | list[str]:
    """`05`, or a list of several."""
    told = [f"{one:02}" for one in mois]
    return told[0] if len(told) == 1 else told
