"""The small words of the grammar in a sentence: prepositions, figures, «على الأقل», phrases of a table."""

from __future__ import annotations

import re
from functools import cache

from sitegen import data
from sitegen.english.words.tables import Glosses, Grammar, Phrases, keys, made
from sitegen.english.words.tagging import Sentence
from sitegen.text.fold import match_key

_AND, _ONE = "و", "ا"
#: Numbers below ten, and the ten behind them: «خمسة عشر».
_ONES, _TEN = range(2, 10), ("عشر", match_key("عشرة"))
_GROUPS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_COMMA = re.compile(r"\d+,\d{1,2}")
_LONGEST = 21  # digits: what is longer is a code


@data.kept
def grammar() -> Grammar:
    """Return the tables, read once."""
    return made(data.table("english/grammar"))


@cache
def small(name: str) -> frozenset[str]:
    """Return a closed set of small words (`[small]` in `english/grammar.toml`)."""
    return keys(data.table("english/grammar")["small"][name])


def gloss(table: Glosses, s: Sentence, i: int, key: str) -> tuple[int, str] | None:
    """Return where the longest phrase of `table` that begins with `key` at word `i` ends, and its English."""
    for rest, english in table.get(key, ()):
        if not rest or s.follows(i + 1, rest):
            return i + 1 + len(rest), english
    return None


def hedged(s: Sentence, j: int) -> tuple[int, str]:
    """Return the word after «على الأقل» at word `j` and "at least ", or `j` and nothing."""
    found = gloss(grammar().hedges, s, j, s.key(j)) if not s.hard(j) else None
    return (found[0], f"{found[1]} ") if found else (j, "")


def rated(s: Sentence, j: int) -> tuple[int, str]:
    """Return the word after «يوميا» at word `j` and " a day", or `j` and nothing."""
    found = gloss(grammar().rates, s, j, s.key(j)) if not s.hard(j) else None
    if found is None or (found[0] > j + 1 and _which(s, found[0])):
        return j, ""
    return found[0], f" {found[1]}"


def _which(s: Sentence, j: int) -> bool:
    """Say whether word `j` tells which day it was: «في اليوم الأول»، «في اليوم نفسه»."""
    if s.hard(j):
        return False
    key = s.key(j)
    return key.startswith("ال") or key in grammar().same or number_value(key) is not None or j in s.dates


def phrase_end(table: Phrases, s: Sentence, i: int) -> int:
    """Return the word after the longest phrase of `table` that begins at word `i`, 0 if none does."""
    begun = table.get(s.keys[i]) if i < len(s.keys) else None
    if not begun:  # as most words
        return 0
    second = s.key(i + 1)
    for rest in begun:
        if not rest or (rest[0] == second and s.follows(i + 1, rest)):
            return i + 1 + len(rest)
    return 0


def apart(s: Sentence, i: int, kind: str) -> bool:
    """Say whether a figure at word `i` is how long or by how much, behind a person or an event.

    «سجن وزير 10 سنوات»، «نمو الاقتصاد 4%».
    """
    return kind == "person" or (kind == "event" and s.gaps[i + 1][:1] in ("%", "٪"))


def preposition(s: Sentence, i: int) -> str | None:
    """Return the preposition that word `i` is (its key), None if it is none."""
    if i >= len(s.tokens):
        return None
    token = s.tokens[i]
    return token.key if token.light in grammar().prepositions else None


def number_value(key: str) -> float | None:
    """Return the value of a word of digits or of one number word.

    >>> number_value("5,200"), number_value("4.8"), number_value("8,3"), number_value("خمسه")
    (5200, 4.8, 8.3, 5)
    >>> number_value("5,2000"), number_value("الخمسه")
    (None, None)
    """
    if len(key) > _LONGEST:
        return None
    if key[:1].isdigit():
        if _COMMA.fullmatch(key):
            return float(key.replace(",", "."))
        if "," in key and not _GROUPS.fullmatch(key):
            return None
        plain = key.replace(",", "")
        try:
            return int(plain) if plain.isdigit() else float(plain)
        except ValueError:
            return None
    return grammar().numbers.get(key)


def eleven(s: Sentence, j: int, key: str) -> int | None:
    """Return the value of two number words from word `j` on, the first of them `key`: «أحد عشر»."""
    return None if s.hard(j + 1) or s.key(j + 1) not in _TEN else grammar().elevens.get(key)


def lone_scale(s: Sentence, j: int, key: str) -> int | None:
    """Return how many of a scale are meant without a figure: two «مليونا دولار», one «مليونا و210 آلاف»."""
    one = key.endswith(_ONE) and _more(s, j + 1) is not None
    return 1 if one and key in grammar().alone else grammar().alone.get(key)


def scaled(s: Sentence, j: int, value: float) -> tuple[int, float]:
    """Return the word after «ألفا», «مليون» … at word `j`, and the value times them and with what follows.

    «4 آلاف و583», «مليونا و210 آلاف و105»: each part is less than the scale before it.
    """
    j, value = _and_tens(s, j, value)
    j, value, scale = _times(s, j, value)
    while (part := _more(s, j)) is not None:
        end, more, inner = _times(s, j + 1, part)
        if more >= scale or s.key(end) in small("others"):
            break  # «ألف و200 آخرون» are not counted together
        j, value, scale = end, value + more, inner
    return j, value


def _and_tens(s: Sentence, j: int, value: float) -> tuple[int, float]:
    """Return the word after the tens at word `j`, and the number word before them with them.

    «خمسة عشر», «خمسة وعشرون».
    """
    if value not in _ONES or s.hard(j) or s.key(j - 1)[:1].isdigit():
        return j, value
    key = s.key(j)
    tens = grammar().numbers.get(key.removeprefix(_AND), 0) if key[:1] == _AND else 10 * (key in _TEN)
    return (j + 1, value + tens) if tens % 10 == 0 < tens and (tens > 10 or key in _TEN) else (j, value)


def _times(s: Sentence, j: int, value: float) -> tuple[int, float, float]:
    """Return the word after the scales at word `j`, the value times them, and the last of them."""
    scale = 1
    while not s.hard(j) and s.key(j) in grammar().scales:
        scale = grammar().scales[s.key(j)]
        value, j = value * scale, j + 1
    return j, value, scale


def _more(s: Sentence, j: int) -> int | None:
    """Return the figure that is added at word `j`: «و583»."""
    figure = s.key(j).removeprefix(_AND)
    return (
        int(figure)
        if figure.isdecimal() and figure != s.key(j) and len(figure) < _LONGEST and not s.hard(j)
        else None
    )
