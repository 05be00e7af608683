"""Samples become the rows of bench.json: one for each figure to reach."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

from tests.bench.campaign import HEAVIEST, Samples
from tests.bench.ground import Ground
from tests.bench.measure import Sample
from tests.bench.world import PARTS

_KB = 1000
_MS = 1000
Values = Callable[[Samples], list[float]]


@dataclass(frozen=True, slots=True)
class Mesure:
    """One row: what is measured, the value, the spread, the target, and whether the value reaches it.

    Values are None when this dataset does not allow the measure.
    """

    mesure: str
    valeur: float | None
    min: float | None
    max: float | None
    cible: float
    tenu: bool | None


@dataclass(frozen=True, slots=True)
class _Figure:
    """A figure to reach: `{n}` and `{p}` stand for the two sizes; `judged` picks the value among all."""

    texte: str
    values: Values
    cible: float
    judged: Callable[[Sequence[float]], float] = median


def _wall(sample: Sample) -> float:
    return sample.wall


def _memory(sample: Sample) -> float:
    return sample.cache_dir or sample.resident


def _ratio(ours: str, theirs: str, value: Callable[[Sample], float] = _wall) -> Values:
    """One ratio a round: both were measured in the same minutes."""

    def values(samples: Samples) -> list[float]:
        pairs = zip(samples.get(ours, []), samples.get(theirs, []), strict=False)
        return [value(one) / value(other) for one, other in pairs]

    return values


def _over_floor(samples: Samples) -> list[float]:
    """On the ordinary disk, where writing is physical; on the only disk there is, when there is one."""
    disk = ", disque ordinaire" if "plancher, disque ordinaire" in samples else ""
    return _ratio(f"à froid{disk}", f"plancher{disk}")(samples)


def _growth(samples: Samples) -> list[float]:
    """Processor time of a build less that of the engine, which dresses the same few pages whatever N is."""
    needed = ("à froid", "petit, à froid", "habillage seul")
    rounds = zip(*(samples.get(name, []) for name in needed), strict=False)
    return [(large.cpu - engine.cpu) / (small.cpu - engine.cpu) for large, small, engine in rounds]


def _sizes(*names: str) -> Values:
    return lambda samples: [sample.size / _KB for name in names for sample in samples.get(name, [])]


def _seconds(name: str) -> Values:
    return lambda samples: [sample.wall for sample in samples.get(name, [])]


def _heaviest(samples: Samples) -> list[float]:
    named = (name for name in samples if name.startswith(HEAVIEST))
    return [sample.size / _KB for name in named for sample in samples[name]]


def _beside_pages(samples: Samples) -> list[float]:
    """What is written beside the pages for programs, over the pages, in one same build."""
    names = ("formats ouverts", "fils et calendriers", "pages")
    rounds = zip(*(samples.get(name, []) for name in names), strict=False)
    return [(formats.wall + followed.wall) / pages.wall for formats, followed, pages in rounds]


def _made_again(samples: Samples) -> list[float]:
    return [float(sample.files) for sample in samples.get("formats refaits", [])]


def _milliseconds(name: str) -> Values:
    return lambda samples: [sample.wall * _MS for sample in samples.get(name, [])]


def _moved(name: str) -> Values:
    return lambda samples: [sample.moved for sample in samples.get(name, [])]


_PAGES = _sizes(*(f"page de {part}" for part in PARTS))
_FIGURES = (
    _Figure("construction à froid, {n}, contre Hugo", _ratio("à froid", "hugo"), 0.8),
    _Figure("construction, fiches déjà lues, {n}, contre Hugo", _ratio("à chaud", "hugo"), 0.5),
    _Figure("construction à froid, {p}, contre Hugo", _ratio("petit, à froid", "petit, hugo"), 1.5),
    _Figure("construction à froid, {p}, contre Material", _ratio("petit, à froid", "petit, material"), 0.1),
    _Figure("croissance de notre travail, de {p} à {n}", _growth, 10),
    _Figure("construction à froid, {n}, contre le plancher physique", _over_floor, 3),
    _Figure("mémoire de pointe, {n}, contre Hugo", _ratio("mémoire", "mémoire de hugo", _memory), 0.5),
    _Figure("une fiche modifiée, {n}, contre Hugo au complet", _ratio("une fiche", "hugo"), 0.3),
    _Figure("servir, du fichier à la page, {n}, contre construire", _ratio("servir", "à froid"), 0.25),
    _Figure("verifier à chaud, {n}, contre à froid", _ratio("verifier à chaud", "verifier à froid"), 0.2),
    _Figure("une phrase de date lue pour la première fois, en ms", _milliseconds("phrase"), 0.5),
    _Figure("première recherche, {n}, en ko", _sizes("recherche"), 300),
    _Figure(
        "première recherche, {n}, de la dernière touche aux résultats, 3G rapide, processeur ÷ 6, en s",
        _seconds("réponse"),
        2.5,
    ),
    _Figure("Explorer, {n}, prêt à filtrer, 3G rapide, processeur ÷ 6, en s", _seconds("explorer"), 3),
    _Figure("Explorer, {n}, part de l'écran qui se déplace", _moved("explorer"), 0.02, max),
    # The kind of page that weighs most is the one judged.
    _Figure("première visite d'une fiche, brotli, en ko", _PAGES, 90, max),
    _Figure("page la plus lourde, {n}, brotli, en ko", _heaviest, 60),
    _Figure("index de recherche, {n}, contre Pagefind seul", _ratio("index", "pagefind seul"), 1.1),
    _Figure("formats ouverts, fils et calendriers, {n}, contre les pages", _beside_pages, 0.5),
    # One file made again for nothing is one too many, whatever the others are.
    _Figure("fichiers de ces formats refaits sans que rien ait changé, {n}", _made_again, 0, max),
    _Figure(
        "impression des pages, {n}, contre sans ces formats", _ratio("pages", "pages, sans formats"), 1.05
    ),
)


def mesures(ground: Ground, samples: Samples) -> list[Mesure]:
    """The rows, in the order of the figures to reach."""
    n = f"N = {ground.large.total}"
    p = f"N = {ground.small.total}" if ground.small else "plus petit jeu"
    return [_row(figure, figure.texte.format(n=n, p=p), figure.values(samples)) for figure in _FIGURES]


def _row(figure: _Figure, texte: str, values: Sequence[float]) -> Mesure:
    if not values:
        return Mesure(texte, None, None, None, figure.cible, None)
    value, low, high = (round(one, 3) for one in (figure.judged(values), min(values), max(values)))
    return Mesure(texte, value, low, high, figure.cible, value <= figure.cible)
