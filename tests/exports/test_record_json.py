"""The JSON of a record: one shape, what its dates mean, where its elements stand, and its licence."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest

from clairevoie.exports.provenance import Provenance
from clairevoie.exports.record_json import ANCRE, LU, number, record_line
from clairevoie.model import COLLECTIONS
from clairevoie.model.comites import Comite
from clairevoie.model.describe import describe
from clairevoie.model.parcours import forms_inside
from clairevoie.model.plans import Plan
from tests.aides.exports_lus import exported
from tests.aides.sites import full_site

PROVENANCE = Provenance("https://exemple.test/", "Essai")


def _facts(fiche: Any) -> dict[str, Any]:
    line = record_line(fiche, PROVENANCE)
    assert line.count("\n") == 1
    facts: dict[str, Any] = json.loads(line)["fiche"]
    return facts


def test_a_record_says_where_it_stands_and_its_licence() -> None:
    said = json.loads(record_line(Comite(id="table", nom="Table", publication="publie"), PROVENANCE))
    assert said["adresse"] == "comites/table"
    assert said["page"] == "https://exemple.test/comites/table/"
    assert said["licence"] == "https://creativecommons.org/licenses/by/4.0/deed.fr"


def test_a_list_stays_a_list_and_a_form_stays_a_form_however_short_they_were_typed() -> None:
    facts = _facts(
        Comite(
            id="t", nom="T", publication="publie", frequence="4 rencontres par année", mandats=["Décider."]
        )
    )
    assert [one["texte"] for one in facts["frequence"]] == ["4 rencontres par année"]
    assert [one["texte"] for one in facts["mandats"]] == ["Décider."]


def test_dates_and_deadlines_say_what_their_words_mean() -> None:
    actions = [{"numero": "1.2.1", "texte": "Semer.", "echeances": ["15 août 2026 et automne 2027"]}]
    facts = _facts(
        Plan(
            id="p",
            nom="P",
            publication="publie",
            etat_au="12 mars 2020",
            periode="2009-2010",
            actions=actions,
        )
    )
    assert (facts["etat_au"], facts["etat_au_lu"]) == ("12 mars 2020", "2020-03-12")
    assert facts["periode"] == {"texte": "2009-2010", "lu": ["2009/2010"]}
    assert facts["actions"][0]["echeances"][0]["lu"] == ["2026-08-15", "2027-23"]


def test_an_element_with_an_address_says_its_anchor() -> None:
    facts = _facts(
        Plan(id="p", nom="P", publication="publie", actions=[{"numero": "1.2.1", "texte": "Semer."}])
    )
    assert facts["actions"][0]["ancre"] == "action-1-2-1"


def test_what_is_worked_out_has_the_name_of_no_field() -> None:
    for kind in COLLECTIONS.values():
        for forme in forms_inside(kind.modele):
            names = describe(forme).keys()
            assert not {ANCRE, LU} & names
            assert not any(f"{nom}_{LU}" in names for nom in names)


@pytest.mark.parametrize(
    ("typed", "said"), [("9600.50", 9600.5), ("111600", 111600), ("0.1", 0.1), ("1e30", "1" + "0" * 30)]
)
def test_a_number_keeps_all_its_digits(typed: str, said: object) -> None:
    assert number(Decimal(typed)) == said


def test_the_file_of_everything_is_the_files_of_the_records_one_a_line() -> None:
    folder = exported() / "donnees"
    lines = (folder / "tout.jsonl").read_bytes().splitlines(keepends=True)
    fiches = list(full_site().jeu)
    assert lines == [(folder / f"{fiche.adresse}.json").read_bytes() for fiche in fiches]
    cut = [(folder / f"{name}.jsonl").read_bytes() for name in COLLECTIONS]
    assert b"".join(cut) == b"".join(lines)
