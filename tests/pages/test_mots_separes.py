"""What a style sheet keeps apart is apart without it: in a text browser, in a copy, in a braille line."""

from __future__ import annotations

import re
from pathlib import Path

_DRAWING = re.compile(r"<svg\b.*?</svg>", re.DOTALL)
# Two words with nothing but tags between them.
_GLUED = re.compile(r'[\w.)»"$%](?P<tags>(?:<[^>]+>)+)[\w«("]')
# What every browser shows on its own line or in its own cell, and what may stand inside a word.
_APART = re.compile(
    r"</?(?:p|li|[uod]l|div|h\d|d[dt]|summary|details|section|article|header|footer|nav|form|figure|figcaption"
    r"|table|caption|t(?:head|body|foot|r|d|h)|option|select|label|button|input|blockquote|br|hr|pre)\b"
)
_INSIDE = re.compile(r"(?:</?(?:b|strong|em|i|abbr|sup|sub|code|mark|wbr|s|u)\b[^>]*>)+")


def test_no_page_glues_two_words_when_nobody_styles_it(built_site: Path) -> None:
    found = {}
    for path in sorted(built_site.rglob("*.html")):
        text = path.read_text(encoding="utf-8")
        shown = _DRAWING.sub("", text.partition("<main")[2].partition("</main>")[0])
        glued = [
            shown[one.start() - 20 : one.end() + 20]
            for one in _GLUED.finditer(shown)
            if not _APART.search(one["tags"]) and not _INSIDE.fullmatch(one["tags"])
        ]
        if glued:
            found[path.parent.relative_to(built_site).as_posix()] = glued[:3]
    assert found == {}
