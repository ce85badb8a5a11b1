"""A line being searched for dates, and the small pieces dates are made of.

Each piece is a function from a token index to what it read and the index after
it, None where the piece does not stand there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from msgspec import Struct

from sitegen.reading.dates import words
from sitegen.reading.dates.words import LISTS, Month
from sitegen.reading.numbers.values import read_value
from sitegen.text.fold import western_digits
from sitegen.text.tokens import Token, Tokens

Fields = dict[str, Any]

#: White space and the marks of direction that stand in gaps.
_BLANK = " \t\u00a0\u200b\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2068\u2069\u061c\u0640"
_BEHIND = ("",) * 6
_GAP = r"[ \u00a0]?"
_SEP = rf"{_GAP}([-/.\\\u2010-\u2015]){_GAP}"
_NUMERIC = re.compile(
    r"(?<![\d/.,:])(?<!\d{3}-)(?:"
    rf"(?P<y>\d{{4}}){_SEP}(?P<m>\d{{1,2}}){_GAP}\2{_GAP}(?P<d>\d{{1,2}})(?![\d/]|[-.]\d)"
    rf"|(?P<a>\d{{1,2}}){_SEP}(?P<b>\d{{1,2}}){_GAP}\6{_GAP}(?P<c>\d{{4}}|\d{{2}}(?=[^\d.]|\Z))(?![\d/]|[-.]\d)"
    rf"|(?P<e>\d{{1,2}}){_GAP}/{_GAP}(?P<f>\d{{1,2}})(?![\d/.,%-]))"
)
#: «2015 05 14», a line of its own
_SPACED = re.compile(r"\b(\d{4}) (\d\d) (\d\d)\b")
_ALONE = 3
_HIJRI = re.compile(r"\s?هـ")
_JOINED = re.compile(rf"\d{_SEP}\d")


class Scan:
    """The tokens of one line and their keys; keys go on past the end as empty words."""

    def __init__(self, text: str, tokens: Tokens) -> None:
        self.text, self.tokens = text, tokens
        self.keys = [*tokens.keys, *_BEHIND]
        joined = _SPACED.sub(r"\1-\2-\3", text) if len(tokens) == _ALONE else text
        self.numeric = _numeric(joined, tokens) if _JOINED.search(joined) else {}
        self.last_year: int | None = None  # the year told last in this line

    def gap(self, i: int) -> str:
        """Return what stands between token `i` and the one before it."""
        return self.tokens.gaps[i]

    def near(self, i: int, between: str = "") -> bool:
        """Say whether token `i` exists and only blanks and `between` part it from the one before."""
        if not 0 < i < len(self.tokens):
            return False
        gap = self.tokens.gaps[i]
        return gap == " " or not gap.strip(_BLANK + between)

    def has(self, i: int, name: str) -> bool:
        """Say whether the key at `i` is in the list `name`."""
        return self.keys[i] in LISTS[name]

    def restore(self, i: int) -> None:
        """Let token `i` have its printed key again, clitics and all."""
        self.keys[i] = self.tokens[i].key

    def before(self, i: int) -> str:
        """Return the key before token `i` if only blanks part them."""
        return self.keys[i - 1] if self.near(i) else ""


class Numeric(Struct, frozen=True, gc=False):
    """A date in digits; `short`: without its year or with two digits of it, so it could be a score."""

    fields: Fields
    stop: int
    short: bool = False


def _numeric(text: str, tokens: Sequence[Token]) -> dict[int, Numeric]:
    """Return the dates in digits by the index of their first token."""
    found: dict[int, Numeric] = {}
    index = {token.start: i for i, token in enumerate(tokens)}
    for match in _NUMERIC.finditer(western_digits(text)):
        fields = _fields(match, text)
        first = index.get(match.start())
        if fields is None or first is None:
            continue
        stop = first
        while stop < len(tokens) and tokens[stop].start < match.end():
            stop += 1
        if tokens[stop - 1].end == match.end():
            found[first] = Numeric(fields, stop, _is_short(match, fields))
    return found


def _is_short(match: re.Match[str], fields: Fields) -> bool:
    return bool(match["e"]) or (len(match["c"] or "year") == 2 and "calendar" not in fields)


def _fields(match: re.Match[str], text: str) -> Fields | None:
    """Read year, month and day; a day over 12 in the month's place means they are turned round."""
    if match["y"]:
        year, month, day = int(match["y"]), int(match["m"]), int(match["d"])
    elif match["a"]:
        day, month, year = int(match["a"]), int(match["b"]), int(match["c"])
        if len(match["c"]) == 2:  # «5/11/36هـ»
            year += 1400 if _HIJRI.match(text, match.end()) else 2000
    else:
        year, day, month = 0, int(match["e"]), int(match["f"])
    if month > 12 >= day and match["y"] is None and year:
        day, month = month, day
    if not (1 <= month <= 12 and 1 <= day <= 31 and (not year or _is_year(year))):
        return None
    fields: Fields = {"month": month, "day": day}
    if year:
        fields["year"] = year
    if is_hijri(year):
        fields["calendar"] = "hijri"
    return fields


def is_hijri(year: int) -> bool:
    """Say whether a year number can only be of the Hijri calendar."""
    return 1300 <= year <= 1500


def _is_year(number: int) -> bool:
    return is_hijri(number) or 1800 <= number <= 2100


def year(scan: Scan, i: int) -> int | None:
    """Return the year printed as four digits at token `i`."""
    key = scan.keys[i]
    return int(key) if len(key) == 4 and key.isdecimal() and _is_year(int(key)) else None


def year_told(scan: Scan, i: int) -> tuple[int, int] | None:
    """Return a year in digits or in words («ألفين وثلاثة») at token `i` and the index after it."""
    if stated := year(scan, i):
        return stated, i + 1
    if i >= len(scan.tokens) or scan.keys[i] not in LISTS["words.thousand"]:
        return None
    value = read_value(scan.text, tuple(scan.tokens), i)
    if value is None or value.last < i + 2 or not 1000 <= value.value <= 2100:
        return None
    return int(value.value), value.last


def ordinal(scan: Scan, i: int) -> tuple[int, int] | None:
    """Read «السابع», «الرابع عشر», «الحادي والعشرين»."""
    key = scan.keys[i]
    unit = words.ORDINAL_UNITS.get(key) or (1 if scan.has(i, "ordinals.one_of_more") else 0)
    if not unit:
        return (words.ORDINAL_TENS[key], i + 1) if key in words.ORDINAL_TENS else None
    if unit < 10 and scan.near(i + 1):
        following = scan.keys[i + 1]
        if scan.has(i + 1, "ordinals.ten"):
            return unit + 10, i + 2
        if following.startswith("و") and following[1:] in words.ORDINAL_TENS:
            return unit + words.ORDINAL_TENS[following[1:]], i + 2
    return (unit, i + 1) if not scan.has(i, "ordinals.one_of_more") else None


def day(scan: Scan, i: int) -> tuple[int, int] | None:
    """Read a day of the month in digits («20», «الـ 20») or as an ordinal."""
    key = scan.keys[i]
    if scan.has(i, "words.definite") and scan.near(i + 1) and scan.keys[i + 1].isdecimal():
        i, key = i + 1, scan.keys[i + 1]
    if key.isdecimal():
        nth = scan.has(i + 1, "words.nth") and not scan.gap(i + 1)
        return (int(key), i + 1 + nth) if len(key) <= 2 and 1 <= int(key) <= 31 else None
    found = ordinal(scan, i)
    if found is None and scan.has(i, "ordinals.first"):
        return 1, i + 1
    return found if found is None or found[0] <= 31 else None


class Named(Struct, frozen=True, gc=False):
    """A month by name; `sure` when nothing else can be meant."""

    month: Month
    stop: int
    sure: bool


def month(scan: Scan, i: int) -> Named | None:
    """Read a month name, also in both families: «حزيران/ يونيو», «نيسان (أبريل)»."""
    one = _month(scan, i)
    if one is None:
        return None
    found, stop = one
    if scan.keys[stop] == "" and stop < len(scan.tokens):
        stop += 1  # «حزيران ـ يونيو»: a tatweel for a dash
    other = _month(scan, stop) if scan.near(stop, "/\\-–(") else None
    if other and other[0].number == found.number and other[0].calendar == found.calendar:
        return Named(found, other[1], True)
    return Named(found, one[1], not found.doubtful)


def _month(scan: Scan, i: int) -> tuple[Month, int] | None:
    keys = scan.keys
    if scan.near(i + 1) and (found := words.MONTHS.get((keys[i], keys[i + 1]))):
        return found, i + 2
    found = words.MONTHS.get((keys[i],))
    if found and scan.has(i, "doubt.madda") and scan.tokens[i].text.startswith(("أ", "إ")):
        return None  # أب: father; إب: a town
    return (found, i + 1) if found else None


def qualifier(scan: Scan, i: int) -> tuple[str, int, int] | None:
    """Read «الماضي», «المقبل», «بعد المقبل» as direction and number of steps; the index after it."""
    if not scan.near(i):
        return None
    j = i + scan.has(i, "qualifiers.extra")  # «العام ما قبل الماضي»
    if scan.has(j, "qualifiers.beyond") and scan.near(j + 1):
        direction = words.QUALIFIERS.get(scan.keys[j + 1])
        side = "past" if scan.has(j, "qualifiers.before") else "future"
        return (side, 2, j + 2) if direction == side else None
    direction = words.QUALIFIERS.get(scan.keys[i])
    return (direction, 1, i + 1) if direction else None


def span_of_unit(scan: Scan, i: int) -> tuple[Fields, int] | None:
    """Read «العام الماضي», «هذا الشهر», «السنة المقبلة»: a unit counted from the day of printing."""
    this = scan.has(i, "qualifiers.this") and scan.near(i + 1)
    j = i + this
    if not scan.has(j, "units.definite") and not scan.has(j, "words.year"):
        return None
    unit = words.UNITS.get(scan.keys[j].removeprefix("ل"), "year")
    if this:
        return {"shift": 0, "unit": unit}, j + 1
    found = qualifier(scan, j + 1)
    if found is None or not scan.keys[j].startswith(("ال", "لل")):
        return None  # «الثلاثين سنة الماضية»
    direction, steps, stop = found
    return {"shift": {"past": -steps, "current": 0, "future": steps}[direction], "unit": unit}, stop


def year_tail(scan: Scan, i: int) -> tuple[Fields, int]:
    """Read what fixes the year after a month: a year, «الماضي», «من العام المقبل»; nothing is fine too."""
    if scan.near(i, ")") and (direction := words.QUALIFIERS.get(scan.keys[i])):
        return ({"shift": 0, "unit": "month"} if direction == "current" else {"direction": direction}), i + 1
    j = i + 1 if scan.near(i, ")") and scan.has(i, "words.of") else i
    if scan.near(j, ")") and (span := span_of_unit(scan, j)) and span[0]["unit"] == "year":
        fields, stop = span
        stated = year(scan, stop) if scan.near(stop) else None
        return ({"year": stated}, stop + 1) if stated else (fields, stop)
    if scan.near(j, ")") and scan.has(j, "words.year") and scan.near(j + 1):
        if told := year_told(scan, j + 1):
            return {"year": told[0]}, told[1]
        if scan.has(j + 1, "qualifiers.same"):
            return {"year": scan.last_year, "same": True}, j + 2
    if scan.near(j, ")(،,/-–" if j == i else "") and (found := year(scan, j)):
        return {"year": found}, j + 1
    return {}, i
