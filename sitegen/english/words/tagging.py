"""A sentence as the grammar sees it: words, the marks between them, and what is known about them.

Nothing is merged: a person, place, organisation, date or figure is noted at the
word on which it begins, together with where it ends and how many letters of
clitics (و ب ل ك) stand before it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from sitegen import data
from sitegen.english.words.desks import TOPIC
from sitegen.english.words.lines import HARD, line_of
from sitegen.english.words.overall import called_clubs, spoiled_nouns, surnames
from sitegen.model import Article, DateFound, Entity, Span
from sitegen.text.fold import match_key
from sitegen.text.sentences import split_sentences
from sitegen.text.tokens import Token

_IN_THE_NAME = "باسم "
_DOTS = re.compile(r"\.{2,}|…")
#: More words than this in one sentence are no news (one in 1,700 is longer), and a phrase within a phrase is
#: read by a call within a call: a noun said 600 times over must not stop the build.
_LONGEST = 150


class Known(Struct, frozen=True, gc=False):
    """An entity or date that begins at a word: `lead` are its clitics, `end` the word after it."""

    end: int
    lead: str
    value: Entity | DateFound


class Sentence(Struct, frozen=True, gc=False):
    """One sentence of one raw line."""

    line: int
    start: int  # offset in the raw line of what the words are counted from
    tokens: tuple[Token, ...]
    keys: tuple[str, ...]  # of the words
    gaps: tuple[str, ...]  # marks before each word, and after the last one
    marked: tuple[bool, ...]  # whether one that ends a phrase stands before each word
    entities: Mapping[int, tuple[Known, ...]]
    dates: Mapping[int, Known]
    role: str
    states: frozenset[str]  # ids of the places that act: countries and capitals
    memo: dict[Any, Any]  # noun phrases already read
    topics: frozenset[str] = frozenset()  # general ones of the article: «#courts»
    sport: bool = False  # one of them is sport
    spoiled: frozenset[str] = frozenset()  # English nouns that mean something else all through the article
    clubs: frozenset[str] = frozenset()  # the words that the article calls clubs, in its title
    surnames: frozenset[str] = frozenset()  # words behind a given name in the article
    bodies: Mapping[str, Entity] = MappingProxyType({})  # the only ones of their sort, by their first word

    def hard(self, i: int) -> bool:
        """Say whether a mark that ends a phrase stands before word `i` (or the sentence ends there)."""
        try:
            return self.marked[i]
        except IndexError:
            return True

    def key(self, i: int) -> str:
        """Return the key of word `i`, '' past the end."""
        try:
            return self.keys[i]
        except IndexError:
            return ""

    def follows(self, i: int, words: tuple[str, ...]) -> bool:
        """Say whether the words from word `i` on have the keys `words`, with no mark that ends a phrase."""
        end = i + len(words)
        return self.keys[i:end] == words and True not in self.marked[i:end]


class Notes(Struct, frozen=True, gc=False):
    """Everything known about an article, by raw line."""

    entities: Mapping[int, list[tuple[int, int, Entity]]]
    dates: Mapping[int, list[tuple[int, int, DateFound]]]
    pieces: Mapping[int, list[Span]]
    cast: Mapping[str, Entity]
    states: frozenset[str]
    topics: frozenset[str]
    sport: bool
    spoiled: frozenset[str]
    surnames: frozenset[str]
    bodies: Mapping[str, Entity]
    stretches: dict[tuple[int, int, int], Sentence | None]  # those already cut


def notes(
    article: Article,
    entities: Iterable[Entity],
    dates: Iterable[DateFound],
    states: frozenset[str] = frozenset(),
    topics: Iterable[str] = (),
) -> Notes:
    """Sort mentions, dates and the stretches of text by line."""
    by_line: dict[int, list[tuple[int, int, Entity]]] = {}
    entities = tuple(entities)
    given = {_given(e) for e in entities if e.kind == "person"}
    cast: dict[str, Entity] = {}
    for entity in entities:
        if entity.ar.startswith(_IN_THE_NAME) and not entity.known:
            continue  # «المتحدث باسم الأهالي» is no Mr Bassem
        cast.setdefault(entity.id, entity)
        for m in entity.mentions:
            if entity.kind != "person" or not _unsure(entity, m.text, given):
                by_line.setdefault(m.line, []).append((m.start, m.end, entity))
    days: dict[int, list[tuple[int, int, DateFound]]] = {}
    for d in dates:
        days.setdefault(d.line, []).append((d.start, d.end, d))
    pieces: dict[int, list[Span]] = {}
    for block in article.blocks:
        for piece in block.pieces:
            pieces.setdefault(piece.line, []).append(piece)
    on = frozenset(f"{TOPIC}{topic}" for topic in topics)
    sport = f"{TOPIC}sport" in on
    return Notes(
        by_line, days, pieces, cast, states, on, sport, spoiled_nouns(article), surnames(article),
        {}, {},
    )  # fmt: skip


def _given(person: Entity) -> str:
    """Return the first of several names, '' where there is one."""
    given, _, rest = person.ar.partition(" ")
    return given if rest else ""


def _unsure(person: Entity, printed: str, given: set[str]) -> bool:
    """Say whether a name may be somebody else's: a given name alone, «الفيصل» beside a King Faisal."""
    mine = _given(person)
    if printed == mine or (printed.removeprefix("ال") in given - {mine} and printed not in given):
        return True
    # «افتتح فلان صباح اليوم»: no Mr Sabah
    return printed.rsplit(" ", 1)[-1] in data.table("english/grammar")["small"]["times"]


def in_place(s: Sentence, j: int) -> bool:
    """Say whether a place of the article stands behind the preposition at word `j`: «في سيناء», «بسيناء»."""
    return any(map(is_place, (*s.entities.get(j, ()), *s.entities.get(j + 1, ()))))


def is_place(known: Known) -> bool:
    """Say whether a name is that of a place."""
    return isinstance(known.value, Entity) and known.value.kind == "place"


def title_sentences(article: Article, known: Notes) -> list[Sentence]:
    """Return the title, and its parts where dots part it: «شاهد.. حريق في جدة»."""
    if not article.title or article.title_line is None:
        return []
    start = 0  # where the title begins in its line: its mentions tell
    for a, _, entity in known.entities.get(article.title_line, ()):
        text = next(m.text for m in entity.mentions if m.line == article.title_line and m.start == a)
        if (at := article.title.find(text)) >= 0:
            start = max(a - at, 0)
            break
    title = article.title
    span = Span(article.title_line, start, start + len(title), title)
    bounds = [(0, len(title))]
    if called := _call().match(title):
        bounds.append((called.end(), len(title)))
    elif ".." in title or "…" in title:
        ends = [m.end() for m in _DOTS.finditer(title)]
        bounds += list(zip([0, *ends], [*ends, len(title)], strict=True))
    clubs = called_clubs(article) if known.sport else frozenset()
    return [replace(_sentence(span, a, b, known, "title"), clubs=clubs) for a, b in bounds]


@cache
def _call() -> re.Pattern[str]:
    """Return what a title may begin with before a mark: «عاجل | …»، «بالفيديو: …»."""
    words = "|".join(data.table("english/grammar")["sets"]["calls"])
    return re.compile(rf"(?:{words})(?: (?:{words}))?\s*(?::|\||-|–|—|!)\s*(?=\w)")


def sentences(article: Article, known: Notes, limit: int) -> Iterable[Sentence]:
    """Yield the first `limit` sentences of the running text, one raw line at a time."""
    count = 0
    for block in article.running:
        for piece in block.pieces:
            for start, end in split_sentences(piece.text):
                yield _sentence(piece, start, end, known, block.role)
                count += 1
                if count >= limit:
                    return


def stretch(known: Notes, line: int, start: int, end: int) -> Sentence | None:
    """Return the words between two offsets of a raw line, None when no block holds them."""
    place = line, start, end
    if place not in known.stretches:
        pieces = known.pieces.get(line, ())
        piece = next((p for p in pieces if p.start <= start and end <= p.end), None)
        cut = _sentence(piece, start - piece.start, end - piece.start, known, "body") if piece else None
        known.stretches[place] = cut
    return known.stretches[place]


def _sentence(piece: Span, start: int, end: int, known: Notes, role: str) -> Sentence:
    """Return the words between two offsets of a piece, none when there are too many."""
    text, line, offset = piece.text, line_of(piece.text), piece.start
    first, past = bisect_left(line.starts, start), bisect_left(line.starts, end)
    past = first if past - first > _LONGEST else past
    tokens = line.tokens[first:past]
    gaps: tuple[str, ...] = (text[tokens[-1].end if tokens else start : end].strip(),)
    marked: tuple[bool, ...] = ()
    if tokens:
        before = text[start : tokens[0].start].strip()
        gaps = (before, *line.gaps[first + 1 : past], *gaps)
        marked = (not HARD.isdisjoint(before), *line.marked[first + 1 : past])
    low, high = offset + start, offset + end
    entities: dict[int, tuple[Known, ...]] = {}
    dates: dict[int, Known] = {}
    for a, b, value in (*known.entities.get(piece.line, ()), *known.dates.get(piece.line, ())):
        if not low <= a < high:
            continue
        i = bisect_right(line.starts, a - offset, first, past) - 1 - first
        until = bisect_left(line.starts, b - offset, first, past) - first
        if i < 0 or offset + tokens[until - 1].end != b:
            continue
        letters = a - offset - tokens[i].start
        if letters >= 4:
            continue
        found = Known(until, match_key(tokens[i].text[:letters]) if letters else "", value)
        if isinstance(value, DateFound):
            dates[i] = found
        else:
            entities[i] = (*entities.get(i, ()), found)
    return Sentence(
        piece.line, offset, tokens, line.keys[first:past], gaps, marked, entities, dates, role,
        known.states, {}, known.topics, known.sport, known.spoiled, frozenset(), known.surnames, known.bodies,
    )  # fmt: skip
