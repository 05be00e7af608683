"""The search entries of every page: that of the pages just printed, and of those that were reused.

The whole is large: it is put together when the index is made, and until then only what is new is added to it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from clairevoie.cache.store import compress, decompress, load_entry, save_entry
from clairevoie.pages import Entree

_WHOLE, _NEW = "entrees", "entrees-neuves"


class PageEntries(NamedTuple):
    """The entries of one page, compact since they are large and seldom asked for, and the address of each."""

    urls: tuple[str, ...]
    packed: bytes

    @classmethod
    def of(cls, entrees: Sequence[Entree]) -> PageEntries:
        """The entries of a page that was just printed."""
        return cls(tuple(entree.url for entree in entrees), compress(entrees))

    def entries(self) -> tuple[Entree, ...]:
        """The entries themselves."""
        found: tuple[Entree, ...] = decompress(self.packed)
        return found


Pages = Mapping[str, PageEntries]


@dataclass
class SearchEntries:
    """The entries of one build: `written`, of the pages people wrote; `printed`, of those just printed, among
    all the `urls` of the site, in their order.
    """

    cache_dir: Path | None
    written: Sequence[Entree]
    urls: Sequence[str]
    printed: Pages
    _whole: dict[str, PageEntries] = field(default_factory=dict)

    @property
    def found(self) -> set[str]:
        """The addresses that the search finds; of a page that was reused, those that it found already."""
        known_urls = {url for words in self.printed.values() for url in words.urls}
        return known_urls | {url for url in self.urls if url not in self.printed}

    def entries(self) -> Iterator[Entree]:
        """All of them, put together when they are asked for."""
        known = {**_known(self.cache_dir), **self.printed}
        self._whole = {url: known[url] for url in self.urls}
        yield from self.written
        yield from (entree for words in self._whole.values() for entree in words.entries())

    def save(self) -> None:
        """Keep them for the next build: these pages are published."""
        if self._whole:
            save_entry(self.cache_dir, _WHOLE, self._whole)
            save_entry(self.cache_dir, _NEW, None)
        else:
            before = (load_entry(self.cache_dir, _NEW) or {}).get("pages", {})
            new = {"written": self.written, "urls": self.urls, "pages": {**before, **self.printed}}
            save_entry(self.cache_dir, _NEW, new)


def last_entries(cache_dir: Path) -> SearchEntries:
    """The search entries of the site as the last build left it without its index."""
    new = load_entry(cache_dir, _NEW) or {"written": (), "urls": (), "pages": {}}
    return SearchEntries(cache_dir, new["written"], new["urls"], {})


def _known(cache_dir: Path | None) -> dict[str, PageEntries]:
    new = load_entry(cache_dir, _NEW) or {"pages": {}}
    return {**(load_entry(cache_dir, _WHOLE) or {}), **new["pages"]}
