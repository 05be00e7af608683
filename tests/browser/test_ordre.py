"""A person finds on a phone what happens and what it changed before anything else: each answer has its screen."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

PHONE = {"width": 360, "height": 740}
HOW_FAR = """anchor => {
  const heading = document.querySelector(`main h2[id="${anchor}"]`)
  return (heading.getBoundingClientRect().top + scrollY) / innerHeight
}"""

# By page, the sections that answer, in their order, and how many screens down the first line of each may be.
DEMARCHE = {
    "ce-qui-se-passe": 1.6,
    "impacts-observes": 2.3,
    "ce-qui-est-prevu": 4.2,
    "qui-decide": 5.5,
    "organismes": 9.3,
    "contacts": 10.2,
    "budgets": 10.5,
    "quand": 13.3,
    "qui-siege-ou": 16.5,
    "renseignements": 20,
    "documents": 21.5,
    "sources": 22,
}
QUARTIER = {
    "projets": 2.1,
    "impacts-observes": 3,
    "demarches": 3.8,
    "plans": 4.1,
    "comites": 5,
    "organismes": 5.3,
    "evenements": 5.5,
    "documents": 6.2,
    "sources": 8.6,
}
# A region with 28 projects and 23 comités.
MRC = {
    "projets": 1.5,
    "impacts-observes": 4,
    "demarches": 5.5,
    "plans": 6.6,
    "plus-pres": 9,
    "comites": 10.3,
    "organismes": 13.3,
    "evenements": 16.7,
    "documents": 19.5,
    "sources": 26.2,
}
PAGES = {
    "demarches/cercle-des-anses/": DEMARCHE,
    "territoires/vieux-phare/": QUARTIER,
    "territoires/mrc-des-anses/": MRC,
}


@pytest.mark.parametrize("path", PAGES)
def test_each_answer_is_as_far_down_as_it_matters(browser: Browser, address: str, path: str) -> None:
    page = browser.new_page(viewport=PHONE)  # type: ignore[arg-type]
    page.goto(address + path)
    found = {anchor: page.evaluate(HOW_FAR, anchor) for anchor in PAGES[path]}
    page.close()
    assert list(found) == sorted(found, key=lambda anchor: found[anchor])
    assert {anchor: far for anchor, far in found.items() if far > PAGES[path][anchor]} == {}
