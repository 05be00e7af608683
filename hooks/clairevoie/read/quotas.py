"""How much a person may write before it is a mistake, or a way to stop the machine; each limit stands here alone.

The Markdown library takes a time that grows with the square of some signs, and fails on what is nested without end;
what is repeated thousands of times is told once.
"""

from __future__ import annotations

from typing import NamedTuple

from clairevoie.attached import LARGEST
from clairevoie.read.fault import Fault


class Quota(NamedTuple):
    """What is counted, in the words of the message, how much of it is allowed, and the rule that it breaks."""

    what: str
    limit: int
    remedy: str
    code: str = "PAG-04"


# In a page and around it.
PAGE = Quota("cette page fait {n} octets", 100_000, "coupez-la en plusieurs pages")
FILE = Quota("ce fichier fait {n} octets", LARGEST, "réduisez-le avant de le déposer")
FILES = Quota("le dossier contient {n} fichiers", 2_000, "gardez ceux que des pages montrent")
SETTINGS = Quota("ce fichier fait {n} octets", 100_000, "gardez les seuls réglages du site")
BLOCK = Quota("ce paragraphe a {n} caractères", 20_000, "coupez-le par des lignes vides")
LINKS = Quota("cette page a {n} crochets ouvrants", 1_000, "coupez-la en plusieurs pages")
TAGS = Quota("cette page a {n} signes « < »", 1_000, "coupez-la en plusieurs pages")
NESTING = Quota(
    "des listes ou des citations sont imbriquées sur {n} niveaux", 12, "ramenez-les à deux ou trois niveaux"
)
FOLDERS = Quota("{n} dossiers sont l'un dans l'autre", 12, "rapprochez le fichier de content/")

# In a record, and among the records.
_SPLIT = "vérifiez le collage, ou scindez la fiche"
RECORD = Quota("cette fiche fait {n} octets", 3_000_000, _SPLIT, "YAML-19")
VALUES = Quota("cette fiche a {n} champs et valeurs", 100_000, _SPLIT, "YAML-19")
DEPTH = Quota("trop de listes ou de champs sont l'un dans l'autre", 24, _SPLIT, "YAML-19")
DIGITS = Quota("ce nombre a trop de chiffres", 400, _SPLIT, "YAML-19")  # a computer's float holds fewer
TEXT = Quota("ce texte a {n} caractères", 20_000, "vérifiez le collage, ou joignez-le en pdf", "YAML-19")
TEXT_LINKS = Quota("ce texte a {n} liens", 200, "gardez les plus utiles", "YAML-19")
RECORDS = Quota("trop de fichiers sont dans ce dossier", 50_000, "gardez les fiches du site", "YAML-19")
# The remedy is that of the fault.
REPEATED = Quota("la même faute est {n} fois dans ce fichier, d'abord ici (« {first} »)", 100, "", "YAML-19")
# Beyond these, a text is only doubtful (TYP-18).
LONGEST_NAME = 200
LONGEST_TEXT = 5_000


def over(quota: Quota, count: int, line: int = 1, column: int = 1) -> list[Fault]:
    """The fault of a count that is over its limit, or nothing."""
    return [excess(quota, line, column, count)] if count > quota.limit else []


def excess(quota: Quota, line: int = 1, column: int = 1, count: int = 0) -> Fault:
    """The fault of what is over its limit."""
    quoi = quota.what.format(n=grouped(count))
    facts = {"quoi": quoi, "limite": grouped(quota.limit), "remede": quota.remedy}
    return Fault(quota.code, line, column, facts)


def grouped(count: int) -> str:
    """A number as people read it."""
    return f"{count:,}".replace(",", " ")
