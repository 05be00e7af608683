"""Money as messages say it."""

from __future__ import annotations

from decimal import Decimal


def dollars(montant: Decimal) -> str:
    """« 111 600 », « 1 234,50 »: ordinary spaces, cents only when there are some, no sign of currency."""
    return f"{montant:,.2f}".removesuffix(".00").replace(",", " ").replace(".", ",")
