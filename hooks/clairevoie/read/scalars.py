"""What a word typed without quotes means: the core schema of YAML 1.2 and nothing more.

`no`, `oui`, `8:30`, `2024-02-30` are text; a number with a point is a Decimal, so that `0.10` stays exact.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from clairevoie.read.quotas import DIGITS

Value = str | int | bool | Decimal | None


_WORDS: dict[str, Value] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
    **dict.fromkeys((".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF"), Decimal("Infinity")),
    **dict.fromkeys(("-.inf", "-.Inf", "-.INF"), Decimal("-Infinity")),
    **dict.fromkeys((".nan", ".NaN", ".NAN"), Decimal("NaN")),
}
_NUMBERS: tuple[tuple[re.Pattern[str], Callable[[str], Value]], ...] = (
    (re.compile(r"[-+]?[0-9]+"), int),
    (re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?"), Decimal),
    (re.compile(r"0o[0-7]+"), lambda typed: int(typed[2:], 8)),
    (re.compile(r"0x[0-9a-fA-F]+"), lambda typed: int(typed[2:], 16)),
)
_STARTS = "0123456789+-."
_EXPONENT = re.compile(r"[eE][-+]?0*([0-9]+)$")


def meaning(typed: str) -> Value:
    """The value of an unquoted word; one that is no number of a sane size stays text."""
    if typed in _WORDS:
        return _WORDS[typed]
    if typed[0] not in _STARTS or is_endless(typed):
        return typed
    return next((read(typed) for pattern, read in _NUMBERS if pattern.fullmatch(typed)), typed)


def is_endless(typed: str) -> bool:
    """Whether it is a number that would take more than 400 digits to write out."""
    if not typed or typed[0] not in _STARTS or not any(pattern.fullmatch(typed) for pattern, _ in _NUMBERS):
        return False
    exponent = None if typed.startswith("0x") else _EXPONENT.search(typed)
    if exponent is None:
        return len(typed) > DIGITS.limit
    power = exponent[1]
    return len(power) > 4 or len(typed) - len(exponent[0]) + int(power) > DIGITS.limit
