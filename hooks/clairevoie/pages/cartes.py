"""A record as one card of a list: its name, one sentence, and the few words that tell it from its neighbours."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from clairevoie.derive import suivi
from clairevoie.model import COLLECTIONS
from clairevoie.model.describe import describe, is_said
from clairevoie.model.fiche import Fiche
from clairevoie.model.mots import mot
from clairevoie.model.quand import day
from clairevoie.pages.site import Site
from clairevoie.wording.names import kind_of, public_name, title
from clairevoie.wording.ouverture import opening_sentence
from clairevoie.wording.typography import first_sentence, read_words, shortened

# Where a sentence about a record is to be found, first to last.
_SENTENCES = ("en_bref", "description", "definition", "mission", "contexte", "sous_titre")
_LENGTH = 240


@dataclass(frozen=True, slots=True)
class Carte:
    """What a card shows; `etat` is a value of a closed list, `demarche` the id that gives the hue."""

    adresse: str
    titre: str
    texte: str | None
    precisions: tuple[str, ...]
    etat: str | None
    demarche: str | None


def card(site: Site, fiche: Fiche) -> Carte:
    """The card of a record."""
    state = site.state(fiche)
    demarches = site.demarches(fiche)
    return Carte(
        adresse=fiche.adresse,
        titre=title(fiche),
        texte=said_of(site, fiche, in_a_list=True),
        precisions=tuple(part for part in _PRECISIONS.get(fiche.collection, _kind)(site, fiche) if part),
        etat=state if is_said(state) else None,
        demarche=demarches[0].id if len(demarches) == 1 else None,
    )


def said_of(site: Site, fiche: Fiche, *, in_a_list: bool = False) -> str | None:
    """One sentence on a record: what its editors say of it, else what its facts make of it.

    The few words beside an organisme, a meeting or a document already say the facts.
    """
    opens = COLLECTIONS[fiche.collection].resumee
    return (
        sentence(fiche) or (opening_sentence(site.jeu, fiche, in_a_list=in_a_list) if opens else "") or None
    )


def sentence(fiche: Fiche) -> str | None:
    """One sentence that its editors or its source wrote of a record, if there is one."""
    kinds = describe(type(fiche))
    champ = next((champ for champ in _SENTENCES if getattr(fiche, champ, None)), None)
    if champ is None:
        return None
    return shortened(first_sentence(read_words(kinds[champ], getattr(fiche, champ))), _LENGTH)


def _places(site: Site, fiche: Any) -> Iterator[str]:
    return (site.jeu.territoires[id].intitule for id in fiche.territoires)


def _demarche(site: Site, fiche: Any) -> Iterator[str]:
    yield from _places(site, fiche)
    yield fiche.periode.dite if fiche.periode else ""


def _comite(site: Site, fiche: Any) -> Iterator[str]:
    yield "" if fiche.type == "non_precise" else kind_of(fiche)
    yield from _places(site, fiche)


def _organisme(site: Site, fiche: Any) -> Iterator[str]:
    yield fiche.sigle or ""
    yield "" if fiche.type in ("non_precise", "autre") else kind_of(fiche)
    yield from _places(site, fiche)


def _projet(site: Site, fiche: Any) -> Iterator[str]:
    yield "" if fiche.forme == "projet" else kind_of(fiche)
    yield from _places(site, fiche)


def _plan(_: Site, fiche: Any) -> Iterator[str]:
    yield kind_of(fiche)
    yield fiche.periode.dite if fiche.periode else ""
    actions = suivi.actions(fiche)
    yield f"{len(actions)} action{'s' if len(actions) > 1 else ''}" if actions else ""
    if not (suivi.is_followed(actions) or suivi.is_followed(suivi.parts(fiche))):
        yield "aucun suivi publié" if actions else ""
        return
    for state, count in suivi.by_state(actions).items():
        yield f"{mot(state)} : {count}"


def _evenement(site: Site, fiche: Any) -> Iterator[str]:
    yield fiche.date.dite if fiche.date else _after(site, fiche)
    yield kind_of(fiche)


def _after(site: Site, fiche: Any) -> str:
    """When, for what has no date of its own."""
    return f"après « {public_name(site.jeu.evenements[fiche.suit])} »" if fiche.suit else "date non précisée"


def _document(_: Site, fiche: Any) -> Iterator[str]:
    yield kind_of(fiche)
    yield day(fiche.date_document) if fiche.date_document else ""
    yield "mentionné, non fourni" if fiche.disponible is False else ""


def _kind(_: Site, fiche: Fiche) -> Iterator[str]:
    yield kind_of(fiche)


def _nothing(_: Site, __: Fiche) -> Iterator[str]:
    return iter(())


_PRECISIONS: dict[str, Callable[[Site, Any], Iterator[str]]] = {
    "demarches": _demarche,
    "comites": _comite,
    "organismes": _organisme,
    "projets": _projet,
    "plans": _plan,
    "evenements": _evenement,
    "documents": _document,
    "enjeux": _nothing,
}
