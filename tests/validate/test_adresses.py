"""Addresses and anchors: what an editor typed, and the nearest place that exists."""

from __future__ import annotations

from pathlib import Path

from tests.aides.fiches import EVENEMENT, PLAN, UN_EVENEMENT, UN_PLAN, typed
from tests.aides.stories import problems, sentences

# REF-19


def test_an_anchor_that_does_not_exist_is_shown_those_that_do_and_no_other_number_is_proposed(
    tmp_path: Path,
) -> None:
    files = typed(PLAN, '      - {numero: "1.3", texte: "Lire.", voir_aussi: [action-1-9]}\n')
    assert sentences(tmp_path, files, "REF-19") == [
        "ERREUR data/plans/plan-2026.yml:14:54 [REF-19]\n"
        "  « action-1-9 » ne mène à aucun élément.\n"
        "  Pour corriger : vérifiez le numéro ou l'id visé; "
        "cette fiche a action-1-1, action-1-2, action-1-3, objectif-1."
    ]


def test_a_number_typed_for_an_anchor_finds_it(tmp_path: Path) -> None:
    files = typed(PLAN, '      - {numero: "1.3", texte: "Lire.", voir_aussi: ["1.2"]}\n')
    (told,) = problems(tmp_path, files, "REF-19")
    assert told.fault == "« 1.2 » ne mène à aucun élément."
    assert told.remedy.startswith("vouliez-vous dire « action-1-2 »?")


def test_an_address_is_corrected_in_its_record_and_in_its_anchor(tmp_path: Path) -> None:
    added = (
        "decisions:\n  - numero: '1'\n    texte: Reporter.\n"
        "    objets: [plans/plan-2026#action-1-22, plans/palan-2026#action-1-2, projet/inconnu]\n"
    )
    told = problems(tmp_path, typed(EVENEMENT, added, PLAN), "REF-19")
    assert [(one.origin.line, one.origin.column) for one in told] == [(8, 14), (8, 43), (8, 72)]
    assert [one.remedy.partition("?")[0] for one in told] == [
        "vérifiez le numéro ou l'id visé; cette fiche a action-1-2, action-1-1, objectif-1.",
        "vouliez-vous dire « plans/plan-2026#action-1-2 »",
        "vérifiez le numéro ou l'id visé.",
    ]


def test_places_that_exist_are_silent(tmp_path: Path) -> None:
    added = (
        '      - {numero: "1.3", texte: "Lire.", voir_aussi: [action-1-1, comites/table-de-quartier, '
        "plans/plan-2026#objectif-1, evenements/rencontre#decision-1]}\n"
    )
    decisions = "decisions: [{numero: '1', texte: Reporter., objets: [plans/plan-2026#action-1-2]}]\n"
    files = typed(PLAN, added) | {EVENEMENT: UN_EVENEMENT + decisions}
    assert problems(tmp_path, files, "REF-19") == []


def test_nobody_knows_the_anchors_of_a_record_whose_form_is_wrong(tmp_path: Path) -> None:
    decisions = "decisions: [{numero: '1', texte: Reporter., objets: [plans/plan-2026#action-1-2]}]\n"
    files = typed(EVENEMENT, decisions) | {PLAN: UN_PLAN + "couleur: rouge\n"}
    assert problems(tmp_path, files, "REF-19") == []
