"""Chains that must have an end: parents, and plans that replace plans."""

from __future__ import annotations

from pathlib import Path

import pytest

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


def test_a_plan_has_one_successor(tmp_path: Path) -> None:
    files = DEPART | {
        "plans/autre.yml": plan("remplace: ancien\n"),
        "plans/nouveau.yml": plan("remplace: ancien\n"),
        "plans/ancien.yml": plan("remplace_par: nouveau\n"),
    }
    (told,) = problems(tmp_path, files, "REF-04")
    assert (told.file, told.remedy) == (
        "data/plans/autre.yml",
        "celui-ci dit remplace_par: nouveau; gardez un seul des deux.",
    )


def test_a_loop_is_seen_beside_two_plans_that_became_one(tmp_path: Path) -> None:
    files = DEPART | {
        "plans/ancien.yml": plan("remplace_par: nouveau\nremplace: nouveau\n"),
        "plans/annexe.yml": plan("remplace_par: nouveau\n"),
        "plans/nouveau.yml": plan("remplace: ancien\nremplace_par: ancien\n"),
    }
    (told,) = problems(tmp_path, files, "REF-04")
    assert told.fault == "Les plans « ancien » et « nouveau » disent se remplacer l'un l'autre."


def test_plans_that_agree_on_their_order_are_silent(tmp_path: Path) -> None:
    files = DEPART | {
        "plans/nouveau.yml": plan("remplace: ancien\n"),
        "plans/ancien.yml": plan("remplace_par: nouveau\n"),
    }
    assert problems(tmp_path, files, "REF-04") == []


# REF-40, REF-41


def _projet(nom: str, liens: str) -> str:
    return (
        f'nom: "{nom}"\npublication: publie\nen_bref: "Un projet."\ndemarche: quartier\n{_SOURCE}'
        f"liens_projets: [{liens}]\n"
    )


def _projets(**liens: str) -> dict[str, str]:
    """A dataset where each of these projects has these links."""
    return DEPART | {f"projets/{id}.yml": _projet(id, typed) for id, typed in liens.items()}


def test_projects_that_follow_each_other_are_told_once(tmp_path: Path) -> None:
    files = _projets(jardin="{genre: suite_de, projet: verger}", verger="{genre: suite_de, projet: jardin}")
    assert sentences(tmp_path, files, "REF-40") == [
        "ERREUR data/projets/verger.yml:6:43 [REF-40]\n"
        "  Les projets « verger » et « jardin » sont la suite l'un de l'autre, directement ou par d'autres.\n"
        "  Pour corriger : retirez un des liens de liens_projets; la suite, c'est le projet le plus récent qui la dit."
    ]


def test_a_longer_chain_of_projects_has_an_end_too(tmp_path: Path) -> None:
    files = _projets(
        a="{genre: remplace, projet: b}",
        b="{genre: suite_de, projet: c}, {genre: suite_de, projet: d}",
        c="",
        d="{genre: remplace, projet: a}",
    )
    (found,) = problems(tmp_path, files, "REF-40")
    assert "« d » et « a » se remplacent l'un l'autre, directement ou par d'autres" in found.fault


@pytest.mark.parametrize("genre", ["suite_de", "remplace", "voir_aussi"])
def test_a_project_is_not_linked_to_itself(tmp_path: Path, genre: str) -> None:
    (found,) = problems(tmp_path, _projets(a=f"{{genre: {genre}, projet: a}}"), "REF-40")
    assert "Le projet « a » est lié à lui-même" in found.fault


def test_the_same_link_is_told_once_by_one_of_the_two_projects(tmp_path: Path) -> None:
    both = _projets(a="{genre: voir_aussi, projet: b}", b="{genre: voir_aussi, projet: a}")
    twice = _projets(a="{genre: suite_de, projet: b}, {genre: suite_de, projet: b}", b="")
    assert sentences(tmp_path / "deux", both, "REF-41") == [
        "AVERTISSEMENT data/projets/b.yml:6:17 [REF-41]\n"
        "  Le lien « voir_aussi » vers « a » est dit deux fois.\n"
        "  Pour corriger : gardez-en un."
    ]
    assert len(problems(tmp_path / "meme", twice, "REF-41")) == 1


def test_a_chain_and_a_link_aside_of_projects_say_nothing(tmp_path: Path) -> None:
    files = _projets(
        a="{genre: suite_de, projet: b}, {genre: remplace, projet: b}, {genre: voir_aussi, projet: c}",
        b="{genre: suite_de, projet: c}, {genre: voir_aussi, projet: a}",
        c="",
    )
    assert [one.code for one in problems(tmp_path, files, "REF-40")] == []
