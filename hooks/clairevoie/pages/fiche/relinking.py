"""Links of what was printed for the page of a record, when a part of it moves to a page of its own."""

from __future__ import annotations

import re
from collections.abc import Mapping

# Where an address of this site is told; a quote inside what people typed is never one.
_HREF = re.compile(r'(?<=\s)(href|src)="(?![a-z]+:)(?:#([^"]*)(?="))?')

# The same of an anchor of the page, but in the contents of the page, which stay on it.
_HERE = re.compile(r'(?<=\s)(?<!class="sommaire__lien" )href="#([^"]*)"')


def deeper(html: str, places: Mapping[str, str] | None = None, suite: str = "") -> str:
    """What was printed for the page of a record, as it is on a page two folders below it.

    `places` gives the page, from that of the record, of the anchors that are on another one; `suite` is this page.
    """

    def led(link: re.Match[str]) -> str:
        home = (places or {}).get(link[2] or "", "")
        up = "" if home and home == suite else f"../../{home}"
        return f'{link[1]}="{up}' + (f"#{link[2]}" if link[2] is not None else "")

    return _HREF.sub(led, html)


def to_parts(html: str, places: Mapping[str, str]) -> str:
    """What was printed for the page of a record, its links to what is on the page of a part leading there."""
    return _HERE.sub(lambda link: f'href="{places.get(link[1], "")}#{link[1]}"', html)
