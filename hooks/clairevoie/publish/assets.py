"""What pages download besides their text, as light as it can be: one stylesheet, and scripts without their comments.

One stylesheet for all the pages, and not one a kind of page: see the decision 011.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import rjsmin  # type: ignore[import-untyped]

STYLESHEET = "claire-voie.css"
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def lighten(assets: Path) -> None:
    """Make of the folder `assets` of a site, as it is written, what visitors download."""
    _bundle_styles(assets)
    for script in sorted((assets / "js").glob("*.js")):
        light = rjsmin.jsmin(script.read_text(encoding="utf-8"))
        script.write_text(light + "\n", encoding="utf-8", newline="\n")


def _bundle_styles(assets: Path) -> None:
    """Join the stylesheets into one: tokens, then the base, then each component in the order of its name."""
    pieces = [assets / "tokens.css", assets / "base.css", *sorted((assets / "composants").glob("*.css"))]
    text = "\n".join(_light(piece.read_text(encoding="utf-8")) for piece in pieces)
    (assets / STYLESHEET).write_text(text + "\n", encoding="utf-8", newline="\n")
    for piece in pieces[:2]:
        piece.unlink()
    shutil.rmtree(assets / "composants")


def _light(text: str) -> str:
    """The same rules, without what is there for those who write them: comments, margins, empty lines."""
    lines = (line.strip() for line in _COMMENT.sub("", text).splitlines())
    return "\n".join(line for line in lines if line)
