"""The commands, in French; with the MkDocs hooks, the only place that speaks to people."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from clairevoie import build, schema
from clairevoie.arguments import parse
from clairevoie.problems import DataRefused
from clairevoie.publish.blanks import BlankBroken
from clairevoie.publish.dressing import EngineFailed
from clairevoie.publish.search import SearchFailed
from clairevoie.publish.staging import NotOurs
from clairevoie.read.normalise import normalise
from clairevoie.report import FORMATS, summary, texte
from clairevoie.sharing import WorkerFailed

_KEPT = "Rien n'a été publié; le site en place reste tel quel."


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0 when all went well, 1 when something is refused, 2 for a command misspelt."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # French accents on every terminal, Windows included
            stream.reconfigure(encoding="utf-8", errors="replace")
    asked = parse(arguments)
    try:
        return COMMANDS[asked.commande](asked)
    except DataRefused as refusal:
        return _refuse(texte(refusal.problems), _KEPT)
    except EngineFailed as failure:
        return _refuse("L'habillage des pages a échoué. Voici ce qu'en dit MkDocs :", str(failure), _KEPT)
    except WorkerFailed as failure:
        return _refuse(
            "L'impression des pages s'est arrêtée. Voici ce qu'en dit le programme :", str(failure), _KEPT
        )
    except SearchFailed as failure:
        return _refuse(
            "L'index de la recherche n'a pas pu être fait. Voici ce qu'en dit Pagefind :", str(failure), _KEPT
        )
    except BlankBroken as failure:
        return _refuse(f"Le thème a perdu le repère {failure} : vérifiez overrides/base.html.", _KEPT)
    except NotOurs as failure:
        fault = f"Le dossier {failure} contient des fichiers que Claire-voie n'a pas produits."
        return _refuse(fault, "Pour corriger : choisissez un autre dossier avec --sortie, ou videz celui-ci.")
    except OSError as failure:
        return _refuse(f"Lecture ou écriture impossible : {failure.filename} ({failure.strerror}).", _KEPT)
    except KeyboardInterrupt:
        return _refuse("Interrompu.", _KEPT)


def _refuse(*lines: str) -> int:
    print(*lines, sep="\n", file=sys.stderr)
    return 1


def _verify(asked: argparse.Namespace) -> int:
    if not asked.data.is_dir():
        return _refuse(f"Le dossier « {asked.data} » n'existe pas.", "Pour corriger : donnez-le avec --data.")
    if asked.normaliser:
        _normalise(asked.data)
    problems = build.check(asked.racine, asked.data, asked.date)
    print(FORMATS[asked.format](problems))
    grave = [problem for problem in problems if problem.is_error or (asked.strict and problem.is_warning)]
    return 1 if grave else 0


def _normalise(data: Path) -> None:
    """Mend what a machine can mend: byte order marks, line ends, decomposed accents."""
    for path in sorted(data.rglob("*.yml")):
        if path.is_symlink() or not path.is_file():
            continue
        typed = path.read_bytes()
        mended = normalise(typed)
        if mended != typed:
            path.write_bytes(mended)
            print(f"Normalisé : {path}")


def _build(asked: argparse.Namespace) -> int:
    out = asked.sortie or asked.racine / "site"
    loaded = build.build(asked.racine, asked.data, out, asked.date)
    warnings = [problem for problem in loaded.problems if problem.is_warning]
    print(*warnings, sep="\n", end="\n" if warnings else "")
    print(f"Site construit dans {out} : {sum(1 for _ in loaded.jeu)} fiches. {summary(loaded.problems)}")
    return 0


def _serve(asked: argparse.Namespace) -> int:
    from clairevoie.serve import serve  # watchdog and a web server: only for whoever serves

    return serve(asked.racine, asked.data, asked.port, print)


def _schema(asked: argparse.Namespace) -> int:
    print(*schema.write(asked.sortie or asked.data / "_schemas"), sep="\n")
    return 0


COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "verifier": _verify,
    "construire": _build,
    "servir": _serve,
    "schema": _schema,
}
