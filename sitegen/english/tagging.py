"""A sentence as the grammar sees it: words, the marks between them, and what is known about them.

Nothing is merged: a person, place, organisation, date or figure is noted at the
word on which it begins, together with where it ends and how many letters of
clitics (و ب ل ك) stand before it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from sitegen.model import Article, DateFound, Entity, Span
from sitegen.text.fold import match_key
from sitegen.text.sentences import split_sentences
from sitegen.text.tokens import Token, tokenize

#: Marks that end a noun phrase; quotation marks do not.
HARD = frozenset("،,;؛:.!?؟…()[]{}–—-/|•\n")
COMMA = frozenset("،,")
_IN_THE_NAME = "باسم "
_TIMES = ("صباح", "مساء", "ظهر", "فجر", "عصر", "اليوم", "أمس", "غدا")
_DOTS = re.compile(r"\.{2,}|…")
_ROLES = ("lede", "body", "caption+lede")


class Known(NamedTuple):
    """An entity or date that begins at a word: `lead` are its clitics, `end` the word after it."""

    end: int
    lead: str
    value: Entity | DateFound


class Sentence(NamedTuple):
    """One sentence of one raw line."""

    line: int
    start: int  # offset in the raw line of what the words are counted from
    tokens: tuple[Token, ...]
    gaps: tuple[str, ...]  # marks before each word, and after the last one
    entities: Mapping[int, tuple[Known, ...]]
    dates: Mapping[int, Known]
    role: str
    states: frozenset[str]  # ids of the places that act: countries and capitals
    memo: dict[Any, Any]  # noun phrases already read
    sport: bool = False  # the article is on sport

    def hard(self, i: int) -> bool:
        """Say whether a mark that ends a phrase stands before word `i` (or the sentence ends there)."""
        return i >= len(self.tokens) or not HARD.isdisjoint(self.gaps[i])

    def key(self, i: int) -> str:
        """Return the key of word `i`, '' past the end."""
        return self.tokens[i].key if i < len(self.tokens) else ""


class Notes(NamedTuple):
    """Everything known about an article, by raw line."""

    entities: Mapping[int, list[tuple[int, int, Entity]]]
    dates: Mapping[int, list[tuple[int, int, DateFound]]]
    pieces: Mapping[int, list[Span]]
    cast: Mapping[str, Entity]
    states: frozenset[str] = frozenset()
    sport: bool = False


def notes(
    article: Article,
    entities: Iterable[Entity],
    dates: Iterable[DateFound],
    states: frozenset[str] = frozenset(),
    *,
    sport: bool = False,
) -> Notes:
    """Sort mentions, dates and the stretches of text by line."""
    by_line: dict[int, list[tuple[int, int, Entity]]] = {}
    cast: dict[str, Entity] = {}
    for entity in entities:
        if entity.ar.startswith(_IN_THE_NAME) and not entity.known:
            continue  # «المتحدث باسم الأهالي» is no Mr Bassem
        cast.setdefault(entity.id, entity)
        for m in entity.mentions:
            if entity.kind == "person" and " " in entity.ar and entity.ar.split(" ")[0] == m.text:
                continue  # a given name alone may be anybody's
            if entity.kind == "person" and m.text.rsplit(" ", 1)[-1] in _TIMES:
                continue  # «افتتح فلان صباح اليوم»: no Mr Sabah
            by_line.setdefault(m.line, []).append((m.start, m.end, entity))
    days: dict[int, list[tuple[int, int, DateFound]]] = {}
    for d in dates:
        days.setdefault(d.line, []).append((d.start, d.end, d))
    pieces: dict[int, list[Span]] = {}
    for block in article.blocks:
        for piece in block.pieces:
            pieces.setdefault(piece.line, []).append(piece)
    return Notes(by_line, days, pieces, cast, states, sport)


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
    if ".." in title or "…" in title:
        ends = [m.end() for m in _DOTS.finditer(title)]
        bounds += list(zip([0, *ends], [*ends, len(title)], strict=True))
    return [_sentence(span, a, b, known, "title") for a, b in bounds]


def sentences(article: Article, known: Notes, limit: int) -> Iterable[Sentence]:
    """Yield the first `limit` sentences of the running text, one raw line at a time."""
    count = 0
    for block in article.blocks:
        if block.role not in _ROLES:
            continue
        for piece in block.pieces:
            for start, end in split_sentences(piece.text):
                yield _sentence(piece, start, end, known, block.role)
                count += 1
                if count >= limit:
                    return


def stretch(known: Notes, line: int, start: int, end: int) -> Sentence | None:
    """Return the words between two offsets of a raw line, None when no block holds them."""
    for piece in known.pieces.get(line, ()):
        if piece.start <= start and end <= piece.end:
            return _sentence(piece, start - piece.start, end - piece.start, known, "body")
    return None


def _sentence(piece: Span, start: int, end: int, known: Notes, role: str) -> Sentence:
    """Return the words between two offsets of a piece; a line is cut into words only once."""
    text, words = piece.text, tokenize(piece.text)
    first, past = bisect_left(words, start, key=_start), bisect_left(words, end, key=_start)
    tokens = tuple([t for t in words[first:past] if t.key])
    gaps, last = [], start
    for t in tokens:
        gaps.append(text[last : t.start].strip())
        last = t.end
    gaps.append(text[last:end].strip())
    offset = piece.start
    entities: dict[int, tuple[Known, ...]] = {}
    dates: dict[int, Known] = {}
    starts: list[int] = []
    for a, b, value in (*known.entities.get(piece.line, ()), *known.dates.get(piece.line, ())):
        if not offset + start <= a < offset + end:
            continue
        starts = starts or [offset + t.start for t in tokens]
        i = bisect_right(starts, a) - 1
        until = bisect_left(starts, b)
        if i < 0 or offset + tokens[until - 1].end != b or a - starts[i] >= 4:
            continue
        found = Known(until, match_key(tokens[i].text[: a - starts[i]]), value)
        if isinstance(value, DateFound):
            dates[i] = found
        else:
            entities[i] = (*entities.get(i, ()), found)
    return Sentence(
        piece.line, offset, tokens, tuple(gaps), entities, dates, role, known.states, {}, known.sport
    )


def _start(token: Token) -> int:
    return token.start
