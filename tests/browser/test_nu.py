"""What the Nu HTML checker says of every page: the full site, the small one, redirections and 404 included."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.nu import errors


def test_every_page_is_html_without_a_fault(built_site: Path, small_site: Path) -> None:
    assert list(errors(built_site, small_site)) == []


@pytest.mark.parametrize(
    "fault",
    ["<p><div>bloc</div></p>", '<img src="x.png">', "<h1>Un</h1><h3>Trois</h3>", '<p id="a"></p><p id="a">'],
)
def test_the_checker_sees_faults(tmp_path: Path, fault: str) -> None:
    page = f'<!doctype html><html lang="fr"><head><title>Page</title></head><body>{fault}</body></html>'
    (tmp_path / "index.html").write_text(page, encoding="utf-8")
    assert list(errors(tmp_path))
