"""What a real Chromium downloads and sees: weight of a page, of a first search, and how soon an edit shows."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests import navigateur
from tests.bench.measure import PROJECT, Failed
from tests.bench.wire import compressed, served
from tests.bench.world import PARTS

# What people may type: usual words, one with an accent, two with an elision.
QUERIES = (
    "cuisine collective",
    "logement abordable",
    "épicerie",
    "l’accès aux soins",
    "bénévoles",
    "transport",
    "table d’accueil",
)
_LONGEST = 600.0


@contextlib.contextmanager
def chromium() -> Iterator[Browser]:
    """A browser without a window."""
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=navigateur.find(), args=navigateur.OPTIONS)
        yield launched
        launched.close()


def first_queries(browser: Browser, site: Path) -> list[int]:
    """Bytes sent for a first search, from an open page to its results, with nothing kept beforehand."""
    start, sent = typical_pages(site)["projets"], list[int]()
    with served(site, sent) as address:
        return [_query(browser, f"{address}/{start}", query, sent) for query in QUERIES]


def _query(browser: Browser, url: str, query: str, sent: list[int]) -> int:
    with contextlib.closing(browser.new_context()) as context:
        page = context.new_page()
        page.goto(url, wait_until="networkidle")
        sent.clear()
        page.locator("input[type=search]").first.fill(query)
        expect(page.locator(".recherche__etat").first).to_contain_text("ésultat", timeout=_LONGEST * 1000)
        page.wait_for_load_state("networkidle")
        return sum(sent)


def typical_pages(site: Path) -> dict[str, str]:
    """For each collection, the address of the record page of median weight."""
    found = {}
    for name in PARTS:
        pages = sorted((site / name).glob("*/index.html"), key=lambda path: (path.stat().st_size, path))
        if pages:
            found[name] = f"{pages[len(pages) // 2].parent.relative_to(site).as_posix()}/"
    return found


def page_weights(browser: Browser, site: Path) -> dict[str, int]:
    """For each collection, bytes of all that a first visit of a typical page downloads, in brotli."""
    with served(site) as address:
        return {name: _weight(browser, site, address, page) for name, page in typical_pages(site).items()}


def _weight(browser: Browser, site: Path, address: str, path: str) -> int:
    with contextlib.closing(browser.new_context()) as context:
        page, seen = context.new_page(), []
        page.on("response", lambda response: seen.append(response.url))
        page.goto(f"{address}/{path}", wait_until="networkidle")
        foreign = [url for url in seen if not url.startswith((address, "data:"))]
        if foreign:
            raise Failed(f"La page {path} va chercher ailleurs : {foreign[0]}")
        names = {
            url.removeprefix(address).partition("?")[0].lstrip("/") for url in seen if url.startswith(address)
        }
        files = [
            site / name / "index.html" if not name or name.endswith("/") else site / name for name in names
        ]
        return sum(len(compressed(file, "br")) for file in files if file.is_file())


class Serving:
    """`clairevoie servir`, with a browser open on the page of one record."""

    def __init__(self, browser: Browser, root: Path, scratch: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self._browser, self._root, self._url = browser, root, f"http://127.0.0.1:{port}/"
        command = [
            sys.executable,
            "-m",
            "clairevoie",
            "servir",
            "--racine",
            str(root),
            "--port",
            str(port),
        ]
        self._said = (scratch / "servir.txt").open("wb+")
        env = {**os.environ, "TMPDIR": str(scratch)}
        self._server = subprocess.Popen(command, cwd=PROJECT, env=env, stdout=self._said, stderr=self._said)
        self._wait()

    def _wait(self) -> None:
        until = time.monotonic() + _LONGEST
        while time.monotonic() < until and self._server.poll() is None:
            with contextlib.suppress(URLError, OSError), urlopen(self._url):
                return
            time.sleep(0.2)
        self._said.seek(0)
        said = self._said.read().decode()
        self.close()
        raise Failed(f"clairevoie servir ne répond pas.\n{said}".rstrip())

    def edit(self, record: str, sentence: str) -> float:
        """Seconds from the save of a record, whose summary becomes a sentence, to that sentence on the page."""
        with contextlib.closing(self._browser.new_context()) as context:
            page: Page = context.new_page()
            with page.expect_response("**/__version"):  # from then on the page knows what it shows
                page.goto(f"{self._url}{record}/")
            before = time.perf_counter()
            say(self._root, record, sentence)
            page.get_by_text(sentence).first.wait_for(timeout=_LONGEST * 1000)
            return time.perf_counter() - before

    def close(self) -> None:
        """Stop the server as a person does."""
        self._server.send_signal(signal.SIGINT)
        self._server.wait()
        self._said.close()


def say(root: Path, record: str, sentence: str) -> None:
    """Change the summary of a record, as an editor would."""
    path = root / "data" / f"{record}.yml"
    lines = path.read_text(encoding="utf-8").split("\n")
    changed = [f'en_bref: "{sentence}"' if line.startswith("en_bref:") else line for line in lines]
    path.write_text("\n".join(changed), encoding="utf-8", newline="\n")
