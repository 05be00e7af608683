"""The nouns of the domain, frozen: one file per noun, one class per form.

Goes in: plain values already read from YAML. Comes out: records (`Fiche`) and the dataset (`Jeu`).
"""

from clairevoie.model.collections import COLLECTIONS, Collection, holding
from clairevoie.model.jeu import Jeu

__all__ = ["COLLECTIONS", "Collection", "Jeu", "holding"]
