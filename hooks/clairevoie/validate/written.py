"""Written pages that cite records: `[[projets/un-projet]]` and `<!-- liste: projets -->` must lead somewhere."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from pathlib import Path

from clairevoie.model import COLLECTIONS
from clairevoie.problems import Located, Origin
from clairevoie.problems.catalogue import located
from clairevoie.problems.likeness import slip_of

_MARK = re.compile(r"<!--\s*liste:\s*(?P<liste>\S+)\s*-->|\[\[(?P<fiche>[^\]|#\s]+)")
_CODE = re.compile(r"^(```|~~~).*?^\1|`[^`\n]*`", re.DOTALL | re.MULTILINE)


def written_pages(content: Path) -> frozenset[str]:
    """The addresses of the written pages, without slashes around them; the home page is empty."""
    found = (path.relative_to(content).with_suffix("") for path in content.rglob("*.md"))
    addresses = ((path.parent if path.name == "index" else path).as_posix() for path in found)
    return frozenset("" if address == "." else address for address in addresses)


def check_written(content: Path, known: Collection[str], listes: Collection[str]) -> Iterator[Located]:
    """The problems of every Markdown file of `content`; `known` are the addresses of the records that
    could be read, `listes` the lists that exist.
    """
    for path in sorted(content.rglob("*.md")):
        text = path.read_text(encoding="utf-8", errors="replace")
        prose = _CODE.sub(lambda m: re.sub(r"[^\n]", " ", m.group()), text)
        for found in _MARK.finditer(prose):
            line = prose.count("\n", 0, found.start()) + 1
            column = found.start() - prose.rfind("\n", 0, found.start())
            page = path.relative_to(content.parent).as_posix()
            yield from _check(found, page, Origin(line, column), known, listes)


def _check(
    found: re.Match[str], page: str, origin: Origin, known: Collection[str], listes: Collection[str]
) -> Iterator[Located]:
    liste, adresse = found["liste"], found["fiche"]
    if liste is not None and liste not in listes:
        facts = {"valeur": liste, "proche": slip_of(liste, listes), "liste": ", ".join(sorted(listes))}
        yield located("SIT-07", page, origin, **facts)
    if adresse is not None and adresse not in known:
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
