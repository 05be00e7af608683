"""The ledger is read in any order, as a merge or an editor of text leaves it, and written in one."""

from __future__ import annotations

from pathlib import Path

import pytest

from clairevoie.cli import main
from clairevoie.read.ledger import HEAD, ledger_path, parse, read_ledger, removed, written
from tests.aides.registre import begin, note, sentences
from tests.aides.stories import DEPART, verdict

LINES = ("comites/table ~kZ3f", "plans/un#action-1-2 ~-", "a-propos page", "fichiers/a.pdf documents/a")


def test_a_ledger_is_written_sorted_each_line_once_and_read_back() -> None:
    text = written((*LINES, LINES[0]))
    assert text == HEAD + "\n".join(sorted(LINES)) + "\n"
    ledger = parse(text.encode())
    assert sorted(line.text for line in ledger.lines) == sorted(LINES)
    assert ledger.wrong == ()
    assert ledger.untidy == 0
    assert ledger.by_address["comites/table"][0].mark == "kZ3f"
    assert ledger.by_address["a-propos"][0].mark is None


def test_lines_that_a_merge_left_out_of_order_are_read_all_the_same() -> None:
    ledger = parse(("\n".join((*LINES, LINES[0])) + "\n").encode())
    assert {line.text for line in ledger.lines} == set(LINES)
    assert ledger.untidy == 3


def test_a_byte_order_mark_and_line_ends_of_windows_are_no_fault_of_a_line() -> None:
    ledger = parse(b"\xef\xbb\xbf" + "\r\n".join(sorted(LINES)).encode())
    assert {line.text for line in ledger.lines} == set(LINES)
    assert (ledger.wrong, ledger.untidy) == ((), 1)


@pytest.mark.parametrize(
    ("typed", "constat"),
    [
        ("<<<<<<< HEAD", "Le registre contient une marque de conflit de fusion"),
        ("=======", "Le registre contient une marque de conflit de fusion"),
        ("comites/table", "« comites/table » n'est pas une ligne du registre"),
        ("/comites/table/ ~kZ3f", "« /comites/table/ ~kZ3f » n'est pas une ligne du registre"),
        ("../dehors page", "« ../dehors page » n'est pas une ligne du registre"),
        ("comites/Table ~kZ3f", "« comites/Table ~kZ3f » n'est pas une ligne du registre"),
        ("comites/table ~k\x1b[31m", "« comites/table ~k?[31m » n'est pas une ligne du registre"),
    ],
)
def test_a_line_that_is_none_is_told_at_its_place(typed: str, constat: str) -> None:
    ledger = parse(f"a-propos page\n{typed}\n".encode())
    assert [(wrong.rank, wrong.constat) for wrong in ledger.wrong] == [(2, constat)]
    assert [line.text for line in ledger.lines] == ["a-propos page"]


def test_what_was_published_and_is_not_there_any_more_is_found() -> None:
    before, now = parse(written(LINES).encode()), parse(written(LINES[1:]).encode())
    assert [line.text for line in removed(now, before)] == [LINES[0]]
    assert list(removed(now, None)) == list(removed(before, now)) == []
    assert len(removed(None, before)) == len(LINES)


def test_a_link_in_the_place_of_the_ledger_is_not_followed(tmp_path: Path) -> None:
    data = begin(tmp_path, DEPART)
    path = ledger_path(data)
    path.rename(tmp_path / "ailleurs.txt")
    path.symlink_to(tmp_path / "ailleurs.txt")
    assert read_ledger(data) is None


def test_a_ledger_out_of_order_is_told_and_put_in_order_by_one_command(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = begin(tmp_path, DEPART)
    path = ledger_path(data)
    tidy = path.read_text(encoding="utf-8")
    last = tidy.splitlines()[-1]
    note(tmp_path, last)
    assert sentences(tmp_path, {}) == [
        f"AVERTISSEMENT data/_registre/adresses.txt:{len(tidy.splitlines()) + 1}:1 [ID-19]\n"
        "  Les lignes du registre ne sont plus en ordre, ou l'une d'elles y est deux fois.\n"
        "  Pour corriger : lancez « clairevoie construire », ou « clairevoie verifier --normaliser », qui les remet "
        "en ordre."
    ]
    main(["verifier", "--racine", str(tmp_path), "--normaliser", "--date", "2026-01-15"])
    assert f"Normalisé : {path}" in capsys.readouterr().out
    assert path.read_text(encoding="utf-8") == tidy


@pytest.mark.parametrize(
    "name", ["_registre/autre.txt", "_registre/adresses.yml", "_registre/a/adresses.txt"]
)
def test_the_folder_of_the_ledger_holds_nothing_else(tmp_path: Path, name: str) -> None:
    files = {**DEPART, "_registre/adresses.txt": "", name: ""}
    assert [one.file for one in verdict(tmp_path, files).problems if one.code == "YAML-20"] == [
        f"data/{name}"
    ]
