"""Windows on the calendar: a first and a last day, and what ISO can say of them."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from hijridate import Hijri

from sitegen.model import DateExpr, Precision

#: First and last day, both included.
Window = tuple[date, date]

#: Season -> first month; northern hemisphere, winter runs into the next year.
SEASON_START = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}


def day_or_none(year: int, month: int, day: int) -> date | None:
    """Return the day, None where the calendar has no such day.

    >>> day_or_none(2021, 2, 30) is None
    True
    """
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_window(year: int, month: int) -> Window:
    """Return the first and last day of a month.

    >>> month_window(2020, 2)[1]
    datetime.date(2020, 2, 29)
    """
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def months_window(year: int, first: int, count: int) -> Window:
    """Return `count` months from month `first` on; the months may run into the next year."""
    last = year * 12 + first - 1 + count - 1
    return date(year, first, 1), month_window(last // 12, last % 12 + 1)[1]


def year_window(year: int, years: int = 1) -> Window:
    """Return the first and last day of one year or more."""
    return date(year, 1, 1), date(year + years - 1, 12, 31)


def shift_months(day: date, months: int) -> Window:
    """Return the month that lies `months` after the one of `day`."""
    number = day.year * 12 + day.month - 1 + months
    return month_window(number // 12, number % 12 + 1)


def narrow(window: Window, part: str) -> Window:
    """Return the part of a month's or a year's window that a word such as «نهاية» names.

    >>> narrow(year_window(2021), "end")[0]
    datetime.date(2021, 12, 1)
    >>> narrow(month_window(2021, 6), "end")[0]
    datetime.date(2021, 6, 21)
    """
    first, last = window
    name, _, number = part.partition("-")
    if (last - first).days > 31:
        if name in SEASON_START:
            return window if name == "winter" else months_window(first.year, SEASON_START[name], 3)
        months = {
            "start": (1, 1), "early": (1, 3), "middle": (5, 4), "late": (10, 3), "end": (12, 1),
            "quarter": (3 * int(number or 1) - 2, 3), "half": (6 * int(number or 1) - 5, 6),
        }.get(name)  # fmt: skip
        return months_window(first.year, *months) if months else window
    days = {
        "start": (0, 10), "early": (0, 10), "middle": (10, 20), "late": (20, 31), "end": (20, 31),
        "half": (15 * int(number or 1) - 15, 15 if number == "1" else 31),
        "week": (7 * int(number or 1) - 7, min(31, 7 * int(number or 1))),
    }.get(name)  # fmt: skip
    if days is None:
        return window
    return first + timedelta(days[0]), min(last, first + timedelta(days[1] - 1))


def gregorian_day(expr: DateExpr) -> date | None:
    """Return the day a fully stated expression names, in either calendar."""
    if expr.year is None or expr.month is None or expr.day is None:
        return None
    if expr.calendar == "hijri":
        window = hijri_window(expr.year, expr.month, expr.day)
        return window[0] if window else None
    return day_or_none(expr.year, expr.month, expr.day)


def hijri_window(year: int, month: int | None, day: int | None) -> Window | None:
    """Return a Hijri day, month or year on the Gregorian calendar, by the Umm al-Qura tables.

    >>> hijri_window(1442, 12, 16)
    (datetime.date(2021, 7, 26), datetime.date(2021, 7, 26))
    >>> hijri_window(1436, 7, 34) is None
    True
    """
    try:
        first = Hijri(year, month or 1, day or 1)
        last = first if day else Hijri(year, month or 12, Hijri(year, month or 12, 1).month_length())
    except (ValueError, OverflowError):
        return None
    return _gregorian(first), _gregorian(last)


def _gregorian(day: Hijri) -> date:
    found = day.to_gregorian()
    return date(found.year, found.month, found.day)


def iso(window: Window | None) -> tuple[str | None, Precision]:
    """Return what ISO can truly say of a window: its day, month or year, else nothing.

    >>> iso((date(2021, 7, 8), date(2021, 7, 25)))
    ('2021-07', 'month')
    >>> iso((date(2020, 12, 30), date(2021, 1, 2)))
    (None, 'none')
    """
    if window is None:
        return None, "none"
    first, last = window
    if first == last:
        return first.isoformat(), "day"
    if first.year != last.year:
        return None, "none"
    if first.month == last.month:
        return first.isoformat()[:7], "month"
    return first.isoformat()[:4], "year"


def day_of(iso: str | None) -> date | None:
    """Return the day an ISO string names, None unless it names a whole day.

    >>> day_of("2021-07-26"), day_of("2021-07")
    (datetime.date(2021, 7, 26), None)
    """
    return date.fromisoformat(iso) if iso is not None and len(iso) == 10 else None
