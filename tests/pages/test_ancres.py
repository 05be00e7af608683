"""Links that people kept go on landing where the sentence is, whatever its anchor has become."""

from __future__ import annotations

import re
from pathlib import Path

from clairevoie.publish.links import check_links
from tests.aides.pages_vues import anchors, links, printed, words
from tests.aides.stories import DEPART, verdict

BILAN = """\
titre: "Bilan de l'année 2025"
publication: publie
type: bilan
demarche: quartier
comite: table-de-quartier
date: "Décembre 2025"
cibles_prioritaires: [{numero: "1", texte: "Rejoindre les aînés."}]
soutiens_convenus:
  - {numero: "1", texte: "Un local gratuit."}
  - {numero: "2", texte: "Un prêt de tables."}
  - {texte: "Livrées par la Ville.", parent: enonce-2}
notes:
  - {champ: enonce-2, nature: lacune, texte: "Le prêteur n'est pas nommé."}
sources: [{document: rapport, repere: "Page 1"}]
"""
PROJET = """\
nom: "Repas partagés"
publication: publie
en_bref: "Des repas."
demarche: quartier
peut_etre_identique_a: ["evenements/bilan#enonce-1"]
sources: [{document: rapport, repere: "Page 1"}]
"""
FILES = {"evenements/bilan.yml": BILAN, "projets/repas.yml": PROJET}


def test_numbered_targets_and_supports_each_have_their_anchor_and_old_links_still_land(
    tmp_path: Path,
) -> None:
    assert [problem for problem in verdict(tmp_path, {**DEPART, **FILES}).problems if problem.is_error] == []
    pages = printed(tmp_path, FILES)
    bilan, projet = pages["evenements/bilan"].corps, pages["projets/repas"].corps
    found = anchors(bilan)
    assert {"cible-1", "soutien-1", "soutien-2", "enonce-1", "enonce-2"} <= set(found)
    assert len(found) == len(set(found)), "deux fois la même ancre"
    assert re.search(r'<li class="enonce" id="cible-1">\s*<span id="enonce-1"></span>', bilan)
    assert "../../evenements/bilan/#enonce-1" in links(projet)
    assert "Bilan de l'année 2025, cible 1" in words(projet)


def test_the_checker_of_links_finds_the_old_address_and_no_anchor_twice(tmp_path: Path) -> None:
    site = tmp_path / "site"
    for address, page in printed(tmp_path, FILES).items():
        if address in ("evenements/bilan", "projets/repas"):
            target = site / address / "index.html"
            target.parent.mkdir(parents=True)
            target.write_text(page.corps, encoding="utf-8")
    assert [one for one in check_links(site) if one.code == "SIT-06" or "enonce-" in one.fault] == []
    (site / "evenements/bilan/index.html").write_text("<p>vide</p>", encoding="utf-8")
    assert [one.code for one in check_links(site) if "enonce-1" in one.fault] == ["SIT-02"]


def test_what_is_nested_under_an_old_anchor_stays_there_and_so_does_a_note(tmp_path: Path) -> None:
    bilan = printed(tmp_path, FILES)["evenements/bilan"].corps
    inside = bilan.partition('id="soutien-2"')[2].partition("</ul>")[0]
    assert "Livrées par la Ville." in inside
    assert "Le prêteur n" in inside
