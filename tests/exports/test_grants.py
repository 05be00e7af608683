"""The grants of a site, accepted by the published schema of 360Giving; nothing is guessed to let one in."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry
from referencing.jsonschema import DRAFT202012

from clairevoie.exports.grants import grants_file, has_grants
from clairevoie.model import Jeu
from clairevoie.model.organismes import Organisme
from clairevoie.model.projets import Projet
from tests.aides.exports_lus import PROVENANCE, exported

_SCHEMAS = Path(__file__).parent / "360giving"
# The schema of a file leads to the one of a grant by this address, whose version it has not brought up to date.
_GRANT = "https://raw.githubusercontent.com/ThreeSixtyGiving/standard/1.4.2/schema/360-giving-schema.json"
_KNOWN = {
    "organisme": "fonds",
    "beneficiaire": "maison",
    "montant": 35000,
    "statut": "confirme",
    "type": "subvention",
    "date_octroi": "12 janvier 2026",
}


# The schema takes a day or a moment, not both: it counts on the formats being checked.
_FORMATS = FormatChecker(formats=())


@_FORMATS.checks("date-time")
def _is_moment(value: object) -> bool:
    return isinstance(value, str) and "T" in value


def _told(content: Any) -> list[str]:
    grant, package = (
        json.loads((_SCHEMAS / name).read_text(encoding="utf-8"))
        for name in ("360-giving-schema.json", "360-giving-package-schema.json")
    )
    registry: Any = Registry().with_resource(_GRANT, DRAFT202012.create_resource(grant))
    checker = Draft202012Validator(package, registry=registry, format_checker=_FORMATS)
    return [error.message for error in checker.iter_errors(content)]


def _jeu(**changed: object) -> Jeu:
    financement = {key: value for key, value in (_KNOWN | changed).items() if value is not None}
    organismes = [Organisme(id=id, nom=id.title(), publication="publie") for id in ("fonds", "maison")]
    return Jeu.of(
        [*organismes, Projet(id="jardin", nom="Jardin", publication="publie", financements=[financement])]
    )


def _file(jeu: Jeu) -> Any:
    return json.loads(grants_file(jeu, PROVENANCE))


def test_the_published_schema_accepts_the_grants_of_the_full_site() -> None:
    content = json.loads((exported() / "donnees/subventions-360giving.json").read_bytes())
    assert content["grants"]
    assert _told(content) == []


def test_the_schema_refuses_a_grant_that_lacks_something() -> None:
    content = _file(_jeu())
    assert _told(content) == []
    del content["grants"][0]["awardDate"]
    assert _told(content)


def test_a_grant_says_what_the_source_says() -> None:
    (grant,) = _file(_jeu(libelle="une contribution de 35 000 $", programme="Fonds des quais"))["grants"]
    assert (grant["amountAwarded"], grant["currency"], grant["awardDate"]) == (35000, "CAD", "2026-01-12")
    assert grant["fundingOrganization"][0]["name"] == "Fonds"
    assert grant["recipientOrganization"][0]["name"] == "Maison"
    assert grant["grantProgramme"] == [{"title": "Fonds des quais"}]
    assert grant["title"] == "une contribution de 35 000 $"


@pytest.mark.parametrize(
    "changed",
    [
        {"montant": None},
        {"organisme": None},
        {"beneficiaire": None},
        {"statut": "demande"},
        {"statut": "refuse"},
        {"type": "pret"},
        {"type": "non_precise"},
        {"date_octroi": None},
        {"date_octroi": "janvier 2026"},
        {"rattache_a": "projets/autre#budget-1"},
    ],
)
def test_what_the_source_does_not_say_keeps_a_funding_out_and_counted(changed: dict[str, object]) -> None:
    jeu = _jeu(**changed)
    assert not has_grants(jeu)
    assert _file(jeu)["grants"] == []
    assert "Financements laissés de côté\u00a0: 1." in _file(jeu)["description"]


def test_the_currency_is_that_of_the_budget_which_holds_the_funding() -> None:
    budget = {"id": "b", "devise": "EUR", "financements": [_KNOWN]}
    jeu = _jeu()
    projet = Projet(id="pont", nom="Pont", publication="publie", budgets=[budget])
    grants = _file(Jeu.of([*jeu, projet]))["grants"]
    assert sorted(grant["currency"] for grant in grants) == ["CAD", "EUR"]
    assert len({grant["id"] for grant in grants}) == 2
