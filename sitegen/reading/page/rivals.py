"""Headlines above the text that are not its title: teasers in boxes, entries of feeds, names of tables.

A teaser on the subject of the article shares words with it, as the title does; but
what the lede repeats is the title, and a box or a clock parts the two.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice, pairwise

from sitegen.reading.page import furniture
from sitegen.reading.page.head import dateline_of, names_writer
from sitegen.reading.page.layout import Page
from sitegen.reading.page.lines import Line, stems_of
from sitegen.reading.page.words import is_day, lists

_CLOCK = re.compile(r"\s*\d?\d:\d\d\s*$")
_TIMED = re.compile(r"\s*(?:[01]?\d|2[0-3]):[0-5]\d\s+[^\W\d]")
#: So many entries make a feed; so many lines of figures a table, each of so many words at most.
_ENTRIES, _FIGURES, _CELL = 2, 2, 4
#: A headline has at least so many words.
_HEADLINE = 4
#: A strange headline between weighs as much as so many words.
_STRANGE = 3
#: The rules of entries of menus, and of paths to a page.
MENUS = frozenset(
    ("sections", "navigation", "related", "weather-and-markets", "menu", "interface", "gauge", "path")
)
#: A slogan has at most so many words; of a title the lede has so many.
_FEW, _TELLING = 5, 3
#: Below an entry of a feed the title has so many words of the lede; a caption has fewer.
_SURE = 4


def without_rivals(page: Page, lines: Sequence[Line]) -> list[Line]:
    """Return candidates for a title without entries of feeds and names of tables, where another is left."""
    timed = [line for line in lines if _TIMED.match(line.text)]
    entries = timed if len(timed) >= _ENTRIES else []
    start = _last_entry(page)
    own = [
        line for line in lines if line.n > start and line not in entries and not is_over_figures(page, line)
    ]
    if not any(line.size >= _HEADLINE for line in own):
        return list(lines)
    return own if start or any(map(page.tells, own)) or not any(map(page.tells, lines)) else list(lines)


def _last_entry(page: Page) -> int:
    """Return the number of the clock above the last entry of a feed above the text, 0 without a feed.

    Two clocks with a headline between them make one.
    """
    clocks = [line.n for line in page.lines if page.in_head(line) and _CLOCK.match(line.text)]
    apart = any(
        any(other.size >= _HEADLINE for other in page.lines[one : two - 1]) for one, two in pairwise(clocks)
    )
    return clocks[-1] if apart else 0


def is_over_figures(page: Page, line: Line) -> bool:
    """Say whether figures stand right below a line: «سعر الدولار» over «بيع 149250» and «شراء 148250»."""
    below = islice((other for other in page.lines[line.n :] if other.words), _FIGURES)
    cells = [other for other in below if _is_cell(other)]
    return len(cells) == _FIGURES


def _is_cell(line: Line) -> bool:
    figures = sum(word.isdigit() for word in line.words)
    return 0 < figures < line.size <= _CELL and not is_day(line.words)


def is_rival(page: Page, line: Line, below: Line) -> bool:
    """Say whether `line` is a teaser in a box above the title `below`, of which the lede has more words.

    A strange headline between them is another teaser; two that touch, or that a day parts,
    are a title and its subtitle.  A slogan that hardly shares a word is none: «خدماتك في مكان واحد».
    """
    between = [other for other in page.lines[line.n : below.n - 1] if other.words]
    if any(map(_is_of_title, between)):
        return False
    if is_faint(page, line) and _in_lede(page, below) >= _TELLING:
        return True
    if not between or not _is_boxed(page, line):
        return False
    strange = any(other.size >= _HEADLINE and not page.tells(other) for other in between)
    return _in_lede(page, below) + _STRANGE * strange > _in_lede(page, line)


def is_of_feed(page: Page, line: Line, below: Line) -> bool:
    """Say whether `line` is an entry of a feed above the title `below`, of which the lede has far more words.

    A strange headline stands right above an entry, or an entry of a menu or a path between it and the title:
    neither stands so between a title and its subtitle.
    """
    opens = below.words[0] in lists().scraps  # «عن كشك أخضر عند الناصية» is a subtitle
    if opens or _in_lede(page, line) > 1 or _in_lede(page, below) < _SURE:
        return False
    between = page.lines[line.n : below.n - 1]
    if any(map(_is_of_title, filter(_has_words, between))):
        return False
    above = next(filter(_has_words, reversed(page.lines[: line.n - 1])), line)
    strange = above.size >= _HEADLINE and not above.prose and page.shared(above) == 0
    menu = (page.marks.get(other.n) for other in between)
    return (strange and not _is_of_title(above)) or any(mark and mark.rule in MENUS for mark in menu)


def is_faint(page: Page, line: Line) -> bool:
    """Say whether a few words have but one in common with the text, and none with the lede."""
    return line.size <= _FEW and page.shared(line) <= 1 and _in_lede(page, line) == 0


def _has_words(line: Line) -> bool:
    return line.size > 0


def _is_of_title(line: Line) -> bool:
    """Say whether a line stands below titles: a day, a writer, a place."""
    return is_day(line.words) or names_writer(line) or dateline_of(line) is not None


def _is_boxed(page: Page, line: Line) -> bool:
    """Say whether the heading of a box of links stands right above a line."""
    above = next((other for other in reversed(page.lines[: line.n - 1]) if other.words), None)
    return above is not None and furniture.opener(above, page.found.get(above.n)) == "list"


def _in_lede(page: Page, line: Line) -> int:
    """Return how many words a line has in common with the first paragraph."""
    lede = page.lines[page.bounds[0] - 1 : page.bounds[0]]  # a page without text has none
    words = (word for paragraph in lede for word in paragraph.words)
    return len(stems_of(line.words) & stems_of(words) - lists().small)
