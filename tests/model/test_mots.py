"""No value of a closed list reaches a page without French words."""

from __future__ import annotations

from typing import Literal, get_origin

import pytest

from clairevoie.model import listes
from clairevoie.model.base import Forme, one
from clairevoie.model.describe import describe
from clairevoie.model.enonces import Enonce
from clairevoie.model.listes import values_of
from clairevoie.model.mots import cle_de_mot, mot

LISTES = {name: liste for name, liste in vars(listes).items() if get_origin(liste) is Literal}


@pytest.mark.parametrize("nom", LISTES)
def test_every_value_of_every_list_has_words_of_its_own(nom: str) -> None:
    values = values_of(LISTES[nom])
    assert len(values) > 1
    for value in values:
        words = mot(value, nom.lower())
        assert words.strip() == words != ""
        assert "_" not in words


def test_a_value_of_two_lists_has_the_words_of_the_field_that_holds_it() -> None:
    fields = describe(Enonce)
    assert dict(fields["zone_controle"].valeurs)["moyen"] == mot("moyen") == "contrôle moyen"
    assert dict(fields["horizon"].valeurs)["moyen"] == mot("moyen", "horizon") == "à moyen terme"
    assert mot(cle_de_mot("moyen", "horizon")) == "à moyen terme"


def test_a_value_that_nobody_worded_is_refused_and_never_shown_as_it_is_typed() -> None:
    class Nouvelle(Forme):
        """A list with a value that has no words yet."""

        etat: Literal["prevu", "reinvente"] = one("État", "Au choix", "prevu")

    with pytest.raises(KeyError, match="reinvente"):
        describe(Nouvelle)
    with pytest.raises(KeyError, match="reinvente"):
        mot("reinvente")
