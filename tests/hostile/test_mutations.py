"""Whatever is typed in a page is told, or gives HTML in which nothing runs: judged by another reader than ours."""

from __future__ import annotations

import random
import re

import nh3
import pytest

from clairevoie.content import source
from clairevoie.content.markdown import EXTENSIONS
from clairevoie.content.markup import TAGS
from clairevoie.content.pages import check_page
from markdown import Markdown
from tests.aides.sites import FULL
from tests.hostile.trial import FAMILIES, cases

_RUNNING = """script style iframe object embed applet svg math form input button select textarea base meta link video
audio source template noscript xmp plaintext body html marquee details portal frame frameset div span""".split()  # noqa: SIM905
_HANDLERS = {"onerror", "onload", "onclick", "onfocus", "onmouseover", "onstart", "ontoggle", "onbegin"}
_ORDERS = {"style", "srcdoc", "target", "formaction"}
_SCHEMES = {"https", "mailto", "http", "javascript", "data", "file", "vbscript", "ftp"}


def _harms(body: str) -> list[str]:
    """What a browser would obey in the page that the engine makes of a Markdown."""
    extensions = [*EXTENSIONS, "clairevoie.pages.written_tables"]
    html = Markdown(extensions=extensions).convert(body)
    met: list[str] = []

    def look(tag: str, name: str, value: str) -> str:
        is_elsewhere = tag == "img" and value.startswith("https:")
        is_scheme = re.match(r"(?!https:|mailto:)[a-z][a-z0-9+.-]*:|//", value.strip(), re.IGNORECASE)
        leads = name in ("href", "src") and (is_elsewhere or is_scheme)
        if leads or name in _HANDLERS | _ORDERS:
            met.append(f"{tag} {name}={value}")
        return value

    seen = nh3.clean(
        html,
        tags={*TAGS, *_RUNNING},
        clean_content_tags=set(),
        attributes={"*": {*_HANDLERS, *_ORDERS, "href", "src"}},
        attribute_filter=look,
        url_schemes=_SCHEMES,
        link_rel=None,
    )
    ours = seen.replace("<div>", "", html.count('<div aria-label="'))  # around each table
    return met + re.findall(rf"<(?:{'|'.join(_RUNNING)})\b", ours)


def _judge(data: bytes) -> bool:
    """Whether a page was told; one that was not must be harmless."""
    faults = check_page("page.md", data)
    told = [str(one.at("content/page.md", "")) for one in faults]
    if not told:
        assert _harms(source(data).partition("\n---\n")[2]) == [], data
    return bool(told)


PAYLOADS = (FAMILIES / "markup_and_scripts" / "payloads.txt").read_text(encoding="utf-8").splitlines()
# Where each is typed: at the `@`.
PLACES = {
    "alone": "# A\n\n@\n",
    "in-a-paragraph": "# A\n\nMots @ mots.\n",
    "in-a-title": "# A @\n\nMots.\n",
    "in-a-list": "# A\n\n- a\n- @\n    - @\n",
    "in-a-quotation": "# A\n\n> @\n",
    "in-a-cell": "# A\n\n| a | b |\n|---|---|\n| @ | b |\n",
    "in-the-words-of-a-link": "# A\n\n[@](a.md)\n",
    "in-the-title-of-a-link": '# A\n\n[a](a.md "@")\n',
    "in-the-address-of-a-link": "# A\n\n[a](@)\n",
    "in-a-description": "# A\n\n![@](a.png)\n",
    "in-emphasis": "# A\n\n**@** *@*\n",
    "in-an-anchor": "# A {#@}\n\nMots.\n",
    "after-an-open-code": "# A\n\n`@\n",
    "in-code": "# A\n\n```\n@\n```\n\n`@`\n",
    "in-the-head": "---\ntitle: @\n---\n\nMots.\n",
}


def test_the_other_reader_sees_what_runs() -> None:
    for body in ("<script>x</script>", "<img src=x onerror=a()>", "[x](javascript:a)", "a\n{: onclick=x }"):
        assert _harms(body)
    assert _harms("# A\n\n| a | b |\n|--|--:|\n| a | [b](a.md) |\n") == []


@pytest.mark.parametrize("place", PLACES)
def test_every_payload_is_told_or_harmless_wherever_it_is_typed(place: str) -> None:
    told = sum(_judge(PLACES[place].replace("@", payload).encode()) for payload in PAYLOADS)
    assert len(PAYLOADS) >= 60
    assert told > 40 or place in (
        "in-code",
        "in-the-title-of-a-link",
        "in-a-description",
        "in-the-address-of-a-link",
    )


SEEDS = [
    *(path.read_text(encoding="utf-8") for path in sorted(FULL.parent.glob("content/**/*.md"))),
    *(
        case["text"]
        for family in sorted(FAMILIES.glob("*/pages.toml"))
        for case in cases(f"{family.parent.name}/pages.toml").values()
    ),
]
_SIGNS = [
    "<",
    ">",
    '"',
    "'",
    "`",
    "[",
    "]",
    "(",
    ")",
    "!",
    "&",
    ";",
    ":",
    "{",
    "}",
    "\n",
    "\n\n",
    "    ",
    "---",
    "#",
    "|",
    "\\",
    "*",
    "\0",
    "\u202e",
    "\ufeff",
    "\r",
    "<!--",
    "-->",
    "<script",
    "javascript:",
    " onclick=",
    "style=",
]


def _mutated(chance: random.Random) -> bytes:
    """A page with a few pieces moved, lost, or taken from another."""
    text = chance.choice(SEEDS)
    for _ in range(chance.randrange(1, 6)):
        start = chance.randrange(len(text) + 1)
        end = min(len(text), start + chance.choice((0, 0, 1, 3, 30)))
        other = chance.choice(SEEDS)
        piece = chance.randrange(len(other) + 1)
        new = chance.choice((chance.choice(_SIGNS), chance.choice(PAYLOADS), other[piece : piece + 20], ""))
        text = text[:start] + new + text[end:]
    data = text.encode(errors="replace")
    cut = chance.randrange(len(data) + 1)
    return data[:cut] + bytes([chance.randrange(256)]) + data[cut:] if chance.random() < 0.1 else data


@pytest.mark.parametrize(
    "seed", [0, *(pytest.param(seed, marks=pytest.mark.endurance) for seed in range(1, 41))]
)
def test_a_page_mutated_in_any_way_is_told_or_harmless(seed: int) -> None:
    chance = random.Random(seed)
    told = sum(_judge(_mutated(chance)) for _ in range(250))
    assert 0 < told < 250
