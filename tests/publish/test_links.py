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
    '<p aria-describedby="note"></p>': ("SIT-02", "Le lien vers //#note ne mène nulle part."),
    '<button aria-controls="menu">x</button>': ("SIT-02", "Le lien vers //#menu ne mène nulle part."),
    '<label for="champ">x</label>': ("SIT-02", "Le lien vers //#champ ne mène nulle part."),
    '<p aria-labelledby="contenu titre"></p>': ("SIT-02", "Le lien vers //#titre ne mène nulle part."),
}


@pytest.mark.parametrize("body", BAD)
def test_what_leads_nowhere_is_said(tmp_path: Path, body: str) -> None:
    told = [(p.file, p.code, p.fault) for p in check_links(_site(tmp_path, body))]
    assert told == [("index.html", *BAD[body])]


def _from_below(folder: Path, *links: str) -> list[str]:
    """The faults of a page two folders down, that holds these links and a section of its own."""
    site = _site(folder, "")
    body = "".join(f'<a href="{link}">x</a>' for link in links)
    page = f'<main id="ici">{body}<img src="../../assets/image.png" alt=""></main>'
    (site / "plans" / "un" / "index.html").write_text(page, encoding="utf-8")
    (site / "plans" / "index.html").write_text('<h1 id="liste">Les plans</h1>', encoding="utf-8")
    return [problem.fault for problem in check_links(site)]


def test_a_link_starts_from_the_page_that_holds_it(tmp_path: Path) -> None:
    good = (
        "../../",
        "../..",
        "..",
        "../",
        ".",
        "./#ici",
        "#ici",
        "../#liste",
        "../un/",
        "/plans/",
        "../../#contenu",
    )
    assert _from_below(tmp_path, *good) == []


def test_a_link_that_would_be_good_from_elsewhere_is_told_in_the_order_of_addresses(tmp_path: Path) -> None:
    assert _from_below(tmp_path, "plans/un/", "../deux/", "#liste", "../#ici", "index.html#absente") == [
        "Le lien vers /plans/un/#liste ne mène nulle part.",
        "Le lien vers /plans/#ici ne mène nulle part.",
        "Le lien vers /plans/deux/ ne mène nulle part.",
        "Le lien vers /plans/un/#absente ne mène nulle part.",
        "Le lien vers /plans/un/plans/un/ ne mène nulle part.",
    ]


def test_an_anchor_of_a_file_that_is_not_a_page_is_left_to_its_reader(tmp_path: Path) -> None:
    assert list(check_links(_site(tmp_path, '<a href="assets/image.png#page=2">x</a>'))) == []


def test_faults_of_ids_come_in_the_order_of_the_alphabet(tmp_path: Path) -> None:
    twice = "".join(f'<p id="{name}"></p><p id="{name}"></p>' for name in ("zebre", "abeille", "mouton"))
    lost = '<p aria-labelledby="yack bison chevre"></p>'
    told = [problem.fault for problem in check_links(_site(tmp_path, twice + lost))]
    assert [fault.split("«")[1].split("»")[0].strip() for fault in told[:3]] == ["abeille", "mouton", "zebre"]
    assert [fault.split("#")[1].split(" ")[0] for fault in told[3:]] == ["bison", "chevre", "yack"]


def test_a_site_below_a_folder_of_its_host_may_start_its_links_there(tmp_path: Path) -> None:
    site = _site(tmp_path, '<a href="/claire-voie/plans/un/">bon</a> <a href="/plans/un/">hors du site</a>')
    assert [p.fault for p in check_links(site, "/claire-voie/")] == [
        "Le lien vers //plans/un/ ne mène nulle part."
    ]
