"""What a record does not say is said once, at its end: notes bear the name of what they are about."""

from __future__ import annotations

from pathlib import Path

from tests.aides.pages_vues import anchors, printed, words

SOURCES = 'sources: [{document: rapport, repere: "Page 1"}]\n'
NOTES = """\
notes:
  - {champ: periode, nature: lacune, texte: "Personne ne dit quand."}
  - {champ: mesures, nature: lacune, texte: "Personne n'a compté."}
  - {champ: forme, nature: interpretation, texte: "C'est ce que nous lisons."}
"""
PROJET = 'nom: "Jardin"\npublication: publie\nen_bref: "Un jardin."\ndemarche: quartier\nforme: service\n'


def _corps(folder: Path, facts: str = NOTES) -> str:
    return printed(folder, {"projets/jardin.yml": PROJET + facts + SOURCES})["projets/jardin"].corps


def test_a_field_of_which_only_a_note_speaks_waits_for_the_end_and_keeps_its_anchor(tmp_path: Path) -> None:
    corps = _corps(tmp_path)
    top, _, end = corps.partition('<h2 id="autres-renseignements">')
    assert "Non précisé dans la source" not in words(top)
    assert words(end).count("Non précisé dans la source") == 2
    assert anchors(end).count("mesures") == 1


def test_each_note_is_named_after_its_field_below_the_box_that_has_it(tmp_path: Path) -> None:
    corps = _corps(tmp_path)
    top, _, end = corps.partition('<h2 id="autres-renseignements">')
    box, _, below = top.partition('<dl class="fiche">')[2].partition("</dl>")
    assert "<details" not in box
    assert "Note sur «Forme»: une lecture du site C'est ce que nous lisons." in words(below)
    assert "Note sur «Période»: ce que la source ne dit pas Personne ne dit quand." in words(end)


def test_a_note_on_a_whole_element_is_named_after_it(tmp_path: Path) -> None:
    step = 'etapes: [{id: etape-a, texte: "Planter."}]\n'
    note = 'notes: [{champ: etape-a, nature: lacune, texte: "Personne ne dit où."}]\n'
    seen = words(_corps(tmp_path, step + note))
    assert "Note (action «Planter.»): ce que la source ne dit pas Personne ne dit où." in seen


def test_a_page_that_lacks_several_things_says_it_once_with_one_way_to_answer(tmp_path: Path) -> None:
    corps = _corps(tmp_path, "")
    assert words(corps).count("ne disent pas") == 1
    assert (
        "Ce qu'on ne sait pas Les documents consultés ne disent pas qui appeler, quand est la prochaine rencontre, "
        "qui a décidé ce projet ni ce qui en est venu. Vous le savez? Écrivez-nous."
    ) in words(corps)
    assert {"joindre-participer", "origine"} <= set(anchors(corps))


def test_resources_that_repeat_who_takes_care_are_said_once(tmp_path: Path) -> None:
    plan = 'nom: "Plan"\npublication: publie\nen_bref: "Un plan."\ndemarche: quartier\n' + SOURCES
    plan += "actions:\n"
    plan += '  - {id: action-1, texte: "Semer.", responsables: [{texte: "Les voisins"}], ressources: "Les voisins"}\n'
    plan += (
        '  - {id: action-2, texte: "Arroser.", responsables: [{texte: "La ville"}], ressources: "Un boyau"}\n'
    )
    seen = words(printed(tmp_path, {"plans/plan.yml": plan})["plans/plan"].corps)
    assert (seen.count("Les voisins"), seen.count("Ressources")) == (1, 1)


def test_resources_repeat_who_takes_care_whatever_stands_between_the_names(tmp_path: Path) -> None:
    plan = 'nom: "Plan"\npublication: publie\nen_bref: "Un plan."\ndemarche: quartier\n' + SOURCES
    who = 'responsables: [{organisme: maison-de-quartier}, {texte: "Les voisins"}]'
    plan += "actions:\n"
    for rank, said in enumerate(("Maison de quartier Les voisins", "Maison de quartier et les voisins")):
        plan += f'  - {{id: semer-{rank}, texte: "Semer.", {who}, ressources: "{said}"}}\n'
    more = f'  - {{id: arroser, texte: "Arroser.", {who}, ressources: "La maison et les voisins"}}\n'
    silent, told = (
        words(printed(tmp_path / name, {"plans/plan.yml": text})["plans/plan"].corps)
        for name, text in (("a", plan), ("b", plan + more))
    )
    assert "Ressources" not in silent
    assert told.count("Ressources La maison et les voisins") == 1, "des mots qui diffèrent restent dits"
