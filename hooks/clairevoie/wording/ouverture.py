"""The sentence that opens a record whose editor wrote no summary: what it is, of whom, where, when.

Goes in: a record, and the records that may be seen. Comes out: « Service de la Maison du phare, dans la démarche
« Vieux-Phare en commun », à Anse-aux-Brumes (2025-2027). » Only facts typed in the record; nothing when it says no
more than its kind.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from clairevoie.model import Jeu
from clairevoie.model.comptes import demarches_of
from clairevoie.model.fiche import Fiche
from clairevoie.model.folding import fold
from clairevoie.model.mots import mot
from clairevoie.model.quand import day
from clairevoie.model.territoires import Territoire
from clairevoie.wording.articles import after_a, after_de, each_after_de, enumerated, in_region
from clairevoie.wording.names import kind_of, public_name, title

# Who may be said to hold a démarche, in the order in which one wants to know them.
_HOLDERS = ("promoteur", "initiateur", "coordination")
# Where one is said to be « à »; elsewhere, one is in a place of some kind.
_TOWNS = ("ville", "village", "canton")
_IN = {
    "arrondissement": "dans l’arrondissement",
    "mrc": "dans la MRC",
    "quartier": "dans le quartier",
    "secteur": "dans le secteur",
    "sous_region": "dans la sous-région",
}
_MOST = 3


def opening_sentence(jeu: Jeu, fiche: Fiche, *, in_a_list: bool = False) -> str:
    """The sentence, with its full stop; empty when nothing is known but the kind of thing.

    In a list, the démarche and the places stand beside: only who and when are said.
    """
    who = _of(_WHO[fiche.collection](jeu, fiche)) if fiche.collection in _WHO else ""
    around = () if in_a_list else _AROUND.get(fiche.collection, _nothing)(jeu, fiche, who)
    pieces = [piece for piece in (who, *around) if piece]
    when = _when(fiche)
    if not pieces and not when:
        return ""
    said = " ".join([kind_of(fiche), ", ".join(pieces)]).strip()
    return f"{said}{f' ({when})' if when else ''}."


def _holders(jeu: Jeu, fiche: Any) -> Iterator[str]:
    roles = {role: [one.organisme for one in fiche.organismes if one.role == role] for role in _HOLDERS}
    return _organismes(jeu, next((found for found in roles.values() if found), []))


def _carriers(jeu: Jeu, fiche: Any) -> Iterator[str]:
    """The organismes and comités that take care of a project; a role in the words of a source is no name."""
    for un in fiche.responsables:
        if un.organisme and un.organisme in jeu.organismes:
            yield public_name(jeu.organismes[un.organisme])
        elif un.comite and un.comite in jeu.comites:
            yield public_name(jeu.comites[un.comite])


def _owner(jeu: Jeu, fiche: Any) -> Iterator[str]:
    return _organismes(jeu, [fiche.organisme] if fiche.organisme else [])


def _hosts(jeu: Jeu, fiche: Any) -> Iterator[str]:
    return (public_name(jeu.comites[id]) for id in fiche.reunis if id in jeu.comites)


def _makers(jeu: Jeu, fiche: Any) -> Iterator[str]:
    return _organismes(jeu, fiche.organismes)


def _around_a_deed(jeu: Jeu, fiche: Any, who: str) -> Iterator[str]:
    """The démarche, then the places, of a project, a plan, a meeting or a comité."""
    yield _in_demarche(jeu, fiche, who) if who else _of_demarches(jeu, fiche)
    if "territoires" in type(fiche).model_fields:
        yield _where(jeu, fiche)


def _around_a_demarche(jeu: Jeu, fiche: Any, _: str) -> Iterator[str]:
    yield _where(jeu, fiche)


def _around_an_organisme(jeu: Jeu, fiche: Any, _: str) -> Iterator[str]:
    # « Municipalité à Lévis » says nothing of the Ville de Lévis, nor « Organisme à Lévis » of anyone.
    yield "" if fiche.type in ("municipalite", "autre", "non_precise") else _where(jeu, fiche)


def _around_a_document(jeu: Jeu, fiche: Any, who: str) -> Iterator[str]:
    """A document that concerns a démarche is not said to be of it."""
    about = "" if who else _of_demarches(jeu, fiche)
    yield f"au sujet {about}" if about else ""


def _around_a_place(jeu: Jeu, fiche: Any, _: str) -> Iterator[str]:
    above = jeu.territoires.get(fiche.parent) if fiche.parent else None
    yield _place(above) if above else ""


def _nothing(_: Jeu, __: Any, ___: str) -> Iterator[str]:
    return iter(())


def _of(noms: Iterable[str]) -> str:
    found = tuple(dict.fromkeys(noms))
    return each_after_de(found, _MOST) if found else ""


def _organismes(jeu: Jeu, ids: Iterable[str]) -> Iterator[str]:
    return (public_name(jeu.organismes[id]) for id in ids if id in jeu.organismes)


def _demarches(jeu: Jeu, fiche: Fiche) -> list[str]:
    return [title(jeu.demarches[id]) for id in demarches_of(fiche) if id in jeu.demarches]


def _of_demarches(jeu: Jeu, fiche: Fiche) -> str:
    """« de la démarche « Quartier en commun » », « des démarches « A » et « B » », « de 4 démarches »."""
    noms = _demarches(jeu, fiche)
    if len(noms) > _MOST:
        return f"de {len(noms)} démarches"
    if len(noms) == 1:
        return after_de(noms[0]) if _says_demarche(noms[0]) else f"de la démarche « {noms[0]} »"
    return f"des démarches {enumerated([f'« {nom} »' for nom in noms])}" if noms else ""


def _in_demarche(jeu: Jeu, fiche: Fiche, who: str = "") -> str:
    """« dans la démarche « Quartier en commun » », unless whoever does it has the same name."""
    noms = _demarches(jeu, fiche)
    if not noms or who.endswith(noms[0]):
        return ""
    return f"dans la {noms[0]}" if _says_demarche(noms[0]) else f"dans la démarche « {noms[0]} »"


def _says_demarche(nom: str) -> bool:
    return fold(nom).startswith("demarche ")


def _where(jeu: Jeu, fiche: Any) -> str:
    places = [jeu.territoires[id] for id in fiche.territoires if id in jeu.territoires]
    if len(places) > _MOST:
        return f"dans {len(places)} territoires"
    vague = [public_name(one) for one in places if one.type == "autre"]
    said = [_place(one) for one in places if one.type != "autre"]
    grouped = [f"sur les territoires {each_after_de(vague)}"] if len(vague) > 1 else []
    lone = [_place(one) for one in places if one.type == "autre"] if len(vague) == 1 else []
    found = [*said, *lone, *grouped]
    return enumerated(found) if found else ""


def _place(territoire: Territoire) -> str:
    """« à Lévis », « dans le quartier Vieux-Phare », « dans la MRC des Anses »."""
    nom = public_name(territoire)
    if territoire.type in _TOWNS:
        return after_a(nom)
    if territoire.type == "autre":
        return f"sur le territoire {after_de(nom)}"
    if territoire.type == "region_administrative":
        return in_region(nom)
    kind = mot(territoire.type)
    said = _IN[territoire.type]
    if fold(nom).startswith((f"{fold(kind)} ", f"{fold(kind).split()[0]} ")):
        rest = nom.partition(" ")[2]
        return f"{said} {rest}" if fold(nom.split()[0]) == fold(kind) else f"{said.rpartition(' ')[0]} {nom}"
    return f"{said} {nom}"


def _when(fiche: Any) -> str:
    """The words of the source for the period, the day, or the beginning and the end."""
    said = vars(fiche)
    echeance = said.get("periode") or said.get("date")
    if echeance:
        read = all(lue.edtf for lue in echeance.lues)
        return " et ".join(day(lue) for lue in echeance.lues) if read else str(echeance.dite)
    if said.get("date_document"):
        return day(said["date_document"])
    ends = [(word, said.get(champ)) for champ, word in (("debut", "depuis"), ("fin", "jusqu’à"))]
    known = [(word, moment) for word, moment in ends if moment]
    if len(known) == 2:
        return " – ".join(day(moment) for _, moment in known)
    return ", ".join(f"{'début' if word == 'depuis' else 'fin'} : {day(moment)}" for word, moment in known)


_WHO: Mapping[str, Callable[[Jeu, Any], Iterator[str]]] = {
    "demarches": _holders,
    "documents": _makers,
    "evenements": _hosts,
    "plans": _owner,
    "projets": _carriers,
}
_AROUND: Mapping[str, Callable[[Jeu, Any, str], Iterator[str]]] = {
    "comites": _around_a_deed,
    "demarches": _around_a_demarche,
    "documents": _around_a_document,
    "evenements": _around_a_deed,
    "organismes": _around_an_organisme,
    "plans": _around_a_deed,
    "projets": _around_a_deed,
    "territoires": _around_a_place,
}
