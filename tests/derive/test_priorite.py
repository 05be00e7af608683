"""What is put on a wall first: what goes on, the telephones that somebody verified."""

from __future__ import annotations

from clairevoie.derive.priorite import best_first, current_first
from clairevoie.model.gens import Contact
from clairevoie.model.projets import Projet


def _project(id: str, statut: str = "non_precise", **more: object) -> Projet:
    typed = {"id": id, "nom": id, "publication": "publie", "en_bref": id, "statut": statut, **more}
    return Projet.model_validate(typed)


def test_what_goes_on_comes_before_what_is_planned_unsaid_and_over() -> None:
    follow_up = [{"date": "2026-01-05", "statut": "en_cours", "texte": "Commencé."}]
    typed = [
        _project("fini", "realise"),
        _project("tu"),
        _project("prevu", "prevu"),
        _project("suivi", "prevu", suivi=follow_up),
    ]
    assert [one.id for one in current_first(typed)] == ["suivi", "prevu", "tu", "fini"]


def test_a_function_is_told_once_and_a_verified_one_first() -> None:
    old = Contact.model_validate({"fonction": "agente", "organisme": "maison", "telephone": "418-555-0100"})
    sure = Contact.model_validate(
        {"fonction": "accueil", "telephone": "418-555-0101", "verifie_le": "2026-01-01"}
    )
    one, other = _project("un"), _project("autre")
    told = best_first([(old, one), (old, other), (sure, other)])
    assert told == ((sure, other), (old, one))
