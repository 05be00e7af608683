"""Packages of Debian for the tests: on the system when root, in `.outils/debian/` for anyone else.

Unpacked without being installed, a program finds neither its libraries nor its fonts: a small script beside it
says where they are. What goes wrong is told in French, with what apt said of it.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

HOME = Path(__file__).parent.parent / ".outils" / "debian"
_TREE = HOME / "racine"
# Slim images lack this folder, and Java is not installed without it.
_MANUAL = Path("/usr/share/man/man1")
_CAUSES = (
    (r"No space left|enough free space|Disk quota", "le disque est plein"),
    (r"Read-only file system", "le disque est en lecture seule"),
    (
        r"Could not get lock|Unable to (?:lock|acquire)",
        "un autre programme installe déjà des paquets; attendez",
    ),
    (
        r"Temporary failure resolving|Could not (?:resolve|connect)|Connection|timed out|is unreachable",
        "le serveur des paquets ne répond pas; vérifiez la connexion à Internet",
    ),
    (
        r"Unable to locate package|no installation candidate",
        "un paquet manque aux sources d'apt de ce système",
    ),
    (r"[Cc]ertificate", "le certificat du serveur des paquets est refusé"),
    (r"dpkg was interrupted|dpkg returned an error", "dpkg s'est arrêté en chemin"),
)
# What apt says when its lists could not all be brought up to date; it then ends without a fault.
_STALE = re.compile(r"^(?:E|W|Err):.*|^W: (?:Failed to fetch|Some index files).*", re.MULTILINE)


class NotInstalled(Exception):  # noqa: N818 - it says what happened
    """Packages could not be installed; carries the cause, in French, and what was said of it."""


def is_here() -> bool:
    """Whether this system has the packages of Debian, or of one of its children."""
    return bool(shutil.which("apt-get") and shutil.which("dpkg-deb"))


def is_root() -> bool:
    """Whether packages may be installed on the system itself."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def install(packages: Sequence[str]) -> None:
    """Install these packages on the system; raises NotInstalled."""
    _MANUAL.mkdir(parents=True, exist_ok=True)
    stale = _update([])
    _apt(["install", "-y", "--no-install-recommends", *packages], stale)


def unpack(packages: Sequence[str]) -> None:
    """Unpack beside the project these packages, and what they need and the system lacks; raises NotInstalled."""
    for folder in ("listes/partial", "paquets/partial"):
        (HOME / folder).mkdir(parents=True, exist_ok=True)
    settings = {
        "Dir::State::Lists": HOME / "listes",
        "Dir::Cache": HOME,
        "Dir::Cache::archives": HOME / "paquets",
        "Debug::NoLocking": "true",
        "APT::Sandbox::User": "",
    }
    options = [word for name, value in settings.items() for word in ("-o", f"{name}={value}")]
    stale = _update(options)
    _apt([*options, "install", "--download-only", "-y", "--no-install-recommends", *packages], stale)
    for package in sorted((HOME / "paquets").glob("*.deb")):
        _run(["dpkg-deb", "--extract", str(package), str(_TREE)])
        package.unlink()
    shutil.rmtree(HOME / "listes")
    _lead_links_into_the_tree()


def program(pattern: str, name: str) -> str | None:
    """A script that starts an unpacked program; None when there is no such program."""
    found = next(iter(sorted(_TREE.glob(pattern))), None)
    return str(_script(name, found)) if found else None


def script_around(found: Path, name: str) -> str | None:
    """A script that starts any program with the unpacked libraries; None when nothing was unpacked."""
    return str(_script(name, found)) if _TREE.is_dir() else None


def _script(name: str, program: Path) -> Path:
    script = HOME / name
    places = {"LD_LIBRARY_PATH": ":".join(_libraries()), "FONTCONFIG_FILE": str(_fonts())}
    exports = "\n".join(f"export {key}={shlex.quote(value)}" for key, value in places.items())
    text = f'#!/bin/sh\n{exports}\nexec {shlex.quote(str(program))} "$@"\n'
    if not script.exists() or script.read_text(encoding="utf-8") != text:
        waiting = script.with_name(f"{name}.{os.getpid()}")
        waiting.write_text(text, encoding="utf-8")
        waiting.chmod(0o755)
        waiting.replace(script)
    return script


def _libraries() -> Iterator[str]:
    """The folders of the libraries, down to those that a package keeps for itself."""
    for top in ("usr/lib", "lib"):
        for folder in sorted((_TREE / top).glob("*-linux-*")):
            yield str(folder)
            yield from (str(below) for below in sorted(folder.iterdir()) if any(below.glob("lib*.so*")))


def _fonts() -> Path:
    path = HOME / "fonts.conf"
    folders = "".join(f"<dir>{one}</dir>" for one in (_TREE / "usr/share/fonts", "/usr/share/fonts"))
    text = f"<fontconfig>{folders}<cachedir>{HOME / 'cache-polices'}</cachedir></fontconfig>\n"
    if not path.exists():
        path.write_text(text, encoding="utf-8")
    return path


def _lead_links_into_the_tree() -> None:
    """A link to /etc/… leads to what was unpacked under that name."""
    for path in _links(_TREE):
        aim = os.readlink(path)  # noqa: PTH115 - Path would resolve it
        inside = _TREE / aim.lstrip("/")
        if aim.startswith("/") and inside.exists():
            path.unlink()
            path.symlink_to(inside)


def _links(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_symlink()]


def _update(options: Iterable[str]) -> str:
    """Bring the lists of packages up to date; gives what apt said of those it could not."""
    done = _ask(["apt-get", "-qq", *options, "update"])
    return "\n".join(_STALE.findall(done.stderr)) or ("" if done.returncode == 0 else done.stderr)


def _apt(words: Sequence[str], stale: str) -> None:
    """Run apt; that its lists are old matters only when it fails."""
    done = _ask(["apt-get", "-qq", *words])
    if done.returncode:
        raise NotInstalled(told(f"{stale}\n{done.stderr}"))


def _run(command: Sequence[str]) -> None:
    done = _ask(command)
    if done.returncode:
        raise NotInstalled(told(done.stderr))


def told(said: str) -> str:
    """What apt said, under its cause in French."""
    cause = next((french for words, french in _CAUSES if re.search(words, said)), "voici ce qu'en dit apt")
    lines = "\n".join(dict.fromkeys(line for line in said.splitlines() if line.strip()))
    return f"apt n'a pas pu installer les paquets : {cause}.\n{lines}"


def _ask(command: Sequence[str]) -> subprocess.CompletedProcess[str]:
    """Run a command in the language of the causes."""
    env: Mapping[str, str] = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C"}
    return subprocess.run(
        command, env=env, capture_output=True, encoding="utf-8", errors="replace", check=False
    )
