"""Whatever is typed: a reading or a `PhraseError`, quickly, and always the words that were typed."""

from __future__ import annotations

import re
import time
import unicodedata
from collections.abc import Callable
from datetime import date

import pytest
from edtf import parse_edtf
from hypothesis import example, given
from hypothesis import strategies as st

from clairevoie.model.phrases import (
    Contexte,
    PhraseError,
    ReadDeadline,
    ReglagesDuTemps,
    bounds,
    read_deadline_value,
    read_deadlines,
    read_duration,
    read_frequency,
    say_date,
)
from clairevoie.model.phrases.tokens import Words
from tests.model.phrases.tables import rows, told

DATED = ("date", "mois", "saison", "trimestre", "annee", "intervalle", "plusieurs")
YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
SEASON_IN_OPEN = re.compile(r"-2[1-4]/\.\.|\.\./[0-9]{4}-2[1-4]")


# Typed as machines write it, a date comes back in French words.
NOTATION = re.compile(r"[12][0-9]{3}\s*[-–/.]\s*[0-9]")


def bare(text: str) -> str:
    """Without its accents."""
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def shape(phrase: str) -> tuple[str, str, str]:
    """What is read, the words that come back as typed being folded."""
    kind, value, rest = told(phrase)
    return kind, value, "" if kind in ("refus", "question") else Words.of(rest).plain


READERS: tuple[Callable[[str], object], ...] = (
    read_deadlines, read_frequency, read_duration, read_deadline_value, bounds, say_date,
)  # fmt: skip
CODES = {"DAT-01", "DAT-02", "DAT-03", "DAT-05", "DAT-06", "DAT-10", "DAT-21"}

WORDS = st.sampled_from(
    (
        "de", "du", "d'", "le", "l'", "la", "à", "au", "entre", "et", "ou", "en", "pour", "par", "sur",
        "selon", ":", ",", ";", ".", "-", "–", "(", ")", "/", "\u00a0", "\u0301",
        "1er", "3", "12", "30", "31", "99", "-2", "(4)", "quatre", "une", "deux", "sept",
        "2009", "2010", "0000", "2009-10", "2010-03-01", "mars", "FÉV.", "été", "hiver", "Automne",
        "fois", "rencontres", "année", "mois", "ans", "comité", "œuvre", "besoin", "continu", "déterminer",
        "avant", "dès", "jusqu'en", "fin", "mi", "vers", "si", "après", "chaque", "tous les", "mardi", "premier",
        "sauf", "trimestre", "T2", "financière", "scolaire", "Noël", "semaine", "19 h", "03/04/2010",
        "An 2", "prochain",
    )
)  # fmt: skip
PHRASES = st.one_of(st.text(max_size=60), st.lists(WORDS, max_size=12).map(" ".join))

days = st.dates(date(1000, 1, 2), date(2999, 12, 30))
seasons = st.builds("{}-{}".format, st.integers(1000, 2999), st.integers(21, 24))
quarters = st.builds("{}-{}".format, st.integers(1000, 2999), st.integers(33, 36))
ordinary = st.one_of(
    days.map(lambda d: f"{d:%Y}"), days.map(lambda d: f"{d:%Y-%m}"), days.map(date.isoformat)
)
moments = st.one_of(seasons, ordinary)
standard = st.one_of(
    ordinary,
    ordinary.map("{}~".format),
    seasons,
    quarters,
    ordinary.map("../{}".format),
    ordinary.map("{}/..".format),
    st.tuples(ordinary, ordinary).filter(lambda pair: bounds(pair[0])[0] <= bounds(pair[1])[1]).map("/".join),
)
# Our extension: a season may bound an open interval.
values = st.one_of(standard, seasons.map("../{}".format), seasons.map("{}/..".format))


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
    typed = {word.plain for word in Words.all(phrase).words}
    for deadline in read:
        if not NOTATION.search(phrase):
            assert typed.issuperset(word.plain for word in Words.all(deadline.texte).words)
        assert deadline.portee is None or deadline.portee in phrase


@given(values)
def test_what_we_say_we_can_read(edtf: str) -> None:
    (read,) = read_deadlines(say_date(edtf))
    assert (read.type, read.edtf) == (read_deadline_value(edtf).type, edtf)


@given(values)
def test_bounds_never_end_before_they_start(edtf: str) -> None:
    first, last = bounds(edtf)
    assert first <= last


@given(values)
def test_a_typed_value_may_be_any_that_phrases_give(edtf: str) -> None:
    assert read_deadline_value(edtf).edtf == edtf


@given(standard)
def test_the_notation_is_that_of_the_standard(edtf: str) -> None:
    assert str(parse_edtf(edtf)) == edtf


ORDINARY = [phrase for table in ("echeances.tsv", "phrases_reelles.tsv") for phrase, _ in rows(table)]


@pytest.mark.parametrize("phrase", ORDINARY)
def test_what_an_ordinary_phrase_says_is_said_back_and_is_of_the_standard(phrase: str) -> None:
    kind, values, _ = told(phrase)
    for edtf in values.split(" + ") if kind in DATED else []:
        (again,) = read_deadlines(say_date(edtf))
        assert again.edtf == edtf
        if not SEASON_IN_OPEN.search(edtf):
            parse_edtf(edtf)


SPACES = st.sampled_from([" ", "  ", "\u00a0", "\u202f", "\t", " \u00ad"])
APOSTROPHES = st.sampled_from(["'", "’", "ʼ"])


@given(
    st.sampled_from(ORDINARY), SPACES, APOSTROPHES, st.sampled_from([str.upper, str.lower, str.title, bare])
)
def test_case_accents_apostrophes_and_spaces_change_nothing(
    phrase: str, space: str, apostrophe: str, cased: Callable[[str], str]
) -> None:
    typed = cased(phrase).replace(" ", space)
    for sign in "'’":
        typed = typed.replace(sign, apostrophe)
    assert shape(typed) == shape(phrase)


JOINS = st.sampled_from(
    [" ", ", ", " et ", " ou ", " - ", " (", "; ", " puis ", " si ", " après ", " le ", " au ", " : "]
)


@given(st.sampled_from(ORDINARY), JOINS, st.sampled_from(ORDINARY))
def test_no_date_is_swallowed_by_another(first: str, join: str, second: str) -> None:
    phrase = f"{first}{join}{second}{')' * (join == ' (')}"
    kind, values, rest = told(phrase)
    if kind in ("refus", "question", "texte"):
        return
    read = [int(year) for year in YEAR.findall(f"{values} {rest}")]
    for year in map(int, YEAR.findall(phrase)):
        # The eve of a new year is in the year before; a winter has the name of its second year.
        assert any(abs(year - one) <= 1 for one in read) or min(read) < year < max(read)


@given(PHRASES, st.lists(st.integers(2009, 2012), max_size=3, unique=True).map(tuple))
def test_no_context_makes_a_reading_fail(phrase: str, annees: tuple[int, ...]) -> None:
    for contexte in (
        Contexte(annees),
        Contexte(annees, ReglagesDuTemps(1, (9, 5)), (date(2010, 4, 1), date(2011, 3, 31))),
    ):
        codes, read = codes_and_readings(phrase, contexte)
        assert codes <= CODES
        assert all(bounds(one.edtf) for one in read if one.edtf)


def codes_and_readings(phrase: str, contexte: Contexte) -> tuple[set[str], tuple[ReadDeadline, ...]]:
    try:
        return set(), read_deadlines(phrase, contexte=contexte)
    except PhraseError as refused:
        return {refused.code}, ()


@given(days)
def test_what_we_say_of_a_date_is_read(day: date) -> None:
    for edtf in (f"{day:%Y}", f"{day:%Y-%m}", day.isoformat()):
        (read,) = read_deadlines(say_date(edtf))
        assert read.edtf == edtf


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
