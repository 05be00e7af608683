"""Where an address of the site stands, seen from a page."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import urlsplit

from clairevoie.model.adresses import local


def href(racine: str, adresse: str) -> str:
    """`plans/x#action-1` → `../../plans/x/#action-1`; an anchor of the same page stays as it is."""
    if adresse.startswith("#"):
        return adresse
    chemin, diese, ancre = adresse.partition("#")
    return f"{racine}{chemin}/{diese}{ancre}"


def text_href(racine: str, target: str, whole: Callable[[str], str] = str) -> str:
    """Where a link typed in the words of a text leads; `whole` tells where what is at an address stands whole."""
    if target.startswith("#"):
        return target
    place = local(target)
    if place.path and place.anchor and not place.is_file and not place.query:
        return href(racine, whole(f"{place.path}#{place.anchor}"))
    path = place.path if not place.path or place.is_file else f"{place.path}/"
    query = f"?{place.query}" if place.query else ""
    return f"{racine}{path}{query}" + (f"#{place.anchor}" if place.anchor else "")


def leads_to_a_site(adresse: str) -> bool:
    """Whether what an editor typed is an address of the Web; the rest (`javascript:…`) stays plain text."""
    try:
        read = urlsplit(adresse)
    except ValueError:
        return False
    return read.scheme in ("https", "http") and bool(read.hostname) and not re.search(r"\s", adresse)
