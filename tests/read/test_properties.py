"""Whatever is typed, a record or located French sentences come back, the same with both parsers."""

from __future__ import annotations

import json
import time
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from clairevoie.problems import Located, in_order
from clairevoie.problems.catalogue import catalogue
from clairevoie.read import Record, compose, read_text
from tests.aides.stories import DEPART
from tests.aides.telling import PATH

SIGNS = """" ' [ ] { } , : - @ % | > \\ ? é # \t \r \x07 \x00 \u00a0 \u2028 \ufeff e\u0301 0x 1e999999999"""
WORDS = (
    " ",
    "  ",
    "\n",
    "\r\n",
    ": ",
    " #",
    "- ",
    "&a ",
    "*a",
    "!t ",
    "---\n",
    "...\n",
    "<<<<<<< x\n",
    "=======\n",
)
LINES = ("<<: ", '"\\x07"', "a: b\n", "# c\n")
PIECES = st.sampled_from((*SIGNS.split(" "), *WORDS, *LINES))
SLIPS = st.lists(st.tuples(st.floats(0, 1), PIECES, st.integers(0, 3)), min_size=1, max_size=6)
WHOLE_FILE = {"YAML-13", "YAML-18"}


PARSERS = (yaml.CSafeLoader, yaml.SafeLoader)


@contextmanager
def _parsed_by(parser: type) -> Iterator[None]:
    """Read with one of the two parsers: the fast one, or the one that is there when it is not."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(compose, "PARSER", parser)
        yield


def _read(data: bytes) -> tuple[Record | None, tuple[Located, ...]]:
    record, problems = read_text(data, "plans", "plan", PATH)
    assert record is not None or any(problem.is_error for problem in problems)
    return record, problems


def _is_in_french(problem: Located) -> bool:
    regle = catalogue()[problem.code]
    return problem.fault.startswith(regle.probleme.partition("{")[0].partition("⟦")[0])


def _visit(record: Record, value: Any, *chemin: str | int) -> None:
    """Ask for the place of everything."""
    assert record.origin(*chemin).line >= 1
    assert record.key_origin(*chemin).column >= 1
    steps = value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    for step in steps:
        _visit(record, value[step], *chemin, step)


def _promises_hold(data: bytes) -> None:
    record, problems = _read(data)
    lines = [problem.origin.line for problem in problems if problem.code not in WHOLE_FILE]
    assert len(lines) == len(set(lines))
    assert problems == in_order(problems)
    assert all(_is_in_french(problem) and "\n" not in problem.fault + problem.remedy for problem in problems)
    assert all(problem.file == PATH for problem in problems)
    if record is not None:
        _visit(record, record.data)


@given(st.binary(max_size=200))
def test_any_bytes_give_a_record_or_located_sentences(data: bytes) -> None:
    _promises_hold(data)


@given(st.lists(PIECES, max_size=30))
def test_any_signs_give_a_record_or_located_sentences(pieces: list[str]) -> None:
    _promises_hold("".join(pieces).encode())


@pytest.mark.parametrize("parser", PARSERS)
@given(text=st.sampled_from(sorted(DEPART.values())), slips=SLIPS)
def test_a_good_file_with_slips_gives_a_record_or_located_sentences(
    parser: type, text: str, slips: list[tuple[float, str, int]]
) -> None:
    for where, piece, lost in slips:
        at = int(where * len(text))
        text = text[:at] + piece + text[at + lost :]
    with _parsed_by(parser):
        _promises_hold(text.encode())


_TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Zl", "Zp")), max_size=20
).map(lambda text: unicodedata.normalize("NFC", text))
_PLAIN = st.one_of(st.none(), st.booleans(), st.integers(-(10**9), 10**9), _TEXT)
_NESTED = st.recursive(
    _PLAIN,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_TEXT, inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from(["nom", "titre", "lieux", "étapes"]), _NESTED, min_size=1))
def test_what_a_program_wrote_is_read_back_as_it_was(data: dict[str, Any]) -> None:
    record, _ = _read(json.dumps(data, ensure_ascii=False).encode())
    assert record is not None
    assert record.data == data


@given(st.dictionaries(st.sampled_from(["nom", "titre", "lieux"]), _NESTED, min_size=1))
def test_both_parsers_read_the_same_values_at_the_same_places(data: dict[str, Any]) -> None:
    text = yaml.safe_dump(data, allow_unicode=True, width=30)
    fast, _ = _read(text.encode())
    with _parsed_by(yaml.SafeLoader):
        slow, _ = _read(text.encode())
    assert (fast and fast.data) == (slow and slow.data)
    assert fast is None or slow is None or fast.origin("nom") == slow.origin("nom")


@given(st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=0, max_value=10**9))
def test_an_amount_is_read_to_the_cent(amount: Decimal) -> None:
    record, _ = _read(f"montant: {amount}\n".encode())
    assert record is not None
    assert record.data["montant"] == amount


def _bombs(size: int) -> dict[str, str]:
    """Files made to exhaust a parser, by what they are made of."""
    return {
        "brackets": "a: " + "[" * size,
        "braces": "a: " + "{a: " * (size // 2),
        "dashes": "- " * size,
        "stairs": "".join(" " * n + "a:\n" for n in range(400)),
        "aliases": "a: &a [x]\n" + "b: [*a, *a]\n" * (size // 40),
        "digits": "a: " + "9" * (2 * size),
        "hexadecimal": "a: 0x" + "f" * (2 * size),
        "exponent": "a: 1e" + "9" * (2 * size),
        "blanks": "a: b" + " " * (2 * size) + ": c",
        "quotes": '"a\n' * (size // 8),
        "colons": "a: {b: " + "c: d, " * (size // 4),
        "versions": "%YAML 1." + "9" * 5_000 + "\n---\na: b\n",
    }


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize("name", _bombs(1))
@pytest.mark.parametrize("size", [20_000, pytest.param(200_000, marks=pytest.mark.endurance)])
def test_a_trap_is_told_as_an_error_and_soon(parser: type, name: str, size: int) -> None:
    started = time.process_time()
    with _parsed_by(parser):
        record, problems = _read(_bombs(size)[name].encode())
    assert record is None
    assert problems[0].is_error
    assert time.process_time() - started < 5 + size / 10_000
