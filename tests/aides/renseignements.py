"""Texts in which personal information could be typed, and the sentences that come back."""

from __future__ import annotations

from pathlib import Path

from tests.aides.stories import DEPART, sentences

DEMARCHE = "demarches/quartier.yml"


def told(folder: Path, name: str, text: str, code: str) -> list[str]:
    """What is said under this code when one file of the smallest dataset reads so."""
    return sentences(folder, {**DEPART, name: text}, code)


def described(text: str) -> str:
    """A démarche described so, in its last line."""
    return DEPART[DEMARCHE] + f'description: "{text}"\n'
