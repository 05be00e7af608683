"""A build that keeps pages gives the same bytes as one that starts from nothing, whatever was changed."""

from __future__ import annotations

import html
import json
import random
import shutil
from collections.abc import Callable, Iterable
from dataclasses import asdict
from datetime import date
from pathlib import Path

import pytest

from clairevoie.build import build
from clairevoie.model.fiche import Fiche
from clairevoie.pages import Site, decoupage, listes
from clairevoie.pages.cartes import Carte
from clairevoie.pages.fiche import series
from clairevoie.pages.tables import argent
from clairevoie.problems import DataRefused
from clairevoie.publish import printing
from clairevoie.publish.search import indexing
from tests.aides.sites import SMALL
from tests.test_cli import _snapshot

ON = date(2026, 11, 20)
pytestmark = pytest.mark.construction


@pytest.fixture(autouse=True)
def _plain_index(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the search is told, written as it is: making an index of it is tested elsewhere, and slow."""

    def index_entries(stage: Path, entrees: Iterable[indexing.Entree], *_: object) -> None:
        told = json.dumps([asdict(entree) for entree in entrees], ensure_ascii=False)
        (stage / "entrees.json").write_text(told, encoding="utf-8")

    monkeypatch.setattr(indexing, "index_entries", index_entries)


@pytest.fixture(autouse=True)
def _short_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lists and tables of a few entries are cut as the long ones are."""
    monkeypatch.setattr(series, "PLIS", 1)
    monkeypatch.setattr(series, "PAGES", 2)
    monkeypatch.setattr(argent, "PHRASE", 0)


def _records(root: Path) -> list[Path]:
    return sorted((root / "data").glob("*/*.yml"))


def _pick(chance: random.Random, root: Path, collection: str = "*") -> Path:
    return chance.choice(sorted((root / "data").glob(f"{collection}/*.yml")))


def _replace(path: Path, before: str, after: str) -> None:
    path.write_text(path.read_text(encoding="utf-8").replace(before, after, 1), encoding="utf-8")


def edit_a_name(chance: random.Random, root: Path) -> None:
    path = _pick(chance, root)
    field = "titre: " if "\ntitre: " in path.read_text(encoding="utf-8") else "nom: "
    _replace(path, f'{field}"', f'{field}"{chance.choice(("Grand", "Petit", "Vieux"))} ')


def edit_a_summary(chance: random.Random, root: Path) -> None:
    path = _pick(chance, root)
    _replace(path, 'en_bref: "', f'en_bref: "Au printemps {chance.randrange(9)}, ')


def comment(chance: random.Random, root: Path) -> None:
    path = _pick(chance, root)
    path.write_text(
        f"# Relu {chance.randrange(9)} fois.\n{path.read_text(encoding='utf-8')}", encoding="utf-8"
    )


def add(chance: random.Random, root: Path) -> None:
    path = _pick(chance, root, "projets")
    copied = path.with_stem(f"{path.stem}-{chance.choice('abc')}")
    text = path.read_text(encoding="utf-8").replace('nom: "', f'nom: "{copied.stem} ', 1)
    copied.write_text(text, encoding="utf-8")


def delete(chance: random.Random, root: Path) -> None:
    _pick(chance, root).unlink()


def rename(chance: random.Random, root: Path) -> None:
    path = _pick(chance, root, "projets")
    moved = path.with_stem(f"{path.stem}-bis")
    path.rename(moved)
    if "anciennes_adresses" not in moved.read_text(encoding="utf-8"):
        with moved.open("a", encoding="utf-8") as file:
            file.write(f'\nanciennes_adresses: ["projets/{path.stem}"]\n')


def hide(chance: random.Random, root: Path) -> None:
    path = _pick(chance, root)
    states = ["publication: publie", "publication: brouillon", "publication: archive"]
    chance.shuffle(states)
    _replace(path, states[0], states[1])


def change_a_template(chance: random.Random, root: Path) -> None:
    path = chance.choice(sorted((root / "overrides").glob("composants/*.html")))
    _replace(path, "class=", f'data-essai="{chance.randrange(9)}" class=')


def change_a_style(chance: random.Random, root: Path) -> None:
    with chance.choice(sorted((root / "overrides").rglob("*.css"))).open("a", encoding="utf-8") as file:
        file.write(f".essai {{ order: {chance.randrange(9)}; }}\n")


def change_the_settings(chance: random.Random, root: Path) -> None:
    _replace(root / "mkdocs.yml", "mailto:", f"mailto:a{chance.randrange(9)}")


def change_a_written_page(chance: random.Random, root: Path) -> None:
    with (root / "content/a-propos/index.md").open("a", encoding="utf-8") as file:
        file.write(f"\n## Ajout {chance.randrange(99)}\n\nVoir [[demarches/quartier-en-commun]].\n")


CHANGES: tuple[Callable[[random.Random, Path], None], ...] = (
    *(edit_a_name, edit_a_name, edit_a_summary, comment, add, add, delete, rename, hide),
    *(change_a_template, change_a_style, change_the_settings, change_a_written_page),
)


def _tried(root: Path, out: Path, on: date, cache_dir: Path | None) -> str:
    """What is said when the data are refused; nothing when they are published."""
    try:
        build(root, root / "data", out, on, cache_dir)
    except DataRefused as refused:
        return str(refused)
    return ""


@pytest.mark.parametrize(
    "seed", [0, 1, *(pytest.param(seed, marks=pytest.mark.endurance) for seed in range(2, 12))]
)
def test_after_any_change_the_site_is_the_one_of_a_cold_build(
    project: Path, tmp_path: Path, seed: int
) -> None:
    chance, kept, on = random.Random(seed), tmp_path / "garde", ON
    cache_dir = tmp_path / ".cache"
    build(project, project / "data", kept / "site", on, cache_dir)
    for turn in range(3):
        changes = chance.sample(CHANGES, chance.choice((1, 1, 2)))
        for change in changes:
            change(chance, project)
        on = chance.choice((on, on, on.replace(year=on.year + 1)))
        told = [change.__name__ for change in changes]
        said = _tried(project, kept / "site", on, cache_dir)
        assert said == _tried(project, tmp_path / f"neuf-{turn}" / "site", on, None), told
        if said:  # refused: what was changed is put right, the site in place has not moved
            shutil.rmtree(project / "data")
            shutil.copytree(SMALL, project / "data")
        else:
            assert _snapshot(kept / "site") == _snapshot(tmp_path / f"neuf-{turn}" / "site"), told


def _printed_again(
    project: Path, out: Path, cache_dir: Path, monkeypatch: pytest.MonkeyPatch, on: date = ON
) -> list[str]:
    """The addresses of the pages that a build prints."""
    seen: list[str] = []
    real = printing.print_pages

    def watched(*given: object) -> object:
        printed = real(*given)  # type: ignore[arg-type]
        seen.extend(printed)
        return printed

    with monkeypatch.context() as patch:
        patch.setattr(printing, "print_pages", watched)
        build(project, project / "data", out, on, cache_dir)
    return seen


def test_only_what_an_edit_touches_is_printed_again(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out, cache_dir = tmp_path / "garde/site", tmp_path / ".cache"
    assert len(_printed_again(project, out, cache_dir, monkeypatch)) > 10
    assert _printed_again(project, out, cache_dir, monkeypatch) == []
    _replace(project / "data/projets/cuisine-collective.yml", 'nom: "', 'nom: "Grande ')
    again = _printed_again(project, out, cache_dir, monkeypatch)
    assert "projets/cuisine-collective/" in again
    assert "demarches/quartier-en-commun/" in again
    assert "projets/projet-retire/" not in again


def test_another_state_of_the_data_is_named_without_printing_the_pages_of_other_records(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out, cache_dir = tmp_path / "garde/site", tmp_path / ".cache"
    everything = _printed_again(project, out, cache_dir, monkeypatch)
    place = (out / "donnees/etat.json").stat().st_ino
    _printed_again(project, out, cache_dir, monkeypatch)
    assert (out / "donnees/etat.json").stat().st_ino == place
    before = json.loads((out / "donnees/etat.json").read_text(encoding="utf-8"))["etat"]
    comment(random.Random(0), project)
    again = _printed_again(project, out, cache_dir, monkeypatch)
    assert len(again) < len(everything) / 2
    after = json.loads((out / "donnees/etat.json").read_text(encoding="utf-8"))["etat"]
    assert after != before
    page = (out / "donnees/index.html").read_text(encoding="utf-8")
    package = json.loads((out / "donnees/paquet/datapackage.json").read_text(encoding="utf-8"))
    assert after in page
    assert before not in page
    assert package["version"] == after


def test_a_new_day_prints_again_only_what_says_the_day_or_what_it_has_made_old(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out, cache_dir = tmp_path / "garde/site", tmp_path / ".cache"
    dated = project / "data/organismes/maison-des-erables.yml"
    dated.write_text(f'{dated.read_text(encoding="utf-8")}\netat_au: "2024-11-22"\n', encoding="utf-8")
    assert len(_printed_again(project, out, cache_dir, monkeypatch)) > 10
    page = "organismes/maison-des-erables/"
    next_day = _printed_again(project, out, cache_dir, monkeypatch, date(2026, 11, 21))
    assert page not in next_day
    assert not any(url.startswith(("organismes/", "documents/")) for url in next_day)
    assert page in _printed_again(project, out, cache_dir, monkeypatch, date(2026, 11, 22))
    assert "elle a pu changer depuis" in (out / page / "index.html").read_text(encoding="utf-8")


def test_a_page_that_somebody_altered_in_the_site_is_printed_again(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out, cache_dir = tmp_path / "garde/site", tmp_path / ".cache"
    build(project, project / "data", out, ON, cache_dir)
    page = out / "projets/cuisine-collective/index.html"
    good = page.read_bytes()
    page.write_bytes(good.replace(b"<h1", b"<h2"))
    assert _printed_again(project, out, cache_dir, monkeypatch) == ["projets/cuisine-collective/"]
    assert page.read_bytes() == good
    (out / "projets/cuisine-collective/index.html").unlink()
    assert _printed_again(project, out, cache_dir, monkeypatch) == ["projets/cuisine-collective/"]


def test_a_seat_that_ends_or_begins_is_told_so_on_its_day_by_a_build_that_keeps_pages(
    project: Path, tmp_path: Path
) -> None:
    seats = (
        '  - {organisme: maison-de-quartier, fin: "20 novembre 2026", nom: "Odile Passée", '
        "base_publication: {type: fonction}}\n"
        '  - {organisme: maison-de-quartier, debut: "21 novembre 2026", nom: "Ulric Nouveau", '
        "base_publication: {type: fonction}}\n"
    )
    _replace(project / "data/comites/table-de-quartier.yml", "membres:\n", f"membres:\n{seats}")
    kept, cache_dir = tmp_path / "garde/site", tmp_path / ".cache"
    named: list[tuple[bool, bool]] = []
    for on in (ON, date(2026, 11, 21)):
        cold = tmp_path / f"{on}/site"
        build(project, project / "data", kept, on, cache_dir)
        build(project, project / "data", cold, on, None)
        assert _snapshot(kept) == _snapshot(cold)
        everything = [path.read_bytes() for path in kept.rglob("*") if path.is_file()]
        named.append(
            (
                any("Odile Passée".encode() in text for text in everything),
                any(b"Ulric Nouveau" in text for text in everything),
            )
        )
    assert named == [(True, False), (False, True)]


def test_a_year_taken_from_elsewhere_follows_it_in_a_build_that_keeps_pages(
    project: Path, tmp_path: Path
) -> None:
    source = project / "data/documents/compte-rendu-2026-03-12.yml"
    _replace(project / "data/evenements/rencontre-du-12-mars-2026.yml", '"12 mars 2026"', '"12 mars"')
    kept, cache_dir = tmp_path / "garde/site", tmp_path / ".cache"
    for before, year in (("12 mars 2026", "2026"), ("2026", "2025")):
        cold = tmp_path / f"{year}/site"
        _replace(source, f'date_document: "{before}"', f'date_document: "{year}"')
        build(project, project / "data", kept, ON, cache_dir)
        build(project, project / "data", cold, ON, None)
        assert _snapshot(kept) == _snapshot(cold)
        page = (kept / "evenements/rencontre-du-12-mars-2026/index.html").read_text(encoding="utf-8")
        assert f"12 mars {year}, année tirée de la date du document" in page


def test_the_settings_of_time_are_those_of_every_page_kept(project: Path, tmp_path: Path) -> None:
    _replace(project / "data/plans/plan-2026.yml", '["Septembre 2026"]', '["année scolaire 2025-2026"]')
    kept, cache_dir = tmp_path / "garde/site", tmp_path / ".cache"
    said_by = {"août à juin": "d'août 2025 à juin 2026", "septembre à mai": "de septembre 2025 à mai 2026"}
    for typed, said in said_by.items():
        _replace(project / "mkdocs.yml", "annee_scolaire: août à juin", f"annee_scolaire: {typed}")
        build(project, project / "data", kept, ON, cache_dir)
        page = (kept / "plans/plan-2026/index.html").read_text(encoding="utf-8")
        assert said in html.unescape(page).replace("’", "'")


@pytest.mark.parametrize(
    "change", [edit_a_name, edit_a_summary, add, delete, rename, hide], ids=lambda change: change.__name__
)
def test_the_pages_of_lists_that_are_cut_follow_any_change_too(
    project: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    change: Callable[[random.Random, Path], None],
) -> None:
    monkeypatch.setattr(decoupage, "LIMITE", 0)
    kept, cache_dir, chance = tmp_path / "garde/site", tmp_path / ".cache", random.Random(3)
    build(project, project / "data", kept, ON, cache_dir)
    assert list(kept.glob("projets/demarche/*/index.html"))
    for turn in range(2):
        change(chance, project)
        if not _tried(project, kept, ON, cache_dir):
            cold = tmp_path / f"neuf-{turn}/site"
            build(project, project / "data", cold, ON, None)
            assert _snapshot(kept) == _snapshot(cold)


def test_only_the_pieces_of_a_list_that_an_edit_touches_are_made_again(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out, cache_dir, made = tmp_path / "garde/site", tmp_path / ".cache", list[str]()
    real = listes.card

    def watched(site: Site, fiche: Fiche) -> Carte:
        made.append(fiche.adresse)
        return real(site, fiche)

    monkeypatch.setattr(listes, "card", watched)
    build(project, project / "data", out, ON, cache_dir)
    assert len(set(made)) > 7
    made.clear()
    _replace(project / "data/projets/cuisine-collective.yml", 'en_bref: "', 'en_bref: "Depuis peu, ')
    build(project, project / "data", out, ON, cache_dir)
    assert made == ["projets/cuisine-collective"]
