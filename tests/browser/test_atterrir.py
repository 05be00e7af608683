"""Whoever lands on an action by its link reads on the first screen of a phone whose it is and where it stands."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

PHONE = {"width": 360, "height": 740}
FOLLOWED = "plans/plan-d-action-du-cercle-2024-2026/"
UNFOLLOWED = "plans/plan-de-communication/"


@pytest.mark.parametrize("path", [FOLLOWED, UNFOLLOWED])
def test_an_action_reached_by_its_link_says_its_plan_who_when_its_state_and_what_followed(
    browser: Browser, address: str, path: str
) -> None:
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(address + path)
    anchors = page.locator(".action").evaluate_all("all => all.map(one => one.id)")
    assert anchors
    for anchor in anchors:
        page.goto(f"{address}{path}#{anchor}")
        action = page.locator(f"[id='{anchor}']")
        situation = action.locator(".action__situation")
        for link in situation.get_by_role("link").all():
            expect(link).to_be_in_viewport(ratio=1)
        assert situation.get_by_role("link").count() == 2
        for fact in (
            ".action__fait--responsables",
            ".action__fait--echeances",
            ".action__fait--statut",
            ".suivi",
        ):
            for told in action.locator(fact).all():
                expect(told).to_be_in_viewport(ratio=1)
        said = situation.evaluate("one => getComputedStyle(one, '::after').content")
        assert ("Aucun suivi" in said) is (path == UNFOLLOWED)
    context.close()


def test_an_action_says_whose_it_is_to_nobody_who_reads_the_page_from_its_top(
    browser: Browser, address: str
) -> None:
    page = browser.new_page()
    page.goto(address + FOLLOWED)
    assert page.locator(".action__situation").filter(visible=True).count() == 0
    page.close()
