"""What a proposal changes for the public is told without a value, a title or a name."""

from __future__ import annotations

from pathlib import Path

import pytest

from clairevoie.cli import main
from clairevoie.comparing import UnknownRevision, compared
from clairevoie.read import folder
from tests.aides.depots import PLAN, Depot
from tests.aides.stories import DEPART

TABLE = "comites/table-de-quartier.yml"


@pytest.fixture
def depot(tmp_path: Path) -> Depot:
    page = tmp_path / "site/content/nous/index.md"
    page.parent.mkdir(parents=True)
    page.write_text("# Nous\n\nMots.\n")
    return Depot(tmp_path / "site", {"plans/plan-2026.yml": PLAN})


def _told(depot: Depot, files: dict[str, str | None]) -> str:
    depot.commit("2026-01-02", files)
    return compared(depot.folder, depot.data, "HEAD~1").replace("\u00a0", " ")


def test_nothing_changes_when_only_a_comment_does(depot: Depot) -> None:
    files: dict[str, str | None] = {TABLE: f"# Relu.\n{DEPART[TABLE]}"}
    # HEAD~1 is where the branch departs from: the merge base of a line is its older end.
    assert _told(depot, files) == (
        "## Ce qui change pour le public\n\nRien : ni page, ni adresse, ni lien vers l'extérieur.\n"
    )


def test_files_that_were_read_already_are_not_read_again(
    depot: Depot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    depot.commit("2026-01-02", {"territoires/rive.yml": "nom: Rive\npublication: publie\n"})
    read = []
    real = folder._read
    monkeypatch.setattr(folder, "_read", lambda place, *rest: read.append(place.path) or real(place, *rest))
    told = [compared(depot.folder, depot.data, "HEAD~1", tmp_path / "cache") for _ in range(2)]
    assert told[0] == told[1]
    # The new record is read once; those that were there before, once more at the revision each time.
    assert read.count("data/territoires/rive.yml") == 1


def test_pages_addresses_and_domains_are_told(depot: Depot) -> None:
    (depot.folder / "content/nous/index.md").write_text("# Nous\n\nD'autres mots.\n")
    told = _told(
        depot,
        {
            TABLE: None,
            "comites/forum.yml": DEPART[TABLE] + "anciennes_adresses: [comites/table-de-quartier]\n",
            "plans/plan-2026.yml": PLAN.replace('"1.1"', '"1.2"').replace("Ouvrir", "Fermer"),
            "territoires/rive.yml": "nom: Rive\npublication: publie\n",
            "organismes/maison-de-quartier.yml": DEPART["organismes/maison-de-quartier.yml"]
            + "site_web: https://www.exemple.quebec/accueil\n",
        },
    )
    assert told == (
        "## Ce qui change pour le public\n"
        "\n### Pages ajoutées (1)\n\n- Territoire `/territoires/rive/`\n"
        "\n### Pages changées (3)\n\n- Organisme `/organismes/maison-de-quartier/` : Site Web\n"
        "- Plan `/plans/plan-2026/` : Actions\n- Page écrite `/nous/`\n"
        "\n### Adresses qui mènent ailleurs (1)\n\n- `/comites/table-de-quartier/` → `/comites/forum/`\n"
        "\n### Ancres nouvelles (1)\n\n- `/plans/plan-2026/#action-1-2`\n"
        "\n### Ancres qui ne sont plus sur leur élément (1)\n\n- `/plans/plan-2026/#action-1-1`\n"
        "\n### Domaines extérieurs nouveaux (1)\n\n- `www.exemple.quebec`\n"
    )


def test_a_withdrawn_page_and_a_draft_are_told_apart(depot: Depot) -> None:
    retrait = 'retrait: {date: "2026-01-02", motif: "Essai"}\n'
    told = _told(
        depot,
        {
            TABLE: DEPART[TABLE].replace("publie\n", f"retire\n{retrait}"),
            "plans/plan-2026.yml": PLAN.replace("publication: publie", "publication: brouillon"),
        },
    )
    assert "- Comité `/comites/table-de-quartier/`, retirée\n" in told
    assert "- Plan `/plans/plan-2026/`, redevient un brouillon\n" in told


def test_no_name_nor_value_is_told(depot: Depot) -> None:
    named = "organisme: maison-de-quartier, nom: Personne Fictive, base_publication: {type: fonction}"
    told = _told(depot, {TABLE: f"{DEPART[TABLE]}membres: [{{{named}}}]\n"})
    assert "- Comité `/comites/table-de-quartier/` : Membres\n" in told
    assert "Fictive" not in told


@pytest.mark.parametrize("base", ["rien", "--output=x", "", "HEAD; ls"])
def test_a_revision_that_is_none_is_told(depot: Depot, base: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(UnknownRevision):
        compared(depot.folder, depot.data, base)
    if base == "rien":
        assert main(["comparer", "--racine", str(depot.folder), base]) == 1
        assert capsys.readouterr().err.startswith("La révision « rien » n'est pas connue ici.\n")
