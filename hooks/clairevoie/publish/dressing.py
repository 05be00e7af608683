"""Dressing: the engine runs in a child process and leaves the written pages and the blanks in a folder."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

ONLY_DRESS = "CLAIREVOIE_HABILLER_SEULEMENT"
_SETTINGS = "clairevoie-reglages.json"


class EngineFailed(Exception):  # noqa: N818 - it says what happened
    """The engine stopped before the pages were dressed; carries what it printed."""


class BadAddress(Exception):  # noqa: N818 - it says what is wrong with the address
    """The address of the site is not one that links can be made of; carries what to say of it."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What mkdocs.yml says and the merge needs: address and name of the site, `extra`."""

    site_url: str
    site_name: str
    extra: Mapping[str, Any]

    def write(self, dressed: Path) -> None:
        """Leave the settings beside the dressed pages."""
        (dressed / _SETTINGS).write_text(json.dumps(asdict(self), ensure_ascii=False), encoding="utf-8")

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


def start_engine(root: Path, folder: Path) -> subprocess.Popen[str]:
    """Start dressing the pages of `root` into `folder`, without waiting."""
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "--site-dir", str(folder)]
    return subprocess.Popen(
        [*command, "--config-file", str(root / "mkdocs.yml")],
        cwd=root,
        env={**os.environ, ONLY_DRESS: "1", "NO_MKDOCS_2_WARNING": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def wait_for(engine: subprocess.Popen[str]) -> None:
    """Wait until the pages are dressed; raises EngineFailed with what the engine said otherwise."""
    said, _ = engine.communicate()
    if engine.returncode:
        raise EngineFailed(said.strip())
