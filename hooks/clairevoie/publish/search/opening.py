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
_ACRONYM, _NAME = "ᚐ", "ᚑ"
# What ends the first part of an elision, and a word that was added after the one that it finds.
_ELIDED, _ADDED = "^ ", "|^"
# The sign that is looked for comes first, and what stands before it after: texts are gone through faster.
_APOSTROPHE = re.compile(r"['’](?<=\w.)(?=\w)")
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
# « St-Marc » is « Saint-Marc » for whoever types it in full, and the other way around.
_SAINTS = {"st": "saint", "ste": "sainte", "saint": "st", "sainte": "ste"}
_AS_ABBREVIATED = {"saint": "st", "sainte": "ste"}
_SAINT = re.compile(rf"[Ss](?<!{_WORD}.)(?:ain)?te?(?!{_WORD})")
# Pagefind parts words at a hyphen, not at a dash.
_DASH = re.compile(rf"[–—](?<={_WORD}.)(?={_WORD})")
# What a word may be helped for: texts are long, and few of their words are.
_TELLING = re.compile(f"[{_LETTERS}{_IDEOGRAPH}+/#&–—]")
_IN_SIGNS, _IN_LETTERS = re.compile(_SIGNED), re.compile(rf"{_WORD}*[{_LETTERS}]{_WORD}*")
_IN_IDEOGRAPHS = re.compile(f"[{_IDEOGRAPH}]")


class Opener:
    """Opens up texts, in which `acronyms` are words that would say nothing otherwise, as the `empty` ones do."""

    def __init__(self, acronyms: Collection[str] = (), empty: Collection[str] = ()) -> None:
        self.empty = empty
        names = "|".join(map(re.escape, sorted(acronyms, key=len, reverse=True)))
        self._acronyms = re.compile(rf"(?<![\w-])(?:{names})(?![\w-])") if acronyms else None
        self._telling = (_TELLING, _SAINT, *filter(None, (self._acronyms,)))

    def open(self, texte: str) -> str:
        """`l’Énergie` → `l'^ Énergie`, `œuvre` → `œuvre oeuvre|^`."""
        parted = " ".join(_APOSTROPHE.sub(f"'{_ELIDED}", texte).split())
        found, start = [], 0
        for place in sorted({one.start() for telling in self._telling for one in telling.finditer(parted)}):
            if place >= start:
                first, end = parted.rfind(" ", 0, place) + 1, parted.find(" ", place)
                word = parted[first : end if end >= 0 else len(parted)]
                added = "".join(f" {one}{_ADDED}" for one in self._added(word))
                found += [parted[start : first + len(word)], added]
                start = first + len(word)
        return "".join((*found, parted[start:])).replace("’", "'")

    def _added(self, word: str) -> Iterator[str]:
        """The words by which one is found too."""
        acronym = self._acronyms.search(word) if self._acronyms else None
        if acronym:
            yield _ACRONYM + acronym_key(acronym[0])
        signed = _IN_SIGNS.search(word)
        if signed:
            yield signed[0].translate(_SIGNS)
        ideographs = _IN_IDEOGRAPHS.findall(word)
        yield from ideographs if len(ideographs) > 1 else ()
        if _DASH.search(word):
            yield from (part for part in _DASH.split(word) if len(re.findall(_WORD, part)) > 1)
        saint = _SAINT.search(word)
        if saint:
            yield _SAINTS[saint[0].lower()]
        letters = _IN_LETTERS.search(word)
        if letters:
            yield spelled(letters[0])


def name_keys(name: str, empty: Collection[str]) -> Iterator[str]:
    """A name as one word, with and without the words that say nothing: « La Vie-d’Ici » is `ᚑlaviedici`, `ᚑvieici`."""
    words = [_AS_ABBREVIATED.get(word, word) for word in fold(name).split()]
    keys = dict.fromkeys(("".join(words), "".join(word for word in words if word not in empty)))
    yield from (_NAME + key for key in keys if key)


def hidden(words: str) -> str:
    """Words that find what they stand in, and are never shown."""
    return " ".join(f"{word}{_ADDED}" for word in words.split())


def acronym_key(sigle: str) -> str:
    """An acronym as it is asked: « P.A.S. » is `pas`."""
    return fold(sigle).replace(" ", "")
