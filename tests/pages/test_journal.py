"""The journal is told in words, on the page of each record and for the site, and never longer than it helps."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from clairevoie.pages.journal import liste as journal_list
from tests.aides.depots import PLAN, Depot, clone, site_of
from tests.aides.journal_lu import journal, section
from tests.aides.pages_vues import anchors, links, words

PLAN_CHANGE = PLAN.replace("Printemps", "Automne") + (
    'notes: [{nature: mise_a_jour, champ: action-1-1, texte: "Le local est en travaux."}]\n'
)


def test_a_change_is_told_with_who_carries_the_action_now_and_the_note(tmp_path: Path) -> None:
    depot = Depot(tmp_path, {"plans/plan.yml": PLAN})
    depot.commit("2026-02-01", {"plans/plan.yml": PLAN_CHANGE})
    site = depot.site()
    told = (
        "Action 1.1 Ouvrir une cuisine. Échéancier: printemps 2026 →, devenu: automne 2026"
        " Qui s’en occupe aujourd’hui: Maison de quartier Note: Le local est en travaux."
    )
    assert told in words(journal(site))
    assert told in words(section(site, "plans/plan"))
    assert {"../plans/plan/#action-1-1", "../organismes/maison-de-quartier/"} <= set(links(journal(site)))


def test_months_go_back_in_time_and_only_the_last_one_is_open(tmp_path: Path) -> None:
    depot = Depot(tmp_path, {"plans/plan.yml": PLAN})
    depot.commit("2026-03-05", {"plans/plan.yml": PLAN_CHANGE})
    depot.commit("2026-03-02", {"enjeux/faim.yml": "nom: Faim\npublication: publie\n"})
    html = journal(depot.site())
    assert [one for one in anchors(html) if "-20" in one] == [
        "mois-2026-03",
        "jour-2026-03-05",
        "jour-2026-03-02",
        "mois-2026-01",
        "jour-2026-01-01",
    ]
    assert re.findall(r"<details( open)?>\s*<summary>Voir", html) == [" open", ""]
    assert "Mars 2026 1 fiche changée, 1 ajoutée" in words(html)
    assert "Enjeux et priorités: Faim" in words(html)


def test_a_record_to_which_nothing_happened_has_no_section(tmp_path: Path) -> None:
    assert section(Depot(tmp_path, {"plans/plan.yml": PLAN}).site(), "plans/plan") == ""


def test_many_facts_at_once_are_cut_on_the_journal_and_whole_on_the_page(tmp_path: Path) -> None:
    more = "".join(f'  - {{numero: "2.{n}", texte: "Action {n}."}}\n' for n in range(1, 31))
    depot = Depot(tmp_path, {"plans/plan.yml": PLAN})
    depot.commit("2026-02-01", {"plans/plan.yml": PLAN.replace("sources", f"{more}sources")})
    site = depot.site()
    assert words(journal(site)).count("(ajout)") == 7
    assert "Voir 23 autres changements de la fiche Plan 2026" in words(journal(site))
    assert "../plans/plan/#journal" in links(journal(site))
    assert words(section(site, "plans/plan")).count("(ajout)") == 30


def test_many_records_added_at_once_are_counted_and_not_listed(tmp_path: Path) -> None:
    many = {f"enjeux/enjeu-{n}.yml": f"nom: Enjeu {n}\npublication: publie\n" for n in range(60)}
    depot = Depot(tmp_path)
    depot.commit("2026-02-01", dict(many))
    february = journal(depot.site()).partition("mois-2026-01")[0]
    assert "Enjeux et priorités: 60" in words(february)
    assert "Enjeu 7" not in words(february)


def test_far_months_keep_their_numbers_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journal_list, "_STEPS", 10)
    names = [f"enjeux/enjeu-{n}.yml" for n in range(11)]
    depot = Depot(tmp_path, dict.fromkeys(names, "nom: Enjeu\npublication: publie\n"))
    for day in ("2026-02-01", "2026-03-01"):
        depot.commit(day, dict.fromkeys(names, f"nom: Enjeu\npublication: publie\nsigle: M{day[5:7]}\n"))
    html = journal(depot.site())
    assert "Février 2026 11 fiches changées Ces changements sont trop loin" in words(html)
    assert "jour-2026-03-01" in anchors(html)
    assert "jour-2026-02-01" not in anchors(html)


def test_a_journal_that_is_not_whole_says_so(tmp_path: Path) -> None:
    depot = Depot(tmp_path / "tout", {"plans/plan.yml": PLAN})
    depot.commit("2026-02-01", {"plans/plan.yml": PLAN_CHANGE.replace("Automne", "Été")})
    depot.commit("2026-03-01", {"plans/plan.yml": "nom: ["})
    depot.commit("2026-04-01", {"plans/plan.yml": PLAN_CHANGE})
    site = site_of(clone(depot, tmp_path / "peu", depth=3))
    said = "L’historique complet n’est pas disponible ici. Ce qui suit commence le 1er février 2026."
    skipped = "Une ancienne version n’a pas pu être lue. Nous l’avons sautée."
    for html in (journal(site), section(site, "plans/plan")):
        assert said in words(html)
        assert skipped in words(html)
        assert "été 2026 →, devenu: automne 2026" in words(html)


def test_without_a_history_the_page_says_so_and_nothing_else(tmp_path: Path) -> None:
    depot = Depot(tmp_path / "tout")
    (tmp_path / "tout" / ".git").rename(tmp_path / "ailleurs")
    html = journal(site_of(depot.data))
    assert words(html) == "L’historique n’est pas disponible ici. Ce site a été fait sans lui."


def test_the_same_history_gives_the_same_bytes(tmp_path: Path) -> None:
    depot = Depot(tmp_path, {"plans/plan.yml": PLAN})
    depot.commit("2026-02-01", {"plans/plan.yml": PLAN_CHANGE})
    assert journal(depot.site()) == journal(depot.site())


def test_a_long_text_is_quoted_in_its_words_without_the_marks_of_markdown(tmp_path: Path) -> None:
    depot = Depot(tmp_path, {"plans/plan.yml": PLAN})
    typed = (
        'description: "Un **grand** [plan](https://exemple.org) : 5*3*2."\nmission: "3. **Agir**."\nsources'
    )
    depot.commit("2026-02-01", {"plans/plan.yml": PLAN.replace("sources", typed)})
    seen = words(section(depot.site(), "plans/plan"))
    assert "Mission: «3. **Agir**.» (ajout)" in seen
    assert "Description: «Un grand plan: 5*3*2.» (ajout)" in seen
