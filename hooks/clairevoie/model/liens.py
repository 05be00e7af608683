"""What leads out of the site: an address of the Web and what stands there; the number that a register gives."""

from __future__ import annotations

import warnings

from clairevoie.model.base import AdresseWeb, Forme, FormeCourte, Texte, one
from clairevoie.model.listes import GenreLien


class Lien(FormeCourte):
    """An address of the Web, and what is found there."""

    champ_court = "adresse"

    adresse: AdresseWeb = one("Adresse", "Adresse https, au complet", obligatoire=True)
    genre: GenreLien = one("Genre de lien", "Ce qu'on y trouve, au choix dans la liste", "autre")
    libelle: Texte | None = one("Libellé", "Les mots du lien; sans eux, son genre et le nom du site")


with warnings.catch_warnings():
    # pydantic gives every model a method of this name, out of use since its version 2; the field takes its place.
    warnings.filterwarnings("ignore", 'Field name "schema"', UserWarning)

    class Identifiant(Forme):
        """The number that a register gives to a thing."""

        schema: Texte = one(  # type: ignore[assignment]
            "Registre",
            "neq, siret, siren, rna, wikidata, isbn, issn, doi, ror, isni, numero_de_dossier, ou un autre mot",
            obligatoire=True,
        )
        valeur: Texte = one("Numéro", "Entre guillemets", obligatoire=True)


def identifiants_of(forme: Forme) -> tuple[Identifiant, ...]:
    """The numbers of a record, each once; `neq` is the short way to type one of them."""
    said = vars(forme)
    neq = said.get("neq")
    short = (Identifiant(schema="neq", valeur=neq),) if neq else ()
    return tuple(dict.fromkeys((*short, *said.get("identifiants", ()))))
