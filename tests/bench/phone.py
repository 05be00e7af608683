"""What one waits for on an old phone and a slow network: the first answers of the search, the filters of Explorer."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, Page, ViewportSize

from tests.bench.browser import QUERIES, typical_pages
from tests.bench.wire import served

_LONGEST = 600_000.0
_PHONE: ViewportSize = {"width": 360, "height": 740}
# What the tools of Chromium call « Fast 3G », and milliseconds between two keys of a thumb.
_FAST_3G = {"offline": False, "latency": 562.5, "downloadThroughput": 180_000, "uploadThroughput": 84_375}
_SLOWER = 6
_KEY = 200
# Keys wait for nobody: those that come while the phone is busy are read afterwards, and the last one has its own time.
_TYPE = """([words, pause]) => {
  const box = document.activeElement;
  const key = (sign) => {
    box.value += sign;
    box.dispatchEvent(new InputEvent("input", { bubbles: true }));
  };
  [...words].forEach((sign, rank) => setTimeout(key, rank * pause, sign));
  let shown = null;
  window.lastKey = performance.now() + (words.length - 1) * pause;
  new MutationObserver(() => {
    const first = document.querySelector(".recherche__contexte");
    if (!first || first === shown || box.value !== words) return;
    window.answered = performance.now();
    shown = first;
  }).observe(box.form, { childList: true, subtree: true });
}"""
_WATCH = """
window.shifted = 0;
new PerformanceObserver((seen) => {
  for (const { hadRecentInput, value } of seen.getEntries()) if (!hadRecentInput) shifted += value;
}).observe({ type: "layout-shift", buffered: true });
document.addEventListener("readystatechange", () => {
  const filters = document.querySelector(".explorer__filtres");
  if (document.readyState !== "interactive" || !filters) return;
  new MutationObserver(() => (window.usable ??= performance.now())).observe(filters, { attributeFilter: ["inert"] });
});
"""
EXPLORER = ("explorer/", "explorer/?type=projets")


@contextlib.contextmanager
def _phone(browser: Browser) -> Iterator[Page]:
    with contextlib.closing(browser.new_context(viewport=_PHONE)) as context:
        yield context.new_page()


def _slow(page: Page) -> None:
    protocol = page.context.new_cdp_session(page)
    protocol.send("Network.enable")
    protocol.send("Network.emulateNetworkConditions", _FAST_3G)
    protocol.send("Emulation.setCPUThrottlingRate", {"rate": _SLOWER})


def first_answers(browser: Browser, site: Path) -> list[float]:
    """Seconds from the last key of a first search to the first of its results, for each question."""
    start = typical_pages(site)["projets"]
    with served(site) as address:
        return [_answer(browser, f"{address}/{start}", query) for query in QUERIES]


def _answer(browser: Browser, url: str, query: str) -> float:
    with _phone(browser) as page:
        page.goto(url, wait_until="networkidle")
        _slow(page)
        page.locator("input[type=search]").first.click()
        page.evaluate(_TYPE, [query, _KEY])
        page.locator(".recherche__contexte").first.wait_for(timeout=_LONGEST)
        page.wait_for_load_state("networkidle")
        page.wait_for_timeout(len(query) * _KEY)  # had an earlier key been answered first
        page.wait_for_load_state("networkidle")
        seconds: float = page.evaluate("(answered - lastKey) / 1000")
        return seconds


def explorer(browser: Browser, site: Path) -> list[tuple[float, float]]:
    """Seconds until the filters of Explorer answer, and how much of its screen moves meanwhile, from 0 to 1."""
    with served(site) as address:
        return [_explore(browser, f"{address}/{path}") for path in EXPLORER]


def _explore(browser: Browser, url: str) -> tuple[float, float]:
    with _phone(browser) as page:
        page.add_init_script(_WATCH)
        _slow(page)
        page.goto(url, timeout=_LONGEST)
        page.locator(".explorer__filtres:not([inert])").wait_for(timeout=_LONGEST)
        page.wait_for_load_state("networkidle")
        seconds, moved = page.evaluate("[usable / 1000, shifted]")
        return seconds, moved
