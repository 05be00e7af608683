"""What a page was printed from: every key it looked at, so that it is printed again when one has changed.

A key is `projets/jardin` (a record), `projets/*` (the whole collection), `@projets/jardin` (who cites it),
`ajouts:projets/jardin` (the day it was added), `journal:projets/jardin` (what changed in it since),
`flux:projets/jardin` (the latest that its followers hear of), `connu` (how much of the history is known),
`age:projets/jardin` (whether its facts are old), `etat:evenements/forum` (its state today),
`passee:evenements/forum` (whether it is over), `problemes`, `etat` (the identifier of the state of the data),
`publication` (the same, its day, and the state before), `on` (the day itself) or `annee` (its year).
"""

from __future__ import annotations

from collections.abc import Callable, ItemsView, Iterator, KeysView, Mapping, ValuesView
from typing import Any, TypeVar

V = TypeVar("V")
R = TypeVar("R")


class Tracker:
    """The keys seen since the last time somebody asked."""

    def __init__(self) -> None:
        self.seen: set[str] = set()
        # Those of the work at hand that were put aside while a part of it had its own.
        self._aside: set[str] = set()

    def of(self, work: Callable[[], R]) -> tuple[R, frozenset[str]]:
        """The result of some work, and the keys it looked at."""
        self.seen.clear()
        self._aside.clear()
        result = work()
        return result, frozenset(self.seen | self._aside)

    def inside(self, work: Callable[[], R]) -> tuple[R, frozenset[str]]:
        """The same of one part of the work at hand, which looked at these keys too; a part has no parts."""
        self._aside |= self.seen
        self.seen.clear()
        result = work()
        keys = frozenset(self.seen)
        self._aside |= keys
        self.seen.clear()
        return result, keys


class Tracked(dict[str, V]):
    """A dictionary that notes what is looked up in it; going through it notes `<prefix>*`."""

    def __init__(self, values: Mapping[str, V], prefix: str, tracker: Tracker) -> None:
        super().__init__(values)
        self._prefix, self._seen = prefix, tracker.seen

    def __getitem__(self, key: str) -> V:
        self._seen.add(self._prefix + key)
        return super().__getitem__(key)

    def get(self, key: str, default: Any = None) -> Any:
        """Look up one key."""
        self._seen.add(self._prefix + key)
        return super().get(key, default)

    def __contains__(self, key: object) -> bool:
        self._seen.add(f"{self._prefix}{key}")
        return super().__contains__(key)

    def __iter__(self) -> Iterator[str]:
        self._seen.add(f"{self._prefix}*")
        return super().__iter__()

    def __len__(self) -> int:
        self._seen.add(f"{self._prefix}*")
        return super().__len__()

    def keys(self) -> KeysView[str]:  # type: ignore[override]
        """Go through it all."""
        self._seen.add(f"{self._prefix}*")
        return super().keys()

    def values(self) -> ValuesView[V]:  # type: ignore[override]
        """Go through it all."""
        self._seen.add(f"{self._prefix}*")
        return super().values()

    def items(self) -> ItemsView[str, V]:  # type: ignore[override]
        """Go through it all."""
        self._seen.add(f"{self._prefix}*")
        return super().items()
