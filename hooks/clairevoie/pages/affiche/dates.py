"""The day that a fact printed on paper speaks of: a wall keeps saying it long after.

Goes in: a `Site` and a record. Comes out: « situation au 3 mai 2027 »; « selon « Plan d'action », sans date ».
"""

from __future__ import annotations

from clairevoie.model.documents import Document
from clairevoie.model.fiche import Fiche
from clairevoie.model.phrases import bounds
from clairevoie.model.quand import as_of, day
from clairevoie.pages.site import Site
from clairevoie.wording.names import short_name
from clairevoie.wording.typography import headline, shortened

_TITLE = 44


def dated(site: Site, fiche: Fiche) -> str:
    """When it was true, else the latest document that says it and the date of that document, if it bears one."""
    if fiche.etat_au:
        return f"situation {as_of(fiche.etat_au)}"
    named = (site.jeu.documents.get(source.document) for source in fiche.sources)
    documents = [document for document in named if document]
    if not documents:
        return "sans date"
    latest = max(documents, key=_day)
    when = day(latest.date_document) if latest.date_document else "sans date"
    name = headline(shortened(short_name(latest), _TITLE)).replace("« ", "“").replace(" »", "”")
    return f"selon « {name} », {when}"


def _day(document: Document) -> str:
    jour = document.date_document
    return bounds(jour.edtf)[1].isoformat() if jour and jour.edtf else ""
