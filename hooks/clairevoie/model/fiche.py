"""What every record shares, whatever its collection."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from clairevoie.model.archives import Archives
from clairevoie.model.base import Adresse, Forme, Jour, Texte, TexteMarkdown, Valeur, many, one
from clairevoie.model.listes import Publication, StatutInformation
from clairevoie.model.sources import AncienNom, AncresDeplacees, ElementRetire, Image, Note, Retrait, Source


class Fiche(Forme):
    """What all collections share. The id is the file name: it is given by the reader, never typed."""

    collection: ClassVar[str]

    id: Annotated[str, Valeur("texte")] = Field(exclude=True)
    publication: Publication = one("Publication", "Publication, au choix dans la liste", obligatoire=True)
    en_bref: Texte | None = one("En bref", "Une phrase d'au plus 40 mots, dans nos mots")
    facile_a_lire: TexteMarkdown | None = one(
        "Version facile à lire",
        "La fiche en phrases courtes et en mots courants",
    )
    sources: tuple[Source, ...] = many("D'où ça vient", "Documents qui appuient la fiche")
    nom_court: Texte | None = one("Nom court", "Pour les menus et tableaux")
    sigle: Texte | None = one("Sigle", "Tel qu'employé par la source")
    noms_alternatifs: tuple[Texte, ...] = many("Aussi écrit", "Autres graphies rencontrées")
    anciens_noms: tuple[AncienNom, ...] = many("Anciens noms", "Vrais changements de nom")
    anciennes_adresses: tuple[Texte, ...] = many(
        "Anciennes adresses",
        "Chemins collection/id qui redirigent ici",
    )
    anciennes_ancres: AncresDeplacees = many(
        "Anciennes ancres",
        "Ancre d'avant, et celle où elle mène : {action-1-2-1: action-1-3}",
    )
    etat_au: Jour | None = one("État au", "Date à laquelle la fiche est vraie")
    statut_information: StatutInformation | None = one("Qui le dit", "Qui le dit, au choix dans la liste")
    notes: tuple[Note, ...] = many("Notes d'édition", "Écarts, lacunes, interprétations")
    peut_etre_identique_a: tuple[Adresse, ...] = many(
        "Peut-être la même chose que",
        "Rapprochement non confirmé",
    )
    a_ne_pas_confondre_avec: tuple[Adresse, ...] = many("À ne pas confondre avec", "Homonyme ou voisin")
    mots_cles: tuple[Texte, ...] = many(
        "Mots-clés", "Les mots que les gens écrivent pour trouver cette fiche"
    )
    images: tuple[Image, ...] = many("Images", "Images de la fiche")
    retrait: Retrait | None = one("Retrait", "Date et motif affichés sur la page retirée")
    elements_retires: tuple[ElementRetire, ...] = many(
        "Ce qui a été retiré", "Éléments qui avaient une adresse; leur ancre reste sur la page"
    )
    archives: Archives | None = one("Détails du document d'origine", "Critique de la source, repliée")

    @property
    def adresse(self) -> str:
        """`collection/id`, the address of the record without slashes around it."""
        return f"{self.collection}/{self.id}"

    @property
    def premiere_adresse(self) -> str:
        """The address that it had first, which a new one never changes: what is followed elsewhere is known by it."""
        return self.anciennes_adresses[0] if self.anciennes_adresses else self.adresse

    @property
    def intitule(self) -> str:
        """The name, or the title of the collections that have one instead."""
        # Asked very often: a field that the model lacks costs dear to ask for by name.
        said = vars(self)
        return str(said.get("titre") or said.get("nom", ""))

    @property
    def est_publiee(self) -> bool:
        """Whether the record may leave the dataset as a page."""
        return self.publication in ("publie", "archive")

    @property
    def est_declaree(self) -> bool:
        """Whether whoever does it says so, on a known day: such a record needs no other source."""
        return self.statut_information == "declare_par_le_porteur" and self.etat_au is not None
