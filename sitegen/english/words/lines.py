"""A line of text as words with the marks between them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from msgspec import Struct

from sitegen.reading.dates.words import MONTHS, WEEKDAYS
from sitegen.text.remembered import Remembered
from sitegen.text.tokens import Token, keys_in, tokenize

#: Marks that end a noun phrase; quotation marks do not.
HARD = frozenset("،,;؛:.!?؟…()[]{}–—-/|•\n")
COMMA = frozenset("،,")
#: What is glued to a word, and may stand apart before a figure.
_LETTERS = frozenset(("ب", "ل", "و", "ال", "بال", "لل", "وال"))
#: A figure that is only set off by its brackets, no year: «توزع (245) سلة».
_SET_OFF = re.compile(r"(?<!\S)\((?!(?:19|20)\d\d\))\d[\d.,٬]*\)(?= \w)")


class Line(Struct, frozen=True, gc=False):
    """The words of a line that have a key, where they start, the marks before them."""

    tokens: tuple[Token, ...]
    keys: tuple[str, ...]
    starts: tuple[int, ...]
    gaps: tuple[str, ...]
    marked: tuple[bool, ...]


@lru_cache(maxsize=1024)  # a line holds many sentences and quotations
def line_of(text: str) -> Line:
    """Return the words of `text`, a figure with the letters before it as one."""
    words = tokenize(text)
    plain = all(words.keys) and _LETTERS.isdisjoint(words.keys)
    tokens = words if plain else _figures([t for t in words if t.key], text)
    between: Iterable[str] = words.gaps[:-1]
    if not plain:
        ends = [0, *[t.end for t in tokens]]
        between = [text[end : t.start] for end, t in zip(ends, tokens, strict=False)]
    if "(" in text:
        between = _undated(between, tokens)
    if "(" in text and (figures := [m.span() for m in _SET_OFF.finditer(text)]):
        between = _unbracketed(between, tokens, figures)
    gaps, marked = zip(*map(_GAPS.__getitem__, between), strict=True) if tokens else ((), ())
    return Line(tokens, tuple(keys_in(tokens)), tuple([t.start for t in tokens]), gaps, marked)


def _unbracketed(
    between: Iterable[str], tokens: tuple[Token, ...], figures: list[tuple[int, int]]
) -> list[str]:
    """Return what stands between words without the brackets of `figures`.

    >>> line_of("توزع (245) سلة في (2016)").gaps
    ('', '', '', '', '(')
    """
    first, past = {start + 1 for start, _ in figures}, {end for _, end in figures}
    ends = [0, *[t.end + 1 for t in tokens]]
    return [
        " " if token.start in first or end in past else gap
        for gap, token, end in zip(between, tokens, ends, strict=False)
    ]


def _undated(between: Iterable[str], tokens: tuple[Token, ...]) -> list[str]:
    """Return what stands between words without the brackets of a day or a month, which say the same again.

    >>> line_of("زار أمس (الأحد) مصر في سبتمبر (أيلول) الماضي").gaps
    ('', '', '', '', '', '', '', '')
    """
    found = list(between)
    for i, gap in enumerate(tuple(found)):
        if gap.strip() != "(":
            continue
        for n in (2, 1):
            words = tuple(t.key for t in tokens[i : i + n])
            closes = i + n < len(found) and found[i + n].lstrip().startswith(")")
            if closes and (words in MONTHS or " ".join(words) in WEEKDAYS):
                found[i], found[i + n] = " ", found[i + n].replace(")", " ", 1)
                break
    return found


def _gap(between: str) -> tuple[str, bool]:
    """Return the marks between two words, and whether one of them ends a phrase."""
    marks = between.strip()
    return marks, not HARD.isdisjoint(marks)


_GAPS = Remembered(_gap)


def _figures(tokens: list[Token], text: str) -> tuple[Token, ...]:
    """Join a figure and the letters that belong to it: «بـ 21 نقطة»، «الذكرى الـ30».

    >>> [t.key for t in _figures(list(tokenize("صعد بـ 21 نقطة و 5")), "صعد بـ 21 نقطة و 5")]
    ['صعد', 'ب21', 'نقطه', 'و5']
    """
    if not any(t.key in _LETTERS for t in tokens):
        return tuple(tokens)
    out: list[Token] = []
    for t in tokens:
        before = out[-1] if out else None
        if (
            before
            and before.key in _LETTERS
            and t.key[0].isdigit()
            and not text[before.end : t.start].strip()
        ):
            whole = text[before.start : t.end]
            out[-1] = Token(whole, before.start, t.end, before.key + t.key, before.light + t.light)
        else:
            out.append(t)
    return tuple(out)
