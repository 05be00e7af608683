"""Who stands above whom follows from what sources say, even when it goes round in a circle."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from clairevoie.derive.gouvernance import LienDeComites, links, top_down
from clairevoie.model.comites import Comite

TYPES = ("elit", "rend_compte_a", "soutient", "precede", "collabore_avec", "autre", "parent")


def _comite(id: str, type: str = "non_precise", **facts: object) -> Comite:
    return Comite.model_validate({"id": id, "nom": id, "publication": "publie", "type": type, **facts})


def _order(comites: list[Comite]) -> list[str]:
    found = links(comites, {comite.id for comite in comites})
    return [comite.id for comite in top_down(comites, found)]


def test_who_elects_coordinates_or_comes_first_stands_above_whatever_its_kind() -> None:
    for type in ("elit", "coordonne", "precede"):
        below = _comite("assemblee", "assemblee")
        above = _comite("equipe", "autre", relations=[{"type": type, "cibles": ["assemblee"]}])
        assert _order([below, above]) == ["equipe", "assemblee"], type


def test_who_reports_supports_or_answers_to_another_stands_below_it() -> None:
    for type in ("rend_compte_a", "soutient"):
        below = _comite("assemblee", "assemblee", relations=[{"type": type, "cibles": ["equipe"]}])
        assert _order([below, _comite("equipe", "autre")]) == ["equipe", "assemblee"], type
    assert _order([_comite("assemblee", "assemblee", parent="equipe"), _comite("equipe")]) == [
        "equipe",
        "assemblee",
    ]


def test_a_circle_is_cut_at_the_widest_kind() -> None:
    conseil = _comite("conseil", "conseil", relations=[{"type": "elit", "cibles": ["assemblee"]}])
    assemblee = _comite("assemblee", "assemblee", relations=[{"type": "elit", "cibles": ["conseil"]}])
    assert _order([conseil, assemblee]) == ["assemblee", "conseil"]


def test_comites_that_are_joined_stand_together_and_those_that_are_not_come_last() -> None:
    comites = [
        _comite("a", "assemblee"),
        _comite("b", "comite_strategique", relations=[{"type": "collabore_avec", "cibles": ["d"]}]),
        _comite("c", "comite_de_suivi", relations=[{"type": "elit", "cibles": ["e"]}]),
        _comite("d", "autre"),
        _comite("e", "chantier"),
    ]
    assert _order(comites) == ["b", "d", "c", "e", "a"]


def test_a_relation_that_names_nobody_is_a_link_all_the_same() -> None:
    equipe = _comite("equipe", relations=[{"type": "soutient", "texte": "soutient la table"}])
    assert links([equipe], {"equipe"}) == (LienDeComites("equipe", "soutient", (), "soutient la table"),)


def test_only_the_links_that_touch_a_comite_are_about_it() -> None:
    ours = _comite("ours", parent="top")
    theirs = _comite("theirs", relations=[{"type": "soutient", "cibles": ["ours", "third"]}])
    others = _comite("others", relations=[{"type": "soutient", "cibles": ["top"]}])
    found = links([ours, theirs, others], {"ours"})
    assert [(lien.de, lien.type, lien.vers) for lien in found] == [
        ("ours", "parent", ("top",)),
        ("theirs", "soutient", ("ours", "third")),
    ]


@given(st.lists(st.tuples(st.integers(0, 9), st.sampled_from(TYPES), st.integers(0, 9)), max_size=30))
def test_whatever_the_links_each_comite_has_one_place_which_does_not_depend_on_the_order_of_files(
    told: list[tuple[int, str, int]],
) -> None:
    comites = [_comite(f"c{n}") for n in range(10)]
    found = [LienDeComites(f"c{a}", type, (f"c{b}",), None) for a, type, b in told]
    placed = [comite.id for comite in top_down(comites, found)]
    assert sorted(placed) == sorted(comite.id for comite in comites)
    assert placed == [comite.id for comite in top_down(reversed(comites), found)]
