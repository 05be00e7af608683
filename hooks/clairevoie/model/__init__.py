"""The nouns of the domain, frozen: one file per noun, one class per form.

Goes in: plain values already read from YAML. Comes out: records (`Fiche`) and the dataset (`Jeu`).
"""

from clairevoie.model.jeu import COLLECTIONS, Genre, Jeu

__all__ = ["COLLECTIONS", "Genre", "Jeu"]
