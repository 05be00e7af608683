"""The files that records show or offer: each must be in `data/_fichiers/`, under a name fit for an address."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clairevoie.attached import KINDS, PHOTOGRAPHS, kind_of
from clairevoie.model.fiche import Fiche
from clairevoie.model.parcours import Chemin
from clairevoie.model.sources import Image
from clairevoie.problems import Problem
from clairevoie.problems.catalogue import problem
from clairevoie.problems.likeness import Nearest, plain, suggester
from clairevoie.read.files import exported_name, how_to_publish, is_fit, unfit_name
from clairevoie.validate.dossier import Dossier
from clairevoie.validate.rule import Scope, rule

_PREFIX = re.compile(r"(?:\./|data/_fichiers/|_fichiers/)+")


@rule(Scope.RECORDS)
def shown_file_exists(dossier: Dossier) -> Iterator[Problem]:
    """A picture or a document to download is there, and nowhere else than among the files to publish."""
    known = frozenset(filter(is_fit, dossier.fichiers))
    suggest = suggester()
    for fiche, chemin, name in _shown(dossier):
        if name not in known:
            constat, geste = _what_is_wrong(name, dossier.fichiers, known, suggest)
            yield problem("FIC-01", fiche.adresse, (*chemin, "fichier"), constat=constat, geste=geste)


@rule(Scope.RECORD)
def photograph_says_who_is_seen(dossier: Dossier) -> Iterator[Problem]:
    """A photograph shows nobody who may be recognised, or they said yes."""
    for fiche, chemin, image in dossier.formes(Image):
        is_photograph = kind_of(image.fichier) in PHOTOGRAPHS or image.personne_reconnaissable
        if is_photograph and image.personne_reconnaissable is not False and not image.consentement:
            yield problem("FIC-05", fiche.adresse, (*chemin, "fichier"))


def _what_is_wrong(
    name: str, there: frozenset[str], known: frozenset[str], suggest: Nearest
) -> tuple[str, str]:
    """Why a file cannot be shown, be it there or not, and what to do about it."""
    quoted = f"Le fichier « {name} »"
    inside = sorted(known.intersection(one for one in known if one.startswith(f"{name.rstrip('/')}/")))
    if inside:
        return (
            f"« {name} » est un dossier de data/_fichiers/",
            f"écrivez un de ses fichiers : fichier: {inside[0]}",
        )
    meant = next((one for one in sorted(known) if _bare(one) == _bare(name)), "")
    if meant and name not in there:
        return f"{quoted} porte un autre nom dans data/_fichiers/", f"écrivez fichier: {meant}"
    if name in there:
        return f"{quoted} est là, mais {unfit_name(name)}", _how_to_show(name)
    proche = suggest(name, known) or next((one for one in sorted(known) if _stem(one) == _stem(name)), "")
    put = "déposez-le dans data/_fichiers/, nommé en minuscules sans accent ni espace"
    asked = f"vouliez-vous dire « {proche} »? Sinon, " if proche else ""
    return f"{quoted} n'existe pas dans data/_fichiers/", f"{asked}{put}"


def _bare(name: str) -> str:
    """A name without what people add or lose: the folder in front, capitals, accents."""
    return plain(_PREFIX.sub("", name.replace("\\", "/"), count=1))


def _stem(name: str) -> str:
    """The same, without its kind."""
    return _bare(name).rpartition(".")[0]


def _how_to_show(name: str) -> str:
    """What to do with a file that is there, then what to type."""
    target = exported_name(name)
    geste = "renommez le fichier" if kind_of(name) in KINDS else how_to_publish(name)
    return f"{geste}, et écrivez fichier: {target}" if target else geste


def _shown(dossier: Dossier) -> Iterator[tuple[Fiche, Chemin, str]]:
    for fiche, chemin, image in dossier.formes(Image):
        yield fiche, chemin, image.fichier
    for document in dossier.jeu.documents.values():
        if document.fichier:
            yield document, (), document.fichier
