"""Files as accidents leave them: lines lost, doubled or moved, signs, types, bytes and encodings changed at random."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

_VALUES = (
    "null", "~", "true", "no", "oui", "-1", "0777", "1.10", "35000,50", "35 k$", "1e400", ".inf", ".nan", "0x1F",
    "9" * 500, "1e999999999", "2009-13", "2009-02-30", "31/02/2009", "03/04/2025", "2026-27", "25 h 99", "1er mars",
    "bientôt", "aux deux semaines", "[]", "{}", "[a, b]", "{a: b}", "{a, b}",
    "[[a]]", '""', "''", '"  "', "'l'énergie'",
    '"\\$"', '"\\x07"', "@x", "`x", "%x", "&a b", "*a", "!!str x", "!x y", "|", ">", "| texte", "a : b", "a #b", "-a",
    "http://a", "https://[", "www.a.b", "<ul>", "[[projets/rien]]", "vice_presidence", "association", "non_confirme",
    "A" * 6000, "é" * 300, "東京", "👩\u200d🌾", "e\u0301", "\u200b", "\u202e", "\ufeff", "\u00a0", "\x00",
    "\x85", "../../x",
)  # fmt: skip
_LINES = (
    "<<: *a", "<<: {a: b}", "---", "...", "%YAML 1.1", "<<<<<<< HEAD", "=======", ">>>>>>> autre", "? a", ": b", "- x",
    "id: x", "publication: retire", "publication: brouillon", "nom: x", "titre: x", "xyz: 1", "nom", "nom:x", "-x",
    "\tnom: x", "  nom: x", "\u00a0nom: x", "notes: [{champ: rien, nature: ecart, texte: x}]", "parent: x",
    "# a@gmail.com",
    "sources: x", "membres: [{fonction: x, nom: Vacant}]", "budgets: [{id: b, total_declare: 5}]", "a: " + "[" * 40,
)  # fmt: skip
_SIGNS = "\"'[]{},:-@%|>\\?#&*!\t\r\n\x00\x07\u00a0\u2028\ufeff \u0301<=~"
_ENCODINGS = ("latin-1", "cp1252", "utf-16", "utf-8-sig", "cp850", "utf-7")

Lines = list[str]
_OfLines = Callable[[random.Random, Lines], None]


def _drop(chance: random.Random, lines: Lines) -> None:
    del lines[_some(chance, lines)]


def _double(chance: random.Random, lines: Lines) -> None:
    here = _some(chance, lines)
    lines.insert(chance.randint(0, len(lines)), lines[here])


def _swap(chance: random.Random, lines: Lines) -> None:
    a, b = _some(chance, lines), _some(chance, lines)
    lines[a], lines[b] = lines[b], lines[a]


def _add(chance: random.Random, lines: Lines) -> None:
    here = _some(chance, lines)
    indent = lines[here][: len(lines[here]) - len(lines[here].lstrip())]
    lines.insert(here, chance.choice(("", indent, indent + "  ")) + chance.choice(_LINES))


def _indent(chance: random.Random, lines: Lines) -> None:
    here = _some(chance, lines)
    lines[here] = chance.choice((" ", "  ", "\t", "   - ", "\u00a0")) + lines[here]


def _unindent(chance: random.Random, lines: Lines) -> None:
    here = _some(chance, lines)
    lines[here] = lines[here].lstrip(" -") if chance.random() < 0.5 else lines[here][1:]


def _revalue(chance: random.Random, lines: Lines) -> None:
    here = _some(chance, lines)
    key, colon, _ = lines[here].partition(": ")
    lines[here] = f"{key}: {chance.choice(_VALUES)}" if colon else chance.choice(_VALUES)


def _rename(chance: random.Random, lines: Lines) -> None:
    here = _some(chance, lines)
    key, colon, rest = lines[here].partition(":")
    at = chance.randint(0, len(key))
    lines[here] = (
        key[:at] + chance.choice(("", "x", "s", "_", " ", "é", "\u00a0")) + key[at + 1 :] + colon + rest
    )


def _respell(chance: random.Random, lines: Lines) -> None:
    """A number, a quote or a word inside a line becomes something else."""
    here = _some(chance, lines)
    words = lines[here].split(" ")
    which = chance.randrange(len(words))
    words[which] = chance.choice((chance.choice(_VALUES), words[which].strip("\"'"), f'"{words[which]}', ""))
    lines[here] = " ".join(words)


def _glue(chance: random.Random, lines: Lines) -> None:
    here = _some(chance, lines)
    lines[here : here + 2] = ["".join(lines[here : here + 2])]


def _cut(chance: random.Random, lines: Lines) -> None:
    del lines[_some(chance, lines) :]


def _hug(chance: random.Random, lines: Lines) -> None:
    lines[_some(chance, lines)] = "mot: " + chance.choice(("mot ", "[a, ", "{a: ", "- ")) * 2000


_OF_LINES: Sequence[_OfLines] = (
    _drop, _double, _swap, _add, _add, _indent, _unindent, _revalue, _revalue, _revalue, _rename, _respell, _respell,
    _glue, _cut, _hug,
)  # fmt: skip


def _some(chance: random.Random, lines: Lines) -> int:
    return chance.randrange(len(lines))


def mutate(chance: random.Random, data: bytes) -> bytes:
    """A file after one to four accidents."""
    lines = data.decode().split("\n")
    for _ in range(chance.choice((1, 1, 1, 2, 3, 4))):
        if lines:
            chance.choice(_OF_LINES)(chance, lines)
    text = "\n".join(lines)
    if chance.random() < 0.15:
        text = _with_signs(chance, text)
    if chance.random() < 0.08:
        return _recoded(chance, text)
    return text.encode(errors="surrogatepass")


def _with_signs(chance: random.Random, text: str) -> str:
    for _ in range(chance.randint(1, 4)):
        at = chance.randint(0, len(text))
        text = text[:at] + chance.choice(_SIGNS) + text[at + chance.randint(0, 2) :]
    return text


def _recoded(chance: random.Random, text: str) -> bytes:
    """The bytes of another system, or bytes of nobody."""
    if chance.random() < 0.5:
        return text.encode(chance.choice(_ENCODINGS), "replace")
    data = bytearray(text.encode(errors="replace"))
    for _ in range(chance.randint(1, 6)):
        at = chance.randint(0, len(data))
        data[at : at + chance.randint(0, 2)] = bytes(
            chance.randrange(256) for _ in range(chance.randint(0, 3))
        )
    return bytes(data)
