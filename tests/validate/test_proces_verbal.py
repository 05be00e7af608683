"""What minutes say: what was typed, the sentence that comes back, and what is typed to mend it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.aides.fiches import BASES, EVENEMENT
from tests.aides.stories import DEPART, ON, problems, sentences

COMITE = "comite: table-de-quartier\n"


class Histoire(NamedTuple):
    """Facts of a meeting, what is said of them, and the same facts mended."""

    code: str
    typed: str
    said: str
    mended: str


def _points(*points: str) -> str:
    return "ordre_du_jour:\n" + "".join(f"  - {point}\n" for point in points)


def _presences(facts: str, decision: str = "") -> str:
    decided = f'decisions: [{{numero: "1", texte: Ouvrir., {decision}}}]\n' if decision else ""
    return f"{COMITE}presences: {{{facts}}}\n{decided}"


def _decision(facts: str) -> str:
    return f'{COMITE}decisions: [{{numero: "1", texte: Ouvrir., {facts}}}]\n'


_TWICE = 'decisions: [{{resolution: "CC-1", texte: A}}, {{numero: "2", resolution: "{}", texte: B}}]\n'

HISTOIRES = [
    Histoire(
        "REN-01",
        _points("{texte: Accueil, heure: 19 h}", "{texte: Suivis, heure: 18 h 50}"),
        "Le point « Suivis » est à 18\u00a0h\u00a050, après le point « Accueil » (19\u00a0h).",
        _points("{texte: Accueil, heure: 19 h}", "{texte: Suivis, heure: 19 h 50}"),
    ),
    Histoire(
        "REN-01",
        'heure: "19 h"\n' + _points('{numero: "1", texte: Accueil, heure: 18 h 30}'),
        "Le point 1 est à 18\u00a0h\u00a030, après le début de la rencontre (19\u00a0h).",
        'heure: "18 h 30"\n' + _points('{numero: "1", texte: Accueil, heure: 18 h 30}'),
    ),
    Histoire(
        "DAT-21",
        _points("{texte: Accueil, heure: 25 h 99}"),
        "« 25 h 99 » n'est pas une heure.",
        _points("{texte: Accueil, heure: 19 h}"),
    ),
    Histoire(
        "REN-02",
        _points('{numero: "1", texte: Accueil}', '{numero: "3", texte: Varia}'),
        "Il n'y a pas de point 2 avant le point 3.",
        _points('{numero: "1", texte: Accueil}', '{numero: "2", texte: Varia}'),
    ),
    Histoire(
        "REN-02",
        _points('{numero: "1", texte: Suivis}', '{numero: "1.2", texte: Verger}'),
        "Il n'y a pas de point 1.1 avant le point 1.2.",
        _points('{numero: "1", texte: Suivis}', '{numero: "1.1", texte: Verger}'),
    ),
    Histoire(
        "ID-05",
        _points('{numero: "1", texte: Accueil}', '{numero: "1", texte: Varia}'),
        "L'ancre « point-1 » est définie deux fois (lignes 6 et 7).",
        _points('{numero: "1", texte: Accueil}', '{numero: "1", id: point-varia, texte: Varia}'),
    ),
    Histoire(
        "REF-19",
        _points("{texte: Verger, decision: decision-9}") + _decision("issue: adoptee"),
        "« decision-9 » ne mène à aucun élément.",
        _points("{texte: Verger, decision: decision-1}") + _decision("issue: adoptee"),
    ),
    Histoire(
        "REN-03",
        _presences("presents: 12, liste: [{organisme: maison-de-quartier, nombre: 14}]"),
        "Le compte est de 12, et 14 sont dits « présent ».",
        _presences("presents: 12, liste: [{organisme: maison-de-quartier, nombre: 4}]"),
    ),
    Histoire(
        "REN-03",
        _presences("presents: 12, en_ligne: 20"),
        "Le compte est de 12, et 20 sont dits « en ligne ».",
        _presences("presents: 12, en_ligne: 2"),
    ),
    Histoire(
        "REN-04",
        _presences("presents: 6, quorum: 8", "issue: adoptee"),
        "Le quorum est de 8, 6 étaient là ou représentés, et des décisions sont inscrites.",
        _presences("presents: 6, representes: 2, quorum: 8", "issue: adoptee"),
    ),
    Histoire(
        "REN-04",
        _presences("quorum: false", "issue: adoptee"),
        "Le quorum n'était pas atteint, et des décisions sont inscrites.",
        _presences("quorum: false", "issue: reportee"),
    ),
    Histoire(
        "REN-04",
        _presences("presents: 6, quorum: {nombre: 8, atteint: true}"),
        "Le quorum est de 8, 6 étaient là ou représentés, et il est dit atteint.",
        _presences("presents: 6, quorum: {nombre: 8, atteint: false}"),
    ),
    Histoire(
        "REN-05",
        'date: "12 mars 2030"\n' + _presences("presents: 12"),
        "Cette rencontre est à venir, et la fiche dit déjà qui y était.",
        'date: "12 mars 2025"\n' + _presences("presents: 12"),
    ),
    Histoire(
        "REN-06",
        _presences("presents: 12", "vote: {pour: 10, contre: 4, abstentions: 1}"),
        "Le vote compte 15 voix, et 12 personnes étaient là ou représentées.",
        _presences("presents: 12, representes: 3", "vote: {pour: 10, contre: 4, abstentions: 1}"),
    ),
    Histoire(
        "REN-07",
        _decision("vote: {unanimite: true, contre: 2}"),
        "Le vote est dit unanime, et 2 voix sont contre.",
        _decision("vote: {unanimite: true, contre: 0, abstentions: 2}"),
    ),
    Histoire(
        "REN-08",
        _decision("issue: adoptee, vote: {pour: 0, contre: 0}"),
        "La décision est dite adoptée, avec 0 pour et 0 contre.",
        _decision("issue: adoptee, vote: {pour: 3, contre: 3}"),
    ),
    Histoire(
        "REN-08",
        _decision("issue: adoptee, vote: {pour: 3, contre: 5}"),
        "La décision est dite adoptée, avec 3 pour et 5 contre.",
        _decision("issue: rejetee, vote: {pour: 3, contre: 5}"),
    ),
    Histoire(
        "REN-09",
        _decision("devise: EUR"),
        "La monnaie « EUR » n'est celle d'aucun montant.",
        _decision("montant: 4500, devise: EUR"),
    ),
    Histoire(
        "TYP-12",
        _decision("montant: 4500, devise: ZORKS"),
        "« ZORKS » n'est pas permis pour « devise ».",
        _decision("montant: 4500, devise: CAD"),
    ),
    Histoire(
        "REN-10",
        'decisions: [{resolution: "CC-1", texte: Ouvrir.}]\n',
        "La résolution CC-1 n'est celle d'aucun comité : cette rencontre n'en nomme pas.",
        COMITE + 'decisions: [{resolution: "CC-1", texte: Ouvrir.}]\n',
    ),
    Histoire(
        "REN-14",
        COMITE + _TWICE.format("CC-1"),
        "La résolution CC-1 est aussi celle d'une autre décision : evenements/rencontre.yml.",
        COMITE + _TWICE.format("CC-2"),
    ),
    Histoire(
        "REN-11",
        _presences("presents: 12.5"),
        "« 12.5 » n'est pas un nombre de personnes ou de voix.",
        _presences("presents: 12"),
    ),
    Histoire(
        "REN-11",
        _decision("vote: {pour: -3}"),
        "« -3 » n'est pas un nombre de personnes ou de voix.",
        _decision("vote: {pour: 12}"),
    ),
    Histoire(
        "REN-12",
        _presences("liste: [{nombre: 8}]"),
        "Rien n'est dit ici : la présence est vide.",
        _presences('liste: [{fonction: "citoyennes et citoyens", nombre: 8}]'),
    ),
    Histoire(
        "REN-12",
        'cibles_prioritaires: [{texte: "Un local.", selon: {}}]\n',
        "Rien n'est dit ici : le responsable est vide.",
        'cibles_prioritaires: [{texte: "Un local.", selon: {texte: la coordination}}]\n',
    ),
    Histoire(
        "REN-13",
        'date: "12 mars 2025"\n' + _decision('echeance: "janvier 2025"'),
        "L'échéance « janvier 2025 » est passée avant la rencontre.",
        'date: "12 mars 2025"\n' + _decision('echeance: "mars 2025"'),
    ),
    Histoire(
        "TYP-01",
        _presences("quorum: oui"),
        "« oui » n'est ni vrai ni faux pour « quorum ».",
        _presences("quorum: true"),
    ),
    Histoire(
        "TYP-06",
        COMITE + "decisions: [{resolution: 2026, texte: Ouvrir.}]\n",
        "Le numéro 2026 est lu comme le nombre 2026.",
        COMITE + 'decisions: [{resolution: "2026", texte: Ouvrir.}]\n',
    ),
]


def told(folder: Path, facts: str, code: str, on: date = ON) -> list[str]:
    """What is said under this code when the meeting says so."""
    return sentences(folder, {**DEPART, EVENEMENT: BASES[EVENEMENT] + facts}, code, on)


@pytest.mark.parametrize("histoire", HISTOIRES, ids=lambda one: f"{one.code} {one.said[:30]}")
def test_what_does_not_hold_together_is_told_once_and_no_more_when_it_is_mended(
    tmp_path: Path, histoire: Histoire
) -> None:
    (sentence,) = told(tmp_path / "faux", histoire.typed, histoire.code)
    assert sentence.splitlines()[1].strip() == histoire.said
    mended = {**DEPART, EVENEMENT: BASES[EVENEMENT] + histoire.mended}
    assert problems(tmp_path / "vrai", mended, histoire.code) == []


def test_a_note_covers_what_the_source_itself_contradicts(tmp_path: Path) -> None:
    facts = _presences("presents: 6, quorum: 8", "issue: adoptee")
    noted = (
        facts
        + 'notes: [{nature: ecart, champ: presences, couvre: [REN-04], texte: "Le compte rendu dit ainsi."}]\n'
    )
    assert told(tmp_path / "sans", facts, "REN-04")[0].startswith("AVERTISSEMENT")
    assert told(tmp_path / "avec", noted, "REN-04")[0].startswith("INFORMATION")


# PRV-13: who came, and who did not.


@pytest.mark.parametrize(
    ("facts", "who"),
    [
        ("liste: [{fonction: citoyenne}]", "« citoyenne »"),
        ("liste: [{fonction: un citoyen, etat: absent}]", "« un citoyen »"),
        ("liste: [{fonction: citoyennes et citoyens, nombre: 4}]", "« citoyennes et citoyens » (4)"),
        ("liste: [{organisme: maison-de-quartier, fonction: une locataire}]", "« une locataire »"),
        ("presents: 1", "1 en tout"),
    ],
)
def test_a_presence_by_which_somebody_may_be_recognised_is_told(tmp_path: Path, facts: str, who: str) -> None:
    (sentence,) = told(tmp_path, _presences(facts), "PRV-13")
    assert f"La présence de {who} peut permettre de reconnaître quelqu'un." in sentence


@pytest.mark.parametrize(
    "facts",
    [
        "liste: [{fonction: citoyennes et citoyens}]",
        "liste: [{fonction: citoyennes et citoyens, nombre: 5}]",
        "liste: [{fonction: coordination}, {organisme: maison-de-quartier, nombre: 1, etat: absent}]",
        "presents: 4, excuses: 1",
    ],
)
def test_organismes_functions_and_groups_are_not(tmp_path: Path, facts: str) -> None:
    assert told(tmp_path, _presences(facts), "PRV-13") == []


def test_a_point_without_a_number_may_stand_for_the_one_that_lacks(tmp_path: Path) -> None:
    between = _points('{numero: "1", texte: Accueil}', "Pause", '{numero: "3", texte: Varia}')
    assert told(tmp_path / "un", between, "REN-02") == []
    two = between + '  - {numero: "5", texte: Levée}\n'
    assert len(told(tmp_path / "deux", two, "REN-02")) == 1


def test_an_agenda_typed_as_a_text_keeps_each_of_its_lines(tmp_path: Path) -> None:
    (said,) = told(tmp_path, "ordre_du_jour: |\n  1. Ouverture\n  2. Suivis, varia\n", "TYP-10")
    assert 'écrivez ordre_du_jour: ["1. Ouverture", "2. Suivis, varia"]' in said


def test_a_small_gathering_of_organismes_is_no_secret(tmp_path: Path) -> None:
    sent = "liste: [{organisme: maison-de-quartier, nombre: 2}, {comite: table-de-quartier, nombre: 2}]"
    assert told(tmp_path, f"presences: {{presents: 4, {sent}}}\n", "PRV-13") == []


def test_a_gathering_of_three_is_told_where_no_comite_meets(tmp_path: Path) -> None:
    assert len(told(tmp_path, "type: assemblee\npresences: {presents: 3}\n", "PRV-13")) == 1


def test_presences_are_what_happened_and_cite_a_source(tmp_path: Path) -> None:
    bare = BASES[EVENEMENT].partition("sources")[0]
    files = {**DEPART, EVENEMENT: bare + 'date: "12 mars 2025"\npresences: {presents: 12}\n'}
    assert sentences(tmp_path, files, "SRC-01")[0].startswith("ERREUR")


def test_an_agenda_is_announced_without_a_source(tmp_path: Path) -> None:
    bare = BASES[EVENEMENT].partition("sources")[0]
    files = {**DEPART, EVENEMENT: bare + 'date: "12 mars 2030"\nordre_du_jour: [Accueil, Varia]\n'}
    assert sentences(tmp_path, files, "SRC-01") == []
