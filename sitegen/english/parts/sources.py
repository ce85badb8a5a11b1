"""Whose word a sentence is: «…، بحسب وكالة رويترز»، «ووفقا لرويترز فإن …»."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sitegen.english.parts.callers import caller
from sitegen.english.phrases.borders import whole
from sitegen.english.phrases.noun_phrases import noun_phrase
from sitegen.english.phrases.phrase import NP
from sitegen.english.words.grammar import phrase_end
from sitegen.english.words.lines import HARD
from sitegen.english.words.mention_words import mention_words
from sitegen.english.words.tagging import Sentence
from sitegen.text.fold import match_key

#: A source is described by so many words.
_NAME = 8
_SO = match_key("فإن")


class Source(NamedTuple):
    """Who is named as the source of the words [start, end); `clause`: they are a clause behind «فإن»."""

    who: NP
    start: int
    end: int
    clause: bool = False


def sources(s: Sentence) -> Iterator[Source]:
    """Yield each source that a sentence names at its head or at its end, with the words that are its own."""
    known = mention_words().sources
    if known.keys().isdisjoint(s.keys):  # as in most sentences
        return
    for j, key in enumerate(s.keys):
        at = phrase_end(known, s, j) if key in known else 0
        if not at or s.hard(at) or (j and HARD.isdisjoint(s.gaps[j])):
            continue
        lead = "ل" if s.key(at).startswith("ل") else ""
        np = noun_phrase(s, at, lead)
        body = np is not None and np.kind == "org" and (np.definite or np.proper) and whole(s, np)
        who = np if body else caller(s, at, lead)
        if who is None:
            continue
        if j == 0 and (start := _begins(s, who.end, min(at + _NAME, len(s.tokens)))):
            yield Source(who, start, len(s.tokens), s.key(start - 1) == _SO)
        elif j > 0 and len(s.tokens) - at < _NAME:
            yield Source(who, 0, j)


def _begins(s: Sentence, first: int, last: int) -> int:
    """Return the word where what the source says begins, behind a comma or «فإن», else 0."""
    for k in range(first, last):
        if s.key(k) == _SO and k + 1 < len(s.tokens):
            return k + 1
        if s.gaps[k] == "،":
            return k + (s.key(k) == _SO)
        if s.hard(k):
            return 0
    return 0
