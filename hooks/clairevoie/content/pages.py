"""Every page is read, and all that may not be published is told at once, each thing at its place.

In: the files of the folder. Out: problems. What was found in a page is kept in the cache as long as it does not change.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import NamedTuple

from clairevoie.cache.fingerprints import fingerprint
from clairevoie.cache.store import load_entry, save_entry
from clairevoie.content.folder import FOLDER, WELL_KNOWN, is_page
from clairevoie.content.front_matter import WrittenPage, split
from clairevoie.content.markdown import excesses, render, without_code
from clairevoie.content.markup import Offence, has_words, offences
from clairevoie.content.places import Finder
from clairevoie.content.text import read_text
from clairevoie.problems import Located
from clairevoie.read.fault import Fault

_ENTRY = "content"
# A page with more faults than that is another kind of file.
_MOST = 50


class _Read(NamedTuple):
    """What was found in a page that had this fingerprint."""

    fingerprint: bytes
    faults: tuple[Fault, ...]


class _Kept(NamedTuple):
    """What was found in each page, by its path."""

    pages: dict[str, _Read]


def check_pages(files: Mapping[str, bytes], cache_dir: Path | None = None) -> tuple[Located, ...]:
    """The problems of the pages of the folder, given by their path in it."""
    kept = load_entry(cache_dir, _ENTRY, _Kept)
    known = kept.pages if kept else {}
    found: dict[str, _Read] = {}
    for path, data in files.items():
        if is_page(path) or path.startswith(WELL_KNOWN):
            mark = fingerprint(path.encode() + b"\0" + data)
            one = known.get(path)
            found[path] = one if one and one.fingerprint == mark else _Read(mark, check_page(path, data))
    if found != known:
        save_entry(cache_dir, _ENTRY, _Kept(found), _Kept)
    told = ((path, fault) for path, one in found.items() for fault in one.faults)
    return tuple(fault.at(f"{FOLDER}/{path}", "") for path, fault in told)


def check_page(path: str, data: bytes) -> tuple[Fault, ...]:
    """The faults of one page, in the order of its lines; of a text of `.well-known/`, what nobody sees in it."""
    text, faults = read_text(data)
    if is_page(path):
        page, head = split(text)
        faults += [*head, *_body_faults(page, path, text)]
    unique = {(fault.line, fault.column, fault.code, repr(fault.facts)): fault for fault in faults}
    return tuple(unique[key] for key in sorted(unique))[:_MOST]


def source(data: bytes) -> str:
    """A page for the engine: what was checked, whatever the engine would have read in these bytes.

    It takes a first line such as « Note : … » for a head, and a head that it cannot read for words.
    """
    page, _ = split(read_text(data)[0])
    return f"---\n{json.dumps(page.meta, ensure_ascii=False, default=str)}\n---\n\n{page.body}"


def _body_faults(page: WrittenPage, path: str, text: str) -> list[Fault]:
    prose = without_code(page.body)
    too_much = list(excesses(prose))
    if too_much:
        return [_moved(fault, page.above) for fault in too_much]
    try:
        html = render(page.body)
    except Exception:  # the library fails in many ways, on tags and on what is nested
        return [Fault("PAG-27", page.above + _first_failing(page.body), 1)]
    if not has_words(html):
        return [Fault("PAG-28", page.above + 1 if page.body.strip() else 1, 1)]
    told = [one for one in offences(html, path) if one.code != "PAG-07" or one.words not in text]
    return [_moved(fault, page.above) for fault in _located(told[:_MOST], page.body, prose, path)]


def _first_failing(body: str) -> int:
    """The line at which the library begins to fail."""
    lines = body.split("\n")
    return bisect_left(range(1, len(lines)), True, key=lambda count: _fails("\n".join(lines[:count]))) + 1


def _fails(body: str) -> bool:
    try:
        render(body)
    except Exception:
        return True
    return False


def _located(told: Sequence[Offence], body: str, prose: str, path: str) -> list[Fault]:
    """Each offence as a fault, at its place in the Markdown."""

    @cache
    def of_lines(count: int) -> Sequence[Offence]:
        try:
            return tuple(offences(render("\n".join(lines[:count])), path))
        except Exception:
            return ()

    lines = prose.split("\n")
    finder = Finder(body, prose, of_lines)
    return [Fault(one.code, *finder.place(one), dict(one.facts)) for one in told]


def _moved(fault: Fault, above: int) -> Fault:
    """The same fault, its line counted from the top of the file."""
    return replace(fault, line=fault.line + above)
