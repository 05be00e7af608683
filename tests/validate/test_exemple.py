"""A site that fills every field is told what is wrong with it, and nothing else: no rule speaks for nothing."""

from __future__ import annotations

from clairevoie.model import COLLECTIONS
from clairevoie.read import examine_folder
from clairevoie.validate import examine, validate
from tests.aides.sites import AUJOURD_HUI, FULL


def test_the_example_shows_the_faults_that_its_notes_tell_and_nothing_to_mend() -> None:
    problems = validate(examine_folder(FULL, tuple(COLLECTIONS), examine), AUJOURD_HUI).problems
    assert [one for one in problems if one.is_error or one.is_warning] == []
    old = [one for one in problems if one.code == "SRC-09"]
    told = {(one.code, one.file.removeprefix("data/")) for one in problems if one not in old}
    assert len(old) > 20
    assert told == {
        ("REF-16", "plans/plan-de-quartier-2026-2028.yml"),
        ("SOM-01", "demarches/cercle-des-anses.yml"),
        ("SOM-01", "projets/cuisine-collective.yml"),
        ("SOM-03", "projets/portrait-du-logement.yml"),
    }
