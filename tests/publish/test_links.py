"""The checker of the produced site sees what a reader would stumble on."""

from __future__ import annotations

from pathlib import Path

import pytest

from clairevoie.publish.links import check_links


def _site(folder: Path, body: str) -> Path:
    pages = {
        "index.html": f'<main id="contenu">{body}</main>',
        "plans/un/index.html": '<h1 id="action-1">Une action</h1>',
        "assets/image.png": "",
    }
    for name, text in pages.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


GOOD = (
    '<a href="plans/un/">page</a>',
    '<a href="./plans/un/#action-1">ancre</a>',
    '<a href="/plans/un/?q=mot#action-1">depuis la racine</a>',
    '<a href="#contenu">plus haut</a>',
    '<a href="">ici</a>',
    '<a href="https://exemple.org/nulle-part">ailleurs</a>',
    '<a href="mailto:a@exemple.org">courriel</a>',
    '<img src="assets/image.png" alt="">',
    "<p>Pour un lien, écrire href=&quot;rien&quot;.</p>",
    '<label for="contenu">étiquette</label>',
)


@pytest.mark.parametrize("body", GOOD)
def test_what_leads_somewhere_raises_nothing(tmp_path: Path, body: str) -> None:
    assert list(check_links(_site(tmp_path, body))) == []


BAD = {
    '<a href="plans/deux/">x</a>': ("SIT-02", "Le lien vers /plans/deux/ ne mène nulle part."),
    '<a href="plans/un/#action-2">x</a>': ("SIT-02", "Le lien vers /plans/un/#action-2 ne mène nulle part."),
    '<a href="#absente">x</a>': ("SIT-02", "Le lien vers //#absente ne mène nulle part."),
    '<img src="assets/perdue.png" alt="x">': (
        "SIT-02",
        "Le lien vers /assets/perdue.png/ ne mène nulle part.",
    ),
    '<img src="assets/image.png">': (
        "SIT-03",
        "L'image <img src=\"assets/image.png\"> n'a pas de description.",
    ),
    '<p id="deux"></p><p id="deux"></p>': ("SIT-06", "L'ancre « deux » figure deux fois dans cette page."),
    '<section aria-labelledby="titre"></section>': ("SIT-02", "Le lien vers //#titre ne mène nulle part."),
}


@pytest.mark.parametrize("body", BAD)
def test_what_leads_nowhere_is_said(tmp_path: Path, body: str) -> None:
    told = [(p.file, p.code, p.fault) for p in check_links(_site(tmp_path, body))]
    assert told == [("index.html", *BAD[body])]


def test_a_site_below_a_folder_of_its_host_may_start_its_links_there(tmp_path: Path) -> None:
    site = _site(tmp_path, '<a href="/claire-voie/plans/un/">bon</a> <a href="/plans/un/">hors du site</a>')
    assert [p.fault for p in check_links(site, "/claire-voie/")] == [
        "Le lien vers //plans/un/ ne mène nulle part."
    ]
