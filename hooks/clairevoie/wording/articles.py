"""Names inside a sentence: « de la Maison du phare », « du Centre local », « aux Cèdres », « en Mauricie ».

A name takes an article when its first word is a common one whose gender is known, or when it begins with an article
of its own; any other name takes none, so that nothing is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from clairevoie.model.folding import fold

_LE = frozenset(
    """
    bureau cadre caucus carrefour cegep centre cercle chantier cisss ciusss cld club clsc college comite conseil
    consortium cpe csss departement fonds forum gouvernement groupe jardin journal mouvement musee patro pole
    programme projet regroupement reseau secretariat service sommet syndicat theatre village
    """.split()  # noqa: SIM905
)
_LA = frozenset(
    """
    banque bibliotheque caisse cdc chambre clinique coalition commission communaute concertation conference cooperative
    corporation cre demarche direction fabrique federation fondation friperie garderie ligue maison mission mrc
    municipalite paroisse popote regie ressourcerie sadc sdc societe table ville
    """.split()  # noqa: SIM905
)
# A vowel hides their gender: « de l'Office ».
_ELIDED = frozenset(
    """
    academie accueil action agence alliance assemblee association atelier equipe ecole entraide entreprise institut
    observatoire office organisme union universite
    """.split()  # noqa: SIM905
)
# The administrative regions of Québec, as one says that something is there.
_REGIONS = {
    "abitibi temiscamingue": "en Abitibi-Témiscamingue",
    "bas saint laurent": "au Bas-Saint-Laurent",
    "capitale nationale": "dans la Capitale-Nationale",
    "centre du quebec": "au Centre-du-Québec",
    "chaudiere appalaches": "en Chaudière-Appalaches",
    "cote nord": "sur la Côte-Nord",
    "estrie": "en Estrie",
    "gaspesie iles de la madeleine": "en Gaspésie et aux Îles-de-la-Madeleine",
    "lanaudiere": "dans Lanaudière",
    "laurentides": "dans les Laurentides",
    "laval": "à Laval",
    "mauricie": "en Mauricie",
    "monteregie": "en Montérégie",
    "montreal": "à Montréal",
    "nord du quebec": "dans le Nord-du-Québec",
    "outaouais": "en Outaouais",
    "saguenay lac saint jean": "au Saguenay–Lac-Saint-Jean",
}
_OWN = re.compile(r"(?P<article>[Ll]es|[Dd]es|[Ll]e|[Ll]a|[Ll]['’])\s*(?P<reste>\S.*)", re.DOTALL)
_VOWEL = re.compile(r"[aeiouyàâäæéèêëîïôöœùûü]", re.IGNORECASE)


def after_de(nom: str) -> str:
    """A name after « de »: « du Centre », « des Amis », « de l’Office », « d’Anse-aux-Brumes », « de Vieux-Phare »."""
    article, rest = _split(nom)
    if article == "le":
        return f"du {rest}"
    if article in ("les", "des"):
        return f"des {rest}"
    if article:
        return f"de {nom if rest != nom else _joined(article, nom)}"
    return f"d’{nom}" if _VOWEL.match(nom) else f"de {nom}"


def after_a(nom: str) -> str:
    """The name of a place after « à »: « au Bic », « aux Cèdres », « à La Tuque », « à Rimouski »."""
    found = _OWN.fullmatch(nom)
    article = found["article"].lower() if found else ""
    if found and article in ("le", "les"):
        return f"{'au' if article == 'le' else 'aux'} {found['reste']}"
    return f"à {nom}"


def in_region(nom: str) -> str:
    """« en Mauricie »; « dans la région Terres-Hautes » for one that is not of Québec."""
    return _REGIONS.get(fold(nom), f"dans la région {nom}")


def each_after_de(noms: Sequence[str], most: int = 3) -> str:
    """« de la Maison du phare, du Centre local et de 4 autres »."""
    shown = [after_de(nom) for nom in (noms if len(noms) <= most else noms[: most - 1])]
    left = len(noms) - len(shown)
    return enumerated([*shown, *([f"de {left} autres"] if left else [])])


def enumerated(pieces: Sequence[str]) -> str:
    """« a, b et c »."""
    *first, last = pieces
    return f"{', '.join(first)} et {last}" if first else last


def _split(nom: str) -> tuple[str, str]:
    """The article of a name, and what follows it; an article of its own is the head of the name."""
    found = _OWN.fullmatch(nom)
    if found:
        return found["article"].lower().replace("’", "'"), found["reste"]
    acronym = re.match(r"[A-ZÉÈÎÔ]{2,}\b", nom)
    if acronym and _VOWEL.match(nom) and fold(acronym[0]) not in _LE | _LA:
        return "l'", nom
    head = fold(re.split(r"[\s(]", nom, maxsplit=1)[0])
    for article, known in (("le", _LE), ("la", _LA), ("l'", _ELIDED)):
        if head in known:
            return article, nom
    return "", nom


def _joined(article: str, nom: str) -> str:
    return f"l’{nom}" if article == "l'" else f"{article} {nom}"
