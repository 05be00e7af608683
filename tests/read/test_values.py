"""A word typed without quotes means what YAML 1.2 says, and nothing more clever."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from tests.aides.telling import record_of

MEANINGS: list[tuple[str, Any]] = [
    ("", None),
    ("~", None),
    ("null", None),
    ("true", True),
    ("false", False),
    ("oui", "oui"),
    ("non", "non"),
    ("no", "no"),
    ("on", "on"),
    ("yes", "yes"),
    ("8:30", "8:30"),
    ("2024-02-30", "2024-02-30"),
    ("2009-2010", "2009-2010"),
    ("1_000", "1_000"),
    ("12", 12),
    ("-3", -3),
    ("+4", 4),
    ("0777", 777),
    ("0o17", 15),
    ("0x1F", 31),
    ("1.10", Decimal("1.10")),
    ("1e3", Decimal("1e3")),
    (".5", Decimal("0.5")),
    (".inf", Decimal("Infinity")),
    ("1.2.3", "1.2.3"),
    ("819-797-7110", "819-797-7110"),
    ("« Plan »", "« Plan »"),
    ('"12"', "12"),
    ("'true'", "true"),
    ('"e\\u0301"', "é"),
    ("<<", "<<"),
]


@pytest.mark.parametrize(("typed", "value"), MEANINGS, ids=[typed for typed, _ in MEANINGS])
def test_a_value_means_what_the_core_schema_says(typed: str, value: object) -> None:
    read = record_of(f"a: {typed}\n").data["a"]
    assert (read, type(read)) == (value, type(value))


def test_a_number_that_is_none_stays_a_decimal() -> None:
    assert record_of("a: .nan\n").data["a"].is_nan()


def test_cents_stay_exact() -> None:
    assert str(record_of("montant: 9600.10\n").data["montant"]) == "9600.10"


def test_a_key_is_always_text() -> None:
    assert record_of("2020: a\ntrue: b\nnull: c\n").data == {"2020": "a", "true": "b", "null": "c"}


def test_nested_values_keep_their_order_and_shape() -> None:
    record = record_of("b: [1, {c: d}]\na:\n- x\n-\n  y: 2\n")
    assert list(record.data.items()) == [("b", [1, {"c": "d"}]), ("a", ["x", {"y": 2}])]
