"""Editorial notes: what each one is about exists."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from clairevoie.model.base import Forme
from clairevoie.model.describe import forms_inside
from clairevoie.model.fiche import Fiche
from clairevoie.problems import Problem
from clairevoie.problems.catalogue import catalogue, problem
from clairevoie.problems.likeness import nearest_first, slip_of
from clairevoie.validate.champs import field_names, inner_form
from clairevoie.validate.dossier import Dossier
from clairevoie.validate.rule import Scope, rule

_MOST_LISTED = 6


@rule(Scope.RECORD)
def note_points_at_something(dossier: Dossier) -> Iterator[Problem]:
    """What a note is about is a field or an anchor of its record, and what it covers is a rule."""
    for fiche in dossier.fiches:
        for rank, note in enumerate(fiche.notes):
            if note.champ and not _exists(dossier, fiche, note.champ):
                targets = _targets(dossier, fiche, note.champ)
                facts = {
                    "valeur": note.champ,
                    "proche": slip_of(note.champ, targets),
                    "liste": ", ".join(nearest_first(note.champ, targets)[:_MOST_LISTED]),
                }
                yield problem("SRC-05", fiche.adresse, ("notes", rank, "champ"), **facts)
            for which, code in enumerate(note.couvre):
                if code not in catalogue():
                    where = ("notes", rank, "couvre", which)
                    yield problem(
                        "SRC-05",
                        fiche.adresse,
                        where,
                        valeur=code,
                        proche=slip_of(code, catalogue()),
                        liste="",
                    )


def _exists(dossier: Dossier, fiche: Fiche, champ: str) -> bool:
    """Whether `champ` names an anchor or a field, alone or followed by fields inside it."""
    head, *fields = champ.split(".")
    element = dossier.ancres(fiche).get(head)
    if element is not None:
        return _leads_somewhere(type(element.forme), fields)
    return any(_leads_somewhere(forme, [head, *fields]) for forme in forms_inside(type(fiche)))


def _leads_somewhere(forme: type[Forme] | None, fields: Sequence[str]) -> bool:
    """Whether these fields follow one another from this form inwards."""
    for name in fields:
        if forme is None or name not in field_names(forme):
            return False
        forme = inner_form(forme, name)
    return True


def _targets(dossier: Dossier, fiche: Fiche, champ: str) -> tuple[str, ...]:
    """What the editor may have meant: an anchor, a field of the record, or a field after the same head."""
    head, dot, _ = champ.partition(".")
    element = dossier.ancres(fiche).get(head)
    forme = type(element.forme) if element else inner_form(type(fiche), head)
    if dot and forme:
        return tuple(f"{head}.{name}" for name in field_names(forme))
    return (*dossier.ancres(fiche), *field_names(type(fiche)))
