"""What the hours of a phrase mean: « 19 h », « 9h00 », « de 16 h à 20 h », « midi »."""

from __future__ import annotations

from clairevoie.model.phrases.errors import PhraseError
from clairevoie.model.phrases.trees import Node


def hours(node: Node) -> tuple[str | None, str | None]:
    """When it starts and ends (« 19:00 »), if the phrase says so. Raises DAT-21 for an hour that no clock shows."""
    said = list(node.all("heures"))
    if not said:
        return None, None
    first, last = said[0].get("heure"), said[-1].get("heure_fin")
    return _hour(first) if first else None, _hour(last) if last else None


def _hour(node: Node) -> str:
    hour, minute = node.get("heure_dite"), node.get("minutes")
    if hour is None:
        return "12:00" if node.has("midi") else "00:00"
    hours, minutes = int(hour.plain), int(minute.plain) if minute else 0
    if hours > 23 or minutes > 59:
        raise PhraseError("DAT-21", brut=node.texte)
    return f"{hours:02}:{minutes:02}"
