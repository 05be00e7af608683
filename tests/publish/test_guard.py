"""The guard of the merge: a printed page is, byte for byte, the page that MkDocs would have written.

The same record is handed to MkDocs as a generated page (title, description, content), beside the blanks.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from clairevoie.build import load
from clairevoie.merge import site_of
from clairevoie.model import COLLECTIONS
from clairevoie.pages import Page, pages
from clairevoie.pages.affiche.affiche import sheets
from clairevoie.pages.partage import CarteDePartage
from clairevoie.publish.blanks import BLANKS, LIST_PAGE
from clairevoie.publish.dressing import ONLY_DRESS, Settings
from clairevoie.publish.printing import take_blanks
from tests.aides.sites import AUJOURD_HUI

_HOOK = """
import json, os
from mkdocs.structure.files import File, InclusionLevel

HANDED = {page["src"]: page for page in json.load(open(os.environ["PAGES_REMISES"], encoding="utf-8"))}

def on_files(files, config):
    for src in HANDED:
        files.append(File.generated(config, src, content="", inclusion=InclusionLevel.NOT_IN_NAV))

def on_nav(nav, config, files):
    pages = {page.file.src_uri: page for page in nav.pages}
    for src in HANDED:
        files.get_file_from_path(src).page.parent = pages[src.split("/")[0] + "/index.md"]

def on_page_content(html, page, config, files):
    handed = HANDED.get(page.file.src_uri)
    if handed:
        page.title = handed["titre"]
        page.meta = {name: handed[name] for name in ("description", "modules", "partage")}
        page.meta["fiche" if handed["fiche"] else "tranche"] = handed["collection"]
        if not handed["fiche"]:
            page.meta["modules"] = page.parent.meta.get("modules", [])
        return handed["corps"]
"""


def _sample(site_pages: Iterator[Page]) -> list[Page]:
    """Of each collection, the first page and the longest one."""
    by_collection: dict[str, list[Page]] = {}
    for page in site_pages:
        by_collection.setdefault(page.collection, []).append(page)
    longest = [max(found, key=lambda p: len(p.corps)) for found in by_collection.values()]
    return longest + [
        found[0] for found, long in zip(by_collection.values(), longest, strict=True) if found[0] is not long
    ]


def _url(page: Page) -> str:
    return page.url.removesuffix(LIST_PAGE)


def _source(page: Page) -> str:
    return f"{_url(page).rstrip('/')}.md"


def _hand(folder: Path, project: Path, sample: list[Page]) -> None:
    """Have MkDocs write these pages of a project itself, beside the blanks, into `folder/site`."""
    handed = [
        {"src": _source(p), "collection": p.collection, "titre": p.titre,
         "description": p.description, "corps": p.corps,
         "partage": {"fichier": p.partage.fichier, "texte_alternatif": p.partage.texte_alternatif},
         "fiche": p.suite != LIST_PAGE, "modules": list(BLANKS[p.collection, p.genre].modules)}
        for p in sample
    ]  # fmt: skip
    (folder / "remises.json").write_text(json.dumps(handed), encoding="utf-8")
    (folder / "temoin.py").write_text(_HOOK, encoding="utf-8")
    (folder / "mkdocs.yml").write_text(
        f"INHERIT: {project}/mkdocs.yml\ndocs_dir: {project}/content\nwatch: []\nsite_dir: {folder}/site\n"
        f"hooks: [{project}/hooks/mkdocs_events.py, {folder}/temoin.py]\n"
        f"theme: {{custom_dir: {project}/overrides}}\n",
        encoding="utf-8",
    )
    own = {ONLY_DRESS: "1", "PAGES_REMISES": str(folder / "remises.json"), "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(folder / "mkdocs.yml")]
    subprocess.run(command, check=True, env={**os.environ, **own})


@pytest.fixture(scope="module")
def sample(full: Path) -> list[Page]:
    """Pages of every collection, and one whose words look like code."""
    site = site_of(
        load(full, full / "data", AUJOURD_HUI),
        Settings("https://claire-voie.example/", "Claire-voie", "", {}),
    )
    card = CarteDePartage("partage/site.png", 'Image <b> & « "guillemets" »', "Pied")
    tricky = Page(
        "projets",
        "piege",
        'Titre <b> & « "guillemets" »',
        "Phrase <i> & \"deux\" 'trois'",
        "<p>corps</p>",
        card,
    )
    picture = CarteDePartage("partage/site.png", "Image", "Pied")
    parts = [
        Page(
            name,
            "long",
            "Projets : A, Long",
            "Projets : A. Long",
            "<p>corps</p>",
            picture,
            suite="projets/a/",
        )
        for name in COLLECTIONS
    ]
    _, edition = next(sheets(site, full / "overrides"))
    lists = (liste for liste, suite in BLANKS if suite == LIST_PAGE)
    cut = [
        Page(liste, slug, "Une lettre", "Des fiches", "<h1>Une lettre</h1>", card, suite=LIST_PAGE)
        for liste in lists
        for slug in ("une-annee", "lettre/a", "demarche/parc/ab")
    ]
    return [*_sample(pages(site, full / "overrides")), edition(), tricky, *parts, *cut]


def test_every_kind_of_page_is_printed_as_mkdocs_writes_it(
    tmp_path: Path, full: Path, sample: list[Page]
) -> None:
    _hand(tmp_path, full, sample)
    printers = take_blanks(tmp_path / "site")
    assert {(page.collection, page.genre) for page in sample} == set(BLANKS)
    for page in sample:
        theirs = (tmp_path / "site" / _url(page) / "index.html").read_bytes()
        assert printers[page.collection, page.genre](page) == theirs, page.url
