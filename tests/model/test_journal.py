"""A journal has one order, gives one state and one deadline in force, whoever asks and however it was typed."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from clairevoie.derive.jalons import due
from clairevoie.model.actions import Action
from clairevoie.model.journal import in_force, in_order, last_state
from clairevoie.model.projets import Projet
from clairevoie.pages.explorer.table import table
from tests.aides.pages_vues import told
from tests.aides.stories import DEPART, problems

PLAN = "plans/plan.yml"
_DAY_BY_DAY = [
    '{date: "2025-03-01", statut: reporte, nouvelle_echeance: "Été 2025"}',
    '{date: "2025-06-01", statut: en_cours, nouvelle_echeance: "Automne 2025"}',
]
_OUT_OF_ORDER = _DAY_BY_DAY[::-1]
_SAME_DAY = [
    '{date: "2025-06-01", statut: reporte, nouvelle_echeance: "Été 2025"}',
    '{date: "2025-06-01", statut: en_cours, nouvelle_echeance: "Automne 2025"}',
]


def _plan(entries: list[str]) -> str:
    journal = "".join(f"      - {entry}\n" for entry in entries)
    return (
        'nom: "Plan"\npublication: publie\nen_bref: "Agir."\ndemarche: quartier\nsources: [{document: rapport}]\n'
        f'actions:\n  - numero: "1"\n    texte: "Agir"\n    echeances: "Hiver 2027"\n    suivi:\n{journal}'
    )


@pytest.mark.parametrize("entries", [_DAY_BY_DAY, _OUT_OF_ORDER, _SAME_DAY])
def test_everyone_who_asks_for_the_deadline_in_force_hears_the_same(
    tmp_path: Path, entries: list[str]
) -> None:
    on = date(2026, 1, 15)
    site = told(tmp_path / "site", {PLAN: _plan(entries)}, on)
    action = site.jeu.plans["plan"].actions[0]
    assert [one.texte for one in in_force(action).echeances] == ["Automne 2025"]
    assert last_state(action.suivi) == "en_cours"
    now, before = due(action)
    assert [lue.texte for lue in now] == ["Automne 2025"]
    assert [move.lues[0].texte for move in before] == ["Hiver 2027", "Été 2025"]
    [line] = [one for one in site.once(table).lignes if one.titre == "Agir"]
    assert line.quand == "Automne 2025"
    [late] = problems(tmp_path / "verif", {**DEPART, PLAN: _plan(entries)}, "DAT-16", on)
    rank = next(n for n, entry in enumerate(entries) if "Automne" in entry)
    assert late.origin.line == 11 + rank


def test_entries_go_by_date_and_those_of_one_day_in_the_order_of_the_file() -> None:
    journal: list[dict[str, Any]] = [
        {"date": "2026-05-01", "texte": "trois"},
        {"date": "2026-03-01", "texte": "un"},
        {"date": "2026-03-01", "texte": "deux"},
    ]
    action = Action(texte="Agir", suivi=journal)  # type: ignore[arg-type]
    assert [entry.texte for entry in in_order(action.suivi)] == ["un", "deux", "trois"]


def test_without_a_follow_up_that_moves_it_what_was_typed_is_in_force() -> None:
    journal: Any = [{"date": "2026-03-01", "texte": "On avance."}]
    echeances: Any = ["Mai 2026", "Juin 2026"]
    action = Action(texte="Agir", echeances=echeances, suivi=journal)
    assert in_force(action) == (action.echeances, None)
    periode: Any = "2026-2027"
    projet = Projet(id="p", nom="Projet", publication="publie", periode=periode, suivi=journal)
    assert in_force(projet) == ((projet.periode,), None)
