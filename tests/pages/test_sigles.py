"""An acronym is explained where it is first read, and at the end of the page; nobody guesses what it stands for."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from clairevoie.model import COLLECTIONS
from clairevoie.pages.fiche.sheets import sheets
from tests.aides.pages_vues import links, plain, printed, told, words
from tests.aides.sites import GABARITS, full_pages, full_site

SOURCES = 'sources: [{document: rapport, repere: "Page 1"}]\n'


def _organisme(nom: str, sigle: str, reste: str = "") -> str:
    return f'nom: "{nom}"\nsigle: "{sigle}"\npublication: publie\n{reste}{SOURCES}'


def _projet(description: str, cite: str, reste: str = "") -> dict[str, str]:
    partners = ", ".join(f"{{organisme: {id}}}" for id in cite.split())
    return {
        "projets/jardin.yml": (
            f'nom: "Jardin de la MDQ"\npublication: publie\nen_bref: "Un jardin."\ndemarche: quartier\n'
            f'partenaires: [{partners}]\ndescription: "{description}"\n{reste}{SOURCES}'
        )
    }


def _marked(corps: str) -> list[tuple[str, str]]:
    return re.findall(r'<abbr title="([^"]*)">([^<]*)</abbr>', corps)


def _list(corps: str) -> str:
    return corps.partition('<h2 id="sigles">')[2].partition("</section>")[0]


MAISON = {"organismes/maison-de-quartier.yml": _organisme("Maison de quartier (MDQ)", "MDQ")}


def test_an_acronym_is_explained_at_its_first_use_and_at_the_end_and_the_text_stays_as_typed(
    tmp_path: Path,
) -> None:
    files = {**MAISON, **_projet("La MDQ aide. La MDQ prête l'eau.", "maison-de-quartier")}
    corps = printed(tmp_path, files)["projets/jardin"].corps
    assert _marked(corps) == [("Maison de quartier", "MDQ")]
    assert "<h1" in corps.partition("<abbr")[0], "pas dans le titre"
    assert "La MDQ aide. La MDQ prête l'eau." in words(corps)
    assert "MDQ Maison de quartier" in words(_list(corps))
    assert {"../../organismes/maison-de-quartier/", "../../glossaire/"} <= set(links(_list(corps)))


@pytest.mark.parametrize("texte", ["La MDQ2 aide.", "La SMDQ aide.", "La MDQ-Est aide.", "La mdq aide."])
def test_a_part_of_a_word_is_not_an_acronym(tmp_path: Path, texte: str) -> None:
    corps = printed(tmp_path, {**MAISON, **_projet(texte, "maison-de-quartier")})["projets/jardin"].corps
    assert _marked(corps) == []
    assert 'id="sigles"' not in corps


def test_an_acronym_of_two_records_is_given_both_names(tmp_path: Path) -> None:
    files = {
        **MAISON,
        "organismes/museum.yml": _organisme("Musée du quartier", "MDQ"),
        **_projet("La MDQ aide.", "maison-de-quartier museum"),
    }
    corps = printed(tmp_path, files)["projets/jardin"].corps
    assert _marked(corps) == [("Maison de quartier ou Musée du quartier", "MDQ")]
    assert "MDQ Maison de quartier ou Musée du quartier" in words(_list(corps))


def test_what_no_name_says_in_full_is_not_guessed_but_another_name_may_say_it(tmp_path: Path) -> None:
    silent = {
        "organismes/maison-de-quartier.yml": _organisme(
            "MDQ du centre", "MDQ", 'noms_alternatifs: ["La MDQ"]\n'
        )
    }
    texte = _projet("La MDQ aide.", "maison-de-quartier")
    assert _marked(printed(tmp_path, {**silent, **texte})["projets/jardin"].corps) == []
    full = 'noms_alternatifs: ["La MDQ", "Maison du quartier"]\n'
    said = {"organismes/maison-de-quartier.yml": _organisme("MDQ du centre", "MDQ", full)}
    assert _marked(printed(tmp_path, {**said, **texte})["projets/jardin"].corps) == [
        ("Maison du quartier", "MDQ")
    ]


def test_the_acronym_of_a_homonym_explains_nothing(tmp_path: Path) -> None:
    other = {"organismes/museum.yml": _organisme("Musée du quartier", "MDQ")}
    away = "a_ne_pas_confondre_avec: [organismes/museum]\n"
    corps = printed(tmp_path, {**other, **_projet("La MDQ aide.", "maison-de-quartier", away)})[
        "projets/jardin"
    ].corps
    assert _marked(corps) == []


def test_an_acronym_of_signs_and_markup_does_no_harm(tmp_path: Path) -> None:
    files = {
        "organismes/maison-de-quartier.yml": _organisme('Recherche & \\"dons\\"', "R&D"),
        **_projet("La R&D aide.", "maison-de-quartier"),
    }
    corps = printed(tmp_path, files)["projets/jardin"].corps
    assert _marked(corps) == [("Recherche &amp; &#34;dons&#34;", "R&amp;D")]


def test_a_page_looks_only_at_the_records_that_it_cites(tmp_path: Path) -> None:
    site = told(tmp_path, {**MAISON, **_projet("La MDQ aide.", "maison-de-quartier")})
    make = dict(sheets(site, GABARITS))["projets/jardin/"]
    _, seen = site.tracker.of(make)
    assert "organismes/maison-de-quartier" in seen
    assert "organismes/*" not in seen


def test_every_record_says_what_such_a_thing_is() -> None:
    fiches = list(full_site().jeu)
    seen = {fiche.adresse: words(full_pages()[fiche.adresse].corps) for fiche in fiches}
    assert {fiche.collection for fiche in fiches} == set(COLLECTIONS)
    assert [
        one.adresse for one in fiches if plain(COLLECTIONS[one.collection].sens) not in seen[one.adresse]
    ] == []


def test_the_summary_is_the_first_thing_said_after_the_title() -> None:
    told = [fiche for fiche in full_site().jeu if fiche.en_bref]
    after = {fiche.adresse: words(full_pages()[fiche.adresse].corps.partition("</h1>")[2]) for fiche in told}
    assert len(after) > 25
    assert [one.adresse for one in told if not after[one.adresse].startswith(plain(one.en_bref or ""))] == []


def test_the_easy_version_is_offered_right_after_the_summary_and_found_by_the_search(tmp_path: Path) -> None:
    facile = "facile_a_lire: |\n  On plante ensemble.\n\n  Tout le monde peut venir.\n"
    page = printed(tmp_path, _projet("Le reste.", "maison-de-quartier", facile))["projets/jardin"]
    easy = page.corps.partition('<details class="facile" id="facile-a-lire">')[2].partition("</details>")[0]
    assert words(easy) == "Version facile à lire On plante ensemble. Tout le monde peut venir."
    assert words(page.corps.partition("Un jardin.")[2]).startswith("Version facile à lire")
    assert "On plante ensemble. Tout le monde peut venir." in plain(page.entrees[0].texte)
