"""Links of the written pages: what leads nowhere is told at its line, before any page is made."""

from __future__ import annotations

import pytest

from clairevoie.model.projets import Projet
from clairevoie.validate.written import check_written

JARDIN = Projet.model_validate(
    {"id": "jardin", "nom": "Jardin", "publication": "publie", "etapes": [{"id": "semer", "texte": "Semer"}]}
)
KNOWN = {"projets/jardin": JARDIN, "plans/plan": None}


def told(**pages: str) -> list[str]:
    """The problems of these pages, `a_propos__index` → `a-propos/index.md`."""
    texts = {f"{name.replace('__', '/').replace('_', '-')}.md": text for name, text in pages.items()}
    return list(map(str, check_written(texts, KNOWN, ("projets",))))


def test_a_link_to_a_page_that_nobody_wrote_is_told_with_the_nearest() -> None:
    pages = {"aide__index": "# Aide\n\nVoir [là](../a-propo/index.md).\n", "a_propos__index": "# À propos\n"}
    assert told(**pages) == [
        "ERREUR content/aide/index.md:3:11 [SIT-10]\n"
        "  Le lien vers « ../a-propo/index.md » ne mène nulle part.\n"
        "  Pour corriger : vouliez-vous dire « ../a-propos/index.md »? Sinon, écrivez le chemin d'une page "
        "(../a-propos/index.md), ou [[collection/id]] pour une fiche."
    ]


@pytest.mark.parametrize("target", ["../projets/absent/", "../plans/plan2", "../plans/plan.md"])
def test_a_link_to_a_record_that_is_not_there_is_told(target: str) -> None:
    (one,) = told(aide__index=f"[là]({target})\n")
    assert f"[SIT-10]\n  Le lien vers « {target} » ne mène nulle part." in one


@pytest.mark.parametrize("typed", ["[[projets/jardin#ANCRE]]", "[là](../projets/jardin/#ANCRE)"])
def test_an_anchor_that_is_not_on_the_page_of_a_record_is_told(typed: str) -> None:
    (one,) = told(aide__index=typed.replace("ANCRE", "semeur"))
    assert "[REF-19]" in one
    assert "vouliez-vous dire « projets/jardin#semer »?" in one
    assert told(aide__index=typed.replace("ANCRE", "semer")) == []
    assert told(aide__index=typed.replace("ANCRE", "etapes")) == []


@pytest.mark.parametrize(
    "typed",
    [
        "[a](index.md) [b](#ici) [c](../aide/index.md#ici) [d](../explorer/?type=projets)",
        "[a](../projets/jardin/) [b](../projets/) [c](mailto:a@exemple.org) [d](https://exemple.org)",
        "[[projets/jardin]] et `[un lien](absent.md)`",
        "```\n[un lien](absent.md)\n```",
    ],
)
def test_a_link_that_leads_somewhere_is_silent(typed: str) -> None:
    assert told(aide__index=f"{typed}\n") == []
