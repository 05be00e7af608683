"""See that the browser, Playwright and Java start: what the tests of pages need, without the tests."""

from __future__ import annotations

import sys

from playwright.sync_api import sync_playwright

from tests.navigateur import OPTIONS, find, find_java

if __name__ == "__main__":
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=OPTIONS)
        page = browser.new_page()
        page.set_content("<title>Bonjour</title>")
        title = page.title()
        browser.close()
    java = find_java()
    sys.stdout.write(f"{title} : {find()}, {java}\n")
    sys.exit(not (title == "Bonjour" and java))
