"""The day of printing from what an article tells of it: a small system of constraints.

A date without a year allows one stretch of days in each year; what all
constraints allow together is the window.  An end of the window counts only if a
date stands there, not the edge of what was searched.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from sitegen.model import DateExpr
from sitegen.reading.dates.resolve import window_from
from sitegen.reading.dates.windows import Window, month_window

#: How far from the day of printing a date without a year may lie.
_HALF_YEAR = 183
#: Weekdays are only tried out in windows of so many days.
_MAX_DAYS = 120

#: today: a day counted from printing; month: «أغسطس الجاري», the month of printing; else before or after it.
Kind = Literal["today", "month", "past", "future"]


class Hint(Struct, frozen=True):
    """A date of the article and how it lies to the day of printing, in the article's own voice."""

    kind: Kind
    expr: DateExpr


class _Span(Struct, frozen=True):
    """Days allowed, and whether a date of the text stands at each end."""

    first: date
    last: date
    from_text: bool = False
    to_text: bool = False


def solve(hints: Sequence[Hint], within: Window) -> Window | None:
    """Return the days on which the article can have been printed, None if nothing in it says so.

    >>> past = DateExpr(43, 0, 15, "السابع من يوليو", month=7, day=7)
    >>> future = DateExpr(31, 0, 8, "26 يوليو", month=7, day=26)
    >>> hints = [Hint("past", past), Hint("future", future)]
    >>> solve(hints, (date(2021, 1, 20), date(2021, 12, 31)))
    (datetime.date(2021, 7, 7), datetime.date(2021, 7, 26))
    >>> solve(hints[:1], (date(2021, 1, 20), date(2021, 12, 31))) is None
    True
    """
    spans = [_Span(*within)]
    for hint in hints:
        allowed = _allowed(hint, within)
        if allowed is not None:
            spans = [both for a in spans for b in allowed if (both := _overlap(a, b))]
    days = printed_weekdays(hints)
    if len(days) > 1:
        return None
    if days:
        spans = [narrowed for span in spans if (narrowed := _on_weekday(span, min(days)))]
    if not spans or not all(span.from_text and span.to_text for span in spans):
        return None
    return min(s.first for s in spans), max(s.last for s in spans)


def printed_weekdays(hints: Sequence[Hint]) -> set[int]:
    """Return the weekdays of printing that «اليوم الجمعة» and «أمس الخميس» tell (both: Friday)."""
    return {
        (h.expr.weekday - (h.expr.shift or 0)) % 7
        for h in hints
        if h.kind == "today" and h.expr.weekday is not None
    }


def agrees(day: date, hints: Sequence[Hint]) -> bool:
    """Say whether no printed weekday of a date near `day` speaks against it."""
    for hint in hints:
        if hint.kind != "today" and hint.expr.weekday is not None and hint.expr.year is None:
            near = replace(hint.expr, direction="", tense="")
            if window_from(near, day) is None:
                return False
    return True


def _allowed(hint: Hint, within: Window) -> list[_Span] | None:
    """Return the days of printing that one hint allows; None: it says nothing."""
    spans = []
    for year in range(within[0].year - 1, within[1].year + 2):
        if hint.expr.year is not None and hint.expr.year != year:
            continue
        window = window_from(replace(hint.expr, year=year, shift=None, unit=""), None)
        if window is not None:
            spans.append(_span(hint, window))
    if hint.expr.month is None or (not spans and hint.expr.year is not None):
        return None
    return spans


def _span(hint: Hint, window: Window) -> _Span:
    first, last = window
    far = timedelta(366 if hint.expr.direction else _HALF_YEAR if hint.expr.year is None else 36500)
    if hint.kind == "today":
        shift = timedelta(hint.expr.shift or 0)
        return _Span(first - shift, last - shift, True, True)
    if hint.kind == "month":
        return _Span(*month_window(first.year, first.month), True, True)
    if hint.kind == "past":  # «يوليو الماضي»: the month is over
        first = _add(last, timedelta(1)) if hint.expr.direction else first
        return _Span(first, _add(first, far), True)
    last = _add(first, timedelta(-1)) if hint.expr.direction else last
    return _Span(_add(last, -far), last, False, True)


def _add(day: date, delta: timedelta) -> date:
    try:
        return day + delta
    except OverflowError:
        return date.max if delta.days > 0 else date.min


def _overlap(a: _Span, b: _Span) -> _Span | None:
    start = max(a, b, key=lambda s: (s.first, s.from_text))
    end = min(a, b, key=lambda s: (s.last, not s.to_text))
    if start.first > end.last:
        return None
    return _Span(start.first, end.last, start.from_text, end.to_text)


def _on_weekday(span: _Span, weekday: int) -> _Span | None:
    """Shrink a short span to its first and last day of that weekday."""
    if (span.last - span.first).days > _MAX_DAYS:
        return span
    first = span.first + timedelta((weekday - span.first.weekday()) % 7)
    last = span.last - timedelta((span.last.weekday() - weekday) % 7)
    return _Span(first, last, span.from_text, span.to_text) if first <= last else None
