"""What belongs where: a record in a démarche, a shared record cited, an audience defined by its plan."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.aides.fiches import BASES, COMITE, EVENEMENT, ORGANISME, PLAN, PROJET, UN_PLAN, UN_PROJET, typed
from tests.aides.stories import DEPART, problems, sentences

# REF-06


def test_a_shared_record_that_nothing_cites_is_said_to_be_alone(tmp_path: Path) -> None:
    files = DEPART | {
        "organismes/cercle.yml": DEPART[ORGANISME],
        "enjeux/eau.yml": DEPART["enjeux/entraide.yml"],
    }
    assert sentences(tmp_path, files, "REF-06") == [
        "AVERTISSEMENT data/enjeux/eau.yml:1:1 [REF-06]\n"
        "  « eau » n'est relié à aucune démarche.\n"
        "  Pour corriger : citez-le où il intervient, ou écrivez publication: archive.",
        "AVERTISSEMENT data/organismes/cercle.yml:1:1 [REF-06]\n"
        "  « cercle » n'est relié à aucune démarche.\n"
        "  Pour corriger : citez-le où il intervient, ou écrivez publication: archive.",
    ]


def test_citing_oneself_is_not_being_cited(tmp_path: Path) -> None:
    cercle = DEPART[ORGANISME] + "a_ne_pas_confondre_avec: [organismes/cercle]\n"
    assert len(problems(tmp_path, DEPART | {"organismes/cercle.yml": cercle}, "REF-06")) == 1


def test_what_is_cited_archived_or_says_its_demarche_is_not_alone(tmp_path: Path) -> None:
    bulletin = DEPART["documents/rapport.yml"]
    plan = UN_PLAN + '      - {numero: "1.3", texte: "Lire.", voir_aussi: [documents/bulletin]}\n'
    files = DEPART | {
        PLAN: plan,
        "documents/bulletin.yml": bulletin,
        "documents/revue.yml": bulletin + "demarches: [quartier]\n",
        "organismes/cercle.yml": DEPART[ORGANISME].replace("publie\n", "archive\n"),
        "territoires/brouillon.yml": "nom: Ailleurs\npublication: brouillon\n",
    }
    assert problems(tmp_path, files, "REF-06") == []


def test_nobody_is_said_to_be_alone_while_a_record_cannot_be_read(tmp_path: Path) -> None:
    files = DEPART | {"organismes/cercle.yml": DEPART[ORGANISME], PROJET: "nom: [\n"}
    assert problems(tmp_path, files, "REF-06") == []


# REF-07


def test_a_project_without_a_demarche_is_given_the_one_that_it_cites(tmp_path: Path) -> None:
    project = UN_PROJET.replace("demarche: quartier\n", "") + "responsables: [{comite: table-de-quartier}]\n"
    assert sentences(tmp_path, DEPART | {PROJET: project}, "REF-07") == [
        "ERREUR data/projets/cuisine-collective.yml:1:1 [REF-07]\n"
        "  Le projet n'appartient à aucune démarche.\n"
        "  Pour corriger : ajoutez demarche: quartier."
    ]


def test_a_comite_that_cites_nothing_is_told_which_list_to_fill(tmp_path: Path) -> None:
    comite = DEPART[COMITE].replace("demarches: [quartier]\n", "")
    (told,) = problems(tmp_path, DEPART | {COMITE: comite}, "REF-07")
    assert told.fault == "Le comité n'appartient à aucune démarche."
    assert told.remedy == "ajoutez demarches: [quartier-en-commun]."


@pytest.mark.parametrize("name", [PROJET, PLAN, EVENEMENT])
def test_each_thing_that_belongs_to_a_demarche_names_it(tmp_path: Path, name: str) -> None:
    text = BASES[name].replace("demarche: quartier\n", "")
    assert len(problems(tmp_path / "sans", DEPART | {name: text}, "REF-07")) == 1
    assert problems(tmp_path / "avec", DEPART | {name: BASES[name]}, "REF-07") == []


def test_what_is_shared_between_demarches_need_not_name_one(tmp_path: Path) -> None:
    assert problems(tmp_path, DEPART, "REF-07") == []


def test_a_demarche_that_a_project_cites_itself_is_the_one_proposed(tmp_path: Path) -> None:
    project = (
        UN_PROJET.replace("demarche: quartier\n", "") + "a_ne_pas_confondre_avec: [demarches/quartier]\n"
    )
    (told,) = problems(tmp_path, DEPART | {PROJET: project}, "REF-07")
    assert told.remedy == "ajoutez demarche: quartier."


def test_a_draft_may_wait_for_its_demarche(tmp_path: Path) -> None:
    files = DEPART | {PROJET: 'nom: "Verger"\npublication: brouillon\n'}
    assert problems(tmp_path, files, "REF-07") == []


# REF-15


def test_an_audience_that_the_plan_does_not_define_is_shown_those_it_does(tmp_path: Path) -> None:
    added = (
        '      - {numero: "1.3", texte: "Inviter.", publics_cibles: ["1", "4"]}\n'
        "publics_cibles:\n"
        '  - {numero: "1", libelle: "Parents"}\n  - {numero: "2", libelle: "Élus"}\n'
    )
    assert sentences(tmp_path, typed(PLAN, added), "REF-15") == [
        "ERREUR data/plans/plan-2026.yml:14:66 [REF-15]\n"
        "  Le public « 4 » n'est pas défini dans publics_cibles.\n"
        "  Pour corriger : choisissez parmi 1, 2."
    ]


def test_an_audience_of_a_plan_that_defines_none_is_told_where_to_define_it(tmp_path: Path) -> None:
    files = typed(PLAN, '      - {numero: "1.3", texte: "Inviter.", publics_cibles: ["1"]}\n')
    (told,) = problems(tmp_path, files, "REF-15")
    assert told.remedy == "choisissez parmi les numéros à définir dans publics_cibles."
