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
    "impacts-observes": 2.1,
    "ce-qui-est-prevu": 3.9,
    "qui-decide": 5.2,
    "organismes": 7,
    "contacts": 7.8,
    "budgets": 8.1,
    "quand": 11,
    "qui-siege-ou": 14,
    "renseignements": 15.5,
    "documents": 16.9,
    "sources": 17.7,
}
# Nine projects, three plans and eight comités.
GRANDE = {
    "ce-qui-se-passe": 1.3,
    "impacts-observes": 2.4,
    "ce-qui-est-prevu": 3.8,
    "qui-decide": 5,
    "organismes": 7.6,
    "budgets": 9.1,
    "quand": 14.5,
    "qui-siege-ou": 17.5,
    "renseignements": 23.8,
    "documents": 25.5,
    "sources": 27,
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
    "projets": 1.4,
    "impacts-observes": 2.7,
    "demarches": 4,
    "plans": 5.2,
    "plus-pres": 6.5,
    "comites": 7.7,
    "organismes": 9.1,
    "evenements": 10.3,
    "documents": 11.1,
    "sources": 13.4,
}
PAGES = {
    "demarches/cercle-des-anses/": DEMARCHE,
    "demarches/anses-en-sante/": GRANDE,
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
