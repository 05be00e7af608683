"""The editions of a plan, and the page that compares one with the one it takes the place of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from jinja2 import Template

from clairevoie.derive.decisions import Prise, in_order
from clairevoie.derive.editions import ComparaisonEditions, Paire, compare_editions, editions
from clairevoie.derive.official import official_words
from clairevoie.derive.word_changes import MorceauDeTexte, word_changes
from clairevoie.model.actions import Action, ObjectifSpecifique
from clairevoie.model.ancres import Element, element_text
from clairevoie.model.base import Forme
from clairevoie.model.describe import describe
from clairevoie.model.journal import state
from clairevoie.model.plans import Plan
from clairevoie.model.temps import Echeance
from clairevoie.pages.citer import citation
from clairevoie.pages.environment import environment
from clairevoie.pages.homonymes import told_apart
from clairevoie.pages.page import Page
from clairevoie.pages.partage import share_card
from clairevoie.pages.site import Site
from clairevoie.pages.suites.suites import Suites, decision_at
from clairevoie.wording.names import element_name, public_name, short_name
from clairevoie.wording.typography import headline

SUITE = "comparer/"
RACINE = "../../../../"


@dataclass(frozen=True, slots=True)
class EditionDePlan:
    """One edition in the list of them all: the plan, and where it is compared with each edition that it replaced."""

    plan: Plan
    comparaisons: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class MotsChanges:
    """What a field said and says: its title, and the pieces of both."""

    titre: str
    morceaux: tuple[MorceauDeTexte, ...]


@dataclass(frozen=True, slots=True)
class ElementCompare:
    """An objective or an action in a comparison.

    `adresse`, `nom` and `texte` are those of the new edition, of the old one for what is there no more; `marque` are
    the pieces of its text where it is another one, `mots` those of its other fields. `avant` are the elements taken up:
    address, name, and text where nothing is marked. `echeances` are the deadlines before and now, where they moved;
    `etat` is the last state published of what is there no more.
    """

    adresse: str
    nom: str
    texte: str
    marque: tuple[MorceauDeTexte, ...] = ()
    avant: tuple[tuple[str, str, str], ...] = ()
    appui: str = ""
    mots: tuple[MotsChanges, ...] = ()
    echeances: tuple[tuple[Echeance, ...], tuple[Echeance, ...]] | None = None
    etat: str = "non_precise"
    decisions: tuple[tuple[Prise, tuple[str, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class PageDeComparaison:
    """What the template sees: the two plans, what was decided of the new one, counts by kind, then each list."""

    avant: Plan
    apres: Plan
    suites: Suites
    decisions: tuple[tuple[Prise, tuple[str, ...]], ...]
    comptes: tuple[tuple[str, tuple[int, ...]], ...]
    appuis: tuple[int, int]
    plan: tuple[MotsChanges, ...]
    reformules: tuple[ElementCompare, ...]
    deplaces: tuple[ElementCompare, ...]
    partis: tuple[ElementCompare, ...]
    ajoutes: tuple[ElementCompare, ...]
    conserves: tuple[ElementCompare, ...]


def chain(site: Site, plan: Plan) -> tuple[EditionDePlan, ...]:
    """All the editions of a plan, the oldest first; none where it has no other."""
    found = editions(plan, partial(replaced, site), lambda one: site.jeu.plans.get(one.remplace_par or ""))
    told = (
        EditionDePlan(one, tuple((address(one, old), old.adresse) for old in replaced(site, one)))
        for one in found
    )
    return tuple(told) if len(found) > 1 else ()


def replaced(site: Site, plan: Plan) -> tuple[Plan, ...]:
    """The editions that a plan takes the place of."""
    return tuple(one for one in site.citing(plan, "plans", "remplace_par") if isinstance(one, Plan))


def address(plan: Plan, old: Plan) -> str:
    """Where a plan is compared with an edition that it takes the place of."""
    return f"{plan.adresse}/{SUITE}{old.id}"


def sheets(site: Site, templates: Path) -> Iterator[tuple[str, Callable[[], Page]]]:
    """The address of each comparison, and how to print it."""
    template = environment(templates, site, RACINE).get_template("editions/plans.html")
    plans = site.jeu.plans
    pairs = ((old, plans.get(old.remplace_par or "")) for old in plans.values())
    return (
        (f"{address(new, old)}/", partial(_printed, site, template, old.id, new.id))
        for old, new in pairs
        if new is not None
    )


def _printed(site: Site, template: Template, before: str, after: str) -> Page:
    """The page that compares two editions; no search finds it, since the pages of both say the same."""
    old, new = site.jeu.plans[before], site.jeu.plans[after]
    name, other = (headline(public_name(one)) for one in (new, old))
    etapes = [
        ("Accueil", RACINE),
        ("Plans", f"{RACINE}plans/"),
        (headline(short_name(new)), f"{RACINE}{new.adresse}/"),
        ("Comparer avec l'édition d'avant", None),
    ]
    titre, suite = f"{name}, comparé à {other}", f"{SUITE}{old.id}/"
    cited = citation(site, new, titre, suite)
    corps = template.render(une=gather(site, old, new), etapes=etapes, citation=cited)
    return Page(
        "plans",
        new.id,
        titre,
        f"Ce qui change de « {other} » à « {name} » : conservé, reformulé, déplacé, ajouté, absent.",
        told_apart(site, corps, RACINE),
        share_card(site, new),
        suite=suite,
    )


def gather(site: Site, old: Plan, new: Plan) -> PageDeComparaison:
    """What the page that compares two editions says."""
    found = compare_editions(old, new)
    told = _Comparer(site, old, new)
    declared = sum(one.appui == "reprend" for one in found.paires)
    return PageDeComparaison(
        old,
        new,
        told.now,
        tuple(one for one in told.now.decisions if not one[1]),
        tuple(_counts(found)),
        (declared, len(found.paires) - declared),
        tuple(dict(_changes(old, new, found.plan)).values()),
        tuple(told.pair(one) for one in found.reformulees),
        tuple(told.pair(one, words_too=False) for one in found.deplacees),
        tuple(told.gone(one) for one in found.partis),
        tuple(told.come(one) for one in found.ajoutes),
        tuple(told.pair(one) for one in found.conservees),
    )


class _Comparer:
    """How the elements of two editions are told."""

    def __init__(self, site: Site, old: Plan, new: Plan) -> None:
        self._site, self._old, self._new = site, old, new
        self.then, self.now = Suites(site, old), Suites(site, new)

    def pair(self, one: Paire, words_too: bool = True) -> ElementCompare:
        """What both editions have."""
        before, after = one.avant[0].forme, one.apres.forme
        moved = None
        if one.est_deplacee and isinstance(before, Action) and isinstance(after, Action):
            moved = before.echeances, after.echeances
        marked = dict(_changes(before, after, one.champs)) if words_too else {}
        adresse, nom, texte = self._named(self._new, one.apres)
        avant = (self._named(self._old, element) for element in one.avant)
        of_text = marked.pop("texte", None)
        return ElementCompare(
            adresse,
            nom,
            texte,
            of_text.morceaux if of_text else (),
            tuple((adresse, nom, texte if one.est_reunie else "") for adresse, nom, texte in avant),
            one.appui,
            tuple(marked.values()),
            moved,
            decisions=self._decided(one.avant, one.apres),
        )

    def gone(self, element: Element) -> ElementCompare:
        """What is only in the old edition."""
        named = self._named(self._old, element)
        forme = element.forme
        etat = state(forme) if isinstance(forme, Action) else "non_precise"
        return ElementCompare(*named, etat=etat, decisions=self._decided((element,), None))

    def come(self, element: Element) -> ElementCompare:
        """What is only in the new one."""
        return ElementCompare(*self._named(self._new, element), decisions=self._decided((), element))

    def _named(self, plan: Plan, element: Element) -> tuple[str, str, str]:
        adresse = f"{plan.adresse}#{element.ancre}" if element.ancre else plan.adresse
        return adresse, headline(element_name(element)), element_text(element.forme)

    def _decided(
        self, before: Iterable[Element], after: Element | None
    ) -> tuple[tuple[Prise, tuple[str, ...]], ...]:
        """What was decided of an element: by a decision that names it, or that its follow-up cites."""
        sides = [*((self.then, one) for one in before), *([(self.now, after)] if after else [])]
        found = [prise for suites, one in sides if one.ancre for prise in suites.sur(one.ancre)]
        cited = (
            decision_at(self._site, entry.decision)
            for _, one in sides
            if isinstance(one.forme, Action)
            for entry in one.forme.suivi
        )
        return tuple((prise, ()) for prise in in_order([*found, *filter(None, cited)]))


def _counts(found: ComparaisonEditions) -> Iterator[tuple[str, tuple[int, ...]]]:
    """« Objectifs », « Actions », each with the numbers of the columns of the table."""
    lists: Sequence[Sequence[Element]] = (
        [one.apres for one in found.conservees],
        [one.apres for one in found.reformulees],
        [one.apres for one in found.deplacees],
        found.ajoutes,
        found.partis,
    )
    for kind, name in ((ObjectifSpecifique, "Objectifs"), (Action, "Actions")):
        counts = tuple(sum(isinstance(one.forme, kind) for one in each) for each in lists)
        if any(counts):
            yield name, counts


def _changes(old: Forme, new: Forme, champs: Iterable[str]) -> Iterator[tuple[str, MotsChanges]]:
    """By field, what these fields said and say; a field that only one has is wholly gone, or new."""
    assert isinstance(old, Plan | Action | ObjectifSpecifique)
    assert isinstance(new, Plan | Action | ObjectifSpecifique)
    before, after = official_words(old), official_words(new)
    for champ in champs:
        titre = describe(type(new if champ in after else old))[champ].titre
        yield champ, MotsChanges(titre, word_changes(before.get(champ, ""), after.get(champ, "")))
