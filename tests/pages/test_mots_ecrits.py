"""Written pages are printed as French is: their apostrophes, and the spaces that do not break."""

from __future__ import annotations

import html
import re
from pathlib import Path

from markdown import markdown
from tests.aides.sites import FULL

_NOT_WORDS = re.compile(r"<(script|style|code|pre|kbd|samp)\b.*?</\1>", re.DOTALL)
_H1 = re.compile(r"<h1\b[^>]*>(.*?)</h1>", re.DOTALL)


def test_words_are_printed_in_french_and_code_as_typed() -> None:
    typed = "# L'argent\n\nQui donne : « l'un » à *l'autre* ; `d'ici : là`\n\n| L'un | Deux |\n|--|--|\n| a | b |\n"
    shown = html.unescape(markdown(typed, extensions=["tables", "toc", "clairevoie.pages.written_tables"]))
    assert '<h1 id="largent">L’argent</h1>' in shown
    assert "donne\u00a0: «\u00a0l’un\u00a0» à <em>l’autre</em>" in shown
    assert "<code>d'ici : là</code>" in shown
    assert "L’un" in shown


def test_no_written_page_has_a_straight_apostrophe_or_a_colon_that_may_begin_a_line(built_site: Path) -> None:
    content = FULL.parent / "content"
    pages = [path.parent.relative_to(content) for path in content.glob("*/index.md")]
    shown = {
        str(page): (built_site / page / "index.html").read_text(encoding="utf-8")
        for page in pages
        if (built_site / page / "index.html").is_file()
    }
    assert "argent" in shown
    heads = {page: found[1] for page, text in shown.items() if (found := _H1.search(text))}
    assert {page: head for page, head in heads.items() if re.search(r"\w(?:'|&#39;)\w| :", head)} == {}
    titles = {page: text.partition("<title>")[2].partition("</title>")[0] for page, text in shown.items()}
    assert {page: title for page, title in titles.items() if "&#39;" in title} == {}
    about = html.unescape(_NOT_WORDS.sub("", shown["a-propos"].partition("<main")[2]))
    assert not re.search(r"\w'\w[^<>]*<| : [^<>]*<", about)
