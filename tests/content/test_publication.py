"""What is published of the folder of the pages: what was checked, as it was checked, and nothing beside."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest

from clairevoie.build import build
from clairevoie.content import is_publishable
from tests.aides.sites import AUJOURD_HUI, FULL, SMALL, project_of


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site whose pages hold all that a page may hold."""
    project = project_of(tmp_path_factory.mktemp("pages") / "projet", SMALL)
    content = project / "content"
    (content / ".well-known").mkdir()
    (content / ".well-known" / "security.txt").write_text(
        "Contact: mailto:a@exemple.quebec\n", encoding="utf-8"
    )
    (content / "templates").mkdir()
    (content / "templates" / "index.md").write_text("# Modèles\n\nMots.\n", encoding="utf-8")
    (content / "mots.md").write_bytes(
        "\ufeffNote : un mot.\r\n\r\nLe 1<sup>er</sup> mai.\r\n\r\n| A | B |\r\n|--|--:|\r\n| a | 1 |\r\n".encode()
    )
    (content / "titre.md").write_bytes(
        "---\ntitle: non\n---\n\nE\u0301te\u0301 à [[projets/cuisine-collective]].\n".encode()
    )
    (content / "page.md~").write_text("# Brouillon\n", encoding="utf-8")
    (content / "Thumbs.db").write_bytes(b"x")
    build(project, project / "data", project / "site", AUJOURD_HUI)
    return project / "site"


def test_the_place_where_programs_ask_who_answers_is_published(site: Path) -> None:
    assert (site / ".well-known" / "security.txt").read_text(
        encoding="utf-8"
    ) == "Contact: mailto:a@exemple.quebec\n"


def test_a_folder_is_published_whatever_the_engine_thinks_of_its_name(site: Path) -> None:
    assert (site / "templates" / "index.html").is_file()


def test_what_a_system_or_an_editor_leaves_behind_is_not(site: Path) -> None:
    assert [path for path in site.rglob("*") if path.name in ("page.md~", "Thumbs.db")] == []


def test_a_first_line_with_a_colon_stays_in_the_page(site: Path) -> None:
    page = html.unescape((site / "mots" / "index.html").read_text(encoding="utf-8"))
    assert "<p>Note\u00a0: un mot.</p>" in page
    assert "<p>Le 1<sup>er</sup> mai.</p>" in page
    assert "style=" not in page
    assert "\ufeff" not in page


def test_a_word_of_the_head_stays_a_word_and_accents_are_put_together(site: Path) -> None:
    page = (site / "titre" / "index.html").read_text(encoding="utf-8")
    assert "<h1>non</h1>" in page
    assert re.search(r'<p>Été à <a href="../projets/cuisine-collective/">[^<]+</a>.</p>', page)


def test_no_page_may_stand_where_the_program_publishes_its_own_files(built_site: Path) -> None:
    written = {path.name for path in (FULL.parent / "content").iterdir()}
    for folder in built_site.iterdir():
        if folder.is_dir() and folder.name not in written:
            assert not is_publishable(f"{folder.name}/page.md"), folder.name
