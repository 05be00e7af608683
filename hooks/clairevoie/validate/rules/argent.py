"""Money: a budget adds up, rests on something, and no dollar is entered twice."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from clairevoie.model.argent import Budget, Financement
from clairevoie.model.folding import fold
from clairevoie.model.parcours import Chemin
from clairevoie.problems import Niveau, Problem
from clairevoie.problems.catalogue import problem
from clairevoie.validate.coverage import noted
from clairevoie.validate.dossier import Dossier
from clairevoie.validate.rule import Scope, rule

_ASSURED = frozenset({"confirme", "recu"})

_DOLLARS = re.compile(r"(?<![\d,.])(\d{1,3}(?:\s?\d{3})*(?:,\d\d)?)\s?\$")

# What a budget lacks, by (has lines, has a total).
_LACKS = {
    (True, False): "les postes n'ont pas de total",
    (False, True): "le total n'a pas de postes",
    (False, False): "ni total ni postes",
}


@rule(Scope.RECORD)
def total_is_sum_of_lines(dossier: Dossier) -> Iterator[Problem]:
    """The declared total is the sum of the lines; a note « ecart » on the budget makes it information."""
    for fiche, chemin, budget in dossier.formes(Budget):
        total, somme = budget.total_declare, _sum(ligne.montant for ligne in budget.lignes)
        if total is None or somme is None or total == somme:
            continue
        # A line without amount may hold the difference, unless the others already say too much.
        if somme < total and any(ligne.montant is None for ligne in budget.lignes):
            continue
        place = (*chemin, "total_declare")
        niveau = Niveau.INFORMATION if noted(dossier, fiche, "ecart", place) else Niveau.ERREUR
        facts = {"t": dollars(total), "s": dollars(somme), "e": dollars(abs(total - somme))}
        yield problem("SOM-01", fiche.adresse, place, niveau, **facts)


@rule(Scope.RECORD)
def budget_has_lines_and_total(dossier: Dossier) -> Iterator[Problem]:
    """A budget that gives its lines and its total can be checked by anyone."""
    for fiche, chemin, budget in dossier.formes(Budget):
        manque = _LACKS.get((bool(budget.lignes), budget.total_declare is not None))
        if manque:
            yield problem("SOM-03", fiche.adresse, chemin, manque=manque)


@rule(Scope.RECORD)
def confirmed_funding_has_an_amount(dossier: Dossier) -> Iterator[Problem]:
    """Money confirmed or received is a known sum."""
    for fiche, chemin, financement in dossier.formes(Financement):
        if financement.statut in _ASSURED and financement.montant is None:
            facts = {"statut": financement.statut, "montant": _told_amount(financement) or "35000"}
            yield problem("SOM-04", fiche.adresse, (*chemin, "statut"), **facts)


def _told_amount(financement: Financement) -> str:
    """The amount that the words of a funding give, « une contribution de 35 000 $ »; nothing when they give none."""
    found = _DOLLARS.search(financement.libelle or "")
    return re.sub(r"\s", "", found[1]).replace(",", ".") if found else ""


@rule(Scope.RECORD)
def confirmed_funding_fits_in_budget(dossier: Dossier) -> Iterator[Problem]:
    """Nobody confirms more than the budget; money already counted elsewhere is left out."""
    for fiche, chemin, budget in dossier.formes(Budget):
        total = budget.total_declare
        if total is None:
            total = _sum(ligne.montant for ligne in budget.lignes)
        assured = _sum(f.montant for f in budget.financements if f.statut in _ASSURED and not f.rattache_a)
        if total is not None and assured is not None and assured > total:
            place = (*chemin, "financements")
            yield problem("SOM-05", fiche.adresse, place, s=dollars(assured), b_total=dollars(total))


@rule(Scope.RECORDS)
def funding_is_entered_once(dossier: Dossier) -> Iterator[Problem]:
    """The same sum of one funder, on a démarche and on one of its projects, is said to be the same money."""
    own = _own_fundings(dossier)
    for projet in dossier.jeu.projets.values():
        demarche = f"demarches/{projet.demarche or ''}"
        of_demarche = {(f.organisme, montant) for _, f, montant in own.get(demarche, ())}
        for chemin, financement, montant in own.get(projet.adresse, ()):
            if (financement.organisme, montant) in of_demarche:
                libelle = _label(dossier, financement)
                yield problem("SOM-06", projet.adresse, chemin, libelle=libelle, montant=dollars(montant))


def _own_fundings(dossier: Dossier) -> Mapping[str, list[tuple[Chemin, Financement, Decimal]]]:
    """By address, the fundings whose funder and amount are known, and that are not said to be counted elsewhere."""
    found: dict[str, list[tuple[Chemin, Financement, Decimal]]] = defaultdict(list)
    for fiche, chemin, financement in dossier.formes(Financement):
        if financement.organisme and financement.montant is not None and not financement.rattache_a:
            found[fiche.adresse].append((chemin, financement, financement.montant))
    return found


def _label(dossier: Dossier, financement: Financement) -> str:
    funder = dossier.jeu.organismes.get(financement.organisme or "")
    return financement.libelle or (funder.intitule if funder else financement.organisme or "")


@rule(Scope.RECORD)
def lone_total_rests_on_a_source(dossier: Dossier) -> Iterator[Problem]:
    """A total without lines can be found again in a source."""
    for fiche, chemin, budget in dossier.formes(Budget):
        if budget.total_declare is None or budget.lignes:
            continue
        if not any(source.repere or source.extrait for source in fiche.sources):
            yield problem("SOM-07", fiche.adresse, (*chemin, "total_declare"))


@rule(Scope.RECORD)
def lines_have_distinct_labels(dossier: Dossier) -> Iterator[Problem]:
    """Two lines of a budget do not bear the same words."""
    for fiche, chemin, budget in dossier.formes(Budget):
        seen: set[str] = set()
        for rank, ligne in enumerate(budget.lignes):
            label = fold(ligne.libelle)
            if label in seen:
                yield problem("SOM-08", fiche.adresse, (*chemin, "lignes", rank), libelle=ligne.libelle)
            seen.add(label)


def _sum(montants: Iterable[Decimal | None]) -> Decimal | None:
    """The sum of the amounts that are known, None when none is."""
    known = [montant for montant in montants if montant is not None]
    return sum(known, Decimal()) if known else None


def dollars(montant: Decimal) -> str:
    """« 111 600 », « 1 234,50 »: ordinary spaces, cents only when there are some, no sign of currency."""
    return f"{montant:,.2f}".removesuffix(".00").replace(",", " ").replace(".", ",")
