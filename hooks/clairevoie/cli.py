"""The commands, in French; with the MkDocs hooks, the only place that speaks to people."""

from __future__ import annotations

import argparse
import gc
import os
import sys
import warnings
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TextIO

from clairevoie import build, editing, hosting, reading, schema
from clairevoie.answers import Answer, Request
from clairevoie.arguments import cache_dir, parse, site_folder
from clairevoie.clock import today
from clairevoie.comparing import UnknownRevision, compared
from clairevoie.content import look
from clairevoie.desk import Desk
from clairevoie.endings import code_of, heard
from clairevoie.ledger import Registering
from clairevoie.missing_history import what_is_missing
from clairevoie.model import COLLECTIONS
from clairevoie.model.phrases import Contexte, PhraseError
from clairevoie.overheard import overheard
from clairevoie.problems import DataRefused
from clairevoie.problems.inert import inert
from clairevoie.read import holds_records
from clairevoie.read.ledger import ledger_path, read_ledger, write_ledger
from clairevoie.read.normalise import normalise
from clairevoie.read.places import SCHEMAS
from clairevoie.read.settings import read_settings
from clairevoie.report import FORMATS, describe_failure, summary
from clairevoie.report import warnings as warned
from clairevoie.shortcuts import ShortcutLost
from clairevoie.validate.reglages import time_settings

_KEPT = "Rien n'a été publié; le site en place reste tel quel."
_NO_RECORD = (
    "Il n'y a aucune fiche dans le dossier « {} » : rien n'a été vérifié.\n"
    "Pour corriger : donnez un autre dossier avec --data, ou écrivez une première fiche, par exemple {}."
)
_ELSEWHERE = "Pour corriger : choisissez un autre dossier avec --sortie."


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0 when all went well, 1 when something is refused, 2 for a command misspelt."""
    return run(parse(arguments))


def run(asked: argparse.Namespace, request: Request | None = None) -> int:
    """Run one command that was understood; what it says is kept when it answers a `request`."""
    with warnings.catch_warnings():
        warnings.showwarning = _warn
        if request is None:
            return _run(asked)
        with overheard() as words:
            code = _run(asked)
        if words.are_all:
            request.keep(Answer(words.said, code))
        return code


def _run(asked: argparse.Namespace) -> int:
    kept = [_KEPT] if asked.commande == "construire" else []
    gc.disable()  # a command ends before what it leaves behind matters; looking for it takes a fifth of the time
    try:
        astray = _astray(asked)
        return _refuse(astray) if astray else COMMANDS[asked.commande](asked)
    except Exception as failure:
        stop = heard(failure)
        return _stopped(stop, *kept) if stop else _refuse(describe_failure(failure, _desk(asked)), *kept)
    except KeyboardInterrupt as stop:
        return _stopped(stop, *kept)
    finally:
        gc.freeze()  # nor does the end of the program look for it
        gc.enable()


def _stopped(stop: KeyboardInterrupt, *kept: str) -> int:
    _refuse("Interrompu.", *kept)
    return code_of(stop)


def _astray(asked: argparse.Namespace) -> str:
    """What is wrong with the folders given, before anything is read or written; nothing when all is well."""
    if not asked.racine.is_dir():
        return _no_folder(asked.racine, "--racine")
    if asked.commande in ("construire", "servir") and not (asked.racine / "mkdocs.yml").is_file():
        astray = f"Le dossier « {asked.racine} » n'est pas celui d'un projet (il n'a pas de mkdocs.yml)."
        return f"{astray}\nPour corriger : donnez-le avec --racine."
    needs_no_data = asked.commande in ("lire", "serveurs") or (asked.commande == "schema" and asked.sortie)
    if not asked.data.is_dir() and not needs_no_data:
        return _no_folder(asked.data, "--data")
    if getattr(asked, "fichier", None):
        return _no_file(asked)
    return _misplaced(asked) if asked.commande == "construire" else ""


def _no_folder(folder: Path, option: str) -> str:
    if folder.exists():
        return (
            f"« {folder} » est un fichier, et non un dossier.\n"
            f"Pour corriger : donnez un dossier avec {option}."
        )
    return f"Le dossier « {folder} » n'existe pas.\nPour corriger : donnez-le avec {option}."


def _no_file(asked: argparse.Namespace) -> str:
    """Why the only file to show cannot be: there is none, or it is none of those that are checked."""
    file: Path = asked.fichier
    if file.is_dir():
        return (
            f"« {file} » est un dossier, et non un fichier.\n"
            "Pour corriger : donnez un seul fichier, ou aucun pour tout voir."
        )
    if not file.is_file():
        return f"Le fichier « {file} » n'existe pas.\nPour corriger : vérifiez son chemin."
    checked = (asked.data, asked.racine / "content", asked.racine / "mkdocs.yml")
    if not any(file.resolve().is_relative_to(place.resolve()) for place in checked):
        return (
            f"Le fichier « {file} » n'est pas vérifié : il n'est ni une fiche, ni une page du site.\n"
            f"Pour corriger : donnez un fichier de {asked.data}/ ou de {checked[1]}/."
        )
    return ""


def _misplaced(asked: argparse.Namespace) -> str:
    """A site replaces its whole folder: it goes neither over the project nor among its facts."""
    out, data = site_folder(asked).resolve(), asked.data.resolve()
    if out.is_relative_to(data):
        return f"Le site ne peut pas aller dans le dossier des fiches ({out}).\n{_ELSEWHERE}"
    if asked.racine.resolve().is_relative_to(out) or data.is_relative_to(out):
        return f"Le site ne peut pas remplacer le dossier {out} : le projet s'y trouve.\n{_ELSEWHERE}"
    return ""


def _warn(message: Warning | str, category: type[Warning], *_: object, **__: object) -> None:
    """Say in French that a shortcut was lost; other warnings are for who works on the program."""
    if issubclass(category, ShortcutLost):
        _say(f"AVERTISSEMENT {message}", file=sys.stderr)


def _refuse(*lines: str) -> int:
    _say(*lines, file=sys.stderr)
    return 1


def _say(*lines: object, file: TextIO | None = None) -> None:
    """Print lines, whatever is typed in them; a preview goes on, and each must be seen at once."""
    print(inert("\n".join(map(str, lines))), file=file, flush=True)


def _verify(asked: argparse.Namespace) -> int:
    if asked.normaliser:
        _normalise(asked.data)
    desk = _desk(asked)
    found = build.check(asked.racine, asked.data, asked.date or today(), cache_dir(asked), _base())
    if not found and asked.format == "texte" and not holds_records(asked.data, tuple(COLLECTIONS)):
        _say(_NO_RECORD.format(asked.data, asked.data / "demarches" / "mon-quartier.yml"))
        return 0
    problems, elsewhere = desk.told_of(found, asked.fichier)
    print(FORMATS[asked.format](desk.set_out(problems)))
    if elsewhere and asked.format == "texte":
        _say(f"Dans les autres fichiers : {summary(elsewhere)} Pour tout voir : {_whole(asked)}")
    grave = [problem for problem in problems if problem.is_error or (asked.strict and problem.is_warning)]
    return 1 if grave else 0


def _whole(asked: argparse.Namespace) -> str:
    """The command that shows the problems of every file."""
    root = "" if asked.racine == Path() else f" --racine {asked.racine}"
    data = "" if asked.data.resolve() == (asked.racine / "data").resolve() else f" --data {asked.data}"
    return f"clairevoie verifier{root}{data}"


def _normalise(data: Path) -> None:
    """Mend what a machine can mend: byte order marks, line ends, decomposed accents."""
    for path in sorted(data.rglob("*.yml")):
        if path.is_symlink() or not path.is_file():
            continue
        typed = path.read_bytes()
        mended = normalise(typed)
        if mended != typed:
            path.write_bytes(mended)
            _say(f"Normalisé : {path}")
    ledger = read_ledger(data)
    if ledger and ledger.untidy and not ledger.wrong:
        write_ledger(data, (line.text for line in ledger.lines))
        _say(f"Normalisé : {ledger_path(data)}")


def _desk(asked: argparse.Namespace) -> Desk:
    return Desk(asked.racine, asked.data)


def _build(asked: argparse.Namespace) -> int:
    on = asked.date or today()
    if asked.strict:
        problems = build.check(asked.racine, asked.data, on, cache_dir(asked), _base())
        if warned(problems):
            raise DataRefused(problems)
    registering = _registering(asked)
    loaded = build.build(
        asked.racine,
        asked.data,
        site_folder(asked),
        on,
        cache_dir(asked),
        compressed=asked.precompresse,
        base=_base(),
        registering=registering,
    )
    added = build.register(loaded, site_folder(asked)) if registering == "write" else 0
    count = sum(fiche.est_publiee for fiche in loaded.jeu)
    said = (*what_is_missing(loaded.history), *warned(_desk(asked).set_out(loaded.problems)))
    _say(*said, f"Site construit dans {site_folder(asked)}.")
    _say(f"{count} {'fiches publiées' if count > 1 else 'fiche publiée'}. {summary(loaded.problems)}")
    if added:
        lines = f"{added} {'adresses sont ajoutées' if added > 1 else 'adresse est ajoutée'}"
        _say(f"{lines} au registre : enregistrez {ledger_path(asked.data)} avec le reste.")
    return 0


def _registering(asked: argparse.Namespace) -> Registering:
    """What a build does with the ledger of addresses: it writes that of its own project, at somebody's hand.

    A forge, which says that it is one in `CI`, only checks that what it publishes is there; a trial checks the rest.
    """
    is_own = site_folder(asked).resolve() == (asked.racine / "site").resolve()
    if not is_own or asked.data.resolve() != (asked.racine / "data").resolve():
        return "check"
    return "publish" if os.environ.get("CI") else "write"


def _base() -> str:
    """The revision from which a proposal departs, as a forge gives it (`.ci/run`)."""
    return os.environ.get("BASE", "")


def _serve(asked: argparse.Namespace) -> int:
    from clairevoie.serve import PortTaken, serve  # watchdog and a web server: only for whoever serves

    try:
        return serve(asked.racine, asked.data, asked.port, _say, today)
    except PortTaken as failure:
        return _refuse(str(failure))


def _schema(asked: argparse.Namespace) -> int:
    written = schema.write(asked.sortie or asked.data / SCHEMAS)
    if not asked.sortie:
        written += schema.write_templates(asked.data)
    _say(*written)
    return 0


def _read(asked: argparse.Namespace) -> int:
    phrase = " ".join(asked.phrase)
    reglages, wrong = time_settings(read_settings(look(asked.racine, asked.data).settings))
    if wrong:
        raise DataRefused(wrong)
    try:
        lues = reading.read_phrase(phrase, Contexte(reglages=reglages))
    except (PhraseError, reading.Unread) as failure:
        return _refuse(reading.advice(phrase, failure))
    _say(reading.as_json(lues) if asked.format == "json" else reading.in_french(lues))
    return 0


def _hosting(asked: argparse.Namespace) -> int:
    _say(*hosting.write(asked.sortie or asked.racine / "serveurs"))
    return 0


def _edit(asked: argparse.Namespace) -> int:
    """Rename, move or withdraw: done whole, then said; or not at all."""
    on = getattr(asked, "jour", None) or today()
    ledger = read_ledger(asked.data)
    try:
        change = EDITS[asked.commande](asked, on)
        if asked.essai:
            _say(f"Essai, rien n'est écrit : {change.told[0]}", *change.told[1:])
            return 0
        editing.apply(change, lambda: build.check(asked.racine, asked.data, on, cache_dir(asked), _base()))
        _say(*change.told)
        if ledger:
            build.note_new_lines(asked.racine, asked.data, ledger)
    except editing.ChangeRefused as refused:
        shown = _desk(asked).set_out(refused.problems)
        return _refuse(str(refused), *([FORMATS["texte"](shown)] if shown else []))
    return 0


def _compare(asked: argparse.Namespace) -> int:
    try:
        _say(compared(asked.racine, asked.data, asked.base, cache_dir(asked)).rstrip("\n"))
    except UnknownRevision:
        return _refuse(
            f"La révision « {asked.base} » n'est pas connue ici.\n"
            "Pour corriger : donnez une branche ou un numéro de révision, et un dépôt dont l'historique est complet."
        )
    return 0


EDITS: dict[str, Callable[[argparse.Namespace, date], editing.Change]] = {
    "renommer": lambda asked, _: editing.rename(asked.racine, asked.data, asked.ancienne, asked.nouvelle),
    "deplacer": lambda asked, _: editing.move(asked.racine, asked.data, asked.ancienne, asked.nouvelle),
    "retirer": lambda asked, on: editing.withdraw(
        asked.racine, asked.data, asked.ancienne, on, asked.motif, asked.remplace_par, asked.decision
    ),
}
COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "verifier": _verify,
    "construire": _build,
    "servir": _serve,
    "renommer": _edit,
    "deplacer": _edit,
    "retirer": _edit,
    "comparer": _compare,
    "schema": _schema,
    "lire": _read,
    "serveurs": _hosting,
}
