"""Rows of prices, weather and hours of prayer below a text that speaks of nothing of the kind.

One line proves nothing, for lists of articles hold figures too: a row has several
cells, a word of such boxes in one of them or right above, and no word of the text.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from sitegen.reading.page.layout import Page
from sitegen.reading.page.lines import Line, stems_of
from sitegen.reading.page.words import rate_words

#: A cell has at most so many words, so many of them no figures; a row has so many cells.
_CELL, _WORDS, _ROW = 6, 3, 2


def rates(page: Page, lines: Sequence[Line]) -> frozenset[int]:
    """Return which of the lines below a text are cells of such rows, and labels right above them.

    >>> text = "افتتح الوزير جسرا جديدا في المدينة القديمة صباح اليوم."
    >>> page = Page([text, "عملات", "الدولار 3.44", "الدينار 4.85", "كأس العرب", "الأهلي 2", "الزمالك 1"])
    >>> sorted(rates(page, page.lines[1:]))
    [0, 1, 2]
    """
    known = rate_words()
    if not known.isdisjoint(page.vocabulary):
        return frozenset()
    found: set[int] = set()
    for is_row, group in groupby(range(len(lines)), lambda i: _is_cell(page, lines[i])):
        row = list(group)
        if is_row and len(row) >= _ROW:
            label = [i for i in (row[0] - 1,) if i >= 0 and _is_label(page, lines[i])]
            told = (stems_of(lines[i].words) & known for i in (*label, *row))
            found.update((*label, *row) if any(told) else ())
    return frozenset(found)


def _is_cell(page: Page, line: Line) -> bool:
    """Say whether a line is a few words and a figure, none of them the text's."""
    figures = sum(word.isdigit() for word in line.words)
    short = figures < line.size <= _CELL + figures and line.size - figures <= _WORDS
    return figures > 0 and short and not line.stop.strip("%٪°") and page.shares(line) == 0


def _is_label(page: Page, line: Line) -> bool:
    return 0 < line.size <= _WORDS and not line.stop and page.shares(line) == 0
