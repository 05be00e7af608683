"""The score that the HTTP observatory of MDN gives a site held by nginx, with the settings of `serveurs/`.

`python -m tests.observatoire site` installs the observatory beside the project and prints the score. It asks nobody
but the server that it starts on this machine, on the ports of the web, which it alone can ask.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests import paquets_npm
from tests.aides.hotes import hosted, lacking

_PACKAGE = "@mdn/mdn-http-observatory"
_VERSION = "1.4.8"
_HOME = paquets_npm.home("observatoire")
_INSIDE = _HOME / "node_modules" / _PACKAGE
_PORTS = (80, 443)


def missing() -> str:
    """Why no score can be given here; nothing when one can."""
    if lack := lacking("node", "nginx", "openssl"):
        return lack
    if not _INSIDE.exists():
        return "l'observatoire n'est pas installé (make observatoire)"
    taken = [port for port in _PORTS if not _is_free(port)]
    return f"le port {taken[0]} n'est pas libre, ou n'est pas permis" if taken else ""


def _is_free(port: int) -> bool:
    with socket.socket() as one:
        one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            one.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def install() -> None:
    """Put the observatory beside the project; none of its own scripts is run."""
    if _INSIDE.exists():
        return
    paquets_npm.install("observatoire", f"{_PACKAGE}@{_VERSION}")
    # Its scripts would fetch the addresses that browsers reach by HTTPS alone from the start; ours is none of them.
    (_INSIDE / "conf" / "hsts-preload.json").write_text("{}", encoding="utf-8")


def score(site: Path, folder: Path) -> int:
    """What it gives the folder `site`, 100 being all that is asked; `folder` holds what the server leaves."""
    with hosted("nginx.conf", site, folder, _PORTS) as host:
        told = subprocess.run(
            ["node", str(_INSIDE / "src" / "scan.js"), "localhost"],
            env={**os.environ, "NODE_EXTRA_CA_CERTS": str(host.certificate)},
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
    found: int = json.loads(told.stdout)["scan"]["score"]
    return found


def main(site: Path) -> int:
    """Print the score of a site; 1 when it cannot be given."""
    if not lacking("npm"):
        install()
    if why := missing():
        sys.stderr.write(f"Pas de note : {why}.\n")
        return 1
    with TemporaryDirectory() as folder:
        sys.stdout.write(
            f"Note de l'observatoire de MDN, avec nginx : {score(site.resolve(), Path(folder))}\n"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
