"""What the browser tests look for on the machine, found, installed, or asked for in a clear message.

A Chromium, and with `--java` a Java for the checker of HTML.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

_NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
# A browser that talks to nobody but the page: no look-ups, no updates of its own.
OPTIONS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
_ASK_BROWSER = (
    "Aucun navigateur pour les essais. Installez Chromium avec votre système (apt install chromium, "
    "brew install chromium…), ou donnez le chemin d'un Chrome dans la variable CHROMIUM."
)
_ASK_JAVA = (
    "Pas de Java pour vérifier le HTML des pages. Installez-le avec votre système "
    "(apt install default-jre-headless, brew install openjdk…)."
)


def find() -> str | None:
    """The path of a Chromium: the one named by CHROMIUM, one on the PATH, or Playwright's own."""
    named = os.environ.get("CHROMIUM")
    on_path = next(filter(None, map(shutil.which, _NAMES)), None)
    return named or on_path or _playwright_own()


def _playwright_own() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def find_java() -> str | None:
    """The path of a Java: the one of JAVA_HOME, or one on the PATH; a mere stub that finds none is no Java."""
    home = os.environ.get("JAVA_HOME")
    java = shutil.which("java", path=str(Path(home) / "bin")) if home else shutil.which("java")
    runs = java and subprocess.run([java, "-version"], capture_output=True, check=False).returncode == 0
    return java if runs else None


def _root() -> bool:
    return bool(shutil.which("apt-get")) and hasattr(os, "geteuid") and os.geteuid() == 0


def _apt(*packages: str) -> None:
    quiet = {"stdout": subprocess.DEVNULL, "env": {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}}
    subprocess.run(["apt-get", "-qq", "update"], check=False, **quiet)
    subprocess.run(
        ["apt-get", "-qq", "install", "-y", "--no-install-recommends", *packages], check=False, **quiet
    )


def _prepare(java: bool) -> None:
    """Install what is missing, as root with apt; a browser of Playwright's own otherwise."""
    missing = [] if find() else ["chromium"]
    missing += ["default-jre-headless"] if java and not find_java() else []
    if missing and _root():
        _apt(*missing)
    elif "chromium" in missing:
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)


if __name__ == "__main__":
    _with_java = "--java" in sys.argv
    _prepare(_with_java)
    if find() is None:
        sys.exit(_ASK_BROWSER)
    if _with_java and find_java() is None:
        sys.exit(_ASK_JAVA)
