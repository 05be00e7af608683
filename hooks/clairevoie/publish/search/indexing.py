"""The search index: every entry of every page goes to Pagefind, in words that people type (`opening`).

Beside the index, `sigles.json` lists the acronyms that would be words saying nothing, « MES », « PAS », « EST », and
`mots.json` the words of the titles and those that people type instead, from which a word said nowhere is mended.
"""

from __future__ import annotations

import html
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterable, Sequence
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from clairevoie.cache import store
from clairevoie.cache.fingerprints import fingerprint
from clairevoie.causes import refusal_in
from clairevoie.endings import when_forked
from clairevoie.pages import Entree
from clairevoie.pages.listes import END, START
from clairevoie.pages.recherche.aussi import also_asked
from clairevoie.parallel import share
from clairevoie.publish.search.condense import condense
from clairevoie.publish.search.opening import Opener, acronym_key, hidden, name_keys

FOLDER = "recherche"
_MAIN = re.compile(r"<main\b[^>]*>(.*)</main>", re.DOTALL)
_H1 = re.compile(r"<h1\b[^>]*>(.*?)</h1>", re.DOTALL)
_TAG = re.compile(r"<[^<>]*>")
# What a page holds that nobody wrote in it: its lists, its menu; its title is told apart.
_NOT_ITS_WORDS = re.compile(rf"{START}.*?{END}|<nav\b.*?</nav>|{_H1.pattern}", re.DOTALL)
# Pages about the other pages, or about how the site is made: they would come before what people look for.
_LEFT_OUT = re.compile(r"(?:index-a-z|qualite-des-donnees|contribuer(?:/.*)?)/")
_KEYWORDS = re.compile(r'<meta name="keywords" content="([^"]*)"')
# What Pagefind writes beside the index for pages that use its own interface: ours does not.
_UNUSED = (
    *(f"pagefind-{name}.{kind}" for name in ("ui", "modular-ui", "component-ui") for kind in ("js", "css")),
    "pagefind-highlight.js",
    "wasm.unknown.pagefind",
)
_EMPTY_WORDS = "assets/js/mots-vides.js"
_ACRONYMS = "sigles.json"
_TITLE_WORDS = "mots.json"
_WORD = re.compile(r"[^\W\d_]{4,}")
# How many times words stand in a file of words: few, so that one asked for brings few others.
_SMALL = {"PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE": "1500"}


class _Kept(NamedTuple):
    """An index, by name, and the fingerprint of what it was made of."""

    fingerprint: bytes
    files: dict[str, bytes]


class SearchFailed(Exception):  # noqa: N818 - it says what happened
    """The index could not be made; carries what Pagefind printed."""


def written_entries(stage: Path) -> list[Entree]:
    """The entries of the written pages; the 404 page is not one.

    Their words are those of their `<main>`, without its menu or its lists: each record has its own entry.
    """
    found = []
    for path in sorted(stage.rglob("index.html")):
        text = path.read_text(encoding="utf-8")
        main = _MAIN.search(text)
        title = main and _H1.search(main[1])
        url = f"{path.parent.relative_to(stage).as_posix()}/".removeprefix("./")
        if main and title and not _LEFT_OUT.fullmatch(url):
            words = _plain(_NOT_ITS_WORDS.sub(" ", main[1]))
            named = _plain(title[1])
            facets = {"type": ("Pages",)}
            typed = _KEYWORDS.search(text)
            asked = (*also_asked(named), *(html.unescape(typed[1]).split(", ") if typed else ()))
            found.append(
                Entree(
                    url,
                    named,
                    words[:200],
                    words,
                    facets,
                    aussi=" ".join(asked),
                    noms=(named,),
                    demande=asked,
                )
            )
    return found


def _plain(markup: str) -> str:
    """The words of a piece of HTML."""
    return " ".join(html.unescape(_TAG.sub(" ", markup)).split())


def index_entries(stage: Path, entries: Iterable[Entree], cache_dir: Path | None = None) -> None:
    """Write the index of these entries into the folder `recherche/` of a site; raises SearchFailed.

    The cache has the last index, which is taken again for the same entries.
    """
    entries, index = tuple(entries), stage / FOLDER
    empty = _empty_words(stage)
    acronyms = _telling_nothing(entries, empty)
    current = _fingerprint_of(entries, acronyms, empty) if cache_dir else b""
    found = store.load_entry(cache_dir, FOLDER, _Kept)
    if found is not None and found.fingerprint == current:
        return _put(index, found.files)
    _run_pagefind(entries, index, Opener(acronyms, empty))
    condense(index)
    _list(index / _ACRONYMS, map(acronym_key, acronyms))
    looked_for = (f"{one.titre} {one.aussi}" for one in entries)
    _list(index / _TITLE_WORDS, (word.lower() for one in looked_for for word in _WORD.findall(one)))
    if cache_dir:
        files = (path for path in index.rglob("*") if path.is_file())
        content = {path.relative_to(index).as_posix(): path.read_bytes() for path in files}
        store.save_entry(cache_dir, FOLDER, _Kept(current, content), _Kept)
    return None


def _list(path: Path, words: Iterable[str]) -> None:
    path.write_text(json.dumps(sorted(set(words)), ensure_ascii=False), encoding="utf-8")


def _empty_words(stage: Path) -> frozenset[str]:
    """The words that say nothing, as the script of the search lists them."""
    script = stage / _EMPTY_WORDS
    return frozenset(script.read_text(encoding="utf-8").split("`")[1].split() if script.is_file() else ())


def _telling_nothing(entries: Sequence[Entree], empty: frozenset[str]) -> tuple[str, ...]:
    """The acronyms of the entries that the page of the search would leave out for words that say nothing."""
    return tuple(sorted({one.sigle for one in entries if one.sigle and acronym_key(one.sigle) in empty}))


def _fingerprint_of(entries: Sequence[Entree], acronyms: Sequence[str], empty: frozenset[str]) -> bytes:
    """The fingerprint of all that an index is made of."""
    indexed = [
        (
            one.url,
            one.titre,
            one.texte,
            list(one.facettes.items()),
            one.sigle,
            one.aussi,
            one.noms,
            one.demande,
        )
        for one in entries
    ]
    made_by = [version("pagefind"), version("cbor2"), *acronyms, *sorted(empty)]
    return fingerprint(json.dumps([made_by, indexed]).encode())


def _put(index: Path, files: dict[str, bytes]) -> None:
    for folder in {(index / name).parent for name in files}:
        folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (index / name).write_bytes(content)


def _run_pagefind(entries: Sequence[Entree], index: Path, opener: Opener) -> None:
    index.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=".recherche-", dir=index.parent) as folder:
        share(lambda entry: _write(entry, opener, Path(folder)), entries)
        options = ["--site", folder, "--output-path", str(index), "--force-language", "fr"]
        done = subprocess.run(
            [sys.executable, "-m", "pagefind", *options],
            env={**os.environ, **_SMALL},
            preexec_fn=when_forked(),
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
    if done.returncode:
        printed = f"{done.stdout}\n{done.stderr}".strip()
        raise refusal_in(printed) or SearchFailed(printed)
    for name in _UNUSED:
        (index / name).unlink(missing_ok=True)


def _write(entry: Entree, opener: Opener, folder: Path) -> None:
    """Write an entry where its address says: `plans/x/` in `plans/x.html`, `plans/x/#action-1` in a folder of `x`."""
    path = Path(f"{folder}/{entry.url.rstrip('/') or 'index'}.html")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(document(entry, opener), encoding="utf-8", newline="\n")


def document(entry: Entree, opener: Opener) -> str:
    """One entry as the small HTML document that Pagefind reads.

    Its acronym weighs as much as its title, and so do the words by which people look for it, which come last. The
    title of a part of a record, an action say, weighs less: the record comes first when both say the same.
    """
    facets = "".join(
        f'<span data-pagefind-filter="{name}[data-v]" data-v="{html.escape(value)}"></span>'
        for name, values in entry.facettes.items()
        for value in values
    )
    has_acronym = not entry.sigle or entry.sigle in entry.titre.split()
    named = entry.titre if has_acronym else f"{entry.titre} ({entry.sigle})"
    title, words = html.escape(opener.open(named)), html.escape(opener.open(entry.texte))
    names, questions = (_keys(words, opener) for words in (entry.noms, entry.demande))
    asked = hidden(" ".join((entry.aussi, *dict.fromkeys((*names, *questions)))))
    also = f'<p data-pagefind-weight="8">{html.escape(asked)}</p>' if asked else ""
    keys = "|".join((" ".join(names), " ".join(questions)))
    called = f'<span data-pagefind-meta="noms[data-v]" data-v="{keys}"></span>' if asked else ""
    weight = 3 if "#" in entry.url else 8
    return (
        f'<!doctype html><html lang="fr"><body>{facets}'
        f'<h1 data-pagefind-weight="{weight}" data-pagefind-meta="title[data-v]"'
        f' data-v="{html.escape(entry.titre)}">{title}</h1>{called}<p>{words}</p>{also}</body></html>'
    )


def _keys(names: Sequence[str], opener: Opener) -> list[str]:
    """Names or questions as single words, each once."""
    return list(dict.fromkeys(key for name in names for key in name_keys(name, opener.empty)))
