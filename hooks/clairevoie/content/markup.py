"""The HTML of a page, as a browser will read it: only what Markdown makes, and little more.

In: the HTML that the Markdown of a page gives. Out: its offences, in the order of the page, each with the words by
which its place can be found again in what was typed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from html.parser import HTMLParser
from typing import NamedTuple

import nh3

from clairevoie.content.addresses import Wrong, wrong_image, wrong_link
from clairevoie.hosts import other_host
from clairevoie.read.quotas import NESTING, over
from clairevoie.signs import hidden, hidden_facts

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_VOID = frozenset({"br", "hr", "img"})
# What Markdown makes, then what a person may type where Markdown has no sign for it.
_MADE = {
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "ul",
    "ol",
    "li",
    "em",
    "strong",
    "a",
    "blockquote",
    "br",
    "hr",
}
_MADE |= {"img", "code", "pre", "table", "thead", "tbody", "tr", "th", "td"}
_TYPED = {"abbr", "cite", "del", "dd", "dl", "dt", "ins", "kbd", "q", "s", "small", "sub", "sup"}
TAGS = frozenset(_MADE | _TYPED)
_ATTRIBUTES: Mapping[str, frozenset[str]] = {
    "a": frozenset({"href", "title"}),
    "img": frozenset({"src", "alt", "title"}),
    "abbr": frozenset({"title"}),
    "ol": frozenset({"start"}),
    "code": frozenset({"class"}),
    "th": frozenset({"style"}),
    "td": frozenset({"style"}),
}
# An anchor may be given to anything, the values of the others are those that Markdown gives them.
_VALUES = {
    "id": re.compile(r"[\w.:-]*"),
    "class": re.compile(r"language-[\w+-]+"),
    "style": re.compile(r"text-align: (?:left|center|right);"),
    "start": re.compile(r"\d{1,4}"),
}
# Those of the skeleton of every page.
_TAKEN = frozenset({"contenu", "recherche"})
_LIST = re.compile(r"\s*liste:\s*\S+\s*")
_DEEPEST = 3 * NESTING.limit


class Offence(NamedTuple):
    """What a page may not hold: a code and its facts, and the words that were typed there if they can be known."""

    code: str
    words: str
    facts: tuple[tuple[str, object], ...] = ()


def offences(html: str, page: str) -> list[Offence]:
    """Everything in the HTML of `page`, a path in the folder of the pages, that may not be published."""
    seen = _walk(html, page)
    if not seen.offences and seen.elements != _walk(_sanitised(html), page).elements:
        seen.offences.append(Offence("PAG-18", ""))
    return seen.offences


def _sanitised(html: str) -> str:
    """The same HTML by the parser of browsers, without what is not allowed: something else than what was read
    if someone wrote for one parser what the other one would not see.
    """
    attributes = {tag: {*_ATTRIBUTES.get(tag, ()), "id"} for tag in TAGS}
    return nh3.clean(
        html,
        tags=set(TAGS),
        clean_content_tags=set(),
        attributes=attributes,
        url_schemes={"https", "mailto"},
        strip_comments=False,
        link_rel=None,
    )


def _walk(html: str, page: str) -> _Reader:
    reader = _Reader(page)
    try:
        reader.feed(html)
        reader.close()
    except AssertionError:  # a section of XML that the reader does not know
        reader.unknown_decl("")
    return reader


class _Reader(HTMLParser):
    """Goes through the HTML of a page once."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.offences: list[Offence] = []
        self.elements: list[tuple[str, tuple[tuple[str, str], ...]]] = []
        self._page = page
        self._open: list[str] = []
        self._ids: set[str] = set()
        self._titles = 0
        self._link, self._heading = _Words(), _Words()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Check an element and its attributes."""
        given = [(name, value or "") for name, value in attrs]
        self.elements.append((tag, tuple(sorted((n, v) for n, v in given if n != "style"))))
        if tag not in _VOID:
            self._open.append(tag)
        if tag not in TAGS:
            self._tell("PAG-15", f"<{tag}", balise=f"<{tag}>")
            return
        if len(self._open) == _DEEPEST:
            (fault,) = over(NESTING, len(self._open))
            self._tell(fault.code, f"<{tag}", **fault.facts)
        for name, value in given:
            self._attribute(tag, name, value)
        self._start(tag, dict(given))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A stroke at the end of a tag closes nothing, for a browser."""
        self.handle_starttag(tag, attrs)

    def _start(self, tag: str, given: Mapping[str, str]) -> None:
        if tag == "a":
            self._link = _Words(given.get("href", ""))
            self._wrong(wrong_link(self._link.address, self._page), self._link.address)
        elif tag == "img":
            address, described = given.get("src", ""), given.get("alt", "")
            self._wrong(wrong_image(address, self._page), address)
            if not described.strip():
                self._tell("SIT-03", address, chemin=address)
            self._add(described)
        elif tag in _HEADINGS:
            self._heading = _Words()
            self._titles += tag == "h1"
            if tag == "h1" and self._titles > 1:
                self._tell("PAG-14", "")

    def handle_endtag(self, tag: str) -> None:
        """Check the words of a link or of a heading, now that they are known; what it closes was the last open."""
        self._close(tag)
        if tag == "a":
            address, words = self._link
            other = other_host(words, address)
            if address and not words.strip():
                self._tell("PAG-20", address)
            if other:
                self._tell("PAG-25", address, mots=other, adresse=address)
        elif tag in _HEADINGS and not self._heading.words.strip():
            self._tell("PAG-19", "")

    def _close(self, tag: str) -> None:
        """What was opened since, and is closed by force, was badly closed."""
        if tag in self._open:
            while (last := self._open.pop()) != tag:
                self._leave_open(last)
        elif tag in TAGS:
            self._tell("PAG-18", f"</{tag}")
        else:
            self._tell("PAG-15", f"</{tag}", balise=f"</{tag}>")

    def _leave_open(self, tag: str) -> None:
        if tag in TAGS:
            self._tell("PAG-18", f"<{tag}")

    def close(self) -> None:
        """What is left open would go on over the rest of the page, and around it."""
        super().close()
        for tag in self._open:
            self._leave_open(tag)

    def handle_data(self, data: str) -> None:
        """Keep the words of the link and of the heading that are open."""
        self._add(data)
        for char in hidden(data):
            self._tell("PAG-07", char, **hidden_facts(char))

    def handle_comment(self, data: str) -> None:
        """Only the mark of a list: any other comment would be published, where nobody looks."""
        if not _LIST.fullmatch(data):
            self._tell("PAG-17", "<!--")

    def handle_decl(self, decl: str) -> None:  # noqa: ARG002
        """A declaration is no part of a page."""
        self._tell("PAG-15", "<!", balise="<!…>")

    def unknown_decl(self, data: str) -> None:  # noqa: ARG002
        """Nor is a section of XML."""
        self._tell("PAG-15", "<![", balise="<![…]>")

    def handle_pi(self, data: str) -> None:  # noqa: ARG002
        """Nor an instruction to a program."""
        self._tell("PAG-15", "<?", balise="<?…>")

    def _attribute(self, tag: str, name: str, value: str) -> None:
        allowed = name == "id" or name in _ATTRIBUTES.get(tag, ())
        shape = _VALUES.get(name)
        if not allowed or (shape and not shape.fullmatch(value)):
            self._tell("PAG-16", name, attribut=name, balise=f"<{tag}>")
        elif name == "id" and (value in self._ids or value in _TAKEN):
            self._tell("PAG-26", value, id=value)
        elif name == "id":
            self._ids.add(value)
        for char in hidden(value):
            self._tell("PAG-07", char, **hidden_facts(char))

    def _wrong(self, wrong: Wrong | None, address: str) -> None:
        if wrong:
            self._tell(wrong[0], address, **wrong[1])

    def _add(self, words: str) -> None:
        self._link = self._link._replace(words=self._link.words + words)
        self._heading = self._heading._replace(words=self._heading.words + words)

    def _tell(self, code: str, words: str, /, **facts: object) -> None:
        self.offences.append(Offence(code, words, tuple(facts.items())))


class _Words(NamedTuple):
    """What is open: a link and its address, or a heading, and the words read in it."""

    address: str = ""
    words: str = ""


def has_words(html: str) -> bool:
    """Whether a page shows something: words, a picture, a rule, or a list that the program makes."""
    return bool(re.sub(r"<(?!img\b|!--)[^<>]*>", "", html).strip())
