"""Shortcuts through the private parts of a library, beside the plain way that gives the same.

A shortcut is tried on a sample before it is taken: where an upgrade broke it, the plain way is taken instead and a
warning says so. No build breaks for it.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version
from typing import Any, TypeVar

T = TypeVar("T")


class ShortcutLost(UserWarning):
    """A library is no longer what a shortcut counted on; carries its name, and words itself."""

    def __str__(self) -> str:
        library = self.args[0]
        try:
            found = f"{library} {version(library)}"
        except PackageNotFoundError:
            found = library
        return (
            f"{found} n'est plus tel que Claire-voie le connaît : le site est aussi bon, mais plus long à faire "
            "ou plus lourd.\n"
            "Pour corriger : rien dans vos fiches; avisez les personnes qui tiennent le programme."
        )


def take(library: str, shortcut: Callable[[], Any], plain: T, proof: Callable[[T], object]) -> T:
    """The shortcut, made when asked, if its `proof` is that of the plain way; else the plain way, and a warning."""
    try:
        found: T = shortcut()
        if proof(found) == proof(plain):
            return found
    except Exception:  # whatever an upgrade does to what was private
        pass
    lose(library)
    return plain


def lose(library: str) -> None:
    """Say that a shortcut could not be taken."""
    warnings.warn(ShortcutLost(library), stacklevel=3)
