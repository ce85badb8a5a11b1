"""Furniture that shows by its place: boxes of links, readers' comments, values under labels.

Where a heading such as «مقالات ذات صلة» opens a box, the short lines under it are
teasers of other articles; paragraphs under it never are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import takewhile

from sitegen.model import Role
from sitegen.reading.page import furniture
from sitegen.reading.page.layout import Page
from sitegen.reading.page.lines import Line, words_of
from sitegen.reading.page.words import lists

Claims = Iterator[tuple[int, Role]]

#: Lines of a box between paragraphs; more than this is no box.
_BOX = 8
_TEASER = 25
#: In a box that no blank line closes: words of a headline, and how many of them.
_HEADLINES, _FEW = 4, 1
_BULLETS = frozenset("•·◄►▪■●»>*")
#: The families that end a box and that skip it; a box that is at its end opens no other.
_END, _SKIP, _LAST = "box-end", "accessibility", words_of("نهاية")[0]
_HEADLINE = 30


def readers(page: Page) -> Claims:
    """Claim everything below a heading of comments when readers do speak there."""
    signs = lists().comments
    before = 0
    for line in page.lines:
        if line.prose and line.n not in page.marks:
            before += 1
        if before >= 2 and furniture.opener(line, page.found.get(line.n)) == "comments":
            rest = page.lines[line.n :]
            if any(
                words in signs
                for other in rest
                for words in (other.words, other.words[:1])
                if other.size <= 3
            ):
                yield from ((other.n, "furniture") for other in rest if not other.blank)
            return


def box(page: Page) -> Claims:
    """Claim the teasers under a heading that opens a box of links."""
    text_ends = max((line.n for line in page.paragraphs() if _is_solid(line)), default=0)
    for line in page.lines:
        mark = page.marks.get(line.n)
        if mark is None or mark.role != "furniture" or page.in_head(line):
            continue
        if furniture.opener(line, page.found.get(line.n)):
            if line.n > max(text_ends, page.bounds[0]):
                yield from ((teaser.n, "furniture") for teaser in _rest(page, line))
                return
            yield from ((teaser.n, "furniture") for teaser in _group(page, line))


def _is_solid(line: Line) -> bool:
    """Say whether a paragraph is running text for certain, not a long headline."""
    return line.stop == "." or line.size >= _HEADLINE


def _is_teaser(page: Page, line: Line) -> bool:
    short = line.size <= _TEASER and line.stop not in (".", ":")
    return line.n not in page.marks and not line.prose and short


def _rest(page: Page, line: Line) -> Iterable[Line]:
    """Return what stands below a box heading that no text follows."""
    below = page.lines[line.n :]
    return [
        other for other in below if not other.blank and not _is_solid(other) and other.n not in page.marks
    ]


def _group(page: Page, line: Line) -> list[Line]:
    """Return the lines of a box between paragraphs: those up to the next blank line or paragraph.

    Where no blank line closes the box, only headlines are teasers: a line of a few words
    may be a verse or a score, and the last one the heading of the paragraph it touches.
    """
    group: list[Line] = []
    for i in range(line.n, min(line.n + 2 * _BOX, len(page.lines))):
        other = page.lines[i]
        if other.blank:
            if group:
                return group[:_BOX]
        elif other.n in page.marks:
            if (found := page.found.get(other.n)) and found.family.name == _END:
                return _headlines(group)
        elif not _is_teaser(page, other):
            if len(group) > 1 and group[-1].n == other.n - 1:
                group.pop()
            return _headlines(group)
        else:
            group.append(other)
    return _headlines(group)


def _headlines(group: list[Line]) -> list[Line]:
    """Return the first line if it is long enough for a headline, or a list that opens the box."""
    sign = group[0].text.lstrip()[:1] if group else ""
    if sign in _BULLETS:
        return list(takewhile(lambda line: line.text.lstrip().startswith(sign), group))
    return list(takewhile(lambda line: line.size >= _HEADLINES, group))[:_FEW]


def enclosed(page: Page) -> Claims:
    """Claim what stands between the opening and the end of a box: answers of a poll, a list of links."""
    opened: int | None = None
    for line in page.lines:
        mark, found = page.marks.get(line.n), page.found.get(line.n)
        if mark is None or found is None or mark.rule != found.family.name:
            continue
        if found.family.name == _END:
            if opened is not None and line.n - opened <= _BOX + 4:
                yield from (
                    (n, "furniture") for n in range(opened + 1, line.n) if page.lines[n - 1].size <= _TEASER
                )
            opened = line.n if line.words[-1] != _LAST else None
        elif found.family.opens or found.family.name == _SKIP:
            opened = line.n


def attached(page: Page) -> Claims:
    """Claim the line that belongs to a label above it: a name under an office, tags under «وسوم»."""
    for line in page.lines:
        found = page.found.get(line.n)
        mark = page.marks.get(line.n)
        if found is None or not found.family.next or mark is None or mark.rule != found.family.name:
            continue
        below = page.below(line)
        if below is not None and below.blank:
            below = page.below(below)
        if line.size <= 4 and below is not None and _is_label_value(page, below):
            yield below.n, "furniture"


def _is_label_value(page: Page, line: Line) -> bool:
    short = line.size <= 4 if page.in_head(line) else line.size <= 20
    return bool(line.words) and line.n not in page.marks and short and not line.prose and page.at_edge(line)
