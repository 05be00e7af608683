"""What is hard to follow is pointed out, in our words only, and never stops a publication."""

from __future__ import annotations

from pathlib import Path

import pytest

from clairevoie.validate.rules.lisibilite import Measure, measure
from tests.aides.stories import DEPART, sentences, verdict

COMITE = "comites/table-de-quartier.yml"
COURT = "La table du quartier se réunit"


def _files(en_bref: str = "La table qui décide.", reste: str = "") -> dict[str, str]:
    return {**DEPART, COMITE: DEPART[COMITE].replace("La table qui décide.", en_bref) + reste}


def _facile(texte: str) -> dict[str, str]:
    lines = "".join(f"  {line}\n" for line in texte.split("\n"))
    return _files(reste=f"facile_a_lire: |\n{lines}")


def test_a_summary_of_more_than_25_words_is_pointed_out_and_published(tmp_path: Path) -> None:
    found = verdict(tmp_path, _files(COURT + " tôt" * 20))
    assert found.jeu is not None
    assert [str(problem) for problem in found.problems if problem.code == "LIS-01"] == [
        f"INFORMATION data/{COMITE}:3:10 [LIS-01]\n"
        "  Dans « en_bref », la phrase « La table du quartier se… » a 26 mots; au-delà de 25, beaucoup d'adultes "
        "perdent le fil.\n"
        "  Pour corriger : gardez une idée par phrase, ou retirez un détail que la fiche donne ailleurs."
    ]
    assert sentences(tmp_path, _files(COURT + " tôt" * 19), "LIS-01") == []


def test_an_easy_version_is_held_to_shorter_sentences_each_on_its_own(tmp_path: Path) -> None:
    long = "La table du quartier se réunit" + " tôt" * 10
    (told,) = sentences(tmp_path, _facile(f"{COURT}. {long}. {COURT}."), "LIS-01")
    assert "a 16 mots; au-delà de 15" in told
    listed = "On y va pour :\n\n- parler du quartier avec les voisins\n- choisir ce qui se fera cette année"
    assert sentences(tmp_path, _facile(listed), "LIS-01") == []


def test_long_words_are_pointed_out_with_the_limit_of_the_measure(tmp_path: Path) -> None:
    hard = "Planification concertée des interventions intersectorielles structurantes pour diverses collectivités ici."
    (told,) = sentences(tmp_path, _files(hard), "LIS-02")
    assert (
        "« en_bref » risque d'être difficile à lire : 6 longs mots sur 10, indice LIX de 70 (limite : 60)."
        in told
    )
    assert "ne sait pas quels mots les gens connaissent" in told


def test_an_official_wording_is_never_judged(tmp_path: Path) -> None:
    official = "Planification concertée des interventions intersectorielles structurantes " * 6
    files = _files(reste=f'mission: "{official}"\nmandats: ["{official}"]\n')
    assert sentences(tmp_path, files, "LIS-01") + sentences(tmp_path, files, "LIS-02") == []


@pytest.mark.parametrize(
    ("texte", "longs"),
    [
        ("Rencontre à Trois-Rivières.", 0),
        ("Une rencontre avec Chaudière-Appalaches.", 1),
        ("L'habitation des voisins.", 2),
        ("Des gens – et 2026.", 0),
    ],
)
def test_only_long_common_words_count(texte: str, longs: int) -> None:
    assert measure(texte).long == longs


@pytest.mark.parametrize("texte", ["...", "–", "Réglementation intermunicipale."])
def test_a_text_of_a_few_words_or_none_is_not_measured(tmp_path: Path, texte: str) -> None:
    assert sentences(tmp_path, _facile(texte), "LIS-02") == []


def test_marks_of_markdown_and_addresses_of_links_are_no_words() -> None:
    texte = "Venez **jeudi**. Voir [la page](https://exemple.org/une-tres-longue-adresse).\n\n- Un pas\n- Deux pas"
    assert measure(texte) == Measure(words=9, long=0, sentences=4)
