"""The easy version is offered at the top of a page, and a voice of the browser reads the page, if there is one."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.aides.genres import PAGES

# A browser with voices, that remembers what it was asked to say and waits to be told that it has said it.
_VOICES = """(voices) => {
  Object.assign(window, { said: [], stopped: 0 });
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
  let saying;
  const speechSynthesis = {
    getVoices: () => voices,
    addEventListener() {},
    speak(one) { saying = one; said.push(one.text); window.voice = one.voice.name; },
    cancel() { saying = undefined; stopped++; },
  };
  window.finish = () => { const one = saying; saying = undefined; one.onend(); };
  Object.defineProperty(window, "speechSynthesis", { value: speechSynthesis });
}"""
_HERE = {"name": "ici", "lang": "fr-FR", "localService": True}
_CLOUD = {"name": "nuage", "lang": "fr_CA", "localService": False}
_ENGLISH = {"name": "anglaise", "lang": "en-CA", "localService": True}
_PAUSE, _RESUME = "Faire une pause", "Reprendre"


def _with_voices(page: Page, *voices: dict[str, Any]) -> None:
    page.add_init_script(f"({_VOICES})({list(voices)!r})".replace("True", "true").replace("False", "false"))


def _said(page: Page) -> list[str]:
    return list(page.evaluate("window.said"))


def _read_all(page: Page) -> list[str]:
    page.evaluate("while (document.querySelector('.lire--lit')) finish()")
    return _said(page)


@pytest.fixture
def speaking(page: Page, address: str) -> Page:
    _with_voices(page, _ENGLISH, _CLOUD, _HERE)
    page.goto(address + PAGES["projet"])
    return page


def test_the_easy_version_is_offered_on_the_first_screen_of_a_phone_and_folded(
    page: Page, address: str
) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(address + PAGES["demarche"])
    offered = page.get_by_text("Version facile à lire", exact=True)
    expect(offered).to_be_in_viewport(ratio=1)
    text = page.get_by_text("Ils choisissent des projets.")
    expect(text).not_to_be_visible()
    offered.click()
    expect(text).to_be_visible()


def test_the_easy_version_is_unfolded_on_paper(page: Page, address: str) -> None:
    page.goto(address + PAGES["demarche"])
    page.emulate_media(media="print")
    expect(page.get_by_text("Ils choisissent des projets.")).to_be_visible()


def test_without_a_french_voice_nothing_is_offered(page: Page, address: str) -> None:
    _with_voices(page, _ENGLISH)
    page.goto(address + PAGES["projet"], wait_until="networkidle")
    expect(page.get_by_role("button", name="Lire à voix haute")).to_have_count(0)


@pytest.mark.parametrize("name", ["projet", "demarche", "page-ecrite"])
def test_nothing_moves_when_a_voice_comes_and_what_reads_is_only_loaded_when_asked(
    browser: Browser, address: str, name: str
) -> None:
    tops, loaded = [], []
    for voices in ((), (_HERE,)):
        context = browser.new_context(viewport={"width": 360, "height": 740})
        page = context.new_page()
        _with_voices(page, *voices)
        page.on("request", lambda request: loaded.append(request.url))
        page.goto(address + PAGES[name], wait_until="networkidle")
        tops.append(page.locator("h1").evaluate("title => title.getBoundingClientRect().top"))
        assert page.locator(".lire--prete").count() == len(voices)
        context.close()
    assert tops[0] == tops[1]
    assert not [url for url in loaded if "lecture" in url]


def test_a_voice_of_this_device_reads_the_title_then_the_text_and_nothing_else(speaking: Page) -> None:
    speaking.get_by_role("button", name="Lire à voix haute").click()
    expect(speaking.get_by_role("button", name=_PAUSE)).to_be_focused()
    said = _read_all(speaking)
    assert speaking.evaluate("window.voice") == "ici"
    title = speaking.locator("h1").inner_text()
    assert title in said
    assert said.index(title) < said.index("Version facile à lire")
    assert "Des voisins cuisinent ensemble." not in said
    everything = " ".join(said)
    for left_out in (
        "Accueil",
        "Adresse permanente",
        "Note sur",
        "Citer cette page",
        "Lire à voix haute",
        "#",
    ):
        assert left_out not in everything
    assert max(map(len, said)) <= 221
    expect(speaking.get_by_role("button", name="Lire à voix haute")).to_be_visible()


def test_the_easy_version_is_read_first_when_it_is_open(speaking: Page) -> None:
    speaking.get_by_text("Version facile à lire", exact=True).click()
    speaking.get_by_role("button", name="Lire à voix haute").click()
    expect(speaking.get_by_role("button", name=_PAUSE)).to_be_visible()
    said = _read_all(speaking)
    assert said[:3] == [
        "Version facile à lire",
        "Des voisins cuisinent ensemble.",
        "Tout le monde peut venir.",
    ]
    assert said[3:].count("Version facile à lire") == 0
    assert speaking.locator("h1").inner_text() in said[3:]


def test_the_keyboard_pauses_takes_up_the_same_sentence_and_stops(speaking: Page) -> None:
    button = speaking.get_by_role("button", name="Lire à voix haute")
    button.focus()
    speaking.keyboard.press("Enter")
    expect(speaking.get_by_role("button", name=_PAUSE)).to_be_focused()
    speaking.evaluate("finish()")
    speaking.keyboard.press("Space")
    expect(speaking.get_by_role("button", name=_RESUME)).to_be_focused()
    speaking.keyboard.press("Space")
    said = _said(speaking)
    assert len(said) == 3
    assert said[1] == said[2] != said[0]
    assert speaking.locator(".lire__ici").count() == 1
    speaking.keyboard.press("Tab")
    expect(speaking.get_by_role("button", name="Arrêter")).to_be_focused()
    speaking.keyboard.press("Enter")
    expect(button).to_be_focused()
    expect(speaking.get_by_role("button", name="Arrêter")).to_have_count(0)
    assert speaking.locator(".lire__ici").count() == 0


def test_it_stops_with_escape_and_when_the_page_is_left(speaking: Page) -> None:
    speaking.get_by_role("button", name="Lire à voix haute").click()
    expect(speaking.get_by_role("button", name=_PAUSE)).to_be_visible()
    speaking.keyboard.press("Escape")
    expect(speaking.get_by_role("button", name="Lire à voix haute")).to_be_visible()
    speaking.get_by_role("button", name="Lire à voix haute").click()
    expect(speaking.get_by_role("button", name=_PAUSE)).to_be_visible()
    before = speaking.evaluate("stopped")
    speaking.evaluate("dispatchEvent(new Event('pagehide'))")
    assert speaking.evaluate("stopped") > before
    expect(speaking.locator(".lire--lit")).to_have_count(0)
