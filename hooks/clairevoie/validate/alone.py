"""What can be said of one record without looking at any other: in any process, once for a given file.

In: a record as it was typed. Out: `Examined`, its fiche and the problems that concern it alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pydantic import ValidationError

from clairevoie.model import Jeu
from clairevoie.model.fiche import Fiche
from clairevoie.model.parcours import Renvoi, formes, renvois
from clairevoie.problems import Located
from clairevoie.read import Record
from clairevoie.validate.contexte import asks_its_year
from clairevoie.validate.dossier import Dossier
from clairevoie.validate.rule import Scope
from clairevoie.validate.rules import rules_of
from clairevoie.validate.shape import formed, shape

_RULES = rules_of(Scope.RECORD)


@dataclass(frozen=True, slots=True)
class Examined:
    """A record, the fiche that it describes (None when its form is wrong) and what is wrong with it alone.

    `renvois` are the references of the fiche: every rule about them starts there. `waits`: a phrase leaves out its
    year, which another record may give.
    """

    record: Record
    fiche: Fiche | None
    renvois: tuple[Renvoi, ...]
    problems: tuple[Located, ...]
    waits: bool = False

    @property
    def adresse(self) -> str:
        """`collection/id`, whether or not the record is well formed."""
        return self.record.adresse


def examine(record: Record, known: tuple[Located, ...] | None = None) -> Examined:
    """The form of one record, then the rules that need nothing else.

    `known` are its problems when the same record was examined before: no rule looks at it again.
    """
    if known is not None:
        fiche = _formed(record)
        return Examined(record, fiche, tuple(renvois(fiche)) if fiche else (), known, _waits(fiche))
    fiche, misshapen = shape(record)
    adresse = record.adresse
    cited = tuple(renvois(fiche)) if fiche else ()
    jeu = Jeu.of([fiche] if fiche else [])
    alone = Dossier(jeu, {adresse: record}, date.max, renvois={adresse: cited})
    ruled = (problem for rule in _RULES for problem in rule.check(alone))
    return Examined(record, fiche, cited, tuple(map(record.locate, (*misshapen, *ruled))), _waits(fiche))


def _formed(record: Record) -> Fiche | None:
    try:
        return formed(record)
    except ValidationError:
        return None


def _waits(fiche: Fiche | None) -> bool:
    return fiche is not None and any(asks_its_year(forme) for _, forme in formes(fiche))
