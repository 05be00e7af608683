"""What a history tells: the story of what is published today, from the day it was published, as far as it is known."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.aides.depots import PLAN, Depot, clone, site_of
from tests.aides.etapes import steps


def test_a_record_that_took_another_address_keeps_its_story(tmp_path: Path) -> None:
    depot = Depot(tmp_path, {"plans/plan.yml": PLAN})
    depot.commit("2026-02-01", {"plans/plan.yml": PLAN.replace("Printemps", "Automne")})
    moved = PLAN.replace("Printemps", "Automne") + "anciennes_adresses: [plans/plan]\n"
    depot.commit("2026-03-01", {"plans/plan.yml": None, "plans/plan-2026.yml": moved})
    site = depot.site()
    first, last = steps(site, "plans/plan-2026")
    assert (first.jour, first.deplacee, len(first.faits)) == (date(2026, 2, 1), False, 1)
    assert (last.jour, last.deplacee, last.faits) == (date(2026, 3, 1), True, ())
    assert site.journal.par_fiche["plans/plan-2026"].etapes[-1].genre == "ajoutee"
    assert site.journal.departs == ()


def test_a_story_begins_when_the_record_was_published_for_the_last_time(tmp_path: Path) -> None:
    depot = Depot(tmp_path, {"plans/plan.yml": PLAN.replace("publie", "brouillon")})
    depot.commit(
        "2026-02-01", {"plans/plan.yml": PLAN.replace("publie", "brouillon").replace("Printemps", "Hiver")}
    )
    depot.commit("2026-03-01", {"plans/plan.yml": PLAN})
    (etape,) = depot.site().journal.par_fiche["plans/plan"].etapes
    assert (etape.genre, etape.jour) == ("ajoutee", date(2026, 3, 1))
    gone = 'retrait: {date: "2026-04-01", motif: "Erreur"}\n'
    depot.commit("2026-04-01", {"plans/plan.yml": PLAN.replace("publie", "retire") + gone})
    depot.commit("2026-05-01", {"plans/plan.yml": PLAN.replace("Printemps", "Automne")})
    site = depot.site()
    (etape,) = site.journal.par_fiche["plans/plan"].etapes
    assert (etape.genre, etape.jour, etape.faits) == ("remise", date(2026, 5, 1), ())
    assert [(one.jour, one.collection) for one in site.journal.departs] == [(date(2026, 4, 1), "plans")]


def test_a_draft_that_goes_away_was_never_there(tmp_path: Path) -> None:
    depot = Depot(tmp_path, {"plans/plan.yml": PLAN.replace("publie", "brouillon")})
    depot.commit("2026-02-01", {"plans/plan.yml": None})
    assert depot.site().journal.departs == ()


@pytest.mark.parametrize(
    "broken",
    [
        "nom: [",
        "nom: 'Plan\x00'",
        PLAN.replace("actions:", "acctions:"),
        "<<<<<<< ici\n" + PLAN,
        b"\xff\xfe\x00",
    ],
    ids=["YAML", "octet nul", "champ inconnu", "conflit", "octets"],
)
def test_a_version_that_cannot_be_read_is_skipped_and_counted(tmp_path: Path, broken: str | bytes) -> None:
    depot = Depot(tmp_path, {"plans/plan.yml": PLAN})
    depot.commit("2026-02-01", {"plans/plan.yml": broken})
    depot.commit("2026-03-01", {"plans/plan.yml": PLAN.replace("Printemps", "Automne")})
    site = depot.site()
    assert site.journal.illisibles == site.journal.par_fiche["plans/plan"].illisibles == 1
    (etape,) = steps(site, "plans/plan")
    assert (etape.jour, etape.faits[0].titres) == (date(2026, 3, 1), ("Échéancier",))


def test_a_shallow_clone_tells_what_it_knows_and_where_that_begins(tmp_path: Path) -> None:
    depot = Depot(tmp_path / "tout", {"plans/plan.yml": PLAN})
    depot.commit("2026-02-01", {"plans/plan.yml": PLAN.replace("Printemps", "Été")})
    depot.commit("2026-03-01", {"plans/plan.yml": PLAN.replace("Printemps", "Automne")})
    told = site_of(clone(depot, tmp_path / "peu", depth=2)).journal
    assert (told.connu, told.coupe) == (True, date(2026, 2, 1))
    assert [(one.jour, one.genre) for one in told.etapes] == [(date(2026, 3, 1), "changee")]
    assert told.par_fiche["plans/plan"].coupe == date(2026, 2, 1)
