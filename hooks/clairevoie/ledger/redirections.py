"""Where the addresses of other days lead, each at once to the last place, its anchors with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product

from clairevoie.ledger.situation import FILES, Situation, has_page, is_record, paths_of
from clairevoie.model.ancres import moved_anchors
from clairevoie.model.fiche import Fiche
from clairevoie.pages import editions
from clairevoie.read.ledger import LIST, Ledger


@dataclass(frozen=True, slots=True)
class Redirection:
    """An address of other days, and the page where it leads now, both without slashes around them.

    `nom` is the public name of what is there, if it has one that may be told; `ancres` are the anchors that led
    elsewhere since: those of a record that lead out of it.
    """

    ancienne: str
    vers: str
    nom: str = ""
    ancres: Mapping[str, str] = field(default_factory=dict)


def redirections(here: Situation, ledger: Ledger | None) -> Sequence[Redirection]:
    """All those that the facts and the ledger ask for; what leads to a page of the program comes with no name."""
    return (*_declared(here), *_of_comparisons(here), *(_of_files(here, ledger) if ledger else ()))


def _declared(here: Situation) -> Iterator[Redirection]:
    for old, now in here.moves.items():
        fiche = here.jeu.fiche(now) if is_record(now) else None
        if fiche is None:
            yield Redirection(old, now)
        else:
            yield Redirection(old, now, _name(fiche), anchors_elsewhere(fiche))


def _of_comparisons(here: Situation) -> Iterator[Redirection]:
    """The page that compares a plan with an edition that was renamed is named after that edition: it moved with it.

    Were both renamed, it had an address for each pair of their names.
    """
    plans = here.jeu.plans
    for old in plans.values():
        new = plans.get(old.remplace_par or "")
        if new and new.est_publiee and old.est_publiee:
            for here_then, there_then in product(paths_of(new), old.anciennes_adresses):
                before = f"{here_then}/{editions.SUITE}{there_then.partition('/')[2]}"
                yield Redirection(before, editions.address(new, old))


def anchors_elsewhere(fiche: Fiche) -> Mapping[str, str]:
    """The anchors of a record that lead out of it now, each with the address where."""
    found = moved_anchors(fiche) if fiche.est_publiee else {}
    return {old: now for old, now in found.items() if "/" in now}


def _of_files(here: Situation, ledger: Ledger) -> Iterator[Redirection]:
    """A file that is offered no more leads to the record that offered it."""
    for address, lines in ledger.by_address.items():
        if not address.startswith(FILES) or address in here.files or address in here.moves:
            continue
        for line in lines:
            fiche = here.record(line.sens)
            if fiche and has_page(fiche):
                yield Redirection(address, fiche.adresse, _name(fiche))
                break


def _name(fiche: Fiche) -> str:
    return fiche.intitule if fiche.est_publiee else ""


def lists_of(ledger: Ledger | None) -> Sequence[str]:
    """The pages that the program made of the whole, since the ledger was begun."""
    return [line.adresse for line in ledger.lines if line.sens == LIST] if ledger else []
