"""The rules: one function each, named as the promise it keeps, with its scope beside it.

In: a dossier. Out: the problems that it holds. A rule is found by the noun that it speaks of: every file of this
folder is one.
"""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from clairevoie.validate.rule import Rule, Scope

_FILES = [import_module(f"{__name__}.{file.name}") for file in iter_modules(__path__)]
_RULES = tuple(one for file in _FILES for one in vars(file).values() if isinstance(one, Rule))


def rules_of(*scopes: Scope) -> tuple[Rule, ...]:
    """The rules of these scopes, in the order of their files."""
    return tuple(one for one in _RULES if one.scope in scopes)
