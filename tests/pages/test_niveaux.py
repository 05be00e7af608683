"""A plan of several levels is read as its source wrote it: its words, its numbers, one heading inside another."""

from __future__ import annotations

import re
from pathlib import Path

from tests.aides.pages_vues import anchors, links, printed, words
from tests.aides.stories import PLAN_CLIMAT

_OBJECTIFS = """\
objectifs:
  - numero: "1"
    texte: "Des rues fraîches."
    actions_annoncees: 3
    objectifs:
      - numero: "1.1"
        texte: "Les étés sont chauds."
        objectifs:
          - numero: "1.1.1"
            texte: "De l'ombre."
            objectifs:
              - numero: "1.1.1.1"
                texte: "Des arbres."
                actions: [{numero: "1.1.1.1.1", texte: "Planter."}, {numero: "1.1.1.1.2", texte: "Arroser."}]
"""
_NIVEAUX = "niveaux: [Axe, Constat, Objectif, Objectif opérationnel]\n"


def page(folder: Path, added: str) -> str:
    return printed(folder, {"plans/climat.yml": PLAN_CLIMAT + added})["plans/climat"].corps


def headings(corps: str) -> list[tuple[int, str]]:
    """The level and the words of each heading of the objectives and actions."""
    found = re.findall(r"<h(\d)[^>]*class=\"(?:objectif|action)__titre\"[^>]*>(.*?)</h\1>", corps, re.DOTALL)
    return [(int(level), words(text).removesuffix(" #")) for level, text in found]


def test_each_level_has_the_word_of_the_source_and_its_own_heading(tmp_path: Path) -> None:
    assert headings(page(tmp_path, _NIVEAUX + _OBJECTIFS)) == [
        (2, "Axe 1 Des rues fraîches."),
        (3, "Constat 1.1 Les étés sont chauds."),
        (4, "Objectif 1.1.1 De l'ombre."),
        (5, "Objectif opérationnel 1.1.1.1 Des arbres."),
        (6, "1.1.1.1.1 Planter."),
        (6, "1.1.1.1.2 Arroser."),
    ]


def test_the_anchors_are_made_of_those_words_and_links_kept_from_before_still_land(tmp_path: Path) -> None:
    found = anchors(page(tmp_path, _NIVEAUX + _OBJECTIFS))
    assert {"axe-1", "constat-1-1", "objectif-1-1-1", "objectif-operationnel-1-1-1-1"} <= set(found)
    assert {"objectif-1", "objectif-1-1", "objectif-1-1-1-1"} <= set(found), "les ancres d'avant niveaux"
    assert len(found) == len(set(found)), "deux fois la même ancre"


def test_without_words_every_level_is_an_objective(tmp_path: Path) -> None:
    found = anchors(page(tmp_path, _OBJECTIFS))
    assert {"objectif-1", "objectif-1-1", "objectif-1-1-1", "objectif-1-1-1-1"} <= set(found)


def test_the_contents_of_the_page_name_the_levels(tmp_path: Path) -> None:
    corps = page(tmp_path, _NIVEAUX + _OBJECTIFS)
    contents = corps[corps.index('class="sommaire__liste"') : corps.index('class="page__corps"')]
    assert {"#axe-1", "#constat-1-1", "#objectif-1-1-1", "#objectif-operationnel-1-1-1-1"} <= set(
        links(contents)
    )


def test_the_contents_of_a_long_plan_keep_the_first_levels(tmp_path: Path) -> None:
    many = "".join(
        f'  - numero: "{a}"\n    texte: A\n    objectifs:\n'
        + "".join(
            f'      - {{numero: "{a}.{b}", texte: B, actions: [{{numero: "{a}.{b}.1", texte: C}}]}}\n'
            for b in range(1, 9)
        )
        for a in range(1, 10)
    )
    corps = page(tmp_path, f"niveaux: [Axe, Constat]\nobjectifs:\n{many}")
    contents = corps[corps.index('class="sommaire__liste"') : corps.index('class="page__corps"')]
    assert "#axe-9" in links(contents)
    assert "#constat-9-8" not in links(contents)


def test_the_announced_actions_stand_beside_those_found(tmp_path: Path) -> None:
    said = words(page(tmp_path, f"actions_annoncees: 44\n{_NIVEAUX}{_OBJECTIFS}"))
    assert "Actions annoncées La source en annonce 44, le site en compte 2" in said
    assert "Actions annoncées: la source en annonce 3, le site en compte 2." in said


def test_a_note_finds_its_place_by_the_word_of_the_level(tmp_path: Path) -> None:
    note = "notes: [{champ: constat-1-1, nature: lacune, texte: Le constat est coupé.}]\n"
    corps = page(tmp_path, _NIVEAUX + _OBJECTIFS + note)
    assert corps.index("Le constat est coupé") < corps.index('id="objectif-1-1-1"')
