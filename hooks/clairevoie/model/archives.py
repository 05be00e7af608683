"""The criticism of a source document: variants, lost parts, uncertain nesting."""

from __future__ import annotations

from clairevoie.model.base import Ancre, Booleen, Forme, Nombre, Texte, many, one


class Variante(Forme):
    """Another wording of the same thing elsewhere in the source."""

    repere: Texte | None = one("Endroit", "Où se trouve l'autre libellé")
    numero: Texte | None = one("Numéro", "Entre guillemets")
    texte: Texte = one("Libellé", "Mot à mot", obligatoire=True)


class Archives(Forme):
    """Criticism of the source document, folded on the page, never required."""

    variantes: tuple[Variante, ...] = many("Autres libellés", "Même chose écrite autrement ailleurs")
    numero_liste: Texte | None = one("Numéro dans la liste", "Quand il diffère du tableau")
    present_dans: tuple[Texte, ...] = many("Présent dans", "« liste », « tableau »")
    cellule_brute: Texte | None = one("Cellule d'origine", "Cellule fusionnée ou aplatie")
    colonnes: tuple[Texte, ...] = many("Colonnes d'origine", "Noms de colonnes")
    elements_perdus: tuple[Texte, ...] = many(
        "Éléments perdus",
        "Ce que la source a perdu (logos, schéma, valeurs)",
    )
    transformations: tuple[Texte, ...] = many(
        "Nettoyages faits",
        "Ce que le site a retiré (balises, barres obliques)",
    )
    legendes: tuple[Texte, ...] = many("Légendes", "Légendes sans leur image")
    ordre: Nombre | None = one("Rang dans la source", "Place dans le texte, quand l'affichage est trié")
    occurrences: Nombre | None = one("Nombre de fois", "Répétitions dans la source")
    hierarchie_incertaine: Booleen = one("Imbrication incertaine", "Niveau d'imbrication douteux", False)
    troncature_possible: Booleen = one("Peut-être coupé", "Fin de phrase manquante", False)
    realise_activites: tuple[Ancre, ...] = many(
        "Activités correspondantes",
        "Étape abrégée → activités [interp.]",
    )
