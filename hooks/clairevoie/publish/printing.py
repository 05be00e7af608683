"""The merge: records printed through the dressed blanks, lists and links put into the written pages.

Goes in: the folder that the engine dressed, and the pages. Comes out: the same folder, complete.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from clairevoie.model.fiche import Fiche
from clairevoie.pages import Entree, Page
from clairevoie.publish.blanks import BLANKS, cut, url_of
from clairevoie.sharing import share

# One pass for both, so that what a list holds is not taken for a mark; code is left alone, it shows how to write one.
_MARK = re.compile(
    r"<(?P<code>code|pre)\b.*?</(?P=code)>"
    r"|<!--\s*liste:\s*(?P<liste>[a-z-]+)\s*-->"
    r"|\[\[(?P<fiche>[a-z]+/[a-z0-9-]+(?:#[a-z0-9-]+)?)(?:\|(?P<mots>[^\]]+))?\]\]",
    re.DOTALL,
)


def take_blanks(stage: Path) -> dict[str, Callable[[Page], bytes]]:
    """The printer of each collection; the blanks leave the folder, they are nobody's pages."""
    printers = {}
    for name, blank in BLANKS.items():
        folder = stage / url_of(blank)
        printers[name] = cut((folder / "index.html").read_text(encoding="utf-8"))
        shutil.rmtree(folder)
    return printers


def print_pages(
    stage: Path,
    printers: Mapping[str, Callable[[Page], bytes]],
    print_record: Callable[[Fiche], Page],
    fiches: Sequence[Fiche],
) -> list[Entree]:
    """Write one file a record, at its own address; gives what the search is told of them, in their order."""

    def work(fiche: Fiche) -> tuple[Entree, ...]:
        page = print_record(fiche)
        folder = stage / page.url
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "index.html").write_bytes(printers[page.collection](page))
        return page.entrees

    return [entree for entrees in share(work, fiches) for entree in entrees]


def fill_written(stage: Path, lists: Mapping[str, str], name_of: Callable[[str], str]) -> None:
    """Put the lists and the links to records into the pages that people wrote.

    `lists` gives the HTML of each `<!-- liste: nom -->`; `name_of` the public name, as HTML, of an address.
    """
    for path in sorted(stage.rglob("*.html")):
        text = path.read_text(encoding="utf-8")
        root = "../" * (len(path.relative_to(stage).parts) - 1)
        filled = _MARK.sub(partial(_filled, root=root, lists=lists, name_of=name_of), text)
        if filled != text:
            path.write_text(filled, encoding="utf-8")


def _filled(mark: re.Match[str], root: str, lists: Mapping[str, str], name_of: Callable[[str], str]) -> str:
    """What stands in the place of one mark."""
    if mark["liste"]:
        return lists[mark["liste"]]
    if not mark["fiche"]:
        return mark[0]
    path, diese, anchor = mark["fiche"].partition("#")
    return f'<a href="{root}{path}/{diese}{anchor}">{mark["mots"] or name_of(path)}</a>'
