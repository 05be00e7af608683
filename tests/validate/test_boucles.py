"""Chains that must have an end: parents, and plans that replace plans."""

from __future__ import annotations

from pathlib import Path

from tests.aides.stories import DEPART, problems, sentences

COMITE = "comites/table-de-quartier.yml"
DEMARCHE = "demarches/quartier.yml"
PLACE = "nom: La Ville\npublication: publie\n"

_SOURCE = 'sources: [{document: rapport, repere: "Page 2"}]\n'


def demarche(added: str) -> dict[str, str]:
    """The smallest dataset, with these lines at the end of its démarche."""
    return {**DEPART, DEMARCHE: DEPART[DEMARCHE] + added}


def plan(added: str) -> str:
    return (
        'nom: "Plan"\npublication: publie\nen_bref: "Ce qui est prévu."\n'
        f"demarche: quartier\n{_SOURCE}{added}"
    )


# REF-03


def test_two_territories_that_contain_each_other_are_told_once(tmp_path: Path) -> None:
    files = DEPART | {
        "territoires/la-ville.yml": PLACE + "parent: le-quartier\n",
        "territoires/le-quartier.yml": PLACE + "parent: la-ville\n",
    }
    assert sentences(tmp_path, files, "REF-03") == [
        "ERREUR data/territoires/la-ville.yml:3:9 [REF-03]\n"
        "  « la-ville » et « le-quartier » se contiennent l'un l'autre.\n"
        "  Pour corriger : retirez un des liens « parent »."
    ]


def test_a_long_loop_of_parents_is_told_once_and_what_hangs_on_it_is_not(tmp_path: Path) -> None:
    parents = {"a": "b", "b": "c", "c": "d", "d": "b", "e": "d"}
    files = {f"enjeux/{id}.yml": f"{PLACE}parent: {parent}\n" for id, parent in parents.items()}
    (told,) = problems(tmp_path, DEPART | files, "REF-03")
    assert told.fault == "« b » et « c » se contiennent l'un l'autre."


def test_a_comite_is_not_its_own_parent(tmp_path: Path) -> None:
    files = DEPART | {COMITE: DEPART[COMITE] + "parent: table-de-quartier\n"}
    (told,) = problems(tmp_path, files, "REF-03")
    assert told.origin.line == 6


def test_effects_nested_in_each_other_are_told(tmp_path: Path) -> None:
    effets = (
        "chaine_resultats:\n  effets:\n"
        "    - {id: effet-a, zone_controle: eleve, parent: effet-b, texte: Un}\n"
        "    - {id: effet-b, zone_controle: eleve, parent: effet-a, texte: Deux}\n"
    )
    (told,) = problems(tmp_path, demarche(effets), "REF-03")
    assert told.fault == "« effet-a » et « effet-b » se contiennent l'un l'autre."
    assert (told.origin.line, told.origin.column) == (10, 51)


def test_a_chain_of_parents_that_ends_is_silent(tmp_path: Path) -> None:
    files = DEPART | {
        "territoires/le-quartier.yml": PLACE + "parent: la-ville\n",
        "territoires/la-rue.yml": PLACE + "parent: le-quartier\n",
    }
    assert problems(tmp_path, files, "REF-03") == []


# REF-04


def test_the_plan_that_is_replaced_must_confirm_it(tmp_path: Path) -> None:
    files = DEPART | {"plans/nouveau.yml": plan("remplace: ancien\n"), "plans/ancien.yml": plan("")}
    assert sentences(tmp_path, files, "REF-04") == [
        "ERREUR data/plans/nouveau.yml:6:11 [REF-04]\n"
        "  Le plan « nouveau » dit remplacer « ancien », qui ne le confirme pas.\n"
        "  Pour corriger : ajoutez remplace_par: nouveau dans « ancien »."
    ]


def test_plans_that_replace_each_other_are_told_once(tmp_path: Path) -> None:
    files = DEPART | {
        "plans/nouveau.yml": plan("remplace: ancien\nremplace_par: ancien\n"),
        "plans/ancien.yml": plan("remplace: nouveau\nremplace_par: nouveau\n"),
    }
    (told,) = problems(tmp_path, files, "REF-04")
    assert told.fault == "Les plans « ancien » et « nouveau » disent se remplacer l'un l'autre."


def test_plans_that_agree_on_their_order_are_silent(tmp_path: Path) -> None:
    files = DEPART | {
        "plans/nouveau.yml": plan("remplace: ancien\n"),
        "plans/ancien.yml": plan("remplace_par: nouveau\n"),
    }
    assert problems(tmp_path, files, "REF-04") == []
