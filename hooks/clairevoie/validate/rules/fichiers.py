"""The files that records show or offer: each must be in `data/_fichiers/`, under a name fit for an address."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clairevoie.model.fiche import Fiche
from clairevoie.model.parcours import Chemin
from clairevoie.model.sources import Image
from clairevoie.problems import Problem
from clairevoie.problems.catalogue import problem
from clairevoie.problems.likeness import suggester
from clairevoie.validate.dossier import Dossier
from clairevoie.validate.rule import Scope, rule

_SLUG = "[a-z0-9]+(?:-[a-z0-9]+)*"
# No svg: opened on its own, it may run scripts under the address of the site.
_NAME = re.compile(rf"(?:{_SLUG}/)*{_SLUG}\.(?:png|jpg|jpeg|webp|pdf)")


@rule(Scope.RECORDS)
def shown_file_exists(dossier: Dossier) -> Iterator[Problem]:
    """A picture or a document to download is there, and nowhere else than among the files to publish."""
    known = frozenset(name for name in dossier.fichiers if _NAME.fullmatch(name))
    suggest = suggester()
    for fiche, chemin, name in _shown(dossier):
        if name not in known:
            place = (*chemin, "fichier")
            yield problem("FIC-01", fiche.adresse, place, valeur=name, proche=suggest(name, known))


def _shown(dossier: Dossier) -> Iterator[tuple[Fiche, Chemin, str]]:
    for fiche, chemin, image in dossier.formes(Image):
        yield fiche, chemin, image.fichier
    for document in dossier.jeu.documents.values():
        if document.fichier:
            yield document, (), document.fichier
