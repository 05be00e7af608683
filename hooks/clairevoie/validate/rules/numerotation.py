"""Numbers of objectives and actions: they say where each one stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from clairevoie.model.actions import Action, ObjectifSpecifique
from clairevoie.model.ancres import Element, level_of, slug_of_number
from clairevoie.model.archives import Archives
from clairevoie.model.fiche import Fiche
from clairevoie.model.parcours import Chemin
from clairevoie.problems import Problem
from clairevoie.problems.catalogue import problem
from clairevoie.validate.dossier import Dossier
from clairevoie.validate.noms import element_name
from clairevoie.validate.rule import Scope, rule

# What is wrong with a number, and a way to mend it beside giving the action another one.
_Wrong = tuple[str, str]


@rule(Scope.RECORD)
def objectif_specifique_has_an_action(dossier: Dossier) -> Iterator[Problem]:
    """An objective that is the last of several levels says what will be done."""
    for fiche in dossier.publiees():
        for element in _objectifs(dossier, fiche):
            if level_of(element.chemin) > 1 and not (_actions(element) or _dessous(element)):
                yield problem("REF-13", fiche.adresse, element.chemin, numero=_mark(element))


@rule(Scope.RECORD)
def action_is_numbered_after_its_objectif(dossier: Dossier) -> Iterator[Problem]:
    """The numbers of the actions of an objective start with its own, and follow one another."""
    for fiche in dossier.fiches:
        objectifs = {element.chemin: element for element in _objectifs(dossier, fiche)}
        for chemin, objectif in objectifs.items():
            containers = list(_containers(objectifs, chemin))
            numeros = [action.numero or "" for action in _actions(objectif)]
            # A number from elsewhere leaves a hole among its neighbours: told once, at its cause.
            misplaced = _foreign(numeros, containers) or dict(_out_of_sequence(numeros))
            for rank, (constat, geste) in misplaced.items():
                place = (*chemin, "actions", rank, "numero")
                facts = {"constat": constat, "geste": geste, "libre": _free(numeros, rank, objectif)}
                yield problem("REF-14", fiche.adresse, place, **facts)


def _containers(objectifs: Mapping[Chemin, Element], chemin: Chemin) -> Iterator[Element]:
    """An objective, then those that hold it; where the levels have names, as far as their numbers go on from them.

    « Axe 1 » may hold « Orientation 3 », whose actions are 3.1 and 3.2.
    """
    inner = objectifs[chemin]
    yield inner
    while (outer := objectifs.get(chemin := chemin[:-2])) is not None:
        numero = getattr(inner.forme, "numero", None) or ""
        if outer.niveau and (len(_parts(numero)) == 1 or not _fits(numero, outer)):
            return
        yield outer
        inner = outer


def _free(numeros: Sequence[str], rank: int, objectif: Element) -> str:
    """A number that the action could bear: the first one missing in its objective."""
    others = {_parts(numero) for which, numero in enumerate(numeros) if which != rank}
    outer = _parts(getattr(objectif.forme, "numero", None) or "")
    outer = () if outer == ("",) or len(_parts(numeros[rank])) == 1 else outer
    last = next(last for last in range(1, len(numeros) + 2) if (*outer, str(last)) not in others)
    return ".".join((*outer, str(last)))


@rule(Scope.RECORD)
def numbering_is_the_same_everywhere(dossier: Dossier) -> Iterator[Problem]:
    """The source gives an element one number, and an objective wherever it lists the others."""
    for fiche in dossier.fiches:
        criticised = [e for e in dossier.elements(fiche) if getattr(e.forme, "archives", None)]
        everywhere = {place for e in criticised for place in _archives(e).present_dans}
        for element in criticised:
            field = _renumbered(element) or _absent_somewhere(element, everywhere)
            if field:
                place = (*element.chemin, "archives", *field)
                yield problem("REF-16", fiche.adresse, place, element=element_name(element))


def _objectifs(dossier: Dossier, fiche: Fiche) -> Iterator[Element]:
    return (e for e in dossier.elements(fiche) if isinstance(e.forme, ObjectifSpecifique))


def _actions(objectif: Element) -> tuple[Action, ...]:
    return objectif.forme.actions if isinstance(objectif.forme, ObjectifSpecifique) else ()


def _dessous(objectif: Element) -> tuple[ObjectifSpecifique, ...]:
    return objectif.forme.dessous if isinstance(objectif.forme, ObjectifSpecifique) else ()


def _mark(element: Element) -> str:
    """The number shown, else the anchor."""
    return getattr(element.forme, "numero", None) or element.ancre or "sans numéro"


@lru_cache(maxsize=1000)
def _parts(numero: str) -> tuple[str, ...]:
    """`1.2.10` → `("1", "2", "10")`; the same few numbers come back in all plans."""
    return tuple(slug_of_number(numero).split("-"))


def _fits(numero: str, objectif: Element) -> bool:
    """Whether `1.2.3` is a number inside `1.2`; a bare rank, `3`, says nothing of where it stands."""
    parts, outer = _parts(numero), _parts(getattr(objectif.forme, "numero", None) or "")
    return len(parts) == 1 or outer == ("",) or (parts[: len(outer)] == outer and len(parts) > len(outer))


def _foreign(numeros: Sequence[str], containers: Sequence[Element]) -> dict[int, _Wrong]:
    """The ranks of the numbers that belong elsewhere, each with what is wrong with it and a way to mend it."""
    misfits = (
        (rank, next((one for one in containers if numero and not _fits(numero, one)), None))
        for rank, numero in enumerate(numeros)
    )
    return {rank: _misfit(numeros[rank], container) for rank, container in misfits if container}


def _misfit(numero: str, container: Element) -> _Wrong:
    if _parts(numero) == _parts(_mark(container)):
        return f"L'action {numero} porte le numéro de son objectif", ""
    return f"L'action {numero} est placée sous l'objectif {_mark(container)}", "déplacez-la"


def _out_of_sequence(numeros: Sequence[str]) -> Iterator[tuple[int, _Wrong]]:
    """The ranks of the numbers that repeat an earlier one, or that follow a hole; what is wrong, a way to mend it.

    Dotted numbers start at 1; bare ranks may go on from one objective to the next.
    """
    known = {_parts(numero) for numero in numeros}
    lowest = min((int(last) for *outer, last in known if not outer and last.isdigit()), default=1)
    seen = set()
    for rank, numero in enumerate(numeros):
        *outer, last = parts = _parts(numero)
        first = 1 if outer else lowest
        hole = last.isdigit() and int(last) > first and (*outer, str(int(last) - 1)) not in known
        if numero and parts in seen:
            yield rank, (f"Le numéro {numero} est donné à deux actions", "")
        elif numero and hole:
            missing = ".".join((*outer, str(int(last) - 1)))
            yield (
                rank,
                (f"Il n'y a pas d'action {missing} avant l'action {numero}", f"ajoutez l'action {missing}"),
            )
        seen.add(parts)


def _archives(element: Element) -> Archives:
    archives = getattr(element.forme, "archives", None)
    return archives if isinstance(archives, Archives) else Archives()


def _renumbered(element: Element) -> Chemin:
    """Where, in its archives, an element has another number than its own; empty when it has one number."""
    archives, numero = _archives(element), getattr(element.forme, "numero", None) or ""
    elsewhere: list[tuple[Chemin, str | None]] = [(("numero_liste",), archives.numero_liste)]
    elsewhere += [(("variantes", rank, "numero"), one.numero) for rank, one in enumerate(archives.variantes)]
    return next((place for place, other in elsewhere if other and _parts(other) != _parts(numero)), ())


def _absent_somewhere(element: Element, everywhere: set[str]) -> Chemin:
    """Where an objective says that it is missing from a place; naming one place alone says so."""
    present = set(_archives(element).present_dans) if isinstance(element.forme, ObjectifSpecifique) else set()
    return ("present_dans",) if present and (present != everywhere or len(present) == 1) else ()
