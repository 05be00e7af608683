"""What an editor types by hand, and what the program answers."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from clairevoie.cli import main
from tests.aides.sites import SMALL

PLAN = "data/plans/plan-2026.yml"
PROJET = "data/projets/cuisine-collective.yml"
RENCONTRE = "data/evenements/rencontre-du-12-mars-2026.yml"

# A deadline of the plan, and one that nobody can read.
SOON, VAGUE = 'echeances: ["Septembre 2026"]', 'echeances: ["bientôt peut-être"]'


def _retype(project: Path, name: str, typed: str, instead: str) -> int:
    """Replace what is typed in a file of the project; gives the line."""
    path = project / name
    text = path.read_text(encoding="utf-8")
    assert typed in text
    path.write_text(text.replace(typed, instead, 1), encoding="utf-8")
    return text[: text.index(typed)].count("\n") + 1


def _snapshot(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def _published(project: Path) -> dict[str, bytes]:
    """A site in place, as an earlier build left it."""
    site = project / "site"
    site.mkdir()
    (site / ".claire-voie").touch()
    (site / "index.html").write_text("le site d'hier", encoding="utf-8")
    return _snapshot(site)


REFUSED = [
    (
        RENCONTRE,
        "comite: table-de-quartier",
        "comite: table-de-cuartier",
        "REF-01",
        "Le comité « table-de-cuartier » n'existe pas.\n"
        "  Pour corriger : vouliez-vous dire « table-de-quartier »? "
        "Sinon, créez data/comites/table-de-cuartier.yml.",
    ),
    (
        RENCONTRE,
        "12 mars 2026",
        "30 février 2026",
        "DAT-01",
        "« 30 février 2026 » n'existe pas au calendrier : février 2026 a 28 jours.\n"
        "  Pour corriger : écrivez « 28 février 2026 » ou « 1er mars 2026 »; vérifiez la date dans la source.",
    ),
    (
        PROJET,
        "montant: 800}",
        "montant: 700}",
        "SOM-01",
        "Le total déclaré (2 000,50 $) diffère de la somme des postes (1 900,50 $; écart de 100 $).\n"
        "  Pour corriger : vérifiez les postes; si la source est ainsi, ajoutez une note {champ: "
        'total_declare, nature: ecart, texte: "…"}.',
    ),
]


@pytest.mark.parametrize(("name", "typed", "instead", "code", "said"), REFUSED)
def test_a_slip_is_located_and_said_and_the_site_in_place_is_untouched(
    project: Path,
    capsys: pytest.CaptureFixture[str],
    name: str,
    typed: str,
    instead: str,
    code: str,
    said: str,
) -> None:
    before = _published(project)
    line = _retype(project, name, typed, instead)
    assert main(["construire", "--racine", str(project)]) == 1
    told = capsys.readouterr().err
    assert f"[{code}]\n  {said}" in told
    assert f"ERREUR {name}:" in told
    if code != "SOM-01":
        assert f"ERREUR {name}:{line}:" in told
    assert (
        told.endswith("1 erreur.\nRien n'a été publié; le site en place reste tel quel.\n")
        or "1 erreur" in told
    )
    assert _snapshot(project / "site") == before
    assert sorted(p.name for p in project.iterdir() if p.name.startswith(".site")) == []


def test_a_deadline_nobody_can_read_is_a_warning_and_an_error_only_when_strict(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    line = _retype(project, PLAN, SOON, VAGUE)
    command = ["verifier", "--racine", str(project)]
    assert main(command) == 0
    assert f"AVERTISSEMENT {PLAN}:{line}:" in (told := capsys.readouterr().out)
    assert (
        "La phrase « bientôt peut-être » n'est pas lue comme une date; elle est publiée telle quelle.\n"
        "  Pour corriger : écrivez-la comme « automne 2027 » ou « court terme »; "
        "si elle ne dit rien de tel, laissez-la."
    ) in told
    assert main([*command, "--strict"]) == 1


def test_strict_fails_for_a_warning_and_neither_for_an_information_nor_for_a_warning_that_a_note_covers(
    full_copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan = full_copy / "data" / "plans" / "plan-de-quartier-2026-2028.yml"
    plan.write_text(
        f"{plan.read_text(encoding='utf-8')}\nniveaux: [Axe, But, Cible, Pas]\n", encoding="utf-8"
    )
    command = ["verifier", "--racine", str(full_copy), "--date", "2026-11-21", "--format", "json"]
    assert main(command) == 0
    told = json.loads(capsys.readouterr().out)
    assert {problem["niveau"] for problem in told} == {"AVERTISSEMENT", "INFORMATION"}
    covered = {problem["fichier"] for problem in told if problem["code"] == "SOM-01"}
    assert covered == {"data/demarches/cercle-des-anses.yml", "data/projets/cuisine-collective.yml"}
    assert main([*command, "--strict"]) == 1
    capsys.readouterr()
    assert main([*command, "--strict", "--data", str(SMALL)]) == 0
    assert {problem["niveau"] for problem in json.loads(capsys.readouterr().out)} == {"INFORMATION"}


def test_every_broken_file_is_told_at_once(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _retype(project, PLAN, "publication: publie", "\tpublication: publie")
    _retype(project, PROJET, "montant: 800}", 'montant: "9 600 $"}')
    (project / "data/enjeux/vide.yml").write_text("", encoding="utf-8")
    assert main(["verifier", "--racine", str(project), "--format", "github"]) == 1
    told = capsys.readouterr().out.splitlines()
    assert [line.split(",")[0] for line in told if line.startswith("::error")] == [
        "::error file=data/enjeux/vide.yml",
        f"::error file={PLAN}",
        f"::error file={PROJET}",
    ]
    assert "Traceback" not in "".join(told)


def test_a_link_to_a_record_that_does_not_exist_is_located_in_the_written_page(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "content/a-propos/index.md").write_text(
        "# À propos\n\nVoir [[projets/cuisine-collectiv]] et `[[projets/exemple]]`.\n\n<!-- liste: projts -->\n",
        encoding="utf-8",
    )
    assert main(["verifier", "--racine", str(project)]) == 1
    told = capsys.readouterr().out
    assert (
        "ERREUR content/a-propos/index.md:3:6 [REF-01]\n  Le projet « cuisine-collectiv » n'existe pas.\n"
        in told
    )
    assert "vouliez-vous dire « cuisine-collective »?" in told
    assert "ERREUR content/a-propos/index.md:5:1 [SIT-07]\n  La liste « projts » n'existe pas.\n" in told
    assert "« exemple »" not in told


def test_accents_typed_in_pieces_and_windows_line_ends_are_mended_on_request(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = project / "data/enjeux/litteratie.yml"
    path.write_bytes("nom: Litte\u0301ratie\r\npublication: publie\r\n".encode())
    main(["verifier", "--racine", str(project), "--normaliser"])
    assert path.read_bytes() == "nom: Littératie\npublication: publie\n".encode()
