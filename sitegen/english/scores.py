"""By how many goals a match ended: «بثلاثة أهداف مقابل هدف» 3-1 (`english/scores.toml`)."""

from __future__ import annotations

from functools import cache

from msgspec import Struct

from sitegen import data
from sitegen.english.grammar import number_value, phrase_end
from sitegen.english.tables import phrases
from sitegen.english.tagging import Sentence
from sitegen.text.fold import match_key

_BETWEEN = frozenset(("-", "/", "–", ":"))


class _Words(Struct, frozen=True, gc=False):
    result: frozenset[str]
    goals: dict[str, int]  # one word says how many
    many: frozenset[str]  # goals behind their number
    none: dict[str, tuple[tuple[str, ...], ...]]
    to: frozenset[str]


@cache
def _words() -> _Words:
    table = data.table("english/scores")
    return _Words(
        result=frozenset(map(match_key, table["result"])),
        goals={match_key(word): goals for word, goals in table["goals"].items()},
        many=frozenset(map(match_key, table["many"])),
        none=phrases(table["none"]),
        to=frozenset(map(match_key, table["to"])),
    )


def score(s: Sentence, j: int) -> tuple[int, str] | None:
    """Read the goals of both sides at word `j`: the word after them, and the score, the higher first."""
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
    return (end, f"{max(goals)}-{min(goals)}") if len(goals) == 2 else None


def _apart(s: Sentence, j: int) -> bool:
    return s.key(j) in _words().to and not s.hard(j)


def _figures(s: Sentence, j: int) -> tuple[int, int, int] | None:
    """Read «2-1» at word `j`."""
    one, other = s.key(j), s.key(j + 1)
    told = one.isdigit() and other.isdigit() and max(len(one), len(other)) <= 2 and not s.hard(j)
    return (j + 2, int(one), int(other)) if told and s.gaps[j + 1].strip() in _BETWEEN else None


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
