"""Private life: what was typed, and the sentence that comes back without printing it again.

Every person here is invented.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from clairevoie.derive.consentements import without_hidden_names
from tests.aides.stories import DEPART, ON, sentences, verdict

COMITE = "comites/table-de-quartier.yml"
ORGANISME = "organismes/maison-de-quartier.yml"
EVENEMENT = "evenements/rencontre.yml"
_EVENEMENT = """\
titre: "Rencontre"
publication: publie
demarche: quartier
sources: [{document: rapport, repere: "Page 4"}]
"""


def told(folder: Path, name: str, text: str, code: str, on: date = date(2026, 1, 15)) -> list[str]:
    """What is said under this code when one file of the smallest dataset reads so."""
    return sentences(folder, {**DEPART, name: text}, code, on)


def seat(fields: str, name: str = COMITE) -> str:
    """A committee, or an organisme, with one member, typed at column 5 of its last line."""
    return DEPART[name] + f"membres:\n  - {{{fields}}}\n"


def test_a_name_is_typed_with_the_reason_to_publish_it(tmp_path: Path) -> None:
    text = seat("organisme: maison-de-quartier, nom: Personne Fictive")
    assert told(tmp_path, COMITE, text, "PRV-01") == [
        f"ERREUR data/{COMITE}:7:42 [PRV-01]\n"
        "  Rien ne dit pourquoi ce nom peut être publié.\n"
        "  Pour corriger : ajoutez base_publication: {type: fonction}, ou effacez nom."
    ]


def test_a_seat_without_a_name_or_with_a_reason_says_nothing(tmp_path: Path) -> None:
    named = "organisme: maison-de-quartier, nom: Personne Fictive, base_publication: {type: fonction}"
    for fields in ("fonction: citoyenne", named):
        assert told(tmp_path, COMITE, seat(fields), "PRV-01") == [], fields


_CONSENT = "un consentement a une date et une fin"
_SOMEWHERE = "rien ne dit où s'exerce cette fonction (base « {} »)"
_GIVEN, _UNTIL = 'date: "2026-01-15" (le jour où il est donné)', 'expire: "2028-01-15" (son dernier jour)'
_HELD = "au siège organisme: id-de-l-organisme ou comite: id-du-comite"


@pytest.mark.parametrize(
    ("held", "base", "why", "lacks"),
    [
        ("fonction: citoyenne", "{type: consentement}", _CONSENT, f"{_GIVEN} et {_UNTIL}"),
        ("fonction: citoyenne", '{type: consentement, date: "2026-01-01"}', _CONSENT, _UNTIL),
        ("fonction: citoyenne", '{type: consentement, expire: "2027-01-01"}', _CONSENT, _GIVEN),
        ("fonction: citoyenne", "{type: fonction}", _SOMEWHERE.format("fonction"), _HELD),
        ("territoire: la-ville", "{type: elu}", _SOMEWHERE.format("elu"), _HELD),
    ],
)
def test_a_reason_must_be_enough(tmp_path: Path, held: str, base: str, why: str, lacks: str) -> None:
    text = seat(f"{held}, nom: Personne Fictive, base_publication: {base}")
    column = len(f"  - {{{held}, nom: Personne Fictive, base_publication: ") + 1
    (said,) = told(tmp_path, COMITE, text, "PRV-02")
    assert said.split("\n")[0].startswith(f"ERREUR data/{COMITE}:7:{column}")
    assert said.split("\n")[1:] == [
        f"  La base choisie ne suffit pas pour publier ce nom : {why}.",
        f"  Pour corriger : ajoutez {lacks}, ou effacez nom.",
    ]


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        (COMITE, "organisme: maison-de-quartier, base_publication: {type: fonction}"),
        (COMITE, "comite: table-de-quartier, base_publication: {type: elu}"),
        (ORGANISME, "fonction: directrice, base_publication: {type: fonction}"),
        (COMITE, 'fonction: citoyenne, base_publication: {type: consentement, date: "2026", expire: "2028"}'),
    ],
)
def test_a_function_held_somewhere_or_a_dated_consent_is_enough(
    tmp_path: Path, name: str, fields: str
) -> None:
    assert told(tmp_path, name, seat(f"nom: Personne Fictive, {fields}", name), "PRV-02") == []


def consent(expire: str) -> str:
    return seat(
        "fonction: citoyenne, nom: Personne Fictive, "
        f'base_publication: {{type: consentement, date: "2023-01-01", expire: "{expire}"}}'
    )


def test_a_consent_that_has_expired_takes_the_name_off(tmp_path: Path) -> None:
    (said,) = told(tmp_path, COMITE, consent("2026-01-14"), "PRV-08")
    assert said.split("\n")[0].startswith(f"AVERTISSEMENT data/{COMITE}:7:")
    assert said.split("\n")[1:] == [
        "  Le consentement du siège « citoyenne » n'est plus valable; le nom n'est plus affiché.",
        "  Pour corriger : effacez nom et base_publication, ou inscrivez un nouveau consentement.",
    ]
    assert "Fictive" not in said


@pytest.mark.parametrize("base", ["fonction", "elu", "consentement"])
@pytest.mark.parametrize("expire", ["2025", "2026-01-14", "2026-01-15", "2026"])
def test_no_name_leaves_the_site_without_being_told(tmp_path: Path, base: str, expire: str) -> None:
    typed = consent(expire).replace("consentement", base)
    typed = typed.replace("fonction: citoyenne", "organisme: maison-de-quartier")
    found = verdict(tmp_path, {**DEPART, COMITE: typed})
    assert found.jeu is not None
    [membre] = without_hidden_names(found.jeu, ON).comites["table-de-quartier"].membres
    said = [one for one in found.problems if one.code == "PRV-08"]
    assert (membre.nom is None) == (len(said) == 1) == (expire < "2026-01-15" and expire != "2026")


@pytest.mark.parametrize("expire", ["2026-01-15", "2026", "2028-01-15"])
def test_a_consent_holds_to_its_last_day(tmp_path: Path, expire: str) -> None:
    assert told(tmp_path, COMITE, consent(expire), "PRV-08") == []


def test_a_name_on_a_seat_that_has_ended_is_told(tmp_path: Path) -> None:
    named = "organisme: maison-de-quartier, nom: Personne Fictive, base_publication: {type: elu}"
    for ended in ('fin: "14 janvier 2026"', "ancien: true"):
        (said,) = told(tmp_path, COMITE, seat(f"{named}, {ended}"), "PRV-12")
        assert said == (
            f"AVERTISSEMENT data/{COMITE}:7:42 [PRV-12]\n"
            "  Le siège « Maison de quartier » a pris fin; le nom n'est plus affiché.\n"
            "  Pour corriger : effacez nom et base_publication; le siège peut rester."
        )
    for kept in (named, f'{named}, fin: "15 janvier 2026"', "organisme: maison-de-quartier, ancien: true"):
        assert told(tmp_path, COMITE, seat(kept), "PRV-12") == [], kept


def measured(libelle: str, valeur: object) -> str:
    return _EVENEMENT + f'mesures:\n  - {{libelle: "{libelle}", valeur: {valeur}}}\n'


@pytest.mark.parametrize("valeur", [1, 4])
def test_a_very_small_number_of_people_may_name_them(tmp_path: Path, valeur: int) -> None:
    assert told(tmp_path, EVENEMENT, measured("Familles monoparentales présentes", valeur), "PRV-11") == [
        f"AVERTISSEMENT data/{EVENEMENT}:6:60 [PRV-11]\n"
        f"  Un effectif de {valeur} peut permettre d'identifier des gens.\n"
        "  Pour corriger : retirez la mesure, ou écrivez « moins de 5 » dans description."
    ]


def test_a_small_number_whose_words_speak_of_people_is_told_too(tmp_path: Path) -> None:
    text = _EVENEMENT + 'mesures: [{libelle: "Réponses", valeur: 3, texte: "trois familles"}]\n'
    assert len(told(tmp_path, EVENEMENT, text, "PRV-11")) == 1


@pytest.mark.parametrize(
    ("libelle", "valeur"), [("Personnes présentes", 5), ("Personnes", 0), ("Ateliers tenus", 3)]
)
def test_a_larger_number_or_one_of_things_says_nothing(tmp_path: Path, libelle: str, valeur: int) -> None:
    assert told(tmp_path, EVENEMENT, measured(libelle, valeur), "PRV-11") == []
