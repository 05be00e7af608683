"""Two versions of a record differ by facts, told by meaning; nothing is quoted that is not published today."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from clairevoie.derive.journal.comparison import Fait
from clairevoie.derive.journal.publishable import ElementParti, ValeurPublique
from tests.aides.depots import PLAN, Depot
from tests.aides.etapes import steps

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


def _told(folder: Path, before: str, after: str, name: str = "plans/plan.yml") -> tuple[Fait, ...]:
    """The facts between two versions of one file, on 1 February."""
    depot = Depot(folder, {name: before})
    depot.commit("2026-02-01", {name: after})
    (etape,) = steps(depot.site(), name.removesuffix(".yml"))
    assert etape.jour == date(2026, 2, 1)
    return etape.faits


def test_a_deadline_that_moved_is_told_with_both_and_with_the_note_that_explains_it(tmp_path: Path) -> None:
    note = 'notes: [{nature: mise_a_jour, champ: action-1-1.echeances, texte: "Le local est en travaux."}]\n'
    depot = Depot(tmp_path, {"plans/plan.yml": PLAN})
    depot.commit("2026-02-01", {"plans/plan.yml": PLAN.replace("Printemps", "Automne") + note})
    (etape,) = steps(depot.site(), "plans/plan")
    assert etape.faits == (
        Fait(
            "action-1-1",
            ("Échéancier",),
            "changement",
            (ValeurPublique("moment", "2026-21"),),
            (ValeurPublique("moment", "2026-23"),),
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
    assert steps(depot.site(), "plans/plan") == []


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
    assert (fact.ancre, fact.sorte) == (None, "retrait")
    assert fact.avant[0].valeur == ElementParti("Action", "actions", "1.2", "action")


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
        (ValeurPublique("adresse", "organismes/maison-de-quartier"),),
        (ValeurPublique("adresse", "comites/table-de-quartier"),),
    )


def test_an_amount_is_told_by_the_line_it_stands_on(tmp_path: Path) -> None:
    lignes = '[{libelle: "Frais", montant: 100}, {libelle: "Pain", montant: 5}]'
    budget = f"budgets: [{{id: b, devise: USD, lignes: {lignes}}}]\n"
    (fact,) = _told(tmp_path, PLAN + budget, PLAN + budget.replace("100", "250"))
    assert fact.ancre == "b"
    assert fact.objet == (ValeurPublique("texte", "Frais"),)
    assert [(dit.sorte, str(dit.valeur[0]), dit.valeur[1]) for dit in (*fact.avant, *fact.apres)] == [
        ("montant", "100", "USD"),
        ("montant", "250", "USD"),
    ]


def test_a_text_is_quoted_only_as_it_is_today(tmp_path: Path) -> None:
    depot = Depot(tmp_path, {"plans/plan.yml": PLAN})
    depot.commit("2026-02-01", {"plans/plan.yml": PLAN.replace("une cuisine.", "un four.")})
    depot.commit("2026-03-01", {"plans/plan.yml": PLAN.replace("une cuisine.", "un jardin.")})
    first, last = (etape.faits[0] for etape in steps(depot.site(), "plans/plan"))
    assert (first.avant, first.apres) == ((), ())
    assert (last.avant, last.apres) == ((), (ValeurPublique("texte", "Ouvrir un jardin."),))


def test_a_field_that_is_gone_keeps_no_value_in_the_journal(tmp_path: Path) -> None:
    depot = Depot(tmp_path, {"plans/plan.yml": PLAN})
    depot.commit("2026-02-01", {"plans/plan.yml": PLAN.replace("Printemps", "Automne")})
    depot.commit("2026-03-01", {"plans/plan.yml": PLAN.replace('    echeances: "Printemps 2026"\n', "")})
    facts = [fait for etape in steps(depot.site(), "plans/plan") for fait in etape.faits]
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
    assert (deadline.avant, deadline.apres) == ((), (ValeurPublique("moment", "2026-21"),))
    assert entry == Fait("action-1-1", ("Suivi",), "retrait")


def test_who_sits_is_told_by_organisme_and_never_by_name(tmp_path: Path) -> None:
    named = COMITE.replace("Aurore", "Boréale")
    depot = Depot(tmp_path, {"comites/table-de-quartier.yml": COMITE})
    depot.commit("2026-02-01", {"comites/table-de-quartier.yml": named})
    assert steps(depot.site(), "comites/table-de-quartier") == [], "une autre personne, le même siège"
    depot.commit(
        "2026-03-01", {"comites/table-de-quartier.yml": named.replace('  - {fonction: "citoyenne"}\n', "")}
    )
    (etape,) = steps(depot.site(), "comites/table-de-quartier")
    assert etape.faits == (Fait(None, ("Membres",), "retrait"),)
