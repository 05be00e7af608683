"""An issue of the shared taxonomy."""

from __future__ import annotations

from typing import ClassVar

from clairevoie.model.base import RefEnjeu, Texte, TexteMarkdown, one
from clairevoie.model.fiche import Fiche


class Enjeu(Fiche):
    """An issue of the shared taxonomy."""

    collection: ClassVar[str] = "enjeux"

    nom: Texte = one(
        "Nom",
        "Libellé de la source",
        obligatoire=True,
    )
    definition: TexteMarkdown | None = one("Définition", "Définition du site")
    parent: RefEnjeu | None = one("Fait partie de", "Sans boucle")
