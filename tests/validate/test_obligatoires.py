"""What a state asks for: what was left out, and the sentence that comes back."""

from __future__ import annotations

from pathlib import Path

from tests.aides.stories import DEPART, sentences, verdict

COMITE = "comites/table-de-quartier.yml"
DEMARCHE = "demarches/quartier.yml"
PLAN = "plans/plan-2026.yml"
_PLAN = """\
nom: "Plan d'action 2026"
publication: publie
en_bref: "Ce que la table prévoit faire."
demarche: quartier
sources: [{document: rapport, repere: "Page 2"}]
actions:
  - numero: "4.3.2"
    ressources: "Coordonnatrice"
"""


def test_a_published_record_needs_no_summary(tmp_path: Path) -> None:
    files = {**DEPART, COMITE: DEPART[COMITE].replace('en_bref: "La table qui décide."\n', "")}
    told = verdict(tmp_path, files)
    assert told.jeu is not None
    assert [one for one in told.problems if "en_bref" in str(one)] == []


def test_a_draft_only_needs_its_name(tmp_path: Path) -> None:
    files = {**DEPART, "comites/autre.yml": "nom: Autre comité\npublication: brouillon\n"}
    assert sentences(tmp_path, files, "TYP-14") == []


def test_a_withdrawn_record_says_when_and_why(tmp_path: Path) -> None:
    retired = "nom: Ancien\npublication: retire\n"
    assert sentences(tmp_path, {**DEPART, "territoires/ancien.yml": retired}, "TYP-14") == [
        "ERREUR data/territoires/ancien.yml:1:1 [TYP-14]\n"
        "  Il manque le champ obligatoire « retrait ».\n"
        '  Pour corriger : ajoutez par exemple retrait: {date: "2026-01-15", motif: "Fiche publiée par erreur"}.'
    ]


def test_a_published_effect_stands_in_a_zone(tmp_path: Path) -> None:
    chain = "chaine_resultats:\n  effets:\n    - {id: effet-a, texte: Des gens se parlent}\n"
    assert sentences(tmp_path, {**DEPART, DEMARCHE: DEPART[DEMARCHE] + chain}, "TYP-14") == [
        f"ERREUR data/{DEMARCHE}:10:7 [TYP-14]\n"
        "  Il manque le champ obligatoire « zone_controle ».\n"
        "  Pour corriger : ajoutez par exemple zone_controle: eleve."
    ]


def test_an_action_says_what_is_to_be_done(tmp_path: Path) -> None:
    assert sentences(tmp_path, {**DEPART, PLAN: _PLAN}, "TYP-16") == [
        f"ERREUR data/{PLAN}:7:5 [TYP-16]\n"
        "  Le texte de l'action 4.3.2 manque.\n"
        "  Pour corriger : saisissez-le; si la source est vide, ajoutez une note {champ: "
        'action-4-3-2, nature: lacune, texte: "…"}.'
    ]


def test_a_note_may_say_that_the_source_is_silent(tmp_path: Path) -> None:
    for champ, nature, told in (
        ("action-4-3-2", "lacune", 0),
        ("action-4-3-2.texte", "lacune", 0),
        ("action-4-3-2", "ecart", 1),
        ("action-4-3-2.ressources", "lacune", 1),
        ("objectifs", "lacune", 1),
    ):
        note = f"notes: [{{champ: {champ}, nature: {nature}, texte: La case est vide}}]\n"
        assert len(sentences(tmp_path, {**DEPART, PLAN: _PLAN + note}, "TYP-16")) == told, champ
