"""The time of day, beside a date or alone: «الساعة الثالثة والنصف مساء», «14:30», «1300 بتوقيت غرينتش»."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from sitegen import data
from sitegen.model import DateExpr
from sitegen.reading.dates.rules import Hit
from sitegen.reading.dates.scan import Scan
from sitegen.reading.dates.words import LISTS
from sitegen.text.fold import match_key, western_digits

_CLOCK = data.table("dates")["clock"]
_HOURS = {match_key(word): hour for word, hour in _CLOCK["hours"]}
_MINUTES = {match_key(word): minutes for word, minutes in _CLOCK["minutes"]}
_HALVES = {tuple(map(match_key, words.split())): half for words, half in _CLOCK["halves"]}
_TWELVE = match_key(_CLOCK["twelve"])
_FIGURES = 3  # of a minute that are read: three are one too many
_DIGITS = re.compile(r"\s*[T،,|–-]?\s*(?:الساعة\s+)?([01]?\d|2[0-3]):([0-5]\d)(?::\d\d)?\b\s*([^\W\d]*)")


class Hour(Struct, frozen=True, gc=False):
    """A time as HH:MM with its zone, '' where none is told, and the index after its words."""

    time: str = ""
    zone: str = ""
    stop: int = 0


def time_at(scan: Scan, first: int, stop: int) -> Hour:
    """Return the time told right after the date at [first, stop), or right before it."""
    end = scan.tokens[stop - 1].end
    after = scan.text[end : end + 40]
    if ":" in after and (match := _DIGITS.match(western_digits(after))):
        half = _half(match_key(match[3]))
        behind = end + match.end(3 if half else 2)
        i = next((i for i, t in enumerate(scan.tokens) if t.start >= behind), len(scan.tokens))
        return Hour(_hhmm(int(match[1]), int(match[2]), half), _zone(scan, i)[0])
    for i in (stop, stop + 1):
        if scan.near(i, "،,") and scan.has(i, "clock.heads"):
            return _spoken(scan, i + 1)
    for i in range(max(0, first - 8), first):
        if scan.has(i, "clock.heads"):
            hour = _spoken(scan, i + 1)
            return hour if hour.stop + 2 >= first else Hour()
    return Hour()


def hours_alone(scan: Scan, line: int, dates: Sequence[Hit]) -> list[DateExpr]:
    """Return the times that stand beside no date: «الساعة الثامنة مساء بتوقيت غرينتش»."""
    found = []
    for i, token in enumerate(scan.tokens):
        if not scan.has(i, "clock.heads"):
            continue
        hour = _spoken(scan, i + 1)
        beside = any(d.stop in (i, i - 1) or i < d.first <= hour.stop + 2 for d in dates)
        if hour.time and not beside:
            end = scan.tokens[hour.stop - 1].end
            text = scan.text[token.start : end]
            found.append(DateExpr(line, token.start, end, text, time=hour.time, zone=hour.zone))
    return found


def _spoken(scan: Scan, i: int) -> Hour:
    """Read the hour at token `i` and what follows it; of two halves of the day one must be told."""
    key = scan.keys[i]
    if key.isdecimal() and len(key) == 4:  # «1300 بتوقيت غرينتش»
        zone, stop = _zone(scan, i + 1)
        return Hour(_hhmm(int(key[:2]), int(key[2:]), ""), zone, stop) if zone else Hour()
    digits = key.isdecimal() and len(key) <= 2
    hour = int(key) if digits else _HOURS.get(key, 0)
    if not 1 <= hour <= 24:
        return Hour()
    minute, i, sure = 0, i + 1, hour > 12
    if digits and scan.near(i, ":") and ":" in scan.gap(i) and scan.keys[i].isdecimal():
        minute, i, sure = int(scan.keys[i][:_FIGURES]), i + 1, True
    elif scan.keys[i] == _TWELVE:
        hour, i = {11: 11, 2: 12}.get(hour, hour), i + 1
    if scan.keys[i] in _MINUTES:
        minute, i = _MINUTES[scan.keys[i]], i + 1
    half, stop = _half_at(scan, i)
    zone, stop = _zone(scan, stop)
    return Hour(_hhmm(hour, minute, half), zone, stop) if half or sure else Hour()


def _half_at(scan: Scan, i: int) -> tuple[str, int]:
    """Read «مساء», «من فجر», «بعد منتصف الليل» at token `i`; return am or pm and the index after it."""
    for phrase, half in _HALVES.items():
        if tuple(scan.keys[i : i + len(phrase)]) == phrase:
            return half, i + len(phrase)
    j = i + scan.has(i, "words.of")
    half = _half(scan.keys[j])
    return (half, j + 1) if half else ("", i)


def _zone(scan: Scan, i: int) -> tuple[str, int]:
    """Read «بتوقيت غرينتش», «بالتوقيت المحلي»; return the zone and the index after it."""
    if not scan.near(i, "()") or not scan.has(i, "clock.zone_heads") or not scan.near(i + 1):
        return "", i
    stop = i + 3 if scan.near(i + 2) and scan.has(i + 2, "clock.zone_tails") else i + 2
    if scan.has(i + 1, "clock.utc"):
        return "UTC", stop
    return scan.text[scan.tokens[i + 1].start : scan.tokens[stop - 1].end], stop


def _half(key: str) -> str:
    return "pm" if key in LISTS["clock.evening"] else "am" if key in LISTS["clock.morning"] else ""


def _hhmm(hour: int, minute: int, half: str) -> str:
    if half == "pm" and hour < 12:
        hour += 12
    elif half == "am" and hour == 12:
        hour = 0
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else ""
