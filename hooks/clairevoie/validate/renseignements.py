"""Personal information in the texts of a record: e-mails, telephones, and what is worse.

Goes in: every text and comment typed, those of badly formed records too, since the files are public.
Comes out: problems that say what was found and where, without printing it again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from clairevoie.problems import Problem
from clairevoie.validate.dossier import Dossier, Rule
from clairevoie.validate.lieux import Typed
from clairevoie.validate.sensibles import sensitive

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
_ADDRESS_OF_A_PAGE = re.compile(r"https?://\S+")


def text_holds_no_personal_email(dossier: Dossier) -> Iterator[Problem]:
    """An e-mail is that of an organisme, wherever it is typed."""
    texts = (Typed(text, record, place) for record, place, text in dossier.textes if "@" in text)
    comments = (Typed(text, record, origin) for record, origin, text in dossier.commentaires)
    for typed in (*texts, *comments):
        for found in _EMAIL.finditer(typed.text):
            yield typed.problem("PRV-03", masque=mask(found[0]))


def telephone_stands_in_contacts(dossier: Dossier) -> Iterator[Problem]:
    """A telephone is that of a function, typed where its date of checking can be typed too."""
    for typed in dossier.chiffres:
        if typed.digits >= _TELEPHONE_DIGITS and "contacts" not in typed.place:
            for found in _TELEPHONE.finditer(_ADDRESS_OF_A_PAGE.sub("", typed.text)):
                yield typed.problem("PRV-04", masque=mask(found[0]))


def text_holds_nothing_sensitive(dossier: Dossier) -> Iterator[Problem]:
    """No number of social or health insurance, no date of birth, no home address."""
    for typed in dossier.chiffres:
        for genre in sensitive(typed.text, typed.digits, seat="membres" in typed.place):
            yield typed.problem("PRV-05", genre=genre)


def mask(value: str) -> str:
    """A value of which only the first and last characters are told."""
    return f"{value[0]}…{value[-1]}"


RULES: tuple[Rule, ...] = (
    text_holds_no_personal_email,
    telephone_stands_in_contacts,
    text_holds_nothing_sensitive,
)
