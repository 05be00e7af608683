"""The calendar puts each date where it stands, forces none into a month, and stays light."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from clairevoie.derive.jalons import deadlines
from clairevoie.model.ancres import elements
from clairevoie.model.fiche import Fiche
from clairevoie.model.phrases import PhraseError, read_deadlines
from clairevoie.model.temps import Echeance
from clairevoie.pages.environment import environment
from clairevoie.pages.site import Site
from clairevoie.pages.temps import liste
from clairevoie.pages.temps.calendrier import case
from tests.aides.pages_vues import anchors, links, told, words
from tests.aides.sites import GABARITS, full_site

SOURCE = "publication: publie\nsources: [{document: rapport, repere: Page 1}]\n"
RENCONTRE = 'en_bref: "On se rencontre."\ndemarche: quartier\ncomite: table-de-quartier\n' + SOURCE


def _event(title: str, more: str) -> str:
    return f'titre: "{title}"\n{RENCONTRE}{more}\n'


def _plan(*actions: str) -> dict[str, str]:
    head = 'nom: "Plan du quartier"\nen_bref: "Le plan."\ndemarche: quartier\n' + SOURCE
    return {"plans/plan.yml": head + "actions:\n" + "".join(f"  - {{{action}}}\n" for action in actions)}


def _action(number: int, echeance: str, more: str = "") -> str:
    return f'numero: "{number}", texte: "Faire {number}.", echeances: "{echeance}"{more}'


def _calendar(site: Site) -> Mapping[str, Any]:
    return liste.calendar(site)


def _printed(name: str, site: Site) -> str:
    seen = {"calendrier": liste.calendar, "frise": liste.timeline}[name](site)
    return environment(GABARITS, site, "../").get_template(f"listes/{name}.html").render(seen)


def _section(html: str, anchor: str) -> str:
    """What is read under a heading, up to the next one."""
    return words(re.split(r"<h[23]", html.partition(f'id="{anchor}"')[2])[0])


@pytest.mark.parametrize(
    ("edtf", "anchor"),
    [
        ("2026-03-12", "2026-03"),
        ("2026-03", "2026-03"),
        ("2026-03-03/2026-03-05", "2026-03"),
        ("2026-23", "2026-23"),
        ("2026", "2026-annee"),
        ("2026-03/2026-04", "2026-periodes"),
        ("2026/2029", "2026-periodes"),
    ],
)
def test_a_date_stands_in_a_month_only_when_it_falls_within_it(edtf: str, anchor: str) -> None:
    assert case(edtf).ancre == anchor


def test_meetings_and_deadlines_stand_under_linkable_months_and_beside_them(tmp_path: Path) -> None:
    files = {
        "evenements/a.yml": _event("Forum", 'date: "9 avril 2026"\nheure: "13 h 30"\nouvert_au_public: true'),
        **_plan(_action(1, "Avril 2026"), _action(2, "Automne 2026"), _action(3, "En continu")),
    }
    html = _printed("calendrier", told(tmp_path, files))
    april = _section(html, "2026-04")
    assert april.index("Avril 2026 Plan du quartier") < april.index("9 avril 2026 Forum")
    assert "13 h 30 · ouvert à tous" in april
    assert "1 Faire 1." in april
    assert "2 Faire 2." in _section(html, "2026-23")
    assert "Faire 3." not in words(html)
    assert "../plans/plan/#action-1" in links(html)


def test_a_deadline_that_depends_on_something_says_so(tmp_path: Path) -> None:
    action = 'numero: "1", texte: "Ouvrir.", echeances: [{texte: "Mai 2026", depend_de: "un octroi"}]'
    html = _printed("calendrier", told(tmp_path, _plan(action)))
    assert "1 Ouvrir. (selon un octroi)" in _section(html, "2026-05")


def test_a_deadline_that_moved_stands_where_it_is_now(tmp_path: Path) -> None:
    moved = ', suivi: [{date: "2026-05-01", nouvelle_echeance: "Juin 2026"}]'
    html = _printed("calendrier", told(tmp_path, _plan(_action(1, "Avril 2026", moved))))
    assert "2026-04" not in anchors(html)
    assert "Faire 1." in _section(html, "2026-06")


def test_a_comite_has_its_cadence_its_meetings_and_what_it_answers_for(tmp_path: Path) -> None:
    comite = 'nom: "Table de quartier"\nen_bref: "Elle décide."\ndemarches: [quartier]\n'
    files = {
        "comites/table-de-quartier.yml": comite + SOURCE + 'frequence: "4 rencontres par année"\n',
        "evenements/a.yml": _event("Forum", 'date: "9 avril 2026"'),
        **_plan(
            _action(1, "Mai 2026", ", responsables: [{comite: table-de-quartier}]"), _action(2, "Mai 2027")
        ),
    }
    site = told(tmp_path, files)
    (agenda,) = _calendar(site)["comites"]
    assert [date.titre for date in agenda.dates] == ["Forum", "Plan du quartier"]
    html = _printed("calendrier", site)
    assert "4 rencontres par année" in words(html)
    assert "Faire 2." not in _section(html, "de-table-de-quartier")


def test_a_meeting_that_nobody_dated_is_told_apart_with_what_it_follows(tmp_path: Path) -> None:
    files = {
        "evenements/a.yml": _event("Forum", 'date: "9 avril 2026"'),
        "evenements/b.yml": _event("Sondage", "suit: a"),
    }
    seen = _section(_printed("calendrier", told(tmp_path, files)), "sans-date")
    assert "Sans date Sondage Après «Forum»" in seen


def test_nothing_dated_is_said_plainly(tmp_path: Path) -> None:
    site = told(tmp_path, {})
    assert "Aucune date n’est encore inscrite." in words(_printed("calendrier", site))
    assert "Rien n’est encore inscrit dans le temps pour: Quartier en commun." in words(
        _printed("frise", site)
    )


def test_extreme_years_are_headings_like_the_others_and_no_more(tmp_path: Path) -> None:
    site = told(tmp_path, _plan(_action(1, "1000"), _action(2, "2999"), _action(3, "1000-2999")))
    assert {year.annee for year in _calendar(site)["annees"]} == {1000, 2999}


@pytest.mark.parametrize(("edtf", "code"), [("0001", "DAT-02"), ("9999", "DAT-02"), ("2010/2009", "DAT-03")])
def test_years_out_of_the_calendar_and_ranges_that_go_backwards_are_refused(edtf: str, code: str) -> None:
    with pytest.raises(PhraseError) as refused:
        read_deadlines("Un jour", edtf=edtf)
    assert refused.value.code == code


def test_the_calendar_opens_on_today_and_folds_what_is_over(tmp_path: Path) -> None:
    site = told(tmp_path, _plan(*[_action(n, f"Mai {2020 + n}") for n in range(1, 10)]))
    years = _calendar(site)["annees"]
    assert site.on.year == 2026
    assert [year.annee for year in years] == [2026, 2027, 2028, 2029, 2025, 2024, 2023, 2022, 2021]
    assert [year.annee for year in years if year.ouverte] == [2026, 2027, 2028, 2029]
    html = _printed("calendrier", site)
    assert html.count('<details class="calendrier__pli" open>') == 4
    assert "2025 1 date passée" in words(html)


def test_a_year_that_is_partly_over_stands_on_both_sides_with_anchors_that_stay(tmp_path: Path) -> None:
    files = {
        "evenements/a.yml": _event("Hier", 'date: "9 avril 2026"'),
        "evenements/b.yml": _event("Demain", 'date: "21 avril 2026"'),
        "evenements/c.yml": _event("En mars", 'date: "9 mars 2026"'),
    }
    html = _printed("calendrier", told(tmp_path, files, date(2026, 4, 10)))
    ids = anchors(html)
    assert len(ids) == len(set(ids))
    assert [one for one in ids if one.startswith("2026")] == [
        "2026",
        "2026-04",
        "2026-passe",
        "2026-03",
        "2026-04-passe",
    ]
    assert "Demain" in _section(html, "2026-04")
    assert "Hier" in _section(html, "2026-04-passe")
    assert {"#2026", "#2026-passe"} <= set(links(html))
    titles = re.findall(r'<h3 class="calendrier__mois"[^>]*>([^<]*)<', html)
    assert len(titles) == len(set(titles)), "deux parties de la page ont le même titre"


def test_what_began_in_another_year_and_goes_on_comes_after_what_is_next(tmp_path: Path) -> None:
    site = told(tmp_path, _plan(_action(1, "2024-2028"), _action(2, "Mai 2026"), _action(3, "2020")))
    years = [(year.annee, year.passee) for year in _calendar(site)["annees"]]
    assert years == [(2026, False), (2024, False), (2020, True)]


def test_the_next_meetings_come_before_every_date_with_their_day_in_full(tmp_path: Path) -> None:
    files = {
        "evenements/a.yml": _event("Forum", 'date: "9 avril 2026"\nouvert_au_public: true'),
        "evenements/b.yml": _event("Sondage", 'date: "9 mars 2026"\ntype: sondage'),
        "evenements/c.yml": _event("Annulée", 'date: "10 mars 2026"\nstatut: annulee'),
        **_plan(_action(1, "Février 2026")),
    }
    seen = words(_printed("calendrier", told(tmp_path, files)))
    assert seen.startswith("Prochaine rencontre Jeudi 9 avril 2026 Forum Ouvert à tous")


def test_that_no_meeting_is_to_come_is_said_once(tmp_path: Path) -> None:
    files = {"evenements/a.yml": _event("Forum", 'date: "9 avril 2025"'), **_plan(_action(1, "Mai 2026"))}
    seen = words(_printed("calendrier", told(tmp_path, files)))
    assert seen.startswith("Prochaine rencontre Aucune rencontre à venir n’est inscrite, le 15 janvier 2026.")
    assert seen.count("Aucune rencontre") == 1


def test_a_calendar_of_many_dates_to_come_opens_on_the_next_year(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(liste, "_SHORT", 5)
    site = told(tmp_path, _plan(*[_action(n, f"Mai {2020 + n}") for n in range(1, 15)]))
    assert [year.annee for year in _calendar(site)["annees"] if year.ouverte] == [2026]


def test_every_date_of_the_full_site_is_in_its_calendar() -> None:
    site = full_site()
    html = _printed("calendrier", site)
    ids, led = anchors(html), set(links(html))
    assert len(ids) == len(set(ids))
    dated = {
        fiche.adresse: [lue.edtf for one in found for lue in one.lues if lue.edtf]
        for fiche, found in _deadlines(site)
    }
    assert sum(len(days) for days in dated.values()) > 30
    assert [
        (adresse, one) for adresse, days in dated.items() for one in days if case(one).ancre not in ids
    ] == []
    assert [adresse for adresse, days in dated.items() if days and f"../{adresse}/" not in led] == []


def _deadlines(site: Site) -> Iterator[tuple[Fiche, Sequence[Echeance]]]:
    """The dates of every meeting, plan and project."""
    for evenement in site.jeu.evenements.values():
        yield evenement, (evenement.date,) if evenement.date else ()
    for fiche in (*site.jeu.plans.values(), *site.jeu.projets.values()):
        yield fiche, tuple(deadlines(fiche, elements(fiche)))


def test_every_period_and_meeting_is_in_the_timeline_of_the_site() -> None:
    site = full_site()
    led = set(links(_printed("frise", site)))
    for name in ("demarches", "plans", "projets", "evenements"):
        records = site.jeu.collection(name)
        assert records
        assert {f"../{fiche.adresse}/" for fiche in records.values()} <= led
