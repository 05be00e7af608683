"""How to reach a project or a comité, and how to take part in it.

Goes in: a `Site` and the record. Comes out: `Joindre`: whom to call, and whose number it is; the next meeting.
It looks only at what the record cites and at the meetings that cite it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from clairevoie.derive.ordre import when
from clairevoie.derive.priorite import to_come
from clairevoie.derive.sieges import held
from clairevoie.derive.suivi import state_of
from clairevoie.model.comites import Comite
from clairevoie.model.evenements import Evenement
from clairevoie.model.fiche import Fiche
from clairevoie.model.gens import Contact
from clairevoie.model.organismes import Organisme
from clairevoie.model.projets import Projet
from clairevoie.pages.fiche.champs import leads_to_a_site
from clairevoie.pages.fiche.pied import message
from clairevoie.pages.site import Site
from clairevoie.wording.names import title

# The organismes that answer for a comité, by what they do there.
_IN_CHARGE = frozenset({"coordination", "promoteur", "initiateur", "mandataire"})
# What a person asks before going to a meeting, and how it is called when the record does not say.
_ASKED = {
    "date": "la date",
    "heure": "l'heure",
    "lieu": "le lieu",
    "ouvert_au_public": "si tout le monde peut venir",
    "accommodements": "l'accès au lieu et la garde d'enfants",
}
_OPEN = {True: "Tout le monde peut venir.", False: "Cette rencontre n'est pas ouverte au public."}


@dataclass(frozen=True, slots=True)
class Appel:
    """Functions to reach; `adresse` is whose they are, None when the record gives its own, `lien` what it is to it."""

    contacts: tuple[Contact, ...]
    adresse: str | None = None
    lien: str = ""


@dataclass(frozen=True, slots=True)
class Rencontre:
    """The next meeting. `invite` is the comité that meets, when it is not the record itself; `manquent` what
    nobody says of it; `en_ligne` whether its place is a Web address."""

    evenement: Evenement
    invite: str | None
    ouverte: str
    manquent: tuple[str, ...]
    en_ligne: bool


@dataclass(frozen=True, slots=True)
class Joindre:
    """`sites` are organismes that have a Web site, told when nobody can be called; `annulees` the meetings to come
    that will not be held; `finie` whether there is nothing left to take part in; `ecrire` where
    one who knows can say so, empty for nowhere."""

    appels: tuple[Appel, ...]
    sites: tuple[Organisme, ...]
    prochaine: Rencontre | None
    suivantes: tuple[Evenement, ...]
    annulees: tuple[Evenement, ...]
    finie: bool
    ecrire: str


def joindre_of(site: Site, fiche: Projet | Comite) -> Joindre:
    """What the block « Joindre, participer » says of a project or of a comité."""
    appels = _calls(site, fiche)
    found = _meetings(site, fiche)
    coming = to_come(found, site.on) if found else ()
    return Joindre(
        appels=appels,
        sites=() if appels else _with_a_site(site, fiche),
        prochaine=_told(fiche, coming[0]) if coming else None,
        suivantes=coming[1:4],
        annulees=tuple(one for one in found if _is_cancelled(one, site.on)),
        finie=state_of(fiche) in ("dissous", "realise", "abandonne") or fiche.publication == "archive",
        ecrire=message(
            site.reglages, f"Qui appeler : {title(fiche)}", f"{site.reglages.adresse}{fiche.adresse}/"
        ),
    )


def _calls(site: Site, fiche: Projet | Comite) -> tuple[Appel, ...]:
    """The contacts of the record; else of those that answer for it; else of its démarche."""
    if fiche.contacts:
        return (Appel(fiche.contacts),)
    return _given(_answering(site, fiche)) or _given((one, "") for one in site.demarches(fiche))


def _given(fiches: Iterator[tuple[Fiche, str]]) -> tuple[Appel, ...]:
    named = ((one, lien, getattr(one, "contacts", ())) for one, lien in fiches)
    return tuple(Appel(contacts, one.adresse, lien) for one, lien, contacts in named if contacts)


def _answering(site: Site, fiche: Projet | Comite) -> Iterator[tuple[Fiche, str]]:
    """The comités and the organismes that answer for the record, each once, and in what words."""
    told = dict(_cited(site, fiche))
    for adresse, lien in told.items():
        one = site.jeu.fiche(adresse)
        if one is not None and not getattr(one, "actif_jusqu_a", None):
            yield one, lien


def _cited(site: Site, fiche: Projet | Comite) -> Iterator[tuple[str, str]]:
    if isinstance(fiche, Projet):
        for un in fiche.responsables:
            if un.organisme or un.comite:
                yield (
                    f"organismes/{un.organisme}" if un.organisme else f"comites/{un.comite}",
                    "qui s'en occupe",
                )
        return
    for part in fiche.organismes:
        if part.role in _IN_CHARGE:
            yield f"organismes/{part.organisme}", "qui s'en occupe"
    for membre in held(fiche.membres, site.tenue):
        if membre.role == "coordination" and membre.qualite == "membre" and membre.organisme:
            yield f"organismes/{membre.organisme}", "qui s'en occupe"
    if fiche.parent:
        yield f"comites/{fiche.parent}", "dont ce comité relève"


def _with_a_site(site: Site, fiche: Projet | Comite) -> tuple[Organisme, ...]:
    answering = (one for one, _ in _answering(site, fiche))
    return tuple(
        one for one in answering if isinstance(one, Organisme) and leads_to_a_site(one.site_web or "")
    )


def _meetings(site: Site, fiche: Projet | Comite) -> tuple[Evenement, ...]:
    """The meetings that cite the record; for a project, also those of the comités that answer for it."""
    found = [mention.fiche for mention in site.mentions(fiche)]
    if isinstance(fiche, Projet):
        comites = dict.fromkeys(un.comite for un in fiche.responsables if un.comite)
        known = (site.jeu.comites.get(id) for id in comites)
        found += [une for un in known if un for une in site.citing(un, "evenements", "comite")]
    return tuple({une.id: une for une in found if isinstance(une, Evenement)}.values())


def _told(fiche: Fiche, une: Evenement) -> Rencontre:
    invite = f"comites/{une.comite}" if une.comite else None
    return Rencontre(
        evenement=une,
        invite=None if invite == fiche.adresse else invite,
        ouverte="" if une.ouvert_au_public is None else _OPEN[une.ouvert_au_public],
        manquent=tuple(said for champ, said in _ASKED.items() if getattr(une, champ) is None),
        en_ligne=leads_to_a_site(une.lieu or ""),
    )


def _is_cancelled(une: Evenement, on: date) -> bool:
    return une.statut == "annulee" and on <= when(une)[1] < date.max
