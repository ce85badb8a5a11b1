"""From a date as printed to days on the calendar, as far as the text and the day of printing allow.

Everything is a window of days.  The window of an expression does not move back
when the day of printing moves on; so for a publication window it is enough to
look from both its ends, and what both agree on is certain.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from sitegen.model import Article, DateExpr, DateFound, Dating, Reading
from sitegen.reading.dates.windows import (
    SEASON_START,
    Window,
    day_of,
    day_or_none,
    gregorian_day,
    hijri_window,
    iso,
    month_window,
    months_window,
    narrow,
    shift_months,
    year_window,
)

#: So near a date without year is of the nearest year, whatever the tense; farther off tense must say, or it
#: must lie well nearer on one side: news looks back half a year without naming it, ahead only a season.
_NEAR = 45
_BACK = 160
_AHEAD = 90
_PUBLICATION_ROLES = ("date", "dateline", "byline")


def resolve(expr: DateExpr, published: Dating | date | None, role: str = "event") -> DateFound:
    """Return what `expr` means for an article of that dating; value None rather than a guess.

    >>> expr = DateExpr(7, 0, 10, "امس الخميس", weekday=3, shift=-1, unit="day")
    >>> resolve(expr, date(2020, 8, 21)).value
    '2020-08-20'
    >>> resolve(expr, date(2020, 8, 22)).value is None
    True
    """
    value, precision = iso(window_of(expr, published))
    if expr.unit == "week" and precision == "year":
        value, precision = None, "none"  # «منذ أسبوعين» over the turn of a month
    return DateFound(value, precision, expr.line, expr.start, expr.end, expr.text, role)


def resolve_all(reading: Reading, dating: Dating) -> tuple[DateFound, ...]:
    """Resolve every date of an article; a caption's date is the photo's, a date line's the publication's."""
    return tuple(resolve(e, dating, role_of(e, reading.article, dating)) for e in reading.dates)


def role_of(expr: DateExpr, article: Article, dating: Dating) -> str:
    """Say whose date it is: the photo's, the publication's or an event's."""
    role = block_role(expr, article)
    if role == "caption":
        return "photo"
    if dating.value is None:
        return "event"
    told = role in _PUBLICATION_ROLES and window_of(expr, dating) is not None
    today = expr.unit == "day" and expr.shift == 0 and any(e.line == expr.line for e in dating.evidence)
    return "publication" if told or today else "event"


def block_role(expr: DateExpr, article: Article) -> str:
    """Return the role of the block that holds `expr`, of its line where no block does (title, date line)."""
    for block in article.blocks:
        for piece in block.pieces:
            if piece.line == expr.line and piece.start <= expr.start < piece.end:
                return block.role
    return next((mark.role for mark in article.marks if mark.n == expr.line), "")


def window_of(expr: DateExpr, published: Dating | date | None) -> Window | None:
    """Return the days `expr` can mean, None if that cannot be told."""
    ends = _ends(published)
    windows = [window_from(expr, end) for end in ends] if ends else [window_from(expr, None)]
    if any(w is None for w in windows):
        return None
    found = [w for w in windows if w is not None]
    return min(w[0] for w in found), max(w[1] for w in found)


def _ends(published: Dating | date | None) -> tuple[date, ...]:
    if published is None or isinstance(published, date):
        return () if published is None else (published,)
    if day := day_of(published.value):
        return (day,)
    first, last = day_of(published.earliest), day_of(published.latest)
    return (first, last) if first and last else ()


def window_from(expr: DateExpr, anchor: date | None) -> Window | None:
    """Return the window of `expr` for an article printed on `anchor`; None: unknown."""
    window = _window(expr, anchor)
    if window is None or expr.weekday is None or window[0] != window[1]:
        return window
    return window if window[0].weekday() == expr.weekday else None


def _window(expr: DateExpr, anchor: date | None) -> Window | None:
    if expr.calendar == "hijri":
        return _hijri(expr, anchor)
    if expr.year is not None:
        return _stated(expr, expr.year)
    if anchor is None:
        return None
    if expr.month is not None:
        return _month(expr, anchor)
    if expr.weekday is not None and expr.unit not in ("day", "month"):
        return _weekday(expr, anchor)
    if expr.unit:
        return _shifted(expr, anchor)
    return _season(expr, anchor) if expr.part in SEASON_START else None


def _stated(expr: DateExpr, year: int) -> Window | None:
    if expr.part in ("decade", "century"):
        return year_window(year, 10 if expr.part == "decade" else 100)
    if expr.month is None:
        return narrow(year_window(year), expr.part)
    if expr.day is None:
        return narrow(month_window(year, expr.month), expr.part)
    day = day_or_none(year, expr.month, expr.day)
    return (day, day) if day else None


def _month(expr: DateExpr, anchor: date) -> Window | None:
    """Choose the year of a month or a day of a month."""
    if expr.unit == "year" and expr.shift is not None:
        return _stated(expr, anchor.year + expr.shift)
    if expr.unit == "day" and expr.shift is not None:  # «اليوم الجمعة 23 يوليو»
        day = anchor + timedelta(expr.shift)
        return (day, day) if (day.month, day.day) == (expr.month, expr.day) else None
    years = range(anchor.year - 1, anchor.year + 2)
    return _nearest([w for y in years if (w := _stated(expr, y)) and _fits(w, expr.weekday)], expr, anchor)


def _fits(window: Window, weekday: int | None) -> bool:
    return weekday is None or window[0] != window[1] or window[0].weekday() == weekday


def _nearest(windows: Iterable[Window], expr: DateExpr, anchor: date) -> Window | None:
    """Return the window the words point to, else the nearest, if near enough to be meant without a year."""
    found = sorted(windows)
    if expr.direction == "past":
        return max((w for w in found if w[1] < anchor), default=None)
    if expr.direction == "future":
        return min((w for w in found if w[0] > anchor), default=None)
    near = min(found, key=lambda w: _distance(w, anchor), default=None)
    if near is None or _distance(near, anchor) <= _NEAR or expr.weekday is not None:
        return near
    past = max((w for w in found if w[0] <= anchor), default=near)
    ahead = min((w for w in found if w[1] >= anchor), default=near)
    if expr.tense in ("past", "future"):
        return past if expr.tense == "past" else ahead
    back, on = _distance(past, anchor), _distance(ahead, anchor)
    if back <= min(_BACK, on):
        return past
    return ahead if on <= min(_AHEAD, back / 3) else None


def _distance(window: Window, anchor: date) -> int:
    return max((window[0] - anchor).days, (anchor - window[1]).days, 0)


def _weekday(expr: DateExpr, anchor: date) -> Window | None:
    """«الخميس الماضي» strictly before, «المقبل» strictly after; bare: today or the nearest by the tense.

    A present tense in mid-sentence («أن الوفد يصل الخميس») does not tell which.
    """
    assert expr.weekday is not None
    if expr.unit == "range":
        return None  # «من الأحد إلى الخميس»: which week's, or every week's
    if expr.unit == "week" and not expr.direction:
        return _weekday_of_week(expr.weekday, expr.shift or 0, anchor)
    anchor += timedelta(7 * (expr.shift or 0))  # «الأحد بعد المقبل»
    back = (anchor.weekday() - expr.weekday) % 7
    if expr.direction == "past":
        day = anchor - timedelta(back or 7)
    elif expr.direction == "future":
        day = anchor + timedelta(7 - back)
    elif expr.tense == "future":
        day = anchor + timedelta(-back % 7)
    elif expr.tense == "present" and back:
        return None
    else:
        day = anchor - timedelta(back)
    return day, day


def _weekday_of_week(weekday: int, weeks: int, anchor: date) -> Window | None:
    """A weekday of last or next week, if weeks that begin on Saturday, Sunday and Monday agree."""
    days = set()
    for first in (5, 6, 0):
        start = anchor - timedelta((anchor.weekday() - first) % 7) + timedelta(7 * weeks)
        days.add(start + timedelta((weekday - first) % 7))
    if len(days) > 1:
        return None
    day = days.pop()
    return day, day


def _shifted(expr: DateExpr, anchor: date) -> Window | None:
    shift = expr.shift or 0
    if expr.unit == "day":
        day = anchor + timedelta(shift)
        return day, day
    if expr.unit == "week":  # weeks begin on different days: leave room
        middle = anchor + timedelta(7 * shift)
        return middle - timedelta(6), middle + timedelta(6)
    if expr.unit == "month":
        window = shift_months(anchor, shift)
        return narrow(window, expr.part) if expr.day is None else _day_in(window, expr.day)
    return narrow(year_window(anchor.year + shift), expr.part)


def _day_in(month: Window, number: int) -> Window | None:
    day = day_or_none(month[0].year, month[0].month, number)
    return (day, day) if day else None


def _season(expr: DateExpr, anchor: date) -> Window | None:
    first = SEASON_START[expr.part]
    years = range(anchor.year - 2, anchor.year + 2)
    return _nearest((months_window(y, first, 3) for y in years), expr, anchor)


def _hijri(expr: DateExpr, anchor: date | None) -> Window | None:
    """Convert; `shift` holds what the Gregorian date printed beside it differs by."""
    if expr.year is not None:
        if (day := gregorian_day(expr)) and expr.unit == "day" and expr.shift:
            day += timedelta(expr.shift)
            return day, day
        window = hijri_window(expr.year, expr.month, expr.day)
        return narrow(window, expr.part) if window and expr.month and not expr.day else window
    if anchor is None or expr.month is None:
        return None
    current = (anchor.year - 622) * 33 // 32
    years = range(current - 2, current + 3)
    windows = [w for y in years if (w := hijri_window(y, expr.month, expr.day))]
    if expr.unit == "year":
        return None
    found = _nearest([w for w in windows if _fits(w, expr.weekday)], expr, anchor)
    if found is None or expr.day is None:
        return found
    return found[0] - timedelta(1), found[1] + timedelta(1)  # the moon is sighted a day apart
