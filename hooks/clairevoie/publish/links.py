"""The checker of the produced site: every internal link, anchor and image leads somewhere, every id is unique."""

from __future__ import annotations

import html
import posixpath
import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from urllib.parse import unquote

from clairevoie.cache.reuse import Reuse, files_of
from clairevoie.parallel import share
from clairevoie.problems import Located
from clairevoie.problems.catalogue import located

_TAG = re.compile(r"<[a-zA-Z][^<>]*>")
_ATTRIBUTE = re.compile(r"\s(href|src|id|for|aria-labelledby|aria-describedby|aria-controls)=\"([^\"]*)\"")
_IMAGE_WITHOUT_ALT = re.compile(r"<img(?![^<>]*\salt=)[^<>]*>")
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//")
_BY_ID = ("for", "aria-labelledby", "aria-describedby", "aria-controls")


@dataclass(frozen=True, slots=True)
class _Html:
    """What the checker keeps of one file, which is little: a site has many.

    `problems` are those that it has alone; `leads` the files and the anchors that it leads to, when one look at
    the names of the files does not tell that they are there; `ids` its anchors, each between two line ends.
    """

    problems: tuple[Located, ...]
    leads: tuple[tuple[str, str], ...]
    ids: str

    def has(self, anchor: str) -> bool:
        """Whether a link may lead to that anchor in it."""
        return f"\n{anchor}\n" in self.ids


def check_links(stage: Path, base: str = "/", reuse: Reuse | None = None) -> Iterator[Located]:
    """The problems of every HTML file of a produced site, in the order of the files.

    `base` is the folder of its host where the site stands (`/claire-voie/`): the page for what is not
    found may be shown at any address, so its links start from there. Files `reuse` takes from a site that was
    checked are checked again only if what they may lead to has gone.
    """
    files = {name: stage / name for name in sorted(files_of(stage))}
    names = [name for name in files if name.endswith(".html")]
    parsed = _Parsed(files, base)
    fresh = [name for name in names if reuse is None or not _is_same(name, files, reuse)]
    parsed.parse(fresh)
    if reuse is not None and len(fresh) < len(names) and _loses(fresh, files, parsed, reuse):
        parsed.parse([name for name in names if name not in parsed])
        fresh = names
    for name in fresh:
        yield from parsed[name].problems
        for target, anchor in parsed[name].leads:
            if target not in files or not parsed[target].has(anchor):
                yield located("SIT-02", name, chemin=_shown(target), ancre=anchor)


class _Parsed(dict[str, _Html]):
    """What the files hold, each parsed once, at the latest when it is asked for."""

    def __init__(self, files: Mapping[str, Path], base: str) -> None:
        super().__init__()
        self._files, self._base = files, base

    def parse(self, names: Sequence[str]) -> None:
        """Parse these files, in several processes when they are many."""
        self.update(zip(names, share(self._parsed, names), strict=True))

    def __missing__(self, name: str) -> _Html:
        found = self[name] = self._parsed(name)
        return found

    def _parsed(self, name: str) -> _Html:
        return _parse(self._files[name], name, self._files, self._base)


def _loses(fresh: Iterable[str], files: Mapping[str, Path], parsed: _Parsed, reuse: Reuse) -> bool:
    """Whether the site had a file or an anchor that the new one has no more: a reused page may lead there."""
    if any(name not in files for name in reuse.known):
        return True
    for name in fresh:
        old = reuse.intact(name)
        if name in reuse.known and (old is None or not _holds(parsed[name], _parse(Path(old), name))):
            return True
    return False


def _holds(new: _Html, old: _Html) -> bool:
    return all(map(new.has, filter(None, old.ids.split("\n"))))


def _is_same(name: str, files: Mapping[str, Path], reuse: Reuse) -> bool:
    """Whether a file is, byte for byte, the one of the site in place."""
    old = reuse.intact(name)
    return reuse.is_reused(name) or (old is not None and Path(old).read_bytes() == files[name].read_bytes())


def _parse(path: Path, name: str, files: Container[str] = (), base: str = "/") -> _Html:
    text = path.read_text(encoding="utf-8")
    found: dict[str, list[str]] = {}
    for tag in _TAG.findall(text):
        for attribute, value in _attributes(tag):
            found.setdefault(attribute, []).append(value)
    links = {v for a in ("href", "src") for v in found.get(a, ()) if not _ELSEWHERE.match(v)}
    leads = dict.fromkeys(_resolve(name, link, base) for link in sorted(links))
    ids = dict.fromkeys(found.get("id", ()))
    unsure = (
        (target, anchor)
        for target, anchor in leads
        if target not in files
        or (anchor and target.endswith(".html") and (target != name or anchor not in ids))
    )
    without_alt = (located("SIT-03", name, chemin=image) for image in _IMAGE_WITHOUT_ALT.findall(text))
    return _Html((*_problems(name, found), *without_alt), tuple(unsure), "\n".join(("", *ids, "")))


def _problems(name: str, found: Mapping[str, Sequence[str]]) -> Iterator[Located]:
    """What is wrong in a file with its own ids, by the attributes found in it."""
    ids = Counter(found.get("id", ()))
    for twice in sorted(one for one, times in ids.items() if times > 1):
        yield located("SIT-06", name, id=twice)
    wanted = {word for attribute in _BY_ID for value in found.get(attribute, ()) for word in value.split()}
    for lost in sorted(wanted - ids.keys()):
        yield located("SIT-02", name, chemin=_shown(name), ancre=lost)


@lru_cache(maxsize=4096)
def _attributes(tag: str) -> tuple[tuple[str, str], ...]:
    """The attributes of a tag that lead somewhere or name something; most tags stand on every page."""
    return tuple((attribute, html.unescape(value)) for attribute, value in _ATTRIBUTE.findall(tag))


def _resolve(page: str, link: str, base: str) -> tuple[str, str]:
    """The file that a link of `page` leads to, and the anchor in it."""
    path, _, anchor = link.partition("#")
    path = unquote(path.partition("?")[0])
    if not path:
        return page, unquote(anchor)
    start = "" if path.startswith(base) else posixpath.dirname(page)
    target = posixpath.normpath(posixpath.join(start, path.removeprefix(base)))
    target = "" if target == "." else target
    if path.endswith(("/", ".", "..")) or not target:
        target = posixpath.join(target, "index.html")
    return target, unquote(anchor)


def _shown(target: str) -> str:
    return target.removesuffix("index.html").rstrip("/")
