"""A community publishes its first project with two files: its démarche, and the project; no document is invented."""

from __future__ import annotations

from pathlib import Path

from clairevoie.pages import Site
from clairevoie.pages.explorer.table import table
from clairevoie.pages.fiche.sheets import sheets
from tests.aides.pages_vues import links, plain, words
from tests.aides.sites import GABARITS, REGLAGES
from tests.aides.stories import ON, verdict

_DECLARE = 'publication: publie\nstatut_information: declare_par_le_porteur\netat_au: "10 janvier 2026"\n'
FILES = {
    "demarches/quartier.yml": f'nom: "Quartier en commun"\n{_DECLARE}'
    "impacts_observes:\n"
    '  - "Les voisins se parlent."\n'
    '  - {id: impact-rue, texte: "La rue est plus sûre."}\n',
    "projets/jardin.yml": f'nom: "Jardin"\n{_DECLARE}demarche: quartier\n',
}


def _pages(folder: Path, files: dict[str, str]) -> dict[str, str]:
    found = verdict(folder, files)
    assert found.jeu is not None, "\n".join(map(str, found.problems))
    site = Site.of(found.jeu, REGLAGES, ON)
    return {adresse.rstrip("/"): make().corps for adresse, make in sheets(site, GABARITS)}


def test_two_files_are_enough(tmp_path: Path) -> None:
    pages = _pages(tmp_path, FILES)
    assert set(pages) == {"demarches/quartier", "projets/jardin"}
    for corps in pages.values():
        assert plain("D'où ça vient Déclaré par le porteur, état au 10 janvier 2026.") in words(corps)
    assert plain("Projet de la démarche « Quartier en commun ».") in words(pages["projets/jardin"])
    assert "../../projets/jardin/" in links(pages["demarches/quartier"])


def test_what_the_demarche_changed_is_told_as_its_own(tmp_path: Path) -> None:
    corps = _pages(tmp_path, FILES)["projets/jardin"]
    said = words(corps)
    assert "Ce que la démarche a changé Voici ce qui a été observé pour toute la démarche" in said
    assert "ce que ce projet a changé. Vous le savez?" in said
    assert "Les voisins se parlent. La rue est plus sûre. Démarche: Quartier en commun" in said
    assert "../../demarches/quartier/#impact-rue" in links(corps)
    assert "../../demarches/quartier/#impacts-observes" in links(corps)
    assert 'id="impacts-observes"' not in corps


def test_of_many_impacts_the_project_shows_three(tmp_path: Path) -> None:
    many = FILES["demarches/quartier.yml"] + "".join(f'  - "Effet {rank}."\n' for rank in range(7))
    corps = _pages(tmp_path, {**FILES, "demarches/quartier.yml": many})["projets/jardin"]
    assert "Effet 0. Voir les 9" in words(corps)
    assert "Effet 1." not in words(corps)


def test_a_project_that_tells_its_own_impacts_says_nothing_of_those_of_its_demarche(tmp_path: Path) -> None:
    own = FILES["projets/jardin.yml"] + 'impacts_observes: ["On y mange."]\n'
    corps = _pages(tmp_path, {**FILES, "projets/jardin.yml": own})["projets/jardin"]
    assert "Ce que la démarche a changé" not in words(corps)
    assert "La rue est plus sûre" not in words(corps)


def test_nothing_else_gives_these_impacts_to_the_project(tmp_path: Path) -> None:
    found = verdict(tmp_path, FILES)
    assert found.jeu is not None
    site = Site.of(found.jeu, REGLAGES, ON)
    page = next(make() for adresse, make in sheets(site, GABARITS) if adresse == "projets/jardin/")
    assert "plus sûre" not in " ".join(entree.texte + entree.resume for entree in page.entrees)
    assert "plus sûre" not in " ".join(line.titre for line in table(site).lignes)
