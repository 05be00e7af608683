"""Everything that can be filtered is filed where a person looks for it, and found without a script too."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from clairevoie.derive.suivi import actions
from clairevoie.model import COLLECTIONS
from clairevoie.pages import lists
from clairevoie.pages.explorer.facettes import FACETTES
from clairevoie.pages.explorer.liste import explorer
from clairevoie.pages.explorer.table import LigneExplorer, table
from tests.aides.pages_vues import anchors, links, told, words
from tests.aides.sites import GABARITS, full_lists, full_pages, full_site
from tests.aides.stories import DEPART

UN_PLAN = """\
nom: "Plan du quartier"
publication: publie
en_bref: "Ce que le quartier prévoit."
demarche: quartier
periode: "2026-2027"
sources: [{document: rapport}]
objectifs:
  - numero: "1"
    texte: "Se parler"
    enjeux: [entraide]
    actions:
      - {numero: "1.1", texte: "Ouvrir un local", statut: prevu, echeances: "Automne 2026",
         suivi: [{date: "2026-01-05", statut: en_cours, nouvelle_echeance: "Printemps 2027"}]}
      - {numero: "1.2", texte: "Tenir une fête"}
"""


_PROJET = """\
nom: "{nom}"
publication: publie
en_bref: "Un projet du quartier."
demarche: quartier
sources: [{{document: rapport}}]
"""


def _lines(site: Any) -> Mapping[str, LigneExplorer]:
    return {line.adresse: line for line in table(site).lignes}


def _filed(line: LigneExplorer) -> Mapping[str, tuple[str, ...]]:
    return dict(zip((facette.cle for facette in FACETTES), line.valeurs, strict=True))


def test_every_project_comite_organisme_and_action_is_there_once() -> None:
    jeu = full_site().jeu
    lines = table(full_site()).lignes
    records = {
        f.adresse for name in ("projets", "comites", "organismes") for f in jeu.collection(name).values()
    }
    assert len({line.adresse for line in lines}) == len(lines)
    assert {line.adresse for line in lines if not line.dans} == records
    assert sum(bool(line.dans) for line in lines) == sum(len(actions(fiche)) for fiche in jeu)


def test_only_these_collections_hold_actions() -> None:
    assert {fiche.collection for fiche in full_site().jeu if actions(fiche)} <= {
        "plans",
        "projets",
        "demarches",
    }
    assert all(
        "Action" not in json.dumps(kind.modele.model_json_schema())
        for name, kind in COLLECTIONS.items()
        if name not in ("plans", "projets", "demarches", "evenements")
    )


def test_every_line_leads_to_a_page_and_to_an_anchor_of_it() -> None:
    led = [adresse.partition("#") for adresse in _lines(full_site())]
    assert any(anchor for _, _, anchor in led)
    assert {page for page, _, _ in led} <= set(full_pages())
    assert [
        (page, anchor)
        for page, _, anchor in led
        if anchor and anchor not in anchors(full_pages()[page].corps)
    ] == []


def test_an_action_takes_from_what_holds_it_what_it_does_not_say(tmp_path: Path) -> None:
    lines = _lines(told(tmp_path, {"plans/un.yml": UN_PLAN}))
    followed, silent = _filed(lines["plans/un#action-1-1"]), _filed(lines["plans/un#action-1-2"])
    assert followed["demarche"] == silent["demarche"] == ("quartier",)
    assert followed["territoire"] == silent["territoire"] == ("la-ville",)
    assert followed["enjeu"] == silent["enjeu"] == ("entraide",)
    assert silent["annee"] == ("2026", "2027")


def test_the_last_follow_up_gives_the_state_and_the_year(tmp_path: Path) -> None:
    line = _lines(told(tmp_path, {"plans/un.yml": UN_PLAN}))["plans/un#action-1-1"]
    assert _filed(line)["etat"] == ("en_cours",)
    assert _filed(line)["annee"] == ("2027",)
    assert line.quand == "Printemps 2027"


def test_what_nobody_said_is_a_value_and_what_does_not_apply_is_none(tmp_path: Path) -> None:
    lines = _lines(told(tmp_path, {}))
    comite, organisme = (
        _filed(lines["comites/table-de-quartier"]),
        _filed(lines["organismes/maison-de-quartier"]),
    )
    assert comite["etat"] == comite["annee"] == comite["enjeu"] == ("non_precise",)
    assert organisme["etat"] == organisme["annee"] == organisme["enjeu"] == ()
    assert organisme["territoire"] == ("non_precise",)


def test_an_organisme_is_found_under_the_demarches_in_which_it_takes_part(tmp_path: Path) -> None:
    other = 'nom: "Voisine"\npublication: publie\nsources: [{document: rapport}]\n'
    lines = _lines(told(tmp_path, {"organismes/voisine.yml": other}))
    assert _filed(lines["organismes/maison-de-quartier"])["demarche"] == ("quartier",)
    assert _filed(lines["organismes/voisine"])["demarche"] == ("non_precise",)


@pytest.mark.parametrize(
    ("seat", "found"),
    [
        ("role: membre", "quartier"),
        ("ancien: true", "non_precise"),
        ('fin: "2025"', "non_precise"),
        ('debut: "2030"', "non_precise"),
    ],
)
def test_a_seat_of_other_days_files_an_organisme_nowhere(tmp_path: Path, seat: str, found: str) -> None:
    caisse = DEPART["organismes/maison-de-quartier.yml"].replace("Maison", "Caisse")
    comite = DEPART["comites/table-de-quartier.yml"] + f"membres: [{{organisme: caisse, {seat}}}]\n"
    site = told(tmp_path, {"organismes/caisse.yml": caisse, "comites/table-de-quartier.yml": comite})
    assert _filed(_lines(site)["organismes/caisse"])["demarche"] == (found,)


@pytest.mark.parametrize("publication", ["brouillon", "retire"])
def test_what_may_not_be_published_is_not_there(tmp_path: Path, publication: str) -> None:
    text = _PROJET.format(nom="Pervenche").replace("publie", publication, 1)
    withdrawn = (
        'retrait: {date: "2026-01-10", motif: "Demande du porteur"}\n' if publication == "retire" else ""
    )
    assert "projets/pervenche" not in _lines(told(tmp_path, {"projets/pervenche.yml": text + withdrawn}))


def test_a_title_of_300_characters_stays_whole(tmp_path: Path) -> None:
    name = "Un très long nom " * 18
    site = told(tmp_path, {"projets/long.yml": _PROJET.format(nom=name.strip())})
    assert _lines(site)["projets/long"].titre == name.strip()


def test_a_region_contains_its_towns_and_quarters_in_the_lists() -> None:
    chapters: Any = explorer(full_site())["chapitres"]
    places = next(groups for title, _, groups in chapters if title == "Par territoire")
    region = next(group for group in places if group.libelle == "Côte-des-Brumes")
    mrc = next(group for group in region.dessous if group.libelle == "MRC des Anses")
    town = next(group for group in mrc.dessous if group.libelle == "Anse-aux-Brumes")
    site = full_site()
    inside = set(site.contenu["anse-aux-brumes"])
    there = [one for one in site.jeu.projets.values() if inside & {*one.territoires}]
    assert town.compte.startswith(f"{len(there)}\u00a0projets"), "ceux de ses quartiers aussi"
    assert int(mrc.compte.split()[0]) > len(there), "les siens, et ceux de la ville et des villages"


@pytest.mark.parametrize("facet", [facette.cle for facette in FACETTES])
def test_without_scripts_the_lists_of_a_facet_lead_to_every_thing_it_files(facet: str) -> None:
    html = full_lists()["explorer"]
    chapter = html[html.index(f'id="par-{facet}"') :].partition('class="plis__pli"')[0]
    led = set(links(chapter))
    filed = [(line, _filed(line)) for line in table(full_site()).lignes if _filed(line)[facet]]
    assert filed
    assert [line.adresse for line, values in filed if not led & _ways(line, values)] == []


def _ways(line: LigneExplorer, filed: Mapping[str, tuple[str, ...]]) -> set[str]:
    """The addresses where someone who looks for this thing may be sent."""
    page, _, anchor = line.adresse.partition("#")
    near = {f"../{page}/#{anchor}" if anchor else f"../{page}/", f"../{line.dans}/"}
    hubs = {f"../{name}s/{id}/" for name in ("demarche", "territoire") for id in filed[name]}
    issues = {f"../enjeux/{id}/" for id in filed["enjeu"]}
    sections = {f"../{page.partition('/')[0]}/#{id}" for id in filed["demarche"]}
    return near | hubs | issues | sections


def test_a_list_too_long_becomes_the_pages_that_hold_its_parts(tmp_path: Path) -> None:
    gardens = {f"projets/j{n}.yml": _PROJET.format(nom=f"Jardin {n}") for n in range(60)}
    many = lists(told(tmp_path / "a", gardens), GABARITS)
    few = lists(told(tmp_path / "b", dict(list(gardens.items())[:30])), GABARITS)
    # Below the first results, the lists.
    below, shorter = (html[html.index('id="par-') :] for html in (many["explorer"], few["explorer"]))
    assert "../projets/#quartier" in links(below)
    assert "quartier" in anchors(many["projets"])
    assert "../projets/j3/" not in links(below)
    assert "../projets/j3/" in links(shorter)
    assert len(below) < len(shorter)


def test_the_lists_say_how_many_and_no_heading_leads_nowhere(tmp_path: Path) -> None:
    gardens = {f"projets/j{n}.yml": _PROJET.format(nom=f"Jardin {n}") for n in range(60)}
    many = lists(told(tmp_path, gardens), GABARITS)
    assert "Quartier en commun 60 projets" in words(many["explorer"])
    places = [
        link.removeprefix("../").partition("/#")
        for link in links(many["explorer"])
        if link.startswith(("../projets/#", "../comites/#"))
    ]
    assert places
    assert [anchor for where, _, anchor in places if anchor not in anchors(many[where])] == []
