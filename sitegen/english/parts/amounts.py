"""By how much and to what level: «بنسبة 2.3 في المئة إلى 50 دولارا»."""

from __future__ import annotations

import re

from sitegen.english.phrases.edges import closed
from sitegen.english.phrases.noun_phrases import noun_phrase
from sitegen.english.words import wording
from sitegen.english.words.grammar import gloss, grammar, lone_scale, number_value, rated, scaled, small
from sitegen.english.words.lookup import lookup
from sitegen.english.words.tagging import Sentence
from sitegen.model import DateFound
from sitegen.reading.dates.words import MONTHS
from sitegen.text.fold import match_key

_RATE = match_key("بنسبة")
_LEVEL = match_key("مستوى")
_SINCE = match_key("منذ")
_PEAK = (match_key("مستوى"), match_key("قياسي"))
_HALF = match_key("ونصف")
_SIGNS = ("%", "٪")
#: Units of prices and indexes, so that a count of people is never taken for a rise.
_UNITS = frozenset(
    (
        "basis point",
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
        "lira",
        "euros",
        "yen",
        "points",
        "dollars",
        "riyals",
        "cents",
        "pounds",
        "dinars",
        "dirhams",
        "liras",
    )
)


def amount(s: Sentence, j: int, *, level: bool = False) -> tuple[int, str] | None:
    """Read how much something rose or fell, and to what level, at word `j`: where it ends, and the words.

    With `level` the verb itself means to reach it.
    """
    if level:
        start = j + (s.key(j) in small("up_to") and not s.hard(j + 1))
        start += s.key(start) == _LEVEL
        return quantity(s, start, "") or _record(s, j, level=True)
    start = j + (s.key(j) == _RATE)
    by = quantity(s, start, "ب" if start == j else "") or quantity(s, start, "")
    end, text = (by[0], f"by {by[1]}") if by else (j, "")
    if by and (same := _that_is(s, end)):
        end, text = same[0], f"{text}, or {same[1]},"
    up = end + (s.key(end) in small("reaching") and not s.hard(end + 1))  # «ليصل إلى»
    if (
        s.key(up) in small("up_to")
        and (not s.hard(end) or by)
        and (to := quantity(s, up + 1 + (s.key(up + 1) == _LEVEL), ""))
    ):
        end, text = to[0], f"{text} to {to[1]}".strip()
    elif (side := grammar().sides.get(s.key(end))) and not s.hard(end) and (to := quantity(s, end + 1, "")):
        end, text = to[0], f"{text} {side} {to[1]}".strip()
    elif end < len(s.tokens) and (not s.hard(end) or by) and (best := _record(s, end, level=False)):
        end, text = best[0], f"{text} to {best[1]}".strip()
    return (end, text.removesuffix(",")) if text else None


def _that_is(s: Sentence, j: int) -> tuple[int, str] | None:
    """Read by how much in other words, at word `j`: «40 سنتا أو 0.8%», «أي ما يعادل 0.8%»."""
    k = j
    while s.key(k) in small("that_is") and not s.hard(k):
        k += 1
    return quantity(s, k + (s.key(k) == _RATE), "") if k > j and not s.hard(k) else None


def traded(s: Sentence, j: int, *, level: bool = False) -> tuple[int, str] | None:
    """Read an amount at word `j`, or behind where it is dealt in: «في المعاملات الفورية 0.2 بالمئة»."""
    if found := amount(s, j, level=level):
        return found
    end, where = _dealt(s, j)
    found = amount(s, end, level=level) if end > j and _follows(s, end) else None
    return (found[0], f"{found[1]} {where}".strip()) if found else None


def _dealt(s: Sentence, j: int) -> tuple[int, str]:
    """Return the word after where and for when something is bought, at word `j`, and where in English."""
    where, start, first = "", -1, j
    while j != start and _follows(s, j):
        start = j
        if hit := gloss(grammar().dealt, s, j, s.key(j)):
            j, where = hit[0], where or hit[1]
        elif s.key(j) in small("delivered"):  # «تسليم سبتمبر (أيلول)»
            j = _past_month(s, j + 1) or j
        elif j > first:
            j = s.dates[j].end if j in s.dates else _past_month(s, j) or j
    return j, where


def _past_month(s: Sentence, j: int) -> int:
    """Return the word after the name of a month at word `j`, 0 if none stands there."""
    return next((j + n for n in (2, 1) if s.keys[j : j + n] in MONTHS), 0)


def _follows(s: Sentence, j: int) -> bool:
    return j < len(s.tokens) and s.gaps[j] in ("", "(", ")")


def tally(s: Sentence, j: int, *, level: bool = False) -> tuple[int, str] | None:
    """Read to how many a toll rose, «إلى 45 قتيلا», or with `level` how many it reached, at word `j`."""
    up = s.key(j) in small("up_to") and not s.hard(j + 1)
    start, about = j + up, ""
    if not (up or level) or s.hard(start):
        return None
    if hit := gloss(grammar().approximations, s, start, s.key(start)):
        start, about = hit[0], f"{hit[1]} "
    value = number_value(s.key(start)) if s.key(start)[:1].isdigit() else None
    if value is None:
        return None
    end, value = scaled(s, start + 1, value)
    counted = () if s.hard(end) else lookup(s, end, "")
    end = next((hit.end for hit in counted if not (hit.definite or hit.owner or hit.rest)), end)
    end += not s.hard(end) and s.key(end) in small("a_case")  # «300 حالة»
    words = f"{about}{wording.figure(value)}"
    return (end, words if level else f"to {words}") if closed(s, end) else None


def _record(s: Sentence, j: int, *, level: bool) -> tuple[int, str] | None:
    """Read a level not seen for long: «لأعلى مستوى في 3 أسابيع», «إلى أدنى مستوى منذ 2010»."""
    if s.key(j) in small("up_to") and s.follows(j + 1, _PEAK):
        new = s.key(j + 3) in small("new") and not s.hard(j + 3)
        return j + 3 + new, "a record level"  # «إلى مستوى قياسي جديد»
    lead = "" if level or s.key(j) in small("up_to") else "ل"
    k = j + (s.key(j) in small("up_to") and not s.hard(j + 1))
    key = s.key(k)
    english = grammar().extremes.get(key[len(lead) :]) if key.startswith(lead) else None
    if english is None or s.hard(k) or s.hard(k + 1) or s.key(k + 1) not in grammar().levels:
        return None
    k += 2 + (s.key(k + 2) in grammar().its and not s.hard(k + 2))
    if s.key(k + 1) in small("ever") and not (s.hard(k) or s.hard(k + 1)):
        return k + 2, f"the {english} level ever"  # «على الإطلاق»
    when = span(s, k)
    return (when[0], f"the {english} level {when[1]}") if when else None


def span(s: Sentence, k: int) -> tuple[int, str] | None:
    """Read «في 3 أسابيع», «منذ 2010», «منذ عامين»."""
    if s.hard(k) or s.key(k) not in grammar().spans or s.hard(k + 1):
        return None
    since = s.key(k) == _SINCE
    if since and re.fullmatch(r"(?:19|20)\d\d", s.key(k + 1)):
        return k + 2, f"since {s.key(k + 1)}"
    if since and (date := s.dates.get(k + 1)) and isinstance(date.value, DateFound) and date.value.value:
        return date.end, f"since {wording.spoken_date(date.value.value)}"
    np = noun_phrase(s, k + 1)
    if np is None or np.kind != "measure" or np.owner or not np.plural:
        return None
    if s.hard(np.end) or s.key(np.end)[:1] != "و":
        return np.end, f"in {np.full}"
    if s.key(np.end) != _HALF:
        return None
    many, unit = np.full.rsplit(" ", 1)
    return np.end + 1, f"in {many} and a half {unit}"


def quantity(s: Sentence, j: int, lead: str) -> tuple[int, str] | None:
    """Read a number with a unit of money, an index or a percentage at word `j`."""
    if j >= len(s.tokens) or not s.key(j).startswith(lead):
        return None
    key, about = s.key(j)[len(lead) :], ""
    if hit := gloss(grammar().approximations, s, j, key):
        j, about = hit[0], f"{hit[1]} "
        key = s.key(j)
    alone = lone_scale(s, j, key)  # «مليار دولار»
    value = number_value(key) if alone is None else alone
    if value is None:
        return None
    end, value = scaled(s, j + (alone is None), value)
    signed = j > 0 and s.gaps[j] in _SIGNS and not s.key(j - 1)[-1:].isdigit()  # «بنسبة %12»
    if signed or (end < len(s.gaps) and s.gaps[end][:1] in _SIGNS):
        return end, f"{about}{wording.figure(value)}%"
    if s.key(end) in small("percent") and not s.hard(end):
        return end + 1, f"{about}{wording.figure(value)}%"
    if s.key(end) == "في" and s.key(end + 1) in small("per_hundred") and not s.hard(end + 1):
        return end + 2, f"{about}{wording.figure(value)}%"
    if s.hard(end):
        return None
    unit = next((hit for hit in lookup(s, end, "") if hit.noun.en in _UNITS and not hit.owner), None)
    if unit is None:
        return None
    words = unit.noun.en if value == 1 else unit.noun.many
    end, often = rated(s, unit.end)
    return end, f"{about}{wording.figure(value)} {words}{often}"
