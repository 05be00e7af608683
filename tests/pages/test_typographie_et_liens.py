"""What is printed is safe to follow, written as French is, and free of the codes of machines."""

from __future__ import annotations

import html
import re
from functools import partial

import pytest
from markupsafe import Markup

from clairevoie.model.quand import moment
from clairevoie.pages import Page
from clairevoie.pages.adresses import text_href
from clairevoie.pages.environment import environment
from clairevoie.pages.fiche.sheets import printer
from clairevoie.wording.typography import (
    capital,
    first_sentence,
    headline,
    measured,
    paragraphs,
    plain,
    prose,
    shortened,
    typo,
)
from tests.aides.pages_vues import links, words
from tests.aides.sites import GABARITS, full_lists, full_pages, full_site

# 2009-21, 2009-01/2009-03, 2008/2011; not the 2009-2010 of a title, nor the 2022-06-09 of an address.
_CODE = re.compile(r"(?<![\w/-])\d{4}(?:-\d{2})?/\d{4}\b|(?<![\w/-])\d{4}-\d{2}(?![\d-])")


def test_no_code_of_a_deadline_is_shown_to_people() -> None:
    assert _CODE.findall("printemps 2009, 2009-21, 2009-01/2009-03") == ["2009-21", "2009-01/2009"]
    shown = {adresse: _CODE.findall(words(page.corps)) for adresse, page in full_pages().items()}
    assert {adresse: codes for adresse, codes in shown.items() if codes} == {}


@pytest.mark.parametrize(
    ("edtf", "said"),
    [
        ("2009-21", "printemps 2009"),
        ("2008/2011", "de 2008 à 2011"),
        ("2009-01/2009-03", "de janvier à mars 2009"),
        ("2009-03-31", "31 mars 2009"),
    ],
)
def test_a_deadline_read_by_the_site_is_said_in_words(edtf: str, said: str) -> None:
    assert moment(edtf) == said


@pytest.mark.parametrize(
    ("typed", "said"), [("5.8", "5,8"), ("2027", "2027"), ("v1.2", "v1.2"), ("La moitié", "La moitié")]
)
def test_a_measure_typed_as_data_is_read_in_french(typed: str, said: str) -> None:
    assert measured(typed) == said


def test_no_measure_has_a_point_for_a_comma() -> None:
    hub = words(full_pages()["demarches/anses-en-sante"].corps)
    assert "5,8 (2026)" in hub
    assert not re.search(r"\d\.\d+ \(\d{4}\)", hub)


def test_the_reading_of_a_deadline_stands_on_the_page_of_its_plan() -> None:
    seen = words(full_pages()["plans/plan-d-action-du-cercle-2024-2026"].corps)
    assert "de l’échéancier par le site de 2024 à 2026" in seen
    assert "de l’échéancier par le site automne 2024" not in seen  # it would repeat « Automne 2024 »


def _with_site(typed: str) -> Page:
    """A page as if the checker had let anything through."""
    fiche = full_site().jeu.organismes["maison-du-phare"].model_copy(update={"site_web": typed})
    return printer(full_site(), GABARITS)(fiche)


@pytest.mark.parametrize("typed", ["https://exemple.test/la-ruche", "http://exemple.test"])
def test_an_address_of_the_web_is_a_link(typed: str) -> None:
    assert typed in links(_with_site(typed).corps)


@pytest.mark.parametrize(
    "typed",
    ["javascript:alert(1)", "data:text/html,x", "//exemple.test", "https:///x", "http://[", "ruche.test"],
)
def test_anything_else_typed_as_an_address_is_plain_text(typed: str) -> None:
    page = _with_site(typed)
    assert typed not in links(page.corps)
    assert typed in html.unescape(page.corps)


def test_nothing_is_shown_with_an_ordinary_space_inside_french_quotes() -> None:
    assert typo("« MRC »… « a »:") == "«\u00a0MRC\u00a0»… «\u00a0a\u00a0»:"
    labels = re.findall(r'aria-label="([^"]*)"', "".join(page.corps for page in full_pages().values()))
    shown = [html.unescape(text) for text in (*labels, full_lists()["champs"])]
    assert [text for text in shown if "« " in text or " »" in text] == []


def test_a_table_is_told_by_its_own_elements() -> None:
    tableau = environment(GABARITS, full_site(), "").get_template("composants/tableau.html").module.tableau
    printed_table = str(
        tableau("Postes", ["Poste", ("Montant", "nombre")], [("Salaires", "10")], ("Total", "10"))
    )
    assert re.findall(r'role="([^"]*)"', printed_table) == ["group"]
    assert printed_table.count('scope="col"') == printed_table.count('scope="row"') == 2


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Une phrase.", "<p>Une phrase.</p>"),
        ("Au menu :\n- soupe\n- pain", "<p>Au menu :</p>\n<ul>\n<li>soupe</li>\n<li>pain</li>\n</ul>\n"),
        ("Un\n\nDeux", "<p>Un</p>\n<p>Deux</p>\n"),
        ("Un **mot** et « *un* autre »", "<p>Un <strong>mot</strong> et « <em>un</em> autre »</p>\n"),
        ("mot_avec_tirets", "<p>mot_avec_tirets</p>\n"),
        ("1. un\n2. deux", "<ol>\n<li>un</li>\n<li>deux</li>\n</ol>\n"),
    ],
)
def test_a_long_text_is_read_as_people_type_it(typed: str, shown: str) -> None:
    assert html.unescape(prose(typed, str)) == shown


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("[ici](javascript:alert(1))", "ici (javascript:alert(1))"),
        ("[ici](JAVASCRIPT:x)", "ici (JAVASCRIPT:x)"),
        ("[ici](data:text/html,x)", "ici (data:text/html,x)"),
        ("[ici](//exemple.test)", "ici (//exemple.test)"),
        ("a<script>alert(1)</script>b", "a<script>alert(1)</script>b"),
        ("![x](https://exemple.test/x.png)", "![x](https://exemple.test/x.png)"),
        (
            '<a href="https://exemple.test" onclick="x()">ici</a>',
            '<a href="https://exemple.test" onclick="x()">ici</a>',
        ),
        ('[a](https://x.test/"onclick="x)', "a"),
    ],
)
def test_a_long_text_can_harm_nobody_and_loses_nothing(typed: str, left: str) -> None:
    shown = prose(typed, str)
    assert re.search(r"<(?!/?(?:p|a)\b)|<a href=.(?!https:)|<[^>]*\sonclick", shown) is None
    assert plain(typed) == left


def test_a_link_of_a_long_text_leads_where_it_says() -> None:
    assert links(prose("Voir [le détail](https://exemple.test/detail).", str)) == [
        "https://exemple.test/detail"
    ]


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("un deux trois quatre", "un deux…"),
        ("anticonstitutionnellement", "anticonst…"),
        ("👩‍👧‍👦👩‍👧‍👦👩‍👧‍👦", "👩‍👧‍👦…"),
        ("🇨🇦🇫🇷🇨🇦🇫🇷🇨🇦🇫🇷", "🇨🇦🇫🇷🇨🇦🇫🇷…"),
        ("👍🏽👍🏽👍🏽👍🏽👍🏽👍🏽", "👍🏽👍🏽👍🏽👍🏽…"),
    ],
)
def test_a_text_is_cut_between_two_words_and_never_inside_an_emoji(typed: str, shown: str) -> None:
    assert shortened(typed, 10) == shown


def test_the_head_of_a_line_takes_a_capital_of_its_own_script() -> None:
    assert headline("école") == "École"
    assert headline("ქალაქი") == "ქალაქი"
    assert capital(Markup("ᐃᓄᒃ")) == "ᐃᓄᒃ"


@pytest.mark.parametrize(
    ("typed", "leads"),
    [
        ("projets/journal", "../../projets/journal/"),
        ("../../projets/journal/", "../../projets/journal/"),
        ("../projets/journal.md#action-1", "../../projets/journal/#action-1"),
        ("/explorer/?type=projets", "../../explorer/?type=projets"),
        ("#mandat-1", "#mandat-1"),
        ("fichiers/rapport.pdf", "../../fichiers/rapport.pdf"),
        ("/", "../../"),
    ],
)
def test_a_link_to_another_page_leads_there_wherever_it_is_typed(typed: str, leads: str) -> None:
    assert links(prose(f"Voir [là]({typed}).", partial(text_href, "../../"))) == [leads]


def test_words_of_a_source_are_shown_as_typed_in_their_paragraphs_and_on_their_lines() -> None:
    typed = "1986. Année de *fondation*.\n\n- un\n- deux\n\n\n5*3*2 <b> [x](y)\n"
    assert html.unescape(paragraphs(typed)) == (
        "<p>1986. Année de *fondation*.</p>\n<p>- un<br>\n- deux</p>\n<p>5*3*2 <b> [x](y)</p>"
    )


def test_a_number_at_the_head_of_a_text_is_no_sentence() -> None:
    assert first_sentence("1986. Année de fondation. La suite.") == "1986. Année de fondation."
    assert first_sentence("Il naît en 1986. La suite.") == "Il naît en 1986."
