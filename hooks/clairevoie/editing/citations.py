"""Whoever cites an address cites another one instead: references of records, addresses and links typed in texts.

Goes in: the text of a record, or of a page. Comes out: the same, byte for byte elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from clairevoie.editing.fields import replaced_at
from clairevoie.model.base import Vers, VersAncre
from clairevoie.model.fiche import Fiche
from clairevoie.model.parcours import renvois
from clairevoie.read import Record


def citing_instead(record: Record, fiche: Fiche, old: str, new: str) -> str:
    """The text of a record that cites `new` where it cited `old`, both addresses, with or without an anchor.

    The fields that tell of other days are left alone.
    """
    path, _, anchor = old.partition("#")
    collection, _, id = path.partition("/")
    places = []
    for renvoi in renvois(fiche):
        if str(renvoi.chemin[0]) == "anciennes_ancres":
            continue
        origin = record.origin(*renvoi.chemin)
        if not anchor and renvoi.marque == Vers(collection) and renvoi.valeur == id:
            places.append((origin.line, origin.column, id, new.partition("/")[2]))
        elif (
            anchor
            and fiche.adresse == path
            and isinstance(renvoi.marque, VersAncre)
            and renvoi.valeur == anchor
        ):
            own = new.removeprefix(f"{path}#")
            places.append((origin.line, origin.column, anchor, own))
    text = record.text
    for place in sorted(set(places), reverse=True):  # from the end: what is before stays where it was
        text = replaced_at(text, *place)
    return linking_instead(text, old, new)


def linking_instead(text: str, old: str, new: str) -> str:
    """The text of a page, or the words of a record, with the address `new` where `old` was typed."""
    path, _, anchor = old.partition("#")
    now, _, then = new.partition("#")
    form = rf"(?<![\w./-])(?P<up>(?:\.\.?/)*/?){re.escape(path)}"
    if anchor:
        pattern = re.compile(rf"{form}(?P<end>/index\.md|\.md|/)?#{re.escape(anchor)}(?![\w-])")
        return _told_otherwise(text, pattern, lambda at: f"{at['up']}{now}{at['end'] or ''}#{then}")
    pattern = re.compile(rf"{form}(?![\w-])")
    return _told_otherwise(text, pattern, lambda at: f"{at['up']}{now}")


def _told_otherwise(text: str, pattern: re.Pattern[str], say: Callable[[re.Match[str]], str]) -> str:
    lines = text.split("\n")
    for rank, line in enumerate(lines):
        if not line.startswith(("anciennes_adresses:", "anciennes_ancres:")):
            lines[rank] = pattern.sub(say, line)
    return "\n".join(lines)
