"""How to cite a page: the sentence that stands in it, and what the browser makes other forms of."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import escape

from clairevoie.model.fiche import Fiche
from clairevoie.model.quand import as_of
from clairevoie.pages.site import Reglages, Site
from clairevoie.wording.names import title
from clairevoie.wording.typography import typo


@dataclass(frozen=True, slots=True)
class ACiter:
    """How to cite a page: the sentence, and what other forms are made of; `demarche` is empty for none or several."""

    texte: str
    titre: str
    demarche: str


def citation(site: Site, fiche: Fiche, titre: str = "", suite: str = "") -> ACiter:
    """« Plan d'action 2009-2010 » (démarche « Quartier »), Claire-voie, état au 9 juin 2022, https://…

    `titre` and `suite` are the name and the place of a page below that of the record.
    """
    titre = titre or title(fiche)
    others = [one for one in site.demarches(fiche) if one is not fiche]
    demarche = title(others[0]) if len(others) == 1 else ""
    within = f" (démarche « {demarche} »)" if demarche else ""
    when = f", état {as_of(fiche.etat_au)}" if fiche.etat_au else ""
    sentence = _sentence(site.reglages, titre, f"{fiche.adresse}/{suite}", within, when)
    return ACiter(sentence, titre, demarche)


def citation_of_page(reglages: Reglages, titre: str, place: str) -> ACiter:
    """The same of a page that people wrote, escaped for a skeleton that escapes nothing by itself.

    `place` is from the home page. Such a page says itself of which day it is.
    """
    return ACiter(typo(_sentence(reglages, titre, place)), escape(titre), "")


def _sentence(reglages: Reglages, titre: str, place: str, within: str = "", when: str = "") -> str:
    return f"« {titre} »{within}, {reglages.nom}{when}, {reglages.adresse}{place}"
