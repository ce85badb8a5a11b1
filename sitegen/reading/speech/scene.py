"""One stretch of a line made ready: its words, sentences, marks and the entities named in it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cache, lru_cache

from msgspec import Struct

from sitegen.model import Entity
from sitegen.reading.speech.words import (
    ADJUNCTS,
    HEARERS,
    IN_SUBJECT,
    OUTLETS_OF_PEOPLE,
    RELATIVES,
    THAT,
    THROUGH,
    words,
)
from sitegen.text.finders import Finder
from sitegen.text.fold import full_key
from sitegen.text.quote_marks import Marks, find_marks
from sitegen.text.sentences import split_sentences
from sitegen.text.tokens import Token, Tokens, tokenize

#: A subject of more words than this was not understood.
_LONGEST = 14
#: A stretch in marks of up to so many words may be a name and is read like plain words.
_TERM = 3
#: Prepositions that a mark parts from their word: لـ"الوطن".
_GLUED = frozenset("لبك")
#: Words that are never part of a noun phrase, and those that do not go on with one.
_ENDS = THAT | RELATIVES
_PARTS = (ADJUNCTS - IN_SUBJECT) | HEARERS | _GLUED
#: Signs that may stand inside a name: «"المزروع"».
_MARKS = ' \u00a0"“”«»'


@cache
def _keys() -> frozenset[str]:
    return frozenset(map(full_key, words()))


_VERBS = Finder(lambda key, _: key in _keys())


class Mention(Struct, frozen=True, gc=False):
    """An entity on a line: words [first, last)."""

    entity: Entity
    first: int
    last: int
    clitic: str  # what is glued before the name


class Scene(Struct, frozen=True, gc=False):
    """One stretch of a raw line, ready to be searched."""

    line: int
    base: int  # offset of the stretch in the raw line
    text: str
    tokens: Tokens
    starts: list[int]  # of the words
    marks: Marks
    sentences: tuple[tuple[int, int], ...]
    mentions: dict[int, Mention]  # by first word
    closed: frozenset[int]  # words inside a quotation
    verbs: list[int]  # words that may report speech

    def word_at(self, offset: int) -> int:
        """Return the first word that begins at `offset` or later."""
        return bisect_left(self.starts, offset)

    def words(self, i: int, j: int) -> str:
        """Return words [i, j) as printed."""
        return self.text[self.tokens[i].start : self.tokens[j - 1].end]

    def gap(self, i: int) -> str:
        """Return the signs between word `i` and the next one, without spaces."""
        return self.tokens.gaps[i + 1].strip() if i >= 0 else ""


def make_scene(line: int, base: int, text: str, spans: list[tuple[int, int, Entity]]) -> Scene:
    """Prepare one stretch; of the entity spans of the raw line those count that lie wholly inside it."""
    bare = bare_scene(text)
    mentions = _mentions(base, text, bare.starts, spans) if spans else {}
    return Scene(
        line,
        base,
        text,
        bare.tokens,
        bare.starts,
        bare.marks,
        bare.sentences,
        mentions,
        bare.closed,
        bare.verbs,
    )


@lru_cache(maxsize=1024)  # people, quotations and events ask for the scene of the same stretch
def bare_scene(text: str) -> Scene:
    """Prepare one stretch by itself, as if no entity were named in it."""
    tokens = tokenize(text)
    marks = find_marks(text)
    starts = [t.start for t in tokens]
    table = words()
    may = _VERBS.places(tokens)
    verbs = [i for i in may if tokens[i].light in table and not _is_through(tokens, i)]
    closed = _closed(starts, marks, len(text))
    return Scene(0, 0, text, tokens, starts, marks, split_sentences(text), {}, closed, verbs)


def _is_through(tokens: tuple[Token, ...], i: int) -> bool:
    """Say whether عبر at word `i` is the preposition: «عبر حسابه الرسمي»."""
    return tokens[i].light in THROUGH and i + 1 < len(tokens) and tokens[i + 1].light in OUTLETS_OF_PEOPLE


def _mentions(
    base: int, text: str, starts: list[int], spans: list[tuple[int, int, Entity]]
) -> dict[int, Mention]:
    """Return mentions by their first word; of two that overlap the one that begins first, then the longer."""
    mentions: dict[int, Mention] = {}
    covered = 0
    for raw_start, raw_end, entity in spans:
        start, end = raw_start - base, raw_end - base
        if start >= covered and end <= len(text) and starts:
            first = max(0, bisect_right(starts, start) - 1)
            clitic = text[starts[first] : start]
            mentions[first] = Mention(entity, first, bisect_left(starts, end), clitic)
            covered = end
    return mentions


def _closed(starts: list[int], marks: Marks, length: int) -> frozenset[int]:
    """Return the words that stand inside a quotation and tell nothing about the sentence round it."""
    stretches = [(m.start, m.end) for m in marks.pairs if m.depth == 0]
    if marks.unclosed is not None:
        stretches.append((marks.unclosed, length))
    out: set[int] = set()
    for start, end in stretches:
        inside = range(bisect_left(starts, start), bisect_left(starts, end))
        if len(inside) > _TERM:
            out.update(inside)
    return frozenset(out)


def phrase_end(scene: Scene, i: int, stop: int) -> int:
    """Return the word after the noun phrase that begins at `i`."""
    tokens, mentions, verbs = scene.tokens, scene.mentions, words()
    j = i
    while j < min(stop, i + _LONGEST):
        light = tokens[j].light
        if light in _ENDS or j in scene.closed:
            break
        if j in mentions:
            j = mentions[j].last
        elif j > i and (light in _PARTS or light in verbs):
            break
        else:
            j += 1
        if j < stop and tokens[j - 1].end + 1 != tokens[j].start:
            gap = scene.gap(j - 1).strip(_MARKS)
            if gap == "." and len(tokens[j - 1].light) == 1:
                continue  # «وزير المالية د. فلان»
            if gap and not (gap == "،" and j in mentions and j - i < 8):
                break
    return min(j, stop)


def rest_of_sentence(scene: Scene, i: int) -> tuple[str, ...]:
    """Return the light keys of word `i` and of what follows it in its sentence."""
    at = scene.starts[i]
    end = next((scene.word_at(right) for left, right in scene.sentences if left <= at < right), i + 1)
    return tuple(token.light for token in scene.tokens[i:end])
