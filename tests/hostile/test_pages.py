"""Nothing that a stranger may type in `content/` or `mkdocs.yml` is published, nor stops the machine: it is told."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from clairevoie.cli import main
from tests.hostile.trial import Trial, cases

PAGES = ["markup_and_scripts", "markdown_and_front_matter", "paths_and_links", "encoding"]
SETTINGS = cases("configuration/settings.toml")
FILES = cases("paths_and_links/files.toml")


@pytest.mark.parametrize("family", PAGES)
def test_every_page_of_a_family_is_told_at_its_places_and_none_is_published(
    trial: Trial, family: str
) -> None:
    pages = cases(f"{family}/pages.toml")
    for name, case in pages.items():
        trial.write(f"piege/{name}.md", case["text"].encode(case.get("encoding", "utf-8")))
    told = trial.told()
    for name, case in pages.items():
        found = [f"{place} {code}" for file, place, code in told if file == f"content/piege/{name}.md"]
        assert (name, found) == (name, case["told"])
    assert len(told) == sum(len(case["told"]) for case in pages.values())
    trial.assert_refused(sorted({code for *_, code in told}))


@pytest.mark.parametrize("name", SETTINGS)
def test_a_setting_that_could_run_or_look_elsewhere_is_told_at_its_place(trial: Trial, name: str) -> None:
    case, path = SETTINGS[name], trial.root / "mkdocs.yml"
    typed = path.read_text(encoding="utf-8")
    assert "added" in case or typed.count(case["replaced"]) == 1
    typed = f"{typed}{case['added']}\n" if "added" in case else typed.replace(case["replaced"], case["by"])
    path.write_text(typed, encoding="utf-8")
    told = trial.told()
    assert [(file, f"{place} {code}") for file, place, code in told] == [
        ("mkdocs.yml", t) for t in case["told"]
    ]
    trial.assert_refused([code for *_, code in told])


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_has_no_place_among_the_pages_is_told(trial: Trial, name: str) -> None:
    case = FILES[name]
    for path, text in case["files"].items():
        trial.write(
            path, (text * case.get("repeated", 1)).encode("latin-1" if path.endswith(".png") else "utf-8")
        )
    told = trial.told()
    assert sorted(f"{file} {code}" for file, _, code in told) == sorted(case["told"])
    if told:
        trial.assert_refused([code for *_, code in told])


SIGNS = {
    "lists": ("".join("    " * depth + "- a\n" for depth in range(90)), "13:1 PAG-04"),
    "lists-by-tabs": ("".join("\t" * depth + "- a\n" for depth in range(40)), "13:1 PAG-04"),
    "lists-on-a-line": ("- " * 300 + "a\n", "1:1 PAG-04"),
    "quotations": ("# A\n\n" + "> " * 300 + "a\n", "3:1 PAG-04"),
    "brackets": ("# A\n\n" + "[a" * 1_001, "3:2001 PAG-04"),
    "links": ("# A\n\n" + "[a](index.md)\n\n" * 1_001, "2003:1 PAG-04"),
    "tags": ("# A\n\n" + "<sup>a</sup>\n\n" * 501, "1003:1 PAG-04"),
    "a-paragraph": ("# A\n\n" + "*_" * 10_001, "3:1 PAG-04"),
    "backticks": ("`" * 20_001, "1:1 PAG-04"),
}


@pytest.mark.parametrize("name", SIGNS)
def test_what_has_no_end_is_told_before_it_stops_the_machine(trial: Trial, name: str) -> None:
    text, told = SIGNS[name]
    trial.write("piege.md", text.encode())
    assert [f"{place} {code}" for _, place, code in trial.told()] == [told]
    trial.assert_refused(["PAG-04"])


def _outside(trial: Trial) -> Path:
    """A file of whoever builds the site, which nobody may publish."""
    path = trial.root.parent / "secret.md"
    path.write_text("# Secret\n", encoding="utf-8")
    return path


ODD = ["link", "link-inside", "link-to-a-folder", "loop", "dead-link", "pipe", "socket", "whole-folder"]


@pytest.mark.parametrize("kind", ODD)
def test_what_is_neither_file_nor_folder_is_told_without_being_opened(trial: Trial, kind: str) -> None:
    path, secret = trial.root / "content" / "piege.md", _outside(trial)
    where = "content/piege.md"
    if kind == "link":
        path.symlink_to(secret)
    elif kind == "link-inside":
        path.symlink_to("index.md")
    elif kind == "link-to-a-folder":
        path.with_suffix("").symlink_to("/etc")
        where = "content/piege"
    elif kind == "loop":
        path.with_suffix("").symlink_to(".")
        where = "content/piege"
    elif kind == "dead-link":
        path.symlink_to("/nulle/part.md")
    elif kind == "pipe":
        os.mkfifo(path)
    elif kind == "socket":
        _socket(path)
    else:
        path.parent.rename(trial.root.parent / "ailleurs")
        path.parent.symlink_to(trial.root.parent / "ailleurs")
        where = "content"
    told = trial.told()
    assert (where, "0:0", "PAG-02") in told
    trial.assert_refused(["PAG-02"])


def _socket(path: Path) -> None:
    here = Path.cwd()
    os.chdir(path.parent)  # an address of this kind is short
    try:
        with socket.socket(socket.AF_UNIX) as held:
            held.bind(path.name)
    finally:
        os.chdir(here)


def test_the_settings_the_look_and_the_attached_files_follow_no_link_either(trial: Trial) -> None:
    secret = _outside(trial)
    attached = trial.root / "data" / "_fichiers" / "piege.pdf"
    attached.parent.mkdir(exist_ok=True)
    look, settings = trial.root / "overrides" / "assets" / "piege.png", trial.root / "mkdocs.yml"
    settings.unlink()
    for path in (attached, look, settings):
        path.symlink_to(secret)
    try:
        assert trial.told() == [
            ("data/_fichiers/piege.pdf", "0:0", "PAG-02"),
            ("mkdocs.yml", "0:0", "PAG-02"),
            ("overrides/assets/piege.png", "0:0", "PAG-02"),
        ]
        trial.assert_refused(["PAG-02"])
    finally:
        attached.unlink()
        attached.parent.rmdir()
        look.unlink()
        settings.unlink()


def test_a_link_a_loop_and_a_pipe_among_the_facts_are_told_and_none_is_opened(
    trial: Trial, capsys: pytest.CaptureFixture[str]
) -> None:
    secret, facts = _outside(trial), trial.root / "data"
    kept = trial.root.parent / "comites"
    (facts / "comites").rename(kept)
    (facts / "comites").symlink_to(kept)
    (facts / "boucle").symlink_to(".")
    (facts / "projets" / "lien.yml").symlink_to(secret)
    os.mkfifo(facts / "projets" / "tube.yml")
    try:
        assert main(["verifier", "--racine", str(trial.root)]) == 1
        said = capsys.readouterr().out
        for name in ("boucle", "comites", "projets/lien.yml", "projets/tube.yml"):
            assert f"ERREUR data/{name}:1:1 [YAML-20]" in said
        assert "Secret" not in said
        trial.assert_refused(["YAML-20"])
    finally:
        for name in ("comites", "boucle", "projets/lien.yml", "projets/tube.yml"):
            (facts / name).unlink()
        kept.rename(facts / "comites")


def test_facts_that_are_a_link_are_not_followed(trial: Trial) -> None:
    facts, elsewhere = trial.root / "data", trial.root.parent / "ailleurs-data"
    facts.rename(elsewhere)
    facts.symlink_to(elsewhere)
    try:
        assert ("data", "0:0", "PAG-02") in trial.told()
        trial.assert_refused(["PAG-02"])
    finally:
        facts.unlink()
        elsewhere.rename(facts)


def test_a_page_that_becomes_a_link_to_the_same_words_is_told_though_nothing_seems_to_change(
    trial: Trial,
) -> None:
    page = trial.root / "content" / "mentions" / "index.md"
    assert trial.told() == []
    same = trial.root.parent / "mentions.md"
    page.rename(same)
    page.symlink_to(same)
    assert trial.told() == [("content/mentions/index.md", "0:0", "PAG-02")]
