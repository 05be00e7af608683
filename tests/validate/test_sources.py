"""Sources and notes: what was typed, and the sentence that comes back."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.aides.stories import DEPART, sentences

COMITE = "comites/table-de-quartier.yml"
DOCUMENT = "documents/rapport.yml"
ORGANISME = "organismes/maison-de-quartier.yml"
PLAN = "plans/plan-2026.yml"
_PLAN = """\
nom: "Plan d'action 2026"
publication: publie
en_bref: "Ce que la table prévoit faire."
demarche: quartier
sources: [{document: rapport, repere: "Page 2"}]
objectifs:
  - numero: "1"
    texte: "Concerter"
    objectifs_specifiques:
      - numero: "1.1"
        texte: "Se réunir"
        actions:
          - {numero: "1.1.1", texte: "Tenir une rencontre", responsables: [{texte: "Coordonnatrice"}]}
"""


def told(folder: Path, name: str, text: str, code: str, on: date = date(2026, 1, 15)) -> list[str]:
    """What is said under this code when one file of the smallest dataset reads so."""
    return sentences(folder, {**DEPART, name: text}, code, on)


def test_what_is_published_says_where_it_comes_from(tmp_path: Path) -> None:
    assert told(tmp_path, "organismes/autre.yml", "nom: Autre\npublication: publie\n", "SRC-01") == [
        "ERREUR data/organismes/autre.yml:1:1 [SRC-01]\n"
        "  Cette fiche ne cite aucune source.\n"
        '  Pour corriger : ajoutez sources: [{document: id-du-document, repere: "Page 4"}]; si c\'est son porteur qui '
        "le dit, ajoutez plutôt statut_information: declare_par_le_porteur et "
        'etat_au: "2026-11-21".'
    ]


_DECLAREE = "nom: Autre\npublication: publie\nstatut_information: declare_par_le_porteur\n"


def test_what_its_holder_declares_on_a_day_needs_no_other_source(tmp_path: Path) -> None:
    declared = _DECLAREE + 'etat_au: "12 mars 2026"\n'
    assert told(tmp_path, "organismes/autre.yml", declared, "SRC-01") == []


def test_a_declaration_without_its_day_asks_for_the_day(tmp_path: Path) -> None:
    assert told(tmp_path, "organismes/autre.yml", _DECLAREE, "SRC-01") == [
        "ERREUR data/organismes/autre.yml:1:1 [SRC-01]\n"
        "  Cette fiche ne cite aucune source, et la déclaration de son porteur ne dit pas son jour.\n"
        '  Pour corriger : ajoutez etat_au: "2026-11-21", le jour où son porteur l\'a dit. Sinon, ajoutez sources: '
        '[{document: id-du-document, repere: "Page 4"}].'
    ]


@pytest.mark.parametrize("statut", ["documente_par_un_tiers", "saisi_par_le_site"])
def test_a_day_says_nothing_of_who_says_it(tmp_path: Path, statut: str) -> None:
    said = _DECLAREE.replace("declare_par_le_porteur", statut) + 'etat_au: "12 mars 2026"\n'
    (sentence,) = told(tmp_path, "organismes/autre.yml", said, "SRC-01")
    assert sentence.endswith("ajoutez plutôt statut_information: declare_par_le_porteur.")


_SANS_DATE = "titre: Rapport du quartier\npublication: publie\n"
_MEMBRE = DEPART[COMITE] + "membres: [{organisme: autre}]\n"
_TIERS = 'nom: Autre\npublication: publie\nsources: [{document: rapport, repere: "Page 1"}]\n'


@pytest.mark.parametrize(
    ("added", "others", "asked"),
    [
        ("fichier: rapport.pdf\n", {}, False),
        ("organismes: [maison-de-quartier]\n", {}, False),  # the promoter of the démarche
        ("organismes: [maison-de-quartier]\ndemarches: [quartier]\n", {}, False),
        ("organismes: [maison-de-quartier, autre]\n", {}, True),
        ("organismes: [maison-de-quartier, autre]\n", {COMITE: _MEMBRE}, False),  # it sits on a comité
        ("organismes: [autre]\n", {}, True),
        ("", {}, True),
    ],
)
def test_what_a_community_wrote_itself_needs_no_day_of_reading(
    tmp_path: Path, added: str, others: dict[str, str], asked: bool
) -> None:
    files = {**DEPART, "organismes/autre.yml": _TIERS, **others, DOCUMENT: _SANS_DATE + added}
    assert bool(sentences(tmp_path, files, "SRC-02")) == asked


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("organismes/autre.yml", "nom: Autre\npublication: brouillon\n"),
        ("territoires/autre.yml", "nom: Autre\npublication: publie\n"),
        ("enjeux/autre.yml", "nom: Autre\npublication: publie\n"),
        ("documents/autre.yml", "titre: Autre\npublication: publie\n"),
    ],
)
def test_a_draft_or_what_states_no_fact_needs_no_source(tmp_path: Path, name: str, text: str) -> None:
    assert told(tmp_path, name, text, "SRC-01") == []


def test_a_document_that_is_cited_says_when_it_was_read(tmp_path: Path) -> None:
    assert told(tmp_path, DOCUMENT, "titre: Rapport du quartier\npublication: publie\n", "SRC-02") == [
        f"ERREUR data/{DOCUMENT}:1:1 [SRC-02]\n"
        "  Le document « rapport » est cité comme source, mais n'a pas de date de consultation.\n"
        "  Pour corriger : ajoutez dans data/documents/rapport.yml le jour où quelqu'un l'a lu, "
        'par exemple date_consultation: "2026-11-21".'
    ]


def test_a_document_that_is_only_mentioned_need_not(tmp_path: Path) -> None:
    assert told(tmp_path, "documents/etude.yml", "titre: Une étude\npublication: publie\n", "SRC-02") == []


_MERGED = 'texte: "Se réunir"\n        archives: {cellule_brute: "Coordonnatrice Secrétaire"}'


def test_sharing_out_a_merged_cell_is_an_interpretation(tmp_path: Path) -> None:
    assert told(tmp_path, PLAN, _PLAN.replace('texte: "Se réunir"', _MERGED), "SRC-06") == [
        f"AVERTISSEMENT data/{PLAN}:12:35 [SRC-06]\n"
        "  Le partage de la cellule d'origine est une interprétation.\n"
        '  Pour corriger : ajoutez une note {champ: os-1-1, nature: interpretation, texte: "…"}.'
    ]


@pytest.mark.parametrize(
    ("champ", "nature", "niveau"),
    [
        ("os-1-1", "interpretation", "INFORMATION"),
        ("objectif-1", "interpretation", "INFORMATION"),
        ("os-1-1", "ecart", "AVERTISSEMENT"),
        ("periode", "interpretation", "AVERTISSEMENT"),
    ],
)
def test_a_note_interpretation_at_that_place_tells_the_reader(
    tmp_path: Path, champ: str, nature: str, niveau: str
) -> None:
    note = f"notes: [{{champ: {champ}, nature: {nature}, texte: Le partage est du site}}]\n"
    (said,) = told(tmp_path, PLAN, _PLAN.replace('texte: "Se réunir"', _MERGED) + note, "SRC-06")
    assert said.startswith(f"{niveau} data/{PLAN}:12:35")


def test_a_cell_kept_whole_says_nothing(tmp_path: Path) -> None:
    whole = _PLAN.replace('texte: "Se réunir"', _MERGED).replace(
        ', responsables: [{texte: "Coordonnatrice"}]', ""
    )
    assert told(tmp_path, PLAN, whole, "SRC-06") == []


def test_a_record_without_a_day_may_have_changed(tmp_path: Path) -> None:
    assert f"INFORMATION data/{COMITE}:1:1 [SRC-09]\n" + (
        "  Cette fiche décrit une situation qui a pu changer.\n"
        "  Pour corriger : vérifiez-la et mettez etat_au à jour; d'ici là, le site affiche un bandeau."
    ) in told(tmp_path, COMITE, DEPART[COMITE], "SRC-09")


def test_a_record_older_than_two_years_may_have_changed(tmp_path: Path) -> None:
    said = told(tmp_path, COMITE, DEPART[COMITE] + 'etat_au: "14 janvier 2024"\n', "SRC-09")
    assert (
        f"INFORMATION data/{COMITE}:6:10 [SRC-09]\n"
        + (
            "  Cette fiche décrit une situation au 14 janvier 2024 qui a pu changer.\n"
            "  Pour corriger : vérifiez-la et mettez etat_au à jour; d'ici là, le site affiche un bandeau."
        )
        in said
    )


@pytest.mark.parametrize(
    ("etat_au", "on"),
    [
        ("15 janvier 2024", date(2026, 1, 15)),
        ("2024", date(2026, 1, 15)),
        ("28 février 2022", date(2024, 2, 29)),
    ],
)
def test_a_record_of_the_last_two_years_says_nothing(tmp_path: Path, etat_au: str, on: date) -> None:
    said = told(tmp_path, COMITE, DEPART[COMITE] + f'etat_au: "{etat_au}"\n', "SRC-09", on)
    assert not [line for line in said if COMITE in line]


@pytest.mark.parametrize(
    ("titre", "auteurs"),
    [
        ("Fictive, A. et Inventée, B. (2017)", "[]"),
        ("Fictive et Inventée (2017)", '["Fictive, A.", "Inventée, B."]'),
        ("Sans titre", "[]"),
        *(
            (titre, '["Fictive, A."]')
            for titre in ("Fictive, et al.", "A. Fictive (dir.)", "Sans titre, s. d.", "S. t.")
        ),
    ],
)
def test_authors_and_a_year_are_no_title(tmp_path: Path, titre: str, auteurs: str) -> None:
    text = f'titre: "{titre}"\npublication: publie\nauteurs: {auteurs}\n'
    assert told(tmp_path, "documents/etude.yml", text, "SRC-10") == [
        "AVERTISSEMENT data/documents/etude.yml:1:8 [SRC-10]\n"
        f"  La référence « {titre} » est incomplète.\n"
        "  Pour corriger : complétez-la, ou ajoutez reference_incomplete: true."
    ]


@pytest.mark.parametrize(
    "text",
    [
        'titre: "Fictive, A. (2017)"\nreference_incomplete: true\n',
        'titre: "L\'action collective (2017)"\nauteurs: ["Fictive, A."]\n',
        'titre: "PLAN D\'ACTION 2009-2010"\n',
        'titre: "L\'Écho"\n',
    ],
)
def test_a_title_or_an_avowed_gap_says_nothing(tmp_path: Path, text: str) -> None:
    assert told(tmp_path, "documents/etude.yml", text + "publication: publie\n", "SRC-10") == []
