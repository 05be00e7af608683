"""How to reach a project or a comité, and how to take part in it.

Goes in: a `Site` and the record. Comes out: `Joindre`: whom to call, and whose number it is; the next meeting.
It looks only at what the record cites and at the meetings that cite it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from clairevoie.derive.heures import hours
from clairevoie.derive.rencontres import Fois
from clairevoie.derive.sieges import held
from clairevoie.derive.suivi import state_of
from clairevoie.model.comites import Comite
from clairevoie.model.days import extent
from clairevoie.model.evenements import Evenement
from clairevoie.model.fiche import Fiche
from clairevoie.model.gens import Contact
from clairevoie.model.organismes import Organisme
from clairevoie.model.projets import Projet
from clairevoie.model.temps import Echeance
from clairevoie.pages.adresses import leads_to_a_site
from clairevoie.pages.site import Site
from clairevoie.pages.temps.prochaines import meetings_of, prochaines
from clairevoie.wording.rencontres import long_day, rule_words, time_of

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
_CHARGE = ("qui s'en occupe", "qui s'en occupait")
_OPEN = {True: "Tout le monde peut venir.", False: "Cette rencontre n'est pas ouverte au public."}


@dataclass(frozen=True, slots=True)
class Coordonnees:
    """Functions to reach; `adresse` is whose they are, None when the record gives its own, `lien` what it is to it."""

    contacts: tuple[Contact, ...]
    adresse: str | None = None
    lien: str = ""


@dataclass(frozen=True, slots=True)
class RencontreAnnoncee:
    """One meeting to come: what is told of its day and hours, and the rule that gave its day, if one did.

    `adresse` is None for a comité on its own page; `evenement` is what is recorded of it, if anything; `avec` are the
    comités that meet, when it is not the record itself; `manquent` what nobody says of it; `en_ligne` whether its
    place is a Web address.
    """

    adresse: str | None
    evenement: Evenement | None
    quand: str
    regle: str | None
    avec: tuple[str, ...]
    ouverte: str
    manquent: tuple[str, ...]
    en_ligne: bool


@dataclass(frozen=True, slots=True)
class Joindre:
    """`sites` are organismes that have a Web site, told when nobody can be called; `annulees` the meetings to come
    that will not be held, `sans_jour` those that may be to come; `prevues` the dates to come that plans give, with
    their places; `finie` whether there is nothing left to take part in."""

    coordonnees: tuple[Coordonnees, ...]
    sites: tuple[Organisme, ...]
    prochaine: RencontreAnnoncee | None
    suivantes: tuple[RencontreAnnoncee, ...]
    annulees: tuple[Evenement, ...]
    sans_jour: tuple[Evenement, ...]
    prevues: tuple[tuple[str, str], ...]
    finie: bool

    @property
    def dit_qui(self) -> bool:
        """Whether something is known of whom to call."""
        return bool(self.coordonnees or self.sites)

    @property
    def dit_quand(self) -> bool:
        """Whether something is known of when people meet."""
        may_come = not self.finie and (self.sans_jour or self.prevues)
        return bool(self.prochaine or self.annulees or may_come)


def joindre_of(site: Site, fiche: Projet | Comite) -> Joindre:
    """What the block « Joindre, participer » says of a project or of a comité."""
    coordonnees = _whom_to_call(site, fiche)
    coming = prochaines(site, *_meetings(site, fiche))
    told = tuple(_told(fiche, one) for one in coming.fois[:4])
    return Joindre(
        coordonnees=coordonnees,
        sites=() if coordonnees else _with_a_site(site, fiche),
        prochaine=told[0] if told else None,
        suivantes=told[1:],
        annulees=coming.annulees,
        sans_jour=coming.sans_jour,
        prevues=tuple(_planned(site, fiche)),
        finie=_is_over(site, fiche),
    )


def _whom_to_call(site: Site, fiche: Projet | Comite) -> tuple[Coordonnees, ...]:
    """The contacts of the record; else of those that answer for it; else of its démarche."""
    if fiche.contacts:
        return (Coordonnees(fiche.contacts),)
    return _given(_answering(site, fiche)) or _given((one, "") for one in site.demarches(fiche))


def _given(fiches: Iterator[tuple[Fiche, str]]) -> tuple[Coordonnees, ...]:
    named = ((one, lien, getattr(one, "contacts", ())) for one, lien in fiches)
    return tuple(Coordonnees(contacts, one.adresse, lien) for one, lien, contacts in named if contacts)


def _answering(site: Site, fiche: Projet | Comite) -> Iterator[tuple[Fiche, str]]:
    """The comités and the organismes that answer for the record, each once, and in what words."""
    over = _is_over(site, fiche)
    for adresse, (now, then) in dict(_cited(site, fiche)).items():
        one = site.jeu.fiche(adresse)
        if one is not None and not getattr(one, "actif_jusqu_a", None):
            yield one, then if over else now


def _is_over(site: Site, fiche: Projet | Comite) -> bool:
    """Whether there is nothing left to take part in."""
    if state_of(fiche) in ("dissous", "realise", "abandonne", "non_retenu") or fiche.publication == "archive":
        return True
    return isinstance(fiche, Comite) and site.is_past(fiche)


def _cited(site: Site, fiche: Projet | Comite) -> Iterator[tuple[str, tuple[str, str]]]:
    """Who answers for the record, and in what words: those of now, those of what is over."""
    if isinstance(fiche, Projet):
        for un in fiche.responsables:
            if un.organisme or un.comite:
                yield f"organismes/{un.organisme}" if un.organisme else f"comites/{un.comite}", _CHARGE
        return
    for part in fiche.organismes:
        if part.role in _IN_CHARGE:
            yield f"organismes/{part.organisme}", _CHARGE
    for membre in held(fiche.membres, site.tenue):
        if membre.role == "coordination" and membre.qualite == "membre" and membre.organisme:
            yield f"organismes/{membre.organisme}", _CHARGE
    if fiche.parent:
        yield f"comites/{fiche.parent}", ("dont ce comité relève", "dont ce comité relevait")


def _with_a_site(site: Site, fiche: Projet | Comite) -> tuple[Organisme, ...]:
    answering = (one for one, _ in _answering(site, fiche))
    return tuple(
        one for one in answering if isinstance(one, Organisme) and leads_to_a_site(one.site_web or "")
    )


def _meetings(site: Site, fiche: Projet | Comite) -> tuple[tuple[Evenement, ...], tuple[Comite, ...]]:
    """The meetings that cite the record, and the comités that answer for it; of a project, their meetings too."""
    found = [one for one in site.cited_by(fiche) if isinstance(one, Evenement)]
    if isinstance(fiche, Comite):
        return tuple(found), (fiche,)
    ids = dict.fromkeys(un.comite for un in fiche.responsables if un.comite)
    comites = tuple(un for un in map(site.jeu.comites.get, ids) if un)
    found += [une for un in comites for une in meetings_of(site, un)]
    return tuple({une.id: une for une in found}.values()), comites


def _planned(site: Site, fiche: Projet | Comite) -> Iterator[tuple[str, str]]:
    """The dates to come that deadlines give to a comité by its name: their words, and where they are."""
    if not isinstance(fiche, Comite):
        return
    for mention in site.mentions(fiche):
        forme = mention.forme
        if isinstance(forme, Echeance) and any(
            lue.edtf and extent(lue.edtf)[1] >= site.on for lue in forme.lues
        ):
            yield forme.dite, mention.adresse


def _told(fiche: Fiche, fois: Fois) -> RencontreAnnoncee:
    une = fois.fiche if isinstance(fois.fiche, Evenement) else None
    own = fois.fiche.adresse == fiche.adresse
    return RencontreAnnoncee(
        adresse=None if own else fois.fiche.adresse,
        evenement=une,
        quand=", ".join(part for part in (_day(fois), time_of(fois)) if part),
        regle=rule_words(fois),
        avec=tuple(f"comites/{id}" for id in fois.reunis if une and fiche.adresse != f"comites/{id}"),
        ouverte=_OPEN[une.ouvert_au_public] if une and une.ouvert_au_public is not None else "",
        manquent=tuple(_missing(fois)),
        en_ligne=une is not None and leads_to_a_site(une.lieu or ""),
    )


def _day(fois: Fois) -> str:
    if fois.jour:
        return long_day(fois.jour)
    return fois.fiche.date.dite if isinstance(fois.fiche, Evenement) and fois.fiche.date else ""


def _missing(fois: Fois) -> Iterator[str]:
    """What a person asks before going and nobody says: an hour may be in the words of the date, a place on the Web."""
    une = fois.fiche if isinstance(fois.fiche, Evenement) else None
    known = {
        "date": fois.jour or (une and une.date),
        "heure": (une and hours(une).debut) or time_of(fois),
        "lieu": une and (une.lieu or une.lien),
        "ouvert_au_public": une is not None and une.ouvert_au_public is not None,
        "accommodements": une and une.accommodements,
    }
    return (said for champ, said in _ASKED.items() if not known[champ])
