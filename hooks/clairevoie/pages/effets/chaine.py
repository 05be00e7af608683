"""The words of the chain of results: the headings of its zones, what its boxes say, how to read its map.

Goes in: the bands of a record (derive/impacts.py), and how to name what an anchor leads to. Comes out: what the
list and the two drawings of the map show, both from the same nodes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from clairevoie.derive.impacts import Bande, Maillon
from clairevoie.drawing import nested_boxes as dessin
from clairevoie.drawing.nested_layout import draw
from clairevoie.model.mots import mot
from clairevoie.wording.names import element_text
from clairevoie.wording.typography import day, headline

# How to name what an anchor or an address leads to: its address, its words.
Resolve = Callable[[str], tuple[str, str]]

_ZONES = {
    "eleve": "zone de contrôle élevé",
    "moyen": "zone de contrôle moyen",
    "faible": "zone de contrôle faible",
    "sans_zone": "zone de contrôle non précisée",
}
AILLEURS, INCONNU = "ailleurs", "inconnu"
_SORTES = ("action", "souhaite", "observe", AILLEURS, INCONNU)
# What is said where nothing of a kind is recorded: silence is not a failure.
_VIDES = {
    "souhaites": "Aucun n’est inscrit sur ce site.",
    "observes": "Aucun n’est inscrit sur ce site : ce n’est pas dire que rien n’a changé.",
}


@dataclass(frozen=True, slots=True)
class Etage:
    """One band under its heading: a title, and for effects the zone of control; `vide` is what an empty one says."""

    cle: str
    titre: str
    precision: str | None
    noeuds: tuple[Maillon, ...]
    vide: str | None = None


@dataclass(frozen=True, slots=True)
class CarteDesEffets:
    """The map: its drawings, from the widest, and what there is to explain of them.

    `sortes` are the kinds of its boxes; `zones` whether it has effects by zone of control; `imbriquee` whether
    a box holds another; `fleches` whether the source joins some.
    """

    dessins: tuple[dessin.NestedDrawing, ...]
    resume: str
    sortes: tuple[str, ...]
    zones: bool
    imbriquee: bool
    fleches: bool


def floors(bandes: Sequence[Bande], entiers: bool) -> tuple[Etage, ...]:
    """The bands, each under its heading; `entiers`: what is hoped for and what was observed are both told of."""
    found = [Etage(bande.cle, _title(bande), _ZONES.get(bande.cle), bande.noeuds) for bande in bandes]
    if entiers and found:
        if not any(etage.precision for etage in found):
            place = 1 if found[0].cle == "actions" else 0
            found.insert(place, _empty("souhaites", "Effets souhaités"))
        if found[-1].cle != "observes":
            found.append(_empty("observes", "Impacts observés"))
    return tuple(found)


def chart(etages: Sequence[Etage], renvoi: Resolve) -> CarteDesEffets | None:
    """The map of these bands and of what they say they contribute to; None when there is nothing to draw."""
    bandes = [dessin.Band(etage.titre, etage.precision, _cases(etage, renvoi)) for etage in etages]
    cases = [case for bande in bandes for une in bande.cases for case in une.toutes()]
    outside = _outside(cases, renvoi)
    if outside:
        bandes.append(dessin.Band("Ailleurs sur ce site", None, outside))
    if not cases:
        return None
    sortes = {case.sorte for case in (*cases, *outside)}
    return CarteDesEffets(
        dessins=(draw(bandes, dessin.WIDE), draw(bandes, dessin.NARROW)),
        resume=" ".join(_summary(bande) for bande in bandes),
        sortes=tuple(sorte for sorte in _SORTES if sorte in sortes),
        zones=any(etage.precision for etage in etages),
        imbriquee=any(case.dessous for case in cases),
        fleches=any(case.vers for case in cases),
    )


def node_words(noeud: Maillon) -> str:
    """The words of a node: its number, its text, its day."""
    forme, date = noeud.forme, getattr(noeud.forme, "date", None)
    text = element_text(forme) or headline(mot(getattr(forme, "genre", "")))
    words = (forme.numero, text, f"({day(date)})" if date else None)
    return " ".join(word for word in words if word)


def _title(bande: Bande) -> str:
    if bande.cle == "actions":
        return "Actions envisagées"
    if bande.cle == "observes":
        return "Impacts observés"
    hoped = all(noeud.sorte == "souhaite" and noeud.nature is None for noeud in bande.tous())
    return "Effets souhaités" if hoped else "Effets"


def _empty(cle: str, titre: str) -> Etage:
    return Etage(cle, titre, None, (), _VIDES[cle])


def _cases(etage: Etage, renvoi: Resolve) -> tuple[dessin.NestedBox, ...]:
    if etage.vide:
        return (dessin.NestedBox(etage.vide, INCONNU),)
    return tuple(_case(noeud, renvoi) for noeud in etage.noeuds)


def _case(noeud: Maillon, renvoi: Resolve) -> dessin.NestedBox:
    mentions = [headline(mot(noeud.nature))] if noeud.nature else []
    mentions += [f"Sous, dans la source : {renvoi(noeud.sous)[1]}"] if noeud.sous else []
    return dessin.NestedBox(
        texte=node_words(noeud),
        sorte=noeud.sorte,
        mentions=tuple(mentions),
        ancre=noeud.ancre,
        vers=noeud.vers,
        dessous=tuple(_case(one, renvoi) for one in noeud.dessous),
    )


def _outside(cases: Sequence[dessin.NestedBox], renvoi: Resolve) -> tuple[dessin.NestedBox, ...]:
    """A box for each thing contributed to that is not on the map."""
    known = {case.ancre for case in cases}
    cibles = dict.fromkeys(cible for case in cases for cible in case.vers if cible not in known)
    return tuple(dessin.NestedBox(headline(renvoi(cible)[1]), AILLEURS, ancre=cible) for cible in cibles)


def _summary(bande: dessin.Band) -> str:
    """« Effets souhaités, zone de contrôle élevé : 6. »"""
    number = sum(case.sorte != INCONNU for une in bande.cases for case in une.toutes())
    heading = ", ".join(filter(None, (bande.titre, bande.precision)))
    return f"{heading} : {number or 'aucun inscrit sur ce site'}."
