"""A statement says who makes it, when, and what supports it, quietly; one that says none of it reads as it did."""

from __future__ import annotations

import re
from pathlib import Path

from tests.aides.dessins_lus import drawings
from tests.aides.pages_vues import links, printed, words
from tests.aides.stories import DEPART, sentences

DEMARCHE, ORGANISME = "demarches/quartier", "organismes/maison-de-quartier"


def _demarche(facts: str) -> dict[str, str]:
    return {f"{DEMARCHE}.yml": DEPART[f"{DEMARCHE}.yml"] + facts}


def _impacts(folder: Path, impact: str) -> str:
    corps = printed(folder, _demarche(f"impacts_observes:\n  - {impact}\n"))[DEMARCHE].corps
    return re.sub(r"<svg.*?</svg>", "", corps, flags=re.DOTALL).partition('id="impacts-en-liste"')[2]


def test_who_says_it_when_and_what_supports_it_are_on_one_line(tmp_path: Path) -> None:
    corps = _impacts(
        tmp_path,
        '{texte: "Vingt familles cuisinent.", date: "2025", selon: {organisme: maison-de-quartier, texte: "la Maison"},'
        ' sources: [{document: rapport, repere: "Page 4", extrait: "vingt familles"}]}',
    )
    line = "Vingt familles cuisinent. selon la Maison, 2025 · source: Rapport du quartier (Page 4): vingt familles"
    assert line in words(corps)
    assert {"../../organismes/maison-de-quartier/", "../../documents/rapport/"} <= set(links(corps))


def test_an_organisme_is_named_after_a_colon_and_a_role_by_its_words(tmp_path: Path) -> None:
    named = words(_impacts(tmp_path / "a", "{texte: Un jardin., selon: {organisme: maison-de-quartier}}"))
    assert "Un jardin. selon: Maison de quartier" in named
    role = words(_impacts(tmp_path / "b", '{texte: Un jardin., selon: {texte: "les gens du quartier"}}'))
    assert "Un jardin. selon les gens du quartier" in role


def test_a_statement_that_says_no_more_has_no_such_line(tmp_path: Path) -> None:
    corps = _impacts(tmp_path, '{texte: "Un jardin.", date: "2025"}')
    assert "Un jardin. (2025)" in words(corps)
    assert "enonce__dit" not in corps


def test_an_effect_hoped_for_says_its_term_beside_its_zone(tmp_path: Path) -> None:
    effet = "{id: effet-1, zone_controle: moyen, horizon: moyen, texte: On se parle.}"
    effets = f"chaine_resultats: {{effets: [{effet}]}}\n"
    corps = printed(tmp_path, _demarche(effets))[DEMARCHE].corps
    listed = words(re.sub(r"<svg.*?</svg>", "", corps, flags=re.DOTALL))
    assert "zone de contrôle moyen On se parle. # à moyen terme" in listed
    for drawing in drawings(corps):
        assert any("À moyen terme" in box.texte for box in drawing.boxes)


def test_whoever_is_said_to_say_it_finds_it_on_their_page(tmp_path: Path) -> None:
    facts = "impacts_observes:\n  - {texte: Un jardin., selon: {organisme: maison-de-quartier, texte: la Maison}}\n"
    seen = words(printed(tmp_path, _demarche(facts))[ORGANISME].corps)
    assert "Phrases que la source lui attribue Quartier en commun" in seen


def test_a_document_that_supports_one_statement_says_when_it_was_read(tmp_path: Path) -> None:
    files = {
        **DEPART,
        **_demarche("constats:\n  - {texte: Un constat., sources: [{document: etude}]}\n"),
        "documents/etude.yml": 'titre: "Étude du quartier"\npublication: publie\n',
    }
    (said,) = sentences(tmp_path, files, "SRC-02")
    assert "« etude » est cité comme source" in said


def test_an_indicator_tells_where_it_started_and_keeps_the_values_of_before(tmp_path: Path) -> None:
    few = "indicateurs: [{libelle: Familles, depart: {valeur: 5, date: 2021}, cible: 60, valeur: 40, date: 2025,"
    known = [f"{{date: {year}, valeur: {year - 2000}}}" for year in range(2024, 2018, -1)]
    seen = words(
        _impacts(tmp_path / "a", f"{{texte: Un jardin., {few} valeurs: [{', '.join(known[:2])}]}}]}}")
    )
    assert "Familles, au départ: 5 (2021), cible: 60, 40 (2025) Avant: 23 (2023), 24 (2024)" in seen
    many = words(_impacts(tmp_path / "b", f"{{texte: Un jardin., {few} valeurs: [{', '.join(known)}]}}]}}"))
    assert "Les 6 valeurs d’avant 19 (2019) 20 (2020)" in many
