"""Announced counts: what is counted as linked to a démarche."""

from __future__ import annotations

from decimal import Decimal

import pytest

from clairevoie.model import Jeu
from clairevoie.model.comites import Comite
from clairevoie.model.comptes import counter, demarches_of
from clairevoie.model.demarches import Demarche
from clairevoie.model.enonces import Enonce
from clairevoie.model.petites_formes import CompteDeclare
from clairevoie.model.projets import Projet
from clairevoie.model.territoires import Territoire

_QUARTIER = Demarche(
    id="quartier", nom="Quartier", publication="publie", constats=(Enonce(texte="Un"), Enonce(texte="Deux"))
)


def projet(id: str, *territoires: str, demarche: str = "quartier", collectif: bool = False) -> Projet:
    return Projet(
        id=id,
        nom=id,
        publication="publie",
        demarche=demarche,
        collectif=collectif,
        territoires=territoires,
    )


_JEU = Jeu.of(
    (
        _QUARTIER,
        Demarche(id="autre", nom="Autre", publication="publie"),
        Comite(id="table", nom="Table", publication="publie", demarches=("autre", "quartier")),
        Territoire(id="ville", nom="Ville", publication="publie"),
        Territoire(id="secteur", nom="Secteur", publication="publie", parent="ville"),
        Territoire(id="rue", nom="Rue", publication="publie", parent="secteur"),
        projet("a", "rue"),
        projet("b", "ailleurs"),
        projet("c"),
        projet("d", "rue", collectif=True),
        projet("e", "rue", demarche="autre"),
    )
)


@pytest.mark.parametrize(
    ("objet", "territoire", "found"),
    [
        ("projets", None, 3),
        ("projets", "ville", 1),
        ("projets", "ailleurs", 1),
        ("plans", None, 0),
        ("comites", None, 1),
        ("constats", None, 2),
        ("nom", None, None),
        ("idées", None, None),
    ],
)
def test_what_is_linked_is_counted(objet: str, territoire: str | None, found: int | None) -> None:
    compte = CompteDeclare(objet=objet, valeur=Decimal(4), territoire=territoire)
    assert counter(_JEU)(_QUARTIER, compte) == found


def test_territories_that_contain_each_other_do_not_hang_the_count() -> None:
    loop = (
        Territoire(id="x", nom="X", publication="publie", parent="y"),
        Territoire(id="y", nom="Y", publication="publie", parent="x"),
    )
    jeu = Jeu.of((_QUARTIER, *loop, projet("a", "y")))
    assert counter(jeu)(_QUARTIER, CompteDeclare(objet="projets", valeur=Decimal(1), territoire="x")) == 1


def test_a_record_says_which_demarches_it_belongs_to() -> None:
    assert demarches_of(_JEU.comites["table"]) == ("autre", "quartier")
    assert demarches_of(_JEU.projets["a"]) == ("quartier",)
    assert demarches_of(_JEU.territoires["rue"]) == ()
