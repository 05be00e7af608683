"""A shortcut gives what the plain way gives; where an upgrade broke it, the plain way is taken, and it is said."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from pathlib import Path

import cbor2
import markupsafe
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2.compiler import CodeGenerator

from clairevoie import cli, shortcuts
from clairevoie.cli import main
from clairevoie.pages import Entree, Site, compilation, environment, html_text, pages
from clairevoie.pages.compilation import PlainEnvironment, environment_kind
from clairevoie.publish.search import condense, indexing
from clairevoie.shortcuts import ShortcutLost
from tests.aides.fiche_pleine import full_dataset
from tests.aides.sites import AUJOURD_HUI, REGLAGES, ROOT

FULL = full_dataset()[0]


@pytest.fixture(autouse=True)
def _nothing_decided() -> Iterator[None]:
    """Each story decides anew which way is taken."""
    yield
    environment_kind.cache_clear()


def _printed() -> dict[str, str]:
    site = Site.of(FULL, REGLAGES, AUJOURD_HUI)
    return {page.url: page.corps for page in pages(site, ROOT / "overrides")}


def test_pages_printed_by_jinja_itself_are_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    ours = _printed()
    assert len(ours) >= 9
    monkeypatch.setattr(environment, "environment_kind", lambda: PlainEnvironment)
    assert _printed() == ours


@given(st.text())
def test_a_text_escaped_by_markupsafe_itself_is_the_same(texte: str) -> None:
    assert html_text.escape_text(texte) == str(markupsafe.escape(texte))


def test_a_generator_of_jinja_that_changed_is_left_with_a_warning(monkeypatch: pytest.MonkeyPatch) -> None:
    def renamed(*_: object) -> None:
        raise AttributeError("writeline")

    monkeypatch.setattr(CodeGenerator, "writeline", renamed, raising=True)
    monkeypatch.setattr(compilation, "_printed", lambda kind: kind is PlainEnvironment or renamed())
    with pytest.warns(ShortcutLost, match="^jinja2 .* n'est plus tel que Claire-voie le connaît"):
        assert environment_kind() is PlainEnvironment


def test_a_generator_of_jinja_that_writes_something_else_is_left_too(monkeypatch: pytest.MonkeyPatch) -> None:
    from clairevoie.pages.direct import Direct

    monkeypatch.setattr(
        Direct, "_output_child_pre", lambda self, *_: self.write("(shown if (shown := '' and ")
    )
    with pytest.warns(ShortcutLost):
        assert environment_kind() is PlainEnvironment
    assert len(_printed()) >= 9


def test_a_markupsafe_without_what_we_took_is_used_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(markupsafe, "_escape_inner")
    with pytest.warns(ShortcutLost, match="^markupsafe"):
        assert html_text._escaper() is markupsafe.escape


def _entries() -> list[Entree]:
    return [
        Entree(f"projets/p-{n}/", f"Œuvre {n}", "", f"seul{n} commun à tous", {"type": ("Projets",)})
        for n in range(30)
    ]


def _found(index: Path) -> tuple[set[str], set[str]]:
    """The words that an index knows, and what it says of each entry."""
    words = {
        word
        for path in (index / "index").iterdir()
        for word, *_ in cbor2.loads(gzip.decompress(path.read_bytes()).removeprefix(b"pagefind_dcd"))[0]
    }
    entries = {
        gzip.decompress(path.read_bytes()).removeprefix(b"pagefind_dcd").decode()
        for path in index.rglob("*.pf_fragment")
    }
    return words, entries


def test_an_index_as_pagefind_wrote_it_says_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    indexing.index_entries(tmp_path / "leger", _entries())
    monkeypatch.setattr(indexing, "condense", lambda index: None)
    indexing.index_entries(tmp_path / "tel-quel", _entries())
    words, entries = _found(tmp_path / "leger/recherche")
    assert (words, entries) == _found(tmp_path / "tel-quel/recherche")
    assert len(entries) == 30


def test_an_index_of_another_format_stays_whole_with_a_warning(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(condense, "_WORD", b"pagefind_new")
    with pytest.warns(ShortcutLost, match="^pagefind"):
        indexing.index_entries(tmp_path, _entries())
    assert len(_found(tmp_path / "recherche")[1]) == 30
    assert [path.name for path in tmp_path.iterdir()] == ["recherche"]


def test_a_shortcut_that_is_lost_is_said_in_french_and_stops_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def checked(*_: object) -> tuple[()]:
        shortcuts.lose("jinja2")
        return ()

    monkeypatch.setattr(cli.build, "check", checked)
    assert main(["verifier", "--racine", str(ROOT)]) == 0
    told = capsys.readouterr().err
    assert re.match(r"AVERTISSEMENT jinja2 [\d.]+ n'est plus tel que Claire-voie le connaît : ", told)
    assert "ShortcutLost" not in told
