"""By how much and to what level: «بنسبة 2.3 في المئة إلى 50 دولارا»."""

from __future__ import annotations

from sitegen.english import wording
from sitegen.english.grammar import gloss, grammar, number_value
from sitegen.english.lookup import lookup
from sitegen.english.tagging import Sentence
from sitegen.text.fold import match_key

_RATE = match_key("بنسبة")
_LEVEL = match_key("مستوى")
_PERCENT = (("في", match_key("المئة")), ("في", match_key("المائة")))
_PERCENTS = frozenset(map(match_key, ("بالمئة", "بالمائة", "٪")))
_UP_TO = frozenset(map(match_key, ("إلى", "ليبلغ", "لتبلغ", "عند", "مسجلا", "مسجلة")))
#: Units of prices and indexes, so that a count of people is never taken for a rise.
_UNITS = frozenset(
    (
        "point",
        "dollar",
        "cent",
        "riyal",
        "euro",
        "pound",
        "dinar",
        "dirham",
        "rouble",
        "barrel",
        "tonne",
        "euros",
        "yen",
        "points",
        "dollars",
        "riyals",
        "cents",
    )
)


def amount(s: Sentence, j: int, *, level: bool = False) -> tuple[int, str] | None:
    """Read how much something rose or fell, and to what level, at word `j`: where it ends, and the words.

    With `level` the verb itself means to reach it.
    """
    if level:
        start = j + (s.key(j) in _UP_TO and not s.hard(j + 1))
        start += s.key(start) == _LEVEL
        return quantity(s, start, "")
    start = j + (s.key(j) == _RATE)
    by = quantity(s, start, "ب" if start == j else "") or quantity(s, start, "")
    end, text = (by[0], f"by {by[1]}") if by else (j, "")
    if (
        s.key(end) in _UP_TO
        and (not s.hard(end) or by)
        and (to := quantity(s, end + 1 + (s.key(end + 1) == _LEVEL), ""))
    ):
        end, text = to[0], f"{text} to {to[1]}".strip()
    return (end, text) if text else None


def quantity(s: Sentence, j: int, lead: str) -> tuple[int, str] | None:
    """Read a number with a unit of money, an index or a percentage at word `j`."""
    if j >= len(s.tokens) or not s.key(j).startswith(lead):
        return None
    key, about = s.key(j)[len(lead) :], ""
    if hit := gloss(grammar().approximations, s, j, key):
        j, about = hit[0], f"{hit[1]} "
        key = s.key(j)
    value = number_value(key) if key[:1].isdigit() else None
    if value is None:
        return None
    end = j + 1
    while not s.hard(end) and s.key(end) in grammar().scales:
        value, end = value * grammar().scales[s.key(end)], end + 1
    if end < len(s.gaps) and s.gaps[end][:1] in ("%", "٪"):
        return end, f"{about}{wording.figure(value)}%"
    if s.key(end) in _PERCENTS and not s.hard(end):
        return end + 1, f"{about}{wording.figure(value)}%"
    if (s.key(end), s.key(end + 1)) in _PERCENT and not s.hard(end + 1):
        return end + 2, f"{about}{wording.figure(value)}%"
    if s.hard(end):
        return None
    unit = next((hit for hit in lookup(s, end, "") if hit.noun.en in _UNITS and not hit.owner), None)
    if unit is None:
        return None
    words = unit.noun.en if value == 1 else unit.noun.many
    return unit.end, f"{about}{wording.figure(value)} {words}"
