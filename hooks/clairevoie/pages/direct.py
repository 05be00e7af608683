"""How templates become Python by the insides of Jinja's generator: the same meaning, with fewer steps for each thing.

Our templates call plain functions and macros, and read attributes of objects: the detours that Jinja makes
for callables that want its context, for keys of dictionaries, and for templates that may have changed since
the last page, take half of the time of a page.
"""

from __future__ import annotations

from collections.abc import MutableMapping
from typing import Any

from jinja2 import Environment, Template, nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef

from clairevoie.pages import html_text


class Direct(CodeGenerator):
    """Calls a function, reads an attribute, defines a macro and shows HTML directly.

    Unlike Jinja's own, `x.y` never means `x["y"]`, a function never receives the context, and a macro has
    named arguments only: a template that counted on any of these fails at once, in its test.
    """

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802 - Jinja's name
        """A whole template."""
        self.writeline(f"from {html_text.__name__} import as_html, escape_text")
        super().visit_Template(node, frame)

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - Jinja's name
        """`x.y`."""
        self.write("(")
        self.visit(node.node, frame)
        self.write(f").{node.attr}")

    def visit_Call(  # noqa: N802 - Jinja's name
        self, node: nodes.Call, frame: Frame, forward_caller: bool = False
    ) -> None:
        """`f(a, b=c)`; the block of `{% call %}` goes to the macro as its `caller`."""
        self.write("(")
        self.visit(node.node, frame)
        self.write(")(")
        for argument in node.args:
            self.visit(argument, frame)
            self.write(", ")
        for keyword in node.kwargs:
            self.write(f"{keyword.key}=")
            self.visit(keyword.value, frame)
            self.write(", ")
        for sign, several in (("*", node.dyn_args), ("**", node.dyn_kwargs)):
            if several is not None:
                self.write(sign)
                self.visit(several, frame)
                self.write(", ")
        self.write("caller=caller)" if forward_caller else ")")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:  # noqa: ARG002 - Jinja's signature
        """A macro is a function of its named arguments; the function just written takes them in order."""
        if macro_ref.accesses_kwargs or macro_ref.accesses_varargs:
            self.fail("a macro names its arguments", macro_ref.node.lineno)
        names = [argument.name for argument in macro_ref.node.args]
        taken = [f"{name}=missing" for name in names]
        if macro_ref.accesses_caller and "caller" not in names:
            names.append("caller")
            taken.append("caller=undefined('no block was given', name='caller')")
        function = f"lambda {', '.join(taken)}: as_html(macro({', '.join(names)}))"
        self.write(f"(lambda macro: {function})(macro)")

    def _import_common(self, node: nodes.Import | nodes.FromImport, frame: Frame) -> None:
        if node.with_context:
            self.fail("a template imports macros, which are the same for every page", node.lineno)
        self.write("environment.get_template(")
        self.visit(node.template, frame)
        self.write(").module")

    def _output_child_pre(self, *_: object) -> None:
        """What is HTML already is not escaped, nor copied."""
        self.write("(shown if (shown := ")

    def _output_child_post(self, *_: object) -> None:
        self.write(
            ").__class__ is Markup else escape_text(shown) if shown.__class__ is str else escape(shown))"
        )


class DirectEnvironment(Environment):
    """An environment whose templates are compiled this way, and stay as they were when they were first read."""

    code_generator_class = Direct

    def __init__(self, **options: Any) -> None:
        super().__init__(**options, auto_reload=False, cache_size=0)
        self._read: dict[str, Template] = {}

    def _load_template(self, name: str, globals: MutableMapping[str, Any] | None) -> Template:
        if name not in self._read:
            self._read[name] = super()._load_template(name, globals)
        return self._read[name]
