"""The organismes that sit in several comités, with how many seats they hold in each: counts, and never a person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from clairevoie.derive.ordre import alphabetical
from clairevoie.derive.sieges import by_occupant
from clairevoie.model.gens import Membre, appartenance
from clairevoie.pages.decoupage import NOMS, Coupe, PartieCoupee, Pas, decouper, is_long, par_lettre
from clairevoie.pages.site import Site
from clairevoie.wording.names import public_name
from clairevoie.wording.plurals import several
from clairevoie.wording.sieges import counted

_LISTE = "qui-siege-a-plusieurs-comites"
# Who sits, or takes part without being a member; whoever may sit some day does not.
_PRESENT = ("membre", "a_part")


@dataclass(frozen=True, slots=True)
class PresenceMultiple:
    """An organisme, and the address of each comité where it is, with its seats in words."""

    id: str
    nom: str
    comites: tuple[tuple[str, str], ...]

    @property
    def adresse(self) -> str:
        """Its page."""
        return f"organismes/{self.id}"

    @property
    def compte(self) -> str:
        """« 3 comités »."""
        return several(len(self.comites), "comité")


def in_several(site: Site) -> Mapping[str, object] | Coupe:
    """`organismes` by their names, and how many there are."""
    found = sorted(_found(site), key=lambda one: (alphabetical(one.nom), one.id))
    weight = sum(map(_weight, found))
    if not is_long(weight, NOMS):
        return _seen(found, several(len(found), "organisme") if found else "")
    part = PartieCoupee(
        decouper(found, _step, _LISTE, fois=NOMS, poids=_weight),
        lambda one: one.nom,
        ("organisme", "organismes"),
        partial(_seen, compte=""),
        _LISTE,
    )
    return Coupe((f"{several(len(found), 'organisme')}.",), (part,))


def _seen(found: Sequence[PresenceMultiple], compte: str) -> Mapping[str, object]:
    return {"organismes": found, "compte": compte}


def _weight(one: PresenceMultiple) -> int:
    return 1 + len(one.comites)


def _step(one: PresenceMultiple, depth: int) -> Pas | None:
    return par_lettre(f"{_LISTE}/lettre", one.nom, one.id, depth)


def _seats(membres: Sequence[Membre]) -> str:
    """« 2 membres et une coordination, dont 1 siège déduit par le site »."""
    inferred = sum(membre.deduit for membre in membres)
    return counted(membres) + (f", dont {several(inferred, 'siège déduit')} par le site" if inferred else "")


def _found(site: Site) -> list[PresenceMultiple]:
    comites = site.jeu.comites
    found = []
    for who, seats in by_occupant(comites.values(), site.tenue).items():
        collection, _, id = (who.adresse or "").partition("/")
        held = {
            comite: [membre for membre in membres if appartenance(membre) in _PRESENT]
            for comite, membres in seats.items()
        }
        told = [(comites[comite], _seats(membres)) for comite, membres in held.items() if membres]
        if collection == "organismes" and id in site.jeu.organismes and len(told) > 1:
            told.sort(key=lambda one: (alphabetical(public_name(one[0])), one[0].id))
            nom = public_name(site.jeu.organismes[id])
            found.append(PresenceMultiple(id, nom, tuple((comite.adresse, said) for comite, said in told)))
    return found
