"""What we do not know yet, as questions: how many there are, then those of each record, by démarche."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from clairevoie.derive.lacunes import Lacune, questions
from clairevoie.model.base import Forme
from clairevoie.model.fiche import Fiche
from clairevoie.pages.fiche.pied import message
from clairevoie.pages.site import Site
from clairevoie.wording.names import element_text, sorted_by_name, title
from clairevoie.wording.questions import words
from clairevoie.wording.typography import headline, number, shortened

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


def unknown(site: Site) -> dict[str, object]:
    """How often each question stays open on the whole site, then the parts of the page."""
    asked: dict[str, list[Asked]] = defaultdict(list)
    for fiche in sorted_by_name(site.jeu):
        found = tuple(questions(fiche, site.on))
        for key in _keys(site, fiche) if found else ():
            asked[key].append((fiche, found))
    names = {
        demarche.id: title(demarche) for demarche in sorted_by_name(site.jeu.demarches.values())
    } | _TITRES
    everything = {fiche.adresse: (fiche, found) for each in asked.values() for fiche, found in each}
    return {
        "comptes": _counts(everything.values()),
        "parties": [_part(site, key, names[key], asked[key]) for key in names if key in asked],
    }


def _keys(site: Site, fiche: Fiche) -> tuple[str, ...]:
    """The parts of the page where a record stands."""
    demarches = tuple(demarche.id for demarche in site.demarches(fiche))
    return demarches or (_ORGANISMES if fiche.collection == "organismes" else _AUTRES,)


def _part(site: Site, key: str, titre: str, asked: list[Asked]) -> PartieLacunes:
    subjects: list[SujetLacunes] = []
    undated: list[SujetLacunes] = []
    for fiche, found in asked:
        kinds = {one.sorte for one in found if one.nombre}
        if kinds:
            (undated if kinds == {"date"} else subjects).append(_subject(site, fiche, found))
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
