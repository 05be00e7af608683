"""The yearly cycles of all the démarches, on one page."""

from __future__ import annotations

from typing import cast

from clairevoie.derive.cycle import cycle
from clairevoie.model.comites import Comite
from clairevoie.model.evenements import Evenement
from clairevoie.pages.site import Site
from clairevoie.wording.names import sorted_by_name


def years(site: Site) -> dict[str, object]:
    """`cycles` of the démarches that have one, by name; `publies` tells whether any review is published."""
    found = []
    for demarche in sorted_by_name(site.jeu.demarches.values()):
        comites = cast(tuple[Comite, ...], site.citing(demarche, "comites", "demarches"))
        evenements = cast(tuple[Evenement, ...], site.citing(demarche, "evenements", "demarche"))
        one = cycle(demarche, comites, evenements)
        if one is not None:
            found.append(one)
    return {"cycles": found, "publies": any(one.bilans for one in found)}
