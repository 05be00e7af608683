"""The same facts as a plain Material site: one Markdown file a record, written beforehand, none in the menu."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from tests.bench.world import PARTS

# In which collection the value of a field is found.
_VERS = {
    **{name: name for name in PARTS},
    "demarche": "demarches", "comite": "comites", "organisme": "organismes", "projet": "projets",
    "document": "documents", "territoire": "territoires", "enjeu": "enjeux", "suit": "evenements", "cibles": "comites",
}  # fmt: skip
_LONGS = ("description", "mission", "contexte", "definition")
_HIDDEN = {"nom", "titre", "publication", "en_bref", *_LONGS}
_CONFIG = """\
site_name: Claire-voie
site_url: https://claire-voie.example/
theme: {name: material, language: fr, font: false}
plugins: []
markdown_extensions: [attr_list, tables, {toc: {permalink: false, toc_depth: 3}}]
not_in_nav: "/*/*.md"
nav:
  - index.md
"""

Facts = dict[str, dict[str, Any]]


def make_site(folder: Path, data: Path) -> Path:
    """Write the Markdown files and the configuration; none of this is timed."""
    facts: Facts = {
        f"{path.parent.name}/{path.stem}": yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
        for path in sorted(data.glob("*/*.yml"))
        if path.parent.name in PARTS and not path.name.startswith("_")
    }
    cited = defaultdict(list)
    for adresse, record in facts.items():
        for target in dict.fromkeys(_citations(record, adresse.partition("/")[0])):
            cited[target].append(adresse)
    for adresse, record in facts.items():
        _write(folder, f"{adresse}.md", _page(facts, adresse, record, cited[adresse]))
    nav = _CONFIG + "".join(f"  - {name}/index.md\n" for name in PARTS)
    for name in PARTS:
        links = [f"- {_link(facts, a)}" for a in facts if a.startswith(f"{name}/")]
        _write(folder, f"{name}/index.md", "\n".join([f"# {name.capitalize()}", "", *links]))
    _write(folder, "index.md", "# Claire-voie\n")
    (folder / "mkdocs.yml").write_text(nav, encoding="utf-8")
    return folder


def build(site: Path, out: Path) -> list[str]:
    """The command of a full build."""
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(out)]
    return [*command, "--config-file", str(site / "mkdocs.yml")]


def _write(folder: Path, name: str, text: str) -> None:
    path = folder / "docs" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _target(key: str, value: str, collection: str) -> str:
    """The address that a value leads to, or nothing."""
    if key == "objets":
        return value.partition("#")[0]
    vers = collection if key == "parent" else _VERS.get(key)
    return f"{vers}/{value}" if vers else ""


def _citations(value: Any, collection: str, key: str = "") -> Iterator[str]:
    if isinstance(value, dict):
        for name, one in value.items():
            yield from _citations(one, collection, name)
    elif isinstance(value, list):
        for one in value:
            yield from _citations(one, collection, key)
    elif isinstance(value, str) and _target(key, value, collection):
        yield _target(key, value, collection)


def _page(facts: Facts, adresse: str, record: dict[str, Any], cited: list[str]) -> str:
    parts = [f"# {_name(facts, adresse)}", record.get("en_bref", "")]
    parts += [f"## Description\n\n{record[name]}" for name in _LONGS if name in record]
    collection = adresse.partition("/")[0]
    for key, value in record.items():
        if key not in _HIDDEN:
            body = "\n".join(_lines(facts, key, value, collection, 0))
            parts.append(f"## {key.replace('_', ' ').capitalize()}\n\n{body}")
    if cited:
        parts.append("## Ailleurs sur le site\n\n" + "\n".join(f"- {_link(facts, one)}" for one in cited))
    return "\n\n".join(parts) + "\n"


def _lines(facts: Facts, key: str, value: Any, collection: str, depth: int) -> Iterator[str]:
    """A value as a list in Markdown, nested as it is in the file."""
    indent = "    " * depth
    if isinstance(value, list):
        for one in value:
            yield from _lines(facts, key, one, collection, depth)
    elif isinstance(value, dict):
        plain = {name: one for name, one in value.items() if not isinstance(one, list | dict)}
        shown = ", ".join(_said(facts, name, str(one), collection) for name, one in plain.items())
        yield f"{indent}- {shown}"
        for name in (name for name in value if name not in plain):
            yield from _lines(facts, name, value[name], collection, depth + 1)
    else:
        yield f"{indent}- {_said(facts, key, str(value), collection)}"


def _said(facts: Facts, key: str, value: str, collection: str) -> str:
    target = _target(key, value, collection)
    return _link(facts, target) if target in facts else value


def _link(facts: Facts, adresse: str) -> str:
    return f"[{_name(facts, adresse)}](/{adresse}/)"


def _name(facts: Facts, adresse: str) -> str:
    return str(facts[adresse].get("nom") or facts[adresse].get("titre"))
