"""Personal information in the texts of a record: e-mails, telephones, and what is worse.

Goes in: every text typed, those of badly formed records too, since the repository itself is public.
Comes out: problems that say what was found and where, without printing it again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from clairevoie.model.parcours import Chemin
from clairevoie.problems import Problem
from clairevoie.problems.catalogue import problem
from clairevoie.read import Record
from clairevoie.validate.dossier import Dossier, Rule
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
_AT, _DIGIT = re.compile("@"), re.compile(r"\d")
_ADDRESS_OF_A_PAGE = re.compile(r"https?://\S+")


def text_holds_no_personal_email(dossier: Dossier) -> Iterator[Problem]:
    """An e-mail is that of an organisme, wherever it is typed."""
    for record, place, text in _texts(dossier, _AT):
        for found in _EMAIL.finditer(text):
            yield problem("PRV-03", record.origin(*place), masque=mask(found[0]))


def telephone_stands_in_contacts(dossier: Dossier) -> Iterator[Problem]:
    """A telephone is that of a function, typed where its date of checking can be typed too."""
    for record, place, text in _texts(dossier, _DIGIT):
        if "contacts" not in place:
            for found in _TELEPHONE.finditer(_ADDRESS_OF_A_PAGE.sub("", text)):
                yield problem("PRV-04", record.origin(*place), masque=mask(found[0]))


def text_holds_nothing_sensitive(dossier: Dossier) -> Iterator[Problem]:
    """No number of social or health insurance, no date of birth, no home address."""
    for record, place, text in _texts(dossier, _DIGIT):
        for genre in sensitive(text, seat="membres" in place):
            yield problem("PRV-05", record.origin(*place), genre=genre)


def mask(value: str) -> str:
    """A value of which only the first and last characters are told."""
    return f"{value[0]}…{value[-1]}"


def _texts(dossier: Dossier, needed: re.Pattern[str]) -> Iterator[tuple[Record, Chemin, str]]:
    """The texts that hold what every pattern of a rule needs: most have none, and are passed over fast."""
    return (found for found in dossier.textes if needed.search(found[2]))


RULES: tuple[Rule, ...] = (
    text_holds_no_personal_email,
    telephone_stands_in_contacts,
    text_holds_nothing_sensitive,
)
