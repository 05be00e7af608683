"""The Jinja environment of the pages: everything escaped, nothing undefined let through."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any
from zlib import crc32

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket
from markupsafe import Markup

from clairevoie.derive.ordre import is_source_reversed
from clairevoie.model import quand
from clairevoie.model.argent import currency_of
from clairevoie.model.base import Forme
from clairevoie.model.describe import describe
from clairevoie.model.folding import slug
from clairevoie.model.identifiants import page_of
from clairevoie.model.journal import in_order
from clairevoie.model.mots import mot
from clairevoie.pages.adresses import href, leads_to_a_site
from clairevoie.pages.appels import donnes
from clairevoie.pages.argent import barres
from clairevoie.pages.compilation import environment_kind
from clairevoie.pages.site import Site
from clairevoie.wording import money, typography
from clairevoie.wording.frequencies import rhythm
from clairevoie.wording.instants import machine
from clairevoie.wording.lectures import dated, reading
from clairevoie.wording.liens import by_register, link_words
from clairevoie.wording.names import anchor_words, called, decision_name
from clairevoie.wording.rencontres import attendance, people, quorum_words, vote_words

# The hues of composants/teinte.css: the id of a démarche chooses one, so that its hue never changes.
_TEINTES = 12
# The folders of the templates that print records; the others are those of the engine.
_OURS = ("composants/", "editions/", "fiches/", "listes/")
_FILTERS: dict[str, Callable[..., Any]] = {
    "mot": mot,
    "argent": typography.money,
    "part": money.share_of,
    "adresses": lambda ids, collection: [f"{collection}/{id}" for id in ids],
    "nombre": typography.number,
    "mesure": typography.measured,
    "jour": dated,
    "date_seule": quand.day,
    "le": quand.on,
    "au": quand.as_of,
    "du": quand.of,
    "depuis": quand.since,
    "jusque": quand.until,
    "a_composer": typography.dialled,
    "moment": quand.moment,
    "lecture": reading,
    "machine": machine,
    "quorum": quorum_words,
    "presences": attendance,
    "personnes": people,
    "vote": vote_words,
    "rythme": rhythm,
    "typo": typography.typo,
    "se_suit": leads_to_a_site,
    "mots_du_lien": link_words,
    "page_du_registre": lambda un: page_of(un.schema, un.valeur),
    "par_registre": by_register,
    "paragraphes": typography.paragraphs,
    "appele": called,
    "majuscule": typography.capital,
    "ancre_dite": anchor_words,
    "en_ordre": in_order,
    "teinte": lambda id: crc32(id.encode()) % _TEINTES,
    # A letter of another script has no plain one to be named by.
    "slug_id": lambda texte: slug(str(texte)) or str(texte),
}


class _Compiled(BytecodeCache):
    """Templates compiled once for all the environments of a run: only the way to the root changes."""

    def __init__(self) -> None:
        # By template, the fingerprint of its source, and the code.
        self.known: dict[str, tuple[str, bytes]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give the code compiled from the same source, if any."""
        source, code = self.known.get(bucket.key, ("", b""))
        if source == bucket.checksum:
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code."""
        self.known[bucket.key] = (bucket.checksum, bucket.bytecode_to_string())


# One for each way of compiling: neither reads the code of the other.
_COMPILED: dict[type[Environment], _Compiled] = {}


def _compiled() -> _Compiled:
    return _COMPILED.setdefault(environment_kind(), _Compiled())


def compile_all(templates: Path) -> None:
    """Compile every template of the pages: once, before the work is shared between processes."""
    env = _bare(templates)
    for name in env.list_templates(filter_func=lambda name: name.startswith(_OURS)):
        env.get_template(name)


def environment(templates: Path, site: Site, racine: str) -> Environment:
    """The environment of pages that stand `racine` (`../../`) below the root of the site."""
    env = _bare(templates)
    env.globals |= {
        "site": site,
        "racine": racine,
        "lien": lambda adresse: href(racine, site.place(adresse)),
        "nom": site.name,
        "nom_de_decision": decision_name,
        "titre_du_champ": field_title,
        "source_inversee": is_source_reversed,
        "argent_du_budget": money.budget_sentences,
        "argent_recu": money.funding_sentences,
        "donnes_apres": partial(donnes.given, site),
        "monnaie": currency_of,
        "etat_de_l_argent": money.state_of,
        "etat_des_montants": money.state_of_amounts,
        "barres_des_postes": barres.of_lines,
        "barres_des_bailleurs": partial(barres.of_fundings, site),
    }
    return env


def _bare(templates: Path) -> Environment:
    env = environment_kind()(
        loader=FileSystemLoader(templates),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=_compiled(),
    )
    env.filters |= _FILTERS
    return env


def field_title(forme: Forme, champ: str) -> Markup:
    """« Qui s'en occupe », from the model."""
    return typography.typo(describe(type(forme))[champ].titre)
