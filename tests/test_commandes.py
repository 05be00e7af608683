"""What the commands answer when they are misspelt, misplaced, or stopped by something that is not a fact."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, tzinfo
from pathlib import Path

import pytest

from clairevoie import build, clock
from clairevoie.cli import main
from clairevoie.desk import Desk
from clairevoie.report import describe_failure
from tests.test_cli import PLAN, SOON, VAGUE, _published, _retype, _snapshot

WORDS = {
    ("publier",): "« publier » n'est pas permis; choisissez parmi",
    ("verifier", "--stricte-ment"): "« --stricte-ment » n'est pas compris.",
    (
        "verifier",
        "--date",
        "demain",
    ): "« demain » n'est pas une date; écrivez l'année, le mois et le jour : --date",
    ("verifier", "--date"): "--date attend une valeur.",
    ("verifier", "--stri"): "« --stri » n'est pas compris.",
    ("servir", "--port", "99999999"): "« 99999999 » n'est pas un port; donnez un nombre de 0 à 65535.",
    ("servir", "--port", "-1"): "« -1 » n'est pas un port",
    ("servir", "--port", "mille"): "« mille » n'est pas un port",
    ("lire",): 'Il manque la phrase à lire, par exemple : clairevoie lire "fin juin 2026".',
    (): "Il manque une commande : verifier, construire, servir, renommer, deplacer, retirer, comparer, schema, lire ou",
}


@pytest.mark.parametrize("words", WORDS)
def test_a_command_misspelt_is_answered_in_french(
    capsys: pytest.CaptureFixture[str], words: tuple[str, ...]
) -> None:
    with pytest.raises(SystemExit) as left:
        main(list(words))
    assert left.value.code == 2
    assert WORDS[words] in capsys.readouterr().err


def test_the_help_speaks_french(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["verifier", "--aide"])
    told = capsys.readouterr().out
    assert not {"usage:", "options:", "show this help", "positional"} & set(told.split("\n"))
    assert "Usage : clairevoie verifier" in told
    assert "show this" not in told
    assert "\nOptions :\n" in told
    with pytest.raises(SystemExit):
        main(["--aide"])
    assert "\nCommandes :\n" in capsys.readouterr().out


@pytest.mark.parametrize("option", ["--data", "--racine"])
@pytest.mark.parametrize("commande", ["verifier", "construire", "servir", "schema"])
def test_a_folder_that_does_not_exist_is_said_and_nothing_is_made(
    project: Path, capsys: pytest.CaptureFixture[str], commande: str, option: str
) -> None:
    nowhere = project / "rien"
    assert main([commande, "--racine", str(project), option, str(nowhere)]) == 1
    assert capsys.readouterr().err == (
        f"Le dossier « {nowhere} » n'existe pas.\nPour corriger : donnez-le avec {option}.\n"
    )
    assert not nowhere.exists()
    assert not (project / "site").exists()


@pytest.mark.parametrize("commande", ["construire", "servir"])
def test_a_folder_that_is_not_a_project_is_said(
    project: Path, capsys: pytest.CaptureFixture[str], commande: str
) -> None:
    assert main([commande, "--racine", str(project / "content"), "--data", str(project / "data")]) == 1
    assert "n'est pas celui d'un projet (il n'a pas de mkdocs.yml)." in capsys.readouterr().err


@pytest.mark.parametrize("out", ["/", "..", ".", "data", "data/site", "data/projets/../site"])
def test_a_site_is_built_neither_over_the_project_nor_among_its_facts(
    project: Path, capsys: pytest.CaptureFixture[str], out: str
) -> None:
    before = _snapshot(project)
    assert main(["construire", "--racine", str(project), "--sortie", str(project / out)]) == 1
    told = capsys.readouterr().err
    assert told.startswith("Le site ne peut pas ")
    assert told.endswith("Pour corriger : choisissez un autre dossier avec --sortie.\n")
    assert _snapshot(project) == before


@pytest.mark.construction
def test_what_is_published_is_counted_and_drafts_are_not(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert (project / "data/projets/projet-secret.yml").exists()
    assert (project / "data/projets/projet-retire.yml").exists()
    assert main(["construire", "--racine", str(project)]) == 0
    told = re.search(r"(\d+) fiches publiées\.", capsys.readouterr().out)
    assert told
    assert int(told[1]) == len(list((project / "data").rglob("*.yml"))) - 2


def test_a_warning_refuses_the_publication_only_when_strict(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = _published(project)
    _retype(project, PLAN, SOON, VAGUE)
    assert main(["construire", "--racine", str(project), "--strict"]) == 1
    told = capsys.readouterr().err
    assert f"AVERTISSEMENT {PLAN}:" in told
    assert told.endswith("Rien n'a été publié; le site en place reste tel quel.\n")
    assert _snapshot(project / "site") == before


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2026, 7, 2, 3, 59, tzinfo=UTC), date(2026, 7, 1)),
        (datetime(2026, 7, 2, 4, 0, tzinfo=UTC), date(2026, 7, 2)),
        (datetime(2026, 12, 2, 4, 59, tzinfo=UTC), date(2026, 12, 1)),
    ],
)
def test_in_a_quebec_evening_it_is_not_yet_tomorrow(
    monkeypatch: pytest.MonkeyPatch, moment: datetime, day: date
) -> None:
    class Clock(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> Clock:
            return cls.fromtimestamp(moment.timestamp(), tz)

    monkeypatch.setattr(clock, "datetime", Clock)
    assert clock.today() == day


@pytest.mark.parametrize(("given", "day"), [([], "2027-03-04"), (["--date", "2026-01-02"], "2026-01-02")])
def test_today_is_the_day_given_or_else_the_real_one(
    project: Path, monkeypatch: pytest.MonkeyPatch, given: list[str], day: str
) -> None:
    asked: list[date] = []

    def examined(root: Path, data: Path, on: date, *_: object) -> tuple[()]:
        asked.append(on)
        return ()

    monkeypatch.setattr(build, "check", examined)
    monkeypatch.setattr("clairevoie.cli.today", lambda: date(2027, 3, 4))
    assert main(["verifier", "--racine", str(project), *given]) == 0
    assert asked == [date.fromisoformat(day)]


@pytest.mark.construction
@pytest.mark.parametrize("address", ["", "ftp://exemple.test/", "https://exemple.test/?page="])
def test_an_address_that_links_cannot_be_made_of_is_one_sentence(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    monkeypatch.setenv("CLAIREVOIE_ADRESSE", address)
    assert main(["construire", "--racine", str(project)]) == 1
    told = capsys.readouterr().err.splitlines()
    assert told[0].endswith("doit commencer par http:// ou https:// et finir par /.")
    assert len(told) == 3


def test_a_failure_of_the_system_without_a_file_says_only_what_it_is() -> None:
    desk = Desk(Path(), Path("data"))
    assert (
        describe_failure(OSError(28, "disque plein"), desk)
        == "Lecture ou écriture impossible : il n'y a plus de place sur le disque."
    )
    assert (
        describe_failure(OSError(28, "disque plein", "a.yml"), desk)
        == "Lecture ou écriture impossible : a.yml (il n'y a plus de place sur le disque)."
    )


def test_a_folder_of_somebody_s_is_never_replaced(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "memoire").mkdir()
    (project / "memoire" / "these.txt").touch()
    assert main(["construire", "--racine", str(project), "--sortie", str(project / "memoire")]) == 1
    assert "que Claire-voie n'a pas produits." in capsys.readouterr().err
    assert (project / "memoire" / "these.txt").exists()


@pytest.mark.construction
def test_a_fault_of_the_program_is_owned_and_the_site_stays(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = _published(project)
    (project / "overrides/fiches/projets.html").write_text("{{ fiche.inconnu }}", encoding="utf-8")
    assert main(["construire", "--racine", str(project)]) == 1
    told = capsys.readouterr().err
    assert told.startswith("C'est une erreur du programme, pas de vos fiches. Signalez-la")
    assert "Rien n'a été publié; le site en place reste tel quel." in told
    assert _snapshot(project / "site") == before
