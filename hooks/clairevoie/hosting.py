"""The settings of servers that may hold the site, with what they must tell browsers to refuse."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from clairevoie.publish.headers import CARDS, HEADERS, POLICY, POLICY_OF_CARDS

_TEMPLATES = Path(__file__).with_name("serveurs")
# How each server says a header. The policy, which depends on the address, stands in the templates.
_LINES = {
    "nginx.conf": '    add_header {} "{}" always;',
    "Caddyfile": '\t\t{} "{}"',
    "apache.htaccess": 'Header always set {} "{}"',
    "_headers": "  {}: {}",
}


def write(folder: Path) -> list[Path]:
    """Write the settings of every server; gives the files written."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, text in settings().items():
        path = folder / name
        path.write_text(text, encoding="utf-8", newline="\n")
        written.append(path)
    return written


def settings() -> Mapping[str, str]:
    """The settings of every server, by the name of their file."""
    return {name: _filled(name, line) for name, line in _LINES.items()}


def _filled(name: str, line: str) -> str:
    others = (line.format(header, value) for header, value in HEADERS.items())
    facts = {
        "POLITIQUE": POLICY,
        "POLITIQUE_DES_CARTES": POLICY_OF_CARDS,
        "CARTES": CARDS,
        "ENTETES": "\n".join(others),
    }
    text = (_TEMPLATES / name).read_text(encoding="utf-8")
    for mark, value in facts.items():
        text = text.replace(f"{{{{{mark}}}}}", value)
    return text
