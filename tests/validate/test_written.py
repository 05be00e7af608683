"""Links of the written pages: what leads nowhere is told at its line, before any page is made."""

from __future__ import annotations

from pathlib import Path

import pytest

from clairevoie.model.projets import Projet
from clairevoie.validate.written import check_written

JARDIN = Projet.model_validate(
    {"id": "jardin", "nom": "Jardin", "publication": "publie", "etapes": [{"id": "semer", "texte": "Semer"}]}
)
KNOWN = {"projets/jardin": JARDIN, "plans/plan": None}


def told(folder: Path, **pages: str) -> list[str]:
    """The problems of these pages, `a_propos__index` → `content/a-propos/index.md`."""
    for name, text in pages.items():
        path = folder / "content" / f"{name.replace('__', '/').replace('_', '-')}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return list(map(str, check_written(folder / "content", KNOWN, ("projets",))))


def test_a_link_to_a_page_that_nobody_wrote_is_told_with_the_nearest(tmp_path: Path) -> None:
    pages = {"aide__index": "# Aide\n\nVoir [là](../a-propo/index.md).\n", "a_propos__index": "# À propos\n"}
    assert told(tmp_path, **pages) == [
        "ERREUR content/aide/index.md:3:11 [SIT-10]\n"
        "  Le lien vers « ../a-propo/index.md » ne mène nulle part.\n"
        "  Pour corriger : vouliez-vous dire « ../a-propos/index.md »? Sinon, écrivez le chemin d'une page "
        "(../a-propos/index.md), ou [[collection/id]] pour une fiche."
    ]


def test_an_address_without_https_says_so_in_a_page_too(tmp_path: Path) -> None:
    assert told(tmp_path, index="Voir [le site](http://exemple.org).\n") == [
        "AVERTISSEMENT content/index.md:1:16 [SIT-05]\n"
        "  L'adresse « http://exemple.org » ne peut pas être suivie : une adresse doit commencer par https.\n"
        "  Pour corriger : écrivez-la au complet, par exemple https://exemple.org."
    ]


@pytest.mark.parametrize("target", ["../projets/absent/", "../plans/plan2", "../plans/plan.md"])
def test_a_link_to_a_record_that_is_not_there_is_told(tmp_path: Path, target: str) -> None:
    (one,) = told(tmp_path, aide__index=f"[là]({target})\n")
    assert f"[SIT-10]\n  Le lien vers « {target} » ne mène nulle part." in one


@pytest.mark.parametrize("typed", ["[[projets/jardin#ANCRE]]", "[là](../projets/jardin/#ANCRE)"])
def test_an_anchor_that_is_not_on_the_page_of_a_record_is_told(tmp_path: Path, typed: str) -> None:
    (one,) = told(tmp_path, aide__index=typed.replace("ANCRE", "semeur"))
    assert "[REF-19]" in one
    assert "vouliez-vous dire « projets/jardin#semer »?" in one
    assert told(tmp_path, aide__index=typed.replace("ANCRE", "semer")) == []
    assert told(tmp_path, aide__index=typed.replace("ANCRE", "etapes")) == []


@pytest.mark.parametrize(
    "typed",
    [
        "[a](index.md) [b](#ici) [c](../aide/index.md#ici) [d](../explorer/?type=projets)",
        "[a](../projets/jardin/) [b](../projets/) [c](mailto:a@exemple.org) [d](https://exemple.org)",
        "[[projets/jardin]] et `[un lien](absent.md)`",
        "```\n[un lien](absent.md)\n```",
    ],
)
def test_a_link_that_leads_somewhere_is_silent(tmp_path: Path, typed: str) -> None:
    assert told(tmp_path, aide__index=f"{typed}\n") == []
