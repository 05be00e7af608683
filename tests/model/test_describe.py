"""What the model says of its fields: everything that schemas, guide, pages and rules need, read once."""

from __future__ import annotations

from typing import Any, Literal

import pytest

from clairevoie.model import COLLECTIONS
from clairevoie.model.base import (
    Adresse,
    AdresseWeb,
    Ancre,
    Booleen,
    Fichier,
    Forme,
    FormeCourte,
    Jour,
    Lieu,
    Montant,
    Nombre,
    Phrases,
    RefComite,
    Texte,
    TexteLong,
    TexteMarkdown,
    TexteOuNombre,
    many,
    one,
)
from clairevoie.model.describe import (
    describe,
    fields_holding,
    form_key,
    forms_inside,
    is_said,
    short_field,
)


class Piece(FormeCourte):
    """A form that one sentence fills."""

    champ_court = "libelle"

    libelle: Texte = one("Libellé", "Le nom", obligatoire=True)


class GrandePiece(Forme):
    """A form that holds another."""

    pieces: tuple[Piece, ...] = many("Pièces", "Ce qu'elle contient")


class Essai(Forme):
    """One field of every sort."""

    nom: Texte = one("Nom", "Comment on l'appelle", obligatoire=True)
    paroles: TexteLong | None = one("Paroles", "Mot à mot")
    texte: TexteMarkdown | None = one("Texte", "En Markdown")
    site: AdresseWeb | None = one("Site", "Adresse https")
    lieu: Lieu | None = one("Lieu", "Adresse ou lien")
    fichier: Fichier | None = one("Fichier", "Chemin")
    oui: Booleen | None = one("Oui", "Ou non", False)
    jour: Jour | None = one("Jour", "Une date")
    montant: Montant | None = one("Montant", "Des dollars")
    nombre: Nombre | None = one("Nombre", "Combien")
    cible: TexteOuNombre | None = one("Cible", "À atteindre")
    comites: tuple[RefComite, ...] = many("Comités", "Qui")
    adresse: Adresse | None = one("Adresse", "Où")
    ancre: Ancre | None = one("Ancre", "Ici")
    etat: Literal["prevu", "non_precise"] = one("État", "Au choix", "non_precise")
    piece: Piece | None = one("Pièce", "Une")
    phrases: Phrases[Piece] = many("Phrases", "Une ou plusieurs")
    grande: GrandePiece | None = one("Grande pièce", "Une plus grande")


def test_a_field_says_its_title_its_purpose_and_whether_it_is_required() -> None:
    nom = describe(Essai)["nom"]
    assert (nom.nom, nom.titre, nom.description) == ("nom", "Nom", "Comment on l'appelle")
    assert nom.obligatoire
    assert not describe(Essai)["texte"].obligatoire
    assert list(describe(Essai)) == list(Essai.model_fields)


@pytest.mark.parametrize(
    ("champ", "sorte"),
    [
        ("nom", "texte"),
        ("paroles", "texte_long"),
        ("texte", "markdown"),
        ("site", "web"),
        ("lieu", "lieu"),
        ("fichier", "fichier"),
        ("oui", "booleen"),
        ("jour", "date"),
        ("montant", "montant"),
        ("nombre", "nombre"),
        ("cible", "texte_ou_nombre"),
        ("comites", "renvoi"),
        ("adresse", "adresse"),
        ("ancre", "ancre"),
        ("etat", "choix"),
        ("piece", "forme"),
        ("phrases", "forme"),
    ],
)
def test_a_field_says_what_it_holds(champ: str, sorte: str) -> None:
    assert describe(Essai)[champ].sorte == sorte


def test_a_field_says_whether_it_holds_several() -> None:
    several = [champ.nom for champ in describe(Essai).values() if champ.plusieurs]
    assert several == ["comites", "phrases"]


def test_a_reference_says_the_collection_it_leads_to() -> None:
    assert describe(Essai)["comites"].vers == "comites"
    assert describe(Essai)["adresse"].vers is None
    assert describe(Essai)["adresse"].marque is not None


def test_a_closed_list_comes_with_its_french_words() -> None:
    assert describe(Essai)["etat"].valeurs == (("prevu", "prévu"), ("non_precise", "non précisé"))
    assert describe(Essai)["etat"].defaut == "non_precise"


def test_a_field_whose_annotation_says_too_little_is_refused() -> None:
    class Muette(Forme):
        """A field that is only a Python type."""

        champ: str = one("Champ", "Sans genre")

    with pytest.raises(TypeError, match=r"Muette\.champ"):
        describe(Muette)


def test_a_field_that_says_two_things_is_refused() -> None:
    class Double(Forme):
        """A field that may hold two kinds of forms."""

        champ: Piece | GrandePiece = one("Champ", "L'une ou l'autre", obligatoire=True)

    with pytest.raises(TypeError, match=r"Double\.champ"):
        describe(Double)


def test_a_form_says_what_it_may_hold_and_where() -> None:
    assert forms_inside(Essai) == {Essai, Piece, GrandePiece}
    assert fields_holding(Essai, "libelle") == ("piece", "phrases", "grande")
    assert fields_holding(Essai, "pieces") == ("grande",)


def test_a_form_says_its_short_way_and_its_key() -> None:
    assert (short_field(Piece), short_field(GrandePiece)) == ("libelle", None)
    assert (form_key(Piece), form_key(GrandePiece)) == ("piece", "grande_piece")


@pytest.mark.parametrize(
    ("valeur", "defaut", "dite"),
    [
        (None, None, False),
        ("", None, False),
        ((), (), False),
        ("non_precise", "non_precise", False),
        ("prevu", "non_precise", True),
        (False, False, False),
        (False, None, True),
        (0, None, True),
    ],
)
def test_what_says_nothing_is_not_shown(valeur: Any, defaut: Any, dite: bool) -> None:
    assert is_said(valeur, defaut) is dite


def test_the_model_describes_every_form_that_a_record_may_hold() -> None:
    formes = {forme for kind in COLLECTIONS.values() for forme in forms_inside(kind.modele)}
    assert len(formes) > 40
    assert all(describe(forme) for forme in formes)
    typed_by_nobody = {
        (forme.__name__, c.nom) for forme in formes for c in describe(forme).values() if not c.saisi
    }
    assert typed_by_nobody == {(kind.modele.__name__, "id") for kind in COLLECTIONS.values()}
