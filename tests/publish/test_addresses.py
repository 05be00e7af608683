"""Old addresses lead to the new ones, and never out of the site nor over a page."""

from __future__ import annotations

from pathlib import Path

import pytest

from clairevoie.model.enjeux import Enjeu
from clairevoie.model.territoires import Territoire
from clairevoie.publish.addresses import write_redirections, write_short_addresses


def _moved(*old: str) -> Enjeu:
    return Enjeu(id="ici", nom="Entraide <b>", publication="publie", anciennes_adresses=old)


def test_an_old_address_leads_to_the_new_one(tmp_path: Path) -> None:
    assert list(write_redirections(tmp_path, [_moved("enjeux/la")])) == []
    page = (tmp_path / "enjeux/la/index.html").read_text(encoding="utf-8")
    assert '<a href="../../enjeux/ici/">Aller à « Entraide &lt;b&gt; »</a>' in page


@pytest.mark.parametrize("old", ["../dehors", "../../../../../tmp/dehors", "/tmp/claire-voie-dehors"])
def test_an_old_address_never_leads_out_of_the_site(tmp_path: Path, old: str) -> None:
    stage = tmp_path / "site"
    stage.mkdir()
    assert [problem.code for problem in write_redirections(stage, [_moved(old)])] == ["ID-07"]
    assert [path.name for path in tmp_path.rglob("*")] == ["site"]


def test_a_page_in_place_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "enjeux/la").mkdir(parents=True)
    (tmp_path / "enjeux/la/index.html").write_text("une page", encoding="utf-8")
    assert [problem.code for problem in write_redirections(tmp_path, [_moved("enjeux/la")])] == ["ID-07"]
    assert (tmp_path / "enjeux/la/index.html").read_text(encoding="utf-8") == "une page"


def _place(publication: str = "publie", *old: str) -> Territoire:
    return Territoire(id="rive", nom="Rive", publication=publication, anciennes_adresses=old)


def test_a_short_address_leads_to_its_place(tmp_path: Path) -> None:
    assert list(write_short_addresses(tmp_path, [_place(), _moved("enjeux/la")])) == []
    page = (tmp_path / "t/rive/index.html").read_text(encoding="utf-8")
    assert 'content="0; url=../../territoires/rive/"' in page
    assert '<a href="../../territoires/rive/">Aller à « Rive »</a>' in page
    assert [path.name for path in tmp_path.iterdir()] == ["t"]


def test_a_short_address_printed_before_a_place_was_renamed_still_leads_to_it(tmp_path: Path) -> None:
    assert list(write_short_addresses(tmp_path, [_place("publie", "territoires/berge")])) == []
    assert "../../territoires/rive/" in (tmp_path / "t/berge/index.html").read_text(encoding="utf-8")


def test_the_short_address_of_a_withdrawn_place_leads_to_its_page_without_its_name(tmp_path: Path) -> None:
    list(write_short_addresses(tmp_path, [_place("retire")]))
    page = (tmp_path / "t/rive/index.html").read_text(encoding="utf-8")
    assert "../../territoires/rive/" in page
    assert "Rive" not in page


def test_a_short_address_never_takes_the_place_of_a_page(tmp_path: Path) -> None:
    (tmp_path / "t/rive").mkdir(parents=True)
    (tmp_path / "t/rive/index.html").touch()
    assert [problem.code for problem in write_short_addresses(tmp_path, [_place()])] == ["ID-07"]
