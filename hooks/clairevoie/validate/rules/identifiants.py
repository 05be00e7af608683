"""Identifiers and addresses: what a file, a record or an element may be called, and what it was called before."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import TypeVar

from clairevoie.model import COLLECTIONS
from clairevoie.model.ancres import Element, moved_anchors, must_have_anchor
from clairevoie.model.base import Forme
from clairevoie.model.fiche import Fiche
from clairevoie.model.folding import fold, slug
from clairevoie.model.parcours import Chemin
from clairevoie.problems import Origin, Problem
from clairevoie.problems.catalogue import located, problem
from clairevoie.validate.dossier import Dossier
from clairevoie.validate.noms import capitalised, kind_name
from clairevoie.validate.rule import Scope, rule
from clairevoie.validate.typed import names

T = TypeVar("T")

_NOT_SLUG = re.compile(r"[^a-z0-9-]|--|^-|-$")
_LONGEST = 80
# What is wrong with the name of a file is told at its head.
_HEAD = Origin(1, 1)
_NUMBERED = re.compile(r"(.+)-(?:[2-9]|[1-9]\d)")
# What tells apart two records of the same name: two surveys, two meetings, two issues of a bulletin.
_MARKS = ("numero", "date", "date_document")
# Signs of mathematics, of money, and pictures.
_TELLING = ("Sm", "Sc", "So")


@rule(Scope.RECORD)
def id_is_a_slug(dossier: Dossier) -> Iterator[Problem]:
    """The name of a file is an address: plain letters, digits and hyphens."""
    for record in dossier.records.values():
        if wrong_sign(record.id):
            yield located("ID-02", record.path, _HEAD, record.adresse, **_how_to_spell(record.id))


@rule(Scope.RECORD)
def local_id_is_a_slug(dossier: Dossier) -> Iterator[Problem]:
    """So is the id typed on an element of a record."""
    for fiche, chemin, typed in local_ids(dossier):
        if wrong_sign(typed):
            yield problem("ID-02", fiche.adresse, chemin, **_how_to_spell(typed))


@rule(Scope.RECORDS)
def id_is_more_than_a_number_away(dossier: Dossier) -> Iterator[Problem]:
    """`cre-2` beside `cre` says nothing of what the second is."""
    for record in dossier.records.values():
        match = _NUMBERED.fullmatch(record.id)
        if match and match.group(1) in dossier.ids[record.collection]:
            yield located("ID-03", record.path, _HEAD, record.adresse, id=record.id, a=match.group(1))


@rule(Scope.RECORDS)
def ids_differ_by_more_than_case(dossier: Dossier) -> Iterator[Problem]:
    """Two files whose names differ by a capital or an accent would fight for one address."""
    records = dossier.records.values()
    for first, second in _alike(records, lambda record: (record.collection, fold(record.id))):
        yield located("ID-04", second.path, _HEAD, second.adresse, a=first.id, b=second.id)


@rule(Scope.RECORD)
def anchors_are_unique(dossier: Dossier) -> Iterator[Problem]:
    """An anchor leads to one element of its record."""
    for fiche in dossier.fiches:
        anchored = [element for element in dossier.elements(fiche) if element.ancre]
        for first, second in _alike(anchored, lambda element: element.ancre):
            here, there = map(_anchor_place, (second, first))
            l1, l2 = dossier.line(fiche, *there), dossier.line(fiche, *here)
            yield problem("ID-05", fiche.adresse, here, id=second.ancre, l1=l1, l2=l2)


@rule(Scope.RECORDS)
def names_are_not_nearly_the_same(dossier: Dossier) -> Iterator[Problem]:
    """Two records of a collection whose names look alike are one thing, or say that they are two."""
    for first, second in _alike(dossier.fiches, _name_key, said_to_differ):
        a, b = first.intitule, second.intitule
        if a == b:
            constat = f"« {a} » est le nom de deux fiches : {first.id} et {second.id}"
        else:
            constat = f"« {a} » ({first.id}) et « {b} » ({second.id}) se ressemblent beaucoup"
        champ = "titre" if hasattr(second, "titre") else "nom"
        yield problem("ID-08", second.adresse, (champ,), constat=constat, autre=first.adresse)


@rule(Scope.RECORD)
def published_element_has_an_anchor(dossier: Dossier) -> Iterator[Problem]:
    """People must be able to link to an objective, an action, a decision or an effect."""
    for fiche in dossier.publiees():
        for element in dossier.elements(fiche):
            if element.ancre is None and (must_have_anchor(element.forme) or "effets" in element.chemin):
                facts = {
                    "element": capitalised(kind_name(element)),
                    "suggestion": _short_id(dossier, fiche, element),
                }
                yield problem("ID-10", fiche.adresse, element.chemin, **facts)


def _short_id(dossier: Dossier, fiche: Fiche, element: Element) -> str:
    """An id made of what the element is, and of its first words; no other element has it."""
    kind = slug(kind_name(element).partition("'")[2] or kind_name(element).partition(" ")[2])
    words = [word for word in slug(getattr(element.forme, "texte", None) or "").split("-") if len(word) > 2]
    start = "-".join((kind, *words[:3]))
    taken = {*dossier.ancres(fiche), *SKELETON}
    numbered = (f"{start}-{rank}" for rank in range(2, len(taken) + 3))
    return next(id for id in (start, *numbered) if id not in taken)


def local_ids(dossier: Dossier) -> Iterator[tuple[Fiche, Chemin, str]]:
    """The ids typed on the elements of records, with the place of each."""
    for fiche, chemin, forme in dossier.formes(Forme):
        typed = vars(forme).get("id") if chemin else None
        if typed:
            yield fiche, (*chemin, "id"), typed


def wrong_sign(id: str) -> str:
    """The first sign that no address may hold, as it is said, or nothing."""
    wrong = _NOT_SLUG.search(id)
    if not wrong:
        return f"plus de {_LONGEST} caractères" if len(id) > _LONGEST else ""
    if wrong.group().isspace():
        return "une espace"
    return f"« {wrong.group()} »" if wrong.group().isprintable() else "un signe invisible"


def _how_to_spell(id: str) -> dict[str, str]:
    """What is said of a name that is no slug: the sign at fault, and a slug like it."""
    return {"id": id, "car": wrong_sign(id), "suggestion": slug(id)[:_LONGEST].strip("-")}


def _alike(
    things: Iterable[T], key: Callable[[T], Hashable], apart: Callable[[T, T], bool] | None = None
) -> Iterator[tuple[T, T]]:
    """Each thing that has the key of an earlier one, after that one; `apart` excuses a pair."""
    seen: dict[Hashable, list[T]] = {}
    for thing in things:
        earlier = seen.setdefault(key(thing), [])
        if earlier:
            first = next((other for other in earlier if not (apart and apart(other, thing))), None)
            if first is not None:
                yield first, thing
        earlier.append(thing)


def _anchor_place(element: Element) -> Chemin:
    typed = "id" if getattr(element.forme, "id", None) else "numero"
    return (*element.chemin, typed)


def _name_key(fiche: Fiche) -> Hashable:
    intitule = fiche.intitule
    return (fiche.collection, fold(intitule), _signs(intitule), *map(vars(fiche).get, _MARKS))


def _signs(name: str) -> str:
    """What tells « C++ » from « C# », and a name in pictures from another, once letters and digits are told apart."""
    return "".join(
        sign for sign in name if sign == "#" or (unicodedata.category(sign) in _TELLING and sign not in "°|~")
    )


def said_to_differ(first: Fiche, second: Fiche) -> bool:
    """Whether either record already speaks of the other, as something else or as maybe the same."""

    def cites(fiche: Fiche, other: Fiche) -> bool:
        return other.adresse in (*fiche.a_ne_pas_confondre_avec, *fiche.peut_etre_identique_a)

    return cites(first, second) or cites(second, first)


@rule(Scope.RECORDS)
def old_address_is_that_of_a_record(dossier: Dossier) -> Iterator[Problem]:
    """What is typed has the form `collection/id`: a page is written there."""
    for fiche, adresse, place in _old_addresses(dossier):
        collection, _, id = adresse.partition("/")
        if collection not in COLLECTIONS or not id or wrong_sign(id):
            yield problem("ID-11", fiche.adresse, place, valeur=adresse)


@rule(Scope.RECORDS)
def old_address_leads_to_one_record(dossier: Dossier) -> Iterator[Problem]:
    """An address that others may have kept is never given to something else."""
    claimed: dict[str, Fiche] = {}
    for fiche, adresse, place in _old_addresses(dossier):
        first = claimed.setdefault(adresse, fiche)
        if adresse in dossier.records or adresse in dossier.illisibles:
            geste = "retirez-la d'ici : une adresse n'est jamais réattribuée"
            if adresse != fiche.adresse:
                # Taken away from here, it would lead whoever kept it to something else.
                geste = f"si elle a mené à cette fiche-ci, donnez un autre nom à data/{adresse}.yml; sinon, {geste}"
            yield problem(
                "ID-07", fiche.adresse, place, **_given_again(adresse, _name(dossier, adresse), geste)
            )
        elif first is not fiche:
            geste = f"gardez-la dans celle des deux où elle menait; l'autre est data/{first.adresse}.yml"
            yield problem("ID-07", fiche.adresse, place, **_given_again(adresse, first.intitule, geste))


def _given_again(adresse: str, autre: str, geste: str) -> dict[str, str]:
    """What is said of an old address that is that of something else."""
    return {"constat": f"L'ancienne adresse /{adresse}/ est aussi celle de « {autre} »", "geste": geste}


def _old_addresses(dossier: Dossier) -> Iterator[tuple[Fiche, str, Chemin]]:
    for fiche in dossier.fiches:
        for rank, adresse in enumerate(fiche.anciennes_adresses):
            yield fiche, adresse, ("anciennes_adresses", rank)


def _name(dossier: Dossier, adresse: str) -> str:
    """The name of the record at that address; its id when its form is wrong."""
    fiche = dossier.jeu.fiche(adresse)
    return fiche.intitule if fiche else adresse.partition("/")[2]


@rule(Scope.RECORD)
def old_anchor_is_told_once_and_leads_somewhere(dossier: Dossier) -> Iterator[Problem]:
    """An anchor of other days leads to one place, which is not itself, nor something that is there."""
    for fiche in dossier.fiches:
        told: set[str] = set()
        own = {element.ancre for element in dossier.elements(fiche)}
        leads = moved_anchors(fiche)
        for ancre, place in _old_anchors(fiche):
            if wrong_sign(ancre):
                constat, geste = (
                    f"« {ancre} » n'est pas une ancre",
                    "écrivez-la comme dans l'adresse : action-1-2-1",
                )
            elif ancre in own:
                constat = f"« {ancre} » est l'ancre d'un élément de cette fiche"
                geste = "retirez-la d'ici : une ancre n'est jamais réattribuée"
            elif ancre in told:
                constat = (
                    f"« {ancre} » est à la fois dans anciennes_ancres et dans elements_retires, ou deux fois"
                )
                geste = "gardez une seule des deux"
            elif place[0] == "anciennes_ancres" and ancre not in leads:
                constat = f"« {ancre} » tourne en rond : elle mène à une ancre qui ramène à elle"
                geste = "écrivez l'ancre où l'élément se trouve aujourd'hui"
            else:
                told.add(ancre)
                continue
            yield problem("ID-20", fiche.adresse, place, constat=constat, geste=geste)


@rule(Scope.RECORD)
def old_anchors_are_typed_by_anchor(dossier: Dossier) -> Iterator[Problem]:
    """There is one way to say where anchors went: `{ancienne: nouvelle}`."""
    for fiche in dossier.fiches:
        if fiche.anciennes_ancres and isinstance(
            dossier.records[fiche.adresse].data["anciennes_ancres"], list
        ):
            pairs = ", ".join(f"{moved.ancienne}: {moved.nouvelle}" for moved in fiche.anciennes_ancres)
            constat = "« anciennes_ancres » donne chaque ancienne ancre avec la nouvelle, et non une liste"
            geste = f"écrivez anciennes_ancres: {{{pairs}}}"
            yield problem("ID-20", fiche.adresse, ("anciennes_ancres",), constat=constat, geste=geste)


def _old_anchors(fiche: Fiche) -> Iterator[tuple[str, Chemin]]:
    for moved in fiche.anciennes_ancres:
        yield moved.ancienne, ("anciennes_ancres", moved.ancienne)
    for rank, gone in enumerate(fiche.elements_retires):
        yield gone.ancienne_ancre, ("elements_retires", rank, "ancienne_ancre")


@rule(Scope.RECORDS)
def withdrawn_record_is_replaced_by_what_is_public(dossier: Dossier) -> Iterator[Problem]:
    """What takes the place of a record is there: whoever follows the link has arrived."""
    for fiche in dossier.fiches:
        remplace_par = fiche.retrait.remplace_par if fiche.retrait else None
        other = dossier.jeu.fiche(remplace_par) if remplace_par else None
        if other is not None and not other.est_publiee:
            constat = f"« {other.adresse} » ne peut pas remplacer cette fiche : elle n'est pas publiée"
            geste = "écrivez l'adresse de ce qui en tient lieu aujourd'hui, ou retirez remplace_par"
            yield problem("ID-20", fiche.adresse, ("retrait", "remplace_par"), constat=constat, geste=geste)


_PORTS = frozenset(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10))
# Windows keeps these names for its devices: a folder that holds such a file cannot be copied there.
_DEVICES = frozenset({"con", "prn", "aux", "nul"}) | _PORTS
# The last ones are the heads of the pages of a list that is cut: `projets/demarche/…`.
_SITE = frozenset(
    {"index", "recherche", "_gabarit"}
    | {"demarche", "demarches", "sans-demarche", "lettre", "ensemble", "liste"}
    | frozenset(COLLECTIONS)
)

# The anchors that pages carry whatever their record says; each field shown as a section has its own too.
SKELETON = frozenset(
    """
    contenu formes journal sigles joindre-participer notes-d-edition autres-renseignements ailleurs origine documents
    renseignements ce-qu-on-ne-sait-pas elements-deplaces facile-a-lire licence nom-de-l-etat dans-les-pages
    pres-de-chez-vous prochaines-rencontres les-demarches en-chiffres quoi-de-neuf
    recherche recherche-accueil recherche-demarche recherche-enjeu recherche-territoire recherche-type
    joindre-pour qui-decide qui-siege-ou relations qui-a-decide ou-en-est-on echeance-deplacee suites cycle-annuel
    ce-qui-en-est-venu ce-qui-est-prevu ce-qui-se-passe quand argent-des-projets silences plus-grand plus-pres
    impacts-observes impacts-en-liste impacts-de-la-demarche sources
    chaine-en-liste comites-en-liste les-editions en-listes explorer-texte par-comite sans-date
    sans-jour dates-non-lues qui-reviennent prochaines-dates fois
    marque-jour marque-mois marque-saison marque-annee marque-intervalle marque-continu marque-recurrent
    marque-conditionnel marque-inconnu marque-remplacee marque-dehors
    temps-jour temps-mois temps-saison temps-croix temps-avant temps-apres temps-annees
    """.split()  # noqa: SIM905
)


@rule(Scope.RECORD)
def id_is_not_reserved(dossier: Dossier) -> Iterator[Problem]:
    """Some addresses belong to the site, some names of files to a system."""
    for record in dossier.records.values():
        if record.id in _SITE or record.id in _DEVICES:
            owner = "à Windows" if record.id in _DEVICES else "au site"
            kind = slug(COLLECTIONS[record.collection].un.partition(" ")[2])
            path = f"data/{record.collection}/{kind}-{record.id.strip('_')}.yml"
            facts = {"id": record.id, "qui": owner, "geste": f"renommez le fichier, par exemple {path}"}
            yield located("ID-09", record.path, _HEAD, record.adresse, **facts)


@rule(Scope.RECORD)
def local_id_is_not_reserved(dossier: Dossier) -> Iterator[Problem]:
    """A link to an element must not stop at a heading of the page, or at its search box."""
    for fiche, chemin, typed in local_ids(dossier):
        sections = {champ.replace("_", "-") for champ in type(fiche).model_fields}
        if typed in SKELETON or typed in sections:
            kind = slug(names(chemin)[-2]).removesuffix("s")
            facts = {"id": typed, "qui": "au site", "geste": f"écrivez par exemple id: {kind}-{typed}"}
            yield problem("ID-09", fiche.adresse, chemin, **facts)
