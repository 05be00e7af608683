"""Seats: what was typed among the members, and the sentence that comes back."""

from __future__ import annotations

from pathlib import Path

from tests.aides.stories import DEPART, problems, sentences

COMITE = "comites/table-de-quartier.yml"


def members(*seats: str) -> dict[str, str]:
    """The smallest dataset, with these seats in its comité; the first stands on line 7."""
    lines = "".join(f"  - {{{seat}}}\n" for seat in seats)
    return {**DEPART, COMITE: f"{DEPART[COMITE]}membres:\n{lines}"}


# REF-09


def test_a_seat_that_stands_for_nothing_is_told(tmp_path: Path) -> None:
    assert sentences(tmp_path, members("role: presidence"), "REF-09") == [
        "ERREUR data/comites/table-de-quartier.yml:7:5 [REF-09]\n"
        "  Ce membre n'est rattaché à rien.\n"
        "  Pour corriger : indiquez au moins organisme, comite, territoire ou fonction."
    ]


def test_a_seat_needs_one_of_the_four_only(tmp_path: Path) -> None:
    files = members(
        "organisme: maison-de-quartier",
        "territoire: la-ville",
        "fonction: citoyenne",
        "comite: table-de-quartier",
    )
    assert problems(tmp_path, files, "REF-09") == []


# REF-10


def test_the_same_seat_typed_twice_is_named_by_what_it_stands_for(tmp_path: Path) -> None:
    seat = "organisme: maison-de-quartier, role: presidence, debut: 2024"
    assert sentences(tmp_path, members(seat, "fonction: citoyen", seat), "REF-10") == [
        "AVERTISSEMENT data/comites/table-de-quartier.yml:9:5 [REF-10]\n"
        "  « Maison de quartier » figure deux fois parmi les membres.\n"
        "  Pour corriger : supprimez le doublon, ou précisez la fonction de chacun."
    ]


def test_the_name_of_a_person_is_never_in_the_message(tmp_path: Path) -> None:
    seat = 'organisme: maison-de-quartier, nom: "Camille Exemple", base_publication: {type: fonction}'
    (told,) = problems(tmp_path, members(seat, seat), "REF-10")
    assert "Exemple" not in str(told)


def test_seats_that_differ_by_one_thing_are_two_seats(tmp_path: Path) -> None:
    seat = "organisme: maison-de-quartier"
    base = "base_publication: {type: fonction}"
    files = members(
        seat,
        f"{seat}, role: soutien",
        f"{seat}, fonction: organisatrice",
        f"{seat}, affiliation: Maison",
        f"{seat}, debut: 2024",
        f'{seat}, nom: "Camille Exemple", {base}',
        f'{seat}, nom: "Dominique Exemple", {base}',
        "territoire: la-ville",
        "comite: table-de-quartier",
    )
    assert problems(tmp_path, files, "REF-10") == []


def test_the_same_seat_in_two_comites_is_two_seats(tmp_path: Path) -> None:
    files = members("organisme: maison-de-quartier")
    assert problems(tmp_path, files | {"comites/autre.yml": files[COMITE]}, "REF-10") == []


# REF-11


def test_a_word_that_stands_for_nobody_is_not_a_name(tmp_path: Path) -> None:
    seat = "organisme: maison-de-quartier, base_publication: {type: fonction}, nom: "
    files = members(f'{seat}"À confirmer"', f'{seat}"VACANT"', f'{seat}"N/A"')
    told = sentences(tmp_path, files, "REF-11")
    assert told[0] == (
        "ERREUR data/comites/table-de-quartier.yml:7:78 [REF-11]\n"
        "  « À confirmer » n'est pas un nom.\n"
        "  Pour corriger : retirez nom et écrivez qualite: a_confirmer."
    )
    assert [one.splitlines()[1] for one in told[1:]] == [
        "  « VACANT » n'est pas un nom.",
        "  « N/A » n'est pas un nom.",
    ]


NOBODY = (
    *("À confirmer", "À déterminer", "À venir", "À combler", "n/a", "non déterminé", "Non précisé"),
    *("Vacant", "vacante", "Poste vacant", "Siège vacant", "Inconnu", "inconnue", "aucun"),
)


def test_every_way_to_write_that_a_seat_is_empty_is_told(tmp_path: Path) -> None:
    seat = "organisme: maison-de-quartier, base_publication: {type: fonction}, nom: "
    told = problems(tmp_path, members(*(f'{seat}"{word}"' for word in NOBODY)), "REF-11")
    assert [one.fault for one in told] == [f"« {word} » n'est pas un nom." for word in NOBODY]


def test_two_seats_that_stand_for_nothing_are_told_once_each(tmp_path: Path) -> None:
    files = members("role: presidence", "role: presidence")
    assert problems(tmp_path, files, "REF-10") == []


def test_a_person_is_a_name_and_a_seat_to_confirm_has_none(tmp_path: Path) -> None:
    files = members(
        'organisme: maison-de-quartier, nom: "Camille Exemple", base_publication: {type: fonction}',
        "organisme: maison-de-quartier, qualite: a_confirmer",
    )
    assert problems(tmp_path, files, "REF-11") == []
