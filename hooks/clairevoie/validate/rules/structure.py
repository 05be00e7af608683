"""How records and elements hold together: chains, seats, numbers, counts."""

from __future__ import annotations

from collections.abc import Iterator

from clairevoie.model.comptes import counter
from clairevoie.model.enonces import Enonce
from clairevoie.model.fiche import Fiche
from clairevoie.model.parcours import Chemin
from clairevoie.problems import Problem
from clairevoie.problems.catalogue import problem
from clairevoie.validate.dossier import Dossier
from clairevoie.validate.rule import Scope, rule


@rule(Scope.WHOLE)
def demarche_names_who_is_responsible(dossier: Dossier) -> Iterator[Problem]:
    """A public démarche shows an organisme or a comité."""
    served = {id for comite in dossier.jeu.comites.values() for id in comite.demarches}
    for demarche in dossier.jeu.demarches.values():
        if demarche.est_publiee and not demarche.organismes and demarche.id not in served:
            yield problem("REF-08", demarche.adresse)


@rule(Scope.RECORD)
def effect_stays_in_the_zone_of_its_parent(dossier: Dossier) -> Iterator[Problem]:
    """An effect is nested inside its zone of control, unless a note on the effect says why it is not."""
    for fiche in dossier.jeu.demarches.values():
        ancres = dossier.ancres(fiche)
        for element in ancres.values():
            parent = ancres.get(getattr(element.forme, "parent", None) or "")
            zones = {getattr(one.forme, "zone_controle", None) for one in (element, parent) if one}
            if parent and len(zones - {None}) == 2 and not _noted(fiche, element.ancre):
                place = (*element.chemin, "parent")
                yield problem("REF-12", fiche.adresse, place, a=element.ancre, b=parent.ancre)


@rule(Scope.RECORD)
def sentence_is_said_once(dossier: Dossier) -> Iterator[Problem]:
    """A list does not hold the same sentence twice, unless it says that the source repeats it."""
    seen: dict[tuple[str, Chemin, str], tuple[Chemin, Enonce]] = {}
    for fiche, chemin, enonce in dossier.formes(Enonce):
        key = (fiche.adresse, chemin[:-1], " ".join(enonce.texte.split()))
        first, earlier = seen.setdefault(key, (chemin, enonce))
        if first != chemin and not (_repeated(earlier) or _repeated(enonce)):
            l1, l2 = dossier.line(fiche, *first), dossier.line(fiche, *chemin)
            yield problem("REF-17", fiche.adresse, chemin, l1=l1, l2=l2)


@rule(Scope.WHOLE)
def announced_count_is_the_count_found(dossier: Dossier) -> Iterator[Problem]:
    """As many public things are linked as the source announces."""
    announcing = [d for d in dossier.jeu.demarches.values() if d.est_publiee and d.comptes_declares]
    if not announcing:
        return
    found = counter(dossier.jeu.publie())
    for demarche in announcing:
        for rank, compte in enumerate(demarche.comptes_declares):
            linked = found(demarche, compte)
            if linked is not None and linked != compte.valeur:
                place = ("comptes_declares", rank)
                yield problem(
                    "REF-18", demarche.adresse, place, n=compte.valeur, objet=compte.objet, m=linked
                )


def _noted(fiche: Fiche, ancre: str | None) -> bool:
    return any(note.champ and note.champ.partition(".")[0] == ancre for note in fiche.notes)


def _repeated(enonce: Enonce) -> bool:
    return bool(enonce.archives and enonce.archives.occurrences and enonce.archives.occurrences > 1)
