"""The words of the written pages, as French prints them; what is typed as code stays as it is."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from clairevoie.wording.typography import printed

# After the words are made (20), before headings are numbered and listed (5).
ORDER = 10
_AS_TYPED = frozenset({"code", "pre", "kbd", "samp"})


class WrittenWords(Treeprocessor):
    """Every text of the page."""

    def run(self, root: Element) -> None:
        """Change the words where they stand."""
        _print(root)


def _print(element: Element) -> None:
    if element.tag in _AS_TYPED:
        return
    element.text = _in_french(element.text)
    for child in element:
        _print(child)
        child.tail = _in_french(child.tail)


def _in_french(text: str | None) -> str | None:
    if not text or isinstance(text, AtomicString):
        return text
    return printed(text)
