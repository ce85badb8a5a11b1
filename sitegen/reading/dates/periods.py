"""Stretches of time inside a month, a year or a century, read like the other dates."""

from __future__ import annotations

from collections.abc import Iterable

from sitegen.reading.dates import words
from sitegen.reading.dates.rules import Hit, Rule, month_alone
from sitegen.reading.dates.scan import Fields, Scan, day, month, ordinal, year, year_tail
from sitegen.reading.dates.words import LISTS
from sitegen.reading.dates.years import is_no_count, period, year_named


def part(scan: Scan, i: int) -> Hit | None:
    """Read «نهاية العام الحالي», «نهاية 2021», «مطلع الشهر», «أواخر يونيو», «بداية صيف 2020»."""
    name = words.PARTS.get(scan.keys[i])
    if name is None or not scan.near(i + 1):
        return None
    j = i + 1
    if scan.has(j, "words.month") and scan.near(j + 1):
        j += 1
    whole = _whole(scan, j)
    if whole is None:
        return None
    fields, stop = whole
    return Hit(i, stop, fields | {"part": name}) if "part" not in fields else Hit(i, stop, fields)


def _whole(scan: Scan, i: int) -> tuple[Fields, int] | None:
    """Read the month, year or unit that a part is taken from."""
    for rule in (century, decade, season, period, year_named):
        if hit := rule(scan, i):
            return hit.fields, hit.stop
    if stated := year(scan, i):
        return ({"year": stated}, i + 1) if is_no_count(scan, i + 1) else None
    if named := month(scan, i):
        if named.month.calendar == "hijri":
            hit = month_alone(scan, i)
            return (hit.fields, hit.stop) if hit else None
        fields, stop = year_tail(scan, named.stop)
        if fields.pop("same", False):
            return None
        return fields | {"month": named.month.number}, stop
    return _definite(scan, i)


def _definite(scan: Scan, i: int) -> tuple[Fields, int] | None:
    """Read «العام», «الشهر»: the present one; not «العام الدراسي»."""
    if not scan.has(i, "units.definite") or words.UNITS[scan.keys[i]] == "week":
        return None
    if scan.near(i + 1) and (scan.has(i + 1, "parts.year_kinds") or scan.has(i + 1, "qualifiers.elsewhere")):
        return None
    return {"shift": 0, "unit": words.UNITS[scan.keys[i]]}, i + 1


def season(scan: Scan, i: int) -> Hit | None:
    """Read «صيف 2021», «الصيف الماضي», «خريف العام المقبل»."""
    name = words.SEASONS.get(scan.keys[i])
    if name is None or not scan.near(i + 1):
        return None
    direction = words.QUALIFIERS.get(scan.keys[i + 1])
    if direction and scan.keys[i].startswith("ال"):
        fields: Fields = {"shift": 0, "unit": "year"} if direction == "current" else {"direction": direction}
        return Hit(i, i + 2, fields | {"part": name})
    fields, stop = year_tail(scan, i + 1)
    if not fields or not fields.keys() <= {"year", "shift", "unit"} or fields.get("unit") == "month":
        return None
    return Hit(i, stop, fields | {"part": name})


def fraction(scan: Scan, i: int) -> Hit | None:
    """Read «الربع الأول من عام 2021», «النصف الثاني من أغسطس الجاري», «الأسبوع الأول من يوليو»."""
    head = next((h for h in ("months", "half", "week") if scan.has(i, f"words.{h}_head")), "")
    limit = {"months": 4, "half": 2, "week": 5, "": 0}[head]
    number = ordinal(scan, i + 1) if head and scan.near(i + 1) else None
    if number is None and head in ("months", "half") and scan.has(i + 1, "words.last"):
        number = limit, i + 2
    if number is None:
        return None
    j = number[1]
    if scan.near(j) and scan.has(j, "words.of"):
        j += 1
    whole = _whole(scan, j) if number[0] <= limit and scan.near(j) else None
    if whole is None or "part" in whole[0]:
        return None
    in_month = whole[0].get("month") is not None or whole[0].get("unit") == "month"
    if (in_month and head == "months") or (not in_month and head == "week"):
        return None  # a quarter of a month, a week of a year
    name = {"months": "quarter", "half": "half", "week": "week"}[head]
    return Hit(i, whole[1], whole[0] | {"part": f"{name}-{number[0]}"})


def decade(scan: Scan, i: int) -> Hit | None:
    """Read «تسعينيات القرن الماضي», «الثمانينيات»."""
    first = words.DECADES.get(scan.keys[i])
    if first is None:
        return None
    stop = i + 1
    if scan.near(stop) and (whole := century(scan, stop)):
        return Hit(i, whole.stop, {"year": whole.fields["year"] - 1 + first % 100, "part": "decade"})
    if not scan.keys[i].startswith("ال") or (scan.near(stop) and scan.has(stop + 1, "words.age")):
        return None  # «في الستينيات من عمره»
    return Hit(i, stop, {"year": first, "part": "decade"})


def century(scan: Scan, i: int) -> Hit | None:
    """Read «القرن التاسع عشر», «القرن الـ19», «القرن الماضي»; not a century of the Hijra."""
    if not scan.has(i, "words.century") or not scan.near(i + 1):
        return None
    known = {"past": (20, i + 2), "current": (21, i + 2)}.get(words.QUALIFIERS.get(scan.keys[i + 1], ""))
    number = known or day(scan, i + 1)
    if number is None or number[0] > 21 or scan.has(number[1], "words.hijri_century"):
        return None
    return Hit(i, number[1], {"year": 100 * number[0] - 99, "part": "century"})


PERIOD_RULES: tuple[tuple[Rule, Iterable[str]], ...] = (
    (part, words.PARTS.keys()),
    (season, words.SEASONS.keys()),
    (fraction, LISTS["words.months_head"] | LISTS["words.half_head"] | LISTS["words.week_head"]),
    (decade, words.DECADES.keys()),
    (century, LISTS["words.century"]),
)
