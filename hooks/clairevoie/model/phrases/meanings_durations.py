"""What the lengths of time of a phrase mean: nodes of the grammar become ISO 8601 durations."""

from __future__ import annotations

from clairevoie.model.phrases.lexicon import DUREES, number, unit
from clairevoie.model.phrases.questions import UnreadError
from clairevoie.model.phrases.readings import ReadDuration
from clairevoie.model.phrases.trees import PhraseNode

# By what a number of these is multiplied, and the letter of ISO 8601.
_LETTERS = {
    "jour": (1, "D"), "semaine": (1, "W"), "mois": (1, "M"), "trimestre": (3, "M"), "semestre": (6, "M"),
    "annee": (1, "Y"), "heure": (1, "H"), "minute": (1, "M"),
}  # fmt: skip
# Half of one, in the unit just below.
_HALVES = {"annee": (12, 6, "mois"), "heure": (60, 30, "minute")}
_BY_LENGTH = ("annee", "semestre", "trimestre", "mois", "semaine", "jour", "heure", "minute")


def count(node: PhraseNode) -> int:
    """A number; « quatre (5) » contradicts itself. Raises UnreadError."""
    words, digits = node.get("NOMBRE"), node.get("CHIFFRES")
    if words is None or (digits and int(digits.plain) != number(words.plain)):
        raise UnreadError
    return number(words.plain)


def length(node: PhraseNode) -> str:
    """« deux ans et demi » is P30M; « 2 heures 30 minutes » PT2H30M. Raises UnreadError."""
    if node.has("mesure_virgule"):
        return _and_half([(count(node.only("nombre")), unit(node.only("UNITE").plain))])
    measures = [_measure(one) for one in node.all("mesure")]
    parts = [part for measure in measures for part in measure]
    return _and_half(parts) if node.has("demie") else iso(parts)


def _and_half(parts: list[tuple[int, str]]) -> str:
    (value, name), *_ = parts
    times, half, below = _HALVES.get(name, (0, 0, ""))
    if not times:
        raise UnreadError
    return iso([(value * times + half, below)])


def iso(parts: list[tuple[int, str]]) -> str:
    """The ISO 8601 notation of numbers of units, longest first. Raises UnreadError for none, or for a disorder."""
    order = [_BY_LENGTH.index(name) for _, name in parts]
    if not all(value for value, _ in parts) or order != sorted(set(order)):
        raise UnreadError
    texts = [(name, f"{value * _LETTERS[name][0]}{_LETTERS[name][1]}") for value, name in parts]
    days = "".join(text for name, text in texts if name not in ("heure", "minute"))
    hours = "".join(text for name, text in texts if name in ("heure", "minute"))
    return f"P{days}" + (f"T{hours}" if hours else "")


def duration(node: PhraseNode, texte: str) -> ReadDuration:
    """How long a phrase says that something lasts. Raises UnreadError."""
    if node.rule == "adjectif_duree":
        years = next(DUREES[word] for word in DUREES if node.plain.startswith(word))
        return ReadDuration(texte, "duree", f"P{years}Y")
    about = node.has("environ")
    low, high = node.get("au_moins", "plus_de", "minimale"), node.get("au_plus", "moins_de", "maximale")
    if node.rule == "longueur":
        return ReadDuration(texte, "duree", length(node))
    if node.rule == "limite_duree" and (low or high):
        limit = length(node.only("longueur"))
        return ReadDuration(texte, "duree", min=limit if low else None, max=limit if high else None)
    first, last = _two(node)
    return ReadDuration(
        texte, "duree", min=first, max=last, approximatif=about, alternative=node.rule == "choix_duree"
    )


def lengths(node: PhraseNode) -> tuple[str, str]:
    """The least and the most that `longueurs` says: « 15 à 30 jours ». Raises UnreadError."""
    if len(list(node.all("longueur", "nombre"))) == 1:
        one = length(node.only("longueur"))
        return one, one
    return _two(node)


def _two(node: PhraseNode) -> tuple[str, str]:
    """« 18 à 24 mois »: the first number borrows the unit of the second."""
    first, last = node.all("longueur", "nombre")
    if first.rule == "longueur":
        return length(first), length(last)
    ((_, name),) = _measure(last.only("mesure"))
    return iso([(count(first), name)]), length(last)


def _measure(node: PhraseNode) -> list[tuple[int, str]]:
    nombre, name = node.get("nombre"), node.get("UNITE")
    if nombre is None:
        raise UnreadError
    value = count(nombre)
    if name:
        return [(value, unit(name.plain))]
    minutes = node.get("minutes")
    if minutes:
        return [(value, "heure"), (int(minutes.plain), "minute")]
    return [(value, "heure" if node.has("en_heures") else "minute")]
