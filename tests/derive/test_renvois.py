"""Backlinks: one relation is typed, the other is found, with the field and the element it comes from."""

from __future__ import annotations

from pathlib import Path

from clairevoie.derive.renvois import backlinks
from clairevoie.model import Jeu
from tests.aides.stories import DEPART, verdict

PLAN = """\
nom: "Plan"
publication: publie
en_bref: "Un plan."
demarche: quartier
periode: "2026"
statut: en_vigueur
objectifs:
  - numero: "1"
    texte: "Se nourrir."
    objectifs_specifiques:
      - numero: "1.1"
        texte: "Cuisiner."
        voir_aussi: [comites/table-de-quartier, action-1-1-1]
        actions:
          - numero: "1.1.1"
            texte: "Ouvrir une cuisine."
            responsables: [{organisme: maison-de-quartier, texte: "La Maison"}]
            territoires: [la-ville]
            echeances: ["2026"]
sources: [{document: rapport, repere: "Page 1"}, {document: rapport, repere: "Page 2"}]
"""


def _told(folder: Path) -> Jeu:
    jeu = verdict(folder, {**DEPART, "plans/plan.yml": PLAN}).jeu
    assert jeu is not None
    return jeu


def _from_plan(folder: Path, address: str) -> list[tuple[str, str]]:
    found = backlinks(_told(folder)).get(address, ())
    return [(mention.champ, mention.adresse) for mention in found if mention.fiche.id == "plan"]


def test_a_mention_says_its_field_and_the_address_of_its_element(tmp_path: Path) -> None:
    assert _from_plan(tmp_path, "organismes/maison-de-quartier") == [
        ("responsables.organisme", "plans/plan#action-1-1-1")
    ]
    assert _from_plan(tmp_path, "territoires/la-ville") == [
        ("actions.territoires", "plans/plan#action-1-1-1")
    ]


def test_a_mention_by_the_record_itself_has_no_element(tmp_path: Path) -> None:
    assert _from_plan(tmp_path, "demarches/quartier") == [("demarche", "plans/plan")]


def test_an_objective_may_send_to_another_record_but_an_anchor_is_no_citation(tmp_path: Path) -> None:
    assert _from_plan(tmp_path, "comites/table-de-quartier") == [
        ("objectifs_specifiques.voir_aussi", "plans/plan#os-1-1")
    ]


def test_every_mention_is_kept_even_twice_in_one_record(tmp_path: Path) -> None:
    assert len(_from_plan(tmp_path, "documents/rapport")) == 2


def test_the_form_that_cites_comes_with_its_words(tmp_path: Path) -> None:
    found = backlinks(_told(tmp_path))["organismes/maison-de-quartier"]
    assert [getattr(mention.forme, "texte", None) for mention in found if mention.fiche.id == "plan"] == [
        "La Maison"
    ]
