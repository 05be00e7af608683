"""What a project follows, what came after it and what to see beside it, whichever of the two projects says so."""

from __future__ import annotations

from clairevoie.model.listes import GenreLienProjet, values_of
from clairevoie.model.mots import mot
from clairevoie.model.projets import Projet
from clairevoie.pages.fiche.vue import Vue
from clairevoie.pages.renvois.titres import LIE_A
from clairevoie.wording.typography import headline


def linked(vue: Vue, projet: Projet) -> list[tuple[str, tuple[str, ...]]]:
    """« Suite de », « A eu pour suite »…, each with the addresses of the projects, each project once under a title."""
    found: dict[str, dict[str, None]] = {}
    for genre in values_of(GenreLienProjet):
        for lien in projet.liens_projets:
            if lien.genre == genre:
                found.setdefault(headline(mot(genre, "genre")), {})[f"projets/{lien.projet}"] = None
    for rubrique in vue.rubrique(LIE_A.cle):
        for lot in rubrique.lots:
            found.setdefault(rubrique.titre, {})[lot.fiche.adresse] = None
    if projet.liens_projets:
        vue.prendre("liens_projets")
    return [(titre, tuple(adresses)) for titre, adresses in found.items()]
