"""Read the journal where it is told: for the whole site, and on the page of a record."""

from __future__ import annotations

import re

from clairevoie.pages import Site, lists, pages
from tests.aides.sites import GABARITS


def journal(site: Site) -> str:
    """The journal of the site."""
    return lists(site, GABARITS)["journal"]


def section(site: Site, adresse: str) -> str:
    """The section of the journal on the page of a record, empty when it has none."""
    corps = next(page.corps for page in pages(site, GABARITS) if page.url == f"{adresse}/")
    found = re.search(r'<section aria-labelledby="journal">.*?</section>', corps, re.DOTALL)
    return found[0] if found else ""
