"""Pages that are kept: their links are looked at again as soon as something they led to has gone."""

from __future__ import annotations

from pathlib import Path

import pytest

from clairevoie.cache.reuse import Reuse, place, written
from clairevoie.publish import links
from clairevoie.publish.links import check_links

PAGE = '<p id="{id}"><a href="{to}">suite</a></p>'


def _site(folder: Path, **pages: str) -> Path:
    folder.mkdir()
    for name, text in pages.items():
        (folder / f"{name}.html").write_text(text, encoding="utf-8")
    return folder


def _kept(tmp_path: Path, before: Path) -> Reuse:
    """What is known of a site in place: its pages looked at a key that did not change."""
    kept = Reuse.of(tmp_path / "cache", before, b"base", lambda key: key.encode())
    for path in before.iterdir():
        kept.add(path.name, written(path, ("enjeux/x",)))
    kept.save(before)
    return Reuse.of(tmp_path / "cache", before, b"base", lambda key: key.encode())


def _told(stage: Path, kept: Reuse) -> list[tuple[str, str]]:
    return [(found.file, found.fault) for found in check_links(stage, "/", kept)]


def test_a_kept_page_is_told_when_an_anchor_it_led_to_has_gone(tmp_path: Path) -> None:
    before = _site(tmp_path / "a", a=PAGE.format(id="ici", to="b.html#but"), b='<p id="but">x</p>')
    kept, stage = _kept(tmp_path, before), _site(tmp_path / "b", b='<p id="autre">x</p>')
    assert kept.take("a.html", stage)
    assert [path for path, _ in _told(stage, kept)] == ["a.html"]


def test_a_kept_page_is_told_when_a_page_it_led_to_has_gone(tmp_path: Path) -> None:
    before = _site(tmp_path / "a", a=PAGE.format(id="ici", to="b.html"), b="<p>x</p>")
    kept, stage = _kept(tmp_path, before), _site(tmp_path / "b")
    assert kept.take("a.html", stage)
    assert [path for path, _ in _told(stage, kept)] == ["a.html"]


def test_a_kept_page_is_not_looked_at_when_nothing_has_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = _site(tmp_path / "a", a=PAGE.format(id="ici", to="b.html#but"), b='<p id="but">x</p>')
    stage = _site(tmp_path / "b", b='<p id="but">x</p><p id="neuf">y</p>')
    kept, looked_at = _kept(tmp_path, before), []
    assert kept.take("a.html", stage)
    real = links._parse
    monkeypatch.setattr(
        links, "_parse", lambda path, *given: looked_at.append(path.name) or real(path, *given)
    )
    assert _told(stage, kept) == []
    assert set(looked_at) == {"b.html"}


def test_a_new_page_that_leads_to_a_kept_one_must_find_its_anchor(tmp_path: Path) -> None:
    before = _site(tmp_path / "a", a='<p id="ici">x</p>')
    kept, stage = _kept(tmp_path, before), _site(tmp_path / "b", b=PAGE.format(id="x", to="a.html#la"))
    assert kept.take("a.html", stage)
    assert [path for path, _ in _told(stage, kept)] == ["b.html"]


def test_nothing_is_kept_when_what_decides_of_every_page_changed(tmp_path: Path) -> None:
    before = _site(tmp_path / "a", a="<p>x</p>")
    _kept(tmp_path, before)
    kept = Reuse.of(tmp_path / "cache", before, b"autre", lambda key: key.encode())
    assert not kept.take("a.html", _site(tmp_path / "b"))


def test_a_page_is_made_again_when_what_it_looked_at_changed(tmp_path: Path) -> None:
    before = _site(tmp_path / "a", a="<p>x</p>")
    _kept(tmp_path, before)
    kept = Reuse.of(tmp_path / "cache", before, b"base", lambda key: f"{key} a changé".encode())
    assert not kept.take("a.html", _site(tmp_path / "b"))


def test_a_file_is_the_same_at_its_new_place_down_to_its_moment(tmp_path: Path) -> None:
    before = _site(tmp_path / "a", a="<p>x</p>")
    place(f"{before}/a.html", f"{tmp_path}/b/c/a.html")
    same = (tmp_path / "b" / "c" / "a.html").stat()
    assert same.st_mtime_ns == (before / "a.html").stat().st_mtime_ns
    assert (tmp_path / "b" / "c" / "a.html").read_text() == "<p>x</p>"
