"""The rules: one function each, named as the promise it keeps, with its scope beside it.

In: a dossier. Out: the problems that it holds. A rule is found by the noun that it speaks of.
"""

from __future__ import annotations

from clairevoie.validate.rule import Rule, Scope
from clairevoie.validate.rules import (
    argent,
    boucles,
    dates,
    etats,
    fichiers,
    frequences,
    identifiants,
    liens_web,
    lisibilite,
    membres,
    notes,
    numerotation,
    obligatoires,
    phrases,
    references,
    renseignements,
    sources,
    structure,
    textes,
    vie_privee,
)

_FILES = (
    argent,
    boucles,
    dates,
    etats,
    fichiers,
    frequences,
    identifiants,
    liens_web,
    lisibilite,
    membres,
    notes,
    numerotation,
    obligatoires,
    phrases,
    references,
    renseignements,
    sources,
    structure,
    textes,
    vie_privee,
)
_RULES = tuple(one for file in _FILES for one in vars(file).values() if isinstance(one, Rule))


def rules_of(*scopes: Scope) -> tuple[Rule, ...]:
    """The rules of these scopes, in the order of their files."""
    return tuple(one for one in _RULES if one.scope in scopes)
