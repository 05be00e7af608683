"""Written pages receive lists in which a person finds things."""

from __future__ import annotations

import re
from pathlib import Path

from clairevoie.model import COLLECTIONS, Jeu
from clairevoie.pages import Site, lists
from clairevoie.pages.listes import LISTES
from tests.aides.pages_vues import anchors, links, plain, told, words
from tests.aides.sites import FULL, GABARITS, REGLAGES, full_lists, full_site
from tests.aides.stories import ON


def test_every_marker_of_the_written_pages_has_its_list() -> None:
    pages, menu = (FULL.parent / "content").rglob("*.md"), (GABARITS / "partials").rglob("*.html")
    texts = [path.read_text(encoding="utf-8") for path in (*pages, *menu)]
    assert texts
    wanted = {name for text in texts for name in re.findall(r"<!--\s*liste:\s*(\S+)\s*-->", text)}
    assert wanted == set(LISTES) == set(full_lists())


def test_every_record_is_in_the_list_of_its_collection() -> None:
    for name in COLLECTIONS:
        records = full_site().jeu.collection(name).values()
        assert records, name
        assert {f"../{fiche.adresse}/" for fiche in records} <= set(links(full_lists()[name])), name


def test_projects_plans_comites_and_events_stand_under_their_demarche() -> None:
    found = anchors(full_lists()["projets"])
    assert "vieux-phare-en-commun" in found
    assert "demarche-a-venir" not in found, "une démarche sans projet n'a pas de titre"


def _in_order(seen: str, *names: str) -> bool:
    places = [seen.index(name) for name in names]
    return places == sorted(places)


def test_events_are_in_the_order_of_time() -> None:
    seen = words(full_lists()["evenements"]).partition("Vieux-Phare 4")[2]
    assert _in_order(seen, "Lancement", "Bilan 2025", "Rencontre du 12 mars", "Rencontre de décembre")


def _organisme(nom: str) -> str:
    return f'nom: "{nom}"\npublication: publie\nsources: [{{document: rapport}}]\n'


def test_organismes_go_from_a_to_z_whatever_the_accents(tmp_path: Path) -> None:
    names = {"f": "Fondation", "e": "Emploi-Québec", "i": "ÉCOF", "z": "Zone"}
    files = {f"organismes/{id}.yml": _organisme(nom) for id, nom in names.items()}
    html = lists(told(tmp_path, files), GABARITS)["organismes"]
    letters = [anchor for anchor in anchors(html) if anchor.startswith("lettre-")]
    assert letters == ["lettre-e", "lettre-f", "lettre-m", "lettre-z"]
    assert _in_order(words(html), "ÉCOF", "Emploi-Québec", "Fondation", "Maison de quartier", "Zone")


def test_documents_that_were_read_come_before_those_only_mentioned(tmp_path: Path) -> None:
    mentioned = 'titre: "Bulletin"\npublication: publie\ndisponible: false\nsources: [{document: rapport}]\n'
    seen = words(lists(told(tmp_path, {"documents/bulletin.yml": mentioned}), GABARITS)["documents"])
    assert _in_order(seen, "Rapport du quartier", "Mentionnés par les sources", "Bulletin")


def test_territories_stand_inside_one_another() -> None:
    html = full_lists()["territoires"]
    depth, depths = 0, {}
    for tag, name in re.findall(r"(<ul|</ul)|territoires/([a-z-]+)/", html):
        depth += (tag == "<ul") - (tag == "</ul")
        if name:
            depths[name] = depth
    assert (depths["cote-des-brumes"], depths["mrc-des-anses"]) == (1, 2)
    assert (depths["anse-aux-brumes"], depths["cap-rond"], depths["vieux-phare"]) == (3, 3, 4)


def test_the_index_lists_every_record_under_every_name() -> None:
    html = full_lists()["index-a-z"]
    led, seen = links(html), words(html)
    assert {f"../{fiche.adresse}/" for fiche in full_site().jeu} <= set(led)
    assert "CDC des Anses voir Corporation de développement communautaire des Anses (organisme)" in seen
    assert led.count("../organismes/corporation-des-anses/") == 4
    assert (
        "Comité de suivi du plan Comité de suivi, Cercle de développement des communautés des Anses" in seen
    )


def test_the_glossary_explains_acronyms_and_terms_that_sources_define() -> None:
    seen = words(full_lists()["glossaire"])
    assert "OHA Office d'habitation des Anses" in seen
    jeu = full_site().jeu
    holders = (*jeu.comites.values(), *jeu.demarches.values())
    defined = [one for fiche in holders for one in fiche.definitions]
    assert len(defined) > 2
    assert all(plain(one.terme) in seen and plain(one.texte) in seen for one in defined)


def test_the_quality_page_compares_announced_numbers_and_tells_every_note() -> None:
    seen = words(full_lists()["qualite"])
    assert "Projets: la source en annonce 4, le site en compte 4" in seen
    assert "Comites (Cap-Rond): la source en annonce 1, le site en compte 1" in seen
    assert "Cette fiche décrit une situation" in seen
    notes = [plain(note.texte) for fiche in full_site().jeu for note in fiche.notes]
    assert len(notes) > 10
    assert [texte for texte in notes if texte not in seen] == []
    assert "INC-" not in seen


def test_every_field_of_the_model_is_documented() -> None:
    seen = full_lists()["champs"]
    read = words(seen)
    for kind in COLLECTIONS.values():
        for name, field in kind.modele.model_fields.items():
            if not field.exclude:
                assert f"<code>{name}</code>" in seen
                assert words(str(field.title)) in read
                assert words(str(field.description)) in read
    assert {link[1:] for link in links(seen) if link.startswith("#")} <= set(anchors(seen))


def test_links_of_a_list_start_from_the_page_that_receives_it() -> None:
    led = [(name, liste.racine, link) for name, liste in LISTES.items() for link in links(full_lists()[name])]
    outside = [one for one in led if not one[2].startswith(("#", "mailto:", "https:", "webcal:"))]
    assert len(outside) > 100
    assert [one for one in outside if (re.match(r"(?:\.\./)*", one[2]) or [""])[0] != one[1]] == []


def test_the_list_of_a_collection_that_has_no_record_says_so() -> None:
    empty = lists(Site.of(Jeu.of([]), REGLAGES, ON), GABARITS)
    assert {name: words(empty[name]) for name in COLLECTIONS} == dict.fromkeys(
        COLLECTIONS, "Rien pour le moment."
    )


def _comites(count: int) -> dict[str, str]:
    said = 'publication: publie\nen_bref: "On s\'y parle."\ndemarches: [quartier]\nsources: [{document: rapport}]\n'
    return {f"comites/comite-{n}.yml": f'nom: "{"ABCDE"[n % 5]}ssemblée {n}"\n{said}' for n in range(count)}


def test_many_comites_of_a_demarche_are_folded_by_letter_and_few_are_not(tmp_path: Path) -> None:
    few = lists(told(tmp_path / "peu", _comites(20)), GABARITS)["comites"]
    assert "<details" not in few
    many = lists(told(tmp_path, _comites(100)), GABARITS)["comites"]
    folds = re.findall(r'<summary class="plis__titre">(\w) <span class="plis__compte">(\d+)', many)
    assert folds == [("A", "20"), ("B", "20"), ("C", "20"), ("D", "20"), ("E", "20"), ("T", "1")]
    assert {f"../comites/comite-{n}/" for n in range(100)} <= set(links(many))
    assert "quartier" in anchors(many)


def test_many_meetings_of_a_demarche_are_folded_by_year(tmp_path: Path) -> None:
    meeting = "publication: publie\ndemarche: quartier\nsources: [{document: rapport}]\n"
    files = {
        f"evenements/rencontre-{n}.yml": f'titre: "Rencontre {n}"\ndate: "mars {2020 + n % 3}"\n{meeting}'
        for n in range(60)
    }
    html = lists(told(tmp_path, files), GABARITS)["evenements"]
    folds = re.findall(r'<summary class="plis__titre">(\w+) <span class="plis__compte">(\d+)', html)
    assert folds == [("2020", "20"), ("2021", "20"), ("2022", "20")]


def test_many_comites_of_one_letter_are_folded_by_the_beginning_of_their_names(tmp_path: Path) -> None:
    long = "Comité de la mobilité et des parcs du quartier"
    said = "publication: publie\ndemarches: [quartier]\nsources: [{document: rapport}]\n"
    files = {f"comites/comite-{n:03}.yml": f'nom: "{long} {n:03}"\n{said}' for n in range(200)}
    html = lists(told(tmp_path, files), GABARITS)["comites"]
    folds = re.findall(r'<summary class="plis__titre">(.+?) <span class="plis__compte">(\d+)', html)
    assert len(folds) > 4
    assert max(int(count) for _, count in folds) <= 40
    assert plain(folds[0][0]) == f"De «{long} 000» à «{long} 039»"
    assert len({title for title, _ in folds}) == len(folds)
