"""Articles made of [role, line] pairs, for tests of dating."""

from __future__ import annotations

from sitegen.model import Article, Block, DateExpr, LineMark, Span
from sitegen.reading.dates.find import find_dates

_IN_BLOCKS = ("lede", "body", "caption", "heading")


def page(*lines: tuple[str, str]) -> tuple[Article, tuple[DateExpr, ...], tuple[str, ...]]:
    """Return an article of lines with their roles, its dates and its raw lines."""
    # Roles come as plain strings: a test may name any.
    marks = tuple(LineMark(n, role, "test") for n, (role, _) in enumerate(lines, 1))  # type: ignore[arg-type]
    blocks = tuple(  # the same holds of blocks
        Block(role, (Span(n, 0, len(text), text),))  # type: ignore[arg-type]
        for n, (role, text) in enumerate(lines, 1)
        if role in _IN_BLOCKS
    )
    title = next(((n, text) for n, (role, text) in enumerate(lines, 1) if role == "title"), (None, ""))
    article = Article("a", "a.txt", True, "ar", "news", title[1], title[0], marks, blocks)
    dates = tuple(e for n, (_, text) in enumerate(lines, 1) for e in find_dates(n, text))
    return article, dates, tuple(text for _, text in lines)
