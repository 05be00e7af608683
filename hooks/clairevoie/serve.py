"""Seeing the site while one writes: built beforehand, rebuilt at each change, refreshed in the browser.

With an error in the files, the last good site stays, or else a bare page, under the located message.
"""

from __future__ import annotations

import errno
import html
import logging
import re
import signal
import threading
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from queue import Empty, SimpleQueue
from tempfile import TemporaryDirectory
from typing import Any

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver

from clairevoie.builder import Builder

Say = Callable[[str], None]
Today = Callable[[], date]
_WATCHED = ("data", "content", "overrides", "hooks", "mkdocs.yml")
# Those who watch the files log in English, now and then, what an editor can do nothing about.
_LOGS = ("watchdog", "fsevents")
# One save is several events: wait until they are over.
_CALM = 0.2
_CLIENT = """\
const version = async () => (await fetch("/__version", {cache: "no-store"})).text();
const known = await version();
setInterval(async () => { if (await version() !== known) location.reload(); }, 500);
"""
_BARE = """\
<!doctype html>
<html lang="fr-CA"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Le site n’est pas encore prêt</title><link rel="icon" href="data:,"><style>{styles}</style></head>
<body><main class="contenu"><div class="prose"><h1>Le site n’est pas encore prêt</h1>
<p>Cette page se rafraîchit d’elle-même à chaque changement des fichiers.</p></div></main></body></html>
"""
_BARE_STYLES = ("tokens.css", "base.css", "composants/prose.css", "composants/erreur.css")


class PortTaken(Exception):  # noqa: N818 - it says what happened to the port
    """The port cannot be listened to; carries what to say of it."""


@dataclass
class _Preview:
    """What is shown: how many times it was built, and what is wrong with the files as they are now.

    `changes` gets True at each change of the files, False when it is time to stop; a signal may put into it.
    """

    version: int = 0
    fault: str = ""
    changes: SimpleQueue[bool] = field(default_factory=SimpleQueue)


class _Watch(FileSystemEventHandler):
    """Tells the preview that something was saved."""

    def __init__(self, preview: _Preview) -> None:
        self._preview = preview

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type in ("created", "modified", "deleted", "moved"):
            self._preview.changes.put(True)


class _Server(ThreadingHTTPServer):
    """A web server that says nothing of a browser that leaves before it is answered."""

    def handle_error(self, request: Any, client_address: Any) -> None:
        """What fails while a page is sent concerns that page alone."""


class _Handler(SimpleHTTPRequestHandler):
    """The folder of the site, with the client that refreshes the page, and the fault when there is one."""

    def __init__(self, *arguments: Any, preview: _Preview, folder: Path, root: Path) -> None:
        self._preview, self._assets = preview, root / "overrides" / "assets"
        super().__init__(*arguments, directory=str(folder))

    def do_GET(self) -> None:
        served = {
            "/__version": (str(self._preview.version).encode(), "text/plain"),
            "/__client.js": (_CLIENT.encode(), "text/javascript"),
        }
        if self.path in served:
            return self._send(200, *served[self.path])
        path = Path(self.translate_path(self.path))
        if path.is_dir() and self.path.partition("?")[0].endswith("/"):
            path /= "index.html"
        if path.suffix == ".html" and path.is_file():
            return self._send_page(200, path.read_text(encoding="utf-8"))
        if path.exists():
            return super().do_GET()
        missing = Path(self.directory) / "404.html"
        if missing.is_file():
            return self._send_page(404, missing.read_text(encoding="utf-8"))
        return self._send_page(503, _BARE.format(styles=self._styles()))

    def _send_page(self, status: int, text: str) -> None:
        if self._preview.fault:
            box = f'<pre class="erreur" role="alert" tabindex="0">{html.escape(self._preview.fault)}</pre>'
            text = re.sub(r"<main[^>]*>", lambda main: main[0] + box, text, count=1)
        client = '<script type="module" src="/__client.js"></script></body>'
        self._send(status, text.replace("</body>", client, 1).encode(), "text/html")

    def _styles(self) -> str:
        """The looks of the bare page, from the sources: there may be no site to take them from."""
        pieces = (self._assets / name for name in _BARE_STYLES)
        return "\n".join(piece.read_text(encoding="utf-8") for piece in pieces if piece.is_file())

    def _send(self, status: int, body: bytes, kind: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *arguments: object) -> None:
        """Say nothing of each request."""


def serve(root: Path, data: Path, port: int, say: Say, today: Today) -> int:
    """Build, serve on 127.0.0.1 and rebuild until told to stop; the site of the project is not touched.

    `today` is asked at each build: a preview may stay open for days.
    Gives 0 after Ctrl+C or SIGTERM; raises PortTaken before anything is built.
    """
    preview = _Preview()
    with TemporaryDirectory(prefix="clairevoie-") as folder, suppress(KeyboardInterrupt):
        out = Path(folder) / "site"
        handler = partial(_Handler, preview=preview, folder=out, root=root)
        with _listen(port, handler) as server, closing(Builder(root, data, out)) as builder:
            _stop_on_sigterm(preview)
            _rebuild(preview, builder, out, say, today())
            watch = _observe(root, data, preview)
            threading.Thread(target=server.serve_forever, daemon=True).start()
            say(f"Le site est à http://127.0.0.1:{server.server_port}/ (Ctrl+C pour arrêter).")
            try:
                while _is_wanted_again(preview):
                    _rebuild(preview, builder, out, say, today())
            finally:
                watch.stop()
                watch.join()
                server.shutdown()
    say("Arrêté.")
    return 0


def _listen(port: int, handler: Callable[..., _Handler]) -> _Server:
    try:
        return _Server(("127.0.0.1", port), handler)
    except OSError as failure:
        taken = "est déjà pris" if failure.errno == errno.EADDRINUSE else "ne peut pas servir"
        other = port + 1 if 1024 <= port < 65535 else 8000
        raise PortTaken(f"Le port {port} {taken} sur cet ordinateur; essayez --port {other}.") from None


def _stop_on_sigterm(preview: _Preview) -> None:
    def stop(*_: object) -> None:
        preview.changes.put(False)

    signal.signal(signal.SIGTERM, stop)


def _observe(root: Path, data: Path, preview: _Preview) -> BaseObserver:
    for name in _LOGS:
        logging.getLogger(name).addHandler(logging.NullHandler())
        logging.getLogger(name).propagate = False
    observer = Observer()
    for path in {*(root / name for name in _WATCHED), data}:
        if path.exists():
            observer.schedule(_Watch(preview), str(path), recursive=path.is_dir())
    observer.start()
    return observer


def _is_wanted_again(preview: _Preview) -> bool:
    """Wait for a change, and until it is over; false when told to stop instead."""
    wanted = preview.changes.get()
    with suppress(Empty):
        while wanted:
            wanted = preview.changes.get(timeout=_CALM)
    return wanted


def _rebuild(preview: _Preview, builder: Builder, out: Path, say: Say, on: date) -> None:
    outcome = builder.build(on)
    preview.fault = outcome.fault
    shown = "Le dernier bon site reste affiché." if out.exists() else "Le site sera affiché une fois corrigé."
    say(f"{outcome.told}\n{shown}" if outcome.fault else outcome.told)
    preview.version += 1
