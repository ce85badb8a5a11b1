"""Headlines of other stories above an article, run together in one line or in a column without its title.

Stored pages keep the ticker of a site as one line that looks like a paragraph. It
has hardly a word of what stands below, and nothing above it speaks of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, takewhile

from sitegen.model import Role
from sitegen.reading.page.bylines import names_writer, stands_below_titles
from sitegen.reading.page.foot import carries_on
from sitegen.reading.page.furniture import opener
from sitegen.reading.page.headlines import is_row
from sitegen.reading.page.layout import Page
from sitegen.reading.page.lines import OPEN, Line, breaks_off
from sitegen.reading.page.repeats import begins
from sitegen.reading.page.stamps import is_dated
from sitegen.reading.page.words import is_name, outlets, subject_stems

Claims = Iterator[tuple[int, Role]]

#: A row has at least so many words, such a share of them in common with the text, and the text so many.
_ROW, _SHARE, _ENOUGH = 20, 0.1, 15
#: … such a share where dots part the headlines: one of them may be on the subject.
_PARTED = 0.4
#: With no headline below it that is on the text it has so many words and so many marks, or a label above it.
_LONG, _MARKS = 30, 2
#: So many rows stand above a text at most.
_ROWS = 3
_MARK = re.compile(r"\.\.|[!…:?؟]")
#: A headline on the text has so many words in common with it.
_TELLING, _HEADLINE = 2, 4
#: So many headlines, one right below the other, are a column.
_COLUMN = 6
#: A title has its words in one of the first paragraphs.
_OPENING = 2
_STOPS = (".", "،", "؛", ":")


def row(page: Page) -> Claims:
    """Claim headlines run together in one line above the title: a paragraph that nothing else speaks of."""
    prose = page.paragraphs()[: _ROWS + 1]
    last = max((i for i in range(len(prose) - 1) if _is_row(page, prose, i)), default=-1)
    text = _words_of(page.paragraphs()[last + 1 :]) if last >= 0 else set()
    if all(_is_strange(line, text) for line in prose[: last + 1]):
        yield from ((line.n, "furniture") for line in prose[: last + 1])


def _is_row(page: Page, prose: Sequence[Line], i: int) -> bool:
    line, next_ = prose[i], prose[i + 1]
    if line.size < _ROW or _is_sentence(line):  # as most paragraphs
        return False
    if all(map(breaks_off, prose[:2])):  # excerpts of a list
        return False
    own, text = subject_stems(line), _words_of(other for other in page.paragraphs() if other.n > line.n)
    if len(text) < _ENOUGH or not _is_strange(line, text):
        return False
    above = [other for other in page.lines[: line.n - 1] if other.words and not _opens(other, line)]
    if any(len(subject_stems(other) & own) >= _TELLING for other in above):
        return False
    between = [other for other in page.lines[line.n : next_.n - 1] if other.words]
    if any(other.size >= _HEADLINE and len(subject_stems(other) & text) >= _TELLING for other in between):
        return True
    marks = len(_MARK.findall(line.text)) >= _MARKS or any(_is_label(page, other) for other in above)
    return (
        line.size >= _LONG and marks and not any(_is_headline(other) and not other.prose for other in above)
    )


def _is_label(page: Page, line: Line) -> bool:
    """Say whether a line is the label of a ticker: «عاجل», «آخر الأخبار»."""
    return outlets().urgent.issuperset(line.words) or opener(line, page.found.get(line.n)) == "list"


def _is_strange(line: Line, text: set[str]) -> bool:
    own = subject_stems(line)
    return len(own & text) <= (_PARTED if is_row(line) else _SHARE) * len(own)


def _is_sentence(line: Line) -> bool:
    """Say whether a line ends or opens as text does: a row of headlines is cut anywhere."""
    stopped = line.stop in (".", ":") and not line.text.rstrip().endswith("..")
    return stopped or carries_on(line) or not line.text.lstrip()[:1].isalnum()


def _opens(line: Line, row: Line) -> bool:
    """Say whether a row begins with the words of a line: its first headline alone."""
    return line.size > 1 and begins(line, row)


def column(page: Page) -> Claims:
    """Claim a column of headlines right above a text of which none speaks: the page has no title.

    Where one does, those above it that open as reports do are no paragraphs either.
    """
    lines = [line for line in page.open() if line.words]
    start = next((i for i, line in enumerate(lines) if _is_paragraph(line)), 0)
    if start < _COLUMN:  # as on most pages
        return
    yield from ((line.n, "furniture") for line in _upper(lines, start))
    head, text = _head(lines, start)
    if len(head) < _COLUMN:
        return
    known = _words_of(text[:_OPENING])
    told = [len(subject_stems(line) & known) for line in head]
    first = next((i for i, shared in enumerate(told) if shared >= _TELLING), None)
    if first is None:
        others = head[:-1] if subject_stems(head[-1]) & _words_of(text) else head
        yield from ((line.n, "furniture") for line in others)
    elif first:
        yield from ((line.n, "furniture") for line in head[:first] if line.prose)


def _upper(lines: Sequence[Line], start: int) -> list[Line]:
    """Return a column above a headline on the text that stands over its day or writer.

    The first paragraph is number `start` of `lines`.
    """
    first = next((i for i in range(start) if all(map(_is_headline, lines[i : i + _COLUMN]))), start)
    run = list(takewhile(_is_headline, lines[first:start]))
    if len(run) < _COLUMN:
        return []
    known = _words_of([line for line in lines[start:] if line.prose][:_OPENING])
    below = pairwise(lines[first + len(run) : start])
    titles = [line for line, under in below if _is_headline(line) and _is_of_title(under)]
    most = max((len(subject_stems(line) & known) for line in titles), default=0)
    own = max((len(subject_stems(line) & known) for line in run), default=0)
    return run if most > max(_TELLING, own) else []


def _is_of_title(line: Line) -> bool:
    """Say whether a line stands below titles: a day, a writer, who may be but a name."""
    return is_dated(line) or names_writer(line) or is_name(line.words)


def _head(lines: Sequence[Line], start: int) -> tuple[Sequence[Line], list[Line]]:
    """Return the headlines above the first paragraph, a day or a place between them, and the paragraphs."""
    last = start
    while last and stands_below_titles(lines[last - 1]):
        last -= 1
    first = last
    while first and _is_headline(lines[first - 1]):
        first -= 1
    return lines[first:last], [line for line in lines[start:] if line.prose]


def _is_paragraph(line: Line) -> bool:
    """Say whether a line is a paragraph by more than the verb it opens with."""
    return line.prose and (line.size >= OPEN or line.stop in _STOPS)


def _is_headline(line: Line) -> bool:
    return line.size >= _HEADLINE and line.stop not in _STOPS and not is_dated(line) and line.brief


def _words_of(lines: Iterable[Line]) -> set[str]:
    return set().union(*map(subject_stems, lines))
