"""Dates that share a part: «24 و26 آب», «يومي السبت والأحد المقبلين», Hijri beside Gregorian."""

from __future__ import annotations

import re

from msgspec.structs import replace

from sitegen.model import DateExpr
from sitegen.reading.dates import words
from sitegen.reading.dates.rules import Hit
from sitegen.reading.dates.scan import Scan, day, year
from sitegen.reading.dates.windows import gregorian_day
from sitegen.reading.dates.words import LISTS
from sitegen.reading.dates.years import is_no_count

_MATCHING = re.compile(
    r"[\s\u0640]*(?:هـ?|م)?\.?[\s،,]*[(/–-]?\s*(?:الموافقة?|المصادف|الموافق\s+ل)?\s*[:(]?\s*\Z"
)


def with_partners(scan: Scan, hit: Hit, before: list[Hit]) -> list[Hit]:
    """Return `hit` with the dates that lean on it: a day before it, years after it."""
    found = [hit]
    while (partner := _day_before(scan, found[0])) and not (before and before[-1].stop > partner.first):
        found.insert(0, partner)
    if before and _is_range_of_weekdays(scan, before[-1], hit):
        both = {"unit": "range"}
        before[-1] = Hit(before[-1].first, before[-1].stop, before[-1].fields | both)
        if "direction" not in hit.fields:
            return [Hit(hit.first, hit.stop, hit.fields | both)]
    if before and _is_two_days(scan, before[-1], hit):
        before[-1] = Hit(before[-1].first, before[-1].stop, before[-1].fields | {"unit": "range"})
        return [Hit(hit.first, hit.stop, hit.fields | {"unit": "range"})]
    if "weekday" in hit.fields and scan.near(hit.stop):
        direction = words.QUALIFIERS_BOTH.get(scan.keys[hit.stop])
        if direction and "month" not in hit.fields:
            both = {"direction": direction}
            found[-1] = hit = Hit(hit.first, hit.stop + 1, hit.fields | both)
            if (
                before
                and before[-1].fields.keys() == {"weekday"}
                and _joins(scan, before[-1].stop, hit.first)
            ):
                last = before.pop()
                found.insert(0, Hit(last.first, last.stop, last.fields | both))
    while hit.fields.keys() == {"year"} and (partner := _year_after(scan, hit)):
        found.append(hit := partner)
    return found


def _is_range_of_weekdays(scan: Scan, one: Hit, two: Hit) -> bool:
    """«من الأحد إلى الخميس»: opening hours or one week's days; only the last one can be certain."""
    if one.fields.keys() != {"weekday"} or not two.fields.keys() <= {"weekday", "direction"}:
        return False
    joined = scan.keys[one.stop] in ("الي", "حتي") and two.first == one.stop + 1
    return joined and scan.before(one.first) in LISTS["words.of"] | LISTS["words.day"]


def _is_two_days(scan: Scan, one: Hit, two: Hit) -> bool:
    """«يومي السبت والأحد»: printed on a Saturday, the two would be read as eight days apart."""
    bare = one.fields.keys() == two.fields.keys() == {"weekday"}
    told = scan.near(two.stop) and scan.keys[two.stop] in words.QUALIFIERS_BOTH
    return bare and not told and _joins(scan, one.stop, two.first)


def _joins(scan: Scan, stop: int, first: int) -> bool:
    return stop == first and scan.near(first) and scan.tokens[first].key.startswith("و")


def _day_before(scan: Scan, hit: Hit) -> Hit | None:
    """Read «24» in «24 و26 آب», «العاشر» in «بين العاشر والـ 20 من ديسمبر»."""
    own = hit.fields.get("day")
    i = hit.first
    if own is None or "weekday" in hit.fields or i in scan.numeric or i == 0:
        return None
    i -= scan.keys[i - 1] in ("ال", "وال") and not scan.gap(i).strip()
    joined = scan.tokens[i].key.startswith("وا") or scan.tokens[i].key == "وال"
    j = i - 1
    if j >= 0 and scan.keys[j] in LISTS["words.joiners"] and scan.near(j + 1) and (j + 1 < len(scan.tokens)):
        joined, j = True, j - 1
    elif j >= 0 and scan.gap(i).strip() in ("-", "–"):
        joined = True
    if not joined or j < 0 or not (scan.near(j + 1) or scan.gap(j + 1).strip() in ("-", "–")):
        return None
    for first in (j - 2, j - 1, j):
        if first < 0:
            continue
        starter = words.STARTERS.get(scan.keys[first])
        if starter:
            scan.keys[first] = starter.key
        number = day(scan, first)
        if number and number[1] == j + 1 and number[0] < own:
            return Hit(first, j + 1, hit.fields | {"day": number[0]})
    return None


def _year_after(scan: Scan, hit: Hit) -> Hit | None:
    """Read «2015» in «عامي 2014 و2015», «بين 2014 وحتى 2017»."""
    i = hit.stop
    if scan.near(i) and scan.keys[i] in LISTS["words.joiners"]:
        i += 1
    elif i >= len(scan.tokens) or scan.gap(i).strip() not in ("-", "–"):
        return None
    stated = year(scan, i) if scan.near(i, "-–") else None
    if stated is None or not 1900 <= stated <= 2100 or not is_no_count(scan, i + 1):
        return None
    return Hit(i, i + 1, {"year": stated})


def pair_hijri(text: str, found: list[DateExpr]) -> tuple[DateExpr, ...]:
    """Tie a Hijri day to the Gregorian one printed beside it; tables and sightings differ by a day or two."""
    for k in range(len(found) - 1):
        one, two = found[k], found[k + 1]
        if one.calendar == two.calendar or not _MATCHING.match(text[one.end : two.start]):
            continue
        at, hijri, other = (k, one, two) if one.calendar == "hijri" else (k + 1, two, one)
        if None in (other.year, other.month, other.day, hijri.year, hijri.month, hijri.day):
            continue
        printed, computed = gregorian_day(other), gregorian_day(hijri)
        if printed and computed and 0 < abs((printed - computed).days) <= 2:
            found[at] = replace(hijri, shift=(printed - computed).days, unit="day")
    return tuple(found)
