"""Dressing: the engine runs in a child process and leaves the written pages and the blanks in a folder."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from clairevoie.cache.fingerprints import fingerprint, folder_fingerprint
from clairevoie.cache.store import load_entry, save_entry
from clairevoie.causes import refusal_in
from clairevoie.endings import when_forked

ONLY_DRESS = "CLAIREVOIE_HABILLER_SEULEMENT"
_SETTINGS = "clairevoie-reglages.json"
_ENTRY = "habillage"
# A plugin, another hook, an inherited file or an inclusion could look at files we know nothing of.
_OURS_ALONE = (
    "\nplugins: []\n",
    "\nhooks: [hooks/mkdocs_events.py]\n",
    "\ndocs_dir: content\n",
    "\n  custom_dir: overrides\n",
)
_ELSEWHERE = ("INHERIT", "snippets")


class _Dressed(NamedTuple):
    """What the engine left, by name, when what it looks at had this fingerprint."""

    fingerprint: bytes
    files: dict[str, bytes]


class EngineFailed(Exception):  # noqa: N818 - it says what happened
    """The engine stopped before the pages were dressed; carries what it printed."""


class BadAddress(Exception):  # noqa: N818 - it says what is wrong with the address
    """The address of the site is not one that links can be made of; carries what to say of it."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What mkdocs.yml says and the merge needs: address and name of the site, what it is for, `extra`."""

    site_url: str
    site_name: str
    site_description: str
    extra: Mapping[str, Any]

    def write(self, dressed: Path) -> None:
        """Leave the settings beside the dressed pages."""
        (dressed / _SETTINGS).write_text(
            json.dumps(asdict(self), ensure_ascii=False), encoding="utf-8", newline="\n"
        )

    @classmethod
    def take(cls, dressed: Path) -> Settings:
        """Read the settings left by the engine, and take them away: they are not to be published.

        Raises BadAddress when no link can be made from the address of the site.
        """
        path = dressed / _SETTINGS
        settings = cls(**json.loads(path.read_text(encoding="utf-8")))
        path.unlink()
        address = urlsplit(settings.site_url)
        if address.scheme in ("http", "https") and address.netloc and settings.site_url.endswith("/"):
            return settings
        raise BadAddress(
            f"L'adresse du site, « {settings.site_url} », doit commencer par http:// ou https:// et finir par /.\n"
            "Pour corriger : donnez-la dans CLAIREVOIE_ADRESSE, ou à site_url dans mkdocs.yml."
        )


class Engine:
    """The engine at work in a child process, or what it left when the same pages were dressed before."""

    def __init__(self, root: Path, folder: Path, cache_dir: Path | None = None) -> None:
        """Start dressing the pages of `root` into `folder`, without waiting."""
        self._folder, self._cache_dir = folder, cache_dir
        self._fingerprint = _fingerprint_of(root) if cache_dir else None
        self._done: Mapping[str, bytes] | None = None
        found = load_entry(cache_dir, _ENTRY, _Dressed) if self._fingerprint else None
        if found and found.fingerprint == self._fingerprint:
            self._done = found.files
        self._process = None if self._done else _start(root, folder)

    @property
    def is_at_work(self) -> bool:
        """Whether the pages are not dressed yet."""
        return self._process is not None

    def wait(self) -> None:
        """Wait until the pages are dressed; raises EngineFailed with what the engine said otherwise, or OSError."""
        for name, data in (self._done or {}).items():
            path = self._folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        if self._process is None:
            return
        said, _ = self._process.communicate()
        if self._process.returncode:
            raise refusal_in(said) or EngineFailed(said.strip())
        if self._fingerprint:
            paths = (path for path in sorted(self._folder.rglob("*")) if path.is_file())
            files = {path.relative_to(self._folder).as_posix(): path.read_bytes() for path in paths}
            save_entry(self._cache_dir, _ENTRY, _Dressed(self._fingerprint, files), _Dressed)

    def stop(self) -> None:
        """Leave the pages undressed."""
        if self._process:
            self._process.kill()
            self._process.wait()


def _start(root: Path, folder: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "--site-dir", str(folder)]
    return subprocess.Popen(
        [*command, "--config-file", str(root.resolve() / "mkdocs.yml")],
        cwd=root,
        preexec_fn=when_forked(),
        env={**os.environ, ONLY_DRESS: "1", "NO_MKDOCS_2_WARNING": "1", "PYTHONIOENCODING": "utf-8"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    )


def _fingerprint_of(root: Path) -> bytes | None:
    """The fingerprint of everything the engine looks at; None when its settings let it look elsewhere."""
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
    if not all(line in settings for line in _OURS_ALONE) or any(word in settings for word in _ELSEWHERE):
        return None
    named = sorted(set(re.findall(r"\b[A-Z][A-Z0-9_]+\b", settings)))
    parts = [
        settings,
        *(f"{name}={os.environ.get(name)}" for name in named),
        *(f"{library} {version(library)}" for library in ("mkdocs", "mkdocs-material", "markdown")),
        *(folder_fingerprint(root / name).hex() for name in ("content", "overrides", "hooks")),
    ]
    return fingerprint("\n".join(parts).encode())
