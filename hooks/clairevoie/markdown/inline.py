"""The words of a paragraph, of a point or of a cell become pieces: text, emphasis, code, links.

A mark is read only where it can be nothing else: « 5*3*2 » and « mot_a_mot » keep all their signs.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from clairevoie.markdown.nodes import Break, Linked, Marked, Piece, Strange, TextLink

_SPECIAL = re.compile(r"[\\`*_\[<!]| {2,}\n")
_ESCAPED = re.compile(r"\\([\\`*_\[\]()<>#+.!|~-])")
_TARGET = re.compile(r"\(\s*(<[^<>\n]+>|[^\s()<>]+(?:\([^\s()<>]*\)[^\s()<>]*)*)\s*\)")
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^\s<>]+|[^\s<>@:/]+@[^\s<>@:/]+\.[^\s<>@:/]+)>")
_WIKI = re.compile(r"\[\[[^\[\]\n]+\]\]")
_RUN = re.compile(r"\*+|_+|`+")
_BRACKET = re.compile(r"\\.|[\[\]]", re.DOTALL)
_EMPHASIS: Mapping[int, tuple[str, ...]] = {1: ("em",), 2: ("strong",), 3: ("strong", "em")}
# Emphasis inside emphasis, past which nobody follows.
_DEEPEST = 8

_Read = tuple[Piece, int] | None


class Inline:
    """Reads one run of words; `links` and `strange` are what it met, with their places in it."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._brackets: Mapping[int, int] | None = None
        self._unclosed: set[tuple[str, int]] = set()
        self._depth = 0
        self._in_link = False
        self.links: list[TextLink] = []
        self.strange: list[Strange] = []

    def pieces(self) -> tuple[Piece, ...]:
        """All of it."""
        return self._pieces(0, len(self._text))

    def _pieces(self, start: int, end: int) -> tuple[Piece, ...]:
        found: list[Piece] = []
        place = start
        while mark := _SPECIAL.search(self._text, place, end):
            read = _READERS[mark[0][0]](self, mark.start(), end)
            if read is None:
                run = _RUN.match(self._text, mark.start(), end)
                place = run.end() if run else mark.end()
                continue
            if start < mark.start():
                found.append(self._text[start : mark.start()])
            found.append(read[0])
            start = place = read[1]
        if start < end:
            found.append(self._text[start:end])
        return tuple(found)

    def _line_end(self, start: int, end: int) -> _Read:
        return Break(), self._text.index("\n", start, end) + 1

    def _escape(self, start: int, end: int) -> _Read:
        if self._text.startswith("\\\n", start, end):
            return Break(), start + 2
        found = _ESCAPED.match(self._text, start, end)
        return (found[1], found.end()) if found else None

    def _code(self, start: int, end: int) -> _Read:
        run = self._run(start, end)
        closing = self._closing(run, start, end, lambda _: True)
        if closing is None:
            return None
        inside = self._text[start + len(run) : closing]
        return Marked("code", (inside,)), closing + len(run)

    def _emphasis(self, start: int, end: int) -> _Read:
        run = self._run(start, end)
        inside = start + len(run)
        opens = not self._is_word(start - 1, end) and not self._is_space(inside, end)
        if len(run) not in _EMPHASIS or not opens or self._depth == _DEEPEST:
            return None
        closing = self._closing(run, start, end, lambda at: self._closes(at, len(run), end))
        if closing is None:
            return None
        self._depth += 1
        piece: Piece | None = None
        pieces = self._pieces(inside, closing)
        for tag in reversed(_EMPHASIS[len(run)]):
            piece = Marked(tag, pieces if piece is None else (piece,))  # type: ignore[arg-type]
        self._depth -= 1
        assert piece is not None
        return piece, closing + len(run)

    def _closes(self, at: int, length: int, end: int) -> bool:
        return not self._is_space(at - 1, end) and not self._is_word(at + length, end)

    def _run(self, start: int, end: int) -> str:
        found = _RUN.match(self._text, start, end)
        return found[0] if found else ""

    def _closing(self, run: str, start: int, end: int, closes: Callable[[int], bool]) -> int | None:
        """Where the same run closes what this one opens; what found no end before finds none further."""
        if (run, end) in self._unclosed:
            return None
        at = self._text.find(run, start + len(run), end)
        while at >= 0:
            other = self._run(at, end)
            if other == run and closes(at) and not self._is_escaped(at):
                return at
            at = self._text.find(run, at + len(other), end)
        self._unclosed.add((run, end))
        return None

    def _link(self, start: int, end: int) -> _Read:
        wiki = _WIKI.match(self._text, start, end)
        if wiki:
            self.strange.append(Strange("crochets", wiki[0], start))
            return wiki[0], wiki.end()
        closing = self._matching().get(start, end)
        if closing >= end or self._text[closing + 1 : closing + 2] != "(" or self._in_link:
            return None
        target = _TARGET.match(self._text, closing + 1, end)
        if target is None:
            self.strange.append(Strange("lien", self._text[start : closing + 1], start))
            return None
        address = target[1].strip("<>")
        self.links.append(TextLink(address, target.start(1)))
        self._in_link = True
        pieces = self._pieces(start + 1, closing)
        self._in_link = False
        return Linked(address, pieces), target.end()

    def _image(self, start: int, end: int) -> _Read:
        closing = self._matching().get(start + 1, end)
        target = _TARGET.match(self._text, closing + 1, end)
        if target is None:
            return None
        typed = self._text[start : target.end()]
        self.strange.append(Strange("image", typed, start))
        return typed, target.end()

    def _autolink(self, start: int, end: int) -> _Read:
        found = None if self._in_link else _AUTOLINK.match(self._text, start, end)
        if found is None:
            return None
        is_address = "@" in found[1] and ":" not in found[1]
        target = f"mailto:{found[1]}" if is_address else found[1]
        self.links.append(TextLink(target, start + 1))
        return Linked(target, (found[1],) if is_address else ()), found.end()

    def _matching(self) -> Mapping[int, int]:
        """Where each bracket that opens is closed."""
        if self._brackets is None:
            opened: list[int] = []
            matching = {}
            for found in _BRACKET.finditer(self._text):
                if found[0] == "[":
                    opened.append(found.start())
                elif found[0] == "]" and opened:
                    matching[opened.pop()] = found.start()
            self._brackets = matching
        return self._brackets

    def _is_escaped(self, at: int) -> bool:
        before = at
        while before and self._text[before - 1] == "\\":
            before -= 1
        return (at - before) % 2 == 1

    def _is_word(self, at: int, end: int) -> bool:
        return 0 <= at < end and self._text[at].isalnum()

    def _is_space(self, at: int, end: int) -> bool:
        return not 0 <= at < end or self._text[at].isspace()


_READERS: Mapping[str, Callable[[Inline, int, int], _Read]] = {
    " ": Inline._line_end,
    "\\": Inline._escape,
    "`": Inline._code,
    "*": Inline._emphasis,
    "_": Inline._emphasis,
    "[": Inline._link,
    "!": Inline._image,
    "<": Inline._autolink,
}
