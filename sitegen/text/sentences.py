"""Say where the sentences of a line begin and end.

A full stop ends a sentence unless it belongs to an abbreviation, a number, a
web address or a quotation that goes on; a question or exclamation mark does so
outside quotations and brackets.  A missing space after the stop is no obstacle.
Two or more dots are a pause, ؛ is a comma.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from sitegen import data
from sitegen.text.quote_marks import find_marks

#: Stops with the marks and brackets that close behind them.
_STOP = re.compile(r"[.؟?!…\n]+([»”“\"″›)\]]*)")
_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S*\w|[\w.-]+@[\w.-]*\w|[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+(?:/\S*)?"
)
_LATIN = re.compile("[A-Za-z]")
_BRACKETS = re.compile(r"\([^()]*\)")
_WORD_BEFORE = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+)*\Z")
_WORD_AFTER = re.compile(r"[^\W\d_]+")
_DIGITS = " 0123456789٠١٢٣٤٥٦٧٨٩"
_NUMBER_BEFORE = re.compile(r"\d\s?\Z")


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(data.table("sentences")[name])


@lru_cache(maxsize=1024)  # several stages ask for the sentences of the same lines
def split_sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Return the sentences of `text` as offsets; every sign but white space is in exactly one.

    >>> line = "قائمة على “الرغبة المشتركة في الأمن”.وذكر البيان د. علاوي. ثم قال: «نعم. سنعود»."
    >>> [line[a:b] for a, b in split_sentences(line)][1]
    'وذكر البيان د. علاوي.'
    >>> len(split_sentences("بلغ النمو 3.5 في المئة بحسب العربية.نت")) == 1
    True
    """
    ends: list[int] = []
    shields: tuple[tuple[int, int], ...] | None = None
    for m in _STOP.finditer(text):
        last = ends[-1] if ends else 0
        if "\n" in m.group():
            ends.append(m.end())
            continue
        if m.end() >= len(text):
            break
        if m.group()[0] in ".…" and _is_inner_dot(text, m, last):
            continue
        if shields is None:
            shields = _shields(text)
        if not _shielded(text, m, shields):
            ends.append(m.end())
    return _spans(text, ends)


def _is_inner_dot(text: str, stop: re.Match[str], last: int) -> bool:
    """Say whether dots are a pause, part of a number or part of an abbreviation."""
    start, end = stop.start(), stop.end()
    if (end - start > 1 or text[start] == "…") and not stop.group(1) and not set(stop.group()) - set(".…"):
        return True
    after = text[end : end + 1]
    if after in ".،؛:,":
        return True
    if stop.group(1):
        return False
    if text[start - 1 : start].isdigit() and (after.isdigit() or not text[last:start].strip(_DIGITS)):
        return True  # 3.5, and «1. …» at the head of a sentence
    word = _WORD_BEFORE.search(text, max(0, start - 12), start)
    if word and _is_abbreviation(text, word):
        return True
    glued = _WORD_AFTER.match(text, end)
    return bool(glued) and glued.group() in _words("web_names") if glued else False


def _is_abbreviation(text: str, word: re.Match[str]) -> bool:
    letters = word.group()
    if letters[0] == "و" and len(letters.split(".")[0]) == 2:
        letters = letters[1:]  # «وم. منى»
    if letters in _words("abbreviations"):
        return True
    if max(map(len, letters.split("."))) > 1:
        return False
    if text[word.start() - 1 : word.start()].strip(" \u00a0("):  # the end of a longer word with marks
        return False
    return letters not in _words("eras") or not _NUMBER_BEFORE.search(text, 0, word.start())


def _shields(text: str) -> tuple[tuple[int, int], ...]:
    """Return the stretches in which no sentence ends: addresses, quotations, brackets."""
    out = [(pair.open, pair.close) for pair in find_marks(text).pairs if pair.depth == 0]
    if "(" in text:
        out += [m.span() for m in _BRACKETS.finditer(text)]
    if _LATIN.search(text):
        out += [m.span() for m in _ADDRESS.finditer(text)]
    return tuple(out)


def _shielded(text: str, stop: re.Match[str], shields: tuple[tuple[int, int], ...]) -> bool:
    """Say whether a stop lies inside a shield; one right before the closing mark may end both.

    >>> len(split_sentences('قال "كل أسرة تأثرت." وتابع "على العالم أن ينتبه".'))
    2
    """
    start, end = stop.span()
    for left, right in shields:
        if left <= start < right:
            ends_both = bool(stop.group(1)) and end >= right and text[end:].lstrip()[:1] in "وف"
            return not ends_both
    return False


def _spans(text: str, ends: list[int]) -> tuple[tuple[int, int], ...]:
    spans = []
    start = 0
    for end in [*ends, len(text)]:
        part = text[start:end]
        if stripped := part.strip():
            left = start + part.index(stripped[0])
            spans.append((left, left + len(stripped)))
        start = end
    return tuple(spans)
