"""The two ways to put a text in a page: as it is when it is HTML already, escaped when it is not.

Templates do it millions of times: MarkupSafe's own functions look at what they are given first, which we know.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import markupsafe
from markupsafe import Markup

from clairevoie import shortcuts

_SAMPLE = '<a href="l\'été">&amp; « œuvre »</a>'


def _escaper() -> Callable[[str], str]:
    """What escapes a plain text, without making it a `Markup` where that can be spared."""
    plain: Callable[[str], str] = markupsafe.escape
    return shortcuts.take(
        "markupsafe", lambda: vars(markupsafe)["_escape_inner"], plain, lambda escape: str(escape(_SAMPLE))
    )


as_html: Callable[[str], Markup] = partial(str.__new__, Markup)
escape_text = _escaper()
