"""How many meetings are recorded stands beside how many are foreseen, only where both are known."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.aides.pages_vues import printed, words

ON = date(2026, 11, 29)
SOURCE = 'publication: publie\nsources: [{document: rapport, repere: "Page 1"}]\n'


def _meeting(quand: str, more: str = "") -> str:
    facts = f'titre: "Réunion"\ndate: "{quand}"\nen_bref: "On se voit."\ndemarche: quartier\n'
    return f"{facts}comite: table-de-quartier\n{more}{SOURCE}"


def _seen(folder: Path, frequence: str, meetings: list[str], more: str = "") -> str:
    """The words of the pages of the comité, then of its démarche."""
    said = f"frequence: {frequence}\n" if frequence else ""
    comite = f'nom: "Table de quartier"\nen_bref: "La table."\ndemarches: [quartier]\n{said}{more}{SOURCE}'
    files = {
        "comites/table-de-quartier.yml": comite,
        **{f"evenements/reunion-{rank}.yml": one for rank, one in enumerate(meetings)},
    }
    pages = printed(folder, files, ON)
    return " ".join(
        words(pages[address].corps) for address in ("comites/table-de-quartier", "demarches/quartier")
    )


TWO = [_meeting("12 mars 2026"), _meeting("3 juin 2026")]


@pytest.mark.parametrize(
    ("frequence", "foreseen"),
    [
        ('"4 rencontres par année"', "4 prévues"),
        ('"Entre 4 à 6 rencontres par année"', "4 à 6 prévues"),
        ('"une ou deux fois par année"', "1 ou 2 prévues"),
        ('"une rencontre par mois"', "12 prévues"),
        ('"premier mardi du mois, sauf juillet et août"', "10 prévues"),
    ],
)
def test_a_frequency_that_counts_a_year_says_how_many_are_foreseen(
    tmp_path: Path, frequence: str, foreseen: str
) -> None:
    seen = _seen(tmp_path, frequence, TWO)
    assert seen.count(f"En 2026: 2 rencontres inscrites sur {foreseen}") == 2, "au comité, et à sa démarche"


@pytest.mark.parametrize(
    "frequence",
    [
        "",
        '"au besoin"',
        '"aux deux semaines"',
        '"environ 4 rencontres par année"',
        '[{texte: "Annuel", objet: "bilan"}]',
    ],
)
def test_a_frequency_that_gives_no_number_for_the_year_is_not_made_to(tmp_path: Path, frequence: str) -> None:
    seen = _seen(tmp_path, frequence, TWO)
    assert "Rencontres 2 rencontres inscrites" in seen
    assert " sur " not in seen.partition("2 rencontres inscrites")[2][:12]


def test_a_comite_with_no_recorded_meeting_says_nothing_of_it(tmp_path: Path) -> None:
    cancelled = _meeting("12 mars 2026", "statut: annulee\n")
    ruled = _meeting("chaque premier mardi du mois, 19 h")
    for rank, meetings in enumerate(([], [cancelled], [ruled])):
        assert "rencontres inscrites" not in _seen(tmp_path / str(rank), '"4 rencontres par année"', meetings)
        assert "rencontre inscrite" not in _seen(tmp_path / f"{rank}b", '"4 rencontres par année"', meetings)


def test_the_year_is_the_latest_that_has_begun_and_the_others_are_counted_beside(tmp_path: Path) -> None:
    meetings = [*TWO, _meeting("5 mai 2025"), _meeting("8 février 2027"), _meeting("À déterminer")]
    seen = _seen(tmp_path, '"4 rencontres par année"', meetings)
    assert "En 2026: 2 rencontres inscrites sur 4 prévues; 5 rencontres inscrites en tout" in seen


def test_what_was_said_of_other_years_is_not_said_of_this_one(tmp_path: Path) -> None:
    for rank, more in enumerate(('etat_au: "2009"\n', 'fin: "juin 2026"\n', 'debut: "juin 2026"\n')):
        seen = _seen(tmp_path / str(rank), '"4 rencontres par année"', TWO, more)
        assert "2 rencontres inscrites" in seen
        assert "prévues" not in seen, more
