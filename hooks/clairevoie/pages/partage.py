"""What the picture beside a shared link says: one for the site, one for each démarche, used by all of its pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from clairevoie.model.demarches import Demarche
from clairevoie.model.fiche import Fiche
from clairevoie.pages.site import Reglages, Site
from clairevoie.wording.names import public_name, title
from clairevoie.wording.typography import headline

FOLDER = "partage"
OF_THE_SITE = f"{FOLDER}/site.png"


@dataclass(frozen=True, slots=True)
class CarteDePartage:
    """A picture: `fichier` is its address from the root of the site, the rest the words on it."""

    fichier: str
    titre: str
    pied: str
    surtitre: str = ""

    @property
    def texte_alternatif(self) -> str:
        """The same words, for who does not see the picture."""
        return " – ".join(words for words in (self.surtitre, self.titre, self.pied) if words)


def share_cards(site: Site) -> Iterator[CarteDePartage]:
    """The picture of the site, then that of each démarche."""
    yield of_the_site(site.reglages)
    yield from (_of_demarche(site, demarche) for demarche in site.jeu.demarches.values())


def share_card(site: Site, fiche: Fiche) -> CarteDePartage:
    """The picture of a record: that of its démarche when it has only one, else that of the site."""
    demarches = site.demarches(fiche)
    return _of_demarche(site, demarches[0]) if len(demarches) == 1 else of_the_site(site.reglages)


def of_the_site(reglages: Reglages) -> CarteDePartage:
    """The picture of the site itself: what it is for, or its name when its settings do not say."""
    return CarteDePartage(OF_THE_SITE, reglages.description or reglages.nom, name_of_the_site(reglages))


def _of_demarche(site: Site, demarche: Demarche) -> CarteDePartage:
    places = (site.jeu.territoires.get(id) for id in demarche.territoires)
    where = ", ".join(headline(public_name(place)) for place in places if place)
    return CarteDePartage(
        f"{FOLDER}/demarches/{demarche.id}.png", title(demarche), name_of_the_site(site.reglages), where
    )


def name_of_the_site(reglages: Reglages) -> str:
    """The name of the site, which says so where nothing of it exists."""
    return f"{reglages.nom} – communauté inventée" if reglages.inventee else reglages.nom
