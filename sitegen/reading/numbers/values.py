"""Read the value of a number in digits, words or both: 5,200 · ثلاثة آلاف · 2.5 مليون · مليون و200 ألف."""

from __future__ import annotations

import re
from typing import NamedTuple

from sitegen.reading.numbers.words import NumberWord, keys, number_words
from sitegen.text.tokens import Token

#: Thousands in groups: 5,200 · 1.500.000 (two groups at least where the sign is a stop).
_GROUPED = re.compile(r"\d{1,3}(?:(?:[,\u066c]\d{3})+|(?:\.\d{3}){2,})\Z")
#: Groups and a fraction: 2,023.33
_MIXED = re.compile(r"\d{1,3}(?:[,\u066c]\d{3})+[.\u066b]\d{1,2}\Z")
_DECIMAL = re.compile(r"\d+[.,\u066b]\d+\Z")
#: 2.500 may be two and a half or two thousand five hundred.
_UNSURE = re.compile(r"[1-9]\d{0,2}\.\d{3}\Z")


#: Digits of the longest number: what is longer is a code, or no news.
_LONGEST = 21
_THOUSAND = 1000
_REST = 3  # digits behind thousands


class Value(NamedTuple):
    """A value and the words [first, last) that say it."""

    value: float
    first: int
    last: int
    digits: bool  # written in digits only
    sure: bool
    definite: bool  # has the article: الثلاث


def value_of(key: str) -> tuple[float, bool] | None:
    """Return the value of a token of digits and whether it is sure; None where it is no plain number.

    >>> value_of("5,200"), value_of("3.5"), value_of("3,5"), value_of("2.500")
    ((5200, True), (3.5, True), (3.5, True), (2500, False))
    >>> value_of("007"), value_of("²"), value_of("9" * 5000)
    (None, None, None)
    """
    if len(key) > _LONGEST:
        return None
    if key.isdecimal():
        return None if len(key) > 1 and key[0] == "0" else (int(key), True)
    if _GROUPED.match(key):
        return int(re.sub(r"\D", "", key)), True
    if _MIXED.match(key):
        whole, point, part = re.split(r"([.\u066b])", key)
        return float(re.sub(r"\D", "", whole) + point.replace("\u066b", ".") + part), True
    if _UNSURE.match(key):
        return int(key.replace(".", "")), False
    if _DECIMAL.match(key):
        return float(key.replace(",", ".").replace("\N{ARABIC DECIMAL SEPARATOR}", ".")), True
    return None


class _Sum(NamedTuple):
    """A number half read: what is certain, what a scale may still multiply, and the scale before."""

    total: float = 0
    current: float | None = None
    ceiling: float = float("inf")


def read_value(text: str, tokens: tuple[Token, ...], i: int) -> Value | None:
    """Return the number that begins at word `i`, the longest reading, None if there is none."""
    sum_ = _Sum()
    digits = sure = True
    definite = False
    j = i
    while j < len(tokens) and (j == i or _adjoins(text, tokens, j)):
        joined, at = _joined(tokens, i, j)
        token = tokens[at]
        if token.key[:1].isdigit():
            read = value_of(token.key)
            if (
                read is None
                or sum_.current is not None
                or (j > i and (not joined or read[0] >= sum_.ceiling or _opens_next(tokens, at, sum_)))
            ):
                break
            sum_, sure = sum_._replace(current=read[0]), read[1]
        else:
            word = number_words().get(token.key)
            both = definite and word is not None and word.joined  # «الأربع والعشرين»
            if word is None or (j > i and word.definite and word.kind != "scale" and not both):
                break
            step = _step(word, sum_, joined=joined or word.joined, first=j == i)
            if step is None:
                break
            sum_, digits = step, False
            definite = definite or (j == i and word.definite)
        j = at + 1
        if not digits and sum_.ceiling == 1 and _is_scale(tokens, j):  # «ونصف المليون»
            j += 1
    value = sum_.total + (sum_.current or 0)
    if j == i or value <= 0 or (value < 1 and not digits) or _is_vague(tokens, i, j):
        return None
    return Value(_plain(value), i, j, digits, sure, definite)


def _joined(tokens: tuple[Token, ...], i: int, j: int) -> tuple[bool, int]:
    """Step over a و that stands apart before digits: «ألف و500», «15 ألفا و 483», «16 ألف 400»."""
    apart = j > i and tokens[j].key == "و" and j + 1 < len(tokens)
    if apart and (tokens[j + 1].start == tokens[j].end or _ends_thousands(tokens, j - 1, j + 1)):
        return True, j + 1
    return j > i and _ends_thousands(tokens, j - 1, j), j


def _ends_thousands(tokens: tuple[Token, ...], scale: int, j: int) -> bool:
    """Say whether word `j` is the three digits that end a number of thousands."""
    key = tokens[j].key
    word = number_words().get(tokens[scale].key) if key.isdigit() and len(key) == _REST else None
    return word is not None and word.kind == "scale" and word.value == _THOUSAND and not word.joined


def _adjoins(text: str, tokens: tuple[Token, ...], j: int) -> bool:
    return not text[tokens[j - 1].end : tokens[j].start].strip(" \u00a0)")  # «(12) ألف حاج»


def _step(word: NumberWord, sum_: _Sum, *, joined: bool, first: bool) -> _Sum | None:
    """Add one word to a number being read; None where it cannot belong to it."""
    total, current, ceiling = sum_
    value = word.value
    if word.kind == "fraction":
        if first:
            return _Sum(total, value, ceiling)
        half = joined and current is None and ceiling < 1e15  # «مليون ونصف»
        return _Sum(total + value * ceiling, None, 1) if half else None
    if word.kind == "scale" and not joined and current is None and value > ceiling == _THOUSAND:
        return _Sum(total * value, None, value)  # «534 ألف مليار»
    if word.kind != "small":
        if value >= ceiling or (current is not None and (word.kind == "dual" or (joined and not first))):
            return None
        if word.kind == "dual":
            return _Sum(total + value, None, value / 2) if first or joined else None
        return _Sum(total + round((1 if current is None else current) * value, 3), None, value)
    if current is None:
        return _Sum(total, value, ceiling) if first or (joined and value < ceiling) else None
    return _small(value, sum_, current, joined=joined)


def _small(value: float, sum_: _Sum, current: float, *, joined: bool) -> _Sum | None:
    """Join a number below a thousand to one before it: ثلاث مئة، خمسة عشر، خمسة وعشرون، مئة وستة."""
    if not joined:
        if value == 100 and 3 <= current <= 9:
            return sum_._replace(current=current * 100)
        if value == 10 and 1 <= current % 100 < 10:
            return sum_._replace(current=current + 10)
        return None
    tens_after_unit = 20 <= value < 100 and 1 <= current % 100 < 10
    smaller = current % 100 == 0 and value < 100
    return sum_._replace(current=current + value) if tens_after_unit or smaller else None


def _opens_next(tokens: tuple[Token, ...], at: int, sum_: _Sum) -> bool:
    """Say whether digits behind «و» have a scale of their own: «40 ألفا و300 ألف» are two numbers."""
    return _is_scale(tokens, at + 1) and number_words()[tokens[at + 1].key].value >= sum_.ceiling


def _is_scale(tokens: tuple[Token, ...], j: int) -> bool:
    word = number_words().get(tokens[j].key) if j < len(tokens) else None
    return word is not None and word.kind == "scale" and not word.joined


def _is_vague(tokens: tuple[Token, ...], i: int, j: int) -> bool:
    """Say whether a scale alone tells no number: «آلاف القتلى», «الألف», «ألفا شخص» (one or two?)."""
    word = number_words()[tokens[i].key] if j == i + 1 and tokens[i].key in number_words() else None
    if word is None or word.kind != "scale":
        return False
    return word.definite or tokens[i].key.endswith(tuple(keys("vague", "endings")))


def _plain(value: float) -> float:
    return int(value) if value == int(value) else round(value, 6)
