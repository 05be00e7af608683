"""Old addresses lead to the new ones, and never out of the site nor over a page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from clairevoie.ledger import Redirection
from clairevoie.model.enjeux import Enjeu
from clairevoie.model.territoires import Territoire
from clairevoie.publish.addresses import (
    SiteSaid,
    list_addresses,
    write_redirections,
    write_short_addresses,
    write_vanished_lists,
)


def _moved(old: str, **others: Any) -> Redirection:
    return Redirection(old, "enjeux/ici", "Entraide <b>", **others)


def _stage(folder: Path) -> Path:
    for name in ("index.html", "enjeux/ici/index.html"):
        page = folder / "site" / name
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text("une page", encoding="utf-8")
    return folder / "site"


def test_an_old_address_leads_to_the_new_one(tmp_path: Path) -> None:
    stage = _stage(tmp_path)
    assert list(write_redirections(stage, [_moved("enjeux/la")])) == []
    page = (stage / "enjeux/la/index.html").read_text(encoding="utf-8")
    assert '<a data-suite href="../../enjeux/ici/">Aller à «\u00a0Entraide &lt;b&gt;\u00a0»</a>' in page
    assert '<noscript><meta http-equiv="refresh" content="0; url=../../enjeux/ici/"></noscript>' in page
    assert '<script src="../../assets/js/demenagement.js"></script>' in page


def test_the_address_to_remember_is_whole_where_that_of_the_site_is_known(tmp_path: Path) -> None:
    site, wanted = "https://exemple.test/quartier/", '<link rel="canonical" href="{}">'
    stage = _stage(tmp_path)
    assert (
        list(write_redirections(stage, [_moved("enjeux/la", ancres={"a": "plans/un#b"})], SiteSaid(site)))
        == []
    )
    write_vanished_lists(stage, ["frise/2026"], SiteSaid(site))
    list(write_short_addresses(stage, [_place()], SiteSaid(site)))
    for address, whole in (
        ("enjeux/la", f"{site}enjeux/ici/"),
        ("frise/2026", site),
        ("t/rive", f"{site}territoires/rive/"),
    ):
        assert wanted.format(whole) in (stage / address / "index.html").read_text(encoding="utf-8")
    list(write_redirections(stage, [_moved("enjeux/bas")]))
    page = (stage / "enjeux/bas/index.html").read_text(encoding="utf-8")
    assert wanted.format("../../enjeux/ici/") in page


def test_the_page_of_an_old_address_of_a_made_up_community_says_so(tmp_path: Path) -> None:
    stage = _stage(tmp_path)
    assert list(write_redirections(stage, [_moved("enjeux/la")], SiteSaid(made_up=True))) == []
    assert list(write_redirections(stage, [_moved("enjeux/vrai")])) == []
    made_up = [
        "Communauté inventée" in (stage / page / "index.html").read_text(encoding="utf-8")
        for page in ("enjeux/la", "enjeux/vrai")
    ]
    assert made_up == [True, False]


def test_where_an_anchor_led_elsewhere_since_one_chooses(tmp_path: Path) -> None:
    stage = _stage(tmp_path)
    assert list(write_redirections(stage, [_moved("enjeux/la", ancres={"a": "plans/un#b"})])) == []
    page = (stage / "enjeux/la/index.html").read_text(encoding="utf-8")
    assert '<li id="a"><a href="../../plans/un/#b">a</a></li>' in page
    assert 'http-equiv="refresh"' not in page


def test_what_stands_below_a_page_that_moved_keeps_its_old_address(tmp_path: Path) -> None:
    stage = _stage(tmp_path)
    for name, text in (("objectifs/un/index.html", "une page"), ("rencontre.ics", "un agenda")):
        (stage / "enjeux/ici" / name).parent.mkdir(parents=True, exist_ok=True)
        (stage / "enjeux/ici" / name).write_text(text, encoding="utf-8")
    (stage / "donnees/enjeux").mkdir(parents=True)
    (stage / "donnees/enjeux/ici.yml").write_text("nom: Entraide", encoding="utf-8")
    assert list(write_redirections(stage, [_moved("enjeux/la")])) == []
    below = (stage / "enjeux/la/objectifs/un/index.html").read_text(encoding="utf-8")
    assert 'data-suite href="../../../../enjeux/ici/objectifs/un/"' in below
    assert (stage / "enjeux/la/rencontre.ics").read_text(encoding="utf-8") == "un agenda"
    assert (stage / "donnees/enjeux/la.yml").read_text(encoding="utf-8") == "nom: Entraide"


def test_the_address_of_a_file_leads_to_its_record(tmp_path: Path) -> None:
    stage = _stage(tmp_path)
    assert list(write_redirections(stage, [_moved("fichiers/affiche.pdf")])) == []
    page = (stage / "fichiers/affiche.pdf/index.html").read_text(encoding="utf-8")
    assert 'href="../../enjeux/ici/"' in page


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


def test_a_list_that_is_no_more_leads_to_the_nearest_page_above(tmp_path: Path) -> None:
    stage = _stage(tmp_path)
    lists = ("enjeux/ici/liste/deux", "frise/2026", "enjeux/ici")
    assert write_vanished_lists(stage, lists) == [("enjeux/ici/liste/deux", "enjeux/ici"), ("frise/2026", "")]
    assert 'href="../../../../enjeux/ici/"' in (stage / lists[0] / "index.html").read_text(encoding="utf-8")
    assert 'href="../../"' in (stage / "frise/2026/index.html").read_text(encoding="utf-8")


_ENJEU = Enjeu(id="ici", nom="Entraide", publication="publie", anciennes_adresses=("enjeux/la",))


def _place(publication: str = "publie", *old: str) -> Territoire:
    return Territoire(id="rive", nom="Rive", publication=publication, anciennes_adresses=old)


def test_a_short_address_leads_to_its_place(tmp_path: Path) -> None:
    assert list(write_short_addresses(tmp_path, [_place(), _ENJEU])) == []
    page = (tmp_path / "t/rive/index.html").read_text(encoding="utf-8")
    assert 'content="0; url=../../territoires/rive/"' in page
    assert '<a data-suite href="../../territoires/rive/">Aller à «\u00a0Rive\u00a0»</a>' in page
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


def test_the_comparison_of_two_plans_is_among_the_addresses_that_are_kept(tmp_path: Path) -> None:
    for address in ("plans/ancien", "plans/nouveau", "plans/nouveau/comparer/ancien"):
        (tmp_path / address).mkdir(parents=True, exist_ok=True)
        (tmp_path / address / "index.html").write_text("", encoding="utf-8")
    found = list_addresses(tmp_path, (), ("plans/ancien", "plans/nouveau"))
    assert found == ["plans/nouveau/comparer/ancien"]
