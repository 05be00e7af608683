"""References: what an editor typed, and the sentence that says where it should have led."""

from __future__ import annotations

from pathlib import Path

import pytest

from clairevoie.problems import likeness
from tests.aides.fiches import COMITE, EVENEMENT, ORGANISME, PROJET, UN_PROJET, typed
from tests.aides.stories import DEPART, problems, sentences

# REF-01


def test_a_record_that_does_not_exist_is_named_with_the_nearest_one(tmp_path: Path) -> None:
    files = typed(PROJET, "responsables: [{comite: table-du-quartier}]\n")
    assert sentences(tmp_path, files, "REF-01") == [
        "ERREUR data/projets/cuisine-collective.yml:6:25 [REF-01]\n"
        "  Le comité « table-du-quartier » n'existe pas.\n"
        "  Pour corriger : vouliez-vous dire « table-de-quartier »? "
        "Sinon, créez data/comites/table-du-quartier.yml."
    ]


def test_nothing_is_suggested_for_a_record_that_looks_like_no_other(tmp_path: Path) -> None:
    files = typed(PROJET, "territoires: [shawinigan]\n")
    assert sentences(tmp_path, files, "REF-01") == [
        "ERREUR data/projets/cuisine-collective.yml:6:15 [REF-01]\n"
        "  Le territoire « shawinigan » n'existe pas.\n"
        "  Pour corriger : créez data/territoires/shawinigan.yml."
    ]


def test_the_beginning_of_an_id_finds_the_whole_of_it(tmp_path: Path) -> None:
    long_name = "enjeux/participation-citoyenne-des-personnes-en-situation-de-pauvrete.yml"
    files = typed(PROJET, "enjeux: [participation]\n") | {long_name: DEPART["enjeux/entraide.yml"]}
    (told,) = problems(tmp_path, files, "REF-01")
    assert told.fault == "L'enjeu « participation » n'existe pas."
    assert told.remedy.startswith(
        "vouliez-vous dire « participation-citoyenne-des-personnes-en-situation-de-pauvrete »?"
    )


def test_a_record_whose_form_is_wrong_is_not_missing(tmp_path: Path) -> None:
    files = typed(PROJET, "responsables: [{comite: table-de-quartier}]\n")
    misshapen = files | {COMITE: DEPART[COMITE] + "couleur: rouge\n"}
    unreadable = files | {COMITE: "nom: [\n"}
    assert problems(tmp_path, misshapen, "REF-01") == []
    assert problems(tmp_path, unreadable, "REF-01") == []


def test_a_reference_in_its_short_form_is_followed_too(tmp_path: Path) -> None:
    (told,) = problems(tmp_path, typed(PROJET, "enjeux: [entraides]\n"), "REF-01")
    assert (told.origin.line, told.origin.column) == (6, 10)
    assert told.remedy == "vouliez-vous dire « entraide »? Sinon, créez data/enjeux/entraides.yml."


def test_a_folder_full_of_faults_is_still_checked_quickly(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Past a bounded effort the faults are told without a suggestion, none is left out."""
    monkeypatch.setattr(likeness, "_COMPARISONS", 1_000)
    ids = [f"quartier{a}{b}" for a in "abcd" for b in "abcdefghij"]
    files = {f"territoires/{id}.yml": f"nom: Lieu\npublication: publie\nparent: {id}x\n" for id in ids}
    told = problems(tmp_path, DEPART | files, "REF-01")
    assert len(told) == 40
    assert sum("vouliez-vous" in one.remedy for one in told) == 25


# REF-02


def test_an_id_of_another_collection_says_which_one(tmp_path: Path) -> None:
    files = typed(PROJET, "responsables: [{organisme: table-de-quartier}]\n")
    assert sentences(tmp_path, files, "REF-02") == [
        "ERREUR data/projets/cuisine-collective.yml:6:28 [REF-02]\n"
        "  « table-de-quartier » est un comité; « organisme » attend l'organisme.\n"
        "  Pour corriger : utilisez l'identifiant attendu, ou déplacez la référence dans le bon champ."
    ]
    assert problems(tmp_path, files, "REF-01") == []


def test_an_id_shared_by_two_collections_is_the_one_expected(tmp_path: Path) -> None:
    files = typed(PROJET, "responsables: [{organisme: table-de-quartier}]\n")
    files["organismes/table-de-quartier.yml"] = DEPART[ORGANISME]
    assert problems(tmp_path, files, "REF-02") == []


# REF-05


def test_a_page_does_not_lead_to_a_draft_nor_to_a_withdrawn_record(tmp_path: Path) -> None:
    draft = 'nom: "Comité de parents"\npublication: brouillon\n'
    left = f'{draft.replace("brouillon", "retire")}retrait: {{date: "2026-01-02", motif: "Doublon"}}\n'
    files = typed(PROJET, "responsables: [{comite: parents}]\na_ne_pas_confondre_avec: [comites/partis]\n")
    files |= {"comites/parents.yml": draft, "comites/partis.yml": left}
    assert sentences(tmp_path, files, "REF-05") == [
        "ERREUR data/projets/cuisine-collective.yml:6:25 [REF-05]\n"
        "  Cette fiche publiée renvoie à « parents », qui ne l'est pas.\n"
        "  Pour corriger : publiez « parents », ou retirez le lien.",
        "ERREUR data/projets/cuisine-collective.yml:7:27 [REF-05]\n"
        "  Cette fiche publiée renvoie à « partis », qui ne l'est pas.\n"
        "  Pour corriger : publiez « partis », ou retirez le lien.",
    ]


def test_a_draft_may_cite_a_draft_and_a_page_an_archive(tmp_path: Path) -> None:
    draft = 'nom: "Comité de parents"\npublication: brouillon\n'
    citing = UN_PROJET.replace("publie\n", "brouillon\n") + "responsables: [{comite: parents}]\n"
    archive = DEPART[COMITE].replace("publie\n", "archive\n")
    files = typed(EVENEMENT, "comite: anciens\n")
    files |= {"comites/parents.yml": draft, PROJET: citing, "comites/anciens.yml": archive}
    assert problems(tmp_path, files, "REF-05") == []
