"""What some systems have not, and the tests that need it are skipped there."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest


def _has_links() -> bool:
    """Whether anyone may make a symbolic link: Windows asks for a privilege."""
    with TemporaryDirectory() as folder:
        try:
            (Path(folder) / "lien").symlink_to(folder, target_is_directory=True)
        except (OSError, NotImplementedError):
            return False
    return True


with_links = pytest.mark.skipif(
    not _has_links(), reason="ce système ne permet pas de faire un lien symbolique"
)
with_pipes = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="ce système n'a pas de tuyau nommé")
with_signals = pytest.mark.skipif(os.name == "nt", reason="ce système n'envoie pas de signal à un programme")
with_any_name = pytest.mark.skipif(
    sys.platform in ("win32", "darwin"), reason="ce système n'a que des noms qui sont du texte"
)
