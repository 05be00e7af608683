"""A dataset becomes pages: bodies of HTML that the theme will dress, and what the search is told of them.

Goes in: a `Site` (the publishable dataset and what follows from it) and the folder of the templates.
Comes out: `Page` objects, and the lists that written pages receive at their markers.
"""

from clairevoie.pages.fiche.sheets import pages, printer
from clairevoie.pages.listes import list_pages, lists
from clairevoie.pages.page import Entree, Page
from clairevoie.pages.site import Reglages, Site

__all__ = ["Entree", "Page", "Reglages", "Site", "list_pages", "lists", "pages", "printer"]
