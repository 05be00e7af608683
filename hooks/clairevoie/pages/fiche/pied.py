"""What closes a page: its address, how to cite it, how to follow it, how to report an error, its data."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from clairevoie.exports.of_records import formats_of
from clairevoie.model.fiche import Fiche
from clairevoie.pages.abonner import Abonnement, subscription
from clairevoie.pages.citer import ACiter, citation
from clairevoie.pages.site import Reglages, Site
from clairevoie.wording.names import title


@dataclass(frozen=True, slots=True)
class Pied:
    """`adresse` is the full address of the page; `formats` labels and addresses; `signaler` and `ecrire`, for
    who knows what the page does not say, are empty for no link."""

    adresse: str
    citation: ACiter
    formats: tuple[tuple[str, str], ...]
    signaler: str
    ecrire: str
    abonnement: Abonnement | None


def footing(site: Site, fiche: Fiche, racine: str) -> Pied:
    """The foot of the page of a record."""
    reglages = site.reglages
    adresse = f"{reglages.adresse}{fiche.adresse}/"
    formats = [
        (f"Données de la page ({format.nom})", f"{racine}{format.path(fiche)}")
        for format in formats_of(fiche)
    ]
    if reglages.depot and fiche.adresse in site.fichiers:
        formats.append(
            ("Historique de la page", f"{reglages.depot}/commits/HEAD/{site.fichiers[fiche.adresse]}")
        )
    return Pied(
        adresse=adresse,
        citation=citation(site, fiche),
        formats=tuple(formats),
        signaler=message(reglages, f"Erreur : {title(fiche)}", adresse),
        ecrire=message(reglages, f"Ce que je sais : {title(fiche)}", adresse),
        abonnement=subscription(reglages, fiche.adresse),
    )


def message(reglages: Reglages, sujet: str, corps: str) -> str:
    """A message ready to be written, when people answer by mail; else the address of the form, if there is one."""
    if not reglages.signaler.startswith("mailto:"):
        return reglages.signaler
    return f"{reglages.signaler}?subject={quote(sujet)}&body={quote(corps)}"
