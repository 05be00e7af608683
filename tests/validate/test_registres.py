"""Numbers that registers give, and links to other sites: what was typed, and the sentence that comes back."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.aides.fiches import ORGANISME, PROJET, typed
from tests.aides.stories import DEPART, sentences

_NUMERO = 'identifiants: [{{schema: {}, valeur: "{}"}}]\n'
_MAISON = DEPART[ORGANISME]
_VIEUX = _MAISON.replace("Maison de quartier", "Vieux moulin")


def test_a_number_whose_key_is_wrong_is_told_at_its_place(tmp_path: Path) -> None:
    files = typed(PROJET, 'identifiants: [{schema: siret, valeur: "73282932000075"}]\n')
    assert sentences(tmp_path, files, "ID-12") == [
        "AVERTISSEMENT data/projets/cuisine-collective.yml:6:40 [ID-12]\n"
        "  « 73282932000075 » ne peut pas être un numéro SIRET : sa clé de contrôle ne correspond pas (un chiffre a "
        "sans doute changé, ou changé de place).\n"
        '  Pour corriger : recopiez-le de la source, par exemple valeur: "73282932000074". Si la source l\'écrit '
        'ainsi, ajoutez notes: [{nature: ecart, couvre: [ID-12], texte: "…"}].'
    ]


def test_a_number_without_quotes_keeps_its_zeros(tmp_path: Path) -> None:
    files = typed(PROJET, "identifiants: [{schema: numero_de_dossier, valeur: 00417}]\n")
    (said,) = sentences(tmp_path, files, "TYP-05")
    assert 'mettez-le entre guillemets : valeur: "00417".' in said


@pytest.mark.parametrize("schema", ["SIRET", "sirett", "wikidatta", "numero_dossier"])
def test_the_slip_of_a_known_register_is_asked(tmp_path: Path, schema: str) -> None:
    files = typed(PROJET, f'identifiants: [{{schema: {schema}, valeur: "7"}}]\n')
    (said,) = sentences(tmp_path, files, "ID-13")
    assert "vouliez-vous dire « " in said


@pytest.mark.parametrize("schema", ["permis", "registre_des_lobbyistes", "odd"])
def test_a_register_of_another_name_is_free(tmp_path: Path, schema: str) -> None:
    files = typed(PROJET, f'identifiants: [{{schema: {schema}, valeur: "7-41"}}]\n')
    assert sentences(tmp_path, files, "ID-13") == sentences(tmp_path, files, "ID-12") == []


def test_a_neq_typed_both_ways_is_the_same(tmp_path: Path) -> None:
    short = 'neq: "1140000000"\n'
    same = typed(ORGANISME, short + 'identifiants: [{schema: neq, valeur: "1140 000 000"}]\n')
    assert sentences(tmp_path / "a", same, "ID-14") == []
    other = typed(ORGANISME, short + 'identifiants: [{schema: neq, valeur: "1140000001"}]\n')
    assert sentences(tmp_path / "b", other, "ID-14") == [
        f"AVERTISSEMENT data/{ORGANISME}:5:38 [ID-14]\n"
        "  Cette fiche donne deux NEQ : 1140000000 dans neq, 1140000001 dans identifiants.\n"
        "  Pour corriger : gardez celui que donne la source."
    ]


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        ('neq: "1140000000"\n', _NUMERO.format("neq", "1140 000 000"), True),
        (_NUMERO.format("wikidata", "Q176"), _NUMERO.format("wikidata", "Q1760"), False),
        (_NUMERO.format("permis", "7"), _NUMERO.format("permis", "7"), False),
        (_NUMERO.format("numero_de_dossier", "7"), _NUMERO.format("numero_de_dossier", "7"), False),
    ],
)
def test_two_organismes_of_one_number_are_perhaps_one(
    tmp_path: Path, first: str, second: str, told: bool
) -> None:
    files = {**DEPART, ORGANISME: _MAISON + first, "organismes/vieux-moulin.yml": _VIEUX + second}
    said = sentences(tmp_path, files, "ID-15")
    assert bool(said) == told
    assert (
        not told
        or "« Maison de quartier » et « Vieux moulin » ont le même numéro (NEQ 1140 000 000)." in said[0]
    )


@pytest.mark.parametrize(
    ("schema", "valeur", "told"),
    [
        ("siren", "732 829 320", []),  # it would pass for a social insurance number
        ("siren", "046 454 286", []),
        ("permis", "046 454 286", ["PRV-05"]),
    ],
)
def test_a_number_of_a_register_is_not_that_of_a_person(
    tmp_path: Path, schema: str, valeur: str, told: list[str]
) -> None:
    files = typed(ORGANISME, f'identifiants: [{{schema: {schema}, valeur: "{valeur}"}}]\n')
    assert [code for code in ("PRV-05", "PRV-04") if sentences(tmp_path, files, code)] == told


@pytest.mark.parametrize(
    ("adresse", "code", "why"),
    [
        ("http://maison.org", "SIT-05", "une adresse doit commencer par https"),
        ("javascript:alert(1)", "SIT-05", "une adresse doit commencer par https"),
        ("data:text/html,x", "SIT-05", "une adresse doit commencer par https"),
        ("mailto:info@maison.org", "SIT-05", "c'est un courriel, et non l'adresse d'une page"),
        ("https://m\u0430ison.org", "PAG-22", "des lettres qui imitent les nôtres"),
        ("https://maison.org@autre.org", "PAG-22", "ce qui précède « @ » cache le vrai nom du site"),
        ("https://192.168.0.1/", "PAG-22", "le nom du site n'est pas complet"),
    ],
)
def test_a_link_is_as_safe_as_any_other_address(tmp_path: Path, adresse: str, code: str, why: str) -> None:
    files = typed(PROJET, f'liens:\n  - {{genre: carte, adresse: "{adresse}"}}\n')
    (said,) = sentences(tmp_path, files, code)
    assert why in said
    assert "projets/cuisine-collective.yml:7:29" in said


def test_the_words_of_a_link_do_not_show_another_site(tmp_path: Path) -> None:
    files = typed(PROJET, 'liens: [{adresse: "https://autre.org", libelle: "www.maison.org"}]\n')
    (said,) = sentences(tmp_path, files, "PAG-25")
    assert "Ce lien montre « www.maison.org » et mène à https://autre.org." in said


def test_one_address_typed_both_ways_is_told(tmp_path: Path) -> None:
    files = typed(
        ORGANISME, 'site_web: "https://maison.org"\nliens: ["https://autre.org", "https://Maison.org/"]\n'
    )
    assert sentences(tmp_path, files, "SIT-12") == [
        f"AVERTISSEMENT data/{ORGANISME}:5:30 [SIT-12]\n"
        "  L'adresse « https://Maison.org/ » est tapée deux fois sur cette fiche : dans site_web et dans liens.\n"
        "  Pour corriger : gardez-la une seule fois, dans site_web."
    ]


def test_a_number_typed_alone_is_proposed_as_a_number(tmp_path: Path) -> None:
    (said,) = sentences(tmp_path, typed(PROJET, 'identifiants: ["73282932000074"]\n'), "TYP-11")
    assert '{schema: siret, valeur: "73282932000074"}' in said


def test_an_address_twice_among_the_links_is_told_once(tmp_path: Path) -> None:
    files = typed(PROJET, 'liens: ["https://maison.org", "https://maison.org"]\n')
    (said,) = sentences(tmp_path, files, "SIT-12")
    assert "est tapée deux fois sur cette fiche.\n  Pour corriger : gardez-la une seule fois." in said
