"""Addresses beside the pages: the redirections of old addresses, the short ones printed on paper."""

from __future__ import annotations

import html
import os
import posixpath
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, Protocol

from clairevoie.exports.of_records import FOLDER, RECORD_FORMATS
from clairevoie.model.fiche import Fiche
from clairevoie.pages.affiche.adresses_courtes import LETTRES, short
from clairevoie.problems import Located
from clairevoie.problems.catalogue import located
from clairevoie.publish.headers import IN_PAGES

# What keeps the anchor of an address that moved, where scripts work.
SCRIPT = "assets/js/demenagement.js"
# The data of a record stand at the address that it has: they move with it, and no ledger notes them one by one.
ENDINGS = tuple(dict.fromkeys(one.ending for one in RECORD_FORMATS))
_INDEX = "index.html"
_REDIRECTION = """\
<!doctype html>
<html lang="fr-CA">
<head>
<meta charset="utf-8">
{security}
<title>{title}</title>
<link rel="canonical" href="{canonical}">
{refresh}<meta name="robots" content="noindex">
<meta name="viewport" content="width=device-width, initial-scale=1">
</head>
<body>{made_up}<main><h1>{title}</h1><p><a data-suite href="{to}">Aller à {name}</a></p>{anchors}</main>
<script src="{script}"></script></body>
</html>
"""
# Where scripts work, ours leads on with the anchor.
_REFRESH = '<noscript><meta http-equiv="refresh" content="0; url={to}"></noscript>\n'
_MADE_UP = "<p><strong>Communauté inventée.</strong> C’est un exemple : rien de ce qui suit n’existe.</p>"
_ANCHORS = "<p>Ce qui était sur cette page et qui est maintenant ailleurs :</p><ul>{}</ul>"
_ANCHOR = '<li id="{old}"><a href="{to}">{old}</a></li>'
_MOVED, _SHORT = "Cette page a déménagé", "Un instant…"


class SiteSaid(NamedTuple):
    """What is said of the site: its whole address, empty where nobody knows it; whether its community is made up."""

    address: str = ""
    made_up: bool = False


_UNKNOWN = SiteSaid()


class Moved(Protocol):
    """An address of other days, where it leads now, and the anchors that led elsewhere since."""

    @property
    def ancienne(self) -> str:
        """The address, without slashes around it."""
        ...

    @property
    def vers(self) -> str:
        """The address of the page where it leads."""
        ...

    @property
    def nom(self) -> str:
        """The public name of that page, if any may be told."""
        ...

    @property
    def ancres(self) -> Mapping[str, str]:
        """Anchors, each with the address where it leads."""
        ...


def write_redirections(stage: Path, moved: Iterable[Moved], site: SiteSaid = _UNKNOWN) -> Iterator[Located]:
    """A page at each old address, which leads to the new one; a page that is there already is a problem.

    What stands below a page has moved with it, and so have its data: each keeps its old address too. `site` is
    what each of these pages says of the site.
    """
    for one in moved:
        if _is_taken(stage, one.ancienne):
            autre = one.nom or one.vers
            constat = (
                f"L'ancienne adresse /{one.ancienne}/ est aussi celle d'une page ou d'un fichier du site"
            )
            geste = f"retirez-la d'ici (« {autre} ») : une adresse n'est jamais réattribuée"
            yield located("ID-07", f"{one.vers}.yml", constat=constat, geste=geste)
            continue
        below = sorted(path for path in (stage / one.vers).rglob("*") if path.is_file())
        _write(stage, one.ancienne, one.vers, one.nom, _MOVED, site, one.ancres)
        for path in below:
            _follow(stage, one, path.relative_to(stage / one.vers).as_posix(), site)
        for ending in ENDINGS:
            path, target = (stage / f"{FOLDER}/{address}.{ending}" for address in (one.vers, one.ancienne))
            if path.is_file():
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(path, target)


def _follow(stage: Path, moved: Moved, name: str, site: SiteSaid) -> None:
    """What stands below a page that moved, at its old address: a page leads to the new one, a file is there twice."""
    if name == _INDEX:
        return
    if name.endswith(f"/{_INDEX}"):
        below = name.removesuffix(f"/{_INDEX}")
        _write(stage, f"{moved.ancienne}/{below}", f"{moved.vers}/{below}", moved.nom, _MOVED, site)
        return
    target = stage / moved.ancienne / name
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(stage / moved.vers / name, target)


def write_vanished_lists(
    stage: Path, lists: Iterable[str], site: SiteSaid = _UNKNOWN
) -> list[tuple[str, str]]:
    """A page at each address of a list that is there no more, which leads to the nearest page above; gives them."""
    found = []
    for address in lists:
        if not _is_taken(stage, address):
            above = posixpath.dirname(address)
            while above and not (stage / above / _INDEX).exists():
                above = posixpath.dirname(above)
            _write(stage, address, above, "", _MOVED, site)
            found.append((address, above))
    return found


def write_short_addresses(
    stage: Path, fiches: Iterable[Fiche], site: SiteSaid = _UNKNOWN
) -> Iterator[Located]:
    """A page at each short address, which leads to the record; those of its old addresses go on leading to it."""
    for fiche in fiches:
        for address in (fiche.adresse, *fiche.anciennes_adresses):
            if address.partition("/")[0] in LETTRES:
                target = short(address).rstrip("/")
                if _is_taken(stage, target):
                    constat = f"L'adresse courte /{target}/ est aussi celle d'une page du site"
                    geste = "donnez une autre adresse à cette page"
                    yield located("ID-07", f"{fiche.adresse}.yml", constat=constat, geste=geste)
                    continue
                nom = fiche.intitule if fiche.publication != "retire" else "Page retirée"
                _write(stage, target, fiche.adresse, nom, _SHORT, site)


def _is_taken(stage: Path, address: str) -> bool:
    target = stage / address / _INDEX
    is_file = (stage / address).is_file()
    return is_file or target.exists() or not target.resolve().is_relative_to(stage.resolve())


def _write(
    stage: Path,
    address: str,
    to: str,
    name: str,
    title: str,
    site: SiteSaid,
    anchors: Mapping[str, str] | None = None,
) -> None:
    """The page of an old address. Where anchors led elsewhere since, one chooses: nothing leads on without a script."""
    target = stage / address / _INDEX
    target.parent.mkdir(parents=True, exist_ok=True)
    listed = "".join(
        _ANCHOR.format(old=html.escape(old), to=html.escape(_way(address, now)))
        for old, now in sorted((anchors or {}).items())
    )
    way = _way(address, to)
    text = _REDIRECTION.format(
        security=IN_PAGES,
        to=way,
        canonical=html.escape(f"{site.address}{to}{'/' if to else ''}") if site.address else way,
        name=f"«\u00a0{html.escape(name)}\u00a0»" if name else "la page",
        title=title,
        made_up=_MADE_UP if site.made_up else "",
        refresh="" if listed else _REFRESH.format(to=way),
        anchors=_ANCHORS.format(listed) if listed else "",
        script=posixpath.relpath(SCRIPT, address),
    )
    target.write_text(text, encoding="utf-8", newline="\n")


def _way(address: str, to: str) -> str:
    """From the page at an old address to another one, `plans/x#action-1`: `../../plans/x/#action-1`."""
    path, diese, anchor = to.partition("#")
    up = "../" * (address.count("/") + 1)
    return f"{up}{path}{'/' if path else ''}{diese}{anchor}"


def list_addresses(out: Path, known: Iterable[str], records: Iterable[str]) -> Sequence[str]:
    """The pages of a site that nobody wrote and that are no record: those that the program makes of the whole.

    `known` are the addresses of the written pages and of the redirections, `records` those of the records.
    """
    own = tuple(records)
    kept = {*known, *own, *(short(one).rstrip("/") for one in own if one.partition("/")[0] in LETTRES)}
    found = []
    for here, _, names in os.walk(out):
        address = Path(here).relative_to(out).as_posix()
        if _INDEX in names and address != "." and address not in kept:
            found.append(address)
    return sorted(found)
