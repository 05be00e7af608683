"""The page of the data says how heavy each file is that it offers."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from clairevoie.publish.sizes import tell_sizes
from clairevoie.wording.sizes import size_of_file


@pytest.mark.parametrize(
    ("octets", "said"),
    [
        (0, "1 ko"),
        (1_499, "1 ko"),
        (120_400, "120 ko"),
        (999_499, "999 ko"),
        (999_500, "1 Mo"),
        (1_640_000, "1,6 Mo"),
        (9_960_000, "10 Mo"),
        (31_031_150, "31 Mo"),
    ],
)
def test_a_size_is_said_in_two_or_three_figures(octets: int, said: str) -> None:
    assert size_of_file(octets) == said.replace(" ", "\u00a0")


def test_the_size_of_a_file_follows_its_link(tmp_path: Path) -> None:
    page, file = tmp_path / "donnees/index.html", tmp_path / "donnees/paquet/avis.csv"
    file.parent.mkdir(parents=True)
    file.write_bytes(b"a" * 12_000)
    page.write_text(
        "<a>Avis</a>, <!-- poids: donnees/paquet/avis.csv -->; <a>Rien</a>, <!-- poids: donnees/rien.csv -->",
        encoding="utf-8",
    )
    tell_sizes(tmp_path, page)
    assert page.read_text(encoding="utf-8") == (
        "<a>Avis</a>, 12\u00a0ko; <a>Rien</a>, <!-- poids: donnees/rien.csv -->"
    )


def test_a_site_without_that_page_has_nothing_to_say(tmp_path: Path) -> None:
    tell_sizes(tmp_path, tmp_path / "donnees/index.html")
    assert list(tmp_path.iterdir()) == []


def test_every_file_that_is_offered_has_its_size(small_site: Path) -> None:
    text = (small_site / "donnees/index.html").read_text(encoding="utf-8")
    offered = re.findall(r'<li><a href="../donnees/[^"]*" aria-label[^>]*>[^<]*</a>([^<]*)</li>', text)
    assert len(offered) > 10
    assert [
        said
        for said in offered
        if not re.fullmatch(
            r", [\d,]+\u00a0[km]o|(?:\u00a0|&nbsp;)\([\d,]+\u00a0[km]o\)", said, re.IGNORECASE
        )
    ] == []
    assert "<!-- poids" not in text
