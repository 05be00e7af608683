"""What was taken away from a record does not come back by the journal: no text, no name, no number."""

from __future__ import annotations

import re
from pathlib import Path

from clairevoie.pages import lists, pages
from tests.aides.depots import PLAN, Depot
from tests.aides.journal_lu import journal, section
from tests.aides.pages_vues import words
from tests.aides.sites import GABARITS
from tests.aides.stories import DEPART

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

# Three days of the same repository: typed everywhere, typed otherwise in the plan, taken away.
PARTOUT = {
    "plans/plan.yml": AVANT,
    "comites/table-de-quartier.yml": COMITE,
    "organismes/secrete-disparu.yml": SECRETE,
    "organismes/jetee-disparu.yml": SECRETE,
    "organismes/gardee-disparu.yml": SECRETE.replace("publie", "brouillon"),
    "documents/rapport.yml": DEPART["documents/rapport.yml"] + 'auteurs: ["DISPARU"]\n',
}
RETOUCHE = (
    AVANT.replace("secrete-DISPARU", "secrete-disparu")
    .replace('"DISPARU", texte', '"9.9", texte')
    .replace("DISPARU", "DISPARUE")
    .replace("-DISPARUE", "-x")
)
NULLE_PART = {
    "plans/plan.yml": APRES,
    "comites/table-de-quartier.yml": DEPART["comites/table-de-quartier.yml"],
    "organismes/secrete-disparu.yml": SECRETE.replace("publie", "retire")
    + 'retrait: {date: "2026-03-01", motif: "Demande"}\n',
    "organismes/jetee-disparu.yml": None,
    "documents/rapport.yml": DEPART["documents/rapport.yml"],
}


def test_nothing_that_was_taken_away_comes_back_by_the_journal(tmp_path: Path) -> None:
    depot = Depot(tmp_path, PARTOUT)
    depot.commit("2026-02-01", {"plans/plan.yml": RETOUCHE})
    depot.commit("2026-03-01", NULLE_PART)
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
    assert "Organismes et partenaires: 2 fiches retirées du site." in words(journal(site))


def test_a_name_whose_consent_has_lapsed_is_not_in_the_journal(tmp_path: Path) -> None:
    depot = Depot(tmp_path, {"comites/table-de-quartier.yml": COMITE})
    depot.commit(
        "2026-02-01", {"comites/table-de-quartier.yml": COMITE.replace('nom: "DISPARU"', 'nom: "PARTIE"')}
    )
    depot.commit("2026-03-01", {"comites/table-de-quartier.yml": COMITE.replace("les autres", "le reste")})
    site = depot.site()
    assert words(section(site, "comites/table-de-quartier")).count("Composition: «DISPARU et le reste»") == 1
    (fait,) = (fait for etape in site.journal.etapes for fait in etape.faits)
    assert fait.titres == ("Composition",), "ni le nom, ni la base, ni la fonction"
