"""What the tests of entities, topics and outlets share: small articles made from lines."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from sitegen.model import Article, Block, LineMark, Role, Span

CASES = Path(__file__).resolve().parents[1] / "cases"


def cases(*names: str) -> list[dict[str, Any]]:
    """Return the cases of some files under tests/cases, or of all files of a folder there."""
    return [case for name in names for case in _cases(name)]


@cache
def _cases(name: str) -> list[dict[str, Any]]:
    paths = sorted((CASES / name).glob("*.toml")) or [CASES / name]
    return [case for path in paths for case in tomllib.loads(path.read_text("utf-8"))["case"]]


def article_of(text: str, *, dateline: str = "", lede: bool = False) -> tuple[Article, tuple[str, ...]]:
    """Return an article with a title and paragraphs, the first a `lede` where asked, and its raw lines."""
    lines = tuple(text.split("\n")) + ((dateline,) if dateline else ())
    roles: list[Role] = ["body"] * len(lines)
    roles[:2] = ["title", "lede"] if lede else ["title", *roles[1:2]]
    if dateline:
        roles[-1] = "dateline"
    return make(lines, roles), lines


def make(lines: tuple[str, ...], roles: list[Role]) -> Article:
    """Return an article whose lines have these roles."""
    marks = tuple(LineMark(n, role, "test") for n, role in enumerate(roles, 1))
    kept = ("lede", "body", "heading", "caption")
    blocks = tuple(
        Block(role, (Span(n, 0, len(line), line),))
        for n, (line, role) in enumerate(zip(lines, roles, strict=True), 1)
        if role in kept
    )
    title = roles.index("title") + 1
    return Article("a", "a.txt", True, "ar", "news", lines[title - 1], title, marks, blocks)
