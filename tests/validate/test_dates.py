"""Dates, deadlines and states: what was typed, and the sentence that comes back."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.aides.stories import DEPART, ON, sentences

COMITE = "comites/table-de-quartier.yml"
DEMARCHE = "demarches/quartier.yml"
PLAN = "plans/plan-2026.yml"
PROJET = "projets/cuisine.yml"
EVENEMENT = "evenements/rencontre.yml"

_BASES = {
    **DEPART,
    PLAN: """\
nom: "Plan d'action 2025-2026"
publication: publie
en_bref: "Ce que la table prévoit faire."
demarche: quartier
periode: "2025-2026"
sources: [{document: rapport, repere: "Page 2"}]
""",
    PROJET: """\
nom: "Cuisine collective"
publication: publie
en_bref: "On cuisine ensemble."
demarche: quartier
sources: [{document: rapport, repere: "Page 3"}]
""",
    EVENEMENT: """\
titre: "Rencontre"
publication: publie
demarche: quartier
sources: [{document: rapport, repere: "Page 4"}]
""",
}
VERIFY = (
    "  Pour corriger : vérifiez l'année; si la source est ainsi, ajoutez une note {nature: "
    'ecart, couvre: [DAT-08], texte: "…"}.'
)


def told(folder: Path, name: str, added: str, code: str, on: date = ON) -> list[str]:
    """What is said under this code when these lines are added to one record of the smallest dataset."""
    return sentences(folder, {**DEPART, name: _BASES[name] + added}, code, on)


def action(added: str) -> str:
    """A plan's action with these fields."""
    return f'actions:\n  - numero: "1"\n    texte: "Se réunir"\n    {added}\n'


def steps(*phrases: str) -> str:
    """The steps of a project, due when these phrases say."""
    items = "".join(
        f'  - {{id: etape-{rank}, genre: etape, texte: Étape, echeances: "{phrase}"}}\n'
        for rank, phrase in enumerate(phrases)
    )
    return f"etapes:\n{items}"


def test_a_committee_does_not_end_before_it_starts(tmp_path: Path) -> None:
    assert told(tmp_path, COMITE, 'debut: "septembre 2009"\nfin: "2008-03-01"\n', "DAT-03") == [
        f"ERREUR data/{COMITE}:7:6 [DAT-03]\n"
        "  La période finit (1er mars 2008) avant de commencer (septembre 2009).\n"
        "  Pour corriger : inversez les bornes."
    ]


def test_a_seat_does_not_end_before_it_starts(tmp_path: Path) -> None:
    seat = 'membres:\n  - {organisme: maison-de-quartier, debut: "2012", fin: "mars 2011"}\n'
    assert told(tmp_path, COMITE, seat, "DAT-03") == [
        f"ERREUR data/{COMITE}:7:57 [DAT-03]\n"
        "  La période finit (mars 2011) avant de commencer (2012).\n"
        "  Pour corriger : inversez les bornes."
    ]


def test_a_consent_does_not_end_before_it_is_given(tmp_path: Path) -> None:
    base = '{type: consentement, date: "2027-01-01", expire: "2026-06-01"}'
    seat = f'membres:\n  - {{fonction: citoyenne, nom: "Personne Fictive", base_publication: {base}}}\n'
    (said,) = told(tmp_path, COMITE, seat, "DAT-03")
    assert said.split("\n")[1] == "  La période finit (1er juin 2026) avant de commencer (1er janvier 2027)."


@pytest.mark.parametrize("added", ['debut: "2009"\n', 'fin: "2009"\n'])
def test_a_period_with_one_end_is_not_backwards(tmp_path: Path, added: str) -> None:
    assert told(tmp_path, COMITE, added, "DAT-03") == []


@pytest.mark.parametrize(
    ("debut", "fin"),
    [
        ("2009", "mars 2009"),
        ("mars 2009", "2009"),
        ("2009-03-31", "2010"),
        ("2009-03-31", "2009-03-31"),
    ],
)
def test_dates_of_unequal_precision_may_overlap(tmp_path: Path, debut: str, fin: str) -> None:
    assert told(tmp_path, COMITE, f'debut: "{debut}"\nfin: "{fin}"\n', "DAT-03") == []


def test_the_period_of_a_plan_does_not_end_before_it_starts(tmp_path: Path) -> None:
    assert told(tmp_path, EVENEMENT, 'date: "2011-2009"\n', "DAT-03") == [
        f"ERREUR data/{EVENEMENT}:5:7 [DAT-03]\n"
        "  La période finit (2009) avant de commencer (2011).\n"
        "  Pour corriger : inversez les bornes."
    ]


def test_a_deadline_stays_in_the_period_of_its_plan(tmp_path: Path) -> None:
    assert told(tmp_path, PLAN, action('echeances: ["Mai 2025", "2024-2027"]'), "DAT-08") == [
        f"AVERTISSEMENT data/{PLAN}:10:29 [DAT-08]\n"
        "  L'échéance « 2024-2027 » dépasse la période du plan (2025-2026).\n"
        f"{VERIFY}"
    ]


@pytest.mark.parametrize("phrase", ["De 2024 à mai 2025", "De mai 2025 à 2027", "2024", "2027"])
def test_a_deadline_that_leaves_the_plan_on_one_side_is_told(tmp_path: Path, phrase: str) -> None:
    (said,) = told(tmp_path, PLAN, action(f'echeances: ["{phrase}"]'), "DAT-08")
    assert said.split("\n")[1] == f"  L'échéance « {phrase} » dépasse la période du plan (2025-2026)."


def test_only_a_plan_holds_its_actions_in_its_period(tmp_path: Path) -> None:
    assert told(tmp_path, PROJET, 'periode: "2025"\n' + steps("Mars 2027"), "DAT-08") == []


@pytest.mark.parametrize(
    "phrase", ["En continu", "Hiver 2025", "Décembre 2026", "Selon le calendrier", "2025-2026"]
)
def test_a_deadline_inside_the_plan_or_without_a_date_says_nothing(tmp_path: Path, phrase: str) -> None:
    assert told(tmp_path, PLAN, action(f'echeances: ["{phrase}"]'), "DAT-08") == []


def test_a_note_at_the_action_turns_the_warning_into_information(tmp_path: Path) -> None:
    note = "notes: [{champ: action-1, nature: ecart, couvre: [DAT-08], texte: La source est ainsi}]\n"
    (said,) = told(tmp_path, PLAN, action('echeances: ["2024-2027"]') + note, "DAT-08")
    assert said.startswith(f"INFORMATION data/{PLAN}:10:17 [DAT-08]")


def test_steps_last_as_long_as_the_source_says(tmp_path: Path) -> None:
    added = 'duree: "Échéancier sur 24 mois"\n' + steps("Janvier à mars 2009", "Printemps 2011")
    assert told(tmp_path, PROJET, added, "DAT-13") == [
        f"AVERTISSEMENT data/{PROJET}:6:8 [DAT-13]\n"
        "  La source annonce 24 mois; les étapes couvrent 30 mois.\n"
        "  Pour corriger : vérifiez les échéances; si la source est ainsi, ajoutez une note "
        '{nature: ecart, couvre: [DAT-13], texte: "…"}.'
    ]


def test_the_last_day_of_a_step_counts(tmp_path: Path) -> None:
    until = steps("15 janvier 2009", "15 mars 2010")
    (said,) = told(tmp_path / "a", PROJET, 'duree: "12 mois"\n' + until, "DAT-13")
    assert said.split("\n")[1] == "  La source annonce 12 mois; les étapes couvrent 15 mois."
    shorter = steps("15 janvier 2009", "14 mars 2010")
    (said,) = told(tmp_path / "b", PROJET, 'duree: "12 mois"\n' + shorter, "DAT-13")
    assert said.split("\n")[1] == "  La source annonce 12 mois; les étapes couvrent 14 mois."


@pytest.mark.parametrize(
    ("duree", "phrases"),
    [
        ("24 mois", ("Janvier 2009", "Décembre 2010")),
        ("deux ans", ("Été 2009", "Printemps 2011")),
        ("24 mois", ("Printemps 2009", "Mars 2011")),  # seasons have no exact bounds
        ("24 mois", ("En continu",)),
        ("6 semaines", ("Mars 2009", "Décembre 2009")),
    ],
)
def test_steps_that_fit_or_cannot_be_measured_say_nothing(
    tmp_path: Path, duree: str, phrases: tuple[str, ...]
) -> None:
    assert told(tmp_path, PROJET, f'duree: "{duree}"\n' + steps(*phrases), "DAT-13") == []
