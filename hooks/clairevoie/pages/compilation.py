"""How templates become pages: our way of compiling them while it gives what Jinja's own gives, else Jinja's own."""

from __future__ import annotations

from functools import cache
from typing import Any

from jinja2 import DictLoader, Environment, StrictUndefined
from markupsafe import Markup

from clairevoie import shortcuts

# All that our templates do, in small: what compiles these the same way compiles the others the same way.
_SAMPLE = {
    "macros.html": "{% macro lien(href, mots='« ici »') %}<a href=\"{{ href }}\">{{ mots }}</a>{% endmacro %}"
    "{% macro boite(titre) %}<div>{{ titre }}{{ caller() if caller else '' }}</div>{% endmacro %}"
    "{% macro arbre(n) %}{{ n }}{% if n %}{{ arbre(n - 1) }}{% endif %}{% endmacro %}",
    "base.html": "<main>{% block corps %}{% endblock %}</main>",
    "page.html": "{% extends 'base.html' %}{% import 'macros.html' as m %}"
    "{% from 'macros.html' import lien, boite %}"
    "{% block corps %}{{ texte }}{{ html }}{{ nombre }}{{ liste }}{{ texte | upper }}{{ texte ~ html }}"
    "{% for un in liste if un %}{{ loop.index }}{{ un.real }}{{ ', ' if not loop.last }}{% else %}rien{% endfor %}"
    "{{ lien('?a&b') }}{{ lien(href=texte, mots=html) }}{{ m.arbre(2) }}"
    "{% call boite(texte) %}{{ html }}{{ texte }}{% endcall %}"
    "{% set lu %}{{ texte }}{% endset %}{{ lu }}{% set _ = noms.append(texte) %}{{ noms | join('/') }}"
    "{% for cle, valeur in paires %}{{ f(*[cle], **{'b': valeur}) }}{% endfor %}"
    "{{ noms[0] if nombre is not none and nombre > 2 else '' }}{% endblock %}",
}


class PlainEnvironment(Environment):
    """Jinja's own, whose templates stay as they were when they were first read."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options, auto_reload=False, cache_size=-1)


def _direct() -> type[Environment]:
    from clairevoie.pages.direct import DirectEnvironment  # rests on private parts: may fail to be read

    return DirectEnvironment


@cache
def environment_kind() -> type[Environment]:
    """The kind of environment that prints the pages."""
    plain: type[Environment] = PlainEnvironment
    return shortcuts.take("jinja2", _direct, plain, _printed)


def _printed(kind: type[Environment]) -> str:
    env = kind(loader=DictLoader(_SAMPLE), autoescape=True, undefined=StrictUndefined)
    return env.get_template("page.html").render(
        texte="<l'été>",
        html=Markup("<b>é</b>"),
        nombre=3,
        liste=[1, 0, 2],
        noms=[],
        paires=[("a", "<")],
        f=lambda a, b: a + b,
    )
