"""The only file that knows MkDocs: it dresses one blank per kind of page, then lets the facts in.

MkDocs and Material dress the written pages of `content/` and the blanks; `clairevoie.build` merges the facts into
what they dressed. Under `clairevoie construire` the merge is done by the parent process, in a staging folder.
"""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from clairevoie import build, merge
from clairevoie.attached import clean
from clairevoie.clock import today
from clairevoie.content import is_publishable, is_shown, source
from clairevoie.desk import Desk
from clairevoie.pages.abonner import feeds_of_page
from clairevoie.pages.citer import citation_of_page
from clairevoie.pages.partage import of_the_site
from clairevoie.pages.site import Reglages
from clairevoie.publish.blanks import BLANKS, BODY, DESCRIPTION, PICTURE, PICTURE_WORDS, TITLE, Blank
from clairevoie.publish.dressing import ONLY_DRESS, Settings
from clairevoie.publish.headers import IN_PAGES
from clairevoie.report import describe_failure
from clairevoie.wording.typography import printed, typo

# Neither the scripts, the styles nor the icon of Material are used: the skeleton of the pages is ours.
MATERIAL_ASSETS = ("assets/javascripts/", "assets/stylesheets/", "assets/images/favicon")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the blanks, leave out what no page of ours uses, and what may not be published if it is met there."""
    for file in list(files):
        is_theirs = Path(file.src_dir or "") != Path(config.docs_dir)
        if file.src_uri.startswith(MATERIAL_ASSETS) or not (is_theirs or is_publishable(file.src_uri)):
            files.remove(file)
        elif not is_theirs and is_shown(file.src_uri):
            files.remove(file)
            files.append(
                File.generated(config, file.src_uri, content=clean(file.src_uri, file.content_bytes))
            )
        elif not is_theirs:
            file.inclusion = InclusionLevel.INCLUDED  # `.well-known/` too
    for blank in BLANKS.values():
        files.append(File.generated(config, blank.src, content="", inclusion=InclusionLevel.NOT_IN_NAV))
    return files


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Put each blank under the index of its collection, so that the menu says where one is."""
    pages = {page.file.src_uri: page for page in nav.pages}
    for blank in BLANKS.values():
        file, index = files.get_file_from_path(blank.src), pages.get(blank.index)
        if file is not None and index is not None:
            Page(TITLE, file, config).parent = index
    return nav


def on_page_read_source(page: Page, config: MkDocsConfig) -> str | None:
    """A written page is what was checked, whatever the engine reads in its bytes."""
    typed = page.file.abs_src_path
    return source(Path(typed).read_bytes()) if typed else None


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Give the skeleton of the pages what each says of itself to browsers, and to who cites it."""
    reglages = Reglages(
        config.site_url or "",
        config.site_name,
        description=config.site_description or "",
        inventee=config.extra.get("communaute_inventee") is True,
    )
    env.globals["securite"] = IN_PAGES
    env.globals["fils"] = partial(feeds_of_page, reglages)
    env.globals["partage"] = of_the_site(reglages)
    env.globals["citation"] = partial(citation_of_page, reglages)
    env.filters["imprime"] = printed
    env.filters["typo"] = typo
    return env


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """A blank holds nothing but the marks at which it will be cut."""
    blank = _blank_of(page)
    if blank is None:
        return html
    page.title = TITLE
    page.meta = {
        "description": DESCRIPTION,
        "partage": {"fichier": PICTURE, "texte_alternatif": PICTURE_WORDS},
        **(_of_record(blank) if blank.fiche else _of_list(page)),
    }
    return BODY


def on_post_build(config: MkDocsConfig) -> None:
    """Let the facts in, unless the parent process is to do it."""
    dressed = Path(config.site_dir)
    settings = Settings(
        config.site_url or "", config.site_name, config.site_description or "", dict(config.extra)
    )
    settings.write(dressed)
    if ONLY_DRESS in os.environ:
        return
    root = Path(config.config_file_path).parent
    try:
        merge.fill(dressed, build.load(root, root / "data", today()), root)
    except Exception as failure:
        raise Abort(f"\n{describe_failure(failure, Desk(root, root / 'data'))}") from None


def _of_record(blank: Blank) -> dict[str, object]:
    return {"fiche": blank.collection, "modules": list(blank.modules)}


def _of_list(page: Page) -> dict[str, object]:
    """The pages of a list that is cut have the scripts of the page of the list."""
    above = page.parent if isinstance(page.parent, Page) else None
    return {"tranche": True, "modules": above.meta.get("modules", []) if above else []}


def _blank_of(page: Page) -> Blank | None:
    return next((blank for blank in BLANKS.values() if blank.src == page.file.src_uri), None)
