"""The one error of this package: a phrase that says something impossible or ambiguous."""

from __future__ import annotations


class PhraseError(ValueError):
    """What is wrong with a phrase: the code of a rule, and the facts its French sentence needs.

    `facts` by code: DAT-01, DAT-02 and DAT-06 `brut`; DAT-03 `debut`, `fin` (in French words);
    DAT-05 `brut`, `mois`, `periode` (its two meanings); DAT-10 `min`, `max`, `par` (« année »; may be empty).
    """

    def __init__(self, code: str, **facts: str) -> None:
        super().__init__(code, facts)
        self.code = code
        self.facts = facts

    def __str__(self) -> str:
        return f"{self.code}: " + ", ".join(f"{name}={value!r}" for name, value in self.facts.items())
