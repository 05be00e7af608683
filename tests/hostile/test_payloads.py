"""Whatever is typed in any text of a record is words in everything that is published, and never anything else.

The checker refuses most of it before; here nothing is refused, so that what prints is tried alone.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from functools import cache
from html.parser import HTMLParser

import pytest
import yaml

from clairevoie.exports.plain import published
from clairevoie.exports.yaml_text import text_of
from clairevoie.pages import Page, Site, editions, lists, pages
from clairevoie.pages.affiche.affiche import sheets as edition_sheets
from clairevoie.pages.explorer.table import table
from clairevoie.publish import explorer
from clairevoie.publish.blanks import BODY, DESCRIPTION, TITLE, cut
from clairevoie.publish.search.indexing import document
from clairevoie.publish.search.opening import Opener
from tests.aides.fiche_pleine import full_dataset
from tests.aides.sites import AUJOURD_HUI, GABARITS, REGLAGES
from tests.hostile.trial import FAMILIES

PAYLOADS = [
    *(FAMILIES / "markup_and_scripts" / "payloads.txt").read_text(encoding="utf-8").splitlines(),
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "]]></x><script>alert(1)</script>",
    "--></script><script>alert(1)</script>",
    "\u2028\u2029';alert(1);//",
    "\u202e<script>alert(1)</script>\u202c",
    '=HYPERLINK("javascript:alert(1)")',
    "<b>" * 300 + "alert(1)",
    "é" * 4_000 + "<script>alert(1)</script>",
    "<!-- liste: projets --> [[projets/un]]",
    "cvcorpscv cvtitrecv <script>alert(1)</script>",
    "- a: &x !!python/name:os.system {b: *x}\n---\n# alert(1)",
]
_BLANK = (
    f'<!doctype html><html><head><title>{TITLE}</title><meta name="description" content="{DESCRIPTION}"></head>'
    f"<body>{BODY}</body></html>"
)
_LEADING = ("href", "src", "action", "formaction", "data", "srcset", "poster", "xlink:href")
# The calendars of the site itself, which one follows.
_CALENDARS = "webcal://exemple.test/calendriers/"
# Each of these is a place where a browser obeys: there are as many as in a page of plain words.
_COUNTED = (
    "script",
    "style",
    "iframe",
    "object",
    "embed",
    "form",
    "input",
    "button",
    "base",
    "link",
    "meta",
    "svg",
)


class _Reader(HTMLParser):
    """What a browser would meet in a page, and where the words of the payload stand elsewhere than they are read."""

    def __init__(self, markup: str) -> None:
        super().__init__(convert_charrefs=True)
        self.met: set[tuple[str, str]] = set()
        self.counts = dict.fromkeys(_COUNTED, 0)
        self.harms: list[str] = []
        self.words: list[str] = []
        self._inside = ""
        self._runs = False
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag and its attributes."""
        self._inside = tag if tag in ("script", "style") else ""
        self._runs = ("type", "application/ld+json") not in attrs
        self.met |= {(tag, ""), *((tag, name) for name, _ in attrs)}
        if tag in self.counts:
            self.counts[tag] += 1
        for name, value in attrs:
            if (value or "").startswith(_CALENDARS):
                continue
            scheme = re.match(r"[\s\x00-\x20]*([a-z][a-z0-9+.\s-]*):", value or "", re.IGNORECASE)
            if name in _LEADING and scheme and scheme[1].lower() not in ("https", "mailto", "http", "tel"):
                self.harms.append(f"<{tag} {name}={value!r}>")

    def handle_endtag(self, tag: str) -> None:
        """Leave a script."""
        self._inside = "" if tag == self._inside else self._inside

    def handle_data(self, data: str) -> None:
        """Words, unless they are inside a script."""
        if not self._inside:
            self.words.append(data)
        elif "alert(1)" in data and (self._runs or "<" in data):  # data are not run, and no sign may end them
            self.harms.append(f"<{self._inside}> {data[:80]}")

    def handle_comment(self, data: str) -> None:
        """Note a comment that was typed."""
        if "alert(1)" in data:
            self.harms.append(f"<!-- {data[:80]}")

    def handle_decl(self, decl: str) -> None:
        """Note an order that no page gives."""
        if decl.lower() != "doctype html":
            self.harms.append(f"<!{decl[:80]}")

    def unknown_decl(self, data: str) -> None:
        """Note an order that no page gives."""
        self.harms.append(f"<![{data[:80]}")

    def handle_pi(self, data: str) -> None:
        """Note an order that no page gives."""
        self.harms.append(f"<?{data[:80]}")


@cache
def _site(text: str) -> Site:
    return Site.of(full_dataset(text)[0], REGLAGES, AUJOURD_HUI)


def _markup(site: Site) -> Iterator[tuple[str, str]]:
    """Everything that is published as HTML, by name: pages, posters, comparisons, lists, and what the search reads."""
    print_page, opener = cut(_BLANK), Opener()
    others = (*edition_sheets(site, GABARITS), *editions.sheets(site, GABARITS))
    made: Iterable[Page] = (*pages(site, GABARITS), *(make() for _, make in others))
    for page in made:
        yield page.url, print_page(page).decode()
        yield from ((f"{entry.url} search", document(entry, opener)) for entry in page.entrees)
    for name, text in lists(site, GABARITS).items():
        yield f"liste {name}", text


@cache
def _plain() -> tuple[frozenset[tuple[str, str]], dict[str, dict[str, int]]]:
    """The tags and attributes that plain words and Markdown give, and how many of some each page holds."""
    read = {name: _Reader(text) for name, text in _markup(_site("Fait numéro"))}
    rich = (_Reader(text) for _, text in _markup(_site("**a** *b* [c](https://a.org)\n\n- d\n\n1. e\n\n> f")))
    met = {one for reader in (*read.values(), *rich) for one in reader.met}
    assert len(read) > 50
    return frozenset(met), {name: reader.counts for name, reader in read.items()}


def _judge(payload: str) -> None:
    known, counts = _plain()
    site = _site(f"{payload} ")
    for name, text in _markup(site):
        reader = _Reader(text)
        assert (name, reader.harms) == (name, [])
        assert (name, reader.met - known) == (name, set())
        assert (name, reader.counts) == (name, counts.get(name, reader.counts))
        if payload.startswith("{{") and not name.startswith("liste") and "search" not in name:
            assert "{{" in "".join(reader.words), name
    for content in explorer.files(table(site)).values():
        json.loads(content)
    for fiche in site.jeu:
        typed = published(fiche)
        assert yaml.safe_load(text_of(typed)).keys() == typed.keys()


# A few of each kind, then all of them.
_SHORT = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "javascript:alert(1)",
    "--></script><script>alert(1)</script>",
    "]]></x><script>alert(1)</script>",
    '" onmouseover="alert(1)',
    '{{ 7*7 }}{% include "/etc/passwd" %}',
]


def test_the_payloads_are_many() -> None:
    assert len(PAYLOADS) >= 60
    assert set(_SHORT) <= set(PAYLOADS)


@pytest.mark.parametrize(
    "payload",
    [*_SHORT, *(pytest.param(one, marks=pytest.mark.endurance) for one in PAYLOADS if one not in _SHORT)],
    ids=lambda one: repr(one)[:40],
)
def test_a_payload_in_every_text_of_every_record_is_only_words(payload: str) -> None:
    _judge(payload)
