"""A record renamed or withdrawn, an element moved or withdrawn: the whole job, as a `Change` to be applied.

Each raises `ChangeRefused` with a sentence that says what to do instead.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from clairevoie.editing.changes import Change, ChangeRefused
from clairevoie.editing.citations import citing_instead, linking_instead
from clairevoie.editing.fields import NotEditable, with_entry, with_item, with_line, with_value, without_item
from clairevoie.exports.yaml_text import quoted
from clairevoie.model import COLLECTIONS
from clairevoie.model.ancres import by_anchor, elements
from clairevoie.model.fiche import Fiche
from clairevoie.read import Record, examine_folder
from clairevoie.validate import Examined, examine
from clairevoie.validate.rules.identifiants import wrong_sign

_BY_HAND = "La mise en forme de {} ne permet pas de le faire sans risque : changez ce fichier à la main."


@dataclass
class _Project:
    """The records of a data folder and the pages of its project; their texts change as the job goes on."""

    root: Path
    data: Path

    def __post_init__(self) -> None:
        reading = examine_folder(self.data, tuple(COLLECTIONS), examine)
        self.examined: dict[str, Examined] = {one.adresse: one for one in reading.records}
        self.texts: dict[Path, str | None] = {}

    @cached_property
    def pages(self) -> list[Path]:
        folder = self.root / "content"
        return (
            [path for path in sorted(folder.rglob("*.md")) if not path.is_symlink()]
            if folder.is_dir()
            else []
        )

    def path(self, adresse: str) -> Path:
        return self.data / f"{adresse}.yml"

    def record(self, adresse: str) -> tuple[Record, Fiche]:
        one = self.examined.get(adresse)
        if one is None:
            raise ChangeRefused(f"Il n'y a pas de fiche à l'adresse « {adresse} » ({self.path(adresse)}).")
        if one.fiche is None:
            raise ChangeRefused(f"La fiche {self.path(adresse)} a des erreurs : corrigez-la d'abord.")
        return one.record, one.fiche

    def text(self, adresse: str) -> str:
        """The text of a record as it would be so far."""
        path = self.path(adresse)
        known = self.texts.get(path)
        if known is None:
            known = self.record(adresse)[0].text
            if known.encode() != path.read_bytes():
                raise ChangeRefused(f"{path} : lancez d'abord « clairevoie verifier --normaliser ».")
        return known

    def edit(self, adresse: str, text: str) -> None:
        self.texts[self.path(adresse)] = text

    def cite_instead(self, old: str, new: str) -> None:
        """Every record and every page cites `new` where it cited `old`."""
        for adresse, one in self.examined.items():
            if one.fiche is not None:
                text = citing_instead(one.record, one.fiche, old, new)
                if text != one.record.text:
                    self.text(adresse)
                    self.edit(adresse, text)
        for path in self.pages:
            typed = path.read_bytes().decode("utf-8", errors="surrogateescape")
            text = linking_instead(typed, old, new)
            if text != typed:
                self.texts[path] = text

    def change(self, sentence: str) -> Change:
        files = {
            path: None if text is None else text.encode("utf-8", errors="surrogateescape")
            for path, text in self.texts.items()
        }
        others = sum(data is not None for data in files.values()) - 1
        count = f"{others} autre{'s' if others > 1 else ''} fichier{'s' if others > 1 else ''}"
        return Change(f"{sentence} ({count} à changer)." if others > 0 else f"{sentence}.", files)


def address_of(typed: str, beside: str = "") -> str:
    """`data/comites/table.yml`, `/comites/table/` or, beside another record, `table` → `comites/table`."""
    path, diese, anchor = typed.partition("#")
    path = path.strip("/").removeprefix("data/").removesuffix(".yml")
    if beside and "/" not in path:
        path = f"{beside.partition('/')[0]}/{path}"
    collection, _, id = path.partition("/")
    if collection not in COLLECTIONS or wrong_sign(id) or not id:
        raise ChangeRefused(
            f"« {typed} » n'est pas l'adresse d'une fiche : écrivez par exemple comites/table-de-quartier."
        )
    return f"{path}{diese}{anchor}"


def rename(root: Path, data: Path, typed: str, instead: str) -> Change:
    """A record takes another file name: its file, whoever cites it, and its old address that leads to it.

    When the file was already renamed by hand, the rest of the job is done.
    """
    old = address_of(typed)
    new = address_of(instead, old)
    if "#" in old + new:
        raise ChangeRefused("Une ancre ne se renomme pas : voyez « clairevoie deplacer ».")
    if old.partition("/")[0] != new.partition("/")[0]:
        raise ChangeRefused(
            "Une fiche ne change pas de collection : écrivez-en une autre, et retirez celle-ci."
        )
    project = _Project(root, data)
    is_done = old not in project.examined and new in project.examined
    if not is_done and new in project.examined:
        raise ChangeRefused(f"Il y a déjà une fiche à l'adresse « {new} » : choisissez un autre nom.")
    project.record(new if is_done else old)
    project.cite_instead(old, new)
    here = new if is_done else old
    with _by_hand(project.path(here)):
        text = with_item(project.text(here), "anciennes_adresses", old)
    if not is_done:
        project.texts[project.path(old)] = None
    project.texts[project.path(new)] = text
    told = "renommé par vous" if is_done else "renommé"
    return project.change(f"{old} devient {new}, fichier {told}, et l'ancienne adresse y mène")


def withdraw(
    root: Path, data: Path, typed: str, on: date, motif: str, remplace_par: str = "", decision: str = ""
) -> Change:
    """A record, or one element of it, leaves the site: its address says when and why."""
    adresse = address_of(typed)
    path, _, anchor = adresse.partition("#")
    project = _Project(root, data)
    _, fiche = project.record(path)
    new = address_of(remplace_par) if remplace_par else ""
    facts = [f'date: "{on.isoformat()}"', f"motif: {quoted(motif)}"]
    facts += [f"decision: {decision}"] if decision else []
    facts += [f"remplace_par: {new}"] if new else []
    if new and (anchor or new.partition("/")[0] == path.partition("/")[0]):
        project.cite_instead(adresse, new)
    with _by_hand(project.path(path)):
        if anchor:
            element = by_anchor(elements(fiche)).get(anchor)
            if element is None or element.ancre != anchor:
                raise ChangeRefused(f"Il n'y a pas d'élément à l'ancre #{anchor} dans {project.path(path)}.")
            text = without_item(project.text(path), element.chemin)
            text = with_item(
                text, "elements_retires", f"{{{', '.join([f'ancienne_ancre: {anchor}', *facts])}}}"
            )
        else:
            if fiche.publication == "retire":
                raise ChangeRefused(f"La fiche {path} est déjà retirée.")
            text = with_value(project.text(path), "publication", "retire")
            text = with_line(text, f"retrait: {{{', '.join(facts)}}}")
    project.edit(path, text)
    return project.change(f"{adresse} est retiré; son adresse dira quand et pourquoi")


def move(root: Path, data: Path, typed: str, instead: str) -> Change:
    """What had an anchor stands at another one, where somebody put it: its old anchor leads there, and so do others."""
    old, new = address_of(typed), address_of(instead)
    if "#" not in old or "#" not in new:
        raise ChangeRefused(
            "Donnez deux adresses avec leur ancre : plans/plan-2026#action-1-2 plans/plan-2027#action-2-1."
        )
    project = _Project(root, data)
    (path, _, anchor), (place, _, _) = old.partition("#"), new.partition("#")
    _, fiche = project.record(path)
    _, there = project.record(place)
    if new.partition("#")[2] not in by_anchor(elements(there)):
        raise ChangeRefused(
            f"Rien n'est à l'adresse « {new} » : mettez-y d'abord l'élément, puis relancez la commande."
        )
    if anchor in by_anchor(elements(fiche)):
        raise ChangeRefused(
            f"Un élément est encore à l'adresse « {old} » : enlevez-le d'abord de {project.path(path)}."
        )
    project.cite_instead(old, new)
    own = new.removeprefix(f"{path}#")
    with _by_hand(project.path(path)):
        project.edit(path, with_entry(project.text(path), "anciennes_ancres", anchor, own))
    return project.change(f"{old} mène maintenant à {new}")


@contextmanager
def _by_hand(path: Path) -> Iterator[None]:
    """What cannot be edited safely is refused, with the name of its file."""
    try:
        yield
    except NotEditable:
        raise ChangeRefused(_BY_HAND.format(path)) from None
