"""Nothing that is typed can give an order to a terminal or to the log of a forge, whatever the form of the messages."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from clairevoie.cli import main
from clairevoie.desk import Desk
from clairevoie.problems import Located, Niveau, Origin
from clairevoie.problems.inert import inert
from clairevoie.report import FORMATS, describe_failure
from tests.aides.systeme import with_any_name

ORDERS = {
    "GitHub": "::error file=a,line=1::perdu",
    "GitHub, ligne suivante": "a\n  ::stop-commands::jeton",
    "GitHub, retour de chariot": "a\r::set-output name=a::b",
    "GitHub, autre fin de ligne": "a\u2028::warning::b\x85::warning::c\x0b::warning::d",
    "GitHub, ancienne forme": "a ##[set-env name=A]b",
    "Azure": "##vso[task.setvariable variable=A]b",
    "TeamCity": "##teamcity[buildProblem]",
    "GitLab": "\x1b[0Ksection_start:1790000000:a[collapsed=true]\r\x1b[0Ktitre",
    "terminal": "\x1b]0;titre\x07\x1b[2J\x9b31m\x08\x08",
    "texte à l'envers": "\u202eedoc\u2066",
}
# What a log or a terminal obeys: a control that is neither a tab nor a line feed, or an order of a forge.
OBEYED = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]|^\s*::|##\w*\[", re.MULTILINE
)
_OURS = re.compile(r"^::(?:error|warning|notice) file=[^:,\n]*,line=\d+,col=\d+,title=[\w-]+::", re.MULTILINE)


def _obeyed(said: str) -> list[str]:
    """What would be obeyed in what was printed, but for the annotations that are meant."""
    return OBEYED.findall(_OURS.sub("annonce : ", said))


@pytest.mark.parametrize("typed", ORDERS.values(), ids=ORDERS)
def test_a_text_keeps_its_length_and_its_words_and_loses_its_orders(typed: str) -> None:
    assert _obeyed(typed)
    shown = inert(typed)
    assert _obeyed(shown) == []
    assert len(shown) == len(typed)
    assert inert(shown) == shown
    assert re.findall(r"[a-z]{3,}", shown) == re.findall(r"[a-z]{3,}", typed)


def test_what_people_write_is_left_as_it_is() -> None:
    written = (
        "L’été : « 5 % », ##, a::b, #[1]\n\t- Rouyn-Noranda\u00a0; Aînés\u202f: 1\u202f000 $ 👩\u200d🌾\n"
    )
    assert inert(written) == written


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("typed", ORDERS.values(), ids=ORDERS)
def test_no_value_and_no_file_name_gives_an_order_in_any_form(typed: str, form: str) -> None:
    one = Located(
        "",
        (),
        "FIC-02",
        Niveau.ERREUR,
        f"{typed} : perdu.",
        typed,
        file=typed,
        origin=Origin(1, 1),
        typed=typed,
    )
    said = FORMATS[form]([one, one])
    assert _obeyed(said) == []
    if form == "json":
        assert [told["code"] for told in json.loads(said)] == ["FIC-02", "FIC-02"]
    if form == "github":
        assert len(_OURS.findall(said)) == 2


@pytest.mark.parametrize("typed", ORDERS.values(), ids=ORDERS)
def test_nor_does_what_stopped_a_build(typed: str, tmp_path: Path) -> None:
    desk = Desk(tmp_path, tmp_path)
    for failure in (OSError(2, typed, typed), ValueError(typed)):
        assert _obeyed(describe_failure(failure, desk)) == []


@pytest.mark.parametrize("typed", ORDERS.values(), ids=ORDERS)
def test_nor_does_a_word_of_a_command(typed: str, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    there = ["--racine", str(project)]
    for words in (
        ["verifier", *there, "--data", f"{project}/{typed}".replace("\0", "")],
        ["lire", *there, typed],
        ["serveurs", *there, "--sortie", str(project / "a" / typed.replace("/", "-"))],
    ):
        main(words)
    with pytest.raises(SystemExit):
        main(["verifier", "--format", typed])
    told = capsys.readouterr()
    assert _obeyed(told.out + told.err) == []


@with_any_name
@pytest.mark.parametrize("form", FORMATS)
def test_nor_do_the_files_of_a_proposal(project: Path, form: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Each order is the name of a record, of a page, of an attached file, and a value, well placed or not."""
    for rank, typed in enumerate(ORDERS.values()):
        name = typed.replace("/", "-")
        for folder in ("data", "data/projets", "data/_fichiers/images", "content"):
            (project / folder).mkdir(parents=True, exist_ok=True)
            (project / folder / f"{name}.yml").write_text(f"nom: {json.dumps(typed)}\n", encoding="utf-8")
        written = f"# {typed}\n\n[[{typed}]] [a]({typed})\n\n{typed}\n"
        (project / "content" / f"page-{rank}.md").write_text(written, encoding="utf-8", newline="")
        record = f'nom: "a"\n{typed}\npublication: {typed}\n"{typed}": {json.dumps(typed)}\n'
        (project / f"data/projets/fiche-{rank}.yml").write_text(record, encoding="utf-8", newline="")
        typed_well = f"nom: {json.dumps(typed)}\npublication: {json.dumps(typed)}\n"
        (project / f"data/projets/autre-{rank}.yml").write_text(typed_well, encoding="utf-8")
    assert main(["verifier", "--racine", str(project), "--format", form]) == 1
    assert main(["construire", "--racine", str(project)]) == 1
    told = capsys.readouterr()
    assert len(re.findall(r"[A-Z]{3,4}-\d\d", told.out)) > 5 * len(ORDERS)
    assert _obeyed(told.out + told.err) == []
