"""What a command said of files that are still the same, said again before anything long is loaded.

In: a command and the day. Out: an `Answer`, its words and its code, when nothing that it looks at has changed since:
the facts, the pages, the look, the settings, the program, its libraries, what git tells, and the site in place.

No file is opened to know it (`cache/stat_digest.py`). What is in doubt is no answer: the command is run, and reads
the bytes.

Measured on 142 records: `verifier` 0.9 → 0.06 s, `construire` 1.4 → 0.07 s.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from clairevoie.arguments import cache_dir, site_folder
from clairevoie.cache.key import installation_key
from clairevoie.cache.stat_digest import StatDigest

# Bytes of a digest.
_SIZE = 32
# Seconds between two moments that a disk tells apart.
_TICK = 0.02
# What a run reads in its root, beside the facts.
_READ = ("content", "overrides", "mkdocs.yml", "hooks/mkdocs_events.py")
# What a run obeys beside its files.
_NAMES = ("BASE", "CI", "HOME", "PATH", "XDG_CONFIG_HOME")
_FAMILIES = ("CLAIREVOIE_", "GIT_", "PYTHON")


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command printed, and the code that it gave."""

    said: str
    code: int


class Request:
    """A command about files, as they are when it is asked.

    `words` are those of the command; `root` and `data` are the folders it reads, `out` the one it leaves as it says,
    `cache_dir` that of the cache.
    """

    def __init__(
        self, words: Sequence[object], root: Path, data: Path, out: Path | None, cache_dir: Path
    ) -> None:
        self._entry = cache_dir / f"reponse-{words[0]}"
        self._out = out
        around = [
            *(f"{name}={value}" for name, value in sorted(os.environ.items()) if _is_obeyed(name)),
            str(Path.cwd()),
            sys.version,
        ]
        look = StatDigest()
        for place in (data, *(root / name for name in _READ), Path(__file__).parent):
            look.at(place)
        look.at_git(data)
        look.at_libraries()
        self._asked = look.digest(repr((*words, *around)))
        self._is_doubtful = look.is_doubtful

    def answer(self) -> Answer | None:
        """What was said the last time, if the same was asked of the same files."""
        try:
            sealed = self._entry.read_bytes()
            seal, written = sealed[:_SIZE], sealed[_SIZE:]
            if seal != self._seal(written):
                return None
            kept: dict[str, Any] = json.loads(written)
            if kept["asked"] == self._asked and kept["out"] == self._left():
                return Answer(kept["said"], kept["code"])
        except (OSError, ValueError, KeyError):
            pass
        return None

    def keep(self, answer: Answer) -> None:
        """Keep what was said, for the next time the same is asked; what is in doubt is not kept."""
        left = self._left(settled=True)
        written = json.dumps(
            {"asked": self._asked, "out": left, "said": answer.said, "code": answer.code}
        ).encode()
        seal = self._seal(written)
        if self._is_doubtful or left is None or seal is None or self._entry.parent.is_symlink():
            return
        unfinished = self._entry.with_name(f".en-cours-{self._entry.name}-{os.getpid()}")
        with suppress(OSError):
            unfinished.write_bytes(seal + written)
            unfinished.replace(self._entry)

    def _left(self, settled: bool = False) -> str | None:
        """The digest of what the command leaves, empty when it leaves nothing; None where it is in doubt."""
        if self._out is None:
            return ""
        if settled:
            time.sleep(_TICK)
        look = StatDigest()
        look.at(self._out)
        return None if settled and look.is_doubtful else look.digest("")

    def _seal(self, written: bytes) -> bytes | None:
        key = installation_key()
        return key and hashlib.blake2b(written, digest_size=_SIZE, key=key).digest()


def _is_obeyed(name: str) -> bool:
    return name in _NAMES or name.startswith(_FAMILIES)


def request(asked: argparse.Namespace, on: date) -> Request | None:
    """What a command is asked of files, the day standing for today; None for one that does something else."""
    if asked.commande not in ("verifier", "construire") or getattr(asked, "normaliser", False):
        return None
    out = site_folder(asked) if asked.commande == "construire" else None
    words = (asked.commande, on, *(f"{name}={value}" for name, value in sorted(vars(asked).items())))
    try:
        return Request(words, asked.racine, asked.data, out, cache_dir(asked))
    except OSError:  # a folder that cannot be read: the command names it
        return None
