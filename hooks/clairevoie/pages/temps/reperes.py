"""How what is read in the words of a source is marked, and the scale of years on which what is dated is drawn.

Goes in: jalons. Comes out: the marks that the component `frise` draws. What has no date is on no scale: its mark
stands beside its words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from clairevoie.derive.jalons import DUREE, Jalon
from clairevoie.drawing.time_scale import Scale, ScaleMark, fit, stack
from clairevoie.model.phrases import ReadDeadline, bounds

# The mark of each type of reading, in the order of the legend.
MARQUES = {
    "date": "jour",
    "mois": "mois",
    "saison": "saison",
    "annee": "annee",
    "intervalle": "intervalle",
    "trimestre": "intervalle",
    "continu": "continu",
    "frequence": "recurrent",
    "au_besoin": "recurrent",
    "conditionnel": "conditionnel",
    DUREE: "inconnu",
    "a_determiner": "inconnu",
    "sans_date": "inconnu",
    "relatif": "inconnu",
    "texte": "inconnu",
}
INCONNU = "inconnu"
# What a date of a call is, by the kind of its jalon.
MOMENTS = {"ouverture": "Ouverture", "cloture": "Date limite"}
JOUR = "jour"
# Under this width, in hundredths, a mark is drawn as its shape and no more to scale; a day always is.
_READABLE = {"jour": 100, "mois": 1.25, "saison": 4}
# Intervals share lines of the drawing; each other kind has its own.
_KINDS = ("intervalle", "annee", "saison", "mois", "jour")


def mark(lue: ReadDeadline) -> str:
    """The name of the mark of a reading."""
    return MARQUES.get(lue.type, INCONNU)


def scale(jalons: Iterable[Jalon]) -> Scale | None:
    """The years to draw so that as many readings as possible are in them, None when nothing is dated."""
    return fit(day.year for lue, _ in readings(jalons) if lue.edtf for day in bounds(lue.edtf))


def reperes(echelle: Scale, jalon: Jalon) -> tuple[ScaleMark, ...]:
    """The marks of everything dated in a jalon, each once, on one line."""
    dated = ((lue, moved) for lue, moved in readings((jalon,)) if lue.edtf)
    return tuple(dict.fromkeys(_repere(echelle, lue, moved) for lue, moved in dated))


def together(found: Iterable[ScaleMark]) -> tuple[ScaleMark, ...]:
    """These marks, each once, on as many lines as it takes to tell them apart."""
    return tuple(stack(found, _KINDS))


def readings(jalons: Iterable[Jalon]) -> Iterator[tuple[ReadDeadline, bool]]:
    """Every reading of these jalons, and whether a follow-up replaced it."""
    for jalon in jalons:
        yield from ((lue, False) for lue in jalon.lues)
        yield from ((lue, True) for move in jalon.avant for lue in move.lues)


def _repere(echelle: Scale, lue: ReadDeadline, moved: bool) -> ScaleMark:
    kind = MARQUES[lue.type]
    return echelle.mark(
        kind,
        bounds(lue.edtf or ""),
        _READABLE.get(kind, 0),
        replaced=moved,
        conditional=lue.depend_de is not None,
    )
