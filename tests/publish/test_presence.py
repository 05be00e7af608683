"""A record that got lost on the way stops the publication."""

from __future__ import annotations

from pathlib import Path

from clairevoie.model.enjeux import Enjeu
from clairevoie.publish.presence import check_presence


def test_a_record_without_page_or_out_of_the_search_is_told(tmp_path: Path) -> None:
    fiches = [
        Enjeu(id=name, nom=name, publication="publie") for name in ("entier", "sans-page", "introuvable")
    ]
    for name in ("entier", "introuvable"):
        (tmp_path / "enjeux" / name).mkdir(parents=True)
        (tmp_path / "enjeux" / name / "index.html").touch()
    told = check_presence(tmp_path, fiches, {"enjeux/entier/", "enjeux/sans-page/"})
    assert [(problem.code, problem.fault) for problem in told] == [
        ("SIT-01", "« sans-page » est publiée, mais n'apparaît pas dans les pages."),
        ("SIT-01", "« introuvable » est publiée, mais n'apparaît pas dans la recherche."),
    ]
