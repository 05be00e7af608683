"""A long list is cut into pages that hold everything, never too much, at addresses that stay as it grows."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clairevoie.derive.ordre import alphabetical
from clairevoie.pages import decoupage
from clairevoie.pages.decoupage import Pas, Tranche, decouper, par_lettre

LIMITE = 5
NOMS = st.sampled_from(
    [
        *(
            "Cuisine collective",
            "Cuisine collective du port",
            "Cuisines",
            "Cabane",
            "L'Étang",
            "Œuvre",
            "A",
            "Ab",
        ),
        *("12 mois", "1 mois", "ᐊᑎᖅ", "ᐃᓄᒃ", "Les jardins", "Jardin", "Jardin-école"),
    ]
)
LISTES = st.lists(NOMS, max_size=40).map(lambda noms: [(nom, f"n{rank}") for rank, nom in enumerate(noms)])


@pytest.fixture(autouse=True, scope="module")
def _few() -> Iterator[None]:
    """A page is full with five entries."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(decoupage, "LIMITE", LIMITE)
        yield


def _by_letter(entree: tuple[str, str], depth: int) -> Pas | None:
    return par_lettre("projets/lettre", *entree, depth)


def _cut(entrees: list[tuple[str, str]]) -> Tranche[tuple[str, str]]:
    filed = sorted(entrees, key=lambda entree: (alphabetical(entree[0]), entree[1]))
    return decouper(filed, _by_letter, "projets")


@given(LISTES)
def test_every_entry_is_on_one_page_of_entries_and_none_holds_too_many(
    entrees: list[tuple[str, str]],
) -> None:
    whole = _cut(entrees)
    held = [entree for leaf in whole.feuilles for entree in leaf.entrees]
    assert sorted(held) == sorted(entrees)
    assert all(leaf.nombre <= LIMITE for leaf in whole.feuilles)


@given(LISTES)
def test_two_pages_never_have_the_same_address(entrees: list[tuple[str, str]]) -> None:
    addresses = [tranche.pas.adresse for tranche in _cut(entrees).toutes]
    assert len(set(addresses)) == len(addresses)


@given(LISTES, NOMS)
def test_every_address_stays_when_an_entry_is_added(entrees: list[tuple[str, str]], nom: str) -> None:
    before = {tranche.pas.adresse for tranche in _cut(entrees).toutes}
    after = {tranche.pas.adresse for tranche in _cut([*entrees, (nom, "nouveau")]).toutes}
    assert before <= after


@given(LISTES, NOMS)
def test_what_a_page_holds_stays_there_or_on_a_finer_one(entrees: list[tuple[str, str]], nom: str) -> None:
    before = {one.pas.adresse: set(one.entrees) for one in _cut(entrees).toutes}
    after = {one.pas.adresse: set(one.entrees) for one in _cut([*entrees, (nom, "nouveau")]).toutes}
    assert all(held <= after[adresse] for adresse, held in before.items())


def test_a_short_list_is_one_page() -> None:
    whole = _cut([("Jardin", "un"), ("Cabane", "deux")])
    assert (whole.pas.adresse, whole.nombre, whole.dessous) == ("projets", 2, ())
    assert whole.feuilles == (whole,)


def test_letters_are_added_until_few_enough_names_share_them() -> None:
    noms = [*(f"Cuisine {sign}" for sign in "abcdef"), "Camp", "Jardin"]
    whole = _cut([(nom, nom.lower().replace(" ", "-")) for nom in noms])
    assert [one.pas for one in whole.dessous] == [
        Pas("projets/lettre/c", "C"),
        Pas("projets/lettre/j", "J"),
    ]
    leaves = [one.pas.adresse.rpartition("/")[2] for one in whole.feuilles]
    assert leaves == ["ca", *(f"cuisine-{sign}" for sign in "abcdef"), "j"]


def test_what_nothing_finer_tells_apart_stays_together() -> None:
    steps = (Pas("argent/2026", "2026"), None)
    whole = decouper(range(9), lambda _, depth: steps[depth], "argent")
    assert [(one.pas.titre, one.nombre) for one in whole.feuilles] == [("2026", 9)]


def test_steps_of_several_kinds_follow_each_other() -> None:
    def filed(entree: tuple[int, str], depth: int) -> Pas | None:
        year, nom = entree
        base = f"argent/{year}"
        return Pas(base, str(year)) if depth == 0 else par_lettre(base, nom, nom, depth - 1)

    entrees = [(2026, f"Jardin {sign}") for sign in "abcdefg"] + [(2027, "Camp")]
    whole = decouper(entrees, filed, "argent")
    assert [one.pas.adresse for one in whole.dessous] == ["argent/2026", "argent/2027"]
    assert all(one.pas.adresse.startswith("argent/2026/jardin-") for one in whole.dessous[0].feuilles)


def test_a_rule_may_be_bound_to_its_place() -> None:
    def filed(base: str, nom: str, depth: int) -> Pas | None:
        return par_lettre(base, nom, nom.lower(), depth)

    whole = decouper(
        ("Abri", "Abri", "Banc", "Banc", "Banc", "Cap"), partial(filed, "glossaire"), "glossaire"
    )
    assert [one.pas.adresse for one in whole.dessous] == ["glossaire/a", "glossaire/b", "glossaire/c"]
