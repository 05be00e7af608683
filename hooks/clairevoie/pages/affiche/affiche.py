"""The edition of a territory for the wall of a community room: one letter page, two when there is much."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Template

from clairevoie.derive.fraicheur import may_have_changed
from clairevoie.derive.ordre import by_rank
from clairevoie.derive.priorite import best_first, current_first
from clairevoie.derive.rencontres import Fois
from clairevoie.drawing.qr_code import QrCode, qr_code
from clairevoie.model import COLLECTIONS
from clairevoie.model.quand import day
from clairevoie.model.territoires import Territoire
from clairevoie.pages.affiche import annonces
from clairevoie.pages.affiche.adresses_courtes import short
from clairevoie.pages.affiche.annonces import lines
from clairevoie.pages.affiche.feuilles import Feuille, Matiere, lay
from clairevoie.pages.environment import environment
from clairevoie.pages.fiche import territoire
from clairevoie.pages.graphe import script_of
from clairevoie.pages.page import Page
from clairevoie.pages.partage import share_card
from clairevoie.pages.site import Site
from clairevoie.pages.temps.prochaines import Prochaines, prochaines
from clairevoie.wording.names import kind_of, public_name, short_name
from clairevoie.wording.typography import headline, shortened

SUITE = "edition/"
RACINE = "../../../"
# What the sheets leave to their blocks under a short name and above a short address, in points.
_ROOMS = (456.0, 514.0)
# At most, the part of a sheet that is for meetings, and for telephones.
_MEETINGS, _CALLS = 0.46, 0.36
# Letters on a line, and height of each line more: a long name (set smaller), a long address.
_NAME, _ADDRESS = (36, 26.0), (46, 20.0)
_LONGEST = 110
# Those told before the projects.
_DEMARCHES = 1


@dataclass(frozen=True, slots=True)
class Edition:
    """What the template of an edition sees: where, the blocks of each sheet, the code, the day of the facts.

    `look` names the size of the letters; `manque` says what one would look for and nothing tells; `chemin` is the short
    address from the root of the site; `ancien` whether some of what is told may have changed.
    """

    titre: str
    situation: str
    feuilles: tuple[Feuille, ...]
    look: str
    manque: str
    code: QrCode
    chemin: str
    le: str
    ancien: bool


def sheets(site: Site, templates: Path) -> Iterator[tuple[str, Callable[[], Page]]]:
    """The address of each edition, and how to print it; a territory where nothing goes on has none."""
    template = environment(templates, site, RACINE).get_template("editions/territoires.html")
    told = (one for one in site.jeu.territoires.values() if territoire.has_edition(site, one))
    return ((f"{one.adresse}/{SUITE}", partial(_printed, site, template, one)) for one in told)


def _printed(site: Site, template: Template, ici: Territoire) -> Page:
    """One edition; no search finds it, since the page of the territory says the same."""
    nom = headline(public_name(ici))
    above = [("Accueil", RACINE), ("Territoires", "../../"), *territoire.trail(site, ici, RACINE)]
    etapes = [*above, (headline(short_name(ici)), "../"), ("Affiche à imprimer", None)]
    said = f"Ce qui se passe près de chez vous : {nom}. Une affiche à imprimer."
    corps = template.render(edition=gather(site, ici), etapes=etapes)
    corps += script_of(site, f"{ici.adresse}/{SUITE.rstrip('/')}", etapes)
    shared = share_card(site, ici)
    return Page("territoires", ici.id, f"{nom}, affiche à imprimer", said, corps, shared, suite=SUITE)


def gather(site: Site, ici: Territoire) -> Edition:
    """What the edition of a territory says."""
    kind = [] if ici.type == "autre" else [kind_of(ici)]
    titre, code = (
        shortened(headline(public_name(ici)), _LONGEST),
        qr_code(site.reglages.adresse + short(ici.adresse)),
    )
    to_reach = _to_reach(site, ici)
    laid = lay(_going_on(site, ici), [one for one in to_reach if one.annonces], _rooms(titre, code))
    told = (site.jeu.fiche(one.adresse) for bloc in laid.blocs() for one in bloc.annonces)
    return Edition(
        titre=titre,
        situation=shortened(" · ".join([*kind, *map(_named, territoire.larger(site, ici))]), _LONGEST),
        feuilles=laid.feuilles,
        look=laid.look,
        manque=_missing(to_reach),
        code=code,
        chemin=short(ici.adresse),
        le=day(site.on.isoformat()),
        ancien=any(may_have_changed(fiche, site.on) for fiche in told if fiche),
    )


def _named(territoire: Territoire) -> str:
    return headline(short_name(territoire))


def _rooms(titre: str, code: QrCode) -> tuple[float, float]:
    """What the sheets leave to their blocks, under this name and above this address."""
    name, address = (
        max(lines(said, length) - 1, 0) * height
        for said, (length, height) in ((titre, _NAME), (code.words, _ADDRESS))
    )
    return _ROOMS[0] - name - address, _ROOMS[1] - address


def _going_on(site: Site, ici: Territoire) -> tuple[Matiere, ...]:
    """What is done there and in the smaller places, the démarches of the larger ones too; its own comités."""
    here = site.contenu[ici.id]
    demarches = [annonces.demarche(site, one, ici) for one in _living(site, _around(site, ici), "demarches")]
    projets = [annonces.projet(site, one, ici) for one in _living(site, here, "projets")]
    comites = [annonces.comite(site, one, ici) for one in _living(site, here, "comites")]
    done = (*demarches[:_DEMARCHES], *projets, *demarches[_DEMARCHES:])
    names = (
        COLLECTIONS[name].libelle for name, some in (("demarches", demarches), ("projets", projets)) if some
    )
    meeting = Matiere(COLLECTIONS["comites"].libelle, tuple(comites))
    matters = (Matiere(headline(" et ".join(map(str.lower, names))), done), meeting)
    return tuple(matter for matter in matters if matter.annonces)


def _to_reach(site: Site, ici: Territoire) -> tuple[Matiere, Matiere]:
    """The next meetings, and whom to call."""
    coming = _meetings(site, ici)
    meetings = tuple(annonces.rencontre(site, one, ici) for one in coming.fois)
    undated = tuple(annonces.rencontre(site, Fois(one), ici) for one in coming.sans_jour)
    calls = tuple(annonces.joindre(site, contact, one) for contact, one in _contacts(site, ici))
    return (
        Matiere("Prochaines rencontres", (*meetings, *undated), _MEETINGS),
        Matiere("Qui appeler", calls, _CALLS),
    )


def _missing(to_reach: tuple[Matiere, Matiere]) -> str:
    """What one looks for on a wall and nobody wrote, in one sentence: no heading is left empty."""
    found = zip(
        to_reach, ("n'annonce aucune rencontre à venir", "ne donne aucun numéro à appeler"), strict=True
    )
    said = [words for matter, words in found if not matter.annonces]
    return f"Le site {' et '.join(said)}." if said else ""


def _around(site: Site, ici: Territoire) -> tuple[str, ...]:
    """A territory, those it contains, those that contain it."""
    return (*site.contenu[ici.id], *(one.id for one in territoire.larger(site, ici)))


def _living(site: Site, ids: Iterable[str], collection: str) -> tuple[Any, ...]:
    """The records of some places that are no archive: what goes on now first, then in the order of the places."""
    order: Callable[[Any], Iterable[Any]] = by_rank if collection == "comites" else tuple
    found = (order(territoire.records(site, (id,), collection)) for id in ids)
    return current_first(
        {one.id: one for each in found for one in each if one.publication == "publie"}.values()
    )


def _meetings(site: Site, ici: Territoire) -> Prochaines:
    """The meetings to come there and in the larger places, and the next times of its own comités."""
    evenements, _ = territoire.meetings(site, _around(site, ici))
    return prochaines(site, evenements, territoire.records(site, site.contenu[ici.id], "comites"))


def _contacts(site: Site, ici: Territoire) -> tuple[Any, ...]:
    """The functions that can be called or written to, of what goes on there and of the organismes there.

    Those that somebody verified come first; among them, those of this place alone before those of several.
    """
    here, around = site.contenu[ici.id], _around(site, ici)
    places = {"projets": here, "comites": here, "demarches": around, "organismes": around}
    found = best_first(
        (contact, one)
        for name, ids in places.items()
        for one in _living(site, ids, name)
        for contact in one.contacts
        if contact.telephone or contact.courriel
    )
    return tuple(sorted(found, key=lambda pair: (pair[0].verifie_le is None, len(pair[1].territoires))))
