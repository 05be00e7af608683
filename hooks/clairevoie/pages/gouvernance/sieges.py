"""Who sits where today, as a table: what seats speak for, and the comités they are in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from clairevoie.derive.ordre import alphabetical
from clairevoie.derive.sieges import Occupant, by_occupant, held
from clairevoie.model import quand
from clairevoie.model.comites import Comite
from clairevoie.model.gens import Membre
from clairevoie.model.mots import mot
from clairevoie.pages.site import Site
from clairevoie.wording.names import short_name
from clairevoie.wording.sieges import counted, quality
from clairevoie.wording.typography import headline, shortened, spaced, typo

# Organismes first, people by their function last.
_ORDRE = ("organismes", "comites", "territoires", "")
_LENGTH = 80


@dataclass(frozen=True, slots=True)
class RangeeDeSieges:
    """One line: the address and the name of what sits, and what it is in each comité, empty where it is not."""

    adresse: str | None
    nom: str
    cellules: tuple[Markup, ...]


@dataclass(frozen=True, slots=True)
class QuiSiege:
    """The table, one column a comité that has seats (`comites` are their addresses); then, for the others, their
    make-up in the words of the source, and the addresses of those of which nothing is known.

    `deduits` is whether a seat was inferred by the site; `fonctions` whether several seats are on the line of one
    function.
    """

    colonnes: tuple[str, ...]
    comites: tuple[str, ...]
    rangees: tuple[RangeeDeSieges, ...]
    compositions: tuple[tuple[str, str], ...]
    sans: tuple[str, ...]
    deduits: bool
    fonctions: bool


def seats(site: Site, comites: Sequence[Comite]) -> QuiSiege:
    """Who sits at these comités today."""
    seated = [comite for comite in comites if held(comite.membres, site.tenue)]
    others = [comite for comite in comites if comite not in seated]
    by_who = by_occupant(seated, site.tenue)
    rangees = (
        _row(site, who, [found.get(comite.id, []) for comite in seated]) for who, found in by_who.items()
    )
    return QuiSiege(
        tuple(shortened(headline(short_name(comite)), _LENGTH) for comite in seated),
        tuple(comite.adresse for comite in seated),
        tuple(sorted(rangees, key=_place)),
        tuple((comite.adresse, comite.composition) for comite in others if comite.composition),
        tuple(comite.adresse for comite in others if not comite.composition),
        any(membre.deduit for found in by_who.values() for membres in found.values() for membre in membres),
        any(who.adresse is None and sum(map(len, found.values())) > 1 for who, found in by_who.items()),
    )


def _place(rangee: RangeeDeSieges) -> tuple[int, str]:
    collection = (rangee.adresse or "").partition("/")[0]
    return _ORDRE.index(collection), alphabetical(rangee.nom)


def _row(site: Site, who: Occupant, found: Iterable[Sequence[Membre]]) -> RangeeDeSieges:
    nom = site.plain_name(who.adresse) if who.adresse else spaced(headline(who.fonction or "Sans titulaire"))
    return RangeeDeSieges(who.adresse, nom, tuple(typo(_cell(who, membres)) for membres in found))


def _cell(who: Occupant, membres: Iterable[Membre]) -> str:
    """« 2 membres », « membre, coordination (organisatrice communautaire) »; empty for no seat."""
    alike: dict[str, list[Membre]] = {}
    for membre in membres:
        alike.setdefault(_seat(who, membre), []).append(membre)
    return ", ".join(_several(said, found) for said, found in alike.items())


def _several(said: str, found: Sequence[Membre]) -> str:
    """« 2 membres » for plain seats; « présidence, 2 sièges » where the plural would be a guess."""
    if len(found) == 1:
        return said
    return counted(found) if said == quality(found[0]) else f"{said}, {len(found)} sièges"


def _seat(who: Occupant, membre: Membre) -> str:
    """« présidence », « membre (directrice) jusqu'au 30 juin 2027, déduit par le site »."""
    role = mot(membre.role) if membre.role != "membre" else ""
    rank = quality(membre) if membre.qualite != "membre" or not role else ""
    fonction = f" ({membre.fonction})" if membre.fonction and who.adresse else ""
    until = f" {quand.until(membre.fin)}" if membre.fin else ""
    inferred = ", déduit par le site" if membre.deduit else ""
    return ", ".join(part for part in (role, rank) if part) + fonction + until + inferred
