"""The closed lists of the model."""

from __future__ import annotations

from typing import Any, Literal, get_args

Devise = Literal[
    "CAD",
    "USD",
    "EUR",
    "GBP",
    "CHF",
    "HTG",
    "XOF",
    "XAF",
    "MAD",
    "TND",
    "DZD",
    "GNF",
    "CDF",
    "MXN",
]
# What the dates of a call for projects make of it today: never typed.
EtatAppel = Literal["ouvert", "a_venir", "incertain", "ferme"]
# What is said of an event: its state as typed, or as its date, its decisions and its minutes make it today.
EtatEvenement = Literal["a_venir", "en_cours", "passee", "tenue", "terminee", "annulee", "non_precise"]
EtatPresence = Literal["present", "represente", "excuse", "absent", "invite"]
FormeProjet = Literal["projet", "comite", "publication", "service", "etude", "autre"]
GenreAction = Literal["action", "action_communication", "action_envisagee", "activite", "etape"]
GenreDocument = Literal[
    "page_web",
    "plan",
    "presentation",
    "extrait_d_ouvrage",
    "article",
    "ouvrage",
    "etude",
    "politique",
    "entente",
    "declaration",
    "bulletin",
    "revue",
    "outil",
    "compte_rendu",
    "proces_verbal",
    "ordre_du_jour",
    "rapport",
    "rapport_annuel",
    "etats_financiers",
    "reglement",
    "resolution",
    "communique",
    "avis",
    "memoire",
    "lettre",
    "charte",
    "portrait",
    "guide",
    "affiche",
    "registre",
    "jeu_de_donnees",
    "autre",
]
GenreLien = Literal[
    "site",
    "liste",
    "enregistrement",
    "proces_verbal",
    "visioconference",
    "carte",
    "formulaire",
    "reseau_social",
    "autre",
]
GenreLienProjet = Literal["suite_de", "remplace", "voir_aussi"]
GenrePlan = Literal["plan_d_action", "plan_de_communication", "plan_strategique", "politique_locale"]
Horizon = Literal["court", "moyen", "long"]
Identification = Literal["certaine", "incertaine"]
IssueDecision = Literal["adoptee", "rejetee", "reportee", "non_precise"]
NatureEnonce = Literal["effet_souhaite", "extrant", "effet_observe", "impact_souhaite", "impact_observe"]
NatureNote = Literal["ecart", "lacune", "interpretation", "transformation", "mise_a_jour"]
ObjectifCommunication = Literal["information", "attitudes", "comportements"]
Portee = Literal["locale", "regionale", "nationale", "non_precisee"]
Publication = Literal["publie", "brouillon", "archive", "retire"]
QualiteMembre = Literal["membre", "potentiel", "pressenti", "a_confirmer", "vacant", "implique_hors_comite"]
RoleMembre = Literal[
    "membre",
    "presidence",
    "copresidence",
    "vice_presidence",
    "secretariat",
    "tresorerie",
    "rapporteur",
    "porte_parole",
    "suppleance",
    "sans_droit_de_vote",
    "observateur",
    "coordination",
    "employe",
    "soutien",
    "autre",
]
RoleParticipation = Literal[
    "promoteur",
    "initiateur",
    "coordination",
    "mandant",
    "mandataire",
    "fiduciaire",
    "bailleur",
    "partenaire",
    "soutien",
    "autre",
    "non_precise",
]
StatutAction = Literal[
    "propose",
    "a_discuter",
    "prevu",
    "en_cours",
    "partiellement_realise",
    "realise",
    "reporte",
    "en_pause",
    "bloque",
    "abandonne",
    "non_retenu",
    "continu",
    "non_precise",
]
# Late is what somebody finds on a day: only a dated entry of a follow-up may say it.
StatutSuivi = Literal[StatutAction, "en_retard"]
StatutComite = Literal["envisage", "actif", "en_veille", "dissous", "non_precise"]
StatutDemarche = Literal["a_venir", "en_cours", "en_veille", "terminee", "non_precise"]
StatutEvenement = Literal["a_venir", "en_cours", "terminee", "annulee", "non_precise"]
StatutFinancement = Literal[
    "recu",
    "confirme",
    "demande",
    "en_attente",
    "possible",
    "refuse",
    "annule",
    "rembourse",
    "non_precise",
]
StatutInformation = Literal["declare_par_le_porteur", "documente_par_un_tiers", "saisi_par_le_site"]
StatutPlan = Literal[
    "projet",
    "a_adopter",
    "adopte",
    "en_vigueur",
    "termine",
    "remplace",
    "mentionne_seulement",
    "non_precise",
]
TypeBase = Literal["fonction", "elu", "consentement"]
TypeBudget = Literal["estimation", "vote", "reel", "non_precise"]
TypeComite = Literal[
    "comite_d_orientation",
    "conseil_d_administration",
    "comite_de_pilotage",
    "comite_de_coordination",
    "comite_strategique",
    "comite_de_suivi",
    "comite_de_travail",
    "commission",
    "bureau",
    "comite_local",
    "comite_regional",
    "conseil_de_quartier",
    "assemblee",
    "table",
    "groupe_de_travail",
    "chantier",
    "equipe_de_soutien",
    "conseil",
    "autre",
    "non_precise",
]
TypeEvenement = Literal[
    "rencontre",
    "sondage",
    "forum",
    "assemblee",
    "lancement",
    "jalon",
    "bilan",
    "activites_groupees",
]
TypeFinancement = Literal[
    "subvention",
    "contribution",
    "pret",
    "commandite",
    "don",
    "en_nature",
    "autofinancement",
    "autre",
    "non_precise",
]
TypeOrganisme = Literal[
    "organisme_public",
    "municipalite",
    "obnl",
    "association",
    "cooperative",
    "entreprise",
    "syndicat",
    "ecole",
    "reseau",
    "fondation",
    "ministere",
    "programme_ou_fonds",
    "institution_financiere",
    "table",
    "autre",
    "non_precise",
]
TypeRelation = Literal[
    "elit",
    "rend_compte_a",
    "assure_la_liaison_entre",
    "soutient",
    "precede",
    "alimente",
    "coordonne",
    "collabore_avec",
    "autre",
]
TypeTerritoire = Literal[
    "region_administrative",
    "sous_region",
    "mrc",
    "canton",
    "ville",
    "arrondissement",
    "secteur",
    "quartier",
    "village",
    "autre",
]
Unite = Literal["jour", "semaine", "mois", "trimestre", "annee"]
ZoneControle = Literal["eleve", "moyen", "faible"]


def values_of(liste: Any) -> tuple[str, ...]:
    """The values of one of these lists, in their order."""
    return get_args(liste)
