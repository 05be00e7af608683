"""What phrases say once they are read: frozen values that keep the words typed."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReadFrequency:
    """How often; `type` is `frequence`, `au_besoin`, `a_determiner` or `texte`.

    From `min` to `max` times by `pas` times `par`: « aux six semaines » is 1 by 6 `semaine`. None is not said;
    both are in « plusieurs fois par année », which is `approximatif`. `par` is `jour`, `semaine`, `mois`,
    `trimestre` or `annee`. `jour` is « mardi », « premier mardi » or « 15 »; `mois` the only months (5,), `sauf`
    the months left out, as holidays are with `sauf_feries`; `saison` its name in a `mots` key, `periode` an EDTF
    value. `limite` is « avant » in « avant le 30 septembre de chaque année ». `portee` is whom it concerns, set
    apart from `texte`: « Comité de travail : … ».
    """

    texte: str
    type: str
    min: int | None = None
    max: int | None = None
    par: str | None = None
    portee: str | None = None
    pas: int = 1
    jour: str | None = None
    heure: str | None = None
    heure_fin: str | None = None
    mois: tuple[int, ...] = ()
    saison: str | None = None
    sauf: tuple[int, ...] = ()
    periode: str | None = None
    limite: str | None = None
    approximatif: bool = False
    sauf_feries: bool = False


@dataclass(frozen=True, slots=True)
class ReadDeadline:
    """When something is due.

    `type` is `date`, `mois`, `saison`, `trimestre`, `annee` or `intervalle`, which have an `edtf` value;
    `continu`, `au_besoin`, `a_determiner`, `sans_date`, `conditionnel`, `relatif`, `frequence` or `texte`.
    `texte` is its piece of the phrase as typed, less the final period and the label, which is `portee`:
    « Comité de coordination : … ». An ISO date typed alone becomes French words.

    `heure` and `heure_fin` are « 19:00 »; `precision` is `debut`, `milieu` or `fin` of the value;
    `alternative` tells « juin ou septembre »; `depend_de` is the condition, `delai` how long after it (ISO 8601;
    before it with a minus); `intervalle` and `depuis` place a relative year (« An 2 » : P1Y/P2Y, « debut du
    plan »). `annee_deduite`: the year came from the context. `question` is the code of the rule that asks for
    the year that neither the phrase nor the context gives; `reponses` are the phrase with its year (`asked` makes
    the error of both).
    """

    texte: str
    type: str
    edtf: str | None = None
    portee: str | None = None
    depend_de: str | None = None
    frequence: ReadFrequency | None = None
    heure: str | None = None
    heure_fin: str | None = None
    precision: str | None = None
    approximatif: bool = False
    alternative: bool = False
    delai: str | None = None
    intervalle: str | None = None
    depuis: str | None = None
    annee_deduite: bool = False
    question: str | None = None
    reponses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadDuration:
    """How long; `type` is `duree`, `periode` (dates instead of a length) or `texte`.

    `iso` is its ISO 8601 value (`P24M`), tied to no date; `min` and `max` are such values when the phrase gives
    limits (« 18 à 24 mois », « au moins trois ans »). `periode` is the EDTF value of the dates said.
    """

    texte: str
    type: str
    iso: str | None = None
    min: str | None = None
    max: str | None = None
    approximatif: bool = False
    alternative: bool = False
    periode: str | None = None
