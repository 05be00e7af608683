"""Addresses beside the pages: the redirections of old addresses, the short ones printed on paper."""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator
from pathlib import Path

from clairevoie.model.fiche import Fiche
from clairevoie.pages.affiche.adresses_courtes import LETTRES, short
from clairevoie.problems import Located
from clairevoie.problems.catalogue import located
from clairevoie.publish.headers import IN_PAGES

_REDIRECTION = """\
<!doctype html>
<html lang="fr-CA">
<head>
<meta charset="utf-8">
{security}
<title>{title}</title>
<link rel="canonical" href="{to}">
<meta http-equiv="refresh" content="0; url={to}">
<meta name="robots" content="noindex">
</head>
<body><main><h1>{title}</h1><p><a href="{to}">Aller à « {name} »</a></p></main></body>
</html>
"""


def write_redirections(stage: Path, fiches: Iterable[Fiche]) -> Iterator[Located]:
    """A page at each old address, which leads to the new one; a page that is there already is a problem."""
    for fiche in fiches:
        for old in fiche.anciennes_adresses:
            yield from _redirect(stage, old, fiche, "Cette page a déménagé")


def write_short_addresses(stage: Path, fiches: Iterable[Fiche]) -> Iterator[Located]:
    """A page at each short address, which leads to the record; those of its old addresses go on leading to it."""
    for fiche in fiches:
        for address in (fiche.adresse, *fiche.anciennes_adresses):
            if address.partition("/")[0] in LETTRES:
                yield from _redirect(stage, short(address).rstrip("/"), fiche, "Un instant…")


def _redirect(stage: Path, address: str, fiche: Fiche, title: str) -> Iterator[Located]:
    target = stage / address / "index.html"
    if target.exists() or not target.resolve().is_relative_to(stage.resolve()):
        yield located("ID-07", f"{fiche.adresse}.yml", chemin=address, autre=address)
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    name = "Page retirée" if fiche.publication == "retire" else fiche.intitule
    text = _REDIRECTION.format(
        security=IN_PAGES, to=f"../../{fiche.adresse}/", name=html.escape(name), title=title
    )
    target.write_text(text, encoding="utf-8", newline="\n")
