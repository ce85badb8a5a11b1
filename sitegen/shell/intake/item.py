"""What an import finds: one article with everything its source states, or why there is none."""

from __future__ import annotations

import datetime
import email.utils
import re
from typing import NamedTuple
from zoneinfo import ZoneInfo

from sitegen.desk.tables import is_iso_day
from sitegen.errors import Problem, Where
from sitegen.text.repair import Repair


class Item(NamedTuple):
    """An article as it came.  `lines` is its text, `original` the bytes it was taken from."""

    where: Where  # the file, address or row it came from
    lines: tuple[str, ...]
    original: bytes
    suffix: str  # of the original: .html, .txt, .md
    url: str = ""
    title: str = ""
    date: str = ""  # ISO day, month or year as the source states it
    outlet: str = ""
    repairs: tuple[Repair, ...] = ()


class Refused(NamedTuple):
    """Something that was asked for and gives no article."""

    where: Where
    problem: Problem
    url: str = ""  # where the article could be found


class Asked(NamedTuple):
    """What the command line decides for a whole import."""

    follow: bool = False  # fetch the pages of feed entries that bring only a summary
    outlet: str = ""  # of everything that does not state its own
    zone: str = "Asia/Baghdad"  # where days begin, for times told in UTC
    field: tuple[tuple[str, str], ...] = ()  # (what it is, name of the column)


def refused(where: Where, what: str, hint: str) -> Refused:
    """Return a refusal with its reason."""
    return Refused(where, Problem(what, where, hint))


_DAY = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})")
_CLOCK = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{1,2}:\d{2}")


def day_of(stated: str, zone: str) -> str:
    """Return the ISO day, month or year that a source states; "" when it cannot be read for sure.

    A time in UTC falls on the day it has in `zone`; any other offset is the source's own.

    >>> day_of("Mon, 26 Jul 2021 23:30:00 GMT", "Asia/Baghdad"), day_of("2021-07-26T23:30:00+01:00", "UTC")
    ('2021-07-27', '2021-07-26')
    >>> day_of("2021-07", "UTC"), day_of("2021/7/6", "UTC"), day_of("05/03/2021", "UTC")
    ('2021-07', '2021-07-06', '')
    """
    stated = stated.strip()
    if is_iso_day(stated):
        return stated
    moment = _moment(stated)
    if moment is not None:
        if moment.tzinfo is not None and not moment.utcoffset():
            moment = moment.astimezone(ZoneInfo(zone))
        return moment.date().isoformat()
    if found := _DAY.fullmatch(stated):
        year, month, day = map(int, found.groups())
        iso = f"{year:04}-{month:02}-{day:02}"
        return iso if is_iso_day(iso) else ""
    return ""


def _moment(stated: str) -> datetime.datetime | None:
    try:
        if _CLOCK.match(stated):
            return datetime.datetime.fromisoformat(stated)
        return email.utils.parsedate_to_datetime(stated)
    except (ValueError, IndexError, OverflowError):
        return None
