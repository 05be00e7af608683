"""How a link to another site is called, and the numbers that registers give."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

from clairevoie.model.identifiants import register_name
from clairevoie.model.liens import Identifiant, Lien
from clairevoie.model.mots import mot
from clairevoie.wording.typography import headline


def link_words(lien: Lien, *, kind_is_said: bool = False) -> str:
    """« Enregistrement (video.exemple.quebec) »; only the name of the site where its kind is unknown, or said."""
    if lien.libelle:
        return headline(lien.libelle)
    host = host_of(lien.adresse)
    if kind_is_said or lien.genre == "autre":
        return host
    return f"{headline(mot(lien.genre))} ({host})"


def host_of(adresse: str) -> str:
    """The name of the site that an address leads to; the address itself when it names none."""
    try:
        host = urlsplit(adresse).hostname
    except ValueError:
        return adresse
    return host.removeprefix("www.") if host else adresse


def by_register(identifiants: Iterable[Identifiant]) -> list[tuple[str, list[Identifiant]]]:
    """Numbers under the name of their register, « SIRET », in the order typed."""
    groups: dict[str, list[Identifiant]] = {}
    for identifiant in identifiants:
        groups.setdefault(register_name(identifiant.schema), []).append(identifiant)
    return list(groups.items())
