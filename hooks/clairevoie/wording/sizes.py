"""How heavy a file is, in the units that people read beside a link."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from clairevoie.wording.typography import NBSP, number

_THOUSAND = 1000
# Below so many megabytes, a tenth of one still says something.
_FEW = 10


def size_of_file(octets: int) -> str:
    """« 1 ko » at least, « 120 ko », « 1,6 Mo », « 31 Mo »."""
    kilos = _rounded(Decimal(octets) / _THOUSAND, "1")
    if kilos < _THOUSAND:
        return f"{number(max(kilos, Decimal(1)))}{NBSP}ko"
    megas = Decimal(octets) / _THOUSAND**2
    tenths = _rounded(megas, "0.1")
    shown = tenths if tenths < _FEW and tenths % 1 else _rounded(megas, "1")
    return f"{number(shown)}{NBSP}Mo"


def _rounded(value: Decimal, to: str) -> Decimal:
    return value.quantize(Decimal(to), ROUND_HALF_UP)
