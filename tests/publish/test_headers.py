"""What browsers are told to refuse is said by every page, before anything that it might load."""

from __future__ import annotations

import re
from pathlib import Path

from clairevoie.publish.headers import CARDS, HEADERS, IN_PAGES, POLICY, POLICY_OF_CARDS


def _directives(policy: str) -> dict[str, str]:
    return dict(part.split(" ", 1) for part in policy.split("; "))


def test_every_page_begins_with_what_browsers_must_refuse(built_site: Path) -> None:
    pages = sorted(path.relative_to(built_site).as_posix() for path in built_site.rglob("*.html"))
    lines = (re.escape(line) for line in ("<head>", '<meta charset="utf-8">', *IN_PAGES.splitlines()))
    first = re.compile(r"\s*".join(lines))
    bare = [name for name in pages if not first.search((built_site / name).read_text(encoding="utf-8"))]
    assert bare == []
    # Written by hand, of a record, of a territory's wall, short, old, and of an address that leads nowhere.
    kinds = ("explorer/", "projets/navette-du-cap/", "404.html", "t/", "e/")
    assert [kind for kind in kinds if not any(name.startswith(kind) for name in pages)] == []


def test_the_pages_say_the_policy_of_the_servers_less_what_only_a_header_may_say() -> None:
    said = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', IN_PAGES)
    assert said is not None
    assert _directives(POLICY) == {**_directives(said[1]), "frame-ancestors": "'none'"}
    assert f'<meta name="referrer" content="{HEADERS["Referrer-Policy"]}">' in IN_PAGES


def test_the_policy_allows_nothing_but_the_site_itself() -> None:
    policy = _directives(POLICY)
    assert policy.pop("script-src") == "'self' 'wasm-unsafe-eval'"
    assert policy["default-src"] == "'none'"
    assert set(policy.values()) == {"'none'", "'self'"}


def test_cards_and_nothing_else_may_be_shown_within_the_pages_of_others() -> None:
    assert CARDS == "/cartes/"
    assert _directives(POLICY_OF_CARDS) == {**_directives(POLICY), "frame-ancestors": "*"}
