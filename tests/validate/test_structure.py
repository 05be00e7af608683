"""How records hold together: effects, sentences and announced counts."""

from __future__ import annotations

from pathlib import Path

from clairevoie.problems import Niveau
from tests.aides.stories import DEPART, problems, sentences

COMITE = "comites/table-de-quartier.yml"
DEMARCHE = "demarches/quartier.yml"
PLACE = "nom: La Ville\npublication: publie\n"

_SOURCE = 'sources: [{document: rapport, repere: "Page 2"}]\n'


def demarche(added: str) -> dict[str, str]:
    """The smallest dataset, with these lines at the end of its démarche."""
    return {**DEPART, DEMARCHE: DEPART[DEMARCHE] + added}


def projets(*ids: str, added: str = "") -> dict[str, str]:
    """Published projects of the démarche, all alike."""
    text = 'nom: "Projet"\npublication: publie\nen_bref: "Un projet."\ndemarche: quartier\n'
    return {f"projets/{id}.yml": text + _SOURCE + added for id in ids}


# REF-08


def test_a_demarche_without_comite_nor_organisme_names_nobody(tmp_path: Path) -> None:
    organismes = "organismes: [{organisme: maison-de-quartier, role: promoteur}]\n"
    files = {**DEPART, DEMARCHE: DEPART[DEMARCHE].replace(organismes, "")}
    assert problems(tmp_path / "with-a-comite", files, "REF-08") == []
    del files[COMITE]
    assert sentences(tmp_path / "alone", files, "REF-08") == [
        "AVERTISSEMENT data/demarches/quartier.yml:1:1 [REF-08]\n"
        "  La démarche n'indique aucun responsable.\n"
        "  Pour corriger : ajoutez organismes: [{organisme: id-de-l-organisme, role: promoteur}], ou un comité."
    ]


def test_a_demarche_with_an_organisme_or_a_draft_says_nothing(tmp_path: Path) -> None:
    files = {**DEPART}
    del files[COMITE]
    assert problems(tmp_path / "organisme", files, "REF-08") == []
    draft = 'nom: "Démarche à venir"\npublication: brouillon\n'
    assert problems(tmp_path / "draft", {**DEPART, "demarches/autre.yml": draft}, "REF-08") == []


# REF-12

_EFFETS = (
    "chaine_resultats:\n  effets:\n"
    "    - {id: effet-e-1, zone_controle: eleve, texte: Un}\n"
    "    - {id: effet-m-1, zone_controle: moyen, parent: effet-e-1, texte: Deux}\n"
)


def test_an_effect_is_nested_in_its_own_zone(tmp_path: Path) -> None:
    assert sentences(tmp_path, demarche(_EFFETS), "REF-12") == [
        "ERREUR data/demarches/quartier.yml:11:53 [REF-12]\n"
        "  L'effet « effet-m-1 » et son parent « effet-e-1 » sont de zones différentes.\n"
        "  Pour corriger : utilisez contribue_a pour un lien entre zones."
    ]


def test_a_note_on_the_effect_lifts_it_and_a_note_on_the_record_does_not(tmp_path: Path) -> None:
    note = "notes: [{%snature: ecart, texte: La source est ainsi.}]\n"
    on_the_effect = demarche(_EFFETS + note % "champ: effet-m-1.parent, ")
    on_the_record = demarche(_EFFETS + note % "")
    on_another = demarche(_EFFETS + note % "champ: effet-e-1, ")
    assert len(problems(tmp_path / "another", on_another, "REF-12")) == 1
    assert problems(tmp_path / "effect", on_the_effect, "REF-12") == []
    assert len(problems(tmp_path / "record", on_the_record, "REF-12")) == 1


def test_effects_of_the_same_zone_or_linked_by_cause_are_silent(tmp_path: Path) -> None:
    files = demarche(_EFFETS.replace("parent: effet-e-1", "contribue_a: [effet-e-1]"))
    assert problems(tmp_path / "cause", files, "REF-12") == []
    files = demarche(_EFFETS.replace("moyen", "eleve"))
    assert problems(tmp_path / "zone", files, "REF-12") == []


# REF-17


def test_a_sentence_typed_twice_shows_both_lines(tmp_path: Path) -> None:
    files = demarche(
        'constats:\n  - "On mange mal."\n  - "On marche."\n  - {numero: "3", texte: "On mange  mal."}\n'
    )
    assert sentences(tmp_path, files, "REF-17") == [
        "AVERTISSEMENT data/demarches/quartier.yml:11:5 [REF-17]\n"
        "  Le même texte figure aux lignes 9 et 11.\n"
        "  Pour corriger : gardez-en un; si la source le répète, ajoutez archives: {occurrences: 2}."
    ]


def test_a_sentence_that_the_source_repeats_may_be_typed_twice(tmp_path: Path) -> None:
    plain, repeated = '  - "On mange mal."\n', '  - {texte: "On mange mal.", archives: {occurrences: %s}}\n'
    for order in (plain + repeated % 2, repeated % 2 + plain):
        assert problems(tmp_path, demarche("constats:\n" + order), "REF-17") == []
    for order in (plain + repeated % 1, plain + '  - {texte: "On mange mal.", archives: {ordre: 2}}\n'):
        assert len(problems(tmp_path, demarche("constats:\n" + order), "REF-17")) == 1


def test_the_same_sentence_in_two_lists_is_silent(tmp_path: Path) -> None:
    twice = 'constats: ["On mange mal."]\nprincipes: ["On mange mal."]\n'
    assert problems(tmp_path, demarche(twice), "REF-17") == []


# REF-18


def test_a_count_that_is_not_the_one_found_says_both(tmp_path: Path) -> None:
    files = demarche("comptes_declares: [{objet: projets, valeur: 4}]\n") | projets("a", "b", "c")
    assert sentences(tmp_path, files, "REF-18") == [
        "AVERTISSEMENT data/demarches/quartier.yml:8:20 [REF-18]\n"
        "  La source annonce 4 projets; 3 y sont reliés.\n"
        "  Pour corriger : créez les fiches manquantes; sinon, ajoutez une note {nature: ecart, "
        'couvre: [REF-18], texte: "…"}.'
    ]


def test_a_count_leaves_out_grouped_records_drafts_and_other_places(tmp_path: Path) -> None:
    here, there = "territoires: [la-rue]\n", "territoires: [ailleurs]\n"
    files = {
        **demarche("comptes_declares: [{objet: projets, territoire: la-ville, valeur: 2}]\n"),
        "territoires/la-rue.yml": PLACE + "parent: la-ville\n",
        "territoires/ailleurs.yml": PLACE,
        **projets("a", "b", added=here),
        **projets("c", added=there),
        **projets("d", added=here + "collectif: true\n"),
        "projets/e.yml": "nom: Projet\npublication: brouillon\ndemarche: quartier\n" + here,
    }
    assert problems(tmp_path, files, "REF-18") == []


def test_a_draft_may_announce_what_it_likes(tmp_path: Path) -> None:
    draft = 'nom: "À venir"\npublication: brouillon\ncomptes_declares: [{objet: projets, valeur: 4}]\n'
    told = demarche("comptes_declares: [{objet: projets, valeur: 1}]\n") | projets("a")
    assert problems(tmp_path, {**told, "demarches/autre.yml": draft}, "REF-18") == []


def test_a_count_of_sentences_counts_the_list_of_the_demarche(tmp_path: Path) -> None:
    counts = "comptes_declares: [{objet: constats, valeur: 3}, {objet: idées, valeur: 12}]\n"
    (told,) = problems(tmp_path, demarche(f'{counts}constats: ["Un", "Deux"]\n'), "REF-18")
    assert told.fault == "La source annonce 3 constats; 2 y sont reliés."


def test_a_note_that_covers_the_gap_turns_the_warning_into_information(tmp_path: Path) -> None:
    files = demarche(
        "comptes_declares: [{objet: projets, valeur: 4}]\n"
        "notes: [{champ: comptes_declares, nature: ecart, couvre: [REF-18], texte: Un projet manque.}]\n"
    )
    (told,) = problems(tmp_path, files, "REF-18")
    assert told.niveau is Niveau.INFORMATION
