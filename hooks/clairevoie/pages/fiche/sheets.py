"""Records become pages: one template for each collection, inside one layout."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from clairevoie.model import COLLECTIONS
from clairevoie.model.comites import Comite
from clairevoie.model.demarches import Demarche
from clairevoie.model.describe import is_said
from clairevoie.model.evenements import Evenement
from clairevoie.model.fiche import Fiche
from clairevoie.model.organismes import Organisme
from clairevoie.model.plans import Plan
from clairevoie.model.projets import Projet
from clairevoie.model.territoires import Territoire
from clairevoie.pages import cartes, editions
from clairevoie.pages.adresses import href
from clairevoie.pages.citer import citation
from clairevoie.pages.environment import environment
from clairevoie.pages.fiche import (
    bandeaux,
    demarche,
    graphe,
    impacts,
    joindre,
    organisme,
    plan,
    projet,
    sigles,
    territoire,
)
from clairevoie.pages.fiche.champs import Champs
from clairevoie.pages.fiche.pied import footing
from clairevoie.pages.fiche.relinking import deeper, to_parts
from clairevoie.pages.fiche.series import Morceau
from clairevoie.pages.fiche.vue import Vue
from clairevoie.pages.gouvernance import organigramme
from clairevoie.pages.graphe import script_of
from clairevoie.pages.homonymes import told_apart
from clairevoie.pages.journal.recit import story
from clairevoie.pages.page import Page
from clairevoie.pages.partage import of_the_site, share_card
from clairevoie.pages.recherche.entrees import entries
from clairevoie.pages.site import Site
from clairevoie.pages.temps import agenda
from clairevoie.pages.temps.prochaines import prochaines, recorded_for
from clairevoie.wording.names import kind_of, public_name, short_name, title
from clairevoie.wording.ouverture import opening_sentence
from clairevoie.wording.rencontres import long_day, rule_words, time_of
from clairevoie.wording.typography import headline

RACINE = "../../"


def pages(site: Site, templates: Path) -> Iterator[Page]:
    """The page of every record that may be seen, then the page of every withdrawn one."""
    return (make() for _, make in sheets(site, templates))


def sheets(site: Site, templates: Path) -> Iterator[tuple[str, Callable[[], Page]]]:
    """The address of each of these pages, and how to print it; what it looks at is in `site.tracker`."""
    print_record = printer(site, templates)

    def make(fiche: Fiche) -> Page:
        site.tracker.seen.update((fiche.adresse, f"={fiche.adresse}"))
        return print_record(fiche)

    return ((f"{fiche.adresse}/", partial(make, fiche)) for fiche in (*site.jeu, *site.retirees))


def printer(site: Site, templates: Path) -> Callable[[Fiche], Page]:
    """How to print a record of this site; templates are compiled once, at first use."""
    env = environment(templates, site, RACINE)

    def print_record(fiche: Fiche) -> Page:
        return _withdrawn(env, site, fiche) if fiche.publication == "retire" else _printed(env, site, fiche)

    return print_record


def _printed(env: Environment, site: Site, fiche: Fiche) -> Page:
    vue = Vue(fiche, site)
    resume = cartes.said_of(site, fiche) or _cited(site, fiche)
    seen = _seen(env, site, vue)
    corps = _explained(env, vue, env.get_template(f"fiches/{fiche.collection}.html").render(seen))
    cut = site.parties(fiche)
    whole = to_parts(corps, cut.places) if cut else corps
    graphs = graphe.graphs(vue)
    return Page(
        collection=fiche.collection,
        slug=fiche.id,
        titre=title(fiche),
        description=resume,
        corps=told_apart(site, _with_old_anchors(site, fiche, whole), RACINE)
        + script_of(site, fiche.adresse, seen["etapes"], graphs.get("", ())),
        partage=share_card(site, fiche),
        entrees=entries(site, fiche, resume),
        dessous=tuple(_part(env, vue, morceau, graphs) for morceau in vue.morceaux),
        fichiers={**vue.fichiers, **_calendar_file(site, fiche)},
    )


def _calendar_file(site: Site, fiche: Fiche) -> dict[str, str]:
    text = agenda.calendar_file(site, fiche) if isinstance(fiche, Evenement) else None
    return {agenda.FILE: text} if text else {}


def _part(env: Environment, vue: Vue, morceau: Morceau, graphs: graphe.Graphs) -> Page:
    """The page of a part of a list, or of the record; what it holds is found by itself, or from the record."""
    fiche, site = vue.fiche, vue.site
    demarches = site.demarches(fiche)
    *above, (name, _) = _trail(site, fiche, demarches)
    said, cut = morceau.nom, site.parties(fiche)
    own = f"{RACINE}{fiche.adresse}/"
    wider = [(titre, f"{own}{suite}") for suite, titre in morceau.au_dessus]
    etapes = [*above, (name, own), *wider, (said, None)]
    corps = env.get_template("fiches/_morceau.html").render(
        fiche=fiche,
        titre=title(fiche),
        demarche=demarches[0].id if len(demarches) == 1 else None,
        etapes=etapes,
        morceau=morceau,
        corps=Markup(morceau.corps),
        place_des_sigles=sigles.PLACE,
        citation=citation(site, fiche, f"{said}, {title(fiche)}", morceau.suite)
        if morceau.est_texte
        else None,
    )
    if morceau.est_texte:
        corps = _explained(env, vue, corps)
    corps = told_apart(site, _with_old_anchors(site, fiche, corps), RACINE)
    return Page(
        collection=fiche.collection,
        slug=fiche.id,
        titre=f"{said}, {title(fiche)}",
        description=f"{said}. {title(fiche)}",
        corps=deeper(corps, cut.places if cut else None, morceau.suite)
        + script_of(
            site,
            f"{fiche.adresse}/{morceau.suite.rstrip('/')}",
            etapes,
            graphs.get(morceau.suite, ()),
        ),
        partage=share_card(site, fiche),
        suite=morceau.suite,
    )


def _with_old_anchors(site: Site, fiche: Fiche, corps: str) -> str:
    """The body of a page, with a mark in each element for the anchors that its record says it had on other days."""
    for element in site.elements(fiche).values() if fiche.anciennes_ancres else ():
        marks = "".join(f'<span id="{old}"></span>' for old in element.aliases if f' id="{old}"' not in corps)
        if marks:
            corps = re.sub(rf'<[a-z]+\b[^<>]* id="{element.ancre}"[^<>]*>', rf"\g<0>{marks}", corps, count=1)
    return corps


def _explained(env: Environment, vue: Vue, corps: str) -> str:
    """The body of a page with its acronyms explained, where they stand and at the end."""
    head, _, foot = corps.partition(sigles.PLACE)
    marked, met = sigles.explained(head, sigles.known_sigles(vue.site, vue.fiche))
    listed = env.get_template("composants/sigles.html").module.sigles(met) if met else ""  # type: ignore[attr-defined]
    return f"{marked}{listed}{foot}"


def _seen(env: Environment, site: Site, vue: Vue) -> dict[str, Any]:
    """What the template of a record sees beside the globals of the environment."""
    fiche = vue.fiche
    demarches = site.demarches(fiche)
    return {
        "vue": vue,
        "fiche": fiche,
        "champs": Champs(vue, env),
        "titre": title(fiche),
        "genre": kind_of(fiche),
        "sens": COLLECTIONS[fiche.collection].sens,
        "demarche": demarches[0].id if len(demarches) == 1 else None,
        "ouverture": opening_sentence(site.jeu, fiche) if fiche.en_bref is None else "",
        "precisions": _precisions(env, site, fiche),
        "etapes": _trail(site, fiche, demarches),
        "ailleurs": COLLECTIONS[fiche.collection].ailleurs,
        "bandeaux": bandeaux.banners(vue, partial(href, RACINE)),
        "histoire": story(site, fiche),
        "place_des_sigles": sigles.PLACE,
        "pied": footing(site, fiche, RACINE),
        "ensemble": demarche.gather(site, fiche) if isinstance(fiche, Demarche) else None,
        "place": organigramme.of_comite(site, fiche) if isinstance(fiche, Comite) else None,
        "rencontres": _meetings(site, fiche) if isinstance(fiche, Comite) else (),
        "joindre": joindre.joindre_of(site, fiche) if isinstance(fiche, Comite | Projet) else None,
        "apparentes": projet.linked(vue, fiche) if isinstance(fiche, Projet) else (),
        "joindre_ailleurs": organisme.reached_elsewhere(vue, fiche) if isinstance(fiche, Organisme) else (),
        "fois": _next_times(site, fiche) if isinstance(fiche, Evenement) else (),
        "agenda": agenda.FILE if isinstance(fiche, Evenement) and agenda.may_be_added(site, fiche) else None,
        "editions": editions.chain(site, fiche) if isinstance(fiche, Plan) else (),
        "bilan": plan.bilan_of(site, fiche) if isinstance(fiche, Plan) else None,
        "impacts_ailleurs": impacts.of_demarches(site, fiche) if isinstance(fiche, Projet) else (),
        "lieu": territoire.gather(vue, fiche) if isinstance(fiche, Territoire) else None,
    }


def _meetings(site: Site, comite: Comite) -> tuple[tuple[str, str], ...]:
    """How many meetings of a comité are recorded, as a line of its facts box."""
    words = recorded_for(site, comite)
    return (("Rencontres", words),) if words else ()


def _next_times(site: Site, evenement: Evenement) -> list[tuple[str, str]]:
    """The next days of a meeting that comes back, each with its hours, and the rule that gives them."""
    found = prochaines(site, (evenement,)).fois if evenement.recurrence else ()
    told = ((fois, long_day(fois.jour), time_of(fois)) for fois in found if fois.jour)
    return [(f"{day}, {hours}" if hours else day, rule_words(fois) or "") for fois, day, hours in told]


def _precisions(env: Environment, site: Site, fiche: Fiche) -> list[str]:
    """The few words beside the title: the state, then the period or the date in the words of the source."""
    state = site.state(fiche)
    mark = [env.get_template("composants/etat.html").module.etat(state)] if is_said(state) else []  # type: ignore[attr-defined]
    said = (getattr(fiche, champ, None) for champ in ("periode", "date"))
    return [*mark, *(echeance.dite for echeance in said if echeance)]


def _trail(site: Site, fiche: Fiche, demarches: tuple[Demarche, ...]) -> list[tuple[str, str | None]]:
    """The breadcrumb: home, the démarche when there is only one, else the collection; larger places; the record."""
    trail: list[tuple[str, str | None]] = [("Accueil", RACINE)]
    if len(demarches) == 1 and demarches[0] is not fiche:
        trail += [
            ("Démarches", "../../demarches/"),
            (headline(short_name(demarches[0])), f"{RACINE}{demarches[0].adresse}/"),
        ]
    else:
        trail.append((COLLECTIONS[fiche.collection].libelle, "../"))
    if isinstance(fiche, Territoire):
        trail += territoire.trail(site, fiche, RACINE)
    return [*trail, (headline(short_name(fiche)), None)]


def _cited(site: Site, fiche: Fiche) -> str:
    """« Organisme public : Comité régional en logement, … », for a record that says nothing of itself."""
    names = dict.fromkeys(public_name(mention.fiche) for mention in site.mentions(fiche))
    said = ", ".join(list(names)[:3])
    return f"{kind_of(fiche)} cité par : {said}" if said else kind_of(fiche)


def _withdrawn(env: Environment, site: Site, fiche: Fiche) -> Page:
    """A withdrawn record keeps an address, and nothing else: neither its name nor its facts."""
    corps = env.get_template("fiches/_retrait.html").render(
        {"fiche": fiche, "collection": COLLECTIONS[fiche.collection]}
    )
    shared = of_the_site(site.reglages)
    return Page(fiche.collection, fiche.id, "Page retirée", "Cette page a été retirée.", corps, shared)
