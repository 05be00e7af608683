"""Durations as people compare them: `P24M` and `P2Y` are the same; 30 months are said « 30 mois »."""

from __future__ import annotations

import re

_ISO = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?")


def months_and_days(iso: str) -> tuple[int, int]:
    """The months and the days of an ISO 8601 duration, years and weeks converted."""
    found = _ISO.fullmatch(iso)
    years, months, weeks, days = (int(part or 0) for part in found.groups()) if found else (0, 0, 0, 0)
    return years * 12 + months, weeks * 7 + days


def whole_months(iso: str | None) -> int | None:
    """The months of a duration told in months or years; None when it is told in days, or not at all."""
    months, days = months_and_days(iso) if iso else (0, 0)
    return months if months and not days else None


def say_months(months: int) -> str:
    """« 24 mois »."""
    return f"{months} mois"
