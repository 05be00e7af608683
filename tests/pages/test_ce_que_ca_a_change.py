"""What changed, on one page: what was observed and what people are proud of, never what is only hoped for."""

from __future__ import annotations

from pathlib import Path

from clairevoie.pages import lists
from tests.aides.pages_vues import links, printed, told, words
from tests.aides.sites import GABARITS
from tests.aides.stories import DEPART

SOURCE = 'publication: publie\nsources: [{document: rapport, repere: "Page 1"}]\n'
QUARTIER = DEPART["demarches/quartier.yml"]
JARDIN = f"""\
nom: "Jardin"
en_bref: "Un jardin."
demarche: quartier
{SOURCE}territoires: [la-ville]
"""
OBSERVED = """\
impacts_observes:
  - {id: voisins, texte: "Les voisins se parlent.", date: "mai 2025", selon: {organisme: maison-de-quartier}}
  - {texte: "On mange mieux.", sources: [{document: bilan, repere: "Page 4"}]}
  - {texte: "On espère cent membres.", nature: impact_souhaite}
"""
BILAN = 'titre: "Bilan de mai"\npublication: publie\ndate_consultation: "2026-01-10"\n'


def _page(folder: Path, files: dict[str, str]) -> str:
    return lists(told(folder, files), GABARITS)["ce-que-ca-a-change"]


def test_a_sentence_says_who_affirms_it_what_supports_it_and_leads_to_its_place(tmp_path: Path) -> None:
    files = {"projets/jardin.yml": JARDIN + OBSERVED, "documents/bilan.yml": BILAN}
    page = _page(tmp_path, files)
    assert "Les voisins se parlent. selon: Maison de quartier, mai 2025 On mange mieux." in words(page)
    assert "On mange mieux. source: Bilan de mai (Page 4)" in words(page)
    assert "D'où ça vient: Rapport du quartier" in words(page).replace("’", "'")
    led = links(page)
    assert "../projets/jardin/#voisins" in led
    assert "../projets/jardin/#impacts-observes" in led
    assert "../organismes/maison-de-quartier/" in led
    assert led.index("../demarches/quartier/") < led.index("../projets/jardin/#voisins")


def test_what_is_only_hoped_for_is_not_among_what_was_observed(tmp_path: Path) -> None:
    chaine = """\
chaine_resultats:
  effets:
    - {id: fete, zone_controle: eleve, nature: effet_observe, texte: "Une fête se tient chaque été."}
    - {id: paix, zone_controle: faible, texte: "La paix règne."}
"""
    files = {
        "projets/jardin.yml": JARDIN + OBSERVED,
        "documents/bilan.yml": BILAN,
        "demarches/quartier.yml": QUARTIER + chaine,
    }
    page = _page(tmp_path, files)
    seen = words(page)
    assert "On espère cent membres." not in seen
    assert "La paix règne." not in seen
    assert "Une fête se tient chaque été." in seen, (
        "un effet observé reste un effet observé, où qu'il soit écrit"
    )
    assert "../demarches/quartier/#fete" in links(page)
    assert "../demarches/quartier/#impacts-observes" not in links(page), "la démarche n'a pas cette section"
    assert "3 impacts observés." in seen
    hoped = page.partition('id="souhaites"')[2]
    assert "../demarches/quartier/#chaine-resultats" in links(hoped)


def test_every_link_leads_to_a_section_that_is_there(tmp_path: Path) -> None:
    proud = 'fiertes: ["On a tenu."]\nimpacts_observes: ["On se salue."]\n'
    files = {
        "demarches/quartier.yml": QUARTIER + proud,
        "projets/jardin.yml": JARDIN + OBSERVED,
        "documents/bilan.yml": BILAN,
    }
    pages = printed(tmp_path / "a", files)
    for link in links(_page(tmp_path / "b", files)):
        path, _, anchor = link.removeprefix("../").partition("#")
        if anchor:
            assert f'id="{anchor}"' in pages[path.rstrip("/")].corps, link


def test_prides_stand_apart_and_the_demarche_comes_before_its_projects(tmp_path: Path) -> None:
    files = {
        "demarches/quartier.yml": f'{QUARTIER}fiertes: ["On a tenu."]\n',
        "projets/jardin.yml": JARDIN + OBSERVED,
        "documents/bilan.yml": BILAN,
    }
    seen = words(_page(tmp_path, files))
    told_first = (
        "2 impacts observés, 1 fierté. Quartier en commun Fiertés: ce dont la démarche est fière. On a tenu."
    )
    assert seen.startswith(told_first)
    assert seen.index("On a tenu.") < seen.index("Jardin Impacts observés")


def test_a_place_leads_to_what_its_own_page_tells(tmp_path: Path) -> None:
    files = {"projets/jardin.yml": JARDIN + OBSERVED, "documents/bilan.yml": BILAN}
    page = _page(tmp_path, files)
    assert "Par lieu La Ville 2" in words(page)
    assert "../territoires/la-ville/#impacts-observes" in links(page)


def test_a_note_of_the_site_stands_beside_what_it_is_about(tmp_path: Path) -> None:
    note = 'notes: [{nature: interpretation, champ: impacts_observes, texte: "Le site y voit un impact."}]\n'
    files = {"demarches/quartier.yml": f'{QUARTIER}impacts_observes: ["On se salue."]\n{note}'}
    seen = words(_page(tmp_path, files))
    assert "On se salue. Note sur «Ce que ça a changé»: une lecture du site Le site y voit un impact." in seen


def test_silence_is_said_once_and_is_no_failure(tmp_path: Path) -> None:
    nothing = words(_page(tmp_path / "a", {}))
    assert nothing.count("n’est pas dire que rien n’a changé") == 1
    spoken = words(
        _page(tmp_path / "b", {"demarches/quartier.yml": f'{QUARTIER}impacts_observes: ["On se salue."]\n'})
    )
    assert "rien n’a changé" not in spoken
    other = {"demarches/parc.yml": QUARTIER.replace("Quartier en commun", "Parc en commun")}
    beside = {**other, "demarches/quartier.yml": f'{QUARTIER}impacts_observes: ["On se salue."]\n'}
    silent = words(_page(tmp_path / "c", beside)).partition("Rien d’inscrit pour le moment")[2]
    assert silent.count("n’est pas dire que rien n’a changé. Parc en commun") == 1


def test_the_home_page_has_no_door_to_a_page_that_tells_nothing(tmp_path: Path) -> None:
    home = lists(told(tmp_path, {}), GABARITS)["accueil-portes"]
    assert "ce-que-ca-a-change/" not in links(home)
