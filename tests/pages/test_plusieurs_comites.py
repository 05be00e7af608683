"""The organismes that sit in several comités are told with their seats, and no person is."""

from __future__ import annotations

from pathlib import Path

from clairevoie.pages import lists
from tests.aides.pages_vues import links, told, words
from tests.aides.sites import GABARITS
from tests.aides.stories import DEPART

SOURCE = 'publication: publie\nsources: [{document: rapport, repere: "Page 1"}]\n'
MAISON = DEPART["organismes/maison-de-quartier.yml"]


def _comite(nom: str, *membres: str) -> str:
    seats = "".join(f"  - {{{membre}}}\n" for membre in membres)
    return f'nom: "{nom}"\nen_bref: "Un comité."\ndemarches: [quartier]\nmembres:\n{seats}{SOURCE}'


def _seen(folder: Path, *comites: str) -> str:
    files = {f"comites/comite-{rank}.yml": comite for rank, comite in enumerate(comites)}
    ville = {"organismes/ville.yml": MAISON.replace("Maison de quartier", "Ville")}
    return lists(told(folder, {**files, **ville}), GABARITS)["qui-siege-a-plusieurs-comites"]


def test_an_organisme_of_two_comites_is_told_with_its_seats_in_each(tmp_path: Path) -> None:
    table = _comite(
        "Table du parc",
        "organisme: maison-de-quartier, nom: Une Personne, base_publication: {type: fonction}",
        "organisme: maison-de-quartier",
        "organisme: maison-de-quartier, role: coordination",
        "organisme: ville",
    )
    page = _seen(tmp_path, table, _comite("Comité du livre", "organisme: maison-de-quartier"))
    told_seats = "Comité du livre – 1 membre Table du parc – 2 membres et une coordination"
    assert words(page) == f"1 organisme. Maison de quartier – 2 comités {told_seats}"
    assert "../comites/comite-0/" in links(page)
    assert "Une Personne" not in page


def test_whoever_may_sit_did_sit_or_is_awaited_does_not_count(tmp_path: Path) -> None:
    sits = _comite("Table du parc", "organisme: maison-de-quartier")
    for rank, seat in enumerate(("qualite: potentiel", "ancien: true", 'debut: "2040"', 'fin: "2020"')):
        page = _seen(tmp_path / str(rank), sits, _comite("Autre", f"organisme: maison-de-quartier, {seat}"))
        assert words(page) == "Aucun organisme inscrit ici ne siège à plusieurs comités.", seat


def test_a_seat_that_the_site_infers_says_so(tmp_path: Path) -> None:
    comites = (_comite(nom, "organisme: maison-de-quartier, deduit: true") for nom in ("Un", "Deux"))
    assert "Deux – 1 membre, dont 1 siège déduit par le site" in words(_seen(tmp_path, *comites))
