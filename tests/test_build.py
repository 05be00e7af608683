"""The whole chain on a small complete site: what must come out, what must not, and twice the same bytes."""

from __future__ import annotations

import gzip
import os
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from clairevoie.build import build
from clairevoie.problems import DataRefused
from clairevoie.publish.search import indexing
from clairevoie.publish.search.indexing import SearchFailed
from tests.aides.sites import AUJOURD_HUI, FULL
from tests.conftest import BASE
from tests.test_cli import _snapshot


def _page(site: Path, url: str) -> str:
    return (site / url / "index.html").read_text(encoding="utf-8")


def test_every_published_record_has_its_page_its_data_and_its_line_in_the_site_map(built_site: Path) -> None:
    said = {path: path.read_text(encoding="utf-8") for path in FULL.glob("*/*.yml")}
    published = [
        path for path, text in said.items() if re.search("^publication: (publie|archive)$", text, re.M)
    ]
    site_map = (built_site / "sitemap.xml").read_text(encoding="utf-8")
    assert len(published) > 50
    for path in published:
        address = f"{path.parent.name}/{path.stem}"
        assert (built_site / address / "index.html").exists()
        assert (built_site / "donnees" / f"{address}.yml").exists()
        assert f"<loc>{BASE}{address}/</loc>" in site_map


def test_a_draft_leaves_no_trace_and_a_withdrawn_record_says_so(small_site: Path) -> None:
    everything = b"".join(p.read_bytes() for p in small_site.rglob("*") if p.is_file())
    assert b"pas encore annonc" not in everything
    assert b"projet-secret" not in everything
    page = _page(small_site, "projets/projet-retire")
    assert "1er février 2026" in page.replace("\u00a0", " ")
    assert "Inscrit deux fois" in page
    assert not (small_site / "donnees/projets/projet-retire.yml").exists()


def test_an_old_address_leads_to_the_new_one(small_site: Path) -> None:
    page = _page(small_site, "comites/ancienne-table")
    assert 'content="0; url=../../comites/table-de-quartier/"' in page


def test_what_is_typed_is_shown_as_text_never_as_code(small_site: Path) -> None:
    page = _page(small_site, "organismes/maison-de-quartier")
    assert "L’Œuvre &amp; Cie" in page


def test_a_follow_up_moves_the_deadline_and_keeps_the_old_one(small_site: Path) -> None:
    page = _page(small_site, "plans/plan-2026")
    for said in ("Hiver 2027", "Septembre 2026", "Le local n&#39;est plus disponible.", "Reporté"):
        assert said in page
    assert "aucun suivi publié" not in page.lower()


def test_the_same_data_give_the_same_bytes(small_site: Path, project: Path) -> None:
    build(project, project / "data", project / "site", AUJOURD_HUI)
    assert _snapshot(project / "site") == _snapshot(small_site)


# MkDocs has no --date: the day is told beforehand.
_MKDOCS_ON_THAT_DAY = """\
from datetime import date
import clairevoie.clock
clairevoie.clock.today = lambda: date.fromisoformat("{day}")
from mkdocs.__main__ import cli
cli()
"""


def test_mkdocs_alone_builds_the_whole_site(full: Path, tmp_path: Path) -> None:
    environment = {
        **os.environ,
        "CLAIREVOIE_ADRESSE": BASE,
        "NO_MKDOCS_2_WARNING": "1",
    }
    arguments = ["build", "--quiet", "--site-dir", str(tmp_path / "site")]
    command = [sys.executable, "-c", _MKDOCS_ON_THAT_DAY.format(day=AUJOURD_HUI), *arguments]
    subprocess.run(command, cwd=full, env=environment, check=True)
    ours = {name: content for name, content in _snapshot(full / "site").items() if name != ".claire-voie"}
    assert _snapshot(tmp_path / "site") == ours


@pytest.mark.construction
def test_a_theme_that_leads_nowhere_is_not_published(project: Path) -> None:
    footer = project / "overrides/partials/pied.html"
    footer.write_text(footer.read_text(encoding="utf-8") + '<a href="/nulle-part/">x</a>', encoding="utf-8")
    with pytest.raises(DataRefused) as refusal:
        build(project, project / "data", project / "site", AUJOURD_HUI)
    assert {problem.code for problem in refusal.value.problems} == {"SIT-02"}
    assert not (project / "site").exists()


def test_a_search_index_that_cannot_be_made_stops_the_publication(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(indexing, "document", lambda *given: "<")
    monkeypatch.setattr(indexing.sys, "executable", "/bin/false")
    with pytest.raises(SearchFailed):
        indexing.index_entries(tmp_path, [])


@pytest.mark.construction
def test_a_name_leaves_every_file_of_the_site_on_the_day_its_consent_lapses_though_nothing_else_changed(
    project: Path, tmp_path: Path
) -> None:
    data = project / "data"
    comite = data / "comites/table-de-quartier.yml"
    seat = '  - {fonction: "citoyenne"}'
    named = (
        '  - {fonction: "citoyenne", nom: "Prénom Fictif", '
        'base_publication: {type: consentement, date: "2020-01-01", expire: "2026-01-01"}}'
    )
    comite.write_text(comite.read_text(encoding="utf-8").replace(seat, named), encoding="utf-8")
    site, cache_dir = tmp_path / "public", tmp_path / "garde"
    build(project, data, site, date(2026, 1, 1), cache_dir)
    shown = {name for name, content in _snapshot(site).items() if b"Fictif" in _inflated(name, content)}
    assert {"comites/table-de-quartier/index.html", "donnees/comites/table-de-quartier.yml"} <= shown
    assert any(name.endswith(".pf_fragment") for name in shown)
    build(project, data, site, date(2026, 1, 2), cache_dir)
    after = _snapshot(site)
    assert not {name for name, content in after.items() if b"Fictif" in _inflated(name, content)}
    published = after["donnees/comites/table-de-quartier.yml"].decode()
    assert "citoyenne" in published
    assert "premier mardi du mois" in published
    build(project, data, tmp_path / "neuf", date(2026, 1, 2))
    assert after == _snapshot(tmp_path / "neuf")


def _inflated(name: str, content: bytes) -> bytes:
    """What a file says: those of the search index are compressed."""
    return gzip.decompress(content) if content.startswith(b"\x1f\x8b") else content


@pytest.mark.construction
def test_neither_comments_nor_internal_marks_of_a_record_are_published(project: Path, tmp_path: Path) -> None:
    data = project / "data"
    comite = data / "comites/table-de-quartier.yml"
    note = 'notes:\n  - {nature: lacune, texte: "On ne sait pas.", repere: "INTERNE-7", couvre: [REF-06]}\n'
    comite.write_text(
        f"# À relire avec Untel.\n{comite.read_text(encoding='utf-8')}{note}# Fin.\n", encoding="utf-8"
    )
    build(project, data, tmp_path / "public", AUJOURD_HUI)
    everything = b"".join(_inflated(*file) for file in _snapshot(tmp_path / "public").items())
    assert b"On ne sait pas." in everything
    assert not [word for word in ("Untel", "INTERNE-7") if word.encode() in everything]


def test_a_picture_or_a_document_that_a_record_names_is_published_with_it_and_no_other(
    built_site: Path,
) -> None:
    assert (FULL / "_fichiers/images/que-personne-ne-nomme.png").exists()
    assert 'src="../../fichiers/images/cuisine.png"' in _page(built_site, "projets/cuisine-collective")
    published = {path.name for path in (built_site / "fichiers").rglob("*") if path.is_file()}
    named = {path.name for path in (FULL / "_fichiers").rglob("*.*")} - {"que-personne-ne-nomme.png"}
    assert len(named) > 5
    assert published == named


def test_an_old_address_is_neither_found_by_the_search_nor_in_the_site_map(small_site: Path) -> None:
    assert "ancienne-table" not in (small_site / "sitemap.xml").read_text(encoding="utf-8")
    fragments = b"".join(gzip.decompress(path.read_bytes()) for path in small_site.rglob("*.pf_fragment"))
    assert b"cuisine-collective" in fragments
    assert "déménagé".encode() not in fragments
