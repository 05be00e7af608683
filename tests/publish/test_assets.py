"""What visitors download says what was written, without what is there for those who write it."""

from __future__ import annotations

from pathlib import Path

import pytest
from pygments.lexers.javascript import JavascriptLexer
from pygments.token import Comment, Whitespace

from tests.aides.sites import ROOT

SCRIPTS = sorted((ROOT / "overrides/assets/js").glob("*.js"))


def _signs(text: str) -> str:
    """A script without its comments, nor the spaces between its words."""
    said = JavascriptLexer().get_tokens(text)
    return "".join(sign for kind, sign in said if kind not in Comment and kind not in Whitespace)


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.stem)
def test_a_published_script_is_the_written_one_without_its_comments(script: Path, built_site: Path) -> None:
    written = script.read_text(encoding="utf-8")
    published = (built_site / "assets/js" / script.name).read_text(encoding="utf-8")
    assert _signs(published) == _signs(written)
    assert all(
        sign.strip() not in published
        for kind, sign in JavascriptLexer().get_tokens(written)
        if kind in Comment
    )
