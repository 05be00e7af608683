"""A fault of form, with the words of its own line: what its sentence gives to copy is what was typed, mended.

In: a fault and the lines of its text. Out: the same, with the facts that only the line can give.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from clairevoie.read.diagnosis.lines import take_apart
from clairevoie.read.fault import Fault, between_quotes, shown

_CLOSING = {"[": "]", "{": "}"}
_WORD = re.compile(r"\S*")
_Facts = Mapping[str, object]


def with_words(fault: Fault, lines: list[str]) -> Fault:
    """The fault, with what its remedy needs of the line where it stands."""
    find = _FINDERS.get(fault.code)
    line = lines[fault.line - 1] if 0 < fault.line <= len(lines) else ""
    return replace(fault, facts={**fault.facts, **find(fault, line)}) if find else fault


def _missing_space(fault: Fault, line: str) -> _Facts:
    """After `-` or `:`; where there is none of them, the colon itself is missing."""
    at = fault.column - 1
    sign = line[at : at + 1]
    if sign in ("-", ":"):
        mended = f"{line[: at + 1]} {line[at + 1 :].lstrip()}"
        return {"manque": f"une espace après « {sign} »", "ligne": shown(mended)}
    start = len(line) - len(line.lstrip(" -"))
    word = _WORD.match(line, start)
    name, rest = (word[0], re.sub(r"^ *= *", " ", line[word.end() :])) if word else ("", "")
    return {"manque": f"« : » après « {shown(name)} »", "ligne": shown(f"{line[:start]}{name}:{rest}")}


def _unclosed_quote(fault: Fault, line: str) -> _Facts:
    sign = line[fault.column - 1 : fault.column]
    return {"guillemet": sign if sign in ("'", '"') else '"'}


def _unclosed_list(fault: Fault, line: str) -> _Facts:
    """The sign that closes: before the one that was typed when that one closes something else, else in its place."""
    opener = str(fault.facts.get("car", ""))
    opener = opener if opener in _CLOSING else next((sign for sign in line if sign in _CLOSING), "[")
    right, typed = _CLOSING[opener], fault.facts.get("tape")
    if not typed:
        return {"car": opener, "geste": f"ajoutez « {right} » à la fin de la liste"}
    mistaken = f"mettez « {right} » à la place de « {typed} »"
    return {
        "car": opener,
        "geste": f"ajoutez « {right} » avant « {typed} »" if fault.facts.get("dehors") else mistaken,
    }


def _apostrophe(fault: Fault, line: str) -> _Facts:
    """The whole text between quotes, when it stands alone on its line."""
    typed = take_apart(line) if "\t" not in line[: fault.column] else None
    if typed is None or not typed.value.startswith("'"):
        return {"exemple": ""}
    inner = typed.value[1:].removesuffix("'").replace("''", "'")
    key = f"{typed.key}: " if typed.key else ""
    return {"exemple": f'{key}"{between_quotes(inner)}"'}


_FINDERS: Mapping[str, Callable[[Fault, str], _Facts]] = {
    "YAML-05": _unclosed_quote,
    "YAML-06": _apostrophe,
    "YAML-08": _unclosed_list,
    "YAML-09": _missing_space,
}
