"""A web server as hosts have them, on this machine alone: text goes compressed when the browser accepts it."""

from __future__ import annotations

import contextlib
import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import brotli  # type: ignore[import-untyped]

_TEXT = {".html", ".css", ".js", ".json", ".svg", ".xml", ".yml", ".txt"}


@lru_cache(maxsize=256)
def compressed(path: Path, how: str) -> bytes:
    """The bytes of a file as they travel; what is not text travels as it is."""
    content = path.read_bytes()
    if path.suffix not in _TEXT:
        return content
    return brotli.compress(content) if how == "br" else gzip.compress(content, mtime=0) if how else content


class _Handler(SimpleHTTPRequestHandler):
    def __init__(self, *arguments: Any, sent: list[int], **options: Any) -> None:
        self._sent = sent
        super().__init__(*arguments, **options)

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            return self.send_error(404)
        accepted = self.headers.get("Accept-Encoding", "")
        how = next((how for how in ("br", "gzip") if how in accepted and path.suffix in _TEXT), "")
        body = compressed(path, how)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Length", str(len(body)))
        if how:
            self.send_header("Content-Encoding", how)
        self.end_headers()
        self._sent.append(len(body))
        with contextlib.suppress(ConnectionError):  # the browser may have left
            self.wfile.write(body)
        return None

    def log_message(self, format: str, *arguments: object) -> None:
        """Say nothing of each request."""


@contextmanager
def served(site: Path, sent: list[int] | None = None) -> Iterator[str]:
    """The address of a folder while it is served, without a slash at the end; `sent` grows by the bytes of each file.

    The browser does not tell all that it downloads: what its workers ask for shows here alone.
    """
    handler = partial(_Handler, directory=str(site), sent=[] if sent is None else sent)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
