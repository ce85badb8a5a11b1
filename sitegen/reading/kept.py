"""The text that a reader sees of an article, as spans of its raw lines in reading order."""

from __future__ import annotations

from collections.abc import Sequence

from sitegen.model import Article, Role, Span

#: Roles that may stand outside the blocks and still hold facts.
_TOLD: frozenset[Role] = frozenset(("subtitle",))
_BESIDE = _TOLD | frozenset[Role](("byline", "dateline"))
#: Roles of blocks that name who made a story, or when: «كتب: محمد الشرقاوي | 30-03-2022».
_MAKERS = frozenset[Role](("byline", "dateline", "date"))


def kept_spans(article: Article, lines: Sequence[str] = ()) -> tuple[Span, ...]:
    """Return title, dateline, blocks and photo credits; what was dropped is not among them.

    `lines` are the raw lines: with them a title that fills only part of its line, a
    dateline and a credit have their true offsets; without them the last two are left out.
    """
    spans = [*_spans(article, lines, _BESIDE), *credit_spans(article, lines)]
    return tuple(sorted(spans, key=lambda span: (span.line, span.start)))


def story_spans(article: Article, lines: Sequence[str] = ()) -> tuple[Span, ...]:
    """Return the spans that tell the story: not byline, dateline, date and credits."""
    return tuple(sorted(_spans(article, lines, _TOLD), key=lambda span: (span.line, span.start)))


def _spans(article: Article, lines: Sequence[str], beside: frozenset[Role]) -> list[Span]:
    """Return title, blocks and whole lines; of subtitle, byline and dateline those that `beside` holds."""
    spans = [span for span in (title_span(article, lines),) if span is not None]
    makers = frozenset[Role]() if beside > _TOLD else _MAKERS
    spans += [piece for block in article.blocks if block.role not in makers for piece in block.pieces]
    covered = {span.line for span in spans}
    for mark in article.marks:
        if mark.role in beside and mark.n not in covered and mark.n <= len(lines):
            text = lines[mark.n - 1]
            spans.append(Span(mark.n, 0, len(text), text))
    return spans


def title_span(article: Article, lines: Sequence[str] = ()) -> Span | None:
    """Return where the title stands; None when metadata gave it.

    >>> from sitegen.model import LineMark
    >>> article = Article("a", "a.txt", True, "ar", "news", "قمة في بغداد", 1, (), ())
    >>> title_span(article, ["  قمة في بغداد | عكاظ"]).start
    2
    """
    if article.title_line is None or not article.title:
        return None
    line = lines[article.title_line - 1] if article.title_line <= len(lines) else article.title
    start = max(0, line.find(article.title))
    end = start + len(article.title)
    return Span(article.title_line, start, end, line[start:end])


def credit_spans(article: Article, lines: Sequence[str]) -> list[Span]:
    """Return the photo credits of captions («أ ب», «REUTERS») where they stand after the caption."""
    spans = []
    for block in article.blocks:
        if not block.credit or not block.pieces or block.pieces[-1].line > len(lines):
            continue
        last = block.pieces[-1]
        line = lines[last.line - 1]
        start = line.find(block.credit, last.end)
        if start >= 0:
            spans.append(Span(last.line, start, start + len(block.credit), block.credit))
    return spans
