"""The sentence that opens a page where nobody wrote a summary: facts, in French, and never the words of an editor."""

from __future__ import annotations

from pathlib import Path

import pytest

from clairevoie.pages.cartes import card
from clairevoie.pages.listes.qualite import quality
from clairevoie.wording.articles import after_a, after_de, each_after_de
from tests.aides.fiches import COMITE, PLAN, PROJET, UN_PLAN, UN_PROJET
from tests.aides.pages_vues import plain, printed, told, words
from tests.aides.stories import DEPART

DEMARCHE = "demarches/quartier.yml"
_NU = UN_PROJET.replace('en_bref: "Des familles cuisinent ensemble."\n', "")
_QUI = "responsables: [{organisme: maison-de-quartier}, {comite: table-de-quartier}]\n"


def _opening(folder: Path, files: dict[str, str], adresse: str) -> str:
    page = printed(folder, files)[adresse]
    assert "__en-bref" not in page.corps.partition("</header>")[0]
    return plain(page.description)


@pytest.mark.parametrize(
    ("added", "said"),
    [
        ("", "Projet de la démarche « Quartier en commun »."),
        (
            f"{_QUI}territoires: [la-ville]\nperiode: 2025-2027\nforme: service\n",
            "Service de la Maison de quartier et de la Table de quartier, dans la démarche « Quartier en commun », "
            "sur le territoire de La Ville (de 2025 à 2027).",
        ),
        ('periode: "en continu"\n', "Projet de la démarche « Quartier en commun » (en continu)."),
        ("responsables: [{texte: des voisins}]\n", "Projet de la démarche « Quartier en commun »."),
    ],
)
def test_a_project_without_summary_opens_with_its_facts(tmp_path: Path, added: str, said: str) -> None:
    page = printed(tmp_path, {PROJET: _NU + added})["projets/cuisine-collective"]
    assert plain(page.description) == plain(said)
    assert plain(f"Cuisine collective {said}") in words(page.corps)
    assert "entete__en-bref" not in page.corps
    assert page.entrees[0].resume == page.description


def test_a_card_says_who_and_when_and_a_summary_always_comes_first(tmp_path: Path) -> None:
    site = told(tmp_path / "nu", {PROJET: _NU + _QUI + "periode: 2025-2027\n"})
    assert plain(card(site, site.jeu.projets["cuisine-collective"]).texte or "") == (
        "Projet de la Maison de quartier et de la Table de quartier (de 2025 à 2027)."
    )
    site = told(tmp_path / "rien", {PROJET: _NU})
    assert card(site, site.jeu.projets["cuisine-collective"]).texte is None
    site = told(tmp_path / "dit", {PROJET: UN_PROJET})
    assert card(site, site.jeu.projets["cuisine-collective"]).texte == "Des familles cuisinent ensemble."
    page = printed(tmp_path / "dit", {PROJET: UN_PROJET})["projets/cuisine-collective"]
    assert "entete__ouverture" not in page.corps


def test_comites_plans_and_demarches_open_so(tmp_path: Path) -> None:
    files = {
        COMITE: DEPART[COMITE].replace('en_bref: "La table qui décide."\n', "")
        + "type: commission\ndebut: mai 2008\n",
        PLAN: UN_PLAN.replace(
            'en_bref: "Ce que la table prévoit faire."\n', "organisme: maison-de-quartier\n"
        ),
        DEMARCHE: DEPART[DEMARCHE].replace('en_bref: "Un quartier s\'organise."\n', ""),
        "territoires/la-ville.yml": DEPART["territoires/la-ville.yml"] + "type: ville\n",
    }
    said = {
        "comites/table-de-quartier": "Commission de la démarche « Quartier en commun » (début : mai 2008).",
        "plans/plan-2026": "Plan d’action de la Maison de quartier, dans la démarche « Quartier en commun ».",
        "demarches/quartier": "Démarche de la Maison de quartier, à La Ville.",
    }
    for adresse, sentence in said.items():
        assert _opening(tmp_path / adresse.replace("/", "-"), files, adresse) == plain(sentence)


def test_the_quality_page_counts_the_records_that_have_no_summary(tmp_path: Path) -> None:
    def chapters(files: dict[str, str], folder: str) -> dict[str, int]:
        found = quality(told(tmp_path / folder, files))["chapitres"]
        assert isinstance(found, list)
        return {one.ancre: one.compte for one in found}

    assert chapters({PROJET: _NU}, "nu")["sans-resume"] == 1
    assert "sans-resume" not in chapters({PROJET: UN_PROJET}, "dit")


@pytest.mark.parametrize(
    ("nom", "said"),
    [
        ("Maison du phare", "de la Maison du phare"),
        ("Centre local", "du Centre local"),
        ("Les Amis du parc", "des Amis du parc"),
        ("Le Relais", "du Relais"),
        ("La Ruche", "de La Ruche"),
        ("L'Éveil", "de L'Éveil"),
        ("Office d'habitation", "de l’Office d'habitation"),
        ("École du Nord", "de l’École du Nord"),
        ("INSPQ", "de l’INSPQ"),
        ("CISSS de l'Est", "du CISSS de l'Est"),
        ("Espace Vitalité", "d’Espace Vitalité"),
        ("Rue en fête", "de Rue en fête"),
        ("comité de suivi", "du comité de suivi"),
    ],
)
def test_a_name_takes_its_article_after_de(nom: str, said: str) -> None:
    assert after_de(nom) == said


def test_a_place_takes_its_article_after_a() -> None:
    places = ("Lévis", "Le Bic", "Les Cèdres", "La Tuque", "L'Isle-Verte")
    assert [after_a(nom) for nom in places] == [
        "à Lévis",
        "au Bic",
        "aux Cèdres",
        "à La Tuque",
        "à L'Isle-Verte",
    ]


def test_many_names_are_counted() -> None:
    assert (
        each_after_de(["Ville A", "Comité B", "Rue C", "Rue D"])
        == "de la Ville A, du Comité B et de 2 autres"
    )
