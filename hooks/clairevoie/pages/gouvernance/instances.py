"""Comités and the links between them, in words: what a list says of them, and a drawing more briefly."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from markupsafe import Markup

from clairevoie.derive.gouvernance import PARENT, LienDeComites, Noeud
from clairevoie.derive.ordre import alphabetical, initial
from clairevoie.model.comites import Comite
from clairevoie.model.describe import is_said
from clairevoie.model.folding import fold
from clairevoie.model.mots import mot
from clairevoie.pages.decoupage import LIMITE
from clairevoie.pages.site import Site
from clairevoie.pages.temps.prochaines import recorded_for
from clairevoie.wording.frequencies import rhythm
from clairevoie.wording.names import common_noun, kind_of, public_name, short_name
from clairevoie.wording.plurals import several
from clairevoie.wording.typography import headline, number

# More comités than this at the top of a long list wait to be asked for; than this, they are in groups.
_AT_SIGHT, _ONE_LIST = 12, 40
# A link that leads to more than this names them one fold away.
_NAMED = 12
# Of a list longer than a page, the first levels that hold no more than this are named.
_NAMED_AT_MOST = 100


@dataclass(frozen=True, slots=True)
class LienEnMots:
    """One link in words.

    `de` is None where the subject goes without saying; None among `vers` is the comité whose page this is; `vers`
    is empty when nobody is named. `mots` is None when only the words of the source, `texte`, can say the link.
    """

    de: str | None
    mots: str | None
    vers: tuple[str | None, ...]
    texte: str | None

    @property
    def replies(self) -> str | None:
        """What is said of many comités that wait until they are asked for: « élit : 40 comités »."""
        n = len(self.vers)
        if n <= _NAMED or None in self.vers:
            return None
        counted = several(n, "comité")
        return self.mots if self.mots == below(n) else " : ".join(filter(None, (self.mots, counted)))

    @property
    def trop(self) -> bool:
        """Whether no page has room to name them: the list of the comités does."""
        return len(self.vers) > LIMITE


@dataclass(frozen=True, slots=True)
class Instance:
    """A comité as the nested list tells it, with the links that start from it and the comités that answer to it."""

    adresse: str
    nom: Markup
    precisions: tuple[str, ...]
    en_bref: str | None
    rythmes: tuple[str, ...]
    inscrites: str
    liens: tuple[LienEnMots, ...]
    dessous: NiveauDInstances

    @property
    def relevent(self) -> str:
        """How many answer to it, above their list."""
        return below(self.dessous.nombre)


@dataclass(frozen=True, slots=True)
class GroupeDInstances:
    """Comités under one heading, which waits folded; in the open without one. Some are counted and not named."""

    titre: str | None
    instances: tuple[Instance, ...]
    nombre: int


@dataclass(frozen=True, slots=True)
class NiveauDInstances:
    """The comités that stand at the same level: how many, and their groups, none when they are not named here.

    `plie` when they wait to be asked for.
    """

    nombre: int
    groupes: tuple[GroupeDInstances, ...]
    plie: bool


@dataclass(frozen=True, slots=True)
class Room:
    """What a page has room for: whether what stands below waits to be asked for, and how many levels are named."""

    folded: bool = False
    levels: int = 10**6


def room(nodes: Sequence[Noeud], many: int, long: int) -> Room:
    """What there is room for: past `many` comités, folds; past `long`, the levels that hold the first hundred names."""
    sizes = _sizes(nodes)
    if sum(sizes) <= long:
        return Room(folded=sum(sizes) > many)
    reached = accumulate(sizes)
    return Room(folded=True, levels=sum(1 for total in reached if total <= _NAMED_AT_MOST))


def _sizes(nodes: Sequence[Noeud]) -> list[int]:
    """How many comités stand at each level."""
    sizes = []
    while nodes:
        sizes.append(len(nodes))
        nodes = [below for node in nodes for below in node.dessous]
    return sizes


def level(
    site: Site,
    nodes: Sequence[Noeud],
    liens: Mapping[str, Sequence[LienEnMots]],
    demarches: Collection[str],
    place: Room,
    top: bool = True,
) -> NiveauDInstances:
    """The comités of one level and those below each; `liens` are the links by the comité they start from."""
    if not place.levels:
        counts = Counter(_headings(site, [node.comite for node in nodes])) if top else Counter[str]()
        groups = tuple(
            GroupeDInstances(titre, (), counts[titre]) for titre in sorted(counts, key=alphabetical)
        )
        return NiveauDInstances(len(nodes), groups, plie=False)
    found = [_instance(site, node, liens, demarches, place) for node in nodes]
    grouped = place.folded and len(found) > _ONE_LIST
    held = _by_heading(site, nodes, found) if grouped else {None: found} if found else {}
    return NiveauDInstances(
        len(found),
        tuple(GroupeDInstances(titre, tuple(ones), len(ones)) for titre, ones in held.items()),
        place.folded and (not top or (len(found) > _AT_SIGHT and not grouped)),
    )


def _instance(
    site: Site,
    node: Noeud,
    liens: Mapping[str, Sequence[LienEnMots]],
    demarches: Collection[str],
    place: Room,
) -> Instance:
    comite = node.comite
    return Instance(
        comite.adresse,
        site.name(comite.adresse),
        precisions(site, comite, demarches),
        comite.en_bref,
        tuple(rhythm(one) for one in comite.frequence),
        recorded_for(site, comite),
        tuple(liens.get(comite.id, ())),
        level(site, node.dessous, liens, demarches, replace(place, levels=place.levels - 1), top=False),
    )


def _by_heading(
    site: Site, nodes: Sequence[Noeud], found: Sequence[Instance]
) -> Mapping[str | None, list[Instance]]:
    """Comités under their headings, in the order of their names."""
    comites = [node.comite for node in nodes]
    headings = _headings(site, comites)
    groups: dict[str | None, list[Instance]] = {heading: [] for heading in sorted(headings, key=alphabetical)}
    ranks = sorted(
        range(len(comites)), key=lambda rank: (alphabetical(public_name(comites[rank])), comites[rank].id)
    )
    for rank in ranks:
        groups[headings[rank]].append(found[rank])
    return groups


def _headings(site: Site, comites: Sequence[Comite]) -> list[str]:
    """The place that each covers, when all say one and many share it; its letter otherwise."""
    places = [site.plain_name(f"territoires/{one.territoires[0]}") for one in comites if one.territoires]
    by_place = len(places) == len(comites) and 1 < len(set(places)) <= len(comites) // 2
    return places if by_place else [initial(public_name(one)) for one in comites]


def precisions(site: Site, comite: Comite, demarches: Collection[str]) -> tuple[str, ...]:
    """The few words that tell a comité from its neighbours; those of its name are not said again."""
    kind = kind_beside(comite)
    names = ", ".join(short_name(site.jeu.demarches[id]) for id in elsewhere(comite, demarches))
    said = (
        "" if fold(kind) in fold(comite.intitule) else kind,
        headline(mot(comite.statut)) if is_said(comite.statut) else "",
        "La source n'en dit pas le nombre" if comite.collectif else "",
        f"Autre démarche : {names}" if names else "",
    )
    return tuple(part for part in said if part)


def kind_beside(comite: Comite) -> str:
    """The kind of a comité, beside its name; nothing when the source does not say it."""
    return "" if comite.type == "non_precise" else kind_of(comite)


def kinds_counted(comites: Iterable[Comite]) -> str:
    """« 271 comités : 252 conseils de quartier, 19 comités »; « 80 comités locaux » when all are of one kind."""
    kinds = Counter(map(common_noun, comites))
    said = [several(n, kind) for kind, n in sorted(kinds.items(), key=lambda one: (-one[1], one[0]))]
    return said[0] if len(said) == 1 else f"{several(kinds.total(), 'comité')} : {', '.join(said)}"


def elsewhere(comite: Comite, demarches: Collection[str]) -> tuple[str, ...]:
    """The démarches of a comité that serves none of these; nothing for one that does."""
    return () if set(comite.demarches) & set(demarches) else comite.demarches


def line(lien: LienDeComites, ici: str | None = None) -> LienEnMots:
    """A link in words, as read on the page of the comité `ici`, or under the one it starts from."""
    return LienEnMots(
        f"comites/{lien.de}" if ici not in (None, lien.de) else None,
        verb(lien),
        tuple(None if id == ici else f"comites/{id}" for id in lien.vers),
        lien.texte,
    )


def answering(ids: Sequence[str]) -> tuple[LienEnMots, ...]:
    """The comités that answer to the one whose page this is, in one sentence: « 3 comités en relèvent : »."""
    said = below(len(ids))
    return (LienEnMots(None, said, tuple(f"comites/{id}" for id in ids), None),) if ids else ()


def below(n: int) -> str:
    """« 1 comité en relève », « 80 comités en relèvent »."""
    return "1 comité en relève" if n == 1 else f"{number(n)} comités en relèvent"


def verb(lien: LienDeComites) -> str | None:
    """« élit », « relève de »; None for a link of no listed kind, which only the source can name."""
    if lien.type == PARENT:
        return "relève de"
    if lien.type != "autre":
        return mot(lien.type)
    return None if lien.texte else "lien non précisé"
