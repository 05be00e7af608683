"""Nothing typed is lost: every fact of the full site is on its page, and only what the public may read.

Each promise is kept for every record at once; what breaks it is told by address and by field.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise

from clairevoie.model.ancres import elements
from clairevoie.model.base import Forme
from clairevoie.model.describe import describe
from clairevoie.model.fiche import Fiche
from clairevoie.model.gens import BasePublication
from clairevoie.model.identifiants import register_name
from clairevoie.model.liens import Identifiant, Lien
from clairevoie.model.mots import mot
from clairevoie.model.parcours import formes, renvois
from clairevoie.model.phrases import ReadDeadline, say_date
from clairevoie.model.sources import AncreDeplacee, ElementRetire, Image, Note
from clairevoie.wording.typography import measured
from tests.aides.pages_vues import anchors, links, plain, words
from tests.aides.sites import full_pages, full_site

# What is typed for the machine: ids and anchors, machine values, and what only the checker reads.
MACHINE = {"id", "publication", "edtf", "iso", "min", "max", "par", "champ", "couvre", "parent", "mandat"}
VAGUE = {"non_precise", "non_precisee", "autre"}
# Choices that are told by the place, not by a word.
BY_PLACE = {"nature", "role", "qualite", "devise", "genre"}
# Typed with a point, and read with a comma.
MEASURES = {"valeur", "cible"}
# What a picture says to the machine: where its file is, whether someone may be recognised, and who agreed to it.
UNREAD_OF_IMAGES = {"fichier", "personne_reconnaissable", "consentement"}

# Anchors, said in words or not at all: what stands at each is on the page.
ANCHORS: dict[type[Forme], tuple[str, ...]] = {
    ElementRetire: ("ancienne_ancre",),
    AncreDeplacee: ("ancienne", "nouvelle"),
}


@cache
def _corps(fiche: Fiche) -> str:
    return full_pages()[fiche.adresse].corps


@cache
def _seen(fiche: Fiche) -> str:
    return words(_corps(fiche))


def _typed(fiche: Fiche) -> Iterator[tuple[Forme, str, object]]:
    """Every plain value that was typed, with the form and the field that hold it."""
    for _, forme in formes(fiche):
        for name in forme.model_fields_set if not isinstance(forme, BasePublication) else ():
            value = getattr(forme, name)
            machine = name in MACHINE or (isinstance(forme, Note) and name == "repere")
            machine = machine or name in ANCHORS.get(type(forme), ())
            machine = machine or (isinstance(forme, Image) and name in UNREAD_OF_IMAGES)
            for one in value if isinstance(value, tuple) else (value,):
                if not machine and not isinstance(one, Forme):
                    yield forme, name, one


def _unmarked(texte: str) -> str:
    """A text as it is read, without the few marks of Markdown that the full site types, nor the signs of lists."""
    return plain(
        re.sub(r"\[([^]]*)\]\([^)]*\)|\*\*|^(?:-|\d\.) |^\|[-|]+$|\|", r"\1", texte, flags=re.MULTILINE)
    )


def _lost(kept: Callable[[Fiche], Iterator[tuple[object, bool]]]) -> list[tuple[str, object]]:
    """What is not as it was promised, record by record; there must be something to look at."""
    looked = [(fiche.adresse, what, is_kept) for fiche in full_site().jeu for what, is_kept in kept(fiche)]
    assert looked
    return [(adresse, what) for adresse, what, is_kept in looked if not is_kept]


def test_every_typed_text_is_on_its_page() -> None:
    def kept(fiche: Fiche) -> Iterator[tuple[object, bool]]:
        seen = _seen(fiche).casefold()
        for forme, name, value in _typed(fiche):
            kind = describe(type(forme))[name]
            if isinstance(forme, Lien) and name == "adresse":
                yield (name, value), value in links(_corps(fiche))
            elif isinstance(forme, Identifiant) and name == "schema":
                yield (name, value), plain(register_name(str(value))).casefold() in seen
            elif isinstance(value, str) and not (kind.valeurs or kind.marque):
                # A table is also named, before its rows.
                is_read = kind.sorte == "markdown"
                said = measured(value) if name in MEASURES else value
                pieces = map(_unmarked, value.splitlines()) if is_read else (plain(said),)
                yield (name, value), all(piece.casefold() in seen for piece in pieces)

    assert _lost(kept) == []


def test_every_typed_date_is_on_its_page_in_french() -> None:
    def kept(fiche: Fiche) -> Iterator[tuple[object, bool]]:
        for _, name, value in _typed(fiche):
            if isinstance(value, ReadDeadline):
                yield (name, value.edtf), plain(say_date(value.edtf)) in _seen(fiche).casefold()

    assert _lost(kept) == []


def test_every_choice_is_on_its_page_in_words() -> None:
    def kept(fiche: Fiche) -> Iterator[tuple[object, bool]]:
        for forme, name, value in _typed(fiche):
            shown = name not in BY_PLACE or isinstance(forme, Fiche)
            if shown and describe(type(forme))[name].valeurs and value not in VAGUE:
                said = mot(str(value), name).removeprefix("contrôle ")
                yield (name, value), said.casefold() in _seen(fiche).casefold()

    assert _lost(kept) == []


def test_every_reference_is_a_link() -> None:
    def kept(fiche: Fiche) -> Iterator[tuple[object, bool]]:
        led = set(links(_corps(fiche)))
        for renvoi in renvois(fiche):
            collection = getattr(renvoi.marque, "collection", None)
            address = f"{collection}/{renvoi.valeur}" if collection else renvoi.valeur
            path, mark, anchor = address.partition("#")
            nesting = str(renvoi.chemin[-1]) == "parent" and "/" not in address
            if not nesting:
                yield renvoi, (f"../../{path}/{mark}{anchor}" if "/" in address else f"#{address}") in led

    assert _lost(kept) == []


def test_every_editorial_note_is_on_its_page_once() -> None:
    def kept(fiche: Fiche) -> Iterator[tuple[object, bool]]:
        said = [plain(note.texte) for note in fiche.notes]
        for texte in set(said):
            yield texte, _seen(fiche).count(texte) == said.count(texte)

    assert _lost(kept) == []


def test_a_note_on_a_field_stands_beside_it_and_not_at_the_bottom() -> None:
    def kept(fiche: Fiche) -> Iterator[tuple[object, bool]]:
        bottom = _corps(fiche).partition('<h2 id="notes-d-edition">')[2]
        for note in fiche.notes:
            if note.champ:
                yield note.texte, not re.search(r'notes__texte">' + re.escape(note.texte[:40]), bottom)

    assert _lost(kept) == []


def test_every_addressable_element_has_its_anchor_and_no_anchor_is_there_twice() -> None:
    def kept(fiche: Fiche) -> Iterator[tuple[object, bool]]:
        found = anchors(_corps(fiche))
        yield "deux fois la même ancre", len(found) == len(set(found))
        for element in elements(fiche):
            if element.ancre is not None:
                yield element.ancre, element.ancre in found

    assert _lost(kept) == []


def test_no_internal_code_nor_word_of_the_model_is_shown() -> None:
    def kept(fiche: Fiche) -> Iterator[tuple[object, bool]]:
        yield "repère de note", "INC-" not in _corps(fiche)
        for what in (r"\b[A-Z]{3}-\d\d\b", r"\b(énoncés?|adhésion|provenance|livrables?|cadence)\b", "None"):
            yield what, not re.search(what, _seen(fiche))

    assert _lost(kept) == []


def test_no_english_and_no_value_of_the_machine_is_shown() -> None:
    english = ("the", "and", "of", "with", "unknown", "true", "false", "undefined", "home", "search")

    def kept(fiche: Fiche) -> Iterator[tuple[object, bool]]:
        for word in english:
            yield word, f" {word} " not in f" {_seen(fiche).casefold()} "
        outside_code = re.sub(r"<code>.*?</code>|https?://\S+|donnees/\S+", "", _corps(fiche))
        yield "un nom de champ", not re.search(r"\b[a-z]+_[a-z_]+\b", words(outside_code))

    assert _lost(kept) == []


def test_a_page_has_one_title_and_says_in_a_sentence_what_it_is() -> None:
    def kept(fiche: Fiche) -> Iterator[tuple[object, bool]]:
        page = full_pages()[fiche.adresse]
        yield "un seul titre", page.corps.count("<h1") == 1
        yield page.titre, page.titre[:1] == page.titre[:1].upper() != ""
        yield "une description", bool(page.description)
        yield page.url, page.url == f"{fiche.adresse}/"

    assert _lost(kept) == []


def test_headings_go_down_one_level_at_a_time() -> None:
    def kept(fiche: Fiche) -> Iterator[tuple[object, bool]]:
        levels = [int(level) for level in re.findall(r"<h([1-6])", _corps(fiche))]
        yield levels, all(after <= before + 1 for before, after in pairwise(levels))

    assert _lost(kept) == []


def test_no_page_holds_a_style_or_a_script_that_runs() -> None:
    def kept(fiche: Fiche) -> Iterator[tuple[object, bool]]:
        found = re.search(
            r"<script(?! type=\"application/ld\+json\">)|<style|\sstyle=|\son[a-z]+=", _corps(fiche)
        )
        yield found, found is None

    assert _lost(kept) == []


def test_same_data_same_bytes() -> None:
    again = full_pages.__wrapped__()
    assert again
    assert {address: page.corps for address, page in again.items()} == {
        address: page.corps for address, page in full_pages().items()
    }
