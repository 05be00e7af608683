"""What the Nu HTML checker says of every page: the full site, the small one, redirections and 404 included."""

from __future__ import annotations

from pathlib import Path

from tests.nu import errors


def test_every_page_is_html_without_a_fault(built_site: Path, small_site: Path) -> None:
    assert list(errors(built_site, small_site)) == []


FAULTS = (
    "<p><div>bloc</div></p>",
    '<img src="x.png">',
    "<h1>Un</h1><h3>Trois</h3>",
    '<p id="a"></p><p id="a">',
)


def test_the_checker_sees_faults(tmp_path: Path) -> None:
    for rank, fault in enumerate(FAULTS):
        page = f'<!doctype html><html lang="fr"><head><title>Page</title></head><body>{fault}</body></html>'
        (tmp_path / f"{rank}.html").write_text(page, encoding="utf-8")
    told = list(errors(tmp_path))
    assert [rank for rank in range(len(FAULTS)) if not any(f"/{rank}.html" in one for one in told)] == []
