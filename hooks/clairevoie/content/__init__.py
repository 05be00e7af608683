"""What people write by hand becomes pages fit to be dressed, or problems with their places.

    folder → text → front matter → Markdown → markup, addresses;  mkdocs.yml → settings

In: the root of a project. Out: `look`, which opens nothing but plain files and starts nothing; `check_content`, which
tells what is wrong in what was seen; `check_addresses`, once the
records are known; `source`, a page as it was checked, for the engine.
Whoever may propose a page is not whoever answers for the site: what is not known to be harmless is told, not published.
"""

from clairevoie.content.folder import check_addresses, is_publishable, is_shown
from clairevoie.content.look import Looked, check_content, look
from clairevoie.content.pages import source

__all__ = ["Looked", "check_addresses", "check_content", "is_publishable", "is_shown", "look", "source"]
