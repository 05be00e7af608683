"""The open formats that the site offers: what each is for, its files, and what it cannot carry."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from clairevoie.exports import data_package, grants, workbook
from clairevoie.exports.jsonld import dataset, script
from clairevoie.exports.of_everything import (
    ALL_LINES,
    GRANTS,
    PACKAGE,
    WORKBOOK,
    lines_of_collection,
)
from clairevoie.exports.of_records import FOLDER
from clairevoie.exports.provenance import CITES, LICENCE, Provenance
from clairevoie.exports.state_file import STATE, why_no_other
from clairevoie.exports.tables import tables
from clairevoie.exports.vocabulaire import MOTS_DU_GRAPHE
from clairevoie.model import COLLECTIONS
from clairevoie.pages.site import Site


@dataclass(frozen=True, slots=True)
class Offre:
    """A way to take the data: its name, what it is for, what it leaves out, and its files, by their words and place.

    `autres` are the files of its parts, under the words `replies`.
    """

    cle: str
    titre: str
    usage: str
    limites: str
    fichiers: tuple[tuple[str, str], ...]
    replies: str = ""
    autres: tuple[tuple[str, str], ...] = ()


def offered(site: Site) -> dict[str, object]:
    """What is offered, the easiest first."""
    offres = [_workbook(), _package(), _lines()]
    if grants.has_grants(site.jeu):
        offres.append(_grants())
    return {
        "offres": offres,
        "licence": LICENCE,
        "cites": CITES,
        "mots_du_graphe": MOTS_DU_GRAPHE,
        "graphe": Markup(_graph(site, offres)),
        **_state(site),
    }


def _graph(site: Site, offres: Sequence[Offre]) -> str:
    """What the page says to programs: the dataset, with the main files of each offer."""
    provenance = Provenance(site.reglages.adresse, site.reglages.nom, site.publication)
    files = [file for offre in offres for file in offre.fichiers]
    return script((dataset(provenance, FOLDER, files),), provenance.adresse)


def _state(site: Site) -> dict[str, object]:
    publication = site.publication
    return {
        "publication": publication,
        "sans_precedent": publication and why_no_other(publication),
        "fichier_de_l_etat": STATE,
    }


def _workbook() -> Offre:
    return Offre(
        "classeur",
        "Dans un tableur",
        "Un classeur qui s'ouvre avec Excel ou LibreOffice, une feuille par genre de chose. "
        "Chaque plan a aussi le sien, au pied de sa page.",
        workbook.NOT_CARRIED,
        (("Tout le site, en un classeur (XLSX)", WORKBOOK),),
    )


def _package() -> Offre:
    return Offre(
        "paquet",
        "Dans une base de données",
        "Des tables que des clés relient (CSV en UTF-8, séparé par des virgules), avec leur dictionnaire en français : "
        "titre, sens et valeurs permises de chaque colonne. C'est un « Data Package », version 2. "
        "Une colonne dont le nom finit par _lu dit la date que le site comprend.",
        data_package.NOT_CARRIED,
        (("Description et dictionnaire des tables (JSON)", f"{PACKAGE}/{data_package.DESCRIPTOR}"),),
        "Les tables, une à une (CSV)",
        tuple((table.titre, f"{PACKAGE}/{data_package.file_name(table.nom)}") for table in tables().values()),
    )


def _lines() -> Offre:
    return Offre(
        "json",
        "Dans un programme",
        "Une fiche par ligne, en JSON. Chaque fiche a aussi son fichier, à l'adresse de sa page précédée de donnees/ "
        "et suivie de .json. Les valeurs qui finissent par _lu disent la date que le site comprend.",
        "Les noms des personnes qui siègent, les fiches retirées et les fichiers joints n'y sont pas. "
        "Un nombre de plus de quinze chiffres y est un texte.",
        (("Toutes les fiches (JSON Lines)", ALL_LINES),),
        "Un genre de fiche à la fois (JSON Lines)",
        tuple((kind.libelle, lines_of_collection(name)) for name, kind in COLLECTIONS.items()),
    )


def _grants() -> Offre:
    return Offre(
        "subventions",
        "Les subventions",
        "Dans le format 360Giving, que lisent des bailleurs et leurs partenaires.",
        grants.NOT_CARRIED,
        (("Les subventions connues (JSON)", GRANTS),),
    )
