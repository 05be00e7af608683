"""Two things that contradict each other: what was typed, and the sentence that comes back at the first one."""

from __future__ import annotations

from pathlib import Path

import pytest

from clairevoie.problems import Niveau
from tests.aides.fiches import BASES, PLAN, PROJET
from tests.aides.stories import problems, sentences

_ACTION = '      - {{numero: "1.3", texte: Lire, projet: cuisine-collective{}}}\n'


def both(action: str, projet: str) -> dict[str, str]:
    """A plan whose third action is carried out by a project, each with these fields."""
    return {**BASES, PLAN: BASES[PLAN] + _ACTION.format(action), PROJET: BASES[PROJET] + projet}


def test_a_deadline_after_the_end_of_its_project_is_told_with_both_places(tmp_path: Path) -> None:
    (told,) = sentences(tmp_path, both(', echeances: "Mai 2028"', 'periode: "2026-2027"\n'), "DAT-36")
    assert told.startswith("AVERTISSEMENT data/plans/plan-2026.yml:14:")
    assert (
        "L'échéance « Mai 2028 » ne tombe pas dans la période du projet « Cuisine collective » : « 2026-2027 » "
        "(data/projets/cuisine-collective.yml, ligne 6)." in told
    )


@pytest.mark.parametrize(
    ("echeance", "periode"),
    [
        ("Mai 2027", "2026-2027"),
        ("2026", "Mai 2026"),
        ("vers mai 2028", "2026-2027"),
        ("En continu", "2026-2027"),
        ("Mai 2028 ou à déterminer", "2026-2027"),
        ("Mai 2028", "depuis 2026"),
    ],
)
def test_what_may_agree_is_not_told(tmp_path: Path, echeance: str, periode: str) -> None:
    assert problems(tmp_path, both(f', echeances: "{echeance}"', f'periode: "{periode}"\n'), "DAT-36") == []


def test_a_follow_up_that_moves_the_end_of_the_project_settles_it(tmp_path: Path) -> None:
    moved = 'periode: "2026-2027"\nsuivi: [{date: "2026-01-02", nouvelle_echeance: "Juin 2028"}]\n'
    assert problems(tmp_path, both(', echeances: "Mai 2028"', moved), "DAT-36") == []


def test_an_action_that_is_done_has_a_project_that_began(tmp_path: Path) -> None:
    done = ', suivi: [{date: "2026-01-10", statut: realise}]'
    (told,) = problems(tmp_path, both(done, "statut: prevu\n"), "DAT-37")
    assert told.path[-3:] == ("suivi", 0, "statut")
    assert (
        "« Cuisine collective », est dit prévu (data/projets/cuisine-collective.yml, ligne 6)" in told.fault
    )
    assert problems(tmp_path / "b", both(done, "statut: en_cours\n"), "DAT-37") == []
    assert problems(tmp_path / "c", both(done, ""), "DAT-37") == []


def test_a_part_due_after_its_action_is_told_with_both_lines(tmp_path: Path) -> None:
    parts = ', echeances: "Mai 2026", sous_actions: [{id: a, texte: A, echeances: "Mai 2027"}]'
    (told,) = problems(tmp_path, both(parts, ""), "DAT-38")
    assert told.fault == "La sous-action est due « Mai 2027 », après son action, « Mai 2026 » (ligne 14)."
    sure = parts.replace("Mai 2027", "vers mai 2027")
    assert problems(tmp_path / "b", both(sure, ""), "DAT-38") == []


def test_a_note_covers_a_contradiction_of_the_sources(tmp_path: Path) -> None:
    files = both(', echeances: "Mai 2028"', 'periode: "2026-2027"\n')
    files[PLAN] += "notes: [{champ: action-1-3, nature: ecart, couvre: [DAT-36], texte: Deux sources.}]\n"
    (told,) = problems(tmp_path, files, "DAT-36")
    assert told.niveau is Niveau.INFORMATION


def test_a_note_covers_an_action_done_before_its_project(tmp_path: Path) -> None:
    files = both(', suivi: [{date: "2026-01-10", statut: realise}]', "statut: prevu\n")
    files[PLAN] += "notes: [{champ: action-1-3, nature: ecart, couvre: [DAT-37], texte: Deux sources.}]\n"
    (told,) = problems(tmp_path, files, "DAT-37")
    assert told.niveau is Niveau.INFORMATION
