"""The words of the chain of results: the headings of its zones, what its boxes say, how to read its map.

Goes in: the bands of a record (derive/impacts.py), and how to name what an anchor leads to. Comes out: what the
list and the two drawings of the map show, both from the same nodes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from clairevoie.derive.impacts import Bande, Maillon
from clairevoie.drawing.fitting import BoxWords, FittedDrawing, fit
from clairevoie.drawing.nested_boxes import NARROW, WIDE, Band, NestedBox
from clairevoie.model.ancres import element_text
from clairevoie.model.enonces import Enonce
from clairevoie.model.mots import mot
from clairevoie.model.quand import day
from clairevoie.model.responsables import address_of
from clairevoie.wording.typography import headline, number, shortened, spaced

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


# With more nodes than this, each band of the list shows its first ones, and the others one fold away.
_LONG, _AT_SIGHT = 30, 3


@dataclass(frozen=True, slots=True)
class Etage:
    """One band under its heading: a title, and for effects the zone of control; `vide` is what an empty one says."""

    cle: str
    titre: str
    precision: str | None
    noeuds: tuple[Maillon, ...]
    vide: str | None = None
    longue: bool = False

    @property
    def premiers(self) -> tuple[Maillon, ...]:
        """Those that are read at once: when the list is long, the first ones."""
        return self.noeuds[:_AT_SIGHT] if self.longue and len(self.noeuds) > _AT_SIGHT + 1 else self.noeuds

    @property
    def suite(self) -> tuple[Maillon, ...]:
        """Those that wait to be asked for."""
        return self.noeuds[len(self.premiers) :]


@dataclass(frozen=True, slots=True)
class CarteDesEffets:
    """The map: its drawings, from the widest, and what there is to explain of them.

    `sortes` are the kinds of its boxes; `zones` whether it has effects by zone of control; `imbriquee` whether
    a box holds another; `fleches` whether the source joins some.
    """

    dessins: tuple[FittedDrawing, ...]
    resume: str
    sortes: tuple[str, ...]
    zones: bool
    imbriquee: bool
    fleches: bool


def floors(bandes: Sequence[Bande], entiers: bool) -> tuple[Etage, ...]:
    """The bands, each under its heading; `entiers`: what is hoped for and what was observed are both told of."""
    longue = sum(len(bande.noeuds) for bande in bandes) > _LONG
    found = [
        Etage(bande.cle, _title(bande), _ZONES.get(bande.cle), bande.noeuds, longue=longue)
        for bande in bandes
    ]
    if entiers and found:
        if not any(etage.precision for etage in found):
            place = 1 if found[0].cle == "actions" else 0
            found.insert(place, _empty("souhaites", "Effets souhaités"))
        if found[-1].cle != "observes":
            found.append(_empty("observes", "Impacts observés"))
    return tuple(found)


def chart(etages: Sequence[Etage], renvoi: Resolve) -> CarteDesEffets | None:
    """The map of these bands and of what they say they contribute to; None when there is nothing to draw."""
    bands = [Band(etage.titre, etage.precision, _boxes(etage, renvoi)) for etage in etages]
    boxes = [inner for band in bands for box in band.boxes for inner in box.walk()]
    outside = _outside(boxes, renvoi)
    if outside:
        bands.append(Band("Ailleurs sur ce site", None, outside))
    if not boxes:
        return None
    sortes = {box.kind for box in (*boxes, *outside)}
    return CarteDesEffets(
        dessins=tuple(fit(bands, sheet, _MOTS) for sheet in (WIDE, NARROW)),
        resume=" ".join(_summary(band) for band in bands),
        sortes=tuple(sorte for sorte in _SORTES if sorte in sortes),
        zones=any(etage.precision for etage in etages),
        imbriquee=any(box.inside for box in boxes),
        fleches=any(box.targets for box in boxes),
    )


def _others(n: int) -> str:
    return spaced("1 case de plus, dans la liste" if n == 1 else f"{number(n)} cases de plus, dans la liste")


_MOTS = BoxWords(shortened, _others)


def node_words(noeud: Maillon) -> str:
    """The words of a node: its number, its text, its day; a day on which somebody says it is told with who does."""
    forme = noeud.forme
    date = forme.date if isinstance(forme, Enonce) and forme.selon is None else None
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


def _boxes(etage: Etage, renvoi: Resolve) -> tuple[NestedBox, ...]:
    if etage.vide:
        return (NestedBox(spaced(etage.vide), INCONNU),)
    return tuple(_box(noeud, renvoi) for noeud in etage.noeuds)


def _box(noeud: Maillon, renvoi: Resolve) -> NestedBox:
    mentions = [headline(mot(noeud.nature))] if noeud.nature else []
    mentions += _said_of(noeud.forme, renvoi) if isinstance(noeud.forme, Enonce) else ()
    mentions += [f"Sous, dans la source : {renvoi(noeud.sous)[1]}"] if noeud.sous else []
    return NestedBox(
        text=spaced(node_words(noeud)),
        kind=noeud.sorte,
        mentions=tuple(map(spaced, mentions)),
        anchor=noeud.ancre,
        targets=noeud.vers,
        inside=tuple(_box(one, renvoi) for one in noeud.dessous),
        bar=noeud.sorte == "observe",
    )


def _said_of(enonce: Enonce, renvoi: Resolve) -> Iterator[str]:
    """When a sentence is expected to hold; who says it, and when."""
    if enonce.horizon:
        yield headline(mot(enonce.horizon, "horizon"))
    if enonce.selon:
        adresse = address_of(enonce.selon)
        who = enonce.selon.texte or (renvoi(adresse)[1] if adresse else "")
        yield ", ".join(one for one in (f"Selon {who}", day(enonce.date) if enonce.date else "") if one)


def _outside(boxes: Sequence[NestedBox], renvoi: Resolve) -> tuple[NestedBox, ...]:
    """A box for each thing contributed to that is not on the map."""
    known = {box.anchor for box in boxes}
    cibles = dict.fromkeys(target for box in boxes for target in box.targets if target not in known)
    return tuple(NestedBox(spaced(headline(renvoi(cible)[1])), AILLEURS, anchor=cible) for cible in cibles)


def _summary(band: Band) -> str:
    """« Effets souhaités, zone de contrôle élevé : 6. »"""
    number = sum(inner.kind != INCONNU for box in band.boxes for inner in box.walk())
    heading = ", ".join(filter(None, (band.title, band.detail)))
    return f"{heading} : {number or 'aucun inscrit sur ce site'}."
