"""What may not be published never is; what was withdrawn keeps an address and nothing else."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from clairevoie.pages import lists, pages
from tests.aides.pages_vues import printed, told, words
from tests.aides.sites import GABARITS, full_pages

RETIRE = """\
nom: "Projet Pervenche"
publication: retire
en_bref: "Un projet secret."
demarche: quartier
retrait: {date: "2026-01-10", motif: "Demande du porteur"}
sources: [{document: rapport, repere: "Page 1"}]
"""
BROUILLON = 'nom: "Projet Pervenche"\npublication: brouillon\ndemarche: quartier\n'


def test_a_draft_appears_nowhere(tmp_path: Path) -> None:
    site = told(tmp_path, {"projets/pervenche.yml": BROUILLON})
    everything = [page.corps for page in pages(site, GABARITS)] + list(lists(site, GABARITS).values())
    entries = [entree.texte for page in pages(site, GABARITS) for entree in page.entrees]
    assert everything
    assert not any("Pervenche" in text or "pervenche" in text for text in (*everything, *entries))


def test_a_withdrawn_record_says_when_and_why_and_nothing_else(tmp_path: Path) -> None:
    page = printed(tmp_path, {"projets/pervenche.yml": RETIRE})["projets/pervenche"]
    assert "Retirée le 10 janvier 2026. Motif: Demande du porteur" in words(page.corps)
    assert "Pervenche" not in page.corps + page.titre + page.description
    assert "secret" not in page.corps
    assert page.entrees == ()


def test_a_withdrawn_record_is_cited_nowhere_else(tmp_path: Path) -> None:
    site = told(tmp_path, {"projets/pervenche.yml": RETIRE})
    others = [page.corps for page in pages(site, GABARITS) if page.slug != "pervenche"]
    assert others
    assert not any("ervenche" in text for text in (*others, *lists(site, GABARITS).values()))


def test_an_archived_record_says_so(tmp_path: Path) -> None:
    archived = RETIRE.replace("retire", "archive").replace(
        'retrait: {date: "2026-01-10", motif: "Demande du porteur"}\n', ""
    )
    seen = words(printed(tmp_path, {"projets/pervenche.yml": archived})["projets/pervenche"].corps)
    assert "Fiche archivée: elle n'est plus tenue à jour." in seen


COMITE = """\
nom: "Table de quartier"
publication: publie
en_bref: "La table qui décide."
demarches: [quartier]
membres:
  - organisme: maison-de-quartier
    fonction: "voisine"
    nom: "Aurore Exemple"
    base_publication: {type: consentement, date: "2024-01-01", expire: "2026-01-31"}
sources: [{document: rapport, repere: "Page 1"}]
"""


def test_a_name_leaves_every_page_when_its_consent_lapses_and_the_seat_stays(tmp_path: Path) -> None:
    files = {"comites/table-de-quartier.yml": COMITE}
    before = words(printed(tmp_path, files, date(2026, 1, 31))["comites/table-de-quartier"].corps)
    after = printed(tmp_path, files, date(2026, 2, 1))
    assert "Aurore Exemple" in before
    assert not any("Aurore" in page.corps or "Aurore" in str(page.entrees) for page in after.values())
    assert "1 membre" in words(after["comites/table-de-quartier"].corps)
    assert "voisine" in words(after["comites/table-de-quartier"].corps)


def test_a_citizen_who_has_not_agreed_is_told_by_a_seat_alone() -> None:
    seen = words(full_pages()["comites/comite-du-vieux-phare"].corps)
    assert "Citoyenne" in seen
    assert "siège du territoire" in seen.casefold()
