"""Time is legible on a phone, on paper and from a link, and nothing of it needs a script."""

from __future__ import annotations

from playwright.sync_api import Browser, Page, expect

DEMARCHE = "demarches/cercle-des-anses/"
PHONE = {"width": 360, "height": 740}


def test_a_link_to_a_folded_month_unfolds_it(page: Page, address: str) -> None:
    page.goto(f"{address}calendrier/#2024-09")
    fold = page.locator("details:has(> summary > h2#\\32 024)")
    page.evaluate("for (const fold of document.querySelectorAll('main details')) fold.open = false")
    expect(page.locator("#\\32 024-09")).not_to_be_visible()
    page.evaluate("dispatchEvent(new HashChangeEvent('hashchange'))")
    expect(fold).to_have_attribute("open", "")
    expect(page.locator("#\\32 024-09")).to_be_in_viewport()


def test_years_fold_and_unfold_from_the_keyboard_without_scripts(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}calendrier/")
    month = page.get_by_role("heading", name="Septembre 2024")
    expect(month).not_to_be_visible()
    page.locator("summary", has_text="2024").first.press("Enter")
    expect(month).to_be_visible()
    page.locator("summary", has_text="2024").first.press("Enter")
    expect(month).not_to_be_visible()
    context.close()


def test_on_a_phone_the_years_are_above_their_marks_and_nothing_scrolls_sideways(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    for path in (DEMARCHE, "calendrier/", "frise/"):
        page.goto(address + path)
        assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
    page.goto(address + DEMARCHE)
    axis = page.locator(".frise__annees").bounding_box()
    lane = page.locator(".echelle").first.bounding_box()
    assert axis is not None
    assert lane is not None
    assert (axis["x"], axis["width"]) == (lane["x"], lane["width"])
    context.close()


def test_on_a_wide_screen_the_years_stand_above_their_marks(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(address + DEMARCHE)
    axis = page.locator(".frise__annees").bounding_box()
    lane = page.locator(".echelle").first.bounding_box()
    assert axis is not None
    assert lane is not None
    assert abs(axis["x"] - lane["x"]) < 1
    assert abs(axis["width"] - lane["width"]) < 1


def test_marks_survive_forced_colours(browser: Browser, address: str) -> None:
    context = browser.new_context(forced_colors="active")
    page = context.new_page()
    page.goto(address + DEMARCHE)
    page.evaluate("document.documentElement.dataset.theme = 'sombre'")
    ink, mark, text = page.evaluate(
        """() => {
            const colour = (what, name) => getComputedStyle(document.querySelector(what))[name];
            return [
                colour(".echelle__repere--intervalle line", "stroke"),
                colour(".marque--intervalle", "color"),
                colour("body", "color"),
            ];
        }"""
    )
    assert ink == mark == text
    context.close()
