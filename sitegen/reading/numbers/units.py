"""Say what a number counts: the noun behind it, or what the words before it tell."""

from __future__ import annotations

import re

from msgspec import Struct

from sitegen.model import Number
from sitegen.reading.numbers.values import Value
from sitegen.reading.numbers.words import (
    Unit,
    between,
    context,
    fates,
    keys,
    match_at,
    percents,
    plurals,
    signs,
    units,
    unless,
)
from sitegen.text.nationalities import nationality
from sitegen.text.tokens import Tokens

#: So far back stands the noun that changes: «خفض القوات … من 5200 إلى 2500».
_REACH = 14
#: So near stands a word that makes an unsure unit sure.
_NEAR = 6
#: Up to here each sort has a number of its own: «ثلاثة ضباط وجندي».
_MANY = 10
_THE = ("الـ", "ال", "الـ ")  # before digits: «القمة الـ34 اليوم»
#: Signs behind a number.
_SIGN = re.compile(r"\s?([%٪$€£])")


class Line(Struct, frozen=True, gc=False):
    """A raw line and its words."""

    line: int
    text: str
    tokens: Tokens


class Counted(Struct, frozen=True, gc=False):
    """What a number counts, in English, and the offset where the words for it end."""

    unit: str
    end: int


def unit_after(here: Line, value: Value) -> Counted | None:
    """Return the unit behind a number."""
    tokens, text, j = here.tokens, here.text, value.last
    end = tokens[j - 1].end
    if (sign := _SIGN.match(text, end)) is not None:
        return Counted(signs()[sign.group(1)], sign.end())
    if (unit := signs().get(text[tokens[value.first].start - 1 : tokens[value.first].start])) is not None:
        return Counted(unit, end)
    if j >= len(tokens) or text[end : tokens[j].start].strip("() \u00a0"):
        return None
    if (percent := match_at(percents(), tokens, j)) is not None:
        return Counted("percent", tokens[percent[1] - 1].end)
    found, link = match_at(units(), tokens, j), None
    if found is None and (link := match_at(between(), tokens, j)) is not None:
        found = match_at(plurals(), tokens, link[1])
    ordinal = here.text[: tokens[value.first].start].endswith(_THE) and tokens[j].key.startswith("ال")
    # «30 April 2018 الساعة 07:53», «25 الشهر الماضي»
    one_time = value.digits and tokens[j].key in keys("one_time")
    if (
        ordinal
        or one_time
        or found is None
        or _is_year(here, value)
        or not _in_context(here, value, found[0])
    ):
        return None
    if value.value > _MANY and _with_others(here, found[0], found[1], among=link is not None):
        return None
    if 3 <= value.value <= 10 and tokens[j].key in keys("plural_only"):
        return None
    end = tokens[found[1] - 1].end
    per = text[end : end + 2].strip()[:1] == "/" and not text[end : end + 3].strip("/ ").isdigit()
    if per:
        return None  # «5 أطنان/هكتار» is another unit
    return _of_a_land(here, found[0], found[1]) or Counted(found[0].of(value.value), end)


def _of_a_land(here: Line, unit: Unit, j: int) -> Counted | None:
    """Return money with the nationality behind it that agrees: «دولار أسترالي» is no dollar of others."""
    if unit.plural not in keys("money") or j >= len(here.tokens) or here.tokens.gaps[j] != " ":
        return None
    after = here.tokens[j]
    land = nationality(after.text)
    if land is None or after.key.endswith("ه") != here.tokens[j - 1].key.endswith("ه"):
        return None
    return Counted(f"{land.en} {unit.plural}", after.end)


def _with_others(here: Line, unit: Unit, i: int, *, among: bool) -> bool:
    """Say whether people of another sort are in the number: «100 من الضباط والجنود», «11 ضابطا وجنديا»."""
    if not has_no_halves(unit.plural) or i >= len(here.tokens) or not here.tokens[i].key.startswith("و"):
        return False
    if among:
        return True
    other = next((unit for rest, unit in units().get(here.tokens[i].key[1:], ()) if not rest), None)
    return other is not None and has_no_halves(other.plural) and other != unit


def _is_year(here: Line, value: Value) -> bool:
    """Say whether 2014 in «عام 2014 عاما صعبا» is a year after all."""
    if not value.digits or not 1900 <= value.value <= 2100 or value.first == 0:
        return False
    before = here.tokens[value.first - 1].key
    return before in keys("years") or (before == "في" and value.value % 10 > 0)


def _in_context(here: Line, value: Value, unit: Unit) -> bool:
    """Say whether a unit that is often another thing has a word near that makes it sure, none against it."""
    wanted, unwanted = context().get(unit.plural), unless().get(unit.plural, frozenset())
    near = here.tokens.keys[max(0, value.first - _NEAR) : value.last + _NEAR]
    return (wanted is None or not wanted.isdisjoint(near)) and unwanted.isdisjoint(near)


def has_no_halves(unit: str) -> bool:
    """Say whether 2.500 of a unit must be thousands: people."""
    return unit in keys("whole")


def unit_before(here: Line, value: Value, start: int, before: list[Number]) -> Counted | None:
    """Return the unit that the words before a number tell; its approximation begins at word `start`."""
    tokens, first = here.tokens, value.first
    end = tokens[value.last - 1].end
    if value.definite:  # «الجولات الثلاث»
        return _counted_before(here, first, end) if first else None
    if start == 0:
        return None
    key = tokens[start - 1].key
    if key in keys("among"):
        return _among(here, value, before)
    if value.digits and 1900 <= value.value <= 2100 and float(value.value).is_integer():
        return None
    if key in fates() and not here.text[tokens[start - 1].end : tokens[start].start].strip():
        tried = any(token.key in keys("attempts") for token in tokens[max(0, start - 3) : start - 1])
        both = key.startswith("و") and start > 1 and tokens[start - 2].key in fates()  # «قتل وجرح نحو 50»
        sure = not (tried or both) and (value.digits or value.value >= 3)
        return Counted(fates()[key], end) if sure else None
    return _changed(here, start, end, value)


def _among(here: Line, value: Value, before: list[Number]) -> Counted | None:
    """Return the unit of the number before: «3500 جندي أجنبي، بينهم 2500 أميركي»."""
    if not before or value.last >= len(here.tokens) or not has_no_halves(before[-1].unit):
        return None
    between_them = here.text[before[-1].end : here.tokens[value.first].start]
    same = "." not in between_them and nationality(here.tokens[value.last].text) is not None
    return Counted(before[-1].unit, here.tokens[value.last - 1].end) if same else None


def _counted_before(here: Line, first: int, end: int) -> Counted | None:
    """Return the definite noun right before a definite number: «للجولات الثلاث»."""
    key = here.tokens[first - 1].key.removeprefix("و")
    bare = "ال" + key[2:] if key.startswith("لل") else key.removeprefix("ب")
    if bare in keys("by_rank"):
        return None
    for rest, unit in units().get(bare, ()):
        if not rest and bare.startswith("ال") and not here.text[here.tokens[first - 1].end : end].count("،"):
            return Counted(unit.plural, end)
    return None


def _changed(here: Line, start: int, end: int, value: Value) -> Counted | None:
    """Return the noun whose number is said to change: «عدد القتلى إلى 50»."""
    tokens = here.tokens
    counted = match_at(units(), tokens, start - 1)
    if counted is not None and start > 1 and tokens[start - 2].key.lstrip("ول") in keys("changes"):
        return Counted(counted[0].of(value.value), end)  # «عدد المصابين 3000»
    if tokens[start - 1].key not in keys("changes", "carriers"):
        return None
    for i in range(start - 2, max(-1, start - 2 - _REACH), -1):
        if here.text[tokens[i].end : tokens[i + 1].start].strip():
            return None
        bare = tokens[i].key.lstrip("ول")
        if tokens[i].key in keys("changes") or bare in keys("changes"):
            if tokens[i + 1].key in keys("changes"):
                continue
            found = match_at(units(), tokens, i + 1)
            told = found is not None and _in_context(here, value, found[0])
            return Counted(found[0].of(value.value), end) if found and told else None
    return None
