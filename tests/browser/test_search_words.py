"""A search finds words as people type them: acronyms, signs, letters of every script; and shows them as typed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from clairevoie.build import build
from clairevoie.model.folding import fold
from tests.aides.serveur import served
from tests.aides.sites import AUJOURD_HUI, project_of
from tests.aides.stories import DEPART, write
from tests.aides.une_fois import once
from tests.browser.test_search import search


def organisme(nom: str, *lines: str) -> str:
    """A record of this name, with these lines."""
    source = 'sources: [{document: rapport, repere: "Page 1"}]'
    return "\n".join((f'nom: "{nom}"', "publication: publie", *lines, source, ""))


RECORDS = {
    "ministere": organisme("Ministère de l’Enseignement supérieur", "sigle: MES"),
    "acces": organisme("Programme d’accès au sport", "sigle: PAS"),
    "riverains": organisme("Table des riverains", "sigle: EST"),
    "entente": organisme("Entente scolaire", 'description: "Signée avec le MES, et pas avec d’autres."'),
    "code": organisme("Atelier de code", 'description: "On y apprend le C++ et la R&D."'),
    "cours": organisme("Cours de solfège", 'description: "On y chante en do, ou en C."'),
    "ligne": organisme("Ligne d’écoute", 'description: "Elle répond 24/7 à qui appelle."'),
    "heures": organisme("Halte", 'description: "Elle ouvre 24 heures, et 7 jours."'),
    "outaouais": organisme("Relais", 'description: "Il sert l’Outaouais, et l’œuvre de l’Église à Łódź."'),
    "inuk": organisme("ᐃᓄᒃᑎᑐᑦ ᐊᐃᓐᓇᖅ"),
    "cri": organisme("ᓀᐦᐃᔭᐍᐏᐣ"),
    "chinois": organisme("社区协会"),
    "georgien": organisme("საქართველოს სახლი"),
    "arabe": organisme("جمعية الحي"),
    "fete": organisme("👩‍👧‍👦 Fête des voisins"),
    "nord": organisme("Øystein et Æsa"),
    "jardins": organisme("Jardins du quartier"),
    "lampe": organisme("Lampe du port"),
    "lampadaires": organisme("Lampadaires de la rue"),
    "enfance": organisme("Regroupement en petite enfance"),
    "saint": organisme("Maison St-Marc–Christ-Roi"),
    "joignable": organisme("Accueil", 'contacts: [{fonction: accueil, telephone: "819-555-0123"}]'),
}
SUBJECTS = {
    "territoires/rive-nord.yml": 'nom: "Rive-Nord"\npublication: publie\ntype: quartier\n',
    "organismes/voisins.yml": organisme("Voisins de la Rive-Nord", "territoires: [rive-nord]"),
    "enjeux/enfance.yml": 'nom: "Petite enfance"\npublication: publie\nmots_cles: ["halte-répit"]\n',
    "organismes/repit.yml": organisme(
        "Halte-répit et garderie", "description: Une halte-répit, et une garderie."
    ),
}
FILES = {**DEPART, **SUBJECTS, **{f"organismes/{id}.yml": text for id, text in RECORDS.items()}}


@pytest.fixture(scope="module")
def words_address(shared: Path) -> Iterator[str]:
    """A small site whose names are hard to find."""

    def make(folder: Path) -> None:
        project = project_of(folder, None)
        build(project, write(project, FILES), project / "site", AUJOURD_HUI)

    with served(once(shared, "mots", make) / "site") as where:
        yield where


def ask(page: Page, address: str, words: str) -> dict[str, str]:
    """What answers to a question, by address, in order."""
    page.goto(f"{address}a-propos/")
    return {url.removeprefix(address): text for url, text in search(page, words, address).items()}


# What is typed, and the first result.
FIRST = {
    "MES": "ministere",
    "mes": "ministere",
    "le MES": "ministere",
    "PAS": "acces",
    "EST": "riverains",
    "C++": "code",
    "c++": "code",
    "R&D": "code",
    "24/7": "ligne",
    "l'Outaouais": "outaouais",
    "oeuvre": "outaouais",
    "œuvre": "outaouais",
    "eglise": "outaouais",
    "Lodz": "outaouais",
    "Łódź": "outaouais",
    "oystein": "nord",
    "aesa": "nord",
    "Æsa": "nord",
    "saint marc christ roi": "saint",
    "Saint-Marc": "saint",
    "St-Marc": "saint",
    "téléphone": "joignable",
    "ᐊᐃᓐᓇᖅ": "inuk",
    "ᓀᐦᐃᔭᐍᐏᐣ": "cri",
    "社区协会": "chinois",
    "协会": "chinois",
    "სახლი": "georgien",
    "الحي": "arabe",
    "👩‍👧‍👦": "fete",
}


@pytest.mark.parametrize("words", FIRST)
def test_what_is_typed_finds_it_first(page: Page, words_address: str, words: str) -> None:
    assert next(iter(ask(page, words_address, words))) == f"organismes/{FIRST[words]}/"


@pytest.mark.parametrize(("words", "left_out"), [("C++", "cours"), ("24/7", "heures"), ("PAS", "entente")])
def test_what_only_looks_like_it_is_left_out(
    page: Page, words_address: str, words: str, left_out: str
) -> None:
    assert f"organismes/{left_out}/" not in ask(page, words_address, words)


# What is asked as a whole, and what comes before all that only says it.
NAMED = {
    "jardins du quartier": "organismes/jardins/",
    "jardins du": "organismes/jardins/",
    "Maison Saint-Marc Christ-Roi": "organismes/saint/",
    "la rive nord": "territoires/rive-nord/",
    "Rive-Nord": "territoires/rive-nord/",
    "qui paie": "argent/",
    "prochaine rencontre": "calendrier/",
    "garderie": "enjeux/enfance/",
    "halte-répit": "enjeux/enfance/",
}


@pytest.mark.parametrize("words", NAMED)
def test_what_bears_the_whole_question_for_a_name_comes_first(
    page: Page, words_address: str, words: str
) -> None:
    assert next(iter(ask(page, words_address, words))) == NAMED[words]


def test_the_guide_of_editors_answers_no_citizen(page: Page, words_address: str) -> None:
    assert not [url for url in ask(page, words_address, "gabarit") if url.startswith("contribuer")]


def test_when_nothing_has_all_the_words_what_has_a_part_of_them_is_shown_and_said(
    page: Page, words_address: str
) -> None:
    assert set(ask(page, words_address, "solfège outaouais")) == {
        "organismes/cours/",
        "organismes/outaouais/",
    }
    expect(page.locator(".recherche__etat").filter(visible=True)).to_have_text(
        "Rien n’a tous ces mots. Avec une partie d’entre eux : 2 résultats"
    )


def test_when_nothing_answers_there_is_somewhere_to_go(page: Page, words_address: str) -> None:
    page.goto(f"{words_address}a-propos/")
    page.get_by_role("searchbox", name="Chercher").filter(visible=True).fill("xyzzyplugh")
    expect(page.locator(".recherche__etat").filter(visible=True)).to_have_text("Aucun résultat")
    expect(page.get_by_role("link", name="Explorer par lieu")).to_be_visible()


def test_a_text_that_cites_an_acronym_is_found_after_who_bears_it(page: Page, words_address: str) -> None:
    assert list(ask(page, words_address, "MES")) == ["organismes/ministere/", "organismes/entente/"]


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("Outaouais", "Il sert l’Outaouais, et l’œuvre de l’Église à Łódź."),
        ("oeuvre", "Il sert l’Outaouais, et l’œuvre de l’Église à Łódź."),
        ("MES", "Signée avec le MES, et pas avec d’autres."),
        ("C++", "On y apprend le C++ et la R&D."),
        ("24/7", "Elle répond 24/7 à qui appelle."),
        ("chinois 社区", "社区协会"),
    ],
)
def test_an_excerpt_shows_the_words_as_typed(page: Page, words_address: str, words: str, shown: str) -> None:
    excerpts = " ".join(ask(page, words_address, words.partition(" ")[2] or words).values())
    assert shown in excerpts
    assert "^" not in excerpts
    assert "ᚐ" not in excerpts


@pytest.mark.parametrize(
    ("words", "marked"), [("oeuvre", "œuvre"), ("Outaouais", "Outaouais"), ("C++", "C++")]
)
def test_the_word_that_was_found_is_marked_in_its_excerpt(
    page: Page, words_address: str, words: str, marked: str
) -> None:
    ask(page, words_address, words)
    marks = page.locator(".recherche__extrait mark").all_inner_texts()
    assert any(marked in mark for mark in marks)


@pytest.mark.parametrize("typed", ["jardens", "jradins"])
def test_a_word_mistyped_is_asked_as_the_title_says_it_and_the_page_says_so(
    page: Page, words_address: str, typed: str
) -> None:
    assert list(ask(page, words_address, typed)) == ["organismes/jardins/"]
    expect(page.locator(".recherche__etat").filter(visible=True)).to_have_text(
        f"Aucun résultat pour « {typed} ». Vouliez-vous dire « jardins »? 1 résultat"
    )


@pytest.mark.parametrize(
    ("typed", "meant", "found"),
    [("lampedaires", "lampadaires", "organismes/lampadaires/"), ("subvantion", "subvention", "appels/")],
)
def test_a_word_mistyped_is_not_cut_until_something_begins_so(
    page: Page, words_address: str, typed: str, meant: str, found: str
) -> None:
    assert next(iter(ask(page, words_address, typed))) == found
    expect(page.locator(".recherche__etat").filter(visible=True)).to_contain_text(
        f"Vouliez-vous dire « {meant} »?"
    )


def test_the_words_that_only_help_to_find_are_not_shown(page: Page, words_address: str) -> None:
    found = ask(page, words_address, "garderie")["organismes/enfance/"]
    assert "garderie" not in found
    assert "Regroupement en petite enfance" in found


def test_the_page_folds_words_as_the_site_does(page: Page, words_address: str) -> None:
    texts = ["L’Énergie", "Łódź Ærø", "ᐃᓄᒃ ᐊᐃᓐ", "社区", "საქართველო", "Œuvre & Cie", "Άλφα", "ガラス", "Ħal"]
    page.goto(f"{words_address}explorer/")
    folded = page.evaluate(
        "async (texts) => { const { fold } = await import('../assets/js/explorer-table.js');"
        " return texts.map((text) => fold(text).trim()); }",
        texts,
    )
    assert folded == list(map(fold, texts))
