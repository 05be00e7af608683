"""Every feature of the product is seen in the example: what captures, guides and new sites start from."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import get_args

import pytest
from PIL import Image

from clairevoie.model import COLLECTIONS
from clairevoie.model.demarches import Demarche
from clairevoie.model.describe import describe
from clairevoie.model.evenements import Evenement
from clairevoie.model.listes import EtatAppel, EtatEvenement, Unite
from clairevoie.model.organismes import Organisme
from clairevoie.model.parcours import formes
from clairevoie.pages.listes import LISTES
from tests.aides.pages_vues import links, words
from tests.aides.sites import AUJOURD_HUI, FULL, ROOT, full_lists, full_site
from tests.dessins import DRAWINGS, draw

# Values that no reader of one community could meet, and why.
_ELSEWHERE = {
    "devise": {
        "GBP",
        "CHF",
        "HTG",
        "XOF",
        "XAF",
        "MAD",
        "TND",
        "DZD",
        "GNF",
        "CDF",
        "MXN",
    },  # other countries
    "portee": {"nationale"},  # it is the life of one region
    "type": {"fonction", "elu", "consentement"},  # why a name may be shown: nobody is named
    "par": {*get_args(Unite)},  # the unit of a frequency, read from its words
    "publication": {"brouillon", "retire"},  # what nobody sees; what is looked for below
    "statut": {"non_precise"},  # of an entry of a follow-up, which has none to say
}
_PHONE = re.compile(r"\b\d{3}-\d{3}-\d{4}\b")
_HOST = re.compile(r"https?://([^/\"\s)]+)|[\w.]+@([\w.-]+)")


@pytest.fixture(scope="module")
def used() -> Mapping[tuple[str, ...], tuple[set[str], set[str]]]:
    """For each closed list, by its values: those of the example, and the fields that it belongs to."""
    found: dict[tuple[str, ...], tuple[set[str], set[str]]] = defaultdict(lambda: (set(), set()))
    for fiche in full_site().jeu:
        for _, forme in formes(fiche):
            for name, champ in describe(type(forme)).items():
                if champ.valeurs:
                    held, names = found[tuple(value for value, _ in champ.valeurs)]
                    typed = getattr(forme, name)
                    held.update(one for one in (typed if isinstance(typed, tuple) else (typed,)) if one)
                    names.add(name)
    return found


def test_every_value_of_every_closed_list_is_in_some_record(
    used: Mapping[tuple[str, ...], tuple[set[str], set[str]]],
) -> None:
    assert len(used) > 30
    missing = {
        tuple(sorted(names)): sorted(lacking)
        for values, (held, names) in used.items()
        if (lacking := {*values} - held - set().union(*(_ELSEWHERE.get(name, set()) for name in names)))
    }
    assert missing == {}


def test_every_state_that_the_day_makes_is_seen() -> None:
    site = full_site()
    events = {site.state(one) for one in site.jeu.evenements.values()}
    calls = {
        site.call_state(one, call)
        for one in site.jeu
        if isinstance(one, (Demarche, Organisme))
        for call in one.appels
    }
    assert {*get_args(EtatEvenement)} - events == set()
    assert {*get_args(EtatAppel)} - calls == set()


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_every_collection_has_enough_to_look_like_life(collection: str) -> None:
    assert len(full_site().jeu.collection(collection)) >= 7
    assert any(one.publication == "retire" for one in full_site().retirees if one.collection == collection)
    with_pictures = [one for one in full_site().jeu.collection(collection).values() if one.images]
    easy = [one for one in full_site().jeu.collection(collection).values() if one.facile_a_lire]
    assert with_pictures
    assert easy


@pytest.mark.parametrize("name", sorted(LISTES.keys() - {"journal"}))
def test_no_list_is_empty(name: str) -> None:
    html = full_lists()[name]
    assert words(html)
    assert links(html) or 'class="vide"' not in html


@pytest.mark.construction
def test_the_journal_tells_what_changed_over_many_days(built_site: Path) -> None:
    page = (built_site / "journal/index.html").read_text(encoding="utf-8")
    for said in ("16 novembre 2026", "Conseil de quartier du 2 décembre 2026", "Patinoire du Ruisseau"):
        assert said in words(page)


def test_each_living_demarche_has_plans_projects_money_impacts_and_meetings_to_come() -> None:
    jeu = full_site().jeu
    for id in ("anses-en-sante", "lire-aux-anses", "filatures-vivantes", "vieux-phare-en-commun"):
        demarche = jeu.demarches[id]
        assert demarche.facile_a_lire
        assert demarche.images
        assert all(one.sources for one in demarche.impacts_observes[:1])
        assert demarche.impacts_observes
        assert demarche.financements
        for collection in ("plans", "projets"):
            assert any(getattr(one, "demarche", None) == id for one in jeu.collection(collection).values())
        coming = [one for one in _events(id) if full_site().state(one) == "a_venir"]
        assert coming, id


def _events(demarche: str) -> list[Evenement]:
    return [one for one in full_site().jeu.evenements.values() if one.demarche == demarche]


def test_no_telephone_nor_address_can_be_that_of_somebody() -> None:
    for path in sorted(FULL.glob("*/*.yml")):
        text = path.read_text(encoding="utf-8")
        assert [one for one in _PHONE.findall(text) if one[4:10] != "555-01"] == [], path
        hosts = {web or mail for web, mail in _HOST.findall(text)}
        assert [one for one in hosts if not one.endswith((".example", "creativecommons.org"))] == [], path


def test_the_pictures_are_the_drawings_of_our_own_program() -> None:
    folder = FULL / "_fichiers/images"
    assert {path.stem for path in folder.iterdir()} - {"que-personne-ne-nomme"} == set(DRAWINGS)
    drawn = BytesIO()
    draw("livres").save(drawn, "PNG")
    assert _pixels(drawn) == _pixels(BytesIO((folder / "livres.png").read_bytes()))


def _pixels(file: BytesIO) -> bytes:
    return Image.open(file).convert("RGB").tobytes()


def test_the_day_of_the_example_is_typed_once() -> None:
    assert AUJOURD_HUI.isoformat() not in (ROOT / "Makefile").read_text(encoding="utf-8")
