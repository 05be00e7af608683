"""The seal of what stands under each key that a page looked at: another seal, another fact.

Goes in: the site, and the seal of each file of `data/`. Comes out: a function from a key (`pages/trace.py`).
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable, Mapping
from functools import cache

from clairevoie.memory import digest
from clairevoie.model import Jeu
from clairevoie.model.fiche import Fiche
from clairevoie.pages import Site


def seals(site: Site, typed: Jeu, files: Mapping[str, bytes]) -> Callable[[str], bytes]:
    """How to seal a key of this site, made of what was `typed`.

    `files` gives the seal of each file by the address of its record.
    """

    @cache
    def of_record(adresse: str) -> bytes:
        fiche = site.jeu.fiche(adresse)
        if fiche is None:
            return b""
        # A name whose consent has lapsed is not what the file says any more.
        return files[adresse] if typed.fiche(adresse) is fiche else digest(pickle.dumps(fiche))

    def of_all(fiches: Iterable[Fiche]) -> bytes:
        return digest(b"".join(f.adresse.encode() + b"\0" + of_record(f.adresse) for f in fiches))

    def seal(key: str) -> bytes:
        if key in ("on", "problemes"):
            return repr(getattr(site, key)).encode()
        if key.startswith("="):
            return files.get(key[1:], b"")
        if key.startswith("ajouts:"):
            return repr(site.ajouts if key.endswith("*") else site.ajouts.get(key[7:])).encode()
        if key.startswith("journal:"):
            return repr(site.journal if key.endswith("*") else site.histoires.get(key[8:])).encode()
        if key.startswith("@"):
            return of_all(site.liens.citing(key[1:]))
        if key.endswith("/*"):
            return of_all(site.jeu.collection(key[:-2]).values())
        if ":" in key:
            raise KeyError(key)
        return of_record(key)

    return seal
