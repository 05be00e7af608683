"""What people come for is found on a phone in two actions at most, each answer two screens down at most.

An action is what a person does: touch a link or a button, open a fold, type a question, choose a result. From the
first page on, what is touched, and then the answer, is at most two screens below where the page landed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

PHONE = {"width": 360, "height": 740}
ACTIONS, SCREENS = 2, 2.0
BOTTOM = "one => one.getBoundingClientRect().bottom + scrollY"

# What is done, one step after the other, then the words that answer.
TASKS: dict[str, tuple[Sequence[tuple[str, str]], str]] = {
    "ce qui se fait dans mon quartier": (
        [("déplier", "13 lieux"), ("toucher", "Vieux-Phare")],
        "Cuisine collective du phare",
    ),
    "mon quartier, en l’écrivant": ([("chercher", "vieux phare"), ("choisir", "Vieux-Phare")], "Projets"),
    "qui décide": (
        [("toucher", "Qui décide"), ("toucher", "Lire aux Anses")],
        "Comité régional Lire aux Anses",
    ),
    "où est rendue l’action 1.2.1": (
        [("chercher", "action 1.2.1"), ("choisir", "Action 1.2.1")],
        "Le site est en ligne.",
    ),
    "qui paie, et combien": ([("toucher", "L’argent"), ("toucher", "Lire aux Anses")], "$"),
    "la prochaine rencontre": ([], "Samedi 21 novembre 2026"),
    "ce que les jardins ont changé": (
        [("toucher", "Ce que ça a changé"), ("toucher", "Jardins populaires")],
        "Deux tonnes de légumes frais",
    ),
    "qui fait le journal": (
        [("chercher", "journal de quartier"), ("choisir", "Le Fil du quartier")],
        "Comité du Fil du quartier",
    ),
    "tout sur la littératie": ([("chercher", "littératie"), ("choisir", "Littératie")], "Bibliobus"),
    "imprimer pour le conseil": (
        [("toucher", "Cercle de développement des communautés des Anses"), ("toucher", "Imprimer")],
        "Imprimer",
    ),
    "ce qui était promis, et ce qui en est venu": (
        [("toucher", "Suites des plans"), ("toucher", "Lire aux Anses")],
        "8 actions",
    ),
}


class Visit:
    """A person on a phone: how many actions so far, and where the page they look at has landed."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.actions = 0
        page.goto(address)
        self._land()

    def do(self, gesture: str, words: str) -> None:
        """One action, on what is near enough."""
        before = self.page.url
        if gesture == "chercher":
            self.near(self.page.get_by_role("searchbox", name="Chercher").filter(visible=True).first).fill(
                words
            )
            expect(self.page.locator(".recherche__resultat").first).to_be_visible()
        else:
            self.near(self._found(gesture, words)).click()
        self.actions += 1
        if self.page.url != before:
            self._land()

    def near(self, one: Locator) -> Locator:
        """What is seen at most two screens below where the page landed."""
        far = (one.evaluate(BOTTOM) - self.landed) / PHONE["height"]
        assert far <= SCREENS, f"{far:.1f} screens down"
        return one

    def sees(self, words: str) -> bool:
        """Whether these words are there, at most two screens below where the page landed, and not above."""
        told = self.page.locator("main").get_by_text(re.compile(re.escape(words))).filter(visible=True)
        places = told.evaluate_all(f"all => all.map({BOTTOM})")
        return any(self.landed <= place <= self.landed + SCREENS * PHONE["height"] for place in places)

    def _found(self, gesture: str, words: str) -> Locator:
        found = {
            "déplier": self.page.locator("summary", has_text=words),
            "choisir": self.page.locator(".recherche__resultat a", has_text=words),
            "toucher": self.page.locator("main").locator("a, button").filter(has_text=words),
        }
        return found[gesture].filter(visible=True).first

    def _land(self) -> None:
        self.page.wait_for_load_state("networkidle")
        self.landed = self.page.evaluate("scrollY")


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport=PHONE)  # type: ignore[arg-type]
    page.add_init_script("window.print = () => { document.title = 'imprimé'; }")
    yield page
    page.close()


@pytest.mark.parametrize("task", TASKS)
def test_what_people_come_for_is_two_actions_and_two_screens_away(
    phone: Page, address: str, task: str
) -> None:
    steps, answer = TASKS[task]
    visit = Visit(phone, address)
    for gesture, words in steps:
        visit.do(gesture, words)
    assert visit.sees(answer)
    assert visit.actions <= ACTIONS
    assert "Imprimer" not in dict(steps).values() or phone.title() == "imprimé"
