"""The search entries of every page: that of the pages just printed, and of those that were reused.

The whole is large: it is put together when the index is made, and until then only what is new is added to it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from clairevoie.cache.packing import compress, decompress
from clairevoie.cache.store import load_entry, save_entry
from clairevoie.pages import Entree

_WHOLE, _NEW = "entrees", "entrees-neuves"


class PageEntries(NamedTuple):
    """The entries of one page, compact since they are large and seldom asked for, and the address of each."""

    urls: tuple[str, ...]
    packed: bytes

    @classmethod
    def of(cls, entrees: Sequence[Entree]) -> PageEntries:
        """The entries of a page that was just printed."""
        return cls(tuple(entree.url for entree in entrees), compress(tuple(entrees), tuple[Entree, ...]))

    def entries(self) -> tuple[Entree, ...]:
        """The entries themselves."""
        return decompress(self.packed, tuple[Entree, ...])


Pages = Mapping[str, PageEntries]


class _Whole(NamedTuple):
    """The entries of every page, by its address."""

    pages: dict[str, PageEntries]


class _New(NamedTuple):
    """What was printed since the whole was put together, and what it is to be put together from."""

    written: tuple[Entree, ...] = ()
    urls: tuple[str, ...] = ()
    pages: dict[str, PageEntries] = {}  # noqa: RUF012 - nobody changes it


@dataclass
class SearchEntries:
    """The entries of one build: `written`, of the pages people wrote; `printed`, of those just printed, among
    all the `urls` of the site, in their order; `known`, of all those printed before.
    """

    cache_dir: Path | None
    written: Sequence[Entree]
    urls: Sequence[str]
    printed: Pages
    known: Pages
    _whole: dict[str, PageEntries] = field(default_factory=dict)

    @property
    def found(self) -> set[str]:
        """The addresses that the search finds; of a page that was reused, those that it found already."""
        known_urls = {url for words in self.printed.values() for url in words.urls}
        return known_urls | {url for url in self.urls if url not in self.printed}

    def entries(self) -> Iterator[Entree]:
        """All of them, put together when they are asked for."""
        known = {**self.known, **self.printed}
        self._whole = {url: known[url] for url in self.urls}
        yield from self.written
        yield from (entree for words in self._whole.values() for entree in words.entries())

    def save(self) -> None:
        """Keep them for the next build: these pages are published."""
        if self._whole:
            save_entry(self.cache_dir, _WHOLE, _Whole(self._whole), _Whole)
            save_entry(self.cache_dir, _NEW, _New(), _New)
        else:
            pages = {**_new(self.cache_dir).pages, **self.printed}
            save_entry(self.cache_dir, _NEW, _New(tuple(self.written), tuple(self.urls), pages), _New)


def last_entries(cache_dir: Path) -> SearchEntries:
    """The search entries of the site as the last build left it without its index."""
    new = _new(cache_dir)
    return SearchEntries(cache_dir, new.written, new.urls, {}, known_entries(cache_dir))


def known_entries(cache_dir: Path | None) -> Pages:
    """The entries of every page that was printed, as the last builds saved them."""
    whole = load_entry(cache_dir, _WHOLE, _Whole)
    return {**(whole.pages if whole else {}), **_new(cache_dir).pages}


def _new(cache_dir: Path | None) -> _New:
    return load_entry(cache_dir, _NEW, _New) or _New()
