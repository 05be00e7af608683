"""The picture beside a shared link: the words of the card, whole, at the size of the networks, drawn when needed."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from clairevoie.pages.partage import CarteDePartage, share_card, share_cards
from clairevoie.publish import share_cards as drawn
from clairevoie.publish.share_cards import SIZE, write_share_cards
from tests.aides.pages_vues import printed, told
from tests.aides.sites import GABARITS as THEME

_META = re.compile(r'<meta property="(og:[^"]+)" content="([^"]*)"')
LONG = (
    "Table de concertation intersectorielle en développement social, en logement et en sécurité alimentaire "
    * 4
)


def card(titre: str, surtitre: str = "Cap-Rond", name: str = "partage/site.png") -> CarteDePartage:
    return CarteDePartage(name, titre, "Le site", surtitre)


def picture(folder: Path, one: CarteDePartage, cache: Path | None = None) -> Image.Image:
    """A card as it was written."""
    write_share_cards(folder, THEME, [one], cache)
    return Image.open(BytesIO((folder / one.fichier).read_bytes()))


@pytest.mark.parametrize(
    "titre", ["Une table", "Anticonstitutionnellement" * 9, LONG, "œuvre d’été, à Łódź – « ici »"]
)
def test_a_card_has_the_size_of_the_networks_and_leaves_its_margins_empty(tmp_path: Path, titre: str) -> None:
    image = picture(tmp_path, card(titre)).convert("RGB")
    assert image.size == SIZE == (1200, 630)
    right = image.crop((SIZE[0] - 60, 120, SIZE[0], 600))
    foot = image.crop((300, 510, SIZE[0], 600))
    assert len(right.getcolors()) == len(foot.getcolors()) == 1
    assert len(image.crop((72, 120, 1130, 500)).getcolors(100_000)) > 2


def test_the_words_weigh_little(tmp_path: Path) -> None:
    picture(tmp_path, card(LONG))
    assert (tmp_path / "partage/site.png").stat().st_size < 60_000


def test_no_word_is_left_alone_on_the_last_line() -> None:
    from PIL import ImageFont

    font = ImageFont.truetype(THEME / "assets/polices/bricolage-grotesque-640.woff2", 88)
    lines = drawn._title("Ma communauté clé en main", [font], 400)[1]
    assert [len(line.split()) for line in lines] == [2, 3]


def test_the_same_words_give_the_same_bytes_and_are_drawn_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache, one = tmp_path / "cache", card("Une table")
    picture(tmp_path / "a", one, cache)
    monkeypatch.setattr(drawn, "draw", lambda *_: pytest.fail("drawn again"))
    picture(tmp_path / "b", one, cache)
    monkeypatch.undo()
    picture(tmp_path / "c", one, None)
    assert len({(tmp_path / name / one.fichier).read_bytes() for name in "abc"}) == 1


def test_other_words_are_drawn_again(tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    before = picture(tmp_path, card("Une table"), cache).tobytes()
    assert picture(tmp_path, card("Une autre table"), cache).tobytes() != before
    assert picture(tmp_path, card("Une autre table", "Ailleurs"), cache).tobytes() != before


QUARTIER = """\
nom: "Le quartier en commun"
publication: publie
en_bref: "Des voisins travaillent ensemble."
territoires: [rive]
sources: [{document: rapport, repere: "Page 1"}]
"""
VALLEE = QUARTIER.replace("Le quartier en commun", "La vallée en commun").replace("territoires: [rive]\n", "")


def test_the_pages_of_a_demarche_bear_its_picture_and_the_others_that_of_the_site(tmp_path: Path) -> None:
    files = {
        "demarches/quartier.yml": QUARTIER,
        "demarches/vallee.yml": VALLEE,
        "territoires/rive.yml": 'nom: "Rive"\npublication: publie\n',
    }
    site = told(tmp_path, files)
    found = {one.fichier: one for one in share_cards(site)}
    assert set(found) == {
        "partage/site.png",
        "partage/demarches/quartier.png",
        "partage/demarches/vallee.png",
    }
    assert found["partage/demarches/quartier.png"].texte_alternatif == (
        "Rive – Le quartier en commun – Claire-voie"
    )
    assert found["partage/demarches/vallee.png"].surtitre == ""
    assert share_card(site, site.jeu.territoires["rive"]).fichier == "partage/site.png"


def test_a_withdrawn_record_shows_neither_its_name_nor_that_of_its_demarche(tmp_path: Path) -> None:
    gone = 'nom: "Jardin"\npublication: retire\nretrait: {date: "2026-01-01", motif: "Doublon"}\n'
    pages = printed(tmp_path, {"projets/jardin.yml": gone + "demarche: quartier\n"})
    assert pages["projets/jardin"].partage.fichier == "partage/site.png"


@pytest.mark.construction
def test_every_page_says_what_a_link_to_it_shows(built_site: Path) -> None:
    pages = [path for path in built_site.rglob("*.html") if "og:title" in path.read_text(encoding="utf-8")]
    found = {
        path.relative_to(built_site).as_posix(): dict(_META.findall(path.read_text(encoding="utf-8")))
        for path in pages
    }
    assert {"index.html", "argent/index.html", "demarches/cercle-des-anses/index.html"} <= set(found)
    for name, said in found.items():
        address = said["og:image"].removeprefix("https://exemple.test/claire-voie/")
        assert (built_site / address).is_file(), name
        assert all(said[f"og:{key}"] for key in ("title", "description", "site_name", "image:alt")), name
        assert name == "404.html" or said["og:url"].endswith(name.removesuffix("index.html")), name
    others = set(built_site.rglob("index.html")) - set(pages)
    assert all("<a data-suite " in path.read_text(encoding="utf-8") for path in others)
