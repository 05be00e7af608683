"""The journal is told in words, on the page of each record and for the site; what was taken away stays away."""

from __future__ import annotations

import re
from pathlib import Path

from clairevoie.pages import Site, lists, pages
from tests.depots import PLAN, Depot, clone, site_of
from tests.pages.pages_vues import GABARITS, anchors, links, words
from tests.stories import DEPART

PLAN_CHANGE = PLAN.replace("Printemps", "Automne") + (
    'notes: [{nature: mise_a_jour, champ: action-1-1, texte: "Le local est en travaux."}]\n'
)


def _journal(site: Site) -> str:
    return lists(site, GABARITS)["journal"]


def _page(site: Site, adresse: str) -> str:
    """The section of the journal on the page of a record, empty when it has none."""
    corps = next(page.corps for page in pages(site, GABARITS) if page.url == f"{adresse}/")
    found = re.search(r'<section aria-labelledby="journal">.*?</section>', corps, re.DOTALL)
    return found[0] if found else ""


def test_a_change_is_told_with_who_carries_the_action_now_and_the_note(tmp_path: Path) -> None:
    depot = Depot(tmp_path, {"plans/plan.yml": PLAN})
    depot.commit("2026-02-01", {"plans/plan.yml": PLAN_CHANGE})
    site = depot.site()
    told = (
        "Action 1.1 Ouvrir une cuisine. Échéancier: printemps 2026 →, devenu: automne 2026"
        " Qui s’en occupe aujourd’hui: Maison de quartier Note: Le local est en travaux."
    )
    assert told in words(_journal(site))
    assert told in words(_page(site, "plans/plan"))
    assert {"../plans/plan/#action-1-1", "../organismes/maison-de-quartier/"} <= set(links(_journal(site)))


def test_months_go_back_in_time_and_only_the_last_one_is_open(tmp_path: Path) -> None:
    depot = Depot(tmp_path, {"plans/plan.yml": PLAN})
    depot.commit("2026-03-05", {"plans/plan.yml": PLAN_CHANGE})
    depot.commit("2026-03-02", {"enjeux/faim.yml": "nom: Faim\npublication: publie\n"})
    html = _journal(depot.site())
    assert [one for one in anchors(html) if "-20" in one] == [
        "mois-2026-03",
        "jour-2026-03-05",
        "jour-2026-03-02",
        "mois-2026-01",
        "jour-2026-01-01",
    ]
    assert re.findall(r"<details( open)?>\s*<summary>Voir", html) == [" open", ""]
    assert "Mars 2026 1 fiche changée, 1 ajoutée" in words(html)
    assert "Enjeux et priorités: Faim" in words(html)


def test_a_record_to_which_nothing_happened_has_no_section(tmp_path: Path) -> None:
    assert _page(Depot(tmp_path, {"plans/plan.yml": PLAN}).site(), "plans/plan") == ""


def test_many_facts_at_once_are_cut_on_the_journal_and_whole_on_the_page(tmp_path: Path) -> None:
    more = "".join(f'  - {{numero: "2.{n}", texte: "Action {n}."}}\n' for n in range(1, 31))
    depot = Depot(tmp_path, {"plans/plan.yml": PLAN})
    depot.commit("2026-02-01", {"plans/plan.yml": PLAN.replace("sources", f"{more}sources")})
    site = depot.site()
    assert words(_journal(site)).count("(ajout)") == 7
    assert "Voir 23 autres changements de la fiche Plan 2026" in words(_journal(site))
    assert "../plans/plan/#journal" in links(_journal(site))
    assert words(_page(site, "plans/plan")).count("(ajout)") == 30


def test_many_records_added_at_once_are_counted_and_not_listed(tmp_path: Path) -> None:
    many = {f"enjeux/enjeu-{n}.yml": f"nom: Enjeu {n}\npublication: publie\n" for n in range(60)}
    depot = Depot(tmp_path)
    depot.commit("2026-02-01", dict(many))
    february = _journal(depot.site()).partition("mois-2026-01")[0]
    assert "Enjeux et priorités: 60" in words(february)
    assert "Enjeu 7" not in words(february)


def test_far_months_keep_their_numbers_only(tmp_path: Path) -> None:
    names = [f"enjeux/enjeu-{n}.yml" for n in range(301)]
    depot = Depot(tmp_path, dict.fromkeys(names, "nom: Enjeu\npublication: publie\n"))
    for day in ("2026-02-01", "2026-03-01"):
        depot.commit(day, dict.fromkeys(names, f"nom: Enjeu\npublication: publie\nsigle: M{day[5:7]}\n"))
    html = _journal(depot.site())
    assert "Février 2026 301 fiches changées Ces changements sont trop loin" in words(html)
    assert "jour-2026-03-01" in anchors(html)
    assert "jour-2026-02-01" not in anchors(html)


def test_a_journal_that_is_not_whole_says_so(tmp_path: Path) -> None:
    depot = Depot(tmp_path / "tout", {"plans/plan.yml": PLAN})
    depot.commit("2026-02-01", {"plans/plan.yml": PLAN_CHANGE.replace("Automne", "Été")})
    depot.commit("2026-03-01", {"plans/plan.yml": "nom: ["})
    depot.commit("2026-04-01", {"plans/plan.yml": PLAN_CHANGE})
    site = site_of(clone(depot, tmp_path / "peu", depth=3))
    said = "L’historique complet n’est pas disponible ici. Ce qui suit commence le 1er février 2026."
    skipped = "Une ancienne version n’a pas pu être lue. Nous l’avons sautée."
    for html in (_journal(site), _page(site, "plans/plan")):
        assert said in words(html)
        assert skipped in words(html)
        assert "été 2026 →, devenu: automne 2026" in words(html)


def test_without_a_history_the_page_says_so_and_nothing_else(tmp_path: Path) -> None:
    depot = Depot(tmp_path / "tout")
    (tmp_path / "tout" / ".git").rename(tmp_path / "ailleurs")
    html = _journal(site_of(depot.data))
    assert words(html) == "L’historique n’est pas disponible ici. Ce site a été fait sans lui."


def test_the_same_history_gives_the_same_bytes(tmp_path: Path) -> None:
    depot = Depot(tmp_path, {"plans/plan.yml": PLAN})
    depot.commit("2026-02-01", {"plans/plan.yml": PLAN_CHANGE})
    assert _journal(depot.site()) == _journal(depot.site())


# Everything in capitals was typed once, and may no longer be read anywhere.
AVANT = """\
nom: "Plan 2026 de DISPARU"
publication: publie
en_bref: "DISPARU a tout prévu."
description: "Écrire à DISPARU."
noms_alternatifs: ["DISPARU"]
mots_cles: ["disparu DISPARU"]
demarche: quartier
actions:
  - numero: "1.1"
    texte: "Ouvrir la cuisine de DISPARU."
    responsables: [{organisme: maison-de-quartier}, {texte: "DISPARU"}, {organisme: secrete-DISPARU}]
    partenaires: [{texte: "DISPARU"}]
    ressources: "DISPARU"
    echeances: ["Selon DISPARU", {texte: "Printemps 2026", portee: "DISPARU"}]
    frequence: "4 rencontres de DISPARU par année"
    indicateurs: [{libelle: "Familles de DISPARU", cible: "DISPARU", valeur: 3}]
    suivi: [{date: "2026-01-02", statut: en_cours, texte: "DISPARU est venue."}]
    sous_actions: [{id: precision-DISPARU, texte: "DISPARU"}, "DISPARU aussi"]
  - {numero: "DISPARU", texte: "Action de DISPARU."}
  - {id: action-DISPARU, texte: "Action DISPARU."}
budgets: [{id: b, titre: "DISPARU", lignes: [{libelle: "Loyer de DISPARU", montant: 5}], total_declare: 5}]
notes: [{nature: ecart, texte: "DISPARU n'est pas d'accord."}]
sources: [{document: rapport, repere: "Page de DISPARU", extrait: "DISPARU"}]
"""
APRES = PLAN.replace(
    "sources", 'budgets: [{id: b, lignes: [{libelle: "Pain", montant: 6}], total_declare: 6}]\nsources'
)
COMITE = (
    DEPART["comites/table-de-quartier.yml"]
    + """\
composition: "DISPARU et les autres"
membres:
  - organisme: maison-de-quartier
    nom: "DISPARU"
    fonction: "voisine de DISPARU"
    affiliation: "DISPARU"
    base_publication: {type: consentement, date: "2024-01-01", expire: "2025-01-01"}
contacts: [{fonction: "DISPARU", telephone: "819-555-0101"}]
"""
)
SECRETE = 'nom: "DISPARU inc."\npublication: publie\nsources: [{document: rapport, repere: "Page 1"}]\n'


def test_nothing_that_was_taken_away_comes_back_by_the_journal(tmp_path: Path) -> None:
    depot = Depot(
        tmp_path,
        {
            "plans/plan.yml": AVANT,
            "comites/table-de-quartier.yml": COMITE,
            "organismes/secrete-disparu.yml": SECRETE,
            "organismes/jetee-disparu.yml": SECRETE,
            "organismes/gardee-disparu.yml": SECRETE.replace("publie", "brouillon"),
            "documents/rapport.yml": DEPART["documents/rapport.yml"] + 'auteurs: ["DISPARU"]\n',
        },
    )
    before = AVANT.replace("secrete-DISPARU", "secrete-disparu").replace('"DISPARU", texte', '"9.9", texte')
    depot.commit(
        "2026-02-01", {"plans/plan.yml": before.replace("DISPARU", "DISPARUE").replace("-DISPARUE", "-x")}
    )
    depot.commit(
        "2026-03-01",
        {
            "plans/plan.yml": APRES,
            "comites/table-de-quartier.yml": DEPART["comites/table-de-quartier.yml"],
            "organismes/secrete-disparu.yml": SECRETE.replace("publie", "retire")
            + 'retrait: {date: "2026-03-01", motif: "Demande"}\n',
            "organismes/jetee-disparu.yml": None,
            "documents/rapport.yml": DEPART["documents/rapport.yml"],
        },
    )
    site = depot.site()
    assert site.journal.illisibles == 0, "tout a été lu"
    assert [len(etape.faits) > 8 for etape in site.journal.par_fiche["plans/plan"].etapes] == [
        True,
        True,
        False,
    ]
    everything = [page.corps for page in pages(site, GABARITS) if page.slug != "secrete-disparu"]
    for text in (*everything, *lists(site, GABARITS).values(), repr(site.journal)):
        assert not re.search("disparu", text, re.IGNORECASE), text
    assert "555" not in repr(site.journal)
    assert "Organismes et partenaires: 2 fiches retirées du site." in words(_journal(site))


def test_a_name_whose_consent_has_lapsed_is_not_in_the_journal(tmp_path: Path) -> None:
    depot = Depot(tmp_path, {"comites/table-de-quartier.yml": COMITE})
    depot.commit(
        "2026-02-01", {"comites/table-de-quartier.yml": COMITE.replace('nom: "DISPARU"', 'nom: "PARTIE"')}
    )
    depot.commit("2026-03-01", {"comites/table-de-quartier.yml": COMITE.replace("les autres", "le reste")})
    site = depot.site()
    assert words(_page(site, "comites/table-de-quartier")).count("Composition: «DISPARU et le reste»") == 1
    (fait,) = (fait for etape in site.journal.etapes for fait in etape.faits)
    assert fait.titres == ("Composition",), "ni le nom, ni la base, ni la fonction"
