"""The editions of a plan lead to each other, and a page says what changes from one to the next."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from clairevoie.pages import Site, editions
from clairevoie.pages.fiche.sheets import pages
from tests.aides.pages_vues import words
from tests.aides.sites import GABARITS, REGLAGES
from tests.aides.stories import DEPART, ON, PLAN_CLIMAT, verdict

ANCIEN, NOUVEAU = "plans/ancien.yml", "plans/nouveau.yml"
FILES = {
    **DEPART,
    ANCIEN: PLAN_CLIMAT
    + """\
periode: "2020-2024"
statut: remplace
remplace_par: nouveau
actions:
  - {numero: "1", texte: "Planter dix arbres.", echeances: "2022"}
  - {numero: "2", texte: "Ouvrir un jardin.", echeances: "2023"}
  - {numero: "3", texte: "Peindre le pont.", suivi: [{date: "2023-05-01", statut: abandonne}]}
""",
    NOUVEAU: PLAN_CLIMAT.replace("Plan climat", "Plan climat, deuxième")
    + """\
periode: "2025-2029"
statut: en_vigueur
remplace: ancien
actions:
  - {numero: "1", texte: "Planter vingt arbres.", echeances: "2022", reprend: [plans/ancien#action-1]}
  - {numero: "2", texte: "Ouvrir un jardin.", echeances: "2026"}
  - {numero: "4", texte: "Verdir les toits."}
""",
    "evenements/rencontre.yml": """\
titre: "Rencontre"
publication: publie
demarche: quartier
date: "5 juin 2024"
sources: [{document: rapport, repere: "Page 2"}]
decisions:
  - {numero: "1", texte: "Laisser le pont comme il est.", objets: ["plans/ancien#action-3"]}
""",
}


def _site(folder: Path, files: Mapping[str, str] = FILES) -> Site:
    jeu = verdict(folder, files).jeu
    assert jeu is not None
    return Site.of(jeu, REGLAGES, ON)


def _comparison(site: Site) -> tuple[str, str]:
    ((url, make),) = editions.sheets(site, GABARITS)
    return url, make().corps


def _section(corps: str, ancre: str) -> str:
    found = re.search(rf'<section aria-labelledby="{ancre}">.*?</section>', corps, re.DOTALL)
    assert found, ancre
    return words(found[0])


def test_a_comparison_has_an_address_made_of_both_plans(tmp_path: Path) -> None:
    url, _ = _comparison(_site(tmp_path))
    assert url == "plans/nouveau/comparer/ancien/"


def test_each_kind_of_change_is_told_with_what_it_rests_on(tmp_path: Path) -> None:
    _, corps = _comparison(_site(tmp_path))
    reworded = _section(corps, "reformule")
    assert reworded.startswith("Reformulé (1)")
    assert ": Planter [retiré: dix ] [ajouté: vingt ] arbres." in reworded
    assert "Dans l’ancienne édition: Action 1, Plan climat (selon la nouvelle édition)" in reworded
    moved = _section(corps, "deplace")
    assert ": Ouvrir un jardin. Avant 2023 Maintenant 2026" in moved
    assert "(même texte)" in moved
    assert ": Verdir les toits." in _section(corps, "ajoute")
    gone = _section(corps, "n-y-est-plus")
    assert ": Peindre le pont. Abandonné" in gone
    assert "Décision 1: Laisser le pont comme il est." in gone
    assert "conserve" not in re.findall('aria-labelledby="([^"]*)"', corps)


def test_the_words_that_changed_are_told_by_marks_and_by_words(tmp_path: Path) -> None:
    _, corps = _comparison(_site(tmp_path))
    assert (
        '<del><span class="invisible">[retiré&nbsp;: </span>dix<span class="invisible">]</span></del>'
        in corps
    )
    assert (
        '<ins><span class="invisible">[ajouté&nbsp;: </span>vingt<span class="invisible">]</span></ins>'
        in corps
    )


def test_each_edition_leads_to_the_others_and_to_their_comparison(tmp_path: Path) -> None:
    told = {page.slug: page.corps for page in pages(_site(tmp_path), GABARITS) if page.collection == "plans"}
    for slug, other in (("ancien", "nouveau"), ("nouveau", "ancien")):
        found = re.search(r'<ol class="editions">.*?</ol>', told[slug], re.DOTALL)
        assert found
        assert found[0].count('<span aria-current="page">') == 1
        assert f'<a href="../../plans/{other}/">' in found[0]
        assert '<a href="../../plans/nouveau/comparer/ancien/">' in found[0]


def test_an_action_leads_to_the_one_that_it_takes_up(tmp_path: Path) -> None:
    (corps,) = (page.corps for page in pages(_site(tmp_path), GABARITS) if page.slug == "nouveau")
    assert "Reprend" in corps
    assert 'href="../../plans/ancien/#action-1"' in corps


def test_a_plan_alone_has_no_comparison(tmp_path: Path) -> None:
    alone = (
        FILES[ANCIEN].replace("remplace_par: nouveau\n", "").replace("statut: remplace", "statut: termine")
    )
    site = _site(tmp_path, {name: text for name, text in FILES.items() if name != NOUVEAU} | {ANCIEN: alone})
    assert list(editions.sheets(site, GABARITS)) == []
    assert not [page.slug for page in pages(site, GABARITS) if 'class="editions"' in page.corps]


def test_a_comparison_is_made_again_when_a_plan_or_a_decision_changes(tmp_path: Path) -> None:
    site = _site(tmp_path)
    ((_, make),) = editions.sheets(site, GABARITS)
    _, keys = site.tracker.of(make)
    assert {"plans/ancien", "plans/nouveau", "@plans/ancien", "@plans/nouveau"} <= set(keys)
    assert "on" not in keys
