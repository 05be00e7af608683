"""What the search is told: one entry for each record, and one for each action, decision and effect aimed at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from clairevoie.derive.lieux import all_above
from clairevoie.model import COLLECTIONS
from clairevoie.model.actions import Action, SousAction
from clairevoie.model.ancres import Element, element_text
from clairevoie.model.appels import Appel
from clairevoie.model.decisions import Decision
from clairevoie.model.enonces import Enonce
from clairevoie.model.fiche import Fiche
from clairevoie.model.parcours import Chemin
from clairevoie.pages import classement
from clairevoie.pages.adresses import href
from clairevoie.pages.page import Entree
from clairevoie.pages.recherche.aussi import also_asked, also_asked_of, names, plans_asked, questions
from clairevoie.pages.recherche.mots import Mots, one_after_another
from clairevoie.pages.site import Site
from clairevoie.wording.names import element_kind, element_name, element_number, short_name, title
from clairevoie.wording.typography import headline, shortened

_TITLE = 110


def entries(site: Site, fiche: Fiche, resume: str) -> tuple[Entree, ...]:
    """The entries of a record; `resume` is the sentence that describes it."""
    mots = Mots(site)
    own = Entree(
        url=f"{fiche.adresse}/",
        titre=title(fiche),
        resume=resume,
        texte=one_after_another(mots.of(fiche)),
        facettes=_facets(site, fiche, (), COLLECTIONS[fiche.collection].libelle),
        sigle=fiche.sigle or "",
        aussi=also_asked_of(fiche),
        noms=names(fiche),
        demande=(*questions(fiche), *_of_plan(site, fiche)),
    )
    return (own, *_inside(site, fiche, mots))


def _of_plan(site: Site, fiche: Fiche) -> tuple[str, ...]:
    """What is asked of a plan by its places and its subjects."""
    if fiche.collection != "plans":
        return ()
    places = (site.jeu.territoires[id].intitule for id in classement.places(site, fiche, ()))
    return plans_asked(places, (site.jeu.enjeux[id].intitule for id in classement.issues(site, fiche, ())))


def _inside(site: Site, fiche: Fiche, mots: Mots) -> Iterator[Entree]:
    for ancre, element in site.elements(fiche).items():
        kind = _kind(element)
        if kind:
            notes = (note.texte for note in fiche.notes if (note.champ or "").partition(".")[0] == ancre)
            yield Entree(
                url=href("", site.place(f"{fiche.adresse}#{ancre}")),
                titre=_title(element),
                resume=title(fiche),
                texte=one_after_another((element_name(element), *mots.of(element.forme), *notes)),
                facettes=_facets(site, fiche, element.chemin, kind),
                aussi=" ".join(also_asked(kind)),
            )


def _kind(element: Element) -> str | None:
    """The kind of thing, for the facets; None for what is not found on its own."""
    forme = element.forme
    if isinstance(forme, Action):
        return "Actions"
    if isinstance(forme, SousAction) and forme.est_conduite:
        return "Sous-actions"
    if isinstance(forme, Decision):
        return "Décisions"
    if isinstance(forme, Appel):
        return "Appels à projets"
    if isinstance(forme, Enonce) and "effets" in element.chemin:
        return "Effets visés"
    return None


def _title(element: Element) -> str:
    """« Action 1.2.1 – Rédiger et diffuser le bulletin… »."""
    numero, texte = element_number(element.forme), element_text(element.forme)
    head = f"{headline(element_kind(element))} {numero}".strip()
    return f"{head} – {shortened(texte, _TITLE)}" if texte else head


def _facets(site: Site, fiche: Fiche, chemin: Chemin, kind: str) -> Mapping[str, tuple[str, ...]]:
    """The facets of a record or of one of its elements, which takes from its record what it does not say."""
    above = all_above(site.jeu, classement.places(site, fiche, chemin))
    facets = {
        "type": (kind,),
        "demarche": tuple(short_name(demarche) for demarche in site.demarches(fiche)),
        "territoire": tuple(site.jeu.territoires[id].intitule for id in above),
        "enjeu": tuple(site.jeu.enjeux[id].intitule for id in classement.issues(site, fiche, chemin)),
    }
    return {name: values for name, values in facets.items() if values}
