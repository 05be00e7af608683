"""A record remembers where each of its values was typed, and how."""

from __future__ import annotations

from dataclasses import replace

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from clairevoie.problems import Origin
from clairevoie.problems.catalogue import located, problem
from clairevoie.read import read_text
from clairevoie.read.compose import compose
from tests.aides.telling import PATH, record_of

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
    assert RECORD.origin(*chemin) == Origin(line, column)


def test_a_key_is_found_where_it_was_typed() -> None:
    assert RECORD.key_origin("objectifs", 0, "actions") == Origin(5, 5)
    assert RECORD.key_origin("objectifs", 0, "actions", 0, "poste") == Origin(5, 28)


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
    assert record.origin("titre") == Origin(2, 8)


def test_a_file_without_an_end_to_its_last_line_is_read_alike() -> None:
    assert record_of("nom: A\nvide:").origin("vide") == Origin(2, 6)


# What stands at a line and a column: before the first value, the record; on a first key, the block that it opens.
BEGUN = [
    ((1, 1), ()),
    ((2, 1), ()),
    ((2, 9), ("nom",)),
    ((3, 3), ("objectifs",)),
    ((4, 7), ("objectifs", 0)),
    ((4, 17), ("objectifs", 0, "numero")),
    ((5, 6), ("objectifs", 0, "actions")),
    ((5, 27), ("objectifs", 0, "actions", 0, "texte")),
    ((5, 28), ("objectifs", 0, "actions", 0, "poste")),
    ((5, 43), ("objectifs", 0, "actions", 1)),
    ((8, 9), ("objectifs", 1, "texte")),
    ((99, 1), ("vide",)),
]


@pytest.mark.parametrize(("place", "chemin"), BEGUN, ids=[str(place) for place, _ in BEGUN])
def test_a_place_leads_back_to_the_last_value_begun_there(
    place: tuple[int, int], chemin: tuple[str | int, ...]
) -> None:
    assert compose(RECORD.text).root.path_at(*place) == chemin


def test_a_fault_of_syntax_says_which_value_it_is_in() -> None:
    _, (lost,) = read_text(b"nom: A\nobjectifs:\n  - texte: mot #perdu\n", "plans", "plan", PATH)
    assert (lost.code, lost.record, lost.path) == ("YAML-10", "plans/plan", ("objectifs", 0, "texte"))


def test_a_problem_is_located_at_its_value_or_at_its_key() -> None:
    at_value = problem("TYP-15", RECORD.adresse, ("objectifs", 0, "actions"), champ="actions")
    assert RECORD.locate(at_value).place == f"{PATH}:5:14"
    assert RECORD.locate(replace(at_value, of_key=True)).place == f"{PATH}:5:5"
    assert RECORD.locate(located("ID-01", PATH, id="aux")).place == PATH


def _typed(text: str, style: str | None, width: int) -> str:
    """A record with this text inside, typed in that way, on lines of that width."""
    word = "tag:yaml.org,2002:str"
    value = yaml.ScalarNode(word, text, style=style)
    inner = yaml.MappingNode("tag:yaml.org,2002:map", [(yaml.ScalarNode(word, "texte"), value)])
    outer = [(yaml.ScalarNode(word, "a"), yaml.SequenceNode("tag:yaml.org,2002:seq", [inner]))]
    root = yaml.MappingNode(
        "tag:yaml.org,2002:map", [*outer, (yaml.ScalarNode(word, "fin"), yaml.ScalarNode(word, "B"))]
    )
    return yaml.serialize(root, Dumper=yaml.SafeDumper, allow_unicode=True, width=width)


@given(
    st.text("aé b\n'\"\\:#-👍\u00a0ᐃ1|>%", min_size=1, max_size=60).filter(str.strip),
    st.sampled_from([None, "'", '"', "|", ">"]),
    st.booleans(),
)
def test_each_letter_of_a_value_is_found_where_it_was_typed(text: str, style: str | None, wide: bool) -> None:
    typed = _typed(text, style, 1000 if wide else 12)
    record = read_text(typed.encode(), "plans", "plan", PATH)[0]
    assume(record is not None and record.data["a"][0]["texte"] == text)
    assert record is not None
    lines = record.text.split("\n")
    for offset, letter in enumerate(text):
        if not letter.isspace():
            place = record.origin_inside(("a", 0, "texte"), offset)
            found = lines[place.line - 1][place.column - 1 :]
            assert found.startswith((letter, "\\"))
