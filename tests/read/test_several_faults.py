"""All the faults of a file come back at once, each on its line, and sound lines are left in peace."""

from __future__ import annotations

import pytest

from clairevoie.read import read_text
from tests.aides.telling import PATH, places, record_of

TWO_FAULTS = [
    ("titre: Volet 1 : Mise\nnom: 'l'eau'\n", ["1:16 YAML-02", "2:8 YAML-06"]),
    ('nom: "A\nlieux: [a, b\ntitre: B\n', ["1:6 YAML-05", "2:8 YAML-08"]),
    ("liste:\n\t- a\n\t- b\n", ["2:1 YAML-01", "3:1 YAML-01"]),
    ("l:\n  -a\n  -b\n", ["2:3 YAML-09", "3:3 YAML-09"]),
    ("nom: @x\ntitre: a : b\nnom: C\n", ["1:6 YAML-07", "2:10 YAML-02", "3:1 YAML-03"]),
    ('l: [\n  a,\n  b: c: d,\n  "e\n]\nnom: %x\n', ["3:7 YAML-02", "4:3 YAML-05", "6:6 YAML-07"]),
    ("a: *x*\nb: &y z\nc: !t\n", ["1:4 YAML-16", "2:4 YAML-16", "3:4 YAML-16"]),
    ("nom: a\n---\ntitre: b : c\n", ["2:1 YAML-15", "3:10 YAML-02"]),
    ("<<<<<<< A\nnom: a\n=======\nnom: b\n>>>>>>> B\nlieu: c : d\n", ["1:1 YAML-12", "6:9 YAML-02"]),
    ('a: "x \\$ y"\nb: "z \\q"\n', ["1:7 YAML-11", "2:7 YAML-11"]),
]


@pytest.mark.parametrize(("typed", "found"), TWO_FAULTS, ids=[typed[:20] for typed, _ in TWO_FAULTS])
def test_two_broken_lines_give_two_messages(typed: str, found: list[str]) -> None:
    assert places(typed) == found


def test_a_line_with_two_slips_gives_one_message() -> None:
    assert places("\ttitre: Volet 1 : Mise\n") == ["1:1 YAML-01"]


def test_a_file_in_latin_1_also_tells_its_other_faults() -> None:
    assert places("nom: été\ntitre: a : b\n".encode("latin-1")) == ["1:6 YAML-13", "2:10 YAML-02"]


SOUND = """\
nom: "Volet 1 : « l'eau »"
titre: 'l''énergie'
heure: 8:30
adresse: https://exemple.test/a:b
texte: |
  Note : ceci est permis
  \tmême une tabulation, et @, %, [ ou "
  - un tiret
plie: >-
  'l'énergie'
  nom:SANA
suite: "un texte
  sur deux lignes : oui"
libre: un texte sur
  deux lignes
lieux: [
  a, "b: c",  # une remarque
  {d: e}
]
"""


def test_what_looks_like_a_slip_in_a_sound_text_is_left_in_peace() -> None:
    assert record_of(SOUND).data["libre"] == "un texte sur deux lignes"


def test_what_looks_like_a_slip_is_left_in_peace_even_when_another_line_is_broken() -> None:
    assert places(f"{SOUND}nom2: a : b\n") == [f"{SOUND.count(chr(10)) + 1}:9 YAML-02"]


def test_warnings_are_told_along_with_errors() -> None:
    found = read_text("\u00a0nom: A\ntitre: a : b\nlieu: c # d\n".encode(), "plans", "plan", PATH)[1]
    assert [(p.origin.line, p.code, p.is_error) for p in found] == [
        (1, "YAML-17", False),
        (2, "YAML-02", True),
        (3, "YAML-10", False),
    ]


def test_where_mending_either_of_two_lines_would_do_one_is_told() -> None:
    [found] = read_text('\u2028nom: A\n\u00a0pu"bli: x\n'.encode(), "plans", "plan", PATH)[1][1:]
    assert found.is_error


def test_a_quote_closed_too_far_is_told_though_the_parser_swallows_it() -> None:
    assert places('titre: "Un plan\nen_bref: Une phrase"\nnom: A\n') == ["1:8 YAML-05"]


def test_a_bracket_closed_too_far_is_told_though_the_parser_swallows_it() -> None:
    assert places("lieux: [a,\nenjeux: b]\nnom: A\n") == ["1:8 YAML-08"]


def test_a_list_that_becomes_one_sentence_is_told_though_the_parser_accepts_it() -> None:
    assert places("noms: un texte\n  - b\n") == ["2:3 YAML-07"]


def test_a_comment_that_cuts_a_text_in_two_is_an_error() -> None:
    [found] = read_text(b"texte: un plan #2\n  et sa suite\n", "plans", "plan", PATH)[1]
    assert (found.code, found.is_error) == ("YAML-10", True)


def test_a_remark_after_an_empty_value_or_a_number_is_no_lost_text() -> None:
    assert places('nom: # à compléter\nn: 4 # quatre\nl: # liste\n  - a\nq: "x" # vu\n') == []


def test_line_ends_that_are_all_crlf_are_the_habit_of_one_system() -> None:
    assert places("nom: A\r\ntitre: B\r\n") == []
    assert places("nom: A\r\ntitre: a : b\r\n") == ["2:10 YAML-02"]
