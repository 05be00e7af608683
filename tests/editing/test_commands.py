"""A record renamed or withdrawn, an element moved: the whole job is done, and nothing else of the files changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from clairevoie.cli import main
from clairevoie.read.ledger import ledger_path
from tests.aides.depots import PLAN
from tests.aides.registre import begin, told
from tests.aides.stories import DEPART, ON

TABLE, UN_PLAN = "comites/table-de-quartier.yml", "plans/plan-2026.yml"
# What an editor types beside the facts, and that must stay.
COMMENTED = """\
# Vérifié par téléphone.
nom:   'Cuisine'   # un nom court
publication: publie
en_bref: "Des repas. Voyez /comites/table-de-quartier/ et https://exemple.quebec/comites/table-de-quartier/."
demarche: quartier
comites: [table-de-quartier]  # depuis 2020
sources: [{document: rapport, repere: "Page 1"}]
"""
SUIVI = PLAN.replace(
    'echeances: "Printemps 2026"\n',
    'echeances: "Printemps 2026"\n\n  # La deuxième.\n  - numero: "1.2"\n    texte: "Planter un jardin."\n'
    "    responsables: [{comite: table-de-quartier}]\n",
)
FILES = {**DEPART, UN_PLAN: SUIVI, "projets/cuisine.yml": COMMENTED.replace("comites:", "comites:")}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    files = {**FILES, "projets/cuisine.yml": COMMENTED.replace("comites: [", "# comites: [")}
    begin(tmp_path, files)
    page = tmp_path / "content/nous/index.md"
    page.parent.mkdir(parents=True)
    page.write_text("# Nous\n\n[[comites/table-de-quartier]] et [[plans/plan-2026#action-1-2|le plan]].\n")
    (tmp_path / "content/index.md").write_text("# Accueil\n\nMots.\n")
    return tmp_path


def _run(folder: Path, *arguments: str) -> int:
    command, *others = arguments
    return main([command, "--racine", str(folder), *others])


def _typed(folder: Path, name: str) -> str:
    return (folder / "data" / name).read_text(encoding="utf-8")


def test_a_record_is_renamed_with_whoever_cites_it_and_its_old_address(folder: Path) -> None:
    assert _run(folder, "renommer", "comites/table-de-quartier", "comites/forum-du-quartier") == 0
    assert not (folder / "data" / TABLE).exists()
    assert _typed(folder, "comites/forum-du-quartier.yml") == (
        DEPART[TABLE] + "anciennes_adresses: [comites/table-de-quartier]\n"
    )
    assert _typed(folder, UN_PLAN) == SUIVI.replace("comite: table-de-quartier", "comite: forum-du-quartier")
    assert "[[comites/forum-du-quartier]] et" in (folder / "content/nous/index.md").read_text()
    assert "\ncomites/forum-du-quartier ~" in ledger_path(folder / "data").read_text()
    assert told(folder, {}) == []


def test_comments_quotes_and_addresses_elsewhere_stay_as_they_were(folder: Path) -> None:
    before = _typed(folder, "projets/cuisine.yml")
    assert _run(folder, "renommer", "comites/table-de-quartier", "forum") == 0
    assert _typed(folder, "projets/cuisine.yml") == before.replace(
        "Voyez /comites/table-de-quartier/", "Voyez /comites/forum/"
    )


def test_a_trial_says_first_what_would_be_done_and_writes_nothing(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert _run(folder, "renommer", "/comites/table-de-quartier/", "forum", "--essai") == 0
    assert capsys.readouterr().out.splitlines()[0] == (
        "Essai, rien n'est écrit : comites/table-de-quartier devient comites/forum, fichier renommé, et l'ancienne "
        "adresse y mène (3 autres fichiers à changer)."
    )
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_a_file_renamed_by_hand_gets_the_rest_of_the_job(folder: Path) -> None:
    (folder / "data" / TABLE).rename(folder / "data/comites/forum.yml")
    assert _run(folder, "renommer", "comites/table-de-quartier", "forum") == 0
    assert "comite: forum}" in _typed(folder, UN_PLAN)
    assert [one.code for one in told(folder, {})] == []


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("renommer", "comites/rien", "autre"), "Il n'y a pas de fiche à l'adresse « comites/rien »"),
        (
            ("renommer", "comites/table-de-quartier", "projets/table"),
            "Une fiche ne change pas de collection : écrivez-en une autre, et retirez celle-ci.",
        ),
        (
            ("renommer", "territoires/la-ville", "La Ville"),
            "« La Ville » n'est pas l'adresse d'une fiche : écrivez par exemple comites/table-de-quartier.",
        ),
        (
            ("renommer", "plans/plan-2026#action-1-1", "plans/plan-2026#action-1-3"),
            "Une ancre ne se renomme pas : voyez « clairevoie deplacer ».",
        ),
        (
            ("deplacer", "plans/plan-2026#action-1-1", "plans/plan-2026#action-9"),
            "Rien n'est à l'adresse « plans/plan-2026#action-9 »",
        ),
        (
            ("deplacer", "plans/plan-2026#action-1-1", "plans/plan-2026#action-1-2"),
            "Un élément est encore à l'adresse « plans/plan-2026#action-1-1 »",
        ),
        (
            ("retirer", "plans/plan-2026#action-9", "--motif", "Erreur"),
            "Il n'y a pas d'élément à l'ancre #action-9",
        ),
    ],
)
def test_what_cannot_be_done_is_refused_in_one_sentence(
    folder: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], sentence: str
) -> None:
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert _run(folder, *arguments) == 1
    assert capsys.readouterr().err.startswith(sentence)
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_a_withdrawn_element_leaves_its_anchor_and_nothing_else_changes(folder: Path) -> None:
    (folder / "content/nous/index.md").write_text("# Nous\n\n[[comites/table-de-quartier]].\n")
    given = (
        "--motif",
        "Abandonnée",
        "--remplace-par",
        "plans/plan-2026#action-1-1",
        "--date",
        ON.isoformat(),
    )
    assert _run(folder, "retirer", "plans/plan-2026#action-1-2", *given) == 0
    gone = (
        '{ancienne_ancre: action-1-2, date: "2026-01-15", motif: "Abandonnée", '
        "remplace_par: plans/plan-2026#action-1-1}"
    )
    assert (
        _typed(folder, UN_PLAN)
        == PLAN.replace('echeances: "Printemps 2026"\n', 'echeances: "Printemps 2026"\n\n  # La deuxième.\n')
        + f"elements_retires:\n  - {gone}\n"
    )
    assert [one.code for one in told(folder, {})] == []


def test_a_record_that_others_cite_is_not_withdrawn_alone(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = {path: path.read_bytes() for path in folder.rglob("*.yml")}
    assert _run(folder, "retirer", "comites/table-de-quartier", "--motif", "Dissoute") == 1
    done, said = capsys.readouterr()
    assert done == ""
    assert said.startswith("Rien n'a été changé : il y aurait de nouvelles erreurs.\nERREUR ")
    assert "[REF-05]" in said
    assert {path: path.read_bytes() for path in folder.rglob("*.yml")} == before


def test_a_withdrawn_record_says_what_takes_its_place_and_others_cite_that(folder: Path) -> None:
    other = DEPART[TABLE].replace("Table de quartier", "Forum citoyen")
    (folder / "data/comites/forum.yml").write_text(other)
    given = ("--motif", "Remplacée", "--remplace-par", "comites/forum", "--date", "2026-01-15")
    assert _run(folder, "retirer", "comites/table-de-quartier", *given) == 0
    typed = _typed(folder, TABLE)
    assert "publication: retire\n" in typed
    assert 'retrait: {date: "2026-01-15", motif: "Remplacée", remplace_par: comites/forum}\n' in typed
    assert "comite: forum}" in _typed(folder, UN_PLAN)


def test_an_element_put_elsewhere_leads_there_and_others_cite_it(folder: Path) -> None:
    (folder / "data" / UN_PLAN).write_text(SUIVI.replace('"1.2"', '"1.5"'))
    assert _run(folder, "deplacer", "plans/plan-2026#action-1-2", "plans/plan-2026#action-1-5") == 0
    assert "anciennes_ancres: {action-1-2: action-1-5}\n" in _typed(folder, UN_PLAN)
    assert "[[plans/plan-2026#action-1-5|le plan]]" in (folder / "content/nous/index.md").read_text()
    assert told(folder, {}) == []
