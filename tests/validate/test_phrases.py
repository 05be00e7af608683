"""Phrases and what is typed beside them: what was typed, and the sentence that comes back."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.aides.stories import DEPART, sentences, verdict

COMITE = "comites/table-de-quartier.yml"
DEMARCHE = "demarches/quartier.yml"
PROJET = "projets/cuisine.yml"
EVENEMENT = "evenements/rencontre.yml"

_HEAD = """\
{nom}: "Une chose à suivre"
publication: publie
en_bref: "Ce que la table prévoit faire."
demarche: quartier
sources: [{{document: rapport, repere: "Page 2"}}]
"""
_BASES = {**DEPART, PROJET: _HEAD.format(nom="nom"), EVENEMENT: _HEAD.format(nom="titre")}


def told(folder: Path, name: str, added: str, code: str) -> list[str]:
    """What is said under this code when these lines are added to one record of the smallest dataset."""
    return sentences(folder, {**DEPART, name: _BASES[name] + added}, code)


def test_a_date_typed_beside_a_phrase_is_not_elsewhere_in_time(tmp_path: Path) -> None:
    added = 'date: {texte: "31 mars 2009", edtf: "2009-04"}\n'
    assert told(tmp_path, EVENEMENT, added, "DAT-07") == [
        f"AVERTISSEMENT data/{EVENEMENT}:6:37 [DAT-07]\n"
        "  La phrase dit « 31 mars 2009 » (2009-03-31); la valeur saisie dit 2009-04.\n"
        "  Pour corriger : retirez la valeur saisie, ou corrigez la phrase d'après la source."
    ]


@pytest.mark.parametrize(
    ("phrase", "edtf"),
    [
        ("Mars 2009", "2009-03-31"),  # more precise than the phrase
        ("31 mars 2009", "2009"),  # less precise
        ("2009-10", "2009-10"),  # the phrase alone is ambiguous
        ("Avant les fêtes", "2009-12"),  # the phrase alone says no date
    ],
)
def test_a_date_that_settles_or_details_its_phrase_is_welcome(tmp_path: Path, phrase: str, edtf: str) -> None:
    assert told(tmp_path, EVENEMENT, f'date: {{texte: "{phrase}", edtf: "{edtf}"}}\n', "DAT-07") == []


def test_numbers_typed_beside_a_frequency_are_those_of_the_phrase(tmp_path: Path) -> None:
    added = 'frequence: {texte: "4 rencontres par année", max: 6}\n'
    assert told(tmp_path, COMITE, added, "DAT-07") == [
        f"AVERTISSEMENT data/{COMITE}:6:12 [DAT-07]\n"
        "  La phrase dit « 4 rencontres par année » (4 par année); la valeur saisie dit 4 à 6 par année.\n"
        "  Pour corriger : retirez la valeur saisie, ou corrigez la phrase d'après la source."
    ]


def test_a_duration_typed_beside_a_phrase_is_that_of_the_phrase(tmp_path: Path) -> None:
    assert told(tmp_path, DEMARCHE, 'duree: {texte: "trois ans", iso: P24M}\n', "DAT-07") == [
        f"AVERTISSEMENT data/{DEMARCHE}:8:34 [DAT-07]\n"
        "  La phrase dit « trois ans » (P3Y); la valeur saisie dit P24M.\n"
        "  Pour corriger : retirez la valeur saisie, ou corrigez la phrase d'après la source."
    ]


def test_the_same_duration_in_other_units_is_the_same(tmp_path: Path) -> None:
    assert told(tmp_path, DEMARCHE, 'duree: {texte: "trois ans", iso: P36M}\n', "DAT-07") == []


def test_a_date_that_nobody_reads_is_told_with_two_near_it_and_published_as_it_is(tmp_path: Path) -> None:
    phrase = "le 31 de marz"
    added = f'etapes: [{{id: a, genre: etape, texte: "Ouvrir", echeances: "{phrase}"}}]\n'
    assert told(tmp_path, PROJET, added, "DAT-19") == [
        f"AVERTISSEMENT data/{PROJET}:6:60 [DAT-19]\n"
        "  La phrase « le 31 de marz » n'est pas lue comme une date; "
        "elle est publiée telle quelle.\n"
        "  Pour corriger : écrivez-la comme « mars 2027 » ou « fin mars 2027 »; si elle ne dit rien de tel, laissez-la."
    ]


def test_the_date_of_a_meeting_that_nobody_reads_is_refused(tmp_path: Path) -> None:
    assert told(tmp_path / "a", EVENEMENT, 'date: "bientôt peut-être"\n', "DAT-19") == [
        f"ERREUR data/{EVENEMENT}:6:7 [DAT-19]\n"
        "  La phrase « bientôt peut-être » n'est pas lue comme une date; "
        "sans elle, rien ne peut être mis à sa place.\n"
        "  Pour corriger : écrivez-la comme « automne 2027 » ou « court terme »."
    ]
    (step,) = told(tmp_path / "b", EVENEMENT, 'type: sondage\ndate: "bientôt peut-être"\n', "DAT-19")
    assert step.startswith("AVERTISSEMENT")


@pytest.mark.parametrize(
    ("name", "champ"),
    [(COMITE, "debut"), (COMITE, "fin"), (COMITE, "etat_au"), ("documents/rapport.yml", "date_document")],
)
def test_one_phrase_has_one_level_in_all_the_fields_of_a_date(tmp_path: Path, name: str, champ: str) -> None:
    (said,) = told(tmp_path, name, f'{champ}: "bientôt peut-être"\n', "DAT-19")
    assert said.split("\n")[0].startswith(f"AVERTISSEMENT data/{name}:")
    assert said.split("\n")[1] == (
        "  La phrase « bientôt peut-être » n'est pas lue comme une date; elle est publiée telle quelle."
    )


@pytest.mark.parametrize("added", ["frequence: quand on peut\n", "frequence: [Au besoin, de loin en loin]\n"])
def test_a_frequency_that_nobody_reads_is_told_too(tmp_path: Path, added: str) -> None:
    (said,) = told(tmp_path, COMITE, added, "DAT-19")
    assert said.startswith("AVERTISSEMENT")
    assert said.endswith(
        "écrivez-la comme « 4 rencontres par année » ou « mensuel »; si elle ne dit rien de tel, laissez-la."
    )
    assert "edtf" not in said


@pytest.mark.parametrize(
    "phrase", ["En continu", "Au besoin", "Calendrier à déterminer", "Selon le calendrier"]
)
def test_a_phrase_that_says_no_date_is_read_all_the_same(tmp_path: Path, phrase: str) -> None:
    assert told(tmp_path, EVENEMENT, f'date: "{phrase}"\n', "DAT-19") == []


@pytest.mark.parametrize("duree", ["le temps qu'il faut", "assez longtemps pour bien faire"])
def test_a_duration_that_nobody_reads_is_told_too(tmp_path: Path, duree: str) -> None:
    assert len(told(tmp_path, PROJET, f'duree: "{duree}"\n', "DAT-19")) == 1


@pytest.mark.parametrize(
    "edtf",
    [
        "2027", "2027-03", "2027-03-31", "2027-21", "2027-24", "2027-33", "2027-36", "2027-01/2027-03", "2026/2028",
        "../2027-06", "2027-03/..", "2026-23/..", "../2026-24", "2027-03~", "2027~", "../2026-12-25",
    ],
)  # fmt: skip
def test_every_value_that_a_phrase_gives_may_be_typed(tmp_path: Path, edtf: str) -> None:
    added = f'date: {{texte: "À la rentrée du groupe", edtf: "{edtf}"}}\n'
    told_of = verdict(tmp_path, {**_BASES, EVENEMENT: _BASES[EVENEMENT] + added}).problems
    assert [str(one) for one in told_of if one.code.startswith("DAT")] == []


_FIELDS = [
    (EVENEMENT, 'date: "{}"\n'),
    (COMITE, 'debut: "{}"\n'),
    (COMITE, 'etat_au: "{}"\n'),
    ("documents/rapport.yml", 'date_document: "{}"\n'),
    (PROJET, 'periode: "{}"\n'),
    (PROJET, 'etapes: [{{id: a, genre: etape, texte: "Ouvrir", echeances: "{}"}}]\n'),
    (PROJET, 'suivi: [{{date: "{}", texte: "Ouvert."}}]\n'),
]


@pytest.mark.parametrize(
    ("phrase", "code", "fault", "remedy"),
    [
        ("31 juin 2027", "DAT-01", "« 31 juin 2027 » n'existe pas au calendrier : juin 2027 a 30 jours.",
         "écrivez « 30 juin 2027 » ou « 1er juillet 2027 »; vérifiez la date dans la source."),
        ("lundi 4 mai 2027", "DAT-05", "« lundi 4 mai 2027 » se contredit : le 4 mai 2027 est un mardi.",
         "écrivez « mardi 4 mai 2027 », « lundi 3 mai 2027 » ou « lundi 10 mai 2027 »."),
        ("03/04/2025", "DAT-05", "« 03/04/2025 » peut vouloir dire 3 avril 2025 ou 4 mars 2025.",
         "écrivez « 3 avril 2025 » ou « 4 mars 2025 »."),
        ("2026-27", "DAT-05", "« 2026-27 » peut vouloir dire 2026-2027 ou année financière 2026-2027.",
         "écrivez « 2026-2027 » ou « année financière 2026-2027 »."),
        ("à l'automne", "DAT-05", "« à l'automne » ne dit pas l'année.",
         "écrivez « à l'automne 2026 » ou « à l'automne 2027 »."),
        ("3 mai 2027 à 25 h 99", "DAT-21", "« 25 h 99 » n'est pas une heure.",
         "écrivez une heure de « 0 h » à « 23 h 59 », comme « 19 h » ou « 19 h 30 »."),
    ],
)  # fmt: skip
def test_what_is_impossible_or_unclear_is_refused_in_every_field_with_its_answers(
    tmp_path: Path, phrase: str, code: str, fault: str, remedy: str
) -> None:
    for rank, (name, added) in enumerate(_FIELDS):
        (said,) = told(tmp_path / f"{rank}", name, added.format(phrase), code)
        assert said.split("\n")[0].startswith(f"ERREUR data/{name}:"), said
        assert said.split("\n")[1:3] == [f"  {fault}", f"  Pour corriger : {remedy}"]


@pytest.mark.parametrize(
    "phrase",
    [
        "automne 2020",
        "2018-2023",
        "lundi 22 mars 2027",
        "fin juin 2027",
        "d'ici juin 2027",
        "T2 2027",
        "mars 2027~",
    ],
)
def test_the_same_phrases_are_read_in_every_field(tmp_path: Path, phrase: str) -> None:
    is_read = phrase[-1] != "~"
    for rank, (name, added) in enumerate(_FIELDS):
        files = {**_BASES, name: _BASES[name] + added.format(phrase)}
        said = [
            one for one in verdict(tmp_path / f"{rank}", files).problems if one.code in ("DAT-02", "DAT-19")
        ]
        assert (said == []) is is_read, [str(one) for one in said]
