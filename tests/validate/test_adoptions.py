"""Who adopts a plan: what was typed, and the sentence that comes back."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.aides.fiches import PLAN, typed
from tests.aides.stories import problems, sentences


def test_a_resolution_of_nobody_is_refused(tmp_path: Path) -> None:
    (told,) = sentences(tmp_path, typed(PLAN, 'adoption: {resolution: "2026-112"}\n'), "REF-33")
    assert told.startswith("ERREUR data/plans/plan-2026.yml:")
    assert told.endswith(
        "[REF-33]\n"
        "  La résolution « 2026-112 » n'est de personne.\n"
        "  Pour corriger : dites qui l'a prise : comite: id-du-comite, organisme: id-de-l-organisme, ou decision."
    )


@pytest.mark.parametrize("qui", ["comite: table-de-quartier", "organisme: maison-de-quartier"])
def test_a_resolution_of_someone_is_accepted(tmp_path: Path, qui: str) -> None:
    files = typed(PLAN, f'adoption: {{resolution: "2026-112", {qui}}}\n')
    assert problems(tmp_path, files, "REF-33") == []


def test_the_number_of_a_resolution_is_enough_for_a_plan_to_be_adopted(tmp_path: Path) -> None:
    files = typed(PLAN, 'statut: adopte\nadoption: {resolution: "2026-112", comite: table-de-quartier}\n')
    assert problems(tmp_path, files, "DAT-14") == []
