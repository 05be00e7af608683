"""Written pages receive lists in which a person finds things."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from clairevoie.model import COLLECTIONS
from clairevoie.pages import lists
from clairevoie.pages.listes import LISTES
from tests.pages.pages_vues import GABARITS, RACINE, anchors, links, plain, real_lists, real_site, told, words


def test_every_marker_of_the_written_pages_has_its_list() -> None:
    texts = [path.read_text(encoding="utf-8") for path in (RACINE / "content").rglob("*.md")]
    wanted = {name for text in texts for name in re.findall(r"<!--\s*liste:\s*(\S+)\s*-->", text)}
    assert wanted == set(LISTES) == set(real_lists())


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_every_record_is_in_the_list_of_its_collection(collection: str) -> None:
    led = set(links(real_lists()[collection]))
    assert {f"../{fiche.adresse}/" for fiche in real_site().jeu.collection(collection).values()} <= led


def test_projects_plans_comites_and_events_stand_under_their_demarche() -> None:
    found = anchors(real_lists()["projets"])
    assert "ma-communaute-cle-en-main-shawinigan" in found
    assert "asis-rouyn-noranda" not in found, "une démarche sans projet n'a pas de titre"


def test_events_are_in_the_order_of_time() -> None:
    seen = words(real_lists()["evenements"])
    assert (
        seen.index("PORTRAIT") < seen.index("SONDAGE 1") < seen.index("INSPIRATION") < seen.index("CONSTATS")
    )


def test_organismes_go_from_a_to_z_whatever_the_accents() -> None:
    letters = [anchor for anchor in anchors(real_lists()["organismes"]) if anchor.startswith("lettre-")]
    assert letters == sorted(letters)
    seen = words(real_lists()["organismes"])
    assert seen.index("ÉCOF") < seen.index("Emploi-Québec") < seen.index("Fondation Lucie")


def test_documents_that_were_read_come_before_those_only_mentioned() -> None:
    seen = words(real_lists()["documents"])
    assert (
        seen.index("Reflet des régions") < seen.index("Mentionnés par les sources") < seen.index("L'ÉmerGens")
    )


def test_territories_stand_inside_one_another() -> None:
    html = real_lists()["territoires"]
    tree = re.findall(r"<ul|</ul|territoires/([a-z-]+)/", html)
    depth, depths = 0, {}
    for tag, name in zip(re.findall(r"<ul|</ul|territoires/[a-z-]+/", html), tree, strict=True):
        depth += (tag == "<ul") - (tag == "</ul")
        if name:
            depths[name] = depth
    assert depths["mauricie"] == 1
    assert depths["shawinigan"] == 2
    assert depths["st-paul-grand-mere"] == 4


def test_the_index_lists_every_record_under_every_name() -> None:
    html = real_lists()["index-a-z"]
    led = links(html)
    assert {f"../{fiche.adresse}/" for fiche in real_site().jeu} <= set(led)
    assert "CRÉ Mauricie voir Conférence régionale des élus de la Mauricie (organisme)" in words(html)
    assert led.count("../organismes/cre-mauricie/") >= 4
    assert "Comité de suivi Comité de suivi, Consortium" in words(html)


def test_the_glossary_explains_acronyms_and_terms_that_sources_define() -> None:
    seen = words(real_lists()["glossaire"])
    assert "RNVVS Rouyn-Noranda, ville et villages en santé" in seen
    defined = [one for comite in real_site().jeu.comites.values() for one in comite.definitions]
    assert defined
    assert all(plain(one.terme) in seen and plain(one.texte) in seen for one in defined)


def test_the_quality_page_compares_announced_numbers_and_tells_every_note() -> None:
    seen = words(real_lists()["qualite"])
    assert "Projets (St-Marc/Christ-Roi): la source en annonce 4, le site en compte 4" in seen
    assert "Constats: la source en annonce 3, le site en compte 3" in seen
    assert "Cette fiche décrit une situation" in seen
    assert all(plain(note.texte) in seen for fiche in real_site().jeu for note in fiche.notes)
    assert "INC-" not in seen


def test_every_field_of_the_model_is_documented() -> None:
    seen = real_lists()["champs"]
    read = words(seen)
    for kind in COLLECTIONS.values():
        for name, field in kind.modele.model_fields.items():
            if not field.exclude:
                assert f"<code>{name}</code>" in seen
                assert words(str(field.title)) in read
                assert words(str(field.description)) in read
    assert {link[1:] for link in links(seen) if link.startswith("#")} <= set(anchors(seen))


def test_the_home_page_names_the_demarches_and_the_territories() -> None:
    assert "<h1" in real_lists()["accueil-bandeau"]
    assert 'href="index-a-z/"' in real_lists()["accueil-bandeau"]
    assert "territoires/shawinigan/" in links(real_lists()["accueil-territoires"])
    led = set(links(real_lists()["accueil-demarches"]))
    assert led == {f"{demarche.adresse}/" for demarche in real_site().jeu.demarches.values()}


def test_what_is_new_is_dated_and_empty_without_a_history(tmp_path: Path) -> None:
    assert "20 novembre 2026" in words(real_lists()["accueil-nouveautes"])
    alone = lists(told(tmp_path, {}), GABARITS)
    assert "Rien pour le moment." in words(alone["accueil-nouveautes"])


def test_links_of_a_list_start_from_the_page_that_receives_it() -> None:
    for name, liste in LISTES.items():
        for link in links(real_lists()[name]):
            way = re.match(r"(?:\.\./)*", link)
            assert link.startswith(("#", "mailto:")) or (way and way.group() == liste.racine), (name, link)
