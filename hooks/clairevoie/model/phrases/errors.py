"""The one error of this package: a phrase that says something impossible or ambiguous."""

from __future__ import annotations


class PhraseError(ValueError):
    """What is wrong with a phrase: the code of a rule, and the facts its French sentence needs.

    `facts` by code: DAT-01 `brut`, `pourquoi`, `reponses` (the last two may be empty); DAT-02 and DAT-06 `brut`;
    DAT-03 `debut`, `fin` (in French words); DAT-05 `brut`, `motif` (what is unclear in it), `reponses` (phrases
    that are clear, ready to copy); DAT-10 `min`, `max`, `par` (« année »; may be empty); DAT-21 `brut`.
    """

    def __init__(self, code: str, **facts: str) -> None:
        super().__init__(code, facts)
        self.code = code
        self.facts = facts

    def __str__(self) -> str:
        return f"{self.code}: " + ", ".join(f"{name}={value!r}" for name, value in self.facts.items())
