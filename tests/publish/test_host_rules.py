"""Each kind of server is told where the addresses of other days lead, and which pages are gone."""

from __future__ import annotations

from pathlib import Path

import pytest

from clairevoie.publish.host_rules import FOLDER, NETLIFY, write_host_rules

MOVED = [
    ("comites/table", "comites/forum"),
    ("fichiers/a.pdf", "documents/a"),
    ("frise/2020", "frise"),
    ("b", ""),
]


def _rules(folder: Path, name: str, base: str = "/") -> str:
    write_host_rules(folder, MOVED, ["projets/ruelle"], base)
    return (folder / name).read_text(encoding="utf-8")


def test_netlify_is_told_before_the_page_that_is_there(tmp_path: Path) -> None:
    assert _rules(tmp_path, NETLIFY).splitlines() == [
        "/b/ / 301!",
        "/b / 301!",
        "/comites/table/ /comites/forum/ 301!",
        "/comites/table /comites/forum/ 301!",
        "/fichiers/a.pdf /documents/a/ 301!",
        "/frise/2020/ /frise/ 301!",
        "/frise/2020 /frise/ 301!",
        "/projets/ruelle/ /projets/ruelle/index.html 410!",
        "/projets/ruelle /projets/ruelle/index.html 410!",
    ]


def test_nginx_has_two_maps(tmp_path: Path) -> None:
    assert "/comites/table/ /comites/forum/;\n" in _rules(tmp_path, f"{FOLDER}/nginx-demenagees.map")
    assert _rules(tmp_path, f"{FOLDER}/nginx-retirees.map") == "/projets/ruelle/ 1;\n/projets/ruelle 1;\n"


def test_a_site_below_the_root_of_its_host_says_so(tmp_path: Path) -> None:
    rules = _rules(tmp_path, f"{FOLDER}/Caddyfile", "/claire-voie/")
    assert "redir /claire-voie/comites/table/ /claire-voie/comites/forum/ permanent\n" in rules
    assert "@retirees path /claire-voie/projets/ruelle/ /claire-voie/projets/ruelle\n" in rules


@pytest.mark.parametrize("base", ["/a b/", "/{env.HOME}/", "/a;return 200/", '/"/'])
def test_a_base_that_a_server_could_take_for_an_order_has_no_rule(tmp_path: Path, base: str) -> None:
    write_host_rules(tmp_path, MOVED, (), base)
    assert list(tmp_path.iterdir()) == []
