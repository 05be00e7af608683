"""What a person types in a written page or in the settings, and the exact sentence that comes back."""

from __future__ import annotations

from pathlib import Path

import pytest

from clairevoie.content import check_addresses, check_content, look, pages
from clairevoie.content.pages import check_page
from clairevoie.content.settings import check_settings
from tests.aides.sites import FULL
from tests.hostile.trial import FAMILIES

SETTINGS_FILE = (FAMILIES / "configuration" / "mkdocs.yml").read_text(encoding="utf-8")
KNOWN = [path.relative_to(FULL.parent / "content").as_posix() for path in FULL.parent.glob("content/**/*.md")]

PAGES = [
    (
        "# A\n\n> > > > > > > > > > > > > trop\n",
        "3:1",
        "PAG-04",
        "C'est trop : des listes ou des citations sont imbriquées sur 13 niveaux; la limite est de 12.",
        "ramenez-les à deux ou trois niveaux.",
    ),
    (
        "# Cuisine\n\nL'été.\n".encode("latin-1"),
        "3:3",
        "PAG-06",
        "La page n'est pas en UTF-8; les accents seraient illisibles.",
        "Enregistrer sous… → encodage UTF-8.",
    ),
    (
        "# A\n\nUn fichier \u202efdp.exe\n",
        "3:12",
        "PAG-07",
        "Il y a ici une marque qui renverse le sens de la lecture (U+202E).",
        "effacez ce qui l'entoure et retapez-le.",
    ),
    (
        "# A\n\nUn\x00 mot.\n",
        "3:3",
        "PAG-07",
        "Il y a ici un octet nul (U+0000).",
        "effacez ce qui l'entoure et retapez-le.",
    ),
    (
        "# A\n\nUn mo\u0336\u0321\u0353t.\n",
        "3:5",
        "PAG-08",
        "Des accents s'empilent sur une lettre et débordent sur les lignes voisines.",
        "retapez la lettre.",
    ),
    (
        "# A\n\nLe Qu\u00e9b\u0435c.\n",
        "3:4",
        "PAG-09",
        "« Qu\u00e9b\u0435c » contient des lettres qui imitent les nôtres; la recherche et la lecture à "
        "voix haute ne le reconnaîtraient pas.",
        "retapez le mot au clavier; pour du gras, écrivez **mot**.",
    ),
    (
        "---\ntitle: A\n\nMots.\n",
        "1:1",
        "PAG-10",
        "L'en-tête de cette page n'est pas complet; il paraîtrait dans le texte.",
        "écrivez --- seul sur la première ligne, un champ par ligne, puis --- seul sur une ligne.",
    ),
    (
        "---\ntitle: A\ntemplate: main.html\n---\n\nMots.\n",
        "3:1",
        "PAG-11",
        "Le champ « template » n'existe pas dans l'en-tête d'une page.",
        "retirez-le; les champs permis sont : title, description, modules, mots_cles, anciennes_adresses.",
    ),
    (
        "---\nmodules: [piege]\n---\n\nMots.\n",
        "2:10",
        "PAG-12",
        "« modules » n'accepte que la liste des scripts prévus pour une page.",
        "écrivez modules: [explorer, plis], ou retirez ce champ.",
    ),
    (
        "---\nmots_cles: [subvention, 12]\n---\n\nMots.\n",
        "2:12",
        "PAG-30",
        "« mots_cles » est la liste des mots que les gens écrivent pour trouver cette page.",
        'écrivez par exemple mots_cles: [subvention, "qui paie"], ou retirez ce champ.',
    ),
    (
        "---\nanciennes_adresses: /qui-nous-sommes/\n---\n\nMots.\n",
        "2:21",
        "PAG-31",
        "« anciennes_adresses » est la liste des adresses qui menaient à cette page.",
        "écrivez par exemple anciennes_adresses: [qui-nous-sommes], ou retirez ce champ.",
    ),
    (
        "---\ntitle: [a, b]\n---\n\nMots.\n",
        "2:8",
        "PAG-13",
        "« title » doit être un texte d'au plus 200 caractères, sans HTML.",
        'écrivez title: "Vos mots".',
    ),
    (
        "# A\n\nMots.\n\n# B\n",
        "5:1",
        "PAG-14",
        "Cette page a déjà un titre de niveau 1; un second égare qui l'écoute.",
        "mettez deux dièses devant ce titre : ## Titre.",
    ),
    (
        "# A\n\nOn lit <script>alert(1)</script> ici.\n",
        "3:8",
        "PAG-15",
        "La balise <script> n'est pas permise dans une page.",
        "retirez-la et écrivez en Markdown; pour montrer la balise elle-même, mettez-la entre accents graves (`).",
    ),
    (
        '# A\n\nUn <strong onclick="x()">mot</strong>.\n',
        "3:12",
        "PAG-16",
        "L'attribut « onclick » n'est pas permis sur <strong>, ou pas avec cette valeur.",
        "retirez-le.",
    ),
    (
        "# A\n\nMots. <!-- à revoir -->\n",
        "3:7",
        "PAG-17",
        "Ce commentaire serait publié dans la page, où personne ne le voit.",
        "effacez-le; seule la marque <!-- liste: nom --> est permise.",
    ),
    (
        "# A\n\nUn <em>mot.\n",
        "3:4",
        "PAG-18",
        "Le HTML de cette partie est mal fermé; un navigateur le lirait autrement.",
        "écrivez ce passage en Markdown, ou fermez chaque balise dans l'ordre.",
    ),
    (
        "# A\n\n##\n\nMots.\n",
        "3:1",
        "PAG-19",
        "Ce titre est vide.",
        "écrivez ses mots après les dièses, ou effacez la ligne.",
    ),
    (
        "# A\n\n[x]()\n",
        "3:1",
        "PAG-20",
        "Il manque à ce lien son adresse ou ses mots.",
        "écrivez [les mots](l'adresse), ou retirez le lien.",
    ),
    (
        "# A\n\n[x](javascript:alert(1))\n",
        "3:5",
        "PAG-21",
        "Un lien ne peut pas mener à « javascript:alert(1) ».",
        "écrivez une adresse au complet (https://…), un courriel (mailto:…) ou le chemin d'une page "
        "(../a-propos/index.md).",
    ),
    (
        "# A\n\n[x](https://xn--80ak6aa92e.com/)\n",
        "3:5",
        "PAG-22",
        "L'adresse « https://xn--80ak6aa92e.com/ » pourrait tromper : le nom « "
        "\u0430\u0440\u0440\u04cf\u0435 » contient des lettres qui imitent les nôtres, ou un signe interdit.",
        "retapez-la au clavier, telle qu'elle se lit dans un navigateur.",
    ),
    (
        "# A\n\n[x](https://www.quebec.ca@exemple.com/)\n",
        "3:5",
        "PAG-22",
        "L'adresse « https://www.quebec.ca@exemple.com/ » pourrait tromper : ce qui précède « @ » cache le "
        "vrai nom du site.",
        "retapez-la au clavier, telle qu'elle se lit dans un navigateur.",
    ),
    (
        "# A\n\n![une cuisine](http://exemple.quebec/a.png)\n",
        "3:16",
        "PAG-23",
        "L'image « http://exemple.quebec/a.png » n'est pas dans content/; la page demanderait quelque "
        "chose à un autre site.",
        "déposez l'image dans content/, puis écrivez ![description](image.jpg).",
    ),
    (
        "# A\n\n![](a.png)\n",
        "3:5",
        "SIT-03",
        "L'image a.png n'a pas de description.",
        "ajoutez une description entre les crochets : ![description](image).",
    ),
    (
        "# A\n\n[x](../../etc/passwd)\n",
        "3:5",
        "PAG-24",
        "« ../../etc/passwd » sort du dossier des pages.",
        "partez de cette page : ../a-propos/index.md.",
    ),
    (
        "# A\n\n[www.quebec.ca](https://exemple.com/)\n",
        "3:17",
        "PAG-25",
        "Ce lien montre « www.quebec.ca » et mène à https://exemple.com/.",
        "écrivez la même adresse aux deux endroits, ou des mots qui disent où mène le lien.",
    ),
    (
        "# A\n\n## Contenu\n",
        "3:4",
        "PAG-26",
        "L'ancre « contenu » est déjà prise dans cette page.",
        "donnez-en une autre à la fin du titre : {#un-autre-mot}.",
    ),
    (
        "",
        "1:1",
        "PAG-28",
        "Cette page est vide.",
        "écrivez-y une phrase, ou effacez le fichier.",
    ),
]
SETTINGS = [
    (
        SETTINGS_FILE,
        "- rien\n",
        "1:1",
        "CFG-01",
        "Le fichier ne contient aucun réglage.",
        "reprenez celui du projet.",
    ),
    (
        "plugins: []\n",
        "plugins: []\nINHERIT: autre.yml\n",
        "11:1",
        "CFG-02",
        "Le réglage « INHERIT » n'est pas permis.",
        "retirez-le; les réglages permis sont : site_name, site_description, site_url, docs_dir, site_dir, "
        "strict, watch, hooks, plugins, theme, markdown_extensions, validation, extra, nav.",
    ),
    (
        "site_name: Claire-voie\n",
        "",
        "1:1",
        "CFG-03",
        "Il manque le réglage « site_name ».",
        'ajoutez site_name: "…".',
    ),
    (
        "plugins: []",
        "plugins: [search]",
        "10:10",
        "CFG-04",
        "Le réglage « plugins » ne peut pas être changé : le programme compte dessus.",
        "remettez plugins: [].",
    ),
    (
        "CLAIREVOIE_ADRESSE",
        "GITHUB_TOKEN",
        "4:11",
        "CFG-05",
        "Cette variable d'environnement n'est pas permise.",
        'choisissez parmi CLAIREVOIE_ADRESSE : !ENV [CLAIREVOIE_ADRESSE, "https://exemple.quebec/"].',
    ),
    (
        "site_name: Claire-voie",
        'site_name: "<b>A</b>"',
        "2:12",
        "CFG-06",
        "« site_name » doit être un texte d'au plus 200 caractères, sans HTML.",
        "écrivez vos mots entre guillemets.",
    ),
    (
        "mailto:signaler@exemple.quebec",
        "javascript:alert(1)",
        "20:13",
        "CFG-07",
        "« extra.signaler » n'est pas une adresse que les gens peuvent suivre sans danger.",
        "écrivez une adresse au complet (https://…) ou un courriel (mailto:…).",
    ),
    (
        "  - Plans: plans/index.md",
        "  - Plans: 3",
        "33:12",
        "CFG-08",
        "Le menu n'est pas une liste de titres et de pages.",
        "écrivez une ligne par page : - Titre: dossier/index.md.",
    ),
    (
        "plans/index.md",
        "https://exemple.com/",
        "33:12",
        "CFG-09",
        "« https://exemple.com/ » n'est pas une page de content/.",
        "écrivez le chemin d'une page, à partir de content/ : a-propos/index.md.",
    ),
    (
        "annee_scolaire: août à juin",
        "communaute_inventee: peut-être",
        "25:24",
        "CFG-10",
        "« extra.communaute_inventee » ne se répond que par oui (true) ou non (false).",
        "écrivez true si tout ce que dit le site est inventé; sinon, effacez la ligne.",
    ),
]


@pytest.mark.parametrize(("typed", "place", "code", "fault", "remedy"), PAGES)
def test_what_a_page_may_not_hold_is_told_where_it_is_and_with_its_remedy(
    typed: str | bytes, place: str, code: str, fault: str, remedy: str
) -> None:
    data = typed if isinstance(typed, bytes) else typed.encode()
    told = [str(one.at("content/page.md", "")) for one in check_page("page.md", data)]
    assert told == [f"ERREUR content/page.md:{place} [{code}]\n  {fault}\n  Pour corriger : {remedy}"]


@pytest.mark.parametrize(("typed", "instead", "place", "code", "fault", "remedy"), SETTINGS)
def test_what_the_settings_may_not_ask_for_is_told_where_it_is_and_with_its_remedy(
    typed: str, instead: str, place: str, code: str, fault: str, remedy: str
) -> None:
    settings = SETTINGS_FILE.replace(typed, instead)
    told = [str(one.at("mkdocs.yml", "")) for one in check_settings(settings.encode(), KNOWN)]
    assert told == [f"ERREUR mkdocs.yml:{place} [{code}]\n  {fault}\n  Pour corriger : {remedy}"]


def _told(root: Path) -> list[str]:
    return [str(one) for one in check_content(look(root, root / "data"))]


def _write(root: Path, files: dict[str, bytes]) -> Path:
    for name, data in files.items():
        path = root / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return root


def test_a_file_that_is_no_page_nor_picture_is_told_with_the_name_it_could_have(tmp_path: Path) -> None:
    _write(tmp_path, {"piege.html": b"x", "Ma Page.MD": b"x"})
    allowed = (
        "content/ reçoit des pages (.md), des images (png, jpg, jpeg, webp) et des pdf, nommés en minuscules "
        "sans accent ni espace."
    )
    refused = "ne peut pas être publié : ce nom ou cette sorte de fichier n'est pas permis."
    assert _told(tmp_path) == [
        f"ERREUR content/Ma Page.MD [PAG-01]\n  « content/Ma Page.MD » {refused}\n"
        f"  Pour corriger : nommez-le content/ma-page.md; {allowed}",
        f"ERREUR content/piege.html [PAG-01]\n  « content/piege.html » {refused}\n"
        f"  Pour corriger : {allowed}",
    ]


def test_a_link_is_told_and_not_followed(tmp_path: Path) -> None:
    (_write(tmp_path, {"a.md": b"# A"}) / "content" / "b.md").symlink_to("a.md")
    assert _told(tmp_path) == [
        "ERREUR content/b.md [PAG-02]\n  Ce chemin est un lien vers un autre fichier; on n'y lit rien.\n"
        "  Pour corriger : remplacez-le par une copie ordinaire du fichier, ou effacez-le."
    ]


def test_a_picture_that_is_none_is_told(tmp_path: Path) -> None:
    _write(tmp_path, {"a.png": b"<svg>", "b.pdf": b""})
    remedy = "  Pour corriger : exportez-le de nouveau depuis le logiciel qui l'a fait."
    assert _told(tmp_path) == [
        f"ERREUR content/a.png [PAG-03]\n  Ce fichier n'est pas ce que son nom annonce (png).\n{remedy}",
        f"ERREUR content/b.pdf [PAG-03]\n  Ce fichier est vide.\n{remedy}",
    ]


def test_two_pages_of_one_address_are_told(tmp_path: Path) -> None:
    _write(tmp_path, {"a.md": b"# A", "a/index.md": b"# B"})
    remedy = "  Pour corriger : gardez-en une seule, ou changez le nom de celle-ci."
    assert _told(tmp_path) == [
        f"ERREUR content/a/index.md [PAG-05]\n  Cette page aurait la même adresse que content/a.md.\n{remedy}"
    ]
    assert [str(one) for one in check_addresses(["projets/a.md"], ["projets/a"])] == [
        f"ERREUR content/projets/a.md [PAG-05]\n  Cette page aurait la même adresse que la fiche projets/a.\n{remedy}"
    ]


def test_a_site_without_a_home_is_told(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text(SETTINGS_FILE.partition("nav:")[0], encoding="utf-8")
    told = [one for one in _told(tmp_path) if "PAG" in one]
    assert told == [
        "ERREUR content/index.md [PAG-29]\n  Le site n'a pas de page d'accueil.\n"
        "  Pour corriger : créez content/index.md."
    ]


def test_a_page_on_which_the_library_fails_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(body: str) -> str:
        if "piège" in body:
            raise RecursionError
        return "<p>Mots.</p>"

    monkeypatch.setattr(pages, "render", fail)
    typed = "---\ntitle: A\n---\nMots.\n\nUn piège.\n\nMots.\n"
    assert [str(one.at("content/page.md", "")) for one in check_page("page.md", typed.encode())] == [
        "ERREUR content/page.md:6:1 [PAG-27]\n  Cette page ne peut plus être lue à partir d'ici : une balise y est "
        "mal écrite, ou des listes y sont trop imbriquées.\n"
        "  Pour corriger : écrivez ce passage en Markdown, sur deux ou trois niveaux au plus."
    ]


def test_what_was_found_in_a_page_is_told_again_from_the_cache(tmp_path: Path) -> None:
    root, cache_dir = _write(tmp_path, {"a.md": b"---\ntitle: \x07\n---\n\n[x]()\n"}), tmp_path / "cache"
    first = check_content(look(root, root / "data"), cache_dir)
    assert len(first) > 1
    assert check_content(look(root, root / "data"), cache_dir) == first


def test_the_engine_reads_what_was_checked() -> None:
    typed = "\ufeff---\r\ntitle: non\r\nmodules: [plis]\r\n---\r\n\r\nE\u0301te\u0301.\r\n"
    assert pages.source(typed.encode()) == '---\n{"title": "non", "modules": ["plis"]}\n---\n\n\nÉté.\n'
    assert pages.source(b"Note : un mot.\n") == "---\n{}\n---\n\nNote : un mot.\n"


@pytest.mark.parametrize(
    ("typed", "code", "remedy"),
    [
        ("site_name: [", "YAML-08", "ajoutez « ] » à la fin de la liste."),
        ('site_name: "Site', "YAML-05", 'ajoutez " à la fin du texte.'),
        (
            "site_name: 'l'eau'",
            "YAML-06",
            "entourez le texte de guillemets, non d'apostrophes : site_name: \"l'eau\".",
        ),
        ("site_name:Site\nnav: []", "YAML-09", "écrivez « site_name: Site »."),
        ("site_name Site\nnav: []", "YAML-09", "écrivez « site_name: Site »."),
    ],
)
def test_a_fault_of_form_of_the_settings_is_mended_with_its_own_words(
    typed: str, code: str, remedy: str
) -> None:
    told = [one.at("mkdocs.yml", "") for one in check_settings(f"{typed}\n".encode(), KNOWN)]
    assert (code, remedy) in [(one.code, one.remedy) for one in told]
