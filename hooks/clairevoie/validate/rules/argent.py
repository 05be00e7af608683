"""Money: a budget adds up, rests on something, no sum is entered twice, and each is in its own currency."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import partial

from clairevoie.model.appels import Appel
from clairevoie.model.argent import Budget, Financement, currency_of
from clairevoie.model.fiche import Fiche
from clairevoie.model.folding import fold
from clairevoie.model.monnaies import currency_written, unit
from clairevoie.model.mots import mot
from clairevoie.model.parcours import Chemin
from clairevoie.problems import Niveau, Problem
from clairevoie.problems.catalogue import problem
from clairevoie.validate.coverage import noted
from clairevoie.validate.dossier import Dossier
from clairevoie.validate.rule import Scope, rule

_ASSURED = frozenset({"confirme", "recu"})
# Who gives how much, in which currency.
_Given = tuple[str, Decimal, str]

# « 35 000 $ », « 35 000,50 $ US », « 1 200 euros »: the amount, and what follows it.
_AMOUNT = re.compile(
    r"(?<![\d,.])(?P<montant>\d{1,3}(?:\s\d{3})+|\d+)(?P<cents>,\d\d)?\s?(?P<monnaie>[$€£]\s?(?:US|CA)?\b|[$€£]|[^\W\d_]+)"
)
# What is said of a sum whatever the currency of the country: « dollars » are those of the record.
_DOLLARS = frozenset({"$", "dollar", "dollars"})

_WHOLE = 100

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
        said = partial(amount, devise=budget.devise)
        facts = {"t": said(total), "s": said(somme), "e": said(abs(total - somme))}
        yield problem("SOM-01", fiche.adresse, place, niveau, **facts)


@rule(Scope.RECORD)
def budget_has_lines_and_total(dossier: Dossier) -> Iterator[Problem]:
    """A budget that gives its lines and its total can be checked by anyone."""
    for fiche, chemin, budget in dossier.formes(Budget):
        manque = _LACKS.get((bool(budget.lignes), budget.total_declare is not None))
        if manque:
            yield problem("SOM-03", fiche.adresse, chemin, manque=manque)


@rule(Scope.RECORD)
def confirmed_funding_fits_in_budget(dossier: Dossier) -> Iterator[Problem]:
    """Nobody confirms more than the budget; money already counted elsewhere is left out."""
    for fiche, chemin, budget in dossier.formes(Budget):
        total = budget.total_declare
        if total is None:
            total = _sum(ligne.montant for ligne in budget.lignes)
        own = [f for f in budget.financements if currency_of(f, budget) == budget.devise]
        assured = _sum(f.montant for f in own if f.statut in _ASSURED and not f.rattache_a)
        if total is not None and assured is not None and assured > total:
            said = partial(amount, devise=budget.devise)
            place = (*chemin, "financements")
            yield problem("SOM-05", fiche.adresse, place, s=said(assured), b_total=said(total))


@rule(Scope.RECORDS)
def funding_is_entered_once(dossier: Dossier) -> Iterator[Problem]:
    """The same sum of one funder, on a démarche and on one of its projects, is said to be the same money."""
    own = _own_fundings(dossier)
    for projet in dossier.jeu.projets.values():
        demarche = f"demarches/{projet.demarche or ''}"
        for chemin, financement, money in own.get(projet.adresse, ()):
            alike = (one for _, one, other in own.get(demarche, ()) if other == money)
            if any(_may_be_the_same(one, financement) for one in alike):
                libelle = _label(dossier, financement)
                yield problem("SOM-06", projet.adresse, chemin, libelle=libelle, montant=amount(*money[1:]))


def _may_be_the_same(one: Financement, other: Financement) -> bool:
    """Whether nothing that both say tells them apart: for whom, in which programme, when, under which number."""
    told = zip(_marks(one), _marks(other), strict=True)
    return all(not mine or not theirs or mine == theirs for mine, theirs in told)


def _marks(one: Financement) -> tuple[object, ...]:
    return (
        one.beneficiaire,
        fold(one.programme or ""),
        one.periode and fold(one.periode.dite),
        one.date_octroi and one.date_octroi.edtf,
        one.appel,
        frozenset((known.schema, known.valeur) for known in one.identifiants),
    )


def _own_fundings(dossier: Dossier) -> Mapping[str, list[tuple[Chemin, Financement, _Given]]]:
    """By address, the fundings whose funder and amount are known, and that are not said to be counted elsewhere."""
    found: dict[str, list[tuple[Chemin, Financement, _Given]]] = defaultdict(list)
    for fiche, chemin, financement, budget in fundings(dossier):
        if financement.organisme and financement.montant is not None and not financement.rattache_a:
            given = (financement.organisme, financement.montant, currency_of(financement, budget))
            found[fiche.adresse].append((chemin, financement, given))
    return found


def fundings(dossier: Dossier) -> Iterator[tuple[Fiche, Chemin, Financement, Budget | None]]:
    """Every funding, with the budget that holds it, if any."""
    holders = {id(one): budget for _, _, budget in dossier.formes(Budget) for one in budget.financements}
    for fiche, chemin, financement in dossier.formes(Financement):
        yield fiche, chemin, financement, holders.get(id(financement))


def _label(dossier: Dossier, financement: Financement) -> str:
    funder = dossier.jeu.organismes.get(financement.organisme or "")
    return financement.libelle or (funder.intitule if funder else financement.organisme or "")


@rule(Scope.RECORD)
def funding_is_in_the_currency_of_its_budget(dossier: Dossier) -> Iterator[Problem]:
    """What pays for a budget is in its currency, unless a note says how it is."""
    for fiche, chemin, financement, budget in fundings(dossier):
        if budget and financement.devise not in (None, budget.devise):
            facts = {"a": mot(financement.devise or ""), "b": mot(budget.devise)}
            yield problem("SOM-09", fiche.adresse, (*chemin, "devise"), **facts)


@rule(Scope.RECORD)
def words_and_amount_are_in_one_currency(dossier: Dossier) -> Iterator[Problem]:
    """« Un don de 5 000 € » is not published as five thousand dollars."""
    for fiche, chemin, financement, budget in fundings(dossier):
        devise = currency_of(financement, budget)
        said = _currency_said(financement)
        if said and said != devise:
            dit = amount(financement.montant or Decimal(), said)
            facts = {"dit": dit, "a": mot(devise), "suggestion": said}
            yield problem("SOM-10", fiche.adresse, (*chemin, "montant"), **facts)


def _currency_said(financement: Financement) -> str:
    """The currency in which the words of a funding give its amount; nothing when they do not give it."""
    for texte in (financement.libelle, financement.note, financement.conditions):
        for found in _AMOUNT.finditer(texte or ""):
            written = Decimal(re.sub(r"\s", "", found["montant"]) + (found["cents"] or "").replace(",", "."))
            devise = currency_written(found["monnaie"])
            if devise and written == financement.montant and found["monnaie"].strip().lower() not in _DOLLARS:
                return devise
    return ""


@rule(Scope.RECORD)
def funding_keeps_within_its_own_limits(dossier: Dossier) -> Iterator[Problem]:
    """No more is spent than was given, nor given than the most that the funder gives."""
    for fiche, chemin, financement, budget in fundings(dossier):
        said = partial(amount, devise=currency_of(financement, budget))
        montant, depense, plafond = financement.montant, financement.depense, financement.plafond
        if montant is not None and depense is not None and depense > montant:
            facts = {"d": said(depense), "m": said(montant)}
            yield problem("SOM-11", fiche.adresse, (*chemin, "depense"), **facts)
        if montant is not None and plafond is not None and montant > plafond:
            facts = {"m": said(montant), "p": said(plafond)}
            yield problem("SOM-12", fiche.adresse, (*chemin, "plafond"), **facts)


@rule(Scope.RECORD)
def share_is_a_part_of_something(dossier: Dossier) -> Iterator[Problem]:
    """A funder pays more than nothing, and no more than the whole."""
    given = ((fiche, chemin, one.pourcentage) for fiche, chemin, one in dossier.formes(Financement))
    called = ((fiche, chemin, one.pourcentage) for fiche, chemin, one in dossier.formes(Appel))
    for fiche, chemin, share in (*given, *called):
        if share is not None and not 0 < share <= _WHOLE:
            place = (*chemin, "pourcentage")
            yield problem("SOM-13", fiche.adresse, place, valeur=f"{share:f}".replace(".", ","))


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


def amount(montant: Decimal, devise: str) -> str:
    """« 111 600 $ », « 1 234,50 € »: ordinary spaces, cents only when there are some."""
    digits = f"{montant:,.2f}".removesuffix(".00").replace(",", " ").replace(".", ",")
    return f"{digits} {unit(montant, devise)}"
