"""What a wall is told of a record: a name, one sentence, a few facts and their date, a telephone, the code of its page.

Goes in: a `Site` and a record. Comes out: an `Annonce`, whose height on paper is known beforehand.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from math import ceil
from typing import Any

from clairevoie.derive.rencontres import Fois
from clairevoie.drawing.qr_code import QrCode, qr_code
from clairevoie.model.comites import Comite
from clairevoie.model.demarches import Demarche
from clairevoie.model.describe import is_said
from clairevoie.model.evenements import Evenement
from clairevoie.model.fiche import Fiche
from clairevoie.model.gens import Contact
from clairevoie.model.mots import mot
from clairevoie.model.projets import Projet
from clairevoie.model.quand import on
from clairevoie.model.temps import Frequence
from clairevoie.model.territoires import Territoire
from clairevoie.pages.affiche.adresses_courtes import short
from clairevoie.pages.affiche.dates import dated
from clairevoie.pages.cartes import sentence
from clairevoie.pages.site import Site
from clairevoie.wording.frequencies import rhythm
from clairevoie.wording.names import kind_of, short_name, title
from clairevoie.wording.rencontres import COMPUTED, long_day, time_of
from clairevoie.wording.typography import headline, shortened

_NAME, _PLACE, _FACTS = 76, 96, 150
# Letters that surely fit on a line, and height of a line in points: composants/annonce-murale.css, on paper.
_LINES = {"titre": (60, 21.5), "texte": (82, 18.5), "faits": (92, 16.5), "telephone": (46, 24)}
_GAP, _CODE, _ADDRESS = 11, 66, (100, 14.5)
# The share of the width that a code leaves to the words beside it.
_BESIDE = 0.72
# How many small letters a capital takes the room of.
_CAPITAL = 1.35


@dataclass(frozen=True, slots=True)
class Annonce:
    """One thing told: its collection, or `contacts`; the address of its page; words; a few facts.

    `courte` is the whole short address of its page, when it is worth a code.
    """

    genre: str
    adresse: str
    titre: str
    texte: str | None
    faits: str
    telephone: str | None = None
    courte: str | None = None

    @property
    def code(self) -> QrCode | None:
        """The code of its page, drawn when it is asked for: most are never told."""
        return qr_code(self.courte) if self.courte else None

    def hauteur(self, taille: float) -> float:
        """How high it is on paper at most, in points, when its letters are `taille` times the ordinary ones."""
        share = (_BESIDE if self.courte else 1) / taille
        told = ((getattr(self, champ) or "", *size) for champ, size in _LINES.items())
        words = sum(lines(said, length * share) * height for said, length, height in told)
        if not self.courte:
            return taille * (_GAP + words)
        length, height = _ADDRESS
        return taille * (_GAP + max(words + lines(self.courte, length * share) * height, _CODE))


@lru_cache(maxsize=1024)
def lines(texte: str, length: float) -> int:
    """How many lines of so many letters a text takes at most."""
    return ceil(sum(_CAPITAL if letter.isupper() else 1 for letter in texte) / length)


def projet(site: Site, un: Projet, ici: Territoire) -> Annonce:
    """A project: what it is when no plain project, its state, where it is when not in the very territory, when."""
    kind = "" if un.forme in ("projet", "autre") else kind_of(un)
    when = un.periode.dite if un.periode else ""
    return _said(site, un, sentence(un), (kind, _state(site, un), _places(site, un, ici), when))


def demarche(site: Site, une: Demarche, ici: Territoire) -> Annonce:
    """A démarche, called so."""
    return _said(site, une, sentence(une), ("démarche", _state(site, une), _places(site, une, ici)))


def comite(site: Site, un: Comite, ici: Territoire) -> Annonce:
    """A comité, and how often it meets."""
    kind = "" if un.type in ("non_precise", "autre") else kind_of(un)
    often = map(_often, un.frequence)
    return _said(site, un, sentence(un), (kind, _state(site, un), _places(site, un, ici), *often))


def rencontre(site: Site, fois: Fois, ici: Territoire) -> Annonce:
    """A meeting: when and where first, who may come, and the code of its page, where a change would be told."""
    une = fois.fiche if isinstance(fois.fiche, Evenement) else None
    when = long_day(fois.jour) if fois.jour else une.date.dite if une and une.date else "date à préciser"
    where = ", ".join(part for part in (headline(when), time_of(fois), une and une.lieu) if part)
    open_to = {True: "ouvert à tout le monde", False: "sur invitation", None: ""}
    facts = (
        f"date {COMPUTED}" if fois.jour else "",
        open_to[une.ouvert_au_public if une else None],
        (une and une.accommodements) or "",
        _places(site, fois.fiche, ici),
    )
    return Annonce(
        genre="evenements",
        adresse=fois.fiche.adresse,
        titre=shortened(title(fois.fiche), _NAME),
        texte=shortened(where, _PLACE),
        faits=_joined(facts, "" if une else dated(site, fois.fiche)),
        courte=site.reglages.adresse + short(une.adresse) if une else None,
    )


def joindre(site: Site, contact: Contact, pour: Fiche) -> Annonce:
    """A function to reach, with its number, and whether somebody verified it: paper cannot be mended."""
    organisme = site.jeu.organismes.get(contact.organisme) if contact.organisme else None
    whose = organisme or pour
    poste = f", poste {contact.poste}" if contact.poste else ""
    verified = contact.verifie_le
    checked = f"vérifié {on(verified)}" if verified else f"non vérifié, {dated(site, pour)}"
    return Annonce(
        genre="contacts",
        adresse=pour.adresse,
        titre=shortened(f"{headline(contact.fonction)}, {short_name(whose)}", _NAME),
        texte=None,
        faits=_joined(("" if whose is pour else f"pour : {short_name(pour)}",), checked),
        telephone=f"{contact.telephone}{poste}" if contact.telephone else contact.courriel,
    )


def _said(site: Site, fiche: Fiche, texte: str | None, faits: Iterable[str]) -> Annonce:
    name = shortened(title(fiche), _NAME)
    return Annonce(fiche.collection, fiche.adresse, name, texte, _joined(faits, dated(site, fiche)))


def _joined(faits: Iterable[str], date: str) -> str:
    """The facts that there is room for before their date, from the first: none is told by halves."""
    parts: list[str] = []
    for part in filter(None, faits):
        longer = _on_a_line((*parts, part, date))
        parts += [part] if len(longer) <= _FACTS else []
    return headline(_on_a_line((*parts, date)))


def _on_a_line(parts: Iterable[str]) -> str:
    return " · ".join(filter(None, parts))


def _often(frequence: Frequence) -> str:
    said = rhythm(frequence)
    return said if frequence.objet or "rencontre" in said else f"rencontres : {said}"


def _state(site: Site, fiche: Fiche) -> str:
    state = site.state(fiche)
    return mot(state) if state and is_said(state) else ""


def _places(site: Site, fiche: Any, ici: Territoire) -> str:
    """Where, for what is not said to be in this very territory."""
    if ici.id in fiche.territoires:
        return ""
    return ", ".join(site.jeu.territoires[id].intitule for id in fiche.territoires)
