"""What the search is told of every page: that of the pages just printed, and of those that were kept.

The whole is large: it is put together when the index is made, and until then only what is new is added to it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from clairevoie.memory import keep, recall
from clairevoie.pages import Entree

_WHOLE, _NEW = "entrees", "entrees-neuves"
Pages = Mapping[str, tuple[Entree, ...]]


@dataclass
class Told:
    """The entries of one build: `written`, of the pages people wrote; `printed`, of those just printed, among
    all the `urls` of the site, in their order.
    """

    memory: Path | None
    written: Sequence[Entree]
    urls: Sequence[str]
    printed: Pages
    _whole: dict[str, tuple[Entree, ...]] = field(default_factory=dict)

    @property
    def found(self) -> set[str]:
        """The addresses that the search finds; of a page that was kept, those that it found already."""
        told = {entree.url for entrees in self.printed.values() for entree in entrees}
        return told | {url for url in self.urls if url not in self.printed}

    def entries(self) -> Iterator[Entree]:
        """All of them, put together when they are asked for."""
        known = {**_known(self.memory), **self.printed}
        self._whole = {url: known[url] for url in self.urls}
        yield from self.written
        yield from (entree for entrees in self._whole.values() for entree in entrees)

    def remember(self) -> None:
        """Keep them for the next build: these pages are published."""
        if self._whole:
            keep(self.memory, _WHOLE, self._whole)
            keep(self.memory, _NEW, None)
        else:
            before = (recall(self.memory, _NEW) or {}).get("pages", {})
            new = {"written": self.written, "urls": self.urls, "pages": {**before, **self.printed}}
            keep(self.memory, _NEW, new)


def told_last(memory: Path) -> Told:
    """What is to be told of the site as the last build left it without its index."""
    new = recall(memory, _NEW) or {"written": (), "urls": (), "pages": {}}
    return Told(memory, new["written"], new["urls"], {})


def _known(memory: Path | None) -> dict[str, tuple[Entree, ...]]:
    new = recall(memory, _NEW) or {"pages": {}}
    return {**(recall(memory, _WHOLE) or {}), **new["pages"]}
