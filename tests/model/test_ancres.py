"""Each sentence has an address of its own, named after the list it stands in; those of other days still lead to it."""

from __future__ import annotations

from clairevoie.model import COLLECTIONS
from clairevoie.model.ancres import by_anchor, elements, moved_anchors
from clairevoie.model.describe import describe, forms_inside
from clairevoie.model.enonces import ENONCES, Enonce
from clairevoie.model.evenements import Evenement


def bilan(**champs: object) -> Evenement:
    return Evenement.model_validate({"id": "un", "titre": "Bilan", "publication": "publie", **champs})


def anchors(fiche: Evenement) -> list[tuple[str | None, ...]]:
    return [(element.ancre, *element.aliases) for element in elements(fiche)]


def test_every_list_of_sentences_has_its_name() -> None:
    formes = {forme for kind in COLLECTIONS.values() for forme in forms_inside(kind.modele)}
    lists = {
        champ.nom
        for forme in formes
        for champ in describe(forme).values()
        if champ.forme and issubclass(champ.forme, Enonce)
    }
    assert lists == set(ENONCES)
    assert len({one.prefixe for one in ENONCES.values()}) == len(ENONCES)


def test_two_numbered_lists_of_one_record_do_not_share_an_anchor() -> None:
    fiche = bilan(
        cibles_prioritaires=[{"numero": "1", "texte": "Rejoindre."}],
        soutiens_convenus=[{"numero": "1", "texte": "Un local."}, {"numero": "2", "texte": "Un prêt."}],
    )
    assert anchors(fiche) == [("cible-1", "enonce-1"), ("soutien-1",), ("soutien-2", "enonce-2")]
    found = by_anchor(elements(fiche))
    assert found["enonce-1"] is found["cible-1"]
    assert found["enonce-2"] is found["soutien-2"]


def test_an_anchor_of_other_days_gives_way_to_one_that_is_typed() -> None:
    fiche = bilan(
        cibles_prioritaires=[{"numero": "1", "texte": "Rejoindre."}],
        soutiens_convenus=[{"id": "enonce-1", "texte": "Un local."}],
    )
    assert anchors(fiche) == [("cible-1",), ("enonce-1",)]


def test_a_sentence_whose_anchor_never_changed_has_no_other() -> None:
    fiche = bilan(cibles_prioritaires=[{"id": "aines", "numero": "1", "texte": "Rejoindre."}])
    assert anchors(fiche) == [("aines",)]


def test_an_anchor_that_moved_leads_to_where_its_element_is_now() -> None:
    fiche = bilan(
        cibles_prioritaires=[{"id": "aines", "texte": "Rejoindre."}], anciennes_ancres={"cible-3": "aines"}
    )
    assert anchors(fiche) == [("aines", "cible-3")]
    assert by_anchor(elements(fiche))["cible-3"].ancre == "aines"


def test_an_anchor_that_moved_twice_leads_to_the_last_place_at_once() -> None:
    moved = {"cible-1": "cible-2", "cible-2": "evenements/un#aines", "cible-9": "plans/autre#action-1"}
    fiche = bilan(cibles_prioritaires=[{"id": "aines", "texte": "Rejoindre."}], anciennes_ancres=moved)
    assert moved_anchors(fiche) == {"cible-1": "aines", "cible-2": "aines", "cible-9": "plans/autre#action-1"}
    assert anchors(fiche) == [("aines", "cible-1", "cible-2")]


def test_an_anchor_that_comes_back_to_itself_leads_nowhere() -> None:
    assert moved_anchors(bilan(anciennes_ancres={"a": "b", "b": "a", "c": "c"})) == {}


def test_an_anchor_that_something_has_is_no_anchor_of_other_days() -> None:
    fiche = bilan(
        cibles_prioritaires=[{"id": "aines", "texte": "Rejoindre."}, {"id": "jeunes", "texte": "Aider."}],
        anciennes_ancres={"jeunes": "aines"},
    )
    assert anchors(fiche) == [("aines",), ("jeunes",)]
