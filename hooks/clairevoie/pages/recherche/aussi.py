"""The words by which people look for a page that does not say them: « garderie » for « Petite enfance ».

Goes in: the title of a page, the fields of a record. Comes out: words for the search, that no page shows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from clairevoie.model.fiche import Fiche
from clairevoie.model.folding import fold

# What a title says, folded, and what people type instead. Ordinary words of Québec only: no names.
_TITLES: Mapping[str, str] = {
    "a propos": "contact contacter joindre écrire courriel téléphone",
    "argent|financement": "subvention budget coût coûte coûter combien prix dollars bailleur",
    "vieillissement|aines|personnes agees": "aînés aînées âgés âgées personnes vieillesse retraite",
    "petite enfance": "garderie CPE bébé enfants",
    "familles?": "parents enfants",
    "jeunes?|jeunesse": "adolescents ados",
    "emploi|insertion": "travail travailler job chômage",
    "chomage": "emploi travail",
    "logements?|habitation": "loyer appartement HLM itinérance",
    "alimentaire|alimentation": "faim nourriture manger épicerie",
    "transport": "autobus bus déplacements mobilité",
    "litteratie|alphabetisation": "lire écrire lecture literacie",
    "sante": "hôpital médecin CLSC",
    "pauvrete": "pauvre pauvres revenu",
    "immigration|immigrants?|immigrantes?": "nouveaux arrivants",
    "environnement|climat": "écologie climatique",
    "gouvernance": "décider décision pouvoir",
    "benevolat|benevoles?": "aider aide",
}
_PATTERNS = tuple((re.compile(rf"\b(?:{said})\b"), words) for said, words in _TITLES.items())
# What is looked for in records that fill in a field, in other words than its own.
_FIELDS: Mapping[str, str] = {
    "contacts": "contact contacter joindre appeler téléphone courriel",
    "impacts_observes": "changé changement résultats",
}


def also_asked(titre: str) -> str:
    """The words by which people look for a page of this title."""
    folded = fold(titre)
    return " ".join(words for pattern, words in _PATTERNS if pattern.search(folded))


def also_asked_of(fiche: Fiche) -> str:
    """The same for a record, by all its names and by what it tells."""
    return " ".join(filter(None, _words(fiche)))


def _words(fiche: Fiche) -> Iterator[str]:
    yield also_asked(" · ".join((fiche.intitule, *fiche.noms_alternatifs)))
    yield from (words for field, words in _FIELDS.items() if vars(fiche).get(field))
