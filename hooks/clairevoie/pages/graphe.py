"""The graph of a page: what it is made of, and its breadcrumb, as programs read them (`exports/jsonld.py`)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from clairevoie.exports.jsonld import Node, breadcrumb, script
from clairevoie.pages.site import Site


def script_of(
    site: Site, adresse: str, etapes: Iterable[tuple[str, str | None]], nodes: Iterable[Node] = ()
) -> str:
    """The element that says these things, and the steps to the page at `adresse`; each leads there from this page."""
    here = f"{adresse}/".split("/")[:-1]
    steps = [(words, f"{adresse}/" if href is None else _led(here, href)) for words, href in etapes]
    return script((*nodes, breadcrumb(steps)), site.reglages.adresse)


def _led(here: Sequence[str], href: str) -> str:
    """Where a link of a page leads, from the root of the site: `../../demarches/` → `demarches/`."""
    up = href.count("../")
    return "".join(f"{part}/" for part in here[: len(here) - up]) + href[3 * up :]
