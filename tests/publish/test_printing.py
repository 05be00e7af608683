"""What people wrote receives lists and links; what comes from the facts is never taken for a mark."""

from __future__ import annotations

from pathlib import Path

import pytest

from clairevoie.publish.printing import fill_written

FILLED = {
    "<!-- liste: projets -->": "<ul>[[projets/un]] <!-- liste: projets --></ul>",
    "voir [[projets/un]]": 'voir <a href="../projets/un/">Le projet</a>',
    "voir [[projets/un#etape-1|cette étape]]": 'voir <a href="../projets/un/#etape-1">cette étape</a>',
    "<code>[[projets/un]]</code>": "<code>[[projets/un]]</code>",
    "<pre><code>a\n[[projets/un]]</code></pre>": "<pre><code>a\n[[projets/un]]</code></pre>",
    "<title>[[projets/un]]</title>": "<title>[[projets/un]]</title>",
    '<img alt="[[projets/un]]">': '<img alt="[[projets/un]]">',
}


def _as_it_is(text: str, root: str) -> str:
    return text


@pytest.mark.parametrize("written", FILLED)
def test_marks_are_filled_once_and_code_is_left_alone(tmp_path: Path, written: str) -> None:
    page = tmp_path / "a-propos" / "index.html"
    page.parent.mkdir()
    page.write_text(written, encoding="utf-8")
    lists = {"projets": "<ul>[[projets/un]] <!-- liste: projets --></ul>"}
    fill_written(tmp_path, lists, lambda address: "Le projet", str, _as_it_is)
    assert page.read_text(encoding="utf-8") == FILLED[written]


def test_a_link_leads_to_the_page_where_what_it_names_stands_whole(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<p>[[plans/pres#action-1|cette action]]</p>", encoding="utf-8")
    fill_written(tmp_path, {}, str, lambda address: address.replace("#", "/objectifs/axe-1#"), _as_it_is)
    text = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert text == '<p><a href="plans/pres/objectifs/axe-1/#action-1">cette action</a></p>'
