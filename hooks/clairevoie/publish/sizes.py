"""How heavy the files are that a page offers, told on that page once they are all there.

Goes in: a page where `<!-- poids: donnees/tout.jsonl -->` stands beside the link to that file. Comes out: the same
page, which says « 31 Mo » there. A file that is not there keeps its mark: its link is broken, which others tell.
"""

from __future__ import annotations

import re
from pathlib import Path

from clairevoie.wording.sizes import size_of_file

_MARK = re.compile(r"<!-- poids: ([\w./-]+) -->")


def tell_sizes(stage: Path, page: Path) -> None:
    """Tell the sizes on a page of the site at `stage`, if it has that page."""
    if not page.is_file():
        return

    def told(mark: re.Match[str]) -> str:
        file = stage / mark[1]
        return size_of_file(file.stat().st_size) if file.is_file() else mark[0]

    text = page.read_text(encoding="utf-8")
    page.write_text(_MARK.sub(told, text), encoding="utf-8", newline="\n")
