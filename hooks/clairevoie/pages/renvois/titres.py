"""Under which plain words a citation is shown on the page of what is cited: one table, by collection and field.

Keys are (collection that cites, field), the field as `Mention.champ` names it or its last name alone; `*` is any
collection. A title of None stands for the public name of the collection that cites.
"""

from __future__ import annotations

from dataclasses import dataclass

from clairevoie.derive.decisions import is_adopted
from clairevoie.derive.renvois import Mention
from clairevoie.derive.sieges import Hold
from clairevoie.model import COLLECTIONS
from clairevoie.model.argent import Financement
from clairevoie.model.gens import Membre, appartenance
from clairevoie.model.plans import Plan
from clairevoie.model.projets import LienProjet


@dataclass(frozen=True, slots=True)
class Titre:
    """A heading: its key, by which a template asks for it, and its words."""

    cle: str
    texte: str | None


ORIGINE = Titre("origine", "Pourquoi ce projet existe")
DECISION = Titre("decisions", "Décisions à son sujet")
SIEGE = Titre("sieges", "Siège à")
ROLE = Titre("roles", "Son rôle")
CHARGE = Titre("charge", "S'occupe de")
DATES = Titre("dates", "Dates prévues")
ADOPTE = Titre("adopte", "Adoption")
PARTENAIRE = Titre("partenaire", "Participe à")
FINANCE = Titre("finance", "Finance")
# Apart from what it finances: a table of its grants takes the place of those, and says nothing of its calls.
PAIE_APPELS = Titre("paie_appels", "Paie les appels à projets")
APPEL = Titre("appel", "Accordé à la suite de ses appels à projets")
RECOIT = Titre("recoit", "Reçoit de l'argent pour")
PORTE = Titre("porte", "Porte les plans")
RENCONTRES = Titre("rencontres", "Rencontres et étapes")
RELEVE = Titre("relevent", "En relèvent")
LIE = Titre("lies", "Comités qui le citent")
ANNEXE = Titre("annexes", "Annexes")
SUIVANT = Titre("suivants", "Ce qui le remplace")
PRECEDENT = Titre("precedents", "Ce qu'il remplace")
REPRIS = Titre("repris", "Repris dans l'édition suivante")
FOIS = Titre("fois", "Rencontres inscrites")
LIE_A = Titre("liens_projets", "Voir aussi")
SUITE = Titre("suites", "Ce qui a suivi")
PUBLIE = Titre("publie", "Documents")
PRESENCE = Titre("presences", "Présences aux rencontres")
DIT = Titre("dit", "Phrases que la source lui attribue")
JOINDRE = Titre("joindre", "À joindre pour")
COMPREND = Titre("comprend", "Comprend")
ACTIONS = Titre("actions", "Objectifs et actions")
COLLECTION = Titre("collection", None)
MOYEU = Titre("moyeu", None)
SEMBLABLE = Titre("semblables", "Peut-être la même chose que")
VOISIN = Titre("voisins", "À ne pas confondre avec")
CITE = Titre("cite", "Cité aussi par")

TABLE: dict[tuple[str, str], Titre] = {
    ("*", "membres.organisme"): SIEGE,
    ("*", "membres.comite"): SIEGE,
    ("*", "membres.territoire"): SIEGE,
    ("*", "organismes.organisme"): ROLE,
    ("*", "responsables.comite"): CHARGE,
    ("*", "responsables.organisme"): CHARGE,
    ("*", "partenaires.comite"): PARTENAIRE,
    ("*", "partenaires.organisme"): PARTENAIRE,
    ("*", "liste.comite"): PRESENCE,
    ("*", "liste.organisme"): PRESENCE,
    ("*", "selon.comite"): DIT,
    ("*", "selon.organisme"): DIT,
    ("*", "financements.organisme"): FINANCE,
    ("*", "financements.beneficiaire"): RECOIT,
    ("*", "financements.appel"): APPEL,
    ("*", "financements.decision"): SUITE,
    ("*", "financements.rattache_a"): CITE,
    ("*", "appels.bailleurs"): PAIE_APPELS,
    ("*", "appels.comite"): Titre(CHARGE.cle, "Choisit les projets de"),
    ("*", "appels.documents"): COLLECTION,
    ("*", "contacts.organisme"): JOINDRE,
    ("*", "adoption.comite"): ADOPTE,
    ("*", "adoption.organisme"): ADOPTE,
    ("*", "echeances.portee"): DATES,
    ("*", "portee"): DATES,
    ("*", "adoption.decision"): SUITE,
    ("*", "suivi.decision"): SUITE,
    ("*", "decisions.objets"): DECISION,
    ("*", "relations.cibles"): LIE,
    ("*", "demarche"): MOYEU,
    ("*", "demarches"): MOYEU,
    ("*", "territoires"): COLLECTION,
    ("*", "comptes_declares.territoire"): CITE,
    ("*", "enjeux.enjeu"): COLLECTION,
    ("*", "sources.document"): COLLECTION,
    ("*", "source.document"): COLLECTION,
    ("*", "projet"): ORIGINE,
    ("*", "voir_aussi"): CITE,
    ("*", "reprend"): REPRIS,
    ("*", "contribue_a"): CITE,
    ("*", "mandat"): CITE,
    ("*", "parent"): CITE,
    ("*", "realise_activites"): CITE,
    ("*", "peut_etre_identique_a"): SEMBLABLE,
    ("*", "a_ne_pas_confondre_avec"): VOISIN,
    ("plans", "organisme"): PORTE,
    ("plans", "remplace"): SUIVANT,
    ("plans", "remplace_par"): PRECEDENT,
    ("plans", "annexe_de"): ANNEXE,
    ("evenements", "comite"): RENCONTRES,
    ("evenements", "comites"): RENCONTRES,
    ("evenements", "serie"): FOIS,
    ("evenements", "suit"): SUITE,
    ("evenements", "documents"): COLLECTION,
    ("documents", "organismes"): PUBLIE,
    ("projets", "liens_projets.projet"): LIE_A,
    ("organismes", "remplace_par"): PRECEDENT,
    ("organismes", "parent"): RELEVE,
    ("comites", "parent"): RELEVE,
    ("territoires", "parent"): COMPREND,
    ("enjeux", "parent"): COMPREND,
}

# Where the words depend on what is cited: what is decided about a project is why it exists.
TARGETS: dict[tuple[str, str], Titre] = {
    ("projets", "decisions.objets"): ORIGINE,
    ("territoires", "membres.territoire"): Titre(SIEGE.cle, "A un siège à"),
}

# By the key of a heading, what it becomes where the form that cites says more than its field does: when a seat is held
# and by whom, how sure the money is, whether a plan is adopted. In the order of the page.
NUANCES: dict[str, dict[str, str]] = {
    SIEGE.cle: {
        "actuel a_part": "Prend part à",
        "actuel hors_comite": "Impliqué hors du comité",
        "actuel possible": "Pourrait siéger à",
        "actuel vacant": "A un siège vacant à",
        "a_venir membre": "Siégera à",
        "a_venir a_part": "Prendra part à",
        "a_venir hors_comite": "Sera impliqué hors du comité",
        "a_venir possible": "Pourrait siéger plus tard à",
        "a_venir vacant": "Aura un siège à",
        "ancien membre": "A siégé à",
        "ancien a_part": "A pris part à",
        "ancien hors_comite": "A été impliqué hors du comité",
        "ancien possible": "Aurait pu siéger à",
        "ancien vacant": "A eu un siège à",
    },
    FINANCE.cle: {
        "recu": "A financé",
        **dict.fromkeys(("demande", "en_attente", "possible"), "Pourrait financer"),
        "refuse": "N'a pas financé",
        "annule": "N'a finalement pas financé",
        "rembourse": "A financé, puis a été remboursé",
    },
    RECOIT.cle: {
        "recu": "A reçu de l'argent pour",
        **dict.fromkeys(("demande", "en_attente", "possible"), "Pourrait recevoir de l'argent pour"),
        "refuse": "N'a pas reçu d'argent pour",
        "annule": "N'a finalement pas reçu d'argent pour",
        "rembourse": "A reçu de l'argent, puis l'a remboursé, pour",
    },
    # What another project says of this one.
    LIE_A.cle: {"suite_de": "A eu pour suite", "remplace": "Remplacé par"},
    ADOPTE.cle: {
        **dict.fromkeys(("adopte", "en_vigueur", "termine", "remplace"), "A adopté"),
        "a_adopter": "À adopter",
    },
}

# In these fields, an objective or an action says where it happens or what it is about.
_OF_ACTIONS = frozenset({"territoires", "enjeu"})

# The order on the page; within `collection`, that of the collections.
ORDRE = tuple(dict.fromkeys(titre.cle for titre in (
    ORIGINE, DECISION, COMPREND, COLLECTION, ACTIONS, ADOPTE, PORTE, ROLE, SIEGE, CHARGE, PARTENAIRE, FINANCE,
    PAIE_APPELS, APPEL, RECOIT, DIT, RENCONTRES, PRESENCE, FOIS, DATES, RELEVE, LIE, ANNEXE, SUIVANT, PRECEDENT, REPRIS,
    LIE_A, SUITE, PUBLIE, JOINDRE, CITE, SEMBLABLE, VOISIN, MOYEU,
)))  # fmt: skip


def heading(cible: str, mention: Mention, hold: Hold) -> Titre:
    """The heading, on a page of the collection `cible`, for a mention; `hold` tells when a seat is held."""
    champ = mention.champ
    last = champ.rpartition(".")[2]
    if mention.element is not None and last in _OF_ACTIONS:
        return ACTIONS
    found = of_field(cible, mention.fiche.collection, champ)
    nuance = NUANCES.get(found.cle, {}).get(_nuance(mention, hold))
    return Titre(found.cle, nuance) if nuance else found


def _nuance(mention: Mention, hold: Hold) -> str:
    """What the form that cites says beside its field; empty for most."""
    if isinstance(mention.forme, Membre):
        return f"{hold(mention.forme)} {appartenance(mention.forme)}"
    if isinstance(mention.forme, Financement):
        return mention.forme.statut
    if isinstance(mention.forme, LienProjet):
        return mention.forme.genre
    if isinstance(mention.fiche, Plan):
        return "adopte" if is_adopted(mention.fiche) else mention.fiche.statut
    return ""


def rank(cle: str, texte: str) -> tuple[int, int]:
    """The place of a heading on the page: its own words, then what they become."""
    nuances = list(NUANCES.get(cle, {}).values())
    return ORDRE.index(cle), nuances.index(texte) + 1 if texte in nuances else 0


def of_field(cible: str, collection: str, champ: str) -> Titre:
    """The heading, on a page of the collection `cible`, for what a field of a record of `collection` cites.

    What a field that nobody placed cites is under the vaguest heading: it is not lost.
    """
    if (cible, champ) in TARGETS:
        return TARGETS[cible, champ]
    last = champ.rpartition(".")[2]
    keys = ((collection, champ), ("*", champ), (collection, last), ("*", last))
    return next((TABLE[key] for key in keys if key in TABLE), CITE)


def words(titre: Titre, collection: str) -> str:
    """What is shown above citations made by that collection."""
    return titre.texte or COLLECTIONS[collection].libelle
