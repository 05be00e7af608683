"""A site served on this machine for the time of a test, with the headers that its servers are told to send."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from clairevoie.publish.headers import HEADERS, POLICY


class _Silent(SimpleHTTPRequestHandler):
    def end_headers(self) -> None:
        for name, value in {"Content-Security-Policy": POLICY, **HEADERS}.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *arguments: object) -> None:
        pass

    def copyfile(self, source: Any, outputfile: Any) -> None:
        with suppress(ConnectionError):  # the page that asked was left before the end
            super().copyfile(source, outputfile)


@contextmanager
def served(site: Path, under: str = "") -> Iterator[str]:
    """The address of the folder `site`, served below `under/` if given, as Pages does for a project."""
    folder = site
    if under:
        folder = site.with_name(f"{site.name}-sous-{under}")
        folder.mkdir(exist_ok=True)
        link = folder / under
        if not link.exists():
            link.symlink_to(site, target_is_directory=True)
    handler = partial(_Silent, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/{under + '/' if under else ''}"
        server.shutdown()
