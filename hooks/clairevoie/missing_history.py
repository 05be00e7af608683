"""What to say of a history that is not whole: the site made from it is not the one that the whole repository makes."""

from __future__ import annotations

from clairevoie.model.quand import since
from clairevoie.read.history import History

_SAID = """\
AVERTISSEMENT {fault}
  Le site n'est donc pas celui que donne le dépôt entier.
  Pour corriger : {remedy}"""
_CUT = "Ce clone ne connaît l'historique des fiches que {since} : les dates et le journal d'avant manquent."
_DEEPEN = "lancez « git fetch --unshallow » (pour actions/checkout de GitHub, mettez « fetch-depth: 0 »)."
_PARTIAL = "Ce clone n'a pas toutes les anciennes versions des fiches : le journal ne les compte pas."
_REFETCH = "lancez « git fetch --refetch --no-filter »."
_REFUSED = (
    "Il y a un dépôt, mais git ne dit rien de l'historique des fiches : les dates et le journal manquent."
)
_ASK = "lancez « git status » dans le dossier des fiches, et faites ce que git demande."

_UNASKED = (
    "Il y a un dépôt, mais git n'est pas sur cet ordinateur : les dates des fiches et le journal manquent."
)
_INSTALL = "installez git, puis recommencez."


def what_is_missing(history: History) -> list[str]:
    """Why the dates and the journal are not those of the whole repository, and the remedy; nothing when they are."""
    if history.is_unasked:
        return [_SAID.format(fault=_UNASKED, remedy=_INSTALL)]
    if history.is_refused:
        return [_SAID.format(fault=_REFUSED, remedy=_ASK)]
    if history.is_partial:
        return [_SAID.format(fault=_PARTIAL, remedy=_REFETCH)]
    if history.cut:
        return [_SAID.format(fault=_CUT.format(since=since(history.cut.isoformat())), remedy=_DEEPEN)]
    return []
