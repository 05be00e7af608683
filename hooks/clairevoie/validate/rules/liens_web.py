"""Addresses of other sites: a reader must be able to follow them, and safely."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from urllib.parse import urlsplit

from clairevoie.hosts import misleading, other_host, shown
from clairevoie.model.base import Forme
from clairevoie.model.describe import describe, forms_inside
from clairevoie.model.fiche import Fiche
from clairevoie.model.liens import Lien
from clairevoie.model.parcours import Chemin, formes
from clairevoie.problems import Problem
from clairevoie.problems.catalogue import problem
from clairevoie.validate.dossier import Dossier
from clairevoie.validate.rule import Scope, rule

_WHOLE = "https://www.exemple.quebec"
_SCHEME = re.compile(r"(?:[A-Za-z][A-Za-z0-9+.-]*:)?/*")


@rule(Scope.RECORD)
def web_address_is_complete_and_safe(dossier: Dossier) -> Iterator[Problem]:
    """An address of another site starts with https, names a host, and leads where it seems to."""
    for fiche, place, url in _addresses(dossier):
        raison = _no_page(url) or why_not_followed(url)
        if raison:
            yield problem("SIT-05", fiche.adresse, place, url=url, **raison)
        elif quoi := misleading(url):
            yield problem("PAG-22", fiche.adresse, place, adresse=shown(url), quoi=quoi)


@rule(Scope.RECORD)
def words_of_a_link_do_not_show_another_site(dossier: Dossier) -> Iterator[Problem]:
    """Who reads the name of a site in a link expects to arrive there."""
    for fiche, chemin, lien in dossier.formes(Lien):
        if lien.libelle and (other := other_host(lien.libelle, lien.adresse)):
            place = (*chemin, "libelle")
            yield problem("PAG-25", fiche.adresse, place, mots=other, adresse=shown(lien.adresse))


@rule(Scope.RECORD)
def address_is_typed_once(dossier: Dossier) -> Iterator[Problem]:
    """The same address in two fields of a record would be two links to one page."""
    for fiche in dossier.fiches:
        liens: tuple[Lien, ...] = vars(fiche).get("liens", ())
        seen = {_page(vars(fiche).get(nom)): nom for nom in ("lieu", *_fields(type(fiche)))} if liens else {}
        for rank, lien in enumerate(liens):
            first = seen.get(_page(lien.adresse))
            if first is not None:
                place = ("liens", rank, "adresse")
                yield problem("SIT-12", fiche.adresse, place, url=shown(lien.adresse), champ=first)
            seen.setdefault(_page(lien.adresse), "")


def _addresses(dossier: Dossier) -> Iterator[tuple[Fiche, Chemin, str]]:
    """Every address of the Web typed in its own field: on a record, or in a form inside."""
    for fiche in dossier.fiches:
        for chemin, forme in formes(fiche, kinds=_holders(type(fiche))):
            for nom in _fields(type(forme)):
                url = getattr(forme, nom)
                if url:
                    yield fiche, (*chemin, nom), url


@cache
def _holders(forme: type[Forme]) -> tuple[type[Forme], ...]:
    """The forms that hold such a field, the record itself included."""
    return (forme, *(one for one in forms_inside(forme) if one is not forme and _fields(one)))


@cache
def _fields(forme: type[Forme]) -> tuple[str, ...]:
    return tuple(champ.nom for champ in describe(forme).values() if champ.sorte == "web")


def _page(url: str | None) -> str | None:
    """An address as it is compared: its last bar changes nothing."""
    return url.rstrip("/").lower() if url else None


def _no_page(url: str) -> Mapping[str, str] | None:
    """A mail is no page of a site: it stands with the function that answers it."""
    if not url.lower().startswith("mailto:"):
        return None
    return {"raison": "c'est un courriel, et non l'adresse d'une page", "page": _WHOLE}


def why_not_followed(url: str) -> Mapping[str, str] | None:
    """Why nobody could follow that address, and how it would rather be typed; None when it is right."""
    if url.lower().startswith("mailto:"):
        return (
            None
            if "@" in url
            else {"raison": "ce n'est pas un courriel", "exemple": "mailto:nom@exemple.org"}
        )
    if any(character.isspace() for character in url):
        bare = "".join(url.split())
        exemple = _WHOLE if why_not_followed(bare) else bare
        return {"raison": "elle contient une espace", "exemple": exemple}
    rest = _SCHEME.sub("", url, count=1)
    if not url.lower().startswith("https://"):
        exemple = f"https://{rest}" if _names_a_host(rest) and "@" not in rest else _WHOLE
        return {"raison": "une adresse doit commencer par https", "exemple": exemple}
    return None if _names_a_host(rest) else {"raison": "il y manque le nom d'un site", "exemple": _WHOLE}


def _names_a_host(rest: str) -> bool:
    try:
        return "." in (urlsplit(f"https://{rest}").hostname or "")
    except ValueError:
        return False
