"""What a template says the same way on every page of a language, worked out when it is compiled.

Each language has its own environment, so `_("People")`, `lang.code == "ar"` or
`href(urls.home(lang.code))` have one value there.  Such expressions become
constants, tests of them choose their branch, and a message with variables
becomes text around them.  Names that a template sets itself are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, cast

from jinja2 import Environment, nodes
from jinja2.visitor import NodeTransformer
from markupsafe import Markup

_MESSAGES = ("_", "gettext", "ngettext")
_MARK = "\ue000"  # stands in a message where a variable will be


_SETS = re.compile(r"\{%[-+]?\s*(set|for|with|import|from|macro|call)\b(.*?)%\}", re.DOTALL)
_NAME = re.compile(r"[A-Za-z_]\w*")


def names_set(templates: Iterable[str]) -> frozenset[str]:
    """Return every name that a template may set, and some more: Jinja hands them on to what is included.

    >>> "lang" in names_set(["{% for lang in langs %}{% include 'b' %}{% endfor %}"])
    True
    >>> names_set(["{{ lang }}"])
    frozenset()
    >>> "lang" in names_set(["{% with a=1, lang=tongues.en %}{% include 'b' %}{% endwith %}"])
    True
    """
    return frozenset(
        name
        for source in templates
        for kind, found in _SETS.findall(source)
        for name in _NAME.findall(_binding(kind, found))
    )


def _binding(kind: str, found: str) -> str:
    """Return the part of a tag that may bind names: all of it, where several are bound in a row."""
    return found.partition("=")[0].partition(" in ")[0] if kind in ("set", "for") else found


def folded(tree: nodes.Template, environment: Environment, known: Mapping[str, object]) -> nodes.Template:
    """Return a template in which what depends on nothing but `known` is worked out.

    `known` are the names of constants and of functions that read nothing but their arguments.
    """
    stored = {name.name for name in tree.find_all(nodes.Name) if name.ctx != "load"}
    stored |= {macro.name for macro in tree.find_all(nodes.Macro)}
    for found in tree.find_all(nodes.FromImport):
        stored |= {name if isinstance(name, str) else name[1] for name in found.names}
    stored |= {found.target for found in tree.find_all(nodes.Import)}
    rest = {name: value for name, value in known.items() if name not in stored}
    return cast("nodes.Template", _Folder(environment, rest).visit(tree))


class _Folder(NodeTransformer):
    def __init__(self, environment: Environment, known: Mapping[str, object]) -> None:
        self._environment, self._known = environment, known

    def generic_visit(self, node: nodes.Node, *args: Any, **kwargs: Any) -> nodes.Node:
        """Fold from the inside out; an expression whose value can stand in code becomes it."""
        node = super().generic_visit(node, *args, **kwargs)
        if isinstance(node, nodes.Expr) and not isinstance(node, (nodes.Literal, nodes.Keyword)):
            try:
                value = self._value(node)
            except Exception:
                # Anything may go wrong in what a template calls.  The expression stays as it stands: it is
                # not known beforehand, or it is wrong and raises the same when the page is rendered.
                return node
            if _can_stand(value):
                return nodes.Const(value, lineno=node.lineno, environment=self._environment)
        return node

    def visit_If(self, node: nodes.If) -> nodes.Node | list[nodes.Node]:  # noqa: N802 - the name that Jinja calls
        """Keep the branch that is taken; an elif is an if within the else."""
        if node.elif_:
            first, *others = node.elif_
            rest = nodes.If(
                first.test, first.body, others, node.else_,
                lineno=first.lineno, environment=self._environment,
            )  # fmt: skip
            node.elif_, node.else_ = [], [rest]
        node = cast("nodes.If", self.generic_visit(node))
        if isinstance(node.test, nodes.Const):
            return node.body if node.test.value else node.else_
        return node

    def visit_CondExpr(self, node: nodes.CondExpr) -> nodes.Node:  # noqa: N802 - the name that Jinja calls
        """Keep the side that is taken."""
        found = self.generic_visit(node)
        if isinstance(found, nodes.CondExpr) and isinstance(found.test, nodes.Const):
            return found.expr1 if found.test.value else found.expr2 or found
        return found

    def visit_Output(self, node: nodes.Output) -> nodes.Node:  # noqa: N802 - the name that Jinja calls
        """Put the text of messages beside their variables."""
        node = cast("nodes.Output", self.generic_visit(node))
        node.nodes = [part for child in node.nodes for part in self._parts(child)]
        return node

    def _parts(self, node: nodes.Expr) -> list[nodes.Expr]:
        if not (isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name) and node.kwargs):
            return [node]
        given = {each.key: each.value for each in node.kwargs}
        marks = {key: f"{_MARK}{key}{_MARK}" for key in given}
        if node.node.name not in _MESSAGES:
            return [node]
        try:
            text = self._value(node.node)(*map(self._value, node.args), **marks)
        except Exception:  # as in `generic_visit`: the call stays, and tells what is wrong when it is run
            return [node]
        pieces = str(text).split(_MARK)  # text and names of variables in turn
        return [
            given[piece] if n % 2 else nodes.TemplateData(piece, lineno=node.lineno)
            for n, piece in enumerate(pieces)
        ]

    def _value(self, node: nodes.Node) -> Any:
        """Return what an expression comes to; raises where that is not known."""
        match node:
            case nodes.Name(ctx="load"):
                return self._known[node.name]
            case nodes.Getattr():
                return getattr(self._value(node.node), node.attr)
            case nodes.Getitem():
                return self._value(node.node)[self._value(node.arg)]
            case nodes.Call(kwargs=[], dyn_args=None, dyn_kwargs=None):
                return self._value(node.node)(*map(self._value, node.args))
            case nodes.Filter(node=nodes.Expr() as first, kwargs=[], dyn_args=None, dyn_kwargs=None):
                return self._environment.filters[node.name](*map(self._value, (first, *node.args)))
            case nodes.Expr():
                return node.as_const()
        raise nodes.Impossible


def _can_stand(value: object) -> bool:
    return value is None or type(value) in {bool, int, str, Markup}
