"""The merge: records printed through the dressed blanks, lists and links put into the written pages.

Goes in: the folder that the engine dressed, and the pages. Comes out: the same folder, complete.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from sys import intern
from typing import Any

from clairevoie.cache.dependencies import Tracker
from clairevoie.cache.fingerprints import fingerprint
from clairevoie.cache.reuse import Reuse, Written, written
from clairevoie.pages import Page
from clairevoie.pages.partage import CarteDePartage
from clairevoie.parallel import share
from clairevoie.publish.blanks import BLANKS, LIST_PAGE, cut, cut_at_any_depth
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
        dressed = (folder / "index.html").read_text(encoding="utf-8")
        printers[key] = cut(dressed) if blank.fiche else cut_at_any_depth(dressed, blank)
        shutil.rmtree(folder)
    return printers


# The pages of a list that is cut, by address: title, description and body; at no address, the list itself.
PagesOfList = Mapping[str, tuple[str, str, str]]
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
    """Write one file a page, at its own address, and what goes with it, unless those in place may be reused.

    Only the pages whose search entries are known, by address in `searched`, may.

    Gives the search entries of the pages that were printed, by address, in their order.
    """

    def work(sheet: Sheet) -> tuple[dict[str, Written], PageEntries]:
        page, keys = tracker.of(sheet[1])
        seen = tuple(map(intern, keys))
        return _written(stage, page, printers, seen), PageEntries.of(page.entrees)

    around = reuse.within(url for url, _ in sheets)
    fresh = [
        sheet
        for sheet in sheets
        if sheet[0] not in searched
        or not reuse.take_all((f"{sheet[0]}index.html", *around.get(sheet[0], ())), stage)
    ]
    printed = {}
    for (url, _), (files, words) in zip(fresh, share(work, fresh), strict=True):
        for name, file in files.items():
            reuse.add(name, file)
        printed[url] = words
    return printed


def _written(stage: Path, page: Page, printers: Printers, keys: Sequence[str]) -> dict[str, Written]:
    """The files of a page, written: its own, those of its parts, those beside it."""
    files = {}
    for name, content in _contents(page, printers):
        path = stage / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        files[name] = written(path, keys)
    return files


def _contents(page: Page, printers: Printers) -> Iterator[tuple[str, bytes]]:
    yield f"{page.url}index.html", printers[page.collection, page.genre](page)
    for name, text in page.fichiers.items():
        yield f"{page.url}{name}", text.encode()
    for part in page.dessous:
        yield from _contents(part, printers)


def print_list_pages(
    stage: Path,
    printers: Printers,
    liste: str,
    pages: PagesOfList,
    partage: CarteDePartage,
    reuse: Reuse,
    fresh: bool,
) -> None:
    """Write the pages of a list that is cut, at the address `liste`, unless those in place may be reused.

    They may when the list is not `fresh`: its keys, which are many, are not told again for each of them.
    """
    for address, (title, description, body) in pages.items():
        name = f"{address}/index.html"
        if not address or (not fresh and reuse.take(name, stage)):
            continue
        path = stage / name
        path.parent.mkdir(parents=True, exist_ok=True)
        page = Page(liste, address.removeprefix(f"{liste}/"), title, description, body, partage)
        path.write_bytes(printers[liste, LIST_PAGE](page))
        reuse.add(name, written(path, ()))


def fill_written(
    stage: Path,
    lists: Mapping[str, Any],
    name_of: Callable[[str], str],
    place_of: Callable[[str], str],
    tell_apart: Callable[[str, str], str],
) -> list[str]:
    """Put the lists and the links to records into the pages that people wrote; gives the names of these lists.

    `lists` gives the HTML of each `<!-- liste: nom -->`, or its `PagesOfList` when it is cut; `name_of` the public
    name, as HTML, of an address, and `place_of` where what is there stands whole; `tell_apart` completes the links of
    a page that say the same, given the way to the root.
    """
    met: dict[str, None] = {}
    for path in sorted(stage.rglob("*.html")):
        text = path.read_text(encoding="utf-8")
        root = "../" * (len(path.relative_to(stage).parts) - 1)
        filled = _MARK.sub(
            partial(_filled, root=root, lists=lists, name_of=name_of, place_of=place_of, met=met), text
        )
        filled = tell_apart(filled, root)
        if filled != text:
            path.write_text(filled, encoding="utf-8", newline="\n")
    return list(met)


def _filled(
    mark: re.Match[str],
    root: str,
    lists: Mapping[str, Any],
    name_of: Callable[[str], str],
    place_of: Callable[[str], str],
    met: dict[str, None],
) -> str:
    """What stands in the place of one mark; the lists that are asked for are noted in `met`."""
    if name := mark["liste"]:
        met[name] = None
        made = lists[name]
        whole: str = made if isinstance(made, str) else made[""][2]
        return whole
    if not mark["fiche"]:
        return mark[0]
    words = mark["mots"] or name_of(mark["fiche"].partition("#")[0])
    path, diese, anchor = place_of(mark["fiche"]).partition("#")
    return f'<a href="{root}{path}/{diese}{anchor}">{words}</a>'
