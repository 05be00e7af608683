"""Names are filed as a French reader expects, events follow time, comités go from widest to narrowest."""

from __future__ import annotations

from clairevoie.derive.gouvernance import tree
from clairevoie.derive.lieux import above, all_above, contents
from clairevoie.derive.ordre import alphabetical, by_rank, in_time, initial, is_source_reversed
from clairevoie.model import Jeu
from clairevoie.model.comites import Comite
from clairevoie.model.enonces import Enonce
from clairevoie.model.evenements import Evenement
from clairevoie.model.folding import fold
from clairevoie.model.territoires import Territoire


def _event(id: str, date: str | None = None, suit: str | None = None) -> Evenement:
    return Evenement.model_validate(
        {"id": id, "titre": id, "publication": "publie", "date": date, "suit": suit}
    )


def _comite(id: str, type: str, parent: str | None = None) -> Comite:
    return Comite.model_validate(
        {"id": id, "nom": id, "publication": "publie", "type": type, "parent": parent}
    )


def _places() -> Jeu:
    parents = {"region": None, "ville": "region", "quartier": "ville", "autre": None}
    return Jeu.of(
        Territoire.model_validate({"id": id, "nom": id, "publication": "publie", "parent": parent})
        for id, parent in parents.items()
    )


def test_accents_apostrophes_and_ligatures_do_not_count() -> None:
    assert fold("L’Énergie à l'œuvre") == "l energie a l oeuvre"


def test_an_article_at_the_head_of_a_name_does_not_count() -> None:
    names = ["Ville", "L'ÉmerGens", "les Amis", "École", "Un toit"]
    assert sorted(names, key=alphabetical) == ["les Amis", "École", "L'ÉmerGens", "Un toit", "Ville"]


def test_a_letter_of_another_script_has_its_own_place_after_z() -> None:
    names = ["Zoé", "Łódź", "ᐃᓄᒃ", "Øystein", "ქალაქი", "Lac", "2 rives", "Ærø", "社区", "٣ نجوم", "Đặng"]
    ordered = sorted(names, key=alphabetical)
    assert [initial(name) for name in ordered] == [*("0–9", "0–9"), *"ADLLOZ", "ქ", "ᐃ", "社"]


def test_a_name_that_is_only_an_article_keeps_its_place() -> None:
    assert alphabetical("La") == "la"


def test_events_follow_time_and_an_undated_one_follows_its_own() -> None:
    events = [
        _event("s2", suit="b"),
        _event("b", "23 mars 2021"),
        _event("a", "23 FÉV. 2021"),
        _event("s1", suit="a"),
    ]
    assert [event.id for event in in_time(events)] == ["a", "s1", "b", "s2"]


def test_two_events_of_one_day_keep_their_followers_apart() -> None:
    events = [_event("a", "2021"), _event("b", "2021"), _event("x", suit="a"), _event("y", suit="b")]
    assert [event.id for event in in_time(events)] == ["a", "x", "b", "y"]


def test_an_event_nobody_can_place_comes_last() -> None:
    events = [_event("perdu"), _event("a", "Hiver 2012")]
    assert [event.id for event in in_time(events)] == ["a", "perdu"]


def test_comites_go_from_those_that_decide_to_those_that_work() -> None:
    found = by_rank(
        [_comite("c", "comite_de_travail"), _comite("b", "comite_d_orientation"), _comite("a", "assemblee")]
    )
    assert [comite.id for comite in found] == ["a", "b", "c"]


def test_a_comite_stands_under_the_one_it_answers_to() -> None:
    nodes = tree([_comite("petit", "comite_de_travail", "grand"), _comite("grand", "comite_d_orientation")])
    assert [(node.comite.id, [below.comite.id for below in node.dessous]) for node in nodes] == [
        ("grand", ["petit"])
    ]


def test_a_comite_whose_parent_is_elsewhere_stands_at_the_top() -> None:
    assert [node.comite.id for node in tree([_comite("petit", "comite_de_travail", "ailleurs")])] == ["petit"]


def test_a_territory_knows_what_contains_it_and_what_it_contains() -> None:
    jeu = _places()
    assert above(jeu, "quartier") == ("quartier", "ville", "region")
    assert contents(jeu)["region"] == ("region", "quartier", "ville")
    assert all_above(jeu, ("quartier", "autre")) == ("quartier", "ville", "region", "autre")


def test_a_source_that_starts_with_the_farthest_zone_is_told_backwards() -> None:
    def effets(*zones: str) -> list[Enonce]:
        return [Enonce.model_validate({"texte": zone, "zone_controle": zone}) for zone in zones]

    assert is_source_reversed(effets("faible", "faible", "moyen", "eleve"))
    assert not is_source_reversed(effets("eleve", "moyen", "faible"))
    assert not is_source_reversed(effets("moyen", "faible", "eleve"))
    assert not is_source_reversed(effets("faible"))
