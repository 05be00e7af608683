"""States: what was typed, and the sentence that comes back."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.aides.stories import DEPART, sentences

COMITE = "comites/table-de-quartier.yml"
DEMARCHE = "demarches/quartier.yml"
PLAN = "plans/plan-2025.yml"
PROJET = "projets/cuisine.yml"
EVENEMENT = "evenements/rencontre.yml"

_HEAD = """\
{nom}: "Une chose à suivre"
publication: publie
en_bref: "Ce que la table prévoit faire."
demarche: quartier
sources: [{{document: rapport, repere: "Page 2"}}]
"""
_BASES = {
    **DEPART,
    PLAN: _HEAD.format(nom="nom"),
    PROJET: _HEAD.format(nom="nom"),
    EVENEMENT: _HEAD.format(nom="titre"),
}


def told(folder: Path, name: str, added: str, code: str) -> list[str]:
    """What is said under this code, on January 15, 2026, when these lines are added to a record."""
    return sentences(folder, {**DEPART, name: _BASES[name] + added}, code)


def action(*fields: str) -> str:
    """A plan's action with these fields, one a line from the ninth line of the file."""
    lines = "".join(f"    {field}\n" for field in fields)
    return f'actions:\n  - numero: "1"\n    texte: "Se réunir"\n{lines}'


@pytest.mark.parametrize(
    ("name", "state", "on", "example"),
    [
        (
            PROJET,
            "realise",
            "une entrée de suivi, ou sur la date de la fiche (etat_au)",
            'suivi: [{date: "2026-01-15", statut: realise, texte: "Ce qui a été fait."}]',
        ),
        (DEMARCHE, "terminee", "une période", 'periode: "2009-2011"'),
        (EVENEMENT, "terminee", "une date", 'date: "15 janvier 2026"'),
        (
            PLAN,
            "adopte",
            "la date, la décision ou le numéro de résolution de son adoption",
            'adoption: {date: "15 janvier 2026"}',
        ),
        (COMITE, "dissous", "la fin du comité", 'fin: "juin 2025"'),
    ],
)
def test_a_claimed_state_rests_on_the_fact_that_its_message_names(
    tmp_path: Path, name: str, state: str, on: str, example: str
) -> None:
    place = f"{_BASES[name].count(chr(10)) + 1}:9"
    assert told(tmp_path, name, f"statut: {state}\n", "DAT-14") == [
        f"ERREUR data/{name}:{place} [DAT-14]\n"
        f"  L'état « {state} » doit s'appuyer sur {on}.\n"
        f"  Pour corriger : ajoutez, à la date du fait, par exemple {example}."
    ]


def test_words_about_its_adoption_do_not_say_when_nor_by_what_a_plan_was_adopted(tmp_path: Path) -> None:
    assert len(told(tmp_path, PLAN, 'statut: adopte\nadoption: {texte: "À adopter"}\n', "DAT-14")) == 1


def test_an_action_said_to_be_done_has_a_follow_up(tmp_path: Path) -> None:
    assert len(told(tmp_path, PLAN, action("statut: realise", 'echeances: ["Mai 2025"]'), "DAT-14")) == 1


@pytest.mark.parametrize(
    ("name", "added"),
    [
        (PROJET, 'statut: realise\nsuivi: [{date: "2025-06-01", texte: "Ouverture"}]\n'),
        (DEMARCHE, 'statut: terminee\nperiode: "2020-2023"\n'),
        (EVENEMENT, 'statut: terminee\ndate: "12 mars 2025"\n'),
        (PLAN, 'statut: adopte\nadoption: {date: "2025-02-01"}\n'),
        (PLAN, 'statut: adopte\nadoption: {decision: "evenements/rencontre"}\n'),
        (COMITE, 'statut: dissous\nfin: "2024"\n'),
        (COMITE, "statut: actif\n"),
        (PLAN, action("statut: prevu")),
    ],
)
def test_a_state_that_rests_on_something_says_nothing(tmp_path: Path, name: str, added: str) -> None:
    assert told(tmp_path, name, added, "DAT-14") == []


def test_an_event_to_come_is_not_over(tmp_path: Path) -> None:
    assert told(tmp_path, EVENEMENT, 'date: "12 mars 2026"\nstatut: terminee\n', "DAT-15") == [
        f"ERREUR data/{EVENEMENT}:7:9 [DAT-15]\n"
        "  L'événement du 12 mars 2026 est à venir, mais marqué « terminee ».\n"
        "  Pour corriger : changez le statut ou la date."
    ]


@pytest.mark.parametrize("phrase", ["15 janvier 2026", "2026", "De décembre 2025 à mars 2026", "En continu"])
def test_an_event_that_has_begun_may_be_over(tmp_path: Path, phrase: str) -> None:
    assert told(tmp_path, EVENEMENT, f'date: "{phrase}"\nstatut: terminee\n', "DAT-15") == []


@pytest.mark.parametrize("statut", ["a_venir", "annulee", "en_cours"])
def test_an_event_to_come_that_is_not_said_to_be_over_says_nothing(tmp_path: Path, statut: str) -> None:
    assert told(tmp_path, EVENEMENT, f'date: "12 mars 2026"\nstatut: {statut}\n', "DAT-15") == []


def test_a_project_is_overdue_by_its_own_period_and_not_without_one(tmp_path: Path) -> None:
    (said,) = told(tmp_path / "a", PROJET, 'statut: en_cours\nperiode: "2025"\n', "DAT-16")
    assert said.split("\n")[:2] == [
        f"AVERTISSEMENT data/{PROJET}:7:10 [DAT-16]",
        "  L'échéance est passée depuis 15 jours.",
    ]
    assert told(tmp_path / "b", PROJET, "statut: en_cours\n", "DAT-16") == []


def test_a_planned_action_is_not_overdue(tmp_path: Path) -> None:
    assert told(
        tmp_path, PLAN, action("statut: prevu", 'echeances: ["Mai 2025", "31 décembre 2025"]'), "DAT-16"
    ) == [
        f"AVERTISSEMENT data/{PLAN}:10:16 [DAT-16]\n"
        "  L'échéance est passée depuis 15 jours.\n"
        '  Pour corriger : ajoutez ce qui est arrivé, par exemple suivi: [{date: "2026-01-15", '
        'statut: realise, texte: "…"}]; pour un document d\'archives, écrivez statut: non_precise.'
    ]


def test_the_last_new_deadline_is_the_one_that_counts(tmp_path: Path) -> None:
    late = 'suivi: [{date: "2025-05-01", statut: en_cours, nouvelle_echeance: "14 janvier 2026"}]'
    (said,) = told(tmp_path, PLAN, action('echeances: ["Décembre 2027"]', late), "DAT-16")
    assert said.split("\n")[:2] == [
        f"AVERTISSEMENT data/{PLAN}:10:71 [DAT-16]",
        "  L'échéance est passée depuis 1 jour.",
    ]


def renewed(*deadlines: str) -> str:
    """An action under way whose journal gives these new deadlines, one a month, one a line from the tenth."""
    entries = "".join(
        f'      - {{date: "2025-0{month}-01", statut: en_cours, nouvelle_echeance: "{deadline}"}}\n'
        for month, deadline in enumerate(deadlines, 1)
    )
    return action('echeances: ["Décembre 2024"]', "suivi:") + entries


def test_of_two_new_deadlines_the_last_one_counts_late_or_not(tmp_path: Path) -> None:
    (said,) = told(tmp_path, PLAN, renewed("Décembre 2027", "14 janvier 2026"), "DAT-16")
    assert said.split("\n")[0] == f"AVERTISSEMENT data/{PLAN}:12:67 [DAT-16]"
    assert told(tmp_path, PLAN, renewed("14 janvier 2026", "Décembre 2027"), "DAT-16") == []


@pytest.mark.parametrize(
    "fields",
    [
        ("statut: prevu", 'echeances: ["15 janvier 2026"]'),
        ("statut: prevu", 'echeances: ["Mai 2025", "En continu"]'),
        ("statut: non_precise", 'echeances: ["Mai 2025"]'),
        ('echeances: ["Mai 2025"]',),
        ('echeances: ["Mai 2025"]', 'suivi: [{date: "2025-05-01", statut: realise}]'),
        (
            'echeances: ["Mai 2025"]',
            'suivi: [{date: "2025-05-01", statut: prevu, nouvelle_echeance: "2027"}]',
        ),
    ],
)
def test_an_action_that_is_not_late_or_not_open_says_nothing(tmp_path: Path, fields: tuple[str, ...]) -> None:
    assert told(tmp_path, PLAN, action(*fields), "DAT-16") == []


def test_nobody_still_sits_in_a_dissolved_committee(tmp_path: Path) -> None:
    seats = "membres:\n  - {organisme: maison-de-quartier}\n  - {fonction: citoyenne}\n"
    remedy = (
        '  Pour corriger : ajoutez à ce siège fin: "mars 2024", ou le jour où il a pris fin; '
        "si on ne le connaît pas, ancien: true."
    )
    assert told(tmp_path, COMITE, 'statut: dissous\nfin: "mars 2024"\n' + seats, "DAT-17") == [
        f"ERREUR data/{COMITE}:9:5 [DAT-17]\n"
        "  Le siège « Maison de quartier » est encore actif dans un comité dissous en mars 2024.\n"
        f"{remedy}",
        f"ERREUR data/{COMITE}:10:5 [DAT-17]\n"
        "  Le siège « citoyenne » est encore actif dans un comité dissous en mars 2024.\n"
        f"{remedy}",
    ]


@pytest.mark.parametrize(
    "head",
    [
        'statut: dissous\nfin: "2024"\n',
        "statut: actif\n",
        'statut: actif\nfin: "2027"\n',
        "statut: dissous\n",
    ],
)
def test_a_seat_that_ended_or_a_living_committee_says_nothing(tmp_path: Path, head: str) -> None:
    end = ', fin: "2023"' if 'fin: "2024"' in head else ""
    seat = f"membres: [{{organisme: maison-de-quartier{end}}}]\n"
    assert told(tmp_path, COMITE, head + seat, "DAT-17") == []


def test_a_typed_state_is_that_of_the_last_follow_up(tmp_path: Path) -> None:
    journal = 'suivi: [{date: "2025-03-01", statut: reporte}, {date: "2025-06-01", texte: "On attend"}]'
    assert told(tmp_path, PLAN, action("statut: prevu", journal), "DAT-20") == [
        f"AVERTISSEMENT data/{PLAN}:9:13 [DAT-20]\n"
        "  L'état « prevu » diffère du dernier suivi (« reporte »), qui l'emporte.\n"
        "  Pour corriger : supprimez statut."
    ]


def test_a_journal_that_gives_no_state_contradicts_none(tmp_path: Path) -> None:
    journal = 'suivi: [{date: "2025-03-01", texte: "On attend"}]'
    assert told(tmp_path, PLAN, action("statut: prevu", journal), "DAT-20") == []


@pytest.mark.parametrize("fields", [("statut: reporte",), ()])
def test_the_same_state_or_none_says_nothing(tmp_path: Path, fields: tuple[str, ...]) -> None:
    journal = 'suivi: [{date: "2025-03-01", statut: reporte}]'
    assert told(tmp_path, PLAN, action(*fields, journal), "DAT-20") == []


# DAT-34, DAT-35: late is said by someone, on a day


@pytest.mark.parametrize("mot", ["en_retard", "en retard", "En retard"])
def test_late_is_no_state_that_stands_by_itself(tmp_path: Path, mot: str) -> None:
    (said,) = told(tmp_path, PROJET, f"statut: {mot}\n", "DAT-34")
    assert "Un retard se constate un jour donné" in said
    assert "statut: en_retard, source: {document: id-du-document}" in said


def test_late_without_who_says_so_is_refused(tmp_path: Path) -> None:
    entry = 'suivi: [{{date: "2026-01-10", statut: en_retard{}}}]\n'
    (said,) = told(tmp_path, PROJET, entry.format(""), "DAT-35")
    assert "sans dire qui le constate" in said
    assert told(tmp_path / "b", PROJET, entry.format(", source: {document: rapport}"), "DAT-35") == []


def test_a_state_of_a_register_is_dated_by_its_record(tmp_path: Path) -> None:
    assert len(told(tmp_path, PROJET, "statut: realise\n", "DAT-14")) == 1
    assert told(tmp_path / "b", PROJET, 'statut: realise\netat_au: "2026-01-02"\n', "DAT-14") == []


def test_what_is_done_in_part_rests_on_a_fact_too(tmp_path: Path) -> None:
    (said,) = told(tmp_path, PROJET, "statut: partiellement_realise\n", "DAT-14")
    assert "« partiellement_realise »" in said
