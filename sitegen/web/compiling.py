"""Templates compiled for speed: one environment for each language, with direct calls and attributes.

Jinja's own code asks at run time what each thing is: whether a function wants the
context, whether a name is an attribute or an item, whether a value is safe
already.  In our templates functions want no context, values are frozen views
with attributes, and most of what is printed is safe HTML; so calls are calls,
attributes are attributes, and only what is not `Markup` is escaped.  What
Jinja allows besides is kept: a test such as `is defined` looks the slow way.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, MutableMapping
from functools import lru_cache
from keyword import iskeyword
from typing import Any

from jinja2 import Environment, Template, nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.environment import TemplateModule
from jinja2.runtime import Context, Macro
from jinja2.utils import missing
from markupsafe import Markup, escape

from sitegen.web.bidi import escaped, vouched
from sitegen.web.folding import folded

_KEPT = 1 << 15  # answers of each remembered macro: a card stands on some twenty pages, far apart
#: Tests and filters of values that may not be there.
_ASKING = frozenset({"defined", "undefined", "default", "d"})


class _Generator(CodeGenerator):
    """Writes the Python of a template; the names of its methods are those that Jinja calls."""

    _asking = 0

    def writeline(self, x: str, node: nodes.Node | None = None, extra: int = 0) -> None:
        """Take what a block or a parent prints in one piece: it need not hand on part after part."""
        if x.startswith("yield from "):
            x = f"yield concat({x.removeprefix('yield from ')})"
        super().writeline(x, node, extra)

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802
        """Call without the context between."""
        if forward_caller or node.dyn_args or node.dyn_kwargs or any(iskeyword(k.key) for k in node.kwargs):
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        """Read an attribute."""
        of_blocks = isinstance(node.node, nodes.Name) and node.node.name == "self"
        if self._asking or of_blocks or iskeyword(node.attr):
            super().visit_Getattr(node, frame)
            return
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Const(self, node: nodes.Const, frame: Frame) -> None:  # noqa: N802
        """Take safe text that is known from where it is kept: to make it takes as long as a short macro."""
        value = node.as_const(frame.eval_ctx)
        if isinstance(value, Markup):
            self.write(f"environment.safe[{str(value)!r}]")
        else:
            super().visit_Const(node, frame)

    def visit_Test(self, node: nodes.Test, frame: Frame) -> None:  # noqa: N802
        """Let tests of what may be missing ask for it."""
        self._asking += node.name in _ASKING
        super().visit_Test(node, frame)
        self._asking -= node.name in _ASKING

    def visit_Filter(self, node: nodes.Filter, frame: Frame) -> None:  # noqa: N802
        """Let filters of what may be missing ask for it."""
        self._asking += node.name in _ASKING
        super().visit_Filter(node, frame)
        self._asking -= node.name in _ASKING

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("(shown if (shown := ")

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape:
            super()._output_child_post(node, frame, finalize)
        else:
            self.write(").__class__ is Markup else environment.printed(shown))")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        """Define a macro that is called the short way."""
        self.write("environment.macro(")
        super().macro_def(macro_ref, frame)
        self.write(")")


def printed(value: object) -> str:
    """Return what is printed of a value that is not known to be safe: most texts need no escaping."""
    if isinstance(value, str):
        return escaped(value)
    return str(value) if value.__class__ is int else escape(value)


class _Safe(dict[str, Markup]):
    """Text known to be safe, made once."""

    def __missing__(self, text: str) -> Markup:
        made = self[text] = vouched(text)
        return made


class _Template(Template):
    """A template that is imported without a look at what the importing one was given: never more than all."""

    def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:
        return super()._get_default_module()


def _short(macro: Macro) -> Callable[..., str]:
    """Return a macro as a function of its arguments in order."""
    function, count = macro._func, macro._argument_count  # what Macro.__call__ uses
    if macro.caller or macro.catch_kwargs or macro.catch_varargs:
        return macro
    names = macro.arguments
    function.__defaults__ = (missing,) * count  # what is not given

    def call(*args: object, **kwargs: object) -> str:
        if kwargs or len(args) > count:
            args = (*args, *[kwargs.pop(name, missing) for name in names[len(args) :]])
            if kwargs or len(args) > count:
                return macro(*args, **kwargs)  # which says what is wrong
        return vouched(function(*args))

    return call


def _remembering(call: Callable[..., str]) -> Callable[..., str]:
    """Return a function that keeps its newest answers, for arguments that can be kept."""
    kept = lru_cache(_KEPT, typed=True)(call)  # text and safe HTML of the same letters are two things

    def recalled(*args: object, **kwargs: object) -> str:
        try:
            return kept(*args, **kwargs)
        except TypeError:  # a list among the arguments; or an error to be told again
            return call(*args, **kwargs)

    return recalled


class Templates(Environment):
    """An environment whose templates are compiled for speed; `known` is constant in it."""

    code_generator_class = _Generator
    template_class = _Template
    safe = _Safe()
    known: Mapping[str, object] = {}
    printed = staticmethod(printed)
    remembered: frozenset[str] = frozenset()  # macros whose answers are kept: they see only their arguments

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._ready: dict[object, Template] = {}

    def get_template(
        self,
        name: str | Template,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,
    ) -> Template:
        """Return a template, the second time without asking the loader; every page is made of several."""
        found = self._ready.get(name) if globals is None else None
        if found is None:
            found = super().get_template(name, parent, globals)
            if globals is None:
                self._ready[name] = found
        return found

    def macro(self, macro: Macro) -> Callable[..., str]:
        """Return what templates call as a macro."""
        short = _short(macro)
        return _remembering(short) if macro.name in self.remembered else short

    def render(self, name: str, given: Mapping[str, object]) -> str:
        """Return what the template `name` prints of what is `given`."""
        template = self.get_template(name)
        context = self.context_class(self, {**self.globals, **given}, name, template.blocks)
        try:
            return "".join(template.root_render_func(context))
        except Exception:
            # Not swallowed: raised again, as Jinja's own `render` does, with templates' lines in its trace.
            self.handle_exception()

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        return folded(super()._parse(source, name, filename), self, self.known)
