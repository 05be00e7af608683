"""No value of a closed list reaches a page without French words."""

from __future__ import annotations

from typing import Literal, get_origin

import pytest

from clairevoie.model import listes
from clairevoie.model.base import Forme, one
from clairevoie.model.describe import describe
from clairevoie.model.listes import values_of
from clairevoie.model.mots import mot

LISTES = {name: liste for name, liste in vars(listes).items() if get_origin(liste) is Literal}


@pytest.mark.parametrize("nom", LISTES)
def test_every_value_of_every_list_has_words_of_its_own(nom: str) -> None:
    values = values_of(LISTES[nom])
    assert len(values) > 1
    for value in values:
        assert mot(value).strip() == mot(value) != ""
        assert "_" not in mot(value)


def test_a_value_that_nobody_worded_is_refused_and_never_shown_as_it_is_typed() -> None:
    class Nouvelle(Forme):
        """A list with a value that has no words yet."""

        etat: Literal["prevu", "reinvente"] = one("État", "Au choix", "prevu")

    with pytest.raises(KeyError, match="reinvente"):
        describe(Nouvelle)
    with pytest.raises(KeyError, match="reinvente"):
        mot("reinvente")
