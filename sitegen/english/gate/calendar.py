"""Weekdays, months, yesterday and tomorrow: those of the English must stand in the Arabic."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sitegen import data
from sitegen.english.gate.likeness import distance
from sitegen.english.gate.sides import Pair
from sitegen.reading.dates.words import MONTHS, RELATIVE, RELATIVE_PHRASES, WEEKDAYS
from sitegen.text.tokens import stems

_ALIKE = 0.1
_NUMERIC = re.compile(r"\d{1,4}[/.-](\d{1,2})[/.-]\d{1,4}")


@cache
def _names(kind: str) -> dict[str, int]:
    """Return the English names of weekdays (Monday 0), months (January 1) or days around today."""
    if kind == "months":
        return {name: month.number for (name, *rest), month in MONTHS.items() if name.isascii() and not rest}
    found: dict[str, int] = {}
    for number, names in data.table("gate")["calendar"][kind].items():
        found.update(dict.fromkeys(names.split(), int(number)))
    return found


def check(pair: Pair) -> Iterator[str]:
    """Yield what is wrong with the days and months of a pair."""
    weekdays, months, days = _arabic(pair)
    for i, word in enumerate(pair.words):
        if word.capital and word.low in _names("weekdays"):
            if _names("weekdays")[word.low] not in weekdays and not _spelt(pair, word.low):
                yield f"{word.text} is not in the Arabic"
        elif word.capital and word.low in _names("months") and _is_month(pair, i):
            if _names("months")[word.low] not in months:
                yield f"{word.text} is not in the Arabic"
        elif word.low in _names("days") and days and _names("days")[word.low] not in days:
            yield f"{word.text} is not in the Arabic"


def _spelt(pair: Pair, low: str) -> bool:
    """Say whether the day is spelt in Arabic letters, as in the name of a paper: صنداي تايمز."""
    return any(distance(low, t.key, inside=True) < _ALIKE for t in pair.tokens)


def is_calendar(pair: Pair, i: int) -> bool:
    """Say whether word `i` is a weekday or a month: judged here and nowhere else."""
    low = pair.words[i].low
    return low in _names("weekdays") or (low in _names("months") and _is_month(pair, i))


def _is_month(pair: Pair, i: int) -> bool:
    """Say whether a name of a month is one: «may» and «march» need a figure or a preposition beside them."""
    if pair.words[i].low not in data.table("gate")["calendar"]["doubtful"].split():
        return True
    near = [pair.words[j].low for j in (i - 1, i + 1) if 0 <= j < len(pair.words)]
    cues = data.table("gate")["calendar"]["month_cues"].split()
    return any(low[0].isdigit() for low in near) or (i > 0 and pair.words[i - 1].low in cues)


def _arabic(pair: Pair) -> tuple[set[int], set[int], set[int]]:
    """Return the weekdays, the months and the days around today that the Arabic names."""
    weekdays: set[int] = set()
    months = {int(m) for m in _NUMERIC.findall(pair.arabic)}
    days: set[int] = set()
    for i, token in enumerate(pair.tokens):
        after = pair.tokens[i + 1].key if i + 1 < len(pair.tokens) else ""
        for stem in stems(token.key):
            if stem.key in WEEKDAYS:
                weekdays.add(WEEKDAYS[stem.key])
            month = MONTHS.get((stem.key, after)) or MONTHS.get((stem.key,))
            if month is not None:
                months.add(month.number)
            if (day := RELATIVE_PHRASES.get((stem.key, after), RELATIVE.get(stem.key))) is not None:
                days.add(day)
    weekdays.update(n for key, n in WEEKDAYS.items() if key in pair.squeezed and len(key) > 5)
    return weekdays, months, days
