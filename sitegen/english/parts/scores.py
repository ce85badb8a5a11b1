"""How a match ended: «بثلاثة أهداف مقابل هدف» 3-1, «6-4 و7-5» 6-4, 7-5 (`english/scores.toml`)."""

from __future__ import annotations

from functools import cache

from msgspec import Struct

from sitegen import data
from sitegen.english.words.grammar import number_value, phrase_end
from sitegen.english.words.tables import phrases
from sitegen.english.words.tagging import Sentence
from sitegen.text.fold import match_key

_BETWEEN = frozenset(("-", "/", "–", ":"))
_AND = match_key("و")
#: Between the games of two sets.
_APART = frozenset(("", "،", ","))


class _Words(Struct, frozen=True, gc=False):
    result: frozenset[str]
    goals: dict[str, int]  # one word says how many
    many: frozenset[str]  # goals behind their number
    none: dict[str, tuple[tuple[str, ...], ...]]
    to: frozenset[str]
    zero: frozenset[str]


@cache
def _words() -> _Words:
    table = data.table("english/scores")
    return _Words(
        result=frozenset(map(match_key, table["result"])),
        goals={match_key(word): goals for word, goals in table["goals"].items()},
        many=frozenset(map(match_key, table["many"])),
        none=phrases(table["none"]),
        to=frozenset(map(match_key, table["to"])),
        zero=frozenset(map(match_key, table["zero"])),
    )


def score(s: Sentence, j: int) -> tuple[int, str] | None:
    """Read how a match ended at word `j`: the word after it, and the goals of both, the higher first."""
    start = j + (s.key(j) in _words().result)
    found = _figures(s, start) or (_goals(s, j, "ب") if not s.hard(j) else None)
    if found is None:
        return None
    end, *goals = found
    if len(goals) == 1:
        if after := phrase_end(_words().none, s, end):
            end, goals = after, [*goals, 0]
        elif other := _goals(s, end + 1, "") if _apart(s, end) else _goals(s, end, "ل"):
            end, goals = other[0], [*goals, other[1]]
    if len(goals) != 2:
        return None
    end, sets = _sets(s, end, goals)
    return (end, sets) if sets else None


def _sets(s: Sentence, end: int, first: list[int]) -> tuple[int, str]:
    """Read the sets that follow the first one up to word `end`: the winner's games stand before the other's.

    '' where the same side has not won most of them.
    """
    sets = [first]
    while s.gaps[end].strip() in _APART and (
        more := _figures(s, end, _AND, comma=True) or _figures(s, end, comma=True)
    ):
        end, *games = more
        sets.append(games)
    won = sum(a > b for a, b in sets)
    if len(sets) > 1 and won * 2 == len(sets):
        return end, ""
    told = [f"{a}-{b}" if won * 2 > len(sets) or (len(sets) == 1 and a >= b) else f"{b}-{a}" for a, b in sets]
    return end, ", ".join(told)


def _apart(s: Sentence, j: int) -> bool:
    return s.key(j) in _words().to and not s.hard(j)


def _figures(s: Sentence, j: int, lead: str = "", *, comma: bool = False) -> tuple[int, int, int] | None:
    """Read «2-1» at word `j`, or «و2-1» with the letter `lead`."""
    one, other = s.key(j), s.key(j + 1)
    if not one.startswith(lead) or (s.hard(j) and not comma):
        return None
    a, b = _points(one[len(lead) :]), _points(other)
    apart = s.gaps[j + 1 : j + 2] and s.gaps[j + 1].strip() in _BETWEEN
    return (j + 2, a, b) if apart and a is not None and b is not None else None


def _points(word: str) -> int | None:
    """Return the points of one side: «112», «صفر»."""
    if word in _words().zero:
        return 0
    return int(word) if word.isdecimal() and len(word) <= 3 else None


def _goals(s: Sentence, j: int, lead: str) -> tuple[int, int] | None:
    """Read so many goals at word `j`, whose first word carries the letter `lead`."""
    key = s.key(j)
    if not key.startswith(lead) or s.hard(j):
        return None
    if goals := _words().goals.get(key[len(lead) :]):
        return j + 1, goals
    value = number_value(key[len(lead) :])
    counted = value and value == int(value) and s.key(j + 1) in _words().many and not s.hard(j + 1)
    return (j + 2, int(value)) if counted and value else None
