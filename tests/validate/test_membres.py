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
        "  Pour corriger : supprimez le doublon, ou dites ce qui distingue ces sièges : fonction, debut, fin."
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


def test_people_of_the_same_function_whom_nobody_names_are_so_many_people(tmp_path: Path) -> None:
    same = "organisme: maison-de-quartier, fonction: intervenante"
    files = members(*["fonction: citoyenne"] * 6, same, same, "qualite: vacant", "qualite: vacant")
    assert problems(tmp_path, files, "REF-10") == []


def test_a_function_held_twice_under_one_name_is_typed_twice(tmp_path: Path) -> None:
    named = 'nom: "Camille Exemple", base_publication: {type: fonction}'
    seat = f"organisme: maison-de-quartier, fonction: intervenante, {named}"
    assert len(problems(tmp_path, members(seat, seat), "REF-10")) == 1


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
    assert [one.splitlines()[1:] for one in told[1:]] == [
        ["  « VACANT » n'est pas un nom.", "  Pour corriger : retirez nom et écrivez qualite: vacant."],
        ["  « N/A » n'est pas un nom.", "  Pour corriger : retirez nom et écrivez qualite: a_confirmer."],
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


# MEM-01 to MEM-05: each remedy, once typed, makes its problem go.


def told_then_mended(folder: Path, code: str, wrong: dict[str, str], *mended: dict[str, str]) -> list[str]:
    """What is said of files that are wrong, nothing being said once they are mended."""
    for rank, files in enumerate(mended):
        assert problems(folder / f"{rank}", files, code) == [], files[COMITE]
    return sentences(folder / "faux", wrong, code)


def test_a_former_seat_that_still_lasts_is_told(tmp_path: Path) -> None:
    seat = "fonction: citoyenne"
    assert told_then_mended(
        tmp_path,
        "MEM-01",
        members(f'{seat}, ancien: true, fin: "30 juin 2027"', f'{seat}, debut: "mars 2026", ancien: true'),
        members(f'{seat}, fin: "30 juin 2027"', f'{seat}, debut: "mars 2026"'),
        members(f'{seat}, ancien: true, fin: "30 juin 2025"', f'{seat}, ancien: true, debut: "mars 2025"'),
    ) == [
        "ERREUR data/comites/table-de-quartier.yml:7:46 [MEM-01]\n"
        "  Le siège « citoyenne » est dit ancien, et il finit après aujourd'hui (30 juin 2027).\n"
        "  Pour corriger : retirez ancien: true, ou corrigez fin.",
        "ERREUR data/comites/table-de-quartier.yml:8:34 [MEM-01]\n"
        "  Le siège « citoyenne » est dit ancien, et il commence après aujourd'hui (mars 2026).\n"
        "  Pour corriger : retirez ancien: true, ou corrigez debut.",
    ]


def test_a_vacant_seat_needs_nobody_and_bears_no_name(tmp_path: Path) -> None:
    assert problems(tmp_path, members("qualite: vacant"), "REF-09") == []
    seat = "organisme: maison-de-quartier"
    named = 'nom: "Camille Exemple", base_publication: {type: fonction}'
    assert told_then_mended(
        tmp_path,
        "MEM-02",
        members(f"{seat}, qualite: vacant, {named}"),
        members(f"{seat}, qualite: vacant"),
        members(f"{seat}, {named}"),
    ) == [
        "ERREUR data/comites/table-de-quartier.yml:7:59 [MEM-02]\n"
        "  Un siège vacant ne porte pas de nom.\n"
        "  Pour corriger : retirez nom et base_publication, ou retirez qualite: vacant."
    ]


def of_seats(sieges: str, *seats: str, more: str = "") -> dict[str, str]:
    """The same, with the number of seats that the source gives, on line 6."""
    files = members(*seats)
    head, typed = files[COMITE].split("membres:\n")
    return {**files, COMITE: f"{head}sieges: {sieges}\n{more}membres:\n{typed}"}


def test_a_comite_has_no_more_seats_than_its_source_says(tmp_path: Path) -> None:
    three = ("fonction: citoyenne", "fonction: citoyen", "qualite: vacant")
    other = ("fonction: animatrice, role: coordination", "territoire: la-ville, qualite: pressenti")
    assert told_then_mended(
        tmp_path,
        "MEM-03",
        of_seats("2", *three, *other, more="sieges_reserves: [{nombre: 3, pour: des jeunes}]\n"),
        of_seats("3", *three, *other),
        of_seats("2", *three[1:], 'fonction: citoyenne, fin: "30 juin 2025"', *other),
        of_seats("2", *three[1:], "fonction: citoyenne, ancien: true", *other),
    ) == [
        "AVERTISSEMENT data/comites/table-de-quartier.yml:7:18 [MEM-03]\n"
        "  Le comité a 2 sièges, et 3 y sont réservés.\n"
        "  Pour corriger : corrigez sieges, ou les nombres de sieges_reserves.",
        "AVERTISSEMENT data/comites/table-de-quartier.yml:9:3 [MEM-03]\n"
        "  Le comité a 2 sièges, et 3 y sont saisis, sièges vacants compris.\n"
        "  Pour corriger : corrigez sieges, ou dites quels sièges ont pris fin : fin, ou ancien: true.",
    ]


def test_an_inferred_seat_says_how_it_is_inferred(tmp_path: Path) -> None:
    wrong = members("organisme: maison-de-quartier, deduit: true")
    note = 'notes: [{nature: interpretation, champ: membres, texte: "La source donne le quartier seul."}]\n'
    assert told_then_mended(
        tmp_path,
        "MEM-04",
        wrong,
        members("organisme: maison-de-quartier"),
        {**wrong, COMITE: wrong[COMITE] + note},
    ) == [
        "AVERTISSEMENT data/comites/table-de-quartier.yml:7:45 [MEM-04]\n"
        "  Le siège « Maison de quartier » est déduit par le site, et aucune note ne dit comment.\n"
        '  Pour corriger : ajoutez une note : {nature: interpretation, champ: membres, texte: "…"}, '
        "ou retirez deduit: true."
    ]


def test_what_is_no_number_of_seats_is_not_counted_against(tmp_path: Path) -> None:
    assert problems(tmp_path, of_seats("0", "fonction: citoyenne"), "MEM-03") == []


def test_seats_are_counted_one_by_one(tmp_path: Path) -> None:
    wrong = of_seats("2.5", "fonction: citoyenne", more="sieges_reserves: [{nombre: 0, pour: des jeunes}]\n")
    assert told_then_mended(tmp_path, "MEM-05", wrong, of_seats("12", "fonction: citoyenne")) == [
        "ERREUR data/comites/table-de-quartier.yml:6:9 [MEM-05]\n"
        "  « 2.5 » n'est pas un nombre de sièges.\n"
        "  Pour corriger : écrivez un nombre entier, comme 12.",
        "ERREUR data/comites/table-de-quartier.yml:7:28 [MEM-05]\n"
        "  « 0 » n'est pas un nombre de sièges.\n"
        "  Pour corriger : écrivez un nombre entier, comme 12.",
    ]
