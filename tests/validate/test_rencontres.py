"""Meetings: what was typed, and the sentence that comes back."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.aides.stories import DEPART, ON, sentences

RENCONTRE = "evenements/rencontre.yml"
SOURCES = 'sources: [{document: rapport, repere: "Page 1"}]\n'
TETE = 'titre: "Rencontre"\npublication: publie\ndemarche: quartier\n'
AUTRE = {
    "comites/autre.yml": 'nom: "Autre table"\npublication: publie\nen_bref: "Une table."\ndemarches: [quartier]\n'
    + SOURCES
}


def told(folder: Path, facts: str, code: str, on: date = ON, more: dict[str, str] | None = None) -> list[str]:
    """What is said under this code when the meeting reads so."""
    return sentences(folder, {**DEPART, **AUTRE, **(more or {}), RENCONTRE: TETE + facts}, code, on)


def test_comites_are_named_in_one_field(tmp_path: Path) -> None:
    typed = "comite: table-de-quartier\ncomites: [autre, table-de-quartier]\n" + SOURCES
    assert told(tmp_path, typed, "REF-20") == [
        f"ERREUR data/{RENCONTRE}:4:9 [REF-20]\n"
        "  Les comités de cette rencontre sont nommés à deux endroits, comite et comites.\n"
        "  Pour corriger : écrivez comites: [table-de-quartier, autre], et effacez la ligne comite."
    ]


@pytest.mark.parametrize("typed", ["comite: autre\n", "comites: [table-de-quartier, autre]\n"])
def test_one_field_is_enough(tmp_path: Path, typed: str) -> None:
    assert told(tmp_path, typed + SOURCES, "REF-20") == []


@pytest.mark.parametrize(
    "facts",
    ['date: "3 mars 2026"\n', "statut: a_venir\n", 'date: "Calendrier à déterminer"\n', 'date: "mensuel"\n'],
)
def test_a_meeting_is_announced_without_a_source(tmp_path: Path, facts: str) -> None:
    assert told(tmp_path, facts, "SRC-01") == []


@pytest.mark.parametrize(
    "facts",
    [
        'date: "3 décembre 2025"\ndecisions: [{numero: "1", texte: "Ouvrir."}]\n',
        'date: "3 décembre 2025"\nmesures: [{libelle: "personnes", valeur: 4}]\n',
        'date: "3 décembre 2025"\nstatut: terminee\n',
        'date: "3 mars 2026"\ntype: jalon\n',
    ],
)
def test_what_says_what_happened_cites_a_source(tmp_path: Path, facts: str) -> None:
    (said,) = told(tmp_path, facts, "SRC-01")
    assert said.startswith(f"ERREUR data/{RENCONTRE}:1:1 [SRC-01]\n  Cette fiche ne cite aucune source.")


def test_an_announced_meeting_that_is_past_is_asked_for_a_source_and_stays_published(tmp_path: Path) -> None:
    (said,) = told(tmp_path, 'date: "3 décembre 2025"\n', "SRC-01")
    assert said.startswith(f"AVERTISSEMENT data/{RENCONTRE}:1:1 [SRC-01]")
    assert told(tmp_path / "a", 'date: "3 décembre 2025"\nstatut: annulee\n', "SRC-01") == []


def test_what_is_said_to_come_on_a_past_day_is_told_with_the_two_ways_to_mend_it(tmp_path: Path) -> None:
    assert told(tmp_path, 'date: "14 janvier 2026"\nstatut: a_venir\n', "DAT-24") == [
        f"AVERTISSEMENT data/{RENCONTRE}:5:9 [DAT-24]\n"
        "  L'événement est dit à venir, mais sa date (14 janvier 2026) est passée.\n"
        "  Pour corriger : s'il a eu lieu, écrivez statut: terminee; sinon, corrigez la date, "
        "ou écrivez statut: annulee."
    ]


@pytest.mark.parametrize(
    "facts",
    [
        'date: "15 janvier 2026"\nstatut: a_venir\n',
        'date: "Janvier 2026"\nstatut: a_venir\n',
        'date: "14 janvier 2026"\nstatut: annulee\n',
        'date: "14 janvier 2026"\n',
        "statut: a_venir\n",
    ],
)
def test_a_day_that_is_not_over_or_a_state_that_says_no_such_thing_is_not_told(
    tmp_path: Path, facts: str
) -> None:
    assert told(tmp_path, facts, "DAT-24") == []


def test_the_remedies_for_a_past_day_are_right(tmp_path: Path) -> None:
    for rank, state in enumerate(("terminee", "annulee")):
        facts = f'date: "14 janvier 2026"\nstatut: {state}\n' + SOURCES
        for code in ("DAT-14", "DAT-15", "DAT-24", "SRC-01"):
            assert told(tmp_path / f"{rank}{code}", facts, code) == []


def test_bounds_without_a_rule_are_told(tmp_path: Path) -> None:
    assert told(tmp_path, 'date: "3 mars 2026"\nfin: "juin 2026"\n', "DAT-23") == [
        f"AVERTISSEMENT data/{RENCONTRE}:5:6 [DAT-23]\n"
        "  « fin » ne sert qu'à une rencontre qui revient (« chaque premier mardi du mois »); "
        "ce champ ne change rien ici.\n"
        "  Pour corriger : écrivez la période dans date (« du 3 au 5 mai 2027 »), et effacez fin."
    ]
    assert told(tmp_path / "a", 'date: "mensuel"\nfin: "juin 2026"\n', "DAT-23") == []


def test_what_comes_back_does_not_end_before_it_starts(tmp_path: Path) -> None:
    assert len(told(tmp_path, 'date: "mensuel"\ndebut: "mai 2026"\nfin: "mars 2026"\n', "DAT-03")) == 1


def test_a_time_is_one_of_a_meeting_that_comes_back(tmp_path: Path) -> None:
    series = {"evenements/table.yml": TETE + 'date: "mensuel"\n'}
    assert told(tmp_path, 'date: "3 mars 2026"\nserie: table\n', "REF-21", more=series) == []
    dated = {"evenements/table.yml": TETE + 'date: "3 mai 2026"\n'}
    assert told(tmp_path / "a", 'date: "3 mars 2026"\nserie: table\n', "REF-21", more=dated) == [
        f"ERREUR data/{RENCONTRE}:5:8 [REF-21]\n"
        "  « table » n'est pas une rencontre qui revient : sa date n'est pas une règle.\n"
        "  Pour corriger : nommez la fiche dont la date dit « chaque premier mardi du mois » ou une autre règle; "
        "sinon, effacez serie."
    ]


@pytest.mark.parametrize("phrase", ["aux deux semaines", "un mardi sur deux, 19 h"])
def test_every_other_week_is_counted_from_a_first_day(tmp_path: Path, phrase: str) -> None:
    assert told(tmp_path, f'date: "{phrase}"\n', "DAT-22") == [
        f"ERREUR data/{RENCONTRE}:4:7 [DAT-22]\n"
        f"  « {phrase} » ne dit pas à partir de quel jour compter.\n"
        '  Pour corriger : ajoutez la date d\'une de ces rencontres : debut: "6 janvier 2027".'
    ]
    assert told(tmp_path / "a", f'date: "{phrase}"\ndebut: "6 janvier 2027"\n', "DAT-22") == []


def test_only_what_skips_a_week_or_a_month_asks_for_a_first_day(tmp_path: Path) -> None:
    for rank, phrase in enumerate(("chaque mardi, 19 h", "premier mardi du mois", "tous les deux mois")):
        assert told(tmp_path / f"{rank}", f'date: "{phrase}"\n', "DAT-22") == []


def test_an_hour_is_one_of_the_clock(tmp_path: Path) -> None:
    (said,) = told(tmp_path, 'date: "3 mars 2026"\nheure: "25 h 99"\n', "DAT-21")
    assert said.startswith(f"ERREUR data/{RENCONTRE}:5:8 [DAT-21]\n  « 25 h 99 » n'est pas une heure.")
    for rank, typed in enumerate(("13 h 30", "13:30", "de 9 h à 11 h 30", "en soirée")):
        assert told(tmp_path / f"{rank}", f'date: "3 mars 2026"\nheure: "{typed}"\n', "DAT-21") == []


@pytest.mark.parametrize("typed", ["19.5", "18 h; 19 h"])
def test_figures_that_are_no_hour_are_told(tmp_path: Path, typed: str) -> None:
    assert told(tmp_path, f'date: "3 mars 2026"\nheure: "{typed}"\n', "DAT-21") == [
        f"AVERTISSEMENT data/{RENCONTRE}:5:8 [DAT-21]\n"
        f"  « {typed} » n'est pas une heure.\n"
        "  Pour corriger : écrivez une heure de « 0 h » à « 23 h 59 », comme « 19 h » ou « 19 h 30 »."
    ]


def test_an_hour_is_that_of_the_date(tmp_path: Path) -> None:
    assert told(tmp_path, 'date: "3 mars 2026, 19 h"\nheure: "20 h"\n', "DAT-25") == [
        f"ERREUR data/{RENCONTRE}:5:8 [DAT-25]\n"
        "  L'heure « 20 h » n'est pas celle de la date, « 3 mars 2026, 19 h ».\n"
        "  Pour corriger : écrivez l'heure à un seul endroit : dans date, ou dans heure."
    ]
    assert told(tmp_path / "a", 'date: "3 mars 2026, 19 h"\nheure: "19:00"\n', "DAT-25") == []
