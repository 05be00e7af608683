"""The Markdown of a page becomes HTML, as the engine will write it; first, nothing in it may stop the machine.

In: the Markdown. Out: HTML, or the faults of what is too much of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from clairevoie.read.fault import Fault
from clairevoie.read.quotas import BLOCK, LINKS, NESTING, TAGS, over

# Those that `mkdocs.yml` names, the engine's own, and not the one that only completes what they made.
EXTENSIONS = ("toc", "tables", "fenced_code", "attr_list")
_CODE = re.compile(
    r"^ {0,3}(?P<fence>`{3,}+|~{3,}+).*?^ {0,3}(?P=fence)[`~]*[ ]*$|(?<!`)(?P<ticks>`++)[^`\n]+(?P=ticks)(?!`)",
    re.DOTALL | re.MULTILINE,
)
_OPENING = re.compile(r"[ \t]*(?:>|[-*+][ \t]|\d+[.)][ \t])")
_INDENT = 4
_BLOCK = re.compile(r"\S[^\n]*(?:\n[^\n]*\S[^\n]*)*")


def without_code(body: str) -> str:
    """The same lines and columns, where what is code is left blank."""
    return _CODE.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), body)


def excesses(prose: str) -> Iterator[Fault]:
    """What there is too much of in a Markdown without its code."""
    for found in _BLOCK.finditer(prose):
        yield from over(BLOCK, len(found[0]), prose.count("\n", 0, found.start()) + 1)
    for quota, sign in ((LINKS, "["), (TAGS, "<")):
        place = _place(prose, sign, quota.limit)
        yield from over(quota, prose.count(sign), *place)
    for row, line in enumerate(prose.split("\n"), 1):
        depth = _depth(line)
        if depth > NESTING.limit:
            yield from over(NESTING, depth, row, 1)
            return


def _place(text: str, sign: str, rank: int) -> tuple[int, int]:
    """Line and column (from 1) of the sign that comes after `rank` others; the start when there is none."""
    index = -1
    for _ in range(rank + 1):
        index = text.find(sign, index + 1)
        if index < 0:
            return 1, 1
    return text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index)


def _depth(line: str) -> int:
    """How many lists and quotations a line opens inside each other, those of the lines before included."""
    depth, at = 0, 0
    while opening := _OPENING.match(line, at):
        depth += 1
        at = opening.end()
    indent = len(line) - len(line.lstrip(" \t")) + (_INDENT - 1) * (len(line) - len(line.lstrip("\t")))
    return depth + indent // _INDENT if depth else 0


def render(body: str) -> str:
    """The HTML that the engine makes of a Markdown."""
    from markdown import Markdown  # a tenth of a second, only for a page that has changed

    markdown = Markdown(extensions=list(EXTENSIONS), extension_configs={"toc": {"marker": ""}})
    return str(markdown.convert(body))
