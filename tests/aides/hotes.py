"""Real servers, on this machine and for the time of a test, with the settings that the program writes for them."""

from __future__ import annotations

import os
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPSConnection
from pathlib import Path

from clairevoie.hosting import settings
from clairevoie.publish.host_rules import FOLDER

_HOME = "/srv/claire-voie/site"
_APACHE_MODULES = Path("/usr/lib/apache2/modules")
_NEEDED = ("mpm_event", "authz_core", "dir", "mime", "headers", "rewrite", "ssl", "socache_shmcb")
_NGINX = """\
pid {folder}/pid;
error_log {folder}/erreurs;
worker_processes 1;
{user}
events {{}}
http {{
    include /etc/nginx/mime.types;
    access_log off;
    {temporary}
{settings}
}}
"""
_APACHE = """\
{modules}
PidFile {folder}/pid
ErrorLog {folder}/erreurs
DefaultRuntimeDir {folder}
TypesConfig /etc/mime.types
{user}
ServerName localhost
Listen 127.0.0.1:{http}
Listen 127.0.0.1:{https}
DocumentRoot {site}
<Directory {site}>
Require all granted
{settings}
</Directory>
<VirtualHost 127.0.0.1:{https}>
SSLEngine on
SSLCertificateFile {folder}/certificat.pem
SSLCertificateKeyFile {folder}/cle.pem
</VirtualHost>
"""
# Seconds that a server is given to start.
_PATIENCE = 20.0


@dataclass(frozen=True)
class Hote:
    """A server at work: its two ports, and the certificate that it shows."""

    http: int
    https: int
    certificate: Path

    def headers(self, address: str) -> tuple[int, dict[str, str]]:
        """The code and the headers of what it answers; names in small letters, as no server writes them alike."""
        trust = ssl.create_default_context(cafile=str(self.certificate))
        return _answer(HTTPSConnection("localhost", self.https, timeout=10, context=trust), address)

    def plain_headers(self, address: str) -> tuple[int, dict[str, str]]:
        """The same, asked without TLS."""
        return _answer(HTTPConnection("localhost", self.http, timeout=10), address)


def _answer(connection: HTTPConnection, address: str) -> tuple[int, dict[str, str]]:
    connection.request("GET", address)
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer.status, {name.lower(): value for name, value in answer.getheaders()}


def lacking(*programs: str) -> str:
    """Why a test that needs these programs is skipped; nothing when all are there."""
    missing = [program for program in programs if not shutil.which(program)]
    return f"il manque {' et '.join(missing)} sur ce système" if missing else ""


@contextmanager
def hosted(name: str, site: Path, folder: Path, ports: tuple[int, int] | None = None) -> Iterator[Hote]:
    """The folder `site` on the server whose settings have this name; `folder` holds what it leaves."""
    http, https = ports or (_free_port(), _free_port())
    _certify(folder)
    command = _COMMANDS[name](settings()[name], site, folder, http, https)
    with (folder / "dit").open("wb") as said:
        server = subprocess.Popen(command, stdout=said, stderr=said, cwd=folder)
    try:
        _wait(server, https, folder)
        yield Hote(http, https, folder / "certificat.pem")
    finally:
        server.terminate()
        server.wait()


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


def _certify(folder: Path) -> None:
    """Leave a certificate for this machine in the folder, and its key."""
    made = ["-keyout", str(folder / "cle.pem"), "-out", str(folder / "certificat.pem"), "-days", "1"]
    named = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"]
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", *made, *named],
        check=True,
        capture_output=True,
    )


def _wait(server: subprocess.Popen[bytes], port: int, folder: Path) -> None:
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end and server.poll() is None:
        with socket.socket() as one:
            if one.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError((folder / "dit").read_text(encoding="utf-8", errors="replace"))


def _user(directives: str) -> str:
    """What tells a server started by root to stay root: the folders of tests belong to nobody else."""
    return directives if hasattr(os, "geteuid") and os.geteuid() == 0 else ""


def _nginx(text: str, site: Path, folder: Path, http: int, https: int) -> list[str]:
    here = (
        text.replace("listen 80;", f"listen 127.0.0.1:{http};")
        .replace("listen 443 ssl;", f"listen 127.0.0.1:{https} ssl;")
        .replace("listen [::]:80;", "")
        .replace("listen [::]:443 ssl;", "")
        .replace("claire-voie.example", "localhost")
        .replace("/etc/ssl/claire-voie.pem", str(folder / "certificat.pem"))
        .replace("/etc/ssl/claire-voie.key", str(folder / "cle.pem"))
        .replace(_HOME, str(site))
    )
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    temporary = "\n    ".join(f"{kind}_temp_path {folder}/{kind};" for kind in kinds)
    whole = _NGINX.format(folder=folder, temporary=temporary, settings=here, user=_user("user root;"))
    (folder / "nginx.conf").write_text(whole, encoding="utf-8")
    return ["nginx", "-p", str(folder), "-c", str(folder / "nginx.conf"), "-g", "daemon off;"]


def _caddy(text: str, site: Path, folder: Path, http: int, https: int) -> list[str]:
    tls = f"localhost:{https} {{\n\tbind 127.0.0.1\n\ttls {folder}/certificat.pem {folder}/cle.pem"
    here = text.replace("claire-voie.example {", tls).replace(_HOME, str(site))
    options = f"{{\n\tadmin off\n\thttp_port {http}\n\thttps_port {https}\n\tstorage file_system {folder}/garde\n}}\n"
    (folder / "Caddyfile").write_text(options + here, encoding="utf-8")
    return ["caddy", "run", "--adapter", "caddyfile", "--config", str(folder / "Caddyfile")]


def _apache(text: str, site: Path, folder: Path, http: int, https: int) -> list[str]:
    rules = site / FOLDER / "apache.htaccess"
    text += rules.read_text(encoding="utf-8") if rules.is_file() else ""
    modules = "\n".join(f"LoadModule {one}_module {_APACHE_MODULES}/mod_{one}.so" for one in _NEEDED)
    whole = _APACHE.format(
        modules=modules, folder=folder, site=site, http=http, https=https, settings=text, user=_user("")
    )
    (folder / "apache.conf").write_text(whole, encoding="utf-8")
    return ["apache2", "-X", "-f", str(folder / "apache.conf")]


_COMMANDS: dict[str, Callable[[str, Path, Path, int, int], list[str]]] = {
    "nginx.conf": _nginx,
    "Caddyfile": _caddy,
    "apache.htaccess": _apache,
}
