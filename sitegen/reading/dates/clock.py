"""The time of day beside a date: «الساعة الثالثة والنصف مساء», «14:30»."""

from __future__ import annotations

import re

from sitegen import data
from sitegen.reading.dates.scan import Scan
from sitegen.reading.dates.words import LISTS
from sitegen.text.fold import match_key, western_digits

_CLOCK = data.table("dates")["clock"]
_HOURS = {match_key(word): hour for word, hour in _CLOCK["hours"]}
_MINUTES = {match_key(word): minutes for word, minutes in _CLOCK["minutes"]}
_TWELVE = match_key(_CLOCK["twelve"])
_DIGITS = re.compile(r"\s*[T،,|–-]?\s*(?:الساعة\s+)?([01]?\d|2[0-3]):([0-5]\d)(?::\d\d)?\b\s*([^\W\d]*)")


def time_at(scan: Scan, first: int, stop: int) -> str:
    """Return HH:MM told right after the date at [first, stop), or right before it; '' if none is."""
    end = scan.tokens[stop - 1].end
    after = scan.text[end : end + 40]
    if ":" in after and (match := _DIGITS.match(western_digits(after))):
        return _hhmm(int(match[1]), int(match[2]), _half(match_key(match[3])))
    for i in (stop, stop + 1):
        if scan.near(i, "،,") and scan.has(i, "clock.heads"):
            return _spoken(scan, i + 1)[0]
    for i in range(max(0, first - 6), first):
        if scan.has(i, "clock.heads"):
            time, last = _spoken(scan, i + 1)
            return time if time and last + 2 >= first else ""
    return ""


def _spoken(scan: Scan, i: int) -> tuple[str, int]:
    """Read the hour at token `i` and what follows it; return it and the index after it."""
    key = scan.keys[i]
    hour = int(key) if key.isdecimal() and len(key) <= 2 else _HOURS.get(key, 0)
    if not 1 <= hour <= 24:
        return "", i
    minute, i = 0, i + 1
    if scan.near(i, ":") and ":" in scan.gap(i) and scan.keys[i].isdecimal():
        minute, i = int(scan.keys[i]), i + 1
    elif scan.keys[i] == _TWELVE:
        hour, i = {11: 11, 2: 12}.get(hour, hour), i + 1
    if scan.keys[i] in _MINUTES:
        minute, i = _MINUTES[scan.keys[i]], i + 1
    if scan.has(i, "words.of"):
        i += 1
    half = _half(scan.keys[i])
    return _hhmm(hour, minute, half), i + bool(half)


def _half(key: str) -> str:
    return "pm" if key in LISTS["clock.evening"] else "am" if key in LISTS["clock.morning"] else ""


def _hhmm(hour: int, minute: int, half: str) -> str:
    if half == "pm" and hour < 12:
        hour += 12
    elif half == "am" and hour == 12:
        hour = 0
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else ""
