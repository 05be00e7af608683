"""Minutes as people keep them: a whole procès-verbal, a council that votes, an assembly of sixty.

Who proposes, seconds or votes is nobody's business here: what is told is organismes, functions and counts.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from clairevoie.pages.environment import environment
from clairevoie.pages.recherche.entrees import entries
from clairevoie.pages.temps import liste
from tests.aides.depots import Depot
from tests.aides.journal_lu import journal
from tests.aides.pages_vues import links, plain, printed, told, words
from tests.aides.sites import GABARITS

SEANCE, CONSEIL, ASSEMBLEE, PROJET = (
    "evenements/seance", "evenements/conseil", "evenements/assemblee", "projets/cuisine",
)  # fmt: skip
PROCES_VERBAL = """\
titre: "Procès-verbal de la 12e séance"
publication: publie
demarche: quartier
comite: table-de-quartier
date: "16 septembre 2025"
heure: "19 h à 21 h 30"
ordre_du_jour:
  - {numero: "1", heure: "19 h", duree: "5 minutes", texte: "Ouverture et vérification du quorum"}
  - {numero: "2", heure: "19 h 05", texte: "Adoption de l'ordre du jour", decision: resolution-tq-2025-09-01}
  - {numero: "3", texte: "Adoption du procès-verbal précédent", documents: [rapport]}
  - {numero: "4", heure: "19 h 20", texte: "Suivis"}
  - {numero: "4.1", texte: "Local", description: "Le bail se termine en juin.\\n\\nDeux offres sont reçues."}
  - {numero: "4.2", texte: "Verger"}
  - {numero: "5", heure: "19 h 45", texte: "Période de questions"}
  - {numero: "6", heure: "20 h", texte: "Budget", decision: [resolution-tq-2025-09-02, decision-3]}
  - {numero: "7", texte: "Rapport de la coordination"}
  - {numero: "8", texte: "Correspondance"}
  - {numero: "9", texte: "Communications"}
  - {numero: "10", texte: "Date de la prochaine séance"}
  - {numero: "11", texte: "Varia"}
  - {numero: "12", heure: "21 h 25", texte: "Levée de la séance"}
presences:
  presents: 11
  representes: 1
  excuses: 2
  absents: 0
  invites: 3
  en_ligne: 4
  quorum: {nombre: 8, atteint: true, texte: "la moitié plus un"}
  liste:
    - {organisme: maison-de-quartier, nombre: 2}
    - {fonction: "citoyennes et citoyens", nombre: 9}
    - {comite: table-de-quartier, etat: excuse}
decisions:
  - {resolution: "TQ-2025-09-01", texte: "Adopter l'ordre du jour.", issue: adoptee, vote: {unanimite: true}}
  - resolution: "TQ-2025-09-02"
    texte: "Réserver une somme pour le local."
    objets: [projets/cuisine]
    issue: adoptee
    vote: {pour: 8, contre: 2, abstentions: 1}
    montant: 12500
    responsables: [{organisme: maison-de-quartier, texte: "la Maison"}, {comite: table-de-quartier}]
    echeance: "31 janvier 2027"
  - {numero: "3", resolution: "TQ-2025-09-03", texte: "Reporter l'appel.", issue: reportee, montant: 500, devise: EUR}
sources: [{document: rapport, repere: "Page 1"}]
"""
CUISINE = """\
nom: "Cuisine collective"
publication: publie
en_bref: "Des gens cuisinent."
demarche: quartier
financements: [{organisme: maison-de-quartier, montant: 700, statut: recu}]
sources: [{document: rapport, repere: "Page 1"}]
"""
UN_CONSEIL = """\
titre: "Conseil d'octobre"
publication: publie
demarche: quartier
comite: table-de-quartier
date: "14 octobre 2025"
presences: {quorum: true}
decisions:
  - {numero: "1", texte: "Abroger.", objets: ["evenements/seance#resolution-tq-2025-09-02"], vote: {pour: 5, contre: 1}}
sources: [{document: rapport, repere: "Page 1"}]
"""
UNE_ASSEMBLEE = """\
titre: "Assemblée de quartier"
publication: publie
type: assemblee
demarche: quartier
date: "3 mai 2025"
presences: {presents: 60, quorum: "vingt personnes du quartier"}
decisions: [{numero: "1", texte: "Appuyer.", issue: adoptee, vote: {pour: 51, contre: 0, abstentions: 9}}]
sources: [{document: rapport, repere: "Page 1"}]
"""
FICHES = {f"{PROJET}.yml": CUISINE, f"{SEANCE}.yml": PROCES_VERBAL, f"{CONSEIL}.yml": UN_CONSEIL,
          f"{ASSEMBLEE}.yml": UNE_ASSEMBLEE}  # fmt: skip


def _words(folder: Path, adresse: str) -> str:
    return words(printed(folder, FICHES)[adresse].corps)


def test_an_agenda_says_when_what_and_where_it_led(tmp_path: Path) -> None:
    corps = printed(tmp_path, FICHES)[SEANCE].corps
    agenda = words(corps.partition('id="ordre-du-jour"')[2])
    assert agenda.startswith(
        ">Ordre du jour 19 h 1 Ouverture et vérification du quorum # 5 minutes 19 h 05 2 "
    )
    assert "4.1 Local # Le bail se termine en juin. Deux offres sont reçues. 4.2 Verger" in agenda
    assert "6 Budget # Résolution TQ-2025-09-02 · Décision 3 7 Rapport de la coordination" in agenda
    assert "Adoption du procès-verbal précédent # Rapport" in agenda
    assert corps.count('class="ordre-du-jour__point') == 14
    assert {"#resolution-tq-2025-09-02", "#decision-3"} <= set(links(corps.partition('id="point-6"')[2]))


def test_a_decision_says_its_resolution_its_vote_its_amount_who_and_when(tmp_path: Path) -> None:
    seen = _words(tmp_path, SEANCE)
    assert (
        "Résolution TQ-2025-09-02 Adoptée # Réserver une somme pour le local. Vote 8 pour, 2 contre, 1 abstention"
        " Montant 12 500 $ Qui s'en occupe la Maison Table de quartier Échéance 31 janvier 2027 Ordre du jour Point 6"
    ) in seen
    assert "Vote À l'unanimité Ordre du jour Point 2" in seen
    assert "Décision 3 Reportée # Reporter l'appel. Résolution TQ-2025-09-03 Montant 500 € (euros)" in seen


def test_a_decision_says_what_was_decided_of_it_later(tmp_path: Path) -> None:
    seen = _words(tmp_path, SEANCE)
    assert "Décidé ensuite à son sujet: Décision 1: Abroger. Conseil d'octobre, 14 octobre 2025" in seen


def test_those_present_are_counted_and_named_by_what_they_stand_for(tmp_path: Path) -> None:
    seen = _words(tmp_path, SEANCE)
    counted = "11 personnes présentes, 1 représentée, 2 excusées, aucune absente, 3 invitées (4 en ligne)."
    assert f"Présences {counted} Quorum: 8 («la moitié plus un»), atteint selon la source." in seen
    assert (
        "Présents Maison de quartier (2 personnes) Citoyennes et citoyens (9 personnes) Excusés Table de quartier"
    ) in seen
    assert "Quorum atteint selon la source." in _words(tmp_path, CONSEIL)
    assert "60 personnes présentes. Quorum: «vingt personnes du quartier»." in _words(tmp_path, ASSEMBLEE)


def test_an_organisme_says_at_which_meetings_it_was(tmp_path: Path) -> None:
    seen = _words(tmp_path, "organismes/maison-de-quartier")
    assert "Présences aux rencontres Procès-verbal de la 12e séance – présent, 2 personnes" in seen
    assert "S'occupe de Procès-verbal de la 12e séance Réserver une somme pour le local. – la Maison" in seen


@pytest.mark.parametrize(
    ("facts", "titre"),
    [
        ('date: "16 septembre 2027"', "Ordre du jour prévu"),
        ('date: "16 septembre 2025"', "Ordre du jour prévu"),
        ('date: "16 septembre 2025"\npresences: {presents: 12}', "Ordre du jour"),
        ('date: "16 septembre 2027"\nstatut: annulee', "Ordre du jour prévu"),
    ],
)
def test_an_agenda_is_what_people_mean_to_speak_of_until_something_says_that_they_met(
    tmp_path: Path, facts: str, titre: str
) -> None:
    text = PROCES_VERBAL.partition("comite:")[0] + f"{facts}\nordre_du_jour: [Accueil, Varia]\n"
    text += 'sources: [{document: rapport, repere: "Page 1"}]\n'
    corps = printed(tmp_path, {f"{SEANCE}.yml": text})[SEANCE].corps
    assert re.findall(r'<h2 id="ordre-du-jour">([^<]*)</h2>', corps) == [titre]


def test_a_meeting_whose_presences_are_known_was_held(tmp_path: Path) -> None:
    site = told(tmp_path, FICHES, date(2026, 1, 15))
    assert site.state(site.jeu.evenements["assemblee"]) == "tenue"


def test_what_a_decision_asks_for_is_in_the_calendar_of_who_takes_care_of_it(tmp_path: Path) -> None:
    site = told(tmp_path, FICHES)
    env = environment(GABARITS, site, "../")
    seen = words(env.get_template("listes/calendrier.html").render(liste.calendar(site)))
    assert "31 janvier 2027 Procès-verbal de la 12e séance" in seen
    assert "TQ-2025-09-02 Réserver une somme pour le local." in seen


def test_a_resolution_is_found_by_its_number(tmp_path: Path) -> None:
    site = told(tmp_path, FICHES)
    found = {one.url: one for one in entries(site, site.jeu.evenements["seance"], "")}
    entry = found["evenements/seance/#resolution-tq-2025-09-02"]
    assert entry.titre == "Résolution TQ-2025-09-02 – Réserver une somme pour le local."
    assert "31 janvier 2027" in plain(entry.texte)
    assert "la Maison" in entry.texte
    assert "TQ-2025-09-03" in found["evenements/seance/#decision-3"].texte


def test_the_amount_of_a_decision_is_added_to_nothing(tmp_path: Path) -> None:
    seen = _words(tmp_path, PROJET)
    assert "12 500 $" in seen.partition("Qui a décidé")[2]
    assert "13 200" not in seen
    assert "12 500" not in seen.partition("financements")[2].partition("Qui a décidé")[0]


def test_the_journal_never_tells_how_many_were_there(tmp_path: Path) -> None:
    depot = Depot(tmp_path, {f"{SEANCE}.yml": PROCES_VERBAL, f"{PROJET}.yml": CUISINE})
    depot.commit("2026-02-01", {f"{SEANCE}.yml": PROCES_VERBAL.replace("presents: 11", "presents: 17")})
    told_then = words(journal(depot.site())).partition("Janvier 2026")[0]
    assert "Présences" in told_then
    assert "17" not in told_then
