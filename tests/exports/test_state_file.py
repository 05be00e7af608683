"""The name of the state is told once, in full, and every file of the whole site bears it."""

from __future__ import annotations

import json
from datetime import date
from html import unescape
from pathlib import Path

import pytest

from clairevoie.exports.provenance import EtatNomme, Provenance, Publication
from clairevoie.exports.state_file import STATE, state_file
from clairevoie.pages import Site, lists
from tests.aides.git import git
from tests.aides.pages_vues import plain
from tests.aides.sites import AUJOURD_HUI, GABARITS, REGLAGES, full_site

NOW = EtatNomme("swh:1:dir:" + "a" * 40, date(2026, 11, 1))
BEFORE = EtatNomme("swh:1:dir:" + "b" * 40, date(2026, 10, 1))
FIRST = "Il n'y en a pas : c'est la première publication de ces données."
UNKNOWN = "Non connu : le site a été construit sans l'historique des fiches, ou avec une partie seulement."


def _said(publication: Publication) -> dict[str, object]:
    return dict(
        json.loads(state_file(publication, Provenance("https://exemple.test/", "Essai", publication)))
    )


def test_the_file_names_the_state_its_day_and_the_one_before() -> None:
    assert _said(Publication(NOW, BEFORE)) == {
        "site": "Essai",
        "donnees": "https://exemple.test/donnees/",
        "licence": "CC-BY-4.0",
        "etat": NOW.identifiant,
        "date": "2026-11-01",
        "precedent": {"etat": BEFORE.identifiant, "date": "2026-10-01"},
    }


@pytest.mark.parametrize(
    ("publication", "words"),
    [(Publication(NOW, est_premiere=True), FIRST), (Publication(NOW), UNKNOWN)],
)
def test_where_no_state_before_is_named_it_is_said_why(publication: Publication, words: str) -> None:
    said = _said(publication)
    assert (said["precedent"], said["precedent_en_mots"]) == (None, words)
    site = Site.of(full_site().jeu, REGLAGES, AUJOURD_HUI, publication=publication)
    page = unescape(plain(lists(site, GABARITS)["donnees"]))
    assert words.replace(" :", ":") in page


def test_the_state_that_git_names_is_told_in_full_on_one_page_and_in_the_files_of_the_whole(
    full: Path, built_site: Path
) -> None:
    name = "swh:1:dir:" + git(full, "rev-parse", "HEAD:data").strip()
    other = "swh:1:dir:" + git(full, "rev-parse", "HEAD~1:data").strip()
    said = json.loads((built_site / STATE).read_text(encoding="utf-8"))
    assert (said["etat"], said["date"]) == (name, AUJOURD_HUI.isoformat())
    assert said["precedent"]["etat"] == other
    package = json.loads((built_site / "donnees/paquet/datapackage.json").read_text(encoding="utf-8"))
    grants = json.loads((built_site / "donnees/subventions-360giving.json").read_text(encoding="utf-8"))
    assert package["version"] == grants["identifier"] == name
    told = [
        path.relative_to(built_site).as_posix()
        for path in built_site.rglob("*.html")
        if "swh:1:dir:" in path.read_text(encoding="utf-8")
    ]
    assert told == ["donnees/index.html"]
    page = (built_site / told[0]).read_text(encoding="utf-8")
    assert name in page
    assert other in page
