"""Names of people: why each may be published, and for how long. No message gives a name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from clairevoie.model.folding import fold
from clairevoie.model.gens import Membre, has_lapsed, tenue
from clairevoie.model.organismes import Organisme
from clairevoie.model.petites_formes import Mesure
from clairevoie.model.presences import Presence, Presences
from clairevoie.problems import Problem
from clairevoie.problems.catalogue import problem
from clairevoie.validate.dossier import Dossier
from clairevoie.validate.rule import Scope, rule
from clairevoie.validate.rules.membres import seat_name

# Under this number, those who are counted may be recognised.
_FEWEST = 5
# What the reason to publish a name may lack, as it is typed.
_GIVEN, _UNTIL = 'date: "2026-01-15" (le jour où il est donné)', 'expire: "2028-01-15" (son dernier jour)'
_HELD = "au siège organisme: id-de-l-organisme ou comite: id-du-comite"
_PEOPLE = re.compile(
    r"\b(?:adolescent|adulte|aidant|aine|ainee|beneficiaire|benevole|citoyen|citoyenne|eleve|enfant|etudiant|etudiante"
    r"|famille|femme|fille|garcon|gens|habitant|homme|jeune|locataire|membre|menage|mere|parent|participant|participante"
    r"|pere|personne|repondant|repondante|resident|residente|usager|usagere)s?\b"
)


@rule(Scope.RECORD)
def named_seat_says_why(dossier: Dossier) -> Iterator[Problem]:
    """A name is typed with the reason why it may be published."""
    for fiche, chemin, membre in dossier.formes(Membre):
        if membre.nom and membre.base_publication is None:
            yield problem("PRV-01", fiche.adresse, (*chemin, "nom"))


@rule(Scope.RECORD)
def reason_is_enough(dossier: Dossier) -> Iterator[Problem]:
    """A consent has its two dates; a function or an office is held somewhere."""
    for fiche, chemin, membre in dossier.formes(Membre):
        base = membre.base_publication
        if base is None:
            continue
        if base.type == "consentement":
            lacks = {"date": _GIVEN, "expire": _UNTIL}
            missing = [typed for name, typed in lacks.items() if getattr(base, name) is None]
            why, mend = "un consentement a une date et une fin", " et ".join(missing)
        else:
            held = isinstance(fiche, Organisme) or bool(membre.organisme or membre.comite)
            missing = [] if held else [_HELD]
            why, mend = f"rien ne dit où s'exerce cette fonction (base « {base.type} »)", _HELD
        if missing:
            place = (*chemin, "base_publication")
            yield problem("PRV-02", fiche.adresse, place, constat=why, geste=mend)


@rule(Scope.RECORDS)
def consent_still_holds(dossier: Dossier) -> Iterator[Problem]:
    """What has expired takes the name off the page, and this says so."""
    for fiche, chemin, membre in dossier.formes(Membre):
        if has_lapsed(membre, dossier.on):
            place = (*chemin, "base_publication", "expire")
            yield problem("PRV-08", fiche.adresse, place, membre=seat_name(dossier, membre))


@rule(Scope.RECORDS)
def former_seat_is_not_named(dossier: Dossier) -> Iterator[Problem]:
    """The reason to show a name ends with the seat, and this says so."""
    for fiche, chemin, membre in dossier.formes(Membre):
        if membre.nom and tenue(membre, dossier.on) == "ancien":
            yield problem("PRV-12", fiche.adresse, (*chemin, "nom"), membre=seat_name(dossier, membre))


@rule(Scope.RECORD)
def presence_hides_who_came(dossier: Dossier) -> Iterator[Problem]:
    """Nobody is recognised by having come, or not, to a meeting."""
    for fiche, chemin, presence in dossier.formes(Presence):
        who = presence.fonction or ""
        found = _PEOPLE.search(fold(who))
        if found is None:
            continue
        several = found[0].endswith("s")
        n = presence.nombre if presence.nombre is not None else Decimal(0 if several else 1)
        if 0 < n < _FEWEST:
            facts = {"qui": f"« {who} » ({n.normalize():f})" if presence.nombre is not None else f"« {who} »"}
            geste = 'écrivez un groupe, sans nombre : fonction: "citoyennes et citoyens"; sinon, retirez cette ligne'
            yield problem("PRV-13", fiche.adresse, (*chemin, "fonction"), **facts, geste=geste)
    for evenement in dossier.jeu.evenements.values():
        presences = evenement.presences
        presents = presences.presents if presences else None
        # A comité is small, and its seats are on its page; a gathering of anyone is not.
        few = 2 if evenement.reunis else _FEWEST
        if presences and presents is not None and 0 < presents < few and not _sent(presences) >= presents:
            geste = "retirez presents, ou nommez dans la liste les organismes que ces gens représentent"
            facts = {"qui": f"{presents.normalize():f} en tout", "geste": geste}
            yield problem("PRV-13", evenement.adresse, ("presences", "presents"), **facts)


def _sent(presences: Presences) -> Decimal:
    """How many, of those present, an organisme or a comité sent."""
    sent = (one for one in presences.liste if one.etat == "present" and (one.organisme or one.comite))
    return sum((one.nombre or Decimal(1) for one in sent), Decimal(0))


@rule(Scope.RECORD)
def count_of_people_hides_them(dossier: Dossier) -> Iterator[Problem]:
    """A very small number of people is not published."""
    for fiche, chemin, mesure in dossier.formes(Mesure):
        counted = fold(f"{mesure.libelle} {mesure.texte or ''}")
        if 0 < mesure.valeur < _FEWEST and _PEOPLE.search(counted):
            place = (*chemin, "valeur")
            yield problem("PRV-11", fiche.adresse, place, n=f"{mesure.valeur.normalize():f}")
