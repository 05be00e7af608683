"""Texts in Markdown: what they do not read is told where it was typed, and their links lead somewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from clairevoie.hosts import misleading, shown
from clairevoie.markdown import TextLink, leads_elsewhere, read
from clairevoie.model import COLLECTIONS
from clairevoie.model.adresses import Local, local
from clairevoie.model.base import Forme
from clairevoie.model.describe import Champ, describe, short_field
from clairevoie.model.fiche import Fiche
from clairevoie.model.parcours import Chemin, TexteTape, textes_longs
from clairevoie.problems import Located
from clairevoie.problems.catalogue import located
from clairevoie.problems.likeness import Nearest, suggester
from clairevoie.validate.dossier import Dossier
from clairevoie.validate.noms import capitalised
from clairevoie.validate.rule import Scope, rule
from clairevoie.validate.rules.identifiants import SKELETON
from clairevoie.validate.rules.liens_web import why_not_followed
from clairevoie.validate.rules.references import Places, places_of
from clairevoie.validate.typed import names

# What a text has not, and what to do instead.
_ADVICE: Mapping[str, tuple[str, str]] = {
    "titre": ("de titre", "écrivez-le en gras, **ainsi**, ou retirez le signe #"),
    "image": ("d'image", "ajoutez-la au champ images"),
    "trait": ("de trait de séparation", "retirez-le : une ligne vide sépare deux paragraphes"),
    "code": ("de bloc de code", "retirez ces signes"),
    "lien": (
        "de lien écrit ainsi",
        "écrivez [mots](adresse), sans espace ni titre dans l'adresse; si ce n'est pas un lien, "
        "laissez une espace entre le crochet et la parenthèse",
    ),
}
_LONGEST = 60
# What must be in a text for it to lead badly to another site, to a page of this one, or to hold what is not read:
# most texts have none of it, and need not be read.
_LINKING = re.compile(
    r"\]\((?!https://(?:(?!xn--)[a-z0-9-]+\.)+[a-z]{2,}(?:[/?#](?:(?!%)[!-~\u00a0-\u024f])*)?\))|<\S+[:@]"
)
_LINKING_HERE = re.compile(r"\]\(\s*<?(?![A-Za-z][A-Za-z0-9+.-]*:)|\[\[")
_STRANGE = re.compile(r"!\[|\]\((?!https:[^\s()]*\))|\[\[|[#`~]|([-*_=])[ \t]*\1[ \t]*\1")
# What looks like Markdown in words that are shown as typed.
_MARKS = re.compile(
    r"\[\[[^\[\]\n]+\]\]|!?\[[^\[\]\n]+\]\((?:https?:|mailto:|[#./]|[a-z]+/)[^\s()]*\)|\*\*[^\s*](?:[^*\n]*[^\s*])?\*\*"
)
_AS_TYPED = ("texte", "texte_long")


@rule(Scope.RECORD)
def markdown_not_read_is_told(dossier: Dossier) -> Iterator[Located]:
    """What looks like Markdown and is not read stays on the page as it was typed: its author meant something else."""
    for fiche in dossier.fiches:
        for typed in textes_longs(fiche):
            in_markdown = typed.champ.sorte == "markdown" and _STRANGE.search(typed.texte)
            for one in read(typed.texte).strange if in_markdown else ():
                if one.kind in _ADVICE:
                    de_quoi, conseil = _ADVICE[one.kind]
                    facts = {"extrait": _extract(one.typed), "de_quoi": de_quoi, "conseil": conseil}
                    yield _inside(dossier, fiche, typed.chemin, one.place, "TYP-21", **facts)


@rule(Scope.RECORD)
def words_shown_as_typed_hold_no_markdown(dossier: Dossier) -> Iterator[Located]:
    """Marks of Markdown in a field that does not read it would be shown with its words."""
    formed = {fiche.adresse: fiche for fiche in dossier.fiches}
    for record, place, texte in dossier.textes:
        fiche = formed.get(record.adresse)
        if fiche is not None:
            is_marked = "](" in texte or "[[" in texte or "**" in texte
            found = list(_MARKS.finditer(texte)) if is_marked else []
            champ = _champ_at(type(fiche), tuple(names(place))) if found else None
            for mark in found if champ and champ.sorte in _AS_TYPED else ():
                assert champ is not None
                facts = {
                    "extrait": _extract(mark[0]),
                    "champ": champ.nom,
                    "champs": _in_markdown(type(fiche)),
                }
                yield _inside(dossier, fiche, place, mark.start(), "TYP-22", **facts)


@rule(Scope.RECORD)
def link_to_another_site_is_complete_and_safe(dossier: Dossier) -> Iterator[Located]:
    """A link of a text to another site is followed only when its address is whole and safe."""
    for fiche, chemin, link in _links(dossier, _LINKING):
        if leads_elsewhere(link.target):
            raison = why_not_followed(link.target)
            if raison:
                yield _inside(dossier, fiche, chemin, link.place, "SIT-05", url=link.target, **raison)
            elif quoi := misleading(link.target):
                facts = {"adresse": shown(link.target), "quoi": quoi}
                yield _inside(dossier, fiche, chemin, link.place, "PAG-22", **facts)


@rule(Scope.RECORDS)
def link_of_a_text_leads_somewhere(dossier: Dossier) -> Iterator[Located]:
    """A link of a text to another page of the site leads to a record, to an element or to a page that exists."""
    places, suggest = places_of(dossier), suggester()
    for fiche, chemin, link in _links(dossier, _LINKING_HERE):
        if not leads_elsewhere(link.target):
            for code, facts in _astray(dossier, fiche, link.target, places, suggest):
                yield _inside(dossier, fiche, chemin, link.place, code, **facts)


@rule(Scope.RECORDS)
def link_of_a_text_is_typed_as_markdown(dossier: Dossier) -> Iterator[Located]:
    """`[[collection/id]]` is read in the written pages, not in records."""
    places, suggest = places_of(dossier), suggester()
    for fiche, (chemin, champ, texte) in _texts(dossier, _LINKING_HERE):
        for one in read(texte).strange:
            if one.kind == "crochets" and champ.sorte == "markdown":
                target, _, said = one.typed[2:-2].partition("|")
                cited = dossier.jeu.fiche(local(target.strip()).path)
                words = said or (cited.intitule if cited else "ces mots")
                facts = {"extrait": one.typed, "mots": words, "cible": target.strip()}
                yield _inside(dossier, fiche, chemin, one.place, "SIT-09", **facts)
                for code, lost in _astray(dossier, fiche, target.strip(), places, suggest):
                    yield _inside(dossier, fiche, chemin, one.place + 2, code, **lost)


def _texts(dossier: Dossier, linking: re.Pattern[str]) -> Iterator[tuple[Fiche, TexteTape]]:
    """The long texts that may hold such a link: in one that is shown as typed, it is a slip all the same."""
    for fiche in dossier.fiches:
        yield from ((fiche, typed) for typed in textes_longs(fiche) if linking.search(typed.texte))


def _links(dossier: Dossier, linking: re.Pattern[str]) -> Iterator[tuple[Fiche, Chemin, TextLink]]:
    for fiche, typed in _texts(dossier, linking):
        yield from ((fiche, typed.chemin, link) for link in read(typed.texte).links)


def _astray(
    dossier: Dossier, fiche: Fiche, target: str, places: Places, suggest: Nearest
) -> Iterator[tuple[str, dict[str, str]]]:
    """The code and the facts of what is wrong with an address of the site, if anything is."""
    place = local(target)
    collection, _, rest = place.path.partition("/")
    id = rest.partition("/")[0]
    adresse = fiche.adresse if not place.path and place.anchor else f"{collection}/{id}"
    if (place.path or not place.anchor) and not (collection in COLLECTIONS and id):
        if not _is_page(dossier, place):
            yield "SIT-08", {"cible": target, "proche": suggest(place.path, dossier.pages or frozenset())}
    elif not places.hold(adresse, ""):
        yield (
            "REF-01",
            {
                "Le_type": capitalised(COLLECTIONS[collection].le),
                "id": id,
                "collection": collection,
                "proche": suggest(id, dossier.ids[collection]),
            },
        )
    elif not _holds_anchor(dossier, places, adresse, place.anchor):
        proche = places.near(adresse, place.anchor, suggest)
        yield "REF-19", {"valeur": target, "proche": proche if place.path else proche.partition("#")[2]}
    else:
        cited = dossier.jeu.fiche(adresse)
        if cited and fiche.est_publiee and not cited.est_publiee:
            yield "REF-05", {"id": cited.id}


def _holds_anchor(dossier: Dossier, places: Places, adresse: str, anchor: str) -> bool:
    """Whether the page of a record has an anchor: that of an element, of a field, or of every page."""
    cited = dossier.jeu.fiche(adresse)
    return not anchor or cited is None or places.hold(adresse, anchor) or is_of_every_page(cited, anchor)


def is_of_every_page(fiche: Fiche, anchor: str) -> bool:
    """Whether the page of a record has an anchor that no element gives: that of a field, or of the page itself."""
    return anchor in SKELETON or bool(vars(fiche).get(anchor.replace("-", "_")))


def _is_page(dossier: Dossier, place: Local) -> bool:
    """Whether the site has such a page or such a file, as far as one knows before it is built."""
    folder, _, name = place.path.partition("/")
    if folder == "fichiers":
        return name in dossier.fichiers
    return dossier.pages is None or folder == "donnees" or place.path in dossier.pages


@cache
def _champ_at(forme: type[Forme], path: tuple[str, ...]) -> Champ | None:
    """The field at the end of a path; the one that a bare sentence fills, when the path ends on a form."""
    champ: Champ | None = None
    inner: type[Forme] | None = forme
    for name in path:
        champ = describe(inner).get(name) if inner else None
        inner = champ.forme if champ else None
    short = short_field(inner) if inner else None
    return describe(inner)[short] if inner and short else champ


@cache
def _in_markdown(forme: type[Forme]) -> str:
    """The fields of a record that read Markdown, by which an editor may be sent to one of them."""
    fields = (name for name, champ in describe(forme).items() if champ.sorte == "markdown")
    return " ou ".join(f"« {name} »" for name in fields if name != "facile_a_lire")


def _extract(typed: str) -> str:
    return typed if len(typed) <= _LONGEST else typed[: _LONGEST - 1] + "…"


def _inside(
    dossier: Dossier, fiche: Fiche, chemin: Chemin, offset: int, code: str, /, **facts: object
) -> Located:
    """A problem at one letter of a text."""
    record = dossier.records[fiche.adresse]
    return located(code, record.path, record.origin_inside(chemin, offset), record.adresse, chemin, **facts)
