"""The lines that the ledger lacks, and those that it need not keep."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from clairevoie.derive.standing import CLOSE, SAME, UNKNOWN, likeness, marks_of_names
from clairevoie.ledger.situation import Situation, known_marks
from clairevoie.model.fiche import Fiche
from clairevoie.read.ledger import LIST, PAGE, Ledger, LedgerLine


def new_lines(here: Situation, ledger: Ledger, lists: Sequence[str] = ()) -> list[str]:
    """The lines to add, in order: what the ledger does not know, and what has been much reworded since.

    `lists` are the addresses of the pages that the program makes of the whole, when it has made them.
    """
    found = [*_of_records(here, ledger)]
    found += [f"{page} {PAGE}" for page in here.pages if page and page not in ledger.by_address]
    found += [f"{name} {records[0]}" for name, records in here.files.items() if name not in ledger.by_address]
    found += [f"{page} {LIST}" for page in lists if page not in ledger.by_address]
    return sorted(found)


def _of_records(here: Situation, ledger: Ledger) -> Iterator[str]:
    for adresse, marks in here.marks.items():
        fiche = here.jeu.fiche(adresse)
        assert fiche is not None
        for address, mark in marks.items():
            if _is_to_be_noted(ledger, fiche, address, mark):
                yield f"{address} ~{mark}"


def _is_to_be_noted(ledger: Ledger, fiche: Fiche, address: str, mark: str) -> bool:
    """Whether nothing is known of an address, or what is known is nearly another thing."""
    anchor = address.partition("#")[2]
    if not anchor and address not in ledger.by_address:
        return True
    known = known_marks(ledger, fiche, anchor)
    if not known:
        return True
    if mark == UNKNOWN:
        return False
    nearest = max(likeness(mark, one) for one in known if one != UNKNOWN) if known != {UNKNOWN} else 0.0
    is_same = known == {UNKNOWN} or nearest >= SAME or (not anchor and _has_had_that_name(fiche, known))
    return is_same and nearest < CLOSE


def _has_had_that_name(fiche: Fiche, known: frozenset[str]) -> bool:
    return any(likeness(one, mark) >= SAME for one in marks_of_names(fiche) for mark in known)


def settled(here: Situation, ledger: Ledger, before: Ledger | None) -> Ledger:
    """The ledger without the lines that were never published and for which nothing stands."""
    lines = tuple(line for line in ledger.lines if not never_was(here, line, before))
    return Ledger(ledger.path, lines, ledger.wrong, ledger.untidy)


def never_was(here: Situation, line: LedgerLine, before: Ledger | None) -> bool:
    """Whether a line was added since the last publication, and nothing stands at its address."""
    if before is None or any(one.text == line.text for one in before.by_address.get(line.adresse, ())):
        return False
    return not stands(here, line)


def stands(here: Situation, line: LedgerLine) -> bool:
    """Whether what a line says is there, at that very address."""
    if line.sens == PAGE:
        return line.adresse in here.pages
    if line.sens == LIST:
        return True  # nobody knows before the site is made
    if line.mark is None:
        return line.sens in here.files.get(line.adresse, ())
    path = line.adresse.partition("#")[0]
    mark = here.marks.get(path, {}).get(line.adresse)
    return mark is not None and likeness(mark, line.mark) >= SAME
