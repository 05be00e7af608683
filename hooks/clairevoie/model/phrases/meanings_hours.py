"""What the hours of a phrase mean: « 19 h », « 9h00 », « de 16 h à 20 h », « midi »."""

from __future__ import annotations

from clairevoie.model.phrases.errors import PhraseError
from clairevoie.model.phrases.lexicon import number
from clairevoie.model.phrases.trees import PhraseNode


def hours(node: PhraseNode) -> tuple[str | None, str | None]:
    """When it starts and ends (« 19:00 »), if the phrase says so. Raises DAT-21 for an hour that no clock shows."""
    said = list(node.all("heures"))
    if not said:
        return None, None
    first, last = said[0].get("heure"), said[-1].get("heure_fin")
    if node.has("heures_debut") and len(said) > 1:  # « du 3 mai à 9 h au 5 mai à 17 h »
        last = last or said[-1].get("heure")
    start, end = _clock(first) if first else None, _clock(last) if last else None
    if start and end and last and last.has("soir") and start[0] + 12 <= end[0]:  # « 6 h à 8 h du soir »
        start = start[0] + 12, start[1]
    return _said(start), _said(end)


def _clock(node: PhraseNode) -> tuple[int, int]:
    hour, minute = node.get("heure_dite"), node.get("minutes")
    if hour is None:
        return (12 if node.has("midi") else 0), 0
    hours, minutes = number(hour.plain), int(minute.plain) if minute else 0
    if hours <= 12 and (node.has("matin") or node.has("soir")):
        hours = hours % 12 + (12 if node.has("soir") else 0)
    if hours > 23 or minutes > 59:
        raise PhraseError("DAT-21", brut=node.texte)
    return hours, minutes


def _said(time: tuple[int, int] | None) -> str | None:
    return f"{time[0]:02}:{time[1]:02}" if time else None
