"""Readings that look like a date and are none: «في أمس الحاجة», «اليوم الذي», «ثورة 25 يناير»."""

from __future__ import annotations

from sitegen.reading.dates import words
from sitegen.reading.dates.rules import Hit
from sitegen.reading.dates.scan import Scan


def is_date(scan: Scan, hit: Hit) -> bool:
    """Say whether `hit` is meant as a date."""
    fields = hit.fields
    if fields.get("unit") == "day" and scan.keys[hit.first] not in words.LISTS["words.ago"]:
        return _is_day_word(scan, hit)
    if fields.keys() <= {"weekday", "direction"}:
        return _is_weekday(scan, hit)
    if "month" in fields and "year" not in fields and "shift" not in fields:
        return _is_month(scan, hit)
    if "month" not in fields and fields.get("shift") is not None:
        return scan.before(hit.first) not in words.LISTS["not_dates.before_unit"]
    return not (_has_ordinal(scan, hit) and _after_ordinal_head(scan, hit.first))


def _is_day_word(scan: Scan, hit: Hit) -> bool:
    """Today, yesterday and tomorrow: each has its own other meaning."""
    fields, first, stop = hit.fields, hit.first, hit.stop
    if "weekday" in fields or "month" in fields:
        return True
    previous, following = scan.before(first), scan.keys[stop] if scan.near(stop) else ""
    key = scan.keys[stop - 1]
    if fields["shift"] == 0:
        return _is_today(scan, first, stop)
    if fields["shift"] == -1:
        return following not in words.LISTS["not_dates.after_yesterday"] and (
            previous not in words.LISTS["not_dates.before_yesterday"]
        )
    if fields["shift"] == 1 and key == "غدا":
        printed = scan.tokens[stop - 1].text
        if printed.endswith("ء"):
            return False  # «غداء», lunch
        if any(mark in printed for mark in "\u064b\u064d"):
            return True  # غداً is never «became»
        clitic = len(scan.tokens[stop - 1].key) > len(key)
        return not clitic and previous not in words.LISTS["not_dates.before_tomorrow"]
    if fields["shift"] == 1:
        cued = stop - first > 1 or previous in words.LISTS["relative.tomorrow_cues"]
        return cued and following not in words.LISTS["not_dates.after_yesterday"]
    return True


def _is_today(scan: Scan, first: int, stop: int) -> bool:
    """«صباح اليوم» and «، اليوم،» are today; «تؤكد اليوم أهمية», «اليوم الذي» may be any time."""
    if scan.tokens[stop - 1].key != scan.keys[stop - 1]:
        return False  # «باليوم», «لليوم»
    if stop - first == 1 and scan.before(first) in words.LISTS["relative.day_times"]:
        return True
    before, after = scan.gap(first).strip(), scan.gap(stop).strip()
    return before[-1:] in tuple("،,") and after[:1] in tuple("،,.")


def _is_weekday(scan: Scan, hit: Hit) -> bool:
    """A weekday by itself, not a habit, a prayer, a market or a surname."""
    first, stop = hit.first, hit.stop
    previous = scan.before(first)
    following = scan.keys[stop] if scan.near(stop) else ""
    if following in words.LISTS["not_dates.after_weekday"]:
        return False
    if following in words.LISTS["words.of"] and scan.keys[stop + 1] == "كل":
        return False
    heads = words.LISTS["not_dates.before_weekday"]
    if previous in heads or previous[1:] in heads:
        return False
    if previous == "بين":  # «بين الاثنين»: between the two
        return following.startswith("و") and following[1:] in words.WEEKDAYS
    return "direction" in hit.fields or not _is_surname(scan, first)


def _is_surname(scan: Scan, i: int) -> bool:
    """«الدكتور محمد الخميس»: one given name before it and no other name before that."""
    given = words.LISTS["not_dates.given"]
    if not scan.has(i, "not_dates.surnames") or scan.before(i) not in given:
        return False
    j = i - 2 if scan.before(i - 1) == "عبد" else i - 1
    return scan.before(j) not in given and scan.tokens[i].key == scan.keys[i]


def _is_month(scan: Scan, hit: Hit) -> bool:
    """A month without its year, not part of a name such as «ثورة 25 يناير» or «أيلول الأسود»."""
    first, stop = hit.first, hit.stop
    following = scan.keys[stop] if scan.near(stop) else ""
    if following in words.LISTS["not_dates.after_month"]:
        return False
    if "direction" in hit.fields or "weekday" in hit.fields:
        return not _after_ordinal_head(scan, first)
    if " ".join(scan.keys[first:stop]) in words.LISTS["not_dates.towns"] or bears_name(scan, hit):
        return False
    return not (_has_ordinal(scan, hit) and _after_ordinal_head(scan, first))


def bears_name(scan: Scan, hit: Hit) -> bool:
    """Say whether what stands before a day or month is called after it: «ثورة السابع عشر من فبراير»."""
    heads, previous = words.LISTS["not_dates.before_month"], scan.before(hit.first)
    if previous == "ليله" and hit.fields.get("calendar") == "hijri":
        return False
    bare = previous.removeprefix("وال").removeprefix("ال")
    return "month" in hit.fields and not heads.isdisjoint((previous, previous[1:], bare))


def _has_ordinal(scan: Scan, hit: Hit) -> bool:
    return scan.keys[hit.first] in words.ORDINAL_UNITS


def _after_ordinal_head(scan: Scan, i: int) -> bool:
    return scan.before(i) in words.LISTS["not_dates.before_ordinal"] and scan.keys[i] in words.ORDINAL_UNITS
