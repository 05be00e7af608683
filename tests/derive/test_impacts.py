"""What leads to what is only what the source says: nesting, zones, and no link between them that is not typed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from clairevoie.derive.impacts import Bande, Maillon, bands
from clairevoie.model.demarches import Demarche


def told(effets: Iterable[dict[str, Any]] = (), **others: Any) -> dict[str, Bande]:
    """The bands of a démarche that says this, by key."""
    chaine = {"effets": list(effets), "actions_envisagees": others.pop("actions", [])}
    demarche = Demarche.model_validate(
        {"id": "quartier", "nom": "Quartier", "publication": "publie", "chaine_resultats": chaine, **others}
    )
    return {bande.cle: bande for bande in bands(demarche)}


def effet(id: str, zone: str, **others: Any) -> dict[str, Any]:
    return {"id": id, "texte": f"Effet {id}.", "zone_controle": zone, **others}


def shape(noeuds: Iterable[Maillon]) -> dict[str | None, Any]:
    """Anchors inside anchors."""
    return {noeud.ancre: shape(noeud.dessous) for noeud in noeuds}


def test_effects_stand_in_their_zone_nested_as_the_source_nests_them() -> None:
    found = told(
        [effet("f", "faible"), effet("e", "eleve"), effet("e1", "eleve", parent="e"), effet("e2", "eleve")]
    )
    assert list(found) == ["eleve", "faible"]
    assert shape(found["eleve"].noeuds) == {"e": {"e1": {}}, "e2": {}}


def test_an_effect_may_be_typed_before_the_one_it_stands_under() -> None:
    found = told([effet("b", "moyen", parent="a"), effet("c", "moyen", parent="b"), effet("a", "moyen")])
    assert shape(found["moyen"].noeuds) == {"a": {"b": {"c": {}}}}


def test_an_effect_whose_parent_is_of_another_zone_stays_in_its_own_and_says_under_what_it_was() -> None:
    found = told([effet("e", "eleve"), effet("m", "moyen", parent="e"), effet("m1", "moyen", parent="m")])
    assert shape(found["eleve"].noeuds) == {"e": {}}
    assert shape(found["moyen"].noeuds) == {"m": {"m1": {}}}
    assert [noeud.sous for noeud in found["moyen"].tous()] == ["e", None]


def test_an_effect_under_an_action_says_so() -> None:
    action = {"id": "a", "genre": "action_envisagee", "texte": "Faire.", "sous_actions": ["Un peu."]}
    found = told([effet("e", "eleve", parent="a")], actions=[action])
    assert found["eleve"].noeuds[0].sous == "a"
    assert [noeud.sorte for noeud in found["actions"].tous()] == ["action", "action"]


def test_what_was_observed_is_not_what_is_hoped_for_wherever_it_is_typed() -> None:
    found = told(
        [effet("e", "eleve"), effet("vu", "eleve", nature="effet_observe")],
        impacts_observes=["On se parle.", {"texte": "On espère.", "nature": "impact_souhaite"}],
    )
    assert [(noeud.sorte, noeud.nature) for noeud in found["eleve"].tous()] == [
        ("souhaite", None),
        ("observe", "effet_observe"),
    ]
    assert [(noeud.sorte, noeud.nature) for noeud in found["observes"].tous()] == [
        ("observe", None),
        ("souhaite", "impact_souhaite"),
    ]


def test_an_output_keeps_its_name_and_is_not_said_to_be_observed() -> None:
    (noeud,) = told([effet("e", "eleve", nature="extrant")])["eleve"].noeuds
    assert (noeud.sorte, noeud.nature) == ("souhaite", "extrant")


def test_only_what_the_source_links_is_linked() -> None:
    found = told([effet("e", "eleve"), effet("m", "moyen", contribue_a=["f"]), effet("f", "faible")])
    linked = {noeud.ancre: noeud.vers for bande in found.values() for noeud in bande.tous()}
    assert linked == {"e": (), "m": ("f",), "f": ()}


def test_a_demarche_that_says_nothing_of_it_has_no_band() -> None:
    assert told() == {}
