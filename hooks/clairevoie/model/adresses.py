"""An address of the site as people type it in the words of a text."""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import unquote

_UP = re.compile(r"(?:\.{0,2}/)+")
_PAGE = re.compile(r"(?:(?:/|^)index)?(?:\.md|\.html)$|/+$")


class Local(NamedTuple):
    """A place of the site: the path of a page, without slashes around it, what is asked of it, an anchor.

    The path is empty for the page itself when there is an anchor, else for the home page.
    """

    path: str
    query: str
    anchor: str

    @property
    def is_file(self) -> bool:
        """Whether it is a file rather than a page."""
        return "." in self.path.rpartition("/")[2]


def local(target: str) -> Local:
    """`../plans/plan-2026.md#action-1` and `/plans/plan-2026/#action-1` → the same place, wherever they are typed."""
    address, _, anchor = target.partition("#")
    path, _, query = address.partition("?")
    up = _UP.match(path)
    return Local(_PAGE.sub("", path[up.end() :] if up else path), query, unquote(anchor))
