"""The clock of a site above the title: the day on which the page was stored, not that of the article."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitegen.model import Role
from sitegen.reading.page.days import is_date, is_day
from sitegen.reading.page.head import PARTS, TOOLS
from sitegen.reading.page.layout import Page
from sitegen.reading.page.lines import Line, words_of
from sitegen.reading.page.stamps import is_of_issue
from sitegen.reading.page.words import lists

_CLOCK = re.compile(r"\d?\d:\d\d")
_HEADER = re.compile(r"\s*\d{4}-\d\d-\d\d\s+-\s+[^\W\d]+\s*")
#: Digits of a year; by more than so many years the calendars differ.
_YEAR, _CALENDARS = 4, 400
#: A bar of a site has so many parts.
_PARTS = 3

Claims = Iterator[tuple[int, Role]]


def page_clock(page: Page) -> Claims:
    """Claim a date above the title that is the day of scraping: a menu or another date follows it."""
    if page.title is None:
        return
    title = page.title.n
    above = [line for line in page.open() if line.n < title and page.near_top(line) and _is_dated(line)]
    if not above:  # as on most pages
        return
    again = any(line.n > title and page.near_top(line) and _is_dated(line) for line in page.open())
    timed = any(line.n > title and page.near_top(line) and _is_time(line) for line in page.open())
    for line in above:
        between = (page.marks.get(n) for n in range(line.n + 1, title))
        apart = any(mark and mark.role == "furniture" and mark.rule not in TOOLS for mark in between)
        told = _is_bar(line) or _is_of_theme(page, line) or (timed and _CLOCK.search(line.text))
        if again or apart or told or _is_header(page, line) or _is_of_both(page, line):
            yield line.n, "furniture"


def _is_dated(line: Line) -> bool:
    """Say whether a line is a day, alone, twice, among other things or behind the number of an issue."""
    return is_day(line.words) or _is_twofold(line) or _is_bar(line) or is_of_issue(line)


def _is_time(line: Line) -> bool:
    """Say whether a line is but a time of the day, «10:27 م»: another above the title is the site's."""
    known = lists().dates
    return _CLOCK.search(line.text) is not None and all(
        word.isdigit() or word in known for word in line.words
    )


def _is_twofold(line: Line) -> bool:
    """Say whether a line prints a day twice, as clocks of sites do: «3 ماي 2024 م | 24 شوال 1445 هـ»."""
    parts = PARTS.split(line.text) if line.brief else []
    return len(parts) > 1 and all(is_date(words_of(part)) for part in parts)


def _is_bar(line: Line) -> bool:
    """Say whether a line prints a day twice among other things, as bars of sites do: «… | القاهرة 33°»."""
    parts = PARTS.split(line.text) if line.brief else []
    return len(parts) >= _PARTS and 1 < sum(is_date(words_of(part)) for part in parts) < len(parts)


def _is_header(page: Page, line: Line) -> bool:
    """Say whether a page opens with a day in figures and its weekday: «2026-01-16 - الجمعة»."""
    opens = not any(other.words for other in page.lines[: line.n - 1])
    return opens and _HEADER.fullmatch(line.text) is not None and line.words[-1] in lists().dates


def _is_of_both(page: Page, line: Line) -> bool:
    """Say whether a page opens with a day of both calendars and a clock, and not right above the title."""
    opens = not any(other.words for other in page.lines[: line.n - 1])
    years = [int(word) for word in line.words if len(word) == _YEAR and word.isdecimal()]
    apart = page.title is not None and any(other.words for other in page.lines[line.n : page.title.n - 1])
    clock = _CLOCK.search(line.text) is not None
    return opens and apart and clock and bool(years) and max(years) - min(years) > _CALENDARS


def _is_of_theme(page: Page, line: Line) -> bool:
    """Say whether a day stands in Latin letters, with its weekday, below other Latin words."""
    above = next((other for other in reversed(page.lines[: line.n - 1]) if other.words), line)
    weekday = not lists().weekdays.isdisjoint(line.words)
    return weekday and not line.arabic and not above.arabic and any(map(str.isalpha, above.text))
