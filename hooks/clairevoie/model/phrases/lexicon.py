"""The closed sets of French words that the grammar knows, each a class with its name in capitals.

All is written folded (see `tokens`), except `NOMS` and `UNITES`, the words we say ourselves.
"""

from __future__ import annotations

import re

# Months are 1 to 12; seasons and calendar quarters are numbered as EDTF does, 21 to 24 and 33 to 36.
NOMS = {
    1: "janvier", 2: "février", 3: "mars", 4: "avril", 5: "mai", 6: "juin",
    7: "juillet", 8: "août", 9: "septembre", 10: "octobre", 11: "novembre", 12: "décembre",
    21: "printemps", 22: "été", 23: "automne", 24: "hiver",
    33: "1er trimestre", 34: "2e trimestre", 35: "3e trimestre", 36: "4e trimestre",
}  # fmt: skip
JOURS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
# What a frequency is counted by, as we say it.
UNITES = {
    "jour": "jour", "semaine": "semaine", "mois": "mois", "trimestre": "trimestre", "annee": "année",
}  # fmt: skip

MOIS = {
    "janvier": 1, "fevrier": 2, "mars": 3, "avril": 4, "mai": 5, "juin": 6,
    "juillet": 7, "aout": 8, "septembre": 9, "octobre": 10, "novembre": 11, "decembre": 12,
}  # fmt: skip
_ABREGES = {
    "janv": 1, "jan": 1, "fevr": 2, "fev": 2, "avr": 4, "juill": 7, "juil": 7,
    "sept": 9, "sep": 9, "oct": 10, "nov": 11, "dec": 12,
    "feb": 2, "apr": 4, "may": 5, "aug": 8,
}  # fmt: skip
SAISONS = {"printemps": 21, "ete": 22, "automne": 23, "hiver": 24}
# « saison estivale », « période hivernale ».
SAISONS_DITES = {"printaniere": 21, "estivale": 22, "automnale": 23, "hivernale": 24}
_JOURS_COURTS = ("lun", "mar", "mer", "merc", "jeu", "ven", "vend", "sam", "dim")
_RANGS = {
    "premier": 1, "premiere": 1, "second": 2, "seconde": 2, "deuxieme": 2, "troisieme": 3,
    "quatrieme": 4, "cinquieme": 5, "dernier": -1, "derniere": -1,
}  # fmt: skip
_UNITE = {
    "jour": "jour", "journee": "jour", "semaine": "semaine", "mois": "mois", "trimestre": "trimestre",
    "semestre": "semestre", "an": "annee", "annee": "annee", "sem": "semaine",
}  # fmt: skip
# How often an adjective says: times, by how many, of what.
ADJECTIFS = {
    "quotidien": (1, 1, "jour"), "quotidienne": (1, 1, "jour"), "quotidiennement": (1, 1, "jour"),
    "hebdomadaire": (1, 1, "semaine"), "hebdomadairement": (1, 1, "semaine"),
    "hebdo": (1, 1, "semaine"), "bihebdomadaire": (2, 1, "semaine"),
    "mensuel": (1, 1, "mois"), "mensuelle": (1, 1, "mois"), "mensuellement": (1, 1, "mois"),
    "bimensuel": (2, 1, "mois"), "bimensuelle": (2, 1, "mois"), "bimensuellement": (2, 1, "mois"),
    "bimestriel": (1, 2, "mois"), "bimestrielle": (1, 2, "mois"),
    "trimestriel": (1, 1, "trimestre"), "trimestrielle": (1, 1, "trimestre"),
    "trimestriellement": (1, 1, "trimestre"),
    "semestriel": (1, 6, "mois"), "semestrielle": (1, 6, "mois"), "semestriellement": (1, 6, "mois"),
    "semiannuel": (1, 6, "mois"), "semiannuelle": (1, 6, "mois"), "semimensuel": (2, 1, "mois"),
    "annuel": (1, 1, "annee"), "annuelle": (1, 1, "annee"), "annuellement": (1, 1, "annee"),
    "biannuel": (2, 1, "annee"), "biannuelle": (2, 1, "annee"),
    "bisannuel": (1, 2, "annee"), "bisannuelle": (1, 2, "annee"),
}  # fmt: skip
# How many years an adjective says.
DUREES = {"biennal": 2, "triennal": 3, "quadriennal": 4, "quinquennal": 5, "decennal": 10}
# Days that have a name: their month and day.
FETES = {
    "noel": (12, 25), "halloween": (10, 31), "toussaint": (11, 1), "epiphanie": (1, 6),
}  # fmt: skip

# Numbers that are only about.
DIZAINES = {"dizaine": 10, "douzaine": 12, "quinzaine": 15, "vingtaine": 20, "trentaine": 30}
_SIMPLES = (
    "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze",
    "treize", "quatorze", "quinze", "seize",
)  # fmt: skip
_DIZAINES = {"vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60}
NOMBRES = {
    **{word: value for value, word in enumerate(_SIMPLES, 1)},
    **{"une": 1, "dix-sept": 17, "dix-huit": 18, "dix-neuf": 19, "cent": 100},
    **_DIZAINES,
    **{
        f"{ten}-{_SIMPLES[unit - 1]}": value + unit
        for ten, value in _DIZAINES.items()
        for unit in range(2, 10)
    },
}
# Words that hold a hyphen.
COLLES = "|".join(
    [
        *(word for word in NOMBRES if "-" in word),
        "(?:bi|semi)-[a-z]+",
        "rendez-vous",
        "demi-journees?",
        "(?:apres|avant)-midi",
        "peut-etre",
    ]
)

# What a number may count for it to be a number of meetings.
_REUNIONS = (
    "fois", "x", "rencontre", "reunion", "seance", "session", "assemblee", "pleniere", "caucus", "rendez-vous", "aga",
)  # fmt: skip
# Words that change the number beside them, or leave something out.
_BORNENT = (
    "moins", "plus", "max", "maximum", "maximal", "maximale", "min", "minimum", "minimal", "minimale",
    "jusqu'", "environ", "pres", "presque", "autour", "moyenne", "pas", "aucun", "aucune", "demi", "demie",
    "sauf", "relache", "excepte", "exception", "pause", "hormis", "conge", "avant", "apres", "depuis", "ici",
    "selon", "si", "lorsque", "quand", "passe", "prochain", "prochaine", "prochains", "prochaines",
    "ferme", "fermee", "fermes", "fermees",
)  # fmt: skip
# Words that place what they introduce before, after or about a date, or deny it: never mere words around it.
_SITUENT = (
    "avant", "apres", "depuis", "jusqu'", "jusque", "ici", "partir", "compter", "tard", "debut", "fin",
    "mi", "milieu", "vers", "environ", "entre", "si", "s'", "selon", "lorsque", "lorsqu'", "quand",
    "chaque", "pas", "sauf", "ni", "annule", "annulee", "annules", "annulees", "reserve", "condition",
    "aucun", "aucune", "cette", "cet", "prochain", "prochaine", "dernier", "derniere",
    "dela", "passe", "circa", "env", "~", "≈",
    "conditionnel", "conditionnelle", "conditionnellement", "advenant", "fonction", "dependamment", "pourvu",
    "suite", "tot", "probablement", "possiblement", "peut-etre", "idealement", "approximativement",
)  # fmt: skip
# Words that never stand around a length: they tell a rhythm, an hour or the age of people.
_NI_DUREES = (
    "tous", "toutes", "aux", "chaque", "a", "matin", "matins", "soir", "soirs", "jeunes", "enfants", "personnes",
    "adultes", "adolescents", "adolescentes", "ados", "aines", "ainees", "gens", "familles", "femmes", "hommes",
    "filles", "garcons", "eleves", "etudiants", "age", "agee", "ages", "agees",
)  # fmt: skip
# A meeting that is moved to another day.
_REPORTES = frozenset(
    f"{word}{end}" for word in ("reporte", "deplace", "remis") for end in ("", "e", "s", "es")
)
# What is waited for, said by its name alone: « à l'adoption du budget ».
_ACTES = (
    "adoption", "obtention", "approbation", "reception", "signature", "embauche", "ouverture", "fermeture",
    "livraison", "confirmation", "creation",
)  # fmt: skip
# What is named by a number, which then is no year and no month: « local 2027 », « résolution 2027-03-15 ».
NUMEROTES = (
    "local", "bureau", "porte", "salle", "appartement", "app", "poste", "casier", "reglement", "resolution",
    "dossier", "article", "loi", "numero", "no", "lot", "facture", "telephone", "tel", "code", "n",
)  # fmt: skip
# « lac Saint-Jean » is no day.
AVANT_SAINT = ("-", "lac", "rue", "ville", "mont")
# « plan local 2027 » names no room; « au local 2027 » does.
LOCAUX = ("le", "au", "du", "un", ",", "(", "-")
VOIES = ("rue", "avenue", "av", "boulevard", "boul", "chemin", "montee")
HEURES = (["h"], ["heure"], ["heures"])
# What looks like a label (« au plus tard : mars 2027 ») and is a limit.
LIMITES = frozenset(
    {
        "avant",
        "apres",
        "d' ici",
        "jusqu' a",
        "jusqu' au",
        "au plus tard",
        "a partir de",
        "des",
        "depuis",
        "pas avant",
    }
)
# Small words that may stand between a number and the month that it belongs to.
LIENS = frozenset({"a", "au", "et", "ou", "-", ",", "/", "er", "e", "de", "d'"})
DATES = frozenset({"ANNEE", "MOIS_ENTIER", "SAISON", "trimestre", "trimestres", "semestre", "semestres"})
# The classes of ordinary words: around a date, a rhythm or a length, and in a condition.
MOTS = frozenset({"MOT", "MOTF", "MOTD", "QUOI"})
# « a été », « ont été »: no summer there.
SE_CONJUGUENT = frozenset(
    {"a", "ai", "as", "ont", "avons", "avez", "avait", "avaient", "aura", "auront", "ayant"}
)

_PATTERNS = {
    "ANNEE": re.compile(r"[12][0-9]{3}"),
    "DECENNIE": re.compile(r"[12][0-9]{2}0"),
    "N": re.compile(r"[0-9]{1,2}"),
    "NN": re.compile(r"[0-9]{2}"),
    "CHIFFRES": re.compile(r"[0-9]+"),
    "NOMBRE": re.compile(rf"[0-9]{{1,3}}|{'|'.join(NOMBRES)}"),
    "ORDINAL_COURT": re.compile(r"er|ere|re|e|eme|ieme|nd|nde"),
}


def _plural(words: list[str] | tuple[str, ...] | dict[str, int] | dict[str, str]) -> frozenset[str]:
    return frozenset(words) | {f"{word}s" for word in words}


CLASSES = {
    "MOIS": frozenset(MOIS) | frozenset(_ABREGES),
    "MOIS_ENTIER": frozenset(MOIS),
    "SAISON": _plural(SAISONS),
    "JOUR": _plural(JOURS),
    "RANG": _plural(_RANGS),
    "UNITE": _plural(_UNITE),
    "JOUR_COURT": frozenset(_JOURS_COURTS),
    "SAISON_DITE": frozenset(SAISONS_DITES),
    "DIZAINE": frozenset(DIZAINES),
    "REPORTE": _REPORTES,
    "ACTE": frozenset(_ACTES),
    "ADJECTIF": _plural(tuple(ADJECTIFS)),
    "ADJECTIF_DUREE": frozenset(f"{word}{end}" for word in DUREES for end in ("", "e", "s", "es")),
    "FETE": frozenset(FETES),
    "REUNION": _plural(_REUNIONS),
}
_NOT_WORDS = frozenset("()[]:;,/+=<>")


def classes(plain: str) -> frozenset[str]:
    """The word itself and the classes that it belongs to."""
    kinds = {plain}
    kinds.update(name for name, words in CLASSES.items() if plain in words)
    kinds.update(name for name, pattern in _PATTERNS.items() if pattern.fullmatch(plain))
    dated = not DATES.isdisjoint(kinds)
    if not dated:
        kinds.add("QUOI")
    if not dated and plain not in _NOT_WORDS:
        if plain not in _SITUENT:
            kinds.add("MOT")
        if kinds.isdisjoint({"NOMBRE", "UNITE", "CHIFFRES", "RANG", "JOUR"}) and plain not in _BORNENT:
            kinds.add("MOTF")
        if kinds.isdisjoint({"UNITE", "CHIFFRES", "ADJECTIF_DUREE", "JOUR"}) and plain not in (
            *_BORNENT,
            *_NI_DUREES,
        ):
            kinds.add("MOTD")
    return frozenset(kinds)


def month(plain: str) -> int:
    """The number of a month, whole or abbreviated."""
    return {**MOIS, **_ABREGES}[plain]


def season(plain: str) -> int:
    """The number of a season."""
    named = {**SAISONS, **SAISONS_DITES}
    return named[plain] if plain in named else named[plain.removesuffix("s")]


def rank(plain: str) -> int:
    """« deuxième » is 2, « dernier » -1."""
    return _RANGS[plain] if plain in _RANGS else _RANGS[plain.removesuffix("s")]


def unit(plain: str) -> str:
    """« an » is `annee`."""
    return _UNITE[plain] if plain in _UNITE else _UNITE[plain.removesuffix("s")]


def number(plain: str) -> int:
    """A number in digits or in letters."""
    return NOMBRES[plain] if plain in NOMBRES else int(plain)
