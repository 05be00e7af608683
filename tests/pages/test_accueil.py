"""The home page answers a person: the next meeting, their place, what there is, and no heading over nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from clairevoie.derive.journal.chapters import Etape, Journal
from clairevoie.derive.journal.comparison import Fait
from clairevoie.model import Jeu
from clairevoie.pages import Site, lists
from clairevoie.pages.listes import accueil
from tests.aides.pages_vues import links, told, words
from tests.aides.sites import GABARITS, REGLAGES, full_lists, full_site
from tests.aides.stories import ON

SOURCE = "publication: publie\nsources: [{document: rapport, repere: Page 1}]\n"
JOUR = date(2026, 11, 29)


def _meeting(titre: str, quand: str, more: str = "") -> str:
    return f'titre: "{titre}"\ndate: "{quand}"\nen_bref: "On se voit."\ndemarche: quartier\n{SOURCE}{more}\n'


def _home(site: Site) -> Mapping[str, str]:
    made = lists(site, GABARITS)
    return {name.removeprefix("accueil-"): html for name, html in made.items() if name.startswith("accueil-")}


def test_the_home_page_leads_to_the_search_the_demarches_and_the_places() -> None:
    home = {
        name: full_lists()[f"accueil-{name}"] for name in ("bandeau", "demarches", "territoires", "portes")
    }
    assert "<h1" in home["bandeau"]
    assert 'href="index-a-z/"' in home["bandeau"]
    assert "territoires/vieux-phare/" in links(home["territoires"])
    demarches = {f"{demarche.adresse}/" for demarche in full_site().jeu.demarches.values()}
    assert len(demarches) == 7
    assert set(links(home["demarches"])) == demarches
    assert links(home["portes"]) == [
        "#pres-de-chez-vous",
        "projets/",
        "ce-que-ca-a-change/",
        "argent/",
        "calendrier/",
        "comites/",
        "ce-qui-est-venu-des-plans/",
    ]


def test_the_next_meeting_comes_with_its_day_of_the_week_its_hour_and_its_place(tmp_path: Path) -> None:
    files = {
        "evenements/passe.yml": _meeting("Forum d'hier", "28 novembre 2026"),
        "evenements/plus-tard.yml": _meeting("Bilan", "15 janvier 2027"),
        "evenements/bientot.yml": _meeting("Assemblée", "1er décembre 2026, 19 h", 'lieu: "Salle du parc"'),
    }
    seen = words(_home(told(tmp_path, files, JOUR))["rencontres"])
    assert seen.startswith("Prochaine rencontre Mardi 1er décembre 2026 Assemblée ")
    assert "Salle du parc" in seen
    assert "Forum" not in seen
    assert "Bilan" not in seen
    assert seen.endswith("Voir les 2 rencontres à venir")


def test_the_next_meeting_open_to_all_is_told_beside_the_next_one(tmp_path: Path) -> None:
    files = {
        "evenements/ferme.yml": _meeting("Comité", "1er décembre 2026"),
        "evenements/ouvert.yml": _meeting("Fête", "5 décembre 2026", "ouvert_au_public: true"),
        "evenements/ouvert-aussi.yml": _meeting("Bal", "6 décembre 2026", "ouvert_au_public: true"),
    }
    seen = words(_home(told(tmp_path, files, JOUR))["rencontres"])
    assert seen.startswith("Prochaines rencontres Mardi 1er décembre 2026 Comité")
    assert "Samedi 5 décembre 2026 Fête Ouvert à tous" in seen
    assert "Bal" not in seen


def test_a_meeting_of_a_known_day_comes_before_a_season(tmp_path: Path) -> None:
    files = {
        "evenements/automne.yml": _meeting("Forum", "Automne 2026"),
        "evenements/jour.yml": _meeting("Assemblée", "10 décembre 2026"),
    }
    seen = words(_home(told(tmp_path, files, JOUR))["rencontres"])
    assert seen.startswith("Prochaine rencontre Jeudi 10 décembre 2026 Assemblée")


def test_that_no_meeting_is_to_come_is_said_once_and_without_a_heading(tmp_path: Path) -> None:
    files = {"evenements/passe.yml": _meeting("Forum", "28 novembre 2026")}
    home = _home(told(tmp_path, files, JOUR))
    assert words(home["rencontres"]) == "Aucune rencontre à venir n’est inscrite. Voir le calendrier"
    assert "<h2" not in home["rencontres"]
    assert sum("Aucune rencontre" in words(html) for html in home.values()) == 1


def test_what_a_site_does_not_have_leaves_no_heading_and_no_door(tmp_path: Path) -> None:
    empty = _home(Site.of(Jeu.of([]), REGLAGES, ON))
    assert words(empty.pop("demarches")) == "Aucune démarche n’est encore inscrite."
    assert words(empty.pop("bandeau")).startswith("Claire-voie")
    assert {name: words(html) for name, html in empty.items()} == dict.fromkeys(empty, "")
    start = _home(told(tmp_path, {}))
    assert words(start["rencontres"]) == words(start["nouveautes"]) == ""
    assert "argent/" not in links(start["portes"])


def test_places_stand_inside_one_another_and_are_folded_when_they_would_fill_the_screen(
    tmp_path: Path,
) -> None:
    html = full_lists()["accueil-territoires"]
    assert words(html).startswith("Près de chez vous Côte-des-Brumes 13 lieux plus petits")
    names = (
        "mrc-des-anses",
        "anse-aux-brumes",
        "arrondissement-du-port",
        "filatures",
        "parc-du-ruisseau",
        "pointe-aux-genets",
        "vieux-phare",
        "canton-de-rivebelle",
        "cap-rond",
        "havre-bleu",
        "portage-aux-loutres",
        "rive-claire",
        "sainte-ondine",
    )
    assert [f"territoires/{name}/" for name in names] == links(html)[1:]
    assert '<details class="lieux__pli">' in html
    few = {
        "territoires/quartier.yml": 'nom: "Quartier"\ntype: quartier\nparent: la-ville\npublication: publie\n',
        "projets/jardin.yml": f'nom: "Jardin"\ndemarche: quartier\nterritoires: [quartier]\n{SOURCE}',
    }
    assert '<details class="lieux__pli" open>' in _home(told(tmp_path, few))["territoires"]


def test_too_many_places_are_only_counted_under_the_widest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(accueil, "_NAMED", 3)
    html = _home(full_site())["territoires"]
    assert words(html) == "Près de chez vous Côte-des-Brumes 13 lieux plus petits, dans Côte-des-Brumes"
    assert links(html) == ["territoires/cote-des-brumes/"]


def test_the_figures_count_the_projects_the_actions_and_those_that_are_followed() -> None:
    site = full_site()
    seen = accueil.figures(site)
    assert seen["projets"] == len(site.jeu.projets)
    assert 0 < int(str(seen["suivies"])) < int(str(seen["actions"]))
    html = full_lists()["accueil-chiffres"]
    assert links(html) == ["projets/", "plans/", "ce-qui-est-venu-des-plans/"]
    assert f"{seen['suivies']} actions suivies" in words(html)


def test_that_no_action_is_followed_is_said(tmp_path: Path) -> None:
    action = 'actions: [{numero: "1", texte: "Faire."}]'
    plan = f'nom: "Plan"\nen_bref: "Le plan."\ndemarche: quartier\n{action}\n{SOURCE}'
    seen = words(_home(told(tmp_path, {"plans/plan.yml": plan}))["chiffres"])
    assert "1 action Aucune action suivie" in seen


def test_what_is_new_is_dated_and_is_what_people_decide_do_or_meet_for(tmp_path: Path) -> None:
    assert "20 novembre 2026" in words(full_lists()["accueil-nouveautes"])
    plan = f'en_bref: "Le plan."\ndemarche: quartier\n{SOURCE}'
    site = told(
        tmp_path,
        {
            "plans/vrai.yml": f'nom: "Plan du parc"\n{plan}',
            "plans/cite.yml": f'nom: "Plan cité"\nstatut: mentionne_seulement\n{plan}',
            "organismes/club.yml": f'nom: "Club"\nen_bref: "Un club."\n{SOURCE}',
        },
    )
    new = replace(site, ajouts={fiche.adresse: date(2026, 3, 2) for fiche in site.jeu})
    seen = words(_home(new)["nouveautes"])
    assert "Plan du parc 2 mars 2026" in seen
    assert "Plan cité" not in seen
    assert "Club" not in seen


def test_what_moves_in_the_life_of_a_record_is_new_and_what_only_its_words_change_is_not(
    tmp_path: Path,
) -> None:
    plan = f'en_bref: "Le plan."\ndemarche: quartier\n{SOURCE}'
    names = {
        "plans/parc.yml": f'nom: "Plan du parc"\n{plan}',
        "plans/port.yml": f'nom: "Plan du port"\n{plan}',
    }
    site = told(tmp_path, names)
    moved = Etape("plans/parc", date(2026, 3, 3), 0, "changee", (Fait("action-1", ("État",), "changement"),))
    written = Etape("plans/port", date(2026, 3, 4), 1, "changee", (Fait(None, ("Nom",), "changement"),))
    site = Site.of(site.jeu, REGLAGES, ON, journal=Journal((written, moved), connu=True))
    seen = words(_home(site)["nouveautes"])
    assert seen == "Quoi de neuf Plan du parc 3 mars 2026 Du nouveau: état"
