"""What `verifier` shows: the gravest first, the path that was given, the line that was typed, one file alone."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from clairevoie.arguments import parse
from clairevoie.builder import attempt
from clairevoie.cli import main
from tests.aides.stories import DEPART, write
from tests.test_cli import PLAN, PROJET, SOON, VAGUE, _retype

LEVELS = ["ERREUR", "AVERTISSEMENT", "INFORMATION"]


_WHOLE = "clairevoie verifier --racine {}\n"


def _levels(told: str) -> list[str]:
    return [line.split()[0] for line in told.splitlines() if line.startswith(tuple(LEVELS))]


def test_errors_are_shown_before_warnings(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _retype(project, PLAN, SOON, VAGUE)
    _retype(project, PROJET, "montant: 800}", "montant: huit cents}")
    command = ["verifier", "--racine", str(project)]
    assert main(command) == 1
    assert _levels(capsys.readouterr().out) == ["ERREUR", "AVERTISSEMENT"]
    main([*command, "--format", "github"])
    told = capsys.readouterr().out
    assert told.index("::error") < told.index("::warning")
    main([*command, "--format", "json"])
    levels = [one["niveau"] for one in json.loads(capsys.readouterr().out)]
    assert levels == sorted(levels, key=LEVELS.index)


def test_the_panel_of_servir_shows_the_same_order_and_the_lines(project: Path) -> None:
    _retype(project, PLAN, SOON, VAGUE)
    line = _retype(project, PROJET, "montant: 800}", "montant: huit cents}")
    out = project / "site"
    outcome = attempt(project, project / "data", out, date(2026, 3, 12), out.with_name("memoire"))
    assert _levels(outcome.fault) == ["ERREUR", "AVERTISSEMENT"]
    assert f"\n  {line} │ " in outcome.fault


def test_the_line_that_was_typed_is_shown_with_a_sign_under_the_place(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    line = _retype(project, PROJET, "publication: publie", "publication: publiee")
    assert main(["verifier", "--racine", str(project)]) == 1
    margin = " " * len(str(line))
    assert f"\n  {line} │ publication: publiee\n  {margin} │              ^\n" in capsys.readouterr().out


def test_the_line_is_not_shown_when_it_may_bear_a_name_or_a_telephone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    comite = "comites/table-de-quartier.yml"
    added = 'membres:\n  - {fonction: présidente, nom: "Prénom Nom", rol: x}\nmission: "Appelez au 418 222-3333."\n'
    data = write(tmp_path, {**DEPART, comite: DEPART[comite] + added})
    main(["verifier", "--racine", str(tmp_path), "--data", str(data)])
    told = capsys.readouterr().out
    assert "[TYP-13]" in told
    assert "[PRV-04]" in told
    assert "Prénom" not in told
    assert "222" not in told


def test_files_of_another_folder_are_named_as_that_folder_was_given(
    tmp_path_factory: pytest.TempPathFactory,
    project: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    comite, outside = "comites/table-de-quartier.yml", tmp_path_factory.mktemp("dehors")
    write(outside / "ailleurs", {**DEPART, comite: DEPART[comite] + "parent: conseil-des-aines\n"})
    (outside / "ici").mkdir()
    monkeypatch.chdir(outside / "ici")
    assert main(["verifier", "--racine", str(project), "--data", "../ailleurs/data"]) == 1
    told = capsys.readouterr().out
    assert f"ERREUR ../ailleurs/data/{comite}:6:9 [REF-01]" in told
    assert "créez ../ailleurs/data/comites/conseil-des-aines.yml." in told
    (outside / "ailleurs/data").rename(outside / "ailleurs/faits")
    (outside / "ailleurs/faits/Projet").mkdir()
    (outside / "ailleurs/faits/Projet/un.yml").touch()
    assert main(["verifier", "--racine", str(project), "--data", "../ailleurs/faits"]) == 1
    assert "« ../ailleurs/faits/Projet/un.yml » ne serait" in (otherwise := capsys.readouterr().out)
    assert "déplacez-le : ../ailleurs/faits/projets/un.yml." in otherwise
    assert "créez ../ailleurs/faits/comites/conseil-des-aines.yml." in otherwise
    assert "  6 │ parent: conseil-des-aines\n" in told


def test_a_folder_inside_the_project_is_named_from_the_project(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _retype(project, PROJET, "publication: publie", "publication: publiee")
    (project / "data").rename(project / "faits")
    assert main(["verifier", "--racine", str(project), "--data", str(project / "faits")]) == 1
    assert "ERREUR faits/projets/cuisine-collective.yml:" in capsys.readouterr().out


def test_one_file_alone_is_checked_with_the_others_and_told_alone(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _retype(project, PLAN, SOON, VAGUE)
    _retype(project, PLAN, "projet: cuisine-collective", "projet: atelier-de-couture")
    _retype(project, PROJET, "montant: 800}", "montant: huit cents}")
    assert main(["verifier", str(project / PLAN), "--racine", str(project)]) == 1
    told = capsys.readouterr().out
    assert "Le projet « atelier-de-couture » n'existe pas." in told
    assert "huit cents" not in told
    assert told.endswith("Dans les autres fichiers : 1 erreur. Pour tout voir : " + _WHOLE.format(project))
    assert main(["verifier", str(project / PROJET), "--racine", str(project)]) == 1
    assert (
        main(["verifier", str(project / "data/territoires/ville-exemple.yml"), "--racine", str(project)]) == 0
    )


def test_one_file_alone_brings_its_folder_with_it(tmp_path: Path) -> None:
    data = write(tmp_path, DEPART)
    assert parse(["verifier", str(data / "enjeux/entraide.yml")]).data == data.resolve()


@pytest.mark.parametrize("named", [PROJET, PROJET.removeprefix("data/")])
def test_a_file_is_named_from_the_project_or_from_its_facts(
    project: Path, named: str, capsys: pytest.CaptureFixture[str]
) -> None:
    line = _retype(project, PROJET, "montant: 800}", "montant: huit cents}")
    assert main(["verifier", named, "--racine", str(project), "--data", str(project / "data")]) == 1
    assert f"ERREUR {PROJET}:{line}:" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("named", "told"),
    [
        ("absent.yml", "Le fichier « absent.yml » n'existe pas.\nPour corriger : vérifiez son chemin.\n"),
        (
            "{}/data/projets",
            "« {}/data/projets » est un dossier, et non un fichier.\n"
            "Pour corriger : donnez un seul fichier, ou aucun pour tout voir.\n",
        ),
        (
            "{}/LISEZ-MOI.md",
            "Le fichier « {}/LISEZ-MOI.md » n'est pas vérifié : il n'est ni une fiche, ni une page du site.\n"
            "Pour corriger : donnez un fichier de {}/data/ ou de {}/content/.\n",
        ),
    ],
)
def test_a_file_that_cannot_be_checked_is_told(
    project: Path, named: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "LISEZ-MOI.md").touch()
    assert main(["verifier", named.format(project), "--racine", str(project)]) == 1
    assert capsys.readouterr().err == told.replace("{}", str(project))


@pytest.mark.parametrize("option", ["--data", "--racine"])
def test_a_file_given_as_a_folder_is_told(
    project: Path, option: str, capsys: pytest.CaptureFixture[str]
) -> None:
    file = project / PLAN
    assert main(["verifier", option, str(file)]) == 1
    assert capsys.readouterr().err == (
        f"« {file} » est un fichier, et non un dossier.\nPour corriger : donnez un dossier avec {option}.\n"
    )


def test_the_command_that_shows_every_file_names_the_same_folder(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _retype(project, PROJET, "montant: 800}", "montant: huit cents}")
    facts = (project / "data").rename(project.parent / "faits")
    main(["verifier", str(facts / "plans/plan-2026.yml")])
    assert capsys.readouterr().out.endswith(f"Pour tout voir : clairevoie verifier --data {facts}\n")


def test_a_folder_without_any_record_is_told(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    empty = project / "vide"
    empty.mkdir()
    assert main(["verifier", "--racine", str(project), "--data", str(empty)]) == 0
    told = capsys.readouterr().out
    assert told.startswith(f"Il n'y a aucune fiche dans le dossier « {empty} » : rien n'a été vérifié.\n")
    assert "Aucun problème" not in told


@pytest.mark.parametrize(
    ("written", "advice"),
    [
        ("28/11/2026", "écrivez --date 2026-11-28."),
        ("2026/11/28", "écrivez --date 2026-11-28."),
        ("28 novembre 2026", "écrivez --date 2026-11-28."),
        ("03/04/2026", "écrivez --date 2026-04-03 ou --date 2026-03-04."),
        ("2026-02-30", "écrivez l'année, le mois et le jour : --date 2026-11-28."),
        ("demain", "écrivez l'année, le mois et le jour : --date 2026-11-28."),
    ],
)
def test_a_day_written_otherwise_is_told_with_the_way_to_write_it(
    capsys: pytest.CaptureFixture[str], written: str, advice: str
) -> None:
    with pytest.raises(SystemExit):
        main(["verifier", "--date", written])
    assert capsys.readouterr().err.startswith(f"« {written} » n'est pas une date; {advice}\n")


@pytest.mark.parametrize("command", [[], ["verifier"], ["construire"], ["servir"], ["schema"]])
def test_the_help_says_usage_once_and_nothing_in_english(
    capsys: pytest.CaptureFixture[str], command: list[str]
) -> None:
    with pytest.raises(SystemExit):
        main([*command, "--aide"])
    told = capsys.readouterr().out
    assert told.startswith(" ".join(["Usage : clairevoie", *command]))
    assert told.count("Usage") == 1
    assert "arguments" not in told


def test_the_version_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["--version"])
    assert left.value.code == 0
    assert capsys.readouterr().out.startswith("Claire-voie 0.")
