"""Whatever is typed: a reading or a `PhraseError`, quickly, and always the words that were typed."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from clairevoie.model.phrases import (
    PhraseError,
    bounds,
    read_date,
    read_deadline_value,
    read_deadlines,
    read_duration,
    read_frequency,
    say_date,
)

READERS: tuple[Callable[[str], object], ...] = (
    read_deadlines, read_frequency, read_duration, read_date, read_deadline_value, bounds, say_date,
)  # fmt: skip
CODES = {"DAT-01", "DAT-02", "DAT-03", "DAT-05", "DAT-06", "DAT-10", "DAT-21"}

WORDS = st.sampled_from(
    (
        "de", "du", "d'", "le", "l'", "la", "à", "au", "entre", "et", "ou", "en", "pour", "par", "sur",
        "selon", ":", ",", ";", ".", "-", "–", "(", ")", "/", "\u00a0", "\u0301",
        "1er", "3", "12", "30", "31", "99", "-2", "(4)", "quatre", "une", "deux", "sept",
        "2009", "2010", "0000", "2009-10", "2010-03-01", "mars", "FÉV.", "été", "hiver", "Automne",
        "fois", "rencontres", "année", "mois", "ans", "comité", "œuvre", "besoin", "continu", "déterminer",
    )
)  # fmt: skip
PHRASES = st.one_of(st.text(max_size=60), st.lists(WORDS, max_size=12).map(" ".join))

days = st.dates(date(1000, 1, 1), date(2999, 12, 31))
seasons = st.builds("{}-{}".format, st.integers(1000, 2999), st.integers(21, 24))
moments = st.one_of(
    seasons, days.map(lambda d: f"{d:%Y}"), days.map(lambda d: f"{d:%Y-%m}"), days.map(date.isoformat)
)
intervals = (
    st.tuples(moments, moments)
    .filter(lambda pair: not any(end[5:7] > "12" for end in pair))
    .filter(lambda pair: bounds(pair[0])[0] <= bounds(pair[1])[1])
    .map("/".join)
)


def codes_of_refusals(phrase: str) -> set[str]:
    """The codes with which our readers refuse the phrase; any other error is let through."""
    codes = set()
    for reader in READERS:
        try:
            reader(phrase)
        except PhraseError as refused:
            codes.add(refused.code)
    return codes


@given(PHRASES)
@example("1²  mars 2009")
@example("\ud800 : 2009")
@example(". . :. ")
def test_a_phrase_is_read_or_refused_with_the_code_of_a_rule(phrase: str) -> None:
    assert codes_of_refusals(phrase) <= CODES


@given(st.lists(WORDS, max_size=12).map(" ".join))
def test_the_words_read_are_words_that_were_typed(phrase: str) -> None:
    try:
        read = read_deadlines(phrase)
    except PhraseError:
        return
    assert read
    for deadline in read:
        typed_as_notation = deadline.edtf is not None and deadline.edtf in phrase
        assert typed_as_notation or deadline.texte in phrase.strip()
        assert deadline.portee is None or deadline.portee in phrase


@given(st.one_of(moments, intervals))
def test_what_we_say_we_can_read(edtf: str) -> None:
    (read,) = read_deadlines(say_date(edtf))
    assert (read.type, read.edtf) == (read_deadline_value(edtf).type, edtf)


@given(st.one_of(moments, intervals))
def test_bounds_never_end_before_they_start(edtf: str) -> None:
    first, last = bounds(edtf)
    assert first <= last


@given(days)
def test_a_date_field_reads_what_we_say(day: date) -> None:
    for edtf in (f"{day:%Y}", f"{day:%Y-%m}", day.isoformat()):
        assert read_date(say_date(edtf)).edtf == edtf


@given(
    st.lists(moments.filter(lambda edtf: len(edtf) > 4), min_size=1, max_size=5),
    st.sampled_from([" ", ", ", " et "]),
)
def test_dates_in_a_row_come_back_in_order(typed: list[str], between: str) -> None:
    read = read_deadlines(between.join(map(say_date, typed)))
    assert [deadline.edtf for deadline in read] == typed
    assert [deadline.texte for deadline in read] == [say_date(edtf) for edtf in typed]


HOSTILE = (
    "un ", "4 à ", "mars ", "mars 2009 ", "en mai 2009 ", " ", "a : ", "de ", "sur 24 ", "2009-", "(", "é",
    "9", "par ", "4 fois a", "un-", "ennal", "- ",
)  # fmt: skip


@pytest.mark.parametrize("brick", HOSTILE)
@pytest.mark.parametrize("length", [10_000, pytest.param(100_000, marks=pytest.mark.endurance)])
def test_a_very_long_phrase_is_answered_quickly(brick: str, length: int) -> None:
    phrase = brick * (length // len(brick)) + "!"
    started = time.process_time()
    assert codes_of_refusals(phrase) <= CODES
    assert time.process_time() - started < length / 20_000
