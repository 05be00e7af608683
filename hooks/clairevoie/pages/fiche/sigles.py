"""Acronyms explained where they are read: underlined at their first use, and told in full at the end of the page.

Nothing is added inside a text, since most quote an official wording: `<abbr>` leaves it as it is. The list at the end
says the same to those who have no mouse, on a telephone or with a screen reader, and on paper.
Only the records that the page cites are asked for their acronyms: a page never depends on a whole collection.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from markupsafe import Markup, escape

from clairevoie.derive.ordre import alphabetical
from clairevoie.model.fiche import Fiche
from clairevoie.pages.site import Site
from clairevoie.wording.names import public_name
from clairevoie.wording.typography import headline, spaced

# Where the list of acronyms goes, once all the page is written: templates leave this mark.
PLACE = Markup("<!--sigles-->")
# Names, headings, and what already explains itself: an acronym stays as it is there.
_CLOSED = frozenset(
    {"a", "abbr", "button", "code", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "nav", "summary", "svg", "th"}
)
_TAG = re.compile(r"<(/?)([a-z0-9]+)[^>]*>")


@dataclass(frozen=True, slots=True)
class Sigle:
    """An acronym and what it stands for: the names and the addresses of the records that it may name."""

    sigle: str
    noms: tuple[tuple[str, str], ...]

    @property
    def sens(self) -> str:
        """« Centre intégré de santé », or both names when it could be either."""
        return " ou ".join(nom for nom, _ in self.noms)


@dataclass
class _Reading:
    """One page being read from top to bottom: what is still to be explained, and what was."""

    left: dict[str, Sigle]
    met: list[Sigle] = field(default_factory=list)

    def mark(self, text: str) -> str:
        """A text with the first use of each acronym underlined."""
        return self._pattern.sub(self._first, text) if self.left else text

    def _first(self, found: re.Match[str]) -> str:
        one = self.left.pop(found[0], None)
        if one is None:
            return found[0]
        self.met.append(one)
        return f'<abbr title="{escape(spaced(one.sens))}">{found[0]}</abbr>'

    @property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, self.left))})(?![\w-])")


def known_sigles(site: Site, fiche: Fiche) -> Mapping[str, Sigle]:
    """The acronyms of the records that a record cites; not its own, which its facts give, nor those of its homonyms."""
    found: dict[str, dict[str, str]] = {}
    for adresse in site.liens.targets(fiche.adresse):
        one = None if adresse in _homonyms(fiche) else site.jeu.fiche(adresse)
        full = _in_full(one) if one is not None and one.sigle != fiche.sigle else None
        if one is not None and one.sigle and full:
            found.setdefault(one.sigle, {})[adresse] = full
    return {
        sigle: Sigle(sigle, tuple((nom, to) for to, nom in names.items())) for sigle, names in found.items()
    }


def explained(corps: str, sigles: Mapping[str, Sigle]) -> tuple[str, tuple[Sigle, ...]]:
    """The page with its acronyms underlined at first use, and those that were, in alphabetical order."""
    reading = _Reading({typed: one for one in sigles.values() if (typed := str(escape(one.sigle))) in corps})
    if not reading.left:
        return corps, ()
    marked = "".join(_pieces(corps, reading))
    return marked, tuple(sorted(reading.met, key=lambda one: alphabetical(one.sigle)))


def _pieces(corps: str, reading: _Reading) -> Iterable[str]:
    """The tags as they are, the texts between them marked unless they stand in a name or a heading."""
    closed = start = 0
    for tag in _TAG.finditer(corps):
        text = corps[start : tag.start()]
        yield text if closed else reading.mark(text)
        yield tag[0]
        start = tag.end()
        if tag[2] in _CLOSED:
            closed += -1 if tag[1] else 1
    yield corps[start:]


def _homonyms(fiche: Fiche) -> tuple[str, ...]:
    return (*fiche.a_ne_pas_confondre_avec, *fiche.peut_etre_identique_a)


def _in_full(fiche: Fiche) -> str | None:
    """The name that says an acronym in full, None when no name does: « CDC de Lévis » explains nothing."""
    sigle = fiche.sigle or ""
    # A name in full has at least a word for each letter, unless it is the very name of the record.
    others = (nom for nom in fiche.noms_alternatifs if len(nom.split()) >= len(sigle))
    names = (nom.replace(f"({sigle})", "").strip() for nom in (public_name(fiche), *others))
    return next((headline(nom) for nom in names if not re.search(rf"\b{re.escape(sigle)}\b", nom)), None)
