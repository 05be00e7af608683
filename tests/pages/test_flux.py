"""A feed tells what changed to whoever follows a record: whole, dated, under names that last, and nothing erased."""

from __future__ import annotations

import html
import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import feedparser  # type: ignore[import-untyped]
import pytest

from clairevoie.derive.journal.followers import SITE, SUIVIES
from clairevoie.pages import Reglages, Site
from clairevoie.pages.abonnements import flux
from clairevoie.pages.abonnements.flux import feeds
from tests.aides.depots import PLAN, Depot, clone, site_of
from tests.aides.sites import GABARITS, full_site
from tests.aides.stories import ON

AUTOMNE = PLAN.replace("Printemps", "Automne")
MEETING = """\
titre: Assemblée
date: "7 avril 2026"
demarche: quartier
comite: table-de-quartier
publication: publie
sources: [{document: rapport, repere: "Page 1"}]
"""


def _texts(site: Site) -> dict[str, str]:
    made = (zip(places, make(), strict=True) for places, make in feeds(site, GABARITS))
    return {place: text for pairs in made for place, text in pairs}


def _read(site: Site, adresse: str) -> Any:
    """What a feed reader makes of a feed."""
    found = feedparser.parse(_texts(site)[f"flux/{adresse}.atom"])
    assert not found.bozo, found.get("bozo_exception")
    return found


def _titles(site: Site, adresse: str) -> list[str]:
    return [entry.title.replace("\u00a0", " ") for entry in _read(site, adresse).entries]


def _words(text: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", text)).split())


def _changed(folder: Path) -> Depot:
    depot = Depot(folder, {"plans/plan.yml": PLAN})
    depot.commit("2026-02-01", {"plans/plan.yml": AUTOMNE})
    return depot


def test_the_feed_of_a_plan_names_the_action_that_changed_and_leads_to_it(tmp_path: Path) -> None:
    change, added = _read(_changed(tmp_path).site(), "plans/plan").entries
    assert change.title == "Plan 2026\u00a0: Action 1.1"
    assert change.link == "https://exemple.test/plans/plan/#action-1-1"
    assert "Échéancier : printemps 2026, devenu : automne 2026" in _words(change.content[0].value)
    assert change.updated == "2026-02-01T00:00:00-05:00"
    assert added.title == "Nouvelle fiche\u00a0: Plan 2026"
    assert "Ce que la table prévoit." in _words(added.content[0].value)


def test_a_change_is_heard_of_wherever_its_record_belongs(tmp_path: Path) -> None:
    depot = _changed(tmp_path)
    depot.commit("2026-03-01", {"evenements/a.yml": MEETING})
    site = depot.site()
    meeting, plan = "Nouvelle fiche : Assemblée", "Plan 2026 : Action 1.1"
    for adresse in (SITE, "demarches/quartier", "territoires/la-ville"):
        assert _titles(site, adresse)[:2] == [meeting, plan]
    assert _titles(site, "comites/table-de-quartier") == [meeting, "Nouvelle fiche : Table de quartier"]
    assert meeting not in _titles(site, "plans/plan")


def test_an_entry_keeps_its_name_whatever_comes_after(tmp_path: Path) -> None:
    depot = _changed(tmp_path)
    before = [entry.id for entry in _read(depot.site(), "plans/plan").entries]
    assert before == ["tag:exemple.test,2026-02-01:plans/plan", "tag:exemple.test,2026-01-01:plans/plan"]
    depot.commit("2026-02-01", {"plans/plan.yml": AUTOMNE.replace("2026", "2027")})
    moved = AUTOMNE.replace("2026", "2027") + "anciennes_adresses: [plans/plan]\n"
    depot.commit("2026-02-02", {"plans/plan.yml": None, "plans/nouveau.yml": moved})
    texts = _texts(depot.site())
    assert texts["flux/plans/plan.atom"] == texts["flux/plans/nouveau.atom"], "l'ancien fil reste"
    after = [entry.id for entry in _read(depot.site(), "plans/nouveau").entries]
    assert after[-2:] == before
    assert after[:2] == ["tag:exemple.test,2026-02-02:plans/plan", "tag:exemple.test,2026-02-01:plans/plan/2"]


def test_only_the_latest_changes_are_told_and_the_feed_says_how_many(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    depot = Depot(tmp_path, {"plans/plan.yml": PLAN})
    for day in range(1, 29):
        depot.commit(f"2026-02-{day:02}", {"plans/plan.yml": PLAN.replace('2026"', f'2026 ({day})"')})
        depot.commit(f"2026-03-{day:02}", {"plans/plan.yml": PLAN.replace('2026"', f'2026 ({day}, bis)"')})
    found = _read(depot.site(), "plans/plan")
    assert len(found.entries) == 50
    assert "Les 50 derniers changements" in found.feed.subtitle


def test_what_was_erased_and_who_left_do_not_come_back(tmp_path: Path) -> None:
    depot = Depot(tmp_path, {"plans/plan.yml": PLAN.replace("Ouvrir", "Confier à Untel d'ouvrir")})
    depot.commit(
        "2026-02-01", {"plans/plan.yml": PLAN, "enjeux/peur.yml": "nom: Peur\npublication: publie\n"}
    )
    depot.commit("2026-03-01", {"enjeux/peur.yml": None})
    told = "".join(_texts(depot.site()).values())
    assert "Untel" not in told
    assert "Peur" not in told
    gone = _read(depot.site(), SITE).entries[0]
    assert gone.title.replace("\u00a0", " ") == "Enjeux et priorités : 1 fiche retirée du site"
    assert gone.id == "tag:exemple.test,2026-03-01:retraits/enjeux"


def test_a_withdrawn_record_is_not_named_by_its_feed(tmp_path: Path) -> None:
    depot = _changed(tmp_path)
    gone = PLAN.replace(
        "publication: publie", "publication: retire\nretrait: {date: 2026-03-01, motif: Doublon}"
    )
    depot.commit("2026-03-01", {"plans/plan.yml": gone})
    found = _read(depot.site(), "plans/plan")
    assert found.feed.title == "Page retirée – Claire-voie"
    assert found.feed.updated == "2026-03-01T00:00:00-05:00"
    assert not found.entries


def test_a_history_that_is_not_whole_or_not_there_is_told(tmp_path: Path) -> None:
    depot = _changed(tmp_path / "tout")
    cut = _read(site_of(clone(depot, tmp_path / "peu", depth=1)), "plans/plan")
    assert "Ce qui suit commence le 1er février 2026." in cut.feed.subtitle
    (tmp_path / "tout" / ".git").rename(tmp_path / "ailleurs")
    none = _read(site_of(depot.data), "plans/plan")
    assert "L’historique n’est pas disponible ici. Ce site a été fait sans lui." in none.feed.subtitle
    assert none.entries == []
    assert none.feed.updated == f"{ON.isoformat()}T00:00:00-05:00"


def test_both_formats_say_the_same(tmp_path: Path) -> None:
    texts = _texts(_changed(tmp_path).site())
    atom = feedparser.parse(texts["flux/plans/plan.atom"])
    said = json.loads(texts["flux/plans/plan.json"])
    assert said["version"] == "https://jsonfeed.org/version/1.1"
    assert said["language"] == "fr-CA"
    assert said["feed_url"] == "https://exemple.test/flux/plans/plan.json"
    assert (said["title"], said["home_page_url"]) == (atom.feed.title, atom.feed.link)
    assert [(one["id"], one["url"], one["title"], one["date_published"]) for one in said["items"]] == [
        (one.id, one.link, one.title, one.published) for one in atom.entries
    ]


def test_every_feed_of_the_full_site_is_sound_and_leads_only_to_whole_addresses() -> None:
    texts = _texts(full_site())
    assert {place.split("/")[1] for place in texts if place.count("/") > 1} == set(SUIVIES)
    for place, text in texts.items():
        if place.endswith(".atom"):
            found = feedparser.parse(text)
            assert not found.bozo, place
            assert found.feed.language == "fr-CA" or 'xml:lang="fr-CA"' in text
        else:
            assert json.loads(text)["feed_url"].removeprefix("https://exemple.test/") in texts
        assert not re.search(r'href=(?:"|&quot;|\\")(?!https://|mailto:)', text), place


def test_every_collection_that_is_followed_says_what_it_tells() -> None:
    assert set(flux._SUBJECTS) == {SITE, *SUIVIES}


def test_a_site_without_address_has_nothing_to_follow(tmp_path: Path) -> None:
    site = _changed(tmp_path).site()
    alone = Site.of(site.jeu, Reglages("", "Claire-voie"), date(2026, 3, 1))
    assert list(feeds(alone, GABARITS)) == []


def test_the_same_history_gives_the_same_bytes(tmp_path: Path) -> None:
    depot = _changed(tmp_path)
    assert _texts(depot.site()) == _texts(depot.site())
