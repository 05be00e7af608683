"""Written pages: their links, `[[projets/un-projet]]` and `<!-- liste: projets -->` must lead somewhere."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import PurePosixPath
from urllib.parse import unquote

from clairevoie.markdown import leads_elsewhere
from clairevoie.model import COLLECTIONS
from clairevoie.model.ancres import by_anchor, elements
from clairevoie.model.fiche import Fiche
from clairevoie.problems import Located, Origin
from clairevoie.problems.catalogue import located
from clairevoie.problems.likeness import slip_of
from clairevoie.validate.rules.markdown import is_of_every_page

_MARK = re.compile(
    r"<!--\s*liste:\s*(?P<liste>\S+)\s*-->|\[\[(?P<fiche>[^\]|#\s]+)(?:#(?P<ancre>[^\]|\s]+))?"
)
_LINK = re.compile(r"\]\(\s*<?(?P<cible>[^()<>\s]+)")
_CODE = re.compile(r"^(```|~~~).*?^\1|`[^`\n]*`", re.DOTALL | re.MULTILINE)


# The records that could be read, by address; None when the form of one is wrong.
Records = Mapping[str, Fiche | None]


def check_written(texts: Mapping[str, str], known: Records, listes: Collection[str]) -> Iterator[Located]:
    """The problems of written pages, given by their path in the folder `content`; `known` are the records that could
    be read, `listes` the lists that exist.
    """
    for path, text in sorted(texts.items()):
        page = f"content/{path}"
        prose = _CODE.sub(lambda m: re.sub(r"[^\n]", " ", m.group()), text)
        for found in _MARK.finditer(prose):
            yield from _check(found, page, _place(prose, found.start()), known, listes)
        for found in _LINK.finditer(prose):
            origin = _place(prose, found.start("cible"))
            yield from _check_link(found["cible"], page, origin, texts.keys(), known)


def _place(text: str, at: int) -> Origin:
    return Origin(text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))


def _check_link(
    target: str, page: str, origin: Origin, pages: Collection[str], known: Records
) -> Iterator[Located]:
    """A link to a written page names its file, one to a record its address."""
    if leads_elsewhere(target):
        return
    here = PurePosixPath(page).relative_to("content")
    file = re.split("[?#]", target)[0]
    # A page stands in a folder of its own, but the engine follows the files that links name.
    folder = here.parent if file.endswith(".md") or here.stem == "index" else here.with_suffix("")
    place = posixpath.normpath(f"{folder}/{file}")
    collection, _, id = place.partition("/")
    is_record = collection in COLLECTIONS and id and "/" not in id and "." not in id
    if file.endswith(".md") and place not in pages:
        near = slip_of(place, pages)
        proche = posixpath.relpath(near, str(here.parent)) if near else ""
        yield located("SIT-10", page, origin, cible=target, proche=proche)
    elif is_record and place not in known:
        yield located("SIT-10", page, origin, cible=target, proche="")
    elif is_record:
        yield from _check_anchor(target, page, origin, known[place], unquote(target.partition("#")[2]))


def _check_anchor(
    target: str, page: str, origin: Origin, fiche: Fiche | None, anchor: str
) -> Iterator[Located]:
    """An anchor leads to an element of the record, or to a section of its page."""
    if fiche is None or not anchor or is_of_every_page(fiche, anchor):
        return
    anchors = by_anchor(elements(fiche))
    if anchor not in anchors:
        near = slip_of(anchor, anchors)
        proche = f"{fiche.adresse}#{near}" if near else ""
        yield located("REF-19", page, origin, valeur=target, proche=proche)


def _check(
    found: re.Match[str], page: str, origin: Origin, known: Records, listes: Collection[str]
) -> Iterator[Located]:
    liste, adresse = found["liste"], found["fiche"]
    if liste is not None and liste not in listes:
        facts = {"valeur": liste, "proche": slip_of(liste, listes), "liste": ", ".join(sorted(listes))}
        yield located("SIT-07", page, origin, **facts)
    if adresse in known:
        yield from _check_anchor(
            f"{adresse}#{found['ancre']}", page, origin, known[adresse], found["ancre"] or ""
        )
    elif adresse is not None:
        collection, _, name = adresse.partition("/")
        known_as = COLLECTIONS.get(collection)
        le = known_as.le if known_as else "la fiche"
        yield located(
            "REF-01",
            page,
            origin,
            Le_type=f"{le[:1].upper()}{le[1:]}",
            id=name or adresse,
            proche=slip_of(adresse, known).partition("/")[2],
            collection=collection,
        )
