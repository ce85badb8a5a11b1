"""The form of an engine's answer: one English sentence, about as long as the Arabic."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from sitegen.english.gate.sides import Pair

_ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]")
_MARKUP = re.compile(r"<[a-zA-Z/!]|https?://|www\.|```|[{}|]")
_CHATTER = re.compile(
    r"\s*(?:translation|english|here is|here's|sure|certainly|note|i'm sorry|as an ai"
    r"|i (?:cannot|can't|am unable to) (?:translate|assist|provide|fulfil))\b",
    re.IGNORECASE,
)
#: English words for one Arabic word, at least and at most; a short sentence has more room.
_LEAST, _MOST, _ROOM = 0.5, 3.2, 5
_LETTERS = 7  # of an Arabic word, at the very most on average
_REPEATS = 3  # times that three words in a row may come


def check(pair: Pair) -> Iterator[str]:
    """Yield what is wrong with the form of the English."""
    if not pair.words:
        yield "there is no English"
        return
    if _ARABIC.search(pair.english):
        yield "Arabic letters are left in it"
    for found in _MARKUP.finditer(pair.english):
        if found.group() not in pair.arabic:
            yield f"{found.group()} belongs to no sentence"
            break
    if _CHATTER.match(pair.english):
        yield "it speaks about the translation"
    count, arabic = len(pair.words), max(len(pair.tokens), len(pair.squeezed) // _LETTERS)
    if count < arabic * _LEAST - 1 or count > arabic * _MOST + _ROOM:
        yield f"{count} words for {arabic} Arabic ones"
    triples = Counter(_triples(pair))
    if triples and max(triples.values()) > _REPEATS:
        yield "it repeats itself"


def _triples(pair: Pair) -> list[tuple[str, str, str]]:
    lows = [w.low for w in pair.words]
    return list(zip(lows, lows[1:], lows[2:], strict=False))
