"""The one file that names the state of the data, `etat.json`, which a page reads when somebody wants to cite it.

Pages do not name it themselves: each would be another one as soon as anything changes elsewhere.
"""

from __future__ import annotations

import json

from clairevoie.exports.of_records import FOLDER
from clairevoie.exports.provenance import LICENCE, EtatNomme, Provenance, Publication

STATE = f"{FOLDER}/etat.json"
_FIRST = "Il n'y en a pas : c'est la première publication de ces données."
_UNKNOWN = "Non connu : le site a été construit sans l'historique des fiches, ou avec une partie seulement."


def state_file(publication: Publication, provenance: Provenance) -> bytes:
    """The file; keys in French, days as `2026-11-30`."""
    said = {
        "site": provenance.nom,
        "donnees": f"{provenance.adresse}{FOLDER}/",
        "licence": LICENCE.code,
        **_named(publication.etat),
        "precedent": _named(publication.precedent) if publication.precedent else None,
        **({"precedent_en_mots": words} if (words := why_no_other(publication)) else {}),
    }
    return f"{json.dumps(said, ensure_ascii=False, indent=1)}\n".encode()


def why_no_other(publication: Publication) -> str:
    """Why no state before this one is named; nothing when one is."""
    if publication.precedent:
        return ""
    return _FIRST if publication.est_premiere else _UNKNOWN


def _named(etat: EtatNomme) -> dict[str, str]:
    return {"etat": etat.identifiant, "date": etat.date.isoformat()}
