"""Who decides is drawn and written: the two say the same, and no more than the source."""

from __future__ import annotations

import re
from itertools import chain
from pathlib import Path

import pytest

from clairevoie.derive.gouvernance import LienDeComites
from clairevoie.model.mots import mot
from clairevoie.model.temps import Frequence
from clairevoie.pages.gouvernance.liens_dessines import joined_groups
from clairevoie.wording.frequencies import rhythm
from clairevoie.wording.plurals import plural
from tests.aides.pages_vues import links, plain, printed, words
from tests.aides.sites import full_pages, full_site
from tests.aides.stories import DEPART, sentences

SOURCES = 'sources: [{document: rapport, repere: "Page 1"}]\n'


def _comite(nom: str, facts: str = "", demarche: str = "quartier") -> str:
    return f'nom: "{nom}"\npublication: publie\nen_bref: "Un comité."\ndemarches: [{demarche}]\n{facts}\n{SOURCES}'


def _part(corps: str, start: str, end: str) -> str:
    """What stands on a page from one mark to the next; empty when it is not there."""
    return corps.partition(start)[2].partition(end)[0]


def _drawing(corps: str) -> str:
    return _part(corps, '<svg class="organigramme__dessin', "</svg>")


def _list(corps: str) -> str:
    return _part(corps, '<ul class="instances">', "</section>")


def _sentences(corps: str) -> list[str]:
    """The links in words, one a line."""
    found = re.findall(r"<li>(.*?)</li>", _part(corps, '<ul class="relations">', "</ul>"), re.S)
    return [words(one) for one in found]


@pytest.mark.parametrize("demarche", ["cercle-des-anses", "vieux-phare-en-commun"])
def test_each_comite_and_each_link_of_a_demarche_is_in_the_list_and_in_the_drawing(demarche: str) -> None:
    corps = full_pages()[f"demarches/{demarche}"].corps
    comites = [comite for comite in full_site().jeu.comites.values() if demarche in comite.demarches]
    relations = list(chain.from_iterable(comite.relations for comite in comites))
    assert len(comites) > 2
    assert len(relations) > 1
    for seen in (_list(corps), _drawing(corps)):
        assert {f"../../comites/{comite.id}/" for comite in comites} <= set(links(seen))
        assert {
            mot(relation.type) for relation in relations if mot(relation.type) not in words(seen).casefold()
        } == set()
    typed = [plain(relation.texte) for relation in relations if relation.texte]
    assert [texte for texte in typed if texte not in words(_list(corps))] == []


def test_a_link_of_no_known_kind_is_told_by_the_words_of_the_source(tmp_path: Path) -> None:
    table = _comite("Table", 'relations: [{type: autre, cibles: [ca], texte: "veille sur le CA"}]')
    files = {"comites/table-de-quartier.yml": table, "comites/ca.yml": _comite("CA")}
    corps = printed(tmp_path, files)["demarches/quartier"].corps
    for seen in (_list(corps), _drawing(corps)):
        assert "veille sur le ca" in words(seen).casefold()


def test_the_frequency_of_meetings_is_told_in_the_same_words_in_both() -> None:
    corps = full_pages()["demarches/cercle-des-anses"].corps
    for seen in (_list(corps), _drawing(corps)):
        assert "De 4 à 6 rencontres par année" in words(seen)
    assert "Bilan: 1 fois par année" in words(_list(corps))


@pytest.mark.parametrize(
    ("texte", "objet", "said"),
    [
        ("Entre 4 à 6 rencontres régionales par année", None, "de 4 à 6 rencontres par année"),
        ("une ou deux fois par année", None, "1 ou 2 rencontres par année"),
        ("1 fois par mois", None, "1 rencontre par mois"),
        ("Annuellement", "bilan", "bilan : 1 fois par année"),
        (
            "Comité de suivi : 3 rencontres par trimestre",
            None,
            "Comité de suivi : 3 rencontres par trimestre",
        ),
        ("au besoin", None, "au besoin"),
        ("Rencontres à déterminer", None, "Rencontres à déterminer"),
        ("aussi souvent qu'il le faut", None, "aussi souvent qu'il le faut"),
        ("au moins 4 fois par année", None, "au moins 4 rencontres par année"),
        ("chaque premier mardi du mois, 19 h", None, "1 rencontre par mois, le premier mardi, à 19\u00a0h"),
        ("aux six semaines", None, "1 rencontre toutes les 6 semaines"),
        ("semestriel", "bulletin", "bulletin : 1 fois tous les 6 mois"),
    ],
)
def test_a_frequency_reads_in_plain_words_and_what_is_not_sure_stays_as_typed(
    texte: str, objet: str | None, said: str
) -> None:
    assert rhythm(Frequence.model_validate({"texte": texte, "objet": objet})) == said


CERCLE = {
    "comites/assemblee.yml": _comite(
        "Assemblée", 'type: assemblee\nrelations: [{type: elit, cibles: [conseil], texte: "élit le conseil"}]'
    ),
    "comites/conseil.yml": _comite(
        "Conseil", "type: conseil\nrelations: [{type: rend_compte_a, cibles: [assemblee]}]"
    ),
}


def test_a_circle_of_links_is_drawn_and_told_both_ways(tmp_path: Path) -> None:
    pages = printed(tmp_path, CERCLE)
    seen = _drawing(pages["demarches/quartier"].corps)
    assert words(seen).index("Assemblée") < words(seen).index("Conseil")
    assert seen.count('class="organigramme__fleche"') == 2
    assert _sentences(pages["comites/conseil"].corps) == [
        "Rend compte à: Assemblée",
        "Assemblée: élit ce comité élit le conseil",
    ]
    assert "../../comites/assemblee/" in links(_drawing(pages["comites/conseil"].corps))
    assert "../../comites/conseil/" not in links(_drawing(pages["comites/conseil"].corps))


def test_that_nothing_joins_some_comites_is_said_after_those_that_are_joined(tmp_path: Path) -> None:
    seen = words(_drawing(printed(tmp_path, CERCLE)["demarches/quartier"].corps))
    said = seen.index("La source ne dit pas ce qui relie ceux-ci")
    assert seen.index("Assemblée") < seen.index("Conseil") < said < seen.index("Table de quartier")


def test_a_loop_of_parents_and_a_link_to_a_draft_are_refused_with_their_message(tmp_path: Path) -> None:
    loop = {f"comites/{a}.yml": _comite(a, f"parent: {b}") for a, b in (("un", "deux"), ("deux", "un"))}
    assert len(sentences(tmp_path / "a", {**DEPART, **loop}, "REF-03")) == 1
    draft = _comite("Un", "relations: [{type: elit, cibles: [secret]}]")
    secret = _comite("Secret").replace("publie", "brouillon")
    files = {**DEPART, "comites/un.yml": draft, "comites/secret.yml": secret}
    assert len(sentences(tmp_path / "b", files, "REF-05")) == 1


VOISINE = """\
nom: "Démarche voisine"
publication: publie
en_bref: "À côté."
organismes: [{organisme: maison-de-quartier, role: promoteur}]
sources: [{document: rapport, repere: "Page 1"}]
"""


def test_a_comite_of_another_demarche_is_drawn_as_such_wherever_the_link_is_typed(tmp_path: Path) -> None:
    files = {
        "demarches/voisine.yml": VOISINE,
        "comites/table-de-quartier.yml": _comite("Table", "relations: [{type: soutient, cibles: [loin]}]"),
        "comites/loin.yml": _comite("Loin", "", "voisine"),
        "comites/venu.yml": _comite(
            "Venu", "relations: [{type: alimente, cibles: [table-de-quartier]}]", "voisine"
        ),
    }
    corps = printed(tmp_path, files)["demarches/quartier"].corps
    for seen in (_list(corps), _drawing(corps)):
        assert {"../../comites/loin/", "../../comites/venu/"} <= set(links(seen))
        assert words(seen).count("Autre démarche: Démarche voisine") == 2
    assert "Alimente: Table" in words(_list(corps))


def test_a_link_that_names_nobody_says_so_and_points_nowhere(tmp_path: Path) -> None:
    table = _comite(
        "Table", 'relations: [{type: soutient, texte: "soutient tout le monde"}, {type: elit, cibles: [ca]}]'
    )
    corps = printed(tmp_path, {"comites/table-de-quartier.yml": table, "comites/ca.yml": _comite("CA")})[
        "demarches/quartier"
    ].corps
    assert "soutient: aucun nommé" in words(_drawing(corps))
    assert _drawing(corps).count('class="organigramme__fleche"') == 1
    assert "Soutient: aucun comité nommé dans la source soutient tout le monde" in words(_list(corps))


def test_comites_that_nothing_joins_are_listed_without_a_drawing(tmp_path: Path) -> None:
    corps = printed(tmp_path, {"comites/autre.yml": _comite("Autre")})["demarches/quartier"].corps
    assert not _drawing(corps)
    assert "La source ne dit pas ce qui relie ces comités." in words(corps)


def test_a_demarche_without_comite_says_so(tmp_path: Path) -> None:
    corps = printed(tmp_path, {"demarches/voisine.yml": VOISINE})["demarches/voisine"].corps
    assert "Aucun comité de cette démarche n'est décrit sur ce site." in words(corps)
    assert "Qui siège où" not in words(corps)


def test_a_title_of_300_characters_is_cut_in_the_drawing_and_whole_in_the_list(tmp_path: Path) -> None:
    long = ("Comité " + "des gens du quartier qui se souviennent " * 8)[:300].strip()
    files = {
        "comites/long.yml": _comite(long, "relations: [{type: elit, cibles: [table-de-quartier]}]"),
    }
    corps = printed(tmp_path, files)["demarches/quartier"].corps
    assert long in words(_list(corps))
    assert long[:60] in words(_drawing(corps))
    assert long not in words(_drawing(corps))


@pytest.mark.parametrize(
    ("several", "said", "joint"),
    [
        (1, "1 comité en relève", ": "),
        (12, "12 comités en relèvent", ": "),
        (60, "60 comités en relèvent", " "),
    ],
)
def test_the_comites_below_another_are_counted_then_all_named(
    tmp_path: Path, several: int, said: str, joint: str
) -> None:
    names = [f"Comité {n:02}" for n in range(several)]
    files = {
        f"comites/comite-{n:02}.yml": _comite(name, "parent: table-de-quartier")
        for n, name in enumerate(names)
    }
    pages = printed(tmp_path, files)
    place = words(_part(pages["comites/table-de-quartier"].corps, '<ul class="relations">', "</section>"))
    whole = words(_list(pages["demarches/quartier"].corps))
    assert place.replace(", ", " ") == f"{said}{joint}{' '.join(names)}"
    assert said in whole
    assert [name for name in names if name not in whole] == []


def test_a_link_that_only_some_of_a_group_have_says_how_many(tmp_path: Path) -> None:
    files = {
        "comites/table-de-quartier.yml": _comite(
            "Table", "relations: [{type: elit, cibles: [membre-0, membre-1]}]"
        ),
        **{f"comites/membre-{n}.yml": _comite(f"Membre {n}", "parent: table-de-quartier") for n in range(40)},
        **{
            f"comites/veille-{n}.yml": _comite(
                f"Veille {n}",
                "type: chantier\nparent: membre-3\n"
                f'relations: [{{type: autre, cibles: [membre-{n}], texte: "veille {n}"}}]',
            )
            for n in range(40)
        },
    }
    corps = printed(tmp_path, files)["demarches/quartier"].corps
    drawn = words(_drawing(corps))
    assert "élit" in drawn
    assert "40 chantiers" in drawn
    assert "chacun: autre lien, dans les mots de la source" in drawn
    assert "veille 7" in words(_list(corps))


def test_how_many_say_something_of_how_many_is_written_along_the_line() -> None:
    groups = (("table",), ("a1", "a2", "a3"), ("b1", "b2", "b3", "b4"))
    liens = [
        LienDeComites("a1", "parent", ("table",), None),
        LienDeComites("a2", "parent", ("table",), None),
        *(LienDeComites(id, "elit", (f"a{min(rank, 2)}",), None) for rank, id in enumerate(groups[2], 1)),
        LienDeComites("table", "coordonne", ("a1", "a2", "a3", "b1"), None),
        LienDeComites("b1", "elit", ("b2",), None),
        LienDeComites("a1", "soutient", (), "tout le monde"),
    ]
    drawn = {(link.source, plain(link.words), link.targets) for link in joined_groups(groups, liens)}
    assert drawn == {
        ("a1", "2 sur 3: relève de", ("table",)),
        ("b1", "chacun: élit (2 sur 3)", ("a1",)),
        ("table", "coordonne", ("a1",)),
        ("table", "coordonne (1 sur 4)", ("b1",)),
        ("a1", "1 sur 3: soutient: aucun nommé", ()),
    }


def test_a_long_list_gives_counts_first_then_folds_by_place_or_by_letter(tmp_path: Path) -> None:
    places = {
        f"territoires/arrondissement-{n}.yml": f'nom: "Quartier {n}"\npublication: publie\n'
        f'en_bref: "Un quartier."\ntype: quartier\nparent: la-ville\n{SOURCES}'
        for n in range(3)
    }
    files = {
        f"comites/conseil-{n:02}.yml": _comite(
            f"Conseil {n:02}", f"type: comite_local\nterritoires: [arrondissement-{n % 3}]"
        )
        for n in range(60)
    }
    by_letter = printed(tmp_path / "a", files | places)["demarches/quartier"].corps
    assert "61 comités: 60 comités locaux, 1 comité." in words(by_letter)
    folds = re.findall(r"<summary>(.*?)</summary>", _part(by_letter, "gouvernance__comptes", "</section>"))
    assert [words(one) for one in folds] == ["C (60)", "T (1)"]
    table = _comite("Table", "territoires: [arrondissement-0]")
    by_place = printed(tmp_path / "b", {**files, **places, "comites/table-de-quartier.yml": table})
    folds = re.findall(
        r"<summary>(.*?)</summary>",
        _part(by_place["demarches/quartier"].corps, "gouvernance__comptes", "</section>"),
    )
    assert [words(one) for one in folds] == ["Quartier 0 (21)", "Quartier 1 (20)", "Quartier 2 (20)"]


def test_a_list_that_no_page_can_hold_names_its_first_levels_and_leads_to_the_rest(tmp_path: Path) -> None:
    files = {
        f"comites/conseil-{n}.yml": _comite(
            f"Conseil {n}", f"parent: {'table-de-quartier' if n < 20 else f'conseil-{n % 20}'}"
        )
        for n in range(450)
    }
    pages = printed(tmp_path, files)
    corps = pages["demarches/quartier"].corps
    told = words(_part(corps, 'id="comites-en-liste"', "</section>"))
    assert [n for n in range(20) if f" Conseil {n} " not in told] == []
    assert "Conseil 20" not in told
    assert told.count("comités en relèvent.") == 20
    assert "../../comites/#quartier" in links(corps)
    flat = {f"comites/conseil-{n}.yml": _comite(f"Conseil {n}") for n in range(450)}
    told = words(printed(tmp_path / "flat", flat)["demarches/quartier"].corps)
    assert "451 comités. C (450) T (1) Voir la suite: tous ces comités, un par un" in told


@pytest.mark.parametrize(
    ("one", "several"),
    [
        ("comité d’orientation", "comités d’orientation"),
        ("comité local", "comités locaux"),
        ("bureau", "bureaux"),
        ("conseil de quartier", "conseils de quartier"),
        ("équipe de soutien", "équipes de soutien"),
        ("comité stratégique", "comités stratégiques"),
    ],
)
def test_several_of_a_kind_are_said_in_the_plural(one: str, several: str) -> None:
    assert plural(one) == several
