"""Texts in Markdown, and texts that are not: what is typed, where it is told, before any page is made."""

from __future__ import annotations

from pathlib import Path

import pytest

from clairevoie.content import look
from clairevoie.model import COLLECTIONS
from clairevoie.problems import Located
from clairevoie.read import examine_folder
from clairevoie.validate import examine, validate
from tests.aides.stories import DEPART, ON, sentences, verdict, write

COMITE = "comites/table-de-quartier.yml"
_COMITE = DEPART[COMITE]
_CODES = ("TYP-21", "TYP-22", "SIT-05", "SIT-08", "SIT-09", "REF-01", "REF-05", "REF-19")


def contexte(typed: str) -> dict[str, str]:
    """The smallest dataset, with this value as the context of its comité, in Markdown."""
    return {**DEPART, COMITE: f"{_COMITE}contexte: {typed}\n"}


def told(tmp_path: Path, files: dict[str, str]) -> list[str]:
    """Where each problem of a text stands, its code, and its first sentence."""
    found = (one for one in verdict(tmp_path, files).problems if one.code in _CODES)
    return [f"{one.origin.line}:{one.origin.column} {one.code} {one.fault}" for one in found]


def test_a_heading_that_is_not_read_is_told_where_it_was_typed(tmp_path: Path) -> None:
    assert sentences(tmp_path, contexte("|\n  Un mot.\n\n  ## Un titre"), "TYP-21") == [
        f"AVERTISSEMENT data/{COMITE}:9:3 [TYP-21]\n"
        "  « ## Un titre » paraîtra tel que tapé : un texte long n'a pas de titre.\n"
        "  Pour corriger : écrivez-le en gras, **ainsi**, ou retirez le signe #."
    ]


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("|\n  Voir\n\n    ![plan](p.png)", "9:5"),
        (">\n  Voir\n  le\n  ![plan](p.png)", "9:3"),
        ("'Il a dit ''non'' : ![plan](p.png)'", "6:31"),
        ('"A \\"b\\" \\u00e9 ![plan](p.png)"', "6:27"),
        ('"Voir\n\n  ![plan](p.png)"', "8:3"),
        ("Voir\n  ![plan](p.png)", "7:3"),
        ('"Voir \\\n  ![plan](p.png)"', "7:3"),
        ("|-\n  👩‍👧‍👦 ![plan](p.png)", "7:9"),
    ],
)
def test_a_place_in_a_text_is_that_of_the_file_whatever_the_way_it_was_typed(
    tmp_path: Path, typed: str, place: str
) -> None:
    assert told(tmp_path, contexte(typed)) == [
        f"{place} TYP-21 « ![plan](p.png) » paraîtra tel que tapé : un texte long n'a pas d'image."
    ]


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ("***", "TYP-21 « *** » paraîtra tel que tapé : un texte long n'a pas de trait de séparation."),
        ("```", "TYP-21 « ``` » paraîtra tel que tapé : un texte long n'a pas de bloc de code."),
        ("[a](b c)", "TYP-21 « [a] » paraîtra tel que tapé : un texte long n'a pas de lien écrit ainsi."),
        (
            "[a](http://exemple.org)",
            "SIT-05 L'adresse « http://exemple.org » ne peut pas être suivie : une adresse doit commencer par https.",
        ),
        (
            "[a](mailto:nom)",
            "SIT-05 L'adresse « mailto:nom » ne peut pas être suivie : ce n'est pas un courriel.",
        ),
        ("[a](comites/tabel-de-quartier)", "REF-01 Le comité « tabel-de-quartier » n'existe pas."),
        ("[a](../plans/plan.md)", "REF-01 Le plan « plan » n'existe pas."),
        ("[a](#plus-bas)", "REF-19 « #plus-bas » ne mène à aucun élément."),
        ("[a](demarches/quartier#x)", "REF-19 « demarches/quartier#x » ne mène à aucun élément."),
        ("[a](fichiers/plan.pdf)", "SIT-08 Le lien vers « fichiers/plan.pdf » ne mène nulle part."),
        ("[[demarches/quartier]]", "SIT-09 « [[demarches/quartier]] » n'est pas un lien dans une fiche."),
    ],
)
def test_what_leads_nowhere_or_is_not_read_is_told(tmp_path: Path, typed: str, fault: str) -> None:
    (one,) = told(tmp_path, contexte(f"|\n  {typed}"))
    assert one.partition(" ")[2] == fault
    assert one.startswith("7:")


@pytest.mark.parametrize(
    "typed",
    [
        "[a](https://exemple.org/a_(b)), <https://exemple.org>, <nom@exemple.org>",
        "[a](demarches/quartier), [b](../../demarches/quartier/), [c](/demarches/quartier.md)",
        "[a](#mandat-1), [b](comites/table-de-quartier#mandat-1), [c](#sources)",
        "3. trois\n  4. quatre",
        "| a | b |\n  |---|---|\n  | c | d |",
        "**gras**, *italique*, `code`, 5*3*2, [sic], n° 4 (voir)",
    ],
)
def test_what_is_read_is_silent(tmp_path: Path, typed: str) -> None:
    files = contexte(f"|\n  {typed}\nmandats: [{{id: mandat-1, texte: Relier}}]")
    assert told(tmp_path, files) == []


def test_a_double_bracket_is_told_with_the_link_to_type(tmp_path: Path) -> None:
    assert sentences(tmp_path, contexte('"Voir [[demarches/quartier]]."'), "SIT-09") == [
        f"ERREUR data/{COMITE}:6:17 [SIT-09]\n"
        "  « [[demarches/quartier]] » n'est pas un lien dans une fiche.\n"
        "  Pour corriger : écrivez [Quartier en commun](demarches/quartier)."
    ]
    assert told(tmp_path, contexte('"Voir [Quartier en commun](demarches/quartier)."')) == []


def test_a_dead_double_bracket_is_told_as_a_dead_link_too(tmp_path: Path) -> None:
    assert told(tmp_path, contexte('"Voir [[plans/absent|le plan]]."')) == [
        "6:17 SIT-09 « [[plans/absent|le plan]] » n'est pas un lien dans une fiche.",
        "6:19 REF-01 Le plan « absent » n'existe pas.",
    ]


def test_a_published_text_does_not_lead_to_a_draft(tmp_path: Path) -> None:
    draft = DEPART["organismes/maison-de-quartier.yml"].replace("publie", "brouillon")
    files = contexte('"Voir [la maison](organismes/brouillon)."') | {"organismes/brouillon.yml": draft}
    assert "6:29 REF-05 Cette fiche publiée renvoie à « brouillon », qui ne l'est pas." in told(
        tmp_path, files
    )


def test_words_of_a_source_are_not_markdown_and_their_links_are_told(tmp_path: Path) -> None:
    files = {**DEPART, COMITE: f'{_COMITE}mission: "Voir [plus bas](#plus-bas), **vite**."\n'}
    assert told(tmp_path, files) == [
        "6:16 TYP-22 « [plus bas](#plus-bas) » paraîtra tel que tapé : « mission » ne lit pas le Markdown.",
        "6:27 REF-19 « #plus-bas » ne mène à aucun élément.",
        "6:39 TYP-22 « **vite** » paraîtra tel que tapé : « mission » ne lit pas le Markdown.",
    ]
    assert sentences(tmp_path, files, "TYP-22")[1].endswith(
        "Pour corriger : retirez ces signes, ou dites cela dans « contexte », qui le lit."
    )


@pytest.mark.parametrize("typed", ["1986. Année", "5*3*2", "# 12", "> 65 ans", "[sic] (voir)", "a_b_c, x**2"])
def test_words_of_a_source_may_hold_any_sign(tmp_path: Path, typed: str) -> None:
    files = {**DEPART, COMITE: f'{_COMITE}mission: "{typed}"\nmandats: ["{typed}"]\n'}
    assert told(tmp_path, files) == []


def test_a_link_to_a_page_that_nobody_wrote_is_told_when_the_pages_are_known(tmp_path: Path) -> None:
    content = tmp_path / "content"
    for name in ("index.md", "a-propos/index.md", "aide.md"):
        (content / name).parent.mkdir(parents=True, exist_ok=True)
        (content / name).write_text("# Un titre\n", encoding="utf-8")
    pages = look(tmp_path, tmp_path / "data").addresses
    assert pages == {"", "a-propos", "aide"}
    typed = '"[a](../../a-propos/) [b](aide) [c](/) [d](a-propo) [e](donnees/actions.csv)"'
    reading = examine_folder(write(tmp_path, contexte(typed)), tuple(COLLECTIONS), examine)
    found: list[Located] = [one for one in validate(reading, ON, pages).problems if one.code == "SIT-08"]
    assert list(map(str, found)) == [
        f"ERREUR data/{COMITE}:6:54 [SIT-08]\n"
        "  Le lien vers « a-propo » ne mène nulle part.\n"
        "  Pour corriger : vouliez-vous dire « a-propos »? Sinon, écrivez l'adresse d'une fiche (collection/id), "
        "d'une page du site (a-propos), ou d'un autre site (https://…)."
    ]
