"""A long text is read as people type it, and nothing that was typed is lost in silence."""

from __future__ import annotations

import html
import re
from collections import Counter

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from clairevoie.markdown import html_of, read, words_of

# What the Markdown that is read is made of: these marks may become something else than themselves.
MARKS = "*_`[]()<>|\\-+.:#~!"


def shown(typed: str) -> str:
    """The HTML of a text, whose own addresses are left as they are."""
    return html.unescape(html_of(read(typed), str))


@pytest.mark.parametrize(
    ("typed", "seen"),
    [
        ("1986. Année de fondation.", "<p>1986. Année de fondation.</p>\n"),
        ("3. trois\n4. quatre", '<ol start="3">\n<li>trois</li>\n<li>quatre</li>\n</ol>\n'),
        ("1. un\n3. trois", '<ol>\n<li>un</li>\n<li value="3">trois</li>\n</ol>\n'),
        ("1) un\n2) deux", '<ol class="texte__liste-fermee">\n<li>un</li>\n<li>deux</li>\n</ol>\n'),
        ("0. zéro\n1. un", '<ol start="0">\n<li>zéro</li>\n<li>un</li>\n</ol>\n'),
        ("Dose : 5*3*2 = 30.", "<p>Dose : 5*3*2 = 30.</p>\n"),
        ("prix* et note*", "<p>prix* et note*</p>\n"),
        ("l'*Énergie* et **« deux »**", "<p>l'<em>Énergie</em> et <strong>« deux »</strong></p>\n"),
        ("***très***", "<p><strong><em>très</em></strong></p>\n"),
        ("# Titre\nsuite", "<p># Titre</p>\n<p>suite</p>\n"),
        ("Titre\n---", "<p>Titre</p>\n<p>---</p>\n"),
        ("> cité\n\n> 65 ans", "<blockquote>\n<p>cité</p>\n</blockquote>\n<p>> 65 ans</p>\n"),
        ("+ 5 % de plus", "<p>+ 5 % de plus</p>\n"),
        ("01. un", "<p>01. un</p>\n"),
        ("&eacute; &amp;", "<p>&eacute; &amp;</p>\n"),
        ("C:\\dossier \\*", "<p>C:\\dossier *</p>\n"),
        ("un  \ndeux\\\ntrois", "<p>un<br>\ndeux<br>\ntrois</p>\n"),
        ("[vieux](http://exemple.org)", "<p>vieux (http://exemple.org)</p>\n"),
        ("![plan](https://exemple.org/x.png)", "<p>![plan](https://exemple.org/x.png)</p>\n"),
        ("`a*b*`", "<p><code>a*b*</code></p>\n"),
        (
            "<a@exemple.org>",
            '<p><a href="mailto:a@exemple.org" rel="noopener noreferrer">a@exemple.org</a></p>\n',
        ),
        (
            "- un\n  - dedans\n- deux",
            "<ul>\n<li>un\n<ul>\n<li>dedans</li>\n</ul>\n</li>\n<li>deux</li>\n</ul>\n",
        ),
        ("- un\n\n- deux", "<ul>\n<li>\n<p>un</p>\n</li>\n<li>\n<p>deux</p>\n</li>\n</ul>\n"),
        ("👩‍👧‍👦 *👍🏽*", "<p>👩‍👧‍👦 <em>👍🏽</em></p>\n"),
    ],
)
def test_a_text_is_read_as_it_was_meant(typed: str, seen: str) -> None:
    assert shown(typed) == seen


def test_a_table_keeps_all_its_cells() -> None:
    seen = shown("| Année | Montant |\n|:--|--:|\n| 2026 | 10 $ | de plus |\n| a \\| b |")
    assert re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", seen) == [
        *("Année", "Montant", ""),
        *("2026", "10 $", "de plus"),
        *("a | b", "", ""),
    ]
    assert 'aria-label="Tableau : Année, Montant"' in seen


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("Au menu :\n- soupe\n- pain", "Au menu : soupe pain"),
        ("3. trois\n4. quatre", "3. trois 4. quatre"),
        ("Un **mot** et [un lien](https://exemple.org)", "Un mot et un lien"),
        ("| a | b |\n|---|---|\n| c | d |", "a b c d"),
    ],
)
def test_the_words_of_a_text_are_those_that_are_read(typed: str, words: str) -> None:
    assert words_of(read(typed)) == words


@pytest.mark.parametrize(
    ("typed", "kind", "place"),
    [
        ("un\n\n  ## Titre", "titre", 6),
        ("- ![plan](x.png)", "image", 2),
        ("un\n***", "trait", 3),
        ("```\ncode\n```", "code", 0),
        ("un [lien](a b)", "lien", 3),
        ("> voir [[projets/x]]", "crochets", 7),
    ],
)
def test_what_is_not_read_is_known_with_its_place(typed: str, kind: str, place: int) -> None:
    assert [(one.kind, one.place) for one in read(typed).strange] == [(kind, place)]


def test_a_link_knows_where_its_address_was_typed() -> None:
    typed = "un\n\n- voir **[là](projets/x)**\n\n| a |\n|---|\n| [b](https://exemple.org) |"
    assert [typed[link.place :].startswith(link.target) for link in read(typed).links] == [True, True]


_LINES = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "",
                "1. ",
                "7) ",
                "- ",
                "  - ",
                "> ",
                "# ",
                "| a | b |",
                "|---|---|",
                "---",
                "```",
                "    ",
                "* * *",
            ]
        ),
        st.text("aé 12*_`[]()<>|\\!#&;:/.-+~\"'’«»$%", max_size=25),
        st.sampled_from(
            ["[mots](https://exemple.org/a_b)", "**gras**", "5*3*2", "[x](http://y)", "![i](u)", "<b>"]
        ),
    ),
    max_size=8,
)


@given(_LINES, st.sampled_from(["\n", " ", ""]))
@example(["1986. Année", "- 5*3*2"], "\n")
def test_every_sign_typed_is_shown_but_for_the_marks_that_were_read(pieces: list[str], between: str) -> None:
    typed = between.join(pieces)
    printed = html_of(read(typed), str)
    numbers = _list_numbers(printed)
    addresses = "".join(re.findall(r'href="(?:mailto:)?([^"]*)"', printed))
    lost = Counter(typed) - Counter(_text(printed) + html.unescape(numbers + addresses))
    assert {sign for sign in lost if not sign.isspace()} <= set(MARKS)


def _text(printed: str) -> str:
    """What is read, without the captions of tables, which say their heads again."""
    return html.unescape(re.sub(r"<caption.*?</caption>|<[^>]*>", "", printed))


def _list_numbers(printed: str) -> str:
    """The numbers of the points, as a browser shows them."""
    found: list[str] = []
    open_lists: list[int | None] = []
    for tag in re.findall(r"<(?:/?[ou]l|li)[^>]*>", printed):
        if tag.startswith("</"):
            open_lists.pop()
        elif tag.startswith("<ol"):
            start = re.search(r'start="(\d+)"', tag)
            open_lists.append(int(start[1]) if start else 1)
        elif tag.startswith("<ul"):
            open_lists.append(None)
        elif open_lists[-1] is not None:
            value = re.search(r'value="(\d+)"', tag)
            number = int(value[1]) if value else open_lists[-1]
            found.append(str(number))
            open_lists[-1] = number + 1
    return " ".join(found)


@given(_LINES)
def test_the_words_alone_hold_every_letter_and_digit_of_the_page(pieces: list[str]) -> None:
    typed = "\n".join(pieces)
    printed = html_of(read(typed), str)
    page = Counter(_text(printed) + _list_numbers(printed))
    words = Counter(words_of(read(typed)))
    assert {s: n for s, n in page.items() if s.isalnum()} == {s: n for s, n in words.items() if s.isalnum()}


@given(_LINES)
def test_what_is_printed_is_well_formed_and_runs_nothing(pieces: list[str]) -> None:
    printed = html_of(read("\n".join(pieces)), str)
    opened: list[str] = []
    for closing, name in re.findall(r"<(/?)([a-z]+)[^>]*>", printed):
        if name == "br":
            continue
        assert not closing or opened.pop() == name
        opened += [] if closing else [name]
    assert opened == []
    assert not re.search(
        r"<(?!/?(?:p|br|ul|ol|li|em|strong|code|a|blockquote|div|table|caption|thead|tbody|tr|th|td)\b)",
        printed,
    )
    assert not re.search(r'href="(?!https://|mailto:)[^"]*:', printed)


@pytest.mark.parametrize(
    "typed",
    ["[" * 5000, "*a " * 1600, "> " * 2500, "- " * 2500, "`" * 4999 + "a", "_*" * 2500, "[a](" * 1250],
)
def test_a_text_made_to_tire_the_reader_is_read_all_the_same(typed: str) -> None:
    assert words_of(read(typed))
