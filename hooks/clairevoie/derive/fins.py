"""What is over: a comité, a démarche, a project, a plan or an event whose end, as its record says it, is past.

Goes in: a record and the day that stands for today. Comes out: whether what it says at the present tense is past.
"""

from __future__ import annotations

from datetime import date

from clairevoie.derive.jalons import due
from clairevoie.model.comites import Comite
from clairevoie.model.days import extent, last_day
from clairevoie.model.demarches import Demarche
from clairevoie.model.evenements import Evenement
from clairevoie.model.fiche import Fiche
from clairevoie.model.plans import Plan
from clairevoie.model.projets import Projet
from clairevoie.model.rencontres import moment

# The states that only hold until the end of what they speak of.
_OPEN = frozenset({"a_venir", "prevu", "en_cours", "actif", "en_vigueur"})


def is_outdated(fiche: Fiche, state: str | None, on: date) -> bool:
    """Whether a state only held until an end that is past, and no follow-up said it since."""
    return state in _OPEN and not vars(fiche).get("suivi") and is_past(fiche, on)


def is_past(fiche: Fiche, on: date) -> bool:
    """Whether the end of a record is known and past."""
    if isinstance(fiche, Evenement):
        return moment(fiche, on) == "passee"
    if isinstance(fiche, Comite):
        return fiche.statut == "dissous" or (fiche.fin is not None and last_day(fiche.fin) < on)
    if not isinstance(fiche, (Demarche, Plan, Projet)):
        return False
    lues = due(fiche)[0]
    last = [extent(lue.edtf)[1] for lue in lues if lue.edtf]
    ended = bool(last) and len(last) == len(lues) and max(last) < on
    return ended or (isinstance(fiche, Demarche) and fiche.statut == "terminee")
