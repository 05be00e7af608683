"""What each page is made of, published beside it: its data file, and the pictures and documents it shows."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

from clairevoie.cache.reuse import Reuse, written
from clairevoie.model.documents import Document
from clairevoie.model.fiche import Fiche


class _Typed(yaml.SafeDumper):
    """Writes numbers as they are typed, without exponent."""


_Typed.add_representer(
    Decimal, lambda dumper, n: dumper.represent_scalar("tag:yaml.org,2002:float", f"{n:f}")
)


def copy_data(
    stage: Path, fiches: Iterable[Fiche], data: Path, rewritten: Mapping[str, str], kept: Reuse
) -> None:
    """Publish the data file of each record at `donnees/<collection>/<id>.yml`, and the files it names.

    `rewritten` gives, by address, the text of the records that may not be published as they were typed.
    """
    for fiche in fiches:
        name = f"donnees/{fiche.adresse}.yml"
        if not kept.take(name, stage):
            target = stage / name
            target.parent.mkdir(parents=True, exist_ok=True)
            if fiche.adresse in rewritten:
                target.write_text(rewritten[fiche.adresse], encoding="utf-8")
            else:
                shutil.copyfile(data / f"{fiche.adresse}.yml", target)
            kept.add(name, written(target, (fiche.adresse, f"={fiche.adresse}")))
        for name in _files(fiche):
            shown = stage / "fichiers" / name
            shown.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(data / "_fichiers" / name, shown)


def _files(fiche: Fiche) -> list[str]:
    own = [fiche.fichier] if isinstance(fiche, Document) and fiche.fichier else []
    return own + [image.fichier for image in fiche.images]


def without_names(data: Mapping[str, Any], seats: Iterable[int]) -> str:
    """The text of a record, less the names of some of its seats."""
    hidden = set(seats)
    seated = [
        {
            key: value
            for key, value in seat.items()
            if rank not in hidden or key not in ("nom", "base_publication")
        }
        for rank, seat in enumerate(data["membres"])
    ]
    head = "# Un nom dont le consentement est échu n'est plus publié.\n"
    return head + yaml.dump({**data, "membres": seated}, Dumper=_Typed, allow_unicode=True, sort_keys=False)
