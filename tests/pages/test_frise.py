"""A timeline draws honest time: each kind of date by its own mark, all in words, nothing late, nothing invented."""

from __future__ import annotations

import re
from pathlib import Path

from clairevoie.model.phrases import read_deadlines
from clairevoie.pages import lists
from clairevoie.pages.environment import environment
from clairevoie.pages.fiche.demarche import gather
from clairevoie.pages.temps.frise import Frise, LigneFrise
from clairevoie.wording.instants import instants
from tests.aides.pages_vues import anchors, links, printed, told, words
from tests.aides.sites import GABARITS, full_site

PLAN = """\
nom: "Plan du quartier"
en_bref: "Ce que le quartier a promis."
publication: publie
demarche: quartier
sources: [{document: rapport, repere: "Page 1"}]
actions:
"""
KINDS = {
    "12 mars 2026": "jour",
    "Avril 2026": "mois",
    "Automne 2026": "saison",
    "2027": "annee",
    "Mai à août 2026": "intervalle",
    "En continu": "continu",
    "Au besoin": "recurrent",
    "4 rencontres par année": "recurrent",
    "Selon le calendrier scolaire": "conditionnel",
    "Calendrier à déterminer": "inconnu",
    "Quand le local sera prêt": "conditionnel",
    "Court terme": "inconnu",
    "Bientôt peut-être": "inconnu",
    "2e trimestre 2026": "intervalle",
    "Avant juin 2027": "intervalle",
}


def _plan(*actions: str, name: str = "plan", head: str = "") -> dict[str, str]:
    return {f"plans/{name}.yml": PLAN.replace("actions:\n", f"{head}actions:\n") + "".join(actions)}


def _action(number: int, more: str) -> str:
    return f'  - {{numero: "{number}", texte: "Faire la chose {number}.", {more}}}\n'


def _frise(folder: Path, files: dict[str, str]) -> Frise:
    site = told(folder, files)
    return gather(site, site.jeu.demarches["quartier"]).frise


def _printed(frise: Frise) -> str:
    env = environment(GABARITS, full_site(), "../../")
    return str(env.get_template("composants/frise.html").module.frise(frise))  # type: ignore[attr-defined]


def _lines(frise: Frise) -> list[LigneFrise]:
    return [line for group in frise.groupes for line in group.lignes]


def test_every_kind_of_date_has_its_mark_its_words_and_its_meaning_in_the_legend(tmp_path: Path) -> None:
    actions = [_action(n, f'echeances: "{phrase}"') for n, phrase in enumerate(KINDS, 1)]
    frise = _frise(tmp_path, _plan(*actions))
    assert {line.quand[0].texte: line.marques for line in _lines(frise)} == {
        phrase: (mark,) for phrase, mark in KINDS.items()
    }
    assert frise.marques == tuple(dict.fromkeys(KINDS.values()))
    html = _printed(frise)
    shapes = [re.search(rf'id="marque-{mark}"([^/]*)/', html) for mark in frise.marques]
    assert len({shape.group(1) for shape in shapes if shape}) == len(frise.marques)
    assert all(phrase in words(html) for phrase in KINDS)


def test_a_date_that_depends_on_something_says_on_what_and_shows_it(tmp_path: Path) -> None:
    head = 'echeances: [{texte: "Automne 2026", depend_de: "l\'octroi du financement"}]'
    frise = _frise(tmp_path, _plan(_action(1, head)))
    assert _lines(frise)[0].marques == ("saison", "conditionnel")
    assert frise.groupes[-1].reperes[0].conditional
    html = _printed(frise)
    assert "Automne 2026 (selon l'octroi du financement)" in words(html)
    assert "echelle__repere--conditionnelle" in html


def test_what_a_follow_up_moved_is_drawn_and_said_before_and_after(tmp_path: Path) -> None:
    moves = ("Hiver 2026", "2026-02", "Printemps 2026"), ("", "2026-06-02", "Automne 2026")
    suivi = ", ".join(f'{{date: "{day}", nouvelle_echeance: "{to}"}}' for _, day, to in moves)
    more = f'echeances: "{moves[0][0]}", suivi: [{suivi}]'
    frise = _frise(tmp_path, _plan(_action(1, more)))
    drawn = [(one.kind, one.replaced) for one in frise.groupes[-1].reperes]
    assert drawn == [("saison", True), ("saison", True), ("saison", False)]
    seen = words(_printed(frise))
    assert "Automne 2026 Action 1" in seen
    assert "D’abord: Hiver 2026, jusqu’au suivi de février 2026." in seen
    assert "Puis: Printemps 2026, jusqu’au suivi du 2 juin 2026." in seen
    assert "Échéance remplacée par un suivi" in seen


def test_nothing_is_late_however_old(tmp_path: Path) -> None:
    seen = words(_printed(_frise(tmp_path, _plan(_action(1, 'echeances: "Mars 1999"')))))
    assert "en retard" not in seen.casefold()
    assert "Une date passée n’est pas un retard" in seen


def test_an_action_that_nobody_dated_is_named_once_with_the_others(tmp_path: Path) -> None:
    frise = _frise(
        tmp_path,
        _plan(_action(1, 'echeances: "2026"'), _action(2, "statut: prevu"), _action(3, "statut: prevu")),
    )
    group = frise.groupes[-1]
    assert group.phrase == "3 actions : 1 avec une date, 2 sans date connue"
    assert [name for _, name in group.sans_date] == ["Action 2", "Action 3"]
    assert "Sans date dans la source: Action 2, Action 3." in words(_printed(frise))


def test_only_unknown_dates_make_no_drawing_and_an_empty_demarche_says_so(tmp_path: Path) -> None:
    unknown = _frise(tmp_path / "a", _plan(_action(1, 'echeances: "À déterminer"')))
    html = _printed(unknown)
    assert unknown.echelle is None
    assert "Aucune date ne peut être placée" in words(html)
    assert 'class="echelle' not in html
    empty = _frise(tmp_path / "b", {})
    assert empty.groupes == ()
    assert "Aucune date n’est encore inscrite." in words(_printed(empty))


def test_a_year_far_from_the_others_does_not_stretch_the_axis(tmp_path: Path) -> None:
    phrases = ("2009", "Mars 2010", "1000", "2999", "1000-2999")
    frise = _frise(tmp_path, _plan(*[_action(n, f'echeances: "{one}"') for n, one in enumerate(phrases, 1)]))
    axis = frise.echelle
    assert axis is not None
    assert (axis.first, axis.last, axis.has_outside) == (2009, 2010, True)
    lines = {line.quand[0].texte: line.reperes[0] for line in _lines(frise)}
    assert (lines["1000"].before, lines["1000"].after, lines["1000"].width) == (True, False, 0)
    assert (lines["2999"].before, lines["2999"].after, lines["2999"].width) == (False, True, 0)
    assert (lines["1000-2999"].before, lines["1000-2999"].after, lines["1000-2999"].width) == (
        True,
        True,
        100,
    )
    assert "dehors" in frise.marques
    assert "Avant ou après les années dessinées" in words(_printed(frise))


def test_words_of_the_source_are_made_plain_only_where_they_are_not() -> None:
    def said(phrase: str, **more: str) -> str | None:
        return instants(read_deadlines(phrase, **more))[0].precision  # type: ignore[arg-type]

    assert said("31 mars 2009") is None
    assert said("2009-2010") is None
    assert said("Printemps 2009") is None
    assert said("23 FÉV. 2021") == "23 février 2021"
    assert said("À la rentrée de 2028", edtf="2028-09") == "septembre 2028"
    assert said("Dépôt du projet") is None  # a date may be there, that the site does not read


def test_events_without_date_are_told_after_theirs(tmp_path: Path) -> None:
    event = 'titre: "{}"\npublication: publie\ndemarche: quartier\n{}\nsources: [{{document: rapport}}]\n'
    files = {
        "evenements/a.yml": event.format("Forum", 'date: "12 mars 2026"'),
        "evenements/b.yml": event.format("Sondage", "suit: a"),
    }
    group = next(group for group in _frise(tmp_path, files).groupes if group.lot.cle == "quand-rencontres")
    assert [line.titre for line in group.lignes] == ["Forum"]
    assert [after.titre for after in group.lignes[0].suites] == ["Sondage"]
    assert "1 sans date connue" in group.phrase


def test_a_title_of_300_characters_is_cut_and_its_page_is_one_link_away(tmp_path: Path) -> None:
    files = _plan(_action(1, 'echeances: "2026"'), head='periode: "2026-2027"\n')
    files["plans/plan.yml"] = files["plans/plan.yml"].replace("Plan du quartier", "Plan " + "très " * 59)
    html = _printed(_frise(tmp_path, files))
    assert max(len(words(a)) for a in re.findall(r"<a [^>]*>(.*?)</a>", html)) <= 160
    assert "../../plans/plan/" in links(html)


def test_the_timeline_of_a_demarche_carries_every_fact_of_its_drawing() -> None:
    site = full_site()
    for name in ("vieux-phare-en-commun", "cercle-des-anses"):
        frise = gather(site, site.jeu.demarches[name]).frise
        html = _printed(frise)
        seen, ids = words(html).casefold(), anchors(html)
        lines = _lines(frise)
        assert len(lines) > 10
        assert len(ids) == len(set(ids))
        told = [words(texte) for line in lines for texte in (line.titre, *(one.texte for one in line.quand))]
        assert [texte for texte in told if texte.casefold() not in seen] == []
        for group in frise.groupes:
            of_lines = {(one.kind, one.start) for line in group.lignes for one in line.reperes}
            drawn = {(one.kind, one.start) for one in group.reperes}
            assert drawn == (of_lines if group.lot.replie else set())


def _meetings(n: int, years: int) -> dict[str, str]:
    return {
        f"evenements/rencontre-{rank}.yml": "type: rencontre\n"
        f'titre: "Rencontre {rank}"\npublication: publie\nen_bref: "On se voit."\ndemarche: quartier\n'
        f'date: "{2 + rank % 27} mai {2000 + rank % years}"\n'
        'sources: [{document: rapport, repere: "Page 1"}]\n'
        for rank in range(n)
    }


def test_few_meetings_are_in_the_open_and_many_are_counted_then_folded_by_year(tmp_path: Path) -> None:
    few = _frise(tmp_path / "few", _meetings(5, 5))
    assert [group.lot.replie for group in few.groupes] == [False]
    assert "<details" not in _printed(few)
    many = _frise(tmp_path / "many", _meetings(60, 3))
    (group,) = many.groupes
    html = _printed(many)
    folds = re.findall(r"<summary>(.*?)</summary>", html)
    assert [words(fold) for fold in folds] == [
        "Voir le détail: Rencontres et étapes",
        "2000 (20)",
        "2001 (20)",
        "2002 (20)",
    ]
    assert group.reperes
    assert [rank for rank in range(60) if f"Rencontre {rank} " not in f"{words(html)} "] == []
    decades = _frise(tmp_path / "decades", _meetings(100, 25))
    assert [titre for titre, _ in decades.groupes[0].tranches] == [
        "De 2000 à 2009",
        "De 2010 à 2019",
        "De 2020 à 2029",
    ]


def test_what_is_due_in_many_records_is_in_one_group_that_names_them(tmp_path: Path) -> None:
    files = {
        path: typed.replace("Plan du quartier", f"Plan {rank}")
        for rank in range(9)
        for path, typed in _plan(_action(rank, 'echeances: "12 mars 2026"'), name=f"plan-{rank}").items()
    }
    frise = _frise(tmp_path, files)
    due = next(group for group in frise.groupes if group.lot.cle == "quand-plans")
    assert due.lot.titre == "Échéances : 9 plans"
    assert {line.texte for line in due.lignes} == {
        f"Plan {rank} : Faire la chose {rank}." for rank in range(9)
    }
    assert len({line.adresse for line in due.lignes}) == 9


def test_what_no_page_can_hold_is_counted_by_year_and_leads_to_its_list(tmp_path: Path) -> None:
    files = _meetings(450, 30)
    frise = _frise(tmp_path, files)
    (group,) = frise.groupes
    assert group.comptes == (("De 2000 à 2009", 150), ("De 2010 à 2019", 150), ("De 2020 à 2029", 150))
    page = printed(tmp_path / "pages", files)["demarches/quartier"]
    assert "450 rencontres et étapes" in words(page.corps)
    assert "Rencontre 7 " not in words(page.corps)
    assert [one.suite for one in page.dessous] == [f"quand-rencontres/{year}/" for year in range(2000, 2030)]
    told_below = [words(one.corps) for one in page.dessous]
    assert [rank for rank in range(450) if f" Rencontre {rank} " not in f"{told_below[rank % 30]} "] == []
    assert {f"../../{one.url.removeprefix('demarches/')}" for one in page.dessous} <= {
        f"../../quartier/{href}" for href in links(page.corps)
    }
    whole = lists(told(tmp_path, files), GABARITS)["frise"]
    assert links(whole) == ["../frise/demarche/quartier/"]
