"""Years, and stretches counted from the day of printing, read like the other dates."""

from __future__ import annotations

from collections.abc import Iterable

from sitegen.reading.dates import words
from sitegen.reading.dates.rules import DIGITS, Hit, Rule, hijri_mark
from sitegen.reading.dates.scan import Fields, Scan, is_hijri, span_of_unit, year, year_told
from sitegen.reading.dates.words import LISTS


def period(scan: Scan, i: int) -> Hit | None:
    """Read «العام المقبل», «هذا الشهر», «العام الحالي 2021»."""
    span = span_of_unit(scan, i)
    if span is None or span[0]["unit"] == "day":
        return None
    fields, stop = span
    told = fields["unit"] == "year" and scan.near(stop, "(،,") and not _counts(scan, stop)
    if told and (stated := year(scan, stop)):
        hijri = {"calendar": "hijri"} if is_hijri(stated) else {}
        fields, stop = hijri_mark(scan, fields | {"year": stated} | hijri, stop + 1)
    return Hit(i, stop, fields)


def _counts(scan: Scan, i: int) -> bool:
    """Say whether number `i` counts the word behind it: «هذا العام 1908 مشاركات»."""
    after = scan.keys[i + 1] if scan.near(i + 1) else ""
    ends = len(after) > 2 and after.endswith(tuple(LISTS["not_dates.counted_endings"]))
    return ends and not after.startswith("ال")


def year_named(scan: Scan, i: int) -> Hit | None:
    """Read «عام 2014», «العام 2021», «سنة 1442 هـ», the first of «عامي 2014 و2015»."""
    if not (scan.has(i, "words.year") or scan.has(i, "words.years_two")) or not scan.near(i + 1):
        return None
    told = year_told(scan, i + 1)
    if told is None:
        return None
    fields: Fields = {"year": told[0]} | ({"calendar": "hijri"} if is_hijri(told[0]) else {})
    fields, stop = hijri_mark(scan, fields, told[1])
    return Hit(i, stop, fields)


def year_bare(scan: Scan, i: int) -> Hit | None:
    """Read a year after «في», «منذ» and the like, unless it counts something."""
    stated = year(scan, i)
    if stated is None or stated < 1900:
        return None
    between = scan.before(i) == "بين" and scan.has(i + 1, "words.and") and year(scan, i + 2) is not None
    if not between and scan.before(i) not in LISTS["bare_year.cues"]:
        return None
    return Hit(i, i + 1, {"year": stated}) if is_no_count(scan, i + 1) else None


def is_no_count(scan: Scan, i: int) -> bool:
    """Say whether token `i`, after a number, shows that the number counts nothing."""
    if not scan.near(i):
        return True
    key = scan.keys[i]
    if key.startswith(("ال", "وال", "لل")) or scan.has(i, "bare_year.after"):
        return True
    if scan.tokens[i].text.endswith("ة"):
        return False  # «في 1999 قرية»
    # «في 2000 مدرسة», «في 2014 موقعا»
    return int(scan.keys[i - 1]) % 100 != 0 and (key.endswith("ها") or not key.endswith("ا"))


def ago(scan: Scan, i: int) -> Hit | None:
    """Read «قبل ثلاثة أيام», «منذ أسبوعين»; «قبل ثلاثة أشهر من …» counts from something else."""
    if not scan.has(i, "words.ago") or not scan.near(i + 1):
        return None
    j, count = i + 1, 0
    key = scan.keys[j]
    if key in words.CARDINALS or (key.isdecimal() and len(key) <= 2):
        count = words.CARDINALS.get(key) or int(key)
        j += 1
        if not scan.near(j):
            return None
    unit = words.UNITS.get(scan.keys[j])
    if not count:
        count = 2 if scan.has(j, "units.dual") else 1 if scan.has(j, "units.one") else 0
    if unit is None or not count or scan.has(j, "units.definite"):
        return None
    stop = j + 1
    if scan.near(stop):
        following = scan.keys[stop]
        if scan.has(stop, "words.of") and scan.has(stop + 1, "words.now"):
            stop += 2
        elif scan.has(stop, "words.ago_not_before") or following.isdecimal() or following in words.WEEKDAYS:
            return None
        elif (following,) in words.MONTHS or scan.has(j, "words.day"):
            return None  # «قبل شهر رمضان», «قبل يوم الحسم»
    return Hit(i, stop, {"shift": -count, "unit": unit})


YEAR_RULES: tuple[tuple[Rule, Iterable[str]], ...] = (
    (period, LISTS["units.definite"] | LISTS["words.year"] | LISTS["qualifiers.this"]),
    (year_named, LISTS["words.year"] | LISTS["words.years_two"]),
    (year_bare, {DIGITS}),
    (ago, LISTS["words.ago"]),
)
