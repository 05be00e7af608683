"""The form of a record: what was typed, and the sentence that comes back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clairevoie.model import COLLECTIONS
from clairevoie.read import read_text
from clairevoie.validate.shape import shape
from tests.aides.shape_stories import COMITE, DEMARCHE, EVENEMENT, PLAN, STORIES, line_of, typed
from tests.aides.stories import DEPART, sentences, verdict


@pytest.mark.parametrize(("code", "name", "added", "place", "fault", "remedy"), STORIES)
def test_what_is_typed_wrong_is_said_where_it_was_typed(
    tmp_path: Path,
    code: str,
    name: str,
    added: str,
    place: tuple[int, int] | None,
    fault: str,
    remedy: str,
) -> None:
    (told,) = sentences(tmp_path, typed(name, added + "\n"), code)
    head, said, mend = told.split("\n")
    assert said == f"  {fault}"
    start, dots, _ = remedy.partition("…")  # a long list of fields, that a new one changes
    assert mend.startswith(f"  Pour corriger : {start}") if dots else mend == f"  Pour corriger : {remedy}"
    if place:
        assert head == f"ERREUR data/{name}:{line_of(name, place[0])}:{place[1]} [{code}]"


@pytest.mark.parametrize(
    ("name", "added"),
    [
        (COMITE, "frequence: Annuellement"),
        (COMITE, "frequence: {texte: Annuellement, objet: bilan}"),
        (COMITE, "frequence: [Annuellement, {texte: Au besoin}]"),
        (COMITE, "debut: 2009"),
        (COMITE, "debut: 2009-03-31"),
        (COMITE, "collectif: false"),
        (COMITE, "mandats: [Faire le bilan, {numero: '1', texte: Décider}]"),
        (PLAN, "periode: 2026"),
        (PLAN, "financements: [{montant: 80000.5, libelle: Ville}]"),
        (PLAN, "actions: [{id: a, texte: Agir, indicateurs: [{libelle: Familles, cible: 20}]}]"),
        (EVENEMENT, "nombre: 3"),
    ],
)
def test_what_is_typed_right_raises_nothing(tmp_path: Path, name: str, added: str) -> None:
    found = verdict(tmp_path, typed(name, added + "\n"))
    assert [str(p) for p in found.problems if p.code[:3] in ("TYP", "ID-")] == []


def test_the_smallest_dataset_is_published(tmp_path: Path) -> None:
    found = verdict(tmp_path, DEPART)
    assert found.jeu is not None
    assert found.jeu.fiche("comites/table-de-quartier") is not None
    assert [str(problem) for problem in found.problems if problem.niveau != "INFORMATION"] == []


def test_a_required_field_of_a_record_is_asked_for_with_an_example(tmp_path: Path) -> None:
    (told,) = sentences(tmp_path, {**DEPART, "enjeux/entraide.yml": "nom: Entraide\n"}, "TYP-14")
    assert told == (
        "ERREUR data/enjeux/entraide.yml:1:1 [TYP-14]\n"
        "  Il manque le champ obligatoire « publication ».\n"
        "  Pour corriger : ajoutez par exemple publication: publie."
    )


def test_every_fault_of_every_record_is_told_at_once_in_the_order_of_the_files(tmp_path: Path) -> None:
    files = {
        **typed(COMITE, "misson: Décider\nstatut: actiff\n"),
        "territoires/la-ville.yml": "nom: La Ville\npublication: oui\n",
    }
    found = [problem for problem in verdict(tmp_path, files).problems if problem.is_error]
    assert [(p.file, p.code) for p in found] == [
        ("data/comites/table-de-quartier.yml", "TYP-13"),
        ("data/comites/table-de-quartier.yml", "TYP-12"),
        ("data/territoires/la-ville.yml", "TYP-12"),
    ]


def test_a_record_that_is_badly_formed_is_not_missing_and_makes_no_orphan(tmp_path: Path) -> None:
    found = verdict(tmp_path, typed(DEMARCHE, "misson: Décider\n"))
    assert found.jeu is None
    assert [problem.code for problem in found.problems if problem.is_error] == ["TYP-13"]
    assert "REF-06" not in {problem.code for problem in found.problems}


def test_a_file_that_cannot_be_read_is_not_missing_and_makes_no_orphan(tmp_path: Path) -> None:
    found = verdict(tmp_path, {**DEPART, "demarches/quartier.yml": "nom: [Quartier\n"})
    assert {problem.code for problem in found.problems if problem.is_error} == {"YAML-08"}
    assert "REF-06" not in {problem.code for problem in found.problems}


def test_one_fault_is_told_once(tmp_path: Path) -> None:
    problems = verdict(tmp_path, typed(COMITE, "mission:\nmembres:\n")).problems
    assert len(problems) == len(set(problems))
    assert [problem.code for problem in problems if problem.is_error] == ["TYP-15", "TYP-15"]


def test_a_name_typed_alone_as_a_member_is_not_repeated(tmp_path: Path) -> None:
    (told,) = sentences(tmp_path, typed(COMITE, 'membres: ["Quelqu\'un"]\n'), "TYP-11")
    assert "Quelqu" not in told
    (told,) = sentences(tmp_path, typed(COMITE, 'membres: {nom: "Quelqu\'un"}\n'), "TYP-10")
    assert "Quelqu" not in told


_NAMES = sorted(
    {name for genre in COLLECTIONS.values() for name in genre.modele.model_fields} | {"texte", "inconnu"}
)
_WORDS = st.sampled_from(["", " ", "mot", "2009-13", "2009-10", "30 février 2009", "80 000 $", "publie"])
_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-1, 2026) | st.floats(0, 9, allow_nan=False) | _WORDS,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(_NAMES), inner, max_size=3),
    max_leaves=6,
)


@given(
    collection=st.sampled_from(list(COLLECTIONS)),
    data=st.dictionaries(st.sampled_from(_NAMES), _VALUES, min_size=1, max_size=5),
)
def test_whatever_is_typed_comes_back_as_a_record_or_as_sentences(
    collection: str, data: dict[str, object]
) -> None:
    path = f"data/{collection}/essai.yml"
    record, _ = read_text(json.dumps(data).encode(), collection, "essai", path)
    assert record is not None
    fiche, problems = shape(record)
    assert fiche is not None or problems
    found = [record.locate(problem) for problem in problems]
    assert all(problem.file == path and problem.origin.line for problem in found)
