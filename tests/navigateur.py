"""What the browser tests look for on the machine, found, installed, or asked for in a clear message.

A Chromium, what Playwright's own program needs, and with `--java` a Java for the checker of HTML (`--java-seul`:
nothing else). Nothing of Playwright is started before what it needs is there.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path

from tests import debian

# First the same engine without windows: it starts faster, and draws nothing for a screen.
_NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
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
_NODE = "PLAYWRIGHT_NODEJS_PATH"
# What is missing → the package of Debian that has it.
_PACKAGES = {"navigateur": "chromium-headless-shell", "node": "libatomic1", "java": "default-jre-headless"}
_ASK = {
    "navigateur": (
        "Aucun navigateur pour les essais. Installez Chromium avec votre système (apt install chromium-headless-shell, "
        "brew install chromium…), ou donnez le chemin d'un Chrome dans la variable CHROMIUM."
    ),
    "node": (
        "Le programme de Playwright ne démarre pas sur ce système. Il lui manque sans doute libatomic "
        "(apt install libatomic1, dnf install libatomic…). Voici ce qu'il dit :"
    ),
    "java": (
        "Pas de Java pour vérifier le HTML des pages. Installez-le avec votre système "
        "(apt install default-jre-headless, brew install openjdk…)."
    ),
}


def find() -> str | None:
    """The path of a Chromium: the one named by CHROMIUM, one on the PATH, one unpacked, or Playwright's own."""
    named = os.environ.get("CHROMIUM")
    on_path = next(filter(None, map(shutil.which, _NAMES)), None)
    return (
        named
        or on_path
        or debian.program("usr/lib/chromium/chromium-headless-shell", "chromium")
        or _playwright_own()
    )


def _driver() -> Path:
    """The folder of Playwright's own program, found without starting it."""
    spec = find_spec("playwright")
    return Path(str(spec and spec.origin)).parent / "driver"


def _playwright_own() -> str | None:
    browsers = json.loads((_driver() / "package" / "browsers.json").read_text(encoding="utf-8"))["browsers"]
    revision = next(one["revision"] for one in browsers if one["name"] == "chromium")
    folders = {"win32": "AppData/Local/ms-playwright", "darwin": "Library/Caches/ms-playwright"}
    home = os.environ.get("PLAYWRIGHT_BROWSERS_PATH") or Path.home() / folders.get(
        sys.platform, ".cache/ms-playwright"
    )
    inside = ("chrome", "chrome.exe", "*.app/Contents/MacOS/*")
    found = (path for one in inside for path in Path(home).glob(f"chromium-{revision}/chrome-*/{one}"))
    return next((str(path) for path in found if path.is_file()), None)


def find_java() -> str | None:
    """The path of a Java: of JAVA_HOME, on the PATH, or unpacked; a mere stub that finds none is no Java."""
    home = os.environ.get("JAVA_HOME")
    java = shutil.which("java", path=str(Path(home) / "bin")) if home else shutil.which("java")
    places = (java, debian.program("usr/lib/jvm/java-*-openjdk-*/bin/java", "java"))
    return next((path for path in places if path and not _fault([path, "-version"])), None)


def _fault(command: list[str]) -> str:
    """What a program says when it does not start; nothing when it does."""
    try:
        done = subprocess.run(
            command, capture_output=True, encoding="utf-8", errors="replace", check=False, timeout=60
        )
    except (OSError, subprocess.TimeoutExpired) as failure:
        return str(failure)
    return done.stderr.strip() or f"code {done.returncode}" if done.returncode else ""


def _node_fault() -> str:
    """What Playwright's own program says when it does not start."""
    return _fault([os.environ.get(_NODE) or str(_node()), "--version"])


def _node() -> Path:
    return _driver() / ("node.exe" if os.name == "nt" else "node")


def use_unpacked_libraries() -> None:
    """Start Playwright's own program with the libraries unpacked beside the project, when there are some."""
    script = debian.script_around(_node(), "node")
    if script:
        os.environ.setdefault(_NODE, script)


# What each word after the command asks for.
_WANTED = {
    "": ("navigateur", "node"),
    "--java": ("navigateur", "node", "java"),
    "--java-seul": ("java",),
}


def _missing(wanted: Sequence[str]) -> dict[str, str]:
    """What would not be found of what is wanted → what the one concerned says of it, if anything."""
    faults = {"node": _node_fault() if "node" in wanted else ""}
    lacks = {
        "navigateur": "navigateur" in wanted and not find(),
        "node": bool(faults["node"]),
        "java": "java" in wanted and not find_java(),
    }
    return {one: faults.get(one, "") for one, is_lacking in lacks.items() if is_lacking}


def prepare(wanted: Sequence[str]) -> str:
    """Install what is missing; gives what to say of what still is, nothing when all is there."""
    lacking = _missing(wanted)
    if not lacking:
        return ""
    why = _from_debian([_PACKAGES[one] for one in lacking]) if debian.is_here() else ""
    use_unpacked_libraries()
    if "navigateur" in _missing(wanted) and not _node_fault():
        why += _from_playwright()
    still = _missing(wanted)
    return "\n".join([*_asked(still), *([why] if why else [])]) if still else ""


def _asked(still: Mapping[str, str]) -> list[str]:
    return [f"{_ASK[one]} {fault}".strip() for one, fault in still.items()]


def _from_debian(packages: list[str]) -> str:
    """Install packages of Debian, on the system as root, else beside the project; gives what went wrong."""
    try:
        if debian.is_root():
            debian.install(packages)
        else:
            debian.unpack(packages)
    except (debian.NotInstalled, OSError) as failure:
        return f"{failure}\n"
    return ""


def _from_playwright() -> str:
    """Ask Playwright for the Chromium it has for this system; gives what went wrong."""
    fault = _fault_of_download([sys.executable, "-m", "playwright", "install", "chromium"])
    return f"Playwright n'a pas pu en télécharger un :\n{fault}\n" if fault else ""


def _fault_of_download(command: list[str]) -> str:
    done = subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace", check=False)
    return (done.stderr or done.stdout).strip() if done.returncode else ""


use_unpacked_libraries()

if __name__ == "__main__":
    sys.exit(prepare(_WANTED[" ".join(sys.argv[1:])]) or 0)
