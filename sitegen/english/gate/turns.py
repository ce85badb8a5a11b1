"""Turns of meaning that one word makes: negation, rise and fall, from and to, offices, acts of speech."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sitegen import data
from sitegen.english.gate.sides import Pair
from sitegen.english.gate.vocabulary import is_plain, is_word
from sitegen.text.fold import match_key
from sitegen.text.tokens import stems

_NEGATIVE_HEADS = ("un", "in", "im", "il", "ir", "dis", "non")
_AFFIXES = 3  # letters before a root: ويرفض
_FROM_TO = re.compile(
    r"\bfrom\s+(?:[^\d,.;]{0,25}?)([\d][\d,.]*)[^,.;]{0,40}?\bto\s+(?:[^\d,.;]{0,25}?)([\d][\d,.]*)"
)


@cache
def listed(section: str, name: str) -> frozenset[str]:
    """Return a list of English words of the gate's table."""
    return frozenset(_words(section, name))


@cache
def keys(section: str, name: str) -> frozenset[str]:
    """Return a list of Arabic words of the gate's table as keys."""
    return frozenset(map(match_key, _words(section, name)))


def _words(section: str, name: str) -> list[str]:
    table = data.table("gate")
    for part in section.split("."):
        table = table[part]
    return str(table[name]).split()


def negation(pair: Pair) -> Iterator[str]:
    """Yield a negation that only one side has."""
    lows = [w.low for w in pair.words]
    explicit = sum(low in listed("negation", "english") or low.endswith("n't") for low in lows)
    opposite = sum(_opposite(low) for low in lows)
    without = sum(low.endswith("less") and is_word(low[:-4]) for low in lows)
    implied = sum(low in listed("negation", "implied") or _begins(low, "implied_stems") for low in lows)
    loose = sum(low in listed("negation", "loose") or _begins(low, "loose_stems") for low in lows)
    strong, medium, weak = _arabic_negations(pair)
    taken = min(weak, implied + loose)  # «رفض» is told by "refused" and leaves no "not"
    if explicit and explicit + (opposite if medium else 0) > strong + medium + weak - taken:
        yield "the English denies what the Arabic does not"
    shown = explicit + opposite + implied + without
    if strong > shown or strong + medium > shown + loose:
        yield "the Arabic denies what the English does not"


def _begins(low: str, name: str) -> bool:
    return low.startswith(tuple(listed("negation", name)))


def _opposite(low: str) -> bool:
    """Say whether a word is the opposite of another: unfit.

    >>> _opposite("unbeaten"), _opposite("under")
    (True, False)
    """
    return any(
        low.startswith(h) and len(low) - len(h) >= 3 and is_plain(low[len(h) :]) for h in _NEGATIVE_HEADS
    )


def _arabic_negations(pair: Pair) -> tuple[int, int, int]:
    """Count negations that English must show, may turn into an opposite, or may leave out."""
    strong = medium = weak = 0
    line = [t.key for t in pair.tokens]
    for i, token in enumerate(pair.tokens):
        bare = {s.key for s in stems(token.key)}
        after = line[i + 1] if i + 1 < len(line) else ""
        if bare & keys("negation", "arabic"):
            only = not keys("negation", "exceptions").isdisjoint(line[i + 1 : i + 12])
            if after in keys("negation", "idle_after"):
                continue
            if only or after in keys("negation", "may_after") or (token.key == "ولا" and strong > 0):
                weak += 1
            else:
                strong += 1
        elif bare & keys("negation", "arabic_medium"):
            medium += after not in keys("negation", "but_after")
        elif "دون" in bare:
            medium += after == "ان"  # «دون أن», but «دون سن العاشرة»: under ten
        elif "ما" in bare and after in keys("negation", "ma_before"):
            weak += 1
        else:
            roots = any(0 <= token.key.find(r) <= _AFFIXES for r in keys("negation", "arabic_roots"))
            weak += roots or not bare.isdisjoint(keys("negation", "arabic_implied"))
    return strong, medium, weak


def direction(pair: Pair) -> Iterator[str]:
    """Yield a rise told of a fall, and figures whose from and to are changed about."""
    measured = any(w.text[0].isdigit() or w.low in listed("direction", "measured") for w in pair.words)
    for told, other in (("up", "down"), ("down", "up")):
        words = [
            w.text for w in pair.words if w.low == w.text and w.low in listed("direction", f"{told}_english")
        ]
        against = any(w.low in listed("direction", f"{other}_english") for w in pair.words)
        if (
            measured
            and words
            and not against
            and _has_root(pair, "direction", f"{other}_arabic")
            and not _has_root(pair, "direction", f"{told}_arabic")
        ):
            yield f"{words[0]}: the Arabic says the opposite"
    if (found := _FROM_TO.search(pair.english)) is not None:
        first, second = (n.rstrip(".,").replace(",", "") for n in found.groups())
        places = [[t.start for t in pair.tokens if t.text.replace(",", "") == n] for n in (first, second)]
        if first != second and all(len(p) == 1 for p in places) and places[0][0] > places[1][0]:
            yield f"from {first} to {second}: the Arabic has them the other way"


def _has_root(pair: Pair, section: str, name: str) -> bool:
    return any(root in t.key for root in keys(section, name) for t in pair.tokens)


def words(pair: Pair, section: str) -> Iterator[str]:
    """Yield the offices (or acts of speech) of the English that have no counterpart in the Arabic."""
    for word in pair.words:
        for name in _by_english(section).get(word.low, ()):
            if not _has_root(pair, f"{section}.{name}", "ar"):
                yield f"{word.text} is not in the Arabic"


@cache
def _by_english(section: str) -> dict[str, tuple[str, ...]]:
    out: dict[str, tuple[str, ...]] = {}
    for name, entry in data.table("gate")[section].items():
        for word in entry["en"].split():
            out[word] = (*out.get(word, ()), name)
    return out
