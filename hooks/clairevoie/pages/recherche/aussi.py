"""The words by which people look for a page that does not say them: « garderie » for « Petite enfance ».

Goes in: the title of a page, the fields of a record. Comes out: words and short questions for the search, that no
page shows. What follows is the ordinary French of Québec; editors add theirs in `mots_cles`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from clairevoie.model.fiche import Fiche
from clairevoie.model.folding import fold

# What a title says, folded, and what people type instead: no names.
_TITLES: Mapping[str, str] = {
    "a propos": "contact, contacter, joindre, nous joindre, écrire, courriel, erreur, signaler",
    "argent|financement": (
        "subvention, subventions, budget, coût, coûts, coûte, coûter, combien, combien ça coûte, prix, dollars, euros, "
        "bailleur, bailleurs, qui paie, qui paye, qui finance, financement, d'où vient l'argent, don, dons, commandite"
    ),
    "appels a projets": (
        "subvention, subventions, bourse, bourses, fonds, financement, demander de l'argent, demande d'aide, aide "
        "financière, appel de projets"
    ),
    "calendrier": (
        "rencontre, rencontres, prochaine rencontre, prochaines rencontres, réunion, réunions, date, dates, agenda, "
        "événement, événements, activité, activités, quand, assemblée, assemblées, comment participer"
    ),
    "rencontres?": "réunion, réunions, assemblée, procès-verbal, compte rendu",
    "glossaire": "définition, définitions, mot compliqué, mots compliqués, vocabulaire, sigle, sigles, dictionnaire",
    "vie privee": "renseignements personnels, confidentialité, loi 25, témoins, cookies",
    "accessibilite": "handicap, lecteur d'écran, malvoyant",
    "plusieurs comites": "organismes dans plusieurs comités, mêmes organismes, sièges, membres",
    "comites": "qui décide, qui prend les décisions, membres",
    "explorer": "filtrer, recherche avancée, liste complète",
    "ce que ca a change|impacts?": (
        "changement, changements, résultat, résultats, ce qui a changé, effets, impact, fierté, "
        "fiertés, fier, bons coups"
    ),
    "venu des plans": (
        "promis, promesse, promesses, promesse tenue, promesses tenues, engagement, engagements, tenu, suivi, suivis, "
        "avancement, où en est-on, retard, réalisé, réalisations, bilan, reddition de comptes"
    ),
    "ne savons pas": "manque, inconnu, lacunes",
    "vieillissement|aines|personnes agees": (
        "aîné, aînés, aînée, aînées, âgé, âgés, âgées, vieux, vieille, vieilles, personnes âgées, vieillesse, "
        "retraite, retraités, troisième âge"
    ),
    "petite enfance": "garderie, garderies, CPE, bébé, bébés, enfant, enfants, poupon, maternelle",
    "familles?": "parent, parents, enfant, enfants, famille, familles",
    "jeunes?|jeunesse": "adolescent, adolescents, ado, ados, jeune, jeunes, étudiants",
    "emploi|insertion": "travail, travailler, job, emploi, emplois, chômage, chômeur, chômeurs, main-d'œuvre",
    "chomage": "emploi, travail, chômeur, chômeurs, chômeuse, chômeuses, sans emploi",
    "logements?|habitation": (
        "logement, logements, loyer, loyers, appartement, appartements, HLM, itinérance, maison, se loger, "
        "logement social, logements sociaux"
    ),
    "alimentaire|alimentation": (
        "faim, nourriture, manger, épicerie, banque alimentaire, dépannage alimentaire, cuisine, repas"
    ),
    "transport": (
        "transport, autobus, bus, transport en commun, taxi, déplacement, déplacements, mobilité, se déplacer"
    ),
    "litteratie|alphabetisation": (
        "lire, écrire, lecture, literacie, apprendre à lire, analphabète, analphabètes, analphabétisme"
    ),
    "jardins?": "jardin, jardins, jardin communautaire, jardins communautaires, potager, potagers, jardinage",
    "sante": "hôpital, médecin, CLSC, santé, soins",
    "pauvrete": "pauvre, pauvres, pauvreté, revenu, misère, bien-être social, aide sociale",
    "immigration|immigrants?|immigrantes?": "nouveaux arrivants, nouvelles arrivantes, réfugiés, immigrants",
    "environnement|climat": "écologie, climatique, changements climatiques, planète",
    "gouvernance": "décider, décision, décisions, pouvoir",
    "benevolat|benevoles?": "aider, aide, bénévole, bénévoles, s'impliquer, donner du temps",
    "exode": "départ, départs, partir, partent, quitter, jeunes qui partent",
    "participation": (
        "participer, comment participer, comment m'impliquer, s'impliquer, impliquer les citoyens, implication, "
        "citoyens, dire mon mot"
    ),
}
_PATTERNS = tuple(
    (re.compile(rf"\b(?:{said})\b"), tuple(words.split(", "))) for said, words in _TITLES.items()
)
# What is looked for in records that fill in a field, in other words than its own.
_FIELDS: Mapping[str, tuple[str, ...]] = {
    "contacts": ("contact", "contacter", "joindre", "appeler", "téléphone", "courriel"),
    "impacts_observes": ("changé", "changement", "résultats"),
}
# What a question may stand for by itself: the subjects and the places, not all that is done about them.
_SUBJECTS = frozenset({"enjeux", "territoires"})


def also_asked(titre: str) -> tuple[str, ...]:
    """The words and questions by which people look for a page of this title."""
    folded = fold(titre)
    return tuple(
        dict.fromkeys(one for pattern, words in _PATTERNS if pattern.search(folded) for one in words)
    )


def also_asked_of(fiche: Fiche) -> str:
    """The same for a record, as words: by all its names and by what it tells."""
    return " ".join(dict.fromkeys(_words(fiche)))


def names(fiche: Fiche) -> tuple[str, ...]:
    """What a record is called."""
    known = (fiche.intitule, fiche.nom_court, fiche.sigle, *fiche.noms_alternatifs)
    return tuple(dict.fromkeys(filter(None, known)))


def questions(fiche: Fiche) -> tuple[str, ...]:
    """The short questions that a subject or a place answers: what editors add, and the ordinary ones."""
    is_subject = fiche.collection in _SUBJECTS
    return (*fiche.mots_cles, *also_asked(fiche.intitule)) if is_subject else ()


def plans_asked(places: Iterable[str], enjeux: Iterable[str]) -> tuple[str, ...]:
    """The short questions that a plan answers, by the names of its places and of its subjects: « plan Shawinigan »."""
    subjects = (*places, *(part for enjeu in enjeux for part in (enjeu, *enjeu.split(" et "))))
    return tuple(dict.fromkeys(f"{plan} {one}" for one in subjects for plan in ("plan", "plan d'action")))


def _words(fiche: Fiche) -> Iterator[str]:
    yield from also_asked(" · ".join((fiche.intitule, *fiche.noms_alternatifs)))
    for field, words in _FIELDS.items():
        if vars(fiche).get(field):
            yield from words
