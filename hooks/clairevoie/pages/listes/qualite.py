"""What is known of the quality of the data: announced numbers, editorial notes, what the checker says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from clairevoie.derive.ordre import alphabetical
from clairevoie.model import COLLECTIONS
from clairevoie.model.fiche import Fiche
from clairevoie.model.folding import slug
from clairevoie.pages.decoupage import NOMS, Coupe, PartieCoupee, Pas, decouper, is_long, par_lettre
from clairevoie.pages.fiche.vue import Vue
from clairevoie.pages.site import Site
from clairevoie.problems import Niveau
from clairevoie.wording.names import kind_of
from clairevoie.wording.ouverture import opening_sentence
from clairevoie.wording.typography import number

# What notes of each nature say, for several.
_NATURES = {
    "ecart": "Écarts dans les sources",
    "lacune": "Ce que les sources ne disent pas",
    "interpretation": "Lectures du site",
    "transformation": "Changements faits par le site",
    "mise_a_jour": "Mises à jour",
}


@dataclass(frozen=True, slots=True)
class Constats:
    """The sentences said of one record."""

    adresse: str
    phrases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChapitreQualite:
    """Sentences of one kind, by record; `compte` is how many there are."""

    titre: str
    ancre: str
    compte: int
    constats: tuple[Constats, ...]


def quality(site: Site) -> Mapping[str, object] | Coupe:
    """The chapters of the page on the quality of the data, those that have something to say."""
    chapters = (
        _chapter(site, "Nombres annoncés par les sources", "nombres-annonces", _counts(site)),
        *(
            _chapter(site, titre, f"notes-{nature}", _notes(site, nature))
            for nature, titre in _NATURES.items()
        ),
        _chapter(site, "Fiches qui n'ont pas encore de résumé", "sans-resume", _without_summary(site)),
        _chapter(site, "À vérifier", "a-verifier", _problems(site, Niveau.AVERTISSEMENT)),
        _chapter(site, "Informations", "informations", _problems(site, Niveau.INFORMATION)),
    )
    found = [chapter for chapter in chapters if chapter.compte]
    if not is_long(sum(chapter.compte for chapter in found), NOMS):
        return {"chapitres": found}
    told = [f"{chapter.titre} : {number(chapter.compte)}." for chapter in found]
    return Coupe(tuple(told), tuple(_part(site, chapter) for chapter in found))


def _part(site: Site, chapter: ChapitreQualite) -> PartieCoupee[Constats]:
    """The sentences of one kind by the name of the record."""
    base = f"qualite-des-donnees/{chapter.ancre}"

    def name(one: Constats) -> str:
        return site.plain_name(one.adresse)

    def step(one: Constats, depth: int) -> Pas | None:
        return par_lettre(base, name(one), slug(one.adresse), depth)

    def seen(some: Sequence[Constats]) -> Mapping[str, object]:
        count = sum(len(one.phrases) for one in some)
        return {"chapitres": (ChapitreQualite(chapter.titre, chapter.ancre, count, tuple(some)),)}

    tranche = decouper(chapter.constats, step, base, fois=NOMS, poids=lambda one: len(one.phrases))
    return PartieCoupee(
        replace(tranche, pas=Pas(base, chapter.titre)),
        name,
        ("fiche", "fiches"),
        seen,
        "qualite",
        chapter.titre,
        chapter.ancre,
    )


def _chapter(site: Site, titre: str, ancre: str, said: Iterable[tuple[Fiche, str]]) -> ChapitreQualite:
    by_record: dict[str, list[str]] = {}
    for fiche, phrase in said:
        by_record.setdefault(fiche.adresse, []).append(phrase)
    found = [Constats(adresse, tuple(dict.fromkeys(phrases))) for adresse, phrases in by_record.items()]
    found.sort(key=lambda one: (alphabetical(site.plain_name(one.adresse)), one.adresse))
    return ChapitreQualite(titre, ancre, sum(len(one.phrases) for one in found), tuple(found))


def _counts(site: Site) -> Iterator[tuple[Fiche, str]]:
    for demarche in site.jeu.demarches.values():
        for objet, lieu, phrase in Vue(demarche, site).comptes(demarche.comptes_declares):
            where = f" ({site.plain_name(lieu)})" if lieu else ""
            yield demarche, f"{objet}{where} : {phrase}"


def _without_summary(site: Site) -> Iterator[tuple[Fiche, str]]:
    """The records for which a summary is wished for, with the sentence that opens them in the meantime."""
    for fiche in site.jeu:
        if COLLECTIONS[fiche.collection].resumee and fiche.en_bref is None:
            yield fiche, opening_sentence(site.jeu, fiche) or kind_of(fiche)


def _notes(site: Site, nature: str) -> Iterator[tuple[Fiche, str]]:
    return ((fiche, note.texte) for fiche in site.jeu for note in fiche.notes if note.nature == nature)


def _problems(site: Site, niveau: Niveau) -> Iterator[tuple[Fiche, str]]:
    """What the checker says of published records."""
    for problem in site.problemes:
        fiche = site.jeu.fiche(problem.record)
        if fiche is not None and problem.niveau is niveau:
            yield fiche, problem.fault
