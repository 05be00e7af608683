"""The files that records show or offer: each must be in `data/_fichiers/`, under a name fit for an address."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clairevoie.model.fiche import Fiche
from clairevoie.model.folding import slug
from clairevoie.model.parcours import Chemin
from clairevoie.model.sources import Image
from clairevoie.problems import Problem
from clairevoie.problems.catalogue import problem
from clairevoie.problems.likeness import Nearest, plain, suggester
from clairevoie.validate.dossier import Dossier
from clairevoie.validate.rule import Scope, rule

_SLUG = "[a-z0-9]+(?:-[a-z0-9]+)*"
# No svg: opened on its own, it may run scripts under the address of the site.
_NAME = re.compile(rf"(?:{_SLUG}/)*{_SLUG}\.(?:png|jpg|jpeg|webp|pdf)")


_KINDS = ("png", "jpg", "jpeg", "webp", "pdf")
_PREFIX = re.compile(r"(?:\./|data/_fichiers/|_fichiers/)+")


@rule(Scope.RECORDS)
def shown_file_exists(dossier: Dossier) -> Iterator[Problem]:
    """A picture or a document to download is there, and nowhere else than among the files to publish."""
    known = frozenset(name for name in dossier.fichiers if _NAME.fullmatch(name))
    suggest = suggester()
    for fiche, chemin, name in _shown(dossier):
        if name not in known:
            constat, geste = _what_is_wrong(name, dossier.fichiers, known, suggest)
            yield problem("FIC-01", fiche.adresse, (*chemin, "fichier"), constat=constat, geste=geste)


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
        return f"{quoted} est là, mais {_unfit(name)}", _how_to_publish(name)
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


def _is_of_a_kind(name: str) -> bool:
    return name.rpartition(".")[2].lower() in _KINDS


def _unfit(name: str) -> str:
    if not _is_of_a_kind(name):
        return f"un fichier de ce genre n'est pas publié (seulement {', '.join(_KINDS)})"
    return "son nom ne convient pas à une adresse du site"


def _how_to_publish(name: str) -> str:
    if not _is_of_a_kind(name):
        return "enregistrez-le en .pdf, .png ou .jpg"
    folder, _, file = name.rpartition("/")
    stem, _, kind = file.rpartition(".")
    parts = [*(slug(part) for part in folder.split("/") if part), f"{slug(stem) or 'fichier'}.{kind.lower()}"]
    return f"renommez le fichier, et écrivez fichier: {'/'.join(parts)}"


def _shown(dossier: Dossier) -> Iterator[tuple[Fiche, Chemin, str]]:
    for fiche, chemin, image in dossier.formes(Image):
        yield fiche, chemin, image.fichier
    for document in dossier.jeu.documents.values():
        if document.fichier:
            yield document, (), document.fichier
