"""The word lists of the gate's table, by section and name."""

from __future__ import annotations

from functools import cache
from typing import Any

from sitegen import data
from sitegen.english.gate.sides import Pair
from sitegen.text.fold import match_key

_ENDINGS = ("", "ت", "وا", "ون", "ين", "ان", "تا", "ه", "ها", "هم", "ا", "ات", "ي", "يه", "نا")  # of a root
_LONG = 8  # letters: no word by chance
_BEFORE = frozenset("وفسيتنابلكم")  # letters of prefixes: «دخلوا» is no «خلو»
_AFFIXES = 3  # letters before a root: ويرفض


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
    """Say whether an Arabic word of a pair holds a stretch of a list, or several together a long one."""
    stretches = keys(section, name)
    alone = any(root in t.key for root in stretches for t in pair.tokens)
    return alone or any(len(root) >= _LONG and root in pair.squeezed for root in stretches)


def has_form(key: str, section: str, name: str) -> bool:
    """Say whether an Arabic word is a root of a list with an affix: يرفضون, but not تنفيذ for نفي."""
    found = ((root, key.find(root)) for root in keys(section, name))
    return any(
        0 <= at <= _AFFIXES and key[at + len(root) :] in _ENDINGS and set(key[:at]) <= _BEFORE
        for root, at in found
    )


def _words(section: str, name: str) -> list[str]:
    return str(_entry(section, name)).split()


def _entry(section: str, name: str) -> Any:
    table = data.table("gate")
    for part in section.split("."):
        table = table[part]
    return table[name]
