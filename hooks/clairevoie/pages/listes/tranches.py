"""How a list that is cut is printed: what it counts, its doors, and the pages they lead to.

Goes in: a `Coupe`. Comes out: the HTML of the list, and its pages by their addresses.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from jinja2 import Environment

from clairevoie.exports.jsonld import breadcrumb, script
from clairevoie.pages.decoupage import Coupe, PartieCoupee, Pas, Tranche
from clairevoie.wording.typography import NBSP, headline, number, shortened

# The letters of a name that stand for it in « De Cabane à Camp ».
_LENGTH = 40
# Doors whose words are no longer than this stand side by side, as letters do.
_SHORT = 8

# The title, the description and the body of a page.
PageDeListe = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Porte:
    """A link to a page of a list: where, its words, how many entries are behind it, the anchors it keeps."""

    adresse: str
    titre: str
    nombre: int
    ancres: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Portes:
    """The doors of one part of a list; `courtes` when they may stand side by side."""

    titre: str
    ancre: str
    portes: tuple[Porte, ...]

    @property
    def courtes(self) -> bool:
        """Whether their words are those of letters or years."""
        return all(len(one.titre) <= _SHORT for one in self.portes)


def doors(env: Environment, coupe: Coupe) -> str:
    """The counts of a cut list, then the doors of each of its parts."""
    parts = [_doors(one, one.tranche.dessous or (one.tranche,), first=True) for one in coupe.parties]
    head = env.get_template(f"listes/{coupe.tete}.html").render(coupe.vu) if coupe.tete else ""
    return head + env.get_template("listes/portes.html").render(comptes=coupe.comptes, parties=parts)


def pages(env: Environment, coupe: Coupe, liste: Pas, site: str) -> Iterator[tuple[str, PageDeListe]]:
    """The pages of a cut list, each with its address; `liste` is the page of the list itself, `site` the address of
    the site."""
    for part in coupe.parties:
        leaves = [leaf.pas.adresse for leaf in part.tranche.feuilles]
        beside = {adresse: (before, after) for before, adresse, after in _in_a_row(leaves)}
        named = {leaf.pas.adresse: _name(part, leaf) for leaf in part.tranche.feuilles}
        for trail in _trails(part.tranche, (Tranche(liste, ()),)):
            tranche = trail[-1]
            if tranche.pas.adresse != liste.adresse:
                around = [
                    (word, adresse, named[adresse])
                    for word, adresse in zip(
                        ("Avant", "Après"), beside.get(tranche.pas.adresse, ()), strict=False
                    )
                    if adresse
                ]
                yield tranche.pas.adresse, _page(env, part, trail, around, site)


def _trails(tranche: Tranche[Any], above: Sequence[Tranche[Any]]) -> Iterator[Sequence[Tranche[Any]]]:
    """The way to each tranche, from the list itself."""
    is_list = tranche.pas.adresse == above[0].pas.adresse
    trail = above if is_list else (*above, tranche)
    if not is_list:
        yield trail
    for one in tranche.dessous:
        yield from _trails(one, trail)


def _in_a_row(adresses: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    return zip(("", *adresses[:-1]), adresses, (*adresses[1:], ""), strict=True)


def _page(
    env: Environment,
    part: PartieCoupee[Any],
    trail: Sequence[Tranche[Any]],
    around: Sequence[tuple[str, str, str]],
    site: str,
) -> PageDeListe:
    tranche, liste = trail[-1], trail[0].pas.titre
    titre = f"{liste} : {_name(part, tranche)}"
    counted = _counted(tranche.nombre, part.mots)
    if tranche.dessous:
        inner = env.get_template("listes/portes.html").render(
            comptes=(), parties=[_doors(part, tranche.feuilles)]
        )
    else:
        inner = env.get_template(f"listes/{part.gabarit}.html").render(part.voir(tranche.entrees))
    etapes = [(one.pas.adresse, _name(part, one) if rank else liste) for rank, one in enumerate(trail)]
    corps = env.get_template("listes/tranche.html").render(
        etapes=etapes,
        titre=titre,
        compte=counted,
        corps=inner,
        autour=around,
    )
    way = breadcrumb([("Accueil", ""), *((words, f"{adresse}/") for adresse, words in etapes)])
    return titre, f"{titre}. {headline(counted)}.", corps + script((way,), site)


def _doors(part: PartieCoupee[Any], tranches: Sequence[Tranche[Any]], first: bool = False) -> Portes:
    found = (
        Porte(one.pas.adresse, _name(part, one), one.nombre, _anchors(part, one, first)) for one in tranches
    )
    return Portes(part.titre, part.ancre, tuple(found))


def _anchors(part: PartieCoupee[Any], tranche: Tranche[Any], first: bool) -> tuple[str, ...]:
    """The anchors that lead to a door: on the `first` page, those that the list had before it was cut."""
    own = (tranche.pas.ancre,) if tranche.pas.ancre else ()
    inside = part.ancres(tranche.entrees) if first else ()
    return tuple(dict.fromkeys((*own, *inside)))


def _name(part: PartieCoupee[Any], tranche: Tranche[Any]) -> str:
    """The words of a tranche, or else its first and last names."""
    if tranche.pas.titre:
        return tranche.pas.titre
    first, last = (
        headline(shortened(part.nom(one), _LENGTH)) for one in (tranche.entrees[0], tranche.entrees[-1])
    )
    return first if first == last else f"De « {first} » à « {last} »"


def _counted(nombre: int, mots: tuple[str, str]) -> str:
    """« 812 projets »."""
    return f"{number(nombre)}{NBSP}{mots[nombre > 1]}"
