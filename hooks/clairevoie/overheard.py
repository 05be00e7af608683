"""What a run prints, heard as it passes."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from io import TextIOBase
from typing import TextIO


class Overheard:
    """What is printed while it is overheard: `said`, and whether that is all, nothing having gone where errors go."""

    def __init__(self) -> None:
        self.said = ""
        self.are_all = True


@contextmanager
def overheard() -> Iterator[Overheard]:
    """Listen to what is printed while the block runs."""
    words = Overheard()

    def hear(said: str) -> None:
        words.said += said

    def doubt(_: str) -> None:
        words.are_all = False

    with redirect_stdout(_Tee(sys.stdout, hear)), redirect_stderr(_Tee(sys.stderr, doubt)):
        yield words


class _Tee(TextIOBase):
    """A stream that tells what is written in it, as it passes."""

    def __init__(self, stream: TextIO, tell: Callable[[str], None]) -> None:
        self._stream, self._tell = stream, tell

    def write(self, said: str) -> int:
        self._tell(said)
        return self._stream.write(said)

    def flush(self) -> None:
        self._stream.flush()
