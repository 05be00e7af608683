"""Nothing typed is lost: every fact of the five démarches is on its page, and only what the public may read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import pytest

from clairevoie.model.ancres import elements
from clairevoie.model.base import Forme
from clairevoie.model.describe import describe
from clairevoie.model.fiche import Fiche
from clairevoie.model.gens import BasePublication
from clairevoie.model.mots import mot
from clairevoie.model.parcours import formes, renvois
from clairevoie.model.phrases import ReadDate, say_date
from clairevoie.model.sources import Note
from tests.pages.pages_vues import anchors, links, plain, real_pages, real_site, words

FICHES = [pytest.param(fiche, id=fiche.adresse) for fiche in real_site().jeu]
# What is typed for the machine: ids and anchors, machine values, and what only the checker reads.
MACHINE = {"id", "publication", "edtf", "iso", "min", "max", "par", "champ", "couvre", "parent", "mandat"}
VAGUE = {"non_precise", "non_precisee", "autre"}


def _seen(fiche: Fiche) -> str:
    return words(real_pages()[fiche.adresse].corps).casefold()


def _typed(fiche: Fiche) -> Iterator[tuple[Forme, str, object]]:
    """Every plain value that was typed, with the form and the field that hold it."""
    for _, forme in formes(fiche):
        for name in forme.model_fields_set if not isinstance(forme, BasePublication) else ():
            value = getattr(forme, name)
            machine = name in MACHINE or (isinstance(forme, Note) and name == "repere")
            for one in value if isinstance(value, tuple) else (value,):
                if not machine and not isinstance(one, Forme):
                    yield forme, name, one


@pytest.mark.parametrize("fiche", FICHES)
def test_every_typed_text_is_on_its_page(fiche: Fiche) -> None:
    seen = _seen(fiche)
    for forme, name, value in _typed(fiche):
        kind = describe(type(forme))[name]
        if isinstance(value, str) and not (kind.valeurs or kind.marque):
            assert plain(value).casefold() in seen, f"{name}: {value}"


@pytest.mark.parametrize("fiche", FICHES)
def test_every_typed_date_is_on_its_page_in_french(fiche: Fiche) -> None:
    for _, name, value in _typed(fiche):
        if isinstance(value, ReadDate):
            assert plain(say_date(value.edtf)) in _seen(fiche), name


@pytest.mark.parametrize("fiche", FICHES)
def test_every_choice_is_on_its_page_in_words(fiche: Fiche) -> None:
    seen = _seen(fiche)
    for forme, name, value in _typed(fiche):
        shown = name not in ("nature", "role", "qualite", "devise", "genre") or isinstance(forme, Fiche)
        if shown and describe(type(forme))[name].valeurs and value not in VAGUE:
            said = mot(str(value)).removeprefix("contrôle ")
            assert said.casefold() in seen, f"{name}: {value}"


@pytest.mark.parametrize("fiche", FICHES)
def test_every_reference_is_a_link(fiche: Fiche) -> None:
    led = set(links(real_pages()[fiche.adresse].corps))
    for renvoi in renvois(fiche):
        collection = getattr(renvoi.marque, "collection", None)
        address = f"{collection}/{renvoi.valeur}" if collection else renvoi.valeur
        path, mark, anchor = address.partition("#")
        nesting = str(renvoi.chemin[-1]) == "parent" and "/" not in address
        if not nesting:
            assert (f"../../{path}/{mark}{anchor}" if "/" in address else f"#{address}") in led, renvoi


@pytest.mark.parametrize("fiche", FICHES)
def test_every_editorial_note_is_on_its_page_once(fiche: Fiche) -> None:
    said = [plain(note.texte) for note in fiche.notes]
    seen = words(real_pages()[fiche.adresse].corps)
    for texte in set(said):
        assert seen.count(texte) == said.count(texte), texte


@pytest.mark.parametrize("fiche", FICHES)
def test_a_note_on_a_field_stands_beside_it_and_not_at_the_bottom(fiche: Fiche) -> None:
    bottom = real_pages()[fiche.adresse].corps.partition('<h2 id="notes-d-edition">')[2]
    for note in fiche.notes:
        if note.champ:
            assert not re.search(r'notes__texte">' + re.escape(note.texte[:40]), bottom), note.texte


@pytest.mark.parametrize("fiche", FICHES)
def test_every_addressable_element_has_its_anchor_once(fiche: Fiche) -> None:
    found = anchors(real_pages()[fiche.adresse].corps)
    assert len(found) == len(set(found)), "deux fois la même ancre"
    for element in elements(fiche):
        assert element.ancre is None or element.ancre in found


@pytest.mark.parametrize("fiche", FICHES)
def test_no_internal_code_nor_word_of_the_model_is_shown(fiche: Fiche) -> None:
    corps = real_pages()[fiche.adresse].corps
    assert "INC-" not in corps
    assert not re.search(r"\b[A-Z]{3}-\d\d\b", words(corps)), "code de règle"
    assert not re.search(r"\b(énoncés?|adhésion|provenance|livrables?|cadence)\b", words(corps))
    assert "None" not in words(corps)


@pytest.mark.parametrize("fiche", FICHES)
def test_no_english_and_no_value_of_the_machine_is_shown(fiche: Fiche) -> None:
    seen = f" {words(real_pages()[fiche.adresse].corps).casefold()} "
    for word in ("the", "and", "of", "with", "unknown", "true", "false", "undefined", "home", "search"):
        assert f" {word} " not in seen, word
    outside_code = re.sub(r"<code>.*?</code>|https?://\S+|donnees/\S+", "", real_pages()[fiche.adresse].corps)
    assert not re.search(r"\b[a-z]+_[a-z_]+\b", words(outside_code)), "un nom de champ"


@pytest.mark.parametrize("fiche", FICHES)
def test_a_page_has_one_title_and_says_in_a_sentence_what_it_is(fiche: Fiche) -> None:
    page = real_pages()[fiche.adresse]
    assert page.corps.count("<h1") == 1
    assert page.titre[:1] == page.titre[:1].upper()
    assert page.description
    assert page.url == f"{fiche.adresse}/"


def test_headings_go_down_one_level_at_a_time() -> None:
    for page in real_pages().values():
        levels = [int(level) for level in re.findall(r"<h([1-6])", page.corps)]
        assert all(after <= before + 1 for before, after in pairwise(levels)), page.url


def test_no_page_holds_a_style_or_a_script() -> None:
    for page in real_pages().values():
        assert not re.search(r"<script|<style|\sstyle=|\son[a-z]+=", page.corps), page.url


def test_same_data_same_bytes() -> None:
    again = real_pages.__wrapped__()
    assert {address: page.corps for address, page in again.items()} == {
        a: p.corps for a, p in real_pages().items()
    }
