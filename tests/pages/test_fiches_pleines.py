"""Whatever field of the model someone fills in tomorrow, it is shown, and it harms nobody."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

import pytest

from clairevoie.model import COLLECTIONS
from clairevoie.model.describe import describe
from clairevoie.model.fiche import Fiche
from clairevoie.model.mots import mot
from clairevoie.model.parcours import formes
from clairevoie.pages import Page, Site
from clairevoie.pages.fiche.sheets import printer
from clairevoie.pages.recherche.mots import Mots
from tests.aides.fiche_pleine import full_dataset
from tests.aides.pages_vues import anchors, plain, words
from tests.aides.sites import AUJOURD_HUI, GABARITS, REGLAGES, full_pages

# Choices that are told by the place, not by a word: kinds of actions, zones, natures of notes and effects.
BY_PLACE = {"publication", "par", "nature", "zone_controle", "genre"}


@cache
def _printed(texte: str = "Fait numéro") -> Mapping[str, Page]:
    """The page of the full record of each collection, by collection."""
    jeu, _ = full_dataset(texte)
    make = printer(Site.of(jeu, REGLAGES, AUJOURD_HUI), GABARITS)
    return {collection: make(jeu.collection(collection)["un"]) for collection in COLLECTIONS}


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_every_field_of_the_model_is_shown(collection: str) -> None:
    jeu, typed = full_dataset()
    seen = words(_printed()[collection].corps)
    unread = _unread(jeu.collection(collection)["un"])
    read = [texte for texte in typed[f"{collection}/un"] if texte not in unread]
    assert read
    assert [texte for texte in read if plain(texte) not in seen] == []


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_every_choice_of_the_model_is_shown_in_words(collection: str) -> None:
    jeu, _ = full_dataset()
    seen = words(_printed()[collection].corps).casefold()
    chosen = [
        (f"{type(forme).__name__}.{name}", mot(value, name).removeprefix("contrôle ").casefold())
        for _, forme in formes(jeu.collection(collection)["un"])
        for name in type(forme).model_fields
        if describe(type(forme))[name].valeurs and name not in BY_PLACE and (value := getattr(forme, name))
    ]
    assert chosen
    assert [one for one in chosen if one[1] not in seen] == []


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_a_script_typed_in_any_text_is_only_text(collection: str) -> None:
    corps = _printed("""<script>alert('x')</script> & "<img src=x onerror=alert(1)>" """)[collection].corps
    body, graph = corps.split('<script type="application/ld+json">')
    assert "<script" not in body
    assert graph.count("<") == 1
    assert not re.search(r"<[^>]*\sonerror", re.sub(r'"[^"]*"', '""', corps))
    assert "&lt;script&gt;" in body


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_every_field_in_markdown_is_shown_as_such_and_no_other_field(collection: str) -> None:
    jeu, typed = full_dataset("Un *mot* tapé", long="Un **mot** long")
    corps = printer(Site.of(jeu, REGLAGES, AUJOURD_HUI), GABARITS)(jeu.collection(collection)["un"]).corps
    long = [texte.rpartition(" ")[2] for texte in typed[f"{collection}/un"] if texte.startswith("Un **mot**")]
    assert len(long) > 0
    assert [number for number in long if f"Un <strong>mot</strong> long {number}" not in corps] == []
    assert "<em>mot</em>" not in corps


def test_the_search_reads_markdown_without_its_marks_and_other_texts_as_they_are() -> None:
    jeu, _ = full_dataset("Moins de <5 *mots*", long="Un **mot** long")
    comite = jeu.comites["un"]
    found = Mots(Site.of(jeu, REGLAGES, AUJOURD_HUI)).of(comite)
    assert comite.mission is not None
    assert comite.mission.replace("**", "") in found
    assert comite.composition in found


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_no_anchor_is_there_twice(collection: str) -> None:
    found = anchors(_printed()[collection].corps)
    assert found
    assert len(found) == len(set(found))


def _unread(fiche: Fiche) -> set[str]:
    """What only the checker or the publisher reads: places and codes of notes, files and consents of pictures."""
    notes = {value for note in fiche.notes for value in (note.champ, note.repere, *note.couvre) if value}
    return notes | {value for image in fiche.images for value in (image.fichier, image.consentement) if value}


def test_a_no_that_says_something_is_said() -> None:
    seen = words(full_pages()["documents/bulletin-du-cap"].corps)
    assert "Disponible Mentionné par une source, non fourni" in seen


def test_what_goes_without_saying_is_not_said() -> None:
    seen = words(full_pages()["organismes/caisse-des-brumes"].corps)
    assert "Identification" not in seen
    assert "Désignation générale" not in seen
