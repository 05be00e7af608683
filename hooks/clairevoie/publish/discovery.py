"""What search engines and browsers are told of the site as a whole: its pages, and how to search it by an address.

Goes in: the produced site and its address. Comes out: `sitemap.xml`, `robots.txt`, `opensearch.xml`; none of them for a
site that does not know its own address.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit
from xml.sax.saxutils import escape, quoteattr

from clairevoie.cache.reuse import files_of
from clairevoie.pages.site import Reglages

SITEMAP, ROBOTS, OPEN_SEARCH = "sitemap.xml", "robots.txt", "opensearch.xml"
_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SITEMAPS = "http://www.sitemaps.org/schemas/sitemap/0.9"
# How many pages one site map may hold.
_MOST = 50_000
# How long the two names may be, for browsers that show them.
_SHORT, _LONG = 16, 48
# The page whose search box answers the question of an address; without scripts, it is the index of all names.
_ANSWERS = "index-a-z/?q={searchTerms}"

# The address of a page, and the day when its facts last changed.
_Place = tuple[str, date | None]


def write_discovery(
    stage: Path, reglages: Reglages, changed: Mapping[str, date], withdrawn: Collection[str]
) -> None:
    """Write these files; `changed` gives the day of each record, `withdrawn` the records that left, by address."""
    for name in (SITEMAP, f"{SITEMAP}.gz"):  # those of the engine
        (stage / name).unlink(missing_ok=True)
    if not reglages.adresse:
        return
    for name, text in _files(stage, reglages, changed, withdrawn):
        (stage / name).write_text(text, encoding="utf-8", newline="\n")


def _files(
    stage: Path, reglages: Reglages, changed: Mapping[str, date], withdrawn: Collection[str]
) -> Iterator[tuple[str, str]]:
    places = tuple(_places(stage, changed, withdrawn))
    maps = [places[start : start + _MOST] for start in range(0, len(places), _MOST)]
    if len(maps) == 1:
        yield SITEMAP, _site_map(reglages.adresse, maps[0])
    else:
        yield SITEMAP, _index_of_maps(reglages.adresse, maps)
        yield from ((_numbered(rank), _site_map(reglages.adresse, one)) for rank, one in enumerate(maps, 1))
    if urlsplit(reglages.adresse).path in ("", "/"):  # nobody asks for it below the root of a host
        yield ROBOTS, f"User-agent: *\nAllow: /\nSitemap: {reglages.adresse}{SITEMAP}\n"
    yield OPEN_SEARCH, _open_search(reglages)


def _places(stage: Path, changed: Mapping[str, date], withdrawn: Collection[str]) -> Iterator[_Place]:
    """Every page that people may find, less those of withdrawn records; the parts of a record have its day."""
    for name in sorted(name for name in files_of(stage) if name.endswith("index.html")):
        address = name.removesuffix("index.html")
        record = "/".join(address.split("/")[:2]).rstrip("/")
        if record not in withdrawn:
            yield address, changed.get(record)


def _site_map(site: str, places: Sequence[_Place]) -> str:
    return _listed("urlset", "url", [(f"{site}{address}", day) for address, day in places])


def _index_of_maps(site: str, maps: Sequence[Sequence[_Place]]) -> str:
    days = [max((day for _, day in one if day), default=None) for one in maps]
    return _listed(
        "sitemapindex", "sitemap", [(f"{site}{_numbered(rank)}", day) for rank, day in enumerate(days, 1)]
    )


def _numbered(rank: int) -> str:
    return f"sitemap-{rank}.xml"


def _listed(root: str, tag: str, places: Sequence[_Place]) -> str:
    lines = (
        f"<{tag}><loc>{escape(url)}</loc>{f'<lastmod>{day.isoformat()}</lastmod>' if day else ''}</{tag}>"
        for url, day in places
    )
    body = "\n".join(lines)
    return f'{_XML}<{root} xmlns="{_SITEMAPS}">\n{body}\n</{root}>\n'


def _open_search(reglages: Reglages) -> str:
    site = reglages.adresse
    return (
        f'{_XML}<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">\n'
        f"<ShortName>{escape(reglages.nom[:_SHORT])}</ShortName>\n"
        f"<LongName>{escape(reglages.nom[:_LONG])}</LongName>\n"
        f"<Description>{escape(f'Chercher dans {reglages.nom}')}</Description>\n"
        f'<Url type="text/html" template={quoteattr(f"{site}{_ANSWERS}")}/>\n'
        f'<Url type="application/opensearchdescription+xml" rel="self" template={quoteattr(site + OPEN_SEARCH)}/>\n'
        f'<Image type="image/svg+xml">{escape(site)}assets/icone.svg</Image>\n'
        "<Language>fr-CA</Language>\n"
        "<InputEncoding>UTF-8</InputEncoding>\n"
        "</OpenSearchDescription>\n"
    )
