"""Words as Pagefind finds them: it folds accents and stems French, but it reads words as machines do.

It takes « l’Énergie » for one word, « C++ » for « C », does not know that « œ » is « oe » or « ł » « l », parts no
words in Chinese, and « MES » is the word « mes », which says nothing. What is indexed is opened up here, what is
asked by `index-de-recherche.js`, which must do the same; `resultat.js` closes again what is shown.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator

from clairevoie.model.folding import fold, spelled

# Letters that stand in no text of the site: they make words of signs that Pagefind leaves out, and of acronyms.
_SIGNS = str.maketrans("+/#&", "ᚁᚂᚃᚄ")
_ACRONYM = "ᚐ"
# What ends the first part of an elision, and a word that was added after the one that it finds.
_ELIDED, _ADDED = "^ ", "|^"
_APOSTROPHE = re.compile(r"(?<=\w)['’](?=\w)")
_LETTERS = "".join(
    letter
    for letter in map(chr, range(0xC0, 0x250))
    if not spelled(letter).startswith(unicodedata.normalize("NFD", letter)[0])
)
_IDEOGRAPH = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_WORD = r"[^\W_]"
_SIGNED = (
    rf"{_WORD}+(?:\+{{1,2}}|#)(?!{_WORD})"
    rf"|(?<!{_WORD})(?:\d+(?:/\d+)+|{_WORD}{{1,2}}(?:[&/]{_WORD}{{1,2}})+)(?!{_WORD})"
)
_HELPED = re.compile(rf"[{_LETTERS}{_IDEOGRAPH}]|{_SIGNED}")


class Opener:
    """Opens up texts, in which `acronyms` are words that would say nothing otherwise."""

    def __init__(self, acronyms: Collection[str] = ()) -> None:
        names = "|".join(map(re.escape, sorted(acronyms, key=len, reverse=True)))
        self._acronyms = re.compile(rf"(?<![\w-])(?:{names})(?![\w-])") if acronyms else None

    def open(self, texte: str) -> str:
        """`l’Énergie` → `l'^ Énergie`, `œuvre` → `œuvre oeuvre|^`."""
        parted = _APOSTROPHE.sub(f"'{_ELIDED}", texte).replace("’", "'")
        if not _HELPED.search(parted) and not (self._acronyms and self._acronyms.search(parted)):
            return parted
        return " ".join(" ".join((word, *self._added(word))) for word in parted.split())

    def _added(self, word: str) -> Iterator[str]:
        """The words by which one is found too."""
        acronym = self._acronyms.search(word) if self._acronyms else None
        if acronym:
            yield f"{_ACRONYM}{acronym_key(acronym[0])}{_ADDED}"
        if not _HELPED.search(word):
            return
        signed = re.search(_SIGNED, word)
        if signed:
            yield f"{signed[0].translate(_SIGNS)}{_ADDED}"
        ideographs = re.findall(f"[{_IDEOGRAPH}]", word)
        yield from (f"{one}{_ADDED}" for one in ideographs if len(ideographs) > 1)
        letters = re.search(rf"{_WORD}*[{_LETTERS}]{_WORD}*", word)
        if letters:
            yield f"{spelled(letters[0])}{_ADDED}"


def acronym_key(sigle: str) -> str:
    """An acronym as it is asked: « P.A.S. » is `pas`."""
    return fold(sigle).replace(" ", "")
