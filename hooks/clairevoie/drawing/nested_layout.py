"""The map of effects takes its places: columns of zones, boxes inside boxes, lines of text, arrows.

Goes in: zones and the format of the sheet. Comes out: a `Dessin`, which the component writes as SVG.
"""

from __future__ import annotations

from collections.abc import Sequence

from clairevoie.drawing.arrows import ArrowNetwork
from clairevoie.drawing.nested_boxes import (
    Band,
    BandHeading,
    NestedBox,
    NestedDrawing,
    Sheet,
    SheetBox,
    SheetLine,
)
from clairevoie.drawing.text_width import expected, lines
from clairevoie.wording.typography import spaced

# Room for a few letters, however deep the boxes stand one inside the other.
_LISIBLE = 110
# Between two boxes, between two zones; above and below the words of a heading.
_ECART, _ENTRE_ZONES, _SOUS_LE_TRAIT, _SOUS_LE_TITRE = 10, 24, 8, 12
# Between the words of a box and the first box that it holds.
_AVANT = 4
# What the bar of an observed thing takes of its box.
_BARRE = 5
# A sheet higher than this, for its width, fits no page of paper.
_PAPIER = 1.25

Colonnes = Sequence[Sequence[Band]]


def draw(bandes: Sequence[Band], format: Sheet) -> NestedDrawing:
    """The map on a sheet of this format."""
    last = format.colonnes - 1
    colonnes = [found for found in (*([bande] for bande in bandes[:last]), bandes[last:]) if found]
    reseau = _network(colonnes)
    couloirs = [reseau.couloir(rang) for rang in range(len(colonnes) + 1)]
    pas = _column_width(colonnes, sum(couloirs), format)
    commun = max((_heading(colonne[0], 0, 2, pas, format)[1] for colonne in colonnes), default=0)
    placed = [
        _column(colonne, pas * rang + sum(couloirs[: rang + 1]), pas, commun, format)
        for rang, colonne in enumerate(colonnes)
    ]
    boites = [boite for _, column in placed for boite in column]
    bas = max((boite.bas for boite in boites), default=0)
    largeur, hauteur = pas * len(colonnes) + sum(couloirs), bas + reseau.bas + 2
    return NestedDrawing(
        nom=format.nom,
        largeur=largeur,
        hauteur=hauteur,
        defile=largeur > format.largeur,
        haut=hauteur > largeur * _PAPIER,
        entetes=tuple(entete for heads, _ in placed for entete in heads),
        boites=tuple(boites),
        fleches=reseau.fleches(boites, pas, bas),
    )


def _network(colonnes: Colonnes) -> ArrowNetwork:
    """Which box leads to which, in the order in which boxes are placed."""
    cases = [
        (rang, case)
        for rang, colonne in enumerate(colonnes)
        for bande in colonne
        for une in bande.cases
        for case in une.toutes()
    ]
    return ArrowNetwork(
        [rang for rang, _ in cases], [case.ancre for _, case in cases], [case.vers for _, case in cases]
    )


def _column_width(colonnes: Colonnes, couloirs: int, format: Sheet) -> int:
    bandes = [bande for colonne in colonnes for bande in colonne]
    deepest = max((case.profondeur for bande in bandes for case in bande.cases), default=1)
    share = (format.largeur - couloirs) // max(1, len(colonnes))
    return max(min(share, format.large), format.etroite, _LISIBLE + 2 * format.marge * deepest)


def _column(
    colonne: Sequence[Band], x: int, largeur: int, commun: int, format: Sheet
) -> tuple[list[BandHeading], list[SheetBox]]:
    """The zones of one column, one below the other; the first boxes of all the columns start at the same height."""
    entetes: list[BandHeading] = []
    boites: list[SheetBox] = []
    y = 2
    for bande in colonne:
        entete, below = _heading(bande, x, y, largeur, format)
        y = below if entetes else max(below, commun)
        entetes.append(entete)
        for case in bande.cases:
            placed = _place(case, x, y, largeur, format)
            boites += placed
            y = placed[0].bas + _ECART
        y += _ENTRE_ZONES - _ECART
    return entetes, boites


def _heading(bande: Band, x: int, y: int, largeur: int, format: Sheet) -> tuple[BandHeading, int]:
    """The heading of a zone, and where its boxes may start."""
    said = [("titre", line) for line in lines(bande.titre, format.corps + 1, largeur, gras=True)]
    said += [("precision", line) for line in lines(bande.precision or "", format.corps, largeur)]
    lignes = _lines(said, x, y + _SOUS_LE_TRAIT, format)
    return (
        BandHeading(x, y, largeur, lignes),
        y + _SOUS_LE_TRAIT + format.interligne * len(lignes) + _SOUS_LE_TITRE,
    )


def _place(case: NestedBox, x: int, y: int, largeur: int, format: Sheet) -> list[SheetBox]:
    """A box and, inside it under its words, the boxes that it holds; the outer one first."""
    bar = _BARRE if case.sorte == "observe" else 0
    room = largeur - 2 * format.marge
    said = [
        ("mention", line) for one in case.mentions for line in lines(spaced(one), format.corps, room - bar)
    ]
    said += [("texte", line) for line in lines(spaced(case.texte), format.corps, room - bar)]
    lignes = _lines(said, x + format.marge + bar, y + format.marge - 3, format)
    bas = y + format.marge + format.interligne * len(lignes) + (_AVANT if case.dessous else 0)
    inside: list[SheetBox] = []
    for dessous in case.dessous:
        placed = _place(dessous, x + format.marge, bas, room, format)
        inside += placed
        bas = placed[0].bas + format.marge
    bas += 0 if inside else format.marge
    return [SheetBox(case.sorte, x, y, largeur, bas - y, lignes), *inside]


def _lines(said: Sequence[tuple[str, str]], x: int, y: int, format: Sheet) -> tuple[SheetLine, ...]:
    """Lines of text under one another, the first one just below `y`."""
    found = []
    for rank, (genre, texte) in enumerate(said):
        titre = genre == "titre"
        largeur = expected(texte, format.corps + titre, gras=titre)
        found.append(SheetLine(x, y + format.interligne * (rank + 1) - 2, largeur, texte, genre))
    return tuple(found)
