"""What we do not know yet, as questions: how many there are, then those of each record, by démarche."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from clairevoie.derive.lacunes import Lacune, questions
from clairevoie.model.ancres import element_text
from clairevoie.model.base import Forme
from clairevoie.model.demarches import Demarche
from clairevoie.model.fiche import Fiche
from clairevoie.pages.classement import LETTRES, are_many, part_by_name, under_demarche
from clairevoie.pages.decoupage import Coupe, PartieCoupee, Pas, decouper, is_long, par_lettre
from clairevoie.pages.fiche.pied import message
from clairevoie.pages.site import Site
from clairevoie.wording.names import public_name, sorted_by_name, title
from clairevoie.wording.questions import words
from clairevoie.wording.typography import headline, number, shortened

_LISTE = "ce-que-nous-ne-savons-pas"
_NAMED = 3
_LENGTH = 60
_TITRES_DES_QUESTIONS = {
    "qui": "Qui s'occupe d'une action",
    "quand": "Quand se fait une action",
    "suite": "La suite d'une action",
    "total": "Le total d'un budget",
    "composition": "Qui siège à un comité",
    "date": "De quand date une fiche",
    "revoir": "Ce qui est encore vrai",
}
# What is shared by several démarches, and what belongs to none.
_ORGANISMES, _AUTRES = "organismes", "sans-demarche"
_TITRES = {_ORGANISMES: "Organismes, communs aux démarches", _AUTRES: "Sans démarche"}


Asked = tuple[Fiche, tuple[Lacune, ...]]


@dataclass(frozen=True, slots=True)
class Demande:
    """One question in words; the elements it is about, as address and name, and how many others."""

    texte: str
    exemples: tuple[tuple[str, str], ...]
    autres: int


@dataclass(frozen=True, slots=True)
class SujetLacunes:
    """A record, what is asked of it, and where to answer (empty for nowhere)."""

    adresse: str
    demandes: tuple[Demande, ...]
    repondre: str


@dataclass(frozen=True, slots=True)
class Compte:
    """How often a question stays open: « 4 sur 28 »."""

    titre: str
    compte: str


@dataclass(frozen=True, slots=True)
class PartieLacunes:
    """The records of one démarche that leave a question open, and how often each question does.

    `sans_date` are those of which nothing is asked but from when they date: one line each.
    """

    titre: str
    ancre: str
    comptes: tuple[Compte, ...]
    sujets: tuple[SujetLacunes, ...]
    sans_date: tuple[SujetLacunes, ...]


def unknown(site: Site) -> Mapping[str, object] | Coupe:
    """How often each question stays open on the whole site, then the parts of the page."""
    asked: dict[str, list[Asked]] = defaultdict(list)
    for fiche in sorted_by_name(site.jeu):
        found = tuple(questions(fiche, site.on))
        for key in _keys(site, fiche) if found else ():
            asked[key].append((fiche, found))
    everything = {fiche.adresse: (fiche, found) for each in asked.values() for fiche, found in each}
    keys = [*(one.id for one in sorted_by_name(site.jeu.demarches.values())), *_TITRES]
    held = {key: asked[key] for key in keys if key in asked}
    if is_long(sum(map(len, held.values()))):
        return _cut(site, held, _counts(everything.values()))
    return {
        "comptes": _counts(everything.values()),
        "parties": [_part(site, key, found) for key, found in held.items()],
    }


def _cut(site: Site, held: Mapping[str, list[Asked]], comptes: Iterable[Compte]) -> Coupe:
    """The same by démarche, then by the name of the record."""
    filed = [(key, one) for key, found in held.items() for one in found if any(q.nombre for q in one[1])]
    many = are_many(site.jeu.demarches.get(key) for key in held)
    part = PartieCoupee(
        decouper(filed, partial(_step, site, many), _LISTE),
        lambda one: public_name(one[1][0]),
        ("fiche", "fiches"),
        partial(_parts, site),
        "lacunes",
        ancres=lambda found: tuple(dict.fromkeys(_anchor(key) for key, _ in found)),
    )
    told = [f"{compte.titre} : {compte.compte}." for compte in comptes]
    asking = {key for key, _ in filed}
    settled = [site.jeu.demarches[key] for key in held if key not in asking and key in site.jeu.demarches]
    return Coupe((*told, LETTRES) if many else tuple(told), (part, *_settled(settled)))


def _settled(demarches: Sequence[Demarche]) -> Iterator[PartieCoupee[Any]]:
    """The démarches of which nothing is left to ask: what led to their questions leads there."""
    if demarches:
        part = part_by_name(f"{_LISTE}/rien", demarches, "Rien à demander pour le moment", "rien-a-demander")
        yield replace(part, ancres=lambda found: tuple(_anchor(one.id) for one in found))


def _anchor(key: str) -> str:
    return f"questions-{key}"


def _step(site: Site, many: bool, one: tuple[str, Asked], depth: int) -> Pas | None:
    key, (fiche, _) = one
    demarche = site.jeu.demarches.get(key)
    if demarche is None:
        base = f"{_LISTE}/{key}/toutes"
        if depth == 0:
            return Pas(base, _TITRES[key], _anchor(key))
        return par_lettre(base, public_name(fiche), fiche.id, depth - 1)
    found = under_demarche(_LISTE, demarche, many, depth)
    if isinstance(found, Pas):
        return found._replace(ancre=_anchor(key)) if not many or depth else found
    base, inner = found
    return par_lettre(base, public_name(fiche), f"{fiche.collection}-{fiche.id}", inner)


def _parts(site: Site, filed: Iterable[tuple[str, Asked]]) -> Mapping[str, object]:
    """What the template sees of some of the records; the counts are those of the whole list."""
    held: dict[str, list[Asked]] = {}
    for key, one in filed:
        held.setdefault(key, []).append(one)
    return {"comptes": (), "parties": [_part(site, key, found) for key, found in held.items()]}


def _keys(site: Site, fiche: Fiche) -> tuple[str, ...]:
    """The parts of the page where a record stands."""
    demarches = tuple(demarche.id for demarche in site.demarches(fiche))
    return demarches or (_ORGANISMES if fiche.collection == "organismes" else _AUTRES,)


def _part(site: Site, key: str, asked: list[Asked]) -> PartieLacunes:
    subjects: list[SujetLacunes] = []
    undated: list[SujetLacunes] = []
    for fiche, found in asked:
        kinds = {one.sorte for one in found if one.nombre}
        if kinds:
            (undated if kinds == {"date"} else subjects).append(_subject(site, fiche, found))
    demarche = site.jeu.demarches.get(key)
    titre = title(demarche) if demarche else _TITRES[key]
    return PartieLacunes(titre, f"questions-{key}", _counts(asked), tuple(subjects), tuple(undated))


def _counts(asked: Iterable[Asked]) -> tuple[Compte, ...]:
    """Each question that stays open somewhere, in the order of the table."""
    silent, whole = Counter[str](), Counter[str]()
    for question in (one for _, found in asked for one in found):
        silent[question.sorte] += question.nombre
        whole[question.sorte] += question.sur
    return tuple(
        Compte(titre, f"{number(silent[sorte])} sur {number(whole[sorte])}")
        for sorte, titre in _TITRES_DES_QUESTIONS.items()
        if silent[sorte]
    )


def _subject(site: Site, fiche: Fiche, found: Iterable[Lacune]) -> SujetLacunes:
    adresse = f"{site.reglages.adresse}{fiche.adresse}/"
    return SujetLacunes(
        fiche.adresse,
        tuple(_asked(site, fiche, one) for one in found if one.nombre),
        message(site.reglages, f"Ce que je sais : {title(fiche)}", adresse),
    )


def _asked(site: Site, fiche: Fiche, question: Lacune) -> Demande:
    named = question.ancres[:_NAMED] if question.nombre < question.sur else ()
    elements = site.elements(fiche)
    examples = tuple((f"{fiche.adresse}#{ancre}", _short(elements[ancre].forme)) for ancre in named)
    return Demande(words(fiche, question), examples, question.nombre - len(named) if named else 0)


def _short(forme: Forme) -> str:
    """The number of an element, or its first words."""
    return getattr(forme, "numero", None) or headline(shortened(element_text(forme), _LENGTH))
