"""The workbooks: no formula, words for people, the same bytes for the same data, and what they do not carry, said."""

from __future__ import annotations

import io
import re
import zipfile
from xml.etree import ElementTree

from clairevoie.exports.sheet_rows import LONGEST
from clairevoie.exports.sheets import sheets
from clairevoie.model import Jeu
from clairevoie.model.comites import Comite
from clairevoie.model.plans import Plan
from tests.aides.exports_lus import PROVENANCE, exported, workbook_of_plan
from tests.aides.sites import full_site

_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def _parts(book: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(book)) as parts:
        return {name: parts.read(name).decode() for name in parts.namelist()}


def _texts(book: bytes) -> list[str]:
    """Every text of a workbook, whether its cell holds it or its list of texts."""
    found = []
    for name, part in _parts(book).items():
        if "/worksheets/sheet" in name or name.endswith("sharedStrings.xml"):
            found += [one.text or "" for one in ElementTree.fromstring(part).iter(f"{_S}t")]
    return found


def _plan(**said: object) -> bytes:
    plan = Plan(id="plan", publication="publie", **({"nom": "Plan"} | said))
    comite = Comite(id="table", nom="Table du quai", publication="publie")
    return workbook_of_plan(plan, Jeu.of((plan, comite)))


def _whole() -> bytes:
    return (exported() / "donnees/classeur.xlsx").read_bytes()


def test_no_cell_is_a_formula_nor_a_link_that_opens_itself() -> None:
    book = _plan(nom="=1+1", niveaux=["+1", "@x"], en_bref="https://exemple.test/")
    for content in (book, _whole()):
        assert not any(re.search(r"<f[ >]|<hyperlink", part) for part in _parts(content).values())
    assert {"=1+1", "+1; @x", "https://exemple.test/"} <= set(_texts(book))


def test_a_plan_says_its_closed_lists_in_words_and_names_the_records_that_it_cites() -> None:
    actions = [
        {
            "numero": "1",
            "texte": "Semer.",
            "statut": "partiellement_realise",
            "responsables": [{"comite": "table"}],
        }
    ]
    texts = _texts(_plan(actions=actions))
    assert {"Semer.", "partiellement réalisé", "Table du quai"} <= set(texts)
    assert f"{PROVENANCE.adresse}plans/plan/#action-1" in texts


def test_a_list_in_one_cell_keeps_all_its_values() -> None:
    actions = [{"numero": "1", "texte": "Semer.", "echeances": ["15 août 2026", "Août 2027"]}]
    assert "15 août 2026; Août 2027" in _texts(_plan(actions=actions))


def test_a_text_too_long_for_a_cell_is_cut_and_says_so() -> None:
    cut = next(text for text in _texts(_plan(mission="m" * 40_000)) if text.startswith("mmm"))
    assert cut == "m" * LONGEST + "… (la suite est sur la page)"


def test_each_workbook_says_its_licence_and_what_it_does_not_carry() -> None:
    for book in (_plan(), _whole()):
        assert any("CC-BY-4.0" in text for text in _texts(book))
        assert any(text.startswith("Ce classeur se lit, mais ne se relit pas") for text in _texts(book))
    assert any(PROVENANCE.etat in text for text in _texts(_whole()))


def test_sheets_have_titles_that_spreadsheets_take() -> None:
    titles = ["À lire", *(feuille.titre for feuille in sheets().values())]
    assert all(len(title) <= 31 and not re.search(r"[\[\]:*?/\\]|^'|'$", title) for title in titles)
    assert len({title.lower() for title in titles}) == len(titles)


def test_every_record_has_its_line() -> None:
    texts = set(_texts(_whole()))
    assert {f"{PROVENANCE.adresse}{fiche.adresse}/" for fiche in full_site().jeu} <= texts
