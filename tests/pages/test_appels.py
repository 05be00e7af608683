"""Calls for projects: those that are open first, each at its own address, and what was given after them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from clairevoie.pages import lists
from clairevoie.pages.fiche.sheets import sheets
from clairevoie.publish.fingerprints import Fingerprints
from tests.aides.fiches import BASES, ORGANISME, PROJET
from tests.aides.pages_vues import links, printed, told, words
from tests.aides.sites import GABARITS, full_lists, full_pages

APPELS = """\
appels:
  - {id: vieux, titre: "Appel passé", ouverture: "1er mai 2020", cloture: "30 juin 2020", enveloppe: 9000, devise: EUR}
  - {id: prochain, titre: "Appel suivant", ouverture: "1er mai 2031", plafond: 400}
  - {id: flou, titre: "Appel sans date", admissibles: ["Les groupes du quartier"]}
  - {id: courant, titre: "Appel courant", ouverture: "1er mai 2020", cloture: "1er mai 2031, 16 h"}
"""


def _files(paid: str = "") -> dict[str, str]:
    project = {PROJET: BASES[PROJET] + f"financements: [{paid}]\n"} if paid else {}
    return {ORGANISME: BASES[ORGANISME] + APPELS, **project}


def test_open_calls_come_first_and_closed_ones_last_under_their_year(tmp_path: Path) -> None:
    seen = words(lists(told(tmp_path, _files()), GABARITS)["appels"])
    order = ["Ouverts", "Appel courant", "À venir", "Appel suivant", "Ouverts ou non", "Appel sans date"]
    places = [seen.index(one) for one in (*order, "Fermés", "2020 1 appel", "Appel passé")]
    assert places == sorted(places)
    assert "1er mai 2031, 16 h" in seen


def test_each_call_has_its_address_on_both_pages(tmp_path: Path) -> None:
    made = lists(told(tmp_path, _files()), GABARITS)["appels"]
    page = printed(tmp_path / "pages", _files())["organismes/maison-de-quartier"].corps
    for id in ("vieux", "prochain", "flou", "courant"):
        assert f'id="organismes-maison-de-quartier--{id}"' in made
        assert f"../organismes/maison-de-quartier/#{id}" in links(made)
        assert f'id="{id}"' in page


def test_the_state_of_a_call_is_on_the_page_of_its_organisme(tmp_path: Path) -> None:
    seen = words(printed(tmp_path, _files())["organismes/maison-de-quartier"].corps)
    for said in ("Appel passé Fermé", "Appel suivant À venir", "Appel courant Ouvert"):
        assert said in seen
    assert "Appel sans date Dates incertaines" in seen
    assert "9 000 €" in seen
    assert "9 000 $" not in seen


def test_without_a_call_the_page_says_so_and_the_menu_does_not_lead_there(tmp_path: Path) -> None:
    without = lists(told(tmp_path, {}), GABARITS)
    assert "Aucun appel à projets n’est publié sur ce site." in words(without["appels"])
    assert links(without["appels-voisine"]) == []
    withal = lists(told(tmp_path / "avec", _files()), GABARITS)
    assert links(withal["appels-voisine"]) == ["../appels/"]


def test_what_was_given_after_a_call_is_told_beside_it_as_ours(tmp_path: Path) -> None:
    paid = ", ".join(
        f"{{libelle: Fonds, montant: {n}, statut: {statut}, devise: EUR, beneficiaire: maison-de-quartier, "
        "appel: organismes/maison-de-quartier#vieux}"
        for n, statut in ((100, "recu"), (50, "confirme"), (7, "demande"))
    )
    pages = printed(tmp_path, _files(paid))
    seen = words(pages["organismes/maison-de-quartier"].corps)
    assert "Inscrit sur ce site: 150 € accordés en 2 financements (somme calculée par le site)" in seen
    assert "7 € Demandé" in seen
    assert "À la suite de: Maison de quartier, appel à projets «Appel passé»" in words(
        pages["projets/cuisine-collective"].corps
    )


def test_who_pays_for_a_call_keeps_it_on_its_page_when_its_grants_become_a_table(tmp_path: Path) -> None:
    payer = "organismes/un-autre.yml"
    call = '\n  - {id: paye, titre: "Appel payé", bailleurs: [un-autre]}\n'
    grants = ", ".join(f'{{organisme: un-autre, libelle: "don {n}", montant: {n}00}}' for n in range(1, 9))
    files = {
        ORGANISME: BASES[ORGANISME] + f"appels:{call}",
        payer: BASES[ORGANISME].replace("Maison de quartier", "Un autre"),
        PROJET: BASES[PROJET] + f"financements: [{grants}]\n",
    }
    page = printed(tmp_path, files)["organismes/un-autre"].corps
    assert 'id="argent-donne"' in page
    assert "../../organismes/maison-de-quartier/#paye" in links(page)
    assert "Paie les appels à projets" in words(page)


def test_the_dates_of_a_call_are_in_the_calendar_and_lead_to_it() -> None:
    made = full_lists()["calendrier"]
    assert "Date limite: Appel à projets 2026-2027" in words(made)
    assert "../organismes/fonds-des-anses/#appel-2026" in links(made)


def test_a_call_is_found_by_the_words_of_those_who_look_for_money() -> None:
    entries = full_pages()["organismes/fonds-des-anses"].entrees
    (found,) = [one for one in entries if one.url.endswith("#appel-2026")]
    assert "subvention" in found.aussi
    assert found.facettes["type"] == ("Appels à projets",)
    assert "Organismes à but non lucratif" in found.texte


def test_a_page_is_made_again_the_day_a_call_closes(tmp_path: Path) -> None:
    adresse = "organismes/maison-de-quartier"
    site = told(tmp_path, _files())
    keys = site.tracker.of(dict(sheets(site, GABARITS))[f"{adresse}/"])[1]
    assert f"appels:{adresse}" in keys
    assert "on" not in keys

    def fingerprint(on: date) -> bytes:
        seen = told(tmp_path / on.isoformat(), _files(), on)
        return Fingerprints(seen, seen.jeu, {})(f"appels:{adresse}")

    assert fingerprint(date(2031, 4, 30)) == fingerprint(date(2031, 4, 29))
    assert fingerprint(date(2031, 5, 2)) != fingerprint(date(2031, 4, 30))
