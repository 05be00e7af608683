"""What a text may hold: no HTML, no more than a person will read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from clairevoie.model.parcours import Chemin
from clairevoie.problems import Located, Problem
from clairevoie.problems.catalogue import located, problem
from clairevoie.read import Record
from clairevoie.read.quotas import LONGEST_NAME, LONGEST_TEXT
from clairevoie.validate.dossier import Dossier
from clairevoie.validate.rule import Scope, rule
from clairevoie.validate.typed import names

# A tag opens or closes on a letter glued to « < », and closes, or gives an attribute a value.
# « < 5 ans », « <5 ans » and the Markdown link <https://…> are not tags.
_TAG = re.compile(r"<!--|<!doctype\b|<(/?[a-z][a-z0-9-]*)(?:\s*/?>|\s[^<>]*>|\s+[\w-]+\s*=)", re.IGNORECASE)
_LONGEST = dict.fromkeys(("nom", "titre"), LONGEST_NAME)
_SUMMARY_WORDS = 40
# A full stop, then a capital; but not after an initial or an abbreviation (« M. Roy », « St. John »).
_NEXT_SENTENCE = re.compile(r"[.!?…]+[»\")\s]*\s(?=[«\"(\s]*[A-ZÀ-ÖØ-ÞŒ])")
_ABBREVIATIONS = {"mm", "mme", "mmes", "dr", "dre", "me", "st", "ste", "no", "art", "av", "boul"}
_LONGEST_ABBREVIATION = max(map(len, _ABBREVIATIONS))
_LAST_WORD = re.compile(r"\w*\Z")


@rule(Scope.RECORD)
def text_holds_no_html(dossier: Dossier) -> Iterator[Located]:
    """Texts are Markdown or plain words; a tag would be shown as typed."""
    for record, place, text in _texts(dossier):
        match = _TAG.search(text) if "<" in text else None
        if match:
            balise = f"<{match.group(1)}>" if match.group(1) else match.group(0)
            origin = record.origin_inside(place, match.start())
            yield located("TYP-17", record.path, origin, record.adresse, place, balise=balise)


@rule(Scope.RECORD)
def text_is_not_too_long(dossier: Dossier) -> Iterator[Problem]:
    """A very long text is often another field pasted at the wrong place."""
    for record, place, text in _texts(dossier):
        if len(text) > LONGEST_NAME:
            champ = names(place)[-1]
            if len(text) > _LONGEST.get(champ, LONGEST_TEXT):
                yield problem("TYP-18", record.adresse, place, champ=champ, n=len(text))


@rule(Scope.RECORD)
def en_bref_is_one_short_sentence(dossier: Dossier) -> Iterator[Problem]:
    """A summary is one sentence of at most 40 words."""
    for fiche in dossier.fiches:
        if fiche.en_bref is None:
            continue
        words, sentences = len(words_of(fiche.en_bref)), sentences_of(fiche.en_bref)
        if words > _SUMMARY_WORDS or len(sentences) > 1:
            several = len(sentences) > 1
            constat = (
                f"{len(sentences)} phrases, dont la première est « {sentences[0]} »"
                if several
                else f"{words} mots"
            )
            yield problem("TYP-19", fiche.adresse, ("en_bref",), constat=constat)


def words_of(text: str) -> list[str]:
    """The words of a text, as a person counts them: « l'entraide » is one, « – » is none."""
    return [word for word in text.split() if word.isalnum() or holds_words(word)]


def holds_words(text: str) -> bool:
    """Whether a text has one word at least."""
    return any(map(str.isalnum, text))


def sentences_of(text: str) -> list[str]:
    """The sentences of a paragraph."""
    ends = [m.end() for m in _NEXT_SENTENCE.finditer(text) if not _is_shortened(text, m.start())]
    return [text[start:end].strip() for start, end in pairwise((0, *ends, len(text)))]


def _is_shortened(text: str, end: int) -> bool:
    """Whether the word that stops at `end` is an initial or an abbreviation; a bit of a longer word is neither."""
    found = _LAST_WORD.search(text, max(0, end - 2 * _LONGEST_ABBREVIATION), end)
    word = found[0] if found else ""
    return len(word) == 1 or word.lower() in _ABBREVIATIONS


def _texts(dossier: Dossier) -> Iterator[tuple[Record, Chemin, str]]:
    """Every text typed in a well-formed record, with its place."""
    formed = {(fiche.collection, fiche.id) for fiche in dossier.fiches}
    return (found for found in dossier.textes if (found[0].collection, found[0].id) in formed)
