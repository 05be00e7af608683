"""A graph in JSON-LD, as it stands in a page: what the page is, for programs that read pages.

Addresses are written from the root of the site (`plans/un-plan/#action-1`), and the context, which needs no network,
says where that is. What is in no language (a code, a day) is never a bare text: texts are French.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from clairevoie.exports.provenance import LICENCE, Provenance
from clairevoie.exports.vocabulaire import PLACE, PREFIX

# A thing of the graph: what is said of it, by term.
Node = dict[str, Any]

PREFIXES: Mapping[str, str] = {
    "schema": "https://schema.org/",
    "prov": "http://www.w3.org/ns/prov#",
    "org": "http://www.w3.org/ns/org#",
}
_LANGUAGE = "fr"
_said = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_START, _END = '<script type="application/ld+json">', "</script>"


def script(nodes: Iterable[Node], adresse: str) -> str:
    """The element that holds these things, on a page of the site at `adresse`; nothing can end it early."""
    graph = _said(list(nodes)).replace("<", "\\u003c")
    return f'{_START}{{"@context":{_context(adresse)},"@graph":{graph}}}{_END}'


@cache
def _context(adresse: str) -> str:
    said = {"@base": adresse, "@language": _LANGUAGE, **PREFIXES, PREFIX: f"{adresse}{PLACE}"}
    return _said(said).replace("<", "\\u003c")


def reference(adresse: str) -> Node:
    """What is at `plans/un-plan#action-1`."""
    return {"@id": place(adresse)}


def place(adresse: str) -> str:
    """`plans/un-plan#action-1` → `plans/un-plan/#action-1`."""
    path, diese, ancre = adresse.partition("#")
    return f"{path}/{diese}{ancre}"


def code(value: str) -> Node:
    """A text that is in no language."""
    return {"@value": value}


def day(edtf: str) -> Node:
    """A date of the calendar: a day, a month or a year."""
    return {"@value": edtf, "@type": "schema:Date"}


def breadcrumb(steps: Sequence[tuple[str, str]]) -> Node:
    """The way to a page: the words of each step and its place from the root of the site, the page at the end."""
    items = [
        {
            "@type": "schema:ListItem",
            "schema:position": rank,
            "schema:name": words,
            "schema:item": {"@id": where},
        }
        for rank, (words, where) in enumerate(steps, 1)
    ]
    return {"@type": "schema:BreadcrumbList", "schema:itemListElement": items}


def dataset(provenance: Provenance, folder: str, files: Iterable[tuple[str, str]]) -> Node:
    """The data of the site: `folder` is where the page that offers them is, `files` their words and their places."""
    published = provenance.publication
    state = (
        {
            "schema:version": code(published.etat.identifiant),
            "schema:dateModified": day(published.etat.date.isoformat()),
        }
        if published
        else {}
    )
    return {
        "@id": f"{folder}/",
        "@type": "schema:Dataset",
        **state,
        "schema:name": f"Les données de {provenance.nom}",
        "schema:description": (
            f"Ce que publie {provenance.nom} : démarches, comités, projets, plans, rencontres, décisions et argent, "
            "en formats ouverts."
        ),
        "schema:url": {"@id": f"{folder}/"},
        "schema:license": {"@id": LICENCE.adresse},
        "schema:inLanguage": code("fr-CA"),
        "schema:isAccessibleForFree": True,
        "schema:creator": {
            "@type": "schema:Organization",
            "schema:name": provenance.nom,
            "schema:url": {"@id": ""},
        },
        "schema:distribution": [_download(words, where) for words, where in files],
    }


_MEDIA = {
    "csv": "text/csv",
    "json": "application/json",
    "jsonl": "application/jsonl",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def _download(words: str, where: str) -> Node:
    return {
        "@type": "schema:DataDownload",
        "schema:name": words,
        "schema:contentUrl": {"@id": where},
        "schema:encodingFormat": code(_MEDIA[where.rpartition(".")[2]]),
        "schema:license": {"@id": LICENCE.adresse},
    }
