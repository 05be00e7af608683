"""A region, MRC, town, sector or quarter."""

from __future__ import annotations

from typing import ClassVar

from clairevoie.model.base import RefTerritoire, Texte, many, one
from clairevoie.model.fiche import Fiche
from clairevoie.model.listes import TypeTerritoire
from clairevoie.model.petites_formes import Mesure


class Territoire(Fiche):
    """A region, MRC, town, sector or quarter."""

    collection: ClassVar[str] = "territoires"

    nom: Texte = one(
        "Nom",
        "Libellé de la source",
        obligatoire=True,
    )
    type: TypeTerritoire = one(
        "Genre de territoire",
        "Genre de territoire, au choix dans la liste",
        "autre",
    )
    parent: RefTerritoire | None = one("Fait partie de", "Sans boucle")
    mesures: tuple[Mesure, ...] = many("En chiffres", "« 12 450 habitants » (2021)")
    code_geographique: Texte | None = one("Code géographique", "Entre guillemets; jamais deviné")
