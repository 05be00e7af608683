"""What a server may be told of the addresses of other days: where each leads for good, and which pages are gone.

Goes in: redirections and withdrawn pages. Comes out: one file a kind of server, in the site itself: they follow the
facts, which the settings of `serveurs/` do not. Without them, the pages of these addresses lead on by themselves.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

# Beside what is served: the settings of a server read it there.
FOLDER = ".redirections"
# Netlify, Cloudflare Pages and GitLab Pages read it at the root of a site, and do not show it.
NETLIFY = "_redirects"
# Addresses are slugs and names of files; a base that holds anything else would be taken for an order.
_PLAIN = re.compile(r"[A-Za-z0-9._/~-]*")

Pair = tuple[str, str]


def write_host_rules(stage: Path, moved: Iterable[Pair], withdrawn: Iterable[str], base: str = "/") -> None:
    """Write the rules of each server; `base` is the folder of its host where the site stands (`/claire-voie/`).

    An address that moved leads to the new one for good (301); a page that was withdrawn is gone (410).
    """
    if not _PLAIN.fullmatch(base):
        return
    ways = [(form, _to(base, now)) for old, now in sorted(moved) for form in _forms(base, old)]
    gone = [(form, _to(base, address)) for address in sorted(withdrawn) for form in _forms(base, address)]
    (stage / FOLDER).mkdir(exist_ok=True)
    for name, write in _RULES.items():
        text = "".join(f"{line}\n" for line in write(ways, gone))
        (stage / name).write_text(text, encoding="utf-8", newline="\n")


def _forms(base: str, address: str) -> Sequence[str]:
    """How an address may be asked for: with a slash at its end, and without."""
    whole = f"{base}{address}"
    return (whole,) if _is_file(address) else (f"{whole}/", whole)


def _to(base: str, address: str) -> str:
    return f"{base}{address}" if not address or _is_file(address) else f"{base}{address}/"


def _is_file(address: str) -> bool:
    return "." in address.rpartition("/")[2]


def _netlify(ways: Sequence[Pair], gone: Sequence[Pair]) -> list[str]:
    """The « ! » puts a rule before the page that is there."""
    return [
        *(f"{old} {now} 301!" for old, now in ways),
        *(f"{old} {now}index.html 410!" for old, now in gone),
    ]


def _nginx_moved(ways: Sequence[Pair], _: Sequence[Pair]) -> list[str]:
    return [f"{old} {now};" for old, now in ways]


def _nginx_gone(_: Sequence[Pair], gone: Sequence[Pair]) -> list[str]:
    return [f"{old} 1;" for old, _ in gone]


def _caddy(ways: Sequence[Pair], gone: Sequence[Pair]) -> list[str]:
    lines = [f"redir {old} {now} permanent" for old, now in ways]
    if gone:
        paths = " ".join(old for old, _ in gone)
        lines += [
            f"@retirees path {paths}",
            "handle @retirees {",
            "\tfile_server {",
            "\t\tstatus 410",
            "\t}",
            "}",
        ]
    return lines


def _apache(ways: Sequence[Pair], gone: Sequence[Pair]) -> list[str]:
    lines = ["RewriteEngine on"]
    lines += [f"RewriteCond %{{REQUEST_URI}} ={old}\nRewriteRule ^ {now} [R=301,L]" for old, now in ways]
    for old, now in gone:
        lines += [
            f"<If \"%{{REQUEST_URI}} == '{old}'\">\nErrorDocument 410 {now}index.html\n</If>",
            f"RewriteCond %{{REQUEST_URI}} ={old}\nRewriteRule ^ - [G,L]",
        ]
    return lines


_RULES: Mapping[str, Callable[[Sequence[Pair], Sequence[Pair]], list[str]]] = {
    NETLIFY: _netlify,
    f"{FOLDER}/nginx-demenagees.map": _nginx_moved,
    f"{FOLDER}/nginx-retirees.map": _nginx_gone,
    f"{FOLDER}/Caddyfile": _caddy,
    f"{FOLDER}/apache.htaccess": _apache,
}
