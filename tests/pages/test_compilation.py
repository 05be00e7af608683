"""Templates compiled our way: what is text is escaped, and what they may not do fails at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import DictLoader, StrictUndefined, TemplateAssertionError, UndefinedError
from markupsafe import Markup

from clairevoie.pages import environment
from clairevoie.pages.compilation import environment_kind
from clairevoie.pages.direct import Direct, DirectEnvironment


class _Word(str):
    """A text that is not plainly one."""


def _render(template: str, macros: str = "", **seen: object) -> str:
    loader = DictLoader({"page.html": template, "macros.html": macros})
    env = DirectEnvironment(loader=loader, autoescape=True, undefined=StrictUndefined)
    return env.get_template("page.html").render(seen)


@pytest.mark.parametrize(
    ("shown", "html"),
    [
        ("<b>", "&lt;b&gt;"),
        (_Word("<b>"), "&lt;b&gt;"),
        (Markup("<b>"), "<b>"),
        (["<b>"], "[&#39;&lt;b&gt;&#39;]"),
        (3, "3"),
    ],
)
def test_only_what_is_html_is_shown_as_it_is(shown: object, html: str) -> None:
    assert _render("{{ x }}", x=shown) == html
    assert _render("{% macro m(y) %}<i>{{ y }}</i>{% endmacro %}{{ m(x) }}", x=shown) == f"<i>{html}</i>"


def test_a_macro_takes_names_defaults_and_a_block() -> None:
    macros = (
        "{% macro m(a, b='<') %}{{ a }}{{ b }}{% endmacro %}{% macro n() %}({{ caller() }}){% endmacro %}"
    )
    imported = "{% from 'macros.html' import m, n %}"
    assert (
        _render(imported + "{{ m(b='2', a='1') }}{{ m(1) }}{% call n() %}&{% endcall %}", macros)
        == "121&lt;(&)"
    )
    assert _render("{% import 'macros.html' as m %}{{ m.m(1, 2) }}", macros) == "12"


@pytest.mark.parametrize("asked", ["m()", "n()"])
def test_what_a_macro_lacks_is_not_passed_over(asked: str) -> None:
    macros = "{% macro m(a) %}{{ a }}{% endmacro %}{% macro n() %}{{ caller() }}{% endmacro %}"
    with pytest.raises(UndefinedError):
        _render(macros + "{{ " + asked + " }}")


def test_an_argument_that_a_macro_does_not_know_is_refused() -> None:
    with pytest.raises(TypeError):
        _render("{% macro m(a) %}{{ a }}{% endmacro %}{{ m(a=1, b=2) }}")


@pytest.mark.parametrize(
    "template",
    [
        "{% macro m() %}{{ kwargs }}{% endmacro %}",
        "{% macro m() %}{{ varargs }}{% endmacro %}",
        "{% from 'macros.html' import m with context %}",
    ],
)
def test_what_our_templates_may_not_do_fails_when_they_are_read(template: str) -> None:
    with pytest.raises(TemplateAssertionError):
        _render(template, "{% macro m() %}{% endmacro %}")


def test_only_the_templates_that_changed_are_compiled_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "composants").mkdir()
    for name in ("un", "deux"):
        (tmp_path / f"composants/{name}.html").write_text(name, encoding="utf-8")
    read: list[str | None] = []

    class Watched(Direct):
        def visit_Template(self, *given: object) -> None:  # noqa: N802 - Jinja's name
            read.append(self.name)
            super().visit_Template(*given)  # type: ignore[arg-type]

    assert environment_kind() is DirectEnvironment
    monkeypatch.setattr(DirectEnvironment, "code_generator_class", Watched)
    monkeypatch.setattr(environment, "_COMPILED", {})

    def run() -> list[str | None]:
        read.clear()
        environment.compile_all(tmp_path)
        return sorted(read, key=str)

    assert run() == ["composants/deux.html", "composants/un.html"]
    assert run() == []
    (tmp_path / "composants/un.html").write_text("autre", encoding="utf-8")
    assert run() == ["composants/un.html"]
