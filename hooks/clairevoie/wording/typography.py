"""French typography for what is shown: spaces that do not break, amounts, and safe Markdown."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache

from markupsafe import Markup, escape

from clairevoie import markdown
from clairevoie.model.describe import Champ
from clairevoie.model.folding import capital_of
from clairevoie.model.monnaies import unit

NBSP = "\u00a0"
_SPACES = re.compile(r" (?:(?=»|[:;!?%$€£](?:\s|$|[.,)]))|(?<=« )|(?<=\d )(?=\d{3}(?!\d)))")
_MARKS = re.compile(r"[*_`\[\]<>#\\|~\n]|^\s*(?:[-+]|\d+[.)])\s")
_JOINER = "\u200d"
# What belongs to the sign before it: an accent, a joiner, the look or the hue of an emoji, the tags of a flag.
_CLINGING = re.compile(
    "[\u0300-\u036f\u20d0-\u20f0\ufe00-\ufe0f\u200d\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]"
)
_FLAG_LETTERS = re.compile("[\U0001f1e6-\U0001f1ff]+\\Z")
_SENTENCE = re.compile(r"(?<=[.!?])(?<!^\d\.)(?<!^\d{2}\.)(?<!^\d{4}\.)\s+(?=[A-ZÀ-Ý«])")
_DECIMAL = re.compile(r"-?\d+\.\d+")
_LINE_END = re.compile(r"\s*\n\s*")
_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)")


def spaced(texte: str) -> str:
    """The text with its French spaces made unbreakable; no character is added or removed."""
    return _SPACES.sub(NBSP, texte)


def printed(texte: str) -> str:
    """Words typed with a keyboard, as French prints them: « L'argent : qui donne » → « L’argent : qui donne »."""
    return spaced(_APOSTROPHE.sub("’", texte))


def typo(texte: object) -> Markup:
    """A plain text, spaced and escaped; what is HTML already comes back as it is."""
    return texte if isinstance(texte, Markup) else _typo(str(texte))


@lru_cache(maxsize=4096)
def _typo(texte: str) -> Markup:
    return escape(spaced(texte))


def headline(texte: str) -> str:
    """A plain text with its first letter capitalised, and nothing else changed: a name at the head of a line."""
    return capital_of(texte[:1]) + texte[1:]


def uncapitalised(texte: str) -> str:
    """« Axe » → « axe », inside a sentence; letters that stand for words keep their capitals: « OS »."""
    return texte if texte[1:2].isupper() else texte[:1].lower() + texte[1:]


def capital(texte: object) -> Markup:
    """The same as HTML."""
    if isinstance(texte, Markup):
        return Markup(headline(texte))
    return typo(headline(str(texte)))


def number(valeur: Decimal | int) -> str:
    """1234.5 → « 1 234,5 », groups of three kept together."""
    whole, _, decimals = (
        f"{valeur:f}".partition(".") if isinstance(valeur, Decimal) else (str(valeur), "", "")
    )
    grouped = re.sub(r"(?<=\d)(?=(\d{3})+$)", NBSP, whole)
    return f"{grouped},{decimals}" if decimals else grouped


def measured(valeur: str) -> str:
    """What was measured: « 5.8 », as data types it, → « 5,8 »; a year and words as typed."""
    return valeur.replace(".", ",") if _DECIMAL.fullmatch(valeur) else valeur


def money(valeur: Decimal, devise: str) -> str:
    """80000 → « 80 000 $ », « 80 000 francs suisses »; cents are shown only when there are some."""
    whole = valeur.to_integral_value()
    shown = Decimal(int(valeur)) if valeur == whole else valeur.quantize(Decimal("0.01"))
    sign = unit(valeur, devise)
    return f"{number(shown)}{NBSP}{sign.replace(' ', NBSP) if sign.startswith('$') else sign}"


def dialled(telephone: str) -> str:
    """« 819-797-7110 » → `+18197977110`, as a telephone takes it; without the country when the number is unusual."""
    digits = re.sub(r"\D", "", telephone)
    return f"+1{digits[-10:]}" if re.fullmatch(r"1?\d{10}", digits) else digits


def prose(texte: str, href: Callable[[str], str]) -> Markup:
    """A long text in Markdown, as HTML that can harm nobody; `href` says where the site's own addresses stand."""
    if not _MARKS.search(texte):
        return Markup("<p>{}</p>").format(typo(texte))
    return markdown.html_of(markdown.read(spaced(texte)), href)


def paragraphs(texte: str) -> Markup:
    """A long text as typed: a blank line parts two paragraphs, and each line stays one."""
    if "\n" not in texte:
        return Markup("<p>{}</p>").format(typo(texte))
    blocks = re.split(r"\n[ \t]*\n\s*", texte.strip())
    lines = (Markup("<br>\n").join(map(typo, block.split("\n"))) for block in blocks)
    return Markup("\n").join(map(Markup("<p>{}</p>").format, lines))


def plain(texte: str) -> str:
    """The words of a text in Markdown, without its marks."""
    # Read with the spaces of its page, which is then the same reading; they are ordinary ones on a line of words.
    return markdown.words_of(markdown.read(spaced(texte))) if _MARKS.search(texte) else texte


def read_words(champ: Champ, texte: str) -> str:
    """The words of a field as people read them: marks are read only where the model says that it is Markdown."""
    return plain(texte) if champ.sorte == "markdown" else texte


def first_sentence(texte: str) -> str:
    """What stands before the second sentence of a text; a number at its head begins a sentence, and is none."""
    return _SENTENCE.split(_LINE_END.sub(" ", texte), maxsplit=1)[0]


def shortened(texte: str, length: int) -> str:
    """The text cut between two words so as not to exceed a length, with « … » where it was cut."""
    if len(texte) <= length:
        return texte
    head, space, _ = texte[: length - 1].rpartition(" ")
    return (head if space else texte[: _apart(texte, length - 1)]).rstrip(" ,;:.") + "…"


def _apart(texte: str, place: int) -> int:
    """The last place, up to that one, where a text can be cut in two: not inside an emoji or an accented letter."""
    while place and (
        _CLINGING.match(texte, place) or texte[place - 1] == _JOINER or _halves_a_flag(texte, place)
    ):
        place -= 1
    return place


def _halves_a_flag(texte: str, place: int) -> bool:
    """Whether an odd number of the letters that make flags, two by two, stands before that place and one after."""
    before = _FLAG_LETTERS.search(texte[:place])
    after = _FLAG_LETTERS.search(texte[place : place + 1])
    return before is not None and after is not None and len(before[0]) % 2 == 1
