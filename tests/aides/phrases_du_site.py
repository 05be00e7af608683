"""Every sentence that the program says to visitors, collected where it is written: Python, templates, scripts.

Labels of one to four words are left out: no index of readability means anything on them.
"""

from __future__ import annotations

import ast
import html
import re
from collections.abc import Iterator
from pathlib import Path

from tests.aides.sites import ROOT

# What visitors read; what editors read, and errors, are elsewhere. The words that only the search knows are not read.
_PYTHON = ("hooks/clairevoie/wording", "hooks/clairevoie/pages", "hooks/clairevoie/model/collections.py")
_HEARD_BY_NOBODY = ROOT / "hooks/clairevoie/pages/recherche/aussi.py"
_NO_SENTENCE = "mots-vides.js"
_SHORTEST = 5
# A value put in a sentence counts as one plain word.
_VALUE = "mot"
_COMMENT = re.compile(r"\{#.*?#\}|<!--.*?-->", re.DOTALL)
_CODE = re.compile(r"\{[%{].*?[%}]\}", re.DOTALL)
_QUOTED = re.compile(r"\"([^\"\n]*)\"|'([^'\n]*)'|`([^`]*)`")
_INLINE = re.compile(r"</?(?:a|abbr|b|em|i|q|span|strong|code|cite)\b[^>]*>")
_TAG = re.compile(r"<[^>]*>")
_ATTRIBUTE = re.compile(r'\s(?:aria-label|alt|title|placeholder)="([^"]*)"')
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_FRENCH = re.compile(
    r"\b(?:le|la|les|un|une|des|du|de|et|est|ne|pas|ce|qui|que|dans|pour|au|aux|cette|vous)\b|[à]", re.I
)
_MACHINE = re.compile(r"[<>{}_=\\|]|://|\w\(|\.[a-z]\w*\.")


def sentences() -> dict[str, str]:
    """Each sentence, and the file that says it."""
    found: dict[str, str] = {}
    for path, text in _texts():
        for sentence in re.split(r"(?<=[.!?])\s+(?=[A-ZÀÉÊ])", " ".join(html.unescape(text).split())):
            if len(_WORD.findall(sentence)) >= _SHORTEST and _FRENCH.search(sentence):
                found.setdefault(sentence, path.relative_to(ROOT).as_posix())
    return found


def _texts() -> Iterator[tuple[Path, str]]:
    for place in _PYTHON:
        home = ROOT / place
        for path in [home] if home.is_file() else sorted(set(home.rglob("*.py")) - {_HEARD_BY_NOBODY}):
            yield from ((path, text) for text in _in_python(path.read_text(encoding="utf-8")))
    for path in sorted((ROOT / "overrides").rglob("*.html")):
        yield from ((path, text) for text in _in_template(path.read_text(encoding="utf-8")))
    for path in sorted((ROOT / "overrides/assets/js").glob("*.js")):
        if path.name != _NO_SENTENCE:
            yield from ((path, text) for text in _in_script(path.read_text(encoding="utf-8")))


def _in_python(source: str) -> Iterator[str]:
    tree = ast.parse(source)
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    composed = [node for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)]
    apart = docstrings | {id(part) for node in composed for part in ast.walk(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            yield from _plain(
                "".join(str(part.value) if isinstance(part, ast.Constant) else _VALUE for part in node.values)
            )
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in apart:
            yield from _plain(node.value)


def _in_template(source: str) -> Iterator[str]:
    source = _COMMENT.sub("", source)
    for code in _CODE.findall(source):
        yield from _quoted(code)
    for attribute in _ATTRIBUTE.findall(source):
        yield from _plain(_CODE.sub(_VALUE, attribute))
    # A choice of the template ends a piece of text, a value does not.
    shown = re.sub(r"\{\{.*?\}\}", _VALUE, re.sub(r"\{%.*?%\}", "<br>", source, flags=re.S), flags=re.S)
    for text in _TAG.split(_INLINE.sub("", shown)):
        yield from _plain(text)


def _in_script(source: str) -> Iterator[str]:
    yield from _quoted(re.sub(r"^\s*(?://|/?\*).*$", "", source, flags=re.M))


def _quoted(code: str) -> Iterator[str]:
    for found in _QUOTED.findall(code):
        yield from _plain(re.sub(r"\$\{[^}]*\}", _VALUE, next(filter(None, found), "")))


def _plain(text: str) -> Iterator[str]:
    said = text.replace("\\u00a0", " ").removeprefix(">")
    if said.strip() and not _MACHINE.search(said):
        yield said
