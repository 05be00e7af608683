"""Everything from A to Z: every record by every name it goes by, and the acronyms with what they stand for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from clairevoie.derive.ordre import alphabetical, initial
from clairevoie.model import COLLECTIONS
from clairevoie.model.fiche import Fiche
from clairevoie.model.folding import slug
from clairevoie.model.petites_formes import Definition
from clairevoie.pages.decoupage import NOMS, Coupe, PartieCoupee, Pas, decouper, is_long, par_lettre
from clairevoie.pages.site import Site
from clairevoie.wording.names import kind_of, public_name, short_name
from clairevoie.wording.typography import NBSP, headline, number


@dataclass(frozen=True, slots=True)
class EntreeAlphabet:
    """One line: a name, where it leads, and what tells it from its neighbours."""

    nom: str
    adresse: str
    precision: str


@dataclass(frozen=True, slots=True)
class Terme:
    """An acronym or a word, the records that it names, and its meaning in the words of a source."""

    terme: str
    adresses: tuple[str, ...]
    definition: str | None = None


def index(site: Site) -> Mapping[str, object] | Coupe:
    """Every record under each of its names, by letter."""
    found = sorted(
        (entree for fiche in site.jeu for entree in _entries(site, fiche)),
        key=lambda entree: (alphabetical(entree.nom), entree.adresse),
    )
    if not is_long(len(found), NOMS):
        return _by_letter(found)

    def step(entree: EntreeAlphabet, depth: int) -> Pas | None:
        return par_lettre("index-a-z", entree.nom, slug(entree.adresse), depth, "lettre-")

    tranche = decouper(found, step, "index-a-z", fois=NOMS)
    part = PartieCoupee(tranche, lambda one: one.nom, ("nom", "noms"), _by_letter, "index-a-z")
    return Coupe(
        (f"{number(len(found))}{NBSP}noms pour {number(len(tuple(site.jeu)))}{NBSP}fiches.",), (part,)
    )


def _by_letter(found: Iterable[EntreeAlphabet]) -> Mapping[str, object]:
    letters: dict[str, list[EntreeAlphabet]] = {}
    for entree in found:
        letters.setdefault(initial(entree.nom), []).append(entree)
    return {"lettres": letters}


def _entries(site: Site, fiche: Fiche) -> Iterator[EntreeAlphabet]:
    name, kind = public_name(fiche), COLLECTIONS[fiche.collection].singulier
    yield EntreeAlphabet(headline(name), fiche.adresse, ", ".join((kind_of(fiche), *_whose(site, fiche))))
    others = (
        fiche.sigle,
        fiche.nom_court,
        *fiche.noms_alternatifs,
        *(ancien.nom for ancien in fiche.anciens_noms),
    )
    for other in dict.fromkeys(others):
        if other and alphabetical(other) != alphabetical(name):
            yield EntreeAlphabet(
                headline(other),
                fiche.adresse,
                f"voir {name} ({kind})",
            )


def _whose(site: Site, fiche: Fiche) -> tuple[str, ...]:
    """The démarche, for records whose name alone does not say enough."""
    if not COLLECTIONS[fiche.collection].nom_partage:
        return ()
    return tuple(short_name(demarche) for demarche in site.demarches(fiche))


def glossary(site: Site) -> Mapping[str, object] | Coupe:
    """Acronyms, then the terms that sources define, in one alphabetical list."""
    named: dict[str, list[str]] = {}
    for fiche in site.jeu:
        if fiche.sigle:
            named.setdefault(fiche.sigle, []).append(fiche.adresse)
    acronyms = [Terme(sigle, tuple(adresses)) for sigle, adresses in named.items()]
    terms = sorted(
        (*acronyms, *_defined(site)), key=lambda terme: (alphabetical(terme.terme), terme.adresses)
    )
    if not is_long(len(terms)):
        return {"termes": terms}

    def step(terme: Terme, depth: int) -> Pas | None:
        return par_lettre("glossaire", terme.terme, slug(" ".join(terme.adresses)), depth)

    tranche = decouper(terms, step, "glossaire")
    part = PartieCoupee(
        tranche, lambda one: one.terme, ("mot", "mots"), lambda some: {"termes": some}, "glossaire"
    )
    return Coupe((f"{number(len(terms))}{NBSP}sigles et mots.",), (part,))


def _defined(site: Site) -> Iterator[Terme]:
    for fiche in site.jeu:
        definitions: tuple[Definition, ...] = getattr(fiche, "definitions", ())
        for one in definitions:
            yield Terme(one.terme, (fiche.adresse,), one.texte)
