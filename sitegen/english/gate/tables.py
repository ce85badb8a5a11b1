"""The word lists of the gate's table, by section and name."""

from __future__ import annotations

from functools import cache
from typing import Any

from sitegen import data
from sitegen.english.gate.sides import Pair
from sitegen.text.fold import match_key


@cache
def listed(section: str, name: str) -> frozenset[str]:
    """Return a list of English words of the gate's table."""
    return frozenset(_words(section, name))


@cache
def keys(section: str, name: str) -> frozenset[str]:
    """Return a list of Arabic words of the gate's table as keys."""
    return frozenset(map(match_key, _words(section, name)))


@cache
def phrases(section: str, name: str) -> frozenset[tuple[str, ...]]:
    """Return a list of English phrases of the gate's table, word by word."""
    return frozenset(tuple(phrase.split()) for phrase in _entry(section, name))


def phrases_in(pair: Pair, section: str, name: str) -> int:
    """Count the phrases of a list in the English of a pair."""
    lows = [w.low for w in pair.words]
    return sum(tuple(lows[i : i + len(p)]) == p for p in phrases(section, name) for i in range(len(lows)))


def has_root(pair: Pair, section: str, name: str) -> bool:
    """Say whether an Arabic word of a pair holds a stretch of a list."""
    return any(root in t.key for root in keys(section, name) for t in pair.tokens)


def _words(section: str, name: str) -> list[str]:
    return str(_entry(section, name)).split()


def _entry(section: str, name: str) -> Any:
    table = data.table("gate")
    for part in section.split("."):
        table = table[part]
    return table[name]
