"""Comités and the links between them, in words: what a list says of them, and a drawing more briefly."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from clairevoie.derive.gouvernance import PARENT, Lien, Noeud
from clairevoie.model.comites import Comite
from clairevoie.model.describe import is_said
from clairevoie.model.folding import fold
from clairevoie.model.mots import mot
from clairevoie.pages.site import Site
from clairevoie.wording.frequencies import rhythm
from clairevoie.wording.names import kind_of, short_name
from clairevoie.wording.typography import headline


@dataclass(frozen=True, slots=True)
class LienEnMots:
    """One link in words.

    `de` is None where the subject goes without saying; None among `vers` is the comité whose page this is; `vers`
    is empty when nobody is named. `mots` is None when only the words of the source, `texte`, can say the link.
    """

    de: str | None
    mots: str | None
    vers: tuple[str | None, ...]
    texte: str | None


@dataclass(frozen=True, slots=True)
class Instance:
    """A comité as the nested list tells it, with the links that start from it and the comités that answer to it."""

    adresse: str
    nom: Markup
    precisions: tuple[str, ...]
    en_bref: str | None
    rythmes: tuple[str, ...]
    liens: tuple[LienEnMots, ...]
    dessous: tuple[Instance, ...]

    @property
    def relevent(self) -> str:
        """How many answer to it, above their list."""
        return below(len(self.dessous))


def instance(
    site: Site, node: Noeud, liens: Mapping[str, Sequence[LienEnMots]], demarches: Collection[str]
) -> Instance:
    """A comité and those below it; `liens` are the links by the comité they start from."""
    comite = node.comite
    return Instance(
        comite.adresse,
        site.name(comite.adresse),
        precisions(site, comite, demarches),
        comite.en_bref,
        tuple(rhythm(one) for one in comite.frequence),
        tuple(liens.get(comite.id, ())),
        tuple(instance(site, below, liens, demarches) for below in node.dessous),
    )


def precisions(site: Site, comite: Comite, demarches: Collection[str]) -> tuple[str, ...]:
    """The few words that tell a comité from its neighbours; those of its name are not said again."""
    kind = "" if comite.type == "non_precise" else kind_of(comite)
    names = ", ".join(short_name(site.jeu.demarches[id]) for id in elsewhere(comite, demarches))
    said = (
        "" if fold(kind) in fold(comite.intitule) else kind,
        headline(mot(comite.statut)) if is_said(comite.statut) else "",
        "La source n'en dit pas le nombre" if comite.collectif else "",
        f"Autre démarche : {names}" if names else "",
    )
    return tuple(part for part in said if part)


def elsewhere(comite: Comite, demarches: Collection[str]) -> tuple[str, ...]:
    """The démarches of a comité that serves none of these; nothing for one that does."""
    return () if set(comite.demarches) & set(demarches) else comite.demarches


def line(lien: Lien, ici: str | None = None) -> LienEnMots:
    """A link in words, as read on the page of the comité `ici`, or under the one it starts from."""
    return LienEnMots(
        f"comites/{lien.de}" if ici not in (None, lien.de) else None,
        verb(lien),
        tuple(None if id == ici else f"comites/{id}" for id in lien.vers),
        lien.texte,
    )


def answering(ids: Sequence[str]) -> tuple[LienEnMots, ...]:
    """The comités that answer to the one whose page this is, in one sentence: « 3 comités en relèvent : »."""
    said = below(len(ids))
    return (LienEnMots(None, said, tuple(f"comites/{id}" for id in ids), None),) if ids else ()


def below(n: int) -> str:
    """« 1 comité en relève », « 80 comités en relèvent »."""
    return "1 comité en relève" if n == 1 else f"{n} comités en relèvent"


def verb(lien: Lien) -> str | None:
    """« élit », « relève de »; None for a link of no listed kind, which only the source can name."""
    if lien.type == PARENT:
        return "relève de"
    if lien.type != "autre":
        return mot(lien.type)
    return None if lien.texte else "lien non précisé"
