"""A meeting is told where people look for it, as what it is today, and a day worked out from a rule as such."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from clairevoie.pages.affiche.affiche import sheets
from clairevoie.pages.environment import environment
from clairevoie.pages.fiche import sheets as pages
from clairevoie.pages.site import Site
from clairevoie.pages.temps import liste
from clairevoie.publish.fingerprints import Fingerprints
from tests.aides.pages_vues import anchors, links, printed, told, words
from tests.aides.sites import GABARITS
from tests.aides.stories import DEPART, ON

SOURCES = 'sources: [{document: rapport, repere: "Page 1"}]\n'
TABLE, AUTRE = "comites/table-de-quartier", "comites/autre"
AUCUNE = "quand est la prochaine rencontre"
MARDIS = "chaque premier mardi du mois, 19 h, sauf juillet et août"
CALCULEE = f"D'après la règle «{MARDIS}»; calculée, à confirmer"


def _rencontre(facts: str, titre: str = "Assemblée") -> str:
    return f'titre: "{titre}"\npublication: publie\ndemarche: quartier\n{facts}{SOURCES}'


def _comite(facts: str = "", nom: str = "Autre table") -> str:
    return (
        f'nom: "{nom}"\npublication: publie\nen_bref: "Une table."\ndemarches: [quartier]\n{facts}{SOURCES}'
    )


def _files(**evenements: str) -> dict[str, str]:
    return {"comites/autre.yml": _comite(), **{f"evenements/{id}.yml": one for id, one in evenements.items()}}


def _words(folder: Path, files: Mapping[str, str], adresse: str = TABLE, on: date = ON) -> str:
    return words(printed(folder, files, on)[adresse].corps)


def _calendar(site: Site) -> str:
    return (
        environment(GABARITS, site, "../").get_template("listes/calendrier.html").render(liste.calendar(site))
    )


def _section(html: str, anchor: str) -> str:
    return words(html.partition(f'id="{anchor}"')[2].partition("<h2")[0].partition("<h3")[0])


SERIE = _rencontre(
    f'comites: [table-de-quartier, autre]\ndate: "{MARDIS}"\n'
    'lieu: "Salle du quartier"\nlien: "https://visio.exemple.test/table"\nfin: "juin 2026"\n',
    "Mardis de la table",
)

UNE = _rencontre('date: "3 mars 2026"\nouvert_au_public: true\n')


def test_a_meeting_of_several_comites_is_on_the_page_and_in_the_agenda_of_each(tmp_path: Path) -> None:
    files = _files(mars=_rencontre('comites: [table-de-quartier, autre]\ndate: "3 mars 2026"\n'))
    seen = printed(tmp_path / "a", files)
    assert "Assemblée, avec Autre table 3 mars 2026" in words(seen[TABLE].corps)
    assert "Assemblée, avec Table de quartier 3 mars 2026" in words(seen[AUTRE].corps)
    assert "Comités Table de quartier Autre table" in words(seen["evenements/mars"].corps)
    html = _calendar(told(tmp_path / "b", files))
    assert "3 mars 2026, Assemblée" in _section(html, "de-table-de-quartier")
    assert "3 mars 2026, Assemblée" in _section(html, "de-autre")
    assert "Table de quartier · Autre table · Quartier en commun" in _section(html, "2026-03")


def test_a_decision_names_all_who_took_it(tmp_path: Path) -> None:
    decision = 'decisions: [{numero: "1", texte: "Ouvrir.", objets: [projets/jardin]}]\n'
    projet = f'nom: "Jardin"\npublication: publie\nen_bref: "Un jardin."\ndemarche: quartier\n{SOURCES}'
    rencontre = _rencontre('comites: [table-de-quartier, autre]\ndate: "3 décembre 2025"\n' + decision)
    files = _files(decembre=rencontre) | {"projets/jardin.yml": projet}
    seen = _words(tmp_path, files, "projets/jardin")
    assert "Assemblée, 3 décembre 2025, Table de quartier, Autre table" in seen


def test_the_next_times_of_what_comes_back_are_told_as_computed(tmp_path: Path) -> None:
    seen = _words(tmp_path, _files(mardis=SERIE))
    assert (
        f"Mardis de la table, avec Autre table Mardi 3 février 2026, 19 h {CALCULEE} Où: Salle du quartier "
        "En ligne: https://visio.exemple.test/table"
    ) in seen
    for day in ("mardi 3 mars 2026", "mardi 7 avril 2026"):
        assert f"Ensuite: Mardis de la table, {day}, 19 h (calculée, à confirmer)" in seen
    assert "mai 2026" not in seen
    assert AUCUNE not in seen


def test_what_comes_back_has_its_next_days_and_its_recorded_times_on_its_own_page(tmp_path: Path) -> None:
    moved = _rencontre('comite: table-de-quartier\nserie: mardis\ndate: "10 février 2026"\n', "Reportée")
    seen = _words(tmp_path, _files(mardis=SERIE, fevrier=moved), "evenements/mardis")
    assert (
        f"Prochaines dates Mardi 3 mars 2026, 19 h Mardi 7 avril 2026, 19 h {CALCULEE}. "
        "Rencontres inscrites Reportée"
    ) in seen


def test_tomorrow_tells_the_times_that_then_come_next(tmp_path: Path) -> None:
    files = _files(mardis=SERIE)
    assert "Mardi 3 mars 2026, 19 h" in _words(tmp_path / "a", files, on=date(2026, 2, 4))
    ended = _words(tmp_path / "b", files, on=date(2026, 6, 3))
    assert AUCUNE in ended
    assert "Prochaine rencontre" not in ended


def test_a_recorded_meeting_takes_the_place_of_its_time(tmp_path: Path) -> None:
    moved = _rencontre('comite: table-de-quartier\nserie: mardis\ndate: "10 février 2026"\n', "Reportée")
    cancelled = _rencontre(
        'comite: table-de-quartier\ndate: "3 mars 2026"\nstatut: annulee\n', "Semaine libre"
    )
    seen = _words(tmp_path, _files(mardis=SERIE, fevrier=moved, mars=cancelled))
    assert "Reportée 10 février 2026" in seen
    assert "3 février 2026" not in seen
    assert "mardi 3 mars 2026" not in seen
    assert "Ensuite: Mardis de la table, mardi 7 avril 2026" in seen
    assert "Annulée: Semaine libre, 3 mars 2026" in seen


def test_the_calendar_has_the_computed_days_apart_from_the_rule(tmp_path: Path) -> None:
    html = _calendar(told(tmp_path, _files(mardis=SERIE)))
    beside = f"Table de quartier · Autre table · Quartier en commun · 19 h · {CALCULEE}"
    assert f"Mardi 3 février 2026 Mardis de la table {beside}" in _section(html, "2026-02")
    assert f"Mardi 3 février 2026, Mardis de la table, 19 h, {CALCULEE}" in _section(html, "de-autre")
    assert "2026-05" not in anchors(html)
    assert (
        "Leurs prochaines dates, calculées d'après la règle, sont plus haut. Elles restent à confirmer. "
        f"Chaque{MARDIS[6:]} Mardis de la table"
    ) in _section(html, "qui-reviennent")
    assert "sans-date" not in anchors(html)


def test_what_has_no_day_is_told_by_what_its_source_says(tmp_path: Path) -> None:
    files = _files(
        tue=_rencontre("", "Muette"),
        reste=_rencontre('date: "Calendrier à déterminer"\n', "Attendue"),
        floue=_rencontre('type: jalon\ndate: "un beau soir"\n', "Floue"),
    )
    html = _calendar(told(tmp_path, files))
    assert "la source ne dit pas quand. Sans date Muette" in _section(html, "sans-date")
    assert "la source dit quand sans donner de date. Calendrier à déterminer" in _section(html, "sans-jour")
    assert "en des mots que le site ne sait pas lire. Un beau soir" in _section(html, "dates-non-lues")


def test_a_comite_whose_frequency_gives_the_day_has_its_next_times(tmp_path: Path) -> None:
    comite = DEPART[f"{TABLE}.yml"] + f"frequence: {MARDIS}\n"
    seen = _words(tmp_path / "a", {f"{TABLE}.yml": comite})
    assert f"Prochaine rencontre Mardi 3 février 2026, 19 h {CALCULEE}" in seen
    assert AUCUNE not in seen
    gone = _words(tmp_path / "b", {f"{TABLE}.yml": comite + 'statut: dissous\nfin: "2024"\n'})
    assert "février 2026" not in gone


@pytest.mark.parametrize(
    "facts",
    [
        'date: "Calendrier à déterminer"\n',
        'date: "mensuel"\n',
        "",
    ],
)
def test_it_is_never_said_that_no_meeting_is_to_come_when_one_may_be(tmp_path: Path, facts: str) -> None:
    seen = _words(tmp_path, _files(une=_rencontre("comite: table-de-quartier\n" + facts)))
    assert AUCUNE not in seen
    assert (
        "Aucune rencontre datée à venir n’est inscrite sur ce site pour ce comité. "
        "Le jour n’est pas connu pour: Assemblée" in seen
    )


def test_a_month_of_which_some_days_are_left_is_to_come(tmp_path: Path) -> None:
    seen = _words(tmp_path, _files(une=_rencontre('comite: table-de-quartier\ndate: "Janvier 2026"\n')))
    assert "Prochaine rencontre Assemblée Janvier 2026" in seen
    assert AUCUNE not in seen


PLAN = """\
nom: "Plan 2026"
publication: publie
en_bref: "Ce que la table fera."
demarche: {demarche}
actions:
  - numero: "1"
    texte: "Tenir des rencontres."
    responsables: [{{texte: "Coordonnatrice"}}]
    echeances:
      - {{texte: "31 mars 2026", portee: "Table du quartier"}}
      - "Table du quartier : juin 2026"
      - {{texte: "Mai 2026", portee: "Tout le monde"}}
"""


def test_a_deadline_whose_words_name_a_comite_is_on_its_page_and_in_its_agenda(tmp_path: Path) -> None:
    comite = DEPART[f"{TABLE}.yml"] + 'noms_alternatifs: ["table du quartier"]\n'
    files = {f"{TABLE}.yml": comite, "plans/plan.yml": PLAN.format(demarche="quartier") + SOURCES}
    made = printed(tmp_path / "a", files)
    page, plan = made[TABLE].corps, made["plans/plan"].corps
    assert links(plan).count("../../comites/table-de-quartier/") == 1
    assert "Tenir des rencontres. – 31 mars 2026, Table du quartier: juin 2026" in words(page)
    assert "Date prévue: 31 mars 2026" in words(page)
    assert AUCUNE not in words(page)
    assert "../../plans/plan/#action-1" in links(page)
    agenda = _section(_calendar(told(tmp_path / "b", files)), "de-table-de-quartier")
    assert "31 mars 2026" in agenda
    assert "Juin 2026" in agenda
    assert "Mai 2026" not in agenda


def test_words_that_two_comites_share_or_of_another_demarche_link_to_nothing(tmp_path: Path) -> None:
    comite = DEPART[f"{TABLE}.yml"] + 'noms_alternatifs: ["table du quartier"]\n'
    twin = {"comites/autre.yml": _comite('nom_court: "Table du quartier"\n')}
    plan = {f"{TABLE}.yml": comite, "plans/plan.yml": PLAN.format(demarche="quartier") + SOURCES}
    assert "31 mars 2026" not in _words(tmp_path / "a", plan | twin)
    elsewhere = DEPART["demarches/quartier.yml"].replace("Quartier en commun", "Autre quartier")
    away = {"plans/plan.yml": PLAN.format(demarche="ailleurs") + SOURCES, "demarches/ailleurs.yml": elsewhere}
    assert "31 mars 2026" not in _words(tmp_path / "b", {**plan, **away})


def test_a_meeting_is_said_to_be_what_it_is_today(tmp_path: Path) -> None:
    minutes = {
        "documents/minutes.yml": 'titre: "Compte rendu de décembre"\npublication: publie\ngenre: compte_rendu\n'
        "demarches: [quartier]\n"
    }
    files = minutes | _files(
        passee=_rencontre('date: "3 décembre 2025"\nstatut: a_venir\nouvert_au_public: true\n', "Une"),
        tenue=_rencontre('date: "4 décembre 2025"\ndocuments: [minutes]\n', "Deux"),
        demain=_rencontre('date: "16 janvier 2026"\nouvert_au_public: true\n', "Trois"),
    )
    seen = printed(tmp_path, files)
    past, held, coming = (words(seen[f"evenements/{id}"].corps) for id in ("passee", "tenue", "demain"))
    assert "Passée 3 décembre 2025" in past
    assert "tout le monde pouvait venir" in past
    assert "peut venir" not in past
    assert "À venir, selon la fiche; la date est passée" in past
    assert "Tenue 4 décembre 2025" in held
    assert "À venir 16 janvier 2026" in coming
    assert "tout le monde peut venir" in coming
    line = _section(_calendar(told(tmp_path, files)), "2025-12")
    assert "Une Quartier en commun · ouvert à tous Passée" in line
    assert "Deux Quartier en commun Tenue" in line


def test_the_wall_announces_computed_days_and_says_that_they_are(tmp_path: Path) -> None:
    territoire = {"territoires/la-ville.yml": 'nom: "La Ville"\npublication: publie\ntype: ville\n'}
    comite = {f"{TABLE}.yml": DEPART[f"{TABLE}.yml"] + "territoires: [la-ville]\n"}
    site = told(tmp_path, {**territoire, **comite, **_files(mardis=SERIE)})
    ((_, make),) = sheets(site, GABARITS)
    seen = words(make().corps)
    assert (
        "Mardis de la table Mardi 3 février 2026, 19 h, Salle du quartier Date calculée, à confirmer" in seen
    )
    assert "Aucune rencontre à venir" not in seen


def test_a_comite_that_is_over_is_told_in_the_past(tmp_path: Path) -> None:
    comite = DEPART[f"{TABLE}.yml"] + 'fin: "mars 2020"\nparent: autre\n'
    maison = _comite('contacts: [{fonction: "accueil", courriel: "accueil@exemple.test"}]\n')
    seen = _words(tmp_path, {f"{TABLE}.yml": comite, "comites/autre.yml": maison})
    assert "Le comité a pris fin en mars 2020: ce que la page dit au présent décrit le passé." in seen
    assert "dont ce comité relevait" in seen
    assert "Aucune rencontre" not in seen
    often = {f"{TABLE}.yml": comite + "frequence: mensuel\n", "comites/autre.yml": maison}
    html = _calendar(told(tmp_path / "calendrier", often))
    assert "Quartier en commun · a pris fin · 1 rencontre par mois" in _section(html, "de-table-de-quartier")


def test_a_page_is_made_again_the_day_it_would_say_something_else(tmp_path: Path) -> None:
    def keys(adresse: str) -> frozenset[str]:
        site = told(tmp_path / adresse.replace("/", "-"), _files(mardis=SERIE, une=UNE))
        make = dict(pages.sheets(site, GABARITS))[f"{adresse}/"]
        return site.tracker.of(make)[1]

    def fingerprints(on: date) -> Fingerprints:
        site = told(tmp_path / on.isoformat(), _files(une=UNE), on)
        return Fingerprints(site, site.jeu, {})

    assert "on" in keys(TABLE)
    assert "on" not in keys("evenements/une")
    assert {"etat:evenements/une", "passee:evenements/une"} <= keys("evenements/une")
    eve, morrow = fingerprints(date(2026, 3, 3)), fingerprints(date(2026, 3, 4))
    for key in ("etat:evenements/une", "passee:evenements/une"):
        assert eve(key) != morrow(key)
        assert eve(key) == fingerprints(date(2026, 2, 1))(key)


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ('heure: "19 h"\nduree: "2 heures"\n', "3 mars 2026, 19 h (2 heures, jusqu'à 21 h)"),
        ('heure: "13:30"\nduree: "90 minutes"\n', "3 mars 2026, 13:30 (90 minutes, jusqu'à 15 h)"),
        ('heure: "23 h"\nduree: "2 heures"\n', "3 mars 2026, 23 h (2 heures)"),
        ('heure: "19 h"\nduree: "2 jours"\n', "3 mars 2026, 19 h (2 jours)"),
        ('duree: "2 heures"\n', "3 mars 2026, durée: 2 heures"),
        ('heure: "de 9 h à 11 h 30"\n', "3 mars 2026, de 9 h à 11 h 30"),
    ],
)
def test_a_meeting_says_how_long_it_lasts_and_when_it_then_ends(
    tmp_path: Path, facts: str, said: str
) -> None:
    seen = _words(
        tmp_path, _files(une=_rencontre('comite: table-de-quartier\ndate: "3 mars 2026"\n' + facts))
    )
    assert f"Prochaine rencontre Assemblée {said} " in seen


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ('statut: en_cours\nperiode: "2020-2021"\n', "En cours, selon la fiche; la date est passée"),
        ('statut: en_cours\nperiode: "2020-2030"\n', "État En cours "),
        (
            'periode: "2020"\nsuivi: [{date: "2026-01-02", statut: en_cours, texte: Ouvert.}]\n',
            "Un jardin. En cours 2020",
        ),
    ],
)
def test_what_was_going_on_until_a_past_day_is_not_said_to_go_on(
    tmp_path: Path, facts: str, said: str
) -> None:
    projet = (
        f'nom: "Jardin"\npublication: publie\nen_bref: "Un jardin."\ndemarche: quartier\n{facts}{SOURCES}'
    )
    pages = printed(tmp_path, {"projets/jardin.yml": projet})
    seen = words(pages["projets/jardin"].corps)
    assert said in seen
    assert ("Un jardin. En cours" in seen) is ("passée" not in said)
