"""A plan that was adopted keeps its official words: only a new edition, or a correction told to all, changes them.

In: the data folder, the commit last published, the records as they are. Out: problems (SRC-07), each with its mend.
Only the plans whose file differs from the published one are read again; without git, nothing is said.

An element that left is told by the ledger of addresses (ID-06), and a follow-up is free. The words that were published
are not quoted: what was taken off the site never comes back.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from clairevoie.derive.official import WHEN, is_frozen, official_elements, official_words
from clairevoie.model.ancres import Element, by_anchor, elements
from clairevoie.model.fiche import Fiche
from clairevoie.model.parcours import Chemin
from clairevoie.model.plans import Plan
from clairevoie.model.sources import Note
from clairevoie.problems import Located
from clairevoie.problems.catalogue import located
from clairevoie.read import Record
from clairevoie.read.git import changed_since
from clairevoie.validate.noms import element_name
from clairevoie.validate.versions import read_versions

# The natures of note by which a change of what was published is told to all.
_CORRECTIONS = ("mise_a_jour", "transformation")


def check_adopted(
    data: Path, commit: str, fiches: Iterable[Fiche], records: Mapping[str, Record]
) -> Iterator[Located]:
    """What changed of the official words of the adopted plans since `commit`; `records` are by address."""
    if not commit:
        return
    now = {
        path: one
        for one in fiches
        if isinstance(one, Plan)
        for path in (*one.anciennes_adresses, one.adresse)
    }
    then = {
        path.removesuffix(".yml"): blob
        for path, blob in changed_since(data, commit, Plan.collection).items()
        if path.removesuffix(".yml") in now
    }
    for (path, _), plan in read_versions(data, then.items()).items():
        if isinstance(plan, Plan) and is_frozen(plan) and now[path].est_publiee:
            yield from _Comparison(plan, now[path], records[now[path].adresse]).problems()


@dataclass(frozen=True)
class _Comparison:
    then: Plan
    now: Plan
    record: Record

    def problems(self) -> Iterator[Located]:
        """What the plan says otherwise, from its head to its last action."""
        if not is_frozen(self.now):
            geste = "remettez statut et adoption comme ils étaient, ou dites la correction au public"
            if not self._is_told("statut") and not self._is_told("adoption"):
                yield self._told(("statut",), "il n'est plus dit adopté", f"{geste} : {_note('statut')}")
        yield from self._reworded(self.then, self.now, "le plan", None, ())
        before = by_anchor(elements(self.then))
        come: set[Chemin] = set()
        for element in official_elements(self.now):
            known = next((before[one] for one in (element.ancre, *element.aliases) if one in before), None)
            if known is not None:
                yield from self._reworded(
                    known.forme, element.forme, _named(element), element.ancre, element.chemin
                )
            elif element.ancre and not any(
                element.chemin[:size] in come for size in range(len(element.chemin))
            ):
                come.add(element.chemin)
                yield from self._added(element)

    def _reworded(
        self, old: object, new: object, name: str, ancre: str | None, chemin: Chemin
    ) -> Iterator[Located]:
        if type(old) is not type(new):
            return
        before, after = official_words(old), official_words(new)  # type: ignore[arg-type]
        for champ, said in before.items():
            if said == after[champ] or self._is_told(champ, ancre):
                continue
            place = f"{ancre}.{champ}" if ancre else champ
            constat = f"{name} ne dit plus dans « {champ} » ce qui a été publié"
            back = "remettez ce que montre l'historique du fichier" if said else f"retirez « {champ} »"
            moved = ", et dites le report dans suivi : nouvelle_echeance" if ancre and champ in WHEN else ""
            yield self._told((*chemin, champ), constat, f"{back}{moved}; {self._otherwise(place)}")

    def _added(self, element: Element) -> Iterator[Located]:
        assert element.ancre
        if not self._is_told("", element.ancre):
            geste = f"retirez-le d'ici; {self._otherwise(element.ancre)}"
            yield self._told(element.chemin, f"{_named(element)} n'y était pas quand il a été publié", geste)

    def _otherwise(self, place: str) -> str:
        edition = f"inscrivez une nouvelle édition dans un autre fichier, avec remplace: {self.now.id}"
        return f"si c'était mal recopié, dites-le au public : {_note(place)}; si le plan a changé, {edition}"

    def _told(self, chemin: Chemin, constat: str, geste: str) -> Located:
        facts = {"constat": constat, "geste": geste}
        origin = self.record.origin(*chemin)
        return located("SRC-07", self.record.path, origin, self.now.adresse, chemin, **facts)

    def _is_told(self, champ: str, ancre: str | None = None) -> bool:
        """Whether a note that came since tells of the change: of the field, of the element or of the whole record."""
        places = {None, champ or None} if ancre is None else {None, ancre, f"{ancre}.{champ}"}
        return any(note.champ in places for note in self._come)

    @property
    def _come(self) -> list[Note]:
        known = {(note.champ, note.texte) for note in self.then.notes}
        return [
            note
            for note in self.now.notes
            if note.nature in _CORRECTIONS and (note.champ, note.texte) not in known
        ]


def _named(element: Element) -> str:
    return f"{element_name(element)} (#{element.ancre})" if element.ancre else element_name(element)


def _note(place: str) -> str:
    return f'ajoutez à notes {{nature: mise_a_jour, champ: {place}, texte: "…"}}'
