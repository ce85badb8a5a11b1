"""Furniture that shows by its place: boxes of links, readers' comments, values under labels.

Where a heading such as «مقالات ذات صلة» opens a box, the short lines under it are
teasers of other articles; paragraphs under it never are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sitegen.model import Role
from sitegen.reading.page import furniture
from sitegen.reading.page.layout import Page
from sitegen.reading.page.lines import Line
from sitegen.reading.page.words import lists

Claims = Iterator[tuple[int, Role]]

#: Lines of a box between paragraphs; more than this is no box.
_BOX = 8
_TEASER = 25
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
    """Return the lines of a box between paragraphs: those up to the next blank line or paragraph."""
    group: list[Line] = []
    for i in range(line.n, min(line.n + 2 * _BOX, len(page.lines))):
        other = page.lines[i]
        if other.blank:
            if group:
                return group[:_BOX]
        elif other.n in page.marks:
            continue
        elif not _is_teaser(page, other):
            # The last short line may be the heading of the paragraph it touches.
            return group[:-1] if group and group[-1].n == other.n - 1 else group
        else:
            group.append(other)
    return group[:_BOX]


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
