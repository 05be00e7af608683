"""The registers that give numbers to things: how each is called, how its numbers are made, where one leads.

Goes in: the name of a register (`siret`) and a number as typed. Comes out: why it cannot be one of its numbers, and
the address of its page. A register that is not here is free: nothing is known of its numbers.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

_GAPS = re.compile(r"[ \u00a0\u202f.\-‑]")
# The letters and digits of a ROR, in the order that gives each its value (Crockford).
_CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz"
# All the branches of La Poste share this number; the key of most follows a rule of its own.
_LA_POSTE = "356000000"


@dataclass(frozen=True, slots=True)
class Registre:
    """A register: its name, the shape of its numbers in words and signs, an example.

    `verifie` tells whether the last signs agree with the others; `page` is the address of a number, with `{}` in its
    place, where one is known that lasts. `serre` is whether spaces and hyphens between the signs mean nothing.
    """

    nom: str
    attendu: str
    forme: str
    exemple: str
    verifie: Callable[[str], bool] | None = None
    page: str = ""
    serre: bool = True


def bare(registre: Registre, valeur: str) -> str:
    """The signs of a number, without what only separates them."""
    return _GAPS.sub("", valeur) if registre.serre else valeur


def fault(schema: str, valeur: str) -> str:
    """Why this is no number of that register; empty when it may be one, or when nothing is known of them."""
    registre = REGISTRES.get(schema)
    if registre is None:
        return ""
    signs = bare(registre, valeur)
    if not re.fullmatch(registre.forme, signs):
        return f"on y attend {registre.attendu}"
    if registre.verifie and not registre.verifie(signs):
        return "sa clé de contrôle ne correspond pas (un chiffre a sans doute changé, ou changé de place)"
    return ""


def page_of(schema: str, valeur: str) -> str:
    """The address of the page that this register gives to a number; empty when it has none, or when it is no number."""
    registre = REGISTRES.get(schema)
    if registre is None or not registre.page or fault(schema, valeur):
        return ""
    return registre.page.format(bare(registre, valeur))


def register_name(schema: str) -> str:
    """« SIRET »; a free one as it was typed: `numero_de_permis` → « Numero de permis »."""
    registre = REGISTRES.get(schema)
    if registre:
        return registre.nom
    words = schema.replace("_", " ")
    return words[:1].upper() + words[1:]


def passes_luhn(digits: str) -> bool:
    """Whether the last digit checks the others, by the formula of Luhn; nothing but zeros is no number."""
    return bool(int(digits)) and _luhn_sum(digits) % 10 == 0


def _luhn_sum(digits: str) -> int:
    doubled = (int(digit) * (1 + rank % 2) for rank, digit in enumerate(reversed(digits)))
    return sum(n // 10 + n % 10 for n in doubled)


def _is_siret(digits: str) -> bool:
    return passes_luhn(digits) or (digits.startswith(_LA_POSTE) and sum(map(int, digits)) % 5 == 0)


def _is_isbn(signs: str) -> bool:
    if len(signs) == 13:
        return sum(int(sign) * (1, 3)[rank % 2] for rank, sign in enumerate(signs)) % 10 == 0
    return _weighted(signs) % 11 == 0


def _is_issn(signs: str) -> bool:
    return _weighted(signs) % 11 == 0


def _weighted(signs: str) -> int:
    """The sum of the signs, each times its rank from the end; X stands for ten."""
    return sum(_ten(sign) * (len(signs) - rank) for rank, sign in enumerate(signs))


def _is_isni(signs: str) -> bool:
    """ISO 7064, modulo 11-2."""
    total = 0
    for sign in signs:
        total = (total * 2 + _ten(sign)) % 11
    return total == 1


def _is_ror(signs: str) -> bool:
    """ISO 7064, modulo 97-10, over a number of base 32."""
    value = 0
    for sign in signs[:-2]:
        value = value * 32 + _CROCKFORD.index(sign)
    return 98 - value * 100 % 97 == int(signs[-2:])


def _ten(sign: str) -> int:
    return 10 if sign in "Xx" else int(sign)


REGISTRES: Mapping[str, Registre] = {
    "neq": Registre("NEQ", "10 chiffres", r"\d{10}", "1140000000"),
    "siret": Registre("SIRET", "14 chiffres", r"\d{14}", "73282932000074", _is_siret),
    "siren": Registre("SIREN", "9 chiffres", r"\d{9}", "732829320", passes_luhn),
    "rna": Registre("RNA", "W suivi de 9 chiffres", r"W(?:\d{9}|2[AB]\d{7})", "W751000000"),
    "wikidata": Registre(
        "Wikidata", "Q suivi de chiffres", r"Q[1-9]\d*", "Q176", page="https://www.wikidata.org/wiki/{}"
    ),
    "isbn": Registre("ISBN", "10 ou 13 chiffres", r"\d{9}[\dX]|97[89]\d{10}", "978-2-07-036822-8", _is_isbn),
    "issn": Registre("ISSN", "8 chiffres, comme 0317-8471", r"\d{7}[\dX]", "0317-8471", _is_issn),
    "doi": Registre(
        "DOI",
        "un DOI comme 10.1000/182, sans https",
        r"10\.\d{4,9}/\S+",
        "10.1000/182",
        page="https://doi.org/{}",
        serre=False,
    ),
    "ror": Registre(
        "ROR",
        "9 lettres et chiffres qui commencent par 0, sans https",
        rf"0[{_CROCKFORD}]{{6}}\d\d",
        "03yrm5c26",
        _is_ror,
        page="https://ror.org/{}",
        serre=False,
    ),
    "isni": Registre(
        "ISNI",
        "16 chiffres",
        r"\d{15}[\dX]",
        "0000 0001 2150 090X",
        _is_isni,
        page="https://isni.org/isni/{}",
    ),
    "numero_de_dossier": Registre("Numéro de dossier", "des signes", r".*", "2026-0417", serre=False),
}
