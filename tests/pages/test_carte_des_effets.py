"""The map of effects says what its list says, draws no arrow that the source does not, and holds any text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from xml.etree import ElementTree

from clairevoie.derive.impacts import Maillon, bands
from clairevoie.pages.effets.chaine import node_words
from tests.aides.dessins_lus import EFFETS, drawings, page, squeezed, wide_source
from tests.aides.pages_vues import links, plain, printed, words
from tests.aides.sites import full_pages, full_site
from tests.aides.stories import DEPART

PHARE = "demarches/vieux-phare-en-commun"
# Two zones, three levels, no arrow, nothing observed.
SANS_FLECHE = """\
chaine_resultats:
  actions_envisagees: [{id: action-a, genre: action_envisagee, texte: "Se réunir."}]
  effets:
    - {id: effet-a, zone_controle: eleve, texte: "Des gens se parlent."}
    - {id: effet-b, zone_controle: eleve, texte: "Ils se voient chaque mois.", parent: effet-a}
    - {id: effet-c, zone_controle: eleve, texte: "Ils se voient chaque semaine.", parent: effet-b}
    - {id: effet-d, zone_controle: eleve, texte: "Ils se téléphonent.", parent: effet-a}
    - {id: effet-f, zone_controle: faible, texte: "On mange bien."}
  schema_disponible: false
"""


def _nested(noeuds: Iterable[Maillon], above: str | None = None) -> Iterator[tuple[str, str | None]]:
    """Every node with what it stands under: their words."""
    for noeud in noeuds:
        texte = plain(node_words(noeud))
        yield texte, above
        yield from _nested(noeud.dessous, texte)


def test_every_node_and_every_nesting_is_in_the_drawings_and_in_the_list() -> None:
    corps = full_pages()[PHARE].corps
    listed = words(re.sub(r"<svg.*?</svg>", "", corps, flags=re.DOTALL))
    chain = bands(full_site().jeu.demarches["vieux-phare-en-commun"])
    nodes = [pair for bande in chain for pair in _nested(bande.noeuds)]
    assert any(above for _, above in nodes)
    assert len(drawings(corps)) == 2
    for drawing in drawings(corps):
        assert len(nodes) == len([box for box in drawing.boxes if box.sorte != "inconnu"])
        for texte, above in nodes:
            box = next(box for box in drawing.boxes if squeezed(box.texte).endswith(squeezed(texte)))
            holders = [squeezed(other.texte) for other in drawing.boxes if other.holds(box)]
            assert holders == ([squeezed(above)] if above else []), texte
            assert texte in listed


def test_the_list_nests_as_the_source_does(tmp_path: Path) -> None:
    tree = ElementTree.fromstring(f"<ul>{_list(page(tmp_path, SANS_FLECHE))}</ul>")
    inside = {
        (above.get("id"), item.get("id")) for above in tree.iter("li") for item in above.findall("./ul/li")
    }
    assert {pair for pair in inside if pair[0] and pair[1]} == {
        ("effet-a", "effet-b"),
        ("effet-b", "effet-c"),
        ("effet-a", "effet-d"),
    }


def _list(corps: str) -> str:
    """Only the items of the list of the chain: anchors inside anchors."""
    part = corps[corps.index('id="chaine-en-liste"') : corps.index('class="chaine__schema"')]
    kept = re.findall(r"<(?:li class=\"enonce[^>]*|ul class=\"enonces\"|/li|/ul)>", part)
    text = "".join(kept)
    return re.sub(r"<ul class=\"enonces\">(?!<li class=\"enonce)", "<ul>", text)


def test_no_arrow_is_drawn_where_the_source_draws_none(tmp_path: Path) -> None:
    corps = page(tmp_path, SANS_FLECHE)
    assert [drawing.arrows for drawing in drawings(corps)] == [[], []]
    assert "Aucune flèche: la source ne dit pas ce qui mène à quoi." in words(corps)


def test_every_contribution_is_an_arrow_and_a_link(tmp_path: Path) -> None:
    links_typed = (
        ", contribue_a: [effet-f]",
        ", contribue_a: [effet-f, effet-e]",
        ', contribue_a: ["projets/jardin"]',
    )
    jardin = DEPART["comites/table-de-quartier.yml"].replace("demarches: [quartier]", "demarche: quartier")
    corps = page(
        tmp_path,
        EFFETS % links_typed,
        **{"projets/jardin.yml": jardin.replace("Table de quartier", "Jardin")},
    )
    assert len(drawings(corps)) == 2
    for drawing in drawings(corps):
        joined = {(start.texte, end.texte) for start, end in drawing.arrows}
        assert joined == {
            ("Des gens se parlent.", "On mange bien."),
            ("Des projets naissent.", "On mange bien."),
            ("Des projets naissent.", "Des gens se parlent."),
            ("On mange bien.", "Jardin"),
        }
    assert {"#effet-f", "#effet-e", "../../projets/jardin/"} <= set(links(corps))
    assert "Contribue à: effet «On mange bien.», effet «Des gens se parlent.»" in words(corps)


def test_an_effect_of_another_zone_than_its_parent_stays_in_its_zone_and_says_so(tmp_path: Path) -> None:
    note = 'notes: [{champ: effet-m.parent, nature: ecart, texte: "La source est ainsi."}]\n'
    corps = page(tmp_path, EFFETS % ("", ", parent: effet-e", "") + note)
    for drawing in drawings(corps):
        parent, child = drawing.box("Des gens se parlent."), drawing.box("Sous, dans la source")
        assert not parent.holds(child)
        assert child.texte.endswith("effet «Des gens se parlent.» Des projets naissent.")
        assert drawing.arrows == []
    middle = corps[corps.index("chaine__etage--moyen") : corps.index("chaine__etage--faible")]
    assert "Des projets naissent." in words(middle)
    assert "Sous, dans la source: effet «Des gens se parlent.»" in words(middle)
    assert "#effet-e" in links(middle)


def test_what_was_observed_differs_from_what_is_hoped_for_by_words_and_by_shape(tmp_path: Path) -> None:
    corps = page(
        tmp_path, EFFETS % ("", ", nature: effet_observe", "") + 'impacts_observes: ["On se connaît."]\n'
    )
    for drawing in drawings(corps):
        assert drawing.box("Des gens se parlent.").sorte == "souhaite"
        assert drawing.box("Effet observé Des projets naissent.").sorte == "observe"
        assert drawing.box("On se connaît.").sorte == "observe"
        assert drawing.titres == ["Effets souhaités", "Effets", "Effets souhaités", "Impacts observés"]
    svg = wide_source(corps)
    assert re.search(r'case--souhaite"[^>]* rx="10"', svg)
    assert not re.search(r'case--observe"[^>]* rx=', svg)
    assert svg.count("carte-des-effets__barre") == 2
    assert 'class="enonce enonce--observe"' in corps
    assert "Effet observé" in words(re.sub(r"<svg.*?</svg>", "", corps, flags=re.DOTALL))


def test_what_is_not_recorded_is_said_not_to_be_and_is_not_said_not_to_exist(tmp_path: Path) -> None:
    hoped = words(page(tmp_path / "a", SANS_FLECHE))
    seen = words(page(tmp_path / "b", 'impacts_observes: ["On se connaît."]\n'))
    assert "Impacts observés Aucun n’est inscrit sur ce site: ce n’est pas dire que rien n’a changé." in hoped
    assert "Effets souhaités. Aucun n’est inscrit sur ce site." in seen
    assert "Impacts observés: ce que la source dit avoir constaté." in seen


def test_a_demarche_that_says_nothing_of_it_has_no_map(tmp_path: Path) -> None:
    assert "carte-des-effets" not in page(tmp_path, "")


def test_a_project_tells_what_was_observed_in_a_list_without_a_map(tmp_path: Path) -> None:
    jardin = DEPART["comites/table-de-quartier.yml"].replace("demarches: [quartier]", "demarche: quartier")
    files = {
        "projets/jardin.yml": jardin + 'impacts_observes: [{texte: "On mange mieux.", date: "mars 2026"}]\n'
    }
    corps = printed(tmp_path, files)["projets/jardin"].corps
    assert "Impacts observés: ce que la source dit avoir constaté. On mange mieux. (mars 2026)" in words(
        corps
    )
    assert "carte-des-effets" not in corps


def test_the_drawing_is_one_image_with_a_name_and_a_description() -> None:
    corps = full_pages()[PHARE].corps
    found = re.findall(r"<svg class=\"carte-des-effets__dessin\".*?</svg>", corps, re.DOTALL)
    assert len(found) == 2
    for svg in found:
        assert 'role="img"' in svg
        assert "<title>Carte des effets</title>" in svg
        assert "écrit en liste sur cette page" in svg
        assert "<a " not in svg
    assert "zone de contrôle élevé: 3." in words(wide_source(corps))
