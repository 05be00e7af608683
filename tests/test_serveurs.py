"""Each server that may hold the site tells browsers what to refuse, wherever one goes; the real ones are asked."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from clairevoie.cli import main
from clairevoie.hosting import settings
from clairevoie.publish.headers import HEADERS, IN_PAGES, POLICY, POLICY_OF_CARDS
from clairevoie.publish.host_rules import write_host_rules
from tests import observatoire
from tests.aides.hotes import hosted, lacking
from tests.aides.sites import ROOT

SERVERS = {"nginx.conf": "nginx", "Caddyfile": "caddy", "apache.htaccess": "apache2"}
# A page, the address of a folder without its last sign, nothing, and a page that others may show.
ANSWERS = {"/": 200, "/explorer/": 200, "/explorer": (301, 308), "/rien/": 404, "/cartes/une/": 200}
# An address that moved, and a page that was withdrawn.
ANSWERS |= {"/comites/table/": 301, "/projets/ruelle/": 410}


def test_the_settings_kept_for_those_who_host_are_those_of_the_program() -> None:
    kept = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / "serveurs").iterdir()}
    assert kept == settings(), "lancez « make serveurs »"


def test_the_settings_are_written_where_one_asks(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serveurs", "--racine", str(tmp_path)]) == 0
    written = [Path(line) for line in capsys.readouterr().out.splitlines()]
    assert {path.name: path.read_text(encoding="utf-8") for path in written} == settings()
    assert {path.parent for path in written} == {tmp_path / "serveurs"}


@pytest.mark.parametrize("name", settings())
def test_each_server_is_given_every_header_and_lets_cards_alone_be_framed(name: str) -> None:
    text = settings()[name]
    assert "{{" not in text
    for header, value in HEADERS.items():
        assert len(re.findall(rf'{header}:? "?{re.escape(value)}"?( always;)?\n', text)) == 1, header
    assert text.count(POLICY) == text.count(POLICY_OF_CARDS) == 1
    assert text.index("/cartes/") < text.index(POLICY_OF_CARDS)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    site = tmp_path / "site"
    for name in (
        *("index.html", "explorer/index.html", "cartes/une/index.html", "404.html"),
        *("comites/table/index.html", "projets/ruelle/index.html"),
    ):
        page = site / name
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(
            f'<!doctype html><html lang="fr"><head>{IN_PAGES}<title>{name}</title></head></html>',
            encoding="utf-8",
        )
    write_host_rules(site, [("comites/table", "explorer")], ["projets/ruelle"])
    return site


@pytest.mark.parametrize("name", SERVERS)
def test_whatever_is_asked_a_real_server_answers_with_every_header(
    site: Path, tmp_path: Path, name: str
) -> None:
    if missing := lacking(SERVERS[name], "openssl"):
        pytest.skip(missing)
    with hosted(name, site, tmp_path) as host:
        for address, expected in ANSWERS.items():
            code, headers = host.headers(address)
            assert code in (expected if isinstance(expected, tuple) else (expected,)), address
            said = {"Content-Security-Policy": POLICY_OF_CARDS if "cartes" in address else POLICY, **HEADERS}
            told = {one: headers.get(one.lower()) for one in said}
            assert told == said, address
        assert host.headers("/comites/table")[1]["location"].endswith("/explorer/")
        page = site / "projets/ruelle/index.html"
        assert host.headers("/projets/ruelle/")[1]["content-length"] == str(page.stat().st_size)
        code, headers = host.plain_headers("/explorer/")
        assert code in (301, 308)
        assert headers["location"].startswith("https://localhost")


def test_the_observatory_of_mdn_gives_the_site_behind_nginx_more_than_it_asks(
    site: Path, tmp_path: Path
) -> None:
    if why := observatoire.missing():
        pytest.skip(why)
    assert observatoire.score(site, tmp_path) >= 110
