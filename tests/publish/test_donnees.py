"""The data file of a page: what the record says and the page shows, in the words of `data/`, and nothing else."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Iterator
from functools import partial
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from clairevoie.exports.plain import published
from clairevoie.exports.yaml_text import text_of
from clairevoie.model import COLLECTIONS
from clairevoie.model.base import Forme
from clairevoie.model.comites import Comite
from clairevoie.model.fiche import Fiche
from clairevoie.model.parcours import formes
from clairevoie.read import read_text
from clairevoie.read.normalise import clean
from clairevoie.read.quotas import DEPTH
from tests.aides.fiche_pleine import full_dataset

# What an editor types and no page shows.
WITHHELD = {
    "Note": ("repere", "couvre"),
    "Image": ("personne_reconnaissable", "consentement"),
    "Membre": ("base_publication",),
}
# Texts that YAML would read as something else, were they written as they are.
TRAPS = [
    "oui: non",
    "# 1",
    " a",
    "a\n b\n\nc",
    "a\n",
    "\n",
    "a \nb",
    "1e5",
    "null",
    "«\u00a0é\u00a0»",
    "\\",
    '"',
    "- a",
]
# Our reader takes out the characters that nobody sees: no record holds any.
TEXTS = st.one_of(st.sampled_from(TRAPS), st.text().map(clean)).map(partial(unicodedata.normalize, "NFC"))


@pytest.fixture(autouse=True, scope="module")
def _as_deep_as_the_model() -> Iterator[None]:
    """A record with everything in everything is deeper than what may be typed."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("clairevoie.read.compose.DEPTH", DEPTH._replace(limit=20))
        yield


def _written(fiche: Fiche) -> str:
    return text_of(published(fiche))


def _read_again(text: str, fiche: Fiche) -> Fiche:
    """The record that our own reader finds in a text."""
    record, _ = read_text(text.encode(), fiche.collection, fiche.id, f"{fiche.adresse}.yml")
    assert record is not None, text
    return type(fiche)(id=fiche.id, **record.data)


def _without_withheld(value: Any) -> Any:
    if isinstance(value, tuple):
        return tuple(_without_withheld(one) for one in value)
    if not isinstance(value, Forme):
        return value
    fields = type(value).model_fields
    hidden = {name: fields[name].default for name in WITHHELD.get(type(value).__name__, ())}
    return value.model_copy(
        update={name: _without_withheld(getattr(value, name)) for name in fields} | hidden
    )


@settings(deadline=None, max_examples=15)
@given(TEXTS, TEXTS)
def test_every_field_of_every_collection_is_read_again_as_it_was(before: str, after: str) -> None:
    fiches = list(full_dataset(f"{before}x{after}")[0])
    assert len(fiches) == len(COLLECTIONS)
    for fiche in fiches:
        assert _read_again(_written(fiche), fiche) == _without_withheld(fiche)


@settings(deadline=None, max_examples=60)
@given(st.sampled_from(sorted(COLLECTIONS)), st.integers())
def test_a_record_with_some_of_its_fields_is_read_again_as_it_was(collection: str, seed: int) -> None:
    whole = full_dataset()[0].fiche(f"{collection}/un")
    assert whole is not None
    fiche = _pruned(whole, random.Random(seed))
    assert _read_again(_written(fiche), fiche) == fiche


def _pruned(fiche: Fiche, chance: random.Random) -> Fiche:
    """The same record with fields taken away at random, here and inside, as long as the model allows it."""
    values = published(fiche)
    for _ in range(30):
        held = [(here, key) for here in _mappings(values) for key in here]
        here, key = chance.choice(held)
        taken = here.pop(key)
        try:
            type(fiche)(id=fiche.id, **values)
        except ValidationError:
            here[key] = taken
    return type(fiche)(id=fiche.id, **values)


def _mappings(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _mappings(inner)


@given(st.dictionaries(st.from_regex(r"_[a-z_]{1,8}", fullmatch=True), TEXTS, min_size=1))
def test_other_readers_of_yaml_find_the_same_texts(values: dict[str, str]) -> None:
    assert yaml.safe_load(text_of(values)) == values


def test_what_no_page_shows_leaves_with_no_copy() -> None:
    jeu, _ = full_dataset()
    held = {
        (type(forme).__name__, name): getattr(forme, name)
        for fiche in jeu
        for _, forme in formes(fiche)
        for name in WITHHELD.get(type(forme).__name__, ())
    }
    assert len(held) == sum(map(len, WITHHELD.values()))
    everything = "".join(_written(fiche) for fiche in jeu)
    assert str(held["Note", "repere"]) not in everything
    assert str(held["Note", "couvre"][0]) not in everything
    assert str(held["Image", "consentement"]) not in everything


def test_a_name_that_may_be_shown_leaves_without_the_reason_why() -> None:
    base = {"type": "consentement", "date": "2026-01-15", "expire": "2028-01-15"}
    seat = {"fonction": "citoyenne", "nom": "Prénom Fictif", "base_publication": base}
    comite = Comite(id="table", nom="Table", publication="publie", membres=[seat])
    assert _written(comite) == (
        'publication: publie\nnom: "Table"\nmembres:\n  - fonction: citoyenne\n    nom: "Prénom Fictif"\n'
    )


def test_fields_come_in_the_order_of_the_model_and_short_forms_stay_short() -> None:
    typed = {
        "frequence": ["4 rencontres par année"],
        "mandats": ["Décider.", {"texte": "Agir.", "numero": "2"}],
        "mission": "Premier paragraphe.\n\n- un point\n- un autre\n",
        "demarches": ["quartier"],
        "debut": "septembre 2008",
        "nom": "Table : l'essai",
        "publication": "publie",
    }
    expected = """\
publication: publie
nom: "Table : l'essai"
demarches:
  - quartier
frequence: "4 rencontres par année"
mission: |
  Premier paragraphe.

  - un point
  - un autre
mandats:
  - "Décider."
  - texte: "Agir."
    numero: "2"
debut: "septembre 2008"
"""
    assert _written(Comite(id="table", **typed)) == expected


@pytest.mark.parametrize(
    ("typed", "said"), [("9600.50", "9600.50"), ("111600", "111600"), ("0.001", "0.001")]
)
def test_a_number_is_written_as_it_was_typed(typed: str, said: str) -> None:
    record, _ = read_text(f"objet: rues\nvaleur: {typed}\n".encode(), "projets", "un", "un.yml")
    assert record is not None
    assert text_of(record.data).splitlines()[1] == f"valeur: {said}"
