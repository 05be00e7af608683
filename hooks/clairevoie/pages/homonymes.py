"""Links of one page that say the same words and lead to different pages are told apart for who hears them alone.

Goes in: the HTML of a page. Comes out: the same, with what each of these links leads to after its words, where screen
readers and text browsers say it: « Lévis, ville » and « Lévis, organisme ». What the eye reads does not change.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from clairevoie.model.fiche import Fiche
from clairevoie.pages.site import Site
from clairevoie.wording.liens import host_of
from clairevoie.wording.names import common_noun, short_name, title
from clairevoie.wording.typography import typo

# A drawing has its own words, and a link that is labelled is not called by what it holds.
_LINK = re.compile(
    r"<svg\b.*?</svg>"
    r'|<a\b(?![^>]*\saria-label=)[^>]*?\shref="(?P<href>[^"]*)"[^>]*>(?P<words>.*?)</a>',
    re.DOTALL,
)
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class _Link:
    """One link: where its words end in the page, these words, and the page it leads to."""

    end: int
    words: str
    page: str


def told_apart(site: Site, corps: str, racine: str) -> str:
    """The page `corps`, which stands `racine` (`../../`) below the root of the site."""
    by_words: dict[str, list[_Link]] = {}
    for link in _links(corps, racine):
        by_words.setdefault(link.words, []).append(link)
    added = sorted(
        (link.end, said)
        for links in by_words.values()
        if len({link.page for link in links}) > 1
        for link, said in _complements(site, links)
    )
    pieces, start = [], 0
    for end, said in added:
        pieces += [corps[start:end], f'<span class="invisible">, {typo(said)}</span>']
        start = end
    return "".join([*pieces, corps[start:]]) if pieces else corps


def _links(corps: str, racine: str) -> Iterator[_Link]:
    for found in _LINK.finditer(corps):
        href = found["href"]
        if href is None or href.startswith("mailto:"):
            continue
        words = " ".join(html.unescape(_TAG.sub("", found["words"])).split()).casefold()
        if words:
            yield _Link(found.end("words"), words, _page(html.unescape(href), racine))


def _page(href: str, racine: str) -> str:
    """The address of the page, `plans/x`, empty for this one; whole when it is on another site."""
    path = href.partition("#")[0]
    return path.removeprefix(racine).rstrip("/")


def _complements(site: Site, links: Iterable[_Link]) -> Iterator[tuple[_Link, str]]:
    """Each of these links with the shortest words that tell its page from the others."""
    called = {link.page: tuple(_ways_to_say(site, link.page)) for link in links}
    pages = {page: ways for page, ways in called.items() if ways}
    said: Mapping[str, str] = {}
    for rank in range(max(map(len, pages.values()), default=0)):
        said = {page: ways[min(rank, len(ways) - 1)] for page, ways in pages.items()}
        if len(set(said.values())) == len(said):
            break
    yield from ((link, said[link.page]) for link in links if link.page in said)


def _ways_to_say(site: Site, page: str) -> Iterator[str]:
    """What a page may be called by, from the shortest to the surest; a written page is named by its own words."""
    fiche = site.jeu.fiche(page)
    if not page:
        yield "dans cette page"
    elif "://" in page:
        yield from (host_of(page), page)
    elif fiche is not None:
        yield from _of_record(site, fiche)


def _of_record(site: Site, fiche: Fiche) -> Iterator[str]:
    site.tracker.seen.add(fiche.adresse)
    kind = common_noun(fiche)
    yield kind
    yield title(fiche)
    demarches = ", ".join(short_name(demarche) for demarche in site.demarches(fiche))
    yield f"{kind}, {demarches}" if demarches else kind
    yield fiche.adresse
