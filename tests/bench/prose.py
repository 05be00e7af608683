"""French words for made-up records: names of places, of things and sentences. No real place, nobody's name."""

from __future__ import annotations

from random import Random

_LIEUX = (
    "Rivière", "Lac", "Baie", "Anse", "Côte", "Val", "Pointe", "Île", "Coteau", "Détroit", "Plaine", "Grève",
    "Chute", "Crête", "Forêt", "Brûlé", "Portage", "Méandre", "Bras", "Fourche", "Rapide", "Étang", "Marée",
    "Ruisseau", "Clairière", "Vallée", "Butte", "Savane", "Havre", "Passe", "Cèdrière", "Érablière", "Pré",
    "Verger", "Quai", "Phare", "Moulin", "Pêcherie", "Ponceau", "Dépôt",
)  # fmt: skip
_NATURE = (
    "aux-Érables", "des-Épinettes", "aux-Bouleaux", "des-Mélèzes", "aux-Cèdres", "des-Fougères", "à-la-Truite",
    "aux-Perdrix", "des-Hérons", "aux-Outardes", "des-Castors", "à-l’Orignal", "aux-Canots", "des-Fées",
    "aux-Framboises", "des-Bleuets", "à-l’Éperlan", "aux-Sables", "des-Grès", "aux-Ardoises", "de-l’Écluse",
    "des-Bûcherons", "aux-Mûres", "des-Pâturages", "à-la-Brume", "aux-Étoiles", "de-l’Été", "des-Gelées",
    "aux-Aulnes", "des-Prêles", "de-la-Débâcle", "aux-Goélands", "des-Chênes", "aux-Frênes", "de-l’Éclaircie",
    "des-Tourbières", "aux-Loutres", "des-Tilleuls", "à-la-Rosée", "aux-Sorbiers",
)  # fmt: skip
_PARTIES = ("", "-Nord", "-Sud", "-Est", "-Ouest", "-Centre", "-Station", "-Village")

ENJEUX = (
    "Logement abordable", "Sécurité alimentaire", "Transport collectif", "Réussite éducative", "Isolement",
    "Accès aux soins", "Petite enfance", "Emploi et insertion", "Vieillissement", "Exode rural", "Littératie",
    "Participation citoyenne", "Santé mentale", "Aménagement des quartiers", "Itinérance", "Vie culturelle",
    "Défavorisation", "Immigration et accueil", "Environnement et santé", "Relève bénévole",
)  # fmt: skip
PUBLICS = (
    "des familles", "des personnes aînées", "des jeunes adultes", "des nouveaux arrivants", "des ménages seuls",
    "en milieu rural", "au cœur des quartiers", "des proches aidants", "à l’école", "au travail",
)  # fmt: skip
DEMARCHES = (
    "Démarche intégrée de développement",
    "Alliance pour la solidarité",
    "Quartier en commun",
    "Table élargie",
)
COMITES = (
    "Comité de suivi", "Comité d’orientation", "Table de quartier", "Groupe de travail", "Assemblée des partenaires",
    "Chantier logement", "Comité citoyen",
)  # fmt: skip
ORGANISMES = (
    "Maison de la famille", "Centre d’action bénévole", "Coopérative d’habitation", "Caisse d’économie",
    "Centre communautaire", "Carrefour jeunesse", "Popote roulante", "Réseau d’entraide", "Fondation", "Ville",
    "École secondaire", "Bibliothèque municipale", "Société d’aménagement", "Office d’habitation",
)  # fmt: skip
PROJETS = (
    "Cuisine collective", "Jardins partagés", "Navette de quartier", "Journal citoyen", "Halte-garderie",
    "Ruelle verte", "Café des aînés", "Atelier de réparation", "Fête des voisins", "Épicerie solidaire",
    "Brigade d’accueil", "Cinéma à la belle étoile", "Repas à l’école", "Logements pour étudiants",
)  # fmt: skip
PLANS = ("Plan d’action concerté", "Plan de développement social", "Plan de communication")
EVENEMENTS = (
    "Rencontre de concertation", "Forum citoyen", "Lancement du portrait", "Bilan de l’année", 
    "Sondage auprès des résidents",    "Assemblée de quartier", "Journée de réflexion", "Visite des lieux",
    "Dépôt des priorités", "Soirée d’échanges",
)  # fmt: skip
DOCUMENTS = (
    "Compte rendu de la rencontre", "Portrait du territoire", "Entente de partenariat", "Rapport d’activité",
    "Étude des besoins", "Bulletin de la démarche", "Politique de participation", "Déclaration commune",
)  # fmt: skip
ROLES = (
    "coordonnatrice",
    "agent de projet",
    "trésorière",
    "organisatrice communautaire",
    "secrétariat",
    "direction générale",
)
POSTES = (
    "Ressources humaines",
    "Déplacements",
    "Matériel et équipement",
    "Frais d’impression",
    "Évaluation",
    "Location de salles",
)
MOTS_CLES = (
    "entraide",
    "concertation",
    "mobilité",
    "école",
    "santé",
    "alimentation",
    "bénévolat",
    "aménagement",
)

_SUJETS = (
    "Les partenaires de la démarche", "Des bénévoles de tous âges", "Les membres du comité élargi",
    "Les organismes participants", "Les résidentes et résidents", "Les municipalités voisines",
    "Des citoyennes et citoyens engagés", "Les coordonnatrices du réseau", "Les intervenantes du milieu",
    "Les élèves et leurs parents", "Les équipes de la santé publique", "Des personnes-ressources",
)  # fmt: skip
_VERBES = (
    "préparent", "soutiennent", "évaluent", "font connaître", "améliorent peu à peu",
    "réclament depuis longtemps", "documentent avec soin", "financent en partie", "réaménagent", "coordonnent",
    "présentent à l’assemblée", "expérimentent à petite échelle",
)  # fmt: skip
_OBJETS = (
    "l’accès à des aliments sains et abordables", "des logements adaptés aux ménages à faible revenu",
    "le transport vers les services éloignés", "les activités offertes après l’école",
    "un lieu d’accueil ouvert à tous", "le portrait des besoins du quartier", "les façons de décider ensemble",
    "l’échange de denrées et d’outils",
    "la formation des bénévoles de la relève", "un service de répit pour les proches aidants",
    "le réseau de sentiers et de haltes", "l’inventaire des ressources disponibles",
)  # fmt: skip
_FINS = (
    "afin que personne ne soit laissé de côté", "dès que le financement est confirmé", "à l’échelle de la région",
    "au bénéfice des familles les plus isolées", "malgré l’éloignement et les hivers difficiles",
    "grâce à une entente renouvelée", "là où les besoins sont les plus criants", "en misant sur la proximité",
    "selon les priorités établies à l’été", "pour répondre à l’évolution démographique",
)  # fmt: skip


def lieu(rank: int) -> str:
    """The name of the place of that rank: a different one for each rank below 12 800."""
    return f"{_LIEUX[rank % 40]}-{_NATURE[(rank // 40 + rank) % 40]}{_PARTIES[rank // 1600 % 8]}"


def phrase(rng: Random) -> str:
    """One sentence of some twenty words."""
    return f"{rng.choice(_SUJETS)} {rng.choice(_VERBES)} {rng.choice(_OBJETS)}, {rng.choice(_FINS)}."


def phrases(rng: Random, count: int) -> list[str]:
    """So many different sentences."""
    found: dict[str, None] = {}
    while len(found) < count:
        found[phrase(rng)] = None
    return list(found)


def paroles(rng: Random) -> str:
    """Two paragraphs of a source, word for word, and the points that it lists."""
    un, deux, trois, quatre = phrases(rng, 4)
    return f"{un}\n\n- {deux}\n- {trois}\n\n{quatre} {rng.choice(ENJEUX)}.\n"


def texte_long(rng: Random) -> str:
    """Two paragraphs of Markdown and a list: words in bold and in italics, a link."""
    un, deux, trois, quatre, cinq = phrases(rng, 5)
    return (
        f"{un} **{rng.choice(ENJEUX)}** : {deux}\n\n"
        f"- {trois}\n- {quatre}\n- *{rng.choice(ENJEUX)}*, le reste étant à préciser.\n\n"
        f"{cinq} Voir [le détail](https://exemple.org/detail/{rng.randrange(10**6)}).\n"
    )
