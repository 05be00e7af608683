"""Reads every phrase of the tables of the tests once, and says how many seconds one takes.

The processor's time, since a phrase is read while others are: the first reading of a phrase is the one that costs,
and a second table is read before the clock starts, so that nothing is measured but phrases.
"""

from __future__ import annotations

import time

from clairevoie.model.phrases import PhraseError, read_deadlines
from tests.model.phrases.tables import rows


def main() -> None:
    """Print the seconds of one phrase."""
    _read([phrase for phrase, _ in rows("echeances.tsv")])
    read_deadlines.cache_clear()
    phrases = [phrase for name in ("familles.tsv", "phrases_reelles.tsv") for phrase, _ in rows(name)]
    started = time.process_time()
    _read(phrases)
    print((time.process_time() - started) / len(phrases))  # noqa: T201


def _read(phrases: list[str]) -> None:
    for phrase in phrases:
        try:
            read_deadlines(phrase)
        except PhraseError:
            continue


if __name__ == "__main__":
    main()
