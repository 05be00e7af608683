"""Small folders of facts that were once read or shown wrong: all that is told of each, and what its pages say."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from clairevoie.model import COLLECTIONS
from clairevoie.pages import Page, Site, lists, pages
from clairevoie.read import examine_folder
from clairevoie.validate import Verdict, examine, validate
from tests.aides.pages_vues import words
from tests.aides.sites import GABARITS, REGLAGES

CAS = Path(__file__).parent / "cas"
ON = date(2026, 12, 20)
JOUR, MARKDOWN, LIEN, BAILLEUR, COMITES = (
    "01-jour-de-la-semaine",
    "02-markdown-perd-des-faits",
    "06-lien-markdown-trouve-trop-tard",
    "08-bailleur-de-beaucoup-de-subventions",
    "12-beaucoup-de-comites",
)
# The errors and the warnings of each folder: nothing else is told of it.
TOLD = {
    JOUR: [],
    COMITES: [],
    MARKDOWN: [
        "AVERTISSEMENT 02-markdown-perd-des-faits/comites/md.yml:7:3 [TYP-21]\n"
        "  « # Un titre » paraîtra tel que tapé : un texte long n'a pas de titre.\n"
        "  Pour corriger : écrivez-le en gras, **ainsi**, ou retirez le signe #.",
        "AVERTISSEMENT 02-markdown-perd-des-faits/comites/md.yml:9:3 [TYP-21]\n"
        "  « ## Un sous-titre » paraîtra tel que tapé : un texte long n'a pas de titre.\n"
        "  Pour corriger : écrivez-le en gras, **ainsi**, ou retirez le signe #.",
        "AVERTISSEMENT 02-markdown-perd-des-faits/comites/md.yml:16:24 [SIT-05]\n"
        "  L'adresse « http://exemple.org/ » ne peut pas être suivie : une adresse doit commencer par https.\n"
        "  Pour corriger : écrivez-la au complet, par exemple https://exemple.org/.",
        "AVERTISSEMENT 02-markdown-perd-des-faits/comites/md.yml:16:48 [TYP-21]\n"
        "  « ![plan](https://exemple.org/plan.png) » paraîtra tel que tapé : un texte long n'a pas d'image.\n"
        "  Pour corriger : ajoutez-la au champ images.",
    ],
    LIEN: [
        "AVERTISSEMENT 06-lien-markdown-trouve-trop-tard/comites/lien.yml:5:16 [TYP-22]\n"
        "  « [plus bas](#plus-bas) » paraîtra tel que tapé : « mission » ne lit pas le Markdown.\n"
        "  Pour corriger : retirez ces signes, ou dites cela dans « contexte », qui le lit.",
        "ERREUR 06-lien-markdown-trouve-trop-tard/comites/lien.yml:5:27 [REF-19]\n"
        "  « #plus-bas » ne mène à aucun élément.\n"
        "  Pour corriger : vérifiez le numéro ou l'id visé.",
        "AVERTISSEMENT 06-lien-markdown-trouve-trop-tard/comites/lien.yml:5:41 [TYP-22]\n"
        "  « [le plan](../plans/plan.md) » paraîtra tel que tapé : « mission » ne lit pas le Markdown.\n"
        "  Pour corriger : retirez ces signes, ou dites cela dans « contexte », qui le lit.",
        "ERREUR 06-lien-markdown-trouve-trop-tard/comites/lien.yml:5:51 [REF-01]\n"
        "  Le plan « plan » n'existe pas.\n"
        "  Pour corriger : créez data/plans/plan.yml.",
    ],
    BAILLEUR: [],
}


def _checked(cas: str) -> Verdict:
    return validate(examine_folder(CAS / cas, tuple(COLLECTIONS), examine), ON)


def _site(cas: str) -> Site:
    jeu = _checked(cas).jeu
    assert jeu is not None
    return Site.of(jeu, REGLAGES, ON)


def _pages(cas: str) -> Mapping[str, Page]:
    return {f"{page.collection}/{page.slug}": page for page in pages(_site(cas), GABARITS)}


@pytest.mark.parametrize("cas", TOLD)
def test_what_is_told_of_a_folder_is_what_is_wrong_with_it(cas: str) -> None:
    assert [str(one) for one in _checked(cas).problems if one.is_error or one.is_warning] == TOLD[cas]


def test_a_day_of_the_week_does_not_hide_the_date() -> None:
    seen = _pages(JOUR)
    assert "Quand lundi 22 mars 2027 Heure 19 h" in words(seen["evenements/rencontre"].corps)
    assert "Prochaine rencontre Rencontre de la table Lundi 22 mars 2027, 19 h" in words(
        seen["comites/table"].corps
    )
    calendar = words(lists(_site(JOUR), GABARITS)["calendrier"])
    assert "Lundi 22 mars 2027 Rencontre de la table Table de quartier" in calendar
    for page in (*(words(page.corps) for page in seen.values()), calendar):
        assert "sans date" not in page.lower()
        assert "Aucune rencontre" not in page


def test_a_text_is_shown_as_it_was_typed() -> None:
    corps = _pages(MARKDOWN)["comites/md"].corps
    seen = words(corps)
    assert "Mission 1986. Année de fondation du comité." in seen
    assert '<ol start="3">\n<li>Troisième point</li>\n<li>Quatrième point</li>' in corps
    assert "# Un titre ## Un sous-titre" in seen
    assert "Dose: 5*3*2 = 30. Voir le vieux site (http://exemple.org/)" in seen
    assert "![plan](https://exemple.org/plan.png)" in seen
    assert "Année Montant 2026 10 $" in seen


def test_eighty_comites_under_one_are_counted_drawn_together_and_all_in_the_list() -> None:
    seen = _pages(COMITES)
    corps = seen["demarches/quartier"].corps
    drawing, after = (corps.partition(mark)[2] for mark in ("<svg class=", "</svg>"))
    assert "81 comités." in words(corps)
    assert "80 sont réunis dans l’encadré double, qui en donne le nombre." in words(corps)
    assert words(drawing.partition("</svg>")[0]).endswith("Table de quartier 80 comités chacun: relève de")
    names = [f"Sous-comité {n:02}" for n in range(1, 81)]
    assert [name for name in names if name not in words(after)] == []
    fold = seen["comites/table"].corps.partition("80 comités en relèvent</summary>")[2]
    assert [name for name in names if name not in words(fold)] == []


def test_two_grants_of_two_years_are_two_rows_under_their_totals() -> None:
    page = _pages(BAILLEUR)["organismes/maison"]
    seen = words(page.corps)
    assert (
        "Toutes les années Confirmé 80 1 640 000 $ 2023 Confirmé 40 820 000 $ 2022 Confirmé 40 820 000 $"
        in seen
    )
    assert "Voir les 80 lignes" in seen
    assert "Fonctionnement 2023 Groupe 01 6 décembre 2023 1 000 $ Confirmé" in seen
    assert "Fonctionnement 2022 Groupe 01 6 décembre 2022 1 000 $ Confirmé" in seen
    assert page.corps.count('<th class="tableau__cellule" scope="row">Fonctionnement 202') == 80
    assert "1 000 $, confirmé, pour Groupe 01, 2 000 $" not in seen


def test_the_grants_of_a_funder_are_a_file_beside_its_page() -> None:
    page = _pages(BAILLEUR)["organismes/maison"]
    assert 'href="argent-donne.csv"' in page.corps
    head, first, *others = page.fichiers["argent-donne.csv"].removeprefix("\ufeff").split("\r\n")
    assert head.startswith('"Libellé, selon la source";"Reçu par";"Date";"Année";"Montant";"Monnaie"')
    assert first.startswith('"Fonctionnement 2023";"Groupe 01";"6 décembre 2023";"2023";"1000";"CAD"')
    assert len(others) == 80
