"""The screenshot sheet: every kind of page of the full site of the tests, at 360 and 1280 px, light and dark.

`make captures` leaves the pictures and their sheet in `captures/`, to be looked at as a whole.
"""

from __future__ import annotations

import html
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, sync_playwright

from clairevoie.build import build
from tests.aides.genres import PAGES
from tests.aides.serveur import served
from tests.aides.sites import AUJOURD_HUI, ROOT, full_project
from tests.navigateur import OPTIONS, find

OUT = ROOT / "captures"
WIDTHS = (360, 1280)
SCHEMES = {"clair": "light", "sombre": "dark"}
_SHEET = """<!doctype html><meta charset="utf-8"><title>Planche</title><style>
body{{margin:16px;font:14px sans-serif;background:#888}} figure{{display:inline-block;margin:8px;vertical-align:top}}
div{{width:{width}px;height:420px;overflow:hidden}} img{{display:block;width:100%}}</style>{figures}"""


def take(browser: Browser, address: str) -> list[Path]:
    """One full-page picture a page, a width and a theme."""
    taken = []
    for width, (scheme, asked) in product(WIDTHS, SCHEMES.items()):
        context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=asked)  # type: ignore[arg-type]
        page = context.new_page()
        for name, url in PAGES.items():
            page.goto(address + url)
            page.wait_for_load_state("networkidle")
            taken.append(OUT / f"{name}-{width}-{scheme}.png")
            page.screenshot(path=taken[-1], full_page=True)
        context.close()
    return taken


def sheet(browser: Browser, pictures: list[Path]) -> None:
    """The top of all the pages at one width and in one theme, side by side."""
    for width, scheme in product(WIDTHS, SCHEMES):
        figures = "".join(
            f'<figure><div><img src="{p.name}" alt=""></div><figcaption>{html.escape(p.stem)}</figcaption></figure>'
            for p in pictures
            if p.stem.endswith(f"-{width}-{scheme}")
        )
        source = OUT / f"planche-{width}-{scheme}.html"
        source.write_text(
            _SHEET.format(width=240 if width == 360 else 420, figures=figures), encoding="utf-8"
        )
        page = browser.new_page(viewport={"width": 1800, "height": 1000})
        page.goto(source.as_uri())
        page.screenshot(path=source.with_suffix(".png"), full_page=True)


def main() -> None:
    """Build the full site, photograph it, and lay the pictures out."""
    OUT.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder:
        project, site = full_project(Path(folder) / "projet"), OUT / "site"
        build(project, project / "data", site, AUJOURD_HUI)
    with served(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=OPTIONS)
        sheet(browser, take(browser, address))


if __name__ == "__main__":
    main()
