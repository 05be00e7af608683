"""The merge: records printed through the dressed blanks, lists and links put into the written pages.

Goes in: the folder that the engine dressed, and the pages. Comes out: the same folder, complete.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Container, Mapping, Sequence
from functools import partial
from pathlib import Path
from sys import intern

from clairevoie.cache.dependencies import Tracker
from clairevoie.cache.fingerprints import fingerprint
from clairevoie.cache.reuse import Reuse, Written, written
from clairevoie.pages import Page
from clairevoie.parallel import share
from clairevoie.publish.blanks import BLANKS, cut
from clairevoie.publish.search.entries import PageEntries

# One pass for both, so that what a list holds is not taken for a mark; code is left alone, it shows how to write one,
# and so is what stands inside a tag or names the page: a link there would break them.
_MARK = re.compile(
    r"<(?P<code>code|pre|title)\b.*?</(?P=code)>"
    r"|<[a-z][^<>]*>"
    r"|<!--\s*liste:\s*(?P<liste>[a-z-]+)\s*-->"
    r"|\[\[(?P<fiche>[a-z]+/[a-z0-9-]+(?:#[a-z0-9-]+)?)(?:\|(?P<mots>[^\]]+))?\]\]",
    re.DOTALL,
)


# By collection, and by what follows the record in the address.
Printers = Mapping[tuple[str, str], Callable[[Page], bytes]]


def blanks_fingerprint(stage: Path) -> bytes:
    """The fingerprint of the dressed blanks: what stands around every page."""
    return fingerprint(b"".join((stage / blank.url / "index.html").read_bytes() for blank in BLANKS.values()))


def take_blanks(stage: Path) -> Printers:
    """The printer of each kind of page; the blanks leave the folder, they are nobody's pages."""
    printers = {}
    for key, blank in reversed(BLANKS.items()):  # a second page stands in the folder of the first
        folder = stage / blank.url
        printers[key] = cut((folder / "index.html").read_text(encoding="utf-8"))
        shutil.rmtree(folder)
    return printers


# A page to print: its address, and how to print it.
Sheet = tuple[str, Callable[[], Page]]


def print_pages(
    stage: Path,
    printers: Printers,
    sheets: Sequence[Sheet],
    reuse: Reuse,
    tracker: Tracker,
    searched: Container[str],
) -> dict[str, PageEntries]:
    """Write one file a page, at its own address, unless the one in place may be reused.

    Only the pages whose search entries are known, by address in `searched`, may.

    Gives the search entries of the pages that were printed, by address, in their order.
    """

    def work(sheet: Sheet) -> tuple[Written, PageEntries]:
        url, make = sheet
        page, keys = tracker.of(make)
        path = stage / url / "index.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(printers[page.collection, page.suite](page))
        return written(path, map(intern, keys)), PageEntries.of(page.entrees)

    fresh = [
        sheet
        for sheet in sheets
        if sheet[0] not in searched or not reuse.take(f"{sheet[0]}index.html", stage)
    ]
    printed = {}
    for (url, _), (file, words) in zip(fresh, share(work, fresh), strict=True):
        reuse.add(f"{url}index.html", file)
        printed[url] = words
    return printed


def fill_written(stage: Path, lists: Mapping[str, str], name_of: Callable[[str], str]) -> None:
    """Put the lists and the links to records into the pages that people wrote.

    `lists` gives the HTML of each `<!-- liste: nom -->`; `name_of` the public name, as HTML, of an address.
    """
    for path in sorted(stage.rglob("*.html")):
        text = path.read_text(encoding="utf-8")
        root = "../" * (len(path.relative_to(stage).parts) - 1)
        filled = _MARK.sub(partial(_filled, root=root, lists=lists, name_of=name_of), text)
        if filled != text:
            path.write_text(filled, encoding="utf-8", newline="\n")


def _filled(mark: re.Match[str], root: str, lists: Mapping[str, str], name_of: Callable[[str], str]) -> str:
    """What stands in the place of one mark."""
    if mark["liste"]:
        return lists[mark["liste"]]
    if not mark["fiche"]:
        return mark[0]
    path, diese, anchor = mark["fiche"].partition("#")
    return f'<a href="{root}{path}/{diese}{anchor}">{mark["mots"] or name_of(path)}</a>'
