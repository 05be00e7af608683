"""Seeing the site while one writes: built beforehand, rebuilt at each change, refreshed in the browser.

With an error in the files, the last good site stays, and the page shows the located message.
"""

from __future__ import annotations

import html
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver

from clairevoie.build import build
from clairevoie.problems import DataRefused
from clairevoie.publish.blanks import BlankBroken
from clairevoie.publish.dressing import EngineFailed

Say = Callable[[str], None]
_WATCHED = ("data", "content", "overrides", "hooks", "mkdocs.yml")
# One save is several events: wait until they are over.
_CALM = 0.2
_CLIENT = """\
const version = async () => (await fetch("/__version", {cache: "no-store"})).text();
const known = await version();
setInterval(async () => { if (await version() !== known) location.reload(); }, 500);
"""


@dataclass
class _Preview:
    """What is shown: how many times it was built, and what is wrong with the files as they are now."""

    version: int = 0
    fault: str = ""
    changed: threading.Event = field(default_factory=threading.Event)


class _Watch(FileSystemEventHandler):
    def __init__(self, preview: _Preview) -> None:
        self._preview = preview

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type in ("created", "modified", "deleted", "moved"):
            self._preview.changed.set()


class _Handler(SimpleHTTPRequestHandler):
    """The folder of the site, with the client that refreshes the page, and the fault when there is one."""

    def __init__(self, *arguments: object, preview: _Preview, folder: Path, **options: object) -> None:
        self._preview = preview
        super().__init__(*arguments, directory=str(folder), **options)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        served = {
            "/__version": (str(self._preview.version), "text/plain"),
            "/__client.js": (_CLIENT, "text/javascript"),
        }
        if self.path in served:
            text, kind = served[self.path]
            return self._send(200, text.encode(), kind)
        path = Path(self.translate_path(self.path))
        if path.is_dir() and self.path.partition("?")[0].endswith("/"):
            path /= "index.html"
        if path.suffix == ".html" and path.is_file():
            return self._send(200, self._with_client(path), "text/html")
        if not path.exists() and (path.anchor and (Path(self.directory) / "404.html").is_file()):
            return self._send(404, self._with_client(Path(self.directory) / "404.html"), "text/html")
        return super().do_GET()

    def _with_client(self, path: Path) -> bytes:
        text = path.read_text(encoding="utf-8")
        fault = (
            f'<pre class="erreur" role="alert">{html.escape(self._preview.fault)}</pre>'
            if self._preview.fault
            else ""
        )
        text = text.replace("<main", f"{fault}<main", 1)
        return text.replace(
            "</body>", '<script type="module" src="/__client.js"></script></body>', 1
        ).encode()

    def _send(self, status: int, body: bytes, kind: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *arguments: object) -> None:
        """Say nothing of each request."""


def serve(root: Path, data: Path, port: int, say: Say) -> int:
    """Build, serve on 127.0.0.1 and rebuild until interrupted; the site of the project is not touched."""
    with TemporaryDirectory(prefix="clairevoie-") as folder:
        preview, out = _Preview(), Path(folder) / "site"
        _rebuild(preview, root, data, out, say)
        watch = _observe(root, data, preview)
        handler = partial(_Handler, preview=preview, folder=out)
        with ThreadingHTTPServer(("127.0.0.1", port), handler) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            say(f"Le site est à http://127.0.0.1:{server.server_port}/ (Ctrl+C pour arrêter).")
            try:
                while True:
                    _wait_for_change(preview)
                    _rebuild(preview, root, data, out, say)
            finally:
                watch.stop()
                server.shutdown()


def _observe(root: Path, data: Path, preview: _Preview) -> BaseObserver:
    observer = Observer()
    for path in {*(root / name for name in _WATCHED), data}:
        if path.exists():
            observer.schedule(_Watch(preview), str(path), recursive=path.is_dir())
    observer.start()
    return observer


def _wait_for_change(preview: _Preview) -> None:
    preview.changed.wait()
    while preview.changed.is_set():
        preview.changed.clear()
        threading.Event().wait(_CALM)


def _rebuild(preview: _Preview, root: Path, data: Path, out: Path, say: Say) -> None:
    try:
        build(root, data, out)
        preview.fault = ""
        say("Site à jour.")
    except (DataRefused, EngineFailed, BlankBroken) as refusal:
        preview.fault = str(refusal)
        say(f"{refusal}\nLe dernier bon site reste affiché.")
    preview.version += 1
