"""Fetch uv, as uv.lock pins it, for whoever has none: `python3 .ci/installer.py` leaves it in `.outils/`.

Only the standard library, of Python 3.6 or newer: a machine may have neither venv nor pip, and an old Python.
The file comes from the index that pip or uv are told to use, else from the address in the lock; wherever it
comes from, it is kept only if it is the very file of the lock.

With `--expliquer`, says in French why uv could not install the packages; what uv said is on standard input.
"""

import base64
import configparser
import errno
import hashlib
import html
import io
import os
import platform
import re
import socket
import ssl
import struct
import subprocess
import sys
import urllib.error
import urllib.parse
import urllib.request
import zipfile
from typing import Dict, Iterator, List, Tuple

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
FOLDER = os.path.join(ROOT, ".outils")
PROGRAM = os.path.join(FOLDER, "uv.exe" if os.name == "nt" else "uv")
SEAL = os.path.join(FOLDER, "uv.sha256")
BY_HAND = "Vous pouvez aussi installer uv vous-même (https://docs.astral.sh/uv/), puis recommencer."
TIMEOUT = 60  # seconds without a byte
NEEDED = (3, 11)

# What a wheel is called for a machine, by the name that the system gives it.
MACHINES = {"amd64": "x86_64", "arm64": "aarch64", "armv8l": "armv7l", "i386": "i686", "i586": "i686"}
NARROW = {"x86_64": "i686", "aarch64": "armv7l"}  # a system of 32 bits on a processor of 64
WINDOWS = {"x86_64": "win_amd64", "aarch64": "win_arm64", "i686": "win32"}

CAUSES = (
    (r"No space left|os error 28|os error 112|Disk quota", "le disque est plein. Libérez de la place"),
    (r"Read-only file system|os error 30", "le dossier est en lecture seule. Copiez le projet ailleurs"),
    (
        r"Permission denied|Access is denied|os error 13",
        "vous n'avez pas le droit d'écrire ici. Copiez le projet dans un dossier à vous",
    ),
    (
        r"certificate|UnknownIssuer|tls handshake",
        "le certificat du serveur est refusé. Derrière un mandataire qui déchiffre, donnez le vôtre dans SSL_CERT_FILE",
    ),
    (r"[Hh]ash mismatch", "un paquet reçu n'est pas celui de uv.lock. Ne l'installez pas; signalez-le"),
    (
        r"No interpreter found|No download found|python-build-standalone|managed Python",
        "il faut Python 3.11 ou plus récent, et uv n'a pas pu en apporter un. Installez-le avec votre système",
    ),
    (
        r"lockfile.*needs to be updated|lockfile at .* outdated",
        "uv.lock ne va plus avec pyproject.toml, ou un miroir (UV_DEFAULT_INDEX) le contredit. Lancez « uv lock »",
    ),
    (
        r"dns error|error sending request|Connect|connect|timed out|Could not resolve|offline|unreachable",
        "le serveur des paquets ne répond pas. Vérifiez la connexion à Internet, ou le mandataire (HTTPS_PROXY)",
    ),
)


class Failed(Exception):  # noqa: N818 - it says what happened
    """uv cannot be had; carries the cause, in French."""


def wheels(lock: str) -> Dict[str, Tuple[str, str]]:
    """Name of each wheel of uv in the text of uv.lock → its address and its SHA-256."""
    block = re.search(r'\[\[package\]\]\s*name = "uv"\s(.*?)(?=\n\[\[package\]\]|\Z)', lock, re.DOTALL)
    found = re.findall(
        r'url = "([^"]+\.whl)", hash = "sha256:([0-9a-f]{64})"', block.group(1) if block else ""
    )
    return {url.rpartition("/")[2]: (url, digest) for url, digest in found}


def libc() -> Tuple[int, ...]:
    """The version of glibc; nothing on another C library."""
    name, version = platform.libc_ver()
    return tuple(map(int, re.findall(r"\d+", version)[:2])) if name == "glibc" else ()


def rank(name: str, system: str, machine: str, glibc: Tuple[int, ...]) -> int:
    """How well a wheel suits this machine: 0 for not at all."""
    if system == "Windows":
        return int(name.endswith(f"-{WINDOWS.get(machine)}.whl"))
    if system == "Darwin":
        machine = "arm64" if machine == "aarch64" else machine
        return int(bool(re.search(rf"-macosx_\d+_\d+_{machine}\.", name)))
    if system != "Linux":
        return 0
    asked = re.search(rf"manylinux_(\d+)_(\d+)_{machine}\.", name)
    if asked and glibc >= (int(asked.group(1)), int(asked.group(2))):
        return 2
    # Built for musl, uv is one file that asks nothing of the system: it suits an old glibc too.
    return int(bool(re.search(rf"(?:musllinux_\d+_\d+|linux)_{machine}\.", name)))


def this_machine() -> Tuple[str, str]:
    """The system, and the machine as the names of wheels have it."""
    machine = platform.machine().lower()
    machine = MACHINES.get(machine, machine)
    return platform.system(), NARROW.get(machine, machine) if struct.calcsize("P") == 4 else machine


def pip_settings() -> Dict[str, str]:
    """What the settings files of pip say, the nearest to the user last."""
    home, environ = os.path.expanduser("~"), os.environ
    shared = environ.get("XDG_CONFIG_DIRS", "/etc/xdg").split(os.pathsep)
    own = environ.get("XDG_CONFIG_HOME") or os.path.join(home, ".config")
    paths = [
        *(os.path.join(folder, "pip", "pip.conf") for folder in shared),
        "/etc/pip.conf",
        os.path.join(environ.get("PROGRAMDATA", home), "pip", "pip.ini"),
        os.path.join(home, ".pip", "pip.conf"),
        os.path.join(home, "Library", "Application Support", "pip", "pip.conf"),
        os.path.join(environ.get("APPDATA", home), "pip", "pip.ini"),
        os.path.join(own, "pip", "pip.conf"),
        environ.get("PIP_CONFIG_FILE", ""),
    ]
    if environ.get("PIP_CONFIG_FILE") == os.devnull:
        return {}
    read = configparser.RawConfigParser(strict=False)
    try:
        read.read([path for path in paths if path], encoding="utf-8")
    except (configparser.Error, UnicodeDecodeError):
        return {}
    sections = [name for name in ("global", "install") if read.has_section(name)]
    return {key: value for name in sections for key, value in read.items(name)}


def setting(settings: Dict[str, str], name: str) -> List[str]:
    """The values of a setting of pip: those of the environment, else those of its files."""
    return (os.environ.get("PIP_" + name.upper().replace("-", "_")) or settings.get(name) or "").split()


def indexes(settings: Dict[str, str]) -> List[str]:
    """The indexes that uv or pip are told to use, the one that replaces the usual one first."""
    environ = os.environ
    mine = [environ.get("UV_DEFAULT_INDEX"), environ.get("UV_INDEX_URL"), *setting(settings, "index-url")]
    more = [environ.get("UV_INDEX"), environ.get("UV_EXTRA_INDEX_URL")]
    named = [word for value in (*mine, *more) for word in (value or "").split()]
    found = [re.sub(r"^[\w.-]+=(?=\w+:)", "", word) for word in named] + setting(settings, "extra-index-url")
    return list(dict.fromkeys(found))


def addresses(name: str, locked: str, settings: Dict[str, str]) -> Iterator[Tuple[str, bool]]:
    """Where a wheel may be, best first, and whether that is a page of links to read first."""
    for index in indexes(settings):
        yield index.rstrip("/") + "/uv/", True
    if not setting(settings, "no-index"):
        yield locked, False
    for place in setting(settings, "find-links"):
        if "://" in place:
            yield place, True
        elif os.path.isfile(os.path.join(place, name)):
            yield "file://" + urllib.request.pathname2url(os.path.abspath(os.path.join(place, name))), False


def opener(settings: Dict[str, str]) -> urllib.request.OpenerDirector:
    """What fetches: by the proxies and with the certificates that the machine is set for."""
    trust = ssl.create_default_context()
    named = [os.environ.get(name, "") for name in ("REQUESTS_CA_BUNDLE", "SSL_CERT_FILE")]
    for path in setting(settings, "cert") + named:
        if os.path.isfile(path):
            trust.load_verify_locations(path)
    handlers = [urllib.request.HTTPSHandler(context=trust)]  # type: List[urllib.request.BaseHandler]
    proxy = setting(settings, "proxy")
    if proxy:
        handlers.append(urllib.request.ProxyHandler({"http": proxy[0], "https": proxy[0]}))
    return urllib.request.build_opener(*handlers)


def fetch(ask: urllib.request.OpenerDirector, url: str) -> Tuple[bytes, str]:
    """What is at an address, and the address it was found at; a name and a password may stand in it."""
    if url.startswith("file://") and os.path.isdir(urllib.request.url2pathname(url[7:])):
        url = url.rstrip("/") + "/index.html"
    parts = urllib.parse.urlsplit(url)
    headers = {"User-Agent": "claire-voie", "Accept": "text/html, */*;q=0.5"}
    if parts.username:
        pair = urllib.parse.unquote("{}:{}".format(parts.username, parts.password or ""))
        headers["Authorization"] = "Basic " + base64.b64encode(pair.encode()).decode()
        url = urllib.parse.urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))
    with ask.open(urllib.request.Request(url, headers=headers), timeout=TIMEOUT) as answer:
        return answer.read(), answer.geturl()


def link_to(name: str, page: bytes, where: str) -> str:
    """The address of a file on a page of links; nothing when it is not there."""
    for link in re.findall(r"""href\s*=\s*["']([^"']+)["']""", page.decode("utf-8", "replace")):
        url = html.unescape(link).partition("#")[0]
        if urllib.parse.unquote(url.rpartition("/")[2]) == name:
            return urllib.parse.urljoin(where, url)
    return ""


def cause_of(failure: Exception) -> str:
    """Why a file could not be fetched, in French."""
    reason = getattr(failure, "reason", failure)
    if isinstance(failure, urllib.error.HTTPError):
        return f"le serveur a répondu {failure.code}"
    if isinstance(reason, ssl.SSLError) or "CERTIFICATE" in str(reason):
        behind = "derrière un mandataire qui déchiffre, donnez le vôtre dans SSL_CERT_FILE"
        return f"son certificat est refusé ({reason}); {behind}"
    if isinstance(reason, socket.gaierror):
        return "son nom est introuvable : pas de connexion à Internet, ou il faut un mandataire (HTTPS_PROXY)"
    if isinstance(reason, socket.timeout) or "timed out" in str(reason):
        return "il ne répond pas à temps"
    if isinstance(reason, (ConnectionError, OSError)):
        return "pas de connexion ({})".format(getattr(reason, "strerror", None) or reason)
    return str(reason)


def download(name: str, locked: str, digest: str) -> bytes:
    """The wheel of this name that has this SHA-256; raises Failed with what went wrong at each place."""
    settings, faults = pip_settings(), []  # type: Tuple[Dict[str, str], List[str]]
    ask = opener(settings)
    for url, is_page in addresses(name, locked, settings):
        host = urllib.parse.urlsplit(url).hostname or url
        try:
            if is_page:
                url = link_to(name, *fetch(ask, url))
            content = fetch(ask, url)[0] if url else b""
        except (OSError, ValueError, urllib.error.URLError) as failure:
            faults.append(f"{host} : {cause_of(failure)}.")
            continue
        if content and hashlib.sha256(content).hexdigest() == digest:
            return content
        other = "le fichier reçu n'est pas celui de uv.lock (SHA-256 différent); il est jeté."
        faults.append("{} : {}".format(host, other if content else f"{name} n'y est pas."))
    told = faults or ["Aucune adresse n'est permise (PIP_NO_INDEX)."]
    raise Failed("Impossible d'obtenir uv.\n" + "\n".join(told))


def refusal_of(failure: OSError) -> str:
    """Why nothing can be written, or run, in the folder; in French."""
    full = "Libérez de la place (environ 60 Mo), puis recommencez."
    denied = "vous n'avez pas le droit d'y écrire. Copiez le projet dans un dossier à vous, puis recommencez."
    causes = {
        errno.ENOSPC: "le disque est plein. " + full,
        getattr(errno, "EDQUOT", -1): "votre quota de disque est atteint. " + full,
        errno.EROFS: "ce dossier est en lecture seule. Copiez le projet ailleurs, puis recommencez.",
        errno.EACCES: denied,
        errno.EPERM: denied,
    }
    return causes.get(failure.errno or 0, f"{failure.strerror or failure}.")


def put(program: bytes, digest: str) -> None:
    """Put the program in its folder, whole or not at all."""
    waiting = f"{PROGRAM}.{os.getpid()}"
    try:
        os.makedirs(FOLDER, exist_ok=True)
        try:
            with open(waiting, "wb") as file:
                file.write(program)
            os.chmod(waiting, 0o755)
            os.replace(waiting, PROGRAM)
        finally:
            if os.path.exists(waiting):
                os.remove(waiting)
        with open(SEAL, "w") as file:
            file.write(digest + "\n")
    except OSError as failure:
        raise Failed(f"Impossible d'écrire dans {FOLDER} : {refusal_of(failure)}") from None


def is_in_place(digest: str) -> bool:
    """Whether the uv of the lock is there already."""
    try:
        with open(SEAL) as file:
            return file.read().strip() == digest and os.access(PROGRAM, os.X_OK)
    except OSError:
        return False


def check_it_runs() -> None:
    """Raise Failed when the program does not start: some folders may hold programs but not run them."""
    try:
        subprocess.check_output([PROGRAM, "--version"], stderr=subprocess.STDOUT)
    except (OSError, subprocess.CalledProcessError) as failure:
        os.remove(SEAL)
        cause = getattr(failure, "strerror", None) or failure
        raise Failed(
            f"uv est dans {FOLDER}, mais ne démarre pas ({cause}). Si ce disque interdit les programmes (noexec), "
            "copiez le projet ailleurs."
        ) from None


def install() -> None:
    """Leave the uv of the lock in `.outils/`, unless it is there; raises Failed."""
    try:
        with open(os.path.join(ROOT, "uv.lock"), encoding="utf-8") as file:
            found = wheels(file.read())
    except OSError as failure:
        raise Failed(f"uv.lock est illisible : {failure.strerror or failure}") from None
    system, machine = this_machine()
    glibc = libc() if system == "Linux" else ()
    name = max(found, key=lambda one: (rank(one, system, machine, glibc), one), default="")
    if not name or not rank(name, system, machine, glibc):
        raise Failed(f"uv.lock n'a pas de uv pour cette machine ({system} {machine}).")
    url, digest = found[name]
    if not is_in_place(digest):
        with zipfile.ZipFile(io.BytesIO(download(name, url, digest))) as wheel:
            inside = next(one for one in wheel.namelist() if re.search(r"\.data/scripts/uv(\.exe)?$", one))
            put(wheel.read(inside), digest)
        check_it_runs()
        if sys.version_info < NEEDED:
            say(f"Ce Python ({platform.python_version()}) est trop ancien : uv en prend un autre.")
    os.utime(PROGRAM, None)  # make then knows that it is as new as uv.lock


def explain(said: str) -> str:
    """Why uv could not install the packages, in French, above what it said."""
    cause = next((french for words, french in CAUSES if re.search(words, said)), "")
    why = f" : {cause}" if cause else ""
    return f"Les paquets n'ont pas pu être installés{why}.\nVoici ce qu'en dit uv :\n{said.strip()}"


def say(text: str) -> None:
    """Say it in UTF-8 wherever it is run: an old Python knows only ASCII where no language is set."""
    sys.stderr.buffer.write((text + "\n").encode("utf-8", "replace"))
    sys.stderr.buffer.flush()


def main(arguments: List[str]) -> int:
    """Fetch uv, or explain; 0 when all went well."""
    if arguments == ["--expliquer"]:
        say(explain(sys.stdin.buffer.read().decode("utf-8", "replace")))
        return 1
    try:
        install()
    except Failed as failure:
        say(f"{failure}\n{BY_HAND}")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
