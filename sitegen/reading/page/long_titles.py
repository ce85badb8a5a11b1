"""Titles that look like paragraphs: long ones, questions, and those that end with a full stop.

One is told by its second print right below it, or by the day or the writer below
it, a question by standing first; no other headline may stand above it.
"""

from __future__ import annotations

from collections.abc import Sequence

from sitegen.reading.page.bylines import stands_below_titles
from sitegen.reading.page.headlines import is_row
from sitegen.reading.page.layout import Page
from sitegen.reading.page.lines import Line, breaks_off
from sitegen.reading.page.stamps import is_dated
from sitegen.reading.page.words import lists, telling_stems

#: No title has more words; the second print may stand behind a label of so many.
_LONGEST, _LABEL = 35, 6
#: By what stands below it a title is told that has at most so many words, fewer where a full stop ends it.
_OPEN, _STOPPED = 28, 14
#: So many lines below it stand its second print, and so many its day or writer.
_AGAIN, _BELOW = 3, 2
#: A headline has so many words; so many of its words a title shares with the text.
_HEADLINE, _SHARED = 4, 2


def find_long(page: Page) -> Line | None:
    """Return the first paragraph where it is a title."""
    prose = page.paragraphs()
    if len(prose) < 2 or prose[0].size > _LONGEST or not prose[0].brief or _is_headed(page, prose[0]):
        return None
    line = prose[0]
    below = [other for other in page.lines[line.n :] if other.words]
    if any(_repeats(other, line) for other in below[:_AGAIN]):
        over = below[0].words == line.words and len(below) > 1 and is_dated(below[1])
        return None if line.stop == "." and not over else line  # a lede below its own summary
    if _is_asked(page, line, below[0]) or _is_over_twice(line, below) or _is_counted(page, line, below):
        return line
    sentence = line.stop in (":", "،", "؛") or line.size > (_STOPPED if line.stop == "." else _OPEN)
    if (
        sentence
        or is_row(line)
        or breaks_off(line)
        or below[0].prose
        or not lists().you.isdisjoint(line.words)
    ):
        return None  # «نرفق لكم المادة أدناه.»
    text = telling_stems(word for other in prose[1:] for word in other.words)
    if len(telling_stems(line.words) & text) < _SHARED:
        return None
    return line if any(map(stands_below_titles, below[:_BELOW])) else None


def _is_asked(page: Page, line: Line, below: Line) -> bool:
    """Say whether a question opens the page, and a longer paragraph on the same stands right below it."""
    opens = not any(other.words for other in page.lines[: line.n - 1]) and line.stop in ("؟", "?")
    told = len(telling_stems(line.words) & telling_stems(below.words)) > _SHARED
    return opens and below.prose and below.size > line.size and told


def _is_over_twice(line: Line, below: Sequence[Line]) -> bool:
    """Say whether the paragraph right below a line without a full stop is printed twice, as ledes are."""
    again = any(other.words == below[0].words for other in below[1:_AGAIN])
    return line.stop not in (".", ":", "،") and below[0].prose and again


def _is_counted(page: Page, line: Line, below: Sequence[Line]) -> bool:
    """Say whether a line without a stop opens the page over a lone number, which counts its readers."""
    opens = not line.stop and not any(other.words for other in page.lines[: line.n - 1])
    return opens and below[0].size == 1 and below[0].words[0].isdigit() and below[1].prose


def _repeats(other: Line, line: Line) -> bool:
    """Say whether a line is a second print of another, with or without a label before it."""
    return other.size <= line.size + _LABEL and other.words[-line.size :] == line.words


def _is_headed(page: Page, line: Line) -> bool:
    """Say whether a headline stands above a line, which may be the title."""
    above = [other for other in page.lines[: line.n - 1] if other.size >= _HEADLINE and not is_dated(other)]
    return any(other.n not in page.found and "://" not in other.text for other in above)
