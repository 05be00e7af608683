"""What must be known before reading a record, said once at its top: one function for each kind of banner."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from markupsafe import Markup

from clairevoie.model import COLLECTIONS
from clairevoie.model.comites import Comite
from clairevoie.model.demarches import Demarche
from clairevoie.model.quand import as_of, closing, on, until
from clairevoie.pages.fiche.vue import Vue
from clairevoie.wording.typography import headline, typo

# Kind of banner (its look), and its words.
Bandeau = tuple[str, Markup]
Link = Callable[[str], str]


def banners(vue: Vue, link: Link) -> tuple[Bandeau, ...]:
    """The banners of a record, in the order of the table; that it may have changed is said only when alone."""
    told = tuple(bandeau for rule in _RULES for bandeau in rule(vue, link))
    return told or tuple(_old(vue))


def _archived(vue: Vue, _: Link) -> Iterator[Bandeau]:
    if vue.fiche.publication == "archive":
        yield "archive", typo("Fiche archivée : elle n'est plus tenue à jour.")


def _ended(vue: Vue, _: Link) -> Iterator[Bandeau]:
    """A comité or a démarche that is over: its page was written at the present tense."""
    fiche = vue.fiche
    if isinstance(fiche, Comite | Demarche) and vue.est_passee:
        le = COLLECTIONS[fiche.collection].le
        fin = getattr(fiche, "fin", None)
        ending = f" {on(closing(fin.edtf))}" if fin and fin.edtf else ""
        said = f"{headline(le)} a pris fin{ending} : ce que la page dit au présent décrit le passé."
        yield "archive", typo(said)


def _gone(vue: Vue, link: Link) -> Iterator[Bandeau]:
    """A body that no longer exists under this name, with its successors."""
    last = getattr(vue.fiche, "actif_jusqu_a", None)
    heirs = _addresses(vue, "organismes")
    if last or heirs:
        said = typo(f" ({until(last)})" if last else "")
        yield (
            "ancien_nom",
            typo("Organisme qui n'existe plus sous ce nom") + said + _heirs(vue, heirs, link) + ".",
        )


def _superseded(vue: Vue, link: Link) -> Iterator[Bandeau]:
    heirs = _addresses(vue, "plans")
    if heirs:
        yield "archive", typo("Une édition plus récente existe") + _heirs(vue, heirs, link) + "."


def _unfollowed(vue: Vue, _: Link) -> Iterator[Bandeau]:
    """Once, and not on each of forty actions."""
    if vue.sans_suivi:
        said = "Aucun suivi publié : les documents consultés ne disent pas ce que ces actions sont devenues."
        yield "sans_suivi", typo(said)


def _old(vue: Vue) -> Iterator[Bandeau]:
    fiche = vue.fiche
    if COLLECTIONS[fiche.collection].vivante and vue.site.may_have_changed(fiche):
        when = (
            f"la situation {as_of(fiche.etat_au)}"
            if fiche.etat_au
            else "une situation que la source ne date pas"
        )
        yield "archive", typo(f"Cette page décrit {when}; elle a pu changer depuis.")


def _addresses(vue: Vue, collection: str) -> tuple[str, ...]:
    """The addresses of what replaces the record, if it is of that collection."""
    if vue.fiche.collection != collection:
        return ()
    heirs = getattr(vue.fiche, "remplace_par", None) or ()
    return tuple(f"{collection}/{id}" for id in ((heirs,) if isinstance(heirs, str) else heirs))


def _heirs(vue: Vue, addresses: tuple[str, ...], link: Link) -> Markup:
    if not addresses:
        return Markup()
    links = (Markup('<a href="{}">{}</a>').format(link(a), vue.site.name(a)) for a in addresses)
    return typo(" : voir ") + Markup(", ").join(links)


_RULES = (_archived, _ended, _gone, _superseded, _unfollowed)
