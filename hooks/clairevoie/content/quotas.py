"""How much a person may write before it is a mistake, or a way to stop the machine; each limit stands here alone.

The Markdown library takes a time that grows with the square of some signs, and fails on what is nested without end.
"""

from __future__ import annotations

from typing import NamedTuple

from clairevoie.read.fault import Fault


class Quota(NamedTuple):
    """What is counted, in the words of the message, and how much of it is allowed."""

    what: str
    limit: int
    remedy: str


PAGE = Quota("cette page fait {n} octets", 100_000, "coupez-la en plusieurs pages")
FILE = Quota("ce fichier fait {n} octets", 10_000_000, "réduisez-le avant de le déposer")
FILES = Quota("le dossier contient {n} fichiers", 2_000, "gardez ceux que des pages montrent")
SETTINGS = Quota("ce fichier fait {n} octets", 100_000, "gardez les seuls réglages du site")
BLOCK = Quota("ce paragraphe a {n} caractères", 20_000, "coupez-le par des lignes vides")
LINKS = Quota("cette page a {n} crochets ouvrants", 1_000, "coupez-la en plusieurs pages")
TAGS = Quota("cette page a {n} signes « < »", 1_000, "coupez-la en plusieurs pages")
NESTING = Quota(
    "des listes ou des citations sont imbriquées sur {n} niveaux", 12, "ramenez-les à deux ou trois niveaux"
)
FOLDERS = Quota("{n} dossiers sont l'un dans l'autre", 12, "rapprochez le fichier de content/")


def over(quota: Quota, count: int, line: int = 1, column: int = 1) -> list[Fault]:
    """The fault of a count that is over its limit, or nothing."""
    if count <= quota.limit:
        return []
    facts = {
        "quoi": quota.what.format(n=_grouped(count)),
        "limite": _grouped(quota.limit),
        "remede": quota.remedy,
    }
    return [Fault("PAG-04", line, column, facts)]


def _grouped(count: int) -> str:
    return f"{count:,}".replace(",", " ")
