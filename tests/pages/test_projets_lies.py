"""What came before a project and after it is on both pages, whichever of the two says so."""

from __future__ import annotations

from pathlib import Path

from tests.aides.fiches import UN_PROJET
from tests.aides.pages_vues import links, printed, words


def _pages(folder: Path, **liens: str) -> dict[str, str]:
    files = {
        f"projets/{id}.yml": UN_PROJET.replace("Cuisine collective", id.capitalize())
        + f"liens_projets: [{typed}]\n"
        for id, typed in liens.items()
    }
    return {address: page.corps for address, page in printed(folder, files).items()}


def test_a_project_and_the_one_it_follows_lead_to_each_other(tmp_path: Path) -> None:
    pages = _pages(tmp_path, verger="{genre: suite_de, projet: jardin}", jardin="")
    assert "Suite de Jardin" in words(pages["projets/verger"])
    assert "A eu pour suite Verger" in words(pages["projets/jardin"])
    assert "../../projets/jardin/" in links(pages["projets/verger"])
    assert "../../projets/verger/" in links(pages["projets/jardin"])


def test_a_project_and_the_one_it_replaces_lead_to_each_other(tmp_path: Path) -> None:
    pages = _pages(tmp_path, verger="{genre: remplace, projet: jardin}", jardin="")
    assert "Remplace Jardin" in words(pages["projets/verger"])
    assert "Remplacé par Verger" in words(pages["projets/jardin"])


def test_projects_to_see_together_say_so_once_on_each_page(tmp_path: Path) -> None:
    pages = _pages(
        tmp_path, verger="{genre: voir_aussi, projet: jardin}", jardin="{genre: voir_aussi, projet: verger}"
    )
    assert words(pages["projets/verger"]).count("Voir aussi Jardin") == 1
    assert words(pages["projets/jardin"]).count("Voir aussi Verger") == 1
    assert words(pages["projets/jardin"]).count("Voir aussi") == 1
