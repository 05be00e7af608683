"""Who sits where, as a table: what seats speak for, and the comités they are in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from clairevoie.derive.ordre import alphabetical
from clairevoie.derive.sieges import Occupant, by_occupant
from clairevoie.model.comites import Comite
from clairevoie.model.gens import Membre
from clairevoie.model.mots import mot
from clairevoie.model.quand import day
from clairevoie.pages.site import Site
from clairevoie.wording.names import short_name
from clairevoie.wording.typography import headline, shortened, spaced, typo

# How many seats of each quality: one, several.
QUALITES = {
    "membre": ("membre", "membres"),
    "potentiel": ("membre potentiel", "membres potentiels"),
    "pressenti": ("membre pressenti", "membres pressentis"),
    "a_confirmer": ("siège à confirmer", "sièges à confirmer"),
    "implique_hors_comite": ("impliqué hors du comité", "impliqués hors du comité"),
}
# Organismes first, people by their function last.
_ORDRE = ("organismes", "comites", "territoires", "")
_LENGTH = 80


@dataclass(frozen=True, slots=True)
class Rangee:
    """One line: the address and the name of what sits, and what it is in each comité, empty where it is not."""

    adresse: str | None
    nom: str
    cellules: tuple[Markup, ...]


@dataclass(frozen=True, slots=True)
class QuiSiege:
    """The table, one column a comité that has seats; then, for the others, their make-up in the words of the
    source, and the addresses of those of which nothing is known.
    """

    colonnes: tuple[str, ...]
    rangees: tuple[Rangee, ...]
    compositions: tuple[tuple[str, str], ...]
    sans: tuple[str, ...]


def counted(qualite: str, n: int) -> str:
    """« 1 membre », « 4 membres potentiels »."""
    return f"{n} {QUALITES[qualite][n > 1]}"


def seats(site: Site, comites: Sequence[Comite]) -> QuiSiege:
    """Who sits at these comités."""
    seated = [comite for comite in comites if comite.membres]
    others = [comite for comite in comites if not comite.membres]
    rangees = (
        _row(site, who, [held.get(comite.id, []) for comite in seated])
        for who, held in by_occupant(seated).items()
    )
    return QuiSiege(
        tuple(shortened(headline(short_name(comite)), _LENGTH) for comite in seated),
        tuple(sorted(rangees, key=_place)),
        tuple((comite.adresse, comite.composition) for comite in others if comite.composition),
        tuple(comite.adresse for comite in others if not comite.composition),
    )


def _place(rangee: Rangee) -> tuple[int, str]:
    collection = (rangee.adresse or "").partition("/")[0]
    return _ORDRE.index(collection), alphabetical(rangee.nom)


def _row(site: Site, who: Occupant, held: Iterable[Sequence[Membre]]) -> Rangee:
    nom = site.plain_name(who.adresse) if who.adresse else spaced(headline(who.fonction or ""))
    return Rangee(who.adresse, nom, tuple(typo(_cell(who, membres)) for membres in held))


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
    plain = said == QUALITES[found[0].qualite][0]
    return counted(found[0].qualite, len(found)) if plain else f"{said}, {len(found)} sièges"


def _seat(who: Occupant, membre: Membre) -> str:
    role = mot(membre.role) if membre.role != "membre" else ""
    quality = QUALITES[membre.qualite][0] if membre.qualite != "membre" or not role else ""
    fonction = f" ({membre.fonction})" if membre.fonction and who.adresse else ""
    until = f" jusqu’à : {day(membre.fin)}" if membre.fin else ""
    return ", ".join(part for part in (role, quality) if part) + fonction + until
