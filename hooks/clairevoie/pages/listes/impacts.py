"""What changed, on one page: the impacts observed and the prides of every démarche and project, and where.

What is only hoped for is not there: the list leads to it, démarche by démarche.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby
from typing import Any, NamedTuple

from clairevoie.derive.impacts import Maillon, hopes, observed, prides
from clairevoie.derive.ordre import alphabetical
from clairevoie.model.demarches import Demarche
from clairevoie.model.projets import Projet
from clairevoie.pages.classement import (
    LETTRES,
    SANS_DEMARCHE,
    are_many,
    by_demarches,
    part_by_name,
    their_anchors,
    under_demarche,
)
from clairevoie.pages.decoupage import NOMS, Coupe, PartieCoupee, Pas, decouper, is_long, par_lettre
from clairevoie.pages.fiche.impacts import hoped_at, prides_of, section_of
from clairevoie.pages.fiche.notes import NoteSituee, situated
from clairevoie.pages.site import Site
from clairevoie.wording.names import public_name, short_name, sorted_by_name, title
from clairevoie.wording.plurals import several
from clairevoie.wording.typography import headline

_LISTE = "ce-que-ca-a-change"
_FIELDS = ("impacts_observes", "fiertes")
Porteur = Demarche | Projet


class Constat(NamedTuple):
    """One sentence with those under it: whose it is, under which démarche, and whether it is a pride."""

    demarche: Demarche | None
    fiche: Porteur
    noeud: Maillon
    est_fierte: bool


@dataclass(frozen=True, slots=True)
class SujetChange:
    """What one record tells of what changed; `notes` are those of the site on it, `voir` the sections that tell it."""

    fiche: Porteur
    voir: tuple[tuple[str, str], ...]
    impacts: tuple[Maillon, ...]
    fiertes: tuple[Maillon, ...]
    notes: tuple[NoteSituee, ...]

    @property
    def ancre(self) -> str:
        """The anchor of its heading."""
        return _anchor_of(self.fiche)


@dataclass(frozen=True, slots=True)
class ChapitreChange:
    """What changed according to a démarche and its projects; `adresse` is None for those of no démarche."""

    titre: str
    ancre: str
    adresse: str | None
    sujets: tuple[SujetChange, ...]

    @property
    def parties(self) -> list[tuple[str, str]]:
        """The anchors and the titles of its heading and of those of its projects."""
        inside = (one for one in self.sujets if one.fiche.adresse != self.adresse)
        return [(self.ancre, self.titre), *((one.ancre, headline(title(one.fiche))) for one in inside)]


def _anchor_of(fiche: Porteur) -> str:
    """The anchor of what a record tells: that of a démarche is its id alone, as everywhere by démarche."""
    return f"projet-{fiche.id}" if isinstance(fiche, Projet) else fiche.id


class LieuChange(NamedTuple):
    """A place, and how many sentences are told of it."""

    id: str
    nom: str
    nombre: int

    @property
    def adresse(self) -> str:
        """The section of its page that tells them."""
        return f"territoires/{self.id}#impacts-observes"


def changes(site: Site) -> Mapping[str, object] | Coupe:
    """`chapitres` by démarche; `lieux`; the addresses of what each démarche hopes for (`souhaites`), and those of the
    démarches that tell of no change (`silences`)."""
    told = list(_told(site))
    hoping = [one for one in _demarches(site) if hopes(one)]
    speaking = {one.demarche.id for one in told if one.demarche}
    silent = [one for one in _demarches(site) if one.id not in speaking]
    if is_long(sum(map(_weight, told))):
        return _cut(site, told, hoping, silent)
    return {
        **_seen(site, told),
        "comptes": _counts(told),
        "lieux": _places(site, told),
        "souhaites": [hoped_at(one) for one in hoping],
        "silences": [one.adresse for one in silent],
    }


def tells_of_changes(site: Site) -> bool:
    """Whether anything at all is recorded of what changed."""
    return any(True for _ in _told(site))


def _told(site: Site) -> Iterator[Constat]:
    """Every sentence, by the name of its démarche: what is said of all of it first, then of each project."""
    projets: dict[str | None, list[Projet]] = {}
    for demarche, projet in by_demarches(site, "projets"):
        projets.setdefault(demarche.id if demarche else None, []).append(projet)
    for demarche in _demarches(site):
        for fiche in (demarche, *projets.get(demarche.id, ())):
            yield from _of(demarche, fiche)
    for projet in projets.get(None, ()):
        yield from _of(None, projet)


def _of(demarche: Demarche | None, fiche: Porteur) -> Iterator[Constat]:
    for found, est_fierte in ((observed(fiche), False), (prides(fiche), True)):
        for noeud in found:
            yield Constat(demarche, fiche, noeud, est_fierte)


def _demarches(site: Site) -> list[Demarche]:
    return sorted_by_name(site.jeu.demarches.values())


def _seen(site: Site, told: Sequence[Constat]) -> dict[str, object]:
    """What the template sees of some of the sentences: it links each, and says nothing of the others."""
    chapters = []
    for demarche, found in groupby(told, key=lambda one: one.demarche):
        subjects = (
            _subject(site, fiche, list(some)) for fiche, some in groupby(found, key=lambda one: one.fiche)
        )
        titre = headline(short_name(demarche)) if demarche else "Sans démarche"
        ancre = demarche.id if demarche else SANS_DEMARCHE
        chapters.append(ChapitreChange(titre, ancre, demarche.adresse if demarche else None, tuple(subjects)))
    empty: dict[str, object] = dict.fromkeys(("comptes", "lieux", "souhaites", "silences"), ())
    return {**empty, "chapitres": chapters}


def _subject(site: Site, fiche: Porteur, told: Sequence[Constat]) -> SujetChange:
    impacts = any(not one.est_fierte for one in told)
    voir = ((section_of(fiche) if impacts else None, "impacts observés"), (prides_of(fiche), "fiertés"))
    return SujetChange(
        fiche,
        tuple((adresse, f"{title(fiche)}, {mots}") for adresse, mots in voir if adresse),
        tuple(one.noeud for one in told if not one.est_fierte),
        tuple(one.noeud for one in told if one.est_fierte),
        tuple(_notes(site, fiche, told)),
    )


def _weight(one: Constat) -> int:
    """How much it takes on a page: each sentence, and each document that supports it."""
    return sum(1 + len(vars(noeud.forme).get("sources", ())) for noeud in _walk((one.noeud,)))


def _notes(site: Site, fiche: Porteur, told: Iterable[Constat]) -> Iterator[NoteSituee]:
    """The notes on these sentences, or on the whole list they stand in."""
    about = {*_FIELDS, *(noeud.ancre for one in told for noeud in _walk((one.noeud,)))}
    for note in fiche.notes:
        if (note.champ or "").partition(".")[0] in about:
            yield situated(site, fiche, note)


def _walk(noeuds: Iterable[Maillon]) -> Iterator[Maillon]:
    for noeud in noeuds:
        yield noeud
        yield from _walk(noeud.dessous)


def _counts(told: Iterable[Constat]) -> tuple[str, ...]:
    """« 5 impacts observés, 1 fierté. »"""
    found = Counter(one.est_fierte for one in told)
    kinds = ((False, "impact observé"), (True, "fierté"))
    said = ", ".join(several(found[kind], word) for kind, word in kinds if found[kind])
    return (f"{said}.",) if said else ()


def _places(site: Site, told: Iterable[Constat]) -> list[LieuChange]:
    """The places that the records name, by their names: those whose own page tells the same."""
    counted = Counter(id for one in told for id in one.fiche.territoires if id in site.jeu.territoires)
    found = (LieuChange(id, public_name(site.jeu.territoires[id]), n) for id, n in counted.items())
    return sorted(found, key=lambda one: (alphabetical(one.nom), one.id))


def _cut(
    site: Site, told: Sequence[Constat], hoping: Sequence[Demarche], silent: Sequence[Demarche]
) -> Coupe:
    """The same by démarche, then by the name of the record; the places by their letters."""
    many = are_many(one.demarche for one in told)
    main = PartieCoupee(
        decouper(told, partial(_step, many), _LISTE, poids=_weight),
        lambda one: public_name(one.fiche),
        ("phrase", "phrases"),
        partial(_seen, site),
        _LISTE,
        ancres=_anchors,
    )
    parts: list[PartieCoupee[Any]] = [main, *_place_part(_places(site, told))]
    if hoping:
        hoped = part_by_name(f"{_LISTE}/souhaites", hoping, "Ce qu’on espère", "souhaites")
        parts.append(replace(hoped, voir=lambda some: {"adresses": [hoped_at(one) for one in some]}))
    if silent:
        parts.append(part_by_name(f"{_LISTE}/silences", silent, "Rien d’inscrit pour le moment", "silences"))
    return Coupe((*_counts(told), LETTRES) if many else _counts(told), tuple(parts))


def _anchors(told: Sequence[Constat]) -> tuple[str, ...]:
    """Those of the headings of these sentences where the list is not cut."""
    projets = dict.fromkeys(_anchor_of(one.fiche) for one in told if isinstance(one.fiche, Projet))
    return (*their_anchors(one.demarche for one in told), *projets)


def _step(many: bool, one: Constat, depth: int) -> Pas | None:
    found = under_demarche(_LISTE, one.demarche, many, depth)
    if isinstance(found, Pas):
        return found
    base, inner = found
    return par_lettre(base, public_name(one.fiche), f"{one.fiche.id}-{one.noeud.ancre}", inner)


def _place_part(lieux: Sequence[LieuChange]) -> Iterator[PartieCoupee[LieuChange]]:
    base = f"{_LISTE}/lieux"
    if lieux:
        tranche = decouper(
            lieux, lambda one, depth: par_lettre(base, one.nom, one.id, depth), base, fois=NOMS
        )
        yield PartieCoupee(
            replace(tranche, pas=Pas(base, "Par lieu")),
            lambda one: one.nom,
            ("lieu", "lieux"),
            lambda some: {"lieux": some},
            gabarit="ce-que-ca-a-change-lieux",
            titre="Par lieu",
            ancre="par-lieu",
        )
