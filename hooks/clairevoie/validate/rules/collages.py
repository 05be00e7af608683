"""What a paste leaves behind: the quotation marks around a name, the accents that became other signs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clairevoie.problems import Located, Problem
from clairevoie.problems.catalogue import located, problem
from clairevoie.validate.dossier import Dossier
from clairevoie.validate.rule import Scope, rule
from clairevoie.validate.typed import names

_NAMES = frozenset({"nom", "titre", "sous_titre", "nom_court", "sigle", "noms_alternatifs"})
_SPACES = " \u00a0\u2009\u202f"
# One pair of marks around everything, and none inside: « Un » et « deux » is a name with two quotations.
_PAIRS = (('“”„"', '“”"'), ("«", "»"), ("‹", "›"), ("‘'", "’'"))
_QUOTED = tuple(
    re.compile(rf"[{opened}][{_SPACES}]*([^{opened}{closed}]*[^{opened}{closed}\s])[{_SPACES}]*[{closed}]")
    for opened, closed in _PAIRS
)
_OPENED = "".join(opened for opened, _ in _PAIRS)
# The bytes of UTF-8 read one by one as Windows writes: what begins a letter, then what goes on.
_CONTINUED = "".join(bytes([byte]).decode("cp1252", "ignore") for byte in range(0x80, 0xC0))
_GARBLED = re.compile(
    f"[ÂÃÄÅâð][{_CONTINUED}](?:(?<=[ÂÃÄÅ].)|[{_CONTINUED}](?:(?<=â..)|[{_CONTINUED}](?<=ð...)))"
)
# A byte that Windows does not write is lost on the way: « à » and « ” » leave only their beginning.
_CUT = ((re.compile(f"â€(?![{_CONTINUED}])"), "”"), (re.compile(r"Ã(?=[\s,.;:!?]|$)"), "à"))
_LOST = "\ufffd"
_EXCERPT = 80


@rule(Scope.RECORD)
def name_stands_without_quotation_marks(dossier: Dossier) -> Iterator[Problem]:
    """Marks typed around a name would go with it everywhere: in titles, in lists, in addresses of messages."""
    for record, place, texte in dossier.textes:
        if texte.lstrip()[:1] in _OPENED and not _NAMES.isdisjoint(names(place)[-1:]):
            found = next(filter(None, (quoted.fullmatch(texte.strip()) for quoted in _QUOTED)), None)
            if found:
                yield problem("TYP-23", record.adresse, place, valeur=texte.strip(), nom=found[1])


@rule(Scope.RECORD)
def accents_are_those_that_were_typed(dossier: Dossier) -> Iterator[Located]:
    """A text saved in one encoding and read in another shows « dÃ¨s » for « dès »."""
    for record, place, texte in dossier.textes:
        found = None if texte.isascii() else _first_garbled(texte)
        if found is not None:
            start, end = _word(texte, found)
            typed = texte[start:end]
            corrige = "" if _LOST in typed else mended(typed)
            origin = record.origin_inside(place, found)
            facts = {"extrait": typed, "corrige": corrige}
            yield located("TYP-24", record.path, origin, record.adresse, place, **facts)


def mended(texte: str) -> str:
    """A garbled text with its accents back; what was garbled twice is mended twice."""
    before = ""
    while before != texte:
        before, texte = texte, _GARBLED.sub(_decoded, texte)
    for cut, whole in _CUT:
        texte = cut.sub(whole, texte)
    return texte


def _decoded(found: re.Match[str]) -> str:
    try:
        letter = found[0].encode("cp1252").decode()
    except UnicodeError:
        return found[0]
    return letter if _is_ours(letter) else found[0]


def _is_ours(letter: str) -> bool:
    """Whether it is a letter or a sign that French texts hold, so that « THÉ» » is no accident."""
    return (
        "\u00a0" <= letter <= "\u017f" or "\u2010" <= letter <= "\u20ac" or letter == "™" or letter > "\uffff"
    )


def _first_garbled(texte: str) -> int | None:
    places = [found.start() for found in _GARBLED.finditer(texte) if _decoded(found) != found[0]]
    places += [texte.index(_LOST)] if _LOST in texte else []
    return min(places, default=None)


def _word(texte: str, place: int) -> tuple[int, int]:
    """The whole of a short text, else the words around a place."""
    if len(texte) <= _EXCERPT:
        return 0, len(texte)
    start = texte.rfind(" ", 0, place) + 1
    end = texte.find(" ", place + 1)
    return start, len(texte) if end < 0 else end
