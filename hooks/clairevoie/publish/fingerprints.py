"""The fingerprint of what stands under each key that a page looked at: another fingerprint, another fact.

Goes in: the site, and the fingerprint of each file of `data/`. Comes out: a function from a key
(`cache/dependencies.py`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from clairevoie.cache.fingerprints import fingerprint
from clairevoie.derive.journal.chapters import Etape
from clairevoie.model import Jeu
from clairevoie.model.fiche import Fiche
from clairevoie.pages import Site


class Fingerprints:
    """How to fingerprint a key of a site, made of what was `typed`.

    `files` gives the fingerprint of each file by the address of its record.
    """

    def __init__(self, site: Site, typed: Jeu, files: Mapping[str, bytes]) -> None:
        self._site, self._typed, self._files = site, typed, files
        self._records: dict[str, bytes] = {}
        self._stories: dict[str, bytes] = {}

    def __call__(self, key: str) -> bytes:
        """The fingerprint of what stands under a key; raises KeyError for what is no key."""
        site = self._site
        if key == "etat":
            return repr(site.publication and site.publication.etat.identifiant).encode()
        if key in ("on", "annee", "problemes", "publication"):
            return repr(getattr(site, key)).encode()
        if key.startswith("age:"):
            fiche = site.jeu.fiche(key[4:])
            return repr(fiche is not None and site.may_have_changed(fiche)).encode()
        if key.startswith("etat:"):
            fiche = site.jeu.fiche(key[5:])
            return repr(fiche and site.state(fiche)).encode()
        if key.startswith("appels:"):
            fiche = site.jeu.fiche(key[7:])
            calls = getattr(fiche, "appels", ())
            return repr([site.call_state(fiche, appel) for appel in calls] if fiche else []).encode()
        if key.startswith("passee:"):
            fiche = site.jeu.fiche(key[7:])
            return repr(fiche is not None and site.is_past(fiche)).encode()
        if key.startswith("="):
            return self._files.get(key[1:], b"")
        if key.startswith("ajouts:"):
            return repr(site.ajouts if key.endswith("*") else site.ajouts.get(key[7:])).encode()
        if key == "connu":
            return repr(site.etat_du_journal).encode()
        if key.startswith("flux:"):
            return self._of_steps(site.dernieres(key[5:]))
        if key.startswith("journal:"):
            return repr(site.journal).encode() if key.endswith("*") else self._of_story(key[8:])
        if key.startswith("@"):
            return self._of_all(site.liens.citing(key[1:]))
        if key.endswith("/*"):
            return self._of_all(site.jeu.collection(key[:-2]).values())
        if ":" in key:
            raise KeyError(key)
        return self._of_record(key)

    def _of_all(self, fiches: Iterable[Fiche]) -> bytes:
        return fingerprint(b"".join(f.adresse.encode() + b"\0" + self._of_record(f.adresse) for f in fiches))

    def _of_steps(self, steps: Iterable[Etape]) -> bytes:
        """Steps are those of the stories that hold them."""
        told = (f"{one.adresse} {one.rang} ".encode() + self._of_story(one.adresse) for one in steps)
        return fingerprint(b"".join(told))

    def _of_story(self, adresse: str) -> bytes:
        known = self._stories.get(adresse)
        if known is None:
            told = repr(self._site.histoires.get(adresse)).encode()
            known = self._stories[adresse] = fingerprint(told)
        return known

    def _of_record(self, adresse: str) -> bytes:
        known = self._records.get(adresse)
        if known is None:
            known = self._records[adresse] = self._found(adresse)
        return known

    def _found(self, adresse: str) -> bytes:
        fiche = self._site.jeu.fiche(adresse)
        if fiche is None:
            return b""
        # A name whose consent has lapsed is not what the file says any more.
        is_typed = self._typed.fiche(adresse) is fiche
        return self._files[adresse] if is_typed else fingerprint(repr(fiche).encode())
