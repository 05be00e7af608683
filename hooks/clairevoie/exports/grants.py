"""The grants of a dataset in the format of 360Giving, which funders and their partners read.

A funding is a grant there when the source says all that the standard asks for: a grant, a contribution or a gift, that
is confirmed or received, its amount, who gives it, who receives it, and on which day it was granted. The others stay
out, counted in the file: nothing is guessed to let them in.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from clairevoie.exports.provenance import LICENCE, Provenance
from clairevoie.exports.record_json import number
from clairevoie.model import Jeu
from clairevoie.model.argent import Budget, Financement, currency_of
from clairevoie.model.fiche import Fiche
from clairevoie.model.parcours import formes
from clairevoie.wording.names import title
from clairevoie.wording.typography import shortened

# The version of the standard, as its file says it.
VERSION = "1.4"
_KINDS = ("subvention", "contribution", "don")
_GRANTED = ("confirme", "recu")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
# The standard asks for less than 140 characters.
_TITLE = 130
NOT_CARRIED = (
    "Seules y sont les subventions, les contributions et les dons confirmés ou reçus dont la source dit le montant, "
    "qui donne, qui reçoit et quel jour c'est accordé. Ce qui est déjà compté ailleurs n'y est pas une deuxième fois."
)


class _Found(NamedTuple):
    """A funding, the record that tells of it, the way to it there, and its currency."""

    fiche: Fiche
    chemin: tuple[str | int, ...]
    financement: Financement
    devise: str


def has_grants(jeu: Jeu) -> bool:
    """Whether there is one: the standard knows no file without any."""
    return any(_is_grant(found.financement) for found in _fundings(jeu))


def grants_file(jeu: Jeu, provenance: Provenance) -> bytes:
    """The text of the file."""
    found = list(_fundings(jeu))
    grants = [_grant(one, jeu, provenance) for one in found if _is_grant(one.financement)]
    left = len(found) - len(grants)
    said = {
        "version": VERSION,
        "title": f"Les subventions connues de {provenance.nom}",
        "description": f"{NOT_CARRIED} Financements laissés de côté\u00a0: {left}.",
        "publisher": {"name": provenance.nom, "website": provenance.adresse},
        "license": LICENCE.adresse,
        "accessURL": f"{provenance.adresse}donnees/",
        **({"identifier": provenance.etat} if provenance.etat else {}),
        "grants": grants,
    }
    return f"{json.dumps(said, ensure_ascii=False, indent=1)}\n".encode()


def _fundings(jeu: Jeu) -> Iterator[_Found]:
    for fiche in jeu:
        held = dict(formes(fiche, kinds=(Budget, Financement)))
        for chemin, forme in held.items():
            if isinstance(forme, Financement):
                yield _Found(fiche, chemin, forme, currency_of(forme, held.get(chemin[:-2])))


def _is_grant(one: Financement) -> bool:
    known = one.montant is not None and one.organisme and one.beneficiaire and not one.rattache_a
    return bool(known and one.type in _KINDS and one.statut in _GRANTED and _day(one))


def _day(one: Financement) -> str | None:
    """The day on which it was granted, None where it is not known to the day."""
    read = one.date_octroi.edtf if one.date_octroi else None
    return read if read and _DAY.fullmatch(read) else None


def _grant(found: _Found, jeu: Jeu, provenance: Provenance) -> Mapping[str, Any]:
    fiche, one = found.fiche, found.financement
    assert one.montant is not None
    assert one.organisme
    assert one.beneficiaire
    words = one.libelle or one.note or title(fiche)
    about = [f"{title(fiche)}.", *(f"{text}." for text in (one.libelle, one.note, one.conditions) if text)]
    return {
        "id": f"{_prefix(provenance)}-{_key(found)}",
        "title": shortened(words, _TITLE),
        "description": " ".join(about),
        "currency": found.devise,
        "amountAwarded": number(one.montant),
        "awardDate": _day(one),
        "url": f"{provenance.adresse}{fiche.adresse}/",
        "recipientOrganization": [_organization(one.beneficiaire, jeu, provenance)],
        "fundingOrganization": [_organization(one.organisme, jeu, provenance)],
        **({"grantProgramme": [{"title": one.programme}]} if one.programme else {}),
        "dataSource": f"{provenance.adresse}donnees/{fiche.adresse}.json",
    }


def _key(found: _Found) -> str:
    """What tells a grant apart: the record, and its place there, from 1."""
    parts: Sequence[object] = [part + 1 if isinstance(part, int) else part for part in found.chemin]
    return "-".join(map(str, (*found.fiche.adresse.split("/"), *parts)))


def _organization(id: str, jeu: Jeu, provenance: Provenance) -> Mapping[str, Any]:
    fiche = jeu.organismes[id]
    where = f"{provenance.adresse}{fiche.adresse}/"
    return {"id": f"{_prefix(provenance)}-{id}", "name": title(fiche), "url": where}


def _prefix(provenance: Provenance) -> str:
    """The host of the site: no publisher of the standard has another's."""
    return urlsplit(provenance.adresse).netloc
