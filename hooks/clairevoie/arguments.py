"""The words of the command line become a namespace; all that argparse says, it says in French here.

Nothing long is loaded before it is needed: `--aide`, or an answer that is known, comes at once.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import NoReturn

from clairevoie.problems.inert import inert

# The forms of messages, which `report` writes.
FORMATS = ("github", "json", "texte")
# What argparse may complain of, and how it is said in French.
_FAULTS = (
    (r"unrecognized arguments: (.*)", r"« \1 » n'est pas compris."),
    (
        r"argument (\S*?): ?invalid choice: '(.*?)' \(choose from (.*)\)",
        r"« \2 » n'est pas permis; choisissez parmi \3.",
    ),
    (r"argument (\S+): invalid \S+ value: '(.*)'", r"« \2 » n'est pas une valeur permise pour \1."),
    (r"argument \S+: (« .*)", r"\1"),
    (r"argument (\S+): expected one argument", r"\1 attend une valeur."),
    (
        r"the following arguments are required: PHRASE",
        r'Il manque la phrase à lire, par exemple : clairevoie lire "fin juin 2026".',
    ),
    (
        r"the following arguments are required: .*--motif",
        r'Il manque le motif, par exemple --motif "Inscrite deux fois".',
    ),
    (r"the following arguments are required: REVISION", r"Il manque la révision, par exemple : main."),
    (r"the following arguments are required: (ADRESSE|ANCIENNE|NOUVELLE).*", r"Il manque une adresse."),
    (
        r"the following arguments are required: (.*)",
        "Il manque une commande : verifier, construire, servir, renommer, deplacer, retirer, comparer, schema, lire ou "
        "serveurs.",
    ),
)


class _Aide(argparse.HelpFormatter):
    """Help that starts with « Usage : »."""

    def add_usage(self, usage, actions, groups, prefix=None):  # type: ignore[no-untyped-def]
        super().add_usage(usage, actions, groups, "Usage : " if prefix is None else prefix)


class _Version(argparse.Action):
    """Say which version this is; looking for it takes a while."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> NoReturn:
        sys.stdout.write(f"{_version()}\n")
        parser.exit(0)


class _Parser(argparse.ArgumentParser):
    """A parser that speaks French."""

    def __init__(self, **options: object) -> None:
        super().__init__(add_help=False, allow_abbrev=False, formatter_class=_Aide, **options)  # type: ignore[arg-type]
        self._optionals.title, self._positionals.title = "Options ", "Fichier "
        self.add_argument("-h", "--aide", "--help", action="help", help="montre cette aide")

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the command line, and leave with 2."""
        said = next((re.sub(f, w, message) for f, w in _FAULTS if re.fullmatch(f, message)), message)
        self.exit(2, f"{inert(said)}\nPour la liste des commandes : clairevoie --aide\n")


def _day(written: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError:
        meant = " ou ".join(f"--date {day}" for day in _days_meant(written))
        advice = f"écrivez {meant}." if meant else "écrivez l'année, le mois et le jour : --date 2026-11-28."
        raise argparse.ArgumentTypeError(f"« {written} » n'est pas une date; {advice}") from None


def _days_meant(written: str) -> list[str]:
    """The days that « 28/11/2026 », « 2026/11/28 » or « 28 novembre 2026 » may be; two when it is ambiguous."""
    from clairevoie.model.phrases import PhraseError, read_deadlines

    with suppress(PhraseError):
        value = read_deadlines(written)[0].edtf or ""
        if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
            return [value]
    numbers = [int(part) for part in re.findall(r"\d+", written)]
    if len(numbers) != 3:
        return []
    orders = [numbers] if numbers[0] > 31 else [numbers[::-1], [numbers[2], numbers[0], numbers[1]]]
    days = []
    for year, month, day in orders:
        with suppress(ValueError):
            days.append(date(year, month, day).isoformat())
    return list(dict.fromkeys(days))


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return f"Claire-voie {version('clairevoie')}"
    except PackageNotFoundError:  # read from its folder, without being installed
        return "Claire-voie"


def _port(written: str) -> int:
    if not (written.isascii() and written.isdigit() and int(written) <= 65535):
        raise argparse.ArgumentTypeError(f"« {written} » n'est pas un port; donnez un nombre de 0 à 65535.")
    return int(written)


def parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    """The command (`commande`) and its options; exits with 2 and a French sentence when they make no sense."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # French accents on every terminal, Windows included
            stream.reconfigure(encoding="utf-8", errors="replace")
    parser = _Parser(prog="clairevoie", description="Vérifie et publie les faits de démarches concertées.")
    parser.add_argument("--version", action=_Version, nargs=0, help="montre la version")
    commands = parser.add_subparsers(
        title="Commandes ", required=True, metavar="commande", dest="commande", parser_class=_Parser
    )
    _that_check(commands)
    serving = _command(commands, "servir", "montre le site sur cet ordinateur, refait à chaque changement")
    serving.add_argument("--port", type=_port, default=8000, metavar="N", help="port local (8000)")
    schemas = _command(commands, "schema", "écrit le schéma JSON et le gabarit de chaque collection")
    schemas.add_argument(
        "--sortie",
        type=Path,
        metavar="DOSSIER",
        help="où mettre les schémas, sans les gabarits (data/_schemas/)",
    )
    reading = _named(
        commands, "lire", "dit ce que le site comprend d'une date, d'une fréquence ou d'une durée"
    )
    reading.add_argument("phrase", nargs="+", metavar="PHRASE", help="la phrase, comme dans la source")
    reading.add_argument("--format", choices=("json", "texte"), default="texte", help="forme de la réponse")
    comparing = _command(commands, "comparer", "dit ce qui change pour le public depuis une révision")
    comparing.add_argument("base", metavar="REVISION", help="d'où part la proposition : main, ou un numéro")
    _that_edit(commands)
    servers = _named(commands, "serveurs", "écrit des réglages de serveurs, avec les en-têtes de sécurité")
    servers.add_argument("--sortie", type=Path, metavar="DOSSIER", help="où les mettre (serveurs/)")
    asked = parser.parse_args(arguments)
    given, file = getattr(asked, "data", None), getattr(asked, "fichier", None)
    if file:
        asked.fichier = file = _found(file, (Path(), asked.racine, *filter(None, [given])))
    asked.data = given or _around(file) or asked.racine / "data"
    return asked


def _found(named: Path, folders: Sequence[Path]) -> Path:
    """The only file to show, named from here, from the project, as messages do, or from the folder of the facts."""
    places = [folder / named for folder in folders]
    return next((place for place in places if place.is_file()), named)


def _around(file: Path | None) -> Path | None:
    """The folder of the facts that holds the only file to check, when it is one of a record."""
    if file is None:
        return None
    from clairevoie.model import COLLECTIONS

    return file.resolve().parents[1] if file.resolve().parent.name in COLLECTIONS else None


def _that_edit(commands: argparse._SubParsersAction[_Parser]) -> None:
    renaming = _command(commands, "renommer", "donne un autre nom à une fiche, et change tout ce qui la cite")
    moving = _command(commands, "deplacer", "dit où est passé un élément, et change tout ce qui le cite")
    withdrawing = _command(commands, "retirer", "retire une fiche ou un élément; son adresse dit pourquoi")
    for parser, first, second in (
        (renaming, "comites/ancien-nom", "comites/nouveau-nom"),
        (moving, "plans/un-plan#action-1-2", "plans/un-plan#action-1-3"),
    ):
        parser.add_argument("ancienne", metavar="ANCIENNE", help=f"l'adresse d'avant : {first}")
        parser.add_argument("nouvelle", metavar="NOUVELLE", help=f"celle d'aujourd'hui : {second}")
    withdrawing.add_argument(
        "ancienne", metavar="ADRESSE", help="comites/une-table, ou plans/un-plan#action-1-2"
    )
    withdrawing.add_argument("--motif", required=True, help="pourquoi; jamais un fait sur une personne")
    withdrawing.add_argument("--remplace-par", default="", metavar="ADRESSE", help="ce qui en tient lieu")
    withdrawing.add_argument(
        "--decision", default="", metavar="ADRESSE", help="evenements/une-rencontre#decision-1"
    )
    withdrawing.add_argument(
        "--date", dest="jour", type=_day, metavar="AAAA-MM-JJ", help="le jour du retrait (aujourd'hui)"
    )
    for parser in (renaming, moving, withdrawing):
        parser.add_argument("--essai", action="store_true", help="dit ce qui serait fait, sans rien écrire")


def _that_check(commands: argparse._SubParsersAction[_Parser]) -> None:
    verify = _command(commands, "verifier", "dit tout ce qui ne va pas dans les fiches, sans rien publier")
    verify.add_argument(
        "fichier",
        type=Path,
        nargs="?",
        metavar="FICHIER",
        help="n'en montrer qu'un (il est lu avec les autres)",
    )
    verify.add_argument("--format", choices=FORMATS, default="texte", help="forme des messages")
    verify.add_argument("--normaliser", action="store_true", help="répare d'abord accents et fins de ligne")
    making = _command(commands, "construire", "vérifie les fiches, puis construit le site")
    for checked in (verify, making):
        checked.add_argument("--strict", action="store_true", help="refuse aussi sur un avertissement")
        checked.add_argument(
            "--date",
            type=_day,
            metavar="AAAA-MM-JJ",
            help="le jour qui tient lieu d'aujourd'hui (celui qu'il est au Québec)",
        )
    making.add_argument("--sortie", type=Path, metavar="DOSSIER", help="où mettre le site (site/)")
    making.add_argument(
        "--precompresse", action="store_true", help="met aussi chaque texte comprimé à côté (.br et .gz)"
    )


def _command(commands: argparse._SubParsersAction[_Parser], name: str, says: str) -> argparse.ArgumentParser:
    parser = _named(commands, name, says)
    parser.add_argument("--data", type=Path, metavar="DOSSIER", help="dossier des fiches (data/)")
    return parser


def _named(commands: argparse._SubParsersAction[_Parser], name: str, says: str) -> argparse.ArgumentParser:
    """A command that looks at the settings of a project, and maybe at nothing else of it."""
    parser = commands.add_parser(name, help=says, description=f"{says[:1].upper()}{says[1:]}.")
    parser.add_argument(
        "--racine", type=Path, default=Path(), metavar="DOSSIER", help="dossier du projet (ici)"
    )
    return parser


def site_folder(asked: argparse.Namespace) -> Path:
    """Where the site goes."""
    out: Path = asked.sortie or asked.racine / "site"
    return out


def cache_dir(asked: argparse.Namespace) -> Path:
    """Where what was done once is kept for the next time; taking it away costs nothing but time."""
    folder: Path = asked.racine / ".cache"
    return folder
