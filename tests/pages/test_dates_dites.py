"""Dates on the pages: in words, whatever was typed, and never said to be missing where they are."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from clairevoie.pages import lists
from tests.aides.pages_vues import printed, told, words
from tests.aides.sites import GABARITS
from tests.aides.stories import DEPART

_CODE = re.compile(r"\d{4}-\d\d(?!\d)|\.\./\d|\d~")
_FILES = {
    **DEPART,
    "documents/rapport.yml": DEPART["documents/rapport.yml"] + 'date_document: "automne 2025"\n',
    "comites/table-de-quartier.yml": DEPART["comites/table-de-quartier.yml"]
    + 'debut: "fin 2024"\netat_au: "mai 2027"\n',
    "plans/plan.yml": """\
nom: "Plan de quartier"
publication: publie
en_bref: "Ce que la table prévoit."
demarche: quartier
periode: "2026-2028"
etat_au: "automne 2026"
sources: [{document: rapport, repere: "Page 1"}]
actions:
  - {numero: "1", texte: "Un.", echeances: "2027-03-22"}
  - {numero: "2", texte: "Deux.", echeances: "fin juin 2027"}
  - {numero: "3", texte: "Trois.", echeances: "d'ici Noël 2026"}
  - {numero: "4", texte: "Quatre.", echeances: "T2 2027"}
  - {numero: "5", texte: "Cinq.", echeances: "à partir de l'automne 2026"}
  - {numero: "6", texte: "Six.", echeances: "juin ou septembre 2027"}
  - {numero: "7", texte: "Sept.", echeances: "printemps 2027 si le financement est confirmé"}
  - {numero: "8", texte: "Huit.", echeances: "à l'automne"}
  - {numero: "9", texte: "Neuf.", echeances: "bientôt peut-être"}
  - {numero: "10", texte: "Dix.", echeances: "3 mai 2027, 19 h"}
  - {numero: "11", texte: "Onze.", echeances: "autour de mars 2027"}
  - {numero: "12", texte: "D.", echeances: "2026-10", suivi: [{date: "2026-11", nouvelle_echeance: "2027-04-01"}]}
""",
    "evenements/rencontre.yml": """\
titre: "Rencontre de la table"
publication: publie
demarche: quartier
comite: table-de-quartier
date: "2027-04-05"
sources: [{document: rapport, repere: "Page 1"}]
""",
    "evenements/assemblee.yml": """\
titre: "Assemblée du quartier"
publication: publie
demarche: quartier
comite: table-de-quartier
date: "lundi 22 mars 2027"
heure: "19 h"
sources: [{document: rapport, repere: "Page 1"}]
""",
    "evenements/visite.yml": """\
titre: "Visite du jardin"
publication: publie
demarche: quartier
comite: table-de-quartier
date: "lundi 1er décembre"
sources: [{document: rapport, repere: "Page 1"}]
""",
}


@cache
def _pages() -> Mapping[str, str]:
    """The words of every page and every list, by name."""
    with TemporaryDirectory() as folder:
        site = told(Path(folder), _FILES)
        pages = {adresse: words(page.corps) for adresse, page in printed(Path(folder), _FILES).items()}
        return {**pages, **{name: words(html) for name, html in lists(site, GABARITS).items()}}


def test_no_page_shows_the_notation_of_machines() -> None:
    shown = {name: _CODE.findall(text) for name, text in _pages().items() if name != "champs"}
    assert {name: codes for name, codes in shown.items() if codes} == {}


def test_no_page_says_that_a_date_is_missing_where_it_is() -> None:
    said = re.compile(r"\(sans date\)|ne dit pas quand|Date non précisée|Date à préciser", re.IGNORECASE)
    assert {name: said.findall(text) for name, text in _pages().items() if said.search(text)} == {}


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("comites/table-de-quartier", "État en mai 2027."),
        ("comites/table-de-quartier", "Début fin 2024"),
        ("comites/table-de-quartier", "5 avril 2027"),
        ("plans/plan", "État à l’automne 2026."),
        ("plans/plan", "22 mars 2027"),
        ("plans/plan", "jusqu’au 25 décembre 2026"),
        ("plans/plan", "année non précisée"),
        ("plans/plan", "2e trimestre 2027"),
        ("plans/plan", "Prévu au départ octobre 2026 Maintenant 1er avril 2027"),
        ("documents/rapport", "automne 2025"),
        ("evenements/visite", "1er décembre 2025, année tirée de la date du document"),
        ("calendrier", "Lundi 22 mars 2027 Assemblée du quartier"),
        ("calendrier", "Fin juin 2027"),
        ("calendrier", "Vers mars 2027"),
        ("calendrier", "6 Six. (l’un ou l’autre)"),
        ("calendrier", "7 Sept. (si le financement est confirmé)"),
        ("calendrier", "10 Dix. (à 19 h)"),
        ("calendrier", "(1er décembre 2025; année tirée de la date du document)"),
    ],
)
def test_a_date_is_said_with_all_that_is_read_in_it(page: str, said: str) -> None:
    assert said in _pages()[page].replace("'", "’")


def test_a_group_whose_dates_are_not_read_does_not_say_that_they_are_unknown() -> None:
    text = _pages()["demarches/quartier"]
    assert "2 dont le site ne lit pas la date" in text


def test_the_date_of_a_field_keeps_what_it_depends_on_and_its_label(tmp_path: Path) -> None:
    comite = _FILES["comites/table-de-quartier.yml"].replace(
        'debut: "fin 2024"', 'debut: "Première rencontre : fin 2024"\nfin: "juin 2028 si le plan est réalisé"'
    )
    page = printed(tmp_path, {**_FILES, "comites/table-de-quartier.yml": comite})["comites/table-de-quartier"]
    seen = words(page.corps)
    assert "Première rencontre: fin 2024" in seen
    assert "juin 2028, si le plan est réalisé" in seen


def test_a_phrase_that_is_not_read_is_shown_as_typed(tmp_path: Path) -> None:
    comite = _FILES["comites/table-de-quartier.yml"].replace('"fin 2024"', '"il y a bien longtemps"')
    page = printed(tmp_path, {**_FILES, "comites/table-de-quartier.yml": comite})["comites/table-de-quartier"]
    assert "Début il y a bien longtemps" in words(page.corps)
