"""What days and months look like, one rule a form: each reads a date that begins at a token, or declines.

The longest reading wins.  A rule only reads what is printed; what the words
mean on a calendar is `date_resolve`'s, and which readings are no dates at all
`date_friends`'.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from msgspec import Struct

from sitegen.reading.dates import words
from sitegen.reading.dates.scan import (
    Fields,
    Scan,
    day,
    is_hijri,
    month,
    qualifier,
    span_of_unit,
    year,
    year_tail,
)
from sitegen.reading.dates.words import LISTS


class Hit(Struct, frozen=True, gc=False):
    """A date read from token `first` to before token `stop`."""

    first: int
    stop: int
    fields: Fields


Rule = Callable[[Scan, int], Hit | None]


def _whole_date(scan: Scan, i: int, short: bool = False) -> tuple[Fields, int] | None:
    """Read «27-7-2021», «26 يوليو», «السابع من يوليو الماضي», «5 ذو القعدة 1436هـ»."""
    if found := scan.numeric.get(i):
        if found.short and not short and len(scan.tokens) != found.stop - i:
            return None
        return hijri_mark(scan, dict(found.fields), found.stop)
    number = day(scan, i)
    if number is None:
        return None
    j = number[1]
    between = "/-–" if scan.keys[i].isdecimal() else ""
    between += "," if scan.has(j - 1, "words.nth") else ""  # «13th, October 2023»
    if scan.near(j) and scan.has(j, "words.of"):
        j += 1
    if this_month := _this_month(scan, i, j):
        return this_month[0] | {"day": number[0]}, this_month[1]
    if scan.near(j) and scan.has(j, "words.month"):
        j += 1
    named = month(scan, j) if scan.near(j, between) else None
    if named is None:
        return None
    fields, stop = year_tail(scan, named.stop)
    if not fields and scan.has(j, "doubt.nil") and scan.gap(j).strip():
        return None  # «فاز 2-صفر»: the score
    fields |= {"month": named.month.number, "day": number[0]}
    return _calendar(scan, fields, stop, named.month.calendar)


def _this_month(scan: Scan, i: int, j: int) -> tuple[Fields, int] | None:
    """Read «الشهر الجاري» in «20 من الشهر الجاري», and «الجاري» alone in «يوم 20 الجاري»."""
    if not scan.near(j):
        return None
    if (span := span_of_unit(scan, j)) and span[0]["unit"] == "month" and not scan.has(j, "words.year"):
        return span
    cued = (
        scan.has(i - 1, "doubt.month_cues")
        or scan.has(i - 1, "words.day")
        or scan.keys[i - 1] in words.WEEKDAYS
    )
    if i and cued and scan.keys[i].isdecimal() and words.QUALIFIERS.get(scan.keys[j]) == "current":
        return {"shift": 0, "unit": "month"}, j + 1
    return None


def _calendar(scan: Scan, fields: Fields, stop: int, calendar: str) -> tuple[Fields, int] | None:
    """Set the calendar; a month of one with a year of the other is no date."""
    if fields.pop("same", False) and fields["year"] is None:
        return None  # «من العام نفسه» and no year told before
    stated = fields.get("year")
    if stated is not None and is_hijri(stated) != (calendar == "hijri"):
        return None
    if calendar == "hijri":
        fields["calendar"] = calendar
    return hijri_mark(scan, fields, stop)


def hijri_mark(scan: Scan, fields: Fields, stop: int) -> tuple[Fields, int]:
    """Take in «هـ» and «هجرية» after a year."""
    if fields.get("calendar") == "hijri" and scan.near(stop) and scan.has(stop, "words.hijri"):
        stop += 1
    return fields, stop


def digits_or_day(scan: Scan, i: int) -> Hit | None:
    """Read a day with its month."""
    short = scan.before(i) in LISTS["not_dates.short_cues"]
    found = _whole_date(scan, i, short)
    return Hit(i, found[1], found[0]) if found else None


def month_first(scan: Scan, i: int) -> Hit | None:
    """Read «July 26, 2021» and «يوليو 26, 2021», as site software prints them."""
    named = month(scan, i)
    if named and scan.near(named.stop) and (number := day(scan, named.stop)):
        j = number[1]
        if scan.near(j, ",،") and (stated := year(scan, j)) and named.month.calendar == "gregorian":
            return Hit(i, j + 1, {"year": stated, "month": named.month.number, "day": number[0]})
    return None


def month_alone(scan: Scan, i: int) -> Hit | None:
    """Read «أغسطس 2020», «حزيران من العام الماضي»; a bare name only after a word such as «في»."""
    named = month(scan, i)
    if named is None:
        return None
    fields, stop = year_tail(scan, named.stop)
    if not fields and not _cued(scan, i, sure=named.sure):
        return None
    fields["month"] = named.month.number
    found = _calendar(scan, fields, stop, named.month.calendar)
    if found is None or (found[0].get("calendar") == "hijri" and len(found[0]) == 2):
        return None  # «في رمضان»: which year's is not even hinted at
    return Hit(i, found[1], found[0])


def _cued(scan: Scan, i: int, *, sure: bool) -> bool:
    cue = scan.before(i)
    if not cue:
        return False
    if cue in LISTS["doubt.month_cues"]:
        return True
    if not sure:
        return False
    return cue in LISTS["bare_year.cues"] or cue in LISTS["words.of"] or cue[1:] in words.PARTS


def weekday(scan: Scan, i: int) -> Hit | None:
    """Read «الإثنين», «يوم الإثنين 26 يوليو», «الخميس الماضي», «الجمعة الموافق 20 أغسطس»."""
    j = i
    if scan.has(i, "words.day") and scan.near(i + 1):
        j = i + 1
    number = words.WEEKDAYS.get(scan.keys[j])
    if number is None:
        return None
    fields: dict[str, int | str] = {"weekday": number}
    stop = j + 1
    if whole := _after(scan, stop):
        return Hit(i, whole[1], whole[0] | fields)
    if scan.near(stop) and scan.has(stop, "words.matching"):
        return None  # «السبت الموافق …» and a date that cannot be read
    if found := qualifier(scan, stop):
        direction, steps, stop = found
        if direction == "current":
            return Hit(i, stop, fields)
        if steps == 2:  # «الأحد بعد المقبل»: a week after the next one
            fields |= {"shift": 1 if direction == "future" else -1, "unit": "week"}
        elif whole := _after(scan, stop):  # «يوم الجمعة الماضي 23 يوليو»
            return Hit(i, whole[1], {"direction": direction} | whole[0] | fields)
        return Hit(i, stop, fields | {"direction": direction})
    if scan.near(stop) and scan.has(stop, "words.of") and scan.near(stop + 1):
        span = span_of_unit(scan, stop + 1)
        if span and span[0]["unit"] == "week":
            return Hit(i, span[1], fields | span[0])
    return Hit(i, stop, fields)


def _after(scan: Scan, i: int) -> tuple[Fields, int] | None:
    """Read the date beside a weekday or «أمس», perhaps after «الموافق», a bracket or a comma."""
    j = i
    if scan.near(j) and scan.has(j, "words.matching"):
        j += 1
    return _whole_date(scan, j, short=True) if scan.near(j, "(،,-–:") else None


def relative(scan: Scan, i: int) -> Hit | None:
    """Read «أمس الخميس», «اليوم الجمعة 23 يوليو», «أول أمس», «يوم غد الثلاثاء»."""
    j = i
    if scan.has(i, "words.day") and scan.near(i + 1):
        j = i + 1
    shift, stop = _shift(scan, j)
    if shift is None:
        return None
    fields: Fields = {"shift": shift, "unit": "day"}
    if scan.near(stop, "(،,"):
        k = stop + 1 if scan.has(stop, "words.day") and scan.near(stop + 1) else stop
        if (number := words.WEEKDAYS.get(scan.keys[k])) is not None:
            fields["weekday"] = number
            stop = k + 1
    if whole := _after(scan, stop):
        then = shift == 0 and len(fields) == 2 and scan.before(i) in LISTS["relative.on"]
        return Hit(i, whole[1], whole[0] if then else whole[0] | fields)
    return Hit(i, stop, fields)


def _shift(scan: Scan, i: int) -> tuple[int | None, int]:
    for length in (3, 2):
        if all(scan.near(i + k) for k in range(1, length)):
            found = words.RELATIVE_PHRASES.get(tuple(scan.keys[i : i + length]))
            if found is not None:
                return found, i + length
    return words.RELATIVE.get(scan.keys[i]), i + 1


_DAYS = words.ORDINAL_UNITS.keys() | words.ORDINAL_TENS.keys()
_DAY_WORDS = LISTS["words.definite"] | LISTS["ordinals.first"] | LISTS["ordinals.one_of_more"]
_FIRST_OF_PHRASE = {phrase[0] for phrase in words.RELATIVE_PHRASES}
_MONTHS = {name[0] for name in words.MONTHS}

#: Each rule with the words it begins with; `DIGITS` stands for any number.
DIGITS = "0"
RULES: tuple[tuple[Rule, Iterable[str]], ...] = (
    (digits_or_day, _DAYS | _DAY_WORDS | {DIGITS}),
    (weekday, words.WEEKDAYS.keys() | LISTS["words.day"]),
    (relative, words.RELATIVE.keys() | _FIRST_OF_PHRASE | LISTS["words.day"]),
    (month_alone, _MONTHS),
    (month_first, _MONTHS),
)
