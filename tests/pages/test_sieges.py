"""Who sits where is told by organisme and by comité, and no plain citizen is named."""

from __future__ import annotations

import html
import re
from pathlib import Path

from tests.aides.pages_vues import links, printed, words
from tests.aides.sites import full_pages, full_site

SOURCES = 'sources: [{document: rapport, repere: "Page 1"}]\n'


def _comite(nom: str, facts: str = "") -> str:
    return (
        f'nom: "{nom}"\npublication: publie\nen_bref: "Un comité."\ndemarches: [quartier]\n{facts}\n{SOURCES}'
    )


def _seats(corps: str) -> str:
    return corps.partition('<h2 id="qui-siege-ou">')[2].partition("</section>")[0]


MEMBRES = """\
membres:
  - {organisme: maison-de-quartier, fonction: "directrice", role: coordination}
  - {organisme: maison-de-quartier, nom: "Une Personne", base_publication: {type: fonction}}
  - {organisme: maison-de-quartier}
  - {comite: autre, qualite: potentiel}
  - {territoire: la-ville}
  - {fonction: "citoyenne"}
"""


def test_who_sits_where_is_a_table_of_organismes_by_comite_that_names_nobody(tmp_path: Path) -> None:
    files = {
        "comites/table-de-quartier.yml": _comite("Table", MEMBRES),
        "comites/autre.yml": _comite(
            "Autre", "membres: [{organisme: maison-de-quartier, qualite: pressenti}]"
        ),
        "comites/muet.yml": _comite("Muet"),
        "comites/dit.yml": _comite("Dit", 'composition: "des gens de tous les secteurs"'),
    }
    seen = _seats(printed(tmp_path, files)["demarches/quartier"].corps)
    rows = [
        re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.S)
        for row in re.findall(r"<tr>(.*?)</tr>", seen, re.S)
    ]
    assert [[words(cell) for cell in row] for row in rows] == [
        ["Organisme, territoire ou fonction", "Autre", "Table"],
        ["Maison de quartier", "membre pressenti", "coordination (directrice), 2 membres"],
        ["Autre", "", "membre potentiel"],
        ["La Ville (territoire)", "", "membre"],
        ["Citoyenne", "", "membre"],
    ]
    assert "Une Personne" not in html.unescape(seen)
    assert "Dit, selon la source: des gens de tous les secteurs" in words(seen)
    assert "Qui siège à ce comité n’est pas écrit sur ce site: Muet" in words(seen)


def test_every_seat_of_a_demarche_is_in_its_table() -> None:
    jeu = full_site().jeu
    seats = [
        (demarche, membre)
        for comite in jeu.comites.values()
        for demarche in comite.demarches
        for membre in comite.membres
    ]
    seen = {demarche: _seats(full_pages()[f"demarches/{demarche}"].corps) for demarche, _ in seats}
    held = [(where, f"../../organismes/{one.organisme}/") for where, one in seats if one.organisme]
    assert len(held) > 10
    assert [seat for seat in held if seat[1] not in links(seen[seat[0]])] == []


def test_a_hundred_members_wait_until_they_are_asked_for(tmp_path: Path) -> None:
    ids = [f"o{n:02}" for n in range(100)]
    files = {f"organismes/{id}.yml": f'nom: "Organisme {id}"\npublication: publie\n{SOURCES}' for id in ids}
    seats = "".join(f"  - {{organisme: {id}}}\n" for id in ids)
    files["comites/table-de-quartier.yml"] = _comite("Table", f"membres:\n{seats}")
    pages = printed(tmp_path, files)
    summary = "<summary>Voir les 100 organismes, territoires et fonctions</summary>"
    folded = pages["demarches/quartier"].corps.partition(summary)[2].partition("</details>")[0]
    assert {f"../../organismes/{id}/" for id in ids} == set(links(folded))
    # One letter has them all: they are folded by the beginning of their names.
    folds = re.findall(r"<details.*?</details>", pages["comites/table-de-quartier"].corps, re.DOTALL)
    assert {f"../../organismes/{id}/" for id in ids} <= {link for fold in folds for link in links(fold)}
    assert not any(set(links(fold)) >= {f"../../organismes/{id}/" for id in ids} for fold in folds)


def test_former_seats_are_folded_by_the_year_in_which_they_ended(tmp_path: Path) -> None:
    seats = "".join(
        f'  - {{organisme: o1, debut: "{year}-11-05", fin: "{year + 4}-11-04"}}\n'
        for year in (2013, 2017, 2021)
        for _ in range(20)
    )
    files = {
        "organismes/o1.yml": f'nom: "Organisme"\npublication: publie\n{SOURCES}',
        "comites/table-de-quartier.yml": _comite("Table", f"membres:\n{seats}"),
    }
    seen = words(printed(tmp_path, files)["comites/table-de-quartier"].corps)
    places = [seen.index(f"{year} 20 Organisme") for year in (2025, 2021, 2017)]
    assert places == sorted(places)


def test_seats_of_many_comites_are_told_by_who_sits(tmp_path: Path) -> None:
    files = {"organismes/o1.yml": f'nom: "Organisme"\npublication: publie\n{SOURCES}'}
    for n in range(15):
        files[f"comites/c-{n:02}.yml"] = _comite(f"Comité {n:02}", "membres: [{organisme: o1}]\n")
    seen = words(printed(tmp_path, files)["demarches/quartier"].corps)
    assert "1 organismes" not in seen
    assert "Organisme Comité 00 – membre Comité 01 – membre" in seen
