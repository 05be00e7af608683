"""A record remembers where each of its values was typed, and how."""

from __future__ import annotations

import pytest

from clairevoie.problems import Origin
from tests.read.telling import PATH, record_of

TYPED = """\
# un plan
nom: "Été"
objectifs:
  - numero: 1.10
    actions: [{texte: "é", poste: 0777}, b]
  -
    texte: >
      Plié
vide:
"""
RECORD = record_of(TYPED)

VALUES = [
    ((), "2:1"),
    (("nom",), "2:6"),
    (("objectifs",), "4:3"),
    (("objectifs", 0), "4:5"),
    (("objectifs", 0, "numero"), "4:13"),
    (("objectifs", 0, "actions", 0, "poste"), "5:35"),
    (("objectifs", 0, "actions", 1), "5:42"),
    (("objectifs", 1, "texte"), "7:12"),
    (("vide",), "9:6"),
    (("absent",), "2:1"),
    (("objectifs", 0, "absent", 3), "4:5"),
    (("objectifs", 9), "4:3"),
    (("nom", "rien"), "2:6"),
]


@pytest.mark.parametrize(("chemin", "place"), VALUES, ids=[place for _, place in VALUES])
def test_a_value_is_found_where_it_was_typed_or_just_above(chemin: tuple[str | int, ...], place: str) -> None:
    line, column = map(int, place.split(":"))
    assert RECORD.origin(*chemin) == Origin(PATH, line, column)


def test_a_key_is_found_where_it_was_typed() -> None:
    assert str(RECORD.key_origin("objectifs", 0, "actions")) == f"{PATH}:5:5"
    assert str(RECORD.key_origin("objectifs", 0, "actions", 0, "poste")) == f"{PATH}:5:28"


def test_what_has_no_key_is_found_where_its_value_is() -> None:
    assert RECORD.key_origin("objectifs", 0) == RECORD.origin("objectifs", 0)
    assert RECORD.key_origin("absent") == RECORD.origin()
    assert RECORD.key_origin() == RECORD.origin()


def test_a_number_can_be_quoted_back_as_it_was_typed() -> None:
    assert RECORD.raw("objectifs", 0, "numero") == "1.10"
    assert RECORD.raw("objectifs", 0, "actions", 0, "poste") == "0777"
    assert RECORD.raw("nom") == "Été"


def test_what_is_no_single_value_was_not_typed_as_one() -> None:
    assert [RECORD.raw(*chemin) for chemin in ((), ("objectifs",), ("absent",), ("vide",))] == [""] * 4


def test_places_count_lines_and_columns_as_an_editor_shows_them() -> None:
    record = record_of("nom: A\r\ntitre: B\r\n")
    assert record.origin("titre") == Origin(PATH, 2, 8)


def test_a_file_without_an_end_to_its_last_line_is_read_alike() -> None:
    assert record_of("nom: A\nvide:").origin("vide") == Origin(PATH, 2, 6)
