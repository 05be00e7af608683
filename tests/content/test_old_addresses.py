"""The addresses of other days that lead to a written page, and those that it may not have."""

from __future__ import annotations

from pathlib import Path

from clairevoie.content import look

PAGE = "---\nanciennes_adresses: [{}]\n---\n\n# Titre\n\nMots.\n"


def _looked(folder: Path, **pages: str):  # type: ignore[no-untyped-def]
    for name, text in pages.items():
        path = folder / "content" / name / "index.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return look(folder, folder / "data")


def test_a_page_tells_the_addresses_that_it_had(tmp_path: Path) -> None:
    looked = _looked(tmp_path, nous=PAGE.format("a-propos, equipe/membres"))
    assert looked.old_addresses() == {"a-propos": "nous", "equipe/membres": "nous"}
    assert list(looked.taken_addresses({})) == []


def test_an_address_that_something_has_leads_nowhere_else(tmp_path: Path) -> None:
    looked = _looked(
        tmp_path, nous=PAGE.format("eux, comites/table, vous"), vous="# A\n\nMots.\n", eux=PAGE.format("ils")
    )
    told = [str(one) for one in looked.taken_addresses({"comites/table": "la fiche comites/table"})]
    assert told == [
        f"ERREUR content/nous/index.md [PAG-32]\n  L'ancienne adresse /{address}/ est aussi celle de {autre}.\n"
        "  Pour corriger : retirez-la d'ici : une adresse n'est jamais réattribuée."
        for address, autre in (
            ("eux", "la page eux"),
            ("comites/table", "la fiche comites/table"),
            ("vous", "la page vous"),
        )
    ]


def test_two_pages_do_not_claim_one_address(tmp_path: Path) -> None:
    looked = _looked(tmp_path, nous=PAGE.format("ils"), vous=PAGE.format("ils"))
    assert len(list(looked.taken_addresses({}))) == 1
