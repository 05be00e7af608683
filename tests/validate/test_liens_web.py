"""Addresses of other sites, as people type them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.aides.stories import DEPART, sentences

FICHE = DEPART["organismes/maison-de-quartier.yml"]


@pytest.mark.parametrize(
    ("url", "raison", "exemple"),
    [
        ("http://maison.org", "une adresse doit commencer par https", "https://maison.org"),
        ("www.maison.org/a", "une adresse doit commencer par https", "https://www.maison.org/a"),
        ("ftp://maison.org", "une adresse doit commencer par https", "https://maison.org"),
        ("maison", "une adresse doit commencer par https", "https://www.exemple.quebec"),
        ("https://maison", "il y manque le nom d'un site", "https://www.exemple.quebec"),
        ("https://mai son.org", "elle contient une espace", "https://maison.org"),
        ("info@maison.org", "une adresse doit commencer par https", "https://www.exemple.quebec"),
        ("https://[", "il y manque le nom d'un site", "https://www.exemple.quebec"),
    ],
)
def test_an_address_that_cannot_be_followed_is_told_with_its_reason(
    tmp_path: Path, url: str, raison: str, exemple: str
) -> None:
    files = DEPART | {"organismes/maison-de-quartier.yml": f'{FICHE}site_web: "{url}"\n'}
    assert sentences(tmp_path, files, "SIT-05") == [
        f"AVERTISSEMENT data/organismes/maison-de-quartier.yml:4:11 [SIT-05]\n"
        f"  L'adresse « {url} » ne peut pas être suivie : {raison}.\n"
        f"  Pour corriger : écrivez-la au complet, par exemple {exemple}."
    ]


def test_a_complete_address_is_silent(tmp_path: Path) -> None:
    files = DEPART | {"organismes/maison-de-quartier.yml": f'{FICHE}site_web: "https://maison.org/é?a=1"\n'}
    assert sentences(tmp_path, files, "SIT-05") == []
