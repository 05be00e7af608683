"""A comment is found where the parser sees one, and nowhere else."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from clairevoie.problems import Origin
from clairevoie.read import read_text
from clairevoie.read.comments import comments
from tests.aides.telling import record_of

TYPED = """\
# un
nom: A # deux
texte: | # trois
  # du texte

# quatre
plie: >-
 # du texte
   # du texte
simple: 'a # b
 # c'  # cinq
double: "a # b\\" # c" # six
liste: [a#b, # sept
  "d # e"]#huit
vide: # neuf
suite: un
  deux # dix
url: https://exemple.quebec/#ancre
creux: |

# onze
bas: |
   x
 # douze"""


def test_every_comment_is_found_and_nothing_else() -> None:
    assert list(comments(TYPED)) == [
        (1, 1, "un"),
        (2, 8, "deux"),
        (3, 10, "trois"),
        (6, 1, "quatre"),
        (11, 8, "cinq"),
        (12, 23, "six"),
        (13, 14, "sept"),
        (14, 11, "huit"),
        (15, 7, "neuf"),
        (17, 8, "dix"),
        (21, 1, "onze"),
        (24, 2, "douze"),
    ]


def test_a_field_typed_twice_hides_no_comment_and_shows_no_false_one() -> None:
    record, _ = read_text(b'nom: A\nnom: "B # C" # deux\n', "plans", "plan", "data/plans/plan.yml")
    assert record is not None
    assert list(record.comments()) == [(Origin(2, 14), "deux")]


def test_a_second_document_is_looked_at_too() -> None:
    record, _ = read_text(b"nom: A\n--- # un\nb: '# c' # deux\n", "plans", "plan", "p.yml")
    assert record is not None
    assert [words for _, words in record.comments()] == ["un", "deux"]


@given(st.text(st.sampled_from("ab# '\"\n\\")))
def test_no_value_is_taken_for_a_comment(value: str) -> None:
    quoted = value.replace("'", "''").replace("\n", "\n\n  ")
    assert list(comments(f"nom: '{quoted}' # vu\n"))[-1][2] == "vu"
    assert len(list(comments(f"nom: '{quoted}' # vu\n"))) == 1


def test_a_record_without_comment_has_none() -> None:
    assert list(record_of("nom: A\n").comments()) == []
