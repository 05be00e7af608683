"""What the stories of the page « Explorer » do and see."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

from clairevoie.pages.explorer.facettes import FACETTES
from clairevoie.pages.explorer.table import table
from tests.aides.sites import full_site


def count(page: Page) -> int:
    """How many results the page says there are."""
    told = page.locator(".explorer__compte")
    expect(told).to_have_text(re.compile("résultat"))
    expect(page.locator(".explorer__filtres")).not_to_have_attribute("inert", "")
    return int("".join(re.findall(r"\d", str(told.text_content()).partition("résultat")[0])) or 0)


def expected(**chosen: str) -> int:
    """How many things of the full site have these values, those that they contain included."""
    site, keys = full_site(), [facette.cle for facette in FACETTES]
    wanted = {keys.index(key): set(site.contenu.get(value, (value,))) for key, value in chosen.items()}
    return sum(
        all(found & set(line.valeurs[f]) for f, found in wanted.items()) for line in table(site).lignes
    )


def said(page: Page, **chosen: str) -> None:
    """Wait until the page says that number of results."""
    n = expected(**chosen)
    expect(page.locator(".explorer__compte")).to_have_text(f"{n} résultat{'s' if n > 1 else ''}")


def field(page: Page, label: str) -> Locator:
    """A list of the filters, by its name."""
    return page.get_by_role("form", name="Filtrer").get_by_label(label, exact=True)


def options(page: Page, label: str) -> dict[str, str]:
    """What a list offers: its words by value."""
    found = field(page, label).locator("option").all()
    return {str(one.get_attribute("value")): str(one.text_content()) for one in found}
