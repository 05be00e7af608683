"""What is indexed is opened up so that people find it, and nothing of it is changed."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clairevoie.model.folding import spelled
from clairevoie.pages import Entree
from clairevoie.publish.search import indexing
from clairevoie.publish.search.opening import Opener, acronym_key
from tests.aides.sites import ROOT


@pytest.mark.parametrize(
    ("typed", "opened"),
    [
        ("l’Énergie d'ici", "l'^ Énergie d'^ ici"),
        ("aujourd’hui, ‘oui’", "aujourd'^ hui, ‘oui'"),
        ("L’œuvre, enfin", "L'^ œuvre, oeuvre|^ enfin"),
        ("à Łódź.", "à Łódź. Lodz|^"),
        ("en C++ (24/7)", "en C++ Cᚁᚁ|^ (24/7) 24ᚂ7|^"),
        ("R&D, 65+, C#", "R&D, RᚄD|^ 65+, 65ᚁ|^ C# Cᚃ|^"),
        ("citoyens/citoyennes, a + b", "citoyens/citoyennes, a + b"),
        ("社区协会", "社区协会 社|^ 区|^ 协|^ 会|^"),
        ("à St-Marc, Sainte-Foy", "à St-Marc, saint|^ Sainte-Foy ste|^"),
        ("Marc–Roi, 2024–2026, A–Z", "Marc–Roi, Marc|^ Roi,|^ 2024–2026, 2024|^ 2026,|^ A–Z"),
        ("Le MES, pas Mes", "Le MES, ᚐmes|^ pas Mes"),
        ("ᐃᓄᒃ 👩‍👧‍👦 fête", "ᐃᓄᒃ 👩‍👧‍👦 fête"),
    ],
)
def test_a_word_is_followed_by_those_that_find_it(typed: str, opened: str) -> None:
    assert Opener(("MES", "PAS")).open(typed) == opened


@given(st.text("aélœŁ’'+/&#12 社ᐃ.,MES", max_size=40))
def test_what_is_added_can_be_taken_away(typed: str) -> None:
    opened = Opener(("MES",)).open(typed)
    closed = re.sub(r" \S+\|\^", "", opened).replace("'^ ", "'")
    assert closed.split() == typed.replace("’", "'").split()


def test_the_letters_of_the_page_of_the_search_are_those_of_the_site() -> None:
    script = (ROOT / "overrides/assets/js/lettres.js").read_text(encoding="utf-8")
    pairs = {word[0]: word[1:] for word in script.split("`")[1].split()}
    assert {letter: spelled(letter) for letter in pairs} == pairs


@pytest.mark.parametrize(("sigle", "key"), [("MES", "mes"), ("P.A.S.", "pas"), ("É.S.T.", "est")])
def test_an_acronym_is_asked_without_its_points(sigle: str, key: str) -> None:
    assert acronym_key(sigle) == key


def test_lists_stand_beside_the_index_acronyms_that_would_say_nothing_and_words_of_titles(
    tmp_path: Path,
) -> None:
    script = tmp_path / "assets" / "js" / "mots-vides.js"
    script.parent.mkdir(parents=True)
    script.write_text("`mes pas le`", encoding="utf-8")
    entries = [
        Entree(f"organismes/{sigle.lower()}/", f"Nom {sigle}", "", "mots", {}, sigle)
        for sigle in ("MES", "CDC")
    ]
    indexing.index_entries(tmp_path, entries)
    assert json.loads((tmp_path / "recherche/sigles.json").read_text(encoding="utf-8")) == ["mes"]
    assert json.loads((tmp_path / "recherche/mots.json").read_text(encoding="utf-8")) == []
