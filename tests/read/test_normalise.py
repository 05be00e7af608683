"""The mending of invisible oddities changes nothing that can be seen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clairevoie.read.normalise import clean, normalise, oddity


def test_mark_line_ends_accents_and_control_characters_are_mended() -> None:
    typed = "\ufeffnom: e\u0301te\u0301\r\ntitre: a\x07b\rfin\n".encode()
    assert normalise(typed) == "nom: été\ntitre: ab\nfin\n".encode()


def test_what_hides_words_or_turns_them_around_is_removed() -> None:
    typed = "a\u202eb\u202c \u2066c\u2069 d\u200be\u200cf\u200dg\u2060h\ufeffi\u200fj\U000e0041"
    assert clean(typed) == "ab c defghij"


@pytest.mark.parametrize("seen", ["👩‍👧‍👦", "👍🏽", "🏳️‍🌈", "👩🏾‍⚕️", "🇨🇦", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "1️⃣", "می‌خواهم", "क्‍ष"])
def test_what_makes_an_emoji_or_shapes_the_letters_of_another_script_stays(seen: str) -> None:
    assert clean(f"a {seen} b") == f"a {seen} b"
    assert oddity(f"a {seen} b") is None


def test_a_soft_hyphen_stays() -> None:
    assert clean("anti\u00adconstitutionnel") == "anti\u00adconstitutionnel"


def test_two_words_parted_by_an_odd_line_end_stay_two_words() -> None:
    assert clean("un\x0bdeux\u2028trois") == "un deux trois"


def test_nothing_else_is_changed() -> None:
    typed = "  a:\t« b »  \n\n\n# œ’\u00a0!\n".encode()
    assert normalise(typed) == typed


def test_a_file_that_is_not_in_utf_8_is_left_as_it_is() -> None:
    assert normalise("été".encode("latin-1")) == "été".encode("latin-1")


@given(st.binary())
def test_mending_twice_changes_nothing_more(data: bytes) -> None:
    assert normalise(normalise(data)) == normalise(data)


@given(st.text(st.characters(codec="utf-8")))
def test_what_is_mended_shows_no_oddity_and_what_shows_none_is_only_freed_of_crlf(text: str) -> None:
    assert oddity(clean(text)) is None
    if oddity(text) is None:
        assert clean(text) == text.replace("\r\n", "\n").replace("\r", "\n")
