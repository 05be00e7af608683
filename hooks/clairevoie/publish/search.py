"""The search index: every entry of every page goes to Pagefind, in words that people type.

Pagefind folds accents and stems French, but it takes « l’Énergie » for one word and does not know that
« œ » is « oe »: both are opened up in what is indexed. The page of the search closes them again in what
it shows, and opens them in what is asked.
"""

from __future__ import annotations

import html
import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from clairevoie.pages import Entree
from clairevoie.pages.listes import END, START
from clairevoie.publish.canonical import put_in_order

FOLDER = "recherche"
_MAIN = re.compile(r"<main\b[^>]*>(.*)</main>", re.DOTALL)
_H1 = re.compile(r"<h1\b[^>]*>(.*?)</h1>", re.DOTALL)
_TAG = re.compile(r"<[^<>]*>")
# What a page holds that nobody wrote in it: its lists, its menu; its title is told apart.
_NOT_ITS_WORDS = re.compile(rf"{START}.*?{END}|<nav\b.*?</nav>|{_H1.pattern}", re.DOTALL)
# Pages about the other pages, or about how the site is made: they would come before what people look for.
_LEFT_OUT = re.compile(r"(?:index-a-z|qualite-des-donnees|contribuer/champs|contribuer/decisions(?:/.*)?)/")
# What Pagefind writes beside the index for pages that use its own interface: ours does not.
_UNUSED = (
    *(f"pagefind-{name}.{kind}" for name in ("ui", "modular-ui", "component-ui") for kind in ("js", "css")),
    "pagefind-highlight.js",
    "wasm.unknown.pagefind",
)
_OPENED = str.maketrans({"’": "’ ", "'": "' ", "œ": "oe", "Œ": "Oe", "æ": "ae", "Æ": "Ae"})


class SearchFailed(Exception):  # noqa: N818 - it says what happened
    """The index could not be made; carries what Pagefind printed."""


def open_words(texte: str) -> str:
    """`l’Énergie` → `l’ Énergie`, `œuvre` → `oeuvre`."""
    return texte.translate(_OPENED)


def written_entries(stage: Path) -> list[Entree]:
    """The entries of the written pages; the 404 page is not one.

    Their words are those of their `<main>`, without its menu or its lists: each record has its own entry.
    """
    found = []
    for path in sorted(stage.rglob("index.html")):
        main = _MAIN.search(path.read_text(encoding="utf-8"))
        title = main and _H1.search(main[1])
        url = f"{path.parent.relative_to(stage).as_posix()}/".removeprefix("./")
        if main and title and not _LEFT_OUT.fullmatch(url):
            words = _plain(_NOT_ITS_WORDS.sub(" ", main[1]))
            found.append(Entree(url, _plain(title[1]), words[:200], words, {"type": ("Pages",)}))
    return found


def _plain(markup: str) -> str:
    """The words of a piece of HTML."""
    return " ".join(html.unescape(_TAG.sub(" ", markup)).split())


def index_entries(stage: Path, entrees: Iterable[Entree]) -> None:
    """Write the search index of these entries into the folder `recherche/` of a site; raises SearchFailed."""
    with TemporaryDirectory(prefix="clairevoie-recherche-") as folder:
        for rank, entree in enumerate(entrees):
            (Path(folder) / f"{rank:06}.html").write_text(_document(entree), encoding="utf-8")
        options = ["--site", folder, "--output-path", str(stage / FOLDER), "--force-language", "fr"]
        done = subprocess.run(
            [sys.executable, "-m", "pagefind", *options], capture_output=True, text=True, check=False
        )
    if done.returncode:
        raise SearchFailed(f"{done.stdout}\n{done.stderr}".strip())
    for name in _UNUSED:
        (stage / FOLDER / name).unlink(missing_ok=True)
    put_in_order(stage / FOLDER)


def _document(entree: Entree) -> str:
    """One entry as the small HTML document that Pagefind reads."""
    address = f'<span data-pagefind-meta="adresse[data-v]" data-v="{html.escape(entree.url)}"></span>'
    facets = address + "".join(
        f'<span data-pagefind-filter="{name}[data-v]" data-v="{html.escape(value)}"></span>'
        for name, values in entree.facettes.items()
        for value in values
    )
    title, words = html.escape(open_words(entree.titre)), html.escape(open_words(entree.texte))
    return (
        f'<!doctype html><html lang="fr"><body>{facets}'
        f'<span data-pagefind-meta="resume[data-v]" data-v="{html.escape(entree.resume)}"></span>'
        f'<h1 data-pagefind-weight="8" data-pagefind-meta="title[data-v]"'
        f' data-v="{html.escape(entree.titre)}">{title}</h1><p>{words}</p></body></html>'
    )
