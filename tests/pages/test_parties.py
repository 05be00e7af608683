"""A plan too long for one page has a page for each of its first objectives, and every anchor goes on leading there."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path

import brotli
import pytest

from clairevoie.pages import Page
from clairevoie.pages.explorer.table import table
from clairevoie.publish.explorer import files, write
from tests.aides.pages_vues import anchors, links, printed, told, words

_HEAD = """\
nom: "Plan des prés"
publication: publie
en_bref: "Un plan du quartier."
demarche: quartier
sources: [{document: rapport, repere: "Page 1"}]
"""
_MEETING = """\
titre: "Rencontre du printemps"
publication: publie
en_bref: "Une rencontre."
demarche: quartier
date: "12 mars 2026"
decisions:
  - {numero: "1", texte: "Faire l'action.", objets: ["plans/pres#action-2-1-3"]}
sources: [{document: rapport, repere: "Page 1"}]
"""


_PROJECT = """\
nom: "Jardin des prés"
publication: publie
en_bref: "Un jardin."
demarche: quartier
etat_au: "2026-01-01"
sources: [{document: rapport, repere: "Page 1"}]
"""
_TYPED = '"Voir [cette action](/plans/pres/#action-2-1-3)."\n'


def _action(numero: str, indent: int) -> str:
    margin = " " * indent
    return (
        f'{margin}- {{numero: "{numero}", texte: "Semer le pré {numero}", echeances: ["2026"],'
        f' responsables: [{{texte: "Le voisinage"}}],'
        f' sous_actions: [{{id: point-{numero.replace(".", "-")}, texte: "Choisir les graines."}}],'
        f' suivi: [{{date: "2026-01-15", statut: en_cours, texte: "Semis commencés à {numero}."}}]}}\n'
    )


def _plan(axes: int, objectifs: int, actions: int) -> str:
    lines = [_HEAD, 'niveaux: ["Axe", "But"]\nobjectifs:\n']
    for a in range(1, axes + 1):
        lines.append(f'  - numero: "{a}"\n    texte: "Axe des prés {a}"\n    objectifs:\n')
        for o in range(1, objectifs + 1):
            lines.append(f'      - numero: "{a}.{o}"\n        texte: "But {a}.{o}"\n        actions:\n')
            lines += [_action(f"{a}.{o}.{n}", 10) for n in range(1, actions + 1)]
    lines.append(
        'notes: [{champ: action-2-1-3, nature: ecart, texte: "La source dit aussi le contraire."}]\n'
    )
    return "".join(lines)


def _files(plan: str) -> Mapping[str, str]:
    return {"plans/pres.yml": plan, "evenements/printemps.yml": _MEETING}


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Page]:
    return printed(tmp_path_factory.mktemp("pres"), _files(_plan(3, 4, 20)))


def _parts(page: Page) -> Mapping[str, Page]:
    return {part.suite: part for part in page.dessous}


def test_a_plan_that_fits_on_its_page_is_in_one_piece(tmp_path: Path) -> None:
    page = printed(tmp_path, _files(_plan(3, 2, 5)))["plans/pres"]
    assert page.dessous == ()
    assert "Semis commencés à 2.1.3." in words(page.corps)


def test_each_first_objective_has_its_page_named_by_its_anchor(pages: Mapping[str, Page]) -> None:
    assert list(_parts(pages["plans/pres"])) == [f"objectifs/axe-{n}/" for n in (1, 2, 3)]


def test_every_anchor_of_the_plan_still_leads_somewhere_on_its_page(
    pages: Mapping[str, Page], tmp_path: Path
) -> None:
    site = told(tmp_path, _files(_plan(3, 4, 20)))
    plan = site.jeu.plans["pres"]
    assert len(site.elements(plan)) > 480
    assert set(site.elements(plan)) <= set(anchors(pages["plans/pres"].corps))


def test_the_line_of_an_action_gives_its_words_its_state_and_the_way_to_it(pages: Mapping[str, Page]) -> None:
    page = pages["plans/pres"]
    (line,) = re.findall(r'<li class="partie__ligne" id="action-2-1-3">.*?</li>', page.corps, re.DOTALL)
    assert words(line) == "2.1.3 Semer le pré 2.1.3 En cours"
    assert links(line) == ["objectifs/axe-2/#action-2-1-3"]
    assert 'id="point-2-1-3"' in line


def test_what_is_said_of_an_action_goes_with_it(pages: Mapping[str, Page]) -> None:
    page = pages["plans/pres"]
    part = _parts(page)["objectifs/axe-2/"]
    for said in ("Semis commencés à 2.1.3.", "La source dit aussi le contraire.", "Faire l'action."):
        assert said in words(part.corps).replace("’", "'")
    assert "Semis commencés" not in words(page.corps)
    assert "La source dit aussi le contraire" not in words(page.corps)
    assert {"axe-2", "but-2-1", "action-2-1-3", "point-2-1-3"} <= set(anchors(part.corps))


def test_what_cites_an_action_leads_to_it_in_one_hop(pages: Mapping[str, Page]) -> None:
    assert "../../plans/pres/objectifs/axe-2/#action-2-1-3" in links(pages["evenements/printemps"].corps)
    found = {entry.url for entry in pages["plans/pres"].entrees}
    assert "plans/pres/objectifs/axe-2/#action-2-1-3" in found
    assert "plans/pres/" in found


def test_the_explorer_leads_to_it_in_one_hop(tmp_path: Path) -> None:
    write(tmp_path, files(table(told(tmp_path, _files(_plan(3, 4, 20))))))
    part = json.loads((tmp_path / "explorer" / "lignes-0.json").read_text(encoding="utf-8"))
    rank = part["reperes"].index("action-2-1-3")
    assert part["porteurs"][part["dans"][rank]] == ["plans/pres/objectifs/axe-2", "Plan des prés"]


def test_a_link_typed_in_a_text_leads_to_it_in_one_hop(tmp_path: Path) -> None:
    files = {**_files(_plan(3, 4, 20)), "projets/jardin.yml": _PROJECT + "description: " + _TYPED}
    led = links(printed(tmp_path, files)["projets/jardin"].corps)
    assert "../../plans/pres/objectifs/axe-2/#action-2-1-3" in led


def test_the_page_itself_leads_to_what_stands_elsewhere(pages: Mapping[str, Page]) -> None:
    led = links(pages["plans/pres"].corps)
    assert "#axe-2" in led  # the contents of the page stay on it
    assert not [link for link in led if link.startswith("#action-")]


def test_a_part_leads_back_and_its_own_links_stay_on_it(pages: Mapping[str, Page]) -> None:
    led = links(_parts(pages["plans/pres"])["objectifs/axe-2/"].corps)
    assert "../../../../plans/pres/" in led
    assert "#action-2-1-3" in led
    assert not [link for link in led if link.startswith("../../#action")]


def test_a_part_is_cited_by_its_name_and_its_own_address(pages: Mapping[str, Page]) -> None:
    whole = pages["plans/pres"]
    for page in (whole, *whole.dessous):
        said = re.search(
            r'class="citer" data-titre="([^"]*)".*?<p class="citer__texte">(.*?)</p>', page.corps, re.DOTALL
        )
        assert said is not None
        assert said[1] == page.titre
        assert said[2].endswith(f", https://exemple.test/plans/pres/{page.suite}")


def test_an_objective_still_too_long_is_cut_by_the_next_level(tmp_path: Path) -> None:
    page = printed(tmp_path, _files(_plan(2, 4, 60)))["plans/pres"]
    parts = _parts(page)
    assert {"objectifs/axe-2/", "objectifs/but-2-1/", "objectifs/but-2-4/"} <= set(parts)
    assert "../../objectifs/but-2-1/#action-2-1-3" in links(parts["objectifs/axe-2/"].corps)
    assert "action-2-1-3" in anchors(parts["objectifs/axe-2/"].corps)
    assert "../../../../plans/pres/objectifs/axe-2/" in links(parts["objectifs/but-2-1/"].corps)
    assert "objectifs/but-2-1/#action-2-1-3" in links(page.corps)
    for one in (page, *page.dessous):
        assert len(brotli.compress(one.corps.encode())) < 50_000, one.suite


def test_actions_under_no_objective_are_cut_by_their_numbers(tmp_path: Path) -> None:
    plan = _HEAD + "actions:\n" + "".join(_action(str(n), 2) for n in range(1, 251))
    plan += 'notes: [{champ: action-7, nature: ecart, texte: "Une note."}]\n'
    meeting = _MEETING.replace("action-2-1-3", "action-142")
    pages = printed(tmp_path, {"plans/pres.yml": plan, "evenements/printemps.yml": meeting})
    parts = _parts(pages["plans/pres"])
    assert list(parts) == ["actions/0/", "actions/100/", "actions/200/"]
    assert "Numéros 100 à 199" in words(parts["actions/100/"].corps)
    assert "../../plans/pres/actions/100/#action-142" in links(pages["evenements/printemps"].corps)


def test_a_page_of_too_many_lines_keeps_the_anchors_on_those_of_the_objectives(tmp_path: Path) -> None:
    page = printed(tmp_path, _files(_plan(3, 20, 20)))["plans/pres"]
    (line,) = re.findall(
        r'<li class="partie__ligne partie__ligne--titre" id="but-2-1">.*?</li>', page.corps, re.DOTALL
    )
    assert {"action-2-1-3", "point-2-1-3"} <= set(anchors(line))
    assert links(line) == ["objectifs/but-2-1/#but-2-1"]
    assert "Semer le pré 2.1.3" not in words(page.corps)


def test_past_twenty_the_actions_of_a_state_are_counted_and_folded(tmp_path: Path) -> None:
    pages = printed(tmp_path, _files(_plan(3, 20, 20)))
    corps = pages["plans/pres"].corps
    assert "1 200 actions: 1 200 en cours" in words(corps)
    assert re.search(r"<summary[^>]*>Voir les 1\N{NO-BREAK SPACE}200</summary>", corps)
    few = printed(tmp_path / "few", _files(_plan(3, 1, 6)))["plans/pres"].corps
    assert "Voir les 18" not in words(few)


def test_the_parts_of_a_project_and_its_steps_are_cut_in_the_same_way(tmp_path: Path) -> None:
    lines = [_PROJECT, "volets:\n"]
    for v in (1, 2):
        lines.append(f'  - numero: "{v}"\n    titre: "Les semis"\n    constats: ["La terre est bonne."]\n')
        lines.append(f'    objectifs:\n      - id: but-{v}\n        texte: "Semer."\n        actions:\n')
        lines += [
            f'          - {{genre: activite, numero: "{n}", texte: "Semer {v}.{n}.", echeances: ["2026"],'
            f' responsables: [{{texte: "Le voisinage"}}]}}\n'
            for n in range(1, 121)
        ]
    steps = [
        f'  - {{genre: etape, numero: "{n}", texte: "Arroser {n}.", echeances: ["2026"],'
        f' responsables: [{{texte: "Le voisinage"}}]}}\n'
        for n in range(1, 121)
    ]
    page = printed(tmp_path, {"projets/jardin.yml": "".join([*lines, "etapes:\n", *steps])})["projets/jardin"]
    parts = _parts(page)
    assert set(parts) == {"volets/volet-1/", "volets/volet-2/", "etapes/0/", "etapes/100/"}
    assert {"volet-2", "but-2", "but-2-activite-7", "etape-107"} <= set(anchors(page.corps))
    assert {"volet-2", "but-2", "but-2-activite-7"} <= set(anchors(parts["volets/volet-2/"].corps))
    assert "La terre est bonne." in words(parts["volets/volet-2/"].corps)
    assert "etapes/100/#etape-107" in links(page.corps)
