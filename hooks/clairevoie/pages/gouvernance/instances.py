"""Comités and the links between them, in words: what a list says of them, and a drawing more briefly."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from clairevoie.derive.gouvernance import PARENT, Lien, Noeud
from clairevoie.derive.ordre import alphabetical, initial
from clairevoie.model.comites import Comite
from clairevoie.model.describe import is_said
from clairevoie.model.folding import fold
from clairevoie.model.mots import mot
from clairevoie.pages.site import Site
from clairevoie.wording.frequencies import rhythm
from clairevoie.wording.names import common_noun, kind_of, public_name, short_name
from clairevoie.wording.plurals import several
from clairevoie.wording.typography import headline, number

# More comités than this at the top of a long list wait to be asked for; than this, they are in groups.
_AT_SIGHT, _ONE_LIST = 12, 40
# A link that leads to more than this names them one fold away.
_NAMED = 12


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


@dataclass(frozen=True, slots=True)
class Instance:
    """A comité as the nested list tells it, with the links that start from it and the comités that answer to it."""

    adresse: str
    nom: Markup
    precisions: tuple[str, ...]
    en_bref: str | None
    rythmes: tuple[str, ...]
    liens: tuple[LienEnMots, ...]
    dessous: NiveauDInstances

    @property
    def relevent(self) -> str:
        """How many answer to it, above their list."""
        return below(self.dessous.nombre)


@dataclass(frozen=True, slots=True)
class GroupeDInstances:
    """Comités under one heading, which waits folded; in the open without one."""

    titre: str | None
    instances: tuple[Instance, ...]


@dataclass(frozen=True, slots=True)
class NiveauDInstances:
    """The comités that stand at the same level: how many, and their groups; `plie` when they wait to be asked for."""

    nombre: int
    groupes: tuple[GroupeDInstances, ...]
    plie: bool


def level(
    site: Site,
    nodes: Sequence[Noeud],
    liens: Mapping[str, Sequence[LienEnMots]],
    demarches: Collection[str],
    *,
    folded: bool,
    top: bool = True,
) -> NiveauDInstances:
    """The comités of one level and those below each; `liens` are the links by the comité they start from.

    `folded`: there are too many for one page, what stands below waits to be asked for.
    """
    found = [(node.comite, _instance(site, node, liens, demarches, folded)) for node in nodes]
    grouped = folded and len(found) > _ONE_LIST
    groups = _by_heading(site, found) if grouped else {None: [one for _, one in found]} if found else {}
    return NiveauDInstances(
        len(found),
        tuple(GroupeDInstances(titre, tuple(held)) for titre, held in groups.items()),
        folded and (not top or (len(found) > _AT_SIGHT and not grouped)),
    )


def _instance(
    site: Site,
    node: Noeud,
    liens: Mapping[str, Sequence[LienEnMots]],
    demarches: Collection[str],
    folded: bool,
) -> Instance:
    comite = node.comite
    return Instance(
        comite.adresse,
        site.name(comite.adresse),
        precisions(site, comite, demarches),
        comite.en_bref,
        tuple(rhythm(one) for one in comite.frequence),
        tuple(liens.get(comite.id, ())),
        level(site, node.dessous, liens, demarches, folded=folded, top=False),
    )


def _by_heading(site: Site, found: Sequence[tuple[Comite, Instance]]) -> Mapping[str | None, list[Instance]]:
    """Comités by the place that each covers, when all say one and many share it; by letter otherwise."""
    places = [site.plain_name(f"territoires/{one.territoires[0]}") for one, _ in found if one.territoires]
    by_place = len(places) == len(found) and 1 < len(set(places)) <= len(found) // 2
    headings = places if by_place else [initial(public_name(one)) for one, _ in found]
    groups: dict[str | None, list[Instance]] = {heading: [] for heading in sorted(headings, key=alphabetical)}
    for heading, (_, one) in sorted(
        zip(headings, found, strict=True),
        key=lambda pair: (alphabetical(public_name(pair[1][0])), pair[1][0].id),
    ):
        groups[heading].append(one)
    return groups


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


def line(lien: Lien, ici: str | None = None) -> LienEnMots:
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


def verb(lien: Lien) -> str | None:
    """« élit », « relève de »; None for a link of no listed kind, which only the source can name."""
    if lien.type == PARENT:
        return "relève de"
    if lien.type != "autre":
        return mot(lien.type)
    return None if lien.texte else "lien non précisé"
