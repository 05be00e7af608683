"""Cells keep every character that was typed, whatever it is in XML or in a workbook."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from clairevoie.exports.sheet_rows import column_letters, packed, xml_rows


def _read(*line: str | float | None) -> list[tuple[str, str]]:
    """Each cell of a line, by its place, once written and read as spreadsheets do."""
    rows = packed([("plans", line)])["plans"]
    (row,) = xml_rows(rows.text.split("\n")[:-1], rows.columns, 7, "1")
    cells = ElementTree.fromstring(row).iter("c")
    return [(cell.attrib["r"], _decoded("".join(cell.itertext()))) for cell in cells]


def _decoded(text: str) -> str:
    return re.sub(r"_x([0-9A-F]{4})_", lambda found: chr(int(found[1], 16)), text)


@pytest.mark.parametrize(
    "typed",
    [
        "a & b < c > d « e » \"f\" 'g'",
        " avant, après ",
        "une ligne\nune autre\n",
        "tab\tretour\rcloche\x07page\x0c",
        "\x00\x01\x02\x03",
        "_x0041_ et _x",
        "séparateurs \x85 \u2028 \u2029",
        "\ufffe\uffff \U0001f331",
        "=1+1",
    ],
)
def test_a_text_is_read_back_as_it_was(typed: str) -> None:
    assert _read(typed) == [("A7", typed)]


def test_columns_where_nothing_is_said_have_no_place() -> None:
    assert _read("a", None, None, 2.5, None, 3) == [("A7", "a"), ("B7", "2.5"), ("C7", "3")]


def test_the_columns_after_z_have_two_letters() -> None:
    assert [column_letters(place) for place in (0, 25, 26, 51, 52, 701, 702)] == [
        "A",
        "Z",
        "AA",
        "AZ",
        "BA",
        "ZZ",
        "AAA",
    ]
