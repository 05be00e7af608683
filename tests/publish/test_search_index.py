"""The index that Pagefind writes, once made light: small pieces, the same for the same entries, made once."""

from __future__ import annotations

import gzip
import re
import subprocess
import sys
from pathlib import Path
from random import Random

import cbor2
import pytest

from clairevoie.pages import Entree
from clairevoie.publish.search import indexing
from clairevoie.publish.search.condense import SAYING_NOTHING
from tests.aides.sites import ROOT
from tests.test_cli import _snapshot


def _entries(count: int) -> list[Entree]:
    """As many entries that shuffle the same ten words and « à », beside a word of their own."""
    rng = Random(7)
    common = [f"é{letter}lan" for letter in "bcdfghjklm"] + ["à"]
    return [
        Entree(
            f"projets/p-{n}/" if n % 3 else f"plans/p-{n}/#action-{n}",
            f"Œuvre {n}",
            "",
            f"seul{n} {' '.join(rng.choices(common, k=99))}",
            {"type": ("Projets",), "territoire": (f"Lieu {n % 7}",)},
        )
        for n in range(count)
    ]


def _words(index: Path) -> list[list[str]]:
    """The words of each file of words."""
    contents = (gzip.decompress(path.read_bytes())[12:] for path in (index / "index").iterdir())
    return [[word for word, *_ in cbor2.loads(content)[0]] for content in contents]


def test_the_words_that_say_nothing_are_those_that_the_index_leaves_out(tmp_path: Path) -> None:
    script = (ROOT / "overrides/assets/js/mots-vides.js").read_text(encoding="utf-8")
    words = script.partition("`")[2].partition("`")[0]
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_text(f'<html lang="fr"><p>{words}</p></html>', encoding="utf-8")
    command = [sys.executable, "-m", "pagefind", "--site", "site", "--output-path", "index"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
    (made,) = (tmp_path / "index/index").iterdir()
    content = gzip.decompress(made.read_bytes()).removeprefix(b"pagefind_dcd")
    assert {stem for stem, *_ in cbor2.loads(content)[0]} == SAYING_NOTHING


@pytest.mark.construction
def test_a_word_that_most_entries_hold_brings_no_other_with_it(tmp_path: Path) -> None:
    indexing.index_entries(tmp_path, _entries(4000))
    files = _words(tmp_path / "recherche")
    held = [word for words in files for word in words]
    assert len(held) == len(set(held))
    assert {f"seul{n}" for n in range(4000)} <= set(held)
    common = [words for words in files if any(re.fullmatch("e[b-m]lan?", word) for word in words)]
    assert {len(words) for words in common} == {1}
    assert "a" not in held


def test_an_index_is_made_again_only_when_what_it_says_has_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept, entries = tmp_path / "memoire", _entries(20)
    indexing.index_entries(tmp_path / "un", entries, kept)
    with monkeypatch.context() as no_pagefind:
        no_pagefind.setattr(indexing.sys, "executable", "/bin/false")
        indexing.index_entries(tmp_path / "deux", entries, kept)
        with pytest.raises(indexing.SearchFailed):
            indexing.index_entries(tmp_path / "trois", entries[1:], kept)
    assert _snapshot(tmp_path / "deux") == _snapshot(tmp_path / "un")


def test_an_index_kept_and_damaged_is_made_again(tmp_path: Path) -> None:
    kept, entries = tmp_path / "memoire", _entries(20)
    indexing.index_entries(tmp_path / "un", entries, kept)
    (cache_dir,) = (path for path in kept.rglob("*") if path.is_file())
    cache_dir.write_bytes(cache_dir.read_bytes()[:-100])
    indexing.index_entries(tmp_path / "deux", entries, kept)
    assert _snapshot(tmp_path / "deux") == _snapshot(tmp_path / "un")
