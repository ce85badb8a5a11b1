"""Turns of meaning that one word makes: rise and fall, yes and no, from and to, offices, acts of speech."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sitegen import data
from sitegen.desk.lexicon import Lexicon
from sitegen.english.gate.sides import Pair
from sitegen.english.gate.tables import has_form, has_root, keys, listed, phrases_in

_FROM_TO = re.compile(
    r"\bfrom\s+(?:[^\d,.;]{0,25}?)([\d][\d,.]*)[^,.;]{0,40}?\bto\s+(?:[^\d,.;]{0,25}?)([\d][\d,.]*)"
)


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
            and has_root(pair, "direction", f"{other}_arabic")
            and not has_root(pair, "direction", f"{told}_arabic")
        ):
            yield f"{words[0]}: the Arabic says the opposite"
    if (found := _FROM_TO.search(pair.english)) is not None:
        first, second = (n.rstrip(".,").replace(",", "") for n in found.groups())
        places = [[t.start for t in pair.tokens if t.text.replace(",", "") == n] for n in (first, second)]
        if first != second and all(len(p) == 1 for p in places) and places[0][0] > places[1][0]:
            yield f"from {first} to {second}: the Arabic has them the other way"


def opposites(pair: Pair) -> Iterator[str]:
    """Yield what is said to be accepted, confirmed, allowed where the Arabic has only the opposite."""
    if listed("negation", "english") & {w.low for w in pair.words} or any(
        t.key in keys("negation", "arabic") for t in pair.tokens
    ):
        return
    for name in data.table("gate")["opposites"]:
        section = f"opposites.{name}"
        for told, other in (("yes", "no"), ("no", "yes")):
            if (
                phrases_in(pair, section, told)
                and not phrases_in(pair, section, other)
                and any(has_form(t.key, section, f"{other}_arabic") for t in pair.tokens)
                and not any(has_form(t.key, section, f"{told}_arabic") for t in pair.tokens)
            ):
                yield f"{name}: the Arabic says the opposite"


def speech(pair: Pair) -> Iterator[str]:
    """Yield the acts of speech of the English that have no counterpart in the Arabic."""
    yield from _unmatched(pair, "speech", frozenset())


def roles(pair: Pair, lexicon: Lexicon) -> Iterator[str]:
    """Yield the offices of the English of which the Arabic has neither the word nor a holder (ترامب)."""
    people = (r for hit in lexicon.indexes["person"].find(pair.tokens) for r in hit.values)
    held = frozenset(word for r in people for role in r.roles for word in role.en.casefold().split())
    yield from _unmatched(pair, "roles", held)


def _unmatched(pair: Pair, section: str, known: frozenset[str]) -> Iterator[str]:
    for word in pair.words:
        for name in _by_english(section).get(word.low, ()):
            if word.low not in known and not has_root(pair, f"{section}.{name}", "ar"):
                yield f"{word.text} is not in the Arabic"


@cache
def _by_english(section: str) -> dict[str, tuple[str, ...]]:
    out: dict[str, tuple[str, ...]] = {}
    for name, entry in data.table("gate")[section].items():
        for word in entry["en"].split():
            out[word] = (*out.get(word, ()), name)
    return out
