"""Personal information in the texts of a record: e-mails, telephones, insurance numbers, a birth, a home address.

Goes in: every text and comment typed, those of badly formed records too, since the files are public.
Comes out: problems that say what was found and where, without printing it again.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from clairevoie.model.identifiants import REGISTRES, fault, passes_luhn
from clairevoie.problems import Problem
from clairevoie.validate.dossier import Dossier
from clairevoie.validate.rule import Scope, rule
from clairevoie.validate.typed import Typed, value_at

_EMAIL = re.compile(
    r"(?<![\w.+%-])[\w.+%-]+@(?:[\w-]+\.)*(?:"
    r"(?:aol|cgocable|globetrotter|gmail|gmx|googlemail|hotmail|icloud|live|msn|outlook|proton|protonmail|sympatico"
    r"|videotron|yahoo|ymail)\.[a-z.]{2,6}|bell\.net|mac\.com|mail\.com|me\.com|pm\.me)\b",
    re.IGNORECASE,
)

# A run of ten digits is a telephone only after an area code of Québec: others are numbers of something.
_QUEBEC = "263|354|367|418|438|450|468|514|579|581|819|873"
_GAP = r"[ \u00a0\u202f.\-‑]"
_TELEPHONE = re.compile(
    rf"(?<![\w$])(?<!\d{_GAP})(?:\+?1{_GAP}?)?"
    rf"(?:(?:\([2-9]\d\d\){_GAP}?|[2-9]\d\d{_GAP})[2-9]\d\d{_GAP}\d{{4}}|(?:{_QUEBEC})[2-9]\d{{6}})"
    r"(?!\w|-\d)"
)
_TELEPHONE_DIGITS = 10
_EXAMPLE = re.compile(r'telephone: "\d{3}-555-01\d\d"')
_ADDRESS_OF_A_PAGE = re.compile(r"https?://\S+")


@rule(Scope.RECORD)
def text_holds_no_personal_email(dossier: Dossier) -> Iterator[Problem]:
    """An e-mail is that of an organisme, wherever it is typed."""
    texts = (Typed(text, record, place) for record, place, text in dossier.textes if "@" in text)
    comments = (Typed(text, record, origin) for record, origin, text in dossier.commentaires)
    for typed in (*texts, *comments):
        for found in _EMAIL.finditer(typed.text):
            yield typed.problem("PRV-03", masque=mask(found[0]))


@rule(Scope.RECORD)
def telephone_stands_in_contacts(dossier: Dossier) -> Iterator[Problem]:
    """A telephone is that of a function, typed where its date of checking can be typed too."""
    for typed in dossier.chiffres:
        if typed.digits >= _TELEPHONE_DIGITS and "contacts" not in typed.place and not _is_checked(typed):
            text = _ADDRESS_OF_A_PAGE.sub("", typed.text)
            # A template that was copied keeps, in its comments, the contact that it gives as an example.
            text = text if typed.place else _EXAMPLE.sub("", text)
            for found in _TELEPHONE.finditer(text):
                yield typed.problem("PRV-04", masque=mask(found[0]))


@rule(Scope.RECORD)
def text_holds_nothing_sensitive(dossier: Dossier) -> Iterator[Problem]:
    """No number of social or health insurance, no date of birth, no home address."""
    for typed in dossier.chiffres:
        if not _is_checked(typed):
            for genre in sensitive(typed.text, typed.digits, seat="membres" in typed.place):
                yield typed.problem("PRV-05", genre=genre)


def _is_checked(typed: Typed) -> bool:
    """Whether these words are a number of a register of organismes or of works, which its own key vouches for."""
    if typed.place[-1:] != ("valeur",) or "identifiants" not in typed.place:
        return False
    schema = value_at(typed.record.data, typed.place[:-1]).get("schema")
    registre = REGISTRES.get(str(schema))
    return bool(registre and registre.verifie) and not fault(str(schema), typed.text)


def mask(value: str) -> str:
    """A value of which only the first and last characters are told."""
    return f"{value[0]}…{value[-1]}"


_GAP = r"[ \u00a0\u202f\-‑]?"

# Nine digits, not a piece of a longer number, not an amount, not the business number of a charity.
_NAS = re.compile(
    rf"(?<![\w$])(?<!\d[ \u00a0\u202f.,\-])\d{{3}}{_GAP}\d{{3}}{_GAP}\d{{3}}(?!\w|[.,\-]\d|[ \u00a0\u202f]\d)"
    r"(?!\s*(?:\$|dollars|R[A-Z]\s?\d{4}))"
)

# Four letters, then year, month (51 to 62 for women), day and two digits.
_RAMQ = re.compile(
    rf"(?<![\w'’])[A-Z]{{4}}{_GAP}(?P<debut>\d\d(?:0[1-9]|1[0-2]|5[1-9]|6[0-2])){_GAP}(?:0[1-9]|[12]\d|3[01])\d\d(?!\w)",
    re.IGNORECASE,
)
# « PLAN 2009-2010 », « MARS 2009 0331 »: what looks like a year is read as one.
_YEAR = re.compile(r"19\d\d|20[0-4]\d")

_MONTH = r"(?:janv|févr?|fevr?|mars|avr|mai|juin|juil|août|aout|sept|oct|nov|déc|dec)[a-zéû]*\.?"
_FULL_DATE = (
    rf"(?:le )?(?:\d{{1,2}}(?:er)?[ \u00a0]{_MONTH}[ \u00a0]\d{{4}}"
    r"|\d{4}-\d\d-\d\d|\d{1,2}/\d{1,2}/\d{2,4})"
)
_BIRTH = re.compile(
    rf"\b(?:née?(?:\(e\))?s? (?=le )|(?:date de naissance|naissance|ddn)\s*:?\s*){_FULL_DATE}", re.IGNORECASE
)

# « né », « naissance », « ddn »; a bit wider than these, which is several times faster.
_TELLS_BIRTH = re.compile("[nd](?:é|aissance|dn)", re.IGNORECASE)

# A number, not the end of one; the digit comes first, so that the search skips to the next one.
_STREET = (
    r"\d(?<!\w\d)\d{0,4}(?:[ \u00a0]?[a-d]\b)?,?[ \u00a0](?:\d{1,3}e[ \u00a0])?"
    r"(?:rue|avenue|av\.|boulevard|boul\.|chemin|ch\.|rang|route|montée|côte|allée|impasse|croissant)(?!\w)"
)
_CIVIC = re.compile(_STREET, re.IGNORECASE)
_LIVES = (
    r"\b(?:domicile|adresse personnelle|résid(?:e|ent|ant) (?:au|à)|habit(?:e|ent|ant)|demeur(?:e|ent|ant)"
    r"|chez (?:lui|elle))\b"
)
_FLAT = r"\b(?:appartement|appt?|apt)\b\.?[ \u00a0]*(?:n[o°] ?)?\d"
_HOME = re.compile(rf"{_LIVES}[^.;\n]{{0,40}}?{_STREET}|{_STREET}[^.;\n]{{0,60}}?{_FLAT}", re.IGNORECASE)


def sensitive(text: str, digits: int, *, seat: bool = False) -> Iterator[str]:
    """The kinds found in a text of so many digits; on a seat, any street address is taken for that of a home."""
    for genre, (fewest, holds) in _KINDS.items():
        if (digits >= fewest and holds(text)) or (seat and genre == _ADDRESS and _CIVIC.search(text)):
            yield genre


def _holds_nas(text: str) -> bool:
    return any(passes_luhn("".join(filter(str.isdigit, found[0]))) for found in _NAS.finditer(text))


def _holds_ramq(text: str) -> bool:
    return any(not _YEAR.fullmatch(found["debut"]) for found in _RAMQ.finditer(text))


_ADDRESS = "adresse résidentielle"
# Each kind with the fewest digits it can have: most texts have too few, and are passed over fast.
_KINDS: dict[str, tuple[int, Callable[[str], object]]] = {
    "numéro d'assurance sociale": (9, _holds_nas),
    "numéro d'assurance maladie": (8, _holds_ramq),
    "date de naissance": (4, lambda text: _TELLS_BIRTH.search(text) and _BIRTH.search(text)),
    _ADDRESS: (1, lambda text: _CIVIC.search(text) and _HOME.search(text)),
}
