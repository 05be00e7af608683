"""One stylesheet from many small ones: tokens, then the base, then each component in the order of its name."""

from __future__ import annotations

import shutil
from pathlib import Path

STYLESHEET = "claire-voie.css"


def bundle_styles(assets: Path) -> None:
    """Join the stylesheets of the folder `assets` of a site into one, and take the pieces away."""
    pieces = [assets / "tokens.css", assets / "base.css", *sorted((assets / "composants").glob("*.css"))]
    text = "\n".join(piece.read_text(encoding="utf-8").strip() for piece in pieces)
    (assets / STYLESHEET).write_text(text + "\n", encoding="utf-8")
    for piece in pieces[:2]:
        piece.unlink()
    shutil.rmtree(assets / "composants")
