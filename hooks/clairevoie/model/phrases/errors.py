"""The one error of this package: a phrase that says something impossible or ambiguous."""

from __future__ import annotations


class PhraseError(ValueError):
    """What is wrong with a phrase: the code of a rule, and the facts its French sentence needs.

    `facts` by code: DAT-01 `brut`, `pourquoi`, `reponses` (the last two may be empty); DAT-02 and DAT-21 `brut`;
    DAT-03 `debut`, `fin` (in French words), `reponses` (may be empty); DAT-05 `brut`, `motif` (what is unclear in
    it), `reponses`; DAT-06 `brut`, `debut`, `fin`; DAT-10 `min`, `max`, `par` (« année »; may be empty).
    `reponses` are phrases that are clear, ready to copy: « a » ou « b ».
    """

    def __init__(self, code: str, **facts: str) -> None:
        super().__init__(code, facts)
        self.code = code
        self.facts = facts

    def __str__(self) -> str:
        return f"{self.code}: " + ", ".join(f"{name}={value!r}" for name, value in self.facts.items())
