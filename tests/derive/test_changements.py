"""What a history tells: facts, by meaning, of what is published today."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from clairevoie.derive.changements import Etape
from clairevoie.derive.comparaison import Fait
from clairevoie.derive.dicible import Dit
from clairevoie.pages import Site
from tests.depots import PLAN, Depot, clone, site_of

COMITE = """\
nom: "Table de quartier"
publication: publie
en_bref: "La table qui décide."
demarches: [quartier]
membres:
  - {organisme: maison-de-quartier, nom: "Aurore Exemple", base_publication: {type: fonction}}
  - {fonction: "citoyenne"}
sources: [{document: rapport, repere: "Page 1"}]
"""


def _steps(site: Site, adresse: str) -> list[Etape]:
    """The steps of a record after its first one, the oldest first."""
    story = site.journal.par_fiche.get(adresse)
    return [etape for etape in reversed(story.etapes) if etape.genre == "changee"] if story else []


def _told(folder: Path, before: str, after: str, name: str = "plans/plan.yml") -> tuple[Fait, ...]:
    """The facts between two versions of one file, on 1 February."""
    depot = Depot(folder, {name: before})
    depot.commit("2026-02-01", {name: after})
    (etape,) = _steps(depot.site(), name.removesuffix(".yml"))
    assert etape.jour == date(2026, 2, 1)
    return etape.faits


def test_a_deadline_that_moved_is_told_with_both_and_with_the_note_that_explains_it(tmp_path: Path) -> None:
    note = 'notes: [{nature: mise_a_jour, champ: action-1-1.echeances, texte: "Le local est en travaux."}]\n'
    depot = Depot(tmp_path, {"plans/plan.yml": PLAN})
    depot.commit("2026-02-01", {"plans/plan.yml": PLAN.replace("Printemps", "Automne") + note})
    (etape,) = _steps(depot.site(), "plans/plan")
    assert etape.faits == (
        Fait(
            "action-1-1",
            ("Échéancier",),
            "changement",
            (Dit("moment", "2026-21"),),
            (Dit("moment", "2026-23"),),
        ),
    )
    assert [one.texte for one in etape.notes] == ["Le local est en travaux."]


@pytest.mark.parametrize(
    "same",
    [
        f"# une remarque\n{PLAN}",
        PLAN.replace('"Printemps 2026"', '[{texte: "Printemps 2026"}]'),
        PLAN.replace('"Ouvrir une cuisine."', ">\n      Ouvrir une\n      cuisine."),
        PLAN + "statut: non_precise\n",
        "\n".join(reversed(PLAN.split("sources")[0].split("\n")[:4])) + PLAN[PLAN.index("\nactions") :],
        PLAN.replace("\n", "\r\n"),
    ],
    ids=[
        "commentaire",
        "forme longue",
        "texte plié",
        "valeur par défaut",
        "ordre des champs",
        "fins de ligne",
    ],
)
def test_a_change_of_form_says_nothing(tmp_path: Path, same: str) -> None:
    depot = Depot(tmp_path, {"plans/plan.yml": PLAN})
    depot.commit("2026-02-01", {"plans/plan.yml": same})
    assert _steps(depot.site(), "plans/plan") == []


def test_an_action_keeps_its_story_when_it_moves_in_the_file(tmp_path: Path) -> None:
    other = '  - {numero: "1.2", texte: "Planter."}\nsources'
    facts = _told(
        tmp_path,
        PLAN,
        PLAN.replace("actions:\n", 'actions:\n  - {numero: "0.9", texte: "Avant."}\n').replace(
            "sources", other
        ),
    )
    assert facts == (Fait("action-0-9", (), "ajout"), Fait("action-1-2", (), "ajout"))


def test_an_action_that_left_is_told_by_its_number_and_nothing_else(tmp_path: Path) -> None:
    (fact,) = _told(tmp_path, PLAN.replace("sources", '  - {numero: "1.2", texte: "Secret."}\nsources'), PLAN)
    assert (fact.ancre, fact.sorte, fact.avant[0].valeur.forme.model_fields_set) == (
        None,
        "retrait",
        {"numero", "genre"},
    )
    assert fact.avant[0].valeur.forme.numero == "1.2"


def test_an_objective_that_came_with_its_actions_is_told_once(tmp_path: Path) -> None:
    objectif = (
        'objectifs:\n  - {numero: "2", texte: "But.", actions: [{numero: "2.1", texte: "Un."}]}\nsources'
    )
    assert _told(tmp_path, PLAN, PLAN.replace("sources", objectif)) == (Fait("objectif-2", (), "ajout"),)


def test_who_carries_an_action_is_told_before_and_after(tmp_path: Path) -> None:
    after = PLAN.replace("{organisme: maison-de-quartier}", "{comite: table-de-quartier}")
    (fact,) = _told(tmp_path, PLAN, after)
    assert fact.titres == ("Qui s'en occupe",)
    assert (fact.avant, fact.apres) == (
        (Dit("adresse", "organismes/maison-de-quartier"),),
        (Dit("adresse", "comites/table-de-quartier"),),
    )


def test_an_amount_is_told_by_the_line_it_stands_on(tmp_path: Path) -> None:
    lignes = '[{libelle: "Frais", montant: 100}, {libelle: "Pain", montant: 5}]'
    budget = f"budgets: [{{id: b, devise: USD, lignes: {lignes}}}]\n"
    (fact,) = _told(tmp_path, PLAN + budget, PLAN + budget.replace("100", "250"))
    assert fact.ancre == "b"
    assert fact.objet == (Dit("texte", "Frais"),)
    assert [(dit.sorte, str(dit.valeur[0]), dit.valeur[1]) for dit in (*fact.avant, *fact.apres)] == [
        ("montant", "100", "USD"),
        ("montant", "250", "USD"),
    ]


def test_a_text_is_quoted_only_as_it_is_today(tmp_path: Path) -> None:
    depot = Depot(tmp_path, {"plans/plan.yml": PLAN})
    depot.commit("2026-02-01", {"plans/plan.yml": PLAN.replace("une cuisine.", "un four.")})
    depot.commit("2026-03-01", {"plans/plan.yml": PLAN.replace("une cuisine.", "un jardin.")})
    first, last = (etape.faits[0] for etape in _steps(depot.site(), "plans/plan"))
    assert (first.avant, first.apres) == ((), ())
    assert (last.avant, last.apres) == ((), (Dit("texte", "Ouvrir un jardin."),))


def test_a_field_that_is_gone_keeps_no_value_in_the_journal(tmp_path: Path) -> None:
    depot = Depot(tmp_path, {"plans/plan.yml": PLAN})
    depot.commit("2026-02-01", {"plans/plan.yml": PLAN.replace("Printemps", "Automne")})
    depot.commit("2026-03-01", {"plans/plan.yml": PLAN.replace('    echeances: "Printemps 2026"\n', "")})
    facts = [fait for etape in _steps(depot.site(), "plans/plan") for fait in etape.faits]
    assert [(fact.titres, fact.sorte, fact.avant, fact.apres) for fact in facts] == [
        (("Échéancier",), "changement", (), ()),
        (("Échéancier",), "retrait", (), ()),
    ]


def test_what_left_a_list_is_counted_and_a_deadline_in_words_is_not_quoted(tmp_path: Path) -> None:
    suivi = '    suivi: [{date: "2026-01-02", statut: en_cours}, {date: "2026-01-09", statut: reporte}]\n'
    before = PLAN.replace('"Printemps 2026"', '["Été 2026", "Selon la voisine"]').replace(
        "sources", f"{suivi}sources"
    )
    after = PLAN.replace("sources", suivi.replace('{date: "2026-01-02", statut: en_cours}, ', "") + "sources")
    deadline, entry = _told(tmp_path, before, after)
    assert (deadline.avant, deadline.apres) == ((), (Dit("moment", "2026-21"),))
    assert entry == Fait("action-1-1", ("Suivi",), "retrait")


def test_who_sits_is_told_by_organisme_and_never_by_name(tmp_path: Path) -> None:
    named = COMITE.replace("Aurore", "Boréale")
    depot = Depot(tmp_path, {"comites/table-de-quartier.yml": COMITE})
    depot.commit("2026-02-01", {"comites/table-de-quartier.yml": named})
    assert _steps(depot.site(), "comites/table-de-quartier") == [], "une autre personne, le même siège"
    depot.commit(
        "2026-03-01", {"comites/table-de-quartier.yml": named.replace('  - {fonction: "citoyenne"}\n', "")}
    )
    (etape,) = _steps(depot.site(), "comites/table-de-quartier")
    assert etape.faits == (Fait(None, ("Membres",), "retrait"),)


def test_a_record_that_took_another_address_keeps_its_story(tmp_path: Path) -> None:
    depot = Depot(tmp_path, {"plans/plan.yml": PLAN})
    depot.commit("2026-02-01", {"plans/plan.yml": PLAN.replace("Printemps", "Automne")})
    moved = PLAN.replace("Printemps", "Automne") + "anciennes_adresses: [plans/plan]\n"
    depot.commit("2026-03-01", {"plans/plan.yml": None, "plans/plan-2026.yml": moved})
    site = depot.site()
    first, last = _steps(site, "plans/plan-2026")
    assert (first.jour, first.deplacee, len(first.faits)) == (date(2026, 2, 1), False, 1)
    assert (last.jour, last.deplacee, last.faits) == (date(2026, 3, 1), True, ())
    assert site.journal.par_fiche["plans/plan-2026"].etapes[-1].genre == "ajoutee"
    assert site.journal.departs == ()


def test_a_story_begins_when_the_record_was_published_for_the_last_time(tmp_path: Path) -> None:
    depot = Depot(tmp_path, {"plans/plan.yml": PLAN.replace("publie", "brouillon")})
    depot.commit(
        "2026-02-01", {"plans/plan.yml": PLAN.replace("publie", "brouillon").replace("Printemps", "Hiver")}
    )
    depot.commit("2026-03-01", {"plans/plan.yml": PLAN})
    (etape,) = depot.site().journal.par_fiche["plans/plan"].etapes
    assert (etape.genre, etape.jour) == ("ajoutee", date(2026, 3, 1))
    gone = 'retrait: {date: "2026-04-01", motif: "Erreur"}\n'
    depot.commit("2026-04-01", {"plans/plan.yml": PLAN.replace("publie", "retire") + gone})
    depot.commit("2026-05-01", {"plans/plan.yml": PLAN.replace("Printemps", "Automne")})
    site = depot.site()
    (etape,) = site.journal.par_fiche["plans/plan"].etapes
    assert (etape.genre, etape.jour, etape.faits) == ("remise", date(2026, 5, 1), ())
    assert [(one.jour, one.collection) for one in site.journal.departs] == [(date(2026, 4, 1), "plans")]


def test_a_draft_that_goes_away_was_never_there(tmp_path: Path) -> None:
    depot = Depot(tmp_path, {"plans/plan.yml": PLAN.replace("publie", "brouillon")})
    depot.commit("2026-02-01", {"plans/plan.yml": None})
    assert depot.site().journal.departs == ()


@pytest.mark.parametrize(
    "broken",
    [
        "nom: [",
        "nom: 'Plan\x00'",
        PLAN.replace("actions:", "acctions:"),
        "<<<<<<< ici\n" + PLAN,
        b"\xff\xfe\x00",
    ],
    ids=["YAML", "octet nul", "champ inconnu", "conflit", "octets"],
)
def test_a_version_that_cannot_be_read_is_skipped_and_counted(tmp_path: Path, broken: str | bytes) -> None:
    depot = Depot(tmp_path, {"plans/plan.yml": PLAN})
    depot.commit("2026-02-01", {"plans/plan.yml": broken})
    depot.commit("2026-03-01", {"plans/plan.yml": PLAN.replace("Printemps", "Automne")})
    site = depot.site()
    assert site.journal.illisibles == site.journal.par_fiche["plans/plan"].illisibles == 1
    (etape,) = _steps(site, "plans/plan")
    assert (etape.jour, etape.faits[0].titres) == (date(2026, 3, 1), ("Échéancier",))


def test_a_shallow_clone_tells_what_it_knows_and_where_that_begins(tmp_path: Path) -> None:
    depot = Depot(tmp_path / "tout", {"plans/plan.yml": PLAN})
    depot.commit("2026-02-01", {"plans/plan.yml": PLAN.replace("Printemps", "Été")})
    depot.commit("2026-03-01", {"plans/plan.yml": PLAN.replace("Printemps", "Automne")})
    told = site_of(clone(depot, tmp_path / "peu", depth=2)).journal
    assert (told.connu, told.coupe) == (True, date(2026, 2, 1))
    assert [(one.jour, one.genre) for one in told.etapes] == [(date(2026, 3, 1), "changee")]
    assert told.par_fiche["plans/plan"].coupe == date(2026, 2, 1)
