"""Figures: each number of the English stands in the Arabic, each counted one of the Arabic in the English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from sitegen import data
from sitegen.english.gate.sides import Pair
from sitegen.reading.dates.words import DECADES
from sitegen.reading.numbers import words as arabic_words
from sitegen.reading.numbers.values import Value, read_value
from sitegen.text.fold import match_key
from sitegen.text.tokens import stems

_FIGURE = re.compile(
    r"(?:[£$€]\s?)?(\d[\d,]*(?:\.\d+)?)((?:[.:]\d+)*)\s?(bn|mn|m|k)?(?:am|pm|th|st|nd|rd|%)?\Z"
)
_COUNTED = 9  # number words up to it count a plural, and are no part of a larger number
_GLUED = 10  # letters: from here on a word may be two whose space was lost
_DUAL = re.compile(r"\w{3,}(?:ان|ين|تي|تا)\Z")


class Figure(NamedTuple):
    """A number as printed and its value; `parts` are those of a time or a score."""

    value: float
    text: str
    parts: tuple[float, ...] = ()


@cache
def number_words() -> dict[str, float]:
    """Return the English number words and their values."""
    table = data.table("gate")["numbers"]
    return {word: float(value) for value, words in table.items() for word in words.split()}


@cache
def scales() -> dict[str, int]:
    """Return the English words and letters that multiply a number."""
    return {
        word: int(value) for value, words in data.table("gate")["scales"].items() for word in words.split()
    }


@cache
def _other_arabic() -> dict[str, tuple[float, ...]]:
    table = data.table("gate")["other_numbers"]
    decades = {key: (float(year % 100), float(year)) for key, year in DECADES.items()}
    return decades | {match_key(word): tuple(values) for word, *values in table["words"]}


@cache
def _long_words() -> dict[str, float]:
    ordinals = {f"ال{k.removeprefix('ال')}": float(v) for k, v in arabic_words.ordinal_values().items()}
    return ordinals | {
        key: float(w.value)
        for key, w in arabic_words.number_words().items()
        if len(key) >= 5 and not w.joined
    }


def check(pair: Pair) -> Iterator[str]:
    """Yield what is wrong with the figures of a pair."""
    arabic, counted, dual = arabic_values(pair)
    found = english_figures(pair)
    told = {v for f in found for v in (f.value, *f.parts)}
    words = {part for word in pair.words for part in (word.low, *re.split(r"[-\u2010\u2011]", word.low))}
    endings = data.table("gate")["number_endings"]
    told.update(v for w, v in number_words().items() if any(w + ending in words for ending in endings))
    for figure in found:
        known = figure.value in arabic or (figure.value == 2 and dual)
        if figure.value != 1 and not known and not (figure.parts and set(figure.parts) <= arabic):
            yield f"{figure.text} is not in the Arabic"
    for value in sorted(counted - told):
        yield f"{value:g} of the Arabic is missing"


def english_figures(pair: Pair) -> list[Figure]:
    """Return the numbers of the English side, words and digits alike.

    >>> from sitegen.english.gate.sides import pair
    >>> [f.value for f in english_figures(pair("", "twenty-five of 2.5 million, two hundred and six"))]
    [25.0, 2500000.0, 206.0]
    """
    out: list[Figure] = []
    i = 0
    while i < len(pair.words):
        figure, i = _figure(pair, i)
        if figure is not None:
            out.append(figure)
    return out


def _figure(pair: Pair, start: int) -> tuple[Figure | None, int]:
    """Return the number that begins at word `start`, None if there is none, and the word after it."""
    words, i = pair.words, start
    total, current = 0.0, None
    parts: tuple[float, ...] = ()
    while i < len(words) and (i == start or _adjoins(pair, i)):
        low = words[i].low
        if m := _FIGURE.match(low):
            if current is not None:
                break
            current = float(m.group(1).replace(",", "")) * scales().get(m.group(3) or "", 1)
            parts = tuple(float(p) for p in re.findall(r"\d+", low)) if re.search(r"[.:]\d", low) else ()
        elif low in number_words() and i > start and words[i - 1].text[0] in "0123456789£$€":
            break  # $6bn third-quarter loss
        elif low in number_words():
            value = number_words()[low]
            if current is not None and _room(current) <= value:
                break
            current = (current or 0) + value
        elif low in scales() and current is not None:
            scale = scales()[low]
            current, total = (current * scale, total) if scale == 100 else (None, total + current * scale)
        elif not (low == "and" and i > start and words[i - 1].low in scales() and _goes_on(pair, i + 1)):
            break
        i += 1
    if i == start:
        return None, i + 1
    value = round(total + (current or 0), 6)
    return Figure(value, pair.english[words[start].start : words[i - 1].end], parts), i


def _room(current: float) -> float:
    """Return below what a number word may be that follows `current`: after twenty below ten."""
    return 100 if current % 100 == 0 and current else 10 if current % 10 == 0 and current >= 20 else 0


def _goes_on(pair: Pair, i: int) -> bool:
    return i < len(pair.words) and pair.words[i].low in number_words()


def _adjoins(pair: Pair, i: int) -> bool:
    return not pair.english[pair.words[i - 1].end : pair.words[i].start].strip(" -")


def arabic_values(pair: Pair) -> tuple[set[float], set[float], bool]:
    """Return the values that the Arabic may mean, those it surely counts, and whether it has a dual."""
    values: set[float] = set()
    counted: set[float] = set()
    dual, after = False, 0
    for i, token in enumerate(pair.tokens):
        for key in {token.key, *(s.key.removeprefix("ال") for s in stems(token.key))}:
            values.update(_other_arabic().get(key, ()))
            if (ordinal := arabic_words.ordinal_values().get(key)) is not None:
                values.update(_ordinals(pair, i, ordinal))
        if len(token.key) >= _GLUED:
            values.update(v for key, v in _long_words().items() if key in token.key)
        dual = dual or bool(_DUAL.match(token.key))
        found = read_value(pair.arabic, pair.tokens, i)
        if found is None:
            continue
        values.add(float(found.value))
        if i >= after:
            after = found.last
            if found.value >= 3 and found.sure and (found.digits or _counts(pair, i, found)):
                counted.add(float(found.value))
        if not found.sure:
            values.add(float(token.key.replace(",", ".")))
    values.update(float(n) for n in re.findall(r"\d+", pair.arabic))
    return values, counted, dual


def _counts(pair: Pair, i: int, found: Value) -> bool:
    """Say whether a number word up to nine counts the word after it: «ثماني نقاط»."""
    after = pair.tokens[i + 1].key if i + 1 == found.last < len(pair.tokens) else "ال"
    return found.value <= _COUNTED and not after.startswith("ال") and pair.tokens[i].key[0] not in "وفبلك"


def _ordinals(pair: Pair, i: int, value: int) -> set[float]:
    """Return the ordinal and what it makes with the ten after it: الخامسة عشرة، الحادي والعشرون."""
    out = {float(value)}
    if i + 1 < len(pair.tokens) and (joined := arabic_words.number_words().get(pair.tokens[i + 1].key)):
        out.add(value % 10 + joined.value)
    return out
