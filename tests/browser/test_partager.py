"""A page of a project or of a comité is shared by the device, or its address is copied."""

from __future__ import annotations

from playwright.sync_api import Browser, Page, expect

COMITE = "comites/conseil-du-cercle/"
# What a telephone offers, and that a computer without it lacks.
A_DEVICE = "navigator.share = async (said) => { window.shared = said; }"
A_CHANGE_OF_MIND = "navigator.share = async () => { throw new DOMException('', 'AbortError'); }"


def _share(page: Page) -> None:
    page.get_by_role("button", name="Partager cette page").click()


def test_without_a_sharing_device_the_address_of_the_page_is_copied_and_it_is_said(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.add_init_script("delete Navigator.prototype.share")
    page.goto(f"{address}{COMITE}#joindre-participer")
    _share(page)
    expect(page.locator(".annonce")).to_have_text("Lien copié")
    assert page.evaluate("navigator.clipboard.readText()") == address + COMITE
    context.close()


def test_a_device_that_shares_is_given_the_name_of_the_page_and_its_address(page: Page, address: str) -> None:
    page.add_init_script(A_DEVICE)
    page.goto(address + COMITE)
    _share(page)
    shared = page.evaluate("window.shared")
    assert shared == {"title": page.get_by_role("heading", level=1).inner_text(), "url": address + COMITE}
    expect(page.locator(".annonce")).to_have_text("")


def test_a_change_of_mind_is_not_an_error(page: Page, address: str) -> None:
    faults: list[str] = []
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    page.add_init_script(A_CHANGE_OF_MIND)
    page.goto(address + COMITE)
    _share(page)
    expect(page.locator(".annonce")).to_have_text("")
    assert not faults


def test_without_scripts_there_is_no_button_and_a_list_does_not_load_its_script(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + COMITE)
    expect(page.get_by_role("heading", name="Qui appeler")).to_be_visible()
    expect(page.locator(".partager")).not_to_be_visible()
    page.goto(address + "comites/")
    assert page.locator("script[src$='partager.js']").count() == 0
    context.close()
