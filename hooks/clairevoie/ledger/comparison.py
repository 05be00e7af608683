"""Every published address is still there, leads where its thing went, or says that it is gone; none is given again."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Literal

from clairevoie.derive.standing import SAME, UNKNOWN, likeness, marks_of_names
from clairevoie.ledger.lines import never_was, new_lines
from clairevoie.ledger.situation import Situation, has_page, is_record, known_marks, paths_of
from clairevoie.model.ancres import moved_anchors
from clairevoie.model.fiche import Fiche
from clairevoie.problems import Located, Niveau, Origin
from clairevoie.problems.catalogue import located
from clairevoie.read import Record
from clairevoie.read.ledger import FILE, LEDGER, PAGE, Ledger, LedgerLine, removed

# What is done with the ledger: it is checked; it must lack no line, as what is published; or it is about to be written.
Registering = Literal["check", "publish", "write"]
# A folder that keeps fewer than one in so many of the records of its ledger is that of another community.
_SHARE = 10
# How alike a thing that is new must be to one that left, to be taken for it.
_FOUND = 0.5
_MOST_LINES = 300


def check_ledger(
    here: Situation,
    ledger: Ledger | None,
    records: Mapping[str, Record],
    on: date,
    before: Ledger | None = None,
    registering: Registering = "check",
) -> Iterator[Located]:
    """What keeps an address from being what it was, and the lines that the ledger lacks.

    `records` are those of the data folder, by address; `before` is the ledger as it was published. Without a ledger,
    nothing is known of addresses: there must have been none.
    """
    if before and _is_of_another(here, before):
        before = None  # these facts took the place of those of another community, and begin their own ledger
    if ledger is None:
        ledger = Ledger(ledger_name(next(iter(records.values()), None)), ())
        if not before or not before.lines:
            return
    elif _is_of_another(here, ledger):
        geste = (
            f"si ces fiches sont celles d'une autre communauté, supprimez {ledger.path} : il sera recommencé"
        )
        constat = "Presque aucune des fiches du registre n'est plus dans le dossier"
        yield located("ID-06", ledger.path, constat=constat, geste=geste)
        return
    yield from _of_lines(ledger, before)
    comparison = _Comparison(here, ledger, records, on)
    for lines in ledger.by_address.values():
        if not all(never_was(here, line, before) for line in lines) or comparison.leads(lines[0]):
            yield from comparison.of(lines)
        elif registering != "write":
            constat = f"« {lines[0].text} » : cette adresse n'a jamais été publiée, et rien ne s'y trouve"
            geste = "retirez cette ligne, ou lancez « clairevoie construire », qui la retire"
            yield located("ID-18", ledger.path, Origin(lines[0].rank, 1), constat=constat, geste=geste)
    if registering != "write":
        asked = {line.text for line in removed(ledger, before)}
        yield from _missing(here, ledger, asked, publishing=registering == "publish")


def ledger_name(record: Record | None) -> str:
    """How the ledger of the folder of a record is called: `data/_registre/adresses.txt`."""
    folder = record.path.partition("/")[0] if record else "data"
    return f"{folder}/{LEDGER}/{FILE}"


def _of_lines(ledger: Ledger, before: Ledger | None) -> Iterator[Located]:
    for wrong in ledger.wrong:
        yield located("ID-18", ledger.path, Origin(wrong.rank, 1), constat=wrong.constat, geste=wrong.geste)
    if lost := removed(ledger, before):
        gone = _counted(lost, "ligne publiée n'est", "lignes publiées ne sont")
        constat = f"{gone} plus dans le registre"
        told = located("ID-18", ledger.path, constat=constat, geste="remettez dans ce fichier")
        yield _with_lines(told, [line.text for line in lost])
    if ledger.untidy and not ledger.wrong:
        yield located("ID-19", ledger.path, Origin(ledger.untidy, 1))


def _missing(
    here: Situation, ledger: Ledger, asked: Collection[str], *, publishing: bool
) -> Iterator[Located]:
    """The lines to add; those that are `asked` back already are not asked for twice."""
    lacking = [line for line in new_lines(here, ledger) if line not in asked]
    if lacking:
        constat = f"{_counted(lacking, 'adresse n’est', 'adresses ne sont')} pas encore au registre".replace(
            "’", "'"
        )
        niveau = Niveau.ERREUR if publishing else None
        geste = f"lancez « clairevoie construire » et enregistrez {ledger.path} avec le reste, ou ajoutez-y"
        yield _with_lines(
            located("ID-17", ledger.path, Origin(), "", (), niveau, constat=constat, geste=geste), lacking
        )


def _counted(found: Sequence[object], one: str, several: str) -> str:
    return f"{len(found)} {several if len(found) > 1 else one}"


def _with_lines(told: Located, lines: Sequence[str]) -> Located:
    """A problem whose remedy ends with lines to paste."""
    shown = [
        *lines[:_MOST_LINES],
        *([f"… et {len(lines) - _MOST_LINES} autres"] * (len(lines) > _MOST_LINES)),
    ]
    return replace(told, remedy="\n".join((f"{told.remedy.removesuffix('.')} :", *shown)))


def _is_of_another(here: Situation, ledger: Ledger) -> bool:
    known = [path for path in ledger.by_address if is_record(path)]
    return sum(here.page_of(path) is not None for path in known) * _SHARE < len(known)


@dataclass(frozen=True)
class _Comparison:
    here: Situation
    ledger: Ledger
    records: Mapping[str, Record]
    on: date

    def leads(self, line: LedgerLine) -> bool:
        """Whether an address leads somewhere, be it by what a record says of it."""
        return not any(self._vanished(line))

    def of(self, lines: Sequence[LedgerLine]) -> Iterator[Located]:
        """What is wrong with one address, which has these lines."""
        lost = list(self._vanished(lines[0]))
        yield from lost
        if not lost:
            yield from self._reused(lines)

    def _vanished(self, line: LedgerLine) -> Iterator[Located]:
        path, _, anchor = line.adresse.partition("#")
        if anchor:
            fiche = self.here.record(path)
            if fiche and fiche.est_publiee and not self._is_told(fiche, anchor):
                yield self._lost(line, self._where_the_element_went(fiche, anchor, line.mark))
            elif (fiche is None or not has_page(fiche)) and path not in self.ledger.by_address:
                yield self._lost(line, self._where_the_record_went(path, None))
        elif line.mark is not None:
            if self.here.page_of(path) is None:
                yield self._lost(line, self._where_the_record_went(path, line.mark))
        elif line.sens == PAGE and self.here.page_of(path) is None:
            geste = f"inscrivez anciennes_adresses: [{path}] en tête de la page de content/ qui la remplace"
            yield self._lost(line, geste)

    def _lost(self, line: LedgerLine, geste: str) -> Located:
        constat = f"L'adresse {_shown(line.adresse)} a été publiée, et ne mènerait plus à rien"
        return located("ID-06", self.ledger.path, Origin(line.rank, 1), constat=constat, geste=geste)

    def _is_told(self, fiche: Fiche, anchor: str) -> bool:
        """Whether a page says where the thing of an anchor is, or that it was withdrawn."""
        gone = {one.ancienne_ancre for one in fiche.elements_retires}
        return anchor in self.here.elements(fiche) or anchor in moved_anchors(fiche) or anchor in gone

    def _where_the_record_went(self, path: str, mark: str | None) -> str:
        file, fiche = f"data/{path}.yml", self.here.jeu.fiche(path)
        retrait = f'retrait: {{date: "{self.on.isoformat()}", motif: "…"}}'
        if fiche is not None:
            return f"remettez publication: publie dans {file}, ou retirez la fiche : publication: retire, et {retrait}"
        back = f"remettez {file}, avec publication: retire et {retrait}"
        found = self._looks_like(mark, [one for one in self.here.marks if self._is_new(one)])
        if found is None:
            renamed = f"si la fiche a un autre nom de fichier, ajoutez-y anciennes_adresses: [{path}]"
            return f"{renamed}; si elle n'existe plus, {back}"
        pasted = f"ajoutez dans data/{found}.yml : anciennes_adresses: [{path}]"
        return f"si c'est maintenant {found}, {pasted}; si la fiche n'existe plus, {back}"

    def _where_the_element_went(self, fiche: Fiche, anchor: str, mark: str | None) -> str:
        file = f"data/{fiche.adresse}.yml"
        gone = f'elements_retires: [{{ancienne_ancre: {anchor}, date: "{self.on.isoformat()}", motif: "…"}}]'
        own = [one for one in self.here.marks[fiche.adresse] if "#" in one and self._is_new_here(fiche, one)]
        found = self._looks_like(mark, own) or self._found_elsewhere(mark)
        if found is None:
            typed = f"si son ancre a changé, ajoutez dans {file} : anciennes_ancres: {{{anchor}: …}}"
            return f"{typed}; si l'élément a été retiré, ajoutez-y {gone}"
        new = found.removeprefix(f"{fiche.adresse}#")
        shown = f"#{new}" if new != found else new
        typed = f"si c'est maintenant {shown}, ajoutez dans {file} : anciennes_ancres: {{{anchor}: {new}}}"
        return f"{typed}; si l'élément a été retiré, ajoutez-y {gone}"

    def _looks_like(self, mark: str | None, among: Sequence[str]) -> str | None:
        """The address that stands for what is most like a mark, if anything is."""
        if mark is None or mark == UNKNOWN:
            return None
        marks = self.here.marks
        rated = [(likeness(mark, marks[one.partition("#")[0]][one]), one) for one in among]
        best = max((one for one in rated if one[0] >= _FOUND and marks), default=None)
        return best[1] if best else None

    def _found_elsewhere(self, mark: str | None) -> str | None:
        """The only new element of another record that has the very same mark."""
        found = self._new_elements.get(mark or UNKNOWN, ())
        return found[0] if len(found) == 1 else None

    @cached_property
    def _new_elements(self) -> Mapping[str, Sequence[str]]:
        found: dict[str, list[str]] = {}
        for marks in self.here.marks.values():
            for address, mark in marks.items():
                if "#" in address and mark != UNKNOWN and address not in self.ledger.by_address:
                    found.setdefault(mark, []).append(address)
        return found

    def _is_new(self, adresse: str) -> bool:
        """Whether the ledger knows nothing of a record, under any of its addresses."""
        fiche = self.here.jeu.fiche(adresse)
        return fiche is not None and not any(path in self.ledger.by_address for path in paths_of(fiche))

    def _is_new_here(self, fiche: Fiche, address: str) -> bool:
        return not known_marks(self.ledger, fiche, address.partition("#")[2])

    def _reused(self, lines: Sequence[LedgerLine]) -> Iterator[Located]:
        """What stands at an address, when it was published for another thing."""
        line = lines[0]
        path, _, anchor = line.adresse.partition("#")
        if line.mark is None and line.sens != PAGE:
            yield from self._reused_file(lines)
            return
        if line.mark is None or not is_record(path):
            return
        # The elements of a record that moved stand with it; the record itself was told to be the same.
        fiche = self.here.record(path) if anchor else self.here.jeu.fiche(path)
        if fiche is not None and fiche.est_publiee:
            yield from self._reused_anchor(fiche, anchor) if anchor else self._reused_record(fiche)

    def _reused_record(self, fiche: Fiche) -> Iterator[Located]:
        known = known_marks(self.ledger, fiche)
        if any(likeness(mark, one) >= SAME for mark in known for one in marks_of_names(fiche)):
            return
        line = f"{fiche.adresse} ~{self.here.marks[fiche.adresse][fiche.adresse]}"
        others = [one for one in self.here.marks if self._is_new(one)]
        went = next(filter(None, (self._looks_like(mark, others) for mark in sorted(known))), None)
        here = f"; l'ancienne fiche semble être {went} : nommez son fichier {fiche.id}.yml" if went else ""
        geste = (
            "si c'est la même chose qui a changé de nom, inscrivez le nom d'avant dans anciens_noms, ou ajoutez au "
            f"registre la ligne « {line} »; sinon, donnez un autre nom au fichier de cette fiche{here}"
        )
        yield self._given_again(fiche, (), fiche.adresse, geste)

    def _reused_anchor(self, fiche: Fiche, anchor: str) -> Iterator[Located]:
        marks = self.here.marks[fiche.adresse]
        address = f"{fiche.adresse}#{anchor}"
        now, known = marks.get(address), known_marks(self.ledger, fiche, anchor)
        if now is None or now in known or UNKNOWN in (now, *known):
            return
        went = [
            one.partition("#")[2]
            for one, mark in marks.items()
            if "#" in one
            and mark in known
            and mark not in known_marks(self.ledger, fiche, one.partition("#")[2])
        ]
        if not went and any(likeness(now, mark) >= SAME for mark in known):
            return
        element = self.here.elements(fiche)[anchor]
        other = f"un autre id, par exemple id: {anchor}-{self.on.year}"
        if went:
            found = (
                f"ce qu'elle désigne est maintenant à #{went[0]} : donnez-lui id: {anchor} (son numéro reste)"
            )
            geste = f"{found}, et à celui-ci {other}"
        else:
            same = f"si c'est la même chose autrement dite, ajoutez au registre la ligne « {address} ~{now} »"
            told = "dites dans anciennes_ancres ou elements_retires ce qu'est devenue l'ancienne"
            geste = f"{same}; sinon, donnez à celle-ci {other}, et {told}"
        yield self._given_again(fiche, element.chemin, address, geste)

    def _given_again(self, fiche: Fiche, chemin: tuple[str | int, ...], address: str, geste: str) -> Located:
        record = self.records[fiche.adresse]
        constat = f"L'adresse {_shown(address)} a été publiée pour autre chose"
        origin = record.origin(*chemin) if chemin else Origin(1, 1)
        return located("ID-07", record.path, origin, fiche.adresse, chemin, constat=constat, geste=geste)

    def _reused_file(self, lines: Sequence[LedgerLine]) -> Iterator[Located]:
        holders = self.here.files.get(lines[0].adresse, ())
        known = {self.here.page_of(line.sens) or line.sens for line in lines if is_record(line.sens)}
        if holders and known and known.isdisjoint(holders):
            constat = f"Le fichier /{lines[0].adresse} a été publié pour {lines[0].sens}, et une autre fiche le montre"
            geste = f"donnez un autre nom au fichier de {holders[0]}"
            record = self.records[holders[0]]
            yield located("ID-07", record.path, Origin(1, 1), holders[0], constat=constat, geste=geste)


def _shown(address: str) -> str:
    """`plans/un-plan#action-1` → `/plans/un-plan/#action-1`; a file has no slash at its end."""
    path, diese, anchor = address.partition("#")
    return f"/{path}{'' if '.' in path.rpartition('/')[2] else '/'}{diese}{anchor}"
