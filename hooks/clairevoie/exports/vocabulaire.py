"""The words of the graphs that no shared vocabulary has, each with what it says: the page of the data tells them."""

from __future__ import annotations

from dataclasses import dataclass

PREFIX = "cv"
# Where a word is explained, from the root of the site: `donnees/#aChange`.
PLACE = "donnees/#"


@dataclass(frozen=True, slots=True)
class MotDuGraphe:
    """A word, and what it says: that of a kind of thing begins with a capital, that of a link with a small letter."""

    nom: str
    sens: str


def own(nom: str) -> str:
    """`cv:aChange`; raises KeyError for a word that is not explained."""
    return f"{PREFIX}:{_BY_NAME[nom].nom}"


MOTS_DU_GRAPHE = (
    MotDuGraphe("Decision", "Une chose décidée à une rencontre."),
    MotDuGraphe("Financement", "De l'argent d'un bailleur. Son état dit s'il est demandé, confirmé, reçu…"),
    MotDuGraphe("Budget", "Des financements que la source met ensemble."),
    MotDuGraphe("EffetSouhaite", "Ce qu'on espère changer. Rien ne dit que c'est arrivé."),
    MotDuGraphe("ImpactObserve", "Un changement que la source a constaté."),
    MotDuGraphe("action", "Relie un plan, un projet ou une démarche à une de ses actions."),
    MotDuGraphe("aChange", "Relie un projet ou une démarche à un impact observé."),
    MotDuGraphe("argent", "Relie une chose à son financement, ou au budget où il est compté."),
    MotDuGraphe("beneficiaire", "Relie un financement à l'organisme qui le reçoit."),
    MotDuGraphe("contribueA", "Relie une chose à ce que la source espère ainsi faire avancer."),
    MotDuGraphe("demarche", "Relie une chose à la démarche dont elle fait partie."),
    MotDuGraphe("issue", "Dit ce qu'on a fait d'une proposition : adoptée, rejetée ou reportée."),
    MotDuGraphe("realiseePar", "Relie l'action d'un plan au projet qui la réalise."),
    MotDuGraphe("resultatAttendu", "Dit ce qu'une action doit produire, dans les mots de la source."),
    MotDuGraphe("statut", "Dit où en est une action ou un financement, selon la source."),
    MotDuGraphe("veutChanger", "Relie une démarche à un effet souhaité."),
)
_BY_NAME = {mot.nom: mot for mot in MOTS_DU_GRAPHE}
