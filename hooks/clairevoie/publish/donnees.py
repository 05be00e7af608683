"""What each page is made of, published beside it: its data file, and the pictures and documents it shows.

The data file is written from the checked record, in the words of `data/` and in the order of the model: what was
typed beside the facts (comments, internal marks, why a name may be shown) stays in the repository, and so does what a
picture or a document says of whoever made it.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from clairevoie.attached import clean
from clairevoie.cache.reuse import Reuse, written
from clairevoie.model.base import Forme, FormeCourte, Interne, OneOrMany
from clairevoie.model.documents import Document
from clairevoie.model.fiche import Fiche
from clairevoie.model.phrases import ReadDeadline
from clairevoie.publish.yaml_text import text_of


def publish_data(stage: Path, fiches: Iterable[Fiche], data: Path, reuse: Reuse) -> None:
    """Publish the data file of each record at `donnees/<collection>/<id>.yml`, and the files it names."""
    for fiche in fiches:
        name = f"donnees/{fiche.adresse}.yml"
        if not reuse.take(name, stage):
            target = stage / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text_of(published(fiche)), encoding="utf-8", newline="\n")
            reuse.add(name, written(target, (fiche.adresse,)))
        for name in _files(fiche):
            shown = stage / "fichiers" / name
            shown.parent.mkdir(parents=True, exist_ok=True)
            shown.write_bytes(clean(name, (data / "_fichiers" / name).read_bytes()))


def _files(fiche: Fiche) -> list[str]:
    own = [fiche.fichier] if isinstance(fiche, Document) and fiche.fichier else []
    return own + [image.fichier for image in fiche.images]


class _Champ(NamedTuple):
    """A field that may be published: its name, its default, and whether its only value stands without its list."""

    nom: str
    defaut: Any
    seul: bool


@cache
def _champs(forme: type[Forme]) -> tuple[_Champ, ...]:
    return tuple(
        _Champ(name, field.default, OneOrMany in field.metadata)
        for name, field in forme.model_fields.items()
        if not field.exclude and not any(isinstance(mark, Interne) for mark in field.metadata)
    )


def published(forme: Forme) -> dict[str, Any]:
    """What a form says, as it would be typed: fields that say their default are left out."""
    said = {}
    for nom, defaut, seul in _champs(type(forme)):
        value = getattr(forme, nom)
        if value != defaut:
            said[nom] = _typed(value[0] if seul and len(value) == 1 else value)
    return said


def _typed(value: Any) -> Any:
    if isinstance(value, Forme):
        said = published(value)
        short = isinstance(value, FormeCourte) and said.keys() == {value.champ_court}
        return said[value.champ_court] if short else said  # type: ignore[attr-defined]
    if isinstance(value, tuple):
        return [_typed(one) for one in value]
    return value.texte if isinstance(value, ReadDeadline) else value
