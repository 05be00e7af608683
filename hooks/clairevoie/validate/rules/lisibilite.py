"""Whether most adults can follow what we write: the summary of a record, and its version that is easy to read.

Goes in: these two fields, which are in our words. Comes out: information, never a fault: an official wording is not
ours to mend, and no measure knows which words people know.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from clairevoie.markdown import paragraphs_of, read
from clairevoie.problems import Problem
from clairevoie.problems.catalogue import problem
from clairevoie.validate.dossier import Dossier
from clairevoie.validate.rule import Scope, rule
from clairevoie.validate.rules.textes import holds_words, sentences_of, words_of

# What a field may ask of a reader: words in a sentence, and the index of a text. On the scale of LIX (Björnsson),
# a text is easy up to 40 and very hard above 60.
_LIMITS = {"en_bref": (25, 60), "facile_a_lire": (15, 40)}
_LONG = 6
# On fewer words, one long word weighs too much for the index to mean anything.
_ENOUGH = 10
_BEFORE_APOSTROPHE = re.compile(r"^.*['’]")


@dataclass(frozen=True, slots=True)
class Measure:
    """How many words a text has, how many are long, and its index: words in a sentence plus long words in a hundred."""

    words: int
    long: int
    sentences: int

    @property
    def lix(self) -> int:
        """The index of a text of at least one word."""
        return round(self.words / self.sentences + 100 * self.long / self.words)


@rule(Scope.RECORD)
def sentence_is_short_enough(dossier: Dossier) -> Iterator[Problem]:
    """One who reads slowly forgets how a long sentence began."""
    for fiche in dossier.fiches:
        for champ, (limite, _) in _LIMITS.items():
            for sentence, words in _sentences(getattr(fiche, champ) or ""):
                if len(words) > limite:
                    facts = {"champ": champ, "n": len(words), "limite": limite, "debut": _head(sentence)}
                    yield problem("LIS-01", fiche.adresse, (champ,), **facts)


@rule(Scope.RECORD)
def words_are_short_enough(dossier: Dossier) -> Iterator[Problem]:
    """Long words tire those who spell them out."""
    for fiche in dossier.fiches:
        for champ, (_, limite) in _LIMITS.items():
            found = measure(getattr(fiche, champ) or "")
            if found.words >= _ENOUGH and found.lix > limite:
                yield problem(
                    "LIS-02",
                    fiche.adresse,
                    (champ,),
                    champ=champ,
                    longs=found.long,
                    n=found.words,
                    indice=found.lix,
                    limite=limite,
                )


def measure(text: str) -> Measure:
    """The counts of a text; names, which nobody chooses, are not held against it."""
    sentences = _sentences(text)
    words = [word for _, inside in sentences for word in inside]
    return Measure(len(words), sum(map(_is_long, words)), len(sentences))


@lru_cache(maxsize=len(_LIMITS))
def _sentences(text: str) -> tuple[tuple[str, Sequence[str]], ...]:
    """The sentences of a text, each with its words; the rules of one record ask in turn for the same texts."""
    # A new paragraph, or a new point of a list, starts another sentence; the address of a link is not a word.
    blocks = (block for block in paragraphs_of(read(text)) if holds_words(block))
    sentences = (sentence for block in blocks for sentence in sentences_of(block))
    return tuple((sentence, words) for sentence in sentences if (words := words_of(sentence)))


def _is_long(word: str) -> bool:
    if len(word) <= _LONG:
        return False
    bare = _BEFORE_APOSTROPHE.sub("", word)
    letters = sum(map(str.isalpha, bare))
    return letters > _LONG and not bare.lstrip('«("\u00a0')[:1].isupper()


def _head(sentence: str) -> str:
    """Enough of a sentence to find it."""
    words = sentence.split()
    return " ".join(words[:5]) + "…"
